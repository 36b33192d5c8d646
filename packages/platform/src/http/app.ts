/** The routes of the contract, each behind the same gate. It does not start with a route that nobody declared, or that nobody answers. */
import { Hono } from 'hono'
import { z } from 'zod'
import { API, type Route } from '../contract/index.ts'
import type { Endpoint } from '../contract/words.ts'
import { PERMISSIONS } from '../domain/roles.ts'
import { membershipIn, programOfVersion } from '../store/membership.ts'
import { termsDue } from '../store/profile.ts'
import { addressOf, type Socket } from './address.ts'
import { type Call, type Handler, runFor, spend } from './call.ts'
import { type Caller, callerOf, checkOrigin, checkTerms, enter, isStaff } from './caller.ts'
import { invalid, languageOf, problemOf, Refusal } from './errors.ts'
import type { Services } from './options.ts'

export type Env = { Bindings: { incoming?: { socket?: Socket } }; Variables: { instance: string; route: string; started: number } }
const JSON_MOST = 2 * 1024 * 1024
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export interface Declared {
  readonly route: string
  readonly method: string
  readonly path: string
  readonly endpoint: Endpoint
  readonly handler: (call: Call) => Promise<unknown>
}
/** Binds each declaration to its handler; whatever is amiss is said at once, and nothing starts. */
export const bind = (api: Readonly<Record<string, Endpoint>>, handlers: Readonly<Record<string, unknown>>): readonly Declared[] => {
  const amiss: string[] = []
  const shapes = new Map<string, string>()
  const declared = Object.entries(api).map(([route, endpoint]) => {
    const [, method = '', path = ''] = route.match(/^(GET|POST|PUT|PATCH|DELETE) (\/[\w/:.-]*)$/) ?? []
    if (path === '') amiss.push(`${route}: not a method and a path`)
    if (endpoint.permission !== 'public' && !(PERMISSIONS as readonly string[]).includes(endpoint.permission))
      amiss.push(`${route}: no such permission: ${String(endpoint.permission)}`)
    if (typeof handlers[route] !== 'function') amiss.push(`${route}: declared, and nobody answers`)
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    const known = endpoint.params instanceof z.ZodObject ? Object.keys(endpoint.params.shape) : []
    if (names.length !== known.length || names.some((name) => !known.includes(name)))
      amiss.push(`${route}: its parameters are not those of its path`)
    const shape = `${method} ${path.replace(/:\w+/g, ':')}`
    if (shapes.has(shape)) amiss.push(`${route}: the same as ${shapes.get(shape)}`)
    shapes.set(shape, route)
    return { route, method, path, endpoint, handler: handlers[route] as Declared['handler'] }
  })
  for (const route of Object.keys(handlers)) if (!(route in api)) amiss.push(`${route}: answered, and not declared`)
  if (amiss.length > 0) throw new Error(`routes: ${amiss.join('; ')}`)
  return declared
}

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=()',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}

/** Reads no more than is allowed, whatever was declared. */
const readBounded = async (request: Request, most: number): Promise<Buffer> => {
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) > most) throw new Refusal('too-large')
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const step = await reader?.read()
    if (!step || step.done) return Buffer.concat(chunks)
    size += step.value.length
    if (size > most) {
      await reader?.cancel().catch(() => {})
      throw new Refusal('too-large')
    }
    chunks.push(step.value)
  }
}
const typeOf = (request: Request): string => (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()

const readBody = async (endpoint: Endpoint, request: Request): Promise<unknown> => {
  if (endpoint.kind === 'bytes') {
    if (!endpoint.types?.includes(typeOf(request)))
      throw new Refusal('media-type', { zh: `接受：${endpoint.types?.join('、')}`, en: `accepted: ${endpoint.types?.join(', ')}` })
    if (!/^\d{1,12}$/.test(request.headers.get('content-length') ?? '')) throw new Refusal('length-required')
    return undefined
  }
  if (!endpoint.body) return undefined
  if (typeOf(request) !== 'application/json')
    throw new Refusal('media-type', { zh: '需要 application/json', en: 'application/json is needed' })
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity')
    throw new Refusal('media-type', { zh: '不接受压缩的请求', en: 'compressed requests are not accepted' })
  const bytes = await readBounded(request, JSON_MOST)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refusal('invalid', { zh: '不是有效的 JSON', en: 'this is no JSON' })
  }
  const parsed = endpoint.body.safeParse(value)
  if (!parsed.success) throw invalid(parsed.error)
  refuseUnsound(parsed.data, [])
  return parsed.data
}

/** Characters that no text has and that no database keeps: NUL, and halves of characters. Where the first one is. */
const unsound = (value: unknown, path: readonly string[]): readonly string[] | null => {
  if (typeof value === 'string') return value.includes('\0') || /\p{Cs}/u.test(value) ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, one] of Object.entries(value)) {
    const found = unsound(key, path) ?? unsound(one, [...path, key])
    if (found) return found
  }
  return null
}
const refuseUnsound = (value: unknown, at: readonly string[]): void => {
  const found = unsound(value, at)
  if (found)
    throw new Refusal('invalid', undefined, {
      fields: [{ path: found.join('.'), said: { zh: '含有无效字符', en: 'holds characters that no text has' } }],
    })
}

/** What goes out has the declared shape and no more. Of a list, what cannot be shown is left out and the rest is. */
export const shaped = (endpoint: Endpoint, value: unknown, broken: (error: unknown) => void): unknown => {
  const whole = endpoint.answer.safeParse(value)
  if (whole.success) return whole.data
  const items = (value as { items?: unknown } | null)?.items
  const item =
    endpoint.answer instanceof z.ZodObject ? (endpoint.answer.shape['items'] as z.ZodArray<z.ZodType> | undefined)?.element : undefined
  if (!Array.isArray(items) || !item) throw whole.error
  const sound = items.filter((one) => {
    const parsed = item.safeParse(one)
    if (!parsed.success) broken(parsed.error)
    return parsed.success
  })
  return endpoint.answer.parse({ ...(value as object), items: sound, unreadable: items.length - sound.length })
}

const withinOf = async (services: Services, path: string, params: Record<string, string>, caller: Caller | null) => {
  if (!caller) return undefined
  const program = path.startsWith('/api/programs/:program')
    ? params['program']!
    : path.startsWith('/api/versions/:version')
      ? ((await programOfVersion(services.store, params['version']!)) ?? '')
      : undefined
  if (program === undefined) return undefined
  return { program, roles: program === '' ? [] : await membershipIn(services.store, caller.account, program) }
}

/** The application: routes of the contract, errors in one shape for everything else. */
export const createApp = (
  services: Services,
  handlers: Readonly<Record<string, unknown>>,
  api: Readonly<Record<string, Endpoint>> = API,
): Hono<Env> => {
  const declared = bind(api, handlers)
  const { store, options, log, metrics } = services
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    c.set('started', performance.now())
    c.set('instance', `urn:uuid:${crypto.randomUUID()}`)
    c.set('route', 'other')
    await next()
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    if (options.origin.startsWith('https:')) c.res.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
    c.res.headers.append('vary', 'Accept-Language, Cookie, Authorization')
    const ms = performance.now() - c.get('started')
    metrics.request(c.get('route'), c.res.status, ms / 1000)
    log.debug({ route: c.get('route'), status: c.res.status, ms: Math.round(ms), instance: c.get('instance') }, 'request')
  })
  app.onError((error, c) => {
    const lang = languageOf(c.req.header('accept-language'))
    const { wire, known, headers } = problemOf(error, lang, c.get('instance'))
    if (!known) log.error({ error, route: c.get('route'), instance: wire.instance }, 'request failed')
    return new Response(JSON.stringify(wire), {
      status: wire.status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': lang, ...headers },
    })
  })

  for (const one of declared) {
    const { route, method, path, endpoint, handler } = one
    const changes = CHANGES.has(method)
    app.on(method, path, async (c) => {
      c.set('route', route)
      const request = c.req.raw
      const address = store
        .keyed('address', addressOf(c.env?.incoming?.socket, c.req.header('x-forwarded-for'), options.proxies))
        .slice(0, 32)
      await spend(services, 'address', address)
      const caller = await callerOf(store, { authorization: c.req.header('authorization'), cookie: c.req.header('cookie') }, options.origin)
      if (caller)
        await spend(services, caller.by.kind === 'token' ? 'token' : 'account', caller.by.kind === 'token' ? caller.by.id : caller.account)
      if (changes)
        checkOrigin(
          store,
          caller,
          { origin: c.req.header('origin'), site: c.req.header('sec-fetch-site'), csrf: c.req.header('x-csrf-token') },
          options.origin,
        )
      const params = endpoint.params?.safeParse(c.req.param())
      const within =
        params?.success === false ? undefined : await withinOf(services, path, (params?.data ?? {}) as Record<string, string>, caller)
      const actor = enter({ endpoint, caller, changes, secondFactor: options.staffSecondFactor, ...(within ? { within } : {}) })
      if (params?.success === false) throw new Refusal('not-found')
      if (changes && caller && !isStaff(actor.role)) checkTerms(endpoint, actor, changes, await termsDue(store, caller.account), route)
      const query = endpoint.query?.safeParse(c.req.query())
      if (query?.success === false) throw invalid(query.error, 'query')
      refuseUnsound(query?.data, ['query'])
      const body = await readBody(endpoint, request)
      const headers = new Headers()
      const call: Call = {
        route: route as Route,
        params: params?.data as never,
        query: query?.data as never,
        body: body as never,
        caller,
        actor,
        program: within?.program ?? '',
        within: within?.roles ?? [],
        request,
        address,
        lang: languageOf(c.req.header('accept-language'), caller?.lang ?? 'zh'),
        services,
        headers,
        run: runFor(services, caller, endpoint.idempotent === true, request, { route, params: params?.data ?? null, body: body ?? null }),
      }
      const answer = await handler(call)
      if (answer instanceof Response) return answer
      const value = shaped(endpoint, answer, (error) =>
        log.error({ error, route, instance: c.get('instance') }, 'an item that cannot be shown'),
      )
      headers.set('content-type', 'application/json; charset=utf-8')
      return new Response(JSON.stringify(value), { status: endpoint.status ?? 200, headers })
    })
  }
  const paths = declared.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`),
  }))
  app.notFound((c) => {
    const allowed = [...new Set(paths.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method))]
    if (allowed.length === 0) throw new Refusal('not-found')
    if (allowed.includes('GET')) allowed.push('HEAD')
    throw new Refusal(
      'method',
      { zh: `可用：${allowed.join('、')}`, en: `allowed: ${allowed.join(', ')}` },
      { headers: { allow: allowed.join(', ') } },
    )
  })
  return app
}
export type { Handler }
