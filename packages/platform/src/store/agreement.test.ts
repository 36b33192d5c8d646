import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { staff, waiting } from '../../test/scene.ts'
import { agreementOf, beyondChance } from './agreement.ts'

let at: TestStore
beforeAll(async () => {
  at = await testStore()
})
afterAll(() => at.close())

test('agreement beyond chance is one where all agree on different things, none where chance explains it, and unknown where nothing was said', () => {
  expect(beyondChance([])).toBeNull()
  expect(beyondChance([{ a: 'confirm', b: 'confirm', n: 4 }])).toBeNull()
  expect(
    beyondChance([
      { a: 'confirm', b: 'confirm', n: 5 },
      { a: 'dismiss', b: 'dismiss', n: 5 },
    ]),
  ).toBe(1)
  expect(beyondChance([{ a: 'confirm', b: 'dismiss', n: 8 }])).toBe(-1)
  // Seven of ten agree; chance alone would give 0.5.
  expect(
    beyondChance([
      { a: 'confirm', b: 'confirm', n: 4 },
      { a: 'confirm', b: 'dismiss', n: 3 },
      { a: 'dismiss', b: 'dismiss', n: 3 },
    ]),
  ).toBeCloseTo((0.7 - (0.55 ** 2 + 0.45 ** 2)) / (1 - (0.55 ** 2 + 0.45 ** 2)))
})

test('the last word of each counts, and a finding that stays from version to version is the same finding', async () => {
  const { store } = at
  const [one, other] = [await staff(store, 'reviewer'), await staff(store, 'reviewer')]
  const item = await waiting(store)
  const ids = await store.run(async (tx) => {
    const check = tx.id()
    await tx.db
      .insertInto('check_run')
      .values({
        id: check,
        version: item.id,
        check_id: 'agreement',
        check_version: '1',
        rulebook: 'r',
        state: 'done',
        queued_at: tx.now,
      })
      .execute()
    const made: string[] = []
    for (const [rule, fingerprint] of [
      ['a-rule', 'f1'],
      ['a-rule', 'f2'],
      ['b-rule', 'f3'],
    ] as const) {
      const id = tx.id()
      made.push(id)
      await tx.db
        .insertInto('finding')
        .values({
          id,
          check_run: check,
          version: item.id,
          rule,
          verdict: 'violation',
          severity: 'error',
          confidence: 'high',
          clauses: JSON.stringify([]) as never,
          content: JSON.stringify({}) as never,
          fingerprint,
        })
        .execute()
    }
    const say = (finding: string, account: string, mark: string, after: number) =>
      tx.db
        .insertInto('finding_mark')
        .values({ id: tx.id(), finding, account, mark, reason: mark === 'dismiss' ? 'seen' : '', at: tx.now + after } as never)
        .execute()
    await say(made[0]!, one.id!, 'dismiss', 1)
    await say(made[0]!, one.id!, 'confirm', 2)
    await say(made[0]!, other.id!, 'confirm', 3)
    await say(made[1]!, one.id!, 'confirm', 4)
    await say(made[1]!, other.id!, 'dismiss', 5)
    await say(made[2]!, one.id!, 'unsure', 6)
    return made
  })
  expect(ids).toHaveLength(3)
  const found = await agreementOf(store, 90)
  expect(found.rules.map((row) => ({ ...row }))).toEqual([
    { rule: 'a-rule', confirmed: 3, dismissed: 1, unsure: 0 },
    { rule: 'b-rule', confirmed: 0, dismissed: 0, unsure: 1 },
  ])
  expect(found.pairs).toMatchObject({ pairs: 2, agreed: 1 })
  expect(found.reviewers.map(({ marks, confirmed, shared, agreed }) => ({ marks, confirmed, shared, agreed }))).toEqual([
    { marks: 3, confirmed: 2, shared: 2, agreed: 1 },
    { marks: 2, confirmed: 1, shared: 2, agreed: 1 },
  ])
  expect((await agreementOf(store, -1)).rules).toEqual([])
})
