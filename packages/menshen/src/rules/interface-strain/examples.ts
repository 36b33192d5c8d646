import { type Example, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const files = {
  'pages/a/a.wxml': '<view><text bindtap="more">更多</text></view>',
  'pages/a/a.js': 'Page({ more() { this.setData({ on: 1 }) } })',
}
const shows = (screen: NonNullable<Parameters<typeof sketchMove>[1]>['screen']) =>
  sketchRun(sketchPass({}, sketchMove({ do: 'open', route: 'pages/a/a', query: '' }, { screen: screen ?? null })))
const sized = (width: number, height: number) => ({
  texts: ['更多'],
  tappables: [{ text: '更多', handler: 'more', box: { x: 10, y: 10, width, height } }],
})

export const examples: readonly Example[] = [
  {
    name: { zh: '可点的字只有 14 点高', en: 'words to tap that are 14 points high' },
    files,
    run: shows(sized(56, 14)),
    expect: [{ message: 'targets-small', file: 'pages/a/a.wxml', verdict: 'review' }],
  },
  { name: { zh: '字小，但可点的区域够大', en: 'small words in a wide target' }, files, run: shows(sized(56, 44)), expect: [] },
  {
    name: { zh: '浅灰字写在白底上', en: 'pale grey on white' },
    files,
    run: shows({ texts: [{ text: '说明', color: 'rgb(225, 225, 225)', background: 'rgb(255, 255, 255)' }] }),
    expect: [{ message: 'text-faint', file: 'pages/a/a.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '白字后面是一张图片', en: 'white words, with a picture behind them' },
    files,
    run: shows({ texts: [{ text: '封面', color: 'rgb(255, 255, 255)', background: 'rgb(255, 255, 255)' }] }),
    expect: [],
  },
  {
    name: { zh: '一页三千个节点', en: 'three thousand nodes on one page' },
    files,
    run: shows({ texts: ['列表'], state: { nodes: 3003, widest: 1000 } }),
    expect: [{ message: 'page-heavy', file: 'pages/a/a.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '白字压在浅色照片上', en: 'white words on a pale photograph' },
    files,
    run: shows({ texts: [{ text: '春日茶会', color: 'rgb(255, 255, 255)', over: 0, ground: 'rgb(225, 228, 230)', spread: 20 }] }),
    expect: [{ message: 'text-on-picture', file: 'pages/a/a.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '白字压在暗下去的照片上', en: 'white words on a photograph that was darkened' },
    files,
    run: shows({ texts: [{ text: '春日茶会', color: 'rgb(255, 255, 255)', over: 0, ground: 'rgb(40, 44, 48)', spread: 30 }] }),
    expect: [],
  },
]
