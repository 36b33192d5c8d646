/**
 * Async functions and generators that were compiled to numbered cases: `while (1) switch (c.prev = c.next) { case 0: …
 * c.next = 2; return wx.login(); case 2: x = c.sent; … }`. The cases are walked one after the other, so that what was
 * awaited is known to what follows; jumps forward become conditions again.
 */
import { type Node, Op } from '../script/ir.ts'
import { walksOf } from './call.ts'
import { join } from './join.ts'
import { type AfterNode, type GuardNode, type Machine, NOWHERE } from './machine.ts'
import { type Frame, makeConst, type Obj, type Site, TRUE, UNDEFINED, UNKNOWN, type V } from './value.ts'

const MAX_CASES = 400

/** A stretch that is jumped over when a condition fails (or holds). */
interface Stretch {
  until: number
  readonly test: Node | null
  holds: boolean
  readonly vars: readonly (V | undefined)[]
  readonly after: AfterNode | null
  readonly leaves: Machine['leaves']
}

/** Walks the body of a compiled generator to its end; gives an iterator whose first step has the result. */
export function runGenerator(m: Machine, body: V, self: V): V {
  const result = body.t === 1 && body.fn && body.frame ? new Walk(m, body, self).run() : m.call(body, self, [UNKNOWN], NOWHERE, 'call')
  const step = m.object('object', null)
  step.props = new Map<string, V>([
    ['value', result],
    ['done', TRUE],
  ])
  const iterator = m.object('object', null)
  const next = m.native(() => step)
  iterator.props = new Map<string, V>([
    ['next', next],
    ['throw', next],
    ['return', next],
  ])
  iterator.open = true
  return iterator
}

class Walk {
  private readonly m: Machine
  private readonly body: Obj
  private readonly frame: Frame
  private readonly context: Obj
  private result: V | null = null
  private stretches: Stretch[] = []
  private base: GuardNode | null
  private typescript = false

  constructor(m: Machine, body: Obj, self: V) {
    this.m = m
    this.body = body
    const fn = body.fn!
    this.context = m.object('object', null)
    this.frame = {
      vars: new Array(fn.slots),
      parent: body.frame,
      module: body.frame!.module,
      thisValue: fn.arrow ? body.frame!.thisValue : self,
      args: [this.context],
      result: null,
      fn,
      callee: body,
    }
    this.base = m.guards
    const finish = (v: V): V => {
      this.result = this.result ? join(this.result, v) : v
      return this.final
    }
    this.context.props = new Map<string, V>([
      ['prev', UNKNOWN],
      ['next', UNKNOWN],
      ['label', UNKNOWN],
      ['sent', UNDEFINED],
      ['abrupt', m.native((_s, args) => (args[0]?.t === 0 && args[0].v === 'return' ? finish(args[1] ?? UNDEFINED) : this.final))],
      ['a', m.native((_s, args) => finish(args[1] ?? UNDEFINED))],
      ['stop', m.native(() => this.final)],
      ['catch', m.native(() => UNKNOWN)],
      ['delegateYield', m.native((_s, args, site) => this.delegate(args[0] ?? UNDEFINED, site))],
      ['trys', m.list([], null)],
    ])
    this.context.open = true
  }
  /** What a call that ends the function gives back: nothing is awaited then. */
  private readonly final = makeConst(undefined)
  private delegate(inner: V, site: Site): V {
    const step = this.m.call(this.m.get(inner, 'next', site), inner, [], site, 'call')
    this.pass(this.m.get(step, 'value', site))
    return UNDEFINED
  }

  run(): V {
    const { m, frame } = this
    const fn = frame.fn
    walksOf(m, fn).entered = true
    this.body.entered++
    for (const [slot, index] of fn.hoisted) frame.vars[slot] = m.closure(index, frame)
    const p = fn.params[0]
    if (p) m.bind(p, this.context, frame)
    const choice = switchOf(fn.body)
    if (!choice) {
      m.block(fn.body, frame)
      return frame.result ?? this.result ?? UNDEFINED
    }
    this.typescript = choice[3][0] === Op.Member && choice[3][4] === 'label'
    if (this.typescript)
      this.context.props!.set(
        'sent',
        m.native(() => UNDEFINED),
      )
    const cases = (choice[4] as readonly [Node | null, readonly Node[]][]).slice(0, MAX_CASES)
    const labels = cases.map(([test]) => (test?.[0] === Op.Const && typeof test[3] === 'number' ? test[3] : Number.POSITIVE_INFINITY))
    let skipTo = -1
    for (const [i, [, statements]] of cases.entries()) {
      const label = labels[i]!
      if (label < skipTo) continue
      skipTo = -1
      this.leave(label)
      const next = labels[i + 1] ?? Number.POSITIVE_INFINITY
      for (const s of flat(statements)) {
        const jump = this.step(s, next)
        // What returned early leaves its condition with everything that follows.
        if (this.stretches.length === 0) this.base = m.guards
        if (jump === null) continue
        if (jump > 0) skipTo = jump
        break
      }
    }
    this.leave(Number.POSITIVE_INFINITY)
    return this.result ?? UNDEFINED
  }

  /** One statement: null to go on, 0 when the rest of the case is not reached, a label when all until there is dead. */
  private step(s: Node, next: number): number | null {
    const { m, frame } = this
    if (s[0] === Op.If && !s[5]) {
      const target = jumpTarget(s[4])
      if (target !== null && target >= next) {
        const decided = m.decide(s[3], frame)
        if (decided === false) return null
        if (decided === true) return target
        this.enter({ until: target, test: s[3], holds: false })
        return null
      }
      if (target !== null) {
        // Back to the head of a loop: what follows is what runs when it ends.
        m.decide(s[3], frame)
        return null
      }
    }
    const target = jumpTarget([s])
    if (target !== null) {
      // The end of a branch: what stands between here and the target is the other one.
      if (target > next) {
        const open = this.stretches.find((x) => x.until === next)
        this.leave(next)
        this.enter({ until: target, test: open?.test ?? null, holds: !(open?.holds ?? true) }, open?.leaves)
      }
      return 0
    }
    if (s[0] === Op.Return) {
      this.returned(s[3] as Node | null)
      return 0
    }
    m.block([s], frame)
    // A return inside a branch of its own.
    if (frame.result) {
      const v = frame.result
      frame.result = null
      this.pass(v)
    }
    return null
  }
  private returned(n: Node | null): void {
    const { m, frame } = this
    if (!n) return
    // TypeScript: [4, awaited], [2, result], [3, label]
    if (n[0] === Op.Array && n[3][0]?.[0] === Op.Const && typeof n[3][0][3] === 'number') {
      const v = n[3][1] ? m.ev(n[3][1], frame) : UNDEFINED
      if (n[3][0][3] === 2) this.result = this.result ? join(this.result, v) : v
      else if (n[3][0][3] === 4) this.pass(v)
      return
    }
    const v = m.ev(n, frame)
    if (!isFinal(n)) this.pass(v)
  }
  /** What was awaited (or yielded) comes back as `sent`. */
  private pass(v: V): void {
    if (v === this.final) return
    const { m } = this
    const sent = m.awaited(v)
    const props = this.context.props!
    props.set('sent', this.typescript ? m.native(() => sent) : sent)
    props.set('v', sent)
  }

  // ---- stretches ---------------------------------------------------------------------------------------------------

  private enter(s: { until: number; test: Node | null; holds: boolean }, leaves = this.m.leaves): void {
    const { m, frame } = this
    this.stretches.push({ ...s, vars: frame.vars.slice(), after: m.after, leaves })
    if (s.test) m.pushLeaves(leaves, s.test, s.holds, frame)
    m.region = m.regions++
  }
  /** Ends what lasts until a label. */
  private leave(label: number): void {
    const { m, frame } = this
    const ended = this.stretches.filter((x) => x.until <= label)
    if (!ended.length) return
    this.stretches = this.stretches.filter((x) => x.until > label)
    for (const s of ended.reverse()) {
      m.merge(frame, s.vars)
      m.after = s.after
    }
    m.guards = this.base
    for (const s of this.stretches) if (s.test) m.pushLeaves(s.leaves, s.test, s.holds, frame)
    if (this.stretches.length === 0) m.region = m.regions++
  }
}

/** Whether a returned call ends the function: c.stop(), c.abrupt('return', v), c.a(2, v). */
const isFinal = (n: Node): boolean => n[0] === Op.Call && n[3][0] === Op.Member && ['stop', 'abrupt', 'a', 'finish'].includes(n[3][4])

/** The switch over the context's position, inside its endless loop. */
function switchOf(body: readonly Node[]): Node | null {
  for (const s of body) {
    if (s[0] === Op.Switch) return isPosition(s[3]) ? s : null
    if (s[0] === Op.Loop) return switchOf(s[6])
    if (s[0] === Op.Block) return switchOf(s[3])
  }
  return null
}
const isPosition = (n: Node): boolean =>
  (n[0] === Op.Assign && n[5][0] === Op.Member) || (n[0] === Op.Member && (n[4] === 'label' || n[4] === 'next' || n[4] === 'n'))
/** Statements with blocks and sequences taken apart: minified code puts many into one. */
function flat(statements: readonly Node[]): Node[] {
  const out: Node[] = []
  for (const s of statements) {
    if (s[0] === Op.Block) out.push(...flat(s[3]))
    else if (s[0] === Op.Return && s[3]?.[0] === Op.Seq) {
      for (const x of s[3][3].slice(0, -1)) out.push([Op.Expr, x[1], x[2], x])
      out.push([Op.Return, s[1], s[2], s[3][3].at(-1)])
    } else out.push(s)
  }
  return out
}
/** The label that `c.next = N; break` or TypeScript's `return [3, N]` goes to. */
function jumpTarget(statements: readonly Node[]): number | null {
  const list = flat(statements)
  const last = list.at(-1)
  if (last?.[0] === Op.Return) {
    const n = last[3] as Node | null
    if (n?.[0] === Op.Array && n[3].length === 2 && n[3][0]?.[3] === 3 && n[3][1]?.[0] === Op.Const) return Number(n[3][1][3])
    // c.abrupt('break', N)
    if (n?.[0] === Op.Call && n[3][0] === Op.Member && n[3][4] === 'abrupt' && /^(?:break|continue)$/.test(String(n[4][0]?.[3])))
      return Number(n[4][1]?.[3])
    return null
  }
  if (last?.[0] !== Op.Jump) return null
  for (const s of list) {
    const e = s[0] === Op.Expr ? (s[3] as Node) : null
    const seq = e ? (e[0] === Op.Seq ? (e[3] as Node[]) : [e]) : []
    for (const x of seq)
      if (x[0] === Op.Assign && x[4][0] === Op.Member && (x[4][4] === 'next' || x[4][4] === 'n') && x[5][0] === Op.Const)
        return Number(x[5][3])
  }
  return null
}
