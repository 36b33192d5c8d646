/** What belongs to others, and what those inside may not do: tried on the running routes, as people have tried it elsewhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, EVIDENCE, ORIGIN, PASSWORD, type TestHttp, testHttp } from '../../test/http.ts'
import {
  approval,
  approve,
  checked,
  finding,
  GROUND,
  type Made,
  newName,
  png,
  program,
  refusal,
  rvOf,
  sha,
  submission,
  verified,
  waiting,
} from '../../test/journey.ts'
import { staff as staffActor } from '../../test/scene.ts'
import { confirmDecision, decideOn } from '../store/decisions.ts'
import { sign } from './tickets.ts'

let http: TestHttp
let made: Made
let reviewer: Browser
beforeAll(async () => {
  http = await testHttp()
  made = await program(http)
  reviewer = await http.staff('reviewer')
})
afterAll(() => http.close())

describe('somebody else’s things (49)', () => {
  let stranger: Browser
  let item: Awaited<ReturnType<typeof waiting>>
  beforeAll(async () => {
    stranger = await verified(http)
    item = await waiting(http)
    await approve(reviewer, item)
  })
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
  })
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
