import { expect, test } from 'vitest'
import { nested } from './quotes.ts'

test('quotes inside quotes are single, and what is not in pairs stays as it is', () => {
  expect(nested('上弹出““样例” 申请”（wx.getLocation）')).toBe('上弹出“‘样例’ 申请”（wx.getLocation）')
  expect(nested('“一”和“二”')).toBe('“一”和“二”')
  expect(nested('“外“中“内”中”外”')).toBe('“外‘中“内”中’外”')
  for (const odd of ['““缺一个”', '多一个””', '没有']) expect(nested(odd)).toBe(odd)
})
