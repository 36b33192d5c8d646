/**
 * Whose doing it is. A context follows every piece of program code from the event that began it through timers,
 * callbacks and promises: it is set on entering a task and stays until the microtasks of that task have run.
 *
 * A tap counts for what follows it, but not for ever: its chain ends when a page loads or shows, and after a second
 * and a half. A jump a moment after arriving is nobody's wish.
 */
import type { Cause } from '../types.ts'
import { clearRepeating, clearTimer, clock, NativeChannel, round, setRepeating, setTimer } from './native.ts'

export interface Tap {
  /** Record id. */
  readonly id: number
  readonly at: number
  readonly epoch: number
}
export interface Context {
  readonly kind: Cause['kind']
  readonly name: string
  readonly tap: Tap | null
  readonly chain: readonly string[]
}

export const chainLife = 1500
let current: Context | null = null
let epoch = 0
let shownAt = 0
let lastTap: Tap | null = null

/** A page loads or shows: whatever a finger began before has reached its end. */
export function newEpoch(): void {
  epoch++
  shownAt = clock()
}
export const makeTap = (id: number): Tap => (lastTap = { id, at: clock(), epoch })
/** The finger's last doing, if it was just now. */
export const freshTap = (): Tap | null => (lastTap && clock() - lastTap.at < chainLife && lastTap.epoch === epoch ? lastTap : null)

export const context = (): Context | null => current
const grown = (chain: readonly string[], name: string): readonly string[] => {
  const last = chain[chain.length - 1]
  if (last === name) return chain
  const out: string[] = []
  const from = chain.length > 7 ? 1 : 0
  if (from) out[0] = chain[0] as string
  for (let i = from ? chain.length - 6 : 0; i < chain.length; i++) out[out.length] = chain[i] as string
  out[out.length] = name
  return out
}
/** A context that begins here: an event, a lifecycle call, an answer. */
export const begin = (kind: Cause['kind'], name: string, tap: Tap | null): Context => ({ kind, name, tap, chain: [name] })
/** A context that goes on from another: a timer, a callback. */
export const follow = (from: Context | null, kind: Cause['kind'], name: string): Context => ({
  kind,
  name,
  tap: from ? from.tap : null,
  chain: grown(from ? from.chain : [], name),
})

/** Runs something under a context and comes back to the one before: for calls inside a task. */
export function within<T>(next: Context | null, run: () => T): T {
  const before = current
  current = next
  try {
    return run()
  } finally {
    current = before
  }
}

const channel = new NativeChannel()
let pending: Context | null = null
/** The context that ended last: a promise that nobody caught is told of after the task in which it failed. */
let former: Context | null = null
channel.port1.onmessage = () => {
  if (current !== pending) return
  former = current
  current = null
}
/** Runs something as the doing of whatever ended last, unless something is under way. */
export const afterwards = <T>(run: () => T): T => (current ? run() : within(former, run))
/** Runs a task under a context that lasts until its microtasks have drained. */
export function enter<T>(next: Context | null, run: () => T): T {
  current = next
  try {
    return run()
  } finally {
    pending = next
    channel.port2.postMessage(0)
  }
}

/** Leaves a context standing for what a function that awaits does later in this task. */
export function linger(next: Context): void {
  current = next
  pending = next
  channel.port2.postMessage(0)
}

/** The cause as it is recorded. */
export function describeCause(): Cause {
  const sinceShow = shownAt ? round(clock() - shownAt) : 0
  if (!current) return { kind: 'none', name: '', tap: null, chain: [], sinceShow }
  const { kind, name, tap, chain } = current
  if (!tap) return { kind, name, tap: null, chain, sinceShow }
  const ended = tap.epoch !== epoch ? 'page' : clock() - tap.at > chainLife ? 'time' : undefined
  if (ended) return { kind, name, tap: null, formerTap: tap.id, ended, chain, sinceShow }
  return { kind, name, tap: tap.id, chain, sinceShow }
}

// ---- the timers that programs see -----------------------------------------------------------------------------

type Handler = (...args: unknown[]) => unknown
type Guard = (where: string, run: () => unknown) => unknown

/** Timers that carry the context along. At most a few thousand live at once: more is a program out of control. */
export function programTimers(guard: Guard) {
  const live = new Set<number>()
  const full = () => live.size > 5000
  return {
    setTimeout(run: Handler, milliseconds?: number, ...args: unknown[]): number {
      if (typeof run !== 'function' || full()) return 0
      const next = follow(current, 'timer', 'setTimeout ' + round(+(milliseconds as number) || 0))
      const id = setTimer(() => {
        live.delete(id)
        enter(next, () => guard('setTimeout', () => run(...args)))
      }, milliseconds)
      live.add(id)
      return id
    },
    setInterval(run: Handler, milliseconds?: number, ...args: unknown[]): number {
      if (typeof run !== 'function' || full()) return 0
      const next = follow(current, 'timer', 'setInterval ' + round(+(milliseconds as number) || 0))
      const id = setRepeating(
        () => enter(next, () => guard('setInterval', () => run(...args))),
        Math.max(+(milliseconds as number) || 0, 16),
      )
      live.add(id)
      return id
    },
    clearTimeout(id?: number) {
      live.delete(id as number)
      clearTimer(id)
    },
    clearInterval(id?: number) {
      live.delete(id as number)
      clearRepeating(id)
    },
    /** Everything off: the program is being launched anew. */
    clearAll() {
      for (const id of live) {
        clearTimer(id)
        clearRepeating(id)
      }
      live.clear()
    },
  }
}
