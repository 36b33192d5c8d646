import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type TestHttp, testHttp } from '../../test/http.ts'
import { approve, mailedToken, png, program, putFile, registered, verified, waiting } from '../../test/journey.ts'
import { SYSTEM } from '../domain/words.ts'
import { publishTerms } from '../store/accounts.ts'
import { RATES } from './options.ts'
import { codeAt, stepOf } from './totp.ts'

let http: TestHttp
beforeAll(async () => {
  http = await testHttp()
})
afterAll(() => http.close())

const form = (email: string) => ({
  email,
  password: PASSWORD,
  name: '王小明',
  contact: { name: '王小明', phone: '13800000000' },
  terms: 1,
  lang: 'zh' as const,
})
const outbox = async (): Promise<readonly { template: string; id: string }[]> =>
  (await http.services.store.db.selectFrom('outbox').select('content').where('kind', '=', 'mail').orderBy('id').execute()).map(
    ({ content }) => content as { template: string; id: string },
  )

describe('registration', () => {
  test('answers alike for a free address, one that is used, and one that is being used; only its owner is told', async () => {
    const browser = http.browser()
    const first = await browser.call('POST /api/accounts', { body: form('one@example.com') })
    const second = await browser.call('POST /api/accounts', { body: form('ONE@example.com') })
    await browser.call('POST /api/accounts/verification', { body: { token: await mailedToken(http, 'one@example.com', 'verify') } })
    const third = await browser.call('POST /api/accounts', { body: form('one@example.com') })
    expect([first, second, third].map(({ status, raw }) => [status, raw])).toEqual(Array(3).fill([202, '{"sent":true}']))
    const { rows } = {
      rows: await http.services.store.db.selectFrom('account').select('id').where('email_key', '=', 'one@example.com').execute(),
    }
    expect(rows).toHaveLength(1)
    expect((await outbox()).filter(({ id }) => id === rows[0]!.id).map(({ template }) => template)).toEqual([
      'verify-mail',
      'verify-mail',
      'account-exists',
    ])
  })
  test('answers alike about a forgotten password, and a verification that is asked again', async () => {
    const browser = http.browser()
    for (const route of ['POST /api/password/forgotten', 'POST /api/accounts/verification/again'] as const) {
      const known = await browser.call(route, { body: { email: 'one@example.com' } })
      const unknown = await browser.call(route, { body: { email: 'nobody@example.com' } })
      expect([known.status, known.raw]).toEqual([unknown.status, unknown.raw])
    }
  })
  test.each([
    ['a line break in the address', { email: 'a@example.com\r\nBcc: all@example.com' }],
    ['no terms', { terms: 0 }],
    ['terms that are not in force', { terms: 9 }],
    ['a password that anybody would try', { password: '1234567890' }],
    ['a password that is the name', { email: 'wanglaowu@example.com', password: 'wanglaowu1' }],
    ['fields that are not asked for', { state: 'active', role: 'operator', entity: 'x' } as object],
    ['a contact that nobody can call', { contact: { name: '王', phone: 'none' } }],
  ])('refuses %s', async (_, over) => {
    const reply = await http.browser().call('POST /api/accounts', { body: { ...form('bad@example.com'), ...over } })
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.status).toBeLessThan(500)
    expect(await http.services.store.db.selectFrom('account').select('id').where('email_key', 'like', 'bad@%').execute()).toEqual([])
  })
  test('keeps the contact sealed', async () => {
    const row = await http.services.store.db
      .selectFrom('account')
      .select(['id', 'contact_sealed'])
      .where('email_key', '=', 'one@example.com')
      .executeTakeFirstOrThrow()
    expect(Buffer.from(row.contact_sealed!).toString('utf8')).not.toContain('13800000000')
    expect(JSON.parse((await http.services.secrets.open(http.services.store.db, 'contact', row.contact_sealed!)).toString())).toEqual({
      name: '王小明',
      phone: '13800000000',
    })
  })
  test('lets nobody in before the address is verified, and a token work once', async () => {
    const browser = http.browser()
    await browser.call('POST /api/accounts', { body: form('two@example.com') })
    expect((await browser.call('POST /api/sessions', { body: { email: 'two@example.com', password: PASSWORD } })).problem.guard).toBe(
      'mailVerified',
    )
    const token = await mailedToken(http, 'two@example.com', 'verify')
    expect((await browser.call('POST /api/accounts/verification', { body: { token } })).status).toBe(200)
    expect((await browser.call('POST /api/accounts/verification', { body: { token } })).problem.guard).toBe('tokenValid')
    expect((await browser.call('POST /api/accounts/verification', { body: { token: 'x' } })).status).toBe(409)
  })
})

test('an operator can stop registration for a while', async () => {
  const operator = await http.staff('operator')
  const why = { zh: '遭到大量注册', en: 'a flood of registrations' }
  const turn = (on: boolean) =>
    operator.call('PUT /api/staff/switches/:switch', { params: { switch: 'stop-registration' }, body: { on, why } })
  await turn(true)
  expect((await http.browser().call('POST /api/accounts', { body: form('later@example.com') })).problem.code).toBe('state')
  await turn(false)
  expect((await http.browser().call('POST /api/accounts', { body: form('later@example.com') })).status).toBe(202)
})

describe('sessions', () => {
  test('open by a password, in a cookie that scripts and other sites never see', async () => {
    const browser = http.browser()
    const reply = await browser.call('POST /api/sessions', { body: { email: 'one@example.com', password: PASSWORD } })
    expect(reply.status).toBe(201)
    const [cookie] = reply.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-menshen=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=\d+$/)
    expect(reply.body).toMatchObject({ email: 'one@example.com', state: 'unverified-entity', roles: ['developer'], twoFactor: 'off' })
    // What is kept is a hash.
    expect(await http.services.store.db.selectFrom('session').select('id').where('hash', '=', cookie!.split(/[=;]/)[1]!).execute()).toEqual(
      [],
    )
  })
  test('say the same of a wrong password and an unknown address', async () => {
    const browser = http.browser()
    const wrong = await browser.call('POST /api/sessions', { body: { email: 'one@example.com', password: 'something else' } })
    const unknown = await browser.call('POST /api/sessions', { body: { email: 'nobody@example.com', password: 'something else' } })
    const { instance: a, ...one } = wrong.problem
    const { instance: b, ...other } = unknown.problem
    expect([one.status, one]).toEqual([401, other])
    expect(a).not.toBe(b)
  })
  test('are another one after each sign-in, whatever cookie was planted before', async () => {
    const browser = http.browser()
    browser.cookie = '__Host-menshen=planted-by-somebody-else-0123456789abcdef'
    await browser.call('POST /api/sessions', { body: { email: 'one@example.com', password: PASSWORD } })
    const first = browser.cookie
    expect(first).not.toContain('planted')
    await browser.call('POST /api/sessions', { body: { email: 'one@example.com', password: PASSWORD } })
    expect(browser.cookie).not.toBe(first)
    const before = http.browser()
    before.cookie = first
    expect((await before.call('GET /api/here')).body.account).toBe(null)
    // Two cookies of one name: one of them was planted by a neighbour.
    before.cookie = `__Host-menshen=x; ${browser.cookie}`
    expect((await before.call('GET /api/here')).body.account).toBe(null)
  })
  test('end one by one, everywhere, and with a new password', async () => {
    const [a, b, c] = [http.browser(), http.browser(), http.browser()]
    const open = async (browser: typeof a) => browser.call('POST /api/sessions', { body: { email: 'one@example.com', password: PASSWORD } })
    for (const browser of [a, b, c]) await open(browser)
    const { items } = (await a.call('GET /api/sessions')).body
    expect(items.filter(({ here }) => here)).toHaveLength(1)
    await a.call('DELETE /api/sessions/:session', { params: { session: 'current' } })
    expect([(await a.call('GET /api/me/tokens')).status, (await b.call('GET /api/me/tokens')).status]).toEqual([401, 200])
    await b.call('DELETE /api/sessions')
    expect((await c.call('GET /api/me/tokens')).status).toBe(401)
    await open(a)
    await open(b)
    expect(
      (await a.call('PUT /api/me/password', { body: { old: 'wrong', password: 'another long secret' } })).problem.fields![0]!.path,
    ).toBe('old')
    expect((await a.call('PUT /api/me/password', { body: { old: PASSWORD, password: 'another long secret' } })).status).toBe(200)
    expect([(await a.call('GET /api/me/tokens')).status, (await b.call('GET /api/me/tokens')).status]).toEqual([200, 401])
    const token = await mailedToken(http, 'one@example.com', 'reset')
    const later = await mailedToken(http, 'one@example.com', 'reset')
    expect((await b.call('POST /api/password/reset', { body: { token, password: PASSWORD } })).status).toBe(200)
    expect((await a.call('GET /api/me/tokens')).status).toBe(401)
    // One use, and with it every other link is void.
    for (const used of [token, later])
      expect((await b.call('POST /api/password/reset', { body: { token: used, password: PASSWORD } })).status).toBe(409)
  })
  test('run out', async () => {
    const browser = await registered(http)
    http.clock.forward(90_000_000)
    expect((await browser.call('GET /api/me/tokens')).status).toBe(401)
  })
})

describe('new terms', () => {
  test('have to be accepted before anything is changed, and reading goes on', async () => {
    const own = await testHttp()
    const browser = await registered(own)
    await own.services.store.run((tx) => publishTerms(tx, SYSTEM, { version: 2, zh: '第二版', en: 'Edition two', from: tx.now }))
    expect((await browser.call('GET /api/here')).body.account!.termsDue).toBe(2)
    const refused = await browser.call('PATCH /api/me', { body: { name: '新名字' } })
    expect([refused.status, refused.problem.code]).toEqual([403, 'terms'])
    expect((await browser.call('GET /api/terms')).body).toMatchObject({ edition: 2, zh: '第二版' })
    expect((await browser.call('POST /api/me/terms', { body: { edition: 1 } })).problem.code).toBe('stale')
    expect((await browser.call('POST /api/me/terms', { body: { edition: 2 } })).body.termsDue).toBe(null)
    expect((await browser.call('PATCH /api/me', { body: { name: '新名字' } })).body.name).toBe('新名字')
    expect(
      await own.services.store.db
        .selectFrom('terms_acceptance')
        .select('version')
        .where('account', '=', browser.account)
        .orderBy('version')
        .execute(),
    ).toEqual([{ version: 1 }, { version: 2 }])
    await own.close()
  })
})

describe('the second factor', () => {
  const decode = (text: string): Buffer => {
    let [bits, value] = [0, 0]
    const bytes: number[] = []
    for (const letter of text) {
      value = (value << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter)
      bits += 5
      if (bits >= 8) {
        bits -= 8
        bytes.push((value >>> bits) & 255)
      }
    }
    return Buffer.from(bytes)
  }
  test('is set up, asked for at sign-in, takes each code once, and recovers by codes that work once', async () => {
    await http.browser().call('POST /api/accounts', { body: form('three@example.com') })
    const browser = http.browser()
    await browser.call('POST /api/accounts/verification', { body: { token: await mailedToken(http, 'three@example.com', 'verify') } })
    await browser.call('POST /api/sessions', { body: { email: 'three@example.com', password: PASSWORD } })
    const other = http.browser()
    await other.call('POST /api/sessions', { body: { email: 'three@example.com', password: PASSWORD } })
    expect((await browser.call('POST /api/me/second-factor', { body: { password: 'wrong' } })).status).toBe(422)
    const begun = (await browser.call('POST /api/me/second-factor', { body: { password: PASSWORD } })).body
    expect(begun.uri).toContain(`secret=${begun.secret}`)
    const secret = decode(begun.secret)
    const code = () => codeAt(secret, stepOf(http.clock.now()))
    expect((await browser.call('POST /api/me/second-factor/confirmation', { body: { code: '000000' } })).status).toBe(422)
    const first = code()
    const confirmed = await browser.call('POST /api/me/second-factor/confirmation', { body: { code: first } })
    expect(confirmed.body.recovery).toHaveLength(10)
    expect(confirmed.body.me.twoFactor).toBe('on')
    expect((await other.call('GET /api/me/tokens')).status).toBe(401)

    const sign = (more: object) =>
      http.browser().call('POST /api/sessions', { body: { email: 'three@example.com', password: PASSWORD, ...more } })
    expect([(await sign({})).status, (await sign({})).problem.code]).toEqual([403, 'second-factor'])
    expect((await sign({ code: first })).status).toBe(401)
    http.clock.forward(30_000)
    const next = code()
    expect([(await sign({ code: next })).status, (await sign({ code: next })).status]).toEqual([201, 401])
    // A clock that is a little late, but not one that is much.
    http.clock.forward(60_000)
    expect((await sign({ code: codeAt(secret, stepOf(http.clock.now()) - 1) })).status).toBe(201)
    expect((await sign({ code: codeAt(secret, stepOf(http.clock.now()) - 3) })).status).toBe(401)
    const [recovery] = confirmed.body.recovery as [string]
    expect([(await sign({ code: recovery })).status, (await sign({ code: recovery })).status]).toEqual([201, 401])
  })
  test('is needed by the staff: without it nothing of their role works', async () => {
    const reviewer = await http.staff('reviewer')
    const without = await http.as(reviewer.account, false)
    expect([(await without.call('GET /api/review/queues')).problem.code, (await reviewer.call('GET /api/review/queues')).status]).toEqual([
      'second-factor',
      200,
    ])
    expect((await without.call('GET /api/here')).body.account!.twoFactor).toBe('due')
    expect((await without.call('PATCH /api/me', { body: { lang: 'en' } })).status).toBe(200)
  })
  test('cannot be tried again and again', async () => {
    const own = await testHttp({ rates: { ...RATES, address: { most: 10_000, within: 60_000 } } })
    const browser = await registered(own)
    await browser.call('POST /api/me/second-factor', { body: { password: PASSWORD } })
    const tries: number[] = []
    for (let n = 0; n < 8; n++)
      tries.push((await browser.call('POST /api/me/second-factor/confirmation', { body: { code: '000000' } })).status)
    expect(tries).toEqual([422, 422, 422, 422, 422, 422, 429, 429])
    await own.close()
  })
})

describe('tokens', () => {
  test('do what their scopes say, for their program, and nothing that a person does', async () => {
    const made = await program(http)
    const other = await program(http, made.browser)
    const secret = (
      await made.browser.call('POST /api/me/tokens', { body: { name: 'CI', scopes: ['read'], program: made.program, days: 30 } })
    ).body.secret
    expect(secret).toMatch(/^mns_[\w-]{43}$/)
    // Shown once.
    expect((await made.browser.call('GET /api/me/tokens')).raw).not.toContain(secret)
    const token = http.token(secret)
    expect((await token.call('GET /api/programs/:program', { params: { program: made.program } })).status).toBe(200)
    // Of lists it gets what is of its program, and not how much else there is.
    const listed = await token.call('GET /api/programs')
    expect([listed.status, listed.body.items.map(({ id }) => id), listed.body.total]).toEqual([200, [made.program], 1])
    const [mine, theirs] = [await waiting(http, made), await waiting(http, other)]
    const reviewer = await http.staff('reviewer')
    for (const one of [mine, theirs]) await approve(reviewer, one)
    const about = (await made.browser.call('GET /api/decisions')).body.items
    expect(about.map(({ version }) => version).sort()).toEqual([mine.version, theirs.version].sort())
    expect((await token.call('GET /api/decisions')).body.items.map(({ version }) => version)).toEqual([mine.version])
    for (const { id, version } of about)
      expect((await token.call('GET /api/decisions/:decision', { params: { decision: id } })).status).toBe(
        version === mine.version ? 200 : 404,
      )
    expect((await token.call('GET /api/programs/:program', { params: { program: other.program } })).problem.code).toBe('scope')
    const body = { label: '1.0.0', sha256: 'a'.repeat(64), bytes: 100 }
    expect((await token.call('POST /api/programs/:program/versions', { params: { program: made.program }, body })).problem.code).toBe(
      'scope',
    )
    expect((await token.call('GET /api/me/tokens')).problem.code).toBe('scope')
    const up = (await made.browser.call('POST /api/me/tokens', { body: { name: 'CI', scopes: ['upload'], days: 30 } })).body
    // A program that sends a token sends no cookie, and needs none of a page’s tokens.
    expect(
      (
        await http.token(up.secret).call('POST /api/programs/:program/versions', {
          params: { program: made.program },
          body,
          headers: { 'x-csrf-token': '', origin: 'https://ci.example' },
        })
      ).status,
    ).toBe(201)
    await made.browser.call('DELETE /api/me/tokens/:token', { params: { token: up.token.id } })
    expect((await http.token(up.secret).call('GET /api/programs')).status).toBe(401)
    expect((await http.token('mns_nobody-has-this-token').call('GET /api/directory')).status).toBe(401)
    http.clock.forward(31 * 86_400_000)
    expect((await token.call('GET /api/programs/:program', { params: { program: made.program } })).status).toBe(401)
  })
  test('never work for the platform', async () => {
    const senior = await http.staff('senior-reviewer')
    const { secret } = (await senior.call('POST /api/me/tokens', { body: { name: 'x', scopes: ['read'], days: 1 } })).body
    expect((await http.token(secret).call('GET /api/review/queues')).status).toBe(403)
  })
})

describe('the entity', () => {
  test('is entered with papers of one’s own, shown masked, and checked by a person', async () => {
    const browser = await registered(http)
    const stranger = await registered(http)
    const theirs = await putFile(stranger)
    const body = {
      kind: 'person' as const,
      legalName: '李小红',
      idNumber: '110101199001011234',
      papers: [{ sha256: theirs, kind: 'identity', fileName: 'id.png' }],
    }
    expect((await browser.call('PUT /api/entity', { body })).status).toBe(422)
    const mine = await putFile(browser)
    const entered = await browser.call('PUT /api/entity', {
      body: { ...body, papers: [{ sha256: mine, kind: 'identity', fileName: '../../id.png' }] },
    })
    expect(entered.body).toMatchObject({
      state: 'unverified-entity',
      legalName: '李小红',
      idNumber: '1************4',
      papers: [{ kind: 'identity', state: 'uploaded' }],
    })
    expect((await browser.call('POST /api/entity/submission', { body: { rv: entered.body.rv } })).body.state).toBe('entity-review')
    const stale = await browser.call('POST /api/entity/submission', { body: { rv: entered.body.rv } })
    expect(stale.problem).toMatchObject({
      code: 'stale',
      now: { state: 'entity-review', changes: [{ event: 'submit-entity', from: 'unverified-entity', to: 'entity-review' }] },
    })
  })
  test('of a minor needs a guardian who agrees', async () => {
    const browser = await registered(http)
    const paper = await putFile(browser)
    const body = {
      kind: 'person' as const,
      legalName: '小明',
      idNumber: '110101201201011234',
      minor: true,
      papers: [{ sha256: paper, kind: 'identity', fileName: 'id.png' }],
    }
    expect((await browser.call('PUT /api/entity', { body })).problem.fields![0]!.path).toBe('guardian')
    expect(
      (
        await browser.call('PUT /api/entity', {
          body: { ...body, guardian: { name: '王母', phone: '13900000000', relation: '母亲', agreed: false as true } },
        })
      ).status,
    ).toBe(422)
    const entered = await browser.call('PUT /api/entity', {
      body: { ...body, guardian: { name: '王母', phone: '13900000000', relation: '母亲', agreed: true } },
    })
    expect(entered.body).toMatchObject({ minor: true, guardian: true })
    expect((await browser.call('POST /api/entity/submission', { body: { rv: entered.body.rv } })).status).toBe(200)
  })
  test('without being verified makes no program', async () => {
    const browser = await registered(http)
    expect((await browser.call('POST /api/programs', { body: { name: '城南茶舍', platform: 'wechat' } })).status).toBe(409)
  })
})

describe('files', () => {
  test('are what they say, of a size that can be looked at', async () => {
    const browser = await verified(http)
    const put = (bytes: Buffer, type: string, digest?: string) =>
      browser.call('PUT /api/files', {
        bytes,
        headers: { 'content-type': type, 'x-content-sha256': digest ?? Buffer.from(new Uint8Array(32)).toString('hex') },
      })
    const sha = async (bytes: Buffer) => Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    expect((await put(script, 'image/svg+xml', await sha(script))).status).toBe(415)
    expect((await put(script, 'image/png', await sha(script))).status).toBe(415)
    const bomb = png(50_000, 50_000)
    expect((await put(bomb, 'image/png', await sha(bomb))).status).toBe(422)
    const good = png()
    expect((await put(good, 'image/png')).status).toBe(422)
    expect((await put(good, 'image/jpeg', await sha(good))).status).toBe(415)
    expect((await put(good, 'image/png', await sha(good))).status).toBe(201)
    const back = await browser.raw(`/api/files/${await sha(good)}`)
    expect([back.status, back.headers.get('content-type'), back.headers.get('content-disposition')]).toEqual([
      200,
      'image/png',
      `inline; filename="${(await sha(good)).slice(0, 16)}.png"`,
    ])
  })
})

test('who leaves is signed out, and signs in no more', async () => {
  const browser = await registered(http, 'leaving@example.com')
  const { rv } = (await browser.call('GET /api/here')).body.account!
  expect((await browser.call('POST /api/me/closing', { body: { rv, password: PASSWORD } })).status).toBe(200)
  expect((await browser.call('GET /api/me/tokens')).status).toBe(401)
  expect((await http.browser().call('POST /api/sessions', { body: { email: 'leaving@example.com', password: PASSWORD } })).status).toBe(401)
})
test('a guess at passwords is slowed down by account and by address', async () => {
  const own = await testHttp({
    rates: { ...RATES, address: { most: 10_000, within: 60_000 }, 'sign-in-address': { most: 14, within: 900_000 } },
  })
  await registered(own, 'target@example.com')
  const guess = (email: string, address: string) =>
    own.browser({ address }).call('POST /api/sessions', { body: { email, password: 'a wrong password' } })
  const byAccount: number[] = []
  for (let n = 0; n < 12; n++) byAccount.push((await guess('target@example.com', `192.0.2.${n}`)).status)
  expect(byAccount).toEqual([...Array(10).fill(401), 429, 429])
  // The right password is of no use either until the window is over: nobody learns that it was right.
  expect((await own.browser().call('POST /api/sessions', { body: { email: 'target@example.com', password: PASSWORD } })).status).toBe(429)
  own.clock.forward(900_000)
  expect((await own.browser().call('POST /api/sessions', { body: { email: 'target@example.com', password: PASSWORD } })).status).toBe(201)
  const byAddress: number[] = []
  for (let n = 0; n < 16; n++) byAddress.push((await guess(`nobody-${n}@example.com`, '198.51.100.7')).status)
  expect(byAddress.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1)
  expect((await guess('nobody@example.com', '198.51.100.8')).status).toBe(401)
  await own.close()
})
