/** Methods of lists. */

import { join } from '../join.ts'
import type { Machine } from '../machine.ts'
import { alternatives, makeConst, makeUnknown, type Obj, originsOf, type Site, truth, UNDEFINED, UNKNOWN, type V } from '../value.ts'
import { arg, derived, elementOf, type Method, made, number, text, unknownList } from './method.ts'

/** Calls a function for each element; elements one by one where they are known. */
function overElements(m: Machine, self: V, f: V, site: Site, name: string): { known: V[] | null; results: V[]; any: V } {
  const known = self.t === 1 && self.items && self.items.length <= 48 ? self.items : null
  if (known) {
    const results = known.map((e, i) => m.callback(f, [e, makeConst(i), self], name, 'call', null, site))
    return { known, results, any: results.length ? results.reduce((a, b) => join(a, b)) : UNDEFINED }
  }
  const any = m.callback(f, [elementOf(m, self, site), UNKNOWN, self], name, 'call', null, site)
  return { known: null, results: [], any }
}

export const ARRAY: Record<string, Method> = {
  push: (m, self, args) => {
    for (const o of alternatives(self)) {
      if (o.t !== 1) continue
      if (o.items && o.region === m.region && o.items.length < 400) o.items.push(...args)
      else if (o.items && o.items.length + args.length < 100) {
        // Pushed in an undecided stretch: it may or may not be there; keeping it is what a reviewer would see.
        o.items.push(...args)
      } else {
        for (const a of args) o.any = o.any ? join(o.any, a) : a
        if (o.items) {
          for (const i of o.items) o.any = o.any ? join(o.any, i) : i
          o.items = null
        }
      }
    }
    return UNKNOWN
  },
  unshift: (m, self, args, site) => ARRAY.push!(m, self, args, site),
  splice: (m, self, args, site) => {
    ARRAY.push!(m, self, args.slice(2), site)
    return unknownList(m, elementOf(m, self, site), site)
  },
  pop: (m, self, _a, site) => elementOf(m, self, site),
  shift: (m, self, _a, site) => elementOf(m, self, site),
  at: (m, self, args, site) => {
    const i = number(arg(args, 0))
    return self.t === 1 && self.items && i !== undefined ? (self.items.at(i) ?? UNDEFINED) : elementOf(m, self, site)
  },
  map: (m, self, args, site) => {
    const r = overElements(m, self, arg(args, 0), site, 'map')
    return r.known ? m.list(r.results, site) : unknownList(m, r.any, site)
  },
  flatMap: (m, self, args, site) => {
    const r = overElements(m, self, arg(args, 0), site, 'flatMap')
    if (r.known && r.results.every((x) => x.t === 1 && x.items))
      return m.list(
        r.results.flatMap((x) => (x as Obj).items!),
        site,
      )
    return unknownList(m, elementOf(m, r.any, site), site)
  },
  forEach: (m, self, args, site) => {
    overElements(m, self, arg(args, 0), site, 'forEach')
    return UNDEFINED
  },
  filter: (m, self, args, site) => {
    const { known, results } = overElements(m, self, arg(args, 0), site, 'filter')
    if (!known) return self.t === 1 && self.items ? unknownList(m, self.items.length ? elementOf(m, self, site) : null, site) : self
    const kept = known.filter((_, i) => truth(results[i]!) !== false)
    if (kept.length > 0 && results.every((one) => truth(one) !== undefined)) return m.list(kept, site)
    // What was turned away for sure is gone, whatever becomes of the others.
    const any = kept.length === known.length ? elementOf(m, self, site) : kept.reduce<V | null>((a, b) => (a ? join(a, b) : b), null)
    return unknownList(m, kept.length > 0 ? any : null, site)
  },
  find: (m, self, args, site) => {
    const { known, results } = overElements(m, self, arg(args, 0), site, 'find')
    const first = known?.[results.findIndex((one) => truth(one) !== false)]
    return first && results.every((one) => truth(one) !== undefined) ? first : elementOf(m, self, site)
  },
  findLast: (m, self, args, site) => ARRAY.find!(m, self, args, site),
  findIndex: (m, self, args, site) => {
    overElements(m, self, arg(args, 0), site, 'findIndex')
    return UNKNOWN
  },
  some: (m, self, args, site) => derived(overElements(m, self, arg(args, 0), site, 'some').any),
  every: (m, self, args, site) => derived(overElements(m, self, arg(args, 0), site, 'every').any),
  sort: (m, self, args, site) => {
    if (args[0]) m.callback(args[0], [elementOf(m, self, site), elementOf(m, self, site)], 'sort', 'call', null, site)
    return self
  },
  reverse: (m, self) => {
    // In a stretch that may not run either order is possible: it is left as it was.
    if (self.t === 1 && self.items && self.region === m.region) self.items.reverse()
    return self
  },
  reduce: (m, self, args, site) => {
    const f = arg(args, 0)
    const known = self.t === 1 && self.items && self.items.length <= 48 ? self.items : null
    let acc: V = args.length > 1 ? args[1]! : known ? (known[0] ?? UNDEFINED) : elementOf(m, self, site)
    if (known)
      for (let i = args.length > 1 ? 0 : 1; i < known.length; i++)
        acc = m.callback(f, [acc, known[i]!, makeConst(i), self], 'reduce', 'call', null, site)
    else acc = join(acc, m.callback(f, [acc, elementOf(m, self, site), UNKNOWN, self], 'reduce', 'call', null, site))
    return acc
  },
  reduceRight: (m, self, args, site) => ARRAY.reduce!(m, self, args, site),
  concat: (m, self, args, site) => {
    const parts = [self, ...args]
    const items: V[] = []
    for (const p of parts) {
      if (p.t === 1 && p.items) items.push(...p.items)
      else if (p.t === 1 && p.kind !== 'array') items.push(p)
      else
        return unknownList(
          m,
          parts.map((x) => elementOf(m, x, site)).reduce((a, b) => join(a, b)),
          site,
        )
    }
    return m.list(items, site)
  },
  slice: (m, self, args, site) => {
    if (self.t !== 1 || !self.items) return self.t === 1 ? unknownList(m, self.any, site) : self
    const a = args[0] ? number(args[0]) : 0
    const b = args[1] ? number(args[1]) : self.items.length
    return a !== undefined && b !== undefined ? m.list(self.items.slice(a, b), site) : unknownList(m, elementOf(m, self, site), site)
  },
  join: (m, self, args, site) => {
    const sep = args[0] ? text(args[0]) : ','
    if (self.t === 1 && self.items && sep !== null) {
      const parts = self.items.map(text)
      if (parts.every((p) => p !== null)) {
        const first = self.items.find((i) => i.t === 0 && i.file)
        return made(parts.join(sep), site, first)
      }
      const known: (string | null)[] = []
      for (const [i, p] of parts.entries()) {
        if (i > 0 && sep) known.push(sep)
        known.push(p)
      }
      return makeUnknown(originsOf(self, 2), known.slice(0, 24))
    }
    const any = elementOf(m, self, site)
    return makeUnknown(originsOf(any, 2))
  },
  includes: (_m, self, args, site) => {
    const wanted = arg(args, 0)
    const items = wanted.t === 0 && self.t === 1 && !self.any && self.items?.every((one) => one.t === 0) ? self.items : null
    // An empty list may yet be filled by what was not walked so far.
    if (wanted.t !== 0 || !items || items.length === 0) return derived(self, wanted)
    return made(
      items.some((one) => one.t === 0 && one.v === wanted.v),
      site,
    )
  },
  indexOf: (_m, self, args) => derived(self, arg(args, 0)),
  fill: (m, self, args, site) => {
    if (self.t === 1) {
      self.any = self.items?.length ? join(arg(args, 0), elementOf(m, self, site)) : arg(args, 0)
      self.items = null
    }
    return self
  },
  flat: (m, self, _a, site) => {
    if (self.t === 1 && self.items?.every((x) => x.t === 1 && x.items))
      return m.list(
        self.items.flatMap((x) => (x as Obj).items!),
        site,
      )
    const e = elementOf(m, self, site)
    return unknownList(m, e.t === 1 && e.kind === 'array' ? elementOf(m, e, site) : e, site)
  },
  keys: (_m, self) => self,
  values: (_m, self) => self,
  entries: (m, self, _a, site) => unknownList(m, m.list([UNKNOWN, elementOf(m, self, site)], site), site),
}
