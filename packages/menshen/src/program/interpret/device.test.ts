import { expect, test } from 'vitest'
import { loadProgram } from '../load.ts'
import { memoryFiles } from '../memory.ts'
import { interpret } from './index.ts'

const files = memoryFiles(
  {
    'app.json': '{ "pages": ["pages/a/a"] }',
    'app.js': 'App({})',
    'env.js': 'module.exports = { apple: /ios/i.test(tt.getSystemInfoSync().system) }',
    'pages/a/a.js': "const env = require('../../env')\nPage({ data: { word: env.apple ? 'apple' : 'other' } })",
    'pages/a/a.ttml': '<view>{{word}}</view>',
  },
  'phones',
)

test('conditions about the phone are decided when its kind is given, and open otherwise', () => {
  const any = interpret(loadProgram(files, { root: '', platform: 'douyin' }))
  const words = (of: Pick<typeof any, 'shown'>) => of.shown.flatMap((shown) => shown.value.constants)
  expect(words(any).sort()).toEqual(['apple', 'other'])
  expect(words(any.on('ios'))).toEqual(['apple'])
  expect(words(any.on('android'))).toEqual(['other'])
  expect(any.on('ios')).toBe(any.on('ios'))
})

test('conditions about the edition are decided when it is given', () => {
  const editions = memoryFiles(
    {
      'app.json': '{ "pages": ["pages/a/a"] }',
      'app.js': 'App({})',
      'pages/a/a.js':
        "const { envVersion } = wx.getAccountInfoSync().miniProgram\nPage({ data: { word: '' }, onShow() { this.setData({ word: envVersion === 'release' ? 'shop' : 'garden' }) } })",
      'pages/a/a.wxml': '<view>{{word}}</view>',
    },
    'editions',
  )
  const any = interpret(loadProgram(editions, { root: '', platform: 'wechat' }))
  const words = (of: Pick<typeof any, 'shown'>) => of.shown.flatMap((shown) => shown.value.constants).filter((word) => word !== '')
  expect(words(any).sort()).toEqual(['garden', 'shop'])
  expect(words(any.on('release'))).toEqual(['shop'])
  expect(words(any.on('trial'))).toEqual(['garden'])
})
