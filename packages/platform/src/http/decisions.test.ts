/** What a decision has to hold, by the routes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, type TestHttp, testHttp } from '../../test/http.ts'
import { finding, GROUND, refusal, rvOf, waiting } from '../../test/journey.ts'
import { ruleExample, ruleNames } from './rules.ts'

let http: TestHttp
let reviewer: Browser
beforeAll(async () => {
  http = await testHttp()
  reviewer = await http.staff('reviewer')
})
afterAll(() => http.close())

test('a decision cannot be empty, cite what is not there, or pass over a finding in silence', async () => {
  const item = await waiting(http, undefined, { findings: [finding(1), finding(2)] })
  const params = { version: item.version }
  const { rv } = (
    await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
  ).body
  const decide = (body: Parameters<typeof reviewer.call<'POST /api/review/items/:version/decision'>>[1]['body']) =>
    reviewer.call('POST /api/review/items/:version/decision', { params, body })
  const whole = refusal(rv, item.sha256)
  const empty = await decide({ ...whole, grounds: [] })
  expect([empty.status, empty.problem.fields!.map(({ path }) => path)]).toEqual([422, ['grounds']])
  const vague = await decide({ ...whole, grounds: [{ ...GROUND('fingerprint-1'), quote: '。', fix: { zh: '改', en: 'fix' }, where: [] }] })
  expect(vague.problem.fields!.map(({ path }) => path)).toEqual([
    'grounds.0.quote',
    'grounds.0.where',
    'grounds.0.fix.zh',
    'grounds.0.fix.en',
  ])
  const made = await decide({
    ...whole,
    grounds: [{ ...GROUND('fingerprint-9'), clause: { id: 'wx-op/99.9', edition: '2018-09' }, screenshots: ['c'.repeat(64)] }],
  })
  expect(made.problem.fields!.map(({ path }) => path)).toEqual(['grounds.0.clause', 'grounds.0.screenshots', 'grounds.0.findings'])
  // The second finding was neither cited nor spoken of.
  const silent = await decide(whole)
  expect([silent.status, silent.problem.fields!.length]).toEqual([422, 1])
  const bytes = await decide({ ...whole, sha256: 'd'.repeat(64) })
  expect([bytes.status, bytes.problem.code, bytes.problem.now?.sha256]).toEqual([409, 'stale', item.sha256])
  const { body } = await reviewer.call('GET /api/review/items/:version', { params })
  const second = body.version.findings.find(({ fingerprint }) => fingerprint === 'fingerprint-2')!
  expect(
    (
      await reviewer.call('POST /api/review/items/:version/marks', {
        params,
        body: { marks: [{ finding: second.id, as: 'dismiss', reason: '' }] },
      })
    ).status,
  ).toBe(422)
  await reviewer.call('POST /api/review/items/:version/marks', {
    params,
    body: { marks: [{ finding: second.id, as: 'dismiss', reason: 'a tap comes first' }] },
  })
  expect((await decide(whole)).status).toBe(201)
})
test('what is shown as wrong and right is the rule’s own example, and not the finding over again', async () => {
  const one = finding(1, {
    rule: 'address-insecure',
    message: { id: 'local', data: {} },
    what: { zh: '连着内网地址', en: 'speaks to an address of a local network' },
    mend: { zh: '改用线上的 https 地址', en: 'use the https address of the release' },
  })
  const item = await waiting(http, undefined, { findings: [one] })
  const params = { version: item.version }
  const { rv } = (
    await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
  ).body
  const own = ruleExample('address-insecure', 'local')!
  const [shown] = (await item.browser.call('GET /api/versions/:version', { params })).body.findings
  expect(shown!.example).toEqual(own)
  expect(own.wrong.en).toContain("url: 'http://192.168.1.8:8080")
  const whole = refusal(rv, item.sha256)
  const sent = (example: { right: { zh: string; en: string }; wrong: { zh: string; en: string } }) => ({
    ...whole,
    grounds: [{ ...GROUND(one.fingerprint), example }],
  })
  const exampleIn = (statement: unknown) => (statement as { grounds: { example: unknown }[] }).grounds[0]!.example
  // A person's own words stay.
  const words = GROUND('x').example
  const preview = (example: typeof words) => reviewer.call('POST /api/review/items/:version/preview', { params, body: sent(example) })
  expect(exampleIn((await preview(words)).body.statement)).toEqual(words)
  expect(exampleIn((await preview({ right: one.mend, wrong: words.wrong })).body.statement)).toEqual({ ...words, right: own.right })
  const empty = { zh: '', en: '' }
  expect(exampleIn((await preview({ right: empty, wrong: empty })).body.statement)).toEqual(own)
  const made = await reviewer.call('POST /api/review/items/:version/decision', { params, body: sent({ right: one.mend, wrong: one.what }) })
  expect(made.status).toBe(201)
  const [decision] = (await item.browser.call('GET /api/versions/:version', { params })).body.decisions
  expect(exampleIn(decision!.statement)).toEqual(own)
})
test('every rule has an example that a refusal may quote, and a message that is gone has one of its rule', () => {
  expect(ruleNames().filter((rule) => ruleExample(rule, 'no such message') === null)).toEqual([])
  expect(ruleExample('no-such-rule', 'x')).toBeNull()
  expect(ruleExample('__proto__', 'x')).toBeNull()
})
