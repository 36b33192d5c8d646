/** Methods of promises. */

import { join } from '../join.ts'
import type { CallRecord, Machine } from '../machine.ts'
import { isFunction, type Obj, type Site, UNDEFINED, UNKNOWN, type V } from '../value.ts'
import type { Method } from './method.ts'

const promiseValue = (m: Machine, v: V, site: Site): { value: V; calls: readonly CallRecord[] } => {
  const p = m.settle(v, site)
  return { value: p.resolved ?? UNDEFINED, calls: p.calls as CallRecord[] }
}
/** Methods borrowed by `call` may meet something that is no promise. */
const promiseOf = (m: Machine, self: V, site: Site): Obj => (self.t === 1 && self.kind === 'promise' ? self : m.settle(self, site))
export const PROMISE: Record<string, Method> = {
  // biome-ignore lint/suspicious/noThenProperty: this is a table of the program's promise methods
  then: (m, self, args, site) => {
    const p = promiseOf(m, self, site)
    const calls = p.calls as CallRecord[]
    let out: V | null = null
    if (args[0] && isFunction(args[0])) out = m.callback(args[0], [p.resolved ?? UNKNOWN], 'then', 'promise', calls, site)
    if (args[1] && isFunction(args[1])) {
      const r = m.callback(args[1], [p.rejected ?? UNKNOWN], 'catch', 'promise', calls, site)
      out = out ? join(out, r) : r
    }
    const next = out ? promiseValue(m, out, site) : { value: p.resolved ?? UNKNOWN, calls: [] }
    return m.promise(next.value, [...calls, ...next.calls].slice(-6), site)
  },
  catch: (m, self, args, site) => {
    const p = promiseOf(m, self, site)
    if (args[0] && isFunction(args[0])) m.callback(args[0], [p.rejected ?? UNKNOWN], 'catch', 'promise', p.calls as CallRecord[], site)
    return self
  },
  finally: (m, self, args, site) => {
    if (args[0] && isFunction(args[0])) m.callback(args[0], [], 'finally', 'promise', promiseOf(m, self, site).calls as CallRecord[], site)
    return self
  },
}
