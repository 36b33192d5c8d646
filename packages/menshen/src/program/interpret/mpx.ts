/**
 * mpx builds: pages and components are made by one factory that hands its options to the constructor kept in
 * `global.currentCtor`; methods, computed members and data are all reached by `this`. Handlers with arguments are bound
 * to `__invoke`, with a table of them in `data-eventconfigs`.
 */
import type { ProgramModel } from '../types.ts'
import { innermost } from './bundle.ts'
import type { Framework } from './frameworks.ts'
import { type Machine, NOWHERE } from './machine.ts'
import type { Compiled, UnitState } from './unit-state.ts'
import type { Units } from './units.ts'
import { alternatives, isFunction, type Obj, stringsOf, UNDEFINED, UNKNOWN, type V } from './value.ts'
import { Vue } from './vue.ts'

/** Where the constructor is read: only the factories do that. */
const CONSTRUCTOR = /\.currentCtor\b(?!\s*=[^=])/g
const LONGEST = 8000
const OPTIONS = new Set([
  'data',
  'methods',
  'computed',
  'watch',
  'properties',
  'props',
  'setup',
  'mixins',
  'behaviors',
  'lifetimes',
  'pageLifetimes',
  'onLaunch',
  'onLoad',
  'onShow',
  'onReady',
  'created',
  'attached',
  'ready',
  'mounted',
])

export function mpx(_model: ProgramModel): Framework {
  let vue: Vue | null = null
  const accept = (m: Machine, units: Units, options: V): void => {
    vue ??= new Vue(m, units)
    const state = units.current() ?? units.app
    const own = alternatives(options).filter((o): o is Obj => o.t === 1 && [...(o.props?.keys() ?? [])].some((k) => OPTIONS.has(k)))
    for (const o of own) vue.accept(state, o, true)
    // A component may have nothing of its own.
    if (!own.length) {
      if (alternatives(options).some((o) => o.t === 1)) state.defined = true
      else state.opaque ||= 'framework'
    }
  }
  return {
    recognise(m, units, _file, source, facts) {
      if (!source.includes('currentCtor')) return
      for (const match of source.matchAll(CONSTRUCTOR)) {
        const fn = innermost(facts.functions, match.index)
        if (!fn || fn.end - fn.start > LONGEST || m.overrides.has(fn)) continue
        m.overrides.set(fn, (_f, _self, args) => {
          accept(m, units, args[0] ?? UNDEFINED)
          return UNDEFINED
        })
      }
    },
    compiled: (units, state, value, event, dataset) =>
      value.t === 0 && value.v === '__invoke' ? eventTable(units, state, event, dataset()) : null,
  }
}

/** `data-eventconfigs`: {event: [[handler, …arguments], …]}. */
function eventTable(units: Units, state: UnitState, event: string, dataset: V): Compiled {
  const m = units.m
  const names: string[] = []
  const functions: V[] = []
  const rows = m.get(m.get(dataset, 'eventconfigs', NOWHERE), event, NOWHERE)
  for (const row of rows.t === 1 ? (rows.items ?? []) : []) {
    const [given, ...args] = row.t === 1 ? (row.items ?? []) : []
    for (const name of given ? stringsOf(given) : []) {
      names.push(name)
      const f = state.methods.get(name) ?? state.instance.props!.get(name)
      if (!f || !isFunction(f)) continue
      const run = m.native((_s, [e], site) => {
        const said = e ?? UNKNOWN
        const values = args.map((a) => (a.t === 0 && a.v === '__mpx_event__' ? said : a))
        return m.call(f, state.instance, values.length ? values : [said], site, 'call', name)
      })
      if (f.t === 1) Object.assign(run, { fn: f.fn, frame: f.frame, file: f.file, start: f.start, end: f.end })
      functions.push(run)
    }
  }
  return { names, functions }
}
