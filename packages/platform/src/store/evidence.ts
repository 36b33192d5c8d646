/** Which bytes belong to what: nothing is shown because somebody knows its hash. */
import { sql } from 'kysely'
import type { Store, Tx } from './store.ts'

export interface BlobRow {
  readonly sha256: string
  readonly size: number
  readonly mime: string
}
/** Writes down that a blob is evidence about a version; the same once. */
export const noteEvidence = async (
  tx: Tx,
  {
    version,
    sha256,
    kind,
    meta = {},
  }: { readonly version: string; readonly sha256: string; readonly kind: string; readonly meta?: unknown },
): Promise<void> => {
  await tx.db
    .insertInto('evidence')
    .values({ version, sha256, kind, meta: JSON.stringify(meta), at: tx.now })
    .onConflict((same) => same.doNothing())
    .execute()
}
export const evidenceOf = (store: Store, version: string) =>
  store.db
    .selectFrom('evidence as e')
    .innerJoin('blob as b', 'b.sha256', 'e.sha256')
    .select(['e.sha256', 'e.kind', 'e.meta', 'e.at', 'b.size', 'b.mime'])
    .where('e.version', '=', version)
    .orderBy('e.at')
    .orderBy('e.sha256')
    .limit(5000)
    .execute()

/** Whether a listing names it as the paper of a place nearby. */
const isLicence = (sha256: string) => sql`exists (
  select 1 from jsonb_array_elements(case jsonb_typeof(l.content->'nearby') when 'array' then l.content->'nearby' else '[]' end) p
  where p->>'licence' = ${sha256})`

/** A blob, if it belongs to a version: its evidence, or a picture of its listing. */
export const evidenceBlob = async (store: Store, version: string, sha256: string): Promise<BlobRow | null> => {
  const { rows } = await sql<BlobRow>`select b.sha256, b.size, b.mime from blob b where b.sha256 = ${sha256} and (
    exists (select 1 from evidence e where e.version = ${version} and e.sha256 = b.sha256)
    or exists (select 1 from version v join listing l on l.id = v.listing where v.id = ${version}
      and (l.content->>'icon' = b.sha256 or l.content->'screenshots' @> to_jsonb(b.sha256))))`.execute(store.db)
  return rows[0] ?? null
}
/**
 * The paper of a place nearby that a version's listing names: sealed under whoever put it and belongs, or belonged, to the program;
 * open (`stored` null) where an older platform laid it open and nobody has sealed it yet.
 */
export const licenceFile = async (
  store: Store,
  version: string,
  sha256: string,
): Promise<(BlobRow & { readonly stored: string | null }) | null> => {
  const { rows } = await sql<BlobRow & { readonly stored: string | null }>`
    select ${sha256}::text sha256, coalesce(h.size, b.size) "size", coalesce(h.mime, b.mime) mime, h.stored
    from version v join listing l on l.id = v.listing join program o on o.id = v.program
      left join held_file h on h.sha256 = ${sha256} and h.stored is not null
        and (h.account = o.owner or exists (select 1 from membership m where m.program = o.id and m.account = h.account))
      left join blob b on b.sha256 = ${sha256}
    where v.id = ${version} and ${isLicence(sha256)} and coalesce(h.size, b.size) is not null
    order by h.stored nulls last limit 1`.execute(store.db)
  const [row] = rows
  return row ? { ...row, size: Number(row.size) } : null
}
/** An icon or screenshot of a program that is out, as its released listing names it. */
export const publicPicture = async (store: Store, appid: string, sha256: string): Promise<BlobRow | null> => {
  const { rows } = await sql<BlobRow>`
    select b.sha256, b.size, b.mime from blob b where b.sha256 = ${sha256} and exists (
      select 1 from public_version v join program p on p.id = v.program join listing l on l.id = v.listing
      where p.appid = ${appid} and (l.content->>'icon' = b.sha256 or l.content->'screenshots' @> to_jsonb(b.sha256)))`.execute(store.db)
  return rows[0] ?? null
}
