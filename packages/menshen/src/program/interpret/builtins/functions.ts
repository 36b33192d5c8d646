/** Methods of functions. */

import { join } from '../join.ts'
import type { Machine } from '../machine.ts'
import { alternatives, type Site, UNKNOWN, type V } from '../value.ts'
import { CALLABLES } from './callables.ts'
import { arg, elementOf, type Method } from './method.ts'

export const FUNCTION: Record<string, Method> = {
  // (() => {}).constructor is Function under another name.
  constructor: (m: Machine, self: V, args: readonly V[], site: Site) => CALLABLES.Function!(m, self, args, site),
  call: (m, self, args, site) => m.call(self, arg(args, 0), args.slice(1), site, 'call'),
  apply: (m, self, args, site) => {
    const list = arg(args, 1)
    return m.call(
      self,
      arg(args, 0),
      list.t === 1 && list.items ? list.items : list.t === 0 ? [] : [elementOf(m, list, site)],
      site,
      'call',
    )
  },
  bind: (m, self, args) => {
    const out = alternatives(self).map((f) => {
      if (f.t !== 1) return f
      const b = m.object(f.kind, { file: f.file, start: f.start, end: f.end })
      Object.assign(b, {
        fn: f.fn,
        frame: f.frame,
        native: f.native,
        ns: f.ns,
        api: f.api,
        how: f.how === 'member' ? 'alias' : f.how,
        tag: f.tag,
        props: f.props,
      })
      b.boundThis = f.boundThis ?? arg(args, 0)
      b.boundArgs = args.length > 1 ? [...(f.boundArgs ?? []), ...args.slice(1)] : f.boundArgs
      return b
    })
    return out.length === 1 ? (out[0] as V) : out.reduce<V>((a, b) => join(a, b), out[0] as V)
  },
  toString: () => UNKNOWN,
}
