/** Developers' own servers that are told of events, by the routes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHttp, testHttp } from '../../test/http.ts'
import { program, waiting } from '../../test/journey.ts'
import { sent, takeOutgoing } from '../store/outbox.ts'
import { callEnded, callOf } from '../store/webhooks.ts'

let http: TestHttp
beforeAll(async () => {
  http = await testHttp()
})
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

test('its secret is changed for another by its administrators, and the one before signs nothing any more', async () => {
  const made = await program(http)
  const params = { program: made.program }
  const { webhook, secret } = (
    await made.browser.call('POST /api/programs/:program/webhooks', { params, body: { url: 'https://ci.example.com/hook' } })
  ).body
  const rotate = (program: string) =>
    made.browser.call('POST /api/programs/:program/webhooks/:webhook/rotation', { params: { program, webhook: webhook.id } })
  const other = await program(http, made.browser)
  expect((await rotate(other.program)).status).toBe(404)
  const next = (await rotate(made.program)).body
  expect([next.webhook.id, next.secret === secret]).toEqual([webhook.id, false])
  const row = await http.services.store.db.selectFrom('webhook').selectAll().where('id', '=', webhook.id).executeTakeFirstOrThrow()
  expect((await http.services.secrets.open(http.services.store.db, 'webhook', row.secret_sealed)).toString('hex')).toBe(next.secret)
  expect((await made.browser.call('GET /api/programs/:program/webhooks', { params })).raw).not.toContain(next.secret)
})
test('what did not arrive is called once more when asked, in place of its own turn; what arrived is not', async () => {
  const { store } = http.services
  const made = await program(http)
  const params = { program: made.program }
  const { webhook } = (
    await made.browser.call('POST /api/programs/:program/webhooks', {
      params,
      body: { url: 'https://ci.example.com/hook', events: ['version.submit'] },
    })
  ).body
  await waiting(http, made)
  const open = async () =>
    (
      await store.db.selectFrom('outbox').select(['id', 'content']).where('kind', '=', 'webhook').where('done_at', 'is', null).execute()
    ).filter(({ content }) => (content as { webhook: string }).webhook === webhook.id)
  // Everything of it is tried once: only its own event is a call at all.
  const answer = async (status: number) => {
    for (const item of await takeOutgoing(store, ['webhook'], 100)) {
      const { event } = item.content as { event: number }
      const call = await callOf(store, webhook.id, event)
      if (!call) await sent(store, item.id)
      else if (await callEnded(store, call, { status, error: null })) throw new Error('given up')
      else if (status < 300) await sent(store, item.id)
    }
  }
  await answer(500)
  const list = async () =>
    (await made.browser.call('GET /api/programs/:program/webhooks/:webhook/calls', { params: { ...params, webhook: webhook.id } })).body
      .items
  const [call] = await list()
  expect(call).toMatchObject({ event: 'version.submit', status: 500, done: null, attempts: 1 })
  const retry = (id: string, program = made.program) =>
    made.browser.call('POST /api/programs/:program/webhooks/:webhook/calls/:call/retry', {
      params: { program, webhook: webhook.id, call: id },
    })
  expect((await retry('0198c0de-0000-7000-8000-000000000000')).status).toBe(404)
  const other = await program(http, made.browser)
  expect((await retry(call!.id, other.program)).status).toBe(404)
  const [before] = await open()
  expect((await retry(call!.id)).status).toBe(202)
  const after = await open()
  expect([after.length, after[0]!.id === before!.id]).toEqual([1, false])
  await answer(204)
  expect(await list()).toMatchObject([{ status: 204, attempts: 2, done: expect.any(String) }])
  expect((await retry(call!.id)).problem.code).toBe('state')
})
