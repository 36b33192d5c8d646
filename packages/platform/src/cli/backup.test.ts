import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
import { heldFiles, openFile, sealFile } from '../store/files.ts'
import { openSecrets } from '../store/secrets.ts'
import { openStore, type Store } from '../store/store.ts'
import { transition } from '../store/transition.ts'
import { publicBlob } from '../store/versions.ts'
import { backup, prune, restore } from './backup.ts'

let all: Works
let folder: string
const closes: (() => Promise<void>)[] = []
beforeAll(async () => {
  all = await works()
  folder = mkdtempSync(join(tmpdir(), 'menshen-backup-'))
})
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
})

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
})

test('a backup holds papers sealed, a restored platform opens them, and old backups go with the files that only they name', async () => {
  const to = join(folder, 'pruned')
  const owner = (await program(all.store)).owner
  const words = 'identity card 110101199001011234'
  const card = await sealFile(all, { account: owner.id!, bytes: Buffer.from(words), mime: 'image/png' })
  const brief = await all.blobs.put([Buffer.from('needed for a day')], { max: 100 })
  await all.store.db
    .insertInto('blob')
    .values({ ...brief, mime: 'text/plain', created_at: 1 })
    .execute()
  const first = await backup(all, to)
  const listed = (name: string) => readdirSync(join(to, name), { recursive: true }).map(String)
  const bytes = listed('blobs').filter((path) => /[0-9a-f]{64}$/.test(path))
  expect(bytes.some((path) => readFileSync(join(to, 'blobs', path)).includes('110101199001011234'))).toBe(false)
  expect(bytes.some((path) => path.endsWith(card.stored!))).toBe(true)

  const store = await empty()
  const again = { store, blobs: await blobsAt('papers'), secrets: openSecrets(KEY) }
  await restore(again, first.folder)
  const [held] = await heldFiles(store, [owner.id!], [card.sha256])
  expect((await openFile(again, held!)).toString()).toBe(words)

  // Later: what was needed for a day is gone from the platform, and then from its backups.
  await all.store.db.deleteFrom('blob').where('sha256', '=', brief.sha256).execute()
  all.forward(31 * 86_400_000)
  const second = await backup(all, to)
  expect(await prune(to, 40, all.store.clock.now())).toEqual({ backups: 0, files: 0 })
  expect(await prune(to, 30, all.store.clock.now())).toEqual({ backups: 1, files: 1 })
  expect([existsSync(first.folder), existsSync(second.folder)]).toEqual([false, true])
  expect(listed('blobs').some((path) => path.endsWith(brief.sha256))).toBe(false)
  expect(listed('blobs').some((path) => path.endsWith(card.stored!))).toBe(true)
  // The newest one stays, however old.
  all.forward(400 * 86_400_000)
  expect(await prune(to, 30, all.store.clock.now())).toEqual({ backups: 0, files: 0 })
  const { missing } = await restore({ store: await empty(), blobs: await blobsAt('papers2') }, second.folder)
  expect(missing).not.toContain(card.stored)
})
