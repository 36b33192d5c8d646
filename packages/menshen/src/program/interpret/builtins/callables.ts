/** JavaScript's own functions and constructors. */
import { chosen } from '../condition.ts'
import { join } from '../join.ts'
import { type CallRecord, type Machine, RegexTag } from '../machine.ts'
import { isFunction, makeUnknown, type Site, UNDEFINED, UNKNOWN, type V } from '../value.ts'
import { arg, derived, elementOf, type Method, made, number, text, unknownList } from './method.ts'

const timer: Method = (m, _s, args, site) => {
  const f = arg(args, 0)
  if (isFunction(f)) m.callback(f, args.slice(2), 'setTimeout', 'timer', null, site)
  else if (f.t === 0 ? typeof f.v === 'string' : f.t === 2 && (f.pieces || f.origins.length > 0)) madeCode(m, 'setTimeout', args, site)
  return UNKNOWN
}
/** Writes down that a text is made into code: 'js.eval', 'js.Function', 'js.setTimeout' with a text. */
function madeCode(m: Machine, name: string, args: readonly V[], site: Site): void {
  if (site.file !== '') m.record('js', name, site, site, 'member', args)
}
const passthrough: Method = (_m, _s, args) => derived(arg(args, 0))
export const CALLABLES: Record<string, Method> = {
  setTimeout: timer,
  setInterval: timer,
  requestAnimationFrame: timer,
  queueMicrotask: timer,
  clearTimeout: () => UNDEFINED,
  clearInterval: () => UNDEFINED,
  parseInt: (_m, _s, args, site) => {
    const s = text(arg(args, 0))
    return s !== null && !Number.isNaN(Number.parseInt(s, 10))
      ? made(Number.parseInt(s, number(arg(args, 1)) ?? 10), site)
      : derived(arg(args, 0))
  },
  parseFloat: (_m, _s, args, site) =>
    text(arg(args, 0)) !== null ? made(Number.parseFloat(text(arg(args, 0))!), site) : derived(arg(args, 0)),
  Number: (_m, _s, args, site) => (args[0]?.t === 0 ? made(Number(args[0].v), site) : derived(arg(args, 0))),
  String: (_m, _s, args, site) => (args[0]?.t === 0 ? made(String(args[0].v), site, args[0]) : derived(arg(args, 0))),
  // Whether there is something tells little of what it is.
  Boolean: (m, _s, args, site) => (args[0]?.t === 0 ? made(!!args[0].v, site) : m.through(derived(arg(args, 0)), 'test', site)),
  encodeURIComponent: (_m, _s, args, site) => {
    const s = text(arg(args, 0))
    if (s === null) return derived(arg(args, 0))
    try {
      return made(encodeURIComponent(s), site, args[0])
    } catch {
      return UNKNOWN
    }
  },
  encodeURI: passthrough,
  decodeURIComponent: (_m, _s, args, site) => {
    const s = text(arg(args, 0))
    if (s === null) return derived(arg(args, 0))
    try {
      return made(decodeURIComponent(s), site, args[0])
    } catch {
      return UNKNOWN
    }
  },
  decodeURI: passthrough,
  unescape: (_m, _s, args, site) =>
    text(arg(args, 0)) !== null
      ? made(
          text(arg(args, 0))!.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_x, a, b) => String.fromCharCode(Number.parseInt(a ?? b, 16))),
          site,
          args[0],
        )
      : derived(arg(args, 0)),
  escape: passthrough,
  isNaN: passthrough,
  isFinite: passthrough,
  Symbol: () => UNKNOWN,
  BigInt: passthrough,
  Error: (m, _s, args, site) => {
    const o = m.object('object', site)
    o.props = new Map([['message', arg(args, 0)]])
    o.open = true
    return o
  },
  RegExp: (m, _s, args, site) => {
    const s = text(arg(args, 0))
    const o = m.object('object', site)
    if (s !== null) o.tag = new RegexTag(s, text(arg(args, 1)) ?? '')
    return o
  },
  Date: (m, _s, _a, site) => m.unknown('time', 'Date', site),
  Object: (m, _s, args, site) => (args[0]?.t === 1 ? args[0] : m.object('object', site)),
  Array: (m, _s, args, site) =>
    args.length === 1 && number(args[0]!) !== undefined ? unknownList(m, UNDEFINED, site) : m.list([...args], site),
  Map: (m, _s, args, site) => {
    const o = m.object('map', site)
    const init = args[0]
    if (init?.t === 1 && init.items) for (const e of init.items) m.setIndex(o, m.get(e, '0', site), m.get(e, '1', site), site)
    return o
  },
  Set: (m, _s, args, site) => {
    const o = m.object('map', site)
    if (args[0]?.t === 1) o.any = elementOf(m, args[0], site)
    return o
  },
  Proxy: (m, _s, args, site) => {
    const o = m.object('proxy', site)
    o.tag = { target: arg(args, 0), handler: arg(args, 1) }
    return o
  },
  Promise: (m, _s, args, site) => {
    const p = m.promise(null, [], site)
    const settle = (which: 'resolved' | 'rejected') =>
      m.native((_self, given) => {
        const s = m.settle(chosen(m, given[0] ?? UNDEFINED), site)
        const v = s.resolved ?? UNDEFINED
        p[which] = p[which] ? join(p[which]!, v) : v
        const calls = [...(p.calls as CallRecord[]), ...(s.calls as CallRecord[])]
        if (m.after && !calls.includes(m.after.call)) calls.push(m.after.call)
        p.calls = calls.slice(0, 8)
        return UNDEFINED
      })
    const executor = arg(args, 0)
    if (isFunction(executor)) m.call(executor, UNDEFINED, [settle('resolved'), settle('rejected')], site, 'call')
    return p
  },
  Function: (m, _s, args, site) => {
    madeCode(m, 'Function', args, site)
    return makeUnknown()
  },
  eval: (m, _s, args, site) => {
    madeCode(m, 'eval', args, site)
    return UNKNOWN
  },
}
CALLABLES.WeakMap = CALLABLES.Map!
CALLABLES.WeakSet = CALLABLES.Set!
for (const e of ['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError']) CALLABLES[e] = CALLABLES.Error!
