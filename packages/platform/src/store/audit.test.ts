import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { SYSTEM } from '../domain/words.ts'
import { exportHead, genuine, verifyAudit } from './audit.ts'

let at: TestStore
beforeEach(async () => {
  at = await testStore()
  for (let n = 1; n <= 6; n++) await at.store.run(async (tx) => tx.log({ type: 'test.note', actor: SYSTEM, payload: { n } }))
})
afterEach(() => at.close())

/** What somebody with all rights over the database could do: they take the guards away first. */
const tamper = (statement: string) =>
  at.store.db.transaction().execute(async (tx) => {
    await sql`alter table audit disable trigger user`.execute(tx)
    await sql.raw(statement).execute(tx)
    await sql`alter table audit enable trigger user`.execute(tx)
  })

test('should hold, and its exported head be ours', async () => {
  const head = await exportHead(at.store)
  expect(head).toMatchObject({ seq: 6 })
  expect([genuine(at.store, head!), genuine(at.store, { ...head!, seq: 5 })]).toEqual([true, false])
  expect(await verifyAudit(at.store)).toMatchObject({ ok: true, rows: 6 })
})
test('should refuse to be changed, shortened or jumped by its guards', async () => {
  for (const statement of ["update audit set actor = 'x'", 'delete from audit', 'truncate audit'])
    await expect(sql.raw(statement).execute(at.store.db)).rejects.toMatchObject({ code: 'MN002' })
  const row = (seq: number, prev: string) =>
    `insert into audit (seq, at, role, type, payload, prev, hash) values (${seq}, 0, 'system', 'x', '{}', '${prev}', '${'0'.repeat(64)}')`
  const { rows } = await sql<{ hash: string }>`select hash from audit where seq = 6`.execute(at.store.db)
  for (const statement of [row(8, rows[0]!.hash), row(7, '0'.repeat(64)), row(3, rows[0]!.hash)])
    await expect(sql.raw(statement).execute(at.store.db)).rejects.toMatchObject({ code: 'MN001' })
})
test.each([
  ['a changed row', `update audit set payload = '{"n":9}' where seq = 3`, { broken: 'hash', seq: 3 }],
  ['another actor', `update audit set actor = 'somebody' where seq = 3`, { broken: 'hash', seq: 3 }],
  ['a row that only looks the same', `update audit set payload = '{"n": 3}' where seq = 3`, { broken: 'hash', seq: 3 }],
  ['a row that is no JSON', `update audit set payload = 'x' where seq = 3`, { broken: 'hash', seq: 3 }],
  ['a deleted row', 'delete from audit where seq = 3', { broken: 'gap', seq: 3 }],
  [
    'two rows that were swapped',
    'update audit set seq = case seq when 3 then 4 else -3 end where seq in (3, 4); update audit set seq = 3 where seq = -3',
    { broken: 'link', seq: 3 },
  ],
])('should be seen to hold %s', async (_, statement, expected) => {
  if (statement.includes('swapped') || statement.includes('-3')) {
    await tamper('update audit set seq = -seq where seq in (3, 4)')
    await tamper('update audit set seq = case seq when -3 then 4 else 3 end where seq < 0')
  } else await tamper(statement)
  expect(await verifyAudit(at.store)).toMatchObject({ ok: false, ...expected })
})
test('should be seen to be cut, by a head that was given away', async () => {
  const head = await exportHead(at.store)
  await tamper('delete from audit where seq > 4')
  expect(await verifyAudit(at.store)).toMatchObject({ ok: false, broken: 'truncated', seq: 6 })
  // Even when the platform’s own list of heads was emptied too.
  await at.store.db.transaction().execute(async (tx) => {
    await sql`alter table audit_head disable trigger user`.execute(tx)
    await sql`delete from audit_head`.execute(tx)
  })
  expect(await verifyAudit(at.store)).toMatchObject({ ok: true, rows: 4 })
  expect(await verifyAudit(at.store, [head!])).toMatchObject({ ok: false, broken: 'truncated', seq: 6 })
})
test('should be chained without a gap by twenty who write at once', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => at.store.run(async (tx) => tx.log({ type: 'test.note', actor: SYSTEM, payload: { n } }))),
  )
  expect(await verifyAudit(at.store)).toMatchObject({ ok: true, rows: 26 })
})
