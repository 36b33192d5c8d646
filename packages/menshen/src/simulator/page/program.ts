/** The global names that a program finds: wx or tt, App, getApp, console and the rest. */
import { atOnce, callLater, later, recordCall, standIn, underAlias } from './api/engine.ts'
import { cloud } from './api/network.ts'
import { channelFor, known } from './api/system.ts'
import { afterwards, context, enter, follow, programTimers } from './cause.ts'
import { failed, guard, warn } from './errors.ts'
import { cancelFrame, onFrame } from './native.ts'
import { record, stackNow, summary } from './record.ts'
import { intersectionObserver, selectorQuery } from './select.ts'
import { isDouyin, type Loose, top, world } from './state.ts'
import { registrars } from './units.ts'

const surfaces = new Map<string, Loose>()
/** Methods of pages and forms of names that say what a name nobody described is. */
function made(name: string): Loose {
  const sync = atOnce[name]
  if (sync) {
    return (...args: Loose[]) => {
      recordCall(name, name === 'nextTick' ? null : args.length > 1 ? args : (args[0] ?? null))
      return sync(...args)
    }
  }
  if (later[name]) return (o: Loose) => callLater(name, o, later[name])
  if (/^on[A-Z]/.test(name)) {
    return (run: Loose) => {
      recordCall(name, null)
      channelFor(name).add(run)
    }
  }
  if (/^off[A-Z]/.test(name)) return (run: Loose) => channelFor('on' + name.slice(3)).remove(run)
  if (!known.has(name)) return undefined
  if (/^create[A-Z]|Manager$|^get.*Context$/.test(name)) {
    return (...args: Loose[]) => {
      recordCall(name, args, { unimplemented: true })
      return standIn(name.replace(/^(create|get)/, ''))
    }
  }
  if (/Sync$/.test(name)) {
    return (...args: Loose[]) => {
      recordCall(name, args, { unimplemented: true })
      return ''
    }
  }
  return (o: Loose) => callLater(name, o, undefined)
}
/** A name that no table holds: undefined, as on the platform, and on record once. */
const strange = new Set<string>()
const replaced = new Set<string>()

function surface(): Loose {
  const base: Loose = { env: { USER_DATA_PATH: isDouyin() ? 'ttfile://user' : 'wxfile://usr', VERSION: world.profile.envVersion } }
  if (!isDouyin()) base.cloud = cloud
  if (!isDouyin()) {
    // what the other renderer adds: animations on its own thread, and routes of one's own making
    const easing = new Proxy({}, { get: () => (x: unknown) => x })
    const shared = (value: unknown) => ({ value })
    base.worklet = {
      shared,
      derived: (run: Loose) => shared(typeof run === 'function' ? guard('worklet', run) : undefined),
      timing: (to: unknown) => to,
      spring: (to: unknown) => to,
      decay: (to: unknown) => to,
      delay: (_: unknown, to: unknown) => to,
      sequence: (...to: unknown[]) => to[to.length - 1],
      repeat: (to: unknown) => to,
      runOnUI: (run: Loose) => run,
      runOnJS: (run: Loose) => run,
      cancelAnimation: () => undefined,
      Easing: easing,
      scrollViewContext: { scrollTo: () => undefined },
    }
    base.router = { addRouteBuilder: () => undefined, removeRouteBuilder: () => undefined, getRouteContext: () => undefined }
  }
  base.createSelectorQuery = () => selectorQuery(null)
  base.createIntersectionObserver = (component: Loose, options: Loose) => {
    const c = component?._$ ? component : null
    return intersectionObserver(c ?? top()?.instance, (c ? options : component) ?? {})
  }
  base.createMediaQueryObserver = () => standIn('MediaQueryObserver')
  return new Proxy(base, {
    get: (target, key) => {
      if (typeof key === 'symbol') return undefined
      if (key in target) return target[key]
      if (key === 'then' || key === 'toJSON') return undefined
      if (!surfaces.has(key)) surfaces.set(key, made(key))
      const found = surfaces.get(key)
      if (found === undefined && !strange.has(key)) {
        strange.add(key)
        record({ kind: 'warning', code: 'unknown-api', text: key.slice(0, 80), stack: stackNow() })
      }
      return found
    },
    set: (target, key, value) => {
      // a program that puts its own in place of the platform's
      if (typeof key === 'string' && (known.has(key) || key in later || key in atOnce) && !replaced.has(key)) {
        replaced.add(key)
        record({ kind: 'warning', code: 'platform-replaced', text: key.slice(0, 80), stack: stackNow() })
      }
      target[key] = value
      return true
    },
    has: (target, key) => key in target || (typeof key === 'string' && (key in later || key in atOnce || known.has(key))),
    ownKeys: (target) => [...new Set([...Object.keys(target), ...Object.keys(later), ...Object.keys(atOnce), ...known])],
    getOwnPropertyDescriptor: (target, key) => ({
      value: typeof key === 'string' ? (target[key] ?? surfaces.get(key) ?? made(key)) : undefined,
      enumerable: true,
      configurable: true,
      writable: true,
    }),
  })
}
/** The other platform's name, where programs use it all the same. */
function aliased(real: Loose, name: string): Loose {
  const seen = new Set<string>()
  return new Proxy(real, {
    get: (target, key) => {
      const value = target[key]
      if (typeof key !== 'string') return value
      if (!seen.has(key)) {
        seen.add(key)
        warn('other-platform-name', name + '.' + key)
      }
      return typeof value === 'function' ? (...args: unknown[]) => underAlias(name, () => value(...args)) : value
    },
  })
}

const spoken = new Map<string, number>()
function programConsole(): Loose {
  const out: Loose = {}
  for (const level of [
    'log',
    'info',
    'debug',
    'warn',
    'error',
    'dir',
    'table',
    'trace',
    'group',
    'groupCollapsed',
    'groupEnd',
    'time',
    'timeEnd',
    'timeLog',
    'assert',
    'count',
    'clear',
  ]) {
    out[level] = (...args: unknown[]) => {
      if (level !== 'warn' && level !== 'error' && level !== 'log' && level !== 'info') return
      const n = (spoken.get(level) ?? 0) + 1
      spoken.set(level, n)
      if (n > 400) return
      const text = args
        .slice(0, 8)
        .map((a) => (a instanceof Error ? a.message : typeof a === 'string' ? a : quietJson(summary(a))))
        .join(' ')
      record({ kind: 'console', level, text: text.slice(0, 600) })
    }
  }
  return out
}
const quietJson = (v: unknown): string => {
  try {
    return JSON.stringify(v) ?? ''
  } catch {
    return ''
  }
}

/** Everything that modules are given. */
export function programNames(): Record<string, unknown> {
  const own = surface()
  const timers = programTimers(guard)
  const standard: Loose = {}
  for (const name of [
    'Object',
    'Array',
    'Promise',
    'JSON',
    'Math',
    'Date',
    'String',
    'Number',
    'Boolean',
    'Function',
    'RegExp',
    'Error',
    'TypeError',
    'RangeError',
    'SyntaxError',
    'Symbol',
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'Proxy',
    'Reflect',
    'parseInt',
    'parseFloat',
    'isNaN',
    'isFinite',
    'encodeURIComponent',
    'decodeURIComponent',
    'encodeURI',
    'decodeURI',
    'escape',
    'unescape',
    'ArrayBuffer',
    'Uint8Array',
    'Int8Array',
    'Uint8ClampedArray',
    'Uint16Array',
    'Int16Array',
    'Uint32Array',
    'Int32Array',
    'Float32Array',
    'Float64Array',
    'DataView',
    'Infinity',
    'NaN',
    'BigInt',
    'WebAssembly',
    'TextEncoder',
    'TextDecoder',
    'queueMicrotask',
    'Intl',
  ])
    standard[name] = (window as Loose)[name]
  const names: Record<string, unknown> = {
    wx: isDouyin() ? aliased(own, 'wx') : own,
    tt: isDouyin() ? own : undefined,
    App: (definition: Loose) => {
      if (world.app && Object.keys(world.app).length) return warn('app-twice', '')
      const app = definition ?? {}
      world.app = app
      return undefined
    },
    Page: (d: Loose) => registrars.Page(d),
    Component: (d?: Loose) => registrars.Component(d),
    Behavior: Object.assign((d?: Loose) => registrars.Behavior(d), { trait: registrars.Behavior.trait }),
    getApp: () => (world.app ??= {}),
    getCurrentPages: () => world.stack.map((p) => p.instance).filter(Boolean),
    requirePlugin: (name: string) => {
      warn('plugin', String(name))
      return standIn('plugin ' + String(name).slice(0, 60))
    },
    requireMiniProgram: () => standIn('miniProgram'),
    ...timers,
    requestAnimationFrame: (run: Loose) => {
      const from = follow(context(), 'timer', 'requestAnimationFrame')
      return onFrame((time) => enter(from, () => guard('requestAnimationFrame', () => run(time))))
    },
    cancelAnimationFrame: cancelFrame,
    console: programConsole(),
    process: undefined,
  }
  delete names.clearAll
  // what a program puts on the global object is also found by its bare name
  const world_: Loose = new Proxy(standard, {
    set: (target, key, value) => {
      target[key] = value
      if (typeof key === 'string' && !(key in window)) (window as Loose)[key] = value
      return true
    },
  })
  Object.assign(standard, {
    wx: names.wx,
    tt: names.tt,
    App: names.App,
    Page: names.Page,
    Component: names.Component,
    Behavior: names.Behavior,
    getApp: names.getApp,
    getCurrentPages: names.getCurrentPages,
    setTimeout: timers.setTimeout,
    setInterval: timers.setInterval,
    clearTimeout: timers.clearTimeout,
    clearInterval: timers.clearInterval,
    console: names.console,
  })
  // the constructor of functions is shut, but for the one phrase by which libraries look for the global object
  standard.Function = new Proxy(Function, {
    apply: (_, __, args: unknown[]) => functionFrom(args, world_),
    construct: (_, args: unknown[]) => functionFrom(args, world_) as object,
  })
  names.Function = standard.Function
  world_.global = world_
  world_.globalThis = world_
  names.global = world_
  names.globalThis = world_
  return names
}

function functionFrom(args: unknown[], globals: Loose): unknown {
  const body = String(args[args.length - 1] ?? '').trim()
  if (/^return this;?$/.test(body)) return () => globals
  recordCall('Function', body.slice(0, 300))
  return () => undefined
}

/** Errors that nobody caught. */
export function catchStrays(): void {
  addEventListener('error', (event) => {
    if (event.error) failed('uncaught', event.error)
    event.preventDefault()
  })
  addEventListener('unhandledrejection', (event) => {
    const reason = event.reason as Loose
    afterwards(() => {
      if (reason && typeof reason === 'object' && 'errMsg' in reason && !(reason instanceof Error))
        warn('unhandled-refusal', String(reason.errMsg).slice(0, 200))
      else failed('unhandled rejection', reason)
    })
    event.preventDefault()
  })
}
