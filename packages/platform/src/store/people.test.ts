import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { developer, GROUND, hexOf, program, staff, stateOf } from '../../test/scene.ts'
import { type Actor, DAY, SYSTEM } from '../domain/words.ts'
import {
  accountByMail,
  apiTokenOf,
  confirmRole,
  endRole,
  endSessions,
  grantRole,
  makeApiToken,
  openSession,
  publishTerms,
  register,
  rolesFor,
  rolesOf,
  sessionOf,
  verifyMail,
} from './accounts.ts'
import { brokenInvariants, verifyAudit } from './audit.ts'
import { confirmDecision, decideOn, resolveDecision } from './decisions.ts'
import { applyForCertification, certify, enterEntity, uploadDocument } from './entities.ts'
import type { Problem } from './problem.ts'
import { addMember, createProgram, endMember } from './programs.ts'
import { fireTimers } from './timers.ts'
import { transition } from './transition.ts'

let at: TestStore
beforeAll(async () => {
  at = await testStore({ max: 20 })
  await at.store.run((tx) => publishTerms(tx, SYSTEM, { version: 1, zh: '条款', en: 'Terms', from: 0 }))
})
afterAll(async () => {
  expect(await brokenInvariants(at.store)).toEqual([])
  expect(await verifyAudit(at.store)).toMatchObject({ ok: true })
  await at.close()
})
const refused = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => expect.unreachable(),
    (error) => error as Problem,
  )
const enter = (email: string, terms = 1) => at.store.run((tx) => register(tx, { email, passwordHash: 'x', terms }))

describe('registration', () => {
  test('should take an address once, however it is written, and however many try at once', async () => {
    const tries = await Promise.allSettled(
      ['Tea@Example.com', 'tea@example.com', ' TEA@example.com', 'ｔea@example.com'].map((email) => enter(email)),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    for (const one of tries) if (one.status === 'rejected') expect((one.reason as Problem).detail['guard']).toBe('mailFree')
  })
  test.each([
    '',
    'tea',
    'tea@',
    '@example.com',
    'a b@example.com',
    'tea@example',
    'tea@example.com\r\nBcc: all@example.com',
    '<tea@example.com>',
  ])('should refuse what is no address: %j', async (email) => {
    expect((await refused(enter(email))).code).toBe('invalid')
  })
  test('should ask for the terms in force', async () => {
    expect((await refused(enter('terms@example.com', 0))).detail['guard']).toBe('termsAccepted')
  })
  test('should free the address when it was never verified, and not before', async () => {
    await enter('late@example.com')
    at.clock.forward(6 * DAY)
    await fireTimers(at.store)
    expect((await refused(enter('late@example.com'))).detail['guard']).toBe('mailFree')
    at.clock.forward(2 * DAY)
    await fireTimers(at.store)
    expect((await enter('late@example.com')).id).toBeTruthy()
  })
  test('should verify by a token once, in its time, and keep only its hash', async () => {
    const { id, token } = await enter('once@example.com')
    const rows = await at.store.db.selectFrom('mail_token').selectAll().where('account', '=', id).execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    const tries = await Promise.allSettled([1, 2, 3].map(() => at.store.run((tx) => verifyMail(tx, token))))
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect(await stateOf(at.store, 'account', id)).toBe('unverified-entity')
    const other = await enter('slow@example.com')
    at.clock.forward(DAY)
    expect((await refused(at.store.run((tx) => verifyMail(tx, other.token)))).code).toBe('guard')
  })
  test('should want papers, and a guardian for a minor, before an entity is checked', async () => {
    const { id, token } = await enter('minor@example.com')
    await at.store.run((tx) => verifyMail(tx, token))
    const self: Actor = { id, role: 'developer', entity: null }
    const details = {
      kind: 'person' as const,
      legalName: '小明',
      numberSealed: Buffer.from('x'),
      numberKey: 'minor',
      seal: null,
      minor: true,
    }
    const entity = await at.store.run((tx) => enterEntity(tx, { account: id, actor: self, details }))
    const known = { ...self, entity }
    const submit = () => at.store.run((tx) => transition(tx, { subject: 'account', id, event: 'submit-entity', actor: known }))
    expect((await refused(submit())).detail['guard']).toBe('entityComplete')
    await at.store.run((tx) =>
      uploadDocument(tx, {
        entity,
        kind: 'identity',
        blob: { sha256: hexOf(77), size: 1, mime: 'image/png' },
        fileName: 'id.png',
        actor: known,
      }),
    )
    expect((await refused(submit())).detail['guard']).toBe('guardianReady')
    await at.store.run((tx) =>
      enterEntity(tx, { account: id, actor: known, details: { ...details, guardianSealed: Buffer.from('g'), guardianConsentAt: 1 } }),
    )
    expect((await submit()).to).toBe('entity-review')
    // Whose number is known already belongs to the same house.
    const twin = await developer(at.store)
    await at.store.db.updateTable('entity').set({ number_key: 'minor' }).where('id', '=', twin.entity!).execute()
    const checker = { ...(await staff(at.store, 'entity-checker')), entity: twin.entity }
    await at.store.run((tx) => transition(tx, { subject: 'account', id, event: 'ask', actor: SYSTEM })).catch(() => {})
    await at.store.db
      .insertInto('entity_relation')
      .values({
        a: entity < twin.entity! ? entity : twin.entity!,
        b: entity < twin.entity! ? twin.entity! : entity,
        why: 'same-number',
        at: 0,
      })
      .execute()
    expect(
      (await refused(at.store.run((tx) => transition(tx, { subject: 'account', id, event: 'verify', actor: checker })))).detail['guard'],
    ).toBe('not-own')
  })
})

describe('roles, sessions and tokens', () => {
  test('should grant a role by two operators, never to oneself, and take it by one', async () => {
    const [one, two, somebody] = [await staff(at.store, 'operator'), await staff(at.store, 'operator'), await developer(at.store)]
    expect((await refused(at.store.run((tx) => grantRole(tx, { account: one.id!, role: 'reviewer', actor: one })))).code).toBe('guard')
    expect((await refused(at.store.run((tx) => grantRole(tx, { account: two.id!, role: 'system', actor: one })))).code).toBe('invalid')
    const grant = await at.store.run((tx) => grantRole(tx, { account: somebody.id!, role: 'reviewer', actor: one }))
    expect(await rolesOf(at.store, somebody.id!)).toEqual(['developer'])
    for (const actor of [one, somebody]) expect((await refused(at.store.run((tx) => confirmRole(tx, { grant, actor })))).code).toBe('guard')
    await at.store.run((tx) => confirmRole(tx, { grant, actor: two }))
    expect(await rolesOf(at.store, somebody.id!)).toEqual(['developer', 'reviewer'])
    await at.store.run((tx) => endRole(tx, { account: somebody.id!, role: 'reviewer', actor: one }))
    expect(await rolesOf(at.store, somebody.id!)).toEqual(['developer'])
  })
  test('should know a session by its token until it ends, and end all when the account is banned', async () => {
    const somebody = await developer(at.store)
    const open = () => at.store.run((tx) => openSession(tx, { account: somebody.id!, forMs: DAY }))
    const [a, b] = [await open(), await open()]
    expect((await sessionOf(at.store, a.token))?.account).toBe(somebody.id)
    expect(await sessionOf(at.store, `${a.token}x`)).toBe(undefined)
    await at.store.run((tx) => endSessions(tx, somebody.id!, a.id))
    expect([await sessionOf(at.store, a.token), (await sessionOf(at.store, b.token))?.id]).toEqual([undefined, b.id])
    const { token } = await at.store.run((tx) => makeApiToken(tx, { actor: somebody, name: 'ci', scopes: ['version.submit'], forMs: DAY }))
    expect((await apiTokenOf(at.store, token))?.scopes).toEqual(['version.submit'])

    const [first, second, third] = [
      await staff(at.store, 'senior-reviewer'),
      await staff(at.store, 'senior-reviewer'),
      await staff(at.store, 'appeals'),
    ]
    const account = (await at.store.db.selectFrom('account').selectAll().where('id', '=', somebody.id!).executeTakeFirst())!
    const ban = await at.store.run((tx) =>
      decideOn(tx, {
        actor: first,
        subject: 'account',
        id: somebody.id!,
        rv: account.rv,
        content: {
          action: 'ban',
          automated: 'no',
          sha256: null,
          facts: { zh: '多次提交仿冒程序', en: 'Submitted copies again and again' },
          grounds: [GROUND],
          until: null,
          capabilities: [],
          curable: true,
          rulebook: 'r',
        },
      }),
    )
    expect([ban.state, await stateOf(at.store, 'account', somebody.id!)]).toEqual(['held', 'active'])
    await at.store.run((tx) => confirmDecision(tx, { id: ban.id, actor: second }))
    expect([
      await stateOf(at.store, 'account', somebody.id!),
      await sessionOf(at.store, b.token),
      await apiTokenOf(at.store, token),
    ]).toEqual(['banned', undefined, undefined])
    // Taken back: as verified as before.
    await at.store
      .run((tx) =>
        resolveDecision(tx, { id: ban.id, actor: third, event: 'override', reason: { zh: '查明不是本人', en: 'found to be another' } }),
      )
      .catch((error: Problem) => expect(error.code).toBe('role'))
    await at.store
      .run((tx) =>
        resolveDecision(tx, { id: ban.id, actor: first, event: 'override', reason: { zh: '查明不是本人', en: 'found to be another' } }),
      )
      .catch((error: Problem) => expect(error.detail['guard']).toBe('second-person'))
    await at.store.run((tx) =>
      resolveDecision(tx, { id: ban.id, actor: second, event: 'override', reason: { zh: '查明不是本人', en: 'found to be another' } }),
    )
    expect(await stateOf(at.store, 'account', somebody.id!)).toBe('active')
  })
  test('should find an account by its address, and hold a program’s administrator to that program', async () => {
    const one = await program(at.store)
    const { email } = (await at.store.db.selectFrom('account').select('email').where('id', '=', one.owner.id!).executeTakeFirst())!
    expect((await accountByMail(at.store, email.toUpperCase()))?.id).toBe(one.owner.id)
    const other = await program(at.store)
    expect([(await rolesFor(at.store, one.owner.id!, one.id))[0], (await rolesFor(at.store, one.owner.id!, other.id))[0]]).toEqual([
      'program-admin',
      'developer',
    ])
    expect(
      (
        await refused(
          at.store.run((tx) => endMember(tx, { program: one.id, account: one.owner.id!, role: 'program-admin', actor: one.admin })),
        )
      ).code,
    ).toBe('guard')
    await at.store.run((tx) => addMember(tx, { program: one.id, account: other.owner.id!, role: 'program-admin', actor: one.admin }))
    await at.store.run((tx) => endMember(tx, { program: one.id, account: one.owner.id!, role: 'program-admin', actor: one.admin }))
    expect((await rolesFor(at.store, one.owner.id!, one.id))[0]).toBe('developer')
  })
})

describe('programs and certification', () => {
  test('should take one of two names that look alike, however many try at once', async () => {
    const dev = await developer(at.store)
    const tries = await Promise.allSettled(
      ['北山书屋', '北山 书屋', '北山書屋'].map((name) =>
        at.store.run((tx) => createProgram(tx, { actor: dev, name, platform: 'wechat' })),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect((await refused(at.store.run((tx) => createProgram(tx, { actor: dev, name: '微信书屋', platform: 'wechat' })))).code).toBe(
      'invalid',
    )
  })
  test('should certify until a day, let it lapse, and be applied for again', async () => {
    const dev = await developer(at.store)
    const checker = await staff(at.store, 'entity-checker')
    const { id } = await at.store.run((tx) => applyForCertification(tx, { entity: dev.entity!, papers: ['licence'], actor: dev }))
    expect((await refused(at.store.run((tx) => certify(tx, { id, until: 0, actor: dev })))).code).toBe('role')
    await at.store.run((tx) => certify(tx, { id, until: at.clock.now() + 30 * DAY, actor: checker }))
    at.clock.forward(31 * DAY)
    for (let fired = await fireTimers(at.store); fired.length > 0; fired = await fireTimers(at.store));
    const row = await at.store.db.selectFrom('certification').select('state').where('id', '=', id).executeTakeFirst()
    expect(row?.state).toBe('lapsed')
    expect((await at.store.run((tx) => applyForCertification(tx, { entity: dev.entity!, papers: ['licence'], actor: dev }))).to).toBe(
      'pending',
    )
  })
  test('should warn thirty days before a paper ends, and end it on its day', async () => {
    const dev = await developer(at.store)
    const checker = await staff(at.store, 'entity-checker')
    const upload = (validUntil: number | null) =>
      at.store.run((tx) =>
        uploadDocument(tx, {
          entity: dev.entity!,
          kind: 'food',
          blob: { sha256: hexOf(99), size: 1, mime: 'image/png' },
          fileName: 'f.png',
          validUntil,
          actor: dev,
        }),
      )
    const [dated, endless] = [await upload(at.clock.now() + 40 * DAY), await upload(null)]
    for (const id of [dated, endless])
      await at.store.run((tx) => transition(tx, { subject: 'document', id, event: 'accept', actor: checker }))
    const states = async () => {
      const rows = await at.store.db.selectFrom('document').select(['id', 'state']).where('id', 'in', [dated, endless]).execute()
      return [dated, endless].map((id) => rows.find((row) => row.id === id)?.state)
    }
    const pass = async (days: number) => {
      at.clock.forward(days * DAY)
      for (let fired = await fireTimers(at.store); fired.length > 0; fired = await fireTimers(at.store));
      return states()
    }
    expect([await pass(9), await pass(2), await pass(28), await pass(2)]).toEqual([
      ['valid', 'valid'],
      ['expiring', 'valid'],
      ['expiring', 'valid'],
      ['expired', 'valid'],
    ])
  })
})
