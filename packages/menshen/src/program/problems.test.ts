import { expect, test } from 'vitest'
import { ProblemLog, problemText } from './problems.ts'
import type { Problem } from './types.ts'

const problem = (part: Partial<Problem>): Problem => ({
  kind: 'json-syntax',
  at: { file: 'a.json', start: 0, end: 1 },
  data: {},
  hides: false,
  ...part,
})

test('fills reasons and names in both languages', () => {
  const text = problemText({ kind: 'template-syntax', data: { reason: 'unclosed-tag', name: 'view' } })
  expect(text.zh).toBe('模板写错了：标签 <view> 没有闭合')
  expect(text.en).toBe('This template is broken: the tag <view> is not closed')
  expect(problemText({ kind: 'mixed-platforms', data: { count: '3', platform: 'wechat', reason: 'other-used' } }).zh).toContain('微信')
})

test('does not fill data into data', () => {
  expect(problemText({ kind: 'json-duplicate-key', data: { key: '{path}', path: 'secret' } }).en).toContain('{path}')
})

test('a log stays small and in order, however much is reported', () => {
  const log = new ProblemLog()
  for (let i = 0; i < 1000; i++) log.report(problem({ at: { file: 'b.json', start: 1000 - i, end: 1001 } }))
  log.report(problem({ kind: 'bom', at: { file: 'a.json', start: 0, end: 0 } }))
  log.report(problem({ kind: 'bom', at: { file: 'a.json', start: 0, end: 0 } }))
  const list = log.list()
  expect(list).toHaveLength(21)
  expect(list[0]!.kind).toBe('bom')
  expect(list[1]!.at.start).toBeLessThan(list[2]!.at.start)
})
