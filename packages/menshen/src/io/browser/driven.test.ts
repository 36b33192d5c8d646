import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { buildProgram } from '../../simulator/build/index.ts'
import { profiles } from '../../simulator/profiles.ts'
import { fromResponses } from '../../simulator/responses.ts'
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

const launch = async (files: Record<string, string>, more = {}) => {
  const built = buildProgram(loadProgram(memoryFiles(files, 'sample'), { root: '' }))
  const simulator = await openSimulator(built, { browser, driven: true, now: Date.UTC(2026, 0, 5), ...more })
  await simulator.launch()
  return simulator
}
const app = { 'app.json': '{"pages":["pages/a/a"]}', 'app.js': 'App({})' }
const words = async (s: Awaited<ReturnType<typeof launch>>) => (await s.state())?.text.map((t) => t.text).join(' ') ?? ''

describe.skipIf(!here)('time that is driven', () => {
  test('minutes of ticks pass in a moment and leave the dates that they should', async () => {
    const s = await launch({
      ...app,
      'pages/a/a.wxml': '<view>{{n}} {{m}} {{d}}</view>',
      'pages/a/a.js': `Page({ data: { n: 0, m: '', d: 0 }, onLoad() { const t0 = Date.now()
  setInterval(() => this.setData({ n: this.data.n + 1 }), 1000)
  setTimeout(() => this.setData({ m: '迟到', d: Date.now() - t0 }), 5000) } })`,
    })
    expect(await words(s)).toMatch(/^\d 0$/)
    // Longer than a test may take.
    for (let i = 0; i < 2; i++) await s.wait(100_000)
    expect(await words(s)).toMatch(/^20[0-2] 迟到 500\d$/)
    await s.close()
  })
  test('slow answers take the time of the program only, and are awaited', async () => {
    const { responder } = fromResponses({ 'GET https://x.example.org/a': { body: { name: '灯' } } })
    const s = await launch(
      {
        ...app,
        'pages/a/a.wxml': '<view>{{name}}</view>',
        'pages/a/a.js':
          "Page({ data: { name: '…' }, onLoad() { wx.request({ url: 'https://x.example.org/a', success: r => this.setData({ name: r.data.name }) }) } })",
      },
      { responses: responder, profile: profiles['slow-4g'] },
    )
    await s.settle(120, 4000)
    expect(await words(s)).toBe('灯')
    expect(s.records().find((r) => r.kind === 'network')).toMatchObject({ milliseconds: 2000 })
    await s.close()
  })
  test('the same moves lead to the same records', async () => {
    const files = {
      ...app,
      'pages/a/a.wxml': '<button bindtap="go">去</button><view>{{n}}</view>',
      'pages/a/a.js': `Page({ data: { n: 0 }, onShow() { this.t = setInterval(() => this.setData({ n: Math.random() }), 333) },
  async go() { await wx.login(); setTimeout(() => wx.vibrateShort(), 200); wx.showModal({ title: '好吗', success: () => wx.getLocation({}) }) } })`,
    }
    const once = async () => {
      const s = await launch(files)
      const target = (await s.tappables()).find((t) => t.text === '去')
      if (target) await s.tap(target)
      await s.settle()
      await s.wait(4000)
      const records = s.records().map((r) => JSON.stringify(r))
      const shown = await words(s)
      await s.close()
      return { records, shown }
    }
    const [a, b] = [await once(), await once()]
    expect(a.records.length).toBeGreaterThan(8)
    expect(b).toEqual(a)
  })
  test('whoever changes their mind answers the same question otherwise, each question for itself', async () => {
    const files = {
      ...app,
      'pages/a/a.wxml': '<button bindtap="face">脸</button><button bindtap="pay">付</button><button bindtap="near">近</button>',
      'pages/a/a.js': `const note = (name) => ({ success: () => console.log(name + ' 好'), fail: () => console.log(name + ' 不') })
Page({ face() { wx.getUserProfile({ desc: '名片', ...note('脸') }) }, pay() { wx.requestPayment(note('付')) },
  near() { wx.showModal({ title: '位置', success: (r) => r.confirm && wx.getLocation(note('近')) }) } })`,
    }
    const answers = async (profile: 'fickle' | 'hesitant' | 'refusing') => {
      const s = await launch(files, { profile: profiles[profile] })
      for (const text of ['脸', '脸', '付', '脸', '付', '近']) {
        const target = (await s.tappables()).find((t) => t.text === text)
        if (target) await s.tap(target)
        await s.wait(1500)
      }
      const said = s.records().flatMap((r) => (r.kind === 'console' ? [r.text] : []))
      await s.close()
      return said.join(' ')
    }
    expect(await answers('fickle')).toBe('脸 好 脸 不 付 好 脸 不 付 不 近 好')
    expect(await answers('hesitant')).toBe('脸 不 脸 好 付 不 脸 好 付 好 近 不')
    expect(await answers('refusing')).toBe('脸 不 脸 不 付 不 脸 不 付 不 近 不')
  })
  test('a look after waiting shows what came meanwhile, and the same again when nothing did', async () => {
    const s = await launch(
      {
        ...app,
        'pages/a/a.wxml':
          '<button bindtap="go" class="{{on}}">选</button><view>{{n}}</view><scroll-view scroll-y style="height:90px" id="s"><view style="height:900px">长</view></scroll-view>',
        'pages/a/a.wxss': '.on{border-bottom:1px solid red}',
        'pages/a/a.js':
          "Page({ data: { n: 0, on: '' }, go() { this.setData({ on: 'on' }) }, onShow() { setTimeout(() => this.setData({ n: 1 }), 3000) } })",
      },
      { looked: true },
    )
    const pages = (one: Awaited<ReturnType<typeof s.look>>) => one?.state.text.map((t) => t.text).join(' ')
    const first = await s.look(undefined, { quiet: 120, limit: 1500 })
    const still = await s.look(undefined, { wait: 1000 })
    expect([pages(still), still?.state.shape, still?.tappables?.length]).toEqual(['选 0 长', first?.state.shape, first?.tappables?.length])
    expect((still?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1000)
    expect(pages(await s.look(undefined, { wait: 3000 }))).toBe('选 1 长')
    const target = await s.find(still?.tappables?.[0]?.selector ?? '')
    if (target) await s.tap(target)
    const chosen = await s.look(undefined, { quiet: 120, limit: 1500 })
    expect(chosen?.state.shape).toBe(first?.state.shape)
    expect(chosen?.state.looks).not.toBe(first?.state.looks)
    await s.scroll('bottom')
    expect((await s.look(undefined, { quiet: 120, limit: 1500 }))?.state.text.find((t) => t.text === '长')?.box.y).toBeLessThan(
      chosen?.state.text.find((t) => t.text === '长')?.box.y ?? 0,
    )
    await s.open('pages/a/a', '')
    expect(pages(await s.look(undefined, { wait: 100 }))).toBe('选 0 长')
    await s.close()
  })
  test('a transition has ended when its time has passed', async () => {
    const s = await launch({
      ...app,
      'pages/a/a.wxml': '<view class="{{on}}" style="transition: opacity 3s" bindtransitionend="over">影</view><view>{{end}}</view>',
      'pages/a/a.wxss': '.hid{opacity:0}',
      'pages/a/a.js':
        "Page({ data: { on: '', end: '' }, onReady() { setTimeout(() => this.setData({ on: 'hid' }), 500) }, over() { this.setData({ end: '完' }) } })",
    })
    expect(await words(s)).toContain('影')
    await s.wait(6000)
    expect(await words(s)).not.toContain('影')
    await s.close()
  })
})
