import { describe, expect, it } from 'vitest'
import { findTerms, lexicon, normalise } from './index.ts'
import { restored } from './restored.ts'

const read = (text: string) => restored(normalise(text), lexicon())

describe('syllables in letters', () => {
  it.each([
    ['nei 存不足', '内存不足'],
    ['未 du 消息', '未读消息'],
    ['lā 新人返现', '拉新人返现'],
    ['手机shu据', '手机数据'],
  ])('%s reads %s', (text, spelt) => {
    expect(read(text)?.text).toBe(spelt)
  })

  it.each(['', 'hello world', '登录 app 查看', '你好，世界', 'xyz 三', '第 3 页'])('%j stays as it is', (text) => {
    expect(read(text)).toBeNull()
  })

  it('keep their places', () => {
    const source = '注意：nei 存不足'
    const folded = read(source)!
    const at = folded.text.indexOf('内存')
    expect(source.slice(folded.starts[at], folded.ends[at + 1])).toBe('nei 存')
  })

  it('let patterns read what is spelt', () => {
    const [match] = findTerms('手机 nei 存不足，点击加速', { platform: 'wechat' }).filter(({ entry }) => entry.list === 'fake-system')
    expect(match).toMatchObject({ matched: 'nei 存不足，点击加速', strength: 'medium' })
  })
})
