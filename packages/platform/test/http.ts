/** A platform without a socket: its routes on a fresh database, and browsers that keep their cookie. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Answer, BodyIn, ParamsIn, QueryIn, Route } from '../src/contract/index.ts'
import type { Problem } from '../src/contract/words.ts'
import { type Actor, type Role, SYSTEM } from '../src/domain/words.ts'
import { createApp } from '../src/http/app.ts'
import { createEvidence } from '../src/http/evidence.ts'
import { type Options, RATES, type Services } from '../src/http/options.ts'
import { hashPassword } from '../src/http/passwords.ts'
import { ROUTES } from '../src/http/routes/index.ts'
import { openServices } from '../src/http/services.ts'
import { confirmRole, grantRole, openSession, publishTerms, seedStaff } from '../src/store/accounts.ts'
import { diskBlobs } from '../src/store/blobs/disk.ts'
import { openSecrets } from '../src/store/secrets.ts'
import { type MovedClock, testStore } from './database.ts'

export const ORIGIN = 'https://menshen.example'
export const EVIDENCE = 'https://evidence.menshen.example'
export const PASSWORD = 'a long enough secret'

/** What a route answered: its own shape, or a problem. */
export interface Reply<T> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
  readonly problem: Problem
  readonly raw: string
}
type Sent<R extends Route> = (undefined extends ParamsIn<R> ? object : { readonly params: ParamsIn<R> }) &
  (undefined extends QueryIn<R> ? object : { readonly query?: QueryIn<R> }) &
  (undefined extends BodyIn<R> ? object : { readonly body: BodyIn<R> }) & {
    readonly headers?: Readonly<Record<string, string>>
    readonly bytes?: Uint8Array
  }

export interface Browser {
  call<R extends Route>(route: R, ...sent: object extends Sent<R> ? [Sent<R>?] : [Sent<R>]): Promise<Reply<Answer<R>>>
  /** As it is: for what no page of ours would send. */
  raw(path: string, init?: RequestInit): Promise<Reply<unknown>>
  readonly account: string
  cookie: string
  csrf: string
}
export interface TestHttp {
  readonly services: Services
  readonly app: ReturnType<typeof createApp>
  readonly evidence: ReturnType<typeof createEvidence>
  readonly clock: MovedClock
  readonly lines: string[]
  browser(options?: { readonly address?: string }): Browser
  /** Somebody of the staff, signed in with a second factor. */
  staff(...roles: Role[]): Promise<Browser>
  /** Signs an account in without a password. */
  as(account: string, secondFactor?: boolean): Promise<Browser>
  token(secret: string): Browser
  close(): Promise<void>
}

let counter = 0
export const testHttp = async (options: Partial<Options> = {}): Promise<TestHttp> => {
  const { store, clock, url, close } = await testStore()
  const folder = mkdtempSync(join(tmpdir(), 'menshen-http-'))
  const lines: string[] = []
  const services = await openServices({
    store,
    blobs: await diskBlobs(folder),
    secrets: openSecrets(Buffer.alloc(32, 9)),
    databaseUrl: url,
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    options: {
      origin: ORIGIN,
      evidenceOrigin: EVIDENCE,
      rates: Object.fromEntries(
        Object.entries(RATES).map(([name, rate]) => [name, { ...rate, most: 100_000 }]),
      ) as unknown as Options['rates'],
      ...options,
    },
  })
  await store.run((tx) => publishTerms(tx, SYSTEM, { version: 1, zh: '服务条款第一版', en: 'Terms, edition one', from: 0 }))
  const app = createApp(services, ROUTES)
  const evidence = createEvidence(services)

  const make = (address: string, account: string, authorization?: string): Browser => {
    const self: Browser = {
      account,
      cookie: '',
      csrf: '',
      raw: async (path, init = {}) => {
        const headers = new Headers(init.headers)
        if (self.cookie !== '' && !headers.has('cookie')) headers.set('cookie', self.cookie)
        if (authorization) headers.set('authorization', authorization)
        const response = await app.request(path, { ...init, headers }, { incoming: { socket: { remoteAddress: address } } })
        for (const line of response.headers.getSetCookie()) self.cookie = line.includes('Max-Age=0') ? '' : line.split(';')[0]!
        const stream = response.headers.get('content-type')?.includes('event-stream')
        if (stream) await response.body?.cancel()
        const raw = stream ? '' : await response.text()
        const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(raw) : null
        if (typeof json?.csrf === 'string') self.csrf = json.csrf
        if (typeof json?.me?.csrf === 'string') self.csrf = json.me.csrf
        return { status: response.status, headers: response.headers, body: json, problem: json, raw }
      },
      call: async (route, ...[sent]) => {
        const {
          params = {},
          query = {},
          body,
          headers = {},
          bytes,
        } = (sent ?? {}) as {
          params?: Record<string, string>
          query?: Record<string, unknown>
          body?: unknown
          headers?: Record<string, string>
          bytes?: Uint8Array
        }
        const [method, path] = route.split(' ') as [string, string]
        const search = new URLSearchParams(
          Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as [string, string]])),
        ).toString()
        const changes = method !== 'GET'
        return self.raw(path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!)) + (search ? `?${search}` : ''), {
          method,
          headers: {
            'accept-language': 'en',
            ...(changes ? { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'x-csrf-token': self.csrf } : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(bytes ? { 'content-length': String(bytes.length) } : {}),
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          ...(bytes ? { body: bytes as never } : {}),
        }) as never
      },
    }
    return self
  }
  const as = async (account: string, secondFactor = true): Promise<Browser> => {
    const { token } = await store.run((tx) => openSession(tx, { account, forMs: 86_400_000, secondFactor }))
    const browser = make('192.0.2.9', account)
    browser.cookie = `__Host-menshen=${token}`
    await browser.call('GET /api/here')
    browser.csrf = ((await browser.call('GET /api/here')).body.account?.csrf ?? '') as string
    return browser
  }
  return {
    services,
    app,
    evidence,
    clock,
    lines,
    as,
    browser: ({ address = '192.0.2.1' } = {}) => make(address, ''),
    token: (secret) => make('192.0.2.7', '', `Bearer ${secret}`),
    staff: async (...roles) => {
      const id = await store.run((tx) =>
        seedStaff(tx, { email: `s${++counter}@staff.example`, passwordHash: 'x', displayName: `staff ${counter}`, roles, demo: true }),
      )
      return as(id)
    },
    close: async () => {
      await services.hub.close()
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export const passwordOf = (): Promise<string> => hashPassword(PASSWORD)
export { type Actor, confirmRole, grantRole }
