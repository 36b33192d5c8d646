/** Conditions: whether one certainly holds, what is undecided in it, and what must hold on either side of it. */
import { type Node, Op } from '../script/ir.ts'
import type { GuardNode, Lacking } from './context.ts'
import { evaluate } from './evaluate.ts'
import { join } from './join.ts'
import type { Machine } from './machine.ts'
import { siteOf } from './place.ts'
import { frameAt } from './statement.ts'
import type { Origin } from './types.ts'
import {
  alternatives,
  type Const,
  FALSE,
  type Frame,
  makeConst,
  mergeOrigins,
  NO_ORIGINS,
  type Obj,
  originsOf,
  TRUE,
  truth,
  UNDEFINED,
  type Unknown,
  type V,
} from './value.ts'

/** A part of a condition that is asked by itself, with its value. */
export interface Leaf {
  readonly node: Node
  readonly value: V
}

/**
 * Whether a condition certainly holds; only for conditions made of constants, parameters and local names, since fields
 * and outer variables may change. Its leaves are left in `m.leaves`.
 */
export function decide(m: Machine, test: Node, f: Frame): boolean | undefined {
  let v: V
  switch (test[0]) {
    case Op.Unary:
    case Op.Logical:
    case Op.Seq: {
      const leaves: Leaf[] = []
      v = condition(m, test, f, leaves)
      m.leaves = leaves
      break
    }
    default:
      // Most conditions ask one thing.
      v = evaluate(m, test, f)
      m.leaves = [{ node: test, value: v }]
  }
  return certain(m, test, f, v) ? truth(v) : undefined
}
function condition(m: Machine, n: Node, f: Frame, leaves: Leaf[]): V {
  switch (n[0]) {
    case Op.Unary: {
      if (n[3] !== '!') break
      const v = condition(m, n[4], f, leaves)
      const t = truth(v)
      if (t === undefined) return m.unknownFrom(originsOf(v, 1))
      return v.t === 0 && v.origins.length > 0 ? makeConst(!t, '', 0, 0, v.origins) : t ? FALSE : TRUE
    }
    case Op.Logical: {
      if (n[3] === '??') break
      const left = condition(m, n[4], f, leaves)
      const t = certain(m, n[4], f, left) ? truth(left) : undefined
      if (n[3] === '&&' ? t === false : t === true) return left
      const { guards } = m
      if (t === undefined) pushLeaves(m, [{ node: n[4], value: left }], n[4], n[3] === '&&', f)
      const right = condition(m, n[5], f, leaves)
      m.guards = guards
      return t === undefined ? join(left, right) : right
    }
    case Op.Seq: {
      // Minified code puts statements before a condition: `if (a(), b)`
      const parts = n[3] as readonly Node[]
      for (let i = 0; i < parts.length - 1; i++) evaluate(m, parts[i]!, f)
      return condition(m, parts.at(-1)!, f, leaves)
    }
  }
  const v = evaluate(m, n, f)
  leaves.push({ node: n, value: v })
  return v
}

/** Writes down that a condition holds, or does not: as far as it can be taken apart, each part by itself. */
export function pushLeaves(m: Machine, leaves: readonly Leaf[], n: Node, holds: boolean, f: Frame): void {
  switch (n[0]) {
    case Op.Unary:
      if (n[3] !== '!') break
      pushLeaves(m, leaves, n[4], !holds, f)
      return
    case Op.Seq:
      pushLeaves(m, leaves, n[3].at(-1), holds, f)
      return
    case Op.Logical:
      if (n[3] !== (holds ? '&&' : '||')) break
      pushLeaves(m, leaves, n[4], holds, f)
      pushLeaves(m, leaves, n[5], holds, f)
      return
    case Op.Const:
      return
  }
  let origins: readonly Origin[] = NO_ORIGINS
  for (let i = 0; i < leaves.length; i++) {
    const { node, value } = leaves[i]!
    if (node !== n && ((node[1] as number) < n[1] || (node[2] as number) > n[2])) continue
    const from = value.t === 0 || value.t === 2 ? value.origins : originsOf(value, 1)
    if (from.length) origins = origins.length === 0 ? from : mergeOrigins(origins, from)
  }
  const asked = holds && n[0] === Op.Member && n[3][0] === Op.Var ? leaves.find(({ node }) => node === n)?.value : undefined
  m.guard(siteOf(f, n), holds, origins, asked !== undefined && isOff(asked) ? lackingOf(evaluate(m, n[3], f), n[4]) : null)
}
/**
 * `config.locate && wx.getLocation()` where the configuration has no such member, or says no: what stands behind it runs
 * only if somebody puts it there. Libraries that are built in with their options carry such branches.
 */
function lackingOf(base: V, key: string): Lacking | null {
  const objects: Obj[] = []
  for (const w of alternatives(base)) {
    if (w.t !== 1 || !isWhole(w)) return null
    objects.push(w)
  }
  return objects.length === 0 ? null : { objects, key }
}
/** Not there, or a plain no that came from nowhere else. */
const isOff = (v: V): boolean => v.t === 0 && (v.v === undefined || v.v === false) && v.origins.length === 0
/** A plain object all of whose members are known. */
const isWhole = (o: Obj): boolean =>
  o.kind === 'object' && !o.open && o.any === null && o.proto === null && o.tag === null && o.items === null && o.ns === ''
/** Whether these conditions can never hold together, now that everything was walked. */
export function neverMet(m: Machine, guards: GuardNode | null): boolean {
  // Whatever was not walked may have put it there.
  if (m.cutRoots.size > 0) return false
  for (let g = guards; g !== null; g = g.prev)
    if (g.lacking !== null) {
      const { objects, key } = g.lacking
      if (objects.every((o) => isWhole(o) && !m.handed.has(o) && isOff(o.props?.get(key) ?? UNDEFINED))) return true
    }
  return false
}
export function pushGuards(m: Machine, n: Node, holds: boolean, f: Frame): void {
  pushLeaves(m, [{ node: n, value: evaluate(m, n, f) }], n, holds, f)
}

const CHOICE = 'choice'
/** How many of the conditions around are looked at. */
const MAX_CHOOSERS = 4
/**
 * A yes or no that is set where a server's answer was asked keeps that answer as its reason:
 * `if (res.on) resolve(true)` says no less than `resolve(res.on)`. It is no answer itself, so its source is another.
 */
export function chosen(m: Machine, v: V): V {
  if (v.t !== 0 || typeof v.v !== 'boolean' || v.origins.length > 0 || m.guards === null) return v
  let n = 0
  for (let g: GuardNode | null = m.guards; g !== null && n < MAX_CHOOSERS; g = g.prev, n++)
    for (let i = 0; i < g.origins.length; i++) {
      const o = g.origins[i]!
      if ((o.source === 'response' || o.channel === CHOICE) && g.depth < m.reach) m.reach = g.depth
      if (o.source === 'response') return makeConst(v.v, v.file, v.start, v.end, [m.origin('unknown', CHOICE, g.at, '', o, CHOICE)])
      if (o.channel === CHOICE) return makeConst(v.v, v.file, v.start, v.end, [o])
    }
  return v
}

/** Either made of what cannot change, or an answer about the phone that was assumed. */
export function certain(m: Machine, n: Node, f: Frame, v: V): boolean {
  return firm(n, f) || isAssumed(m, v) || given(m, n, f)
}
/** An answer about the phone that was assumed, or the function that gives it: it is there. */
function isAssumed(m: Machine, v: V): boolean {
  return v.t === 0 ? v.origins.length > 0 && m.host.assumed(v.origins) : v.t === 1 && v.kind === 'api' && m.host.answers(v.api)
}
/**
 * Whether a condition asks what a caller handed over, field by field, in an object made for this very walk: nobody else
 * holds such a bag of options, so what is in it and what is left out are as firm as an argument.
 */
function given(m: Machine, n: Node, f: Frame): boolean {
  switch (n[0]) {
    case Op.Unary:
      return given(m, n[4], f)
    case Op.Binary:
    case Op.Logical:
      return (firm(n[4], f) || given(m, n[4], f)) && (firm(n[5], f) || given(m, n[5], f))
    case Op.Member: {
      const base: Node = n[3]
      if (base[0] !== Op.Var || base[3] !== 0 || f.fn.mutable.includes(base[4])) return false
      if (!f.fn.params.some((param) => param[0] === Op.Var && param[4] === base[4])) return false
      const bag = f.vars[base[4]]
      return (
        bag?.t === 1 &&
        bag.kind === 'object' &&
        bag.region >= m.began &&
        !bag.open &&
        bag.any === null &&
        bag.proto === null &&
        bag.tag === null
      )
    }
  }
  return false
}
/** Whether what a condition asks cannot change between the asking and the answer. */
export function firm(n: Node, f: Frame): boolean {
  switch (n[0]) {
    case Op.Const:
    case Op.Func:
    case Op.Object:
    case Op.Array:
      return true
    case Op.Var:
      return n[5] !== true && (n[3] === 0 || !frameAt(f, n[3]).fn.mutable.includes(n[4]))
    case Op.Unary:
      return n[3] === 'typeof' ? n[4][0] === Op.Global || firm(n[4], f) : firm(n[4], f)
    case Op.Binary:
    case Op.Logical:
      return firm(n[4], f) && firm(n[5], f)
    case Op.Global:
      return n[3] === 'undefined' || n[3] === 'wx' || n[3] === 'tt'
    case Op.Member:
      // What compilers ask of a module holds for good.
      if (n[4] === '__esModule') return firm(n[3], f)
      return n[3][0] === Op.Global && (n[3][3] === 'wx' || n[3][3] === 'tt') ? false : n[4] === 'length' && firm(n[3], f)
  }
  return false
}

/** `a && b`, `a || b`, `a ?? b` as a value. */
export function logical(m: Machine, n: Node, f: Frame): V {
  const left = evaluate(m, n[4], f)
  const op = n[3] as string
  const t = op === '??' ? defined(left) : truth(left)
  if (t !== undefined && ((left.t === 1 && !lookedUp(n[4])) || firm(n[4], f) || isAssumed(m, left)))
    return (op === '&&' ? !t : t) ? left : evaluate(m, n[5], f)
  const { guards, region } = m
  m.region = m.regions++
  pushLeaves(m, [{ node: n[4], value: left }], n[4], op === '&&', f)
  let out = evaluate(m, n[5], f)
  m.guards = guards
  m.region = region
  // `a && b` is b or a falsy a; `a || b` is b or a truthy a
  if (left.t !== 3) return remains(op, left) ? join(out, left) : out
  for (let i = 0; i < left.values.length; i++) {
    const w = left.values[i]!
    if (remains(op, w)) out = join(out, w)
  }
  return out
}
/** Whether the left side may be what comes out. */
function remains(op: string, w: Const | Obj | Unknown): boolean {
  const x = op === '??' ? w.t !== 0 || (w.v !== null && w.v !== undefined) : truth(w)
  return op === '&&' ? x !== true : x !== false
}
/** What is looked up under a computed name may not be there: the alternative stands for that. */
const lookedUp = (n: Node): boolean => n[0] === Op.Index && n[4][0] !== Op.Const
const defined = (v: V): boolean | undefined => (v.t === 0 ? v.v !== null && v.v !== undefined : v.t === 1 ? true : undefined)

/** `test ? yes : no` as a value. */
export function conditional(m: Machine, n: Node, f: Frame): V {
  const t = decide(m, n[3], f)
  if (t !== undefined) return evaluate(m, t ? n[4] : n[5], f)
  const { leaves, guards, region } = m
  m.region = m.regions++
  pushLeaves(m, leaves, n[3], true, f)
  const a = chosen(m, evaluate(m, n[4], f))
  m.guards = guards
  pushLeaves(m, leaves, n[3], false, f)
  const b = chosen(m, evaluate(m, n[5], f))
  m.guards = guards
  m.region = region
  return join(a, b)
}
