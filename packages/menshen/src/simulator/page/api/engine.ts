/**
 * How an API call runs: recorded first, answered later, its callbacks under a context that follows the caller's.
 * What has a behaviour here is described in the other files of this room; every other public name answers with a
 * plain success and is marked as unimplemented, so that nothing is ever concluded from it.
 */
import { type Context, context, enter, follow } from '../cause.ts'
import { failed, guard } from '../errors.ts'
import { keysOf, NativePromise, setTimer } from '../native.ts'
import { causeNow, record, stackNow, summary } from '../record.ts'
import type { Loose } from '../state.ts'

export interface Reply {
  /** Id of the call's record. */
  readonly call: number
  readonly context: Context
  ok(result?: Record<string, unknown>, by?: string): void
  fail(why: string, by?: string, more?: Record<string, unknown>): void
}
export type Behaviour = (options: Loose, reply: Reply) => unknown
export type SyncBehaviour = (...args: Loose[]) => unknown

/** With callbacks and promises. */
export const later: Record<string, Behaviour> = Object.create(null)
/** Answering at once. */
export const atOnce: Record<string, SyncBehaviour> = Object.create(null)
/** Scopes that a call needs, for its record. */
export const scopeOf: Record<string, string> = Object.create(null)
/** Calls too frequent and too dull to record every time. */
const quiet = new Set([
  'nextTick',
  'canIUse',
  'getStorageSync',
  'base64ToArrayBuffer',
  'arrayBufferToBase64',
  'getSystemInfoSync',
  'getWindowInfo',
])
const recorded = new Map<string, number>()
/** Records of one quiet name, of any name. */
const quietLimit = 30
const loudLimit = 2000

/** Records a call; gives 0 when enough of its kind are on record. */
export function recordCall(
  api: string,
  args: unknown,
  more: { unimplemented?: boolean; scope?: string | undefined; alias?: string | undefined } = {},
): number {
  const n = (recorded.get(api) ?? 0) + 1
  recorded.set(api, n)
  if (n > (quiet.has(api) ? quietLimit : loudLimit)) return 0
  return record({
    kind: 'call',
    api,
    args: summary(args),
    stack: stackNow(),
    cause: causeNow(),
    ...(more.unimplemented ? { unimplemented: true } : {}),
    ...(more.scope ? { scope: more.scope } : {}),
    ...(more.alias ? { alias: more.alias } : {}),
  })
}

const withoutCallbacks = (o: Loose): unknown => {
  if (!o || typeof o !== 'object') return o
  const out: Record<string, unknown> = {}
  for (const key of keysOf(o)) if (key !== 'success' && key !== 'fail' && key !== 'complete') out[key] = o[key]
  return out
}

let aliasNow: string | undefined
/** Marks calls made through the other platform's name. */
export function underAlias<T>(alias: string, run: () => T): T {
  const before = aliasNow
  aliasNow = alias
  try {
    return run()
  } finally {
    aliasNow = before
  }
}

/** Runs an asynchronous API by name, for programs and for elements alike. */
export function callLater(name: string, given: Loose, behaviour: Behaviour | undefined): Loose {
  const o = given && typeof given === 'object' ? given : {}
  const call = recordCall(name, withoutCallbacks(o), { unimplemented: !behaviour, scope: scopeOf[name], alias: aliasNow })
  const from = context()
  const own = follow(from, 'callback', name)
  let over = false
  let settle: (ok: boolean, out: Loose) => void = () => {}
  const hasCallback = typeof o.success === 'function' || typeof o.fail === 'function' || typeof o.complete === 'function'
  const finish = (ok: boolean, out: Loose, by: string) => {
    if (over) return
    over = true
    if (call) record({ kind: 'answer', call, ok, errMsg: String(out.errMsg).slice(0, 300), summary: summary(out), by })
    // an answer that a person gave carries that person's tap; any other follows the caller
    const answered = context()
    const next =
      answered && answered.kind === 'answer' && answered.tap
        ? { ...own, kind: 'answer' as const, name: answered.name, tap: answered.tap }
        : own
    setTimer(() => {
      enter({ ...next, name: name + (ok ? '.success' : '.fail') }, () => {
        if (hasCallback) {
          if (ok && typeof o.success === 'function') guard(name + '.success', () => o.success(out))
          if (!ok && typeof o.fail === 'function') guard(name + '.fail', () => o.fail(out))
          if (typeof o.complete === 'function') guard(name + '.complete', () => o.complete(out))
        }
        settle(ok, out)
      })
    }, 0)
  }
  const reply: Reply = {
    call,
    context: own,
    ok: (result = {}, by = 'system') => finish(true, { errMsg: name + ':ok', ...result }, by),
    fail: (why, by = 'system', more = {}) => finish(false, { errMsg: name + ':fail' + (why ? ' ' + why : ''), ...more }, by),
  }
  const promise = hasCallback
    ? undefined
    : new NativePromise((resolve, reject) => {
        settle = (ok, out) => (ok ? resolve(out) : reject(out))
      })
  let handle: unknown
  try {
    if (behaviour) handle = behaviour(o, reply)
    else reply.ok({})
  } catch (error) {
    failed('api ' + name, error)
    reply.fail('internal error')
  }
  if (handle && typeof handle === 'object') return promise ? Object.assign(promise, handle) : handle
  return promise
}

/** An object whose every method exists, is recorded and answers with another such object. */
export function standIn(name: string, own: Record<string, unknown> = {}): Loose {
  const target = (() => {}) as Loose
  return new Proxy(target, {
    get: (_, key) => {
      if (typeof key === 'symbol' || key === 'then' || key === 'catch' || key === 'finally') return undefined
      if (key in own) return own[key]
      if (key === 'toJSON') return undefined
      return (...args: unknown[]) => {
        if (/^(on|off)[A-Z]/.test(key)) return undefined
        recordCall(name + '.' + key, args, { unimplemented: true })
        return standIn(name + '.' + key)
      }
    },
    set: (_, key, value) => {
      own[String(key)] = value
      return true
    },
    has: () => true,
    apply: () => undefined,
  })
}

/** A list of listeners that the platform calls: kept with the context to call them under. */
export function listeners(name: string) {
  const list: { run: Loose; from: Context | null }[] = []
  return {
    add(run: Loose) {
      if (typeof run === 'function' && list.length < 200) list.push({ run, from: null })
    },
    remove(run?: Loose) {
      if (!run) list.length = 0
      else for (let i = list.length - 1; i >= 0; i--) if (list[i]?.run === run) list.splice(i, 1)
    },
    raise(value: unknown, cause: Context | null = null) {
      for (const l of [...list]) enter(cause ?? follow(null, 'event', name), () => guard(name, () => l.run(value)))
    },
    get size() {
      return list.length
    },
  }
}
