/** Who asks: a person in a browser session, a program with a token, or nobody. And in which role they may. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Endpoint, Scope } from '../contract/words.ts'
import { may, roleFor, STAFF } from '../domain/roles.ts'
import type { Actor, Role } from '../domain/words.ts'
import { apiTokenOf, rolesOf, sessionOf } from '../store/accounts.ts'
import { sessionSeen, tokenUsed } from '../store/profile.ts'
import type { Store } from '../store/store.ts'
import { Refusal } from './errors.ts'

export interface Caller {
  readonly account: string
  readonly entity: string | null
  readonly state: string
  readonly lang: 'zh' | 'en'
  /** Roles for the whole platform. Whoever works for the platform is no developer on it. */
  readonly roles: readonly Role[]
  readonly by:
    | { readonly kind: 'session'; readonly id: string; readonly secondFactor: boolean; readonly expires: number }
    | { readonly kind: 'token'; readonly id: string; readonly scopes: readonly string[]; readonly program: string | null }
}

export const isStaff = (role: Role): boolean => (STAFF as readonly Role[]).includes(role)
const SEEN = 5 * 60_000

export const cookieName = (origin: string): string => (origin.startsWith('https:') ? '__Host-menshen' : 'menshen-session')
/** The cookie of a session; without a value it is taken away. */
export const cookieOf = (origin: string, value: string | null, seconds: number): string =>
  `${cookieName(origin)}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}; Max-Age=${value === null ? 0 : seconds}`
const readCookie = (header: string | undefined, name: string): string | null => {
  // Two of one name are nobody's: one of them was planted.
  const found = (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=')
    return at > 0 && part.slice(0, at).trim() === name ? [part.slice(at + 1).trim()] : []
  })
  return found.length === 1 && found[0] !== '' ? found[0]! : null
}

/** Whoever works for the platform does only that. */
export const platformRoles = (roles: readonly Role[]): readonly Role[] => {
  const staff = roles.filter(isStaff)
  return staff.length > 0 ? staff : roles.filter((role) => role === 'developer')
}

/** Who it is; null for a visitor. A credential that is not valid is refused, and never taken for none. */
export const callerOf = async (
  store: Store,
  headers: { readonly authorization: string | undefined; readonly cookie: string | undefined },
  origin: string,
): Promise<Caller | null> => {
  const now = store.clock.now()
  if (headers.authorization !== undefined) {
    const [, secret] = headers.authorization.match(/^Bearer ([\x21-\x7e]{10,200})$/i) ?? []
    const row = secret === undefined ? undefined : await apiTokenOf(store, secret)
    if (!row)
      throw new Refusal(
        'signed-out',
        { zh: '令牌无效或已过期', en: 'the token is not valid any more' },
        { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
      )
    await tokenUsed(store, row.id, now - SEEN)
    return {
      account: row.account,
      entity: row.entity,
      state: row.state,
      lang: 'zh',
      // A token never works for the platform.
      roles: platformRoles(await rolesOf(store, row.account)).filter((role) => !isStaff(role)),
      by: { kind: 'token', id: row.id, scopes: row.scopes, program: row.program },
    }
  }
  const secret = readCookie(headers.cookie, cookieName(origin))
  if (secret === null) return null
  const row = secret.length > 200 ? undefined : await sessionOf(store, secret)
  if (!row) return null
  if (row.seen_at < now - SEEN) await sessionSeen(store, row.id, now - SEEN)
  return {
    account: row.account,
    entity: row.entity,
    state: row.state,
    lang: row.lang === 'en' ? 'en' : 'zh',
    roles: platformRoles(await rolesOf(store, row.account)),
    by: { kind: 'session', id: row.id, secondFactor: row.second_factor_at !== null, expires: row.expires_at },
  }
}

/** The token that a page brings with everything that changes something: bound to its session, and of no use elsewhere. */
export const csrfOf = (store: Store, session: string): string => store.keyed('csrf', session)
const same = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(one!, other!)
}

/** A request that changes something comes from our own pages: by its origin, and in a session by its token too. */
export const checkOrigin = (
  store: Store,
  caller: Caller | null,
  headers: { readonly origin: string | undefined; readonly site: string | undefined; readonly csrf: string | undefined },
  own: string,
): void => {
  if (caller?.by.kind === 'token') return
  if (headers.origin !== undefined && headers.origin !== own) throw new Refusal('csrf')
  if (headers.site !== undefined && headers.site !== 'same-origin' && headers.site !== 'none') throw new Refusal('csrf')
  if (caller && !same(headers.csrf ?? '', csrfOf(store, caller.by.id)))
    throw new Refusal('csrf', { zh: '缺少 X-CSRF-Token，或与会话不符', en: 'X-CSRF-Token is missing or belongs to another session' })
}

/** What those who are out may still do: look, and appeal. */
const OUT: ReadonlySet<string> = new Set(['suspended', 'banned'])
const STILL: ReadonlySet<string> = new Set(['appeal.file', 'session.own', 'session.open', 'directory.see', 'public'])
/** Without the new terms: reading, accepting them, leaving. */
const BEFORE_TERMS: ReadonlySet<string> = new Set(['session.own', 'account.close', 'session.open', 'public', 'appeal.file'])

export interface Gate {
  readonly endpoint: Endpoint
  readonly caller: Caller | null
  /** Whether it changes something. */
  readonly changes: boolean
  /** The program that the path names, and what the caller is in it; undefined where the path names none. */
  readonly within?: { readonly program: string; readonly roles: readonly Role[] }
  readonly secondFactor: boolean
}
/** Whether roles may; the one question behind every route, also for roles that nobody signs in with. */
export const gateOpen = (permission: Endpoint['permission'], roles: readonly Role[]): Role | null =>
  permission === 'public' ? (roles.find((role) => role !== 'system') ?? 'visitor') : roleFor(roles, permission)

/** In which role they may, or a refusal. Deny by default: who is not let in by a line here is out. */
export const enter = ({ endpoint, caller, changes, within, secondFactor }: Gate): Actor => {
  const { permission, scope } = endpoint
  if (caller === null) {
    const role = gateOpen(permission, ['visitor'])
    if (role === null) throw new Refusal('signed-out')
    return { id: null, role, entity: null }
  }
  if (caller.by.kind === 'token') {
    if (scope === undefined || !caller.by.scopes.includes(scope satisfies Scope))
      throw new Refusal(
        'scope',
        scope === undefined
          ? { zh: '这个接口不接受令牌', en: 'this route takes no tokens' }
          : { zh: `需要范围 ${scope}`, en: `the scope "${scope}" is needed` },
      )
    if (caller.by.program !== null && within?.program !== caller.by.program && !(within === undefined && endpoint.narrows === true))
      throw new Refusal('scope', { zh: '令牌只用于另一个小程序', en: 'the token is for another program' })
  }
  // In a program people are what they are there; what is not theirs is not there.
  const owners = permission !== 'public' && (may('developer', permission) || may('program-admin', permission))
  if (within && owners && within.roles.length === 0 && !caller.roles.some(isStaff)) throw new Refusal('not-found')
  const roles = within && owners ? [...within.roles, ...caller.roles.filter(isStaff)] : caller.roles
  const role = gateOpen(permission, roles)
  if (role === null) throw new Refusal('role')
  if (
    isStaff(role) &&
    secondFactor &&
    caller.by.kind === 'session' &&
    !caller.by.secondFactor &&
    permission !== 'public' &&
    !may('developer', permission)
  )
    throw new Refusal('second-factor', { zh: '请先设置并通过两步验证', en: 'set up a second factor, and sign in with it' })
  if (OUT.has(caller.state) && changes && !STILL.has(permission))
    throw new Refusal('role', { zh: '账号已暂停或封禁，只能查看和申诉', en: 'the account is suspended or banned: it can look and appeal' })
  return { id: caller.account, role, entity: caller.entity }
}
/** New terms come first, for everybody who uses the platform for themselves. */
export const checkTerms = (endpoint: Endpoint, actor: Actor, changes: boolean, due: number | null, route: string): void => {
  if (
    due !== null &&
    changes &&
    actor.id !== null &&
    !isStaff(actor.role) &&
    !BEFORE_TERMS.has(endpoint.permission) &&
    route !== 'POST /api/me/terms'
  )
    throw new Refusal('terms', { zh: `请先阅读并接受第 ${due} 版服务条款`, en: `read and accept edition ${due} of the terms first` })
}
