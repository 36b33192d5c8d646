/** JavaScript's own functions, as far as they move values and call callbacks. What is not here is unknown, and calls what it is given. */
import { type Machine, NOWHERE, RegexTag } from '../machine.ts'
import { type Const, makeConst, type Obj, UNDEFINED, UNKNOWN, type V } from '../value.ts'
import { CALLABLES } from './callables.ts'
import { FUNCTION } from './functions.ts'
import { ARRAY } from './lists.ts'
import { type Method, own } from './method.ts'
import { PROMISE } from './promises.ts'
import { STATICS } from './statics.ts'
import { MAP, OBJECT } from './tables.ts'
import { REGEX, STRING } from './texts.ts'

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
/** The methods of each kind of value: nearly every member that is read of an object is looked for here in vain. */
const tableOf = (methods: Record<string, Method>): ReadonlyMap<string, Method> => new Map(Object.entries(methods))
const METHODS = {
  string: tableOf(STRING),
  array: tableOf(ARRAY),
  promise: tableOf(PROMISE),
  map: tableOf(MAP),
  function: tableOf(FUNCTION),
  regex: tableOf(REGEX),
  object: tableOf(OBJECT),
}
const NOTHING: Method = () => UNDEFINED
/** A method that a value has by its kind, or undefined. */
export function methodOf(m: Machine, v: Const | Obj, key: string): V | undefined {
  if (v.t === 0) {
    const f = METHODS.string.get(key)
    return f ? nativeOf(m, f) : UNKNOWN
  }
  switch (v.kind) {
    case 'object': {
      if (v.tag instanceof RegexTag) {
        const f = METHODS.regex.get(key)
        return f && nativeOf(m, f)
      }
      if (v.proto !== null) return undefined
      const f = METHODS.object.get(key)
      return f && nativeOf(m, f)
    }
    case 'array': {
      const f = METHODS.array.get(key)
      return f && nativeOf(m, f)
    }
    case 'promise': {
      const f = METHODS.promise.get(key)
      return f && nativeOf(m, f)
    }
    case 'map': {
      const f = METHODS.map.get(key)
      return f && nativeOf(m, f)
    }
    case 'function':
    case 'class': {
      const f = METHODS.function.get(key)
      if (f) return nativeOf(m, f)
      if (key === 'prototype' && v.kind === 'function' && v.fn) {
        const p = m.object('object', null)
        v.props ??= new Map()
        v.props.set('prototype', p)
        return p
      }
      if (key === 'length') return UNKNOWN
      if (key === 'name') return makeConst(v.fn?.name ?? '')
      return undefined
    }
    case 'api': {
      const f = key === 'call' || key === 'apply' || key === 'bind' ? METHODS.function.get(key) : undefined
      return f && nativeOf(m, f)
    }
  }
  return undefined
}

// ---- globals -----------------------------------------------------------------------------------------------------

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
  } else if (name === 'NaN' || name === 'Infinity') out = makeConst(name === 'NaN' ? Number.NaN : Number.POSITIVE_INFINITY)
  if (out) table.set(name, out)
  return out
}
