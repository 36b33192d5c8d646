import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { developer, LISTING, program, waiting } from '../../test/scene.ts'
import { DAY } from '../domain/words.ts'
import type { Blobs } from './blobs/blobs.ts'
import { diskBlobs } from './blobs/disk.ts'
import { uploadDocument } from './entities.ts'
import { paperFiles } from './entity-pages.ts'
import { evidenceBlob, licenceFile } from './evidence.ts'
import { demandFiles, heldFiles, layOpen, openFile, paperFile, sealFile, sealPapers } from './files.ts'
import { isOwned, papersToErase, takeUnowned } from './house.ts'
import { saveListing } from './programs.ts'
import { openSecrets, type Secrets } from './secrets.ts'
import { noteBlob } from './versions.ts'

let at: TestStore
let blobs: Blobs
let folder: string
const secrets: Secrets = openSecrets(Buffer.alloc(32, 5))
beforeAll(async () => {
  at = await testStore()
  folder = mkdtempSync(join(tmpdir(), 'menshen-files-'))
  blobs = await diskBlobs(folder)
})
afterAll(async () => {
  await at.close()
  rmSync(folder, { recursive: true, force: true })
})
const room = () => ({ store: at.store, blobs, secrets })
const WORDS = 'identity card of 李小红, 110101199001011234'
/** Everything that lies in the folder, in one. */
const disk = (): string =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path).toString('latin1'))
    .join('\n')

test('what somebody puts lies sealed, another way each time, and is theirs alone', async () => {
  const [one, other] = [await developer(at.store), await developer(at.store)]
  const bytes = Buffer.from(WORDS)
  const mine = await sealFile(room(), { account: one.id!, bytes, mime: 'image/png' })
  const theirs = await sealFile(room(), { account: other.id!, bytes, mime: 'image/png' })
  expect(mine.sha256).toBe(theirs.sha256)
  expect(mine.stored).not.toBe(theirs.stored)
  expect(disk()).not.toContain('110101199001011234')
  expect((await openFile(room(), mine)).equals(bytes)).toBe(true)
  const third = await developer(at.store)
  expect(await heldFiles(at.store, [third.id!], [mine.sha256])).toEqual([])
  await expect(demandFiles(at.store, [third.id!], [mine.sha256])).rejects.toMatchObject({ code: 'invalid' })
  expect([...(await demandFiles(at.store, [one.id!], [mine.sha256])).values()]).toMatchObject([{ stored: mine.stored, size: bytes.length }])
  // Put again it is the same file, and what is left over is nobody's.
  const again = await sealFile(room(), { account: one.id!, bytes, mime: 'image/png' })
  expect((await heldFiles(at.store, [one.id!], [mine.sha256]))[0]!.stored).toBe(mine.stored)
  expect(await takeUnowned(at.store, at.clock.now() + 1)).toContain(again.stored)
  expect(await isOwned(at.store, mine.stored!)).toBe(true)
})
test('what was changed where it lies, or belongs to another digest, is not opened', async () => {
  const owner = await developer(at.store)
  const [one, two] = [
    await sealFile(room(), { account: owner.id!, bytes: Buffer.from('one paper'), mime: 'image/png' }),
    await sealFile(room(), { account: owner.id!, bytes: Buffer.from('two paper'), mime: 'image/png' }),
  ]
  await expect(openFile(room(), { sha256: one.sha256, stored: two.stored })).rejects.toMatchObject({ code: 'corrupt' })
  const other = openSecrets(Buffer.alloc(32, 6))
  await expect(openFile({ ...room(), secrets: other }, one)).rejects.toMatchObject({ code: 'corrupt' })
})
test('a paper is opened by its document or by its entity, and by no other', async () => {
  const [owner, other] = [await developer(at.store), await developer(at.store)]
  const file = await sealFile(room(), { account: owner.id!, bytes: Buffer.from('a licence'), mime: 'application/pdf' })
  const id = await at.store.run((tx) =>
    uploadDocument(tx, { entity: owner.entity!, kind: 'licence', blob: file, fileName: 'a.pdf', actor: owner }),
  )
  expect(await paperFile(at.store, 'document', id, file.sha256)).toMatchObject({ stored: file.stored, mime: 'application/pdf', size: 9 })
  expect(await paperFile(at.store, 'papers', owner.id!, file.sha256)).toMatchObject({ stored: file.stored })
  expect(await paperFile(at.store, 'papers', other.id!, file.sha256)).toBeNull()
  expect(await paperFile(at.store, 'document', id, 'a'.repeat(64))).toBeNull()
  expect(await paperFiles(at.store, [id])).toMatchObject([{ size: 9, mime: 'application/pdf' }])
  expect(await blobs.size(file.sha256)).toBeNull()
})
test('a picture is laid open when a listing names it, and only then', async () => {
  const owner = await developer(at.store)
  const icon = await sealFile(room(), { account: owner.id!, bytes: Buffer.from('an icon'), mime: 'image/png' })
  expect(await blobs.size(icon.sha256)).toBeNull()
  expect(await layOpen(room(), [icon])).toEqual([{ sha256: icon.sha256, size: 7, mime: 'image/png' }])
  expect((await blobs.read(icon.sha256)).toString()).toBe('an icon')
})
test('papers that lie open from before are sealed, and their open bytes go', async () => {
  const owner = await developer(at.store)
  const stored = await blobs.put([Buffer.from('an old open paper')], { max: 100 })
  const id = await at.store.run((tx) =>
    uploadDocument(tx, { entity: owner.entity!, kind: 'licence', blob: { ...stored, mime: 'image/png' }, fileName: 'a.png', actor: owner }),
  )
  expect(await paperFile(at.store, 'document', id, stored.sha256)).toMatchObject({ stored: null })
  expect(disk()).toContain('an old open paper')
  expect(await sealPapers(room())).toBe(1)
  expect(await sealPapers(room())).toBe(0)
  const file = await paperFile(at.store, 'document', id, stored.sha256)
  expect((await openFile(room(), file!)).toString()).toBe('an old open paper')
  at.clock.forward(3 * DAY)
  const gone = await takeUnowned(at.store, at.clock.now() - 2 * DAY)
  expect(gone).toContain(stored.sha256)
  expect(gone).not.toContain(file!.stored)
  for (const sha256 of gone) await blobs.remove(sha256)
  expect(disk()).not.toContain('an old open paper')
  expect((await openFile(room(), file!)).toString()).toBe('an old open paper')
})
test('only accounts that are gone lose their files', async () => {
  const owner = await developer(at.store)
  await sealFile(room(), { account: owner.id!, bytes: Buffer.from('still needed'), mime: 'image/png' })
  expect(await papersToErase(at.store, owner.id!)).toEqual([])
})
test('the paper of a place nearby stays sealed and opens with the version whose listing names it; older ones are sealed', async () => {
  const place = (licence: string) => ({
    name: '店',
    address: '某市某路 1 号',
    phone: '010-1',
    service: '堂食',
    latitude: 1,
    longitude: 1,
    licence,
  })
  const listed = async (licence: string, made: Awaited<ReturnType<typeof program>>) => {
    const { id: listing } = await at.store.run((tx) =>
      saveListing(tx, { program: made.id, content: { ...LISTING, nearby: [place(licence)] }, actor: made.owner }),
    )
    return waiting(at.store, { ...made, listing })
  }
  const made = await program(at.store)
  const sealed = await sealFile(room(), { account: made.owner.id!, bytes: Buffer.from('lease of shop one'), mime: 'application/pdf' })
  const item = await listed(sealed.sha256, made)
  expect(await evidenceBlob(at.store, item.id, sealed.sha256)).toBeNull()
  const found = await licenceFile(at.store, item.id, sealed.sha256)
  expect(found).toMatchObject({ stored: sealed.stored, mime: 'application/pdf', size: 17 })
  expect((await openFile(room(), found!)).toString()).toBe('lease of shop one')
  // A stranger who names the same digest opens nothing with it.
  const stranger = await listed(sealed.sha256, await program(at.store))
  expect(await licenceFile(at.store, stranger.id, sealed.sha256)).toBeNull()

  const other = await program(at.store)
  const open = await blobs.put([Buffer.from('lease of shop two, open')], { max: 100 })
  await at.store.run((tx) => noteBlob(tx, { ...open, mime: 'application/pdf' }))
  const older = await listed(open.sha256, other)
  expect(await licenceFile(at.store, older.id, open.sha256)).toMatchObject({ stored: null })
  expect(await sealPapers(room())).toBe(1)
  expect(await sealPapers(room())).toBe(0)
  at.clock.forward(3 * DAY)
  const gone = await takeUnowned(at.store, at.clock.now() - 2 * DAY)
  expect(gone).toContain(open.sha256)
  for (const sha256 of gone) await blobs.remove(sha256)
  expect(disk()).not.toContain('lease of shop two')
  expect((await openFile(room(), (await licenceFile(at.store, older.id, open.sha256))!)).toString()).toBe('lease of shop two, open')
})
