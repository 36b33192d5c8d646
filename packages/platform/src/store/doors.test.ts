/** Doors that the routes stand on: what many ask at once is counted once each, what works once works once, what is not out is not found. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { approved, as, hexOf, LISTING, live, program, rvOf, staff, stateOf, waiting } from '../../test/scene.ts'
import { SYSTEM } from '../domain/words.ts'
import { directoryPage, nearbyPoints, publicProgram } from './directory.ts'
import { evidenceBlob, noteEvidence } from './evidence.ts'
import { countUse, forgetUses, mayUse } from './limits.ts'
import { listingGaps } from './listing-rules.ts'
import { isTester, membershipIn, programOfVersion } from './membership.ts'
import { addMember, saveListing } from './programs.ts'
import { beginSecondFactor, confirmSecondFactor, secondFactorOf, useRecovery, useStep } from './second-factor.ts'
import { ruleModes } from './settings.ts'
import { openGrants, proposeMode, proposeRole, setScope, settleMode } from './staff.ts'
import { isOn, refuseWhile, switches, turnSwitch } from './switches.ts'
import { transition } from './transition.ts'
import { noteBlob } from './versions.ts'
import { demandLease, handTo, inReach, recommend, recommendationsOf } from './workbench.ts'

let at: TestStore
beforeAll(async () => {
  at = await testStore()
})
afterAll(() => at.close())

describe('limits', () => {
  test('count each of many that ask at once, and begin anew with the window', async () => {
    const { store, clock } = at
    const rate = { most: 30, within: 60_000 }
    const uses = await Promise.all(Array.from({ length: 50 }, () => countUse(store, 'k', rate)))
    expect(uses.filter(({ allowed }) => allowed)).toHaveLength(30)
    expect(await mayUse(store, 'k', rate)).toMatchObject({ allowed: false, left: 0 })
    expect((await mayUse(store, 'other', rate)).allowed).toBe(true)
    clock.set(uses[0]!.until)
    expect(await countUse(store, 'k', rate)).toMatchObject({ allowed: true, left: 29 })
    await forgetUses(store)
    expect(await store.db.selectFrom('rate_use').select('count').execute()).toEqual([{ count: 1 }])
  })
})

describe('the second factor', () => {
  test('takes a step once, whoever asks at the same time, and never one that is over', async () => {
    const { store } = at
    const one = await staff(store, 'reviewer')
    const account = one.id!
    await store.run((tx) => beginSecondFactor(tx, { account, sealed: Buffer.from('sealed') }))
    const tried = await Promise.all(Array.from({ length: 10 }, () => store.run((tx) => useStep(tx, account, 100))))
    expect(tried.filter(Boolean)).toHaveLength(1)
    expect([await store.run((tx) => useStep(tx, account, 99)), await store.run((tx) => useStep(tx, account, 101))]).toEqual([false, true])
    const codes = await store.run((tx) => confirmSecondFactor(tx, { account, actor: one }))
    const used = await Promise.all(Array.from({ length: 5 }, () => store.run((tx) => useRecovery(tx, account, codes[0]!.toUpperCase()))))
    expect(used.filter(Boolean)).toHaveLength(1)
    expect((await secondFactorOf(store, account))!.recovery_hashes).toHaveLength(9)
    expect(JSON.stringify(await secondFactorOf(store, account))).not.toContain(codes[1])
    // What counts is not replaced by whoever has the session for a moment.
    await expect(store.run((tx) => beginSecondFactor(tx, { account, sealed: Buffer.from('another') }))).rejects.toMatchObject({
      code: 'guard',
    })
  })
})

test('evidence belongs to its version, and a listing’s pictures to the version it went with', async () => {
  const { store } = at
  const made = await program(store)
  const { id: listing } = await store.run((tx) =>
    saveListing(tx, { program: made.id, content: { ...LISTING, icon: hexOf(910), screenshots: [hexOf(911)] }, actor: made.owner }),
  )
  const item = await waiting(store, { ...made, listing })
  const other = await waiting(store)
  await store.run(async (tx) => {
    for (const n of [910, 911, 912]) await noteBlob(tx, { sha256: hexOf(n), size: 1, mime: 'image/png' })
    await noteEvidence(tx, { version: item.id, sha256: hexOf(912), kind: 'screenshot' })
    await noteEvidence(tx, { version: item.id, sha256: hexOf(912), kind: 'screenshot' })
  })
  for (const n of [910, 911, 912]) expect(await evidenceBlob(store, item.id, hexOf(n))).toMatchObject({ sha256: hexOf(n) })
  expect(await evidenceBlob(store, other.id, hexOf(912))).toBe(null)
  // The package itself is no picture.
  expect(await evidenceBlob(store, item.id, item.sha256)).toBe(null)
})
test('a program is found when it is out, and not when it is hidden, paused or blocked', async () => {
  const { store } = at
  const reviewer = await staff(store, 'reviewer')
  const made = await program(store)
  const point = { name: '城南店', address: '某路 1 号', phone: '010-1', service: '堂食', latitude: 39.9, longitude: 116.4 }
  const { id: listing } = await store.run((tx) =>
    saveListing(tx, { program: made.id, content: { ...LISTING, nearby: [point, { latitude: 'x' }, 5] }, actor: made.owner }),
  )
  const { appid, name } = await store.db.selectFrom('program').select(['appid', 'name']).where('id', '=', made.id).executeTakeFirstOrThrow()
  const found = async () => [
    (await publicProgram(store, appid)) !== null,
    (await directoryPage(store, { words: name, limit: 10 })).length === 1,
    (await nearbyPoints(store, { latitude: 39.9, longitude: 116.4, metres: 500 })).length === 1,
  ]
  const given = { ...made, listing }
  await approved(store, reviewer, given)
  expect(await found()).toEqual([false, false, false])
  const item = await live(store, reviewer, given)
  expect(await found()).toEqual([true, true, true])
  expect((await directoryPage(store, { words: '茶 书', limit: 10 })).map((row) => row.appid)).toContain(appid)
  expect(await directoryPage(store, { words: name, platform: 'douyin', limit: 10 })).toEqual([])
  const block = (ended: number | null) =>
    store.db
      .insertInto('blocked')
      .values({
        id: crypto.randomUUID(),
        kind: 'bytes',
        value: item.sha256,
        hard: true,
        reason: 'x',
        added_by: reviewer.id!,
        added_at: 1,
        ended_at: ended,
      })
      .execute()
  await block(5)
  expect(await found()).toEqual([true, true, true])
  await block(null)
  expect(await found()).toEqual([false, false, false])
  await store.db.updateTable('blocked').set({ ended_at: 9 }).where('value', '=', item.sha256).execute()
  await store.run((tx) => transition(tx, { subject: 'program', id: made.id, event: 'hide', actor: made.admin }))
  expect(await found()).toEqual([false, false, false])
})
test('points nearby are refused by the clauses about them, and an ordinary listing by none', () => {
  const place = { name: '店', address: '某市某路 1 号', phone: '1', service: '堂食', latitude: 1, longitude: 1, licence: hexOf(1) }
  const clauses = (content: object) => listingGaps({ ...LISTING, ...content }).map(({ clause }) => clause)
  expect(clauses({ nearby: [place] })).toEqual([])
  expect(clauses({ nearby: [place, place] })).toEqual([undefined])
  expect(clauses({ nearby: [{ ...place, licence: undefined }] })).toEqual(['wx-op/7.2.2'])
  expect(clauses({ nearby: [{ ...place, address: '全国' }] })).toEqual(['wx-op/7.1'])
  expect(clauses({ intro: '承接小程序开发', nearby: [place] })).toEqual(['wx-op/7.2.1'])
  expect(clauses({ intro: '承接小程序开发' })).toEqual([])
  expect(listingGaps({ ...LISTING, name: '别名' }, LISTING.name).map(({ field }) => field)).toEqual(['name'])
})

describe('reviewers', () => {
  test('hand an item over with its lease, and not to whom it concerns', async () => {
    const { store } = at
    const [a, b] = [await staff(store, 'reviewer'), await staff(store, 'senior-reviewer')]
    const item = await waiting(store)
    await store.run((tx) => transition(tx, { subject: 'version', id: item.id, event: 'claim', actor: a }))
    const rv = await rvOf(store, 'version', item.id)
    const insider = await staff(store, 'reviewer')
    await store.db.updateTable('account').set({ entity: item.program.owner.entity }).where('id', '=', insider.id!).execute()
    for (const to of [insider.id!, item.program.owner.id!, a.id!])
      await expect(store.run((tx) => handTo(tx, { version: item.id, actor: a, to, rv }))).rejects.toThrow()
    await store.run((tx) => demandLease(tx, item.id, a))
    await store.run((tx) => handTo(tx, { version: item.id, actor: a, to: b.id!, rv }))
    await expect(store.run((tx) => demandLease(tx, item.id, a))).rejects.toMatchObject({ code: 'taken' })
    await store.run((tx) => demandLease(tx, item.id, b))
    expect(await stateOf(store, 'version', item.id)).toBe('in-human')
  })
  test('from outside reach their queues, and recommend about the bytes that they saw', async () => {
    const { store } = at
    const [outside, operator] = [await staff(store, 'outside-reviewer'), await staff(store, 'operator')]
    const item = await waiting(store)
    await store.db.insertInto('queue').values({ id: 'q', name_zh: '甲', name_en: 'q' }).execute()
    await store.db.insertInto('queue_item').values({ queue: 'q', version: item.id }).execute()
    expect(await inReach(store, item.id, outside)).toBe(false)
    await store.run((tx) => setScope(tx, { account: outside.id!, queues: ['q'], actor: operator }))
    expect(await inReach(store, item.id, outside)).toBe(true)
    await expect(store.run((tx) => setScope(tx, { account: outside.id!, queues: ['nowhere'], actor: operator }))).rejects.toMatchObject({
      code: 'invalid',
    })
    await store.run((tx) => transition(tx, { subject: 'version', id: item.id, event: 'claim', actor: outside }))
    const words = { zh: '建议通过', en: 'approve it' }
    const say = (sha256: string) =>
      store.run(async (tx) =>
        recommend(tx, {
          version: item.id,
          actor: outside,
          rv: await rvOf(store, 'version', item.id),
          sha256,
          action: 'approve',
          words,
          grounds: [],
        }),
      )
    await expect(say(hexOf(1))).rejects.toMatchObject({ code: 'stale' })
    await say(item.sha256)
    expect(await recommendationsOf(store, item.id)).toMatchObject([{ account: outside.id, action: 'approve', content: { words } }])
    expect(await stateOf(store, 'version', item.id)).toBe('awaiting-human')
  })
})

describe('two people', () => {
  test('change a rule’s mode, also as the database sees it', async () => {
    const { store } = at
    const [a, b] = [await staff(store, 'policy-editor'), await staff(store, 'policy-editor')]
    const why = { zh: '试行', en: 'on trial' }
    const proposal = await store.run((tx) => proposeMode(tx, { rule: 'abuse-copy', mode: 'warn', why, actor: a }))
    await expect(store.run((tx) => settleMode(tx, { rule: 'abuse-copy', proposal, agree: true, actor: a }))).rejects.toMatchObject({
      code: 'guard',
    })
    await expect(
      store.db.updateTable('rule_proposal').set({ settled_by: a.id, settled_at: 1, agreed: true }).where('id', '=', proposal).execute(),
    ).rejects.toThrow()
    expect(await ruleModes(store)).toEqual({})
    await store.run((tx) => settleMode(tx, { rule: 'abuse-copy', proposal, agree: true, actor: b }))
    expect(await ruleModes(store)).toEqual({ 'abuse-copy': 'warn' })
  })
  test('give a role, and not to whom works on programs', async () => {
    const { store } = at
    const operator = await staff(store, 'operator')
    const made = await program(store)
    const propose = (account: string) => store.run((tx) => proposeRole(tx, { account, role: 'reviewer', actor: operator }))
    await expect(propose(made.owner.id!)).rejects.toMatchObject({ detail: { guard: 'apart' } })
    const clerk = await staff(store, 'auditor')
    const id = await propose(clerk.id!)
    expect(await openGrants(store, id)).toMatchObject([{ account: clerk.id, role: 'reviewer', granted_by: operator.id }])
    await expect(propose(clerk.id!)).rejects.toMatchObject({ code: 'taken' })
  })
})
test('members are what they are in their program; testers only try', async () => {
  const { store } = at
  const made = await program(store)
  const [tester, stranger] = [await staff(store, 'auditor'), await staff(store, 'auditor')]
  await store.run((tx) => addMember(tx, { program: made.id, account: tester.id!, role: 'tester', actor: as(made.owner, 'program-admin') }))
  expect([
    await membershipIn(store, made.owner.id!, made.id),
    await membershipIn(store, tester.id!, made.id),
    await membershipIn(store, stranger.id!, made.id),
  ]).toEqual([['program-admin', 'developer'], [], []])
  expect([
    await isTester(store, tester.id!, made.id),
    await isTester(store, made.owner.id!, made.id),
    await programOfVersion(store, crypto.randomUUID()),
  ]).toEqual([true, false, null])
})
test('a switch stops what it says until it is turned back, with its reason in the log', async () => {
  const { store } = at
  await store.run((tx) => turnSwitch(tx, { name: 'stop-releases', on: true, why: { zh: '事故', en: 'an incident' }, actor: SYSTEM }))
  expect((await switches(store)).filter(({ on }) => on).map(({ name }) => name)).toEqual(['stop-releases'])
  await expect(refuseWhile(store, 'stop-releases')).rejects.toMatchObject({ code: 'state' })
  await refuseWhile(store, 'stop-uploads')
  await store.run((tx) => turnSwitch(tx, { name: 'stop-releases', on: false, why: { zh: '已恢复', en: 'it is over' }, actor: SYSTEM }))
  expect(await isOn(store, 'stop-releases')).toBe(false)
  const rows = await store.db.selectFrom('audit').select('payload').where('type', '=', 'switch.turned').orderBy('seq').execute()
  expect(rows.map(({ payload }) => (JSON.parse(payload) as { on: boolean }).on)).toEqual([true, false])
})
