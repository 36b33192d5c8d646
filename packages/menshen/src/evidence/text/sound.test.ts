import { describe, expect, it } from 'vitest'
import { isDisguised } from './disguise.ts'
import { findTerms, normalise } from './index.ts'

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

  it.each([
    ['增 g 膏，骨头缝再开', '增高 … 再开'],
    ['抖音点z，一千个 10 元', '点赞 … 一千个'],
    ['代 q 演唱会票，不成不收', '代抢 … 演唱会'],
  ])('tries what an initial may begin: %s', (text, term) => {
    const read = findTerms(text, { platform: 'douyin' }).filter(({ strength }) => strength !== null)
    expect(read.map((m) => m.term).join('; ')).toContain(term.split(' … ')[0])
    expect(read.every(({ strength }) => strength !== 'strong')).toBe(true)
  })

  it.each(['T恤打折', '停在 B 座', '请用 U 盘', '地铁 K 口出'])('lets letters be letters in %s', (text) => {
    expect(findTerms(text, { platform: 'douyin' }).filter(({ strength }) => strength !== null && strength !== 'weak')).toEqual([])
  })
})

describe('disguised texts', () => {
  const read = (text: string) => findTerms(text, { platform: 'wechat' }).filter(({ strength }) => strength !== null)
  it('listens for broad words where the text is written to hide', () => {
    expect(read('zhuan给同学后，才放 ti 目').map(({ clauses }) => clauses[0])).toContain('wx-op/5.1.1')
    expect(read('转给同学，一起做题目')).toEqual([])
  })
  it.each(['下 app 看更多', '关 于 我 们', 'npm run build 或命令行', '给 ta 一个拥抱', '重庆 mini 火锅'])('sees none in %s', (text) => {
    expect(isDisguised(normalise(text))).toBe(false)
  })
  it.each(['涨fen业务', '加 我 拿 一 份 资 料', 'jian 职日结'])('sees one in %s', (text) => {
    expect(isDisguised(normalise(text))).toBe(true)
  })
  it('reads pictures as words and as decoration', () => {
    expect(read('莆❤田原单，过柜验货').length).toBeGreaterThan(0)
    expect(read('扫码领🧧，分享即得').length).toBeGreaterThan(0)
  })
})

describe('visible disguise', () => {
  it.each(['脫髪十年的我，用完这瓶，头顶密得像草坪', '隨喜五元起，收欵码见下图', '想抱个矮脚🐈回家吗', '旧书别扔，juān 给山里'])(
    'is seen in %s',
    (text) => {
      expect(isDisguised(normalise(text))).toBe(true)
    },
  )
  it.each([
    '門票請於現場購買，兒童半價',
    '乾隆年间的瓷瓶，著录于旧目',
    '我们🎁送礼物的地方',
    '店里有🐱猫咪也有🐶狗狗',
    `${'我们说说这个镇上的事情。'.repeat(12)}老字号“麗”字还在。`,
  ])('is not in %s', (text) => {
    expect(isDisguised(normalise(text))).toBe(false)
  })
})
