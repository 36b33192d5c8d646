import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { developer } from '../../test/scene.ts'
import { DAY } from '../domain/words.ts'
import type { Blobs } from './blobs/blobs.ts'
import { diskBlobs } from './blobs/disk.ts'
import { uploadDocument } from './entities.ts'
import { paperFiles } from './entity-pages.ts'
import { demandFiles, heldFiles, layOpen, openFile, paperFile, sealFile, sealPapers } from './files.ts'
import { isOwned, papersToErase, takeUnowned } from './house.ts'
import { openSecrets, type Secrets } from './secrets.ts'

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
