/**
 * How long people wait for the difference of two versions of a large program: two megabytes in four hundred files and one of a
 * megabyte, two thousand findings, and a run of a hundred screens each.
 *
 *   node bench/platform/difference.ts [--files 400] [--findings 2000] [--times 15]
 */
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Chunk } from '@codemirror/merge'
import { Text } from '@codemirror/state'
import { pino } from 'pino'
import { SYSTEM } from '../../packages/platform/src/domain/words.ts'
import { createApp } from '../../packages/platform/src/http/app.ts'
import { ROUTES } from '../../packages/platform/src/http/routes/index.ts'
import { openServices } from '../../packages/platform/src/http/services.ts'
import { openSession } from '../../packages/platform/src/store/accounts.ts'
import { diskBlobs } from '../../packages/platform/src/store/blobs/disk.ts'
import { beginCheck, planCheck, saveRisk } from '../../packages/platform/src/store/checks.ts'
import { startEmbedded } from '../../packages/platform/src/store/postgres/embedded.ts'
import { endCheckOf, noteBlobs } from '../../packages/platform/src/store/review.ts'
import { openSecrets } from '../../packages/platform/src/store/secrets.ts'
import { openStore } from '../../packages/platform/src/store/store.ts'
import { transition } from '../../packages/platform/src/store/transition.ts'
import { acceptIntake, beginVersion, storeVersion, submitVersion } from '../../packages/platform/src/store/versions.ts'
import { FINDING } from '../../packages/platform/test/engines.ts'
import { judge, program, staff } from '../../packages/platform/test/scene.ts'
import { changesOf } from '../../packages/platform/web/src/workbench/lines.ts'
import { percentile } from './harness.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '400' },
    findings: { type: 'string', default: '2000' },
    times: { type: 'string', default: '15' },
  },
})
const [files, findings, times] = [Number(values.files), Number(values.findings), Number(values.times)]
const folder = mkdtempSync(join(tmpdir(), 'menshen-bench-'))
chmodSync(folder, 0o711)
const server = await startEmbedded({ folder })
const store = openStore({ url: server.url, clock: Date, key: Buffer.alloc(32, 1) })
try {
  await store.migrate()
  const blobs = await diskBlobs(join(folder, 'blobs'))
  const services = await openServices({
    store,
    blobs,
    secrets: openSecrets(Buffer.alloc(32, 2)),
    databaseUrl: null,
    log: pino({ level: 'silent' }),
    options: { origin: 'http://127.0.0.1:1', evidenceOrigin: 'http://127.0.0.1:2', staffSecondFactor: false },
  })
  const app = createApp(services, ROUTES)
  const reviewer = await staff(store, 'reviewer')
  const one = await program(store)

  /** A file of so many lines; the second version changes some of them in each fourth file. */
  const source = (n: number, lines: number, second: boolean) =>
    Array.from({ length: lines }, (_, i) => {
      const changed = second && n % 4 === 0 && i % (lines > 1000 ? 100 : 10) === 3
      return `  const value${i} = compute(${n}, ${i}${changed ? ', true' : ''}) // 第 ${i} 行`
    }).join('\n')
  const put = async (content: string | Buffer) => {
    const bytes = Buffer.from(content)
    return { ...(await blobs.put([bytes], { max: bytes.length })), mime: 'application/octet-stream' }
  }
  const version = async (label: string, second: boolean): Promise<{ readonly id: string; readonly sha256: string }> => {
    const rows: { path: string; sha256: string; size: number }[] = []
    for (let n = 0; n < files; n++) rows.push({ path: `pages/page${n}/page${n}.js`, ...(await put(source(n, 55, second))) })
    rows.push({ path: 'vendor/all.js', ...(await put(source(0, 21_000, second))) })
    const whole = { ...(await put(`package ${label}`)), mime: 'application/zip' }
    const screens = await Promise.all(Array.from({ length: 100 }, (_, i) => put(`screen ${i} ${second && i % 3 === 0 ? label : ''}`)))
    const run = await put(
      JSON.stringify({
        run: {
          value: {
            passes: Array.from({ length: 20 }, (_, p) => ({
              id: `p${p}`,
              kind: 'sweep',
              records: Array.from({ length: 1600 }, (_, r) => ({
                kind: 'call',
                api: 'wx.request',
                page: `pages/page${r % 40}`,
                args: 'x'.repeat(200),
              })),
              screens: Array.from({ length: 40 }, (_, m) => ({
                id: m,
                image: screens[(p * 5 + m) % 100]!.sha256,
                state: { route: `pages/page${m}/page${m}` },
              })),
              moves: Array.from({ length: 40 }, (_, m) => ({
                step: { do: 'open', route: `pages/page${m}` },
                before: m,
                after: m,
                from: m * 40,
                to: m * 40 + 40,
              })),
            })),
          },
        },
      }),
    )
    return store.run(async (tx) => {
      const { id } = await beginVersion(tx, { program: one.id, label, actor: one.owner })
      await storeVersion(tx, { version: id, blob: whole })
      await noteBlobs(tx, [...rows.map(({ sha256, size }) => ({ sha256, size, mime: 'application/octet-stream' }))])
      await acceptIntake(tx, {
        version: id,
        manifest: { pages: rows.map(({ path }) => path.replace('.js', '')), access: ['private:getLocation'] },
        files: rows,
      })
      await submitVersion(tx, { version: id, listing: one.listing, actor: one.owner })
      const check = await planCheck(tx, { version: id, check: 'run', checkVersion: '1', rulebook: 'r', required: true })
      await beginCheck(tx, check)
      await endCheckOf(tx, {
        id: check,
        findings: Array.from({ length: findings }, (_, i) => ({
          ...FINDING,
          fingerprint: createHash('sha256')
            .update(`${second && i % 5 === 0 ? label : ''} ${i}`)
            .digest('hex')
            .slice(0, 32),
          places: [
            { file: `pages/page${i % files}/page${i % files}.js`, start: { line: i % 50, column: 1 }, end: { line: i % 50, column: 9 } },
          ],
        })) as never,
        evidence: [{ ...run, kind: 'run' }, ...screens.map((screen) => ({ ...screen, kind: 'screenshot' }))],
      })
      await saveRisk(tx, id, { score: 3 }, true)
      await transition(tx, { subject: 'version', id, event: 'hand-over', actor: SYSTEM })
      await transition(tx, { subject: 'version', id, event: 'claim', actor: reviewer })
      return { id, sha256: whole.sha256 }
    })
  }
  const first = await version('1.0.0', false)
  await store.run((tx) => judge(tx, { ...first, actor: reviewer, action: 'approve' }))
  const second = await version('1.1.0', true)
  const { token } = await store.run((tx) => openSession(tx, { account: reviewer.id!, forMs: 3_600_000 }))
  const ask = async (path: string): Promise<string> => {
    const response = await app.request(
      path,
      { headers: { cookie: `menshen-session=${token}` } },
      { incoming: { socket: { remoteAddress: '10.0.0.1' } } },
    )
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`)
    return text
  }
  const measured = async (name: string, work: () => Promise<unknown> | unknown) => {
    const took: number[] = []
    for (let n = 0; n < times; n++) {
      const at = performance.now()
      await work()
      if (n > 0) took.push(performance.now() - at)
    }
    console.log(name.padEnd(34), `median ${percentile(took, 0.5).toFixed(0)} ms`, `p95 ${percentile(took, 0.95).toFixed(0)} ms`)
  }
  const item = `/api/review/items/${second.id}`
  const found = JSON.parse(await ask(`${item}/diff`)) as {
    files: unknown[]
    screens: { changed: boolean }[]
    findings: { came: unknown[] }
  }
  console.log({ files: found.files.length, screens: found.screens.length, came: found.findings.came.length, load: loadavg()[0] })
  await measured('the five-way difference', () => ask(`${item}/diff`))
  await measured('the list of files', () => ask(`${item}/files`))
  const path = encodeURIComponent('vendor/all.js')
  await measured('both sides of the largest file', () =>
    Promise.all([ask(`${item}/file?path=${path}`), ask(`/api/review/items/${first.id}/file?path=${path}`)]),
  )
  const texts = await Promise.all(
    [first, second].map(async ({ id }) => (JSON.parse(await ask(`/api/review/items/${id}/file?path=${path}`)) as { text: string }).text),
  )
  const [a, b] = texts.map((text) => Text.of(text.split('\n'))) as [Text, Text]
  let chunks = 0
  // As the workbench asks for it.
  await measured('its changes, as the page finds them', () => {
    chunks = Chunk.build(a, b, { override: changesOf }).length
  })
  console.log({ characters: texts[1]!.length, chunks })
  await services.hub.close()
} finally {
  await store.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
