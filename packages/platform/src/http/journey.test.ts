/** From a program that breaks a rule to one that everybody finds: each step by its route, as pages take it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, type TestHttp, testHttp } from '../../test/http.ts'
import { approve, checked, finding, type Made, program, refusal, rvOf, sha, submission, upload, waiting } from '../../test/journey.ts'
import { brokenInvariants, verifyAudit } from '../store/audit.ts'

let http: TestHttp
let reviewer: Browser
beforeAll(async () => {
  http = await testHttp()
  reviewer = await http.staff('reviewer')
})
afterAll(async () => {
  // Whatever the routes did, the platform's own laws hold and the log is whole.
  expect(await brokenInvariants(http.services.store)).toEqual([])
  expect(await verifyAudit(http.services.store)).toMatchObject({ ok: true })
  await http.close()
})

test('a bad version is refused with its reasons, mended, approved, released by degrees and found', async () => {
  const bad = await waiting(http)
  const { browser } = bad
  const params = { version: bad.version }
  // Nothing of it is public, and its reviewer is nobody to its developer.
  const stranger = http.browser()
  expect((await stranger.call('GET /api/directory', { query: { words: bad.name } })).body.items).toEqual([])
  expect((await stranger.call('GET /api/directory/:appid', { params: { appid: bad.appid } })).status).toBe(404)

  const lease = await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(browser, bad.version) } })
  expect(lease.status).toBe(200)
  const item = (await reviewer.call('GET /api/review/items/:version', { params })).body
  expect(item).toMatchObject({
    version: {
      label: '1.0.0',
      findings: [{ rule: 'location-unasked', since: 'new', mark: null }],
      coverage: { violation: 1, notChecked: [{ reason: 'human' }] },
    },
    listing: { rev: 1 },
    entity: { verified: true },
    risk: { score: 12 },
    hasTestAccount: true,
    lease: { version: bad.version },
  })
  expect(item.privacy.find(({ item: name }) => name === '位置信息')).toMatchObject({
    declared: false,
    inCode: ['pages/home/home.js:1'],
    atRun: ['pages/home/home'],
  })
  expect((await reviewer.call('GET /api/review/items/:version/run', { params })).body.passes[0]!.moves[0]).toMatchObject({
    said: 'open pages/home/home',
    screens: [{ sha256: sha(bad.shot) }],
  })
  expect((await reviewer.call('POST /api/review/items/:version/test-account', { params })).body).toEqual({
    kind: 'password',
    username: 'tester',
    secret: 'open sesame',
    notes: null,
  })

  const preview = (await reviewer.call('POST /api/review/items/:version/preview', { params, body: refusal(lease.body.rv, bad.sha256) }))
    .body
  expect(preview).toMatchObject({
    missing: [],
    unhandled: [],
    secondPerson: [],
    statement: { action: { id: 'refuse' }, automated: 'partly' },
  })
  const refused = await reviewer.call('POST /api/review/items/:version/decision', { params, body: refusal(lease.body.rv, bad.sha256) })
  expect(refused.status, refused.raw).toBe(201)

  const seen = (await browser.call('GET /api/versions/:version', { params })).body
  expect(seen).toMatchObject({
    state: 'rejected',
    decisions: [
      {
        action: 'refuse',
        statement: { format: 'menshen-statement/1', grounds: [{ clause: { id: 'wx-op/12.4.1' }, quote: 'wx.getLocation({})' }] },
      },
    ],
  })
  expect(seen.history.at(-1)).toMatchObject({ event: 'refuse', by: 'a reviewer' })
  expect(JSON.stringify(seen)).not.toContain(reviewer.account)
  expect((await browser.call('GET /api/decisions/:decision', { params: { decision: seen.decisions[0]!.id } })).body).toEqual(
    seen.decisions[0]!.statement,
  )

  // Round two, mended, with an answer to the finding.
  const good = await checked(http, bad, { label: '1.0.1', files: { 'app.json': '{}', 'pages/home/home.js': 'Page({})\n' } })
  const body = {
    ...submission(await rvOf(browser, good.version)),
    answers: [{ finding: seen.findings[0]!.id, text: '点按之后才取位置', fixed: true }],
  }
  const sent = await browser.call('POST /api/versions/:version/submission', { params: { version: good.version }, body })
  expect(sent.body, sent.raw).toMatchObject({ state: 'in-auto', round: 2 })
  expect((await browser.call('GET /api/versions/:version', { params })).body.findings[0]!.answer!.text).toContain('1.0.1')
})

describe('release', () => {
  let made: Awaited<ReturnType<typeof waiting>>
  let other: Browser
  beforeAll(async () => {
    made = await waiting(http)
    await approve(reviewer, made)
    other = http.browser()
  })
  const release = async (
    browser: Browser,
    version: string,
    step: { do: 'publish' | 'raise'; percent: number } | { do: 'pause' | 'complete' | 'roll-back' },
  ) => browser.call('POST /api/versions/:version/release', { params: { version }, body: { ...step, rv: await rvOf(browser, version) } })
  const packageFor = async (user: string) => {
    const reply = await other.raw(`/api/directory/${made.appid}/package?user=${user}`)
    return reply.status
  }
  test('is approved and still invisible', async () => {
    expect((await other.call('GET /api/directory', { query: { words: made.name } })).body.items).toEqual([])
    expect(await packageFor('somebody')).toBe(404)
    expect((await other.call('GET /api/nearby', { query: { latitude: 0, longitude: 0 } })).body.items).toEqual([])
  })
  test('goes out by degrees that only rise', async () => {
    expect((await release(made.browser, made.version, { do: 'publish', percent: 10 })).body).toMatchObject({
      percent: 10,
      version: { state: 'gray' },
      code: { url: `https://menshen.example/p/${made.appid}` },
    })
    const less = await release(made.browser, made.version, { do: 'raise', percent: 10 })
    expect([less.status, less.problem.guard]).toEqual([409, 'shareFits'])
    expect((await release(made.browser, made.version, { do: 'raise', percent: 50 })).body.percent).toBe(50)
    const users = await Promise.all(Array.from({ length: 60 }, (_, n) => packageFor(`user-${n}`)))
    expect(users.filter((status) => status === 200).length).toBeGreaterThan(15)
    expect(users.filter((status) => status === 404).length).toBeGreaterThan(15)
  })
  test('is paused: nothing of it is out', async () => {
    expect((await release(made.browser, made.version, { do: 'pause' })).body.version.state).toBe('approved')
    expect((await other.call('GET /api/directory/:appid', { params: { appid: made.appid } })).status).toBe(404)
    const below = await release(made.browser, made.version, { do: 'publish', percent: 20 })
    expect(below.status).toBe(409)
    expect((await release(made.browser, made.version, { do: 'publish', percent: 50 })).status).toBe(200)
  })
  test('is stopped by a senior reviewer, and goes on when they say so', async () => {
    const senior = await http.staff('senior-reviewer')
    const reason = { zh: '用户反馈崩溃', en: 'users report crashes' }
    const stop = async (what: 'stop' | 'unstop') =>
      senior.call(`POST /api/review/items/:version/${what}`, {
        params: { version: made.version },
        body: { rv: await rvOf(made.browser, made.version), reason },
      })
    expect((await stop('stop')).status).toBe(200)
    expect((await release(made.browser, made.version, { do: 'publish', percent: 60 })).problem.guard).toBe('not-stopped')
    expect((await stop('unstop')).status).toBe(200)
    expect((await release(made.browser, made.version, { do: 'publish', percent: 60 })).status).toBe(200)
  })
  test('is live, with a card, a code and its very bytes', async () => {
    expect((await release(made.browser, made.version, { do: 'complete' })).body.version.state).toBe('live')
    const { body } = await other.call('GET /api/directory/:appid', { params: { appid: made.appid } })
    expect(body).toMatchObject({ name: made.name, version: '1.0.0', certified: false, url: `https://menshen.example/p/${made.appid}` })
    expect(
      (await other.call('GET /api/directory', { query: { words: made.name.slice(2) } })).body.items.map(({ appid }) => appid),
    ).toContain(made.appid)
    const icon = await http.evidence.request(new URL(body.icon!).pathname)
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/png'])
    const code = await other.raw(`/api/directory/${made.appid}/code`)
    expect([code.status, code.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8'])
    const bytes = await http.app.request(`/api/directory/${made.appid}/package`)
    expect(sha(Buffer.from(await bytes.arrayBuffer()))).toBe(made.sha256)
  })
  test('is rolled back to a version that was approved, and hidden by its owner', async () => {
    const next = await waiting(http, made, { label: '1.1.0', findings: [finding(2)] })
    await approve(reviewer, next)
    await release(made.browser, next.version, { do: 'publish', percent: 100 })
    await release(made.browser, next.version, { do: 'complete' })
    expect((await other.call('GET /api/directory/:appid', { params: { appid: made.appid } })).body.version).toBe('1.1.0')
    expect((await release(made.browser, made.version, { do: 'roll-back' })).body.version.state).toBe('live')
    expect((await other.call('GET /api/directory/:appid', { params: { appid: made.appid } })).body.version).toBe('1.0.0')
    const { body } = await made.browser.call('GET /api/programs/:program', { params: { program: made.program } })
    await made.browser.call('POST /api/programs/:program/visibility', {
      params: { program: made.program },
      body: { rv: body.rv, do: 'hide' },
    })
    expect((await other.call('GET /api/directory/:appid', { params: { appid: made.appid } })).status).toBe(404)
    expect(await packageFor('somebody')).toBe(404)
  })
  test('is not to be had by an operator’s switch, but can be paused', async () => {
    const operator = await http.staff('operator')
    const why = { zh: '演练', en: 'a drill' }
    await operator.call('PUT /api/staff/switches/:switch', { params: { switch: 'stop-releases' }, body: { on: true, why } })
    const item = await waiting(http)
    await approve(reviewer, item)
    const held = await release(item.browser, item.version, { do: 'publish', percent: 5 })
    expect([held.status, held.problem.code]).toEqual([409, 'state'])
    await operator.call('PUT /api/staff/switches/:switch', { params: { switch: 'stop-releases' }, body: { on: false, why } })
    expect((await release(item.browser, item.version, { do: 'publish', percent: 5 })).status).toBe(200)
  })
})

describe('upload', () => {
  let made: Made
  beforeAll(async () => {
    made = await program(http)
  })
  const begin = (bytes: Buffer, declared: { sha256?: string; bytes?: number } = {}) =>
    made.browser.call('POST /api/programs/:program/versions', {
      params: { program: made.program },
      body: { label: '2.0.0', sha256: sha(bytes), bytes: bytes.length, ...declared },
    })
  const put = (version: string, bytes: Buffer, headers: Record<string, string> = {}) =>
    made.browser.call('PUT /api/versions/:version/package', {
      params: { version },
      bytes,
      headers: { 'content-type': 'application/zip', 'x-content-sha256': sha(bytes), ...headers },
    })

  test('takes the bytes that were promised, once', async () => {
    const bytes = Buffer.from('PK\u0003\u0004 a package of some length')
    const { body } = await begin(bytes)
    expect((await put(body.id, bytes)).body).toMatchObject({ state: 'quarantined', sha256: sha(bytes), bytes: bytes.length })
    expect((await put(body.id, bytes)).status).toBe(409)
  })
  test('refuses other bytes than were promised, and can still be done right', async () => {
    const bytes = Buffer.from('PK\u0003\u0004 the bytes that were promised')
    const other = Buffer.from('PK\u0003\u0004 the bytes that were swapped!')
    const { body } = await begin(bytes)
    expect((await put(body.id, other)).status).toBe(422)
    // The digest of the promise over other bytes of the same length.
    expect((await put(body.id, other, { 'x-content-sha256': sha(bytes) })).status).toBe(422)
    expect(
      (await put(body.id, bytes.subarray(0, 20), { 'x-content-sha256': sha(bytes), 'content-length': String(bytes.length) })).status,
    ).toBe(422)
    expect(
      (await put(body.id, Buffer.concat([bytes, other]), { 'x-content-sha256': sha(bytes), 'content-length': String(bytes.length) }))
        .status,
    ).toBeGreaterThanOrEqual(400)
    expect((await made.browser.call('GET /api/versions/:version', { params: { version: body.id } })).body.state).toBe('uploading')
    expect((await put(body.id, bytes)).status).toBe(201)
  })
  test('wants a type, a length and a digest', async () => {
    const bytes = Buffer.from('PK\u0003\u0004 a package that is put badly')
    const { body } = await begin(bytes)
    expect((await put(body.id, bytes, { 'content-type': 'text/html' })).status).toBe(415)
    expect((await put(body.id, bytes, { 'x-content-sha256': '' })).status).toBe(422)
    const path = `/api/versions/${body.id}/package`
    const chunked = await made.browser.raw(path, {
      method: 'PUT',
      body: bytes as never,
      headers: {
        'content-type': 'application/zip',
        'x-content-sha256': sha(bytes),
        origin: 'https://menshen.example',
        'x-csrf-token': made.browser.csrf,
      },
    })
    expect([chunked.status, chunked.problem.code]).toEqual([411, 'length-required'])
  })
  test('refuses what is too large before a byte of it is read', async () => {
    const bytes = Buffer.from('PK')
    expect((await begin(bytes, { bytes: 31 * 1024 * 1024 })).status).toBe(422)
  })
  test('is done once under one key, and refused with another body', async () => {
    const bytes = Buffer.from('PK\u0003\u0004 a package that was sent twice')
    const body = { label: '2.1.0', sha256: sha(bytes), bytes: bytes.length }
    const send = (over: object = {}) =>
      made.browser.call('POST /api/programs/:program/versions', {
        params: { program: made.program },
        body: { ...body, ...over },
        headers: { 'idempotency-key': 'ci-run-7' },
      })
    const first = await send()
    expect((await send()).body.id).toBe(first.body.id)
    expect((await send({ label: '2.1.1' })).problem.code).toBe('taken')
  })
  test('gives nothing away about bytes that somebody else has', async () => {
    const bytes = Buffer.from('PK\u0003\u0004 the very same package here')
    const mine = await begin(bytes)
    await put(mine.body.id, bytes)
    const other = await program(http)
    const theirs = await upload(other, '1.0.0', bytes)
    expect((await other.browser.call('GET /api/versions/:version', { params: { version: theirs.version } })).body.state).toBe('quarantined')
    expect((await other.browser.call('GET /api/files/:file', { params: { file: sha(bytes) } })).status).toBe(404)
  })
  test('is refused while an operator has stopped uploads', async () => {
    const operator = await http.staff('operator')
    const why = { zh: '磁盘将满', en: 'the disk is nearly full' }
    await operator.call('PUT /api/staff/switches/:switch', { params: { switch: 'stop-uploads' }, body: { on: true, why } })
    expect((await begin(Buffer.alloc(30, 1))).problem.code).toBe('state')
    await operator.call('PUT /api/staff/switches/:switch', { params: { switch: 'stop-uploads' }, body: { on: false, why } })
  })
})

describe('listing', () => {
  test('says everything that it lacks, with its clause, and keeps what was saved by others', async () => {
    const made = await program(http)
    const params = { program: made.program }
    const content = {
      name: '别的名字',
      intro: '提供小程序开发与代理服务',
      nearby: [{ name: '店', address: '线上服务', phone: '010-12345678', latitude: 0, longitude: 0, service: '喝茶' }],
    }
    const saved = await made.browser.call('PUT /api/programs/:program/listing', { params, body: { base: 1, content } })
    const lacks = saved.body.lacks.map(({ field, clause }) => [field, clause])
    for (const one of [
      ['categories', null],
      ['contact', null],
      ['name', 'wx-op/2.4'],
      ['nearby', 'wx-op/7.2.1'],
      ['nearby.0.address', 'wx-op/7.1'],
      ['nearby.0.licence', 'wx-op/7.2.2'],
      ['nearby.0.latitude', 'wx-op/7.1'],
    ])
      expect(lacks).toContainEqual(one)
    expect((await made.browser.call('PUT /api/programs/:program/listing', { params, body: { base: 1, content } })).problem).toMatchObject({
      code: 'stale',
      now: { rv: 2 },
    })
    const one = await checked(http, made)
    const sent = await made.browser.call('POST /api/versions/:version/submission', {
      params: { version: one.version },
      body: submission(await rvOf(made.browser, one.version), 2),
    })
    expect(sent.status).toBe(422)
    expect(sent.problem.fields!.map(({ path }) => path)).toContain('listing.nearby.0.licence')
    expect(
      (
        await made.browser.call('PUT /api/programs/:program/listing', {
          params,
          body: { base: 2, content: { ...content, icon: 'b'.repeat(64) } },
        })
      ).status,
    ).toBe(422)
  })
  test('is shown nearby once it is released, and nobody else is', async () => {
    const made = await program(http)
    const { sha256: licence } = await made.browser
      .call('GET /api/programs/:program/listing', { params: { program: made.program } })
      .then(({ body }) => ({ sha256: body.content.icon! }))
    const content = {
      ...(await made.browser.call('GET /api/programs/:program/listing', { params: { program: made.program } })).body.content,
      nearby: [
        {
          name: '城南店',
          address: '北京市朝阳区某路 1 号',
          phone: '010-12345678',
          latitude: 39.9,
          longitude: 116.4,
          service: '堂食',
          licence,
        },
      ],
    }
    await made.browser.call('PUT /api/programs/:program/listing', { params: { program: made.program }, body: { base: 1, content } })
    const item = await waiting(http, made)
    const near = async () =>
      (await http.browser().call('GET /api/nearby', { query: { latitude: 39.901, longitude: 116.401, metres: 1000 } })).body.items
    await approve(reviewer, item)
    expect(await near()).toEqual([])
    for (const step of [{ do: 'publish', percent: 100 }, { do: 'complete' }] as const)
      await made.browser.call('POST /api/versions/:version/release', {
        params: { version: item.version },
        body: { ...step, rv: await rvOf(made.browser, item.version) },
      })
    expect(await near()).toMatchObject([{ name: '城南店', appid: made.appid, service: '堂食' }])
    expect((await near())[0]!.metres).toBeLessThan(200)
    expect((await http.browser().call('GET /api/nearby', { query: { latitude: 31, longitude: 121, metres: 50_000 } })).body.items).toEqual(
      [],
    )
  })
})

describe('trial, withdrawal, questions, expedition', () => {
  test('a trial opens to its testers by its code, until it ends', async () => {
    const made = await program(http)
    const one = await checked(http, made)
    const params = { version: one.version }
    const shared = await made.browser.call('POST /api/versions/:version/trial', {
      params,
      body: { rv: await rvOf(made.browser, one.version), days: 3 },
    })
    const { url, qr } = shared.body.trial!
    expect(qr).toMatch(/^<svg /)
    const trial = new URL(url).pathname.split('/').at(-1)!
    const tester = (await waiting(http)).browser
    expect((await http.browser().call('GET /api/trials/:trial', { params: { trial } })).status).toBe(401)
    expect((await tester.call('GET /api/trials/:trial', { params: { trial } })).status).toBe(404)
    const { email } = (await tester.call('GET /api/here')).body.account!
    await made.browser.call('POST /api/programs/:program/members', { params: { program: made.program }, body: { email, role: 'tester' } })
    expect((await tester.call('GET /api/trials/:trial', { params: { trial } })).body).toMatchObject({ name: made.name, label: '1.0.0' })
    expect((await tester.raw(`/api/trials/${trial}/package`)).status).toBe(200)
    // Testers try, and see nothing else of it.
    expect((await tester.call('GET /api/versions/:version', { params })).status).toBe(404)
    expect((await tester.call('GET /api/programs/:program', { params: { program: made.program } })).status).toBe(404)
    expect(
      (await tester.call('GET /api/trials/:trial', { params: { trial: `${trial.slice(0, -1)}${trial.endsWith('0') ? '1' : '0'}` } }))
        .status,
    ).toBe(404)
    await made.browser.call('POST /api/versions/:version/trial/end', { params, body: { rv: await rvOf(made.browser, one.version) } })
    expect((await tester.call('GET /api/trials/:trial', { params: { trial } })).status).toBe(404)
    // A second trial of the same version is another code.
    await made.browser.call('POST /api/versions/:version/trial', { params, body: { rv: await rvOf(made.browser, one.version) } })
    expect((await tester.call('GET /api/trials/:trial', { params: { trial } })).status).toBe(404)
  })
  test('a question is answered and the item is back in the queue; a submission is withdrawn', async () => {
    const item = await waiting(http)
    const params = { version: item.version }
    const lease = await reviewer.call('POST /api/review/items/:version/claim', {
      params,
      body: { rv: await rvOf(item.browser, item.version) },
    })
    await reviewer.call('POST /api/review/items/:version/question', {
      params,
      body: { rv: lease.body.rv, question: { zh: '请说明位置的用途', en: 'What is the position for?' } },
    })
    const asked = (await item.browser.call('GET /api/versions/:version', { params })).body
    expect(asked).toMatchObject({ state: 'needs-info', question: '请说明位置的用途\nWhat is the position for?' })
    expect(Date.parse(asked.deadline!)).toBeGreaterThan(http.clock.now())
    expect(
      (await item.browser.call('POST /api/versions/:version/reply', { params, body: { rv: asked.rv, text: '用来找最近的店' } })).body.state,
    ).toBe('awaiting-human')
    const withdrawn = await item.browser.call('POST /api/versions/:version/withdrawal', {
      params,
      body: { rv: await rvOf(item.browser, item.version) },
    })
    expect(withdrawn.body.state).toBe('withdrawn')
  })
  test('an expedited one comes first, and is told so', async () => {
    const item = await waiting(http)
    const params = { version: item.version }
    const reply = await item.browser.call('POST /api/versions/:version/expedition', {
      params,
      body: { kind: 'safety', words: '修复一个会泄露订单的问题' },
    })
    expect(reply.body.expedited).not.toBe(null)
    const { body } = await reviewer.call('GET /api/review/items')
    expect(body.items[0]).toMatchObject({ version: item.version, expedited: true })
    const next = await reviewer.call('POST /api/review/next', { body: {} })
    expect(next.body.lease!.version).toBe(item.version)
    const again = await reviewer.call('POST /api/review/items/:version/return', {
      params,
      body: { rv: next.body.lease!.rv, why: '换人看' },
    })
    expect(again.status).toBe(200)
  })
})
