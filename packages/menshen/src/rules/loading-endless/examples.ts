import { answered, call, type Example, finger, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const files = {
  'pages/tide/tide.wxml': '<view wx:if="{{loading}}">正在读取潮汐…</view><view wx:for="{{list}}">{{item}}</view>',
  'pages/tide/tide.js': "Page({\n  onLoad() {\n    wx.showLoading()\n    wx.request({ url: 'https://tide.example.org/a' })\n  },\n})",
}
const open = { do: 'open', route: 'pages/tide/tide', query: '' } as const
const wait = { do: 'wait', milliseconds: 6500 } as const
const line = { texts: ['正在读取潮汐…'] }
const ask = (source: 'responses' | 'empty' | 'failing' | 'missing') => [
  call('request', { at: 'pages/tide/tide.js:4', answer: 'ok', id: 1 }),
  answered('https://tide.example.org/a', { source, status: source === 'failing' ? 500 : 200, call: 1 }),
]

const button = sketchMove(open, { screen: { texts: ['刷新'], tappables: [{ text: '刷新', handler: 'read' }] } })
const pressed = (after: NonNullable<Parameters<typeof sketchMove>[1]>['screen']) => [
  sketchMove(
    { do: 'tap', selector: 'view{刷新}', text: '刷新' },
    {
      records: [
        finger('刷新', 'read', 50),
        call('showLoading', { at: 'pages/tide/tide.js:3:8', cause: tapped(50), answer: 'ok' }),
        call('request', { at: 'pages/tide/tide.js:4', cause: tapped(50), answer: 'ok', id: 60 }),
        answered('https://tide.example.org/a', { source: 'failing', status: 500, call: 60 }),
      ],
      screen: { texts: ['刷新'], state: { loading: true } },
    },
  ),
  sketchMove({ do: 'wait', milliseconds: 1600 }, { lasted: 1600, screen: after ?? null }),
  sketchMove({ do: 'wait', milliseconds: 4000 }, { lasted: 4000, screen: after ?? null }),
]

export const examples: readonly Example[] = [
  {
    name: { zh: '服务器已经回答，仍然停在读取中', en: 'the server has answered, and it still reads' },
    files,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: ask('responses'), screen: line }), sketchMove(wait, { screen: line }))),
    expect: [{ message: 'never-ends', file: 'pages/tide/tide.wxml', excerpt: '正在读取潮汐' }],
  },
  {
    name: { zh: '平台的加载提示一直没有关掉', en: 'the loading sign of the platform is never taken away' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, {
          records: [call('showLoading', { at: 'pages/tide/tide.js:3:8' }), ...ask('responses')],
          screen: { texts: ['潮汐'], state: { loading: true } },
        }),
        sketchMove(wait, { screen: { texts: ['潮汐'], state: { loading: true } } }),
      ),
    ),
    expect: [{ message: 'never-ends', file: 'pages/tide/tide.js', excerpt: 'showLoading' }],
  },
  {
    name: { zh: '慢，但会结束', en: 'slow, but it ends' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, { records: ask('responses'), screen: line }),
        sketchMove(wait, { screen: { texts: ['早潮 05:12'] } }),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '服务器出错时一直停在读取中', en: 'reads for ever when the server fails' },
    files,
    run: sketchRun(
      sketchPass({}, sketchMove(open, { records: ask('responses'), screen: { texts: ['早潮 05:12'] } })),
      sketchPass({ server: 'failing' }, sketchMove(open, { records: ask('failing'), screen: line }), sketchMove(wait, { screen: line })),
    ),
    expect: [{ message: 'never-ends-then', file: 'pages/tide/tide.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '从没给过服务器的回答：请人看', en: 'no answers were ever given: for a person' },
    files,
    run: sketchRun(
      sketchPass({ server: 'failing' }, sketchMove(open, { records: ask('failing'), screen: line }), sketchMove(wait, { screen: line })),
      sketchPass({ server: 'none' }, sketchMove(open, { records: ask('missing'), screen: line }), sketchMove(wait, { screen: line })),
    ),
    expect: [{ message: 'never-ends-then', file: 'pages/tide/tide.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '列表底部写着加载中，等人往下滑', en: 'the foot of a list says loading, until somebody scrolls' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, { records: ask('responses'), screen: { texts: ['一', '二', '三', '四', '五', '加载中…'] } }),
        sketchMove(wait, { screen: { texts: ['一', '二', '三', '四', '五', '加载中…'] } }),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '订单状态就叫“处理中”', en: 'an order that is "being handled" is no loading' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, { records: ask('responses'), screen: { texts: ['处理中'] } }),
        sketchMove(wait, { screen: { texts: ['处理中'] } }),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '移动网络下要等很久', en: 'a long wait on mobile data' },
    files,
    run: sketchRun(
      sketchPass({}, sketchMove(open, { records: ask('responses'), screen: { texts: ['早潮 05:12'] } })),
      sketchPass({ profile: 'slow-4g' }, sketchMove(open, { records: ask('responses'), screen: line }), sketchMove(wait, { screen: line })),
    ),
    expect: [{ message: 'slow-on-mobile', file: 'pages/tide/tide.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '服务器出错时，点出来的加载提示一直在', en: 'a tap brings up the sign, the server fails, and the sign stays' },
    files: { ...files, 'pages/tide/tide.wxml': '<button bindtap="read">刷新</button>' },
    run: sketchRun(
      sketchPass({}, button),
      sketchPass({ kind: 'taps', server: 'failing' }, button, ...pressed({ texts: ['刷新'], state: { loading: true } })),
    ),
    expect: [{ message: 'sign-stays', file: 'pages/tide/tide.js', excerpt: 'showLoading', verdict: 'violation' }],
  },
  {
    name: { zh: '出错后提示收起', en: 'the sign goes when it fails' },
    files: { ...files, 'pages/tide/tide.wxml': '<button bindtap="read">刷新</button>' },
    run: sketchRun(
      sketchPass({}, button),
      sketchPass({ kind: 'taps', server: 'failing' }, button, ...pressed({ texts: ['刷新', '没有读到'] })),
    ),
    expect: [],
  },
]
