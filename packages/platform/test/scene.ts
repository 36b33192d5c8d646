/** People and programs for tests, made through the store's own doors. */
import type { Ground } from '../src/domain/decision.ts'
import { type Actor, type Role, SYSTEM } from '../src/domain/words.ts'
import { publishTerms, register, seedStaff, verifyMail } from '../src/store/accounts.ts'
import { beginCheck, endCheck, planCheck, saveRisk } from '../src/store/checks.ts'
import { decideOn } from '../src/store/decisions.ts'
import { enterEntity, uploadDocument } from '../src/store/entities.ts'
import { createProgram, saveListing } from '../src/store/programs.ts'
import type { Store, Tx } from '../src/store/store.ts'
import { transition } from '../src/store/transition.ts'
import { acceptIntake, beginVersion, storeVersion, submitVersion } from '../src/store/versions.ts'

let counter = 0
const next = () => ++counter
export const hexOf = (n: number) => n.toString(16).padStart(64, '0')

export const LISTING = { name: '城南茶馆', intro: '喝茶看书的地方', categories: ['food'], contact: { email: 'tea@example.com' } }
export const GROUND: Ground = {
  clause: { id: 'wx-op/12.4.1', edition: '2018-09', title: { zh: '位置要先征得同意', en: 'Ask before taking a position' } },
  quote: 'wx.getLocation()',
  where: [{ file: 'pages/home/home.js', line: 9 }],
  screenshots: [],
  steps: [],
  fix: { zh: '点按之后再取位置', en: 'Ask after a tap' },
  example: {
    right: { zh: '点按后弹出说明', en: 'a tap, then an explanation' },
    wrong: { zh: '打开页面就弹窗', en: 'a prompt as the page opens' },
  },
  findings: [],
}
const FACTS = { zh: '已打开全部页面查看', en: 'All pages were opened and seen' }

/** Somebody of the staff, of no entity. */
export const staff = async (store: Store, ...roles: Role[]): Promise<Actor> => {
  const id = await store.run((tx) =>
    seedStaff(tx, { email: `staff-${next()}@menshen.example`, passwordHash: 'x', displayName: 'staff', roles, demo: true }),
  )
  return { id, role: roles[0]!, entity: null }
}
/** The same person in another of their roles. */
export const as = (actor: Actor, role: Role): Actor => ({ ...actor, role })

/** A developer whose address and entity are verified. */
export const developer = async (store: Store): Promise<Actor> => {
  const n = next()
  const checker = await staff(store, 'entity-checker')
  if (!(await store.db.selectFrom('terms').select('version').executeTakeFirst()))
    // Another may be faster.
    await store.run((tx) => publishTerms(tx, SYSTEM, { version: 1, zh: '条款', en: 'Terms', from: 0 })).catch(() => {})
  return store.run(async (tx) => {
    const { id, token } = await register(tx, { email: `dev-${n}@example.com`, passwordHash: 'x', terms: 1 })
    await verifyMail(tx, token)
    const self: Actor = { id, role: 'developer', entity: null }
    const entity = await enterEntity(tx, {
      account: id,
      actor: self,
      details: { kind: 'company', legalName: `茶馆公司${n}`, numberSealed: Buffer.from('sealed'), numberKey: `key-${n}`, seal: null },
    })
    const known: Actor = { ...self, entity }
    await uploadDocument(tx, {
      entity,
      kind: 'identity',
      blob: { sha256: hexOf(1_000_000 + n), size: 3, mime: 'image/png' },
      fileName: 'id.png',
      actor: known,
    })
    await transition(tx, { subject: 'account', id, event: 'submit-entity', actor: known })
    await transition(tx, { subject: 'account', id, event: 'verify', actor: checker })
    return known
  })
}

export interface Program {
  readonly id: string
  readonly listing: string
  readonly owner: Actor
  readonly admin: Actor
}
export const program = async (store: Store, owner?: Actor): Promise<Program> => {
  const dev = owner ?? (await developer(store))
  const n = next()
  return store.run(async (tx) => {
    const { id } = await createProgram(tx, {
      actor: dev,
      name: `城南茶馆${String(n).replace(/\d/g, (d) => '零一二三四五六七八九'[Number(d)]!)}`,
      platform: 'wechat',
    })
    const { id: listing } = await saveListing(tx, { program: id, content: LISTING, actor: dev })
    return { id, listing, owner: dev, admin: as(dev, 'program-admin') }
  })
}

/** A version that passed intake. */
export const checked = async (tx: Tx, one: Program, sha256 = hexOf(next())): Promise<string> => {
  const { id } = await beginVersion(tx, { program: one.id, label: '1.0.0', actor: one.owner })
  await storeVersion(tx, { version: id, blob: { sha256, size: 10, mime: 'application/zip' } })
  await acceptIntake(tx, { version: id, manifest: { pages: 1 }, files: [{ path: 'app.json', sha256: hexOf(5), size: 2 }] })
  return id
}
/** A version whose automated review handed it to people. */
export const waiting = async (
  store: Store,
  given?: Program,
): Promise<{ readonly id: string; readonly program: Program; readonly sha256: string }> => {
  const one = given ?? (await program(store))
  const sha256 = hexOf(next())
  const id = await store.run(async (tx) => {
    const version = await checked(tx, one, sha256)
    await submitVersion(tx, { version, listing: one.listing, actor: one.owner })
    const run = await planCheck(tx, { version, check: 'static', checkVersion: '1', rulebook: 'r', required: true })
    await beginCheck(tx, run)
    await endCheck(tx, { id: run, findings: [] })
    await saveRisk(tx, version, { score: 3 }, true)
    await transition(tx, { subject: 'version', id: version, event: 'hand-over', actor: SYSTEM })
    return version
  })
  return { id, program: one, sha256 }
}

export const rvOf = async (store: Store, table: 'version' | 'program' | 'account' | 'decision_status', id: string): Promise<number> =>
  (await store.db.selectFrom(table).select('rv').where('id', '=', id).executeTakeFirstOrThrow()).rv
export const stateOf = async (store: Store, table: 'version' | 'program' | 'account' | 'decision_status', id: string): Promise<string> =>
  (await store.db.selectFrom(table).select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

/** Decides on a version as its lease holder. */
export const judge = async (
  tx: Tx,
  {
    id,
    sha256,
    actor,
    action,
    rv,
  }: {
    readonly id: string
    readonly sha256: string
    readonly actor: Actor
    readonly action: 'approve' | 'refuse' | 'warn' | 'pull'
    readonly rv?: number
  },
) =>
  decideOn(tx, {
    actor,
    subject: 'version',
    id,
    rv: rv ?? (await tx.db.selectFrom('version').select('rv').where('id', '=', id).executeTakeFirstOrThrow()).rv,
    content: {
      action,
      automated: 'no',
      sha256,
      facts: FACTS,
      grounds: action === 'approve' ? [] : [GROUND],
      until: action === 'warn' ? tx.now + 86_400_000 : null,
      capabilities: [],
      curable: true,
      rulebook: 'r1',
    },
  })
/** A version that a reviewer approved. */
export const approved = async (store: Store, reviewer: Actor, given?: Program) => {
  const one = await waiting(store, given)
  await store.run(async (tx) => {
    await transition(tx, { subject: 'version', id: one.id, event: 'claim', actor: reviewer })
    await judge(tx, { ...one, actor: reviewer, action: 'approve' })
  })
  return one
}
/** An approved version that is out for everybody. */
export const live = async (store: Store, reviewer: Actor, given?: Program) => {
  const one = await approved(store, reviewer, given)
  await store.run(async (tx) => {
    await transition(tx, { subject: 'version', id: one.id, event: 'publish', actor: one.program.admin, payload: { percent: 10 } })
    await transition(tx, { subject: 'version', id: one.id, event: 'complete', actor: one.program.admin })
  })
  return one
}
