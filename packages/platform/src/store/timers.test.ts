import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { checked, judge, live, program, staff, stateOf, waiting } from '../../test/scene.ts'
import { DAY, MINUTE } from '../domain/words.ts'
import { brokenInvariants, verifyAudit } from './audit.ts'
import { confirmDecision, decisionsAbout } from './decisions.ts'
import { enqueue, sent, takeOutgoing, unsent } from './outbox.ts'
import { claim, renewLease } from './queue.ts'
import { openStore } from './store.ts'
import { fireTimers, nextTimer, timersOf } from './timers.ts'
import { transition } from './transition.ts'
import { addMessage, submitVersion } from './versions.ts'

let at: TestStore
beforeAll(async () => {
  at = await testStore({ max: 20 })
})
afterAll(async () => {
  expect(await brokenInvariants(at.store)).toEqual([])
  expect(await verifyAudit(at.store)).toMatchObject({ ok: true })
  await at.close()
})
const drain = async () => {
  const all: Awaited<ReturnType<typeof fireTimers>>[number][] = []
  for (let fired = await fireTimers(at.store); fired.length > 0; fired = await fireTimers(at.store)) all.push(...fired)
  return all
}

test('should fire each once, whoever of many workers gets it, and not before its time', async () => {
  const reviewer = await staff(at.store, 'reviewer')
  const items = await Promise.all(Array.from({ length: 6 }, () => waiting(at.store)))
  for (const { id } of items) await at.store.run((tx) => claim(tx, { version: id, actor: reviewer }))
  at.clock.forward(9 * MINUTE)
  expect((await drain()).filter(({ event }) => event === 'lease-end')).toEqual([])
  at.clock.forward(2 * MINUTE)
  // Five processes with a connection pool each.
  const workers = Array.from({ length: 5 }, () => openStore({ url: at.url, clock: at.clock, max: 3, key: Buffer.alloc(32, 7) }))
  const fired = (await Promise.all(workers.map((worker) => fireTimers(worker)))).flat().filter(({ event }) => event === 'lease-end')
  await Promise.all(workers.map((worker) => worker.close()))
  expect(fired.map(({ subjectId, outcome }) => `${subjectId} ${outcome}`).sort()).toEqual(items.map(({ id }) => `${id} fired`).sort())
  for (const { id } of items) {
    expect(await stateOf(at.store, 'version', id)).toBe('awaiting-human')
    const rows = await at.store.db
      .selectFrom('audit')
      .select('seq')
      .where('subject_id', '=', id)
      .where('type', '=', 'version.lease-end')
      .execute()
    expect(rows.length).toBe(1)
  }
})
test('should move with a lease that is renewed', async () => {
  const { id } = await waiting(at.store)
  const reviewer = await staff(at.store, 'reviewer')
  await at.store.run((tx) => claim(tx, { version: id, actor: reviewer }))
  at.clock.forward(8 * MINUTE)
  await at.store.run((tx) => renewLease(tx, { version: id, actor: reviewer }))
  at.clock.forward(8 * MINUTE)
  await drain()
  expect(await stateOf(at.store, 'version', id)).toBe('in-human')
  at.clock.forward(3 * MINUTE)
  await drain()
  expect(await stateOf(at.store, 'version', id)).toBe('awaiting-human')
})
test('should end with the state they were set in, and not come back with it', async () => {
  const one = await program(at.store)
  const id = await at.store.run(async (tx) => {
    const version = await checked(tx, one)
    await submitVersion(tx, { version, listing: one.listing, actor: one.owner })
    return version
  })
  const [before] = await timersOf(at.store, 'version', id)
  expect(before).toMatchObject({ event: 'check-failed', fire_at: at.clock.now() + 30 * MINUTE })
  at.clock.forward(31 * MINUTE)
  await drain()
  // Nothing failed open, nothing is stuck: a person will see it.
  expect(await stateOf(at.store, 'version', id)).toBe('awaiting-human')
  expect(await timersOf(at.store, 'version', id)).toEqual([])
})
test('should be taken again when the worker that took them died', async () => {
  const { id } = await waiting(at.store)
  const reviewer = await staff(at.store, 'reviewer')
  await at.store.run((tx) => claim(tx, { version: id, actor: reviewer }))
  at.clock.forward(11 * MINUTE)
  await at.store.db
    .updateTable('timer')
    .set({ taken_until: at.clock.now() + MINUTE })
    .where('subject_id', '=', id)
    .where('fired_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  await drain()
  expect(await stateOf(at.store, 'version', id)).toBe('in-human')
  at.clock.forward(MINUTE)
  await drain()
  expect(await stateOf(at.store, 'version', id)).toBe('awaiting-human')
})
test('should write a decision of the platform when a question stays without an answer', async () => {
  const one = await waiting(at.store)
  const reviewer = await staff(at.store, 'reviewer')
  await at.store.run(async (tx) => {
    await claim(tx, { version: one.id, actor: reviewer })
    await addMessage(tx, { version: one.id, actor: reviewer, side: 'reviewer', text: '请提供测试账号' })
    await transition(tx, {
      subject: 'version',
      id: one.id,
      event: 'ask',
      actor: reviewer,
      payload: { reason: { zh: '请提供测试账号', en: 'Please give a test account' } },
    })
  })
  at.clock.forward(14 * DAY - MINUTE)
  await drain()
  expect(await stateOf(at.store, 'version', one.id)).toBe('needs-info')
  at.clock.forward(2 * MINUTE)
  await drain()
  expect(await stateOf(at.store, 'version', one.id)).toBe('rejected')
  expect(await decisionsAbout(at.store, { version: one.id })).toMatchObject([
    {
      action: 'refuse',
      automated: 'fully',
      actor: null,
      state: 'effective',
      inverse: 'annul',
      content: { grounds: [{ quote: '请提供测试账号' }] },
    },
  ])
})
test('should pull what was not mended in time', async () => {
  const one = await live(at.store, await staff(at.store, 'reviewer'))
  const [first, second] = [await staff(at.store, 'senior-reviewer'), await staff(at.store, 'senior-reviewer')]
  const warn = await at.store.run((tx) => judge(tx, { ...one, actor: first, action: 'warn' }))
  await at.store.run((tx) => confirmDecision(tx, { id: warn.id, actor: second }))
  expect(await stateOf(at.store, 'version', one.id)).toBe('warned')
  expect(await nextTimer(at.store)).not.toBe(null)
  at.clock.forward(DAY + MINUTE)
  await drain()
  expect([await stateOf(at.store, 'version', one.id), await stateOf(at.store, 'program', one.program.id)]).toEqual(['pulled', 'draft'])
  expect((await decisionsAbout(at.store, { version: one.id }))[0]).toMatchObject({ action: 'pull', automated: 'fully', inverse: 'restore' })
})
test('should give what is to be sent to one of many, again when it failed, and give up in the end', async () => {
  const store = at.store
  await store.db.updateTable('outbox').set({ done_at: 0 }).execute()
  await store.run(async (tx) => {
    for (let n = 0; n < 10; n++) await enqueue(tx, 'webhook', { n })
  })
  const taken = (await Promise.all(Array.from({ length: 4 }, () => takeOutgoing(store, ['webhook'], 4)))).flat()
  expect(taken.map(({ content }) => content['n']).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(await takeOutgoing(store, ['mail', 'webhook'])).toEqual([])
  for (const { id } of taken.slice(1)) await sent(store, id)
  for (let n = 0; n < 12; n++) {
    const again = n === 0 ? taken[0]! : (await takeOutgoing(store, ['webhook']))[0]!
    expect(again.id).toBe(taken[0]!.id)
    await unsent(store, again, 'no answer')
    expect(await takeOutgoing(store, ['webhook'])).toEqual([])
    at.clock.forward(DAY)
  }
  expect(await takeOutgoing(store, ['webhook'])).toEqual([])
  expect(await store.db.selectFrom('outbox').select('error').where('dead_at', 'is not', null).execute()).toEqual([{ error: 'no answer' }])
})
