import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemaText } from '../../scripts/schema.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { type Opened, openDb } from './db.ts'
import { migrate, migrations } from './migrate.ts'

let at: TestDatabase
let opened: Opened
beforeAll(async () => {
  at = await testDatabase()
  opened = openDb(at.url)
})
afterAll(async () => {
  await opened.close()
  await at.drop()
})

test('should do nothing to a database that is up to date, and say so', async () => {
  expect(await migrate(opened.pool)).toEqual([])
})
test('should have types for exactly the tables that the migrations make', async () => {
  expect(readFileSync(new URL('./generated/schema.ts', import.meta.url), 'utf8')).toBe(await schemaText(opened.pool))
})
test('should apply what is new once, however many processes begin at once, and nothing of what fails', async () => {
  const name = (n: number) => `${String(n).padStart(4, '0')}_more.sql`
  const known = migrations()
  const more = [...known, { name: name(known.length + 1), sha256: 'x', text: 'create table extra (n int)' }]
  const applied = await Promise.all([migrate(opened.pool, more), migrate(opened.pool, more), migrate(opened.pool, more)])
  expect(applied.flat()).toEqual([name(known.length + 1)])
  const bad = [...more, { name: name(known.length + 2), sha256: 'y', text: 'create table half (n int); select 1/0' }]
  await expect(migrate(opened.pool, bad)).rejects.toMatchObject({ code: '22012' })
  expect((await opened.pool.query("select to_regclass('half') t")).rows).toEqual([{ t: null }])
  // A later release's database, and one whose migrations were edited.
  await expect(migrate(opened.pool, known)).rejects.toMatchObject({ code: 'database-failed' })
  await expect(migrate(opened.pool, [{ ...known[0]!, sha256: randomBytes(4).toString('hex') }, ...more.slice(1)])).rejects.toMatchObject({
    code: 'database-failed',
  })
})
