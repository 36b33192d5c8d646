/** Developers' own servers that are told of events, by the routes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHttp, testHttp } from '../../test/http.ts'
import { program } from '../../test/journey.ts'

let http: TestHttp
beforeAll(async () => {
  http = await testHttp()
}, 60_000)
afterAll(() => http.close())

test('an address that is told of events is its administrators’ to name, its secret shown once, and never a place inside', async () => {
  const made = await program(http)
  const params = { program: made.program }
  const add = (url: string, events: string[] = []) =>
    made.browser.call('POST /api/programs/:program/webhooks', { params, body: { url, events } })
  for (const url of ['http://ci.example.com/hook', 'https://localhost/hook', 'javascript:alert(1)', 'https://intern/hook', 'not a url'])
    expect((await add(url)).status, url).toBe(422)
  expect((await add('https://ci.example.com/hook', ['drop table'])).status).toBe(422)
  const { webhook, secret } = (await add('https://ci.example.com/hook', ['version.approve'])).body
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  const listed = await made.browser.call('GET /api/programs/:program/webhooks', { params })
  expect([listed.body.items, listed.raw.includes(secret)]).toEqual([
    [{ id: webhook.id, url: 'https://ci.example.com/hook', events: ['version.approve'], created: expect.any(String), failures: 0 }],
    false,
  ])
  const { secret_sealed: sealed } = await http.services.store.db
    .selectFrom('webhook')
    .select('secret_sealed')
    .where('id', '=', webhook.id)
    .executeTakeFirstOrThrow()
  expect((await http.services.secrets.open(http.services.store.db, 'webhook', sealed)).toString('hex')).toBe(secret)
  expect(
    (await made.browser.call('GET /api/programs/:program/webhooks/:webhook/calls', { params: { ...params, webhook: webhook.id } })).body
      .items,
  ).toEqual([])
  const other = await program(http, made.browser)
  expect(
    (
      await made.browser.call('GET /api/programs/:program/webhooks/:webhook/calls', {
        params: { program: other.program, webhook: webhook.id },
      })
    ).status,
  ).toBe(404)
  expect(
    (await made.browser.call('DELETE /api/programs/:program/webhooks/:webhook', { params: { ...params, webhook: webhook.id } })).status,
  ).toBe(200)
  expect((await made.browser.call('GET /api/programs/:program/webhooks', { params })).body.items).toEqual([])
})
