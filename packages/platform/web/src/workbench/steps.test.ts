import { expect, test } from 'vitest'
import { journeyTo, moveText, type Pass, passWords, stepWords } from './steps.ts'

const move = (n: number, step: object) => ({ n, said: 'as recorded', step, purpose: null, screens: [], records: [] })
const pass: Pass = {
  id: 'people/deny-all/empty',
  kind: 'people',
  profile: 'deny-all',
  server: 'empty',
  environment: null,
  moves: [
    move(0, { do: 'launch' }),
    move(1, { do: 'tap', selector: '#a', text: '登录' }),
    move(2, { do: 'open', route: 'pages/me/me', query: 'id=1' }),
    move(3, { do: 'wait', milliseconds: 6500 }),
    move(4, { do: 'tap', selector: '.buy', text: '' }),
  ],
}

test('a step is said in both languages, and one that nobody knows as it was recorded', () => {
  expect(stepWords(pass.moves[1]?.step)).toEqual({ zh: '点“登录”', en: 'tap “登录”' })
  expect(stepWords(pass.moves[2]?.step)).toEqual({ zh: '直接打开 pages/me/me?id=1', en: 'open pages/me/me?id=1' })
  expect(stepWords(pass.moves[3]?.step)?.zh).toBe('不操作，等 6.5 秒')
  expect(stepWords(pass.moves[4]?.step)?.en).toBe('tap “.buy”')
  expect(stepWords({ do: 'fly' })).toBeNull()
  expect(moveText(move(0, { do: 'fly' })).zh).toBe('as recorded')
  expect(passWords(pass).zh).toBe('像人一样使用 · 全部拒绝 · 服务器没有数据')
})
test('a journey begins at the opening before the move', () => {
  const numbers = (n: number) => journeyTo(pass, n).map((one) => one.n)
  expect(numbers(1)).toEqual([0, 1])
  expect(numbers(4)).toEqual([2, 3, 4])
  expect(numbers(2)).toEqual([2])
  expect(numbers(9)).toEqual([])
})
