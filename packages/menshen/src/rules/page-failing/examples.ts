import { answered, type Example, lifecycle, sketchMove, sketchPass, sketchRun, tapped, thrown } from '../kit.ts'

const files = {
  'pages/lamp/lamp.wxml': '<view wx:if="{{name}}">{{name}}</view>',
  'pages/lamp/lamp.js': 'Page({\n  onLoad() {\n    this.setData({ name: lamp.name })\n  },\n})',
}
const open = { do: 'open', route: 'pages/lamp/lamp', query: '' } as const
const error = thrown('lamp is not defined', { at: 'pages/lamp/lamp.js:3:26' })

export const examples: readonly Example[] = [
  {
    name: { zh: '一打开就出错，空白', en: 'throws as it opens and stays empty' },
    files,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: [error], screen: { texts: [] } }))),
    expect: [{ message: 'page-throws', file: 'pages/lamp/lamp.js', excerpt: 'lamp.name' }],
  },
  {
    name: { zh: '出错，但页面照常显示', en: 'throws, but the page stands' },
    files,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: [error], screen: { texts: ['台灯'] } }))),
    expect: [],
  },
  {
    name: { zh: '缺的是没人给的服务器回答', en: 'an answer was missing that nobody gave' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, {
          records: [
            answered('https://lamp.example.org/a', { source: 'missing' }),
            { ...error, cause: lifecycle('onLoad', 'request.success') },
          ],
          screen: { texts: [] },
        }),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '点击之后才出错', en: 'throws after a tap only' },
    files,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: [{ ...error, cause: tapped() }], screen: { texts: [] } }))),
    expect: [],
  },
]
