/** The engine: chooses rules, gives each the evidence it declares, and says for every clause what this run knows. No host, no clock of its own. */
import type { AideEvidence } from '../evidence/aide/index.ts'
import type { Envelope } from '../evidence/envelope.ts'
import type { Listing } from '../evidence/listing.ts'
import type { PictureEvidence } from '../evidence/pictures/types.ts'
import { type CopyReader, readBy } from '../evidence/reading/elsewhere.ts'
import type { RunEvidence } from '../evidence/run.ts'
import { problemText } from '../program/problems.ts'
import type { ProgramModel } from '../program/types.ts'
import type { Rulebook } from '../rulebook/index.ts'
import type { Need, Rule } from '../rules/kit.ts'
import { applyBaseline, type Baseline } from './baseline.ts'
import { blindness, problemsIn } from './blindness.ts'
import { type Collectors, collect } from './collect.ts'
import type { SetAsideRow } from './config.ts'
import { coverageOf, type RanRule } from './coverage.ts'
import { atLeast, citable, compareFindings, findingsOf } from './finding.ts'
import { type Have, judge, MOST_REPORTS } from './judge.ts'
import { ANYTHING, overhear } from './looked.ts'
import { placer } from './place.ts'
import { applySetAsides, readIgnores } from './set-asides.ts'
import type { CheckRun, Confidence, Finding, Mode, Outcome, RuleOutcome, RunProblem } from './types.ts'

export interface Timing {
  readonly kind: 'evidence' | 'rule' | 'stage'
  readonly name: string
  readonly ms: number
}

export interface CheckInput {
  readonly program: ProgramModel
  readonly rules: ReadonlyMap<string, Rule>
  readonly rulebook: Rulebook
  readonly collectors: Collectors
  /** Who looks for words in copy meanwhile; without one they are looked for in place. */
  readonly reader?: CopyReader | undefined
  readonly listing?: Listing | undefined
  /** What running it showed, or why it was not run. */
  readonly run?: Envelope<RunEvidence> | undefined
  /** What was seen in its pictures, or why nobody looked. */
  readonly pictures?: Envelope<PictureEvidence> | undefined
  /** What a language model pointed at, when somebody asked for it. */
  readonly aide?: Envelope<AideEvidence> | undefined
  /** sha256 over all files: the host makes it while it reads. */
  readonly digest: string
  readonly version: string
  /** ISO 8601: when this is, for the evidence and for set-asides that end. */
  readonly at: string
  /** Leaves out the document of later demands. */
  readonly seedOnly?: boolean | undefined
  /** Only these rules. */
  readonly only?: ReadonlySet<string> | undefined
  readonly modes?: Readonly<Record<string, Mode>> | undefined
  readonly minConfidence?: Confidence | undefined
  readonly setAside?: readonly SetAsideRow[] | undefined
  /** Files of which the host knows that no comment in them sets anything aside. */
  readonly unmarked?: ReadonlySet<string> | undefined
  readonly baseline?: Baseline | undefined
  /** Milliseconds; with it, timings are taken. */
  readonly clock?: (() => number) | undefined
  /** More problems of the input, such as files left out. */
  readonly problems?: readonly RunProblem[] | undefined
}

export interface Checked {
  readonly run: CheckRun
  /** Empty without a clock; not part of the run, for they differ from machine to machine. */
  readonly timings: readonly Timing[]
}

interface Ran {
  readonly rule: RanRule
  readonly findings: readonly Finding[]
  readonly problems: readonly RunProblem[]
}

const outcomeOf = (findings: readonly Finding[]): Outcome =>
  findings.some((finding) => finding.verdict === 'violation') ? 'violation' : 'review'

/** The rules that would run on this program, before anything is collected. */
const chosen = (input: Pick<CheckInput, 'program' | 'rules' | 'rulebook' | 'seedOnly' | 'only' | 'modes'>) => {
  const modeOf = (id: string): Mode => (input.modes && Object.hasOwn(input.modes, id) ? input.modes[id]! : 'on')
  const fitting = [...input.rules]
    .map(([id, rule]) => ({ id, rule, clauses: citable(rule, input.rulebook, input.program.platform, input.seedOnly ?? false) }))
    .filter(({ rule, clauses }) => clauses.length > 0 && (rule.meta.platforms?.includes(input.program.platform) ?? true))
  const running = fitting.filter(({ id }) => modeOf(id) !== 'off' && (input.only?.has(id) ?? true))
  return { modeOf, fitting, running }
}
/** The kinds of evidence that the chosen rules need, or use when there is some: for a host that has to bring it. */
export const evidenceWanted = (input: Parameters<typeof chosen>[0]): ReadonlySet<Need> =>
  new Set(chosen(input).running.flatMap(({ rule }) => [...rule.meta.needs, ...(rule.meta.wants ?? [])]))

/** A run that could not make all its passes says so: what the others saw still counts. */
const cutShort = (have: Have, at: RunProblem['place']): readonly RunProblem[] => {
  if (have.run?.status !== 'collected' || have.run.value.incomplete.length === 0) return []
  const { incomplete } = have.run.value
  const names = incomplete.map((one) => one.slice(0, 120))
  const zh = names.slice(0, 6).join('；')
  const en = names.slice(0, 6).join('; ')
  return [
    {
      kind: 'run-incomplete',
      text: {
        zh: `实际运行没有做完，有 ${names.length} 遍被略去或中断：${zh}${names.length > 6 ? '等' : ''}`,
        en: `the run was not finished: ${names.length} ${names.length === 1 ? 'pass was' : 'passes were'} cut short or left out: ${en}${names.length > 6 ? ' …' : ''}`,
      },
      place: at,
      hides: true,
    },
  ]
}

/** Pictures that nobody came to, or that could not be shown or read, are said by name. */
const picturesLeft = (have: Have, place: (path: string) => RunProblem['place']): readonly RunProblem[] => {
  if (have.pictures?.status !== 'collected') return []
  const { pictures } = have.pictures.value
  const kinds: readonly (readonly [string, (picture: (typeof pictures)[number]) => boolean, (n: number) => RunProblem['text']])[] = [
    [
      'picture-unread',
      ({ unread, unseen }) => unread === 'budget' || unread === 'too-slow' || unseen === 'budget' || unseen === 'too-slow',
      (n) => ({
        zh: `有 ${n} 张图片没有看完，其中的文字和二维码可能漏掉（--pictures all 全部查看）`,
        en: `${n} ${n === 1 ? 'picture was' : 'pictures were'} not looked at to the end; words and codes in ${n === 1 ? 'it' : 'them'} may be missed (--pictures all looks at everything)`,
      }),
    ],
    [
      'picture-broken',
      ({ unseen }) => unseen === 'broken' || unseen === 'too-large',
      (n) => ({
        zh: `有 ${n} 张图片损坏或过大，没有查看`,
        en: `${n} ${n === 1 ? 'picture is' : 'pictures are'} broken or too large and could not be looked at`,
      }),
    ],
    [
      'picture-no-reader',
      ({ unread }) => unread === 'no-reader',
      (n) => ({
        zh: `有 ${n} 张图片里可能有文字，没有安装识别文字的软件包`,
        en: `${n} ${n === 1 ? 'picture seems' : 'pictures seem'} to hold words, but the packages that read them are not installed`,
      }),
    ],
  ]
  return kinds.flatMap(([kind, fits, text]) => {
    const some = pictures.filter((picture) => picture.role !== 'run' && fits(picture))
    const [first] = some
    return first ? [{ kind, text: text(some.length), place: place(first.path), hides: true }] : []
  })
}

/** Reviews a program. Pure: the same input gives the same run, whoever reads the copy. */
export const check = (input: CheckInput): Checked => readBy(input.reader, () => checked(input))

const readsCopy = ({ meta }: Rule): boolean => meta.needs.includes('copy') || (meta.wants?.includes('copy') ?? false)

const checked = (input: CheckInput): Checked => {
  const { program, rulebook, rules, clock } = input
  const seedOnly = input.seedOnly ?? false
  const timings: Timing[] = []
  const timed = <T>(kind: Timing['kind'], name: string, work: () => T): T => {
    const started = clock?.() ?? 0
    const result = work()
    if (clock) timings.push({ kind, name, ms: clock() - started })
    return result
  }
  const place = placer(program.files, program.root)
  const { modeOf, fitting, running } = chosen(input)
  const wanted = new Set<Need>(running.flatMap(({ rule }) => [...rule.meta.needs, ...(rule.meta.wants ?? [])]))
  const have = collect(
    wanted,
    {
      program,
      listing: input.listing,
      run: input.run,
      pictures: input.pictures,
      aide: input.aide,
      collectors: input.collectors,
      at: input.at,
      version: input.version,
      clock,
    },
    timings,
  )
  const blindFor = blindness(program, have)

  const runOne = (id: string, rule: Rule, clauses: readonly string[]): Ran => {
    const mode = modeOf(id)
    const shown = mode === 'on' ? {} : { mode }
    const bare = (outcome: RuleOutcome): Ran => ({
      rule: { clauses, partial: rule.meta.partial ?? false, mode, outcome },
      findings: [],
      problems: [],
    })
    if (mode === 'off') return bare({ outcome: 'not-checked', mode, reason: 'rule-off' })
    if (input.only && !input.only.has(id)) return bare({ outcome: 'not-checked', ...shown, reason: 'not-chosen' })
    const ear = blindFor?.listens ? overhear(rule) : undefined
    const judged = timed('rule', id, () => judge(rule, have, ear?.heard))
    let findings: readonly Finding[]
    try {
      findings = findingsOf(id, rule, judged.raised, clauses, { rulebook, placer: place, root: program.root })
    } catch (error) {
      return bare({ outcome: 'error', ...shown, error: error instanceof Error ? error.message : String(error) })
    }
    const cut: RunProblem[] =
      judged.cut === 0
        ? []
        : [
            {
              kind: 'findings-cut',
              text: {
                zh: `${id} 还有 ${judged.cut} 处没有列出（每条规则最多列 ${MOST_REPORTS} 处）`,
                en: `${id} found ${judged.cut} more places than the ${MOST_REPORTS} that are listed`,
              },
              place: findings[0]?.places[0] ?? place.span({ file: program.config.app.file, start: 0, end: 0 }),
              hides: false,
            },
          ]
    // A rule that reported only what is left out in this run has, as far as this run goes, found nothing.
    const outcome =
      judged.raised.length === 0 || judged.outcome === 'error'
        ? judged.outcome
        : findings.length > 0
          ? outcomeOf(findings)
          : judged.note
            ? 'not-checked'
            : 'pass'
    const blind = blindFor?.doubt(rule, ear?.looked ?? ANYTHING)
    const used = [...rule.meta.needs, ...(rule.meta.wants ?? [])]
    const runs = used.includes('run')
    const looks = used.includes('pictures')
    return {
      rule: {
        clauses,
        ...(runs ? { runs } : {}),
        ...(looks ? { looks } : {}),
        partial: rule.meta.partial ?? false,
        mode,
        outcome: {
          outcome,
          ...shown,
          ...(judged.reason ? { reason: judged.reason } : {}),
          ...(judged.note ? { note: judged.note } : {}),
          ...(judged.error ? { error: judged.error } : {}),
        },
        ...(blind ? { blind } : {}),
      },
      findings,
      problems: cut,
    }
  }
  // What needs no copy goes first, for its words may still be looked for elsewhere.
  const first = new Map(fitting.filter(({ rule }) => !readsCopy(rule)).map(({ id, rule, clauses }) => [id, runOne(id, rule, clauses)]))
  const ran = new Map(fitting.map(({ id, rule, clauses }) => [id, first.get(id) ?? runOne(id, rule, clauses)]))
  const ended = new Map([...ran].map(([id, one]) => [id, one.rule]))

  // Where a rule came to a full result, a set-aside that it does not use is superfluous.
  const settled = new Set(
    [...ended]
      .filter(
        ([, { mode, outcome, blind }]) =>
          mode !== 'off' && !blind && ['violation', 'review', 'pass', 'inapplicable'].includes(outcome.outcome),
      )
      .map(([id]) => id),
  )
  const raw = [...ran].flatMap(([id, { findings }]) =>
    modeOf(id) === 'shadow'
      ? findings.map((finding): Finding => ({ ...finding, setAside: { by: 'shadow', reason: 'on trial' } }))
      : findings,
  )
  const ignores = readIgnores(program.files, new Set(rules.keys()), place, input.unmarked)
  const asided = applySetAsides(raw, ignores, { rows: input.setAside ?? [], today: input.at.slice(0, 10) }, settled, place)
  const based = input.baseline ? applyBaseline(asided.findings, input.baseline, settled) : { findings: asided.findings, problems: [] }
  const wantedConfidence = input.minConfidence ?? 'low'
  const findings = based.findings
    .map(
      (finding): Finding =>
        finding.setAside || atLeast(finding.confidence, wantedConfidence)
          ? finding
          : { ...finding, setAside: { by: 'confidence', reason: wantedConfidence } },
    )
    .sort(compareFindings)

  const coverage = timed('stage', 'coverage', () =>
    coverageOf({ rulebook, platform: program.platform, seedOnly, rules: ended, findings, have }),
  )
  const problems: RunProblem[] = [
    ...problemsIn(program, have).map((problem) => ({
      kind: problem.kind,
      text: problemText(problem),
      place: place.span(problem.at),
      hides: problem.hides,
    })),
    ...(input.listing?.problems ?? []).map((problem) => ({
      kind: 'listing-shape',
      text: problem.what,
      place: { listing: problem.field },
      hides: true,
    })),
    ...(input.problems ?? []),
    ...cutShort(have, place.span({ file: program.config.app.file, start: 0, end: 0 })),
    ...picturesLeft(have, (file) => place.span({ file, start: 0, end: 0 })),
    ...[...ran.values()].flatMap((one) => one.problems),
    ...asided.problems,
    ...based.problems,
  ]
  const envelopes = Object.entries(have) as readonly (readonly [string, Envelope<unknown>])[]
  const paths = program.files.list().filter((path) => path.startsWith(program.root))
  const documents = rulebook.documents.filter(
    (document) => document.platforms.includes(program.platform) && !(seedOnly && document.document === 'later'),
  )
  const run: CheckRun = {
    format: 'menshen-check/1',
    tool: { name: 'menshen', version: input.version },
    program: {
      name: program.name,
      root: program.root,
      platform: program.platform,
      framework: program.framework,
      pages: program.pages.length,
      components: program.components.size,
      files: paths.length,
      bytes: paths.reduce((sum, path) => sum + program.files.size(path), 0),
      digest: input.digest,
    },
    editions: Object.fromEntries(documents.map((document) => [document.document, document.edition])),
    profiles: have.run?.status === 'collected' ? ['static', ...new Set(have.run.value.passes.map((pass) => pass.profile))] : ['static'],
    outcomes: Object.fromEntries([...ended].map(([id, { outcome }]) => [id, outcome])),
    findings,
    coverage,
    evidence: envelopes.map(([kind, envelope]) => ({
      kind,
      collector: envelope.by.collector,
      at: envelope.by.at,
      status: envelope.status,
      ...(envelope.status === 'collected' ? {} : { reason: envelope.reason }),
      ...(kind === 'listing' && input.listing ? { file: input.listing.file } : {}),
    })),
    problems,
    incomplete: [...ended]
      .filter(([, { outcome, mode }]) => outcome.outcome === 'error' && mode === 'on')
      .map(([id, { outcome }]) => `${id}: ${outcome.error ?? 'error'}`),
  }
  return { run, timings }
}
