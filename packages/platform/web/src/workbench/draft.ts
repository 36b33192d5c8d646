/** A decision in the making: filled from the findings that were confirmed, kept on this machine until it is sent. */

import type { Clause, FindingView, Ground, Lang, Text, Verdict } from '../../../src/contract/index.ts'
import { placesOf, witnessOf } from '../parts/places.ts'

export type Choice = 'approve' | 'refuse' | 'ask' | 'postpone'
export interface DraftGround extends Ground {
  readonly title: Text
  /** Filled by itself until a person changes it. */
  readonly own: boolean
}
export interface Draft {
  readonly choice: Choice | null
  readonly facts: Text
  /** Whether a person has written the facts; else they follow the verdict. */
  readonly factsOwn: boolean
  readonly grounds: readonly DraftGround[]
  readonly question: Text
  readonly until: string
  readonly opened: readonly string[]
}
const NOTHING: Text = { zh: '', en: '' }
export const EMPTY: Draft = { choice: null, facts: NOTHING, factsOwn: false, grounds: [], question: NOTHING, until: '', opened: [] }

/** Findings that have to be handled before anything is sent. */
export const counted = (findings: readonly FindingView[]): readonly FindingView[] =>
  findings.filter((one) => one.setAside === null && one.mode !== 'shadow' && one.mode !== 'off')
export const unhandled = (findings: readonly FindingView[]): readonly FindingView[] => counted(findings).filter((one) => one.mark === null)

export const factsFor = (choice: Choice | null, confirmed: number): Text => {
  // What passes over something that was found is told in a person's own words.
  if (choice === 'approve' && confirmed === 0)
    return {
      zh: '已查看代码包、资料、各页面和运行情况，没有发现违反规则的内容。',
      en: 'The package, the listing, its pages and its run were looked at, and nothing was found against the rules.',
    }
  if (choice === 'refuse')
    return {
      zh: `已查看代码包、资料、各页面和运行情况，有 ${Math.max(1, confirmed)} 处不符合规则，逐项列在下面。`,
      en: `The package, the listing, its pages and its run were looked at; ${Math.max(1, confirmed)} things are against the rules, each listed below.`,
    }
  return NOTHING
}

const wheresOf = (finding: FindingView): Ground['where'] =>
  placesOf(finding.places)
    .slice(0, 20)
    .map((place) =>
      place.kind === 'file'
        ? { file: place.file.slice(0, 500), line: Math.max(1, place.line), column: Math.max(1, place.column) }
        : place.kind === 'page'
          ? { page: place.page.slice(0, 500), ...(place.selector === null ? {} : { selector: place.selector.slice(0, 500) }) }
          : { listing: place.listing.slice(0, 100) },
    )

/** What a ground says when it is made of one finding; `line` is the code that it stands on. */
export const groundOf = (finding: FindingView, line: string | null): DraftGround | null => {
  const clause = finding.clauses[0]
  if (clause === undefined) return null
  const witness = witnessOf(finding.witness)
  return {
    title: clause.title,
    clause: { id: clause.id, edition: clause.edition },
    quote: (line ?? finding.what.zh).trim().slice(0, 1000),
    where: wheresOf(finding),
    screenshots: finding.attachments.slice(0, 10),
    steps: witness?.kind === 'steps' ? witness.steps.slice(0, 40).map((step) => step.text) : [],
    fix: finding.mend,
    // The rule’s own pair where it has one; what only repeats the finding shows nobody what is right.
    example: finding.example ?? { right: finding.mend, wrong: finding.what },
    findings: [finding.fingerprint],
    own: false,
  }
}
const merged = (a: DraftGround, b: DraftGround): DraftGround => {
  const once = <T>(all: readonly T[]): T[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
  return {
    ...a,
    quote: once([...a.quote.split('\n'), ...b.quote.split('\n')])
      .join('\n')
      .slice(0, 1000),
    where: once([...a.where, ...b.where]).slice(0, 20),
    screenshots: once([...a.screenshots, ...b.screenshots]).slice(0, 10),
    steps: a.steps.length > 0 ? a.steps : b.steps,
    findings: once([...a.findings, ...b.findings]).slice(0, 50),
  }
}
/**
 * The grounds that follow from what is confirmed: one for each clause. What a person has written stays; what was filled by
 * itself comes and goes with the marks.
 */
export const groundsFrom = (
  before: readonly DraftGround[],
  confirmed: readonly FindingView[],
  lineOf: (finding: FindingView) => string | null,
): readonly DraftGround[] => {
  const confirmedPrints = new Set(confirmed.map((one) => one.fingerprint))
  const kept = before
    .filter((one) => one.own)
    .map((one) => ({ ...one, findings: one.findings.filter((print) => confirmedPrints.has(print)) }))
  const made = new Map<string, DraftGround>()
  for (const finding of confirmed) {
    const ground = groundOf(finding, lineOf(finding))
    if (ground === null) continue
    const own = kept.find((one) => one.clause.id === ground.clause.id)
    if (own !== undefined) {
      if (!own.findings.includes(finding.fingerprint))
        kept[kept.indexOf(own)] = { ...merged(own, { ...ground, quote: own.quote }), own: true }
      continue
    }
    const same = made.get(ground.clause.id)
    made.set(ground.clause.id, same === undefined ? ground : merged(same, ground))
  }
  const order = [...before.map((one) => one.clause.id), ...made.keys()]
  return [...kept, ...made.values()].sort((a, b) => order.indexOf(a.clause.id) - order.indexOf(b.clause.id))
}
/** A ground for a clause that a person picked. */
export const pickedGround = (clause: {
  readonly id: string
  readonly edition: string
  readonly title: Text
  readonly gist: Text
}): DraftGround => ({
  title: clause.title,
  clause: { id: clause.id, edition: clause.edition },
  quote: '',
  where: [],
  screenshots: [],
  steps: [],
  fix: NOTHING,
  example: { right: NOTHING, wrong: NOTHING },
  findings: [],
  own: true,
})

const HAN = /\p{Script=Han}/u
const said = (text: Text): readonly Lang[] => [
  ...(text.zh.trim().length < 4 || !HAN.test(text.zh) ? (['zh'] as const) : []),
  ...(text.en.trim().length < 8 || !/[A-Za-z]{2}/.test(text.en) ? (['en'] as const) : []),
]
export interface Lacking {
  /** Which ground, by its place; null for the decision as a whole. */
  readonly ground: number | null
  readonly what: Text
}
/** What still lacks before it may be sent; the server asks the same again. */
export const lackingIn = (draft: Draft, findings: readonly FindingView[]): readonly Lacking[] => {
  const found: Lacking[] = []
  const lack = (zh: string, en: string, ground: number | null = null) => found.push({ ground, what: { zh, en } })
  if (draft.choice === null) {
    lack('还没有选择结论', 'no verdict is chosen')
    return found
  }
  const open = unhandled(findings).length
  if ((draft.choice === 'approve' || draft.choice === 'refuse') && open > 0)
    lack(`还有 ${open} 个问题没有处理`, `${open} findings are not handled yet`)
  const language = { zh: ['中文', 'in Chinese'], en: ['英文', 'in English'] } as const
  if (draft.choice === 'ask' || draft.choice === 'postpone') {
    if (draft.question.zh.trim().length < 2) lack('缺少中文说明', 'words in Chinese are missing')
    if (draft.question.en.trim().length < 2) lack('缺少英文说明', 'words in English are missing')
    if (draft.choice === 'postpone' && draft.until === '') lack('缺少继续的日期', 'the day on which it goes on is missing')
    return found
  }
  for (const lang of said(draft.facts)) lack(`缺少${language[lang][0]}的事实说明`, `the facts are missing ${language[lang][1]}`)
  if (draft.choice === 'approve') return found
  if (draft.grounds.length === 0) lack('至少引用一条条款', 'at least one clause has to be cited')
  for (const [i, ground] of draft.grounds.entries()) {
    const id = ground.clause.id
    if (ground.quote.trim() === '') lack(`${id}：缺少原文`, `${id}: nothing is quoted`, i)
    if (ground.where.length === 0 && ground.screenshots.length === 0 && ground.steps.length === 0)
      lack(`${id}：缺少位置、截图或步骤`, `${id}: a place, a screenshot or steps are missing`, i)
    for (const lang of said(ground.fix))
      lack(`${id}：缺少${language[lang][0]}的修改方法`, `${id}: how to mend it is missing ${language[lang][1]}`, i)
    for (const lang of said(ground.example.right))
      lack(`${id}：缺少${language[lang][0]}的正确示例`, `${id}: the right example is missing ${language[lang][1]}`, i)
    for (const lang of said(ground.example.wrong))
      lack(`${id}：缺少${language[lang][0]}的错误示例`, `${id}: the wrong example is missing ${language[lang][1]}`, i)
  }
  return found
}
/** As the wire wants it. */
export const verdictOf = (draft: Draft, rv: number, sha256: string): Verdict => ({
  rv,
  sha256,
  action: draft.choice === 'refuse' ? 'refuse' : 'approve',
  facts: draft.facts,
  grounds: draft.choice === 'refuse' ? draft.grounds.map(({ title: _, own: __, ...ground }) => ground) : [],
})

const keyOf = (version: string, sha256: string): string => `menshen.draft.${version}.${sha256.slice(0, 16)}`
export const keptDraft = (store: Pick<Storage, 'getItem'>, version: string, sha256: string): Draft => {
  try {
    const found = JSON.parse(store.getItem(keyOf(version, sha256)) ?? 'null') as Partial<Draft> | null
    return found === null ? EMPTY : { ...EMPTY, ...found }
  } catch {
    return EMPTY
  }
}
export const keepDraft = (store: Pick<Storage, 'setItem'>, version: string, sha256: string, draft: Draft): void => {
  try {
    store.setItem(keyOf(version, sha256), JSON.stringify(draft))
  } catch {
    // Full or forbidden: the draft lives as long as the page.
  }
}
export const dropDraft = (store: Pick<Storage, 'removeItem'>, version: string, sha256: string): void =>
  store.removeItem(keyOf(version, sha256))
/** A clause that was picked by hand, with the place of the finding that was looked at. */
export const pickedFrom = (clause: Clause, chosen: FindingView | undefined) => {
  const ground = pickedGround(clause)
  const place = chosen === undefined ? undefined : placesOf(chosen.places)[0]
  return place?.kind === 'file'
    ? { ...ground, where: [{ file: place.file, line: place.line }] }
    : place?.kind === 'page'
      ? { ...ground, where: [{ page: place.page }] }
      : ground
}
