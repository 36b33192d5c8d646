import { type Example, finger, sketchMove, sketchPass, sketchRun, tapped, went } from '../kit.ts'

const files = {
  'pages/word/word.wxml': '<view bindtap="next">下一个词</view>',
  'pages/word/word.js': "Page({\n  next() {\n    wx.navigateTo({ url: '/pages/word/word' })\n  },\n})",
}
const screen = {
  texts: ['下一个词'],
  tappables: [{ text: '下一个词', handler: 'next' }],
  state: { stack: Array<string>(10).fill('pages/word/word') },
}
const open = sketchMove({ do: 'launch' }, { screen: { route: 'pages/word/word', ...screen } })
const tap = { do: 'tap', selector: 'view{下一个词}', text: '下一个词' } as const
const full = went('pages/word/word', { at: 'pages/word/word.js:3:8', cause: tapped(3), ok: false, why: 'webview count limit exceed' })

export const examples: readonly Example[] = [
  {
    name: { zh: '第十层之后点了没有反应', en: 'after the tenth page the tap does nothing' },
    files,
    run: sketchRun(sketchPass({ kind: 'people' }, open, sketchMove(tap, { records: [finger('下一个词', 'next', 3), full] }))),
    expect: [{ message: 'no-more-pages', file: 'pages/word/word.js', excerpt: 'navigateTo' }],
  },
  {
    name: { zh: '满了就换成替换当前页', en: 'once it is full, the page is replaced' },
    files,
    run: sketchRun(
      sketchPass(
        { kind: 'people' },
        open,
        sketchMove(tap, {
          records: [finger('下一个词', 'next', 3), full, went('pages/word/word', { cause: tapped(3), action: 'redirectTo' })],
          screen: { ...screen, texts: ['再下一个'] },
        }),
      ),
    ),
    expect: [],
  },
]
