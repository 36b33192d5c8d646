import type { Example } from '../kit.ts'

const files = { 'pages/a/a.wxml': '<button bindtap="go">选择地址</button>', 'pages/a/a.js': 'Page({ go() { wx.chooseAddress({}) } })' }

export const examples: readonly Example[] = [
  {
    name: { zh: '用了收货地址，没有声明；声明的一项没写用途', en: 'the address is used and not declared; an item without a purpose' },
    files,
    listing: { name: '书店', privacy: [{ item: '手机号', purpose: '' }] },
    expect: [
      { message: 'undeclared', excerpt: 'wx.chooseAddress', verdict: 'violation' },
      { message: 'without-purpose', listing: 'privacy' },
      { message: 'unused', listing: 'privacy' },
    ],
  },
  {
    name: { zh: '声明与代码一致', en: 'declared and used alike' },
    files,
    listing: { name: '书店', privacy: [{ item: '收货地址', purpose: '用于寄送图书' }] },
    expect: [],
  },
  {
    name: {
      zh: '步数写成接口的叫法；保存图片只声明了相册',
      en: 'the steps go by the interface’s name, and keeping a picture is declared as the album',
    },
    files: {
      'pages/a/a.wxml': '<button bindtap="go">同步</button>',
      'pages/a/a.js': "Page({ go() { wx.getWeRunData({}); wx.saveImageToPhotosAlbum({ filePath: 'a.png' }) } })",
    },
    listing: { name: '步行', privacy: ['WeRun', 'Album'] },
    expect: [
      { message: 'undeclared', excerpt: 'wx.getWeRunData', verdict: 'review' },
      { message: 'undeclared', excerpt: 'wx.saveImageToPhotosAlbum', verdict: 'review' },
      { message: 'unused', listing: 'privacy' },
    ],
  },
]
