/**
 * Bundles: webpack's run time stood in for, so that the module functions of its tables are walked as modules. Chunks come
 * as `(x.webpackJsonp = …).push([ids, modules, entries])`, or a file brings its own table and `__webpack_require__`.
 */
import { type Fn, type Node, Op, type ScriptFacts } from '../script/ir.ts'
import { join } from './join.ts'
import { GETTER, type Machine, NOWHERE } from './machine.ts'
import {
  alternatives,
  FALSE,
  type Frame,
  isFunction,
  makeConst,
  makeObj,
  type Obj,
  type Site,
  stringsOf,
  TRUE,
  UNDEFINED,
  UNKNOWN,
  type V,
} from './value.ts'

/** `n[i].call(m.exports, m, m.exports, r)` of webpack 4 and `n[i](m, m.exports, r)` of 5: only its own require says that. */
const REQUIRE =
  /([\w$]+)\[([\w$]+)\](?:\.call\(\s*([\w$]+)\.exports\s*,\s*\3\s*,\s*\3\.exports\s*,\s*[\w$]+\s*\)|\(\s*([\w$]+)\s*,\s*\4\.exports\s*,\s*[\w$]+\s*\))/g
/** Calls of a module in its own require function are no longer than this, and say this in their midst. */
const AROUND = 200
const HINT = '.exports,'
/** Where a require function calls a module. The hint is looked for first: the expression is slow over a long text. */
function requiresIn(text: string): [RegExpMatchArray, number][] {
  const out: [RegExpMatchArray, number][] = []
  let done = 0
  for (let hint = text.indexOf(HINT); hint >= 0; hint = text.indexOf(HINT, hint + 1)) {
    if (hint < done) continue
    const from = Math.max(done, hint - AROUND)
    for (const match of text.slice(from, hint + AROUND).matchAll(REQUIRE)) {
      out.push([match, from + match.index])
      done = from + match.index + match[0].length
    }
  }
  return out
}
/** `modules[id] = more[id]` in its callback for chunks. */
const COPY =
  /hasOwnProperty\.call\([\w$]+,\s*([\w$]+)\)[\s)&{/*]*\(?[\w$.]+\[\1\]\s*=\s*[\w$]+\[\1\]|\.o\([\w$]+,\s*([\w$]+)\)\s*&&\s*\(?[\w$]+\.m\[\2\]\s*=/g
/** A require function is short; what is longer only contains one. */
const LONGEST_REQUIRE = 2500
const MAX_MODULES = 40_000

export interface BundleHost {
  source(file: string): string
  /** Stands in for a module known by its text: a framework's run time. */
  module(m: Machine, source: string, id: string): V | null
  /** Loads the file of a chunk that is asked for by name; true when it is there. */
  load(from: string, chunk: string): boolean
}

export class Bundles {
  private readonly host: BundleHost
  private readonly functions = new Map<string, V>()
  private readonly loaded = new Map<string, Obj>()
  /** Tables that were already taken over. */
  private readonly tables = new Set<Obj>()
  private readonly requirers = new Set<Fn>()
  private require: Obj | null = null
  /** Modules that were asked for and are in no table. */
  readonly missing = new Set<string>()
  constructor(host: BundleHost) {
    this.host = host
  }
  get used(): boolean {
    return this.functions.size > 0
  }

  // ---- tables ------------------------------------------------------------------------------------------------------

  /** Takes a chunk over and runs its entries. `list` is what it is pushed onto: a run time that is walked hides its own table behind it. */
  chunk(m: Machine, list: V, chunk: V, site: Site): void {
    for (const c of alternatives(list)) if (c.t === 1) this.behind(m, c)
    for (const c of alternatives(chunk)) {
      if (c.t !== 1 || !c.items) continue
      const [, modules, entries] = c.items
      if (modules) this.take(modules)
      if (entries?.t !== 1) continue
      if (isFunction(entries)) m.call(entries, UNDEFINED, [this.requireOf(m)], site, 'call', 'entry')
      else
        for (const e of entries.items ?? []) if (e.t === 1 && e.items?.[0]) for (const id of stringsOf(e.items[0])) this.module(m, id, site)
    }
  }
  private take(modules: V): void {
    for (const t of alternatives(modules)) {
      if (t.t !== 1 || this.tables.has(t)) continue
      this.tables.add(t)
      const add = (id: string, f: V): void => {
        if (isFunction(f) && !this.functions.has(id) && this.functions.size < MAX_MODULES) this.functions.set(id, f)
      }
      if (t.props) for (const [id, f] of t.props) add(id, f)
      if (t.items) for (const [id, f] of t.items.entries()) add(String(id), f)
    }
  }
  /** Finds require functions among the variables around the closures of a chunk list. */
  private behind(m: Machine, list: Obj): void {
    const push = list.props?.get('push')
    for (const f of push ? alternatives(push) : []) {
      if (f.t !== 1) continue
      for (let frame = f.frame, hops = 0; frame && hops < 6; frame = frame.parent, hops++)
        for (const v of frame.vars) if (v?.t === 1 && v.fn && this.requirers.has(v.fn)) this.tableOf(m, v)
    }
  }

  // ---- run times that are walked -----------------------------------------------------------------------------------

  /** Marks the require functions of a file. */
  recognise(m: Machine, file: string, facts: ScriptFacts): void {
    const text = this.host.source(file)
    const before = this.requirers.size
    for (const [match, at] of requiresIn(text)) {
      const fn = innermost(facts.functions, at)
      if (fn?.params.length !== 1 || fn.end - fn.start > LONGEST_REQUIRE) continue
      this.requirers.add(fn)
      const [, table, index] = match
      this.places.set(fn, { start: at, end: at + table!.length + index!.length + 2 })
      m.overrides.set(fn, (closure, _self, args, site) => {
        this.tableOf(m, closure)
        return this.requireValue(m, args[0] ?? UNDEFINED, site)
      })
    }
    if (this.requirers.size === before) return
    // Its callback for chunks writes into the table under keys that a walk does not know; chunks are taken over here.
    for (const match of text.matchAll(COPY)) {
      const fn = innermost(facts.functions, match.index)
      if (fn && fn.params.length <= 2 && fn.end - fn.start < LONGEST_REQUIRE && !m.overrides.has(fn)) m.overrides.set(fn, () => UNDEFINED)
    }
  }
  private readonly places = new Map<Fn, { start: number; end: number }>()
  private tableOf(m: Machine, closure: Obj): void {
    const fn = closure.fn!
    const place = this.places.get(fn)
    const node = place && indexAt(fn.body, place.start, place.end)
    if (!node || !closure.frame) return
    const frame: Frame = {
      vars: new Array(fn.slots),
      parent: closure.frame,
      module: closure.frame.module,
      thisValue: UNDEFINED,
      args: null,
      result: null,
      fn,
      callee: closure,
    }
    this.take(m.ev(node[3] as Node, frame))
  }

  // ---- modules -----------------------------------------------------------------------------------------------------

  private requireValue(m: Machine, id: V, site: Site): V {
    let out: V | null = null
    for (const s of stringsOf(id)) {
      const v = this.module(m, s, site)
      out = out ? join(out, v) : v
    }
    return out ?? UNKNOWN
  }
  /** The exports of a module, walked on first use. */
  module(m: Machine, id: string, site: Site): V {
    let mod = this.loaded.get(id)
    if (!mod) {
      const f = this.functions.get(id)
      if (f?.t !== 1) {
        // A package that another bundle has: known by its name alone.
        const known = f ? null : this.host.module(m, '', id)
        if (!f && !known && this.missing.size < 500) this.missing.add(id)
        return known ?? UNKNOWN
      }
      const exports = makeObj('object', 0)
      exports.file = f.file
      mod = makeObj('object', 0)
      mod.props = new Map<string, V>([
        ['exports', exports],
        ['id', makeConst(id)],
        ['i', makeConst(id)],
        ['l', FALSE],
      ])
      mod.open = true
      this.loaded.set(id, mod)
      const standIn = f.fn ? this.host.module(m, this.host.source(f.file).slice(f.start, f.end), id) : null
      if (standIn) mod.props.set('exports', standIn)
      else {
        const made = mod
        const walked = m.bundled(f.file, () => {
          exports.region = made.region = m.region
          m.call(f, exports, [made, exports, this.requireOf(m)], site, 'call', 'module')
        })
        if (!walked) {
          this.loaded.delete(id)
          return UNKNOWN
        }
      }
    }
    return mod.props!.get('exports') ?? UNKNOWN
  }

  /** `__webpack_require__` with what compiled code asks of it. */
  private requireOf(m: Machine): Obj {
    if (this.require) return this.require
    const native = (f: (args: readonly V[], site: Site) => V): V => m.native((_s, args, site) => f(args, site))
    const getter = (f: () => V): Obj => {
      const g = m.native(() => f())
      g.tag = GETTER
      return g
    }
    const require = m.native((_s, args, site) => this.requireValue(m, args[0] ?? UNDEFINED, site))
    const put = (target: V, name: string, get: V): void => {
      for (const t of alternatives(target)) {
        if (t.t !== 1) continue
        if (get.t === 1 && get.kind === 'function') get.tag = GETTER
        t.props ??= new Map()
        t.props.set(name, get)
      }
    }
    const own = (v: V): V => (v.t === 1 && v.props?.get('__esModule') ? m.get(v, 'default', NOWHERE) : v)
    require.props = new Map<string, V>([
      [
        'd',
        native((args) => {
          const [target, name, get] = args
          if (target && name?.t === 1 && name.props) for (const [k, g] of name.props) put(target, k, g)
          else if (target && name && get) for (const k of stringsOf(name)) put(target, k, get)
          return UNDEFINED
        }),
      ],
      [
        'r',
        native((args) => {
          for (const t of args[0] ? alternatives(args[0]) : []) if (t.t === 1) (t.props ??= new Map()).set('__esModule', TRUE)
          return UNDEFINED
        }),
      ],
      [
        'n',
        native((args) => {
          const module = args[0] ?? UNDEFINED
          const whole = m.native(() => own(module))
          whole.props = new Map<string, V>([['a', getter(() => own(module))]])
          return whole
        }),
      ],
      ['t', native((args, site) => this.requireValue(m, args[0] ?? UNDEFINED, site))],
      [
        'o',
        native((args) => {
          const [o, k] = args
          if (o?.t !== 1 || k?.t !== 0 || o.open || o.any || o.kind !== 'object') return UNKNOWN
          return o.props?.has(String(k.v)) ? TRUE : FALSE
        }),
      ],
      [
        'e',
        native((args, site) => {
          for (const id of args[0] ? stringsOf(args[0]) : []) this.host.load(site.file, id)
          return m.promise(UNDEFINED, [], site)
        }),
      ],
      // Deferred entries: all chunks of the package count as there.
      [
        'O',
        native((args, site) => {
          const entry = args[2]
          return entry && isFunction(entry) ? m.call(entry, UNDEFINED, [], site, 'call', 'entry') : (args[0] ?? UNDEFINED)
        }),
      ],
      [
        'a',
        native((args, site) => {
          const done = m.native(() => UNDEFINED)
          const handle = m.native((_s, given) => m.list([given[0] ?? UNDEFINED], site))
          if (args[1] && isFunction(args[1])) m.call(args[1], UNDEFINED, [handle, done], site, 'call', 'module')
          return UNDEFINED
        }),
      ],
      ['hmd', native((args) => args[0] ?? UNDEFINED)],
      ['nmd', native((args) => args[0] ?? UNDEFINED)],
      ['g', m.globalObject()],
      ['p', makeConst('/')],
      ['m', UNKNOWN],
      ['c', UNKNOWN],
    ])
    require.open = true
    this.require = require
    return require
  }
}

/** The smallest function around a place; functions of one file are few enough around any one of them. */
export function innermost(functions: readonly Fn[], offset: number, fits: (fn: Fn) => boolean = () => true): Fn | null {
  let best: Fn | null = null
  for (let i = 1; i < functions.length; i++) {
    const fn = functions[i]!
    if (fn.start <= offset && fn.end > offset && (!best || fn.end - fn.start < best.end - best.start) && fits(fn)) best = fn
  }
  return best
}

/** The `table[id]` node at a place. */
function indexAt(body: readonly unknown[], start: number, end: number): Node | null {
  const queue: (readonly unknown[])[] = [body]
  for (let i = 0; i < queue.length && i < 4000; i++) {
    const n = queue[i]!
    if (n[0] === Op.Index && n[1] === start && n[2] === end) return n as Node
    for (const x of n) if (Array.isArray(x)) queue.push(x)
  }
  return null
}
