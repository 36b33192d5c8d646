/** Random events by random people on the real store: refused or done, and what always holds still does. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { as, checked, judge, program, staff, waiting } from '../../test/scene.ts'
import { eventsFor } from '../domain/table.ts'
import { type Actor, HOUR, SYSTEM } from '../domain/words.ts'
import { brokenInvariants, verifyAudit } from './audit.ts'
import { appeal, confirmDecision, resolveDecision, returnDecision } from './decisions.ts'
import { once } from './idempotency.ts'
import { Problem } from './problem.ts'
import { claim } from './queue.ts'
import { fireTimers } from './timers.ts'
import { transition } from './transition.ts'
import { expedite, publicBlob } from './versions.ts'

let at: TestStore
beforeAll(async () => {
  at = await testStore({ max: 12 })
})
afterAll(() => at.close())

/** A small generator: the same seed walks the same way. */
const chance = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

test('should hold over hundreds of random events, several at a time', async () => {
  const random = chance(20261121)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const store = at.store
  const one = await program(store)
  const people: Actor[] = [one.admin, one.admin, one.owner, SYSTEM, SYSTEM, await staff(store, 'appeals')]
  for (const role of ['reviewer', 'reviewer', 'senior-reviewer', 'senior-reviewer', 'outside-reviewer'] as const)
    people.push(await staff(store, role))
  const reason = { zh: '看过之后作出', en: 'after having looked' }
  const counted = new Map<string, number>()
  const step = async (): Promise<void> => {
    const actor = pick(people)
    const versions = await store.db.selectFrom('version').select(['id', 'state', 'sha256']).orderBy('n').execute()
    const held = await store.db.selectFrom('decision_status').select(['id', 'state']).orderBy('id').execute()
    const roll = random()
    const version = versions.length === 0 ? null : pick(versions)
    const status = held.length === 0 ? null : pick(held)
    let work: Promise<unknown>
    if (!version || (roll < 0.08 && versions.length < 12)) work = store.run((tx) => checked(tx, one))
    else if (roll < 0.3 && version.sha256) {
      const action = version.state === 'live' ? pick(['warn', 'pull'] as const) : pick(['approve', 'approve', 'refuse'] as const)
      const sha256 = version.sha256
      work = store.run((tx) => judge(tx, { id: version.id, sha256, actor, action }))
    } else if (roll < 0.5 && status) {
      work =
        status.state === 'held'
          ? store.run((tx) =>
              roll < 0.45 ? confirmDecision(tx, { id: status.id, actor }) : returnDecision(tx, { id: status.id, actor, reason }),
            )
          : status.state === 'appealed'
            ? store.run((tx) => resolveDecision(tx, { id: status.id, actor, event: pick(['affirm', 'reverse']), reason }))
            : store.run((tx) =>
                roll < 0.42
                  ? appeal(tx, { id: status.id, actor, grounds: [] })
                  : resolveDecision(tx, { id: status.id, actor, event: 'override', reason }),
              )
    } else if (roll < 0.55) {
      at.clock.forward(Math.floor(random() * 30) * HOUR)
      work = fireTimers(store)
    } else {
      const offered = eventsFor('version', version.state, actor.role).filter((event) => event !== 'withdraw' || random() < 0.1)
      if (offered.length === 0) return
      const event = pick(offered)
      await store.db.updateTable('version').set({ listing: one.listing }).where('id', '=', version.id).execute()
      work = store.run((tx) =>
        transition(tx, {
          subject: 'version',
          id: version.id,
          event,
          actor,
          payload: { reason, percent: 1 + Math.floor(random() * 100), replace: true },
        }),
      )
    }
    const result = await work.then(
      () => 'done',
      (error) => {
        // Refused is fine; anything else is a fault of ours.
        if (!(error instanceof Problem)) throw error
        return error.code
      },
    )
    counted.set(result, (counted.get(result) ?? 0) + 1)
  }
  for (let n = 0; n < 150; n++) {
    await Promise.all([step(), step(), step()])
    if (n % 10 === 0) expect(await brokenInvariants(store)).toEqual([])
  }
  expect(await brokenInvariants(store)).toEqual([])
  expect(await verifyAudit(store)).toMatchObject({ ok: true })
  for (const { id, state } of await store.db.selectFrom('version').select(['id', 'state']).execute())
    if (!['gray', 'live', 'warned'].includes(state)) expect(await publicBlob(store, id)).toBe(null)
  // It went somewhere: not everything was refused.
  expect(counted.get('done')).toBeGreaterThan(60)
}, 300_000)

test('should do a request that is sent twice once, and refuse another under its key', async () => {
  const { owner } = await program(at.store)
  let done = 0
  const send = (request: unknown) =>
    at.store.run((tx) => once(tx, { account: owner.id!, key: 'k-1', request }, async () => ({ n: ++done })))
  const answers = await Promise.all([send({ a: 1 }), send({ a: 1 }), send({ a: 1 })])
  expect([answers, done]).toEqual([[{ n: 1 }, { n: 1 }, { n: 1 }], 1])
  await expect(send({ a: 2 })).rejects.toMatchObject({ code: 'taken' })
})
test('should use up an expedited review when a reviewer begins, once, and end when the year’s are gone', async () => {
  const one = await program(at.store)
  const reviewer = await staff(at.store, 'reviewer')
  const ask = (version: string) => at.store.run((tx) => expedite(tx, { version, actor: one.admin, reason: '活动上线' }))
  for (let n = 0; n < 3; n++) {
    const { id, sha256 } = await waiting(at.store, one)
    await ask(id)
    expect((await ask(id)).allowed).toBe(true)
    await at.store.run(async (tx) => {
      await claim(tx, { version: id, actor: reviewer })
      await judge(tx, { id, sha256, actor: as(reviewer, 'reviewer'), action: 'approve' })
    })
    at.clock.forward(2 * HOUR)
  }
  const { id } = await waiting(at.store, one)
  await expect(ask(id)).rejects.toMatchObject({ code: 'guard' })
})
