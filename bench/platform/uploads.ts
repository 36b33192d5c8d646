/**
 * Uploads of two megabytes through the routes while reviews run: how many are accepted in a minute, and how long one takes;
 * and how long after an upload the static verdict is there when nothing else is to be done.
 *
 *   node bench/platform/uploads.ts [--seconds 60] [--clients 6] [--bytes 2000000] [--idle 10] [--port 9140]
 */
import { createHash, randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { asking, opened, submit, type Upload } from '../../packages/platform/scripts/seed.ts'
import { SYSTEM } from '../../packages/platform/src/domain/words.ts'
import { setSetting } from '../../packages/platform/src/store/settings.ts'
import { authors, harness, packageOf, percentile, programs, REVISION } from './harness.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    clients: { type: 'string', default: '6' },
    bytes: { type: 'string', default: '2000000' },
    idle: { type: 'string', default: '10' },
    port: { type: 'string', default: '9140' },
  },
})
const [seconds, clients, size] = [Number(values.seconds), Number(values.clients), Number(values.bytes)]
// The real engine, so that the processors are as busy as they would be.
const all = await harness({ port: Number(values.port), engine: null })
try {
  const { place, origin } = all
  await place.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: false, pictures: false }))
  const people = await authors(place, 20)
  const made = await programs(place, people, Math.max(20, Number(values.idle)), false)
  all.worker(1)

  // One by one, with nothing else to be done: from the last byte of the upload to the static check's end.
  const idle: number[] = []
  // Where the time of each went, in milliseconds after the last byte.
  const phases: Record<string, number>[] = []
  for (let n = 0; n < Number(values.idle); n++) {
    const { id: program, token } = made[n]!
    const ask = asking(origin, token)
    const bytes = packageOf(1_000_000 + n, size)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { id } = await ask<Upload>(
      'POST',
      `/api/programs/${program}/versions`,
      { label: '1.0.0', changelog: '首版', sha256, bytes: bytes.length },
      { 'idempotency-key': randomUUID() },
    )
    const began = performance.now()
    await ask('PUT', `/api/versions/${id}/package`, bytes, { 'content-type': 'application/zip', 'x-content-sha256': sha256 })
    const ended = Date.now()
    const put = performance.now() - began
    const version = await opened(ask, id)
    const seen = performance.now() - began
    await submit(ask, version, REVISION, '首个版本')
    const submitted = performance.now() - began
    for (;;) {
      const done = await place.store.db
        .selectFrom('check_run')
        .select(['started_at', 'ended_at', 'queued_at', 'note'])
        .where('version', '=', id)
        .where('check_id', '=', 'static')
        .where('state', '=', 'done')
        .executeTakeFirst()
      if (done) {
        const after = (at: number | null) => (at === null ? Number.NaN : Math.round(put + at - ended))
        phases.push({
          put: Math.round(put),
          opened: Math.round(seen),
          submitted: Math.round(submitted),
          planned: after(done.queued_at),
          started: after(done.started_at),
          ended: after(done.ended_at),
          engine: (done.note as { ms: number }).ms,
        })
        break
      }
      await pause(50)
    }
    idle.push((performance.now() - began) / 1000)
    // Until nothing else is at work: what went before is not to be in the way of the next.
    for (;;) {
      const open = await place.store.db.selectFrom('check_run').select('id').where('state', 'in', ['queued', 'running']).executeTakeFirst()
      if (!open) break
      await pause(100)
    }
  }
  const times: number[] = []
  const failures: string[] = []
  let n = 0
  const until = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const i = n++
        const { id: program, token } = made[i % made.length]!
        const ask = asking(origin, token)
        const bytes = packageOf(i, size)
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const began = performance.now()
        try {
          const { id } = await ask<Upload>(
            'POST',
            `/api/programs/${program}/versions`,
            { label: `1.${i}.0`, changelog: '更新', sha256, bytes: bytes.length },
            { 'idempotency-key': randomUUID() },
          )
          await ask('PUT', `/api/versions/${id}/package`, bytes, { 'content-type': 'application/zip', 'x-content-sha256': sha256 })
          if (performance.now() <= until) times.push(performance.now() - began)
        } catch (error) {
          failures.push((error as Error).message.slice(0, 200))
        }
      }
    }),
  )
  const accepted = await place.store.db
    .selectFrom('version')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('sha256', 'is not', null)
    .executeTakeFirstOrThrow()
  const opened_ = await place.store.db
    .selectFrom('audit')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('type', '=', 'version.accept')
    .executeTakeFirstOrThrow()
  console.log(
    JSON.stringify(
      {
        bytes: size,
        uploadsPerMinute: Math.round((times.length / seconds) * 60),
        ms: { median: Math.round(percentile(times, 0.5)), p95: Math.round(percentile(times, 0.95)) },
        refused: failures.length,
        why: [...new Set(failures)].slice(0, 3),
        stored: Number(accepted.count),
        openedAndPreviewedMeanwhile: Number(opened_.count),
        load: loadavg()[0],
        phases: Object.fromEntries(
          Object.keys(phases[0] ?? {}).map((name) => [
            name,
            Math.round(
              percentile(
                phases.map((one) => one[name]!),
                0.5,
              ),
            ),
          ]),
        ),
        staticVerdictSecondsWhenIdle: { median: percentile(idle, 0.5), p95: percentile(idle, 0.95) },
      },
      null,
      1,
    ),
  )
} finally {
  await all.close()
}
process.exit(0)
