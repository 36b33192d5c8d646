import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { engineOf } from '../../test/engines.ts'
import { approved, type Program, program, rvOf, staff, stateOf } from '../../test/scene.ts'
import { until, type Works, works } from '../../test/works.ts'
import { entriesOf, PROGRAM, zip } from '../../test/zips.ts'
import { type Actor, MINUTE, SYSTEM } from '../domain/words.ts'
import { verifyMail } from '../store/accounts.ts'
import { brokenInvariants, verifyAudit } from '../store/audit.ts'
import { checksOf, findingsOf } from '../store/checks.ts'
import { decisionsAbout } from '../store/decisions.ts'
import { takeUnowned } from '../store/house.ts'
import { mails } from '../store/mails.ts'
import { mailTo } from '../store/profile.ts'
import { reasonsOf } from '../store/queue.ts'
import { setRuleMode, setSetting } from '../store/settings.ts'
import { turnSwitch } from '../store/switches.ts'
import { fireTimers } from '../store/timers.ts'
import { transition } from '../store/transition.ts'
import { acceptIntake, beginVersion, storeVersion, submitVersion } from '../store/versions.ts'
import { openEngine } from './engine.ts'
import { keepHouse } from './house.ts'
import { intake } from './intake.ts'
import { autoDecision, review, verdict } from './review.ts'
import { makeSlots, RANKS } from './slots.ts'
import { SILENT, type Try, type Work } from './work.ts'
import type { Worker } from './worker.ts'

let all: Works
let reviewer: Actor
const folders: string[] = []
const workers: Worker[] = []
beforeAll(async () => {
  all = await works()
  reviewer = await staff(all.store, 'reviewer')
  await all.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: false, pictures: false }))
  const source = { source: 'test', platform: 'wechat', name_zh: '餐饮', name_en: 'Food' }
  await all.store.db
    .insertInto('category')
    .values({ id: 'food', ...source })
    .execute()
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((one) => one.stop()))
})
afterAll(async () => {
  await all.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const engine = (script: string) => {
  const folder = engineOf(script)
  folders.push(folder)
  return openEngine({ folder })
}
const start = async (script: string) => void workers.push(await all.worker(engine(script)))
const CLEAR = 'clear(); process.exit(0)'

let count = 0
/** A version of real bytes that passed intake and was submitted. */
const submitted = async (to: Program): Promise<string> => {
  // Far enough apart for every quota.
  all.forward(61 * MINUTE)
  const bytes = zip(entriesOf({ ...PROGRAM, 'n.txt': String(++count) }))
  const { sha256, size } = await all.blobs.put([bytes], { max: 1_000_000 })
  return all.store.run(async (tx) => {
    const { id } = await beginVersion(tx, { program: to.id, label: `1.0.${count}`, actor: to.owner })
    await storeVersion(tx, { version: id, blob: { sha256, size, mime: 'application/zip' } })
    await acceptIntake(tx, {
      version: id,
      manifest: { pages: ['pages/home/home'], access: [] },
      files: [{ path: 'app.json', sha256: sha256, size }],
    })
    await submitVersion(tx, { version: id, listing: to.listing, actor: to.owner })
    return id
  })
}
const settled = (id: string, ms?: number) =>
  until(
    () => stateOf(all.store, 'version', id),
    (state) => !['in-auto', 'auto-ok', 'quarantined'].includes(state),
    ms,
  )
const reasons = async (id: string) =>
  (await reasonsOf(all.store, id)).filter(({ closed_at }) => closed_at === null).map(({ reason }) => reason)
const sound = async () => {
  expect(await brokenInvariants(all.store)).toEqual([])
  expect((await verifyAudit(all.store)).ok).toBe(true)
}
/** The work of a handler by itself, without a queue. */
const work = (script: string): Work => ({
  store: all.store,
  blobs: all.blobs,
  secrets: all.secrets,
  engine: engine(script),
  slots: makeSlots(2),
  log: SILENT,
  stop: new AbortController().signal,
})
const once = (id: string, queue: string, check?: string): Try => ({
  data: { queue, subject: 'version', id, ...(check ? { check } : {}) },
  attempt: 1,
  last: false,
})

test('a check that fails for good goes to a person, with its reason; it neither passes nor waits', async () => {
  const id = await submitted(await program(all.store))
  await start('process.exit(3)')
  expect(await settled(id)).toBe('awaiting-human')
  const failed = (await reasonsOf(all.store, id)).find(({ reason }) => reason === 'check-failed')
  expect(failed?.text_en).toMatch(/the static check \(static: no result, exit 3/)
  expect(failed?.text_zh).toContain('静态检查')
  const { risk } = await all.store.db.selectFrom('version').select('risk').where('id', '=', id).executeTakeFirstOrThrow()
  expect((risk as { facts: { failedChecks: string[] } }).facts.failedChecks).toEqual(['static'])
  await sound()
})

test('what might come right is tried again, and then given up with its reason', async () => {
  const id = await submitted(await program(all.store))
  await start("console.error('Error: no luck'); process.exit(1)")
  expect(await settled(id, 90_000)).toBe('awaiting-human')
  expect((await reasonsOf(all.store, id)).find(({ reason }) => reason === 'check-failed')?.text_en).toContain('no luck')
  expect(all.said.filter(({ what, about }) => what === 'check' && about['version'] === id)).toHaveLength(3)
})

test('where nothing speaks against it the machine approves, bound to the bytes, and of those a sample goes to people', async () => {
  const known = await approved(all.store, reviewer)
  // Whoever has been here for long and well is of low risk.
  await all.store.db.updateTable('account').set({ created_at: 0 }).where('id', '=', known.program.owner.id!).execute()
  await start(CLEAR)
  const ends = new Set<string>()
  for (let n = 0; n < 6; n++) {
    const id = await submitted(known.program)
    const state = await settled(id)
    ends.add(state)
    const [decision] = await decisionsAbout(all.store, { version: id })
    if (state === 'approved') {
      expect(decision).toMatchObject({ action: 'approve', automated: 'fully', actor: null, state: 'effective' })
      const { sha256 } = await all.store.db.selectFrom('version').select('sha256').where('id', '=', id).executeTakeFirstOrThrow()
      expect(decision!.sha256).toBe(sha256)
    } else {
      expect(state).toBe('awaiting-human')
      expect(await reasons(id)).toContain('sample')
      await all.store.run((tx) => transition(tx, { subject: 'version', id, event: 'withdraw', actor: known.program.owner }))
    }
  }
  expect(ends).toContain('approved')
  // As many as the setting says: with all of a thousand, every one.
  await all.store.run((tx) => setSetting(tx, SYSTEM, 'samples', { low: 1000, middle: 1000 }))
  const last = await submitted(known.program)
  expect([await settled(last), await reasons(last)]).toEqual(['awaiting-human', expect.arrayContaining(['sample'])])
  await all.store.run((tx) => setSetting(tx, SYSTEM, 'samples', { low: 20, middle: 200 }))
  await sound()
})

test('the machine approves nothing while an operator has switched that off', async () => {
  const known = await approved(all.store, reviewer)
  await all.store.db.updateTable('account').set({ created_at: 0 }).where('id', '=', known.program.owner.id!).execute()
  const turn = (on: boolean) =>
    all.store.run((tx) => turnSwitch(tx, { name: 'stop-automatic-approval', on, why: { zh: '演练', en: 'a drill' }, actor: SYSTEM }))
  await turn(true)
  await start(CLEAR)
  const id = await submitted(known.program)
  expect(await settled(id)).toBe('awaiting-human')
  expect(await reasons(id)).toContain('stopped')
  await turn(false)
  await sound()
})

test('a finding vetoes by the mode of its rule, and what the developer set aside counts all the same', async () => {
  const known = await approved(all.store, reviewer)
  const rule = (mode: 'shadow' | 'warn' | 'block') =>
    all.store.run((tx) => setRuleMode(tx, { rule: 'location-asked-early', mode, reason: 'test', actor: SYSTEM }))
  await start("clear({ findings: [{ ...FINDING, setAside: { by: 'ignore', reason: 'ours' } }] }); process.exit(0)")
  await rule('block')
  const blocked = await submitted(known.program)
  expect(await settled(blocked)).toBe('awaiting-human')
  expect(await reasons(blocked)).toContain('blocking-finding')
  expect(await findingsOf(all.store, blocked)).toMatchObject([{ rule: 'location-asked-early', verdict: 'violation' }])
  const risk = async (id: string) =>
    (await all.store.db.selectFrom('version').select('risk').where('id', '=', id).executeTakeFirstOrThrow()).risk as {
      factors: { name: string }[]
      recommends: string
    }
  expect((await risk(blocked)).recommends).toBe('refuse')
  await all.store.run((tx) => transition(tx, { subject: 'version', id: blocked, event: 'withdraw', actor: known.program.owner }))
  for (const mode of ['warn', 'shadow'] as const) {
    await rule(mode)
    const id = await submitted(known.program)
    const state = await settled(id)
    expect(await reasons(id)).not.toContain('blocking-finding')
    expect((await risk(id)).factors.some(({ name }) => name === 'warning')).toBe(mode === 'warn')
    if (state === 'awaiting-human')
      await all.store.run((tx) => transition(tx, { subject: 'version', id, event: 'withdraw', actor: known.program.owner }))
  }
})

test('what is looked at early gives way to what is submitted, and what somebody waits for goes first', async () => {
  const known = await approved(all.store, reviewer)
  all.forward(61 * MINUTE)
  const { sha256, size } = await all.blobs.put([zip(entriesOf({ ...PROGRAM, 'n.txt': String(++count) }))], { max: 1_000_000 })
  const id = await all.store.run(async (tx) => {
    const { id: made } = await beginVersion(tx, { program: known.program.id, label: `1.0.${count}`, actor: known.program.owner })
    await storeVersion(tx, { version: made, blob: { sha256, size, mime: 'application/zip' } })
    await acceptIntake(tx, {
      version: made,
      manifest: { pages: ['pages/home/home'], access: [] },
      files: [{ path: 'app.json', sha256, size }],
    })
    return made
  })
  await start(`await new Promise((go) => setTimeout(go, 6000)); ${CLEAR}`)
  const check = (name: string) => checksOf(all.store, id).then((checks) => checks.find(({ check_id }) => check_id === name)?.state)
  await until(
    () => check('preview'),
    (state) => state === 'running',
  )
  await all.store.run((tx) => submitVersion(tx, { version: id, listing: known.program.listing, actor: known.program.owner }))
  await settled(id)
  expect([await check('preview'), await check('static')]).toEqual(['removed', 'done'])

  const slots = makeSlots(1)
  const order: string[] = []
  let begin = () => {}
  const begun = new Promise<void>((go) => (begin = go))
  const turn = (name: string, rank?: number) => slots.use('long', async () => void order.push(name), rank)
  const busy = slots.use('long', () => begun)
  const rest = [turn('early', RANKS.early), turn('usual'), turn('early too', RANKS.early), turn('usual too')]
  begin()
  await Promise.all([busy, ...rest])
  expect(order).toEqual(['usual', 'usual too', 'early', 'early too'])
})

test('handled twice at once, or again after its end, a job is done once', async () => {
  const known = await approved(all.store, reviewer)
  const id = await submitted(known.program)
  const mine = work(CLEAR)
  await Promise.all([review(mine, once(id, 'review')), review(mine, once(id, 'review'))])
  await review(mine, once(id, 'review'))
  const checks = (await checksOf(all.store, id)).filter(({ check_id }) => check_id !== 'preview')
  expect(checks.map(({ check_id, attempt }) => `${check_id} ${attempt}`).sort()).toEqual(['likeness 1', 'static 1'])
  await start(CLEAR)
  await settled(id)
  const rv = await rvOf(all.store, 'version', id)
  for (let n = 0; n < 2; n++)
    await Promise.all([
      intake(mine, once(id, 'intake')),
      review(mine, once(id, 'review')),
      verdict(mine, once(id, 'verdict')),
      autoDecision(mine, once(id, 'auto-decision')),
    ])
  expect(await rvOf(all.store, 'version', id)).toBe(rv)
  expect((await decisionsAbout(all.store, { version: id })).length).toBeLessThanOrEqual(1)
})

test('a worker that stops gives back what it has not ended, and the next one ends it', async () => {
  const id = await submitted(await program(all.store))
  const slow = await all.worker(engine('await new Promise((go) => setTimeout(go, 600_000)); clear(); process.exit(0)'))
  await until(
    () => checksOf(all.store, id),
    (checks) => checks.some(({ check_id, state }) => check_id === 'static' && state === 'running'),
  )
  // Who waited for the check would not be done within this test.
  await slow.stop()
  expect(await stateOf(all.store, 'version', id)).toBe('in-auto')
  await start(CLEAR)
  expect(await settled(id)).toBe('awaiting-human')
  expect(await reasons(id)).not.toContain('check-failed')
})

test('what is withdrawn while it is checked is let go', async () => {
  const one = await program(all.store)
  const id = await submitted(one)
  await all.store.run((tx) => transition(tx, { subject: 'version', id, event: 'withdraw', actor: one.owner }))
  await review(work(CLEAR), once(id, 'review'))
  expect(await checksOf(all.store, id)).toEqual([])
  const other = await submitted(one)
  const mine = work(CLEAR)
  await review(mine, once(other, 'review'))
  await all.store.run((tx) => transition(tx, { subject: 'version', id: other, event: 'withdraw', actor: one.owner }))
  await start(CLEAR)
  await until(
    () => checksOf(all.store, other),
    (checks) => checks.every(({ state }) => state === 'removed'),
  )
  expect(await findingsOf(all.store, other)).toEqual([])
})

test('where nobody works at all, a person gets it after half an hour and is told why', async () => {
  const id = await submitted(await program(all.store))
  all.forward(31 * MINUTE)
  await fireTimers(all.store)
  expect(await stateOf(all.store, 'version', id)).toBe('awaiting-human')
  expect(await reasons(id)).toEqual(['check-failed'])
})

test('what stopped moving is set going again, and not over and over', async () => {
  const one = await program(all.store)
  const id = await submitted(one)
  const sent = async () =>
    (await all.store.db.selectFrom('outbox').select('content').where('kind', '=', 'job').execute()).filter(
      ({ content }) => (content as { id: string }).id === id,
    ).length
  const before = await sent()
  for (const [minutes, more] of [
    [5, 0],
    [6, 1],
    [3, 1],
    [7, 2],
  ] as const) {
    all.forward(minutes * MINUTE)
    await keepHouse(work(CLEAR))
    // Every ten minutes: after eleven, not after fourteen, after twenty-one.
    expect(await sent()).toBe(before + more)
  }
  await all.store.run((tx) => transition(tx, { subject: 'version', id, event: 'withdraw', actor: one.owner }))
})

test('mail is written in its reader’s language, once, with a token that is made as it is written', async () => {
  const one = await program(all.store)
  await start(CLEAR)
  await all.store.run((tx) => mailTo(tx, one.owner.id!, 'password-reset'))
  const reset = await until(
    async () =>
      (await mails(all.store)).find(
        ({ template, account, sent_at }) => template === 'password-reset' && account === one.owner.id && sent_at !== null,
      ),
    (mail) => mail !== undefined,
  )
  expect(reset).toMatchObject({ kept: true, lang: 'zh', subject: '重设口令' })
  expect(reset!.body).toMatch(/^点开下面的链接[\s\S]*https:\/\/review\.example\/reset\?token=[\w-]{43}\n$/)
  // Nothing that lets somebody in lies in the outbox.
  const { rows } = { rows: await all.store.db.selectFrom('outbox').select('content').where('kind', '=', 'mail').execute() }
  expect(JSON.stringify(rows)).not.toMatch(/token/)
  const fresh = (await mails(all.store)).find(({ template }) => template === 'verify-mail')
  expect(fresh?.body).toContain('https://review.example/verify?token=')
  await expect(all.store.run((tx) => verifyMail(tx, fresh!.body.match(/token=([\w-]+)/)![1]!))).rejects.toMatchObject({ code: 'state' })
})

test('bytes that nobody needs are taken away after two days, and others stay', async () => {
  const { sha256 } = await all.blobs.put([Buffer.from('nobody needs this')], { max: 100 })
  await all.store.db
    .insertInto('blob')
    .values({ sha256, size: 17, mime: 'x', created_at: all.store.clock.now() - 3 * 86_400_000 })
    .execute()
  const before = await all.store.db.selectFrom('blob').select('sha256').execute()
  const taken = await takeUnowned(all.store, all.store.clock.now() - 2 * 86_400_000)
  expect(taken).toEqual([sha256])
  expect(await all.store.db.selectFrom('blob').select('sha256').execute()).toHaveLength(before.length - 1)
})

test('a package that changed on its way is not opened', async () => {
  const one = await program(all.store)
  const bytes = zip(entriesOf(PROGRAM))
  const id = await all.store.run(async (tx) => {
    const { id } = await beginVersion(tx, { program: one.id, label: '9.0.0', actor: one.owner })
    await storeVersion(tx, { version: id, blob: { sha256: 'ab'.repeat(32), size: bytes.length, mime: 'application/zip' } })
    return id
  })
  // Case 27: what is stored is not what was promised, or is gone.
  await intake(work(CLEAR), once(id, 'intake'))
  expect(await stateOf(all.store, 'version', id)).toBe('refused-intake')
  await pause(1)
})
