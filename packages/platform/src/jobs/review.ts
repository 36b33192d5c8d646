/** The automated review: its checks, each a durable job, and the verdict when the last of them has ended. */
import type { CheckRun } from '../../../menshen/src/check/types.ts'
import { assess, factsOfRun, sampled } from '../domain/risk.ts'
import { SYSTEM, type Text } from '../domain/words.ts'
import { planCheck, saveRisk } from '../store/checks.ts'
import { decideOn } from '../store/decisions.ts'
import { enqueue } from '../store/outbox.ts'
import { Problem } from '../store/problem.ts'
import { handOver, openReason, route } from '../store/queue.ts'
import {
  dropCheck,
  endCheckOf,
  endedChecks,
  knownOf,
  lockVersion,
  planReview,
  sharers,
  startCheck,
  submissionOf,
  tellCheck,
} from '../store/review.ts'
import { checkSettings, ruleModes, sampleRates } from '../store/settings.ts'
import { isOn } from '../store/switches.ts'
import { transition } from '../store/transition.ts'
import type { BlobNote } from '../store/versions.ts'
import { EngineFailed, type EngineResult, type EngineStage } from './engine.ts'
import { listingFile } from './listing.ts'
import { RANKS } from './slots.ts'
import { Stopped, type Try, type Work } from './work.ts'

const PACKAGE_BYTES = 30_000_000
const RESULT_BYTES = 64_000_000
const FINDINGS = 3000

/** Before anything is submitted the developer sees what can be seen without running it. */
export const preview = async (work: Work, { data: { id } }: Try): Promise<void> => {
  await work.store.run(async (tx) => {
    const version = await lockVersion(tx, id)
    if (version.state !== 'checked') return
    const check = await planCheck(tx, {
      version: id,
      check: 'preview',
      checkVersion: work.engine.version,
      rulebook: work.engine.rulebook,
      required: false,
    })
    await enqueue(tx, 'job', { queue: 'glance', subject: 'version', id, check })
  })
}

/** A version was submitted: what it is checked by is planned, and each check sent to its workers. */
export const review = async (work: Work, { data: { id } }: Try): Promise<void> => {
  await work.store.run(async (tx) => {
    const version = await lockVersion(tx, id)
    if (version.state !== 'in-auto') return
    const { pictures, run, runSeconds, likeness } = await checkSettings(tx)
    const by = { checkVersion: work.engine.version, rulebook: work.engine.rulebook, required: true }
    await planReview(tx, version, [
      { ...by, check: 'static' },
      ...(pictures ? [{ ...by, check: 'pictures' }] : []),
      ...(run ? [{ ...by, check: 'run', settings: { seconds: runSeconds }, seed: '1' }] : []),
      ...(likeness ? [{ ...by, check: 'likeness' }] : []),
    ])
  })
}

/** The engine is tried three times; a worker or a database that went away in the middle is no fault of the program's. */
const ENGINE_TRIES = 3
const enough = (error: unknown, attempt: number, last: boolean) => last || (error instanceof EngineFailed && attempt >= ENGINE_TRIES)

const fail = (work: Work, check: string, failed: string) => work.store.run((tx) => endCheckOf(tx, { id: check, failed }))

/** One check of the engine; it ends, or fails for good with its reason, or is tried again. */
export const engineCheck =
  (stage: EngineStage) =>
  async (work: Work, { data, attempt, last }: Try): Promise<void> => {
    const { id, check } = data
    if (check === undefined) return
    const open = await work.store.db
      .selectFrom('check_run')
      .select(['state', 'settings', 'check_id'])
      .where('id', '=', check)
      .executeTakeFirst()
    if (open?.state !== 'queued' && open?.state !== 'running') return
    const submission = await submissionOf(work.store, id)
    // What is looked at early is looked at until it is submitted: then the review says the same, and more.
    const early = open.check_id === 'preview'
    const states = early ? EARLY : ['in-auto']
    const wanted = submission !== null && states.includes(submission.state) && submission.sha256 !== null
    if (!wanted) {
      await work.store.run((tx) => dropCheck(tx, check))
      return
    }
    const overtaken = new AbortController()
    const watch = early ? setInterval(() => void givesWay(work, id, overtaken), 400) : undefined
    try {
      const bytes = await work.blobs.read(submission.sha256!, PACKAGE_BYTES)
      await work.slots.use(
        stage === 'run' ? 'long' : 'short',
        async () => {
          if (overtaken.signal.aborted || !(await work.store.run((tx) => startCheck(tx, check)))) return
          const seconds = Number((open.settings as { seconds?: unknown } | null)?.seconds)
          let told = 0
          const result = await work.engine.review({
            stage,
            bytes,
            platform: submission.platform as 'wechat' | 'douyin',
            listing: listingFile(submission),
            ...(Number.isInteger(seconds) && seconds > 0 ? { seconds } : {}),
            stop: AbortSignal.any([work.stop, overtaken.signal]),
            progress: (done, of, note) => {
              if (Date.now() - told < 900) return
              told = Date.now()
              // Shown while it runs; when it cannot be written, nothing is lost.
              void work.store.run((tx) => tellCheck(tx, { id: check, done, of, note })).catch(() => {})
            },
          })
          await keep(work, check, result)
        },
        early ? RANKS.early : RANKS.usual,
      )
      if (overtaken.signal.aborted) await work.store.run((tx) => dropCheck(tx, check))
    } catch (error) {
      if (work.stop.aborted) throw new Stopped()
      if (overtaken.signal.aborted) {
        await work.store.run((tx) => dropCheck(tx, check))
        return
      }
      const lasting =
        (error instanceof EngineFailed && error.lasting) ||
        (error instanceof Problem && ['corrupt', 'not-found', 'too-large'].includes(error.code))
      work.log.warn('check', { version: id, stage, error: error instanceof Error ? error.message : String(error), lasting })
      if (!lasting && !enough(error, attempt, last)) throw error
      await fail(work, check, error instanceof Error ? error.message : String(error))
    } finally {
      clearInterval(watch)
    }
  }
const EARLY = ['checked', 'trial']
/** Whether its version was submitted meanwhile, or is gone. */
const givesWay = async ({ store }: Work, id: string, overtaken: AbortController): Promise<void> => {
  const row = await store.db
    .selectFrom('version')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
    .catch(() => null)
  if (row !== null && !EARLY.includes(row?.state ?? '')) overtaken.abort()
}

/** Keeps what the engine said and saw, then ends the check: bytes first, so that no row names what is not there. */
const keep = async (work: Work, check: string, { run, json, evidence, ms, peakMb }: EngineResult): Promise<void> => {
  const put = async (content: Buffer) => work.blobs.put([content], { max: content.length })
  const result = { ...(await put(json)), mime: 'application/json' }
  const kept: (BlobNote & { readonly kind: string })[] = []
  for (const { kind, mime, content } of evidence) kept.push({ ...(await put(content)), mime, kind })
  const order = { violation: 0, review: 1 }
  const findings = [...run.findings].sort((a, b) => order[a.verdict] - order[b.verdict]).slice(0, FINDINGS)
  await work.store.run((tx) => endCheckOf(tx, { id: check, findings, result, evidence: kept, note: { ms, peakMb } }))
}

/** How alike it is to programs of others: those that hold the same files are compared in earnest. */
export const likeness = async (work: Work, { data: { id, check }, attempt, last }: Try): Promise<void> => {
  if (check === undefined) return
  const submission = await submissionOf(work.store, id)
  if (submission?.state !== 'in-auto' || submission.sha256 === null) {
    await work.store.run((tx) => dropCheck(tx, check))
    return
  }
  try {
    await work.slots.use('short', async () => {
      if (!(await work.store.run((tx) => startCheck(tx, check)))) return
      const near: {
        readonly version: string
        readonly program: string
        readonly name: string
        readonly sameFiles: number
        readonly likeness: number
      }[] = []
      const others = await sharers(work.store, id)
      const bytes = others.length === 0 ? null : await work.blobs.read(submission.sha256!, PACKAGE_BYTES)
      for (const other of others)
        near.push({
          version: other.id,
          program: other.program,
          name: other.name,
          sameFiles: other.same,
          likeness: await work.engine.compare(bytes!, await work.blobs.read(other.sha256, PACKAGE_BYTES), work.stop),
        })
      near.sort((a, b) => b.likeness - a.likeness)
      await work.store.run((tx) => endCheckOf(tx, { id: check, findings: [], note: { likeness: near[0]?.likeness ?? 0, near } }))
    })
  } catch (error) {
    if (work.stop.aborted) throw new Stopped()
    work.log.warn('likeness', { version: id, error: String(error) })
    if (!(error instanceof EngineFailed && error.lasting) && !enough(error, attempt, last)) throw error
    await fail(work, check, error instanceof Error ? error.message : String(error))
  }
}

/** A check was tried as often as it may be, and each time the worker was gone. */
export const checkGivenUp = (work: Work, check: string): Promise<unknown> => fail(work, check, 'the worker was gone each time it was tried')

// ---- the verdict ------------------------------------------------------------------------------------------------------

const STAGES = ['run', 'pictures', 'static']
const NAMES: Readonly<Record<string, Text>> = {
  static: { zh: '静态检查', en: 'the static check' },
  pictures: { zh: '图文检查', en: 'the check of pictures and texts' },
  run: { zh: '运行检查', en: 'the run' },
  likeness: { zh: '相似度检查', en: 'the comparison with others' },
}
const NOTHING = { blocking: [], warning: [], forHumans: [], understood: false, ignored: 0 }

/** All checks have ended: what the machine makes of them. It passes only what nothing speaks against; the rest goes to people. */
export const verdict = async (work: Work, { data: { id } }: Try): Promise<void> => {
  const { store } = work
  // Read before the transaction: what has ended does not change any more.
  const results = await store.db
    .selectFrom('check_run')
    .select(['id', 'check_id', 'result_sha256'])
    .where('version', '=', id)
    .where('state', '=', 'done')
    .execute()
  const runs = new Map<string, CheckRun>()
  for (const stage of STAGES)
    for (const row of results)
      if (row.check_id === stage && row.result_sha256 !== null)
        runs.set(row.id, JSON.parse((await work.blobs.read(row.result_sha256, RESULT_BYTES)).toString('utf8')) as CheckRun)
  await store.run(async (tx) => {
    const version = await lockVersion(tx, id)
    if (version.state !== 'in-auto') return
    const checks = await endedChecks(tx, version)
    if (checks.length === 0 || checks.some(({ state }) => state === 'queued' || state === 'running')) return
    const failed = checks.filter(({ state, required }) => required && state === 'failed')
    const judged = STAGES.map((stage) => checks.find(({ check, state, id }) => check === stage && state === 'done' && runs.has(id))).find(
      Boolean,
    )
    const run = judged ? runs.get(judged.id)! : null
    const modes = await ruleModes(tx)
    const found = run ? factsOfRun(run, modes) : { ...NOTHING, failedChecks: [] }
    const near = Number((checks.find(({ check }) => check === 'likeness')?.note as { likeness?: unknown } | null)?.likeness ?? 0)
    const facts = {
      ...(await knownOf(tx, version)),
      ...found,
      failedChecks: [...found.failedChecks, ...failed.map(({ check }) => check)],
      likeness: near,
    }
    const assessment = assess(facts)
    const rates = await sampleRates(tx)
    const sample =
      assessment.vetoes.length === 0 &&
      version.sha256 !== null &&
      sampled(store.keyed('sample', ''), version.sha256, assessment.band, rates)
    // An operator has told the machine to approve nothing: what would pass waits for people too.
    const stopped = await isOn(tx, 'stop-automatic-approval')
    const toPeople = assessment.vetoes.length > 0 || sample || stopped
    await saveRisk(tx, id, { ...assessment, facts, sample, rates, rulebook: work.engine.rulebook }, toPeople)
    for (const { name, text } of assessment.vetoes) {
      const why = name !== 'check-failed' ? text : told(text, failed)
      await openReason(tx, { version: id, reason: name, ...why })
    }
    if (sample)
      await openReason(tx, {
        version: id,
        reason: 'sample',
        zh: '抽样复核：自动审核无异常',
        en: 'A sample: the automated review found nothing',
      })
    if (stopped)
      await openReason(tx, {
        version: id,
        reason: 'stopped',
        zh: '自动通过已由运维人员停用',
        en: 'Automatic approval is switched off by an operator',
      })
    await route(tx, id, [
      version.round > 1 ? 'resubmitted' : facts.firstVersion ? 'new' : 'update',
      ...(sample ? ['sample'] : []),
      ...(facts.failedChecks.length > 0 ? ['failed-check'] : []),
    ])
    await transition(tx, {
      subject: 'version',
      id,
      event: toPeople ? 'hand-over' : 'pass',
      actor: SYSTEM,
      payload: { score: assessment.score, band: assessment.band },
    })
  })
}
const told = (text: Text, failed: readonly { readonly check: string; readonly error: string | null }[]): Text => {
  const list = (lang: 'zh' | 'en') =>
    failed.map(({ check, error }) => `${NAMES[check]?.[lang] ?? check}（${(error ?? '').slice(0, 300)}）`).join('；')
  return failed.length === 0
    ? text
    : {
        zh: `${text.zh}：${list('zh')}`,
        en: `${text.en}: ${list('en').replaceAll('（', ' (').replaceAll('）', ')').replaceAll('；', '; ')}`,
      }
}

const FACTS: Text = {
  zh: '自动审核完成了全部检查，没有发现问题，也没有需要人来判断的内容。',
  en: 'The automated review ended all of its checks and found nothing, and nothing that a person has to judge.',
}
/** Nothing spoke against it: the machine decides, bound to the bytes like everybody; what stands in its way goes to people. */
export const autoDecision = async (work: Work, { data: { id } }: Try): Promise<void> => {
  try {
    await work.store.run(async (tx) => {
      const version = await lockVersion(tx, id)
      if (version.state !== 'auto-ok') return
      await decideOn(tx, {
        actor: SYSTEM,
        subject: 'version',
        id,
        rv: version.rv,
        content: {
          action: 'approve',
          automated: 'fully',
          sha256: version.sha256,
          facts: FACTS,
          grounds: [],
          until: null,
          capabilities: [],
          curable: true,
          rulebook: work.engine.rulebook,
        },
      })
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    work.log.warn('auto-decision', { version: id, error: error.message })
    await work.store.run(async (tx) => {
      const version = await lockVersion(tx, id)
      if (version.state !== 'auto-ok') return
      await handOver(tx, id, error.code)
    })
  }
}
