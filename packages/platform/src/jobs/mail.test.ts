import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../test/scene.ts'
import { until, type Works, works } from '../../test/works.ts'
import { mails } from '../store/mails.ts'
import { mailTo } from '../store/profile.ts'
import { mailStanding } from '../store/workers.ts'
import { deliverMail, KEEP, type MailWay, mailWay } from './mail.ts'
import { makeSlots } from './slots.ts'
import { SILENT, type Work } from './work.ts'

let all: Works
let owner: string
const ORIGIN = { origin: 'https://review.example', from: 'menshen@review.example' }
beforeAll(async () => {
  all = await works()
  owner = (await program(all.store)).owner.id!
})
afterAll(() => all.close())
const work = (): Work => ({ ...all, slots: makeSlots(1), log: SILENT, stop: new AbortController().signal })
const order = () => all.store.run((tx) => mailTo(tx, owner, 'password-reset'))
const queued = () =>
  all.store.db
    .selectFrom('outbox')
    .select(['id', 'attempts', 'done_at', 'dead_at'])
    .where('kind', '=', 'mail')
    .where('done_at', 'is', null)
    .orderBy('id')
    .execute()
const resets = async () => (await mails(all.store)).filter(({ template }) => template === 'password-reset')

test('mail is kept only where somebody said so', () => {
  expect(mailWay(ORIGIN).how).toBe('waits')
  expect(mailWay({ ...ORIGIN, server: '' }).how).toBe('waits')
  expect(mailWay({ ...ORIGIN, development: true }).how).toBe('keeps')
  expect(mailWay({ ...ORIGIN, server: KEEP }).how).toBe('keeps')
  expect(mailWay({ ...ORIGIN, server: 'smtp://127.0.0.1:25', development: true }).how).toBe('sends')
})
test('without a server mail stays queued, uses up no try, is told to the operator, and goes out once when there is one', async () => {
  await order()
  const before = await queued()
  expect(before.length).toBeGreaterThan(0)
  expect(await mailStanding(all.store)).toMatchObject({ how: 'nobody', waiting: before.length })
  const silent = await all.worker(undefined, '')
  await until(
    async () => all.said.filter(({ what }) => what === 'mail'),
    (said) => said.length > 0,
  )
  expect(all.said.find(({ what }) => what === 'mail')!.about).toMatchObject({
    waiting: before.length,
    error: expect.stringContaining('MENSHEN_SMTP'),
  })
  expect(await mailStanding(all.store)).toMatchObject({ how: 'waits', waiting: before.length, oldest: expect.any(Number) })
  // Long after: nothing was tried, nothing given up, nothing written down.
  all.forward(40 * 86_400_000)
  for (let i = 0; i < 15; i++) await deliverMail(work(), mailWay(ORIGIN))
  expect(await queued()).toEqual(before)
  expect(await resets()).toEqual([])
  await silent.stop()

  const went: { to: string; text: string }[] = []
  const way: MailWay = { ...mailWay({ ...ORIGIN, server: 'smtp://127.0.0.1:25' }), send: async (mail) => void went.push(mail) }
  await Promise.all([deliverMail(work(), way), deliverMail(work(), way)])
  await deliverMail(work(), way)
  expect(await queued()).toEqual([])
  expect(went.filter(({ text }) => text.includes('/reset?token='))).toHaveLength(1)
  const [one] = await resets()
  expect(one).toMatchObject({ kept: false, sent_at: expect.any(Number) })
  // What lets somebody in is not kept once it was sent.
  expect(one!.body).toContain('token=…')
})
test('what a server refuses is tried again later and not lost', async () => {
  await order()
  const refuses: MailWay = {
    ...mailWay({ ...ORIGIN, server: 'smtp://127.0.0.1:25' }),
    send: async () => {
      throw new Error('451 later')
    },
  }
  await deliverMail(work(), refuses)
  expect(await queued()).toMatchObject([{ attempts: 1, dead_at: null }])
  expect((await resets())[0]).toMatchObject({ sent_at: null, error: '451 later' })
  all.forward(60_000)
  const went: unknown[] = []
  await deliverMail(work(), { ...refuses, send: async (mail) => void went.push(mail) })
  expect([went.length, (await queued()).length]).toEqual([1, 0])
})
