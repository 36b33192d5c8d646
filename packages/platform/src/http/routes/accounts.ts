/** Registration, sessions, passwords, second factors, tokens, one's own files. */
import type { Me } from '../../contract/accounts.ts'
import { permissionsOf } from '../../domain/roles.ts'
import { stateName } from '../../domain/table.ts'
import type { Role } from '../../domain/words.ts'
import {
  acceptTerms,
  accountById,
  accountByMail,
  endSessions,
  mailKey,
  makeApiToken,
  openSession,
  register,
  rolesOf,
  useMailToken,
  verifyMail,
} from '../../store/accounts.ts'
import { entityById } from '../../store/entities.ts'
import { heldFiles, sealFile } from '../../store/files.ts'
import { countUse, mayUse } from '../../store/limits.ts'
import { membershipIn } from '../../store/membership.ts'
import { Problem } from '../../store/problem.ts'
import { endToken, mailTo, sessionsOf, setPassword, setProfile, termsDue, termsText, tokensOf } from '../../store/profile.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  lockSecondFactor,
  secondFactorOf,
  useRecovery,
  useStep,
} from '../../store/second-factor.ts'
import type { Tx } from '../../store/store.ts'
import { refuseWhile } from '../../store/switches.ts'
import { transition } from '../../store/transition.ts'
import { accountOf, type Call, handlers, iso, isoOr, spend, tooMany } from '../call.ts'
import { type Caller, cookieOf, csrfOf, isStaff, platformRoles } from '../caller.ts'
import { Refusal } from '../errors.ts'
import { heldAnswer, receivePicture } from '../files.ts'
import type { Services } from '../options.ts'
import { busy, hashPassword, passwordFits, weak } from '../passwords.ts'
import { qrSvg } from '../qr.ts'
import { base32, otpauth, stepOfCode } from '../totp.ts'

const SENT = { sent: true } as const
const DONE = { done: true } as const
const WRONG = { zh: '邮箱、密码或验证码不对', en: 'the address, the password or the code is wrong' }
/** States in which nobody signs in. */
const GONE: ReadonlySet<string> = new Set(['terminated', 'freed'])

const person = async (services: Services, caller: Caller): Promise<Me> => {
  const { store, options } = services
  const row = await accountById(store, caller.account)
  if (!row || caller.by.kind !== 'session') throw new Refusal('signed-out')
  const [entity, factor, due] = await Promise.all([
    row.entity === null ? undefined : entityById(store, row.entity),
    secondFactorOf(store, row.id),
    termsDue(store, row.id),
  ])
  const staff = caller.roles.some(isStaff)
  const on = factor?.confirmed_at != null
  return {
    id: row.id,
    email: row.email,
    name: row.display_name,
    lang: row.lang === 'en' ? 'en' : 'zh',
    state: row.state as Me['state'],
    stateName: stateName('account', row.state),
    rv: row.rv,
    roles: caller.roles as Me['roles'],
    permissions: [...new Set(caller.roles.flatMap((role) => permissionsOf(role)))].sort(),
    entity: entity ? { id: entity.id, kind: entity.kind, name: entity.legal_name, verified: entity.verified_at !== null } : null,
    termsDue: staff ? null : due,
    twoFactor: staff && options.staffSecondFactor && !(on && caller.by.secondFactor) ? 'due' : on ? 'on' : 'off',
    csrf: csrfOf(store, caller.by.id),
  }
}
const callerFrom = (call: Call): Caller => {
  if (call.caller?.by.kind !== 'session') throw new Refusal('signed-out')
  return call.caller
}
const me = (call: Call): Promise<Me> => person(call.services, callerFrom(call))

/** Opens a session and sets its cookie; one that the browser had before is ended, so that nobody is left in another's. */
const signedIn = async (call: Call, tx: Tx, account: string, secondFactor: boolean) => {
  const { options } = call.services
  if (call.caller?.by.kind === 'session') await endSessions(tx, call.caller.account, call.caller.by.id)
  const seconds = options.sessionHours * 3600
  const session = await openSession(tx, { account, forMs: seconds * 1000, ipHash: call.address, secondFactor, ...agentOf(call) })
  return { ...session, cookie: cookieOf(options.origin, session.token, seconds) }
}
const agentOf = (call: Call) => {
  const agent = call.request.headers.get('user-agent')?.replace(/[^\x20-\x7e]/g, '')
  return agent ? { agent } : {}
}
const fresh = (
  account: string,
  entity: string | null,
  state: string,
  lang: string,
  roles: readonly Role[],
  session: string,
  secondFactor: boolean,
): Caller => ({
  account,
  entity,
  state,
  lang: lang === 'en' ? 'en' : 'zh',
  roles,
  by: { kind: 'session', id: session, secondFactor, expires: 0 },
})
const refuseWeak = (password: string, ...known: readonly string[]): void => {
  if (weak(password, ...known))
    throw new Refusal('invalid', undefined, {
      fields: [{ path: 'password', said: { zh: '这个密码太容易猜到', en: 'this password is too easy to guess' } }],
    })
}
/** The password of whoever is signed in, asked again before what matters. */
const again = async (call: Call, password: string, path = 'password'): Promise<void> => {
  const { store } = call.services
  const account = accountOf(call)
  await spend(call.services, 'sign-in-account', account)
  const row = await accountById(store, account)
  if (!(await passwordFits(row?.password_hash, password)))
    throw new Refusal('invalid', undefined, { fields: [{ path, said: { zh: '密码不对', en: 'the password is wrong' } }] })
}
/** Whether a code of the second factor fits, and uses it up. */
const codeFits = async (services: Services, tx: Tx, account: string, code: string): Promise<boolean> => {
  const row = await lockSecondFactor(tx, account)
  if (!row) return false
  if (!/^\d{6}$/.test(code)) return row.confirmed_at !== null && useRecovery(tx, account, code)
  const secret = await services.secrets.open(tx.db, 'second-factor', row.secret_sealed)
  const step = stepOfCode(secret, code, tx.now)
  return step !== null && useStep(tx, account, step)
}
const crowded = (): void => {
  if (busy()) throw tooMany(2000)
}

export const ACCOUNT_ROUTES = handlers({
  'GET /api/here': async (call) => ({
    account: call.caller?.by.kind === 'session' ? await me(call) : null,
    evidenceOrigin: call.services.options.evidenceOrigin,
    publicOrigin: call.services.options.origin,
    development: call.services.options.development,
  }),
  'GET /api/terms': async ({ services: { store }, query }) => {
    const row = await termsText(store, query.edition)
    if (!row) throw new Refusal('not-found')
    return { edition: row.version, since: iso(row.in_force_from), sha256: row.sha256, zh: row.text_zh, en: row.text_en }
  },
  'POST /api/accounts': async (call) => {
    const { services, body, address } = call
    const { store, secrets } = services
    await refuseWhile(store, 'stop-registration')
    await spend(services, 'registration', address)
    await spend(services, 'mail', store.keyed('mail', mailKey(body.email)).slice(0, 32))
    crowded()
    refuseWeak(body.password, body.email.split('@')[0]!, body.name)
    const passwordHash = await hashPassword(body.password)
    try {
      await store.run(async (tx) => {
        const { id } = await register(tx, {
          email: body.email,
          passwordHash,
          displayName: body.name,
          lang: body.lang,
          terms: body.terms,
          ipHash: address,
        })
        const contact = await secrets.seal(tx, `account:${id}`, 'contact', JSON.stringify(body.contact))
        await setProfile(tx, { account: id, contact, actor: { id, role: 'developer', entity: null } })
      })
    } catch (error) {
      if (!(error instanceof Problem && error.detail['guard'] === 'mailFree')) throw error
      // Whoever owns the address is told; whoever asks is not.
      const row = await accountByMail(store, body.email)
      if (row) await store.run((tx) => mailTo(tx, row.id, row.state === 'new' ? 'verify-mail' : 'account-exists'))
    }
    return SENT
  },
  'POST /api/accounts/verification': async ({ services, body, address }) => {
    await spend(services, 'sign-in-address', address)
    await services.store.run((tx) => verifyMail(tx, body.token))
    return DONE
  },
  'POST /api/accounts/verification/again': async ({ services, body, address }) => {
    const { store } = services
    await spend(services, 'sign-in-address', address)
    await spend(services, 'mail', store.keyed('mail', mailKey(body.email)).slice(0, 32))
    const row = await accountByMail(store, body.email)
    if (row?.state === 'new') await store.run((tx) => mailTo(tx, row.id, 'verify-mail'))
    return SENT
  },
  'POST /api/password/forgotten': async ({ services, body, address }) => {
    const { store } = services
    await spend(services, 'sign-in-address', address)
    await spend(services, 'mail', store.keyed('mail', mailKey(body.email)).slice(0, 32))
    const row = await accountByMail(store, body.email)
    if (row && !GONE.has(row.state)) await store.run((tx) => mailTo(tx, row.id, row.state === 'new' ? 'verify-mail' : 'password-reset'))
    return SENT
  },
  'POST /api/password/reset': async ({ services, body, address }) => {
    await spend(services, 'sign-in-address', address)
    crowded()
    refuseWeak(body.password)
    const hash = await hashPassword(body.password)
    await services.store.run(async (tx) => {
      const used = await useMailToken(tx, body.token, 'reset')
      if (!used)
        throw new Problem('guard', { zh: '链接无效、已用过或已过期', en: 'the link is not valid any more' }, { guard: 'tokenValid' })
      await setPassword(tx, { account: used.account, hash, actor: { id: used.account, role: 'developer', entity: null } })
    })
    return DONE
  },
  'POST /api/sessions': async (call) => {
    const { services, body, address, headers } = call
    const { store, options } = services
    const key = `sign-in-account:${store.keyed('mail', mailKey(body.email)).slice(0, 32)}`
    const allowed = await mayUse(store, key, options.rates['sign-in-account'])
    if (!allowed.allowed) throw tooMany(allowed.until - store.clock.now())
    const near = await mayUse(store, `sign-in-address:${address}`, options.rates['sign-in-address'])
    if (!near.allowed) throw tooMany(near.until - store.clock.now())
    crowded()
    const row = await accountByMail(store, body.email)
    const fits = await passwordFits(row?.password_hash, body.password)
    const wrong = async (): Promise<never> => {
      await countUse(store, key, options.rates['sign-in-account'])
      await spend(services, 'sign-in-address', address)
      throw new Refusal('signed-out', WRONG)
    }
    if (!row || !fits || GONE.has(row.state)) return wrong()
    if (row.state === 'new') throw new Problem('guard', { zh: '请先验证邮箱', en: 'verify the address first' }, { guard: 'mailVerified' })
    const factor = (await secondFactorOf(store, row.id))?.confirmed_at != null
    if (factor && body.code === undefined)
      throw new Refusal('second-factor', { zh: '请输入验证码', en: 'the code of the second factor is needed' })
    if (factor) await spend(services, 'code', row.id)
    const opened = await store.run(async (tx) => {
      if (factor && !(await codeFits(services, tx, row.id, body.code!))) return null
      if (row.state === 'dormant-warned')
        await transition(tx, {
          subject: 'account',
          id: row.id,
          event: 'login',
          actor: { id: row.id, role: 'developer', entity: row.entity },
        })
      return signedIn(call, tx, row.id, factor)
    })
    if (!opened) return wrong()
    headers.append('set-cookie', opened.cookie)
    const roles = platformRoles(await rolesOf(store, row.id))
    return person(services, fresh(row.id, row.entity, row.state, row.lang, roles, opened.id, factor))
  },
  'GET /api/sessions': async (call) => {
    const rows = await sessionsOf(call.services.store, accountOf(call))
    const own = call.caller?.by.id
    return {
      items: rows.map((row) => ({
        id: row.id,
        here: row.id === own,
        agent: row.agent,
        created: iso(row.created_at),
        seen: iso(row.seen_at),
        expires: iso(row.expires_at),
      })),
      next: null,
    }
  },
  'DELETE /api/sessions': async (call) => {
    await call.services.store.run((tx) => endSessions(tx, accountOf(call)))
    call.headers.append('set-cookie', cookieOf(call.services.options.origin, null, 0))
    return DONE
  },
  'DELETE /api/sessions/:session': async (call) => {
    const { services, params, headers } = call
    const own = callerFrom(call).by.id
    const session = params.session === 'current' ? own : params.session
    await services.store.run((tx) => endSessions(tx, accountOf(call), session))
    if (session === own) headers.append('set-cookie', cookieOf(services.options.origin, null, 0))
    return DONE
  },
  'PATCH /api/me': async (call) => {
    const { services, body, actor } = call
    const account = accountOf(call)
    await services.store.run(async (tx) => {
      const contact = body.contact
        ? await services.secrets.seal(tx, `account:${account}`, 'contact', JSON.stringify(body.contact))
        : undefined
      await setProfile(tx, {
        account,
        actor,
        ...(body.name === undefined ? {} : { name: body.name }),
        ...(body.lang ? { lang: body.lang } : {}),
        ...(contact ? { contact } : {}),
      })
    })
    return me(call)
  },
  'PUT /api/me/password': async (call) => {
    const { services, body, actor, headers } = call
    const caller = callerFrom(call)
    await again(call, body.old, 'old')
    refuseWeak(body.password)
    const hash = await hashPassword(body.password)
    const { secondFactor } = caller.by as { secondFactor: boolean }
    const opened = await services.store.run(async (tx) => {
      await setPassword(tx, { account: caller.account, hash, actor })
      return signedIn(call, tx, caller.account, secondFactor)
    })
    headers.append('set-cookie', opened.cookie)
    return person(services, { ...caller, by: { kind: 'session', id: opened.id, secondFactor, expires: 0 } })
  },
  'POST /api/me/terms': async (call) => {
    const { services, body, address } = call
    const account = accountOf(call)
    const due = await termsDue(services.store, account)
    if (due !== null && due !== body.edition)
      throw new Problem('stale', { zh: `现行的是第 ${due} 版`, en: `edition ${due} is in force` }, {})
    if (due !== null) await services.store.run((tx) => acceptTerms(tx, account, body.edition, address))
    return me(call)
  },
  'POST /api/me/closing': async (call) => {
    const { services, body, actor, headers } = call
    const account = accountOf(call)
    await again(call, body.password)
    await services.store.run((tx) => transition(tx, { subject: 'account', id: account, event: 'close', actor, rv: body.rv }))
    headers.append('set-cookie', cookieOf(services.options.origin, null, 0))
    return DONE
  },
  'POST /api/me/second-factor': async (call) => {
    const { services, body } = call
    const account = accountOf(call)
    await again(call, body.password)
    const row = await accountById(services.store, account)
    const secret = Buffer.from(services.store.random(20))
    await services.store.run(async (tx) => {
      const sealed = await services.secrets.seal(tx, `account:${account}`, 'second-factor', secret)
      await beginSecondFactor(tx, { account, sealed })
    })
    const uri = otpauth(secret, 'Menshen', row!.email)
    return { secret: base32(secret), uri, qr: await qrSvg(uri) }
  },
  'POST /api/me/second-factor/confirmation': async (call) => {
    const { services, body, actor, headers } = call
    const caller = callerFrom(call)
    await spend(services, 'code', caller.account)
    const done = await services.store.run(async (tx) => {
      const row = await lockSecondFactor(tx, caller.account)
      if (!row || row.confirmed_at !== null)
        throw new Problem('state', { zh: '没有待确认的两步验证', en: 'no second factor waits to be confirmed' })
      if (!(await codeFits(services, tx, caller.account, body.code))) return null
      const recovery = await confirmSecondFactor(tx, { account: caller.account, actor })
      await mailTo(tx, caller.account, 'second-factor-on')
      // Others of their sessions had no second factor: they end.
      await endSessions(tx, caller.account)
      return { recovery, opened: await signedIn(call, tx, caller.account, true) }
    })
    if (!done) throw new Refusal('invalid', undefined, { fields: [{ path: 'code', said: { zh: '验证码不对', en: 'the code is wrong' } }] })
    headers.append('set-cookie', done.opened.cookie)
    return {
      recovery: done.recovery,
      me: await person(services, { ...caller, by: { kind: 'session', id: done.opened.id, secondFactor: true, expires: 0 } }),
    }
  },
  'DELETE /api/me/second-factor': async (call) => {
    const { services, body, actor } = call
    const account = accountOf(call)
    await again(call, body.password)
    await spend(services, 'code', account)
    const fits = await services.store.run(async (tx) => {
      if (!(await codeFits(services, tx, account, body.code))) return false
      await endSecondFactor(tx, { account, actor })
      await mailTo(tx, account, 'second-factor-off')
      return true
    })
    if (!fits) throw new Refusal('invalid', undefined, { fields: [{ path: 'code', said: { zh: '验证码不对', en: 'the code is wrong' } }] })
    return me(call)
  },
  'GET /api/me/tokens': async (call) => ({ items: (await tokensOf(call.services.store, accountOf(call))).map(tokenView), next: null }),
  'POST /api/me/tokens': async (call) => {
    const { services, body, actor } = call
    const account = accountOf(call)
    if (body.program !== undefined && (await membershipIn(services.store, account, body.program)).length === 0)
      throw new Refusal('not-found')
    const made = await services.store.run((tx) =>
      makeApiToken(tx, {
        actor,
        name: body.name,
        scopes: [...new Set(body.scopes)],
        program: body.program ?? null,
        forMs: body.days * 86_400_000,
      }),
    )
    const row = (await tokensOf(services.store, account)).find(({ id }) => id === made.id)!
    return { token: tokenView(row), secret: made.token }
  },
  'DELETE /api/me/tokens/:token': async (call) => {
    await call.services.store.run((tx) => endToken(tx, { account: accountOf(call), token: call.params.token, actor: call.actor }))
    return DONE
  },
  'PUT /api/files': async (call) => {
    const { services } = call
    await spend(services, 'files', accountOf(call))
    const { bytes, type } = await receivePicture(call)
    const { sha256, size } = await sealFile(services, { account: accountOf(call), bytes, mime: type })
    return { sha256, bytes: size, type }
  },
  'GET /api/files/:file': async (call) => {
    const [row] = await heldFiles(call.services.store, [accountOf(call)], [call.params.file])
    if (!row) throw new Refusal('not-found')
    return heldAnswer(call.services, row)
  },
})

const tokenView = (row: Awaited<ReturnType<typeof tokensOf>>[number]) => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes as ('read' | 'upload' | 'submit' | 'release')[],
  program: row.program,
  created: iso(row.created_at),
  expires: iso(row.expires_at),
  used: isoOr(row.used_at),
})
