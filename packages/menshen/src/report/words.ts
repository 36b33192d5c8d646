/** The words of all reports, in both languages. */
import { reasonText } from '../check/reasons.ts'
import type { CheckRun, Confidence, CoverageRow, Finding, Lang, Place, RunProblem, Text } from '../check/types.ts'

export const CONFIDENCE: Readonly<Record<Confidence, Text>> = {
  high: { zh: '把握大', en: 'high confidence' },
  medium: { zh: '把握中等', en: 'medium confidence' },
  low: { zh: '把握小', en: 'low confidence' },
}
export const VERDICT: Readonly<Record<Finding['verdict'], Text>> = {
  violation: { zh: '违规', en: 'violation' },
  review: { zh: '待人工判断', en: 'for a human' },
}
export const STATUS: Readonly<Record<CoverageRow['status'], Text>> = {
  violation: { zh: '违规', en: 'violation' },
  review: { zh: '待判断', en: 'to review' },
  pass: { zh: '通过', en: 'passed' },
  'not-applicable': { zh: '不适用', en: 'does not apply' },
  'not-checked': { zh: '未检查', en: 'not checked' },
}
export const SET_ASIDE: Readonly<Record<NonNullable<Finding['setAside']>['by'], Text>> = {
  ignore: { zh: '开发者搁置', en: 'ignored by the developer' },
  baseline: { zh: '基线中已有', en: 'known to the baseline' },
  waiver: { zh: '平台豁免', en: 'waived by the operator' },
  shadow: { zh: '规则试行中', en: 'by a rule on trial' },
  confidence: { zh: '把握不足', en: 'below the wanted confidence' },
}
export const PLATFORM = { wechat: { zh: '微信', en: 'WeChat' }, douyin: { zh: '抖音', en: 'Douyin' } } as const
const FRAMEWORK: Readonly<Record<string, Text>> = {
  native: { zh: '原生', en: 'native' },
  unknown: { zh: '框架不明', en: 'unknown framework' },
}
export const frameworkName = (name: string, lang: Lang): string => FRAMEWORK[name]?.[lang] ?? name

const s = (count: number) => (count === 1 ? '' : 's')

/** Names come from strangers: nothing in them may steer a terminal or turn the direction of text. */
export const plain = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '·')

/** `home.js:9:5`, a page with its selector, or a field of the listing. */
export const placeName = (place: Place, lang: Lang): string => {
  if ('file' in place && place.box) {
    const [left, top, width, height] = place.box
    const name = plain(place.file)
    if (width === 0) return name
    return lang === 'zh' ? `${name}（左 ${left} 上 ${top}，${width}×${height}）` : `${name} (at ${left},${top}, ${width}×${height})`
  }
  if ('file' in place) {
    const here = `${plain(place.file)}:${place.start.line}:${place.start.column}`
    if (!place.original) return here
    const { file, line, column } = place.original
    const written = `${plain(file)}:${line}:${column}`
    return lang === 'zh' ? `${written}（编译后 ${here}）` : `${written} (built: ${here})`
  }
  if ('page' in place)
    return `${plain(place.page)}${place.selector ? ` ${plain(place.selector)}` : ''}${place.step === undefined ? '' : lang === 'zh' ? ` 第 ${place.step} 步` : ` step ${place.step}`}`
  const field = plain(place.listing)
  if (field === '') return 'listing.json'
  return lang === 'zh' ? `listing.json 的 ${field}` : `listing.json, ${field}`
}

/** What a run is about, in one line. */
export const headline = (run: CheckRun, lang: Lang): readonly string[] => {
  const { program, editions } = run
  const main = program.platform === 'wechat' ? 'wx-op' : 'dy-review'
  return [
    PLATFORM[program.platform][lang],
    frameworkName(program.framework, lang),
    lang === 'zh'
      ? `${program.pages} 个页面，${program.files} 个文件`
      : `${program.pages} page${s(program.pages)}, ${program.files} file${s(program.files)}`,
    ...(editions[main] ? [lang === 'zh' ? `规则版本 ${main} ${editions[main]}` : `rules as of ${main} ${editions[main]}`] : []),
  ]
}

export interface Counts {
  readonly violations: number
  readonly reviews: number
  readonly setAside: number
}
export const countsOf = (run: CheckRun): Counts => {
  const open = run.findings.filter((finding) => !finding.setAside)
  const violations = open.filter((finding) => finding.verdict === 'violation').length
  return { violations, reviews: open.length - violations, setAside: run.findings.length - open.length }
}

/** '2 violations, 1 to review'. */
export const countsText = ({ violations, reviews, setAside }: Counts, lang: Lang): string => {
  if (lang === 'zh')
    return [`${violations} 处违规`, `${reviews} 处待人工判断`, ...(setAside > 0 ? [`另有 ${setAside} 处已搁置`] : [])].join('，')
  return [`${violations} violation${s(violations)}`, `${reviews} to review`, ...(setAside > 0 ? [`${setAside} set aside`] : [])].join(', ')
}

/** How many clauses passed, do not apply and were not checked, and why not, the commonest reasons first. */
export const coverageText = (coverage: readonly CoverageRow[], lang: Lang): string => {
  const count = (status: CoverageRow['status']) => coverage.filter((row) => row.status === status).length
  const why = new Map<string, number>()
  for (const row of coverage) if (row.status === 'not-checked') why.set(row.reason ?? '', (why.get(row.reason ?? '') ?? 0) + 1)
  const sorted = [...why].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const open = count('not-checked')
  if (lang === 'zh') {
    const reasons = sorted.map(([reason, n]) => `${reasonText(reason).zh} ${n}`).join('、')
    return `${count('pass')} 条通过 · ${count('not-applicable')} 条不适用 · ${open} 条未检查${open > 0 ? `：${reasons}` : ''}`
  }
  const reasons = sorted.map(([reason, n]) => `${reasonText(reason).en} (${n})`).join(', ')
  return `${count('pass')} clauses passed · ${count('not-applicable')} do not apply · ${open} not checked${open > 0 ? `: ${reasons}` : ''}`
}

export interface ProblemGroup {
  readonly text: Text
  readonly hides: boolean
  readonly places: readonly Place[]
}
/** Problems of one kind with the same words stand together; those that hide something come first. */
export const problemGroups = (problems: readonly RunProblem[]): readonly ProblemGroup[] => {
  const groups = new Map<string, { text: Text; hides: boolean; places: Place[] }>()
  for (const { text, hides, place, kind } of problems) {
    const key = JSON.stringify([kind, text.en, hides])
    const group = groups.get(key)
    if (group) group.places.push(place)
    else groups.set(key, { text, hides, places: [place] })
  }
  return [...groups.values()].sort((a, b) => Number(b.hides) - Number(a.hides))
}

/** Findings that say the same are shown once, with all their places. */
export const findingGroups = (findings: readonly Finding[]): readonly (readonly Finding[])[] => {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = JSON.stringify([
      finding.rule,
      finding.message.id,
      finding.what,
      finding.verdict,
      finding.clauses.map((clause) => clause.id),
      finding.setAside ?? null,
    ])
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()]
}

/** Groups that differ only in what they name: the same rule and message, with the same reason and advice. */
export const findingFamilies = (findings: readonly Finding[]): readonly (readonly (readonly Finding[])[])[] => {
  const families = new Map<string, (readonly Finding[])[]>()
  for (const group of findingGroups(findings)) {
    const [first] = group
    if (!first) continue
    const key = JSON.stringify([
      first.rule,
      first.message.id,
      first.verdict,
      first.confidence,
      first.why,
      first.mend,
      first.clauses.map((clause) => clause.id),
    ])
    const family = families.get(key)
    if (family) family.push(group)
    else families.set(key, [group])
  }
  return [...families.values()]
}
