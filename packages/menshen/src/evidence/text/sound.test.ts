import { describe, expect, it } from 'vitest'
import { findTerms } from './index.ts'

const found = (text: string, platform: 'wechat' | 'douyin' = 'douyin') =>
  findTerms(text, { platform }).filter(({ strength }) => strength && strength !== 'weak')

describe('hearing', () => {
  it.each([
    ['代恋上分，带价接单', '代练'],
    ['dai练接单', '代练'],
    ['找人shuadan', '刷单'],
    ['菠 彩 平 台', '博彩'],
    ['代1考2驾3照', '代考'],
    ['占占卜卜', '占卜'],
    ['百佳乐技巧', '百家乐'],
    ['小产犬房出售', '小产权'],
  ])('hears %s', (text, term) => {
    const match = found(text).find((m) => m.term.includes(term))
    expect(match, JSON.stringify(found(text).map((m) => m.term))).toMatchObject({ evasive: true })
  })

  it('leaves what other characters say to a human', () => {
    for (const { strength } of found('算名大师，卜挂看向')) expect(strength).not.toBe('strong')
  })

  it.each([
    '平均产量公示',
    '话费充值',
    '人气榜单',
    '私厨预订',
    '税后收入',
    '芯片展览',
    '手势登录',
    '待签到活动',
    '请带开水',
    '试卷打印',
    'women',
    'change log',
  ])('hears nothing in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('tells look-alike characters from ordinary words', () => {
    expect(found('网货平台，秒到账').length).toBeGreaterThan(0)
    expect(found('向厂家支付货款').filter(({ evasive }) => evasive)).toEqual([])
  })
})
