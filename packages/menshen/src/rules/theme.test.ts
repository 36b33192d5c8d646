import { describe, expect, test } from 'vitest'
import { collectCopy } from '../evidence/copy.ts'
import { parseListing } from '../evidence/listing.ts'
import { interpret } from '../program/interpret/index.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import { weighTheme } from './theme.ts'

const weigh = (list: string, pages: Readonly<Record<string, string>>, listing?: object, app: object = {}) => {
  const files: Record<string, string> = {
    'app.json': JSON.stringify({ pages: Object.keys(pages).filter((name) => name !== 'orphan'), ...app }),
    'app.js': 'App({})',
  }
  for (const [name, view] of Object.entries(pages)) {
    files[`${name}.ttml`] = view
    files[`${name}.js`] = 'Page({ go() {} })'
  }
  const program = loadProgram(memoryFiles(files), { root: '', platform: 'douyin' })
  return weighTheme(
    {
      program,
      copy: collectCopy(program, interpret(program)),
      listing: listing && parseListing('listing.json', JSON.stringify(listing)),
    },
    { lists: [list] },
  )
}

describe('one strong word', () => {
  test('alone is for a human', () => {
    expect(weigh('gambling', { a: '<view>百家乐</view>' })?.grade).toBe('review')
  })
  test('on a page that sells is a violation', () => {
    expect(weigh('gambling', { a: '<view>百家乐</view><button bindtap="go">立即参与</button>' })?.grade).toBe('violation')
    expect(weigh('tobacco', { a: '<view>电子烟</view><text>￥59</text>' })?.grade).toBe('violation')
  })
  test('in the name is what the program is about', () => {
    expect(weigh('superstition', { a: '<view>你好</view>' }, { name: '大师算命' })?.grade).toBe('violation')
    expect(weigh('superstition', { a: '<view>你好</view>' }, undefined, { window: { navigationBarTitleText: '在线算命' } })?.grade).toBe(
      'violation',
    )
  })
  test('in a long article is spoken about', () => {
    const article = `${'这是一篇介绍民间习俗由来的长文，讲到旧时人们的日常生活。'.repeat(10)}其中提到占卜，${'以及节日的饮食。'.repeat(5)}`
    expect(weigh('superstition', { a: `<view>${article}</view><button bindtap="go">立即购买</button>` })?.grade).toBe('review')
  })
})

test('words of two pages weigh together when both are strong', () => {
  expect(weigh('gambling', { a: '<view>百家乐</view><navigator url="/b">去</navigator>', b: '<view>老虎机</view>' })?.grade).toBe(
    'violation',
  )
})
test('a weak word counts in a title only', () => {
  expect(weigh('gambling', { a: '<view>棋牌</view>' })).toBeUndefined()
  expect(weigh('gambling', { a: '<view>你好</view>' }, undefined, { window: { navigationBarTitleText: '棋牌' } })?.grade).toBe('review')
})
test('a program that denies the theme is not held to its weaker words', () => {
  expect(weigh('superstition', { a: '<view>宝宝起名</view><view>本册不做八字五行，不算吉凶</view>' })).toBeUndefined()
})
test('a hidden spelling is sure of itself', () => {
  const found = weigh('tobacco', { a: '<view>电\u200b子\u200b烟</view><text>￥59</text>' })
  expect(found).toMatchObject({ grade: 'violation', confidence: 'high' })
})
