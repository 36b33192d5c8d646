import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { buildProgram } from '../../simulator/build/index.ts'
import { findChromium, type OpenBrowser, startBrowser } from './chromium.ts'
import { openSimulator } from './simulator.ts'

const here = findChromium() !== null
let browser: OpenBrowser
beforeAll(async () => {
  if (here) browser = await startBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
}, 180_000)

const launch = async (script: string, template: string, style = '', more = {}) => {
  const files = {
    'app.json': '{"pages":["p/p"]}',
    'app.js': 'App({})',
    'p/p.js': script,
    'p/p.wxml': template,
    'p/p.wxss': style,
  }
  const simulator = await openSimulator(buildProgram(loadProgram(memoryFiles(files, 'reach'), { root: '' })), {
    browser,
    driven: true,
    now: Date.UTC(2026, 0, 5),
    ...more,
  })
  await simulator.launch()
  return simulator
}

describe.skipIf(!here)('what a finger can reach', () => {
  test('nothing that lies outside, under something else, or lets touches through', async () => {
    const s = await launch(
      'Page({tapped(e){wx.setStorageSync(e.currentTarget.dataset.n,1)}})',
      `<view class="below" data-n="below" bindtap="tapped">below</view>
       <view data-n="under" bindtap="tapped">under</view><view class="lid"></view>
       <view class="gone" data-n="gone" bindtap="tapped">gone</view>
       <view class="ghost" data-n="ghost" bindtap="tapped">ghost</view>
       <view class="shut"><view class="tall"></view><view data-n="clipped" bindtap="tapped">clipped</view></view>
       <scroll-view scroll-y class="shut"><view class="tall"></view><view data-n="inside" bindtap="tapped">inside</view></scroll-view>
       <view class="page"></view><view data-n="far" bindtap="tapped">far</view>`,
      `.below{position:fixed;top:1200px;height:60px;width:100%} .lid{position:absolute;top:0;left:0;width:100%;height:120px;background:#eee}
       .gone{display:none} .ghost{pointer-events:none} .shut{height:80px;overflow:hidden} .tall{height:300px} .page{height:1500px}`,
    )
    const all = await s.tappables()
    const of = (text: string) => all.find((one) => one.text === text)
    expect(of('gone')).toBeUndefined()
    expect(of('ghost')).toBeUndefined()
    expect(of('under')).toMatchObject({ onScreen: true, covered: true })
    expect(of('inside')?.covered).toBeUndefined()
    const outcome: Record<string, unknown> = {}
    for (const name of ['below', 'under', 'clipped', 'inside', 'far']) {
      const target = of(name)
      outcome[name] = target && (await s.tap(target)) ? 'done' : s.missed
      await s.settle()
    }
    expect(outcome).toEqual({ below: 'outside', under: 'covered', clipped: 'outside', inside: 'done', far: 'done' })
    expect(Object.keys(await s.storage()).sort()).toEqual(['far', 'inside'])
    await s.close()
  })

  test('the second slide, for one can swipe there', async () => {
    const s = await launch(
      'Page({data:{now:0},change(e){this.setData({now:e.detail.current})},second(){wx.setStorageSync("second",1)}})',
      '<swiper bindchange="change" style="height:200px"><swiper-item><view>一</view></swiper-item><swiper-item><view bindtap="second" style="height:100px">二</view></swiper-item></swiper><view>{{now}}</view>',
    )
    const target = (await s.tappables()).find((one) => one.text === '二')
    expect(target).toMatchObject({ onScreen: false })
    expect(target && (await s.tap(target))).toBe(true)
    await s.settle()
    expect(await s.storage()).toEqual({ second: '1' })
    expect((await s.state())?.text.map((one) => one.text)).toContain('1')
    await s.close()
  })

  test('text over several lines is touched where there is text', async () => {
    const s = await launch(
      'Page({tapped(){wx.setStorageSync("ok",1)}})',
      '<view style="width:200px"><text>这里是一段很长的前文，它占去了第一行的大部分</text><text bindtap="tapped">条款</text><text>。</text></view>',
    )
    const target = (await s.tappables()).find((one) => one.text === '条款')
    expect(target && (await s.tap(target))).toBe(true)
    await s.settle()
    expect(await s.storage()).toEqual({ ok: '1' })
    await s.close()
  })
})

describe.skipIf(!here)('whose doing it is', () => {
  test('reading on asks for nothing', async () => {
    const s = await launch(
      'Page({tap(){}, onReachBottom(){wx.getLocation({})}, low(){wx.makePhoneCall({phoneNumber:"1"})}})',
      '<view bindtap="tap">先点一下</view><scroll-view scroll-y style="height:100px" bindscrolltolower="low"><view style="height:900px">长</view></scroll-view><view style="height:2000px">更长</view>',
    )
    const target = (await s.tappables()).find((one) => one.text === '先点一下')
    if (target) await s.tap(target)
    await s.settle()
    await s.scroll('bottom')
    await s.settle()
    const call = s.records().find((one) => one.kind === 'call' && one.api === 'getLocation')
    expect(call).toMatchObject({ cause: { kind: 'event', name: 'onReachBottom', tap: null } })
    await s.close()
  })

  test('a promise that nobody catches is laid at the tap in which it failed', async () => {
    const s = await launch('Page({async go(){ await wx.login(); throw new Error("没接住") }})', '<view bindtap="go">go</view>')
    const target = (await s.tappables()).find((one) => one.text === 'go')
    if (target) await s.tap(target)
    await s.settle()
    const tap = s.records().find((one) => one.kind === 'event' && one.type === 'tap')
    expect(tap).toBeDefined()
    expect(s.records().find((one) => one.kind === 'error')).toMatchObject({ message: '没接住', cause: { tap: tap?.id } })
    await s.close()
  })

  test('a page that listens to touches is used by touching it', async () => {
    const s = await launch('Page({go(){wx.makePhoneCall({phoneNumber:"1"})}})', '<view bindtouchstart="go">按</view>')
    const target = (await s.tappables()).find((one) => one.text === '按')
    if (target) await s.tap(target)
    await s.settle()
    const call = s.records().find((one) => one.kind === 'call' && one.api === 'makePhoneCall')
    expect(call?.kind === 'call' && call.cause.tap).toBeGreaterThan(0)
    await s.close()
  })
})

describe.skipIf(!here)('a page that never rests', () => {
  const restless: Record<string, [string, string]> = {
    'timers without a pause': [
      'Page({data:{n:0},onLoad(){const f=()=>{this.setData({n:this.data.n+1});setTimeout(f,0)};f()}})',
      '<view>{{n}}</view>',
    ],
    'setData after setData': ['Page({data:{n:0},onLoad(){const f=()=>this.setData({n:this.data.n+1},f);f()}})', '<view>{{n}}</view>'],
    'ten at once': [
      'Page({data:{n:0},onLoad(){for(let i=0;i<10;i++)setInterval(()=>this.setData({n:this.data.n+1}),16)}})',
      '<view>{{n}}</view>',
    ],
    frames: ['Page({data:{n:0},onLoad(){const f=()=>{this.setData({n:this.data.n+1});wx.nextTick(f)};f()}})', '<view>{{n}}</view>'],
  }
  test.each(Object.entries(restless))(
    '%s: ends, and the next page opens',
    async (_, [script, template]) => {
      const s = await launch(script, template)
      await s.wait(6500)
      const first = (await s.state())?.text[0]?.text
      expect(Number(first)).toBeGreaterThan(10)
      await s.settle()
      expect(s.records().filter((one) => one.kind === 'host')).toEqual([])
      await s.close()
    },
    180_000,
  )

  test('observers that wake each other are ended with a place', async () => {
    const s = await launch('Page({})', '<view>q</view>')
    await s.close()
    const files = {
      'app.json': '{"pages":["p/p","q/q"]}',
      'app.js': 'App({})',
      'p/p.js': 'Page({})',
      'p/p.json': '{"usingComponents":{"c":"/c/c"}}',
      'p/p.wxml': '<c/>',
      'c/c.json': '{"component":true}',
      'c/c.js':
        'Component({data:{a:0,b:0},observers:{a(v){this.setData({b:v+1})},b(v){this.setData({a:v+1})}},attached(){this.setData({a:1})}})',
      'c/c.wxml': '<view>{{a}}</view>',
      'q/q.js': 'Page({})',
      'q/q.wxml': '<view>q</view>',
    }
    const t = await openSimulator(buildProgram(loadProgram(memoryFiles(files, 'reach'), { root: '' })), { browser, driven: true, now: 0 })
    await t.launch()
    await t.wait(6500)
    const wrong = t.records().filter((one) => one.kind === 'error' || (one.kind === 'host' && one.what === 'hang'))
    expect(wrong.length).toBeGreaterThan(0)
    expect(wrong.every((one) => one.kind !== 'error' || one.blame === 'program')).toBe(true)
    await t.open('q/q')
    expect((await t.state())?.route).toBe('q/q')
    await t.close()
  }, 180_000)
})
