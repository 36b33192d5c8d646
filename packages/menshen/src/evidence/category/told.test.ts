import { describe, expect, it } from 'vitest'
import { tells, toldFactor } from './told.ts'

describe('what a text offers', () => {
  it('is all of a label, and of a list with prices', () => {
    for (const label of ['立即投保', '日常保洁 3 小时 139 元，擦玻璃另计，满两次减十元', '招牌牛肉面，微辣，加蛋，加面，少葱'])
      expect(toldFactor(label), label).toBe(1)
  })
  it('is less of a sentence, least of an article', () => {
    expect(toldFactor('到大理，住在洱海边的云水酒店，房间能看见湖')).toBeLessThan(0.5)
    expect(toldFactor('文'.repeat(200))).toBeLessThan(0.5)
  })
  it('is less on pages that gather and tell', () => {
    for (const title of ['办事指南', '医学院课表', '药理笔记', '消防常识']) expect(tells(title), title).toBe(true)
    for (const title of ['博物馆门票', '课程', '商城', '医生']) expect(tells(title), title).toBe(false)
  })
})
