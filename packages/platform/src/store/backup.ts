/** All rows in and out: one moment of the database as lines of JSON, and back into an empty one. Jobs are not kept: they follow from the rows. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Migration, migrate, migrations } from './migrate.ts'
import { Problem } from './problem.ts'
import type { Store } from './store.ts'

export interface TableNote {
  readonly rows: number
  readonly sha256: string
}
export interface Dump {
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[]
  readonly tables: Readonly<Record<string, TableNote>>
  /** The head of the log at that moment. */
  readonly head: { readonly seq: number; readonly hash: string } | null
  /** Every blob that a row speaks of. */
  readonly blobs: readonly string[]
}

/** What is counted anew or speaks of processes that are gone. */
const LEFT_OUT = new Set(['migration', 'rate_use', 'worker', 'event'])

const tablesOf = async (db: Store['db']): Promise<readonly string[]> =>
  (
    await sql<{
      name: string
    }>`select table_name "name" from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(
      db,
    )
  ).rows
    .map(({ name }) => name)
    .filter((name) => !LEFT_OUT.has(name))

const keyOf = async (db: Store['db'], table: string): Promise<readonly string[]> =>
  (
    await sql<{
      name: string
    }>`select a.attname "name" from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = ${`public.${table}`}::regclass and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)`.execute(db)
  ).rows.map(({ name }) => name)

const PAGE = 1000
/** Writes all tables as they are at one moment; `write` gets lines of a table, in the order of their keys. */
export const dumpTables = async (store: Store, write: (table: string, lines: readonly string[]) => Promise<void>): Promise<Dump> =>
  store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const db = tx as unknown as Store['db']
      const tables: Record<string, TableNote> = {}
      for (const table of await tablesOf(db)) {
        const key = await keyOf(db, table)
        const hash = createHash('sha256')
        let rows = 0
        const name = `dump_${table}`
        await sql`declare ${sql.id(name)} no scroll cursor for select row_to_json(t)::text "line" from ${sql.table(table)} t order by ${key.length === 0 ? sql`1` : sql.join(key.map((one) => sql.ref(`t.${one}`)))}`.execute(
          db,
        )
        for (;;) {
          const { rows: page } = await sql<{ line: string }>`${sql.raw(`fetch ${PAGE} from "${name}"`)}`.execute(db)
          if (page.length === 0) break
          const lines = page.map(({ line }) => line)
          for (const line of lines) hash.update(line).update('\n')
          rows += lines.length
          await write(table, lines)
          if (page.length < PAGE) break
        }
        await sql`close ${sql.id(name)}`.execute(db)
        tables[table] = { rows, sha256: hash.digest('hex') }
      }
      const { rows: applied } = await sql<{ name: string; sha256: string }>`select name, sha256 from migration order by name`.execute(db)
      const { rows: last } = await sql<{ seq: number; hash: string }>`select seq, hash from audit order by seq desc limit 1`.execute(db)
      const { rows: blobs } = await sql<{ sha256: string }>`select sha256 from blob order by sha256`.execute(db)
      return { migrations: applied, tables, head: last[0] ?? null, blobs: blobs.map(({ sha256 }) => sha256) }
    })

/** Tables in an order in which each comes after those that it refers to. */
const inOrder = async (db: Store['db'], tables: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ child: string; parent: string }>`
    select c.relname "child", p.relname "parent" from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
    where f.contype = 'f' and c.relname <> p.relname`.execute(db)
  const done = new Set<string>()
  const out: string[] = []
  while (out.length < tables.length) {
    const ready = tables.filter(
      (table) => !done.has(table) && rows.every(({ child, parent }) => child !== table || done.has(parent) || !tables.includes(parent)),
    )
    if (ready.length === 0) throw new Error('tables refer to each other in a circle')
    for (const table of ready) done.add(table)
    out.push(...ready)
  }
  return out
}

/**
 * Loads a dump into an empty database, which is brought to the very migrations of the dump first and to this release
 * afterwards. `read` gives the lines of a table. Everything or nothing; every line is held against the dump's hashes.
 */
export const loadTables = async (store: Store, dump: Dump, read: (table: string) => AsyncIterable<string>): Promise<void> => {
  const known = migrations()
  const then: Migration[] = dump.migrations.map(({ name, sha256 }, i) => {
    const mine = known[i]
    if (mine?.name !== name || mine.sha256 !== sha256)
      throw new Problem('database-failed', { zh: `备份来自另一个版本的程序：${name}`, en: `the backup is of another release: ${name}` })
    return mine
  })
  await migrate(store.opened.pool, then, () => store.clock.now())
  const { rows } = await sql<{
    n: number
  }>`select (select count(*) from audit)::integer + (select count(*) from account)::integer n`.execute(store.db)
  if (rows[0]!.n > 0)
    throw new Problem('database-failed', {
      zh: '数据库不是空的：请恢复到一个新的数据库',
      en: 'the database is not empty: restore into a new one',
    })
  await store.db.transaction().execute(async (tx) => {
    const db = tx as unknown as Store['db']
    await sql`set local statement_timeout = 0`.execute(db)
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(db)
    const tables = await inOrder(db, await tablesOf(db))
    // The guards of states and of the log hold for what happens; this has happened. They are on again when it is committed.
    for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(db)
    for (const table of tables) {
      const note = dump.tables[table]
      await sql`delete from ${sql.table(table)}`.execute(db)
      const hash = createHash('sha256')
      let rows = 0
      let page: string[] = []
      const flush = async (): Promise<void> => {
        if (page.length > 0)
          await sql`insert into ${sql.table(table)} overriding system value select * from json_populate_recordset(null::${sql.table(table)}, ${`[${page.join(',')}]`}::json)`.execute(
            db,
          )
        page = []
      }
      if (note)
        for await (const line of read(table)) {
          hash.update(line).update('\n')
          rows++
          page.push(line)
          if (page.length >= PAGE) await flush()
        }
      await flush()
      if (note && (rows !== note.rows || hash.digest('hex') !== note.sha256))
        throw new Problem('corrupt', { zh: `备份中的表 ${table} 已损坏`, en: `the table ${table} of the backup is damaged` })
    }
    for (const table of tables) await sql`alter table ${sql.table(table)} enable trigger user`.execute(db)
    const { rows: counters } = await sql<{ table: string; column: string }>`
      select table_name "table", column_name "column" from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`.execute(
      db,
    )
    for (const { table, column } of counters)
      await sql`select setval(pg_get_serial_sequence(${table}, ${column}), greatest((select coalesce(max(${sql.ref(column)}), 0) from ${sql.table(table)}), 1))`.execute(
        db,
      )
  })
  await store.migrate()
}
