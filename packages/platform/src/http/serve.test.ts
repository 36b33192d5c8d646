/** On real sockets: streams, slow senders, broken requests, and a stop that lets work end. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ORIGIN, type TestHttp, testHttp } from '../../test/http.ts'
import { checked, type Made, program, rvOf, sha, submission, waiting } from '../../test/journey.ts'
import { endSessions } from '../store/accounts.ts'
import { sessionAlive } from '../store/profile.ts'
import { eventStream } from './events.ts'
import { type Running, startHttp } from './serve.ts'
import { openServices } from './services.ts'

let http: TestHttp
let running: Running
let made: Made
const pages = mkdtempSync(join(tmpdir(), 'menshen-pages-'))
beforeAll(async () => {
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Menshen</title>')
  writeFileSync(join(pages, 'assets', 'app.js'), 'export {}')
  http = await testHttp({ pages })
  made = await program(http)
  running = await startHttp(http.services, { port: 0, evidencePort: 0 })
})
afterAll(async () => {
  await running.stop(500)
  await http.close()
  rmSync(pages, { recursive: true, force: true })
})
const at = (path: string) => `http://127.0.0.1:${running.port}${path}`
const own = () => ({ cookie: made.browser.cookie, 'x-csrf-token': made.browser.csrf, origin: ORIGIN })

/** Speaks HTTP by hand; gives what came back until the line was closed. */
const speak = (lines: string, { wait = 3000, port = running.port } = {}): Promise<string> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(lines))
    let text = ''
    const end = () => {
      socket.destroy()
      done(text)
    }
    const timer = setTimeout(end, wait)
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      end()
    })
  })

test('lives, is ready, and tells its figures to this machine only', async () => {
  expect(await (await fetch(at('/health'))).json()).toEqual({ ok: true })
  expect(await (await fetch(at('/ready'))).json()).toMatchObject({ ok: true, database: true })
  const text = await (await fetch(at('/metrics'))).text()
  expect(text).toMatch(/menshen_http_requests_total\{route="GET \/health",status="200"\} [1-9]/)
  expect(text).toContain('menshen_outbox{kind="mail",state="waiting"}')
  expect(text).not.toContain(made.program)
  expect((await http.browser().raw('/metrics')).status).toBe(404)
  // From this machine, but on somebody's behalf.
  expect((await fetch(at('/metrics'), { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404)
})
test('takes a package as a stream, of the very bytes', async () => {
  const bytes = Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(3_000_000)])
  const begun = await made.browser.call('POST /api/programs/:program/versions', {
    params: { program: made.program },
    body: { label: '3.0.0', sha256: sha(bytes), bytes: bytes.length },
  })
  const put = await fetch(at(`/api/versions/${begun.body.id}/package`), {
    method: 'PUT',
    body: bytes,
    headers: { ...own(), 'content-type': 'application/zip', 'x-content-sha256': sha(bytes) },
  })
  expect([put.status, ((await put.json()) as { state: string }).state]).toEqual([201, 'quarantined'])
  expect(
    createHash('sha256')
      .update(await http.services.blobs.read(sha(bytes)))
      .digest('hex'),
  ).toBe(sha(bytes))
})
describe('on the line (23, 24)', () => {
  const begin = async (bytes: Buffer) =>
    (
      await made.browser.call('POST /api/programs/:program/versions', {
        params: { program: made.program },
        body: { label: '3.1.0', sha256: sha(bytes), bytes: bytes.length },
      })
    ).body.id
  const head = (id: string, bytes: Buffer, ...more: string[]) =>
    [
      `PUT /api/versions/${id}/package HTTP/1.1`,
      'host: x',
      `cookie: ${made.browser.cookie}`,
      `x-csrf-token: ${made.browser.csrf}`,
      `origin: ${ORIGIN}`,
      'content-type: application/zip',
      `x-content-sha256: ${sha(bytes)}`,
      ...more,
      '',
      '',
    ].join('\r\n')
  test('a body that breaks off leaves nothing, and can be sent again', async () => {
    const bytes = randomBytes(1000)
    const id = await begin(bytes)
    const socket = connect(running.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(head(id, bytes, `content-length: ${bytes.length}`))
    socket.write(bytes.subarray(0, 500))
    await pause(150)
    socket.destroy()
    await pause(150)
    expect(await http.services.blobs.size(sha(bytes))).toBe(null)
    expect((await made.browser.call('GET /api/versions/:version', { params: { version: id } })).body.state).toBe('uploading')
    const again = await fetch(at(`/api/versions/${id}/package`), {
      method: 'PUT',
      body: bytes,
      headers: { ...own(), 'content-type': 'application/zip', 'x-content-sha256': sha(bytes) },
    })
    expect(again.status).toBe(201)
  })
  test('two lengths, a length and chunks, or a false one are no request', async () => {
    const bytes = randomBytes(100)
    const id = await begin(bytes)
    for (const more of [
      ['content-length: 100', 'content-length: 5'],
      ['content-length: 100', 'transfer-encoding: chunked'],
      ['content-length: -1'],
      ['content-length: 1e2'],
      ['transfer-encoding: chunked, identity'],
    ])
      expect(await speak(head(id, bytes, ...more), { wait: 1500 }), more.join()).toMatch(/^HTTP\/1\.1 (400|411|422)/)
  })
  test('headers without an end are refused', async () => {
    expect(await speak(`GET /health HTTP/1.1\r\nhost: x\r\n${'x-a: '.padEnd(20_000, 'b')}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/)
  })
  test('a target that is no path leads nowhere', async () => {
    for (const target of [
      'http://evil.example/api/here',
      '/api/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2fetc/passwd',
      '//evil.example/',
      '/api/programs/%00',
    ])
      expect(await speak(`GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`, { wait: 1500 }), target).not.toContain('root:')
  })
})
test('pages are served under a strict policy, and what is not there is not there', async () => {
  const index = await fetch(at('/programs/anything'))
  expect([index.status, await index.text()]).toEqual([200, '<!doctype html><title>Menshen</title>'])
  const policy = index.headers.get('content-security-policy')!
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe|\*/)
  const script = await fetch(at('/assets/app.js'))
  expect([script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([
    'text/javascript; charset=utf-8',
    'public, max-age=31536000, immutable',
  ])
  expect((await fetch(at('/assets/missing.js'))).status).toBe(404)
  const missing = await fetch(at('/api/missing'), { headers: { 'accept-language': 'en' } })
  expect([missing.status, missing.headers.get('content-type'), missing.headers.get('content-language')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
    'en',
  ])
  const method = await fetch(at('/api/programs'), { method: 'PATCH' })
  expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD'])
  expect((await fetch(at('/health'), { method: 'HEAD' })).status).toBe(200)
})
describe('events', () => {
  /** Reads a stream until something is in it. */
  const hear = async (path: string, headers: Record<string, string>, until: RegExp, act: () => Promise<unknown> = async () => {}) => {
    const abort = new AbortController()
    const response = await fetch(at(path), { headers, signal: abort.signal })
    let text = ''
    const reader = response.body!.getReader()
    const late = setTimeout(() => abort.abort(), 8000)
    try {
      await pause(50)
      await act()
      while (!until.test(text)) {
        const { value, done } = await reader.read()
        if (done) break
        text += Buffer.from(value).toString()
      }
    } catch {
      // Told below by what did not come.
    }
    clearTimeout(late)
    abort.abort()
    return { response, text }
  }
  test('tell an open page what happens, and one that was away what it missed', async () => {
    const one = await checked(http, made, { label: '4.0.0' })
    const listing = (await made.browser.call('GET /api/programs/:program/listing', { params: { program: made.program } })).body.rev
    const first = await hear(
      `/api/versions/${one.version}/events`,
      own(),
      /event: change[\s\S]*in-auto[\s\S]*event: progress[\s\S]*in-auto/,
      async () =>
        made.browser.call('POST /api/versions/:version/submission', {
          params: { version: one.version },
          body: submission(await rvOf(made.browser, one.version), listing),
        }),
    )
    expect(first.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(first.text).toMatch(/id: \d+\nevent: change\ndata: \{"id":\d+,"subject":"version"/)
    const id = Number(first.text.match(/id: (\d+)\nevent: change/)![1])
    await made.browser.call('POST /api/versions/:version/withdrawal', {
      params: { version: one.version },
      body: { rv: await rvOf(made.browser, one.version) },
    })
    const back = await hear(`/api/versions/${one.version}/events`, { ...own(), 'last-event-id': String(id) }, /withdrawn/)
    expect(back.text).toContain('"type":"withdraw"')
    expect(back.text).not.toContain(`id: ${id}\n`)
  })
  test('of others are not heard; reviewers hear of the queue', async () => {
    const other = await waiting(http)
    const one = await checked(http, made, { label: '4.1.0' })
    const { text } = await hear(`/api/versions/${one.version}/events`, own(), /"type":"withdraw"/, async () => {
      for (const { browser, version } of [other, { browser: made.browser, version: one.version }])
        await browser.call('POST /api/versions/:version/withdrawal', { params: { version }, body: { rv: await rvOf(browser, version) } })
    })
    expect(text).toContain(one.version)
    expect(text).not.toContain(other.version)
    const reviewer = await http.staff('reviewer')
    const heard = await hear('/api/review/events', { cookie: reviewer.cookie }, /event: change/, () => waiting(http))
    expect(heard.text).toContain('"subject":"version"')
  })
  test('end with the session', async () => {
    const browser = await http.as(made.browser.account, false)
    const { store, hub } = http.services
    const session = (await browser.call('GET /api/sessions')).body.items.find(({ here }) => here)!
    const stream = eventStream({ store, hub, keep: () => true, after: null, alive: () => sessionAlive(store, session.id), beatMs: 40 })
    const ended = stream.text()
    await pause(120)
    await store.run((tx) => endSessions(tx, browser.account, session.id))
    expect(await ended).toContain(': beat')
  })
})
test('does not start with evidence on the same origin', async () => {
  const { store, blobs, secrets } = http.services
  await expect(
    openServices({ store, blobs, secrets, databaseUrl: null, options: { origin: ORIGIN, evidenceOrigin: ORIGIN } }),
  ).rejects.toThrow('an origin of its own')
  await expect(
    openServices({ store, blobs, secrets, databaseUrl: null, options: { origin: `${ORIGIN}/path`, evidenceOrigin: 'https://e.example' } }),
  ).rejects.toThrow('without a path')
})
test('stops when what was under way has ended, and lets streams go', async () => {
  const again = await startHttp(http.services, { port: 0, evidencePort: 0 })
  const stream = await fetch(
    `http://127.0.0.1:${again.port}/api/versions/${(await checked(http, made, { label: '5.0.0' })).version}/events`,
    { headers: own() },
  )
  const slow = speak('GET /ready HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', { port: again.port })
  await pause(50)
  // The stream is not what the patience is for: it would outlast this test.
  await Promise.all([again.stop(600_000), stream.text()])
  expect(await slow).toMatch(/^HTTP\/1\.1 200/)
  await expect(fetch(`http://127.0.0.1:${again.port}/health`)).rejects.toThrow()
})
