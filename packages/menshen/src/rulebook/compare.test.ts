import { describe, expect, it } from 'vitest'
import { type Clause, compareEditions, loadRulebook, type RulebookDocument } from './index.ts'

const book = loadRulebook()
const older = book.document('wx-oa')!
const edit = (id: string, change: Partial<Clause>, clauses: readonly Clause[] = older.clauses): RulebookDocument => ({
  ...older,
  edition: '2027-01',
  clauses: clauses.map((clause) => (clause.id === id ? { ...clause, ...change } : clause)),
})

describe('comparing editions', () => {
  it('finds nothing between an edition and itself', () => {
    const diff = compareEditions(older, older)
    expect([diff.added, diff.removed, diff.changed]).toEqual([[], [], []])
  })

  it('tells which fields of a clause changed, and leaves out what only moved in the file', () => {
    const reordered: Clause['gist'] = { en: older.clauses[0]!.gist.en, zh: older.clauses[0]!.gist.zh }
    const newer = edit('wx-oa/data-1', { force: 'duty', verify: ['static'] }, edit('wx-oa/0', { gist: reordered }).clauses)
    const diff = compareEditions(older, { ...newer, clauses: [...newer.clauses].reverse() })
    expect(diff.changed.map(({ after, fields }) => [after.id, ...fields])).toEqual([['wx-oa/data-1', 'force', 'verify']])
    expect(diff.to).toEqual({ document: 'wx-oa', edition: '2027-01' })
  })

  it('finds clauses that came and went', () => {
    const fresh: Clause = { ...older.clauses[0]!, id: 'wx-oa/other-6', number: 'other-6' }
    const newer: RulebookDocument = { ...older, clauses: [...older.clauses.filter((clause) => clause.id !== 'wx-oa/ref'), fresh] }
    const diff = compareEditions(older, newer)
    expect(diff.added.map((clause) => clause.id)).toEqual(['wx-oa/other-6'])
    expect(diff.removed.map((clause) => clause.id)).toEqual(['wx-oa/ref'])
    expect(diff.changed).toEqual([])
  })

  it('follows a clause that was renumbered from the English edition to the newer Chinese one', () => {
    const diff = compareEditions(book.document('wx-op-en')!, book.document('wx-op')!)
    expect(diff.removed).toEqual([])
    expect(diff.added).toHaveLength(32)
    expect(diff.added.map((clause) => clause.id)).toContain('wx-op/8.1')
    const moved = diff.changed.find(({ before }) => before.id === 'wx-op-en/5.9')
    expect(moved?.after.id).toBe('wx-op/5.11')
    expect(moved?.fields).toContain('number')
    const stayed = diff.changed.find(({ before }) => before.id === 'wx-op-en/1.1')
    expect(stayed?.fields ?? []).not.toContain('number')
  })
})
