/** A database of its own for each test file, from a template that was migrated once. DATABASE_URL wins over the embedded server. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Moment } from '../src/domain/words.ts'
import { openDb } from '../src/store/db.ts'
import { migrate, migrations } from '../src/store/migrate.ts'
import { startEmbedded } from '../src/store/postgres/embedded.ts'
import { openStore, type Store } from '../src/store/store.ts'

const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }

/** One at a time, over all processes of a test run. */
const alone = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const lock = join(folder, 'lock')
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      // Whoever made it may have died.
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 120_000) rmdirSync(lock)
      await pause(30)
    }
  }
  try {
    return await work()
  } finally {
    rmdirSync(lock)
  }
}
const named = (url: string, database: string): string => {
  const [, before, after] = url.match(/^([^?]*\/)[^/?]*(\?.*)?$/) ?? []
  return `${before}${database}${after ?? ''}`
}
const on = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}
/** A fresh, migrated database. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const folder = process.env['MENSHEN_TEST_DATABASE']
  if (folder === undefined) throw new Error('run by vitest, which prepares a place for the database')
  const known = migrations()
  const digest = createHash('sha256')
    .update(known.map(({ sha256 }) => sha256).join(' '))
    .digest('hex')
  const template = `menshen_template_${digest.slice(0, 24)}`
  const server = await alone(folder, async () => {
    const url = process.env['DATABASE_URL'] ?? (await startEmbedded({ folder, settings: FAST })).url
    const there = await on(url, (client) => client.query('select 1 from pg_database where datname = $1', [template]))
    if (there.rowCount === 0) {
      await on(url, (client) => client.query(`create database ${template}`))
      const { pool, close } = openDb(named(url, template))
      await migrate(pool, known, () => 0)
      await close()
    }
    return url
  })
  const name = `menshen_test_${randomBytes(6).toString('hex')}`
  await alone(folder, () => on(server, (client) => client.query(`create database ${name} template ${template}`)))
  return {
    url: named(server, name),
    drop: () => on(server, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  }
}

/** A clock that stands until it is moved. */
export interface MovedClock {
  now(): Moment
  set(to: Moment): void
  forward(ms: number): void
}
export const movedClock = (at: Moment = Date.parse('2026-11-23T10:00:00+08:00')): MovedClock => {
  let now = at
  return { now: () => now, set: (to) => void (now = to), forward: (ms) => void (now += ms) }
}
export interface TestStore {
  readonly store: Store
  readonly clock: MovedClock
  readonly url: string
  close(): Promise<void>
}
/** A store on a fresh database, with a clock that the test moves. */
export const testStore = async ({ max = 12 }: { readonly max?: number } = {}): Promise<TestStore> => {
  const { url, drop } = await testDatabase()
  const clock = movedClock()
  const store = openStore({ url, clock, max, key: Buffer.alloc(32, 7) })
  return {
    store,
    clock,
    url,
    close: async () => {
      await store.close()
      await drop()
    },
  }
}
