import { expect, test } from 'vitest'
import { sentence } from './sentence.ts'

test('what stands alone begins like a sentence, but for names of code', () => {
  for (const [before, after] of [
    ['the position is asked for', 'The position is asked for'],
    ['refused', 'Refused'],
    ['wx.getLocation is called', 'wx.getLocation is called'],
    ['setData is called', 'setData is called'],
    ['pages/home fails', 'pages/home fails'],
    ['云上洗衣', '云上洗衣'],
    ['', ''],
  ])
    expect(sentence(before!)).toBe(after)
})
