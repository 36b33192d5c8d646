/** The platform's own functions (wx.*, tt.*): written down when called, their callbacks called, their answers unknown with an origin. */

import { methodOf } from './builtins/index.ts'
import { join } from './join.ts'
import type { CallRecord, Machine } from './machine.ts'
import { UnitState } from './unit-state.ts'
import {
  type Const,
  isFunction,
  makeConst,
  makeObj,
  makeUnknown,
  type Obj,
  type Site,
  stringsOf,
  UNDEFINED,
  UNKNOWN,
  type Unknown,
  type V,
} from './value.ts'

/** Marks an object that a platform function made (an audio context, a query): its methods are platform calls too. */
export class Made {
  readonly by: CallRecord | null
  constructor(by: CallRecord | null) {
    this.by = by
  }
}

/** Objects whose methods return the object itself, so that calls can be chained. */
const FLUENT = new Set(['SelectorQuery', 'cloud.database', 'Animation', 'IntersectionObserver', 'CanvasContext'])
/** Told whose template they look at: a page or component is no set of callbacks. */
const BOUND_TO = new Set(['SelectorQuery.in', 'createIntersectionObserver', 'createMediaQueryObserver'])
const ANSWERS = new Set(['request', 'cloud.callFunction', 'cloud.callContainer', 'uploadFile', 'cloud.database', 'downloadFile'])
const PRIVACY_ASKED = 'onNeedPrivacyAuthorization'
const CALLBACKS = ['success', 'fail', 'complete'] as const
/** Functions that never answer by promise: without callbacks they return an object of their own. */
const TASKS: Record<string, string> = {
  request: 'RequestTask',
  uploadFile: 'UploadTask',
  downloadFile: 'DownloadTask',
  connectSocket: 'SocketTask',
}

/** Functions that say on which phone, or as which edition of itself, a program runs. */
const ASKS_DEVICE = /^get(?:SystemInfo(?:Sync|Async)?|DeviceInfo(?:Sync)?)$/
const ASKS_EDITION = /^get(?:AccountInfoSync|EnvInfoSync)$/
/** What they answer on a given kind of phone, where programs look for it. */
const DEVICES = {
  ios: { platform: 'ios', osName: 'ios', system: 'iOS 17.5', brand: 'iPhone', model: 'iPhone 15 Pro' },
  android: { platform: 'android', osName: 'android', system: 'Android 14', brand: 'HUAWEI', model: 'ALN-AL00' },
} as const
/** Under which name an edition is known: the trial version is what reviewers see, the released one what users see. */
const EDITIONS = { release: ['release', 'production'], trial: ['trial', 'preview'] } as const
export type Device = keyof typeof DEVICES | keyof typeof EDITIONS
/** True when what a function answers is settled by the assumption. */
export const asksDevice = (api: string, device: Device): boolean => (device in DEVICES ? ASKS_DEVICE : ASKS_EDITION).test(api)

/** Functions that give back what they tell, and no promise. */
const ANSWERS_AT_ONCE =
  /^(?:canIUse|getAccountInfo|getMenuButton|getLaunchOptions|getEnterOptions|getSystemInfo$|getWindowInfo|getDeviceInfo|getAppBaseInfo|getSystemSetting|getAppAuthorizeSetting|getExtConfig|base64|arrayBuffer)/
const atOnce = new Map<string, boolean>()
function answersAtOnce(name: string): boolean {
  let known = atOnce.get(name)
  if (known === undefined) {
    known = ANSWERS_AT_ONCE.test(name)
    if (atOnce.size < 2000) atOnce.set(name, known)
  }
  return known
}
/** What kind of object a function makes, by its name. */
const makers = new Map<string, string | null>()
function maker(name: string): string | undefined {
  let made = makers.get(name)
  if (made === undefined) {
    made =
      /^create([A-Z]\w*)$/.exec(name)?.[1] ??
      /^get(\w*(?:Manager|Recognizer))$/.exec(name)?.[1] ??
      (name === 'cloud.database' ? name : null)
    if (makers.size < 2000) makers.set(name, made)
  }
  return made ?? undefined
}

export class PlatformApi {
  private readonly objects = new Map<string, Map<string, Obj>>()
  private readonly device: Device | null
  constructor(device: Device | null = null) {
    this.device = device
  }
  /** What was put into storage, by key; '*' for keys that are not known. */
  readonly storage = new Map<string, V>()

  /** The object that stands for `ns.api`; '' for the namespace itself. */
  object(ns: string, api: string): Obj {
    let all = this.objects.get(ns)
    if (!all) {
      all = new Map()
      this.objects.set(ns, all)
    }
    let o = all.get(api)
    if (!o) {
      o = makeObj('api', 0)
      o.ns = ns
      o.api = api
      all.set(api, o)
    }
    return o
  }
  private made(ns: string, cls: string, by: CallRecord | null): Obj {
    const o = makeObj('api', 0)
    o.ns = ns
    o.api = cls
    o.tag = new Made(by)
    return o
  }

  get(m: Machine, api: Obj, key: string, _site: Site): V {
    if (api.api === '') {
      if (key === 'env') return UNKNOWN
      return this.object(api.ns, key)
    }
    if (key === 'call' || key === 'apply' || key === 'bind') return methodOf(m, api, key)!
    if (key === 'then' || key === 'catch' || key === 'finally') {
      const by = api.tag instanceof Made ? api.tag.by : null
      return m.native((_s, args, at) => {
        for (const f of args) if (isFunction(f)) m.callback(f, [this.answer(m, api, at)], key, 'promise', by, at)
        return m.promise(UNKNOWN, by ? [by] : [], at)
      })
    }
    const o = this.object(api.ns, `${api.api}.${key}`)
    if (api.tag instanceof Made) {
      const child = makeObj('api', 0)
      Object.assign(child, { ns: api.ns, api: o.api, boundThis: api })
      return child
    }
    return o
  }

  set(m: Machine, api: Obj, key: string, value: V, site: Site): void {
    const name = api.api === '' ? key : `${api.api}.${key}`
    const record = m.record(api.ns, `${name}=`, site, site, 'member', [value])
    if (api.tag instanceof Made) {
      if (isFunction(value)) m.callback(value, [UNKNOWN], key, 'event', record, site)
      return
    }
    api.props ??= new Map()
    const old = api.props.get(key)
    api.props.set(key, old ? join(old, value) : value)
  }

  /** The phone or the edition as assumed; what else these functions answer stays unknown. */
  private phone(m: Machine, name: string, site: Site): V | null {
    const { device } = this
    if (device === null || !asksDevice(name, device)) return null
    const object = (props: [string, V][]): Obj => {
      const o = m.object('object', site)
      o.props = new Map(props)
      o.open = true
      return o
    }
    const fact = (v: string, path: string): V => makeConst(v, site.file, site.start, site.end, [m.origin('api', name, site, path)])
    if (device === 'release' || device === 'trial') {
      const [wechat, douyin] = EDITIONS[device]
      return object([
        ['miniProgram', object([['envVersion', fact(wechat, 'miniProgram.envVersion')]])],
        ['microapp', object([['envType', fact(douyin, 'microapp.envType')]])],
      ])
    }
    return object(Object.entries(DEVICES[device]).map(([key, v]) => [key, fact(v, key)]))
  }

  private answer(m: Machine, api: Obj, site: Site): V {
    const phone = this.phone(m, api.api, site)
    if (phone) return phone
    return m.unknown(ANSWERS.has(api.api) ? 'response' : 'api', api.api, site)
  }

  call(m: Machine, api: Obj, self: V, args: readonly V[], site: Site): V {
    if (api.api === '') return m.unknownCall(UNKNOWN, args, site)
    const record = m.record(api.ns, api.api, site, site, api.how, args)
    const last = api.api.slice(api.api.lastIndexOf('.') + 1)
    const special = this.special(m, api, last, args, site)
    let hasCallbacks = false
    for (let i = 0; i < args.length; i++) {
      const a = args[i]!
      if (isFunction(a)) {
        hasCallbacks = true
        // Here what is handed over is the means to answer: who uses it, and when, is written down like any call.
        const given = api.api === PRIVACY_ASKED ? this.object(api.ns, `${api.api}.resolve`) : this.answer(m, api, site)
        m.callback(a, [given, UNKNOWN], last, /^on[A-Z]/.test(last) ? 'event' : 'callback', record, site)
      } else if (i === 0) if (this.options(m, api, a, special, record, site)) hasCallbacks = true
    }
    return this.result(m, api, last, self, special, hasCallbacks, record, site)
  }

  /** Calls success, fail, complete and event handlers found in an options object. */
  private options(m: Machine, api: Obj, options: V, answer: V | null, record: CallRecord, site: Site): boolean {
    if (options.t !== 3) return this.optionsOne(m, api, options, answer, record, site)
    let any = false
    for (let i = 0; i < options.values.length; i++) if (this.optionsOne(m, api, options.values[i]!, answer, record, site)) any = true
    return any
  }
  private optionsOne(m: Machine, api: Obj, o: Const | Obj | Unknown, answer: V | null, record: CallRecord, site: Site): boolean {
    if (o.t === 2 && o.holds.length) {
      for (const h of o.holds) if (isFunction(h)) m.callback(h, [answer ?? this.answer(m, api, site)], 'success', 'callback', record, site)
      return false
    }
    if (o.t !== 1 || o.kind === 'api' || o.kind === 'function' || o.tag instanceof UnitState || BOUND_TO.has(api.api)) return false
    let any = false
    for (let i = 0; i < CALLBACKS.length; i++) {
      const name = CALLBACKS[i]!
      const f = m.get(o, name, site)
      if (!isFunction(f)) continue
      any = true
      const given = name === 'fail' ? m.unknown('api', api.api, site, 'fail') : (answer ?? this.answer(m, api, site))
      m.callback(f, [given], name, 'callback', record, site)
    }
    const events = o.props?.get('events')
    if (events?.t === 1 && events.props)
      for (const [k, f] of events.props) if (isFunction(f)) m.callback(f, [UNKNOWN], k, 'event', record, site)
    // Other functions in the options (a promise executor's resolve under another name, onProgress …)
    if (o.props && holdsOtherFunctions(o.props))
      for (const [k, f] of o.props)
        if (!(CALLBACKS as readonly string[]).includes(k) && f.t === 1 && f.kind === 'function' && k !== 'events')
          m.callback(f, [this.answer(m, api, site)], k, 'callback', record, site)
    return any
  }

  private result(m: Machine, api: Obj, last: string, self: V, special: V | null, hasCallbacks: boolean, record: CallRecord, site: Site): V {
    const name = api.api
    if (special && last.endsWith('Sync')) return special
    if (name.endsWith('Sync')) return this.phone(m, name, site) ?? m.unknown('api', name, site)
    const made =
      maker(name) ?? (hasCallbacks && Object.hasOwn(TASKS, name) ? TASKS[name] : name === 'connectSocket' ? 'SocketTask' : undefined)
    if (made) return this.made(api.ns, made, record)
    if (self.t === 1 && self.kind === 'api' && self.tag instanceof Made) {
      // A method of an object that the platform made.
      return FLUENT.has(self.api) || self.api.startsWith('cloud.database')
        ? this.made(self.ns, self.api, record)
        : m.promise(special ?? this.answer(m, api, site), [record], site)
    }
    if (answersAtOnce(name))
      return hasCallbacks ? UNDEFINED : promiseOr(m, this.phone(m, name, site) ?? m.unknown('api', name, site), name, record, site)
    return hasCallbacks ? UNDEFINED : m.promise(special ?? this.answer(m, api, site), [record], site)
  }

  /** Storage moves values between pages: what is put in comes out. Returns the answer where it is known better than "unknown". */
  private special(m: Machine, _api: Obj, last: string, args: readonly V[], site: Site): V | null {
    switch (last) {
      case 'setStorageSync':
        this.store(m, args[0] ?? UNDEFINED, args[1] ?? UNDEFINED, site)
        return null
      case 'setStorage': {
        const o = args[0] ?? UNDEFINED
        this.store(m, m.get(o, 'key', site), m.get(o, 'data', site), site)
        return null
      }
      case 'getStorageSync':
        return this.stored(m, args[0] ?? UNDEFINED, site)
      case 'getStorage': {
        const o = m.object('object', site)
        o.props = new Map([['data', this.stored(m, m.get(args[0] ?? UNDEFINED, 'key', site), site)]])
        return o
      }
    }
    return null
  }
  private store(m: Machine, key: V, value: V, site: Site): void {
    const keys = stringsOf(key)
    for (const k of keys.length ? keys : ['*']) {
      const v = m.through(value, `storage:${k}`, site)
      const old = this.storage.get(k)
      this.storage.set(k, old ? join(old, v) : v)
    }
  }
  private stored(m: Machine, key: V, site: Site): V {
    const keys = stringsOf(key)
    let out: V = makeUnknown([m.origin('storage', keys[0] ?? '*', site)])
    for (const k of keys) {
      const v = this.storage.get(k)
      if (v) out = join(v, out)
    }
    return out
  }
}
/** Whether options hold functions beside the usual callbacks: hardly any do. */
function holdsOtherFunctions(props: ReadonlyMap<string, V>): boolean {
  let functions = 0
  props.forEach((f) => {
    if (f.t === 1 && f.kind === 'function') functions++
  })
  for (let i = 0; functions > 0 && i < CALLBACKS.length; i++) {
    const f = props.get(CALLBACKS[i]!)
    if (f?.t === 1 && f.kind === 'function') functions--
  }
  return functions > 0
}
const promiseOr = (m: Machine, v: V, name: string, record: CallRecord, site: Site): V =>
  /^getSystemInfo$|^getSystemInfoAsync$/.test(name) ? m.promise(v, [record], site) : v
