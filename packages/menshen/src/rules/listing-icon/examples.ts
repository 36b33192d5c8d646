import type { Example } from '../kit.ts'

const files = { 'pages/a/a.wxml': '<view>首页</view>', 'pages/a/a.js': 'Page({})' }
/** A GIF's header: its bytes survive as text. */
const gif = (width: number, height: number) =>
  `GIF89a${String.fromCharCode(width % 128, Math.floor(width / 256), height % 128, Math.floor(height / 256))}\u0000\u0000`

export const examples: readonly Example[] = [
  {
    name: { zh: '图标太小', en: 'a small icon' },
    files: { ...files, 'icon.gif': gif(60, 60) },
    listing: { name: '花信风', icon: 'icon.gif' },
    expect: [{ message: 'small', listing: 'icon' }],
  },
  {
    name: { zh: '图标不是正方形', en: 'an icon that is not square' },
    files: { ...files, 'icon.gif': `GIF89a\u0000\u0002\u0000\u0001\u0000` },
    listing: { name: '花信风', icon: 'icon.gif' },
    expect: [{ message: 'shape', listing: 'icon', verdict: 'review' }],
  },
  {
    name: { zh: '图标文件不存在', en: 'the file is not there' },
    files,
    listing: { name: '花信风', icon: 'art/icon.png' },
    expect: [{ message: 'missing', listing: 'icon' }],
  },
  {
    name: { zh: '足够大的正方形', en: 'square and large enough' },
    files: { ...files, 'icon.gif': `GIF89a\u0000\u0002\u0000\u0002\u0000` },
    listing: { name: '花信风', icon: './icon.gif' },
    expect: [],
  },
]
