/** The database: one pool, queries typed by schema.ts, transactions that are tried again when the database asks for it. */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from './generated/schema.ts'

// Moments, sizes and sequence numbers are whole numbers below 2^53: as numbers, not as texts.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`)
  return value
})

export type Db = Kysely<Database>
export type DbTransaction = Transaction<Database>
export interface Opened {
  readonly db: Db
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool; `url` as in DATABASE_URL. */
export const openDb = (url: string, { max = 10 }: { readonly max?: number } = {}): Opened => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
    types,
    application_name: 'menshen',
    // A statement or a transaction that hangs must not hold locks for ever.
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // An idle connection that breaks is replaced when the next one is wanted.
  pool.on('error', () => {})
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pool,
    close: async () => {
      // A Kysely that was never asked anything leaves the pool as it is.
      await db.destroy()
      if (!pool.ended) await pool.end()
    },
  }
}

/** Codes on which a transaction may simply be tried again: serialization, deadlock. */
const AGAIN = new Set(['40001', '40P01'])
/** The code of a database error, or undefined. */
export const codeOf = (error: unknown): string | undefined => (error as { code?: string } | null)?.code
/** The constraint that an insert or update broke. */
export const constraintOf = (error: unknown): string | undefined => (error as { constraint?: string } | null)?.constraint

/** Runs a transaction; again, up to five times, when the database could not order it among others. */
export const inTransaction = async <T>(db: Db, work: (tx: DbTransaction) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt >= 5 || !AGAIN.has(codeOf(error) ?? '')) throw error
    }
}

/** Whether the database answers. */
export const healthy = async (db: Db): Promise<boolean> => {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}
