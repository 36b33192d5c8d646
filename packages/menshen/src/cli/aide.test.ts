import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { runCli } from './commands.ts'

let home = ''
let server: Server
let asked = 0
let answer = ''
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'menshen-aided-'))
  const files = {
    'app.json': '{"pages":["pages/a/a"]}',
    'app.js': 'App({})',
    'pages/a/a.js': 'Page({})',
    'pages/a/a.wxml': '<view>先交押金再派单</view>',
    // A stranger's configuration must not send anybody's key anywhere.
    'menshen.json': '{}',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      asked++
      if (answer === '') response.writeHead(503).end()
      else response.end(JSON.stringify({ choices: [{ message: { content: answer } }], usage: { prompt_tokens: 50, completion_tokens: 5 } }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  server.close()
  rmSync(home, { recursive: true, force: true })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  asked = 0
})
const check = async (...more: readonly string[]) => {
  let out = ''
  let err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text
    return true
  })
  const code = await runCli(['check', home, '--static', '--no-cache', '--only', 'aide-remark', ...more], 'en')
  vi.restoreAllMocks()
  return { code, out, err }
}
const withEndpoint = () => {
  vi.stubEnv('MENSHEN_AIDE_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`)
  vi.stubEnv('MENSHEN_AIDE_MODEL', 'fake')
}

test('nothing is sent unless it was asked for, though an endpoint is set', async () => {
  withEndpoint()
  expect((await check()).code).toBe(0)
  expect(asked).toBe(0)
})
test('who asks without an endpoint hears what is missing', async () => {
  vi.stubEnv('MENSHEN_AIDE_URL', '')
  const { code, err } = await check('--aide')
  expect(code).toBe(2)
  expect(err).toContain('MENSHEN_AIDE_URL')
})
test('a remark is for a human, with its place, and the report says what was sent', async () => {
  withEndpoint()
  answer = JSON.stringify({ remarks: [{ clause: 'wx-op/5.2', passage: 'p1', quote: '押金', why: '先收费' }] })
  const { code, out } = await check('--aide', '--format', 'json')
  const run = JSON.parse(out) as {
    findings: { verdict: string; clauses: { id: string }[]; places: { file: string }[] }[]
    problems: { kind: string; text: { en: string } }[]
  }
  expect(code).toBe(0)
  expect(run.findings).toMatchObject([{ verdict: 'review', clauses: [{ id: 'wx-op/5.2' }], places: [{ file: 'pages/a/a.wxml' }] }])
  expect(run.problems.find(({ kind }) => kind === 'aide')?.text.en).toMatch(
    /fake: 1 request sent, 0 from the cache, 55 tokens; 1 remark held, 0 refused/,
  )
})
test('an endpoint that fails leaves the clauses not checked and the review done', async () => {
  withEndpoint()
  answer = ''
  const { code, out } = await check('--aide', '--format', 'json')
  const run = JSON.parse(out) as {
    outcomes: Record<string, { outcome: string }>
    incomplete: string[]
    problems: { kind: string; text: { en: string } }[]
  }
  expect(code).toBe(0)
  expect(run.outcomes['aide-remark']?.outcome).toBe('not-checked')
  expect(run.incomplete).toEqual([])
  expect(run.problems.find(({ kind }) => kind === 'aide')?.text.en).toContain('answered with an error (503), 1 question left')
})
