import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { buildProgram } from '../../simulator/build/index.ts'
import { fromResponses } from '../../simulator/responses.ts'
import { findChromium } from './chromium.ts'
import { inward, liveServer } from './live.ts'
import { openSimulator } from './simulator.ts'

let server: Server
let port = 0
const asked: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${body}`)
      if (request.url === '/away') return response.writeHead(302, { location: 'http://elsewhere.invalid/x' }).end()
      if (request.url === '/round') return response.writeHead(302, { location: '/end' }).end()
      if (request.url === '/long') return response.end('x'.repeat(5000))
      if (request.url === '/picture') return response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([137, 80]))
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ at: request.url }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
})
const open = (more = {}) => liveServer({ domains: [`127.0.0.1:${port}`], own: true, ...more })
const ask = async (live: ReturnType<typeof liveServer>, url: string, method = 'GET', body: string | null = null) =>
  await live.responder.fetch!({ method, url: url.startsWith('/') ? `http://127.0.0.1:${port}${url}` : url, body })

test('only the declared servers are asked, and what they say is a recording afterwards', async () => {
  const live = open()
  expect(await ask(live, '/list', 'POST', '{"page":1}')).toMatchObject({ status: 200, body: '{"at":"/list"}', source: 'live' })
  expect(await ask(live, '/picture')).toMatchObject({ binary: true, body: 'iVA=' })
  expect(await ask(live, '/round')).toMatchObject({ body: '{"at":"/end"}' })
  expect(await ask(live, 'http://other.invalid/x')).toMatchObject({ source: 'denied', fail: 'url not in domain list' })
  expect(await ask(live, '/away')).toMatchObject({ source: 'denied' })
  expect(asked[0]).toBe('POST /list {"page":1}')
  const again = fromResponses(live.recorded()).responder
  expect(again.answer({ method: 'POST', url: `http://127.0.0.1:${port}/list`, body: '{"page":1}' }).body).toBe('{"at":"/list"}')
})
test('answers and requests have bounds, and a server that is gone is an answer too', async () => {
  expect(await ask(open({ bytes: 1000 }), '/long')).toMatchObject({ source: 'denied' })
  const once = open({ requests: 1 })
  await ask(once, '/a')
  expect(await ask(once, '/b')).toMatchObject({ fail: 'too many requests in one run' })
  expect(await ask(liveServer({ domains: ['127.0.0.1:1'], own: true }), 'http://127.0.0.1:1/')).toMatchObject({ source: 'denied' })
})
test('no request goes inwards, by name or by number', async () => {
  const live = liveServer({ domains: ['localhost', '127.0.0.1', '*.internal.example'] })
  for (const url of ['https://localhost/x', 'https://127.0.0.1/x', `http://127.0.0.1:${port}/x`, 'https://u:p@127.0.0.1/'])
    expect((await ask(live, url)).source).toBe('denied')
  for (const address of ['10.1.2.3', '169.254.169.254', '172.20.0.1', '192.168.0.9', '100.64.1.1', '::1', 'fd00::1', '::ffff:127.0.0.1'])
    expect(inward(address)).toBe(true)
  for (const address of ['93.184.216.34', '2606:4700::1111']) expect(inward(address)).toBe(false)
})
test.skipIf(findChromium() === null)(
  'a program that is shut in is answered by its real server',
  async () => {
    const live = open()
    const files = {
      'app.json': '{"pages":["p/p"]}',
      'app.js': 'App({})',
      'p/p.js': `Page({data:{a:'',b:''},onLoad(){
  wx.request({url:'http://127.0.0.1:${port}/mine',header:{token:'t'},success:r=>this.setData({a:r.data.at})})
  wx.request({url:'http://elsewhere.invalid/x',fail:e=>this.setData({b:e.errMsg})}) }})`,
      'p/p.wxml': '<view>{{a}} {{b}}</view>',
    }
    const s = await openSimulator(buildProgram(loadProgram(memoryFiles(files, 'live'), { root: '' })), {
      driven: true,
      now: 0,
      responses: live.responder,
    })
    await s.launch()
    await s.settle()
    expect((await s.state())?.text[0]?.text).toBe('/mine request:fail url not in domain list')
    expect(
      s
        .records()
        .flatMap((one) => (one.kind === 'network' ? [one.source] : []))
        .sort(),
    ).toEqual(['denied', 'live'])
    await s.close()
  },
  60_000,
)
