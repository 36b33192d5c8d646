/** What must always be true is asked of the database; each is seen to be broken when somebody with all rights breaks it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { approved, hexOf, live, staff, waiting } from '../../test/scene.ts'
import type { Actor } from '../domain/words.ts'
import { brokenInvariants } from './audit.ts'
import { claim } from './queue.ts'

let at: TestStore
let reviewer: Actor
const ids = { live: '', approved: '', waiting: '', claimed: '', decision: '' }
beforeAll(async () => {
  at = await testStore()
  reviewer = await staff(at.store, 'reviewer')
  const out = await live(at.store, reviewer)
  ids.live = out.id
  ids.approved = (await approved(at.store, reviewer)).id
  ids.waiting = (await waiting(at.store)).id
  ids.claimed = (await waiting(at.store)).id
  await at.store.run((tx) => claim(tx, { version: ids.claimed, actor: reviewer }))
  ids.decision = (await at.store.db.selectFrom('decision').select('id').where('version', '=', ids.live).executeTakeFirstOrThrow()).id
})
afterAll(() => at.close())

/** Done with the guards off, looked at, and taken back. */
const broken = async (...statements: readonly string[]): Promise<readonly string[]> => {
  let seen: readonly string[] = []
  await at.store.db
    .transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      for (const statement of statements) await sql.raw(statement).execute(tx)
      seen = await brokenInvariants({ ...at.store, db: tx as unknown as typeof at.store.db })
      throw new Error('back')
    })
    .catch((error: Error) => {
      if (error.message !== 'back') throw error
    })
  return seen.map((line) => line.slice(0, line.indexOf(':')))
}

test('a platform that nobody broke breaks none', async () => {
  expect(await brokenInvariants(at.store)).toEqual([])
})
test.each([
  ['public bytes without a decision in force', () => [`update decision_status set state = 'reversed' where id = '${ids.decision}'`]],
  ['public bytes without a decision in force', () => [`update version set state = 'live' where id = '${ids.waiting}'`]],
  ['a decision about other bytes', () => [`update decision set sha256 = '${hexOf(77)}' where id = '${ids.decision}'`]],
  ['a held decision that acted', () => [`update decision_status set state = 'held' where id = '${ids.decision}'`]],
  ['a decision that acted and cannot be taken back', () => [`update decision set inverse = null where id = '${ids.decision}'`]],
  ['a heavy decision of one person', () => [`update decision set heavy = true where id = '${ids.decision}'`]],
  [
    'a heavy decision of one person',
    () => [
      `update decision set heavy = true where id = '${ids.decision}'`,
      `update decision_status set second_actor = '${reviewer.id}' where id = '${ids.decision}'`,
    ],
  ],
  [
    'a decision that waits for a second person while its version does not',
    () => [
      `update decision set in_review = true where id = '${ids.decision}'`,
      `update decision_status set state = 'held', carried_out_at = null where id = '${ids.decision}'`,
    ],
  ],
  [
    'two open leases',
    () => [
      'drop index lease_open',
      `insert into lease (id, version, account, since, until) select gen_random_uuid(), version, account, since, until from lease where version = '${ids.claimed}' and ended_at is null`,
    ],
  ],
  ['a lease without a reviewer, or a reviewer without a lease', () => [`update lease set ended_at = 1 where version = '${ids.claimed}'`]],
  [
    'a lease without a reviewer, or a reviewer without a lease',
    () => [`update version set state = 'awaiting-human' where id = '${ids.claimed}'`],
  ],
  ['a state that the log does not know', () => [`update version set rv = rv + 1 where id = '${ids.waiting}'`]],
  ['a wait that nothing ends', () => [`update timer set ended_at = 1 where subject_id = '${ids.claimed}'`]],
] as const)('%s is seen', async (name, statements) => {
  expect(await broken(...statements())).toContain(name)
  expect(await brokenInvariants(at.store)).toEqual([])
})
