import type { Example } from '../kit.ts'

const body = Array.from({ length: 50 }, (_, i) => `var _0x${(4096 + i).toString(16)}=_0x${(4095 + i).toString(16)};`).join('')

export const examples: readonly Example[] = [
  {
    name: { zh: '十六进制变量名、字符串数组', en: 'hexadecimal names' },
    files: {
      'pages/a/a.wxml': '<view>工具</view>',
      'pages/a/a.js': "require('../../lib')\nPage({})",
      'lib.js': `var _0xfff=['log'];${body}`,
    },
    expect: [{ message: 'obfuscated', excerpt: "var _0xfff=['log'];var _0x1000=_0xfff;va", file: 'lib.js', verdict: 'review' }],
  },
  {
    name: { zh: '只是压缩过', en: 'merely minified' },
    files: { 'pages/a/a.wxml': '<view>工具</view>', 'pages/a/a.js': 'var a=1,b=a+2,c=[a,b];Page({data:{c:c,d:0x1f}})' },
    expect: [],
  },
]
