/** Files that people put: sealed under their key, found by the digest of what they put, opened for whoever may see them. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { SYSTEM } from '../domain/words.ts'
import type { Blobs } from './blobs/blobs.ts'
import { corrupt } from './blobs/blobs.ts'
import { Problem } from './problem.ts'
import type { Secrets } from './secrets.ts'
import type { Store, Tx } from './store.ts'
import { type BlobNote, noteBlob } from './versions.ts'

const MOST = 11 * 1024 * 1024
/** What it is called, how large it is, and where it lies sealed; null where it lies open, as papers of older platforms may. */
export interface HeldFile extends BlobNote {
  readonly account: string
  readonly stored: string | null
}
type Room = { readonly store: Store; readonly blobs: Blobs; readonly secrets: Secrets }
const purpose = (sha256: string): string => `file:${sha256}`

/** Seals bytes for an account and puts them; bytes first, so that no row names what is not there. */
export const sealFile = async (
  { store, blobs, secrets }: Room,
  { account, bytes, mime }: { readonly account: string; readonly bytes: Uint8Array; readonly mime: string },
): Promise<HeldFile> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sealed = await store.run((tx) => secrets.seal(tx, `account:${account}`, purpose(sha256), bytes))
  const stored = await blobs.put([sealed], { max: MOST + 1024 })
  await store.run((tx) => holdSealed(tx, { account, sha256, size: bytes.length, mime, stored: stored.sha256 }, stored.size))
  return { account, sha256, size: bytes.length, mime, stored: stored.sha256 }
}
/** Writes down what lies sealed. Put twice it is one: the first stays, and the other bytes are nobody's. */
const holdSealed = async (tx: Tx, file: HeldFile & { readonly stored: string }, bytes: number): Promise<void> => {
  await noteBlob(tx, { sha256: file.stored, size: bytes, mime: 'application/octet-stream' })
  await sql`insert into held_file (account, sha256, stored, size, mime, at)
    values (${file.account}, ${file.sha256}, ${file.stored}, ${file.size}, ${file.mime}, ${tx.now})
    on conflict (account, sha256) do update set stored = coalesce(held_file.stored, excluded.stored), size = excluded.size, mime = excluded.mime`.execute(
    tx.db,
  )
}
/** What was put, opened and held against its digest. */
export const openFile = async (
  { store, blobs, secrets }: Room,
  { sha256, stored }: Pick<HeldFile, 'sha256' | 'stored'>,
): Promise<Buffer> => {
  if (stored === null) return blobs.read(sha256, MOST)
  const bytes = await secrets.open(store.db, purpose(sha256), await blobs.read(stored, MOST + 1024))
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw corrupt(sha256)
  return bytes
}
/** Lays files open that a listing names: pictures that everybody is to see. Returns what to write down with the listing. */
export const layOpen = async (room: Room, files: readonly HeldFile[]): Promise<readonly BlobNote[]> => {
  for (const file of files)
    if (file.stored !== null) await room.blobs.put([await openFile(room, file)], { max: MOST, expected: file.sha256 })
  return files.map(({ sha256, size, mime }) => ({ sha256, size, mime }))
}
/** Writes blobs down as put just now: what is about to be named is not swept away as old. */
export const noteFresh = async (tx: Tx, blobs: readonly BlobNote[]): Promise<void> => {
  for (const { sha256, size, mime } of blobs)
    await tx.db
      .insertInto('blob')
      .values({ sha256, size, mime, created_at: tx.now })
      .onConflict((same) => same.column('sha256').doUpdateSet({ created_at: tx.now }))
      .execute()
}

/** Files that an account put, by hash; what somebody else put is not there. Of two who put the same, either will do. */
export const heldFiles = async (
  from: Pick<Tx, 'db'> | Pick<Store, 'db'>,
  accounts: readonly string[],
  hashes: readonly string[],
): Promise<readonly HeldFile[]> => {
  if (hashes.length === 0 || accounts.length === 0) return []
  const { rows } = await sql<HeldFile>`
    select distinct on (f.sha256) f.account, f.sha256, f.stored, coalesce(f.size, b.size) "size", coalesce(f.mime, b.mime) mime
    from held_file f left join blob b on b.sha256 = f.sha256
    where f.account in (${sql.join([...accounts])}) and f.sha256 in (${sql.join([...hashes])}) and coalesce(f.size, b.size) is not null
    order by f.sha256, f.stored nulls last`.execute((from as Pick<Store, 'db'>).db)
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}
/** The same, all of them or a problem that names the first that is not there. */
export const demandFiles = async (
  from: Pick<Tx, 'db'> | Pick<Store, 'db'>,
  accounts: readonly string[],
  hashes: readonly string[],
): Promise<ReadonlyMap<string, HeldFile>> => {
  const found = new Map((await heldFiles(from, accounts, hashes)).map((row) => [row.sha256, row]))
  const absent = hashes.find((hash) => !found.has(hash))
  if (absent !== undefined)
    throw new Problem(
      'invalid',
      { zh: '引用的文件没有上传', en: 'a file that is named was not put' },
      { faults: [{ field: 'file', why: { zh: absent, en: absent } }] },
    )
  return found
}

/** Where the file of a paper lies. */
const PAPER = sql`from document d left join held_file h on h.account = d.uploaded_by and h.sha256 = d.sha256 left join blob b on b.sha256 = d.sha256`
/** A file of the papers of an account’s entity, or of one document; null when it is none of theirs. */
export const paperFile = async (
  store: Store,
  kind: 'papers' | 'document',
  id: string,
  sha256: string,
): Promise<Omit<HeldFile, 'account'> | null> => {
  const { rows } = await sql<HeldFile>`
    select d.sha256, h.stored, coalesce(h.size, b.size) "size", coalesce(h.mime, b.mime) mime ${PAPER}
    where d.sha256 = ${sha256} and coalesce(h.size, b.size) is not null
      and ${kind === 'document' ? sql`d.id = ${id}` : sql`exists (select 1 from account a where a.id = ${id} and a.entity = d.entity)`}
    order by h.stored nulls last limit 1`.execute(store.db)
  const [row] = rows
  return row ? { ...row, size: Number(row.size) } : null
}

/** Papers of places nearby that lie open from before, by who owns the program whose listing names them. */
const openLicences = async (store: Store, most: number) => {
  const { rows } = await sql<{ sha256: string; account: string; mime: string }>`
    select distinct b.sha256, o.owner account, b.mime
    from listing l join program o on o.id = l.program join account a on a.id = o.owner and a.state <> 'freed'
      cross join jsonb_array_elements(case jsonb_typeof(l.content->'nearby') when 'array' then l.content->'nearby' else '[]' end) place
      join blob b on b.sha256 = place->>'licence'
    where not exists (select 1 from held_file h join membership m on m.account = h.account and m.program = o.id
        where h.sha256 = b.sha256 and h.stored is not null)
      and not exists (select 1 from held_file h where h.account = o.owner and h.sha256 = b.sha256 and h.stored is not null)
      and not exists (select 1 from seal s where s.owner = 'account:' || o.owner and s.destroyed_at is not null)
    order by 1 limit ${most}`.execute(store.db)
  return rows
}
/** Papers that still lie open, and whose owners still have a key: put before files were sealed, or by other ways than a page. */
const openPapers = async (store: Store, most: number) => {
  const { rows } = await sql<{ sha256: string; account: string; mime: string }>`
    select distinct d.sha256, d.uploaded_by account, b.mime
    from document d join blob b on b.sha256 = d.sha256 join account a on a.id = d.uploaded_by and a.state <> 'freed'
    where not exists (select 1 from held_file h where h.account = d.uploaded_by and h.sha256 = d.sha256 and h.stored is not null)
      and not exists (select 1 from seal s where s.owner = 'account:' || d.uploaded_by and s.destroyed_at is not null)
    order by 1 limit ${most}`.execute(store.db)
  return rows
}
/** Seals papers that lie open; their open bytes are nobody's then, and go with what nobody needs. Returns how many. */
export const sealPapers = async (room: Room, most = 50): Promise<number> => {
  let sealed = 0
  for (const { sha256, account, mime } of [...(await openPapers(room.store, most)), ...(await openLicences(room.store, most))]) {
    if ((await room.blobs.size(sha256)) === null) continue
    await sealFile(room, { account, bytes: await room.blobs.read(sha256, MOST), mime })
    sealed++
  }
  if (sealed > 0) await room.store.run(async (tx) => tx.log({ type: 'papers.sealed', actor: SYSTEM, payload: { count: sealed } }))
  return sealed
}
