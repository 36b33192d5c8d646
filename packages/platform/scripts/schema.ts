/** Writes src/store/generated/schema.ts from a database to which all migrations were applied; `--check` only says whether it is up to date. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pool } from 'pg'
import { openDb } from '../src/store/db.ts'
import { migrate } from '../src/store/migrate.ts'
import { startEmbedded } from '../src/store/postgres/embedded.ts'

const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  bigint: 'number',
  integer: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  ARRAY: 'string[]',
}
const camel = (name: string) => name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The text of schema.ts for a migrated database. */
export const schemaText = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{
    t: string
    c: string
    type: string
    nullable: boolean
    fixed: boolean
    made: boolean
    view: boolean
  }>(`
    select c.table_name t, c.column_name c, c.data_type "type", c.is_nullable = 'YES' "nullable",
      c.identity_generation = 'ALWAYS' "fixed", c.column_default is not null "made", t.table_type = 'VIEW' "view"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' order by c.table_name, c.ordinal_position`)
  const tables = new Map<string, typeof rows>()
  for (const row of rows) tables.set(row.t, [...(tables.get(row.t) ?? []), row])
  const out = [
    '/** The tables as types, written by scripts/schema.ts from the migrations. Do not edit. */',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
    '',
    '/** Read as it was written; written as JSON text. */',
    'export type Json = ColumnType<unknown, string, string>',
    'export type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>',
    'export type MadeJson = ColumnType<unknown, string | undefined, string>',
    '',
  ]
  for (const [table, columns] of tables) {
    out.push(`export interface ${camel(table)}Table {`)
    for (const { c, type, nullable, fixed, made, view } of columns) {
      const json = type === 'jsonb'
      const base = json ? (nullable ? 'JsonOrNull' : made ? 'MadeJson' : 'Json') : TYPES[type]
      if (base === undefined) throw new Error(`${table}.${c}: no type for ${type}`)
      // A view says of every column that it may be null; ours never are.
      const whole = json ? base : nullable && !view ? `${base} | null` : base
      out.push(`  ${c}: ${fixed ? `GeneratedAlways<${whole}>` : made && !json ? `Generated<${whole}>` : whole}`)
    }
    out.push('}')
  }
  out.push('', 'export interface Database {', ...[...tables.keys()].map((table) => `  ${table}: ${camel(table)}Table`), '}', '')
  return out.join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), 'menshen-schema-'))
  // The server runs as another user, who has to pass here.
  chmodSync(folder, 0o711)
  const server = await startEmbedded({ folder: join(folder, 'db') }).catch((error) => {
    rmSync(folder, { recursive: true, force: true })
    throw error
  })
  const { pool, close } = openDb(server.url)
  try {
    await migrate(pool)
    const file = fileURLToPath(new URL('../src/store/generated/schema.ts', import.meta.url))
    const text = await schemaText(pool)
    if (!process.argv.includes('--check')) writeFileSync(file, text)
    else if (readFileSync(file, 'utf8') !== text)
      throw new Error('src/store/generated/schema.ts is not what the migrations make: run npm run schema')
  } finally {
    await close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
