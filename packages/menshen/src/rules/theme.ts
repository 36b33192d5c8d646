/** Copy rules: what a program says of one theme, weighed over its pages, and said as one finding per theme. */
import type { Copy, CopyEvidence, Spoken } from '../evidence/copy.ts'
import type { Listing } from '../evidence/listing.ts'
import { findTerms, judge, type TermMatch } from '../evidence/text/index.ts'
import type { Platform, ProgramModel } from '../program/types.ts'
import { type Detail, MOST_RELATED, type Report, type Said, type Spot } from './kit.ts'

/** A listed word with the place it stands at. */
export interface Mention {
  readonly match: TermMatch
  readonly text: string
  readonly at: Spot
  /** Absent for a field of the listing. */
  readonly copy?: Copy
}
export interface Theme {
  readonly lists: readonly string[]
  /** Words alone never settle it. */
  readonly most?: 'review'
  /** The clause speaks of programs that are about nothing else: beside another business it is for a human. */
  readonly whole?: boolean
  /** Longer texts weigh less: they speak about things. Default: as long as an article. */
  readonly brief?: number
  /** Leaves it to another rule, by what the mentions are. */
  readonly unless?: (mentions: readonly Mention[]) => boolean
}
export interface Weighed {
  readonly grade: 'violation' | 'review'
  readonly confidence: 'high' | 'medium' | 'low'
  readonly clauses: readonly string[]
  /** The one to look at first. */
  readonly mentions: readonly Mention[]
}
export interface ThemeInput {
  readonly program: ProgramModel
  readonly copy: CopyEvidence
  readonly listing?: Listing | undefined
}

const FIELDS = ['name', 'intro', 'description'] as const
const TITLES = new Set(['navigationBarTitleText', 'navigationBarSubTitle', 'setNavigationBarTitle'])
/** Longer texts are articles and agreements: they speak about things more than they sell them. */
const ARTICLE = 240
const PRICE = /[¥￥]\s?(?:\d|…)|(?:\d|…)\s?元|(?:\d|[一二三四五六七八九十百千])\s?万(?![一-龥])/
const ACTION =
  /(?:立即|马上|点击|我要|去|在线|免费|一键)?(?:购买|下单|预约|约看|报名|领取|开通|咨询|抢购|支付|付款|接单|测算|开始测|测一测|加入购物车|加购|加入|参与|兑换|充值|提现|投注|申请|添加微信|加微信|联系)/
/** What weakens a word beyond what its sentence says of it: a denial beside an offer. */
const DENYING = new Set(['negation', 'warning', 'report-reason', 'law'])

interface Prepared {
  /** Units whose texts sell something or call people to act. */
  readonly selling: ReadonlySet<string>
  readonly byList: ReadonlyMap<string, readonly Mention[]>
}
const prepared = new WeakMap<CopyEvidence, Prepared>()

/** The matched words inside the text as it is written, when they stand there as they are. */
const exactly = (program: ProgramModel, { copy, match }: Spoken): Spot => {
  const { at } = copy
  const source = program.files.text(at.file)
  if (source === undefined || at.end - at.start > 20_000) return at
  const inside = source.slice(at.start, at.end).indexOf(match.matched)
  return inside < 0 ? at : { file: at.file, start: at.start + inside, end: at.start + inside + match.matched.length }
}

const listingMentions = (listing: Listing, platform: Platform): readonly Mention[] =>
  FIELDS.flatMap((field) => {
    const text = listing[field]
    if (typeof text !== 'string') return []
    return findTerms(text.slice(0, 4000), { platform, scope: field === 'name' ? 'name' : 'intro' }).map(
      (match): Mention => ({ match, text, at: { listing: field } }),
    )
  })

const sellings = new WeakMap<CopyEvidence, ReadonlySet<string>>()
/** Pages and components whose texts show prices or call people to act. */
export const sellingUnits = (copy: CopyEvidence): ReadonlySet<string> => {
  const known = sellings.get(copy)
  if (known) return known
  const selling = new Set<string>()
  for (const one of copy.copies)
    if (one.reachable && one.text.length <= 40 && (PRICE.test(one.text) || (/button|navigator/.test(one.carrier) && ACTION.test(one.text))))
      for (const unit of one.units) selling.add(unit)
  sellings.set(copy, selling)
  return selling
}

const prepare = ({ program, copy, listing }: ThemeInput): Prepared => {
  const known = prepared.get(copy)
  if (known) return known
  const selling = sellingUnits(copy)
  const byList = new Map<string, Mention[]>()
  const add = (mention: Mention): void => {
    const { list } = mention.match.entry
    const row = byList.get(list)
    if (row) row.push(mention)
    else byList.set(list, [mention])
  }
  for (const spoken of copy.terms) add({ match: spoken.match, text: spoken.copy.text, at: exactly(program, spoken), copy: spoken.copy })
  if (listing) for (const mention of listingMentions(listing, program.platform)) add(mention)
  const result = { selling, byList }
  prepared.set(copy, result)
  return result
}

const isTitle = ({ copy, at }: Mention): boolean =>
  copy
    ? (copy.via === 'config' && (TITLES.has(copy.slot) || copy.slot === 'text')) || /etNavigationBarTitle$/.test(copy.carrier)
    : 'listing' in at && at.listing === 'name'
const unitsOf = ({ copy }: Mention): readonly string[] => (copy ? (copy.units.length > 0 ? copy.units : ['?']) : ['listing'])
const isPlain = ({ match, text }: Mention): boolean => match.strength === 'strong' && match.context.length === 0 && text.length <= ARTICLE

/** A word that the text half denies, or that stands in a long text, weighs one step less than its sentence alone says. */
const weighed = (mention: Mention, long: boolean): Mention => {
  const { match } = mention
  if (!match.strength || (!long && !match.context.some((c) => DENYING.has(c)))) return mention
  return { ...mention, match: { ...match, strength: match.strength === 'strong' ? 'medium' : match.strength === 'medium' ? 'weak' : null } }
}

const RANK = { violation: 3, review: 2, hint: 1 } as const
type Grade = keyof typeof RANK

/** Grades of each clause when the mentions are weighed together; each text is one argument, so that none counts twice. */
const gradesOf = (mentions: readonly Mention[]): ReadonlyMap<string, Grade> => {
  const texts = new Map<string, TermMatch[]>()
  for (const { match, copy, at } of mentions) {
    const key = copy ? `${copy.at.file}:${copy.at.start}:${copy.text}` : JSON.stringify(at)
    const list = texts.get(key)
    if (list) list.push(match)
    else texts.set(key, [match])
  }
  return new Map(judge(...texts.values()).map(({ clause, grade }) => [clause, grade]))
}

/**
 * What a program says of the lists' theme; undefined when it says nothing that counts. Words weigh together on each page
 * and, the strong ones, over the whole program. One strong word alone is for a human, unless the page sells, or its title
 * or the program's name carries it: then the product is about it.
 */
export const weighTheme = (input: ThemeInput, theme: Theme): Weighed | undefined => {
  const found = weigh(input, theme, () => true)
  if (found?.grade !== 'violation' || !found.mentions.some(inPicture)) return found
  // Words read off pictures settle nothing: what stands in the text has to be enough by itself.
  const without = weigh(input, theme, (mention) => !inPicture(mention))
  return without?.grade === 'violation' ? without : { ...found, grade: 'review', confidence: 'low' }
}
const inPicture = ({ copy }: Mention): boolean => copy?.via === 'image'

const weigh = (input: ThemeInput, { lists, brief = ARTICLE }: Theme, counts: (mention: Mention) => boolean): Weighed | undefined => {
  const { selling, byList } = prepare(input)
  const all = lists
    .flatMap((list) => byList.get(list) ?? [])
    .filter(counts)
    .map((mention) => weighed(mention, mention.copy !== undefined && mention.text.length > brief))
  const meant = all.filter(({ match, copy }) => match.strength !== null && (copy?.reachable ?? true))
  const hidden = all.filter(({ match, copy }) => match.strength !== null && copy && !copy.reachable)
  if (meant.length + hidden.length === 0) return undefined

  const best = new Map<string, Grade>()
  const take = (grades: ReadonlyMap<string, Grade>, most: Grade = 'violation'): void => {
    for (const [clause, grade] of grades) {
      const capped = RANK[grade] > RANK[most] ? most : grade
      if (RANK[capped] > RANK[best.get(clause) ?? 'hint'] || !best.has(clause)) best.set(clause, capped)
    }
  }
  const byUnit = new Map<string, Mention[]>()
  for (const mention of meant)
    for (const unit of unitsOf(mention)) {
      const list = byUnit.get(unit)
      if (list) list.push(mention)
      else byUnit.set(unit, [mention])
    }
  for (const mentions of byUnit.values()) take(gradesOf(mentions))
  take(gradesOf(meant.filter(({ match }) => match.strength === 'strong')))
  take(gradesOf(hidden.filter(({ match }) => match.strength === 'strong')), 'review')

  // The program says itself that it does none of it; what is left are words that innocent programs use as well.
  // A text that says one thing of it and means another is no denial: 不看后悔一辈子.
  const outright = new Set(meant.filter(({ match }) => !match.context.includes('negation')).map(({ text }) => text))
  const denied = all.some(({ match, text }) => match.context.includes('negation') && !outright.has(text))
  const strong = meant.some(({ match }) => match.strength === 'strong')
  if (denied && !strong) return undefined

  const plain = meant.filter(isPlain)
  const titled = plain.filter(isTitle)
  const offered = plain.filter((mention) => isTitle(mention) || mention.match.evasive || unitsOf(mention).some((unit) => selling.has(unit)))
  let promoted = false
  for (const { match } of offered)
    for (const clause of match.clauses)
      if (best.get(clause) === 'review') {
        best.set(clause, 'violation')
        promoted = true
      }
  for (const mention of meant)
    if (mention.match.strength === 'weak' && isTitle(mention))
      for (const clause of mention.match.clauses) if (best.get(clause) === 'hint') best.set(clause, 'review')

  const top = [...best.values()].reduce<Grade>((a, b) => (RANK[b] > RANK[a] ? b : a), 'hint')
  if (top === 'hint') return undefined
  const clauses = [...best].filter(([, grade]) => grade === top).map(([clause]) => clause)
  const cited = [...meant, ...hidden].filter(({ match }) => match.clauses.some((clause) => clauses.includes(clause)))
  const weight = (mention: Mention): number =>
    (mention.match.strength === 'strong' ? 8 : mention.match.strength === 'medium' ? 4 : 0) +
    (mention.match.entry.kind === 'term' ? 0 : 2) +
    (mention.copy ? 1 : 0) +
    (mention.copy?.reachable === false ? -6 : 0)
  const mentions = [...cited].sort((a, b) => weight(b) - weight(a))
  const certain = !promoted || titled.length > 0 || plain.some(({ match }) => match.evasive)
  return { grade: top, confidence: top === 'violation' ? (certain ? 'high' : 'medium') : strong ? 'medium' : 'low', clauses, mentions }
}

/** Some eight lines: words that stand together need one mark. */
const NEAR = 300
const QUOTE = 24
/** The words with a little of what stands around them. */
export const quoteOf = ({ match, text }: Mention): string => {
  const from = Math.max(0, match.start - 6)
  const to = Math.min(text.length, Math.max(match.end, Math.min(match.end + 6, from + QUOTE)), match.start + 40)
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`
}

/** The other places: one of every stretch of every file first, so that no page is left out. */
const spread = (first: Mention, mentions: readonly Mention[]): readonly Mention[] => {
  const keyOf = ({ at }: Mention): string => ('file' in at ? `${at.file}:${at.start}` : JSON.stringify(at))
  const stretchOf = ({ at }: Mention): string => ('file' in at ? `${at.file}:${Math.floor(at.start / NEAR)}` : JSON.stringify(at))
  const seen = new Set([keyOf(first)])
  const stretches = new Set([stretchOf(first)])
  const ahead: Mention[] = []
  const rest: Mention[] = []
  for (const mention of mentions) {
    if (seen.has(keyOf(mention))) continue
    seen.add(keyOf(mention))
    if (stretches.has(stretchOf(mention))) rest.push(mention)
    else {
      stretches.add(stretchOf(mention))
      ahead.push(mention)
    }
  }
  // Weak words, and what other places say in the same words (a title that every page shares), only where there is room.
  const said = new Set([first.text])
  const again = new Set(ahead.filter(({ text }) => said.size === said.add(text).size))
  const late = (mention: Mention): number => (mention.match.strength === 'weak' ? 2 : 0) + (again.has(mention) ? 1 : 0)
  return [...ahead.toSorted((a, b) => late(a) - late(b)), ...rest].slice(0, MOST_RELATED)
}

/** Whether the mentions stand in the program's name or titles, or on half of the pages that say anything. */
export const isWhole = ({ copy }: ThemeInput, mentions: readonly Mention[]): boolean => {
  if (mentions.some((mention) => isTitle(mention) && mention.match.strength === 'strong')) return true
  const pages = new Set(copy.copies.flatMap((one) => (one.via === 'config' ? [] : one.units)))
  const speaking = new Set(mentions.flatMap((one) => one.copy?.units ?? []))
  return [...pages].filter((unit) => speaking.has(unit)).length * 2 >= pages.size
}

/** Words that only a run showed: the page where they stood, to be played again. */
const shownWhen = ({ copy, text }: Mention): Pick<Detail, 'witness'> =>
  copy?.seen
    ? {
        witness: {
          kind: 'steps',
          pass: copy.seen.pass,
          move: copy.seen.move,
          steps: [
            {
              text: {
                zh: `运行时 ${copy.seen.page} 上显示“${text.slice(0, 40)}”`,
                en: `in the run ${copy.seen.page} showed “${text.slice(0, 40)}”`,
              },
              at: { page: copy.seen.page, step: copy.seen.move },
              ...(copy.seen.image ? { attachment: copy.seen.image } : {}),
            },
          ],
        },
      }
    : {}

/** One finding for each message whose lists the program speaks of. */
export const sayThemes = <M extends string>(input: ThemeInput, report: Report<M>, themes: Readonly<Record<M, Theme>>): Said => {
  for (const message of Object.keys(themes) as M[]) {
    const theme = themes[message]
    if (!theme) continue
    const found = weighTheme(input, theme)
    const first = found?.mentions[0]
    if (!found || !first || theme.unless?.(found.mentions)) continue
    const verdict = theme.most ?? (theme.whole && !isWhole(input, found.mentions) ? 'review' : found.grade)
    const others = spread(first, found.mentions)
    report(message, {
      at: first.at,
      data: { text: quoteOf(first) },
      verdict,
      severity: verdict === 'violation' ? 'error' : 'warning',
      confidence: found.confidence,
      clauses: found.clauses,
      ...shownWhen(first),
      related: others.map((mention) => ({
        at: mention.at,
        note: { zh: `还写着“${quoteOf(mention)}”`, en: `also says “${quoteOf(mention)}”` },
      })),
    })
  }
}
