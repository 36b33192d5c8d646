/** One request, parsed, with who asks and in which role: what a handler gets. */
import type { Body, Given, Params, Query, Route } from '../contract/index.ts'
import type { Actor } from '../domain/words.ts'
import { once } from '../store/idempotency.ts'
import { countUse } from '../store/limits.ts'
import type { Tx } from '../store/store.ts'
import type { Caller } from './caller.ts'
import { Refusal } from './errors.ts'
import type { RateName, Services } from './options.ts'

export interface Call<R extends Route = Route> {
  readonly route: R
  readonly params: Params<R>
  readonly query: Query<R>
  readonly body: Body<R>
  readonly caller: Caller | null
  /** Who acts, in the role that this route lets them in by. */
  readonly actor: Actor
  /** The program that the path leads into; '' where there is none. */
  readonly program: string
  /** Roles of the caller in it. */
  readonly within: readonly string[]
  readonly request: Request
  /** The network address, hashed with the platform's key. */
  readonly address: string
  readonly lang: 'zh' | 'en'
  readonly services: Services
  /** Headers of the answer. */
  readonly headers: Headers
  /** A transaction; for routes that may be sent twice, under the key that came with the request. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}
export type Handler<R extends Route> = (call: Call<R>) => Promise<Given<R> | Response>
export type Handlers = { readonly [R in Route]: Handler<R> }
/** Handlers of some routes, typed by their keys. */
export const handlers = <R extends Route>(some: { readonly [K in R]: Handler<K> }): { readonly [K in R]: Handler<K> } => some

/** The account that asks; routes without one never get here. */
export const accountOf = (call: { readonly caller: Caller | null }): string => {
  if (!call.caller) throw new Refusal('signed-out')
  return call.caller.account
}

/** Counts one more against a limit, or refuses with when to come again. */
export const spend = async ({ store, options }: Services, name: RateName, key: string): Promise<void> => {
  const use = await countUse(store, `${name}:${key}`, options.rates[name])
  if (!use.allowed) throw tooMany(use.until - store.clock.now())
}
export const tooMany = (forMs: number): Refusal => {
  const seconds = Math.max(1, Math.ceil(forMs / 1000))
  return new Refusal('too-many', { zh: `请 ${seconds} 秒后再试`, en: `try again in ${seconds} seconds` }, { retryAfter: seconds })
}

export const runFor =
  (services: Services, caller: Caller | null, idempotent: boolean, request: Request, of: unknown): Call['run'] =>
  (work) => {
    const key = request.headers.get('idempotency-key')
    return services.store.run((tx) =>
      idempotent && key !== null && caller ? once(tx, { account: caller.account, key, request: of }, () => work(tx)) : work(tx),
    )
  }

export const iso = (at: number): string => new Date(at).toISOString()
export const isoOr = (at: number | null | undefined): string | null => (at === null || at === undefined ? null : iso(at))
/** A cursor that callers give back as it is. */
export const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
export const cursorOf = <T>(text: string | undefined, read: (value: unknown) => T | null): T | undefined => {
  if (text === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    value = null
  }
  const found = value === null ? null : read(value)
  if (found === null)
    throw new Refusal('invalid', undefined, {
      fields: [{ path: 'query.after', said: { zh: '翻页位置不对', en: 'this is no place in the list' } }],
    })
  return found
}

/** Each row as it is shown. One that cannot be shown is written to the log and left out: it does not take the page with it. */
export const eachSound = async <Row, View>(
  { log }: Pick<Services, 'log'>,
  rows: readonly Row[],
  view: (row: Row) => View | Promise<View>,
): Promise<View[]> =>
  (
    await Promise.all(
      rows.map(async (row) => {
        try {
          return [await view(row)]
        } catch (error) {
          log.error({ error, id: (row as { id?: unknown } | null)?.id }, 'an item that cannot be shown')
          return []
        }
      }),
    )
  ).flat()
