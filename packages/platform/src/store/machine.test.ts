import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { checked, hexOf, type Program, program, rvOf, staff, stateOf } from '../../test/scene.ts'
import { SYSTEM } from '../domain/words.ts'
import { brokenInvariants, verifyAudit } from './audit.ts'
import { beginCheck, endCheck, failCheck, findingsOf, markFinding, planCheck, saveRisk } from './checks.ts'
import { confirmDecision, decideOn } from './decisions.ts'
import type { Problem } from './problem.ts'
import { handOver, openReason, reasonsOf } from './queue.ts'
import { transition } from './transition.ts'
import { submitVersion } from './versions.ts'

let at: TestStore
beforeAll(async () => {
  at = await testStore()
})
afterAll(async () => {
  expect(await brokenInvariants(at.store)).toEqual([])
  expect(await verifyAudit(at.store)).toMatchObject({ ok: true })
  await at.close()
})
let n = 500
const submitted = async (one: Program) => {
  const sha256 = hexOf(n++)
  const id = await at.store.run(async (tx) => {
    const version = await checked(tx, one, sha256)
    await submitVersion(tx, { version, listing: one.listing, actor: one.owner })
    return version
  })
  return { id, sha256 }
}
const plan = (id: string, check = 'static') =>
  at.store.run((tx) => planCheck(tx, { version: id, check, checkVersion: '1', rulebook: 'r', required: true }))
const pass = (id: string) => at.store.run((tx) => transition(tx, { subject: 'version', id, event: 'pass', actor: SYSTEM }))
const guardOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: Problem) => String(error.detail['guard'] ?? error.code),
  )
const approve = async (id: string, sha256: string) => {
  const rv = await rvOf(at.store, 'version', id)
  return at.store.run((tx) =>
    decideOn(tx, {
      actor: SYSTEM,
      subject: 'version',
      id,
      rv,
      content: {
        action: 'approve',
        automated: 'fully',
        sha256,
        facts: { zh: '自动审核没有发现问题', en: 'The automated review found nothing' },
        grounds: [],
        until: null,
        capabilities: [],
        curable: true,
        rulebook: 'r',
      },
    }),
  )
}

test('should approve by itself only when every check has ended and nothing speaks against it', async () => {
  const one = await program(at.store)
  const { id, sha256 } = await submitted(one)
  expect(await guardOf(pass(id))).toBe('checksDone')
  const run = await plan(id)
  expect(await plan(id)).toBe(run)
  expect(await guardOf(pass(id))).toBe('checksDone')
  await at.store.run((tx) => beginCheck(tx, run))
  // A worker that says twice that it is done is heard once.
  expect(await Promise.all([1, 2].map(() => at.store.run((tx) => endCheck(tx, { id: run, findings: [] }))))).toEqual(
    expect.arrayContaining([true, false]),
  )
  // Nobody has assessed it: that is not the same as nothing against it.
  expect(await guardOf(pass(id))).toBe('not-vetoed')
  await at.store.run((tx) => saveRisk(tx, id, { score: 1 }, false))
  await pass(id)
  expect((await approve(id, sha256)).state).toBe('effective')
  expect(await stateOf(at.store, 'version', id)).toBe('approved')
})
test('should not pass what a check failed on, whatever the assessment says, and send it to people with the reason', async () => {
  const { id } = await submitted(await program(at.store))
  const [static_, run] = [await plan(id), await plan(id, 'run')]
  await at.store.run((tx) => endCheck(tx, { id: static_, findings: [] }))
  await at.store.run((tx) => failCheck(tx, run, 'the browser did not start'))
  await at.store.run((tx) => saveRisk(tx, id, { score: 1 }, false))
  expect(await guardOf(pass(id))).toBe('not-vetoed')
  await at.store.run(async (tx) => {
    for (let twice = 0; twice < 2; twice++)
      await openReason(tx, { version: id, reason: 'check-failed', zh: '检查没有完成', en: 'a check did not end' })
    await handOver(tx, id, 'check-failed')
  })
  expect([await stateOf(at.store, 'version', id), (await reasonsOf(at.store, id)).map(({ reason }) => reason)]).toEqual([
    'awaiting-human',
    ['check-failed'],
  ])
})
test('should pass when a check that failed was done again and ended well', async () => {
  const { id } = await submitted(await program(at.store))
  const first = await plan(id)
  await at.store.run((tx) => failCheck(tx, first, 'x'))
  const second = await plan(id)
  expect(second).not.toBe(first)
  await at.store.run((tx) => endCheck(tx, { id: second, findings: [] }))
  await at.store.run((tx) => saveRisk(tx, id, {}, false))
  expect((await pass(id)).to).toBe('auto-ok')
})
test('should hold its own approval of what many people use, until somebody confirms', async () => {
  const one = await program(at.store)
  await at.store.db.updateTable('program').set({ daily_users: 1_000_000 }).where('id', '=', one.id).execute()
  const { id, sha256 } = await submitted(one)
  const run = await plan(id)
  await at.store.run((tx) => endCheck(tx, { id: run, findings: [] }))
  await at.store.run((tx) => saveRisk(tx, id, {}, false))
  await pass(id)
  const made = await approve(id, sha256)
  expect([made.state, await stateOf(at.store, 'version', id)]).toEqual(['held', 'held'])
  const senior = await staff(at.store, 'senior-reviewer')
  await at.store.run((tx) => confirmDecision(tx, { id: made.id, actor: senior }))
  expect(await stateOf(at.store, 'version', id)).toBe('approved')
})
test('should lose to a developer who withdraws first, and to nobody who is late', async () => {
  const one = await program(at.store)
  const { id, sha256 } = await submitted(one)
  const run = await plan(id)
  await at.store.run((tx) => endCheck(tx, { id: run, findings: [] }))
  await at.store.run((tx) => saveRisk(tx, id, {}, false))
  await pass(id)
  const results = await Promise.allSettled([
    approve(id, sha256),
    at.store.run((tx) => transition(tx, { subject: 'version', id, event: 'withdraw', actor: one.owner })),
    approve(id, sha256),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  expect(['approved', 'withdrawn']).toContain(await stateOf(at.store, 'version', id))
})
test('should keep what people said of a finding, the last word last, and no dismissal without a reason', async () => {
  const { id } = await submitted(await program(at.store))
  const run = await plan(id)
  const finding = {
    rule: 'a-rule',
    verdict: 'review',
    severity: 'error',
    confidence: 'high',
    clauses: [{ id: 'wx-op/1.1', edition: '2018-09' }],
    fingerprint: 'f',
    places: [],
  }
  await at.store.run((tx) => endCheck(tx, { id: run, findings: [finding as never] }))
  const [found] = await findingsOf(at.store, id)
  const reviewer = await staff(at.store, 'reviewer')
  const mark = (how: 'confirm' | 'dismiss', reason?: string) =>
    at.store.run((tx) => markFinding(tx, { finding: found!.id, actor: reviewer, mark: how, ...(reason ? { reason } : {}) }))
  await mark('confirm')
  expect(await guardOf(mark('dismiss'))).toBe('invalid')
  at.clock.forward(1)
  await mark('dismiss', '误报')
  expect((await findingsOf(at.store, id))[0]!.marks.map(({ mark: said }) => said)).toEqual(['confirm', 'dismiss'])
})
