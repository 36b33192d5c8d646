import { categoryNames, declaredIn, type OfferRow, offerDetail, offersOf, rule } from '../kit.ts'

/** Offers for which the platform’s own clauses keep programs out. */
const KEPT_OUT: Readonly<Record<string, string>> = {
  medicine: 'dy-review/2.1.1.1',
  'medical-device': 'dy-review/2.1.1.1',
  consultation: 'dy-review/2.1.1.1',
  'medical-booking': 'dy-review/2.1.1.1',
  'cosmetic-surgery': 'dy-review/2.1.1.1',
  loans: 'dy-review/2.1.1.2',
  investment: 'dy-review/2.1.1.2',
  crypto: 'dy-review/2.1.1.2',
  insurance: 'dy-review/2.1.1.2',
  'credit-check': 'dy-review/2.1.1.2',
  charity: 'dy-review/2.1.1.3',
  lottery: 'dy-review/2.1.2.5',
}
/** Signs that a mere guess needs before anybody is asked to look at it. */
const COMPANY = 2
const CATERING = /餐饮|烘焙|茶饮|饮品|咖啡/
const UNDECLARED = ['wx-op/3.4', 'wx-op/5.14', 'wx-tos/2.8', 'later/category-in-code', 'later/douyin-main-category']

export default rule(
  {
    clauses: [...UNDECLARED, 'later/category-personal', ...new Set(Object.values(KEPT_OUT))],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    partial: true,
    messages: {
      undeclared: {
        what: { zh: '提供了{offer}，所选类目没有覆盖（{signs}）', en: 'It offers {offer}, which no declared category covers ({signs})' },
        why: {
          zh: '服务范围须与所选类目一致，代码和页面里有而没有申报的服务会被退回，类目不符是最常见的驳回原因。',
          en: 'What a program offers has to lie within its categories; services in code or pages that were not declared are sent back, the most frequent of all refusals.',
        },
        fix: {
          zh: '补充类目“{categories}”，或连同代码、页面和入口一起去掉。',
          en: 'Add the category {categories}, or remove the service with its code, pages and entries.',
        },
      },
      wrong: {
        what: {
          zh: '所选类目“{declared}”与实际提供的{offer}不符（{signs}）',
          en: 'The category {declared} does not fit what is offered: {offer} ({signs})',
        },
        why: {
          zh: '类目要按实际服务真实、全面地选，选错类目会被驳回，借此避开审核的从重处理。',
          en: 'Categories have to say truly and fully what a program does; wrong ones are refused, and evasion weighs heavier.',
        },
        fix: {
          zh: '改选“{categories}”并准备相应资质，或让内容回到所选类目之内。',
          en: 'Choose {categories} with its papers, or keep to the declared category.',
        },
      },
      'not-for-individuals': {
        what: { zh: '个人主体提供了{offer}（{signs}）', en: 'An individual offers {offer} ({signs})' },
        why: {
          zh: '“{categories}”等类目不向个人开放，个人主体不能提供这项服务。',
          en: 'Categories such as {categories} are closed to individuals, who may not offer this.',
        },
        fix: { zh: '换成企业等主体并补齐资质，或去掉这项服务。', en: 'Register a company with its papers, or remove the service.' },
      },
      'left-in-code': {
        what: {
          zh: '代码包里留着{offer}的模块，没有入口能打开（{signs}）',
          en: 'The package holds a module for {offer} that nobody can open ({signs})',
        },
        why: {
          zh: '审核也看代码：模板自带而没有申报的商城、直播、论坛、贷款等模块，即使没有入口，也会因类目不符被退回。',
          en: 'Reviewers read code: shops, live rooms, forums or loans that came with a template are refused over their category, open or not.',
        },
        fix: {
          zh: '把这些页面、组件和数据从代码包里删掉；要保留的，补充类目“{categories}”。',
          en: 'Delete these pages, components and data from the package, or add the category {categories}.',
        },
      },
      closed: {
        what: {
          zh: '{offer}属于不开放或定向开放的类目（{signs}）',
          en: 'Categories for {offer} are closed or open to chosen operators only ({signs})',
        },
        why: {
          zh: '“{categories}”目前不接受普通申请，含有这类服务的小程序通常不能通过审核。',
          en: '{categories} takes no ordinary applications; programs with such services usually do not pass.',
        },
        fix: {
          zh: '去掉这项服务；已获平台邀请或在白名单内的，申报该类目并附证明。',
          en: 'Remove the service; operators who were invited declare the category with the proof.',
        },
      },
    },
  },
  (evidence, report) => {
    const { listing } = evidence
    const rows = offersOf(evidence)
    const declared = listing?.categories ?? []
    const resolved = declaredIn(evidence)
    const fits = rows.some(({ covering, nearlyCovered }) => covering.kind === 'covered' || nearlyCovered)
    /** A clear offer that is carried out here, in sight of users. */
    const clear = ({ inferred, done }: OfferRow) => inferred.confidence === 'high' && inferred.reachable && done
    let open = false
    const eats = rows.some(({ inferred }) => inferred.offer.id === 'food' || inferred.offer.id === 'restaurant')
    /** What a bakery or a tea shop hands over its counter lies within catering. */
    const catered = (id: string): boolean => (id === 'food' || id === 'shop') && eats && declared.some((one) => CATERING.test(one))
    for (const row of rows) {
      const { inferred, covering, nearlyCovered } = row
      const said = offerDetail(evidence, row)
      const kept = KEPT_OUT[inferred.offer.id]
      const base = kept ? [...UNDECLARED, kept] : UNDECLARED
      // How virtual goods are paid for is looked at where they are paid for.
      if (inferred.offer.id === 'virtual-goods' || inferred.offer.id === 'game-topup') continue
      if (catered(inferred.offer.id)) continue
      const rowsHere = covering.kind === 'undeclared' ? covering.would : 'rows' in covering ? covering.rows : []
      if (!inferred.reachable) {
        // What a category asks papers for, or keeps some operators from, is what such modules are refused over.
        const strict =
          rowsHere.length > 0 && rowsHere.every((one) => one.personal === 'no' || one.documents.any.length > 0 || one.status !== 'open')
        if (strict && !(nearlyCovered && declared.length > 0))
          report('left-in-code', {
            ...said,
            data: { ...said.data, categories: categoryNames(rowsHere) },
            clauses: base,
            verdict: 'review',
            severity: 'warning',
            confidence: inferred.confidence,
          })
        continue
      }
      if (covering.kind === 'closed') {
        // The clauses that keep a trade out altogether speak without any listing; one word alone is no trade.
        if (inferred.confidence !== 'high' && !kept) continue
        if (inferred.confidence === 'low' && inferred.signals.length < COMPANY) continue
        report('closed', {
          ...said,
          data: { ...said.data, categories: categoryNames(covering.rows) },
          clauses: base,
          verdict: 'review',
          severity: 'warning',
          confidence: inferred.confidence === 'high' ? 'medium' : 'low',
        })
      } else if (covering.kind === 'not-for-individuals') {
        report('not-for-individuals', {
          ...said,
          data: { ...said.data, categories: categoryNames(covering.rows) },
          clauses: [...base, 'later/category-personal'],
          verdict: clear(row) ? 'violation' : 'review',
          confidence: clear(row) ? 'high' : 'low',
        })
      } else if (covering.kind === 'undeclared') {
        if (declared.length === 0) {
          open = true
          continue
        }
        // Names that the table does not know may well mean this offer.
        if (nearlyCovered) continue
        const strict = covering.would.every((one) => one.personal === 'no' || one.documents.any.length > 0)
        // A guess is worth a look only where everything declared is for something else.
        const worth =
          inferred.confidence === 'high' || (inferred.confidence === 'medium' ? strict && row.done : strict && !fits && resolved.length > 0)
        if (!worth) continue
        const sure = clear(row) && strict && resolved.length > 0
        report(fits ? 'undeclared' : 'wrong', {
          ...said,
          data: { ...said.data, categories: categoryNames(covering.would), declared: declared.slice(0, 3).join('、').slice(0, 60) },
          clauses: base,
          verdict: sure ? 'violation' : 'review',
          confidence: sure ? 'high' : inferred.confidence,
        })
      }
    }
    if (rows.length === 0) return 'inapplicable'
    if (open)
      return {
        notChecked: {
          zh: '没有填写服务类目，无法比对实际提供的服务',
          en: 'no categories are declared, so what is offered cannot be held against them',
        },
      }
  },
)
