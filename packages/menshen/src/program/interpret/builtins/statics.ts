/** Functions that stand on JavaScript's own constructors and namespaces: Object.keys, JSON.parse, Promise.all … */
import { type CallRecord, GETTER, type Machine } from '../machine.ts'
import { alternatives, isFunction, makeConst, makeUnknown, originsOf, type Site, UNKNOWN, type V } from '../value.ts'
import { FUNCTION } from './functions.ts'
import { ARRAY } from './lists.ts'
import { arg, derived, elementOf, type Method, made, number, text, unknownList } from './method.ts'

export const STATICS: Record<string, Record<string, Method>> = {
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
      return keys ? m.list(keys, site) : unknownList(m, makeUnknown(), site)
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
          [...v.props].slice(0, 200).map(([k, x]) => m.list([makeConst(k), x], site)),
          site,
        )
      return unknownList(m, m.list([makeUnknown(), elementOf(m, v, site)], site), site)
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
    getPrototypeOf: (m, _s, args) => {
      const o = arg(args, 0)
      // What stands behind every function leads to the maker of functions: getPrototypeOf(async function () {}).constructor
      if (o.t === 1 && o.kind === 'function' && !o.proto) return m.object('function', null)
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
      return v.t === 1 ? makeConst(v.kind === 'array') : v.t === 0 ? makeConst(false) : UNKNOWN
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
      if (v.t === 1 && v.kind !== 'function') return makeUnknown(originsOf(v, 4), null, [v])
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
    return makeConst(v, site.file, site.start, site.end)
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
