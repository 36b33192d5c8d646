/**
 * kill -9 at random moments: of the server, of workers, of the database, while developers submit. Whoever gets no answer asks
 * again with the same key, as `menshen submit` and the pages do. At the end nothing that was accepted may be lost, nothing
 * decided twice, nothing stuck, and the log has to be whole. Kills only what it started, by its id.
 *
 *   node bench/platform/crash.ts [--submissions 200] [--kills 30] [--workers 2] [--engine-ms 200 | --real] [--port 9100]
 */
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Answered, asking, submit, type Upload } from '../../packages/platform/scripts/seed.ts'
import { SYSTEM } from '../../packages/platform/src/domain/words.ts'
import { brokenInvariants, verifyAudit } from '../../packages/platform/src/store/audit.ts'
import { setSetting } from '../../packages/platform/src/store/settings.ts'
import { authors, harness, type Kind, packageOf, programs, REVISION, standIn } from './harness.ts'

const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '200' },
    kills: { type: 'string', default: '30' },
    workers: { type: 'string', default: '2' },
    'engine-ms': { type: 'string', default: '200' },
    real: { type: 'boolean', default: false },
    port: { type: 'string', default: '9100' },
  },
})
const [submissions, kills, workers] = [Number(values.submissions), Number(values.kills), Number(values.workers)]
const began = performance.now()
const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`
const all = await harness({ port: Number(values.port), engine: values.real ? null : standIn(Number(values['engine-ms'])) })
const { place, origin } = all

/** Asked until there is an answer; what the platform refuses is an answer. */
const insist = async <T>(work: () => Promise<T>): Promise<T> => {
  for (const end = Date.now() + 300_000; ; await pause(200 + Math.random() * 400))
    try {
      return await work()
    } catch (error) {
      if (Date.now() > end) throw error
      if (error instanceof Answered && error.status < 500 && ![408, 429].includes(error.status)) throw error
    }
}
let failed = false
try {
  await place.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: false, pictures: false }))
  const people = await authors(place, Math.max(2, Math.ceil(submissions / 100)))
  const made = await programs(place, people, submissions)
  console.log(`${made.length} programs of ${people.length} developers after ${seconds()}`)
  for (let n = 0; n < workers; n++) all.worker(1)

  const accepted: string[] = []
  const one = async (n: number): Promise<void> => {
    const { id: program, token } = made[n]!
    const ask = asking(origin, token)
    const bytes = packageOf(n)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const [first, second] = [randomUUID(), randomUUID()]
    const { id } = await insist(() =>
      ask<Upload>(
        'POST',
        `/api/programs/${program}/versions`,
        { label: '2.0.0', changelog: '新的', sha256, bytes: bytes.length },
        { 'idempotency-key': first },
      ),
    )
    await insist(async () => {
      const { state } = await ask<Upload>('GET', `/api/versions/${id}`)
      if (state === 'uploading')
        await ask('PUT', `/api/versions/${id}/package`, bytes, { 'content-type': 'application/zip', 'x-content-sha256': sha256 })
    })
    const ready = await insist(async () => {
      const now = await ask<Upload>('GET', `/api/versions/${id}`)
      if (now.state === 'quarantined' || now.state === 'uploading') throw new Error(now.state)
      return now
    })
    if (ready.state !== 'checked') throw new Error(`${id} is ${ready.state}`)
    // Asked again with another version of the row, the same key still is the same request.
    await insist(() => submit(ask, ready, REVISION, '新的版本', {}, second))
    accepted.push(id)
  }
  let next = 0
  const refused: string[] = []
  const clients = Array.from({ length: 6 }, async () => {
    for (let n = next++; n < submissions; n = next++) await one(n).catch((error: Error) => refused.push(error.message))
  })
  let over = false
  const killed: Record<Kind, number> = { server: 0, worker: 0, database: 0 }
  const killer = (async () => {
    const total = () => killed.server + killed.worker + killed.database
    while (total() < kills) {
      await pause(500 + Math.random() * (over ? 1500 : 5000))
      // Over all of the submissions, however long they take: not all at their beginning.
      if (!over && accepted.length < ((total() - 1) / kills) * submissions) continue
      const kind = (['server', 'worker', 'database'] as const)[Math.floor(Math.random() * 3)]!
      if (await all.kill(kind)) killed[kind]++
    }
  })()
  await Promise.all(clients)
  over = true
  await killer
  const lastKill = performance.now()
  for (const why of refused.slice(0, 3)) console.log(why)
  console.log(`${accepted.length} submissions accepted, ${refused.length} not; killed ${JSON.stringify(killed)} after ${seconds()}`)
  await all.server()

  // What moves comes to rest by itself.
  const moving = () =>
    insist(() =>
      place.store.db
        .selectFrom('version')
        .select(['id', 'state'])
        .where('id', 'in', accepted)
        .where('state', 'in', ['uploading', 'quarantined', 'in-auto', 'auto-ok'])
        .execute(),
    )
  let rest = await moving()
  for (const end = Date.now() + 900_000; rest.length > 0 && Date.now() < end; rest = await moving()) await pause(500)
  const settledAfter = (performance.now() - lastKill) / 1000

  const { db } = place.store
  const rows = await db.selectFrom('version').select(['id', 'state']).where('id', 'in', accepted).execute()
  const lost = accepted.filter((id) => !rows.some((row) => row.id === id))
  const doubled = await db
    .selectFrom('audit')
    .select(['subject_id', 'type', (eb) => eb.fn.countAll<number>().as('count')])
    .where('subject_id', 'in', accepted)
    .where('type', 'in', [
      'version.store',
      'version.accept',
      'version.submit',
      'version.pass',
      'version.approve',
      'version.hand-over',
      'version.check-failed',
    ])
    .groupBy(['subject_id', 'type'])
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute()
  const verdicts = await db
    .selectFrom('audit')
    .select(['subject_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('subject_id', 'in', accepted)
    .where('type', 'in', ['version.pass', 'version.check-failed'])
    .groupBy('subject_id')
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute()
  const decisions = await db
    .selectFrom('decision')
    .select(['version', (eb) => eb.fn.countAll<number>().as('count')])
    .where('version', 'in', accepted)
    .groupBy('version')
    .execute()
  const mails = await db
    .selectFrom('mail')
    .select(['about_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('about_id', 'in', accepted)
    .where('template', '=', 'approved')
    .groupBy(['about_id', 'account'])
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute()
  const failedChecks = await db
    .selectFrom('review_reason')
    .select('version')
    .distinct()
    .where('version', 'in', accepted)
    .where('reason', '=', 'check-failed')
    .execute()
  const states: Record<string, number> = {}
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1
  const verdict = await verifyAudit(place.store)
  const broken = await brokenInvariants(place.store)
  const result = {
    submissions,
    accepted: accepted.length,
    refused,
    killed,
    lost: lost.length,
    doubled: doubled.length + verdicts.length,
    decidedTwice: decisions.filter(({ count }) => Number(count) > 1).length,
    decidedByTheMachine: decisions.length,
    mailedTwice: mails.length,
    stuck: rest.length,
    toPeopleForAFailedCheck: failedChecks.length,
    states,
    settledSecondsAfterTheLastKill: Math.round(settledAfter),
    log: verdict,
    broken,
    seconds: Math.round((performance.now() - began) / 1000),
  }
  console.log(JSON.stringify(result, null, 1))
  failed =
    result.accepted !== submissions ||
    result.lost + result.doubled + result.decidedTwice + result.mailedTwice + result.stuck + broken.length > 0 ||
    !verdict.ok
} finally {
  await all.close()
}
console.log(failed ? 'NOT SOUND' : 'sound: none lost, none decided twice, none stuck')
process.exit(failed ? 1 : 0)
