/**
 * Several workers share many reviews on one PostgreSQL: from the upload to the end of the automated review. None lost, none done
 * twice, and how much each did.
 *
 *   node bench/platform/share.ts [--reviews 500] [--workers 4] [--engine-ms 300 | --real] [--port 9130]
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { SYSTEM } from '../../packages/platform/src/domain/words.ts'
import { brokenInvariants, verifyAudit } from '../../packages/platform/src/store/audit.ts'
import { setSetting } from '../../packages/platform/src/store/settings.ts'
import { beginVersion, storeVersion, submitVersion } from '../../packages/platform/src/store/versions.ts'
import { authors, harness, packageOf, percentile, programs, standIn } from './harness.ts'

const { values } = parseArgs({
  options: {
    reviews: { type: 'string', default: '500' },
    workers: { type: 'string', default: '4' },
    'engine-ms': { type: 'string', default: '300' },
    real: { type: 'boolean', default: false },
    port: { type: 'string', default: '9130' },
  },
})
const [reviews, workers] = [Number(values.reviews), Number(values.workers)]
const all = await harness({ port: Number(values.port), engine: values.real ? null : standIn(Number(values['engine-ms'])), log: 'info' })
const { store, blobs } = all.place
let failed = true
try {
  await store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: false, pictures: false }))
  const people = await authors(all.place, 10)
  const made = await programs(all.place, people, reviews, false)
  const ids: string[] = []
  for (const [n, one] of made.entries()) {
    const blob = { ...(await blobs.put([packageOf(n)], { max: 30_000_000 })), mime: 'application/zip' }
    ids.push(
      await store.run(async (tx) => {
        const { id } = await beginVersion(tx, { program: one.id, label: '1.0.0', actor: one.owner })
        await storeVersion(tx, { version: id, blob })
        return id
      }),
    )
  }
  console.log(`${ids.length} packages are stored`)
  for (let n = 0; n < workers; n++) all.worker(1)
  const began = performance.now()
  // Developers submit as soon as they may.
  const owners = new Map(made.map((one, n) => [ids[n]!, one]))
  for (const waiting = new Set(ids); waiting.size > 0; await pause(100)) {
    const ready = await store.db
      .selectFrom('version')
      .select(['id', 'state'])
      .where('id', 'in', [...waiting])
      .where('state', 'in', ['checked', 'refused-intake'])
      .execute()
    for (const { id, state } of ready) {
      waiting.delete(id)
      const one = owners.get(id)!
      if (state === 'checked') await store.run((tx) => submitVersion(tx, { version: id, listing: one.listing, actor: one.owner }))
    }
  }
  const submitted = performance.now()
  const states = () =>
    store.db
      .selectFrom('version')
      .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
      .where('id', 'in', ids)
      .groupBy('state')
      .execute()
  let now = await states()
  for (
    const end = Date.now() + 3_600_000;
    now.some(({ state }) => ['in-auto', 'auto-ok', 'quarantined'].includes(state)) && Date.now() < end;
    now = await states()
  )
    await pause(200)
  const ended = performance.now()
  const twice = await store.db
    .selectFrom('audit')
    .select(['subject_id', 'type'])
    .where('subject_id', 'in', ids)
    .where('type', 'in', ['version.accept', 'version.hand-over', 'version.pass', 'version.check-failed', 'version.assessed'])
    .groupBy(['subject_id', 'type'])
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute()
  const checks = await store.db
    .selectFrom('check_run')
    .select(['version', 'check_id', 'state', 'started_at', 'ended_at', 'queued_at'])
    .where('version', 'in', ids)
    .where('check_id', '=', 'static')
    .execute()
  const each = all.lines().map((lines) => {
    const count: Record<string, number> = {}
    for (const line of lines) {
      const queue = line.match(/"what":"job","queue":"([a-z-]+)"/)?.[1]
      if (queue) count[queue] = (count[queue] ?? 0) + 1
    }
    return count
  })
  const waits = checks.flatMap(({ queued_at, ended_at }) => (ended_at === null ? [] : [(ended_at - queued_at) / 1000]))
  const verdict = await verifyAudit(store)
  const broken = await brokenInvariants(store)
  console.log(
    JSON.stringify(
      {
        reviews,
        workers,
        secondsToTheLastSubmission: Math.round((submitted - began) / 1000),
        secondsToTheLastVerdict: Math.round((ended - began) / 1000),
        reviewsPerMinute: Math.round((reviews / (ended - began)) * 60_000),
        states: Object.fromEntries(now.map(({ state, count }) => [state, Number(count)])),
        checks: checks.length,
        checksNotDone: checks.filter(({ state }) => state !== 'done').length,
        twice: twice.length,
        jobsOfEachWorker: each,
        staticCheckSeconds: { median: percentile(waits, 0.5), p95: percentile(waits, 0.95) },
        log: verdict.ok,
        broken,
      },
      null,
      1,
    ),
  )
  failed =
    twice.length > 0 ||
    broken.length > 0 ||
    !verdict.ok ||
    checks.length !== reviews ||
    now.some(({ state }) => state !== 'awaiting-human' && state !== 'approved')
} finally {
  await all.close()
}
console.log(failed ? 'NOT SOUND' : 'sound: none lost, none done twice')
process.exit(failed ? 1 : 0)
