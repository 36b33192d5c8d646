/** JavaScript's own functions, as far as they move values and call callbacks. What is not here is unknown, and calls what it is given. */
import type { CallRecord, Machine } from './machine.ts'
import { GETTER, NOWHERE, RegexTag } from './machine.ts'
import {
  alternatives,
  Const,
  isFunction,
  join,
  mergeOrigins,
  NO_ORIGINS,
  type Obj,
  originsOf,
  type Site,
  UNDEFINED,
  UNKNOWN,
  Unknown,
  type V,
} from './value.ts'

type Method = (m: Machine, self: V, args: readonly V[], site: Site) => V

const arg = (args: readonly V[], i: number): V => args[i] ?? UNDEFINED
const text = (v: V): string | null => (v.t === 0 && (typeof v.v === 'string' || typeof v.v === 'number') ? String(v.v) : null)
const number = (v: V): number | undefined => (v.t === 0 && typeof v.v === 'number' ? v.v : undefined)
const derived = (...vs: readonly V[]): V => {
  let o = NO_ORIGINS
  for (const v of vs) o = mergeOrigins(o, originsOf(v, 2))
  return o.length ? new Unknown(o) : UNKNOWN
}
const made = (v: string | number | boolean, site: Site, from?: V): Const =>
  from?.t === 0 && from.file ? new Const(v, from.file, from.start, from.end, from.origins) : new Const(v, site.file, site.start, site.end)
const elementOf = (m: Machine, self: V, site: Site): V => m.everything(self, UNKNOWN, site)

// ---- arrays -----------------------------------------------------------------------------------------------------

/** Calls a function for each element; elements one by one where they are known. */
function overElements(m: Machine, self: V, f: V, site: Site, name: string): { known: V[] | null; results: V[]; any: V } {
  const known = self.t === 1 && self.items && self.items.length <= 48 ? self.items : null
  if (known) {
    const results = known.map((e, i) => m.callback(f, [e, new Const(i), self], name, 'call', null, site))
    return { known, results, any: results.length ? results.reduce((a, b) => join(a, b)) : UNDEFINED }
  }
  const any = m.callback(f, [elementOf(m, self, site), UNKNOWN, self], name, 'call', null, site)
  return { known: null, results: [], any }
}
const unknownList = (m: Machine, any: V | null, site: Site): Obj => {
  const o = m.object('array', site)
  o.any = any ?? UNKNOWN
  return o
}

const ARRAY: Record<string, Method> = {
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
    overElements(m, self, arg(args, 0), site, 'filter')
    return self.t === 1 && self.items ? unknownList(m, self.items.length ? elementOf(m, self, site) : null, site) : self
  },
  find: (m, self, args, site) => {
    overElements(m, self, arg(args, 0), site, 'find')
    return elementOf(m, self, site)
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
        acc = m.callback(f, [acc, known[i]!, new Const(i), self], 'reduce', 'call', null, site)
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
      return new Unknown(originsOf(self, 2), known.slice(0, 24))
    }
    const any = elementOf(m, self, site)
    return new Unknown(originsOf(any, 2))
  },
  includes: (_m, self, args) => derived(self, arg(args, 0)),
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

// ---- strings ----------------------------------------------------------------------------------------------------

const STRING: Record<string, Method> = {
  split: (m, self, args, site) => {
    const s = text(self)
    const by = args[0] ? text(args[0]) : null
    return s !== null && by !== null
      ? m.list(
          s
            .split(by)
            .slice(0, 500)
            .map((x) => made(x, site, self)),
          site,
        )
      : unknownList(m, derived(self), site)
  },
  replace: (m, self, args, site) => {
    const s = text(self)
    const a = arg(args, 0)
    const by = arg(args, 1)
    if (isFunction(by)) m.callback(by, [derived(self), UNKNOWN], 'replace', 'call', null, site)
    else if (s !== null && text(by) !== null) {
      const plain = text(a)
      if (plain !== null)
        return made(
          s.replace(plain, () => text(by)!),
          site,
          self,
        )
      if (a.t === 1 && a.tag instanceof RegexTag && a.tag.source.length < 60 && !/[+*}]\)?[+*{]/.test(a.tag.source)) {
        try {
          return made(s.replace(new RegExp(a.tag.source, a.tag.flags), text(by)!), site, self)
        } catch {
          return derived(self)
        }
      }
    }
    return derived(self, by)
  },
  replaceAll: (m, self, args, site) => {
    const s = text(self)
    const a = text(arg(args, 0))
    const b = text(arg(args, 1))
    return s !== null && a && b !== null ? made(s.split(a).join(b), site, self) : STRING.replace!(m, self, args, site)
  },
  charCodeAt: (_m, self, args, site) => {
    const i = args[0] ? number(args[0]) : 0
    const c = i === undefined ? Number.NaN : (text(self) ?? '').charCodeAt(i)
    return Number.isNaN(c) ? derived(self) : made(c, site)
  },
  concat: (_m, self, args, site) => {
    const parts = [self, ...args].map(text)
    return parts.every((p) => p !== null) ? made(parts.join(''), site, self) : new Unknown(originsOf(derived(self, ...args)), parts)
  },
  match: (_m, self, args) => {
    const s = text(self)
    return s !== null && regexFits(arg(args, 0), s) === false ? new Const(null) : derived(self)
  },
  matchAll: (_m, self) => derived(self),
}
for (const name of [
  'toUpperCase',
  'toLowerCase',
  'trim',
  'trimStart',
  'trimEnd',
  'charAt',
  'substring',
  'substr',
  'slice',
  'repeat',
  'padStart',
  'padEnd',
  'normalize',
  'toString',
  'valueOf',
  'toFixed',
  'toLocaleString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
  'codePointAt',
] as const)
  STRING[name] = (_m, self, args, site) => foldText(self, name, args, site)
for (const name of ['startsWith', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'localeCompare', 'search'] as const)
  STRING[name] = (_m, self, args, site) => foldText(self, name, args, site)

function foldText(self: V, name: string, args: readonly V[], site: Site): V {
  if (self.t === 0 && self.v !== undefined && self.v !== null && args.every((a) => a.t === 0)) {
    try {
      const values = args.map((a) => (a as Const).v)
      if (name === 'repeat' && Number(values[0]) > 2000) return derived(self)
      // biome-ignore lint/suspicious/noExplicitAny: the method stands in the table above
      const out = (self.v as any)[name](...values)
      if (typeof out === 'string' || typeof out === 'number' || typeof out === 'boolean') return made(out, site, self)
    } catch {
      return derived(self)
    }
  }
  return derived(self, ...args)
}

// ---- functions, promises, maps ------------------------------------------------------------------------------------

const FUNCTION: Record<string, Method> = {
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

const promiseValue = (m: Machine, v: V, site: Site): { value: V; calls: readonly CallRecord[] } => {
  const p = m.settle(v, site)
  return { value: p.resolved ?? UNDEFINED, calls: p.calls as CallRecord[] }
}
/** Methods borrowed by `call` may meet something that is no promise. */
const promiseOf = (m: Machine, self: V, site: Site): Obj => (self.t === 1 && self.kind === 'promise' ? self : m.settle(self, site))
const PROMISE: Record<string, Method> = {
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
const MAP: Record<string, Method> = {
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
/** Whether a plain regular expression fits a known text; null when that is not worth the risk of a slow one. */
const regexFits = (regex: V, s: string): boolean | null => {
  if (regex.t !== 1 || !(regex.tag instanceof RegexTag) || s.length > 400) return null
  const { source, flags } = regex.tag
  if (source.length > 60 || /[*+}]\)?[*+{]/.test(source)) return null
  try {
    return new RegExp(source, flags.replace('g', '').replace('y', '')).test(s)
  } catch {
    return null
  }
}
const REGEX: Record<string, Method> = {
  test: (_m, self, args) => {
    const s = text(arg(args, 0))
    const fits = s === null ? null : regexFits(self, s)
    return fits === null ? derived(arg(args, 0)) : new Const(fits, '', 0, 0, originsOf(arg(args, 0)))
  },
  exec: (_m, self, args) => {
    const s = text(arg(args, 0))
    return s !== null && regexFits(self, s) === false ? new Const(null) : derived(arg(args, 0))
  },
}
const OBJECT: Record<string, Method> = {
  hasOwnProperty: () => UNKNOWN,
  toString: (_m: Machine, self: V) => derived(self),
  valueOf: (_m: Machine, self: V) => self,
  isPrototypeOf: () => UNKNOWN,
  propertyIsEnumerable: () => UNKNOWN,
}

/** The object that stands for a method, one for each machine. */
const methodObjects = new WeakMap<Machine, Map<Method, Obj>>()
let lastMachine: Machine | null = null
let lastObjects = new Map<Method, Obj>()
function nativeOf(m: Machine, f: Method): Obj {
  if (m !== lastMachine) {
    lastMachine = m
    lastObjects = methodObjects.get(m) ?? new Map()
    methodObjects.set(m, lastObjects)
  }
  let o = lastObjects.get(f)
  if (!o) {
    o = m.native((self, args, site) => f(m, self, args, site))
    lastObjects.set(f, o)
  }
  return o
}
const NOTHING: Method = () => UNDEFINED
const own = (table: Record<string, Method>, key: string): Method | undefined => (Object.hasOwn(table, key) ? table[key] : undefined)

/** A method that a value has by its kind, or undefined. */
export function methodOf(m: Machine, v: Const | Obj, key: string): V | undefined {
  if (v.t === 0) {
    const f = own(STRING, key)
    return f ? nativeOf(m, f) : UNKNOWN
  }
  switch (v.kind) {
    case 'array': {
      const f = own(ARRAY, key)
      return f && nativeOf(m, f)
    }
    case 'promise': {
      const f = own(PROMISE, key)
      return f && nativeOf(m, f)
    }
    case 'map': {
      const f = own(MAP, key)
      return f && nativeOf(m, f)
    }
    case 'function':
    case 'class': {
      const f = own(FUNCTION, key)
      if (f) return nativeOf(m, f)
      if (key === 'prototype' && v.kind === 'function' && v.fn) {
        const p = m.object('object', null)
        v.props ??= new Map()
        v.props.set('prototype', p)
        return p
      }
      if (key === 'length') return UNKNOWN
      if (key === 'name') return new Const(v.fn?.name ?? '')
      return undefined
    }
    case 'api': {
      const f = key === 'call' || key === 'apply' || key === 'bind' ? own(FUNCTION, key) : undefined
      return f && nativeOf(m, f)
    }
    case 'object': {
      if (v.tag instanceof RegexTag) {
        const f = own(REGEX, key)
        return f && nativeOf(m, f)
      }
      const f = own(OBJECT, key)
      return f && !v.proto ? nativeOf(m, f) : undefined
    }
  }
  return undefined
}

// ---- globals -----------------------------------------------------------------------------------------------------

const STATICS: Record<string, Record<string, Method>> = {
  Object: {
    assign: (m, _s, args, site) => {
      const target = arg(args, 0)
      for (const source of args.slice(1))
        for (const t of alternatives(target)) {
          if (t.t !== 1) continue
          if (t.kind === 'api') {
            for (const w of alternatives(source)) if (w.t === 1 && w.props) for (const [k, x] of w.props) m.set(t, k, x, site)
          } else m.spreadInto(t, source)
        }
      return target
    },
    keys: (m, _s, args, site) => {
      const keys = m.keysOf(arg(args, 0))
      // One fresh unknown stands for "any key", so that `out[k] = … wx[k] …` can be read back by name.
      return keys ? m.list(keys, site) : unknownList(m, new Unknown(), site)
    },
    values: (m, _s, args, site) => {
      const v = arg(args, 0)
      return v.t === 1 && v.props && !v.any && v.kind === 'object'
        ? m.list([...v.props.values()].slice(0, 200), site)
        : unknownList(m, elementOf(m, v, site), site)
    },
    entries: (m, _s, args, site) => {
      const v = arg(args, 0)
      if (v.t === 1 && v.props && !v.any && v.kind === 'object')
        return m.list(
          [...v.props].slice(0, 200).map(([k, x]) => m.list([new Const(k), x], site)),
          site,
        )
      return unknownList(m, m.list([new Unknown(), elementOf(m, v, site)], site), site)
    },
    fromEntries: (m, _s, args, site) => {
      const o = m.object('object', site)
      const list = arg(args, 0)
      const each = list.t === 1 && list.items ? list.items : [elementOf(m, list, site)]
      for (const e of each) m.setIndex(o, m.get(e, '0', site), m.get(e, '1', site), site)
      return o
    },
    create: (m, _s, args, site) => {
      const o = m.object('object', site)
      const p = arg(args, 0)
      if (p.t === 1) o.proto = p
      return o
    },
    defineProperty: (m, _s, args, site) => {
      const d = arg(args, 2)
      const getter = m.get(d, 'get', site)
      const value = m.get(d, 'value', site)
      if (isFunction(getter) && getter.t === 1) getter.tag = GETTER
      // Only what may be done with the property changes.
      if (d.t === 1 && !d.open && !isFunction(getter) && !d.props?.has('value')) return arg(args, 0)
      m.setIndex(arg(args, 0), arg(args, 1), isFunction(getter) ? getter : value, site)
      return arg(args, 0)
    },
    defineProperties: (m, _s, args, site) => {
      const d = arg(args, 1)
      if (d.t === 1 && d.props) for (const [k, x] of d.props) m.set(arg(args, 0), k, m.get(x, 'value', site), site)
      return arg(args, 0)
    },
    setPrototypeOf: (_m, _s, args) => {
      const [o, p] = [arg(args, 0), arg(args, 1)]
      if (o.t === 1 && p.t === 1) o.proto = p
      return o
    },
    getPrototypeOf: (_m, _s, args) => {
      const o = arg(args, 0)
      return o.t === 1 && o.proto ? o.proto : UNKNOWN
    },
    getOwnPropertyNames: (m, s, args, site) => STATICS.Object!.keys!(m, s, args, site),
    freeze: (_m, _s, args) => arg(args, 0),
    seal: (_m, _s, args) => arg(args, 0),
    preventExtensions: (_m, _s, args) => arg(args, 0),
  },
  Array: {
    isArray: (_m, _s, args) => {
      const v = arg(args, 0)
      return v.t === 1 ? new Const(v.kind === 'array') : v.t === 0 ? new Const(false) : UNKNOWN
    },
    from: (m, _s, args, site) => {
      const f = args[1]
      const source = arg(args, 0)
      if (f && isFunction(f))
        return ARRAY.map!(
          m,
          source.t === 1 && source.kind === 'array' ? source : unknownList(m, elementOf(m, source, site), site),
          [f],
          site,
        )
      return source.t === 1 && source.kind === 'array' ? source : unknownList(m, elementOf(m, source, site), site)
    },
    of: (m, _s, args, site) => m.list([...args], site),
  },
  JSON: {
    parse: (m, _s, args, site) => {
      const s = text(arg(args, 0))
      if (s !== null && s.length < 100_000) {
        try {
          return fromJson(m, JSON.parse(s), site, 0)
        } catch {
          return UNKNOWN
        }
      }
      const v = arg(args, 0)
      // JSON.parse(JSON.stringify(x)) keeps what x holds.
      return v.t === 2 && v.holds.length === 1 && v.holds[0]!.t === 1 && v.holds[0]!.kind !== 'function' ? v.holds[0]! : derived(v)
    },
    stringify: (_m, _s, args) => {
      const v = arg(args, 0)
      if (v.t === 1 && v.kind !== 'function') return new Unknown(originsOf(v, 4), null, [v])
      return derived(v)
    },
  },
  Promise: {
    resolve: (m, _s, args, site) => m.settle(arg(args, 0), site),
    reject: (m, _s, args, site) => {
      const p = m.promise(null, [], site)
      p.rejected = arg(args, 0)
      return p
    },
    all: (m, _s, args, site) => {
      const list = arg(args, 0)
      const items = list.t === 1 && list.items ? list.items : [elementOf(m, list, site)]
      const settled = items.map((i) => m.settle(i, site))
      const values = settled.map((p) => p.resolved ?? UNKNOWN)
      const all = list.t === 1 && list.items ? m.list(values, site) : unknownList(m, values[0]!, site)
      return m.promise(all, settled.flatMap((p) => p.calls as CallRecord[]).slice(0, 8), site)
    },
    allSettled: (m, s, args, site) => STATICS.Promise!.all!(m, s, args, site),
    race: (m, _s, args, site) => m.settle(elementOf(m, arg(args, 0), site), site),
    any: (m, _s, args, site) => m.settle(elementOf(m, arg(args, 0), site), site),
  },
  String: {
    fromCharCode: (_m, _s, args, site) =>
      args.every((a) => number(a) !== undefined) ? made(String.fromCharCode(...args.map((a) => number(a)!)), site) : UNKNOWN,
    fromCodePoint: (_m, _s, args, site) => {
      const codes = args.map(number)
      return codes.every((c) => c !== undefined && c >= 0 && c <= 0x10ffff)
        ? made(String.fromCodePoint(...(codes as number[])), site)
        : UNKNOWN
    },
  },
  Math: {},
  Number: {},
  Date: { now: (m, _s, _a, site) => m.unknown('time', 'Date', site) },
  Reflect: {
    get: (m, _s, args, site) => m.getIndex(arg(args, 0), arg(args, 1), site),
    set: (m, _s, args, site) => {
      m.setIndex(arg(args, 0), arg(args, 1), arg(args, 2), site)
      return UNKNOWN
    },
    apply: (m, _s, args, site) => FUNCTION.apply!(m, arg(args, 0), args.slice(1), site),
    construct: (m, _s, args, site) => {
      const list = arg(args, 1)
      return m.construct(arg(args, 0), list.t === 1 && list.items ? list.items : [elementOf(m, list, site)], site)
    },
    ownKeys: (m, s, args, site) => STATICS.Object!.keys!(m, s, args, site),
  },
}

/** A value from parsed JSON; no code in it. */
export function fromJson(m: Machine, v: unknown, site: Site, depth: number): V {
  if (v === null || typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean')
    return new Const(v, site.file, site.start, site.end)
  if (depth > 8 || v === undefined) return UNKNOWN
  if (Array.isArray(v))
    return m.list(
      v.slice(0, 500).map((x) => fromJson(m, x, site, depth + 1)),
      site,
    )
  const o = m.object('object', site)
  o.props = new Map(
    Object.entries(v as object)
      .slice(0, 500)
      .map(([k, x]) => [k, fromJson(m, x, site, depth + 1)]),
  )
  return o
}

const timer: Method = (m, _s, args, site) => {
  const f = arg(args, 0)
  if (isFunction(f)) m.callback(f, args.slice(2), 'setTimeout', 'timer', null, site)
  else if (f.t === 0 ? typeof f.v === 'string' : f.t === 2 && (f.pieces || f.origins.length > 0)) madeCode(m, 'setTimeout', args, site)
  return UNKNOWN
}
/** Writes down that a text is made into code: 'js.eval', 'js.Function', 'js.setTimeout' with a text. */
function madeCode(m: Machine, name: string, args: readonly V[], site: Site): void {
  if (site.file !== '') m.record('js', name, site, site, 'member', args)
}
const passthrough: Method = (_m, _s, args) => derived(arg(args, 0))
const CALLABLES: Record<string, Method> = {
  setTimeout: timer,
  setInterval: timer,
  requestAnimationFrame: timer,
  queueMicrotask: timer,
  clearTimeout: () => UNDEFINED,
  clearInterval: () => UNDEFINED,
  parseInt: (_m, _s, args, site) => {
    const s = text(arg(args, 0))
    return s !== null && !Number.isNaN(Number.parseInt(s, 10))
      ? made(Number.parseInt(s, number(arg(args, 1)) ?? 10), site)
      : derived(arg(args, 0))
  },
  parseFloat: (_m, _s, args, site) =>
    text(arg(args, 0)) !== null ? made(Number.parseFloat(text(arg(args, 0))!), site) : derived(arg(args, 0)),
  Number: (_m, _s, args, site) => (args[0]?.t === 0 ? made(Number(args[0].v), site) : derived(arg(args, 0))),
  String: (_m, _s, args, site) => (args[0]?.t === 0 ? made(String(args[0].v), site, args[0]) : derived(arg(args, 0))),
  Boolean: (_m, _s, args, site) => (args[0]?.t === 0 ? made(!!args[0].v, site) : derived(arg(args, 0))),
  encodeURIComponent: (_m, _s, args, site) => {
    const s = text(arg(args, 0))
    if (s === null) return derived(arg(args, 0))
    try {
      return made(encodeURIComponent(s), site, args[0])
    } catch {
      return UNKNOWN
    }
  },
  encodeURI: passthrough,
  decodeURIComponent: (_m, _s, args, site) => {
    const s = text(arg(args, 0))
    if (s === null) return derived(arg(args, 0))
    try {
      return made(decodeURIComponent(s), site, args[0])
    } catch {
      return UNKNOWN
    }
  },
  decodeURI: passthrough,
  unescape: (_m, _s, args, site) =>
    text(arg(args, 0)) !== null
      ? made(
          text(arg(args, 0))!.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_x, a, b) => String.fromCharCode(Number.parseInt(a ?? b, 16))),
          site,
          args[0],
        )
      : derived(arg(args, 0)),
  escape: passthrough,
  isNaN: passthrough,
  isFinite: passthrough,
  Symbol: () => UNKNOWN,
  BigInt: passthrough,
  Error: (m, _s, args, site) => {
    const o = m.object('object', site)
    o.props = new Map([['message', arg(args, 0)]])
    o.open = true
    return o
  },
  RegExp: (m, _s, args, site) => {
    const s = text(arg(args, 0))
    const o = m.object('object', site)
    if (s !== null) o.tag = new RegexTag(s, text(arg(args, 1)) ?? '')
    return o
  },
  Date: (m, _s, _a, site) => m.unknown('time', 'Date', site),
  Object: (m, _s, args, site) => (args[0]?.t === 1 ? args[0] : m.object('object', site)),
  Array: (m, _s, args, site) =>
    args.length === 1 && number(args[0]!) !== undefined ? unknownList(m, UNDEFINED, site) : m.list([...args], site),
  Map: (m, _s, args, site) => {
    const o = m.object('map', site)
    const init = args[0]
    if (init?.t === 1 && init.items) for (const e of init.items) m.setIndex(o, m.get(e, '0', site), m.get(e, '1', site), site)
    return o
  },
  Set: (m, _s, args, site) => {
    const o = m.object('map', site)
    if (args[0]?.t === 1) o.any = elementOf(m, args[0], site)
    return o
  },
  Proxy: (m, _s, args, site) => {
    const o = m.object('proxy', site)
    o.tag = { target: arg(args, 0), handler: arg(args, 1) }
    return o
  },
  Promise: (m, _s, args, site) => {
    const p = m.promise(null, [], site)
    const settle = (which: 'resolved' | 'rejected') =>
      m.native((_self, given) => {
        const s = m.settle(given[0] ?? UNDEFINED, site)
        const v = s.resolved ?? UNDEFINED
        p[which] = p[which] ? join(p[which]!, v) : v
        const calls = [...(p.calls as CallRecord[]), ...(s.calls as CallRecord[])]
        if (m.after && !calls.includes(m.after.call)) calls.push(m.after.call)
        p.calls = calls.slice(0, 8)
        return UNDEFINED
      })
    const executor = arg(args, 0)
    if (isFunction(executor)) m.call(executor, UNDEFINED, [settle('resolved'), settle('rejected')], site, 'call')
    return p
  },
  Function: (m, _s, args, site) => {
    madeCode(m, 'Function', args, site)
    return new Unknown()
  },
  eval: (m, _s, args, site) => {
    madeCode(m, 'eval', args, site)
    return UNKNOWN
  },
}
CALLABLES.WeakMap = CALLABLES.Map!
CALLABLES.WeakSet = CALLABLES.Set!
for (const e of ['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError']) CALLABLES[e] = CALLABLES.Error!

const globals = new WeakMap<Machine, Map<string, V>>()
/** A global that JavaScript itself defines. */
export function builtinGlobal(m: Machine, name: string): V | undefined {
  let table = globals.get(m)
  if (!table) globals.set(m, (table = new Map()))
  const had = table.get(name)
  if (had) return had
  let out: V | undefined
  const callable = own(CALLABLES, name)
  const statics = Object.hasOwn(STATICS, name) ? STATICS[name] : undefined
  if (callable || statics) {
    const o = callable ? nativeOf(m, callable) : m.object('object', NOWHERE)
    o.props ??= new Map()
    if (statics) for (const [k, f] of Object.entries(statics)) o.props.set(k, nativeOf(m, f))
    o.open = true
    if (name === 'Array') {
      const p = m.list([], null)
      o.props.set('prototype', p)
    }
    if (name === 'Object' || name === 'Function' || name === 'String' || name === 'Promise') {
      const p = m.object(name === 'Function' ? 'function' : 'object', null)
      p.open = true
      o.props.set('prototype', p)
    }
    out = o
  } else if (name === 'console') {
    const o = m.object('object', NOWHERE)
    o.props = new Map(
      ['log', 'info', 'warn', 'error', 'debug', 'table', 'time', 'timeEnd', 'group', 'groupEnd'].map((k) => [k, nativeOf(m, NOTHING) as V]),
    )
    out = o
  } else if (name === 'globalThis' || name === 'window' || name === 'self' || name === 'global') {
    const o = m.object('object', NOWHERE)
    o.tag = 'global'
    o.open = true
    out = o
  } else if (name === 'NaN' || name === 'Infinity') out = new Const(name === 'NaN' ? Number.NaN : Number.POSITIVE_INFINITY)
  if (out) table.set(name, out)
  return out
}
