import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { explore } from '../../explore/index.ts'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { buildProgram } from '../../simulator/build/index.ts'
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

describe.skipIf(!here)('publishing on trial', () => {
  test('a text and a picture each time, the second ones improper and marked, with a look at who can see them', async () => {
    const files = {
      'app.json': '{"pages":["wall/wall","write/write"]}',
      'app.js': 'App({ globalData: { posts: [] } })',
      'wall/wall.js': 'Page({ data: { posts: [] }, onShow() { this.setData({ posts: getApp().globalData.posts }) } })',
      'wall/wall.wxml':
        '<view>墙</view><view wx:for="{{posts}}" wx:key="id"><text>{{item.text}}</text><image src="{{item.picture}}"/></view>',
      'write/write.js': `Page({ data: { text: '', picture: '' }, typed(e) { this.data.text = e.detail.value },
  pick() { wx.chooseMedia({ count: 1, success: r => this.setData({ picture: r.tempFiles[0].tempFilePath }) }) },
  send() { wx.uploadFile({ url: 'https://a.example.org/up', filePath: this.data.picture, name: 'f', success: () => { getApp().globalData.posts.push({ id: getApp().globalData.posts.length, text: this.data.text, picture: this.data.picture }); wx.showToast({ title: '好了' }) } }) } })`,
      'write/write.wxml':
        '<textarea bindinput="typed" placeholder="说点什么"/><view bindtap="pick">＋</view><image src="{{picture}}"/><button bindtap="send">发布</button>',
    }
    const built = buildProgram(loadProgram(memoryFiles(files, 'wall'), { root: '' }))
    const run = await explore({
      plan: [{ kind: 'posting', profile: 'accept-all', server: 'responses' }],
      ways: built.manifest.pages.map((route) => ({ route, queries: [] })),
      seed: 1,
      now: 0,
      servers: { given: true, afterRelease: false },
      open: () =>
        openSimulator(built, {
          browser,
          driven: true,
          now: 0,
          responses: fromResponses({ 'UPLOAD https://a.example.org/up': { body: { ok: 1 } } }).responder,
        }),
      late: () => false,
      parallel: 1,
    })
    const [pass] = run.passes
    const uploads = (pass?.records ?? []).flatMap((one) =>
      one.kind === 'call' && one.api === 'uploadFile' ? [JSON.stringify(one.args)] : [],
    )
    expect(uploads).toHaveLength(2)
    expect(uploads[0]).toContain('menshen-harmless-')
    expect(uploads[1]).toContain('menshen-improper-')
    const read = (pass?.moves ?? []).filter((one) => one.purpose === 'posted-improper' && one.step.do === 'wait')
    const walls = read.flatMap((one) => {
      const screen = pass?.screens[(one.after ?? 0) - 1]
      return screen?.state.route === 'wall/wall' ? [screen.state] : []
    })
    expect(walls.some((one) => one.pictures?.some((two) => two.source.includes('menshen-improper-')))).toBe(true)
    expect(walls.some((one) => one.text.some((two) => two.text.startsWith('门神测试乙')))).toBe(true)
  }, 180_000)
})
