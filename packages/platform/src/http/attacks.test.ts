/** What people have really tried on review platforms, each tried here on the running routes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, EVIDENCE, ORIGIN, PASSWORD, type TestHttp, testHttp } from '../../test/http.ts'
import {
  approval,
  approve,
  checked,
  finding,
  GROUND,
  LISTING,
  type Made,
  newName,
  png,
  program,
  putFile,
  refusal,
  rvOf,
  sha,
  submission,
  verified,
  waiting,
} from '../../test/journey.ts'
import { as as inRole, staff as staffActor } from '../../test/scene.ts'
import { API, type Route } from '../contract/index.ts'
import { confirmDecision, decideOn } from '../store/decisions.ts'
import { addMember } from '../store/programs.ts'
import { RATES } from './options.ts'
import { sign } from './tickets.ts'

let http: TestHttp
let made: Made
let reviewer: Browser
beforeAll(async () => {
  http = await testHttp()
  made = await program(http)
  reviewer = await http.staff('reviewer')
}, 60_000)
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

describe('somebody else’s things (49)', () => {
  let stranger: Browser
  let item: Awaited<ReturnType<typeof waiting>>
  beforeAll(async () => {
    stranger = await verified(http)
    item = await waiting(http)
    await approve(reviewer, item)
  }, 30_000)
  test('are not there: programs, versions, decisions, findings, pictures, papers, sessions', async () => {
    const decision = (await item.browser.call('GET /api/versions/:version', { params: { version: item.version } })).body.decisions[0]!
    const finding = (await item.browser.call('GET /api/versions/:version', { params: { version: item.version } })).body.findings[0]!
    const paper = (await item.browser.call('GET /api/documents')).body.items[0]!
    const session = (await item.browser.call('GET /api/sessions')).body.items[0]!
    const rv = await rvOf(item.browser, item.version)
    const found: string[] = []
    const not = (route: string, { status }: { status: number }) => {
      if (status !== 404) found.push(`${route}: ${status}`)
    }
    const [p, v] = [{ program: item.program }, { version: item.version }]
    not('program', await stranger.call('GET /api/programs/:program', { params: p }))
    not('listing', await stranger.call('GET /api/programs/:program/listing', { params: p }))
    not('members', await stranger.call('GET /api/programs/:program/members', { params: p }))
    not(
      'add member',
      await stranger.call('POST /api/programs/:program/members', { params: p, body: { email: 'x@example.com', role: 'program-admin' } }),
    )
    not('visibility', await stranger.call('POST /api/programs/:program/visibility', { params: p, body: { rv: 1, do: 'hide' } }))
    not('version', await stranger.call('GET /api/versions/:version', { params: v }))
    not('events', await stranger.call('GET /api/versions/:version/events', { params: v }))
    not('files', await stranger.call('GET /api/versions/:version/files', { params: v }))
    not('file', await stranger.call('GET /api/versions/:version/file', { params: v, query: { path: 'app.json' } }))
    not('picture', await stranger.call('GET /api/versions/:version/picture/:file', { params: { ...v, file: sha(item.shot) } }))
    not('release', await stranger.call('POST /api/versions/:version/release', { params: v, body: { do: 'publish', rv, percent: 1 } }))
    not('withdraw', await stranger.call('POST /api/versions/:version/withdrawal', { params: v, body: { rv } }))
    not(
      'answer',
      await stranger.call('POST /api/versions/:version/findings/:finding/answer', {
        params: { ...v, finding: finding.id },
        body: { text: 'x' },
      }),
    )
    not('decision', await stranger.call('GET /api/decisions/:decision', { params: { decision: decision.id } }))
    not(
      'appeal',
      await stranger.call('POST /api/decisions/:decision/appeal', {
        params: { decision: decision.id },
        body: { rv: decision.rv, grounds: 'this is not right at all' },
      }),
    )
    not(
      'paper',
      await stranger.call('POST /api/documents/:document/withdrawal', { params: { document: paper.id }, body: { rv: paper.rv } }),
    )
    not('file', await stranger.call('GET /api/files/:file', { params: { file: paper.file } }))
    await stranger.call('DELETE /api/sessions/:session', { params: { session: session.id } })
    expect((await item.browser.call('GET /api/sessions')).status).toBe(200)
    expect(found).toEqual([])
    expect((await stranger.call('GET /api/programs')).body.items).toEqual([])
    expect((await stranger.call('GET /api/decisions')).body.items).toEqual([])
  })
  test('are not reached through one’s own: a finding of theirs under a version of mine', async () => {
    const mine = await waiting(http, await program(http, stranger))
    const theirs = (await item.browser.call('GET /api/versions/:version', { params: { version: item.version } })).body.findings[0]!
    expect(
      (
        await stranger.call('POST /api/versions/:version/findings/:finding/answer', {
          params: { version: mine.version, finding: theirs.id },
          body: { text: 'x' },
        })
      ).status,
    ).toBe(404)
    expect(
      (await stranger.call('GET /api/versions/:version/picture/:file', { params: { version: mine.version, file: sha(item.shot) } })).status,
    ).toBe(404)
    const next = await checked(http, mine, { label: '1.2.0' })
    const body = { ...submission(await rvOf(stranger, next.version)), replace: true, answers: [{ finding: theirs.id, text: 'fixed' }] }
    expect((await stranger.call('POST /api/versions/:version/submission', { params: { version: next.version }, body })).status).toBe(422)
    await reviewer.call('POST /api/review/items/:version/claim', {
      params: { version: mine.version },
      body: { rv: await rvOf(stranger, mine.version) },
    })
    expect(
      (
        await reviewer.call('POST /api/review/items/:version/marks', {
          params: { version: mine.version },
          body: { marks: [{ finding: theirs.id, as: 'confirm' }] },
        })
      ).status,
    ).toBe(404)
  })
  test('drafts are nobody’s to review, and outside reviewers have their queues only', async () => {
    const draft = await checked(http, made)
    expect((await reviewer.call('GET /api/review/items/:version', { params: { version: draft.version } })).status).toBe(404)
    const outside = await http.staff('outside-reviewer')
    const scoped = await waiting(http, undefined, { queues: ['food'] })
    const operator = await http.staff('operator')
    expect((await outside.call('GET /api/review/items/:version', { params: { version: scoped.version } })).status).toBe(404)
    expect((await outside.call('GET /api/review/items')).body.items).toEqual([])
    await operator.call('PUT /api/staff/people/:account/queues', { params: { account: outside.account }, body: { queues: ['food'] } })
    expect((await outside.call('GET /api/review/items')).body.items.map(({ version }) => version)).toEqual([scoped.version])
    expect((await outside.call('GET /api/review/items/:version', { params: { version: scoped.version } })).status).toBe(200)
    expect((await outside.call('GET /api/review/items/:version', { params: { version: item.version } })).status).toBe(404)
    expect(
      (await outside.call('POST /api/review/items/:version/claim', { params: { version: item.version }, body: { rv: 1 } })).status,
    ).toBe(404)
  })
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

describe('evidence on its own origin (46, 63)', () => {
  const open = (path: string) => http.evidence.request(path)
  test('opens to a ticket of minutes, for what belongs to the item, as long as the session lives', async () => {
    const item = await waiting(http)
    const other = await waiting(http)
    const mine = await http.staff('reviewer')
    const { ticket, origin } = (await mine.call('POST /api/review/items/:version/ticket', { params: { version: item.version } })).body
    expect(origin).toBe(EVIDENCE)
    const shown = await open(`/e/${ticket}/${sha(item.shot)}`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(shown.headers.get('content-security-policy')).toBe(`sandbox; default-src 'none'; frame-ancestors ${ORIGIN}`)
    expect(shown.headers.get('set-cookie')).toBe(null)
    expect((await open(`/e/${ticket}/${sha(other.shot)}`)).status).toBe(404)
    expect((await open(`/e/${ticket}/${item.sha256}`)).status).toBe(404)
    expect((await open(`/e/${ticket.slice(0, -1)}${ticket.endsWith('0') ? '1' : '0'}/${sha(item.shot)}`)).status).toBe(404)
    expect(
      (
        await open(
          `/e/${sign(http.services.store, 'other-purpose', { kind: 'version', id: item.version, session: 'x', until: 9e15 })}/${sha(item.shot)}`,
        )
      ).status,
    ).toBe(404)
    await mine.call('DELETE /api/sessions/:session', { params: { session: 'current' } })
    expect((await open(`/e/${ticket}/${sha(item.shot)}`)).status).toBe(404)
    const again = (await reviewer.call('POST /api/review/items/:version/ticket', { params: { version: item.version } })).body
    http.clock.forward(5 * 60_000 + 1)
    expect((await open(`/e/${again.ticket}/${sha(item.shot)}`)).status).toBe(404)
  })
  test('shows pictures and gives everything else to be saved, under no name of a stranger', async () => {
    const item = await waiting(http)
    const { services } = http
    const page = Buffer.from('<script>alert(document.domain)</script>')
    await services.blobs.put([page], { max: 1000 })
    for (const [mime, kind] of [
      ['text/html', 'a'],
      ['image/svg+xml', 'b'],
    ] as const) {
      await services.store.db.deleteFrom('evidence').where('sha256', '=', sha(page)).execute()
      await services.store.db
        .insertInto('blob')
        .values({ sha256: sha(page), size: page.length, mime, created_at: 1 })
        .onConflict((same) => same.column('sha256').doUpdateSet({ mime }))
        .execute()
      await services.store.db
        .insertInto('evidence')
        .values({ sha256: sha(page), version: item.version, kind, at: 1 })
        .execute()
      const { ticket } = (await reviewer.call('POST /api/review/items/:version/ticket', { params: { version: item.version } })).body
      const reply = await open(`/e/${ticket}/${sha(page)}`)
      expect([reply.headers.get('content-type'), reply.headers.get('content-disposition')]).toEqual([
        'application/octet-stream',
        `attachment; filename="${sha(page).slice(0, 16)}.bin"`,
      ])
    }
  })
  test('takes no cookie, knows no route, and shows released pictures only', async () => {
    expect((await open('/api/here')).status).toBe(404)
    expect((await open(`/p/${made.appid}/${sha(png())}`)).status).toBe(404)
    const icon = (await made.browser.call('GET /api/programs')).body.items.find(({ id }) => id === made.program)!.icon!
    expect((await open(`/p/${made.appid}/${icon}`)).status).toBe(404)
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
  }, 30_000)
})

describe('twenty reviewers at once (64, 65)', () => {
  test('one of them has the item, and one decision is made, of whoever sends it twenty times', async () => {
    const item = await waiting(http, undefined, { findings: [] })
    const params = { version: item.version }
    const people = await Promise.all(Array.from({ length: 20 }, () => http.staff('reviewer')))
    const rv = await rvOf(item.browser, item.version)
    const claims = await Promise.all(people.map((one) => one.call('POST /api/review/items/:version/claim', { params, body: { rv } })))
    const winners = people.filter((_, n) => claims[n]!.status === 200)
    expect(winners).toHaveLength(1)
    expect(claims.filter(({ status }) => status === 409)).toHaveLength(19)
    const now = claims.find(({ status }) => status === 200)!.body.rv
    const decisions = await Promise.all(
      [...people, ...Array(20).fill(winners[0]!)].map((one: Browser, n) =>
        one.call('POST /api/review/items/:version/decision', {
          params,
          body: n % 2 ? approval(now, item.sha256) : refusal(now, item.sha256),
        }),
      ),
    )
    // A refusal cites a finding that is not there: only approvals can win, and one does.
    expect(decisions.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await http.services.store.db.selectFrom('decision').select('id').where('version', '=', item.version).execute()).toHaveLength(1)
  }, 60_000)
  test('a stale page is shown what has changed, and decides nothing', async () => {
    const item = await waiting(http, undefined, { findings: [] })
    const params = { version: item.version }
    const first = (
      await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
    ).body
    await reviewer.call('POST /api/review/items/:version/return', { params, body: { rv: first.rv } })
    await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
    const stale = await reviewer.call('POST /api/review/items/:version/decision', { params, body: approval(first.rv, item.sha256) })
    expect(stale.problem).toMatchObject({
      status: 409,
      code: 'stale',
      now: { state: 'in-human', changes: [{ event: 'release' }, { event: 'claim', to: 'in-human' }] },
    })
  })
  test('a decision sent twice under one key is one decision', async () => {
    const item = await waiting(http, undefined, { findings: [] })
    const params = { version: item.version }
    const { rv } = (
      await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
    ).body
    const send = () =>
      reviewer.call('POST /api/review/items/:version/decision', {
        params,
        body: approval(rv, item.sha256),
        headers: { 'idempotency-key': 'once' },
      })
    const [a, b] = [await send(), await send()]
    expect([a.status, b.status, a.body]).toEqual([201, 201, b.body])
  })
})

describe('those from inside (70)', () => {
  test('do not review what is their own or a related firm’s, nor hand it to themselves', async () => {
    const item = await waiting(http)
    const insider = await http.staff('reviewer')
    const { store } = http.services
    const { entity } = await store.db.selectFrom('program').select('entity').where('id', '=', item.program).executeTakeFirstOrThrow()
    await store.db.updateTable('account').set({ entity }).where('id', '=', insider.account).execute()
    const params = { version: item.version }
    const rv = await rvOf(item.browser, item.version)
    expect((await insider.call('POST /api/review/items/:version/claim', { params, body: { rv } })).problem.guard).toBe('not-own')
    const lease = (await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv } })).body
    const handed = await reviewer.call('POST /api/review/items/:version/hand-over', { params, body: { rv: lease.rv, to: insider.account } })
    expect([handed.status, handed.problem.guard]).toEqual([409, 'not-own'])
    // It is still with whoever had it.
    expect((await reviewer.call('POST /api/review/items/:version/renewal', { params })).status).toBe(200)
  })
  test('do not see a test account without a lease; each look is in the log', async () => {
    const item = await waiting(http)
    const params = { version: item.version }
    const looks = () =>
      http.services.store.db
        .selectFrom('audit')
        .select('seq')
        .where('type', '=', 'test-account.seen')
        .where('subject_id', '=', item.version)
        .execute()
    expect((await reviewer.call('POST /api/review/items/:version/test-account', { params })).problem.guard).toBe('leased')
    expect(await looks()).toHaveLength(0)
    const { rv } = (
      await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
    ).body
    expect((await reviewer.call('POST /api/review/items/:version/test-account', { params })).body.secret).toBe('open sesame')
    expect(await looks()).toHaveLength(1)
    await reviewer.call('POST /api/review/items/:version/return', { params, body: { rv } })
    expect((await reviewer.call('POST /api/review/items/:version/test-account', { params })).status).toBe(409)
    http.clock.forward(1)
  })
  test('do not hold roles beside programs, nor give themselves any', async () => {
    const [a, b] = [await http.staff('operator'), await http.staff('operator')]
    const dev = made.browser.account
    expect((await a.call('POST /api/staff/grants', { body: { account: dev, role: 'reviewer' } })).problem.guard).toBe('apart')
    expect((await a.call('POST /api/staff/grants', { body: { account: a.account, role: 'auditor' } })).status).toBe(409)
    const clerk = await http.staff('auditor')
    const grant = (await a.call('POST /api/staff/grants', { body: { account: clerk.account, role: 'reviewer' } })).body
    expect((await a.call('POST /api/staff/grants/:grant/confirmation', { params: { grant: grant.id } })).status).toBe(409)
    expect((await b.call('POST /api/staff/grants/:grant/confirmation', { params: { grant: grant.id } })).status).toBe(200)
    // Whoever’s roles change signs in again.
    expect((await clerk.call('GET /api/staff/audit')).status).toBe(401)
    const again = await http.as(clerk.account)
    expect((await again.call('GET /api/here')).body.account!.roles).toEqual(['auditor', 'reviewer'])
    await a.call('DELETE /api/staff/people/:account/roles/:role', { params: { account: clerk.account, role: 'reviewer' } })
    expect((await again.call('GET /api/here')).body.account).toBe(null)
  })
  test('decide alone nothing that weighs; and the second person is another', async () => {
    const item = await waiting(http)
    const { store } = http.services
    await store.db.updateTable('program').set({ daily_users: 200_000 }).where('id', '=', item.program).execute()
    const [one, two] = [await http.staff('senior-reviewer'), await http.staff('senior-reviewer')]
    const params = { version: item.version }
    const { rv } = (
      await one.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
    ).body
    const decided = (await one.call('POST /api/review/items/:version/decision', { params, body: refusal(rv, item.sha256) })).body
    expect(decided).toMatchObject({ state: 'held', secondPerson: [{ en: expect.stringContaining('people or more') }] })
    // A held decision is no decision: its developer sees none.
    expect((await item.browser.call('GET /api/versions/:version', { params })).body).toMatchObject({ state: 'held', decisions: [] })
    expect((await item.browser.call('GET /api/decisions/:decision', { params: { decision: decided.id } })).status).toBe(404)
    const held = (await two.call('GET /api/review/held')).body.items.find(({ id }) => id === decided.id)!
    expect(held).toMatchObject({ mine: false, about: { kind: 'version', id: item.version }, action: 'refuse' })
    const confirm = (browser: Browser) =>
      browser.call('POST /api/review/held/:decision/confirmation', { params: { decision: decided.id }, body: { rv: held.rv } })
    expect((await confirm(one)).problem.guard).toBe('second-person')
    expect((await confirm(two)).status).toBe(200)
    expect((await item.browser.call('GET /api/versions/:version', { params })).body).toMatchObject({
      state: 'rejected',
      decisions: [{ secondPerson: true }],
    })
  })
  test('approve over findings only with a second person', async () => {
    const item = await waiting(http, undefined, { findings: [finding(1)] })
    const params = { version: item.version }
    const { rv } = (
      await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
    ).body
    const { body } = await reviewer.call('GET /api/review/items/:version', { params })
    await reviewer.call('POST /api/review/items/:version/marks', {
      params,
      body: { marks: [{ finding: body.version.findings[0]!.id, as: 'unsure' }] },
    })
    expect((await reviewer.call('POST /api/review/items/:version/decision', { params, body: approval(rv, item.sha256) })).body.state).toBe(
      'held',
    )
  })
})

test('whoever is banned signs in, sees why, and appeals; and does nothing else (68)', async () => {
  const { store } = http.services
  const item = await waiting(http)
  const [one, two] = [await staffActor(store, 'senior-reviewer'), await staffActor(store, 'senior-reviewer')]
  const account = item.browser.account
  const ground = { ...GROUND('fingerprint-1'), clause: { ...GROUND('fingerprint-1').clause, title: { zh: '位置', en: 'position' } } }
  const content = {
    action: 'ban',
    automated: 'no',
    sha256: null,
    facts: { zh: '多次以欺骗方式收集位置', en: 'It gathered positions by deceit, again and again' },
    grounds: [ground],
    until: null,
    capabilities: [],
    curable: true,
    rulebook: 'r',
  } as const
  const rv = (await store.db.selectFrom('account').select('rv').where('id', '=', account).executeTakeFirstOrThrow()).rv
  const held = await store.run((tx) => decideOn(tx, { actor: one, subject: 'account', id: account, rv, content }))
  expect(held.state).toBe('held')
  await store.run((tx) => confirmDecision(tx, { id: held.id, actor: two }))
  // Out at once.
  expect((await item.browser.call('GET /api/programs')).status).toBe(401)
  const { email } = await store.db.selectFrom('account').select('email').where('id', '=', account).executeTakeFirstOrThrow()
  const again = http.browser()
  expect((await again.call('POST /api/sessions', { body: { email, password: PASSWORD } })).status).toBe(201)
  const [decision] = (await again.call('GET /api/decisions')).body.items
  expect(decision).toMatchObject({ action: 'ban', secondPerson: true, statement: { grounds: [{ quote: 'wx.getLocation({})' }] } })
  expect((await again.call('PATCH /api/me', { body: { name: 'x' } })).problem.code).toBe('role')
  expect((await again.call('POST /api/programs', { body: { name: newName(), platform: 'wechat' } })).problem.code).toBe('role')
  expect(
    (
      await again.call('POST /api/decisions/:decision/appeal', {
        params: { decision: decision!.id },
        body: { rv: decision!.rv, grounds: '位置是用户点按之后才取的。' },
      })
    ).status,
  ).toBe(201)
})
test('texts made to keep a pattern busy do not (30)', async () => {
  const one = await program(http, made.browser)
  const began = performance.now()
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
  expect(performance.now() - began).toBeLessThan(8000)
}, 20_000)
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
