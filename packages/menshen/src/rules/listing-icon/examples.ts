import { type Example, sketchPicture, sketchPictures } from '../kit.ts'

const files = { 'pages/a/a.wxml': '<view>首页</view>', 'pages/a/a.js': 'Page({})' }
/** A GIF's header: its bytes survive as text. */
const gif = (width: number, height: number) =>
  `GIF89a${String.fromCharCode(width % 128, Math.floor(width / 256), height % 128, Math.floor(height / 256))}\u0000\u0000`
const square = `GIF89a\u0000\u0002\u0000\u0002\u0000`

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
  ...(
    [
      ['blurred', { measures: { sharpness: 0.3 } }, { zh: '放大过的小图', en: 'enlarged from a small one' }],
      ['words', { lines: ['加微信 tea2026'] }, { zh: '图标上的联系方式', en: 'a contact on the icon' }],
      ['code', { codes: ['https://weixin.qq.com/r/sample'] }, { zh: '图标里有二维码', en: 'a code in the icon' }],
      ['clear', { measures: { clear: 0.05 } }, { zh: '圆角透明图标', en: 'round corners' }],
      ['white', { measures: { blankRim: 1 } }, { zh: '白底图标', en: 'a white ground' }],
    ] as const
  ).map(
    ([message, sketch, name]): Example => ({
      name,
      files: { ...files, 'icon.gif': square },
      listing: { name: '花信风', icon: 'icon.gif' },
      pictures: sketchPictures(sketchPicture('icon.gif', { role: 'icon', ...sketch })),
      expect: [{ message, listing: 'icon', verdict: 'review' }],
    }),
  ),
  {
    name: { zh: '清晰的图标，写着自己的名称', en: 'a sharp icon with the program’s own name' },
    files: { ...files, 'icon.gif': square },
    listing: { name: '花信风', icon: 'icon.gif' },
    pictures: sketchPictures(sketchPicture('icon.gif', { role: 'icon', lines: ['花信'] })),
    expect: [],
  },
  {
    name: { zh: '足够大的正方形', en: 'square and large enough' },
    files: { ...files, 'icon.gif': `GIF89a\u0000\u0002\u0000\u0002\u0000` },
    listing: { name: '花信风', icon: './icon.gif' },
    expect: [],
  },
]
