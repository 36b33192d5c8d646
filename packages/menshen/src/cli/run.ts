/** Runs a program in a browser for `check` and `replay`: finds out whether that is possible, opens the telephones, keeps the pictures. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lang } from '../check/types.ts'
import type { Envelope } from '../evidence/envelope.ts'
import type { RunEvidence } from '../evidence/run.ts'
import { shown } from '../evidence/shape.ts'
import {
  type Driver,
  explore,
  fitting,
  type Plan,
  type Progress,
  planOf,
  type Shapes,
  shapesOf,
  synthesisedServer,
  traitsOf,
  waysOf,
} from '../explore/index.ts'
import type { Interpretation } from '../program/interpret/types.ts'
import type { ProgramModel } from '../program/types.ts'
import type { Responder } from '../simulator/responses.ts'
import type { Built } from '../simulator/types.ts'
import { Failure } from './failure.ts'
import { readNamed } from './program.ts'
import { VERSION } from './version.ts'

/** What the person wants of a run. */
export interface RunFlags {
  /** Reads only, runs nothing. */
  readonly static?: boolean
  /** Answers of the program's server: during review, after release. */
  readonly responses?: readonly string[]
  /** Asks the program's real server, where the listing says that it is. */
  readonly live?: boolean
  readonly seed?: string
  readonly runTime?: string
  readonly saveEvidence?: string
  readonly fromEvidence?: string
}

/** The clock of every run: the same program does the same things on any day. */
export const RUN_NOW = Date.UTC(2026, 0, 5, 1, 30)
/** A limit for machines that are very slow or very busy; what a run does is bounded by moves. */
export const RUN_SECONDS = 300

/** The answers that were given, as texts: read once, made into a server anew for each pass. */
export interface Answers {
  readonly review: string | null
  readonly afterRelease: string | null
}
export async function readAnswers(files: readonly string[]): Promise<Answers> {
  if (files.length > 2)
    throw new Failure({
      zh: '--responses 最多给两次：审核时的服务器，发布后的服务器',
      en: '--responses can be given twice at most: the server during review, and after release',
    })
  const { fromResponses } = await import('../simulator/responses.ts')
  const texts = files.map((file) => {
    const text = readNamed(file)
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      const why = String((error as Error).message).slice(0, 120)
      throw new Failure({ zh: `${shown(file)} 不是合法的 JSON：${why}`, en: `${shown(file)} is not JSON: ${why}` })
    }
    const { problems } = fromResponses(value)
    const [first] = problems
    if (first)
      throw new Failure({
        zh: `${shown(file)}：${shown(first.key)} 应写成“方法 网址”，例如 "GET https://api.example.com/list"`,
        en: `${shown(file)}: ${shown(first.key)} should read "METHOD url", such as "GET https://api.example.com/list"`,
      })
    return text
  })
  return { review: texts[0] ?? null, afterRelease: texts[1] ?? null }
}

export interface RunInput {
  readonly program: ProgramModel
  readonly interpretation: Interpretation | null
  readonly answers: Answers
  /** Hosts of the program's real server, when that is to answer. */
  readonly live?: readonly string[]
  readonly seed: number
  readonly seconds: number
  readonly at: string
  /** Where pictures go, by their hash; without it none are kept. */
  readonly keep?: (sha256: string, png: Uint8Array) => void
  readonly progress?: (progress: Progress, secondsLeft: number) => void
  /** Ends it early and in order. */
  readonly stop?: AbortSignal
  /** What the real server answered, as a recording. */
  readonly recorded?: (har: string) => void
}

type Loaded = {
  readonly built: Built
  readonly open: (plan: Plan, seed: number, keep: RunInput['keep']) => Promise<Driver>
  readonly close: () => Promise<void>
}
/** A browser with the program built for it; a text says why there can be none. */
export async function prepare(
  program: ProgramModel,
  answers: Answers,
  others: { readonly live?: Responder | undefined; readonly shapes?: Shapes | undefined } = {},
): Promise<Loaded | 'no-browser' | 'no-packages'> {
  const { findChromium, packagesReady, startBrowser } = await import('../io/browser/chromium.ts')
  if (findChromium() === null) return 'no-browser'
  if (!(await packagesReady())) return 'no-packages'
  const { buildProgram } = await import('../simulator/build/index.ts')
  const { openSimulator } = await import('../io/browser/simulator.ts')
  const { emptyServer, failingServer, fromResponses, noServer } = await import('../simulator/responses.ts')
  const { profiles } = await import('../simulator/profiles.ts')
  const starting = startBrowser()
  // a program that cannot be built is no reason to leave a browser behind
  starting.catch(() => {})
  let built: Built
  try {
    built = buildProgram(program)
  } catch (error) {
    await starting.then((one) => one.close())
    throw error
  }
  const browser = await starting
  const taken = new Map<string, string>()
  const server = (kind: Plan['server']): Responder => {
    if (kind === 'empty') return emptyServer
    if (kind === 'failing') return failingServer
    if (kind === 'synthesised') return synthesisedServer(others.shapes ?? new Map())
    if (kind === 'responses' && others.live) return others.live
    const text = kind === 'after-release' ? answers.afterRelease : answers.review
    return text === null ? noServer : fromResponses(JSON.parse(text), kind === 'after-release' ? 'after-release' : 'responses').responder
  }
  return {
    built,
    open: (plan, seed, keep) =>
      openSimulator(built, {
        browser,
        driven: true,
        profile: profiles[plan.profile],
        responses: server(plan.server),
        seed,
        now: RUN_NOW,
        scale: 1,
        looked: true,
        taken,
        ...(keep ? { keep } : {}),
      }),
    close: () => browser.close(),
  }
}

/** Seconds that the rest will take, judged by what the moves so far took; never more than there are. */
const remaining = ({ moves, most }: Progress, spent: number, limit: number): number =>
  Math.max(0, Math.min(limit, moves < 20 ? limit : ((spent / moves) * (most - moves)) / 1000))

/** Runs the program: evidence, or why there is none. Never throws for what a program or a machine does. */
export async function runProgram(input: RunInput): Promise<Envelope<RunEvidence>> {
  const by = { collector: `run@${VERSION}`, at: input.at }
  let loaded: Awaited<ReturnType<typeof prepare>> | undefined
  try {
    const { program, interpretation, live } = input
    const real = live ? (await import('../io/browser/live.ts')).liveServer({ domains: live }) : undefined
    const given = input.answers.review !== null || real !== undefined
    const shapes = given || !interpretation ? undefined : shapesOf(interpretation, program.files)
    loaded = await prepare(program, input.answers, { live: real?.responder, shapes })
    if (typeof loaded === 'string') return { status: 'absent', by, reason: loaded }
    const ready = loaded
    const started = performance.now()
    const left = () => (input.stop?.aborted ? 0 : input.seconds - (performance.now() - started) / 1000)
    const { manifest } = ready.built
    const servers = {
      given,
      afterRelease: input.answers.afterRelease !== null,
      live: real !== undefined,
      shapes: (shapes?.size ?? 0) > 0,
    }
    const { plan, leftOut } = fitting(planOf(traitsOf(program), servers), manifest.pages.length)
    const value = await explore({
      plan,
      leftOut,
      ways: waysOf(program, interpretation, manifest.home, manifest.pages),
      seed: input.seed,
      now: RUN_NOW,
      servers,
      open: (plan) => ready.open(plan, input.seed, input.keep),
      late: () => left() <= 0,
      parallel: 2,
      ...(input.progress
        ? { progress: (now: Progress) => input.progress?.(now, remaining(now, performance.now() - started, left())) }
        : {}),
    })
    if (real) input.recorded?.(JSON.stringify(real.recorded()))
    return { status: 'collected', by, value }
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}`.slice(0, 300) : String(error).slice(0, 300)
    return { status: 'failed', by, reason }
  } finally {
    if (loaded && typeof loaded !== 'string') await loaded.close()
  }
}

const whole = (text: string | undefined, otherwise: number, name: string, least: number): number => {
  if (text === undefined) return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= 1e6) return value
  throw new Failure({ zh: `${name} 要写一个不小于 ${least} 的整数`, en: `${name} takes a whole number of at least ${least}` })
}

export interface RunWanted {
  readonly program: ProgramModel
  /** True when some chosen rule looks at a run. */
  readonly wanted: boolean
  readonly interpretation: () => Interpretation
  readonly digest: string
  readonly at: string
  readonly lang: Lang
  readonly progress: { say(text: string): void; end(): void }
  /** Where the listing says that the program's server is. */
  readonly domains?: () => readonly string[]
  /** Pictures are kept for whoever shows them. */
  readonly pictures?: Map<string, Uint8Array>
}
/** The run that the chosen rules need: a saved one, a new one, or the reason why there is none. */
export const obtainRun = async (flags: RunFlags, about: RunWanted): Promise<Envelope<RunEvidence> | undefined> => {
  const { lang, progress } = about
  if (flags.fromEvidence !== undefined) {
    if (flags.saveEvidence !== undefined || flags.responses !== undefined)
      throw new Failure({
        zh: '--from-evidence 用的是保存下来的运行，不能再加 --responses 或 --save-evidence',
        en: '--from-evidence judges a saved run; it goes with neither --responses nor --save-evidence',
      })
    const saved = loadEvidence(flags.fromEvidence)
    if (saved.digest !== about.digest)
      process.stderr.write(
        lang === 'zh' ? 'menshen: 保存运行记录之后，程序有过改动\n' : 'menshen: the program has changed since this run was saved\n',
      )
    return saved.run
  }
  const answers = await readAnswers(flags.responses ?? [])
  const seed = whole(flags.seed, 1, '--seed', 0)
  const seconds = whole(flags.runTime, RUN_SECONDS, '--run-time', 1)
  if (flags.static || (!about.wanted && flags.saveEvidence === undefined)) return undefined
  const pictures = about.pictures ?? new Map<string, Uint8Array>()
  if (flags.live && flags.responses !== undefined)
    throw new Failure({
      zh: '--live 和 --responses 只能用一个',
      en: '--live goes without --responses',
    })
  const domains = flags.live ? (about.domains?.() ?? []) : []
  if (flags.live && domains.length === 0)
    throw new Failure({
      zh: '--live 只访问 listing.json 里 domains 列出的服务器，但那里一个也没有',
      en: '--live asks only the servers under domains in listing.json, and there are none',
    })
  const keeps = flags.saveEvidence !== undefined || about.pictures !== undefined
  const stop = new AbortController()
  const interrupted = () => {
    if (stop.signal.aborted) process.exit(INTERRUPTED)
    stop.abort()
    progress.end()
    process.stderr.write(lang === 'zh' ? 'menshen: 正在停下……\n' : 'menshen: stopping …\n')
  }
  process.on('SIGINT', interrupted)
  process.on('SIGTERM', interrupted)
  let har: string | null = null
  const run = await runProgram({
    program: about.program,
    interpretation: about.interpretation(),
    answers,
    seed,
    seconds,
    at: about.at,
    ...(keeps ? { keep: (sha256: string, png: Uint8Array) => void pictures.set(sha256, png) } : {}),
    stop: stop.signal,
    ...(flags.live ? { live: domains, recorded: (text: string) => void (har = text) } : {}),
    progress: (state, left) => progress.say(progressText(state, left, lang)),
  }).finally(() => {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
  })
  progress.end()
  if (stop.signal.aborted) throw new Failure({ zh: '已中断，没有结果', en: 'interrupted; there is no result' }, INTERRUPTED)
  const responses: Answers = har === null ? answers : { ...answers, review: har }
  if (flags.saveEvidence !== undefined)
    saveEvidence(flags.saveEvidence, { format: 'menshen-evidence/1', digest: about.digest, responses, run }, pictures)
  return run
}

// ---- saved evidence -------------------------------------------------------------------------------------------

const RUN_FILE = 'run.json'
export interface SavedRun {
  readonly format: 'menshen-evidence/1'
  readonly digest: string
  /** The answers that were given, for playing it again. */
  readonly responses: Answers
  readonly run: Envelope<RunEvidence>
}
const failed = (folder: string, error: unknown): Failure => {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return new Failure({ zh: `无法写入 ${shown(folder)}（${code}）`, en: `${shown(folder)} cannot be written (${code})` })
}
/** Writes a run and its pictures, so that it can be judged again without a browser. */
export function saveEvidence(folder: string, saved: SavedRun, pictures: ReadonlyMap<string, Uint8Array>): void {
  try {
    mkdirSync(join(folder, 'attachments'), { recursive: true })
    for (const [sha256, png] of pictures) writeFileSync(join(folder, 'attachments', `${sha256}.png`), png)
    writeFileSync(join(folder, RUN_FILE), `${JSON.stringify(saved)}\n`)
  } catch (error) {
    throw failed(folder, error)
  }
}
/** Reads a saved run. */
export function loadEvidence(folder: string): SavedRun {
  const file = join(folder, RUN_FILE)
  const text = readNamed(file)
  const wrong = new Failure({ zh: `${shown(file)} 不是门神保存的运行记录`, en: `${shown(file)} is not a run that Menshen saved` })
  let value: SavedRun
  try {
    value = JSON.parse(text) as SavedRun
  } catch {
    throw wrong
  }
  if (value?.format !== 'menshen-evidence/1' || typeof value.run?.status !== 'string') throw wrong
  if (value.run.status === 'collected' && (value.run.value?.format !== 'menshen-run/1' || !Array.isArray(value.run.value.passes)))
    throw wrong
  return value
}
/** A picture of a saved run. */
export function loadPicture(folder: string, sha256: string): Uint8Array | null {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null
  try {
    return readFileSync(join(folder, 'attachments', `${sha256}.png`))
  } catch {
    return null
  }
}

/** What a shell knows a process by that was interrupted. */
const INTERRUPTED = 130

const KINDS: Readonly<Record<Plan['kind'], Record<Lang, string>>> = {
  sweep: { zh: '逐页打开', en: 'opening pages' },
  taps: { zh: '逐个点击', en: 'tapping' },
  people: { zh: '像人一样使用', en: 'using it' },
  posting: { zh: '试着发布', en: 'posting' },
  walk: { zh: '随意操作', en: 'wandering' },
}
/** A line of progress: pages, passes, what is done now, how long it may still take. */
export const progressText = (progress: Progress, secondsLeft: number, lang: Lang): string => {
  const now = progress.now.map(
    (plan) => `${KINDS[plan.kind][lang]} ${plan.profile}${plan.server === 'responses' || plan.server === 'none' ? '' : ` ${plan.server}`}`,
  )
  return lang === 'zh'
    ? `正在运行：${progress.reached}/${progress.pages} 个页面，第 ${progress.done}/${progress.passes} 遍，${progress.moves} 步，还要约 ${Math.ceil(secondsLeft)} 秒（${now.join('、')}）`
    : `running: ${progress.reached}/${progress.pages} pages, ${progress.done}/${progress.passes} passes, ${progress.moves} moves, about ${Math.ceil(secondsLeft)} s left (${now.join(', ')})`
}
