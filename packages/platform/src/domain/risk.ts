/**
 * What the machine may approve by itself. A veto is a named reason that sends a version to a person whatever else is true;
 * risk is a sum of factors that everybody can see; and of what would pass, a keyed sample goes to a person all the same.
 */
import type { CheckRun, Finding } from '../../../menshen/src/check/types.ts'
import { hmac } from './sha256.ts'
import type { Text } from './words.ts'

/** off: not run · shadow: run and recorded, counts for nothing · warn: adds to the risk · block: a violation vetoes, and refusal is recommended. */
export type RuleMode = 'off' | 'shadow' | 'warn' | 'block'

/** What is known of a version when its checks have ended. */
export interface RiskFacts {
  /** Of the run: rule ids with findings that count. */
  readonly blocking: readonly string[]
  readonly warning: readonly string[]
  readonly forHumans: readonly string[]
  /** Checks that are required and did not end, by name. */
  readonly failedChecks: readonly string[]
  /** The program was looked into as far as the engine could: false for encrypted code or pages that never opened. */
  readonly understood: boolean
  readonly firstVersion: boolean
  readonly accountDays: number
  readonly approvedBefore: number
  readonly refusedInLast90Days: number
  readonly strikes: number
  readonly dailyUsers: number
  /** Against the last version that a person approved. */
  readonly newPermissions: number
  readonly changedFiles: number
  readonly files: number
  readonly listingChanged: boolean
  readonly sensitiveCategory: boolean
  readonly documentsValid: boolean
  /** Nearest other program of another entity, in thousandths. */
  readonly likeness: number
  readonly onBlocklist: boolean
  readonly openComplaints: number
  /** The developer set findings aside in the code; the platform shows that and does not honour it. */
  readonly ignored: number
  readonly humanAsked: boolean
}

interface Veto {
  readonly name: string
  readonly text: Text
  readonly holds: (facts: RiskFacts) => boolean
}
const veto = (name: string, zh: string, en: string, holds: Veto['holds']): Veto => ({ name, text: { zh, en }, holds })

export const VETOES: readonly Veto[] = [
  veto('check-failed', '有必需的检查没有完成', 'a required check did not end', ({ failedChecks }) => failedChecks.length > 0),
  veto('blocking-finding', '有会导致拒绝的问题', 'something was found that leads to refusal', ({ blocking }) => blocking.length > 0),
  veto('human-question', '有需要人来判断的问题', 'something was found that a person has to judge', ({ forHumans }) => forHumans.length > 0),
  veto('not-understood', '有没能看懂或没能打开的部分', 'a part could not be understood or opened', ({ understood }) => !understood),
  veto('blocklisted', '与封禁名单相符', 'it is on the blocklist', ({ onBlocklist }) => onBlocklist),
  veto('documents', '资质文件缺失、未核对或已过期', 'documents are missing, unchecked or ended', ({ documentsValid }) => !documentsValid),
  veto('first-version', '首个版本', 'the first version', ({ firstVersion }) => firstVersion),
  veto('sensitive-category', '敏感类目', 'a sensitive category', ({ sensitiveCategory }) => sensitiveCategory),
  veto('complaints', '有未处理的投诉', 'complaints are open', ({ openComplaints }) => openComplaints > 0),
  veto('near-copy', '与其他主体的小程序高度相似', 'very like the program of another entity', ({ likeness }) => likeness >= 900),
  veto('asked-for', '有人要求人工审核', 'somebody asked for a person', ({ humanAsked }) => humanAsked),
]

interface Factor {
  readonly name: string
  readonly weight: number
  readonly text: Text
  /** How strongly it applies, from 0 to 1. */
  readonly of: (facts: RiskFacts) => number
}
const factor = (name: string, weight: number, zh: string, en: string, of: Factor['of']): Factor => ({ name, weight, text: { zh, en }, of })
const share = (value: number, full: number) => Math.min(1, Math.max(0, value / full))

export const FACTORS: readonly Factor[] = [
  factor('blocking-finding', 40, '会导致拒绝的问题', 'findings that lead to refusal', ({ blocking }) => share(blocking.length, 2)),
  factor('warning', 15, '需要留意的问题', 'findings to look at', ({ warning }) => share(warning.length, 5)),
  factor('for-humans', 15, '需要人来判断的问题', 'findings for a person to judge', ({ forHumans }) => share(forHumans.length, 5)),
  factor('set-aside', 8, '开发者在代码中忽略了检查结果', 'findings that the developer set aside', ({ ignored }) => share(ignored, 5)),
  factor('new-account', 12, '账号注册不久', 'a young account', ({ accountDays }) => 1 - share(accountDays, 30)),
  factor('no-record', 8, '以往通过的版本少', 'few versions approved before', ({ approvedBefore }) => 1 - share(approvedBefore, 5)),
  factor('refused-lately', 10, '近期多次被拒绝', 'refused lately', ({ refusedInLast90Days }) => share(refusedInLast90Days, 3)),
  factor('strikes', 20, '有违规记录', 'strikes on record', ({ strikes }) => share(strikes, 2)),
  factor('new-permissions', 15, '新增权限或隐私接口', 'new permissions or privacy interfaces', ({ newPermissions }) =>
    share(newPermissions, 2),
  ),
  factor('much-changed', 10, '改动较大', 'much has changed', ({ changedFiles, files }) => (files === 0 ? 0 : share(changedFiles, files))),
  factor('listing-changed', 5, '资料有改动', 'the listing has changed', ({ listingChanged }) => (listingChanged ? 1 : 0)),
  factor('likeness', 15, '与其他主体的小程序相似', 'like the program of another entity', ({ likeness }) => share(likeness - 600, 300)),
  factor('reach', 10, '使用人数多', 'many users', ({ dailyUsers }) => share(dailyUsers, 100_000)),
]

export type Band = 'low' | 'middle' | 'high'
export interface Assessment {
  readonly vetoes: readonly { readonly name: string; readonly text: Text }[]
  /** Only factors that add something, the heaviest first; points are whole. */
  readonly factors: readonly { readonly name: string; readonly points: number; readonly of: number; readonly text: Text }[]
  readonly score: number
  readonly band: Band
  /** What the machine would say if it had to: never more than a recommendation. */
  readonly recommends: 'approve' | 'refuse' | 'look'
}
const MIDDLE = 20
const HIGH = 45

/** Vetoes, factors with their points, the sum and its band. The same facts give the same answer, in the same order. */
export const assess = (facts: RiskFacts): Assessment => {
  const vetoes = VETOES.filter(({ holds }) => holds(facts)).map(({ name, text }) => ({ name, text }))
  const factors = FACTORS.map(({ name, weight, text, of }) => ({ name, points: Math.round(weight * of(facts)), of: weight, text }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1))
  const score = factors.reduce((sum, { points }) => sum + points, 0)
  const band: Band = score >= HIGH ? 'high' : score >= MIDDLE ? 'middle' : 'low'
  return { vetoes, factors, score, band, recommends: facts.blocking.length > 0 ? 'refuse' : vetoes.length > 0 ? 'look' : 'approve' }
}

/** How many of a thousand that would pass go to a person, by band; what is of high risk always does. */
export const SAMPLE_RATES: Readonly<Record<Band, number>> = { low: 20, middle: 200, high: 1000 }

/** Whether a version is in the sample: fixed by the key and the bytes, so that nobody can try again until it is not. */
export const sampled = (key: string, sha256: string, band: Band, rates: Readonly<Record<Band, number>> = SAMPLE_RATES): boolean =>
  Number.parseInt(hmac(key, `sample ${sha256}`).slice(0, 12), 16) / 2 ** 48 < rates[band] / 1000

const COUNTS: ReadonlySet<string> = new Set(['ignore', 'baseline', 'confidence'])
/** Developers may set findings aside on their own desk; on the platform only shadow rules and the operator's waivers do not count. */
const counts = ({ setAside }: Finding) => setAside === undefined || COUNTS.has(setAside.by)

/** What a run says, by the modes of the rules: `block` is what a rule without a mode has. */
export const factsOfRun = (
  run: CheckRun,
  modes: Readonly<Record<string, RuleMode>> = {},
): Pick<RiskFacts, 'blocking' | 'warning' | 'forHumans' | 'failedChecks' | 'understood' | 'ignored'> => {
  const mode = (rule: string): RuleMode => modes[rule] ?? 'block'
  const judged = run.findings.filter((finding) => counts(finding) && !['off', 'shadow'].includes(mode(finding.rule)))
  const rules = (keep: (finding: Finding) => boolean) => [...new Set(judged.filter(keep).map(({ rule }) => rule))].sort()
  return {
    blocking: rules(({ rule, verdict }) => verdict === 'violation' && mode(rule) === 'block'),
    warning: rules(({ rule }) => mode(rule) === 'warn'),
    forHumans: rules(({ rule, verdict }) => verdict === 'review' && mode(rule) === 'block'),
    failedChecks: [...run.incomplete],
    understood: !run.problems.some(({ hides }) => hides),
    ignored: run.findings.filter(({ setAside }) => setAside?.by === 'ignore').length,
  }
}
