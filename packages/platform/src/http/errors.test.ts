/** What is asked for and is not there, or is asked for wrongly, is answered in words: RFC 9457, in the language asked for and in both. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, ORIGIN, type TestHttp, testHttp } from '../../test/http.ts'
import { finding, program, registered, waiting } from '../../test/journey.ts'
import { API, type Route } from '../contract/index.ts'
import { type Endpoint, type Problem, problem } from '../contract/words.ts'
import { rolesWith } from '../domain/roles.ts'
import type { Role } from '../domain/words.ts'

let http: TestHttp
let dev: Browser
let version = ''
let own = ''
const people = new Map<Role, Browser>()
const STALE = '0198c0de-0000-7000-8000-000000000000'
beforeAll(async () => {
  http = await testHttp({ development: true })
  const made = await program(http)
  const item = await waiting(http, made, { findings: [finding(1)] })
  ;[dev, version, own] = [made.browser, item.version, made.program]
})
afterAll(() => http.close())

/** Somebody whom the route lets in. */
const whoMay = async (endpoint: Endpoint): Promise<Browser> => {
  if (endpoint.permission === 'public') return http.browser()
  const roles = rolesWith(endpoint.permission)
  if (roles.includes('developer') || roles.includes('program-admin')) return dev
  const role = roles.find((one) => one !== 'outside-reviewer') ?? roles[0]!
  if (!people.has(role)) people.set(role, await http.staff(role))
  return people.get(role)!
}
const readable = (told: Problem | null): string | null => {
  const parsed = problem.safeParse(told)
  if (!parsed.success) return 'no problem'
  const { title, detail } = parsed.data.said
  for (const text of [title, detail, ...(parsed.data.fields ?? []).map(({ said }) => said)]) {
    if (!/\p{Script=Han}/u.test(text.zh)) return `no Chinese: ${JSON.stringify(text)}`
    if (!/[A-Za-z]{2}/.test(text.en)) return `no English: ${JSON.stringify(text)}`
  }
  return null
}
/** Values of a parameter that once were, never were, or are nothing at all. */
const VALUES = [STALE, 'a'.repeat(64), 'not-an-id', '%00', '..%2f..', ' ', '']

test('whatever a path names that is not there is said to be not there, at every route and in both languages', async () => {
  const wrong: string[] = []
  for (const route of Object.keys(API) as Route[]) {
    const [method = '', path = ''] = route.split(' ')
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    if (method !== 'GET' || names.length === 0) continue
    const browser = await whoMay(API[route] as Endpoint)
    const last = names.at(-1)!
    for (const value of VALUES) {
      // All but the last name what is there, so that the last is what is missing.
      const at = path.replace(/:(\w+)/g, (_, name: string) =>
        name === last ? value || '' : name === 'version' ? version : name === 'program' ? own : STALE,
      )
      for (const lang of ['zh', 'en'] as const) {
        const reply = await browser.raw(at, { headers: { 'accept-language': lang } })
        if (reply.status === 200 && value === '') continue
        const why = readable(reply.problem)
        if (reply.status !== 404 && reply.status !== 405 && reply.status !== 422) wrong.push(`${at}: ${reply.status}`)
        else if (why !== null) wrong.push(`${at}: ${why}`)
        else if (reply.headers.get('content-type') !== 'application/problem+json; charset=utf-8') wrong.push(`${at}: its type`)
        else if (reply.headers.get('content-language') !== lang || reply.problem.detail !== reply.problem.said.detail[lang])
          wrong.push(`${at}: not in ${lang}`)
      }
    }
  }
  expect(wrong).toEqual([])
})
test('what was there and is gone is not there, to whoever had it', async () => {
  const put = await dev.call('POST /api/me/tokens', { body: { name: 'CI', scopes: ['read'], days: 1 } })
  const params = { token: put.body.token.id }
  expect((await dev.call('DELETE /api/me/tokens/:token', { params })).status).toBe(200)
  const again = await dev.call('DELETE /api/me/tokens/:token', { params })
  expect([again.status, readable(again.problem)]).toEqual([404, null])
  const left = await registered(http)
  const asked = await left.call('GET /api/versions/:version', { params: { version } })
  expect([asked.status, readable(asked.problem)]).toEqual([404, null])
})
test('an empty or a cut digest is said to be one, where it stands', async () => {
  const put = (digest: string | null) =>
    dev.raw('/api/files', {
      method: 'PUT',
      headers: {
        'content-type': 'image/png',
        'content-length': '3',
        origin: ORIGIN,
        'x-csrf-token': dev.csrf,
        ...(digest === null ? {} : { 'x-content-sha256': digest }),
      },
      body: 'abc',
    })
  for (const [digest, words] of [
    [null, 'missing'],
    ['', 'missing'],
    ['abc', '64 hexadecimal'],
    ['g'.repeat(64), '64 hexadecimal'],
  ] as const) {
    const { status, problem: told } = await put(digest)
    expect([status, told.fields?.[0]?.path, readable(told)]).toEqual([422, 'X-Content-SHA256', null])
    expect(told.fields![0]!.said.en).toContain(words)
  }
  const reviewer = await http.staff('reviewer')
  const verdict = { rv: 1, action: 'approve' as const, facts: { zh: '看过全部页面', en: 'all pages were seen' }, grounds: [] }
  for (const sha256 of ['', 'abc']) {
    const { status, problem: told } = await reviewer.call('POST /api/review/items/:version/decision', {
      params: { version },
      body: { ...verdict, sha256 },
    })
    expect([status, told.fields, readable(told)]).toEqual([
      422,
      [{ path: 'sha256', said: { zh: expect.stringContaining('SHA-256'), en: expect.stringContaining('64 lower-case') } }],
      null,
    ])
  }
  const begun = await dev.call('POST /api/programs/:program/versions', {
    params: { program: own },
    body: { label: '9.9.9', sha256: '', bytes: 100 },
  })
  expect([begun.status, begun.problem.fields?.[0]?.path, readable(begun.problem)]).toEqual([422, 'sha256', null])
})
