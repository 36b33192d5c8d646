import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { program, waiting } from '../../test/scene.ts'
import { openSecrets } from '../store/secrets.ts'
import { transition } from '../store/transition.ts'
import { addWebhook, callsOf, endWebhook, webhooksOf } from '../store/webhooks.ts'
import { makeSlots } from './slots.ts'
import { deliverCalls, dial, isPublic, refusedUrl } from './webhooks.ts'
import { SILENT, type Work } from './work.ts'

let one: TestStore
const secrets = openSecrets(Buffer.alloc(32, 3))
beforeAll(async () => {
  one = await testStore()
})
afterAll(() => one.close())
const work = (): Work =>
  ({ store: one.store, secrets, slots: makeSlots(1), log: SILENT, stop: new AbortController().signal }) as unknown as Work

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '172.31.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  'fe80::1',
  'fc00::1',
  'ff02::1',
  '2002:7f00:1::',
  '64:ff9b::7f00:1',
  '2001:db8::1',
  '2001:0:1::1',
  'x',
  '',
])('case 62: %s is not public', (address) => {
  expect(isPublic(address)).toBe(false)
})
test.each(['8.8.8.8', '1.1.1.1', '223.5.5.5', '2606:4700:4700::1111', '2400:3200::1'])('%s is public', (address) => {
  expect(isPublic(address)).toBe(true)
})
test.each([
  'http://hooks.shop.cn/a',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://0177.0.0.1/',
  'https://localhost/',
  'https://db/',
  'https://metadata.internal/',
  'https://hooks.shop.cn:22/',
  'https://hooks.shop.cn:8080/',
  'https://user:word@hooks.shop.cn/',
  'file:///etc/passwd',
  'gopher://hooks.shop.cn/',
  'not an address',
])('case 62: %s is not called', async (url) => {
  expect(refusedUrl(url)).not.toBe(null)
  expect(await dial(url, '{}', {})).toMatchObject({ status: null })
})
test('case 62: a public name that leads inside is not called, nor one of which one address does', async () => {
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::1'], []])
    expect(
      await dial('https://hooks.shop.cn/a', '{}', {}, async () =>
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    ).toEqual({ status: null, error: 'this address is not public' })
})

test('a program’s server is told of its events, signed, once each, and again when it did not answer well', async () => {
  const { store, clock } = one
  const mine = await program(store)
  const secret = Buffer.from('a secret of the developer')
  await store.run(async (tx) => {
    const sealed = await secrets.seal(tx, `account:${mine.owner.id}`, 'webhook', secret)
    await addWebhook(tx, { program: mine.id, url: 'https://hooks.shop.cn/menshen', secretSealed: sealed, actor: mine.owner })
    // Another wants to hear of one thing only.
    await addWebhook(tx, {
      program: mine.id,
      url: 'https://other.shop.cn/',
      secretSealed: sealed,
      events: ['version.withdraw'],
      actor: mine.owner,
    })
  })
  const { id } = await waiting(store, mine)
  const heard: { url: string; body: string; signature: string }[] = []
  let status = 500
  const speak: typeof dial = async (url, body, headers) => {
    heard.push({ url, body, signature: headers['x-menshen-signature']! })
    return { status, error: null }
  }
  await deliverCalls(work(), speak)
  const first = heard.length
  expect(first).toBeGreaterThan(1)
  expect(heard.every(({ url }) => url.includes('hooks.shop.cn'))).toBe(true)
  const { body, signature } = heard[0]!
  const [, at, mac] = signature.match(/^t=(\d+),v1=([0-9a-f]{64})$/)!
  expect(createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')).toBe(mac)
  const events = heard.map(({ body }) => JSON.parse(body) as { event: string; version: { id: string } })
  expect(events.every(({ version }) => version.id === id)).toBe(true)
  expect(events.map(({ event }) => event)).toContain('version.submit')
  // Later, and with success: then never again.
  status = 204
  clock.forward(60_000)
  await deliverCalls(work(), speak)
  expect(heard.length).toBe(2 * first)
  clock.forward(3_600_000)
  await deliverCalls(work(), speak)
  expect(heard.length).toBe(2 * first)
  const [hook, other] = await webhooksOf(store, mine.id)
  expect(
    (await callsOf(store, hook!.id)).every(({ status, attempts, done_at }) => status === 204 && attempts === 2 && done_at !== null),
  ).toBe(true)
  await store.run((tx) => endWebhook(tx, { program: mine.id, webhook: hook!.id, actor: mine.owner }))
  await store.run((tx) => transition(tx, { subject: 'version', id, event: 'withdraw', actor: mine.owner }))
  await deliverCalls(work(), speak)
  expect(heard.slice(2 * first).map(({ url }) => url)).toEqual(['https://other.shop.cn/'])
  expect((await webhooksOf(store, mine.id)).map(({ id }) => id)).toEqual([other!.id])
})
