import { describe, expect, test } from 'vitest'
import { automaticFacts, type DecisionContent, type Ground, inverseOf, missing, secondPersonReasons, statement } from './decision.ts'

const two = (zh: string, en: string) => ({ zh, en })
const GROUND: Ground = {
  clause: { id: 'wx-op/12.4.1', edition: '2018-09', title: two('位置要先征得同意', 'Ask before taking a position') },
  quote: 'wx.getLocation({ type: "wgs84" })',
  where: [{ file: 'pages/home/home.js', line: 9 }],
  screenshots: [],
  steps: [],
  fix: two('点按“附近”之后再取位置', 'Ask after a tap on Nearby'),
  example: { right: two('点按后弹出说明', 'a tap, then an explanation'), wrong: two('打开页面就弹窗', 'a prompt as the page opens') },
  findings: ['f1'],
}
const REFUSAL: DecisionContent = {
  subject: 'version',
  action: 'refuse',
  automated: 'no',
  sha256: 'a'.repeat(64),
  facts: two('首页打开时就请求位置', 'The home page asks for the position as it opens'),
  grounds: [GROUND],
  until: null,
  capabilities: [],
  curable: true,
  rulebook: 'sha-of-rules',
}
const fields = (decision: DecisionContent, now?: number) => missing(decision, now).map(({ field }) => field)
const ground = (change: Partial<Ground>) => ({ ...REFUSAL, grounds: [{ ...GROUND, ...change }] })

describe('what a decision has to hold', () => {
  test('should let a whole one pass', () => {
    expect(missing(REFUSAL)).toEqual([])
    expect(missing({ ...REFUSAL, action: 'approve', grounds: [] })).toEqual([])
  })
  test.each([
    ['no clause', { ...REFUSAL, grounds: [] }, ['grounds']],
    ['no bytes', { ...REFUSAL, sha256: null }, ['sha256']],
    ['no facts in English', { ...REFUSAL, facts: two('首页打开时就请求位置', '') }, ['facts.en']],
    ['Chinese in both places', { ...REFUSAL, facts: two('首页打开时就请求位置', '首页打开时就请求位置') }, ['facts.en']],
    ['a full stop for a reason', { ...REFUSAL, facts: two('。', '...') }, ['facts.zh', 'facts.en']],
    ['no quote', ground({ quote: ' … ' }), ['grounds.0.quote']],
    ['nowhere', ground({ where: [] }), ['grounds.0.where']],
    ['no fix', ground({ fix: two('', '') }), ['grounds.0.fix.zh', 'grounds.0.fix.en']],
    [
      'no wrong example',
      ground({ example: { right: GROUND.example.right, wrong: two('', '') } }),
      ['grounds.0.example.wrong.zh', 'grounds.0.example.wrong.en'],
    ],
    ['a picture by name', ground({ screenshots: ['shot.png'] }), ['grounds.0.screenshots']],
    ['an act that does not fit', { ...REFUSAL, action: 'ban' as const }, ['action']],
    ['an unnamed edition of the rules', { ...REFUSAL, rulebook: '' }, ['rulebook']],
  ])('should miss: %s', (_, decision, expected) => {
    expect(fields(decision as DecisionContent)).toEqual(expected)
  })
  test('should take a screenshot or steps in place of a line', () => {
    expect(fields(ground({ where: [], screenshots: ['b'.repeat(64)] }))).toEqual([])
    expect(fields(ground({ where: [], steps: [two('打开首页，不要点按', 'open the home page and do not tap')] }))).toEqual([])
  })
  test('should want an end for what has to end, and it has to lie ahead', () => {
    expect(fields({ ...REFUSAL, action: 'warn' })).toEqual(['until'])
    expect(fields({ ...REFUSAL, action: 'warn', until: 100 }, 100)).toEqual(['until'])
    expect(fields({ ...REFUSAL, action: 'warn', until: 101 }, 100)).toEqual([])
    expect(fields({ ...REFUSAL, subject: 'account', action: 'limit', sha256: null, until: 101 }, 100)).toEqual(['capabilities'])
  })
  test('should say everything at once', () => {
    expect(fields({ ...REFUSAL, facts: two('', ''), grounds: [{ ...GROUND, quote: '', where: [], fix: two('', '') }] }).length).toBe(6)
  })
  test('should hold what the platform writes by itself to the same measure', () => {
    for (const kind of ['no-reply', 'fix-by-over'] as const) expect(missing({ ...REFUSAL, facts: automaticFacts(kind) })).toEqual([])
  })
})

test('should send what weighs much to a second person, and say why', () => {
  const impact = {
    action: 'approve' as const,
    dailyUsers: 10,
    sensitiveCategory: false,
    blockingPassedOver: 0,
    deviates: false,
    recommendedBy: 'nobody' as const,
  }
  expect(secondPersonReasons(impact)).toEqual([])
  expect(secondPersonReasons({ ...impact, action: 'refuse', sensitiveCategory: true })).toEqual([])
  for (const change of [
    { dailyUsers: 100_000 },
    { sensitiveCategory: true },
    { blockingPassedOver: 1 },
    { deviates: true },
    { action: 'pull' as const },
    { action: 'ban' as const },
  ])
    expect(secondPersonReasons({ ...impact, ...change }).length).toBe(1)
})
test('should know what takes each act back', () => {
  expect([
    inverseOf('version', 'approve'),
    inverseOf('version', 'refuse'),
    inverseOf('version', 'pull'),
    inverseOf('program', 'ban'),
    inverseOf('account', 'ban'),
    inverseOf('version', 'claim'),
  ]).toEqual(['annul', 'annul', 'restore', 'unban', 'lift', null])
})
test('should make a statement that holds no person, and is plain JSON', () => {
  const made = statement(REFUSAL, {
    reference: 'D-1',
    decided: 5,
    name: '茶馆',
    version: '1.0.0',
    appealUntil: 9,
    redress: two('可以申诉一次', 'you may appeal once'),
  })
  expect(JSON.parse(JSON.stringify(made))).toEqual(made)
  expect(made).toMatchObject({
    format: 'menshen-statement/1',
    action: { id: 'refuse' },
    grounds: [{ clause: { id: 'wx-op/12.4.1' } }],
    redress: { appealUntil: 9 },
  })
  expect(JSON.stringify(made)).not.toMatch(/actor|account|"f1"/)
})
