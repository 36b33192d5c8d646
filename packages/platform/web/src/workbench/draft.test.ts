import { describe, expect, test } from 'vitest'
import type { FindingView } from '../../../src/contract/index.ts'
import { type Draft, EMPTY, factsFor, groundsFrom, keepDraft, keptDraft, lackingIn, pickedGround, unhandled, verdictOf } from './draft.ts'

const finding = (n: number, clause: string, more: Partial<FindingView> = {}): FindingView => ({
  id: `00000000-0000-7000-8000-00000000000${n}`,
  fingerprint: `print-${n}`,
  check: 'static',
  rule: 'prompt-before-tap',
  verdict: 'violation',
  severity: 'error',
  confidence: 'high',
  mode: 'block',
  clauses: [{ id: clause, edition: '2018-09', title: { zh: '位置', en: 'Location' } }],
  what: { zh: '打开页面就请求位置', en: 'Asks for the position as the page opens' },
  why: { zh: '用户还没有表示需要', en: 'Nobody has asked for it yet' },
  mend: { zh: '改为点击后再请求', en: 'Ask after a tap instead' },
  places: [{ file: 'pages/home/home.js', start: { line: 9 + n, column: 5 }, end: { line: 9 + n, column: 30 } }],
  witness: null,
  attachments: [],
  setAside: null,
  since: 'new',
  mark: null,
  answer: null,
  ...more,
})
const confirmed = (one: FindingView): FindingView => ({ ...one, mark: { as: 'confirm', reason: '', at: '2026-11-21T00:00:00Z' } })
const line = () => 'around.locate(this)'

describe('a decision in the making', () => {
  test('should ask for every finding that counts, and for no other', () => {
    const all = [
      finding(1, 'wx-op/12.4.1'),
      finding(2, 'wx-op/9.2', { mode: 'shadow' }),
      finding(3, 'wx-op/9.2', { setAside: { by: 'waiver', reason: 'x' } }),
    ]
    expect(unhandled(all).map((one) => one.fingerprint)).toEqual(['print-1'])
    expect(lackingIn({ ...EMPTY, choice: 'approve', facts: factsFor('approve', 0) }, all)).toHaveLength(1)
    expect(lackingIn({ ...EMPTY, choice: 'approve', facts: factsFor('approve', 0) }, all.map(confirmed))).toEqual([])
  })
  test('should not be sent empty: a refusal without a ground lacks one', () => {
    const draft: Draft = { ...EMPTY, choice: 'refuse', facts: factsFor('refuse', 0) }
    expect(lackingIn(draft, []).map((one) => one.what.en)).toEqual(['at least one clause has to be cited'])
    const picked = {
      ...draft,
      grounds: [pickedGround({ id: 'wx-op/5.1', edition: '2018-09', title: { zh: '', en: '' }, gist: { zh: '', en: '' } })],
    }
    // Quote, place, and fix and both examples in two languages each.
    expect(lackingIn(picked, [])).toHaveLength(8)
  })
  test('should be complete with what the findings bring', () => {
    const all = [confirmed(finding(1, 'wx-op/12.4.1'))]
    const grounds = groundsFrom([], all, line)
    expect(lackingIn({ ...EMPTY, choice: 'refuse', facts: factsFor('refuse', 1), grounds }, all)).toEqual([])
    expect(
      verdictOf({ ...EMPTY, choice: 'refuse', facts: factsFor('refuse', 1), grounds }, 4, 'a'.repeat(64)).grounds[0],
    ).not.toHaveProperty('own')
  })
  test('should show the rule’s own examples where it has some', () => {
    const example = { right: { zh: '点按钮后再请求', en: 'asks after a tap' }, wrong: { zh: '一进页面就请求', en: 'asks as it opens' } }
    const [with_, without] = groundsFrom([], [confirmed(finding(1, 'wx-op/12.4.1', { example })), confirmed(finding(2, 'wx-op/9.2'))], line)
    expect(with_!.example).toEqual(example)
    expect(without!.example).toMatchObject({ right: { en: 'Ask after a tap instead' } })
  })
  test('should have one ground for each clause, with all the places', () => {
    const grounds = groundsFrom([], [finding(1, 'wx-op/12.4.1'), finding(2, 'wx-op/12.4.1'), finding(3, 'wx-op/9.2')].map(confirmed), line)
    expect(grounds.map((one) => [one.clause.id, one.where.length, one.findings.length])).toEqual([
      ['wx-op/12.4.1', 2, 2],
      ['wx-op/9.2', 1, 1],
    ])
  })
  test('should leave the words to the person who passes over something that was found', () => {
    const all = [confirmed(finding(1, 'wx-op/12.4.1'))]
    expect(lackingIn({ ...EMPTY, choice: 'approve', facts: factsFor('approve', 1) }, all)).toHaveLength(2)
    expect(lackingIn({ ...EMPTY, choice: 'approve', facts: factsFor('approve', 0) }, [])).toEqual([])
  })
  test('should keep what a person wrote when marks change, and drop what filled itself', () => {
    const first = groundsFrom([], [finding(1, 'wx-op/12.4.1'), finding(2, 'wx-op/9.2')].map(confirmed), line)
    const written = first.map((one) =>
      one.clause.id === 'wx-op/12.4.1' ? { ...one, own: true, fix: { zh: '自己写的', en: 'Written by hand' } } : one,
    )
    const after = groundsFrom(written, [], line)
    expect(after).toHaveLength(1)
    expect(after[0]).toMatchObject({ fix: { en: 'Written by hand' }, findings: [] })
    const again = groundsFrom(after, [confirmed(finding(3, 'wx-op/12.4.1'))], line)
    expect(again[0]).toMatchObject({ fix: { en: 'Written by hand' }, findings: ['print-3'] })
  })
  test('should be found again on this machine, and only for the same bytes', () => {
    const kept = new Map<string, string>()
    const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
    keepDraft(store, 'v', 'a'.repeat(64), { ...EMPTY, choice: 'approve' })
    expect(keptDraft(store, 'v', 'a'.repeat(64)).choice).toBe('approve')
    expect(keptDraft(store, 'v', 'b'.repeat(64)).choice).toBeNull()
    kept.set([...kept.keys()][0]!, 'not json')
    expect(keptDraft(store, 'v', 'a'.repeat(64))).toEqual(EMPTY)
  })
})
