/** Appeals by the routes: filed by whom it concerns, read and decided by somebody else, with the outcome shown. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, type TestHttp, testHttp } from '../../test/http.ts'
import { checked, finding, refusal, rvOf, submission, waiting } from '../../test/journey.ts'

let http: TestHttp
let reviewer: Browser
let officer: Browser
beforeAll(async () => {
  http = await testHttp()
  reviewer = await http.staff('reviewer')
  officer = await http.staff('appeals')
})
afterAll(() => http.close())

const GROUNDS = '位置是在点按之后才取的，见录屏。'
const REASON = { zh: '录屏显示先有点按，原决定有误。', en: 'The recording shows that a tap comes first: it was wrong.' }
type Item = Awaited<ReturnType<typeof waiting>>
const refused = async (item: Item) => {
  const params = { version: item.version }
  const { rv } = (
    await reviewer.call('POST /api/review/items/:version/claim', { params, body: { rv: await rvOf(item.browser, item.version) } })
  ).body
  await reviewer.call('POST /api/review/items/:version/decision', { params, body: refusal(rv, item.sha256) })
  return (await item.browser.call('GET /api/decisions')).body.items.find(({ version }) => version === item.version)!
}
const appealed = async (item: Item, findings: readonly string[] = []) => {
  const decision = await refused(item)
  return (
    await item.browser.call('POST /api/decisions/:decision/appeal', {
      params: { decision: decision.id },
      body: { rv: decision.rv, grounds: GROUNDS, findings: [...findings] },
    })
  ).body
}
const tasks = async (by: Browser, decided = false) =>
  (await by.call('GET /api/review/appeals', { query: decided ? { decided: 'true' as never } : {} })).body.items
const answer = (by: Browser, decision: { readonly id: string; readonly rv: number }, outcome: 'affirm' | 'reverse') =>
  by.call('POST /api/review/appeals/:decision/outcome', {
    params: { decision: decision.id },
    body: { rv: decision.rv, outcome, reason: REASON },
  })

test('is read whole, and upheld or reversed by somebody who had no part in it; a reversal puts the version back to be reviewed', async () => {
  const item = await waiting(http, undefined, { findings: [finding(1)] })
  const [found] = (await reviewer.call('GET /api/review/items/:version', { params: { version: item.version } })).body.version.findings
  const one = await appealed(item, [found!.id])
  expect(one).toMatchObject({ state: 'appealed', appeal: { grounds: GROUNDS, answered: null, answer: null } })
  const task = (await tasks(officer)).find(({ decision }) => decision === one.id)!
  expect(task).toMatchObject({ grounds: GROUNDS, barred: false, action: 'refuse', about: { kind: 'version', id: item.version } })
  expect(task.findings).toMatchObject([{ id: found!.id }])
  expect(task.statement.grounds).toHaveLength(1)
  // Looking at what it is about is no part in it.
  expect((await officer.call('GET /api/review/decisions/:decision', { params: { decision: one.id } })).status).toBe(200)
  const ticket = await officer.call('POST /api/review/items/:version/ticket', { params: { version: item.version } })
  expect(ticket.status).toBe(201)
  expect((await answer(reviewer, one, 'affirm')).status).toBe(403)
  expect((await answer(officer, { ...one, rv: one.rv - 1 }, 'reverse')).status).toBe(409)
  expect((await answer(officer, one, 'reverse')).status).toBe(200)
  expect((await answer(officer, { ...one, rv: one.rv + 1 }, 'affirm')).status).toBe(409)
  const seen = (await item.browser.call('GET /api/decisions')).body.items.find(({ id }) => id === one.id)!
  expect(seen).toMatchObject({ state: 'reversed', appeal: { answer: REASON, answered: expect.any(String) } })
  const version = (await item.browser.call('GET /api/versions/:version', { params: { version: item.version } })).body
  expect(version.state).toBe('awaiting-human')
  expect((await tasks(officer)).some(({ decision }) => decision === one.id)).toBe(false)
  expect((await tasks(officer, true))[0]).toMatchObject({ decision: one.id, state: 'reversed', answer: REASON })
  // What the mail tells goes to the developer, and not to who decided.
  const mails = await http.services.store.db.selectFrom('outbox').select('content').where('kind', '=', 'mail').execute()
  const about = mails
    .map(({ content }) => content as { template: string; to: string })
    .filter(({ template }) => template.startsWith('appeal-'))
  expect(about.map(({ template, to }) => `${template} ${to}`).sort()).toEqual(['appeal-decided owner', 'appeal-received owner'])
})
test('upheld, the refusal stays, and the developer reads why', async () => {
  const item = await waiting(http)
  const one = await appealed(item)
  expect((await answer(officer, one, 'affirm')).status).toBe(200)
  const seen = (await item.browser.call('GET /api/decisions')).body.items.find(({ id }) => id === one.id)!
  expect(seen).toMatchObject({ state: 'affirmed', appeal: { answer: REASON } })
  expect((await item.browser.call('GET /api/versions/:version', { params: { version: item.version } })).body.state).toBe('rejected')
})
test('whoever decided is told that they may not judge it, and is refused', async () => {
  const both = await http.staff('reviewer', 'appeals')
  const before = reviewer
  reviewer = both
  const item = await waiting(http)
  const one = await appealed(item)
  reviewer = before
  expect((await tasks(both)).find(({ decision }) => decision === one.id)).toMatchObject({ barred: true })
  const said = await answer(both, one, 'reverse')
  expect([said.status, said.problem.guard]).toEqual([409, 'fresh'])
})
test('is withdrawn by whom it concerns, and not filed again', async () => {
  const item = await waiting(http)
  const one = await appealed(item)
  const stranger = await waiting(http)
  const away = (by: Browser) =>
    by.call('POST /api/decisions/:decision/appeal/withdrawal', { params: { decision: one.id }, body: { rv: one.rv } })
  expect((await away(stranger.browser)).status).toBe(404)
  const back = await away(item.browser)
  expect(back.body).toMatchObject({ state: 'effective' })
  const again = await item.browser.call('POST /api/decisions/:decision/appeal', {
    params: { decision: one.id },
    body: { rv: back.body.rv, grounds: GROUNDS },
  })
  expect([again.status, again.problem.guard]).toEqual([409, 'not-appealedBefore'])
})
test('reversed while a mended version is on its way, the old one waits beside it and nothing is lost', async () => {
  const item = await waiting(http)
  const one = await appealed(item)
  const next = await checked(http, item, { label: '1.0.1' })
  const sent = await item.browser.call('POST /api/versions/:version/submission', {
    params: { version: next.version },
    body: submission(await rvOf(item.browser, next.version)),
  })
  expect(sent.status).toBe(200)
  expect((await answer(officer, one, 'reverse')).status).toBe(200)
  const state = async (version: string) => (await item.browser.call('GET /api/versions/:version', { params: { version } })).body.state
  expect(await state(item.version)).toBe('awaiting-human')
  expect(await state(next.version)).toBe('in-auto')
})
