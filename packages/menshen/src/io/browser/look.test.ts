import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { buildProgram } from '../../simulator/build/index.ts'
import { fromResponses } from '../../simulator/responses.ts'
import { findChromium, type OpenBrowser, startBrowser } from './chromium.ts'
import { greyPicture } from './pictures.ts'
import { openSimulator } from './simulator.ts'

const here = findChromium() !== null
let browser: OpenBrowser
beforeAll(async () => {
  if (here) browser = await startBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
}, 180_000)

describe.skipIf(!here)('what a look tells', () => {
  test('words on pictures, what floats, and how much was handed over', async () => {
    const files = {
      'app.json': '{"pages":["p/p"]}',
      'app.js': 'App({})',
      'p/p.js': `Page({ data: { rows: [] }, onLoad() { wx.request = function mine() {}; for (let i = 0; i < 5; i++) this.setData({ rows: new Array(100).fill('字'.repeat(10)) }) } })`,
      'p/p.wxml': `<view style="position:relative;height:200px"><image src="/p/a.png" style="position:absolute;width:300px;height:200px"/><text style="position:absolute;left:20px;top:80px;color:#ccc">灰字在灰图上</text>
        <view style="position:absolute;left:20px;top:120px;background:#fff;color:#000">白底</view></view>
        <text>旁边</text><view style="position:fixed;right:0;bottom:80px;width:60px;height:60px" bindtap="x">活动</view><view style="height:3000px"></view>`,
      'p/a.png': greyPicture(30, 20),
    }
    const s = await openSimulator(buildProgram(loadProgram(memoryFiles(files, 'look'), { root: '' })), {
      browser,
      driven: true,
      now: 0,
      scale: 1,
    })
    await s.launch()
    const first = await s.look()
    const words = new Map(first?.state.text.map((one) => [one.text, one]))
    expect(words.get('灰字在灰图上')).toMatchObject({ over: 0, ground: expect.stringMatching(/^rgb\(2[12]\d, 2[12]\d, 2[12]\d\)$/) })
    expect(words.get('白底')?.over).toBeUndefined()
    expect(words.get('旁边')?.over).toBeUndefined()
    expect(first?.state.pictures).toMatchObject([{ source: '/__app/p/a.png', natural: { width: 30, height: 20 }, box: { width: 300 } }])
    expect(first?.state.floats).toMatchObject([{ text: '活动', passes: false, animated: false, box: { width: 60 } }])
    expect(first?.state.work).toMatchObject({ setData: 5 })
    expect(first?.state.work?.largest).toBeGreaterThan(1000)
    await s.scroll('bottom')
    await s.settle()
    const second = await s.look()
    expect(second?.state.work).toEqual({ setData: 0, largest: 0, total: 0 })
    // what floats stays where it is
    expect(second?.state.floats?.[0]?.box).toEqual(first?.state.floats?.[0]?.box)
    expect(s.records().find((one) => one.kind === 'warning' && one.code === 'platform-replaced')).toMatchObject({ text: 'request' })
    await s.close()
  })

  test('an answer tells how long it was', async () => {
    const { responder } = fromResponses({ 'GET https://a.example.org/x': { body: '一二三' } })
    const files = {
      'app.json': '{"pages":["p/p"]}',
      'app.js': 'App({})',
      'p/p.js': "Page({ onLoad() { wx.request({ url: 'https://a.example.org/x' }) } })",
      'p/p.wxml': '<view>x</view>',
    }
    const s = await openSimulator(buildProgram(loadProgram(memoryFiles(files, 'look'), { root: '' })), {
      browser,
      driven: true,
      now: 0,
      responses: responder,
    })
    await s.launch()
    expect(s.records().find((one) => one.kind === 'network')).toMatchObject({ bytes: 3, source: 'responses' })
    await s.close()
  })
  test('dots that only a style sheet draws are something to see; a hairline is not', async () => {
    const blank = async (css: string) => {
      const built = buildProgram(
        loadProgram(
          memoryFiles(
            {
              'app.json': '{"pages":["pages/a/a"]}',
              'app.js': 'App({})',
              'pages/a/a.js': 'Page({})',
              'pages/a/a.wxml': '<view class="dot"></view>',
              'pages/a/a.wxss': css,
            },
            'sample',
          ),
          { root: '' },
        ),
      )
      const s = await openSimulator(built, { browser, driven: true })
      await s.launch()
      const state = await s.state()
      await s.close()
      return state?.blank
    }
    const dot = (height: string) => `.dot:before{content:"";display:block;width:20px;height:${height};background:#07c160}`
    expect([await blank(dot('20px')), await blank(dot('1px')), await blank('.dot{}')]).toEqual([false, true, true])
  })
})
