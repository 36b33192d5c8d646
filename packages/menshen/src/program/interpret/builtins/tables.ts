/** Methods of maps and sets, and those that every object has. */

import { join } from '../join.ts'
import type { Machine } from '../machine.ts'
import { UNDEFINED, UNKNOWN, type V } from '../value.ts'
import { arg, derived, type Method, text, unknownList } from './method.ts'

export const MAP: Record<string, Method> = {
  set: (m, self, args, site) => {
    m.setIndex(self, arg(args, 0), arg(args, 1), site)
    return self
  },
  add: (_m, self, args) => {
    if (self.t === 1) self.any = self.any ? join(self.any, arg(args, 0)) : arg(args, 0)
    return self
  },
  get: (m, self, args, site) => {
    const k = text(arg(args, 0))
    if (self.t === 1 && k !== null) return self.props?.get(k) ?? self.any ?? UNDEFINED
    return m.everything(self, UNKNOWN, site)
  },
  has: () => UNKNOWN,
  delete: () => UNKNOWN,
  clear: () => UNDEFINED,
  forEach: (m, self, args, site) => {
    const all = m.everything(self, UNKNOWN, site)
    m.callback(arg(args, 0), [all, UNKNOWN], 'forEach', 'call', null, site)
    return UNDEFINED
  },
  values: (m, self, _a, site) => unknownList(m, m.everything(self, UNKNOWN, site), site),
  keys: (m, _s, _a, site) => unknownList(m, UNKNOWN, site),
  entries: (m, self, _a, site) => unknownList(m, m.list([UNKNOWN, m.everything(self, UNKNOWN, site)], site), site),
}
export const OBJECT: Record<string, Method> = {
  hasOwnProperty: () => UNKNOWN,
  toString: (_m: Machine, self: V) => derived(self),
  valueOf: (_m: Machine, self: V) => self,
  isPrototypeOf: () => UNKNOWN,
  propertyIsEnumerable: () => UNKNOWN,
}
