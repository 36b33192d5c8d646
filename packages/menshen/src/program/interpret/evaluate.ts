/** Expressions. */
import { type Node, Op } from '../script/ir.ts'
import { builtinGlobal } from './builtins/index.ts'
import { awaited, call, construct, superCall, superMember, superOf, unknownCall, unknownMethod } from './call.ts'
import { conditional, logical } from './condition.ts'
import { GETTER, NOWHERE } from './context.ts'
import { join, joinAll } from './join.ts'
import type { Machine } from './machine.ts'
import { everything, get, getIndex, MAX_LIST, set, setIndex, spreadInto } from './members.ts'
import { binary, typeOf } from './operators.ts'
import { paired } from './pairing.ts'
import { siteOf } from './place.ts'
import { bind, frameAt } from './statement.ts'
import { ClassTag, RegexTag } from './tags.ts'
import {
  type Const,
  FALSE,
  type Frame,
  makeConst,
  makeObj,
  makeUnknown,
  originsOf,
  type Site,
  stringsOf,
  TRUE,
  truth,
  UNDEFINED,
  UNKNOWN,
  type V,
} from './value.ts'

/** The value of an expression in a frame. */
export function evaluate(m: Machine, n: Node, f: Frame): V {
  if (--m.ration <= 0) return UNKNOWN
  switch (n[0]) {
    case Op.Const:
      // A literal is one value however often it is met.
      return ((n as unknown[])[4] ??= makeConst(n[3], f.module.file, n[1], n[2])) as Const
    case Op.Var: {
      const g = n[3] === 0 ? f : frameAt(f, n[3])
      return g.vars[n[4]] ?? (g.parent === null && !g.module.done ? UNKNOWN : UNDEFINED)
    }
    case Op.Member: {
      if (n[3][0] === Op.Super) return superMember(m, f, n[4])
      const object = evaluate(m, n[3], f)
      if (object.t === 2) return object.origins.length === 0 && object.holds.length === 0 ? UNKNOWN : m.memberOf(object, n[4])
      return get(m, object, n[4], n[6] ?? siteOf(f, n))
    }
    case Op.Call:
      return callNode(m, n, f)
    case Op.This:
      return f.thisValue
    case Op.Global:
      return global(m, n[3], f, n)
    case Op.Func:
      return m.closure(n[3], f)
    case Op.Object:
      return objectLiteral(m, n, f)
    case Op.Assign:
      return assign(m, n, f)
    case Op.Binary: {
      const v = binary(evaluate(m, n[4], f), n[3], evaluate(m, n[5], f), f.module.file, n[1], n[2])
      return v.t === 3 && n[3] === '+' ? paired(m, n, f, v) : v
    }
    case Op.Logical:
      return logical(m, n, f)
    case Op.Cond:
      return conditional(m, n, f)
    case Op.Unary:
      return unary(m, n, f)
    case Op.Imported:
      return importedValue(m, n[3], n[4], n, f)
    case Op.Index:
      return index(m, n, f)
    case Op.Array:
      return arrayLiteral(m, n, f)
    case Op.New: {
      const c = evaluate(m, n[3], f)
      return construct(m, c, argumentsOf(m, n[4], f), siteOf(f, n))
    }
    case Op.Template: {
      const v = template(m, n, f)
      return v.t === 3 ? paired(m, n, f, v) : v
    }
    case Op.Update: {
      evaluate(m, n[3], f)
      const v = makeUnknown()
      bind(m, n[3], v, f)
      return v
    }
    case Op.Seq: {
      let v: V = UNDEFINED
      const parts = n[3] as readonly Node[]
      for (let i = 0; i < parts.length; i++) v = evaluate(m, parts[i]!, f)
      return v
    }
    case Op.Await:
      return awaited(m, evaluate(m, n[3], f))
    case Op.Spread:
      return evaluate(m, n[3], f)
    case Op.Class:
      return classLiteral(m, n, f)
    case Op.Regex: {
      const o = m.object('object', siteOf(f, n))
      o.tag = new RegexTag(n[3], n[4])
      return o
    }
    case Op.DynamicImport: {
      const from = n[3] as Node
      return m.promise(from[0] === Op.Imported ? importedValue(m, from[3], from[4], from, f) : UNKNOWN, [], siteOf(f, n))
    }
    case Op.Tagged:
      // No function is made here: with one that holds on to its parameters, every evaluation would make room for them.
      return unknownCall(m, evaluate(m, n[3], f), argumentsOf(m, n[5], f), siteOf(f, n))
    case Op.Yield:
      return awaited(m, n[3] ? evaluate(m, n[3], f) : UNDEFINED)
  }
  return UNKNOWN
}

// ---- names ---------------------------------------------------------------------------------------------------------

function global(m: Machine, name: string, f: Frame, n: Node): V {
  const known = m.globals.get(name)
  if (known !== undefined) return known
  if (name === 'module') return f.module.moduleObject
  if (name === 'exports') return f.module.exports
  if (name === 'arguments') return f.args ? m.list(f.args.slice(), siteOf(f, n)) : UNKNOWN
  const v = m.host.global(m, name) ?? builtinGlobal(m, name) ?? UNKNOWN
  m.globals.set(name, v)
  return v
}
/** The value an import or require stands for. */
export function importedValue(m: Machine, index: number, name: string, n: Node, f: Frame): V {
  const module = f.module
  const spec = module.facts.specifiers[index]
  if (!spec) return UNKNOWN
  let target = module.targets[index]
  if (target === undefined) module.targets[index] = target = m.host.resolve(module.file, spec.source)
  if (!target) {
    m.host.missing(module.file, spec)
    return UNKNOWN
  }
  const loaded = m.load(target)
  if (!loaded) return UNKNOWN
  if (name === '*require') return loaded.moduleObject.props!.get('exports')!
  const exports = m.exportsOf(loaded)
  if (name === '*') return exports
  if (exports.kind === 'proxy' || exports.kind === 'api') return get(m, exports, name, siteOf(f, n))
  const own = exports.props?.get(name)
  if (own !== undefined) return own
  // `import x from` a CommonJS module gives its whole exports
  if (name === 'default' && !loaded.facts.esm) return loaded.moduleObject.props!.get('exports')!
  const inherited = get(m, exports, name, siteOf(f, n))
  return inherited.t === 0 && inherited.v === undefined && !loaded.done ? UNKNOWN : inherited
}
function assign(m: Machine, n: Node, f: Frame): V {
  const op = n[3] as string
  const target = n[4] as Node
  if (op === '=') {
    const v = evaluate(m, n[5], f)
    bind(m, target, v, f)
    return v
  }
  const old = evaluate(m, target, f)
  const right = evaluate(m, n[5], f)
  const v = op === '||=' || op === '&&=' || op === '??=' ? join(old, right) : binary(old, op.slice(0, -1), right, f.module.file, n[1], n[2])
  bind(m, target, v, f)
  return v
}

// ---- members and calls ---------------------------------------------------------------------------------------------

function index(m: Machine, n: Node, f: Frame): V {
  const object = evaluate(m, n[3], f)
  return indexed(m, object, evaluate(m, n[4], f), n, f)
}
/** A member under a computed name; of the platform's functions it is kept that their name was computed. */
function indexed(m: Machine, object: V, key: V, n: Node, f: Frame): V {
  const v = getIndex(m, object, key, n[5] ?? siteOf(f, n))
  if (!(v.t === 1 && v.kind === 'api' && object.t === 1 && object.kind === 'api')) return v
  const o = makeObj('api', v.region)
  Object.assign(o, { ns: v.ns, api: v.api, how: 'computed', props: v.props, tag: v.tag, proto: v.proto })
  return o
}
function argumentsOf(m: Machine, list: readonly Node[], f: Frame): readonly V[] {
  // Lists of the right length from the start: pushed to, they would take room for seventeen.
  switch (list.length) {
    case 0:
      return NO_VALUES
    case 1:
      if (list[0]![0] !== Op.Spread) return [evaluate(m, list[0]!, f)]
      break
    case 2:
      if (list[0]![0] !== Op.Spread && list[1]![0] !== Op.Spread) return [evaluate(m, list[0]!, f), evaluate(m, list[1]!, f)]
      break
    case 3:
      if (list[0]![0] !== Op.Spread && list[1]![0] !== Op.Spread && list[2]![0] !== Op.Spread)
        return [evaluate(m, list[0]!, f), evaluate(m, list[1]!, f), evaluate(m, list[2]!, f)]
  }
  const out: V[] = []
  for (let i = 0; i < list.length; i++) {
    const a = list[i]!
    if (a[0] !== Op.Spread) {
      out.push(evaluate(m, a, f))
      continue
    }
    const v = evaluate(m, a[3], f)
    if (v.t === 1 && v.items) out.push(...v.items.slice(0, MAX_LIST))
    else out.push(everything(m, v, UNKNOWN, siteOf(f, a)))
  }
  return out
}
const NO_VALUES: readonly V[] = []
function callNode(m: Machine, n: Node, f: Frame): V {
  const c = n[3] as Node
  switch (c[0]) {
    case Op.Member:
    case Op.Index:
      return callMember(m, n, c, f)
    case Op.Super: {
      const parent = superOf(f)
      if (parent) superCall(m, parent, f.thisValue, argumentsOf(m, n[4], f), siteOf(f, n))
      return UNDEFINED
    }
  }
  const callee = evaluate(m, c, f)
  const args = argumentsOf(m, n[4], f)
  const out = call(m, callee, UNDEFINED, args, n[5] ?? siteOf(f, n), 'call')
  for (let i = 0; i < args.length; i++) {
    const a = args[i]!
    if (a.t === 1 && a.fn && !a.entered) m.escape(a)
  }
  return out
}
function callMember(m: Machine, n: Node, c: Node, f: Frame): V {
  const site: Site = n[5] ?? siteOf(f, n)
  const holder = c[3] as Node
  const isNamed = c[0] === Op.Member
  const name = isNamed ? (c[4] as string) : ''
  const isSuper = holder[0] === Op.Super
  if (holder[0] === Op.Assign && name === 'push' && isBundleList(holder[4])) {
    const list = holder[4][3][0] === Op.Global ? UNDEFINED : evaluate(m, holder, f)
    m.host.chunk(m, list, argumentsOf(m, n[4], f)[0] ?? UNDEFINED, site)
    return UNKNOWN
  }
  const object = isSuper ? f.thisValue : evaluate(m, holder, f)
  if (object.t === 2 && isNamed && !isSuper) return unknownMethod(m, object, name, argumentsOf(m, n[4], f), site)
  const callee = isSuper
    ? superMember(m, f, name)
    : isNamed
      ? get(m, object, name, c[6] ?? siteOf(f, c))
      : indexed(m, object, evaluate(m, c[4], f), c, f)
  const args = argumentsOf(m, n[4], f)
  if (isSuper && isNamed && object.t === 2) return unknownMethod(m, object, name, args, site)
  if (callee.t === 2 && !callee.holds.length && object.t === 3 && object.values.some((w) => w.t === 2))
    return unknownMethod(m, makeUnknown(originsOf(object, 1)), name, args, site)
  // A method that the object does not have: somebody added it where we did not look.
  if (callee.t === 0) return unknownCall(m, makeUnknown(originsOf(object, 1)), args, site)
  return call(m, callee, object, args, site, 'call', name)
}
/** Whether a node is the member under which a bundle keeps its chunks. */
function isBundleList(n: Node): boolean {
  const name = n[0] === Op.Member ? n[4] : n[0] === Op.Index && n[4][0] === Op.Const ? n[4][3] : null
  return typeof name === 'string' && /^webpack(?:Jsonp|Chunk)/.test(name)
}

// ---- literals ------------------------------------------------------------------------------------------------------

function objectLiteral(m: Machine, n: Node, f: Frame): V {
  const site: Site = n[4] ?? siteOf(f, n)
  const o = m.object('object', site)
  const props = new Map<string, V>()
  o.props = props
  const parts = n[3] as readonly Node[]
  for (let i = 0; i < parts.length; i++) {
    const p = parts[i]!
    switch (p[0]) {
      case 0:
        props.set(p[1], evaluate(m, p[2], f))
        break
      case 1:
      case 4: {
        const key = evaluate(m, p[1], f)
        setIndex(m, o, key, evaluate(m, p[2], f), site)
        break
      }
      case 2:
        spreadInto(o, evaluate(m, p[2], f))
        break
      case 3: {
        const g = evaluate(m, p[2], f)
        if (g.t === 1) g.tag = GETTER
        if (!props.has(p[1])) props.set(p[1], g)
        break
      }
    }
  }
  return o
}
/** Texts up to this length are taken apart into their characters. */
const MAX_TEXT = 500
const charOf = (v: Const, c: string): Const => makeConst(c, v.file, v.start, v.end, v.origins)
const isSpread = (n: Node | null): boolean => n !== null && n[0] === Op.Spread
function arrayLiteral(m: Machine, n: Node, f: Frame): V {
  const o = m.object('array', n[4] ?? siteOf(f, n))
  const parts = n[3] as readonly (Node | null)[]
  if (!parts.some(isSpread)) {
    const all: V[] = new Array(parts.length)
    for (let i = 0; i < parts.length; i++) all[i] = parts[i] ? evaluate(m, parts[i]!, f) : UNDEFINED
    o.items = all
    return o
  }
  const items: V[] = []
  let inexact = false
  for (let i = 0; i < parts.length; i++) {
    const e = parts[i]!
    if (!e) items.push(UNDEFINED)
    else if (e[0] !== Op.Spread) items.push(evaluate(m, e, f))
    else {
      const v = evaluate(m, e[3], f)
      if (v.t === 1 && v.items) items.push(...v.items)
      else if (v.t === 0 && typeof v.v === 'string' && v.v.length <= MAX_TEXT) for (const c of v.v) items.push(charOf(v, c))
      else {
        inexact = true
        items.push(everything(m, v, UNKNOWN, siteOf(f, e)))
      }
    }
  }
  if (inexact) o.any = joinAll(items) ?? null
  else o.items = items
  return o
}
function classLiteral(m: Machine, n: Node, f: Frame): V {
  const site = siteOf(f, n)
  const o = m.object('class', site)
  const prototype = m.object('object', site)
  const parent = n[3] ? evaluate(m, n[3], f) : null
  const tag = new ClassTag(parent, n[4] >= 0 ? m.closure(n[4], f) : null)
  if (tag.constructorFn) tag.constructorFn.tag = o
  o.tag = tag
  o.props = new Map([['prototype', prototype as V]])
  prototype.props = new Map([['constructor', o as V]])
  if (parent) {
    const up = get(m, parent, 'prototype', NOWHERE)
    if (up.t === 1) prototype.proto = up
    else prototype.open = true
  }
  for (const [key, computed, value, isStatic, kind] of n[5]) {
    const name = computed ? stringsOf(evaluate(m, key, f))[0] : key
    if (name === undefined) continue
    if (kind === 0 && !isStatic) {
      tag.fields.push([name, value, f])
      continue
    }
    const v = evaluate(m, value, kind === 0 ? { ...f, thisValue: o } : f)
    if (v.t === 1 && kind !== 0) v.tag = kind === 2 ? GETTER : o
    set(m, isStatic ? o : prototype, name, v, site)
  }
  return o
}
function template(m: Machine, n: Node, f: Frame): V {
  const { file } = f.module
  const texts = n[3] as readonly string[]
  const parts = n[4] as readonly Node[]
  let v: V = makeConst(texts[0], file, n[1], n[2])
  for (let i = 0; i < parts.length; i++) {
    v = binary(v, '+', evaluate(m, parts[i]!, f), file, n[1], n[2])
    if (texts[i + 1] !== '') v = binary(v, '+', makeConst(texts[i + 1], file, n[1], n[2]), file, n[1], n[2])
  }
  return v
}
function unary(m: Machine, n: Node, f: Frame): V {
  const v = evaluate(m, n[4], f)
  switch (n[3]) {
    case '!': {
      const t = truth(v)
      if (t === undefined) return m.unknownFrom(originsOf(v, 1))
      return v.t === 0 && v.origins.length > 0 ? makeConst(!t, '', 0, 0, v.origins) : t ? FALSE : TRUE
    }
    case 'typeof':
      return typeOf(v, n[4])
    case 'void':
      return UNDEFINED
    case '-':
      if (v.t === 0 && typeof v.v === 'number') return makeConst(-v.v, f.module.file, n[1], n[2])
      break
    case '+':
      if (v.t === 0 && v.v !== undefined) return makeConst(Number(v.v), f.module.file, n[1], n[2])
      break
    case 'delete':
      return TRUE
  }
  return m.unknownFrom(originsOf(v, 1))
}
