/** Statements: straight ones, branches taken on both sides, loops run once (over the elements where they are known), and the patterns that bind names. */
import { type Node, Op } from '../script/ir.ts'
import { chosen, decide, firm, pushGuards, pushLeaves } from './condition.ts'
import { evaluate, importedValue } from './evaluate.ts'
import { join } from './join.ts'
import type { Machine } from './machine.ts'
import { elements, everything, get, getIndex, keysOf, MAX_LIST, set, setIndex } from './members.ts'
import { siteOf } from './place.ts'
import { alternatives, type Frame, makeUnknown, originsOf, truth, UNDEFINED, UNKNOWN, type V } from './value.ts'

const NOT_KNOWN = Symbol('not known')
type Vars = readonly (V | undefined)[]

/** True when control never comes out at the end. */
export function block(m: Machine, body: readonly Node[], f: Frame): boolean {
  for (let i = 0; i < body.length; i++) if (statement(m, body[i]!, f)) return true
  return false
}

function statement(m: Machine, s: Node, f: Frame): boolean {
  if (--m.ration <= 0) return true
  switch (s[0]) {
    case Op.Expr:
      evaluate(m, s[3], f)
      return false
    case Op.Declare:
      bind(m, s[3], s[4] ? evaluate(m, s[4], f) : UNDEFINED, f)
      return false
    case Op.Return: {
      const v = s[3] ? chosen(m, evaluate(m, s[3], f)) : UNDEFINED
      f.result = f.result ? join(f.result, v) : v
      return true
    }
    case Op.If:
      return branch(m, s[3], s[4], s[5], f)
    case Op.Block:
      return block(m, s[3], f)
    case Op.Loop:
      loop(m, s, f)
      return false
    case Op.ForIn:
    case Op.ForOf:
      each(m, s, f)
      return false
    case Op.Switch:
      return choose(m, s, f)
    case Op.Try:
      return attempt(m, s, f)
    case Op.Throw:
      evaluate(m, s[3], f)
      return true
    case Op.Jump:
      return true
    case Op.Export:
      set(m, f.module.exports, s[3], evaluate(m, s[4], f), siteOf(f, s))
      return false
    case Op.ExportAll: {
      const { exports } = f.module
      const from = importedValue(m, s[3], '*', s, f)
      if (s[4]) set(m, exports, s[4], from, siteOf(f, s))
      else if (from.t === 1 && from.props)
        for (const [k, v] of from.props) if (k !== 'default' && !exports.props?.has(k)) set(m, exports, k, v, siteOf(f, s))
      return false
    }
  }
  return false
}

// ---- what may or may not run ---------------------------------------------------------------------------------------

/** Joins the locals of a frame with what they were on another way. */
export function merge(f: Frame, other: Vars): void {
  const { vars } = f
  for (let i = 0; i < vars.length; i++) {
    const a = vars[i]
    const b = other[i]
    if (a !== b) vars[i] = a === undefined ? b : b === undefined ? a : join(a, b)
  }
}
function restore(f: Frame, vars: Vars): void {
  for (let i = 0; i < vars.length; i++) f.vars[i] = vars[i]
}

/** How often a counting loop of a module is walked turn by turn. */
const MAX_TURNS = 16
/**
 * Loops at the top of a module that count to a number fill tables of methods whose names have the number in them:
 * each turn is walked. False when it cannot be told how often it turns, or when a turn ends early.
 */
function counted(m: Machine, s: Node, f: Frame): boolean {
  const [slot, ...others] = s[8] as readonly number[]
  const update = s[5] as Node | null
  if (m.root.kind !== 'module' || !s[4] || update?.[0] !== Op.Update || s[7] || slot === undefined || others.length > 0) return false
  if (!m.host.source(f.module.file).slice(update[1], update[2]).includes('++')) return false
  const start = f.vars[slot]
  if (start?.t !== 0 || typeof start.v !== 'number') return false
  const { v: from } = start
  const turn = (i: number): boolean | null => {
    f.vars[slot] = { ...start, v: i }
    const test = evaluate(m, s[4], f)
    return test.t === 0 && test.origins.length === 0 ? (truth(test) ?? null) : null
  }
  // where it ends is known before it is begun: a loop of which some turns were walked is not walked again
  let to = from
  while (to - from <= MAX_TURNS && turn(to) === true) to++
  if (to === from || turn(to) !== false) {
    f.vars[slot] = start
    return false
  }
  for (let i = from; i < to && turn(i) === true; i++) if (block(m, s[6], f)) break
  f.vars[slot] = makeUnknown()
  return true
}

/** A loop's body runs once, with what the loop counts unknown. */
function loop(m: Machine, s: Node, f: Frame): void {
  block(m, s[3], f)
  if (s[4] && !s[7] && firm(s[4], f) && truth(evaluate(m, s[4], f)) === false) return
  if (counted(m, s, f)) return
  const slots = s[8] as readonly number[]
  for (let i = 0; i < slots.length; i++) f.vars[slots[i]!] = makeUnknown()
  const before = f.vars.slice()
  const { region, guards } = m
  m.region = m.regions++
  if (s[4]) pushGuards(m, s[4], true, f)
  block(m, s[6], f)
  if (s[5]) evaluate(m, s[5], f)
  m.guards = guards
  m.region = region
  merge(f, before)
}

function attempt(m: Machine, s: Node, f: Frame): boolean {
  const { after } = m
  const ends = block(m, s[3], f)
  if (s[5]) {
    const before = f.vars.slice()
    const { region, path } = m
    m.region = m.regions++
    // What was awaited above may have been refused: this is its rejected promise.
    if (m.after !== after)
      m.path = { at: siteOf(f, s), name: 'catch', how: 'promise', prev: path, length: path === null ? 1 : path.length + 1 }
    if (s[4]) bind(m, s[4], UNKNOWN, f)
    block(m, s[5], f)
    m.path = path
    m.region = region
    merge(f, before)
  }
  if (s[6] && block(m, s[6], f)) return true
  return ends && !s[5]
}

function branch(m: Machine, test: Node, yes: readonly Node[], no: readonly Node[] | null, f: Frame): boolean {
  const decided = decide(m, test, f)
  if (decided === true) return block(m, yes, f)
  if (decided === false) return no ? block(m, no, f) : false
  const { guards, after, region, leaves } = m
  const before = f.vars.slice()
  m.region = m.regions++
  pushLeaves(m, leaves, test, true, f)
  const endsYes = block(m, yes, f)
  m.guards = guards
  const reached = m.after
  m.after = after
  if (!no) {
    m.region = region
    if (endsYes) {
      // `if (!ok) return`: what follows runs only where the condition failed
      restore(f, before)
      pushLeaves(m, leaves, test, false, f)
    } else mergeInto(f, before)
    return false
  }
  const afterYes = f.vars.slice()
  restore(f, before)
  m.region = m.regions++
  pushLeaves(m, leaves, test, false, f)
  const endsNo = block(m, no, f)
  m.guards = guards
  m.region = region
  if (endsYes && endsNo) return true
  if (endsYes) {
    pushLeaves(m, leaves, test, false, f)
    return false
  }
  if (endsNo) {
    restore(f, afterYes)
    m.after = reached
    pushLeaves(m, leaves, test, true, f)
    return false
  }
  merge(f, afterYes)
  return false
}
/** Like merge, with the sides the other way round: what was before comes first. */
function mergeInto(f: Frame, before: Vars): void {
  const { vars } = f
  for (let i = 0; i < vars.length; i++) {
    const a = before[i]
    const b = vars[i]
    if (a !== b) vars[i] = a === undefined ? b : b === undefined ? a : join(a, b)
  }
}

function choose(m: Machine, s: Node, f: Frame): boolean {
  const subject = evaluate(m, s[3], f)
  const cases = s[4] as readonly [Node | null, readonly Node[]][]
  const known = subject.t === 0 && firm(s[3], f) ? subject.v : NOT_KNOWN
  let start = -1
  if (known !== NOT_KNOWN) {
    for (let i = 0; i < cases.length; i++) {
      const t = cases[i]![0]
      if (!t) continue
      const v = evaluate(m, t, f)
      if (v.t !== 0) {
        start = -2
        break
      }
      if (v.v === known) {
        start = i
        break
      }
    }
    if (start === -1) start = cases.findIndex((c) => !c[0])
    if (start === -1) return false
  }
  if (start >= 0) {
    for (let i = start; i < cases.length; i++)
      for (const x of cases[i]![1]) if (statement(m, x, f)) return x[0] !== Op.Jump && f.result !== null
    return false
  }
  const origins = originsOf(subject, 1)
  for (let i = 0; i < cases.length; i++) {
    const [test, body] = cases[i]!
    if (!body.length) continue
    const before = f.vars.slice()
    const { region, guards } = m
    m.region = m.regions++
    if (test) m.guard(siteOf(f, test), true, origins)
    block(m, body, f)
    m.guards = guards
    m.region = region
    merge(f, before)
  }
  return false
}

function each(m: Machine, s: Node, f: Frame): void {
  const source = evaluate(m, s[4], f)
  const values = s[0] === Op.ForOf ? elements(source) : keysOf(source)
  if (values && values.length <= MAX_LIST) {
    for (let i = 0; i < values.length; i++) eachOnce(m, s, values[i]!, f)
    return
  }
  const element = values
    ? values.reduce((a, b) => join(a, b))
    : s[0] === Op.ForOf
      ? everything(m, source, UNKNOWN, siteOf(f, s))
      : makeUnknown(originsOf(source, 1))
  eachOnce(m, s, element, f)
}
function eachOnce(m: Machine, s: Node, v: V, f: Frame): void {
  const before = f.vars.slice()
  const { region } = m
  m.region = m.regions++
  const slots = s[6] as number
  const frame: Frame = slots >= 0 ? { ...f, vars: new Array(slots), parent: f } : f
  if (slots >= 0) for (const [slot, index] of s[7]) frame.vars[slot] = m.closure(index, frame)
  bind(m, s[3], v, frame)
  block(m, s[5], frame)
  if (slots >= 0 && frame.result) f.result = f.result ? join(f.result, frame.result) : frame.result
  m.region = region
  merge(f, before)
}

// ---- names ---------------------------------------------------------------------------------------------------------

export function frameAt(f: Frame, hops: number): Frame {
  let g = f
  for (; hops > 0 && g.parent; hops--) g = g.parent
  return g
}
/** Binds a pattern (parameter, declaration, assignment) to a value. */
export function bind(m: Machine, p: Node, value: V, f: Frame): void {
  switch (p[0]) {
    case Op.Var: {
      if (p[3] === 0) {
        f.vars[p[4]] = value
        return
      }
      const { vars } = frameAt(f, p[3])
      const old = vars[p[4]]
      vars[p[4]] = old === undefined ? value : join(old, value)
      return
    }
    case Op.Default:
      bind(m, p[3], defaulted(m, value, p[4], f), f)
      return
    case Op.ObjectPattern: {
      const site = siteOf(f, p)
      const parts = p[3] as readonly Node[]
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i]!
        const kind = part[0] as number
        if (kind === 2) bind(m, part[2], value, f)
        else bind(m, part[2], kind === 1 ? getIndex(m, value, evaluate(m, part[1], f), site) : get(m, value, part[1], site), f)
      }
      return
    }
    case Op.ArrayPattern: {
      const site = siteOf(f, p)
      const parts = p[3] as readonly (Node | null)[]
      for (let i = 0; i < parts.length; i++) {
        const target = parts[i]
        if (!target) continue
        if (target[0] === Op.Rest) bind(m, target[3], value, f)
        else bind(m, target, get(m, value, String(i), site), f)
      }
      return
    }
    case Op.Rest:
      bind(m, p[3], value, f)
      return
    case Op.Member:
      set(m, evaluate(m, p[3], f), p[4], value, siteOf(f, p))
      return
    case Op.Index:
      setIndex(m, evaluate(m, p[3], f), evaluate(m, p[4], f), value, siteOf(f, p))
  }
}
function defaulted(m: Machine, value: V, node: Node, f: Frame): V {
  if (value.t === 0) return value.v === undefined ? evaluate(m, node, f) : value
  if (value.t === 1) return value
  if (value.t === 3 && !value.values.some((w) => w.t === 2 || (w.t === 0 && w.v === undefined))) return value
  let out = evaluate(m, node, f)
  const all = alternatives(value)
  for (let i = 0; i < all.length; i++) {
    const w = all[i]!
    if (!(w.t === 0 && w.v === undefined)) out = join(out, w)
  }
  return out
}
