import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { buildProgram } from '../../simulator/build/index.ts'
import { profiles } from '../../simulator/profiles.ts'
import { emptyServer, fromResponses } from '../../simulator/responses.ts'
import type { CallRecord, RunRecord } from '../../simulator/types.ts'
import { findChromium, type OpenBrowser, startBrowser } from './chromium.ts'
import { openSimulator, type Simulator, type SimulatorOptions } from './simulator.ts'

const here = findChromium() !== null
const run = describe.skipIf(!here)
if (!here) console.warn('browser tests skipped: no chromium on this machine (install it or set MENSHEN_CHROMIUM)')

let browser: OpenBrowser
const open: Simulator[] = []
async function launch(files: Record<string, string>, options: SimulatorOptions = {}): Promise<Simulator> {
  const built = buildProgram(loadProgram(memoryFiles(files, 'sample'), { root: '' }))
  const simulator = await openSimulator(built, {
    browser,
    now: Date.UTC(2026, 0, 5),
    profile: profiles['by-hand'],
    driven: true,
    ...options,
  })
  open.push(simulator)
  await simulator.launch()
  return simulator
}
async function tapText(simulator: Simulator, text: string): Promise<void> {
  const found = (await simulator.tappables()).find((t) => t.text === text)
  expect(found, text + ' is tappable').toBeDefined()
  if (found) await simulator.tap(found)
  await simulator.settle(80)
}
const calls = (records: readonly RunRecord[], api: string): CallRecord[] =>
  records.filter((r): r is CallRecord => r.kind === 'call' && r.api === api)
const errors = (simulator: Simulator) => simulator.records().filter((r) => r.kind === 'error')
const words = async (simulator: Simulator): Promise<string> => (await simulator.state())?.text.map((t) => t.text).join(' ') ?? ''

const page = (script: string, template: string, config = '{}'): Record<string, string> => ({
  'app.json': '{"pages":["pages/a/a"],"window":{"navigationBarTitleText":"茶馆"}}',
  'app.js': 'App({})',
  'pages/a/a.json': config,
  'pages/a/a.wxml': template,
  'pages/a/a.js': script,
})

beforeAll(async () => {
  if (here) browser = await startBrowser()
}, 180_000)
afterAll(async () => {
  for (const s of open) await s.close()
  await browser?.close()
}, 180_000)

run('who did it', () => {
  test('a call is laid at the tap behind it, through timers, promises and callbacks', async () => {
    const s = await launch(
      page(
        `Page({
  onLoad() { wx.getSystemInfo({}) },
  direct() { wx.vibrateShort() },
  timer() { setTimeout(() => wx.vibrateLong(), 60) },
  async chain() { await wx.login(); await new Promise(r => wx.request({ url: 'https://x.invalid/a', success: r })); await null; wx.getBatteryInfo() },
  late() { setTimeout(() => wx.getNetworkType(), 1700) }
})`,
        '<button bindtap="direct">direct</button><button bindtap="timer">timer</button><button bindtap="chain">chain</button><button bindtap="late">late</button>',
      ),
    )
    for (const name of ['direct', 'timer', 'chain', 'late']) await tapText(s, name)
    await s.wait(1900)
    const records = s.records()
    const taps = records.filter((r) => r.kind === 'event' && r.type === 'tap').map((r) => r.id)
    expect(taps).toHaveLength(4)
    const first = calls(records, 'getSystemInfo')[0]
    expect(first?.cause).toMatchObject({ kind: 'lifecycle', name: 'onLoad', tap: null })
    expect(first?.stack[0]).toMatchObject({ file: 'pages/a/a.js', line: 2 })
    expect(calls(records, 'vibrateShort')[0]?.cause.tap).toBe(taps[0])
    expect(calls(records, 'vibrateLong')[0]?.cause).toMatchObject({ kind: 'timer', tap: taps[1] })
    expect(calls(records, 'getBatteryInfo')[0]?.cause.tap).toBe(taps[2])
    expect(calls(records, 'getNetworkType')[0]?.cause).toMatchObject({ tap: null, formerTap: taps[3], ended: 'time' })
    expect(records.find((r) => r.kind === 'event' && r.type === 'tap')).toMatchObject({ target: { handler: 'direct' } })
    expect(errors(s)).toEqual([])
  })

  test('a load that awaits goes on under its own name, and the program hears of its errors', async () => {
    const s = await launch({
      ...page(
        'Page({async onLoad(){await null;wx.getBatteryInfo();await wx.login();wx.getNetworkType();throw new Error("太晚")}})',
        '<view>x</view>',
      ),
      'app.js': 'App({onError(m){wx.setStorageSync("heard",m)}})',
    })
    expect(calls(s.records(), 'getBatteryInfo')[0]?.cause).toMatchObject({ kind: 'lifecycle', name: 'onLoad', tap: null })
    expect(calls(s.records(), 'getNetworkType')[0]?.cause).toMatchObject({ chain: ['onLoad', 'login'], tap: null })
    expect(errors(s)).toMatchObject([{ message: '太晚', blame: 'program', stack: [{ file: 'pages/a/a.js', line: 1 }] }])
    expect(await s.storage()).toEqual({ heard: '"太晚"' })
  })

  test('arriving on a page ends the chain of the tap that led there', async () => {
    const s = await launch({
      'app.json': '{"pages":["a/a","b/b","c/c"]}',
      'a/a.js': 'Page({go(){wx.navigateTo({url:"/b/b"})}})',
      'a/a.wxml': '<view bindtap="go">go</view>',
      'b/b.js': 'Page({onShow(){wx.navigateTo({url:"../c/c"})}})',
      'b/b.wxml': '<view>b</view>',
      'c/c.js': 'Page({})',
      'c/c.wxml': '<view>c</view>',
    })
    await tapText(s, 'go')
    const moves = s.records().filter((r) => r.kind === 'navigation')
    expect(moves.map((m) => m.kind === 'navigation' && m.to)).toEqual(['a/a', 'b/b', 'c/c'])
    expect(moves[1]).toMatchObject({ cause: { kind: 'tap' } })
    expect(moves[2]).toMatchObject({ cause: { kind: 'lifecycle', name: 'onShow', tap: null } })
    expect((await s.state())?.stack).toEqual(['a/a', 'b/b', 'c/c'])
  })

  test('an answer given by hand is a doing of its own', async () => {
    const s = await launch(
      page(
        'Page({onLoad(){wx.showModal({title:"去吗",success:r=>{if(r.confirm)wx.makePhoneCall({phoneNumber:"1"})}})}})',
        '<view>x</view>',
      ),
    )
    await s.wait(500)
    expect(calls(s.records(), 'makePhoneCall')).toHaveLength(0)
    await tapText(s, '确定')
    const closed = s.records().find((r) => r.kind === 'prompt-closed')
    expect(closed).toMatchObject({ choice: 'confirm', by: 'user' })
    expect(calls(s.records(), 'makePhoneCall')[0]?.cause).toMatchObject({ kind: 'answer', tap: closed?.id })
  })
})

run('profiles and answers', () => {
  const asking = page(
    `Page({data:{r:''}, ask(){ wx.getLocation({success:()=>this.setData({r:'有位置'}),fail:e=>this.setData({r:e.errMsg})}) } })`,
    '<button bindtap="ask">问</button><view>{{r}}</view>',
  )
  test('deny-all refuses once and for all', async () => {
    const s = await launch(asking, { profile: { ...profiles['deny-all'], answerDelay: 30 } })
    await tapText(s, '问')
    await s.settle()
    await tapText(s, '问')
    await s.settle()
    expect(await words(s)).toContain('getLocation:fail auth deny')
    const [first, second] = calls(s.records(), 'getLocation')
    expect(first?.answer).toMatchObject({ ok: false, by: 'profile' })
    expect(second?.answer).toMatchObject({ ok: false, by: 'denied' })
    expect(s.records().filter((r) => r.kind === 'prompt')).toHaveLength(1)
  })
  test('a list of answers is used up from the front', async () => {
    const s = await launch(
      page(
        'Page({ask(){wx.getUserProfile({desc:"x"}).then(()=>wx.setStorageSync("ok",1),()=>wx.setStorageSync("no",1))}})',
        '<button bindtap="ask">问</button>',
      ),
      {
        profile: { ...profiles['accept-all'], answerDelay: 20, answers: { getUserProfile: ['deny', 'allow'] } },
      },
    )
    await tapText(s, '问')
    await s.settle()
    await tapText(s, '问')
    await s.settle()
    expect(calls(s.records(), 'getUserProfile').map((c) => c.answer?.ok)).toEqual([false, true])
    expect(Object.keys(await s.storage()).sort()).toEqual(['no', 'ok'])
  })
  test('the system, the clock and the build follow the profile', async () => {
    const s = await launch(
      page(
        'Page({data:{t:""},onLoad(){this.setData({t:[wx.getSystemInfoSync().platform,wx.getAccountInfoSync().miniProgram.envVersion,new Date().toISOString().slice(0,10),typeof Date()].join("|")})}})',
        '<text>{{t}}</text>',
      ),
      { profile: { ...profiles.ios, envVersion: 'develop', daysAhead: 10 } },
    )
    expect(await words(s)).toContain('ios|develop|2026-01-15|string')
  })
})

run('the network', () => {
  const script = `Page({data:{a:'',b:'',c:''},onLoad(){
    wx.request({url:'https://api.example.com/list?page=2',success:r=>this.setData({a:r.data.items[0].name+r.statusCode})})
    wx.request({url:'https://api.example.com/gone',method:'POST',success:r=>this.setData({b:r.statusCode})})
    wx.cloud.callFunction({name:'score'}).then(r=>this.setData({c:r.result.n}))
    wx.request({url:'https://elsewhere.example.org/x',success:r=>{ r.data.deep.more }})
  }})`
  test('answers come from the map, what it does not know is marked', async () => {
    const { responder, problems } = fromResponses({
      'GET https://api.example.com/list*': { status: 200, body: { items: [{ name: '龙井' }] } },
      'POST *example.com/gone': { status: 410, body: '' },
      'CLOUD score': { body: { n: 41 } },
      nonsense: 1,
    })
    expect(problems).toHaveLength(1)
    const s = await launch(page(script, '<view>{{a}} {{b}} {{c}}</view>'), { responses: responder })
    expect(await words(s)).toContain('龙井200 410 41')
    const traffic = s.records().filter((r) => r.kind === 'network')
    expect(traffic.map((r) => r.kind === 'network' && r.source).sort()).toEqual(['missing', 'responses', 'responses', 'responses'])
    expect(errors(s).map((e) => e.kind === 'error' && e.blame)).toEqual(['answer'])
  })
  test('what breaks on an answer that nobody gave is not held against the program', async () => {
    const s = await launch(
      page(
        "Page({onLoad(){wx.request({url:'https://x.invalid/a',success:r=>{const {name}=r.data.user;this.setData({name})}})}})",
        '<view>{{name}}</view>',
      ),
    )
    await s.settle()
    expect(errors(s)).toMatchObject([{ blame: 'answer', message: expect.stringContaining('destructure') }])
  })

  test('an empty server answers with nothing', async () => {
    const s = await launch(page(script, '<view>x</view>'), { responses: emptyServer })
    expect(s.records().filter((r) => r.kind === 'network' && r.source === 'empty')).toHaveLength(4)
  })
})

run('pages and elements', () => {
  test('a method that is handed over by itself still knows its page', async () => {
    const s = await launch(
      page(
        'Page({onReady(){this.at={x:1};this.timer=setInterval(this.move,50)},move(){this.at.x++;if(this.at.x>3){clearInterval(this.timer);this.setData({x:this.at.x})}}})',
        '<view>{{x}}</view>',
      ),
    )
    await s.wait(600)
    expect(await words(s)).toContain('4')
    expect(errors(s)).toEqual([])
  })

  test('lifecycles come in their order, tabs are kept, event channels carry', async () => {
    const s = await launch({
      'app.json': '{"pages":["t/one","t/two","p/p"],"tabBar":{"list":[{"pagePath":"t/one","text":"一"},{"pagePath":"t/two","text":"二"}]}}',
      'app.js': 'App({onLaunch(){},onShow(){},onHide(){}})',
      't/one.js':
        'Page({data:{got:""},onLoad(){},onShow(){},onReady(){},onHide(){},onUnload(){},onTabItemTap(){},go(){wx.navigateTo({url:"/p/p?x=1",events:{back:d=>this.setData({got:d})},success:r=>r.eventChannel.emit("there","你好")})}})',
      't/one.wxml': '<button bindtap="go">go</button><view>{{got}}</view>',
      't/two.js': 'Page({onLoad(){},onShow(){},onHide(){},onUnload(){}})',
      't/two.wxml': '<view>two</view>',
      'p/p.js':
        'Page({data:{q:""},onLoad(o){const c=this.getOpenerEventChannel();c.on("there",d=>{this.setData({q:o.x+d});c.emit("back","回来")})},onShow(){},onUnload(){}})',
      'p/p.wxml': '<view>{{q}}</view>',
    })
    await tapText(s, 'go')
    expect(await words(s)).toContain('1你好')
    await s.back()
    await s.settle()
    expect(await words(s)).toContain('回来')
    await tapText(s, '二')
    await tapText(s, '一')
    const lives = s.records().flatMap((r) => (r.kind === 'life' ? [(r.page ?? '') + ' ' + r.name] : []))
    expect(lives).toEqual([
      ' App.onLaunch',
      ' App.onShow',
      't/one onLoad',
      't/one onShow',
      't/one onReady',
      't/one onHide',
      'p/p onLoad',
      'p/p onShow',
      'p/p onUnload',
      't/one onShow',
      't/one onHide',
      't/two onLoad',
      't/two onShow',
      't/two onHide',
      't/one onShow',
      't/one onTabItemTap',
    ])
  })

  test('forms, switches, pickers, two-way bindings and sliders report what was entered', async () => {
    const s = await launch(
      page(
        'Page({data:{name:"",two:"",list:["红","绿","蓝"],i:0,out:""},type(e){this.setData({name:e.detail.value})},pick(e){this.setData({i:+e.detail.value})},send(e){this.setData({out:JSON.stringify(e.detail.value)})}})',
        `<form bindsubmit="send"><input name="n" placeholder="名字" value="{{name}}" bindinput="type"/><input model:value="{{two}}" placeholder="两向"/>
<switch name="s"/><picker range="{{list}}" value="{{i}}" bindchange="pick"><view>颜色{{list[i]}}</view></picker>
<checkbox-group name="c"><checkbox value="x"/></checkbox-group><button form-type="submit">交</button></form><view>{{name}}-{{two}}-{{out}}</view>`,
      ),
    )
    const all = await s.tappables()
    const fields = all.filter((t) => t.field)
    expect(fields).toHaveLength(2)
    await s.input(fields[0]!, '小明')
    await s.input(fields[1]!, '绑定')
    await s.tap((await s.tappables()).find((t) => t.tag === 'switch')!)
    await s.tap((await s.tappables()).find((t) => t.tag === 'checkbox')!)
    await tapText(s, '颜色红')
    await tapText(s, '蓝')
    await tapText(s, '确定')
    await tapText(s, '交')
    const shown = await words(s)
    expect(shown).toContain('颜色蓝')
    expect(shown).toContain('小明-绑定-{"n":"小明","s":true,"c":["x"]}')
    expect(errors(s)).toEqual([])
  })

  test('components, styles, queries, observers and slots behave', async () => {
    const s = await launch({
      ...page(
        'Page({data:{w:0,n:"",seen:""},onReady(){this.createSelectorQuery().select(".box").boundingClientRect().exec(r=>this.setData({w:Math.round(r[0].width)}));wx.createSelectorQuery().select("#c").node().exec(r=>this.setData({n:typeof r[0].node.getContext}));this.createIntersectionObserver().relativeToViewport().observe(".box",r=>this.setData({seen:r.dataset.k}))},on(e){this.setData({n:e.detail.v+e.currentTarget.dataset.id})}})',
        '<view class="box" data-k="键"/><canvas type="2d" id="c"/><part bind:ring="on" data-id="7" title="题"><text>里面</text></part><view>{{w}} {{n}} {{seen}}</view>',
        '{"usingComponents":{"part":"../../part/part"}}',
      ),
      'pages/a/a.wxss': '.box{width:750rpx;height:20px} .red{color:rgb(1,2,3)}',
      'part/part.json': '{"component":true}',
      'part/part.wxml': '<view class="red" bindtap="hit">{{title}}<slot/></view>',
      'part/part.wxss': '.red{color:rgb(9,9,9)} :host{display:block}',
      'part/part.js':
        'Component({properties:{title:String},behaviors:["wx://form-field"],methods:{hit(){this.triggerEvent("ring",{v:"叮"})}}})',
    })
    await s.wait(200)
    expect(await words(s)).toContain('375 function 键')
    const title = (await s.state())?.text.find((t) => t.text === '题')
    expect(title?.color).toBe('rgb(9, 9, 9)')
    await tapText(s, '题里面')
    expect(await words(s)).toContain('叮7')
  })

  test('the other dialect runs too, and the wrong name is noticed', async () => {
    const s = await launch({
      'app.json': '{"pages":["p/p"]}',
      'p/p.ttml':
        '<sjs module="f" src="./f.sjs"></sjs><view tt:for="{{list}}" tt:key="*this" tt:if="{{item>1}}">第{{f.twice(item)}}</view><view bindtap="go">走</view>',
      'p/f.sjs': 'export function twice(x){return x*2}\n',
      'p/p.js': 'Page({data:{list:[1,2]},go(){wx.showToast({title:"好"});tt.setStorageSync("k",{a:1})}})',
    })
    expect(await words(s)).toContain('第')
    expect(await words(s)).toContain('4')
    await tapText(s, '走')
    expect(await words(s)).toContain('好')
    expect(s.records().find((r) => r.kind === 'warning' && r.code === 'other-platform-name')).toBeDefined()
    expect(await s.storage()).toEqual({ k: '{"a":1}' })
  })

  test('scrolling to the end, pulling down and sharing reach the page', async () => {
    const s = await launch(
      page(
        'Page({data:{a:0,b:0},onReachBottom(){this.setData({a:this.data.a+1})},onPullDownRefresh(){this.setData({b:1});wx.stopPullDownRefresh()},onShareAppMessage(){return{title:"来",path:"/pages/a/a?from=1"}}})',
        '<view style="height:3000rpx">高</view><view>{{a}}{{b}}</view>',
        '{"enablePullDownRefresh":true}',
      ),
    )
    expect(await s.scroll('bottom')).toBe(true)
    await s.settle()
    await s.pullDown()
    await s.settle()
    await s.share()
    expect(await words(s)).toContain('高 11')
    expect(s.records().find((r) => r.kind === 'life' && r.name === 'onShareAppMessage.result')).toMatchObject({
      result: { title: '来', path: '/pages/a/a?from=1' },
    })
  })
})

run('the same again', () => {
  test('the same program, seed and answers leave the same record', async () => {
    const files = page(
      'Page({data:{n:[]},onLoad(){this.setData({n:[Math.random(),Math.random()]})},hit(){wx.setStorageSync("r",Math.random())}})',
      '<view bindtap="hit">打</view><view>{{n[0]}} {{n[1]}}</view>',
    )
    const once = async () => {
      const s = await launch(files, { seed: 7 })
      await tapText(s, '打')
      return [
        await words(s),
        JSON.stringify(await s.storage()),
        s
          .records()
          .map((r) => r.kind)
          .join(),
      ]
    }
    expect(await once()).toEqual(await once())
  })
})
