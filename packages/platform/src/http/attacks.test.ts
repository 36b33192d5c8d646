/** What people have really tried on review platforms, each tried here on the running routes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, ORIGIN, type TestHttp, testHttp } from '../../test/http.ts'
import { LISTING, type Made, newName, program, putFile, sha, verified, waiting } from '../../test/journey.ts'
import { as as inRole } from '../../test/scene.ts'
import { API, type Route } from '../contract/index.ts'
import { addMember } from '../store/programs.ts'
import { RATES } from './options.ts'

let http: TestHttp
let made: Made
let reviewer: Browser
beforeAll(async () => {
  http = await testHttp()
  made = await program(http)
  reviewer = await http.staff('reviewer')
})
afterAll(() => http.close())

const changing = (Object.keys(API) as Route[]).filter((route) => !route.startsWith('GET '))

describe('a page of another site (47)', () => {
  const ask = async (browser: Browser, route: string, headers: Record<string, string>) => {
    const [method = '', path = ''] = route.split(' ')
    return browser.raw(
      path.replace(/:(\w+)/g, (_, name: string) =>
        name === 'program' ? made.program : name === 'session' ? 'current' : '0198c0de-0000-7000-8000-000000000000',
      ),
      {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: '{}',
      },
    )
  }
  test.each([
    ['its origin', () => ({ origin: 'https://evil.example', 'x-csrf-token': made.browser.csrf })],
    ['an origin that begins alike', () => ({ origin: `${ORIGIN}.evil.example`, 'x-csrf-token': made.browser.csrf })],
    ['no origin, said by the browser', () => ({ origin: 'null', 'x-csrf-token': made.browser.csrf })],
    ['the browser’s word that it is another site', () => ({ 'sec-fetch-site': 'cross-site', 'x-csrf-token': made.browser.csrf })],
    ['a neighbour on the same domain', () => ({ 'sec-fetch-site': 'same-site', 'x-csrf-token': made.browser.csrf })],
    ['no token', () => ({ origin: ORIGIN })],
    ['a token of another session', () => ({ origin: ORIGIN, 'x-csrf-token': reviewer.csrf })],
  ])(
    'with %s changes nothing, at any route',
    async (_, headers) => {
      const passed: string[] = []
      for (const route of changing) {
        const { status, problem } = await ask(made.browser, route, headers())
        if (status !== 403 || problem.code !== 'csrf') passed.push(`${route}: ${status} ${problem?.code}`)
      }
      expect(passed).toEqual([])
    },
    30_000,
  )
  test('cannot sign its visitor in to somebody’s account', async () => {
    const body = { email: 'a@example.com', password: 'whatever it is' }
    const reply = await http
      .browser()
      .call('POST /api/sessions', { body, headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })
    expect([reply.status, reply.problem.code]).toEqual([403, 'csrf'])
    // As a form would send it, without asking first.
    const form = await http
      .browser()
      .raw('/api/sessions', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify(body) })
    expect(form.status).toBe(415)
  })
  test('may not read answers, and may not frame', async () => {
    const reply = await made.browser.raw('/api/here', { headers: { origin: 'https://evil.example' } })
    expect(reply.headers.get('access-control-allow-origin')).toBe(null)
    expect(reply.headers.get('x-frame-options')).toBe('DENY')
    expect(reply.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(reply.headers.get('strict-transport-security')).toContain('max-age')
    const asked = await made.browser.raw('/api/programs', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([405, null])
  })
})

describe('markup in what people type (48)', () => {
  const MARKUP = '<img src=x onerror=alert(1)>'
  test('goes back as the text that it is, in JSON that no browser takes for a page', async () => {
    const item = await waiting(http, undefined, { files: { 'app.json': '{}', 'pages/<img src=x onerror=alert(1)>.js': MARKUP } })
    const params = { version: item.version }
    for (const reply of [
      await item.browser.raw(`/api/versions/${item.version}/files`),
      await reviewer.raw(`/api/review/items/${item.version}/file?path=${encodeURIComponent(`pages/${MARKUP}.js`)}`),
      await reviewer.raw(`/api/review/items/${item.version}/diff`),
    ]) {
      expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
      expect(reply.raw).toContain('onerror')
    }
    await reviewer.call('POST /api/review/items/:version/notes', { params, body: { text: MARKUP } })
    expect((await reviewer.call('GET /api/review/items/:version', { params })).body.notes[0]!.text).toBe(MARKUP)
  })
  test('is no name of a program', async () => {
    for (const name of ['<script>alert(1)</script>', '茶\u200b馆', '微信\u202e支付', 'javascript:alert(1)'])
      expect((await made.browser.call('POST /api/programs', { body: { name, platform: 'wechat' } })).status, name).toBe(422)
  })
  test.each(['javascript:alert(1)', 'data:text/html,<script>1</script>', 'https://a b', '//evil.example'])(
    'is no web address: %s',
    async (url) => {
      const one = await program(http, made.browser)
      const content = { ...LISTING, name: one.name, contact: { url } }
      expect(
        (await made.browser.call('PUT /api/programs/:program/listing', { params: { program: one.program }, body: { base: 1, content } }))
          .status,
      ).toBe(422)
    },
  )
})

describe('fields that nobody asked for (50)', () => {
  test('are refused by name, at every route that takes a body', async () => {
    const missed: string[] = []
    for (const route of changing) {
      const { body } = API[route] as {
        body?: { safeParse(value: unknown): { success: boolean; error?: { issues: readonly { code: string }[] } } }
      }
      if (!body) continue
      const parsed = body.safeParse({ role: 'operator', state: 'live', entity: 'x', rv: 1, do: 'publish', percent: 1 })
      if (parsed.success) missed.push(route)
      // Those of several shapes say which shape it is; then it is as strict.
      else if (!parsed.error!.issues.some(({ code }) => ['unrecognized_keys', 'invalid_union'].includes(code)))
        missed.push(`${route}: ${parsed.error!.issues.map(({ code }) => code).join()}`)
    }
    expect(missed).toEqual([])
  })
  test('do not get in by __proto__', async () => {
    const reply = await made.browser.raw('/api/me', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', origin: ORIGIN, 'x-csrf-token': made.browser.csrf },
      body: '{"name":"x","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
    })
    expect(reply.status).toBe(422)
    expect(({} as { admin?: boolean }).admin).toBe(undefined)
  })
})

describe('what is sent to be read (28, 60)', () => {
  const send = (body: string, type = 'application/json') =>
    made.browser.raw('/api/me', {
      method: 'PATCH',
      headers: { 'content-type': type, origin: ORIGIN, 'x-csrf-token': made.browser.csrf },
      body,
    })
  test.each([
    ['nested 100,000 deep', '['.repeat(100_000), 422],
    ['deep and whole', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 422],
    ['no JSON', '{"name":', 422],
    ['another encoding', '\ud800', 422],
    ['half a character', '{"name":"\\ud800"}', 422],
    ['a NUL in a text', '{"name":"a\\u0000b"}', 422],
    ['a list where an object belongs', '[]', 422],
    ['nothing', '', 422],
  ])('%s', async (_, body, status) => {
    expect((await send(body)).status).toBe(status)
  })
  test('more than two megabytes', async () => {
    expect((await send(JSON.stringify({ name: 'x'.repeat(2_100_000) }))).status).toBe(413)
  })
  test('numbers beyond all numbers', async () => {
    const reply = await made.browser.raw(`/api/programs/${made.program}/visibility`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN, 'x-csrf-token': made.browser.csrf },
      body: '{"rv":1e9999,"do":"hide"}',
    })
    expect(reply.status).toBe(422)
  })
  test('one record that cannot be shown does not take the list with it', async () => {
    const one = await program(http, made.browser)
    await http.services.store.db
      .updateTable('program')
      .set({ name: 'x', appid: `mw${'0'.repeat(16)}` })
      .where('id', '=', one.program)
      .execute()
    const listing = await http.services.store.db
      .insertInto('listing')
      .values({
        id: crypto.randomUUID(),
        program: one.program,
        n: 9,
        content: JSON.stringify({ icon: 'not a hash', name: 5, categories: 'all' }),
        created_by: made.browser.account,
        created_at: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { status, body } = await made.browser.call('GET /api/programs')
    expect([status, body.unreadable, body.items.length > 0]).toEqual([200, 1, true])
    expect(http.lines.join()).toContain('an item that cannot be shown')
    expect((await made.browser.call('GET /api/programs/:program/listing', { params: { program: one.program } })).status).toBe(200)
    expect(listing.id).not.toBe('')
  })
})

describe('words for the database (59)', () => {
  test.each(["'; drop table audit; --", '%', '_', '\\', "' or '1'='1", '$1', '\u0000x'])('%j is a word like others', async (words) => {
    const reply = await http.browser().call('GET /api/directory', { query: { words } })
    expect(reply.status).toBeLessThan(500)
    const senior = await http.staff('operator')
    expect((await senior.call('GET /api/staff/people', { query: { words } })).status).toBeLessThan(500)
    const items = await reviewer.call('GET /api/review/items', { query: { queue: words } })
    expect(items.status).toBeLessThan(500)
  })
  test('places in a list are nobody’s to make up', async () => {
    for (const after of ['x', Buffer.from('[1,2,"x; drop"]').toString('base64url'), Buffer.from('{"a":1}').toString('base64url')])
      expect((await reviewer.call('GET /api/review/items', { query: { after } })).status).toBe(422)
  })
})

describe('names of files (58)', () => {
  test.each(['../../../etc/passwd', '/etc/passwd', '..\\..\\x', 'pages/home/../../app.json', 'app.json\u0000.png'])(
    '%j leads nowhere',
    async (path) => {
      const item = await waiting(http)
      expect(
        (await reviewer.call('GET /api/review/items/:version/file', { params: { version: item.version }, query: { path } })).status,
      ).toBe(path.includes('\0') ? 422 : 404)
      expect(
        (await item.browser.call('GET /api/versions/:version/file', { params: { version: item.version }, query: { path } })).status,
      ).toBe(path.includes('\0') ? 422 : 404)
    },
  )
  test('that go out are made of digests', async () => {
    const item = await waiting(http)
    const reply = await item.browser.raw(`/api/versions/${item.version}/picture/${sha(item.shot)}`)
    expect(reply.headers.get('content-disposition')).toBe(`inline; filename="${sha(item.shot).slice(0, 16)}.png"`)
  })
})

describe('too much of it (61)', () => {
  test('is counted by address, and no header of a stranger makes another address', async () => {
    const own = await testHttp({ rates: { ...RATES, address: { most: 5, within: 60_000 } } })
    const ask = (forwarded: string, address = '203.0.113.5') =>
      own
        .browser({ address })
        .call('GET /api/numbers', { headers: { 'x-forwarded-for': forwarded, 'x-real-ip': forwarded, forwarded: `for=${forwarded}` } })
    const replies = []
    for (let n = 0; n < 7; n++) replies.push(await ask(`10.0.0.${n}`))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(replies[5]!.problem).toMatchObject({ code: 'too-many', retryAfter: expect.any(Number) })
    expect(replies[5]!.headers.get('retry-after')).toBe(String(replies[5]!.problem.retryAfter))
    expect((await ask('x', '203.0.113.6')).status).toBe(200)
    await own.close()
  })
  test('is counted by account, token and entity beside', async () => {
    const own = await testHttp({
      rates: {
        ...RATES,
        address: { most: 100_000, within: 60_000 },
        upload: { most: 3, within: 3_600_000 },
        'upload-entity': { most: 4, within: 3_600_000 },
      },
    })
    const one = await program(own)
    const begin = (browser: Browser, n: number) =>
      browser.call('POST /api/programs/:program/versions', {
        params: { program: one.program },
        body: { label: `1.0.${n}`, sha256: String(n).repeat(64), bytes: 100 },
      })
    const first = []
    for (let n = 0; n < 4; n++) first.push((await begin(one.browser, n)).status)
    expect(first).toEqual([201, 201, 201, 429])
    // A second account of the same entity does not begin anew.
    const { store } = own.services
    const entity = (await store.db.selectFrom('account').select('entity').where('id', '=', one.browser.account).executeTakeFirstOrThrow())
      .entity
    const second = await verified(own)
    await store.db.updateTable('account').set({ entity }).where('id', '=', second.account).execute()
    const admin = inRole({ id: one.browser.account, role: 'developer', entity }, 'program-admin')
    await store.run((tx) => addMember(tx, { program: one.program, account: second.account, role: 'developer', actor: admin }))
    const more = []
    for (let n = 4; n < 7; n++) more.push((await begin(second, n)).status)
    expect(more).toEqual([201, 429, 429])
    await own.close()
  })
})

test('texts made to keep a pattern busy do not (30)', async () => {
  const one = await program(http, made.browser)
  for (const text of [
    '小程序'.repeat(3300),
    `${'小程序开'.repeat(2400)}`,
    `${'a'.repeat(9990)}!`,
    '开发小程序推广'.repeat(1400),
    '  \t '.repeat(2500),
  ]) {
    const content = {
      ...LISTING,
      name: one.name,
      description: text.slice(0, 10_000),
      nearby: [{ name: 'x', address: text.slice(0, 200), phone: '1'.repeat(30), latitude: 1, longitude: 1, service: 'xx' }],
    }
    const { rev } = (await made.browser.call('GET /api/programs/:program/listing', { params: { program: one.program } })).body
    expect(
      (await made.browser.call('PUT /api/programs/:program/listing', { params: { program: one.program }, body: { base: rev, content } }))
        .status,
    ).toBeLessThan(500)
  }
  for (const accept of ['en;q='.repeat(5000), `zh${',zh'.repeat(5000)}`, ';'.repeat(9000)])
    expect((await http.browser().raw('/api/numbers', { headers: { 'accept-language': accept } })).status).toBe(200)
  for (const name of ['а'.repeat(100), '茶'.repeat(100), `${'rn'.repeat(50)}`])
    await made.browser.call('GET /api/names', { query: { name } })
})
test('no secret goes into the log of the server (55, 56)', async () => {
  await http.browser().call('POST /api/sessions', { body: { email: 'somebody@example.com', password: 'a secret that is mine' } })
  const all = http.lines.join('\n')
  for (const secret of ['a secret that is mine', 'somebody@example.com', made.browser.cookie.split('=')[1]!, made.browser.csrf, '192.0.2.'])
    expect(all).not.toContain(secret)
})
test('there is no parameter that leads elsewhere after a sign-in (51)', () => {
  for (const [route, one] of Object.entries(API) as [string, { query?: { shape?: object }; body?: { shape?: object } }][])
    for (const name of [...Object.keys(one.query?.shape ?? {}), ...Object.keys(one.body?.shape ?? {})])
      expect(name, route).not.toMatch(/redirect|return_?to|next_?url|continue|callback/i)
})
test('icons and screenshots are files that somebody of the program put (36)', async () => {
  const stranger = await verified(http)
  const theirs = await putFile(stranger)
  const name = newName()
  const one = (await stranger.call('POST /api/programs', { body: { name, platform: 'wechat' } })).body
  const mine = await putFile(made.browser)
  for (const icon of [mine, 'e'.repeat(64)])
    expect(
      (
        await stranger.call('PUT /api/programs/:program/listing', {
          params: { program: one.id },
          body: { base: 0, content: { ...LISTING, name, icon } },
        })
      ).status,
    ).toBe(422)
  expect(
    (
      await stranger.call('PUT /api/programs/:program/listing', {
        params: { program: one.id },
        body: { base: 0, content: { ...LISTING, name, icon: theirs } },
      })
    ).status,
  ).toBe(200)
})
