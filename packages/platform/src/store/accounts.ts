/** Accounts: registration with an unused address, terms, roles, sessions and tokens. Whatever is secret is kept as a hash. */
import { createHash } from 'node:crypto'
import { STAFF } from '../domain/roles.ts'
import { type Actor, ROLES, type Role, SYSTEM } from '../domain/words.ts'
import { constraintOf } from './db.ts'
import { notFound, Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'
import { type Change, create, transitionGiven } from './transition.ts'

/** The key by which addresses are one: case does not tell them apart. */
export const mailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()
const MAIL = /^[^\s@<>"\r\n]{1,64}@[^\s@<>"\r\n.]+(\.[^\s@<>"\r\n.]+)+$/
const hashed = (token: string): string => createHash('sha256').update(token).digest('hex')
/** A secret to be given away once, of 256 bits. */
export const newToken = (store: Store, prefix = ''): string => prefix + Buffer.from(store.random(32)).toString('base64url')

export interface Registration {
  readonly email: string
  readonly passwordHash: string
  readonly displayName?: string
  readonly lang?: 'zh' | 'en'
  /** The version of the terms that was shown and accepted. */
  readonly terms: number
  readonly ipHash?: string
}
/**
 * Registers. An address that is in use is refused by the guard `mailFree`: who asks from outside must get the same answer
 * as if it were free, so the route sends the mail “you have an account already” instead.
 */
export const register = async (
  tx: Tx,
  { email, passwordHash, displayName = '', lang = 'zh', terms, ipHash }: Registration,
): Promise<{ readonly id: string; readonly token: string }> => {
  const key = mailKey(email)
  if (!MAIL.test(key) || key.length > 254) throw new Problem('invalid', { zh: '邮箱地址不对', en: 'this is no e-mail address' })
  const inForce = await termsInForce(tx)
  const id = tx.id()
  try {
    await create(
      tx,
      {
        subject: 'account',
        event: 'register',
        actor: { id: null, role: 'visitor', entity: null },
        row: {
          id,
          email: email.trim(),
          email_key: key,
          password_hash: passwordHash,
          display_name: displayName,
          lang,
          last_seen_at: tx.now,
          created_at: tx.now,
        },
      },
      { values: { termsAccepted: inForce !== null && terms === inForce } },
    )
  } catch (error) {
    if (constraintOf(error) === 'account_email')
      throw new Problem('guard', { zh: '这个邮箱不能用于注册', en: 'this address cannot be used to register' }, { guard: 'mailFree' })
    throw error
  }
  await acceptTerms(tx, id, terms, ipHash)
  return { id, token: await mailToken(tx, id, 'verify', 24 * 3_600_000) }
}

/** The version of the terms in force; null before any were published. */
export const termsInForce = async (tx: Pick<Tx, 'db' | 'now'>): Promise<number | null> =>
  (
    await tx.db
      .selectFrom('terms')
      .select('version')
      .where('in_force_from', '<=', tx.now)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.version ?? null
/** Publishes terms; both languages, and never changed afterwards. */
export const publishTerms = async (
  tx: Tx,
  actor: Actor,
  { version, zh, en, from }: { readonly version: number; readonly zh: string; readonly en: string; readonly from: number },
): Promise<void> => {
  await tx.db
    .insertInto('terms')
    .values({ version, sha256: hashed(`${zh}\n${en}`), text_zh: zh, text_en: en, in_force_from: from })
    .execute()
  tx.log({ type: 'terms.published', actor, payload: { version, from } })
}
/** Writes down that an account accepted a version of the terms. */
export const acceptTerms = async (tx: Tx, account: string, version: number, ipHash?: string): Promise<void> => {
  await tx.db
    .insertInto('terms_acceptance')
    .values({ account, version, at: tx.now, ip_hash: ipHash ?? null })
    .onConflict((same) => same.doNothing())
    .execute()
  tx.log({
    type: 'terms.accepted',
    actor: { id: account, role: 'developer', entity: null },
    subject: 'account',
    subjectId: account,
    payload: { version },
  })
}

/** A token that comes by mail; only its hash is kept. */
export const mailToken = async (
  tx: Tx,
  account: string,
  kind: 'verify' | 'reset' | 'change' | 'contact',
  forMs: number,
  content?: unknown,
): Promise<string> => {
  const token = newToken(tx.store)
  await tx.db
    .insertInto('mail_token')
    .values({
      hash: hashed(token),
      account,
      kind,
      content: content === undefined ? null : JSON.stringify(content),
      expires_at: tx.now + forMs,
      created_at: tx.now,
    })
    .execute()
  return token
}
/** Uses a token up; null when it is unknown, used or over. Used once, whoever asks at the same time. */
export const useMailToken = async (
  tx: Tx,
  token: string,
  kind: 'verify' | 'reset' | 'change' | 'contact',
): Promise<{ readonly account: string; readonly content: unknown } | null> => {
  const row = await tx.db
    .updateTable('mail_token')
    .set({ used_at: tx.now })
    .where('hash', '=', hashed(token))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning(['account', 'content'])
    .executeTakeFirst()
  return row ?? null
}
/** Verifies an address by the token that was sent to it. */
export const verifyMail = async (tx: Tx, token: string): Promise<Change> => {
  const used = await useMailToken(tx, token, 'verify')
  if (!used) throw new Problem('guard', { zh: '验证链接无效或已过期', en: 'the link is not valid any more' }, { guard: 'tokenValid' })
  return transitionGiven(
    tx,
    { subject: 'account', id: used.account, event: 'verify-mail', actor: { id: used.account, role: 'developer', entity: null } },
    { values: { tokenValid: true } },
  )
}

/** The account that signs in with an address; null when there is none. */
export const accountByMail = (store: Store, email: string) =>
  store.db.selectFrom('account').selectAll().where('email_key', '=', mailKey(email)).where('state', '<>', 'freed').executeTakeFirst()
export const accountById = (store: Store, id: string) => store.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()

/** The roles an account holds for the whole platform: developer, and the staff roles that a second person confirmed. */
export const rolesOf = async (store: Store, account: string): Promise<readonly Role[]> => {
  const rows = await store.db
    .selectFrom('role_grant')
    .select('role')
    .where('account', '=', account)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  return [
    'developer',
    ...rows.map(({ role }) => role as Role).filter((role) => (ROLES as readonly string[]).includes(role) && role !== 'system'),
  ]
}
/** The roles for one program: its administrators hold `program-admin` there and nowhere else. */
export const rolesFor = async (store: Store, account: string, program: string): Promise<readonly Role[]> => {
  const roles = await rolesOf(store, account)
  const rows = await store.db
    .selectFrom('membership')
    .select('role')
    .where('program', '=', program)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .execute()
  return rows.some(({ role }) => role === 'program-admin') ? ['program-admin', ...roles] : roles
}

/** Proposes a staff role for somebody else; it counts when a second operator confirms. */
export const grantRole = async (
  tx: Tx,
  { account, role, actor }: { readonly account: string; readonly role: Role; readonly actor: Actor },
): Promise<string> => {
  if (!(STAFF as readonly Role[]).includes(role)) throw new Problem('invalid', { zh: '这个角色不能授予', en: 'this role is not granted' })
  if (actor.id === account) throw new Problem('guard', { zh: '不能给自己授予角色', en: 'nobody grants themselves a role' })
  const id = tx.id()
  await tx.db.insertInto('role_grant').values({ id, account, role, granted_by: actor.id, granted_at: tx.now }).execute()
  tx.log({ type: 'role.proposed', actor, subject: 'account', subjectId: account, payload: { role, grant: id } })
  return id
}
/** The second operator confirms. */
export const confirmRole = async (tx: Tx, { grant, actor }: { readonly grant: string; readonly actor: Actor }): Promise<void> => {
  const row = await tx.db
    .selectFrom('role_grant')
    .selectAll()
    .where('id', '=', grant)
    .where('ended_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (actor.id === null || actor.id === row.granted_by || actor.id === row.account)
    throw new Problem('guard', { zh: '需要另一个人来确认', en: 'another person has to confirm this' })
  await tx.db.updateTable('role_grant').set({ confirmed_by: actor.id, confirmed_at: tx.now }).where('id', '=', grant).execute()
  tx.log({ type: 'role.granted', actor, subject: 'account', subjectId: row.account, payload: { role: row.role, grant } })
}
/** Takes a role away; at once, and by one person. */
export const endRole = async (
  tx: Tx,
  { account, role, actor }: { readonly account: string; readonly role: Role; readonly actor: Actor },
): Promise<void> => {
  await tx.db
    .updateTable('role_grant')
    .set({ ended_at: tx.now })
    .where('account', '=', account)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .execute()
  tx.log({ type: 'role.ended', actor, subject: 'account', subjectId: account, payload: { role } })
}

/**
 * The first people of an empty platform, made by whoever has the machine: an account that is verified at once, with roles.
 * Refused as soon as somebody holds the role of operator, unless the platform is being seeded for a demonstration.
 */
export const seedStaff = async (
  tx: Tx,
  {
    email,
    passwordHash,
    displayName,
    roles,
    entity = null,
    demo = false,
  }: {
    readonly email: string
    readonly passwordHash: string
    readonly displayName: string
    readonly roles: readonly Role[]
    readonly entity?: string | null
    readonly demo?: boolean
  },
): Promise<string> => {
  if (!demo) {
    const operators = await tx.db
      .selectFrom('role_grant')
      .select('id')
      .where('role', '=', 'operator')
      .where('ended_at', 'is', null)
      .execute()
    if (operators.length >= 2)
      throw new Problem('guard', {
        zh: '平台已有运维人员，请由他们授予角色',
        en: 'the platform has operators already: roles are theirs to grant',
      })
  }
  const id = tx.id()
  const row = {
    id,
    email,
    email_key: mailKey(email),
    password_hash: passwordHash,
    display_name: displayName,
    lang: 'zh',
    entity,
    last_seen_at: tx.now,
    created_at: tx.now,
  }
  await create(
    tx,
    { subject: 'account', event: 'register', actor: { id: null, role: 'visitor', entity: null }, row, payload: { seeded: true } },
    { values: { termsAccepted: true } },
  )
  await transitionGiven(
    tx,
    { subject: 'account', id, event: 'verify-mail', actor: { id, role: 'developer', entity: null }, payload: { seeded: true } },
    { values: { tokenValid: true } },
  )
  for (const role of roles) {
    await tx.db
      .insertInto('role_grant')
      .values({ id: tx.id(), account: id, role, granted_by: null, granted_at: tx.now, confirmed_by: null, confirmed_at: tx.now })
      .execute()
    tx.log({ type: 'role.seeded', actor: SYSTEM, subject: 'account', subjectId: id, payload: { role } })
  }
  return id
}

// ---- sessions and tokens -------------------------------------------------------------------------------------------

/** Opens a session; the token goes into a cookie, its hash is kept. */
export const openSession = async (
  tx: Tx,
  {
    account,
    forMs,
    ipHash,
    agent,
    secondFactor = false,
  }: {
    readonly account: string
    readonly forMs: number
    readonly ipHash?: string
    readonly agent?: string
    readonly secondFactor?: boolean
  },
): Promise<{ readonly token: string; readonly id: string }> => {
  const token = newToken(tx.store)
  const id = tx.id()
  await tx.db
    .insertInto('session')
    .values({
      hash: hashed(token),
      id,
      account,
      ip_hash: ipHash ?? null,
      agent: agent?.slice(0, 200) ?? null,
      created_at: tx.now,
      seen_at: tx.now,
      expires_at: tx.now + forMs,
      second_factor_at: secondFactor ? tx.now : null,
    })
    .execute()
  await tx.db.updateTable('account').set({ last_seen_at: tx.now }).where('id', '=', account).execute()
  const staff = await tx.db
    .selectFrom('role_grant')
    .select('role')
    .where('account', '=', account)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('role')
    .limit(1)
    .executeTakeFirst()
  tx.log({
    type: 'session.opened',
    // Nobody acts in a role by signing in: whoever works for the platform is named by what they do there.
    actor: { id: account, role: staff === undefined ? 'developer' : (staff.role as Role), entity: null },
    subject: 'account',
    subjectId: account,
    payload: { session: id },
  })
  return { token, id }
}
/** The session of a token, with its account; undefined when it is unknown, over or ended. */
export const sessionOf = (store: Store, token: string) =>
  store.db
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.account')
    .select([
      's.id',
      's.hash',
      's.account',
      's.second_factor_at',
      's.expires_at',
      's.seen_at',
      'a.state',
      'a.entity',
      'a.lang',
      'a.display_name',
      'a.email',
    ])
    .where('s.hash', '=', hashed(token))
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', store.clock.now())
    .executeTakeFirst()
/** Ends one session, or all of an account. */
export const endSessions = async (tx: Tx, account: string, session?: string): Promise<void> => {
  let query = tx.db.updateTable('session').set({ ended_at: tx.now }).where('account', '=', account).where('ended_at', 'is', null)
  if (session !== undefined) query = query.where('id', '=', session)
  await query.execute()
  tx.log({
    type: 'session.ended',
    actor: { id: account, role: 'developer', entity: null },
    subject: 'account',
    subjectId: account,
    payload: { session: session ?? 'all' },
  })
}

/** A token for programs: shown once, with the scopes that it may use and no other. */
export const makeApiToken = async (
  tx: Tx,
  {
    actor,
    program = null,
    name,
    scopes,
    forMs,
  }: {
    readonly actor: Actor
    readonly program?: string | null
    readonly name: string
    readonly scopes: readonly string[]
    readonly forMs: number
  },
): Promise<{ readonly token: string; readonly id: string }> => {
  const token = newToken(tx.store, 'mns_')
  const id = tx.id()
  await tx.db
    .insertInto('api_token')
    .values({
      hash: hashed(token),
      id,
      account: actor.id!,
      program,
      name,
      scopes: [...scopes],
      created_at: tx.now,
      expires_at: tx.now + forMs,
    })
    .execute()
  tx.log({ type: 'token.made', actor, subject: 'account', subjectId: actor.id!, payload: { token: id, scopes: [...scopes] } })
  return { token, id }
}
/** What a token may do; undefined when it is unknown, over or ended. */
export const apiTokenOf = (store: Store, token: string) =>
  store.db
    .selectFrom('api_token as t')
    .innerJoin('account as a', 'a.id', 't.account')
    .select(['t.id', 't.account', 't.program', 't.scopes', 'a.state', 'a.entity'])
    .where('t.hash', '=', hashed(token))
    .where('t.ended_at', 'is', null)
    .where('t.expires_at', '>', store.clock.now())
    .executeTakeFirst()
