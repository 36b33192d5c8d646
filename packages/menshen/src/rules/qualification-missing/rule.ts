import { type Category, declaredIn, type OfferRow, offerDetail, offersOf, rule, type Shortfall, shortfall, type Text } from '../kit.ts'

/** Trades that nobody may carry on without a licence of the law, whatever the platform asks. */
const LICENSED = new Set([
  'medicine',
  'medical-device',
  'consultation',
  'medical-booking',
  'cosmetic-surgery',
  'loans',
  'insurance',
  'investment',
  'ride-hailing',
])
/** Titles and ways of choosing a doctor that a counter for visits needs as much as a doctor on the telephone. */
const AT_THE_DOCTOR =
  /^(?:主治医师|副主任医师|执业医师|选医生|找医生|看医生|医生团队|专科医生|三甲医生|家庭医生|看诊|坐诊|接诊|亲诊|复诊|擅长疾病|妇产科|精神科)$/
/** Doctors who are seen at a clinic: visits are booked, and nothing says that anybody is advised from afar. */
const seenInPerson = (row: OfferRow, all: readonly OfferRow[]): boolean =>
  row.inferred.offer.id === 'consultation' &&
  all.some(({ inferred }) => inferred.offer.id === 'medical-booking' && inferred.confidence === 'high') &&
  row.inferred.signals.every(({ kind, strong, what }) => !strong || kind === 'page' || AT_THE_DOCTOR.test(what))

/** With a contract, a partner's papers are admitted. */
const CONTRACT = /合同|协议|授权书|授权文件|委托书/
const plain = (name: string): string => name.replace(/[\s（）()·.，,]/g, '').toLowerCase()
const papers = ({ missing }: Shortfall): Text => {
  const names = missing.map(({ name }) => name)
  return { zh: names.join('、'), en: names.join(', ') }
}

export default rule(
  {
    clauses: ['wx-op/4.2', 'wx-op/4.4', 'wx-tos/2.8', 'later/douyin-main-category'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    partial: true,
    messages: {
      unlicensed: {
        what: { zh: '提供{offer}，但没有列出所需资质（{signs}）', en: 'It offers {offer} without the papers for it ({signs})' },
        why: {
          zh: '没有法定许可而经营相关业务的会被拒绝，资质须在运营者自己名下并在有效期内。',
          en: 'Carrying on a licensed trade without its licence is refused; papers have to be in the operator’s own name and valid.',
        },
        fix: { zh: '补交：{papers}；没有资质的去掉这项服务。', en: 'Supply: {papers}; without them, remove the service.' },
      },
      needed: {
        what: {
          zh: '{offer}需要资质，提审时要准备好（{signs}）',
          en: 'Papers are needed for {offer}; have them ready for the submission ({signs})',
        },
        why: { zh: '类目资质不全是常见的驳回原因。', en: 'Missing papers for a category are a frequent reason for refusal.' },
        fix: { zh: '准备：{papers}，并在 listing.json 里写明。', en: 'Prepare {papers} and name them in listing.json.' },
      },
      lacking: {
        what: { zh: '类目“{category}”缺少资质：{papers}', en: 'The category {category} lacks papers: {papers}' },
        why: {
          zh: '所选类目须附齐规定的证明文件，不提供的不能通过。',
          en: 'A declared category needs all of its papers; without them it does not pass.',
        },
        fix: { zh: '补交缺少的文件，或改选不需要资质的类目。', en: 'Supply what is missing, or choose a category that needs none.' },
      },
      'other-name': {
        what: {
          zh: '资质“{paper}”写的是“{holder}”，不是运营者“{operator}”',
          en: 'The paper “{paper}” names {holder}, not the operator {operator}',
        },
        why: {
          zh: '资质须在运营者自己名下；借用他人、关联公司或加盟总部的证件不被接受。',
          en: 'Papers have to be in the operator’s own name; those of a friend, a sister company or a franchisor are not accepted.',
        },
        fix: {
          zh: '换成运营者名下的证件，或由持证主体来注册；平台类目允许合作方资质的，同时附合作协议。',
          en: 'Give papers in your own name, or let their holder register; where partners’ papers are admitted, enclose the contract.',
        },
      },
      expired: {
        what: { zh: '资质“{paper}”已于 {until} 到期', en: 'The paper “{paper}” ended on {until}' },
        why: { zh: '过期的证明文件等于没有提供。', en: 'A paper past its date counts as none.' },
        fix: { zh: '换领新证后更新有效期。', en: 'Renew it and give the new date.' },
      },
    },
  },
  (evidence, report) => {
    const { listing } = evidence
    const held = listing?.qualifications
    const today = listing?.asOf ?? null
    const lacks = (rows: readonly Category[]): Shortfall | null => {
      let least: Shortfall | null = null
      for (const row of rows) {
        const one = shortfall(row, held, today)
        if (one === null) return null
        if (!least || one.missing.length < least.missing.length) least = one
      }
      return least
    }
    for (const paper of held ?? [])
      if (today !== null && paper.validUntil !== undefined && paper.validUntil < today)
        report('expired', {
          at: { listing: 'qualifications' },
          data: { paper: paper.kind.slice(0, 40), until: paper.validUntil },
          clauses: ['wx-op/4.2', 'later/douyin-main-category'],
          confidence: 'high',
        })

    const operator = listing?.entity?.name
    const contract = held?.some(({ kind }) => CONTRACT.test(kind)) ?? false
    for (const { kind, holder } of held ?? [])
      if (operator && holder && !contract && !CONTRACT.test(kind) && plain(holder) !== plain(operator))
        report('other-name', {
          at: { listing: 'qualifications' },
          data: { paper: kind.slice(0, 40), holder: holder.slice(0, 40), operator: operator.slice(0, 40) },
          clauses: ['wx-op/4.2', 'later/douyin-main-category'],
          // A branch, or a shop with its owner's name on it, is told apart by people.
          verdict: plain(holder).includes(plain(operator)) || plain(operator).includes(plain(holder)) ? 'review' : 'violation',
        })

    const told = new Set<string>()
    let some = false
    const offers = offersOf(evidence)
    for (const row of offers) {
      if (seenInPerson(row, offers)) continue
      const { inferred, covering, done } = row
      const { offer } = inferred
      const rows =
        covering.kind === 'covered'
          ? [covering.by]
          : covering.kind === 'undeclared'
            ? covering.would
            : covering.kind === 'not-for-individuals'
              ? covering.rows
              : []
      if (rows.length === 0) continue
      some = true
      const lack = lacks(rows)
      if (lack === null || !inferred.reachable || !done) continue
      const said = offerDetail(evidence, row)
      const data = { ...said.data, papers: papers(lack) }
      // One category that lacks its papers is one thing to mend, whatever is offered under it.
      const again = covering.kind === 'covered' && told.has(covering.by.id)
      if (covering.kind === 'covered') told.add(covering.by.id)
      if (listing && LICENSED.has(offer.id))
        report('unlicensed', {
          ...said,
          data,
          verdict: inferred.confidence === 'high' || (inferred.confidence === 'medium' && lack.expired.length > 0) ? 'violation' : 'review',
          confidence: inferred.confidence === 'low' ? 'low' : 'medium',
          clauses: ['wx-op/4.4', 'wx-op/4.2', 'wx-tos/2.8', 'later/douyin-main-category'],
        })
      else if (inferred.confidence === 'high' && !again)
        report('needed', {
          ...said,
          data,
          verdict: 'review',
          severity: 'warning',
          confidence: 'low',
          clauses: ['wx-op/4.2', 'later/douyin-main-category'],
        })
    }
    // A category that was declared wants its papers whether or not its service is seen yet.
    if (listing)
      for (const category of declaredIn(evidence)) {
        const lack = told.has(category.id) || category.confidence === 'low' ? null : shortfall(category, held, today)
        if (
          !lack ||
          declaredIn(evidence).some((other) => other.path.at(-1) === category.path.at(-1) && shortfall(other, held, today) === null)
        )
          continue
        some = true
        report('lacking', {
          at: { listing: 'categories' },
          data: { category: category.path.join('/'), papers: papers(lack) },
          verdict: 'review',
          severity: 'warning',
          clauses: ['wx-op/4.2', 'wx-tos/2.8', 'later/douyin-main-category'],
        })
      }
    if (!some && !held) return 'inapplicable'
    if (!listing)
      return { notChecked: { zh: '没有 listing.json，不知道持有哪些资质', en: 'without a listing it is not known which papers are held' } }
  },
)
