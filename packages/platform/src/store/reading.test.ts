/** What is kept ready for reading is what the rows say, whatever happened to them and in whatever order. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { as, developer, judge, LISTING, live, program, staff, waiting } from '../../test/scene.ts'
import type { Actor } from '../domain/words.ts'
import { confirmDecision, resolveDecision } from './decisions.ts'
import { directoryPage } from './directory.ts'
import { decisionsFor, programLines } from './pages.ts'
import { saveListing } from './programs.ts'
import { claim, queueItems, queuePosition } from './queue.ts'
import { leadNumbers } from './staff.ts'

let at: TestStore
let reviewer: Actor
let senior: Actor
beforeAll(async () => {
  at = await testStore()
  reviewer = await staff(at.store, 'reviewer')
  senior = await staff(at.store, 'senior-reviewer', 'appeals')
})
afterAll(() => at.close())

describe('the lead’s numbers', () => {
  const agree = async () => {
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from ((table decision_figure except table decided) union all (table decided except table decision_figure)) t)::integer n`.execute(
      at.store.db,
    )
    expect(rows[0]!.n).toBe(0)
  }
  const decide = async (action: 'approve' | 'refuse', minutes: number) => {
    const item = await waiting(at.store)
    await at.store.run((tx) => claim(tx, { version: item.id, actor: reviewer }))
    at.clock.forward(minutes * 60_000)
    const { id } = await at.store.run((tx) => judge(tx, { ...item, actor: reviewer, action }))
    return { ...item, decision: id }
  }
  test('count what came into force, by whom and on which clauses, how long it took, and what was taken back', async () => {
    const refused = await decide('refuse', 4)
    await decide('approve', 2)
    await decide('approve', 6)
    await agree()
    const before = await leadNumbers(at.store)
    expect(before.week).toMatchObject({ decided: 3, approved: 2, refused: 1, automated: 0, median: 240_000 })
    expect(before.reviewers).toMatchObject([{ decided: 3, median: 240_000, reversed: 0 }])
    expect(before.clauses).toEqual([{ clause: 'wx-op/12.4.1', decisions: 1, reversed: 0 }])
    await at.store.run((tx) =>
      resolveDecision(tx, {
        id: refused.decision,
        actor: as(senior, 'senior-reviewer'),
        event: 'override',
        reason: { zh: '点按之后才询问位置', en: 'It asks after a tap' },
      }),
    )
    await agree()
    const after = await leadNumbers(at.store)
    expect([after.reviewers[0]!.reversed, after.clauses[0]!.reversed]).toEqual([1, 1])
    at.clock.forward(8 * 86_400_000)
    expect((await leadNumbers(at.store)).week).toMatchObject({ decided: 0, median: null })
  })
  test('do not count what waits for a second person, until they agree', async () => {
    const item = await waiting(at.store)
    await sql`update program set daily_users = 200000 where id = ${item.program.id}`.execute(at.store.db)
    await at.store.run((tx) => claim(tx, { version: item.id, actor: reviewer }))
    const { id } = await at.store.run((tx) => judge(tx, { ...item, actor: reviewer, action: 'refuse' }))
    expect((await leadNumbers(at.store)).week.decided).toBe(0)
    await at.store.run((tx) => confirmDecision(tx, { id, actor: as(senior, 'senior-reviewer') }))
    expect((await leadNumbers(at.store)).week).toMatchObject({ decided: 1, refused: 1 })
    await agree()
  })
})

describe('search', () => {
  const found = async (words: string) => (await directoryPage(at.store, { words, limit: 100 })).map(({ name }) => name)
  test('finds parts of words in any script and either case, all words together, and nothing by a wildcard', async () => {
    const one = await program(at.store)
    await at.store.run((tx) =>
      saveListing(tx, {
        program: one.id,
        content: { ...LISTING, intro: '手冲 Kaffee 与 100% 果汁', tags: ['Óolong', '早餐'] },
        actor: one.owner,
      }),
    )
    const listing = await at.store.db
      .selectFrom('listing')
      .select('id')
      .where('program', '=', one.id)
      .orderBy('n', 'desc')
      .executeTakeFirstOrThrow()
    const { name } = await at.store.db.selectFrom('program').select('name').where('id', '=', one.id).executeTakeFirstOrThrow()
    expect(await found('kaffee')).toEqual([])
    await live(at.store, reviewer, { ...one, listing: listing.id })
    for (const words of ['kaffee', 'AFFE', '手冲', '冲', '早餐 果汁', 'óolong', '0%', name, name.slice(2)])
      expect(await found(words), words).toContain(name)
    for (const words of ['kaffee tee', 'ka%ee', '手_', '冲手', '早 午']) expect(await found(words), words).toEqual([])
  })
})

describe('lists', () => {
  test('are in the order of the queue from page to page, and say each one’s place', async () => {
    const due = [5, 3, 9, 1, 7]
    const items: string[] = []
    for (const [n, hours] of due.entries()) {
      const item = await waiting(at.store)
      await sql`update version set due_at = ${at.clock.now() + hours * 3_600_000}, expedited_at = ${n === 2 ? at.clock.now() : null} where id = ${item.id}`.execute(
        at.store.db,
      )
      items.push(item.id)
    }
    const own = new Set(items)
    const wanted = [2, 3, 1, 0, 4].map((n) => items[n])
    const seen: string[] = []
    for (let after: { rank: number; dueAt: number; id: string } | undefined; ; ) {
      const [row] = await queueItems(at.store, { actor: reviewer, limit: 1, ...(after ? { after } : {}) })
      if (!row) break
      if (own.has(row.id)) seen.push(row.id)
      after = { rank: row.expedited ? 0 : 1, dueAt: row.dueAt ?? 0, id: row.id }
    }
    expect(seen).toEqual(wanted)
    const places = await Promise.all(wanted.map((id) => queuePosition(at.store, id!)))
    expect(places).toEqual([...places].sort((a, b) => a! - b!))
    expect(new Set(places).size).toBe(5)
  })
  test('hold one’s own programs and decisions, and those one works on', async () => {
    const owner = await developer(at.store)
    const one = await live(at.store, reviewer, await program(at.store, owner))
    const member = await developer(at.store)
    expect([await decisionsFor(at.store, member.id!), await programLines(at.store, member.id!)]).toEqual([[], []])
    await at.store.db
      .insertInto('membership')
      .values({ program: one.program.id, account: member.id!, role: 'developer', added_at: 0 })
      .execute()
    const decisions = await decisionsFor(at.store, owner.id!)
    expect(decisions).toHaveLength(1)
    expect(await decisionsFor(at.store, member.id!)).toEqual(decisions)
    expect(await decisionsFor(at.store, member.id!, decisions[0])).toEqual(decisions)
    expect(await decisionsFor(at.store, reviewer.id!, decisions[0])).toEqual([])
    expect((await programLines(at.store, member.id!)).map(({ id }) => id)).toEqual([one.program.id])
  })
})
