import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { approved, as, checked, judge, live, program, rvOf, staff, stateOf, waiting } from '../../test/scene.ts'
import { asked, MACHINES, NOWHERE } from '../domain/table.ts'
import { DAY, SYSTEM } from '../domain/words.ts'
import { brokenInvariants, verifyAudit } from './audit.ts'
import { appeal, confirmDecision, decisionsAbout, resolveDecision, returnDecision, statementOf } from './decisions.ts'
import { Problem } from './problem.ts'
import { directory } from './programs.ts'
import { claim, claimNext, queueItems, queueNumbers, queuePosition, renewLease } from './queue.ts'
import { factsKnown, transition } from './transition.ts'
import { publicBlob } from './versions.ts'

let at: TestStore
beforeAll(async () => {
  at = await testStore({ max: 24 })
})
afterAll(async () => {
  // Whatever the tests did, the whole still holds.
  expect(await brokenInvariants(at.store)).toEqual([])
  expect(await verifyAudit(at.store)).toMatchObject({ ok: true })
  await at.close()
})
const problem = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(
    () => null,
    (reason) => reason,
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}
const reason = { zh: '看过之后认为不对', en: 'looked at again and found wrong' }

describe('facts', () => {
  test('should be loadable for everything that a guard asks', () => {
    for (const { subject, states, rows } of MACHINES)
      for (const state of [NOWHERE, ...Object.keys(states)])
        for (const event of new Set(rows.map((row) => row.event)))
          for (const key of asked(subject, state, event)) expect(factsKnown(subject), `${subject} ${key}`).toContain(key)
  })
})

describe('one transaction', () => {
  test('should write state, log, timer and outbox together, and nothing of it when it is rolled back', async () => {
    const one = await program(at.store)
    const id = await at.store.run((tx) => checked(tx, one))
    const counts = async () => {
      const { rows } = await sql<{
        a: number
        o: number
        t: number
        e: number
      }>`select (select count(*)::int from audit) a, (select count(*)::int from outbox) o, (select count(*)::int from timer) t, (select count(*)::int from event) e`.execute(
        at.store.db,
      )
      return rows[0]!
    }
    const before = await counts()
    const submit = (fail: boolean) =>
      at.store.run(async (tx) => {
        await tx.db.updateTable('version').set({ listing: one.listing }).where('id', '=', id).execute()
        await transition(tx, { subject: 'version', id, event: 'submit', actor: one.owner })
        if (fail) throw new Error('the power went out')
      })
    await expect(submit(true)).rejects.toThrow('the power went out')
    expect(await counts()).toEqual(before)
    expect(await stateOf(at.store, 'version', id)).toBe('checked')
    await submit(false)
    const after = await counts()
    expect([after.a - before.a, after.o - before.o, after.t - before.t, after.e - before.e]).toEqual([1, 1, 1, 1])
  })
  test('should refuse a state that is changed by any other way, whoever does it', async () => {
    const { id } = await waiting(at.store)
    await expect(sql`update version set state = 'live', rv = rv + 1 where id = ${id}`.execute(at.store.db)).rejects.toMatchObject({
      code: 'MN003',
    })
    await expect(sql`update version set rv = rv + 1 where id = ${id}`.execute(at.store.db)).rejects.toMatchObject({ code: 'MN003' })
    await expect(sql`delete from version where id = ${id}`.execute(at.store.db)).rejects.toMatchObject({ code: 'MN002' })
    // Even who knows the word needs a row in the log.
    await expect(
      at.store.db.transaction().execute(async (tx) => {
        await sql`select set_config('menshen.transition', ${`version:${id}`}, true)`.execute(tx)
        await sql`update version set state = 'approved', prior = state, rv = rv + 1, entered_rv = rv + 1 where id = ${id}`.execute(tx)
      }),
    ).rejects.toMatchObject({ code: 'MN004' })
    await expect(sql`update version set sha256 = ${'f'.repeat(64)} where id = ${id}`.execute(at.store.db)).rejects.toMatchObject({
      code: 'MN005',
    })
    expect(await stateOf(at.store, 'version', id)).toBe('awaiting-human')
  })
  test('should refuse a stale row version, and say what has changed since', async () => {
    const { id } = await waiting(at.store)
    const reviewer = await staff(at.store, 'reviewer')
    const seen = await rvOf(at.store, 'version', id)
    await at.store.run((tx) => transition(tx, { subject: 'version', id, event: 'claim', actor: reviewer, rv: seen }))
    const stale = await problem(
      at.store.run((tx) => transition(tx, { subject: 'version', id, event: 'release', actor: reviewer, rv: seen })),
    )
    expect([stale.code, stale.detail]).toMatchObject([
      'stale',
      {
        rv: seen + 1,
        state: 'in-human',
        changes: [{ event: 'claim', role: 'reviewer', from: 'awaiting-human', to: 'in-human', rv: seen + 1 }],
      },
    ])
  })
  test('should tell an unknown event, a wrong role and a broken condition apart', async () => {
    const { id, program: one } = await waiting(at.store)
    const raise = (event: string, actor = SYSTEM) => problem(at.store.run((tx) => transition(tx, { subject: 'version', id, event, actor })))
    expect([
      (await raise('publish')).code,
      (await raise('claim', one.owner)).code,
      (await raise('claim', { ...one.owner, role: 'reviewer' })).code,
    ]).toEqual(['state', 'role', 'guard'])
    expect(
      (
        await problem(
          at.store.run((tx) =>
            transition(tx, { subject: 'version', id: '00000000-0000-7000-8000-000000000000', event: 'claim', actor: SYSTEM }),
          ),
        )
      ).code,
    ).toBe('not-found')
  })
})

describe('twenty at once', () => {
  test('should give one item to one of twenty reviewers', async () => {
    const { id } = await waiting(at.store)
    const reviewers = await Promise.all(Array.from({ length: 20 }, () => staff(at.store, 'reviewer')))
    const results = await Promise.allSettled(reviewers.map((actor) => at.store.run((tx) => claim(tx, { version: id, actor }))))
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    for (const result of results) if (result.status === 'rejected') expect((result.reason as Problem).code).toBe('taken')
    const leases = await at.store.db.selectFrom('lease').selectAll().where('version', '=', id).execute()
    expect(leases.length).toBe(1)
  })
  test('should take one of twenty decisions', async () => {
    const { id, sha256 } = await waiting(at.store)
    const reviewer = await staff(at.store, 'reviewer')
    await at.store.run((tx) => claim(tx, { version: id, actor: reviewer }))
    const rv = await rvOf(at.store, 'version', id)
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        at.store.run((tx) => judge(tx, { id, sha256, actor: reviewer, action: i % 2 ? 'approve' : 'refuse', rv })),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    for (const result of results) if (result.status === 'rejected') expect((result.reason as Problem).code).toBe('stale')
    expect((await decisionsAbout(at.store, { version: id })).length).toBe(1)
  })
  test('should give different items to all who ask for the next one', async () => {
    const items = await Promise.all([waiting(at.store), waiting(at.store), waiting(at.store)])
    const reviewers = await Promise.all(items.map(() => staff(at.store, 'reviewer')))
    const claimed = await Promise.all(reviewers.map((actor) => at.store.run((tx) => claimNext(tx, { actor }))))
    expect(new Set(claimed.map((one) => one?.id)).size).toBe(3)
  })
})

describe('the queue', () => {
  test('should put the expedited first, count, and show outside reviewers only what they were given', async () => {
    const a = await waiting(at.store)
    at.clock.forward(1000)
    const b = await waiting(at.store)
    await at.store.db.updateTable('version').set({ expedited_at: at.clock.now() }).where('id', '=', b.id).execute()
    const reviewer = await staff(at.store, 'reviewer')
    const ids = (await queueItems(at.store, { actor: reviewer, states: ['awaiting-human'] })).map(({ id }) => id)
    expect(ids[0]).toBe(b.id)
    expect(ids).toContain(a.id)
    expect(await queuePosition(at.store, b.id)).toBe(1)
    expect((await queueNumbers(at.store)).waiting).toBe(ids.length)
    const outside = await staff(at.store, 'outside-reviewer')
    expect(await queueItems(at.store, { actor: outside })).toEqual([])
    expect((await problem(at.store.run((tx) => claim(tx, { version: a.id, actor: outside })))).code).toBe('guard')
    await at.store.run(async (tx) => {
      await tx.db.insertInto('queue').values({ id: 'food', name_zh: '餐饮', name_en: 'Food' }).execute()
      await tx.db.insertInto('queue_scope').values({ account: outside.id!, queue: 'food' }).execute()
      await tx.db.insertInto('queue_item').values({ queue: 'food', version: a.id }).execute()
    })
    expect((await queueItems(at.store, { actor: outside })).map(({ id }) => id)).toEqual([a.id])
    expect((await at.store.run((tx) => claimNext(tx, { actor: outside })))?.id).toBe(a.id)
    // Recommends and never decides.
    expect((await problem(at.store.run((tx) => judge(tx, { ...a, actor: outside, action: 'approve' })))).code).toBe('role')
  })
  test('should renew a lease only for who holds it, and while it runs', async () => {
    const { id } = await waiting(at.store)
    const [one, two] = [await staff(at.store, 'reviewer'), await staff(at.store, 'reviewer')]
    const { leaseUntil } = await at.store.run((tx) => claim(tx, { version: id, actor: one }))
    at.clock.forward(60_000)
    expect(await at.store.run((tx) => renewLease(tx, { version: id, actor: one }))).toBe(leaseUntil + 60_000)
    expect((await problem(at.store.run((tx) => renewLease(tx, { version: id, actor: two })))).code).toBe('taken')
    at.clock.forward(11 * 60_000)
    expect((await problem(at.store.run((tx) => renewLease(tx, { version: id, actor: one })))).code).toBe('taken')
  })
})

describe('decisions', () => {
  test('should approve, release and find a version, and show nobody its bytes before', async () => {
    const reviewer = await staff(at.store, 'reviewer')
    const one = await approved(at.store, reviewer)
    const found = async () => (await directory(at.store, { words: '城南' })).some(({ id }) => id === one.program.id)
    expect([await publicBlob(at.store, one.id), await found()]).toEqual([null, false])
    const raise = (event: string, payload = {}) =>
      at.store.run((tx) => transition(tx, { subject: 'version', id: one.id, event, actor: one.program.admin, payload }))
    expect((await problem(raise('publish', { percent: 0 }))).code).toBe('guard')
    await raise('publish', { percent: 10 })
    expect([await publicBlob(at.store, one.id), await found()]).toEqual([one.sha256, true])
    expect((await problem(raise('raise', { percent: 10 }))).code).toBe('guard')
    await raise('raise', { percent: 50 })
    await raise('pause')
    expect([await publicBlob(at.store, one.id), await found()]).toEqual([null, false])
    expect((await problem(raise('publish', { percent: 49 }))).code).toBe('guard')
    await raise('publish', { percent: 50 })
    await raise('complete')
    expect([await stateOf(at.store, 'version', one.id), await found()]).toEqual(['live', true])
    const [decision] = await decisionsAbout(at.store, { version: one.id })
    expect(await statementOf(at.store, decision!.id, { zh: '可以申诉', en: 'appeal' })).toMatchObject({
      action: { id: 'approve' },
      about: { sha256: one.sha256 },
      redress: { appealUntil: null },
    })
  })
  test('should let one version take another’s place, and roll back', async () => {
    const reviewer = await staff(at.store, 'reviewer')
    const first = await live(at.store, reviewer)
    const second = await live(at.store, reviewer, first.program)
    expect([await stateOf(at.store, 'version', first.id), await stateOf(at.store, 'version', second.id)]).toEqual(['retired', 'live'])
    await at.store.run((tx) => transition(tx, { subject: 'version', id: first.id, event: 'roll-back', actor: first.program.admin }))
    expect([await stateOf(at.store, 'version', first.id), await stateOf(at.store, 'version', second.id)]).toEqual(['live', 'retired'])
    // Not to one that has been blocked since.
    await at.store.db
      .insertInto('blocked')
      .values({ id: second.id, kind: 'bytes', value: second.sha256, hard: true, reason: 'x', added_by: reviewer.id!, added_at: 0 })
      .execute()
    expect(
      (
        await problem(
          at.store.run((tx) => transition(tx, { subject: 'version', id: second.id, event: 'roll-back', actor: first.program.admin })),
        )
      ).detail['guard'],
    ).toBe('not-blocked')
  })
  test('should not be made about other bytes, with anything missing, or on one’s own', async () => {
    const one = await waiting(at.store)
    const reviewer = await staff(at.store, 'reviewer')
    await at.store.run((tx) => claim(tx, { version: one.id, actor: reviewer }))
    expect(
      (await problem(at.store.run((tx) => judge(tx, { ...one, sha256: 'e'.repeat(64), actor: reviewer, action: 'approve' })))).code,
    ).toBe('stale')
    const { decideOn } = await import('./decisions.ts')
    const rv = await rvOf(at.store, 'version', one.id)
    const empty = {
      action: 'refuse' as const,
      automated: 'no' as const,
      sha256: one.sha256,
      facts: { zh: '', en: '' },
      grounds: [],
      until: null,
      capabilities: [],
      curable: true,
      rulebook: 'r',
    }
    const lacking = await problem(
      at.store.run((tx) => decideOn(tx, { actor: reviewer, subject: 'version', id: one.id, rv, content: empty })),
    )
    expect([lacking.code, (lacking.detail['missing'] as { field: string }[]).map(({ field }) => field)]).toEqual([
      'invalid',
      ['facts.zh', 'facts.en', 'grounds'],
    ])
    const kin = { ...(await staff(at.store, 'reviewer')), entity: one.program.owner.entity }
    expect((await problem(at.store.run((tx) => judge(tx, { ...one, actor: kin, action: 'approve' })))).detail['guard']).toBe('not-own')
    expect(await decisionsAbout(at.store, { version: one.id })).toEqual([])
  })
  test('should hold what weighs much until another person confirms, and act only then', async () => {
    const one = await waiting(at.store)
    await at.store.db.updateTable('program').set({ daily_users: 200_000 }).where('id', '=', one.program.id).execute()
    const [first, second] = [await staff(at.store, 'senior-reviewer'), await staff(at.store, 'senior-reviewer')]
    await at.store.run((tx) => claim(tx, { version: one.id, actor: first }))
    const made = await at.store.run((tx) => judge(tx, { ...one, actor: first, action: 'approve' }))
    expect([made.state, made.heavy.length, await stateOf(at.store, 'version', one.id)]).toEqual(['held', 1, 'held'])
    expect((await problem(at.store.run((tx) => confirmDecision(tx, { id: made.id, actor: first })))).detail['guard']).toBe('second-person')
    expect(
      (await problem(at.store.run((tx) => transition(tx, { subject: 'version', id: one.id, event: 'approve', actor: second })))).code,
    ).toBe('guard')
    // Not past the decision either: it is the decision that is sent back.
    expect(
      (await problem(at.store.run((tx) => transition(tx, { subject: 'version', id: one.id, event: 'return', actor: second })))).code,
    ).toBe('guard')
    // Sent back, decided again, confirmed.
    await at.store.run((tx) => returnDecision(tx, { id: made.id, actor: second, reason }))
    expect(await stateOf(at.store, 'version', one.id)).toBe('awaiting-human')
    await at.store.run((tx) => claim(tx, { version: one.id, actor: first }))
    const again = await at.store.run((tx) => judge(tx, { ...one, actor: first, action: 'approve' }))
    const results = await Promise.allSettled(
      [second, await staff(at.store, 'senior-reviewer')].map((actor) => at.store.run((tx) => confirmDecision(tx, { id: again.id, actor }))),
    )
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect([
      await stateOf(at.store, 'version', one.id),
      await stateOf(at.store, 'decision_status', again.id),
      await stateOf(at.store, 'decision_status', made.id),
    ]).toEqual(['approved', 'effective', 'returned'])
  })
  test('should lapse when the developer withdraws what is held', async () => {
    const one = await waiting(at.store)
    await at.store.db.updateTable('program').set({ daily_users: 200_000 }).where('id', '=', one.program.id).execute()
    const reviewer = await staff(at.store, 'reviewer')
    await at.store.run((tx) => claim(tx, { version: one.id, actor: reviewer }))
    const made = await at.store.run((tx) => judge(tx, { ...one, actor: reviewer, action: 'approve' }))
    await at.store.run((tx) => transition(tx, { subject: 'version', id: one.id, event: 'withdraw', actor: one.program.owner }))
    expect([await stateOf(at.store, 'version', one.id), await stateOf(at.store, 'decision_status', made.id)]).toEqual([
      'withdrawn',
      'returned',
    ])
  })
  test('should be appealed once, by whom it concerns, judged by somebody fresh, and undone when it was wrong', async () => {
    const one = await waiting(at.store)
    const reviewer = await staff(at.store, 'reviewer', 'appeals')
    const judgeOfAppeals = await staff(at.store, 'appeals')
    await at.store.run((tx) => claim(tx, { version: one.id, actor: reviewer }))
    const made = await at.store.run((tx) => judge(tx, { ...one, actor: reviewer, action: 'refuse' }))
    expect(await stateOf(at.store, 'version', one.id)).toBe('rejected')
    const stranger = (await program(at.store)).owner
    expect((await problem(at.store.run((tx) => appeal(tx, { id: made.id, actor: stranger, grounds: [] })))).detail['guard']).toBe('party')
    const both = await Promise.allSettled(
      [1, 2].map(() => at.store.run((tx) => appeal(tx, { id: made.id, actor: one.program.owner, grounds: ['x'] }))),
    )
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    const reverse = (actor: typeof reviewer, why = reason) =>
      at.store.run((tx) => resolveDecision(tx, { id: made.id, actor, event: 'reverse', reason: why }))
    expect((await problem(reverse(as(reviewer, 'appeals')))).detail['guard']).toBe('fresh')
    expect((await problem(reverse(judgeOfAppeals, { zh: '', en: '' }))).detail['guard']).toBe('decisionComplete')
    await reverse(judgeOfAppeals)
    expect([await stateOf(at.store, 'decision_status', made.id), await stateOf(at.store, 'version', one.id)]).toEqual([
      'reversed',
      'awaiting-human',
    ])
  })
  test('should take public bytes away when the approval behind them falls, and take a pull back', async () => {
    const reviewer = await staff(at.store, 'reviewer')
    const one = await live(at.store, reviewer)
    const [first, second, third] = [
      await staff(at.store, 'senior-reviewer'),
      await staff(at.store, 'senior-reviewer'),
      await staff(at.store, 'senior-reviewer'),
    ]
    const pull = await at.store.run((tx) => judge(tx, { ...one, actor: first, action: 'pull' }))
    expect([pull.state, await stateOf(at.store, 'version', one.id)]).toEqual(['held', 'live'])
    await at.store.run((tx) => confirmDecision(tx, { id: pull.id, actor: second }))
    expect([
      await stateOf(at.store, 'version', one.id),
      await stateOf(at.store, 'program', one.program.id),
      await publicBlob(at.store, one.id),
    ]).toEqual(['pulled', 'draft', null])
    await at.store.run((tx) => resolveDecision(tx, { id: pull.id, actor: third, event: 'override', reason }))
    expect([
      await stateOf(at.store, 'version', one.id),
      await stateOf(at.store, 'program', one.program.id),
      await publicBlob(at.store, one.id),
    ]).toEqual(['live', 'listed', one.sha256])
    const [approval] = (await decisionsAbout(at.store, { version: one.id })).filter(({ action }) => action === 'approve')
    await at.store.run((tx) => resolveDecision(tx, { id: approval!.id, actor: third, event: 'override', reason }))
    expect([await stateOf(at.store, 'version', one.id), await publicBlob(at.store, one.id)]).toEqual(['awaiting-human', null])
  })
  test('should never change once written', async () => {
    const { rows } = await sql<{ id: string }>`select id from decision limit 1`.execute(at.store.db)
    for (const statement of [
      `update decision set action = 'approve' where id = '${rows[0]!.id}'`,
      `delete from decision where id = '${rows[0]!.id}'`,
      'truncate decision cascade',
    ])
      await expect(sql.raw(statement).execute(at.store.db)).rejects.toMatchObject({ code: 'MN002' })
  })
})

describe('submission', () => {
  test('should keep to one version under review, and replace one that nobody has', async () => {
    const first = await waiting(at.store)
    const submit = (replace: boolean) =>
      at.store.run(async (tx) => {
        const version = await checked(tx, first.program)
        await tx.db.updateTable('version').set({ listing: first.program.listing }).where('id', '=', version).execute()
        await transition(tx, { subject: 'version', id: version, event: 'submit', actor: first.program.owner, payload: { replace } })
        return version
      })
    expect((await problem(submit(false))).detail['guard']).toBe('roomForSubmission')
    await submit(true)
    expect(await stateOf(at.store, 'version', first.id)).toBe('superseded')
  })
  test('should end when the submissions of a minute are used up', async () => {
    const one = await program(at.store)
    const codes: string[] = []
    for (let n = 0; n < 4; n++) {
      const version = await at.store.run((tx) => checked(tx, one))
      await at.store.db.updateTable('version').set({ listing: one.listing }).where('id', '=', version).execute()
      codes.push(
        await at.store
          .run((tx) => transition(tx, { subject: 'version', id: version, event: 'submit', actor: one.owner, payload: { replace: true } }))
          .then(
            ({ to }) => to,
            (error: Problem) => String(error.detail['guard']),
          ),
      )
    }
    expect(codes).toEqual(['in-auto', 'in-auto', 'in-auto', 'withinQuota'])
    at.clock.forward(DAY)
  })
})
