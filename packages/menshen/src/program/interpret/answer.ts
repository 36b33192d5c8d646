/** What a walk found, in the form that rules ask for. */
import type { ScriptFacts } from '../script/ir.ts'
import type { ProgramModel, Span, Unit } from '../types.ts'
import { neverMet } from './condition.ts'
import type { InterpretResult } from './index.ts'
import type { AfterNode, CallRecord, ContextRecord, GuardNode, Machine, PathNode } from './machine.ts'
import type { Modules } from './modules.ts'
import { navigationViews, reachableUnits } from './navigation.ts'
import { problemsOf } from './problems.ts'
import { neverHolds, type ShownRecord } from './template.ts'
import type { ApiCall, Binding, CallContext, DataWrite, Guard, Root, RootKind, Shown, Step, Value } from './types.ts'
import type { Units } from './units.ts'
import type { Obj } from './value.ts'
import { viewOf } from './view.ts'

/** What was walked, as rules ask for it. Views are made when a rule asks, and once: most are never looked at. */
export function assemble(
  model: ProgramModel,
  modules: Modules,
  m: Machine,
  units: Units,
  shownRecords: readonly ShownRecord[],
): Omit<InterpretResult, 'on'> {
  const guardViews = new WeakMap<GuardNode, Guard>()
  const guardsOf = (g: GuardNode | null): readonly Guard[] => {
    if (g === null) return NONE
    const out: Guard[] = []
    for (; g && out.length < 40; g = g.prev) {
      let view = guardViews.get(g)
      if (!view) {
        view = {
          at: g.at,
          holds: g.holds,
          origins: g.origins,
          source: modules.source(g.at.file).slice(g.at.start, Math.min(g.at.end, g.at.start + 160)),
        }
        guardViews.set(g, view)
      }
      out.push(view)
    }
    return out.reverse()
  }
  const pathOf = (p: PathNode | null): readonly Step[] => {
    if (p === null) return NONE
    const out: Step[] = []
    for (; p; p = p.prev) out.push({ at: p.at, name: p.name, how: p.how })
    return out.reverse()
  }
  const callViews = new Map<CallRecord, ApiCall>()
  const callView = (r: CallRecord): ApiCall => {
    let v = callViews.get(r)
    if (!v) callViews.set(r, (v = new CallView(r)))
    return v
  }
  const afterOf = (a: AfterNode | null): readonly ApiCall[] => {
    if (a === null) return NONE
    const out: ApiCall[] = []
    for (; a; a = a.prev) out.push(callView(a.call))
    return out
  }
  class ContextView implements CallContext {
    readonly #r: ContextRecord
    readonly root: Root
    constructor(r: ContextRecord) {
      this.#r = r
      this.root = r.root
    }
    // Made when a rule asks, and once: most contexts are never looked at.
    #path: readonly Step[] | null = null
    #guards: readonly Guard[] | null = null
    #args: readonly Value[] | null = null
    #after: readonly ApiCall[] | null = null
    get path(): readonly Step[] {
      return (this.#path ??= pathOf(this.#r.path))
    }
    get guards(): readonly Guard[] {
      return (this.#guards ??= guardsOf(this.#r.guards))
    }
    get args(): readonly Value[] {
      return (this.#args ??= this.#r.args.map((a) => viewOf(m, a)))
    }
    get after(): readonly ApiCall[] {
      return (this.#after ??= afterOf(this.#r.after))
    }
  }
  class CallView implements ApiCall {
    readonly #r: CallRecord
    #contexts: readonly CallContext[] | null = null
    constructor(r: CallRecord) {
      this.#r = r
    }
    get ns(): string {
      return this.#r.ns
    }
    get api(): string {
      return this.#r.api
    }
    get at(): Span {
      return this.#r.at
    }
    get nameAt(): Span {
      const text = modules.source(this.#r.at.file)
      const open = text.indexOf('(', this.#r.at.start)
      return { file: this.#r.at.file, start: this.#r.at.start, end: open > 0 && open < this.#r.at.end ? open : this.#r.at.end }
    }
    get how(): 'member' | 'computed' | 'alias' {
      return this.#r.how
    }
    get contexts(): readonly CallContext[] {
      return (this.#contexts ??= pick(this.#r.contexts.filter(({ root, guards }) => !isDrawing(root) && !neverMet(m, guards))).map(
        (c) => new ContextView(c),
      ))
    }
  }

  const calls = [...m.calls.values()].map(callView)
  const byApi = new Map<string, ApiCall[]>()
  for (const c of calls) {
    const list = byApi.get(c.api)
    if (list) list.push(c)
    else byApi.set(c.api, [c])
  }
  const known: Known = new Map()
  const shown: Shown[] = shownRecords.map((r) => new ShownView(m, r, known))
  const opaque = new Map<string, string>()
  for (const s of [units.app, ...units.states.values()]) if (s.opaque) opaque.set(s.unit.base, s.opaque)
  for (const c of m.cutRoots) opaque.set(c.split(' ')[0]!, 'fuel')

  const bindings = bindingViews(units)
  const navigations = navigationViews(m, byApi, shown)
  const entered = new Map<string, string>()
  for (const file of model.scripts) if (!m.modules.has(file)) entered.set(file, 'never-required')

  const mentions: { ns: string; api: string; at: Span; called: boolean }[] = []
  const scripts = new Map<string, ScriptFacts>()
  for (const file of [...model.scripts, ...m.modules.keys()]) {
    if (scripts.has(file)) continue
    const facts = modules.outline(file)
    if (!facts) continue
    scripts.set(file, facts)
    for (const x of facts.mentions)
      if (x.api !== '')
        mentions.push({ ns: x.ns, api: x.assigned ? `${x.api}=` : x.api, at: { file, start: x.start, end: x.end }, called: x.called })
  }
  class WriteView implements DataWrite {
    readonly #w: (typeof units.writes)[number]
    readonly unit: Unit
    readonly path: string | null
    readonly at: Span
    readonly root: Root
    #guards: readonly Guard[] | null = null
    constructor(w: (typeof units.writes)[number]) {
      this.#w = w
      this.unit = w.unit.unit
      this.path = w.path
      this.at = w.at
      this.root = w.root
    }
    get value(): Value {
      return viewOf(m, this.#w.value)
    }
    get guards(): readonly Guard[] {
      return (this.#guards ??= guardsOf(this.#w.guards))
    }
  }
  let writes: readonly DataWrite[] | null = null
  const result: Omit<InterpretResult, 'on'> = {
    calls,
    callsOf: (...apis) => (apis.length === 1 ? (byApi.get(apis[0]!) ?? []) : apis.flatMap((a) => byApi.get(a) ?? [])),
    bindings,
    shown,
    navigations,
    get writes(): readonly DataWrite[] {
      return (writes ??= units.writes.map((w) => new WriteView(w)))
    },
    dataOf: (unit: Unit) => {
      const s = unit.kind === 'app' ? units.app : units.states.get(unit.base)
      return s ? viewOf(m, s.data) : null
    },
    circles: units.circles.map(({ unit, watched, path, at, fn }) => ({ unit: unit.unit, watched, path, at, observerAt: viewOf(m, fn).at })),
    returned: units.returned.map((r) => ({ ...r, value: viewOf(m, r.value) })),
    reachable: reachableUnits(model, navigations, units),
    unentered: entered,
    mentions,
    opaque,
    problems: problemsOf(model, modules, units, scripts, opaque),
    scripts,
    cut: [...m.cutRoots],
  }
  return result
}

/** Contexts that are shown, and those beyond when each comes from another place. */
const MOST = 12
const MOST_PLACES = 40
const NONE: readonly never[] = []

/** Drawing calls no functions of the platform: what it seems to call are the handlers that it hands out. */
const isDrawing = ({ kind, name }: Root): boolean => kind === 'module' && name === 'render'

/** One context of each kind of root first, then the shortest paths, then one for each place that it is called from. */
function pick(all: readonly ContextRecord[]): readonly ContextRecord[] {
  if (all.length < 2) return all
  const sorted = all.slice().sort((a, b) => a.length - b.length)
  const out: ContextRecord[] = []
  const kinds = new Set<RootKind>()
  for (const c of sorted)
    if (!kinds.has(c.root.kind)) {
      kinds.add(c.root.kind)
      out.push(c)
    }
  for (const c of sorted) if (out.length < MOST && !out.includes(c)) out.push(c)
  const places = new Set(out.map((c) => c.path?.at))
  for (const c of sorted)
    if (out.length < MOST_PLACES && !places.has(c.path?.at)) {
      places.add(c.path?.at)
      out.push(c)
    }
  return out
}

function bindingViews(units: Units): Binding[] {
  // Compiled templates name handlers that only the framework's run time knows.
  const compiled = units.model.framework !== 'native'
  const out: Binding[] = []
  for (const s of units.states.values()) {
    for (const b of s.template?.events ?? []) {
      const names = b.names()
      const functions = b.functions()
      const f = functions.find((x): x is Obj => x.t === 1 && x.fn !== null)
      const unknown = s.opaque !== '' || (names.length === 0 && b.attribute.value !== null && b.attribute.value !== '')
      out.push({
        unit: s.unit,
        template: b.template,
        element: b.element,
        event: b.event,
        catches: b.catches,
        handlers: names,
        status: functions.length ? 'found' : unknown || compiled || names.some((n) => n === '') ? 'unknown' : 'missing',
        empty: !!f && !f.fn!.concise && f.fn!.body.length === 0,
        at: { file: b.template, start: b.attribute.start, end: b.attribute.end },
        handlerAt: f ? { file: f.file, start: f.start, end: f.end } : null,
      })
    }
  }
  return out
}

/** What stands together is shown under one list of conditions: looked at once. */
interface Conditions {
  readonly hidden: boolean
  views: Shown['conditions'] | null
}
type Known = Map<ShownRecord['conditions'], Conditions>
const UNCONDITIONED: Conditions = { hidden: false, views: NONE }

/** An expression of a template as rules see it. */
class ShownView implements Shown {
  readonly unit: Unit
  readonly template: string
  readonly element: Shown['element']
  readonly slot: string
  readonly at: Span
  readonly #m: Machine
  readonly #r: ShownRecord
  readonly #known: Known
  #under: Conditions | null = null
  constructor(m: Machine, r: ShownRecord, known: Known) {
    this.#m = m
    this.#r = r
    this.#known = known
    this.unit = r.state.unit
    this.template = r.template
    this.element = r.element
    this.slot = r.slot
    this.at = r.at
  }
  get value(): Value {
    return viewOf(this.#m, this.#r.value)
  }
  get conditions(): Shown['conditions'] {
    return (this.#conditions().views ??= this.#r.conditions.map((c) => ({
      at: c.at,
      holds: c.holds,
      source: c.source,
      value: viewOf(this.#m, c.value),
    })))
  }
  get reachable(): boolean {
    return !this.#conditions().hidden
  }
  #conditions(): Conditions {
    if (this.#under) return this.#under
    const { conditions } = this.#r
    let under = conditions.length === 0 ? UNCONDITIONED : this.#known.get(conditions)
    if (!under) this.#known.set(conditions, (under = { hidden: conditions.some(neverHolds), views: null }))
    return (this.#under = under)
  }
}
