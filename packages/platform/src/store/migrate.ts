/** Migrations: numbered files of plain SQL, each in a transaction of its own, written down with the hash of its text. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Pool } from 'pg'
import { Problem } from './problem.ts'

export interface Migration {
  readonly name: string
  readonly sha256: string
  readonly text: string
}
const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/
/** Any number: all processes of one database wait for each other on it. */
const LOCK = 7_366_736

/** The migrations that this release knows, in their order. */
export const migrations = (folder: URL = new URL('./migrations/', import.meta.url)): readonly Migration[] => {
  const names = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
  for (const [i, name] of names.entries())
    if (Number(name.slice(0, 4)) !== i + 1) throw new Error(`migrations are numbered without gaps: ${name} is not number ${i + 1}`)
  return names.map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** Brings a database to this release; returns the names of what was applied. Refuses one that another release has changed. */
export const migrate = async (
  pool: Pool,
  known: readonly Migration[] = migrations(),
  now: () => number = Date.now,
): Promise<readonly string[]> => {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('create table if not exists migration (name text primary key, sha256 text not null, at bigint not null)')
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration order by name')
    for (const [i, { name, sha256 }] of rows.entries()) {
      const mine = known[i]
      if (mine?.name !== name)
        throw new Problem('database-failed', {
          zh: `数据库比这个程序新，或者来自别的版本：${name}`,
          en: `the database is newer than this program, or of another one: ${name}`,
        })
      if (mine.sha256 !== sha256)
        throw new Problem('database-failed', {
          zh: `迁移 ${name} 的内容与数据库里记录的不同`,
          en: `the text of migration ${name} is not the one that was applied`,
        })
    }
    const applied: string[] = []
    for (const { name, text, sha256 } of known.slice(rows.length)) {
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into migration (name, sha256, at) values ($1, $2, $3)', [name, sha256, now()])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      applied.push(name)
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}
