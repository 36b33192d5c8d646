/** The staff's pages beside reviewing, and what they may not see. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, type TestHttp, testHttp } from '../../test/http.ts'
import { approve, finding, type Made, program, putFile, refusal, registered, rvOf, sha, verified, waiting } from '../../test/journey.ts'
import { ruleModes } from '../store/settings.ts'

let http: TestHttp
const reason = { zh: '证件不清楚', en: 'the paper cannot be read' }
beforeAll(async () => {
  http = await testHttp({ development: true })
})
afterAll(() => http.close())
const logged = async (type: string, id?: string) => {
  let query = http.services.store.db.selectFrom('audit').select(['seq', 'actor']).where('type', '=', type)
  if (id) query = query.where('subject_id', '=', id)
  return query.execute()
}

describe('entities', () => {
  let checker: Browser
  let dev: Browser
  let paper = ''
  beforeAll(async () => {
    checker = await http.staff('entity-checker')
    dev = await registered(http)
    paper = await putFile(dev)
    const entered = await dev.call('PUT /api/entity', {
      body: {
        kind: 'person',
        legalName: '李小红',
        idNumber: '110101199001011234',
        papers: [{ sha256: paper, kind: 'identity', fileName: 'id.png' }],
      },
    })
    await dev.call('POST /api/entity/submission', { body: { rv: entered.body.rv } })
  })
  test('wait with their due time, are shown masked, and whole only when asked, which is logged', async () => {
    const { items } = (await checker.call('GET /api/staff/entities')).body
    const task = items.find(({ account }) => account === dev.account)!
    expect(task).toMatchObject({ legalName: '李小红', overdue: false })
    const one = await checker.call('GET /api/staff/entities/:account', { params: { account: dev.account } })
    expect(one.body).toMatchObject({ idNumber: '1************4', papers: [{ kind: 'identity', type: 'image/png' }] })
    expect(one.raw).not.toContain('110101199001011234')
    expect(await logged('identity.seen', dev.account)).toHaveLength(0)
    expect((await checker.call('POST /api/staff/entities/:account/identity', { params: { account: dev.account } })).body.idNumber).toBe(
      '110101199001011234',
    )
    expect(await logged('identity.seen', dev.account)).toEqual([{ seq: expect.any(Number), actor: checker.account }])
    const { ticket } = (await checker.call('POST /api/staff/entities/:account/ticket', { params: { account: dev.account } })).body
    const shown = await http.evidence.request(`/e/${ticket}/${paper}`)
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
      200,
      'image/png',
      'private, no-store',
    ])
    expect(sha(Buffer.from(await shown.arrayBuffer()))).toBe(paper)
    expect(await logged('papers.seen', dev.account)).toHaveLength(1)
    // Each paper that is opened is logged as opened by whoever asked for the ticket.
    expect(await logged('paper.opened', dev.account)).toEqual([{ seq: expect.any(Number), actor: checker.account }])
    expect((await http.evidence.request(`/e/${ticket}/${'a'.repeat(64)}`)).status).toBe(404)
    expect(await logged('paper.opened', dev.account)).toHaveLength(1)
    // Nothing that says who they are lies open, and what they put they see themselves.
    expect(await http.services.blobs.size(paper)).toBeNull()
    const own = await dev.raw(`/api/files/${paper}`)
    expect([own.status, own.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect((await (await registered(http)).raw(`/api/files/${paper}`)).status).toBe(404)
  })
  test('are asked about, answer, are refused with a reason, and verified in the end', async () => {
    const params = { account: dev.account }
    const rv = async () => (await dev.call('GET /api/entity')).body.rv
    const check = async (body: { do: 'ask' | 'refuse'; reason: typeof reason } | { do: 'verify' }) =>
      checker.call('POST /api/staff/entities/:account/check', { params, body: { ...body, rv: await rv() } as never })
    expect((await check({ do: 'ask', reason })).status).toBe(200)
    expect((await dev.call('GET /api/entity')).body).toMatchObject({ state: 'needs-info', question: reason })
    expect((await dev.call('POST /api/entity/submission', { body: { rv: await rv(), reply: '已重新拍照' } })).body.state).toBe(
      'entity-review',
    )
    expect(
      (await checker.call('GET /api/staff/entities/:account', { params })).body.messages.map(({ by, text }) => [by, text.split('\n')[0]]),
    ).toEqual([
      ['checker', '证件不清楚'],
      ['owner', '已重新拍照'],
    ])
    expect((await check({ do: 'refuse', reason: { zh: '否', en: 'no' } as never })).status).toBe(422)
    expect((await check({ do: 'refuse', reason })).status).toBe(200)
    await dev.call('POST /api/entity/submission', { body: { rv: await rv() } })
    expect((await check({ do: 'verify' })).status).toBe(200)
    expect((await dev.call('GET /api/entity')).body).toMatchObject({ state: 'active', question: null, papers: [{ state: 'valid' }] })
  })
  test('that have not been handed in are not there', async () => {
    const draft = await registered(http)
    expect((await checker.call('GET /api/staff/entities/:account', { params: { account: draft.account } })).status).toBe(404)
    expect((await checker.call('POST /api/staff/entities/:account/identity', { params: { account: draft.account } })).status).toBe(404)
  })
})

describe('papers and certifications', () => {
  let checker: Browser
  let dev: Browser
  beforeAll(async () => {
    checker = await http.staff('entity-checker')
    dev = await verified(http)
  })
  const paper = async (kind: string, validUntil?: string) =>
    (
      await dev.call('POST /api/documents', {
        body: { kind, file: await putFile(dev), fileName: 'x.png', number: 'SP-1', ...(validUntil ? { validUntil } : {}) },
      })
    ).body
  test('are refused with a reason, accepted, and reversed by somebody who had no part in it', async () => {
    const one = await paper('食品经营许可证', '2027-01-31')
    expect(one).toMatchObject({ state: 'uploaded', validUntil: '2027-01-31' })
    const params = { document: one.id }
    const task = (await checker.call('GET /api/staff/documents')).body.items.find(({ id }) => id === one.id)!
    expect(task).toMatchObject({ kind: '食品经营许可证', type: 'image/png' })
    const { ticket } = (await checker.call('POST /api/staff/documents/:document/ticket', { params })).body
    expect((await http.evidence.request(`/e/${ticket}/${one.file}`)).status).toBe(200)
    expect(
      (await checker.call('POST /api/staff/documents/:document/check', { params, body: { do: 'refuse', rv: one.rv, reason } })).status,
    ).toBe(200)
    const refused = (await dev.call('GET /api/documents')).body.items.find(({ id }) => id === one.id)!
    expect(refused).toMatchObject({ state: 'refused', reason })
    const annul = (by: Browser) => by.call('POST /api/staff/documents/:document/annulment', { params, body: { rv: refused.rv, reason } })
    expect((await annul(checker)).status).toBe(409)
    expect((await annul(await http.staff('appeals'))).status).toBe(200)
    const ended = await paper('旧许可证', '2020-01-01')
    expect(
      (
        await checker.call('POST /api/staff/documents/:document/check', {
          params: { document: ended.id },
          body: { do: 'accept', rv: ended.rv },
        })
      ).problem.guard,
    ).toBe('notEnded')
  })
  test('a certification is given after an outside house was heard, which sees no identity', async () => {
    const identity = (await dev.call('GET /api/documents')).body.items.find(({ kind }) => kind === 'identity')!
    const licence = await paper('营业执照')
    const applied = (await dev.call('POST /api/certification', { body: { papers: [identity.id, licence.id] } })).body
    expect(applied.state).toBe('pending')
    const [house, other] = [await http.staff('outside-reviewer'), await http.staff('outside-reviewer')]
    const params = { certification: applied.id! }
    expect((await house.call('GET /api/advice')).body.items).toEqual([])
    const say = (by: Browser, rv: number) => by.call('POST /api/advice/:certification', { params, body: { rv, favourable: true, reason } })
    expect((await say(house, applied.rv)).status).toBe(404)
    expect(
      (await checker.call('POST /api/staff/certifications/:certification/adviser', { params, body: { account: house.account } })).status,
    ).toBe(200)
    expect(
      (await checker.call('POST /api/staff/certifications/:certification/adviser', { params, body: { account: dev.account } })).status,
    ).toBe(404)
    const [task] = (await house.call('GET /api/advice')).body.items
    expect(task!.files.map(({ kind }) => kind)).toEqual(['营业执照'])
    expect((await say(other, applied.rv)).status).toBe(404)
    expect((await say(house, applied.rv)).status).toBe(201)
    const now = (await checker.call('GET /api/staff/certifications')).body.items.find(({ id }) => id === applied.id)!
    expect(now).toMatchObject({ opinion: { favourable: true, says: reason } })
    const decide = (until: string) =>
      checker.call('POST /api/staff/certifications/:certification/decision', { params, body: { do: 'certify', rv: now.rv, until } })
    expect((await decide('2020-01-01T00:00:00Z')).status).toBe(422)
    expect((await decide('2027-06-01T00:00:00Z')).status).toBe(200)
    const certified = (await dev.call('GET /api/certification')).body
    expect(certified).toMatchObject({ state: 'certified', until: '2027-06-01T00:00:00.000Z' })
    // What one checker gave another takes back, with a reason that the developer is told.
    const annul = (by: Browser) =>
      by.call('POST /api/staff/certifications/:certification/annulment', { params, body: { rv: certified.rv, reason } })
    expect((await annul(checker)).status).toBe(409)
    expect((await annul(await http.staff('entity-checker'))).status).toBe(200)
    expect((await dev.call('GET /api/certification')).body).toMatchObject({ state: 'pending', until: null, opinion: null, reason })
  })
})

describe('modes of rules', () => {
  test('change when a second editor agrees, and findings of shadow rules are not shown to developers', async () => {
    const [a, b] = [await http.staff('policy-editor'), await http.staff('policy-editor')]
    const why = { zh: '新规则先试行', en: 'a new rule is tried first' }
    expect((await a.call('POST /api/staff/rules/:rule', { params: { rule: 'no-such-rule' }, body: { mode: 'shadow', why } })).status).toBe(
      404,
    )
    const rule = 'abuse-copy'
    const proposed = (await a.call('POST /api/staff/rules/:rule', { params: { rule }, body: { mode: 'shadow', why } })).body
    expect(proposed).toMatchObject({ mode: 'block', proposed: { mode: 'shadow', mine: true } })
    expect((await b.call('POST /api/staff/rules/:rule', { params: { rule }, body: { mode: 'off', why } })).problem.code).toBe('taken')
    const settle = (by: Browser, agree: boolean) =>
      by.call('POST /api/staff/rules/:rule/confirmation', { params: { rule }, body: { proposal: proposed.proposed!.id, agree } })
    expect((await settle(a, true)).problem.guard).toBe('second-person')
    expect((await settle(b, true)).body).toMatchObject({ mode: 'shadow', proposed: null })
    expect(await ruleModes(http.services.store)).toEqual({ 'abuse-copy': 'shadow' })
    expect((await settle(b, true)).status).toBe(404)
    const item = await waiting(http, undefined, { findings: [finding(1, { rule }), finding(2)] })
    const shown = (await item.browser.call('GET /api/versions/:version', { params: { version: item.version } })).body.findings
    expect(shown.map((one) => one.rule)).toEqual(['location-unasked'])
    const reviewer = await http.staff('reviewer')
    expect(
      (await reviewer.call('GET /api/review/items/:version', { params: { version: item.version } })).body.version.findings.map((one) => [
        one.rule,
        one.mode,
      ]),
    ).toEqual([
      ['abuse-copy', 'shadow'],
      ['location-unasked', 'block'],
    ])
  })
})

describe('the log', () => {
  test('is read by page, exported and verified; a forged head is told', async () => {
    const auditor = await http.staff('auditor')
    const first = (await auditor.call('GET /api/staff/audit', { query: { limit: 5 } })).body
    expect(first.items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    const second = (await auditor.call('GET /api/staff/audit', { query: { limit: 5, after: Number(first.next) } })).body
    expect(second.items[0]!.seq).toBe(6)
    const newest = (await auditor.call('GET /api/staff/audit', { query: { limit: 1, newest: 'true', type: 'role.seeded' } })).body
    expect(newest.items[0]).toMatchObject({ type: 'role.seeded', role: 'system' })
    const { head } = (await auditor.call('POST /api/staff/audit/head')).body
    expect((await auditor.call('POST /api/staff/audit/verification', { body: { heads: [head!] } })).body).toMatchObject({
      ok: true,
      forged: [],
    })
    expect(
      (await auditor.call('POST /api/staff/audit/verification', { body: { heads: [{ ...head!, hash: 'f'.repeat(64) }] } })).body,
    ).toMatchObject({ ok: false, forged: [head!.seq] })
  })
})

describe('numbers and mail', () => {
  test('the lead sees what waits, who decides and how often it is taken back', async () => {
    const senior = await http.staff('senior-reviewer')
    const item = await waiting(http)
    await approve(senior, item)
    await waiting(http)
    const { body } = await senior.call('GET /api/staff/lead')
    expect(body.waiting).toBeGreaterThan(0)
    expect(body.week).toMatchObject({ approved: 1, refused: 0 })
    expect(body.dueSoon.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(0)
    expect((await http.browser().call('GET /api/numbers')).body.waiting).toBe(body.waiting)
  })
  test('operators see operation, and sent mail in development only', async () => {
    const operator = await http.staff('operator')
    const now = (await operator.call('GET /api/staff/operation')).body
    expect(now.broken).toEqual([])
    expect(now.outbox.map(({ kind }) => kind)).toContain('mail')
    await http.services.store.db
      .insertInto('mail')
      .values({
        id: crypto.randomUUID(),
        template: 'approved',
        lang: 'zh',
        to_address: 'dev@example.com',
        subject: '审核通过',
        body: '…',
        created_at: http.clock.now(),
        kept: true,
      })
      .execute()
    expect((await operator.call('GET /api/staff/mail', { query: { to: 'dev@example.com' } })).body.items).toMatchObject([
      { subject: '审核通过', state: 'sent' },
    ])
    const own = await testHttp()
    expect((await (await own.staff('operator')).call('GET /api/staff/mail')).status).toBe(404)
    await own.close()
  })
  test('a queue page stays quick with many programs', async () => {
    const reviewer = await http.staff('reviewer')
    const { body } = await reviewer.call('GET /api/review/items', { query: { limit: 1 } })
    expect(body.items).toHaveLength(1)
    const more = (await reviewer.call('GET /api/review/items', { query: { limit: 100, after: body.next! } })).body
    expect(more.items.map(({ version }) => version)).not.toContain(body.items[0]!.version)
  })
})

describe('the five-way difference', () => {
  let made: Made
  test('is to the last version that a person approved, by name', async () => {
    made = await program(http)
    const reviewer = await http.staff('reviewer')
    const first = await waiting(http, made, { label: '1.0.0', findings: [finding(1)], access: ['permission:scope.userLocation'] })
    const whole = (await reviewer.call('GET /api/review/items/:version/diff', { params: { version: first.version } })).body
    expect(whole).toMatchObject({ base: null, unchanged: 0, findings: { stayed: 0 } })
    expect(whole.files.map(({ change }) => change)).toEqual(['added', 'added', 'added'])
    await approve(reviewer, first)
    // Refused in between: never a base.
    const second = await waiting(http, made, { label: '1.0.1', findings: [finding(1)] })
    const { rv } = (
      await reviewer.call('POST /api/review/items/:version/claim', {
        params: { version: second.version },
        body: { rv: await rvOf(made.browser, second.version) },
      })
    ).body
    expect(
      (
        await reviewer.call('POST /api/review/items/:version/decision', {
          params: { version: second.version },
          body: refusal(rv, second.sha256),
        })
      ).body.state,
    ).toBe('held')
    const senior = await http.staff('senior-reviewer')
    const held = (await senior.call('GET /api/review/held')).body.items.find(({ about }) => about.id === second.version)!
    await senior.call('POST /api/review/held/:decision/confirmation', { params: { decision: held.id }, body: { rv: held.rv } })
    const listing = (await made.browser.call('GET /api/programs/:program/listing', { params: { program: made.program } })).body
    await made.browser.call('PUT /api/programs/:program/listing', {
      params: { program: made.program },
      body: { base: listing.rev, content: { ...listing.content, intro: '喝茶、看书、听雨', domains: ['https://tea.example.com'] } },
    })
    const third = await waiting(http, made, {
      label: '1.0.2',
      findings: [finding(1), finding(3)],
      files: { 'app.json': '{"pages":["pages/home/home"]}', 'pages/home/home.js': 'Page({})\n', 'pages/new/new.js': 'Page({})' },
      access: ['permission:scope.userLocation', 'private:chooseAddress'],
    })
    const { body } = await reviewer.call('GET /api/review/items/:version/diff', { params: { version: third.version } })
    expect(body.base).toMatchObject({ label: '1.0.0', kind: 'approved' })
    expect(body.files.map(({ path, change }) => [path, change])).toEqual([
      ['pages/home/home.js', 'changed'],
      ['pages/home/home.wxml', 'removed'],
      ['pages/new/new.js', 'added'],
    ])
    expect([body.unchanged, body.access]).toEqual([
      1,
      [
        { kind: 'privacy-api', name: 'chooseAddress', change: 'added' },
        { kind: 'domain', name: 'https://tea.example.com', change: 'added' },
      ],
    ])
    expect(body.listing.map(({ field }) => field)).toEqual(['intro', 'domains'])
    expect(body.screens).toEqual([{ page: 'pages/home/home', before: sha(first.shot), after: sha(third.shot), changed: true }])
    expect([body.findings.came.map(({ fingerprint }) => fingerprint), body.findings.stayed]).toEqual([['fingerprint-3'], 1])
    expect(body.findings.came[0]!.since).toBe('new')
    const previous = (
      await reviewer.call('GET /api/review/items/:version/diff', { params: { version: third.version }, query: { base: 'previous' } })
    ).body
    expect(previous.base).toMatchObject({ label: '1.0.1', kind: 'previous' })
  })
})
test('papers that a category wants are named until they are in force, in one of the ways that it allows', async () => {
  const { store } = http.services
  await store.db
    .insertInto('category')
    .values([
      {
        id: '餐饮/点餐平台',
        platform: 'wechat',
        name_zh: '点餐平台',
        name_en: 'ordering',
        source: 'test',
        needs: JSON.stringify([['甲证', '乙证'], ['丙证']]),
      },
      { id: '彩票', platform: 'wechat', name_zh: '彩票', name_en: 'lotteries', source: 'test', status: 'closed' },
    ])
    .execute()
  const made = await program(http)
  const params = { program: made.program }
  const listing = async () => (await made.browser.call('GET /api/programs/:program/listing', { params })).body
  expect((await listing()).lacks).toMatchObject([
    { field: 'categories', blocks: false, clause: 'wx-op/4.2', said: { zh: expect.stringContaining('甲证、乙证，或者 丙证') } },
  ])
  const item = await waiting(http, made)
  const reviewer = await http.staff('reviewer')
  const missing = async () =>
    (await reviewer.call('GET /api/review/items/:version', { params: { version: item.version } })).body.missingDocuments
  expect(await missing()).toEqual([{ category: '餐饮/点餐平台', kind: '丙证' }])
  const paper = (
    await made.browser.call('POST /api/documents', { body: { kind: '丙证', file: await putFile(made.browser), fileName: 'x.png' } })
  ).body
  expect(await missing()).toHaveLength(1)
  const checker = await http.staff('entity-checker')
  await checker.call('POST /api/staff/documents/:document/check', { params: { document: paper.id }, body: { do: 'accept', rv: paper.rv } })
  expect([await missing(), (await listing()).lacks]).toEqual([[], []])
  const { content, rev } = await listing()
  const closed = await made.browser.call('PUT /api/programs/:program/listing', {
    params,
    body: { base: rev, content: { ...content, categories: ['彩票', '没有的类目'] } },
  })
  expect(closed.body.lacks.map(({ blocks, clause }) => [blocks, clause])).toEqual([
    [true, 'wx-tos/2.8'],
    [true, 'wx-tos/2.8'],
  ])
})
test('an outside reviewer recommends, and decides nothing', async () => {
  const outside = await http.staff('outside-reviewer')
  const operator = await http.staff('operator')
  const item = await waiting(http, undefined, { queues: ['travel'] })
  await operator.call('PUT /api/staff/people/:account/queues', { params: { account: outside.account }, body: { queues: ['travel'] } })
  const params = { version: item.version }
  const { rv } = (
    await outside.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
  ).body
  const words = { zh: '建议驳回：打开页面就取位置', en: 'Refuse: it takes the position as the page opens' }
  expect(
    (
      await outside.call('POST /api/review/items/:version/recommendation', {
        params,
        body: { rv, sha256: 'a'.repeat(64), action: 'refuse', words },
      })
    ).problem.code,
  ).toBe('stale')
  expect(
    (
      await outside.call('POST /api/review/items/:version/recommendation', {
        params,
        body: { rv, sha256: item.sha256, action: 'refuse', words },
      })
    ).status,
  ).toBe(201)
  const reviewer = await http.staff('reviewer')
  const seen = (await reviewer.call('GET /api/review/items/:version', { params })).body
  expect(seen).toMatchObject({ version: { state: 'awaiting-human' }, recommendations: [{ action: 'refuse', words }], lease: null })
  expect((await reviewer.call('GET /api/review/queues')).body.queues.find(({ id }) => id === 'recommended')).toMatchObject({ open: 1 })
  // Its developer sees nothing of it.
  expect((await item.browser.call('GET /api/versions/:version', { params })).raw).not.toContain('建议驳回')
})
test('an item is handed to somebody else with its lease', async () => {
  const [a, b] = [await http.staff('reviewer'), await http.staff('reviewer')]
  const item = await waiting(http)
  const params = { version: item.version }
  const { rv } = (await a.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } }))
    .body
  expect((await a.call('GET /api/review/reviewers')).body.items.map(({ account }) => account)).toContain(b.account)
  expect(
    (await a.call('POST /api/review/items/:version/hand-over', { params, body: { rv, to: b.account, note: '你更熟悉' } })).status,
  ).toBe(200)
  expect((await a.call('POST /api/review/items/:version/renewal', { params })).status).toBe(409)
  const seen = (await b.call('GET /api/review/items/:version', { params })).body
  expect(seen.lease).not.toBe(null)
  expect(seen.notes.map(({ text }) => text)).toEqual(['你更熟悉'])
})
test('an appeal is filed once, by those concerned', async () => {
  const reviewer = await http.staff('reviewer')
  const item = await waiting(http)
  const params = { version: item.version }
  const { rv } = (
    await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
  ).body
  await reviewer.call('POST /api/review/items/:version/decision', { params, body: refusal(rv, item.sha256) })
  const [decision] = (await item.browser.call('GET /api/decisions')).body.items
  expect(decision).toMatchObject({ action: 'refuse', statement: { redress: { appealUntil: expect.any(Number) } } })
  const file = () =>
    item.browser.call('POST /api/decisions/:decision/appeal', {
      params: { decision: decision!.id },
      body: { rv: decision!.rv, grounds: '位置是在点按之后才取的，见录屏。' },
    })
  expect((await file()).body.state).toBe('appealed')
  expect((await file()).status).toBe(409)
})
