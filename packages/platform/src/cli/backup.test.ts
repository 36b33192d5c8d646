import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { approved, live, program, staff, stateOf, waiting } from '../../test/scene.ts'
import { KEY, type Works, works } from '../../test/works.ts'
import { brokenInvariants, exportHead, verifyAudit } from '../store/audit.ts'
import { diskBlobs } from '../store/blobs/disk.ts'
import { openStore, type Store } from '../store/store.ts'
import { transition } from '../store/transition.ts'
import { publicBlob } from '../store/versions.ts'
import { backup, restore } from './backup.ts'

let all: Works
let folder: string
const closes: (() => Promise<void>)[] = []
beforeAll(async () => {
  all = await works()
  folder = mkdtempSync(join(tmpdir(), 'menshen-backup-'))
}, 60_000)
afterAll(async () => {
  for (const close of closes) await close()
  await all.close()
  rmSync(folder, { recursive: true, force: true })
})
/** An empty database, without any table. */
const empty = async (): Promise<Store> => {
  const { url, drop } = await testDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('drop schema public cascade; create schema public')
  await client.end()
  const store = openStore({ url, clock: { now: () => Date.now() }, max: 5, key: KEY })
  closes.push(async () => {
    await store.close()
    await drop()
  })
  return store
}
const blobsAt = (name: string) => diskBlobs(join(folder, name))

test('a platform comes back as it was: rows, log, bytes and what may be done with them', async () => {
  const reviewer = await staff(all.store, 'reviewer')
  const out = await live(all.store, reviewer)
  const ready = await approved(all.store, reviewer)
  const open = await waiting(all.store)
  // What has line ends of other alphabets in it is still one row.
  await all.store.db.updateTable('account').set({ display_name: 'a\u2028b\nc' }).where('id', '=', out.program.owner.id!).execute()
  const { sha256 } = await all.blobs.put([Buffer.from('some bytes')], { max: 100 })
  await all.store.db.insertInto('blob').values({ sha256, size: 10, mime: 'text/plain', created_at: 1 }).execute()
  const head = await exportHead(all.store)
  const one = await backup(all, join(folder, 'kept'))
  expect(one.copied).toBe(1)
  // Later acts are not in it; a second backup copies no blob again.
  await all.store.run((tx) => transition(tx, { subject: 'version', id: open.id, event: 'claim', actor: reviewer }))
  expect((await backup(all, join(folder, 'kept'))).copied).toBe(0)

  const store = await empty()
  const blobs = await blobsAt('again')
  const { missing, broken, manifest } = await restore({ store, blobs }, one.folder)
  expect(broken).toEqual([])
  expect(manifest.head?.seq).toBe(head?.seq)
  // Those of the scene were never put anywhere.
  expect(missing).not.toContain(sha256)
  expect((await blobs.read(sha256)).toString()).toBe('some bytes')
  expect((await verifyAudit(store, [head!])).ok).toBe(true)
  expect(await publicBlob(store, out.id)).toBe(out.sha256)
  expect(await stateOf(store, 'version', open.id)).toBe('awaiting-human')
  const { display_name } = await store.db
    .selectFrom('account')
    .select('display_name')
    .where('id', '=', out.program.owner.id!)
    .executeTakeFirstOrThrow()
  expect(display_name).toBe('a\u2028b\nc')
  // Everything goes on: the guards hold, numbers go on counting, timers are there.
  await store.run((tx) =>
    transition(tx, { subject: 'version', id: ready.id, event: 'publish', actor: ready.program.admin, payload: { percent: 5 } }),
  )
  await expect(store.db.updateTable('version').set({ state: 'live' }).where('id', '=', open.id).execute()).rejects.toThrow(/transition/)
  await expect(store.db.deleteFrom('audit').execute()).rejects.toThrow(/stays/)
  await program(store)
  expect(await brokenInvariants(store)).toEqual([])
}, 60_000)

test('a backup that was changed, or of another release, or into a place that is not empty, is refused', async () => {
  const { folder: made } = await backup(all, join(folder, 'other'))
  await expect(restore({ store: all.store, blobs: all.blobs }, made)).rejects.toMatchObject({
    text: { en: expect.stringContaining('not empty') },
  })
  const table = join(made, 'account.jsonl.gz')
  const whole = readFileSync(table)
  writeFileSync(table, gzipSync(gunzipSync(whole).toString().replace('dev-', 'den-')))
  const store = await empty()
  await expect(restore({ store, blobs: await blobsAt('x') }, made)).rejects.toMatchObject({ code: 'corrupt' })
  expect(await store.db.selectFrom('account').select('id').execute()).toEqual([])
  writeFileSync(table, whole)
  const manifest = JSON.parse(readFileSync(join(made, 'backup.json'), 'utf8'))
  writeFileSync(
    join(made, 'backup.json'),
    JSON.stringify({ ...manifest, migrations: [{ name: '0001_spine.sql', sha256: '0'.repeat(64) }] }),
  )
  await expect(restore({ store: await empty(), blobs: await blobsAt('y') }, made)).rejects.toMatchObject({
    text: { en: expect.stringContaining('another release') },
  })
  expect(readdirSync(join(folder, 'other')).filter((name) => name.endsWith('.part'))).toEqual([])
}, 60_000)
