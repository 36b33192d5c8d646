/**
 * Functions that compilers put into every file: Babel's classes, inheritance and spread, TypeScript's and Babel's
 * generators. They loop over property tables and jump between numbered cases, which says little when it is walked;
 * what they mean is known, so they are told by their text and stood in for.
 */
import type { Fn, ScriptFacts } from '../script/ir.ts'
import { innermost } from './bundle.ts'
import { runGenerator } from './generator.ts'
import { joinAll } from './join.ts'
import { GETTER, type Machine, NOWHERE, type Override } from './machine.ts'
import { alternatives, isFunction, type Obj, UNDEFINED, UNKNOWN, type V } from './value.ts'

interface Kind {
  /** What only such a function says. */
  readonly sign: RegExp
  /** Words without which the sign cannot stand in a text: plain words are found much faster. */
  readonly words: readonly string[]
  readonly params: (n: number) => boolean
  readonly longest: number
  /** Further words that must stand in it. */
  readonly also?: RegExp
  readonly means: (m: Machine) => Override
}

const two = (n: number): boolean => n === 2
const KINDS: readonly Kind[] = [
  {
    // defineProperties(target, [{key, value | get}])
    sign: /\.enumerable\s*=\s*[\w$]+\.enumerable\s*\|\|/g,
    words: ['.enumerable'],
    params: two,
    longest: 600,
    means: (m) => (_f, _self, args) => {
      const list = args[1]
      for (const d of list?.t === 1 ? (list.items ?? []) : []) {
        const value = m.get(d, 'value', NOWHERE)
        const get = m.get(d, 'get', NOWHERE)
        if (isFunction(get) && get.t === 1) get.tag = GETTER
        const key = m.get(d, 'key', NOWHERE)
        if (args[0]) m.setIndex(args[0], key, isFunction(get) ? get : value, NOWHERE)
      }
      return args[0] ?? UNDEFINED
    },
  },
  {
    // inherits(child, parent)
    sign: /Super expression must either be null or a function/g,
    words: ['Super expression must'],
    params: two,
    longest: 900,
    means: (m) => (_f, _self, args) => {
      const [child, parent] = args
      if (child?.t !== 1) return UNDEFINED
      const prototype = m.get(child, 'prototype', NOWHERE)
      for (const p of parent ? alternatives(parent) : []) {
        if (p.t !== 1) {
          if (p.t === 2 && prototype.t === 1) prototype.open = true
          continue
        }
        const up = m.get(p, 'prototype', NOWHERE)
        if (prototype.t === 1 && up.t === 1 && up !== prototype) prototype.proto = up
        if (p !== child) {
          child.proto = p
          ;(child.props ??= new Map()).set('__proto__', p)
        }
      }
      if (prototype.t === 1) (prototype.props ??= new Map()).set('constructor', child)
      return UNDEFINED
    },
  },
  {
    // possibleConstructorReturn(self, result)
    sign: /hasn't been initialised|Derived constructors may only return/g,
    words: ["hasn't been initialised", 'Derived constructors may'],
    params: two,
    longest: 700,
    means: () => (_f, _self, args) => {
      const made = joinAll((args[1] ? alternatives(args[1]) : []).filter((w) => w.t === 1))
      return made ?? args[0] ?? UNDEFINED
    },
  },
  {
    // objectSpread(target, ...sources)
    sign: /getOwnPropertyDescriptors/g,
    words: ['getOwnPropertyDescriptors'],
    also: /\barguments\b/,
    params: (n) => n <= 1,
    longest: 900,
    means: (m) => (_f, _self, args) => {
      const target = args[0] ?? UNDEFINED
      if (target.t === 1) for (const a of args.slice(1)) m.spreadInto(target, a)
      return target
    },
  },
  {
    // The regenerator run time, as a module body, a factory, or a function that replaces itself.
    sign: /Generator is already running/g,
    words: ['Generator is already'],
    also: /\.mark\s*=|\bmark:|\bm:\s*[\w$]+\s*\}/,
    params: (n) => n <= 1,
    longest: 40_000,
    means: (m) => (_f, _self, args) => regenerator(m, args[0]?.t === 1 && args[0].kind === 'object' ? args[0] : null),
  },
  {
    // asyncToGenerator(generator): a function that runs it and promises what it gives back
    sign: /return new Promise\(/g,
    words: ['return new Promise('],
    also: /return function[\s\S]*\.apply\(/,
    params: (n) => n === 1,
    longest: 1500,
    means: (m) => (_f, _self, args) => asynchronous(m, args[0] ?? UNDEFINED),
  },
  {
    // TypeScript's __generator(self, body)
    sign: /Generator is already executing/g,
    words: ['Generator is already'],
    params: two,
    longest: 4000,
    means: (m) => (_f, self, args) => runGenerator(m, args[1] ?? UNDEFINED, args[0] ?? self),
  },
]

/** The function that asyncToGenerator makes of a generator. */
function asynchronous(m: Machine, generator: V): V {
  const run = m.native((self, args, site) => {
    const made = m.call(generator, self, args, site, 'call')
    const next = made.t === 1 ? m.get(made, 'next', site) : UNDEFINED
    return m.settle(isFunction(next) ? m.get(m.call(next, made, [], site, 'call'), 'value', site) : made, site)
  })
  const g = alternatives(generator).find((w): w is Obj => w.t === 1 && w.fn !== null)
  if (g) Object.assign(run, { fn: g.fn, frame: g.frame, file: g.file, start: g.start, end: g.end })
  return run
}

/** Puts what a file's compiler functions mean in their place. */
export function recogniseCompiled(m: Machine, text: string, facts: ScriptFacts): void {
  for (const kind of KINDS) {
    if (!kind.words.some((word) => text.includes(word))) continue
    let met = 0
    for (const match of text.matchAll(kind.sign)) {
      if (++met > 400) break
      const also = kind.also
      const fits = (fn: Fn): boolean => fn.end - fn.start <= kind.longest && (!also || also.test(text.slice(fn.start, fn.end)))
      const fn = innermost(facts.functions, match.index, fits)
      if (fn && kind.params(fn.params.length) && !m.overrides.has(fn)) m.overrides.set(fn, kind.means(m))
    }
  }
}

/** Whether a module is the regenerator run time as a whole (not Babel's function that makes one). */
export const isRegenerator = (source: string): boolean =>
  source.length < 60_000 &&
  source.includes('Generator is already running') &&
  /\.mark\s*=/.test(source) &&
  /\bregeneratorRuntime\s*=/.test(source)

/** mark, wrap and what else compiled generators ask for. */
export function regenerator(m: Machine, into: Obj | null = null): Obj {
  const o = into ?? m.object('object', null)
  const same = m.native((_s, args) => args[0] ?? UNDEFINED)
  const wrap = m.native((_s, args) => runGenerator(m, args[0] ?? UNDEFINED, args[2] ?? UNDEFINED))
  const asynchronous = m.native((_s, args, site) =>
    m.settle(
      m.get(
        m.call(m.get(runGenerator(m, args[0] ?? UNDEFINED, args[2] ?? UNDEFINED), 'next', site), UNDEFINED, [], site, 'call'),
        'value',
        site,
      ),
      site,
    ),
  )
  o.props ??= new Map<string, V>()
  for (const [k, v] of [
    ['mark', same],
    ['m', same],
    ['awrap', same],
    ['wrap', wrap],
    ['w', wrap],
    ['async', asynchronous],
    ['values', same],
    ['keys', same],
    ['isGeneratorFunction', m.native(() => UNKNOWN)],
  ] as const)
    o.props.set(k, v)
  o.props.set('default', o)
  return o
}
