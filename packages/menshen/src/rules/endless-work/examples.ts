import { answered, call, type Example, finger, lifecycle, type Sketched, sketchMove, sketchPass, sketchRun, thrown, went } from '../kit.ts'

const files = {
  'pages/chart/chart.wxml': '<button bindtap="fill">铺满</button>',
  'pages/chart/chart.js':
    'Page({\n  fill() {\n    for (let x = 0; x < 9; x += this.step) this.mark(x)\n  },\n  onShow() {\n    wx.nextTick(() => this.turn())\n  },\n})',
}
const open = { do: 'open', route: 'pages/chart/chart', query: '' } as const
const shown = { texts: ['铺满'], tappables: ['铺满'] }
const tap = { do: 'tap', selector: 'view{铺满}', text: '铺满' } as const
const host = (what: 'hang' | 'crash'): Sketched => ({
  kind: 'host',
  what,
  detail: '',
  stack: what === 'hang' ? [{ file: 'pages/chart/chart.js', line: 3, column: 5, name: 'fill' }] : [],
})
const hang = [finger('铺满', 'fill', 1), host('hang')]
const opened = sketchMove(open, { screen: shown })
const turns = (count: number, apart: number) =>
  Array.from({ length: count }, (_, i) =>
    call('nextTick', {
      at: 'pages/chart/chart.js:6:8',
      cause: { ...lifecycle('onShow', 'nextTick'), kind: 'callback' },
      time: 100 + i * apart,
    }),
  )
const requests = (count: number) =>
  Array.from({ length: count }, () => [
    call('request', {
      at: 'pages/chart/chart.js:6:8',
      args: { url: 'https://chart.example.org/a' },
      cause: lifecycle('onShow', 'request.fail'),
    }),
    answered('https://chart.example.org/a', { source: 'failing', status: 500 }),
  ]).flat()

export const examples: readonly Example[] = [
  {
    name: { zh: '点按后卡死，两次都在同一行', en: 'a tap hangs, both times in the same line' },
    files,
    run: sketchRun(sketchPass({ kind: 'taps' }, opened, sketchMove(tap, { records: hang }), opened, sketchMove(tap, { records: hang }))),
    expect: [{ message: 'hangs', file: 'pages/chart/chart.js', excerpt: 'for', verdict: 'violation' }],
  },
  {
    name: { zh: '只慢了一次，可能是机器忙', en: 'slow once: perhaps the machine was busy' },
    files,
    run: sketchRun(sketchPass({ kind: 'taps' }, opened, sketchMove(tap, { records: hang }))),
    expect: [{ message: 'hangs', file: 'pages/chart/chart.js', verdict: 'review' }],
  },
  {
    name: { zh: '内存不断增长直到崩溃', en: 'memory grows until it crashes' },
    files,
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        opened,
        sketchMove(tap, { records: [host('crash')] }),
        opened,
        sketchMove(tap, { records: [host('crash')] }),
      ),
    ),
    expect: [{ message: 'crashes', file: 'pages/chart/chart.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '监听改了自己监听的值，栈溢出', en: 'an observer changes what it observes until the stack is full' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, { records: [thrown('Maximum call stack size exceeded', { at: 'pages/chart/chart.js:3:44' })], screen: shown }),
      ),
    ),
    expect: [{ message: 'calls-itself', file: 'pages/chart/chart.js' }],
  },
  {
    name: { zh: '更新引起更新，停不下来', en: 'each update sets off the next' },
    files,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: turns(30, 1), screen: shown }))),
    expect: [{ message: 'updates-without-end', file: 'pages/chart/chart.js', excerpt: 'nextTick' }],
  },
  {
    name: { zh: '几次之后就停下，或者隔一会儿才来一次', en: 'comes to rest after some turns, or comes now and then' },
    files,
    run: sketchRun(sketchPass({}, sketchMove(open, { records: [...turns(6, 1), ...turns(30, 1000)], screen: shown }))),
    expect: [],
  },
  {
    name: { zh: '两个页面互相跳转', en: 'two pages send each other on' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(open, {
          records: Array.from({ length: 10 }, () =>
            went('pages/chart/chart', { at: 'pages/chart/chart.js:6:8', cause: lifecycle('onShow'), action: 'redirectTo' }),
          ),
          screen: shown,
        }),
        sketchMove(open, {
          records: Array.from({ length: 10 }, () =>
            went('pages/chart/chart', { at: 'pages/chart/chart.js:6:8', cause: lifecycle('onShow'), action: 'redirectTo' }),
          ),
          screen: shown,
        }),
      ),
    ),
    expect: [{ message: 'moves-without-end', file: 'pages/chart/chart.js', excerpt: 'nextTick' }],
  },
  {
    name: { zh: '失败后立刻重试，没有间隔', en: 'tries again at once after each failure' },
    files,
    run: sketchRun(
      sketchPass({}, opened),
      sketchPass(
        { server: 'failing' },
        sketchMove(open, { records: requests(120), screen: shown }),
        sketchMove(open, { records: requests(120), screen: shown }),
      ),
    ),
    expect: [{ message: 'asks-without-pause', file: 'pages/chart/chart.js' }],
  },
  {
    name: { zh: '每隔几秒问一次', en: 'asks every few seconds' },
    files,
    run: sketchRun(sketchPass({}, opened), sketchPass({ server: 'failing' }, sketchMove(open, { records: requests(6), screen: shown }))),
    expect: [],
  },
  {
    name: { zh: '放着不动也每秒更新几百次', en: 'hundreds of updates a second, untouched' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        opened,
        sketchMove(
          { do: 'wait', milliseconds: 6000 },
          { screen: { ...shown, state: { work: { setData: 3000, largest: 20, total: 60000 } } } },
        ),
      ),
    ),
    expect: [{ message: 'updates-without-end', file: 'pages/chart/chart.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '用 setData 做动画，每秒三十次', en: 'an animation by data, thirty times a second' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        opened,
        sketchMove(
          { do: 'wait', milliseconds: 6000 },
          { screen: { ...shown, state: { work: { setData: 180, largest: 20, total: 3600 } } } },
        ),
      ),
    ),
    expect: [{ message: 'updates-often', file: 'pages/chart/chart.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '每秒走一次的倒计时', en: 'a countdown that ticks once a second' },
    files,
    run: sketchRun(
      sketchPass(
        {},
        opened,
        sketchMove({ do: 'wait', milliseconds: 6000 }, { screen: { ...shown, state: { work: { setData: 6, largest: 20, total: 120 } } } }),
      ),
    ),
    expect: [],
  },
]
