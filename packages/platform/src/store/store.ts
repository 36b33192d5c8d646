/** The store: a database, a clock, chance and keys; and the transaction in which everything happens. */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { chain, type Entry, GENESIS, type Plain } from '../domain/audit.ts'
import { type Calendar, CHINA } from '../domain/deadlines.ts'
import type { Actor, Clock, Moment } from '../domain/words.ts'
import { auditValues } from './audit.ts'
import { type Db, type DbTransaction, inTransaction, type Opened, openDb } from './db.ts'
import { type Random, trueRandom, uuidv7 } from './ids.ts'
import { type Migration, migrate } from './migrate.ts'

export interface StoreOptions {
  readonly url: string
  readonly clock: Clock
  readonly random?: Random
  /** Connections of the pool. */
  readonly max?: number
  readonly calendar?: Calendar
  /** Signs heads of the log and keys hashes of addresses and numbers; 32 bytes or more, the same for all processes. */
  readonly key: Uint8Array
}

/** What else is written to the log: everything that is not a change of state and still has to be known later. */
export interface Note {
  readonly type: string
  readonly actor: Actor
  readonly subject?: string
  readonly subjectId?: string
  readonly beforeRv?: number
  readonly afterRv?: number
  /** No personal data: refer to it. */
  readonly payload: Plain
}

/** A transaction. What it logs is chained and written at its end, so that the log is held for as short as can be. */
export interface Tx {
  readonly db: DbTransaction
  readonly store: Store
  /** One moment for all of it. */
  readonly now: Moment
  id(): string
  log(note: Note): void
  /** Written at the end; read by those who ask who has acted in it already. */
  readonly notes: readonly Note[]
}

export interface Store {
  readonly db: Db
  readonly opened: Opened
  readonly clock: Clock
  readonly random: Random
  readonly calendar: Calendar
  /** Everything or nothing; tried again when the database asks for it, so it must do nothing but through `tx`. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A keyed hash: the same for the same text, and of no use without the key. */
  keyed(purpose: string, text: string): string
  migrate(known?: readonly Migration[]): Promise<readonly string[]>
  close(): Promise<void>
}

/** The number on which all who write the log wait for each other. */
const AUDIT_LOCK = 7_366_737

const flush = async (db: DbTransaction, now: Moment, notes: readonly Note[]): Promise<void> => {
  if (notes.length === 0) return
  await sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`.execute(db)
  const last = await db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  let [seq, prev] = [last?.seq ?? 0, last?.hash ?? GENESIS]
  const rows = notes.map(({ type, actor, subject = null, subjectId = null, beforeRv = null, afterRv = null, payload }) => {
    const entry: Entry = {
      seq: ++seq,
      at: now,
      actor: actor.id,
      role: actor.role,
      onBehalf: actor.onBehalf ?? null,
      type,
      subject,
      subjectId,
      beforeRv,
      afterRv,
      payload,
    }
    const row = chain(entry, prev)
    prev = row.hash
    return row
  })
  await db
    .insertInto('audit')
    .values(rows.map((row) => auditValues(row)))
    .execute()
}

/** Opens a store. It does not migrate: whoever starts the platform says when. */
export const openStore = ({ url, clock, random = trueRandom, max, calendar = CHINA, key }: StoreOptions): Store => {
  const opened = openDb(url, max === undefined ? {} : { max })
  const store: Store = {
    db: opened.db,
    opened,
    clock,
    random,
    calendar,
    run: (work) =>
      inTransaction(opened.db, async (db) => {
        const now = clock.now()
        const notes: Note[] = []
        const tx: Tx = { db, store, now, id: () => uuidv7(now, random), log: (note) => void notes.push(note), notes }
        const result = await work(tx)
        await flush(db, now, notes)
        return result
      }),
    keyed: (purpose, text) => createHmac('sha256', key).update(`${purpose}\n${text}`).digest('hex'),
    migrate: (known) => migrate(opened.pool, known, () => clock.now()),
    close: () => opened.close(),
  }
  return store
}
