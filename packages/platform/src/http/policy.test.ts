/** By what is judged: each change takes two editors, and comes into force when the second agrees. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, type TestHttp, testHttp } from '../../test/http.ts'
import { type Made, program } from '../../test/journey.ts'
import { checkSettings, sampleRates } from '../store/settings.ts'

let http: TestHttp
let a: Browser
let b: Browser
let made: Made
const why = { zh: '试行一段时间', en: 'to be tried for a while' }
beforeAll(async () => {
  http = await testHttp()
  made = await program(http)
  ;[a, b] = [await http.staff('policy-editor'), await http.staff('policy-editor')]
})
afterAll(() => http.close())
const logged = async (type: string) =>
  (await http.services.store.db.selectFrom('audit').select('actor').where('type', '=', type).execute()).map(({ actor }) => actor)

describe('terms', () => {
  const text = {
    zh: '服务条款第二版：平台与开发者之间的约定，共二十余条。',
    en: 'Terms, edition two: what platform and developers owe each other.',
  }
  const put = (by: Browser, edition: number, from = '2020-01-01T00:00:00Z') =>
    by.call('POST /api/staff/terms', { body: { edition, ...text, from, why } })
  const proposal = async (by: Browser) => (await by.call('GET /api/staff/terms')).body.items.find(({ state }) => state === 'proposed')
  const settle = async (by: Browser, agree: boolean, edition = 2) =>
    by.call('POST /api/staff/terms/:edition/confirmation', {
      params: { edition },
      body: { proposal: (await proposal(by))?.proposed?.id ?? '0198c0de-0000-7000-8000-000000000000', agree },
    })
  const inForce = async () => (await http.browser().call('GET /api/terms')).body.edition

  test('are not published by one person, whoever they are', async () => {
    expect((await put(a, 2)).status).toBe(201)
    expect(await inForce()).toBe(1)
    expect(await proposal(a)).toMatchObject({ edition: 2, sha256: null, proposed: { mine: true, why, ...text } })
    expect(await proposal(b)).toMatchObject({ proposed: { mine: false } })
    const own = await settle(a, true)
    expect([own.status, own.problem.guard]).toEqual([409, 'second-person'])
    expect(await inForce()).toBe(1)
    expect((await put(b, 2)).problem.code).toBe('taken')
  })
  test('are dropped by whoever may, and proposed anew', async () => {
    expect((await settle(a, false)).status).toBe(200)
    expect(await proposal(a)).toBeUndefined()
    expect(await inForce()).toBe(1)
    expect((await put(a, 2)).status).toBe(201)
  })
  test('are published when another editor agrees, never in force before that, and asked of everybody', async () => {
    const before = http.clock.now()
    expect((await settle(b, true, 3)).status).toBe(404)
    expect((await settle(b, true)).status).toBe(200)
    expect(await inForce()).toBe(2)
    const [row] = (await a.call('GET /api/staff/terms')).body.items
    expect(row).toMatchObject({ edition: 2, state: 'in-force', proposed: null })
    // A day in the past does not bind anybody backwards.
    expect(Date.parse(row!.from)).toBeGreaterThanOrEqual(before)
    expect((await made.browser.call('GET /api/here')).body.account?.termsDue).toBe(2)
    expect((await settle(b, true)).status).toBe(404)
    expect([await logged('terms.proposed'), await logged('terms.confirmed'), await logged('terms.dropped')]).toEqual([
      [a.account, a.account],
      [b.account],
      [a.account],
    ])
  })
  test('follow each other without a gap', async () => {
    for (const edition of [1, 2, 4]) expect([(await put(a, edition)).status, edition]).toEqual([409, edition])
    expect((await put(a, 3, '2099-01-01T00:00:00Z')).status).toBe(201)
    expect((await settle(b, true, 3)).status).toBe(200)
    expect(await inForce()).toBe(2)
    expect((await a.call('GET /api/staff/terms')).body.items[0]).toMatchObject({ edition: 3, state: 'coming' })
  })
})

describe('settings', () => {
  type To = Parameters<typeof a.call<'POST /api/staff/settings'>>[1]['body']['to']
  const put = (by: Browser, to: To) => by.call('POST /api/staff/settings', { body: { to, why } })
  const settle = (by: Browser, setting: To['name'], proposal: string, agree = true) =>
    by.call('POST /api/staff/settings/:setting/confirmation', { params: { setting }, body: { proposal, agree } })
  test('are shown as they are, and change by two editors only', async () => {
    const { items } = (await a.call('GET /api/staff/settings')).body
    expect(items.map(({ name, value, since }) => [name, value, since])).toEqual([
      ['checks', { pictures: true, run: true, runSeconds: 120, likeness: true }, null],
      ['samples', { low: 20, middle: 200 }, null],
      ['fee', null, null],
    ])
    const checks = { pictures: true, run: true, runSeconds: 60, likeness: false }
    const { status, body } = await put(a, { name: 'checks', value: checks })
    expect([status, body.proposed]).toEqual([201, expect.objectContaining({ value: checks, mine: true, why })])
    expect((await put(b, { name: 'checks', value: checks })).problem.code).toBe('taken')
    expect((await settle(a, 'checks', body.proposed!.id)).problem.guard).toBe('second-person')
    // Of another name it is not there.
    expect((await settle(b, 'fee', body.proposed!.id)).status).toBe(404)
    expect((await checkSettings(http.services.store)).runSeconds).toBe(120)
    const done = await settle(b, 'checks', body.proposed!.id)
    expect(done.body).toMatchObject({ value: checks, proposed: null, since: expect.any(String) })
    expect(await checkSettings(http.services.store)).toEqual(checks)
    expect(await logged('setting.confirmed')).toEqual([b.account])
  })
  test('of samples go to the machine, and none is switched off', async () => {
    for (const value of [
      { low: 0, middle: 200 },
      { low: 20, middle: 1001 },
      { low: 1.5, middle: 3 },
    ])
      expect((await put(a, { name: 'samples', value })).status).toBe(422)
    const { body } = await put(a, { name: 'samples', value: { low: 50, middle: 500 } })
    await settle(b, 'samples', body.proposed!.id)
    expect(await sampleRates(http.services.store)).toEqual({ low: 50, middle: 500, high: 1000 })
  })
  test('of the fee are what a developer is told', async () => {
    const told = async () => (await made.browser.call('GET /api/programs/:program', { params: { program: made.program } })).body.quota.fee
    expect(await told()).toBe(0)
    const { body } = await put(a, { name: 'fee', value: { freePerMonth: 0, each: 3000 } })
    expect(await told()).toBe(0)
    await settle(b, 'fee', body.proposed!.id)
    expect(await told()).toBe(3000)
    const off = await put(b, { name: 'fee', value: null })
    await settle(a, 'fee', off.body.proposed!.id)
    expect(await told()).toBe(0)
  })
})
