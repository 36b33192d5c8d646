/** Members of values: read and written under known names, under computed ones, and all of them at once. */
import { methodOf } from './builtins/index.ts'
import { call } from './call.ts'
import { chosen } from './condition.ts'
import { GETTER } from './context.ts'
import { gather, join, joinAll } from './join.ts'
import type { Machine } from './machine.ts'
import { ClassTag } from './tags.ts'
import {
  alternatives,
  type Const,
  type Frame,
  isFunction,
  makeConst,
  makeObj,
  type Obj,
  type Site,
  UNDEFINED,
  UNKNOWN,
  type Unknown,
  type V,
} from './value.ts'

/** How many elements of a list, or members of an object, are looked at one by one. */
export const MAX_LIST = 64
const MAX_KEYS = 400
/** Longest list and largest object that are written one member after the other. */
const MAX_INDEX = 2000
const MAX_PROPS = 4000
const MAX_PROTOTYPES = 12

/** Whether a key is an index of a list. */
function isIndex(key: string): boolean {
  if (key === '') return false
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i)
    if (c < 48 || c > 57) return false
  }
  return true
}

export function get(m: Machine, v: V, key: string, site: Site): V {
  switch (v.t) {
    case 0: {
      if (typeof v.v === 'string') {
        if (key === 'length') return makeConst(v.v.length)
        if (isIndex(key)) return v.v[Number(key)] === undefined ? UNDEFINED : makeConst(v.v[Number(key)])
      }
      return v.v === null || v.v === undefined ? UNDEFINED : (methodOf(m, v, key) ?? UNDEFINED)
    }
    case 2:
      return v.origins.length === 0 && v.holds.length === 0 ? UNKNOWN : m.memberOf(v, key)
    case 3: {
      m.ration -= v.values.length
      m.wide += v.values.length
      if (v.values.length === 2) {
        const a = v.values[0]!
        const b = v.values[1]!
        const x = isNothing(a) ? null : get(m, a, key, site)
        const y = isNothing(b) ? null : get(m, b, key, site)
        return x === null ? (y ?? UNDEFINED) : y === null ? x : join(x, y)
      }
      const parts: V[] = []
      for (let i = 0; i < v.values.length; i++) {
        const w = v.values[i]!
        if (w.t !== 0 || (w.v !== undefined && w.v !== null)) parts.push(get(m, w, key, site))
      }
      return gather(v, key, parts) ?? UNDEFINED
    }
  }
  return getOwn(m, v, v, key, site, 0)
}

const isNothing = (w: Const | Obj | Unknown): boolean => w.t === 0 && (w.v === undefined || w.v === null)
function getOwn(m: Machine, receiver: Obj, o: Obj, key: string, site: Site, hops: number): V {
  if (o.props !== null) {
    const p = o.props.get(key)
    if (p !== undefined) {
      const value = p.t === 1 && p.tag === GETTER ? call(m, p, receiver, [], site, 'call') : p
      return o.any !== null && o.kind !== 'array' ? join(value, fromAny(o, key)) : value
    }
  }
  const { kind } = o
  if (kind === 'array') {
    if (o.items !== null) {
      // An empty list that was there before is there to be filled, if not yet by what was walked so far.
      const waiting = o.items.length === 0 && o.region < m.began
      if (key === 'length') return waiting ? UNKNOWN : makeConst(o.items.length)
      const i = indexOf(key)
      if (i >= 0) return o.items[i] ?? (waiting ? UNKNOWN : UNDEFINED)
    } else if (key === 'length') return UNKNOWN
    else if (isIndex(key)) return o.any ? join(o.any, UNDEFINED) : UNKNOWN
  } else if (o.items !== null) {
    if (key === 'length') return makeConst(o.items.length)
    const i = indexOf(key)
    if (i >= 0) return o.items[i] ?? UNDEFINED
  }
  if (o.tag !== null) {
    const special = m.host.tagGet(m, o, key)
    if (special !== undefined) return special
  }
  if (kind === 'api') return m.host.apiGet(m, o, key, site)
  if (kind === 'proxy') return proxyGet(m, o, key, site)
  const method = methodOf(m, o, key)
  if (method) return method
  if (o.proto !== null && hops < MAX_PROTOTYPES) {
    const inherited = getOwn(m, receiver, o.proto, key, site, hops + 1)
    if (!(inherited.t === 0 && inherited.v === undefined)) return inherited
  }
  if (o.any !== null) return fromAny(o, key)
  if (kind === 'class' && o.tag instanceof ClassTag && o.tag.parent) return get(m, o.tag.parent, key, site)
  return o.open ? UNKNOWN : UNDEFINED
}
/** The index that a key means, as Number() has it; -1 for none. */
function indexOf(key: string): number {
  if (key === '') return -1
  const c = key.charCodeAt(0)
  // Letters begin no index: nearly all keys are names.
  if (c > 57) return -1
  const i = Number(key)
  return Number.isInteger(i) && i >= 0 ? i : -1
}

/** What stands under an unknown key; when one unknown key only was used, the known key is put in its place (`api[name] = o => wx[name](o)`). */
function fromAny(o: Obj, key: string): V {
  const any = o.any!
  if (!o.anyKey) return any
  const all = alternatives(any)
  let out: V | null = null
  for (let i = 0; i < all.length; i++) {
    const w = all[i]!
    const x = w.t === 1 && w.fn && w.frame ? rebind(w, o.anyKey, makeConst(key)) : w
    out = out ? join(out, x) : x
  }
  return out!
}
function rebind(f: Obj, from: Unknown, to: Const): Obj {
  const copy = (frame: Frame | null, hops: number): Frame | null => {
    if (!frame || hops > 3) return frame
    const parent = copy(frame.parent, hops + 1)
    if (parent === frame.parent && !frame.vars.includes(from)) return frame
    return { ...frame, parent, vars: frame.vars.map((x) => (x === from ? to : x)) }
  }
  const frame = copy(f.frame, 0)
  if (frame === f.frame) return f
  const g = makeObj(f.kind, f.region)
  Object.assign(g, { fn: f.fn, frame, boundThis: f.boundThis, file: f.file, start: f.start, end: f.end })
  return g
}
function proxyGet(m: Machine, o: Obj, key: string, site: Site): V {
  const { target, handler } = o.tag as { target: V; handler: V }
  const trap = get(m, handler, 'get', site)
  return isFunction(trap) ? call(m, trap, handler, [target, makeConst(key), o], site, 'call') : get(m, target, key, site)
}

export function getIndex(m: Machine, v: V, key: V, site: Site): V {
  if (key.t === 0 && key.v !== undefined && key.v !== null) return get(m, v, String(key.v), site)
  if (key.t === 2) return everything(m, v, key, site)
  const keys = alternatives(key)
  let out: V | null = null
  let unknownKey: Unknown | null = null
  for (let i = 0; i < keys.length; i++) {
    const k = keys[i]!
    if (k.t === 0 && k.v !== undefined && k.v !== null) {
      const x = get(m, v, String(k.v), site)
      out = out ? join(out, x) : x
    } else if (k.t === 2) unknownKey = k
  }
  if (unknownKey || !out) {
    const all = everything(m, v, unknownKey ?? UNKNOWN, site)
    out = out ? join(out, all) : all
  }
  return out
}
/** Any member of a value. */
export function everything(m: Machine, v: V, key: Unknown, site: Site): V {
  const parts: V[] = []
  if (v.t !== 3) {
    if (v.t === 2) return v.origins.length ? m.memberOf(v, '*') : v
    if (v.t === 0) return v.v === undefined || v.v === null ? UNDEFINED : UNKNOWN
    everyMember(m, v, key, site, parts)
    return gather(v, '*', parts) ?? UNDEFINED
  } else
    for (let i = 0; i < v.values.length; i++) {
      const w = v.values[i]!
      if (w.t === 2) parts.push(w.origins.length ? m.memberOf(w, '*') : w)
      else if (w.t === 1) everyMember(m, w, key, site, parts)
      else if (w.v !== undefined && w.v !== null) parts.push(UNKNOWN)
    }
  return gather(v, '*', parts) ?? UNDEFINED
}
/** A table that is read with an unknown key may also have nothing there; that changes no verdict, so it is left out. */
function everyMember(m: Machine, w: Obj, key: Unknown, site: Site, parts: V[]): void {
  if (w.kind === 'api') parts.push(m.host.apiGet(m, w, '*', site))
  else if (w.kind === 'proxy') parts.push(everything(m, (w.tag as { target: V }).target, key, site))
  else {
    const before = parts.length
    if (w.any) parts.push(w.any)
    if (w.items) for (let i = 0; i < w.items.length; i++) parts.push(w.items[i]!)
    if (w.props && w.kind !== 'array') for (const e of w.props.values()) if (parts.push(e) - before >= MAX_LIST) break
    m.ration -= (parts.length - before) >> 1
    m.wide += (parts.length - before) >> 1
    if (parts.length === before) parts.push(UNDEFINED)
  }
}

export function set(m: Machine, v: V, key: string, value: V, site: Site): void {
  if (v.t === 1) setOne(m, v, key, value, site, true)
  else if (v.t === 3)
    for (let i = 0; i < v.values.length; i++) {
      const o = v.values[i]!
      if (o.t === 1) setOne(m, o, key, value, site, false)
    }
}
function setOne(m: Machine, o: Obj, key: string, value: V, site: Site, alone: boolean): void {
  if (o.kind === 'api') {
    m.host.apiSet(m, o, key, value, site)
    return
  }
  value = chosen(m, value)
  const strong = alone && o.region === m.region
  if (o.items && isIndex(key)) {
    const i = Number(key)
    if (i > MAX_INDEX) return
    while (o.items.length < i) o.items.push(UNDEFINED)
    o.items[i] = strong || o.items[i] === undefined ? value : join(o.items[i]!, value)
    return
  }
  if (o.props === null) o.props = new Map()
  const old = o.props.get(key)
  if (old === undefined && o.props.size > MAX_PROPS) return
  // What is written over a getter stands in its place.
  o.props.set(key, old === undefined || strong || (old.t === 1 && old.tag === GETTER) ? value : join(old, value))
  if (o.tag !== null) m.host.tagSet(m, o, key, value, site)
}
export function setIndex(m: Machine, v: V, key: V, value: V, site: Site): void {
  if (key.t === 0) {
    if (key.v !== undefined && key.v !== null) set(m, v, String(key.v), value, site)
    return
  }
  const keys = alternatives(key)
  for (let i = 0; i < keys.length; i++) {
    const k = keys[i]!
    if (k.t === 0 && k.v !== undefined && k.v !== null) set(m, v, String(k.v), value, site)
    else if (k.t === 2) {
      const all = alternatives(v)
      for (let j = 0; j < all.length; j++) {
        const o = all[j]!
        if (o.t === 1) setAny(m, o, k, value, site)
      }
    }
  }
}
function setAny(m: Machine, o: Obj, key: Unknown, value: V, site: Site): void {
  if (o.kind === 'api') {
    m.host.apiSet(m, o, '*', value, site)
    return
  }
  if (o.items) {
    o.any = joinAll([value, ...o.items])!
    o.items = null
    return
  }
  o.anyKey = o.any === null || o.anyKey === key ? key : null
  o.any = o.any ? join(o.any, value) : value
}

/** `{...v}` and Object.assign(o, v). */
export function spreadInto(o: Obj, v: V): void {
  const all = alternatives(v)
  for (let i = 0; i < all.length; i++) {
    const w = all[i]!
    if (w.t === 2) {
      if (w.origins.length || w.holds.length) o.any = o.any ? join(o.any, w) : w
      o.open = true
      continue
    }
    if (w.t !== 1) continue
    if (w.kind === 'api') {
      o.proto ??= w
      continue
    }
    o.props ??= new Map()
    if (w.props !== null) {
      const { props } = o
      const alone = v.t !== 3
      // No iterator: it would make two objects for each member.
      w.props.forEach((x, k) => {
        const had = alone ? undefined : props.get(k)
        props.set(k, had ? join(had, x) : x)
      })
    }
    if (w.items) for (let j = 0; j < w.items.length; j++) o.props.set(String(j), w.items[j]!)
    if (w.any) {
      o.any = o.any ? join(o.any, w.any) : w.any
      o.anyKey = w.anyKey
    }
    if (w.open) o.open = true
    if (w.proto && !o.proto && w.proto.kind === 'api') o.proto = w.proto
  }
}

/** Elements of a value one by one, or null when they are not known. */
export function elements(v: V): V[] | null {
  if (v.t === 1 && v.items) return v.items
  if (v.t === 0 && typeof v.v === 'string') return [...v.v].slice(0, MAX_LIST).map((c) => makeConst(c))
  return null
}
/** Keys of a value one by one, or null when they are not all known. */
export function keysOf(v: V): V[] | null {
  if (v.t !== 1 || v.any || v.kind === 'api' || v.kind === 'proxy' || v.open) return null
  if (v.items) return v.items.map((_, i) => makeConst(String(i)))
  return v.props ? [...v.props.keys()].slice(0, MAX_KEYS).map((k) => makeConst(k)) : []
}
