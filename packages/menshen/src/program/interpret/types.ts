/**
 * The abstract interpretation of a program: its modules, lifecycle methods and event handlers are walked with
 * unknown inputs, both sides of undecided branches taken, and every call of a platform API is written down with
 * who triggered it, by which path, under which conditions and with which values. No code of the program is run.
 */
import type { ScriptFacts } from '../script/ir.ts'
import type { Element, Problem, Span, Unit } from '../types.ts'

/** Where an unknown value came from: 'api:getLocation', 'event:detail.value', 'query', 'storage:token', 'response'. */
export interface Origin {
  readonly id: number
  /** What kind of thing it is. */
  readonly source: 'api' | 'response' | 'event' | 'query' | 'storage' | 'global' | 'property' | 'time' | 'random' | 'unknown'
  /** For 'api' and 'response': the API's name; for 'event': the event type; else a key. */
  readonly name: string
  /** Property path read from it so far: 'authSetting.scope.userInfo', 'confirm', 'platform'. */
  readonly path: string
  readonly at: Span
  /** The channel by which it travelled, newest first: setData, globalData, storage, parameter … */
  readonly from?: Origin
  readonly channel?: string
}

/** A value as rules see it. */
export interface Value {
  /** Every constant that the value may be (strings, numbers, booleans, null, undefined); unknown parts are left out. */
  readonly constants: readonly (string | number | boolean | null | undefined)[]
  /** True when it may also be something not in `constants`. */
  readonly open: boolean
  /** For strings put together from known and unknown pieces: the known ones, null for each unknown. One entry per alternative. */
  readonly pieces: readonly (readonly (string | null)[])[]
  /** For each of `pieces`: where the longest known one was written, as far as known. */
  readonly piecesAt: readonly (Span | null)[]
  readonly origins: readonly Origin[]
  /** Where the value (or literal) was written, when one place can be named. */
  readonly at: Span | null
  /** Each constant with the place where it was written, as far as known. */
  readonly places: readonly { readonly constant: string | number | boolean | null | undefined; readonly at: Span }[]
  /** Property of an object value; undefined when it has none by that name and is closed. */
  get(name: string): Value | undefined
  keys(): readonly string[]
  elements(): readonly Value[]
  readonly isFunction: boolean
}

export type RootKind = 'lifecycle' | 'gesture' | 'event' | 'share' | 'unload' | 'observer' | 'module' | 'unbound'
/** What sets code in motion. */
export interface Root {
  readonly kind: RootKind
  /** onLaunch, onLoad, attached, show; tap, submit, getphonenumber; scroll, load … */
  readonly name: string
  readonly unit: Unit
  /** The handler or lifecycle method. */
  readonly at: Span
  /** For bound events: the element and its template. */
  readonly element?: Element
  readonly template?: string
}

/** A condition that must hold for a call to be reached. */
export interface Guard {
  readonly at: Span
  /** True when the call is on the side where the condition holds. */
  readonly holds: boolean
  readonly origins: readonly Origin[]
  /** The condition's source text, shortened. */
  readonly source: string
}

export interface Step {
  readonly at: Span
  /** Name of the function entered, or how it was reached ('success', 'then', 'setTimeout'). */
  readonly name: string
  /** 'held': something unknown had been given the function and was used; whether it called it, nobody knows. */
  readonly how: 'call' | 'callback' | 'held' | 'promise' | 'timer' | 'event' | 'observer'
}

export interface CallContext {
  readonly root: Root
  /** From the root to the call. */
  readonly path: readonly Step[]
  readonly guards: readonly Guard[]
  readonly args: readonly Value[]
  /** The nearest API on the path whose answer led here (showModal's success …), with what was asked: consent steps are found here. */
  readonly after: readonly ApiCall[]
}

/** A call of a platform API; with ns 'js' one that makes code of a text: 'eval', 'Function', 'setTimeout'. */
export interface ApiCall {
  readonly ns: string
  /** 'getLocation', 'cloud.callFunction', 'RecorderManager.start'. */
  readonly api: string
  readonly at: Span
  /** Span of the API's name. */
  readonly nameAt: Span
  readonly how: 'member' | 'computed' | 'alias'
  /** Empty: the call stands in the package, but nothing reaches it. About 12 are kept, shortest paths first, one of each root kind and of each place it is called from at least. */
  readonly contexts: readonly CallContext[]
}

/** One write to a unit's data. */
export interface DataWrite {
  readonly unit: Unit
  /** 'layer.on', or null when the key is not known. */
  readonly path: string | null
  readonly value: Value
  readonly at: Span
  readonly root: Root
  readonly guards: readonly Guard[]
}

export interface Binding {
  readonly unit: Unit
  readonly template: string
  readonly element: Element
  /** tap, submit, getphonenumber … without the bind/catch prefix. */
  readonly event: string
  readonly catches: boolean
  readonly handlers: readonly string[]
  /** 'found', 'missing' (known not to exist), 'unknown' (the unit's methods could not all be resolved). */
  readonly status: 'found' | 'missing' | 'unknown'
  /** True when the handler's body does nothing at all. */
  readonly empty: boolean
  readonly at: Span
  readonly handlerAt: Span | null
}

/** An expression of a template, with what it may show. */
export interface Shown {
  readonly unit: Unit
  readonly template: string
  readonly element: Element | null
  /** Attribute name, or '' for text. */
  readonly slot: string
  readonly at: Span
  readonly value: Value
  /** The conditions (wx:if, hidden) around it; empty means always. */
  readonly conditions: readonly { readonly at: Span; readonly value: Value; readonly holds: boolean; readonly source: string }[]
  /** False when a constant condition hides it for good. */
  readonly reachable: boolean
}

/** A move from one page to another, by call or by element. */
export interface Navigation {
  readonly from: Unit
  readonly kind: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack' | 'miniProgram' | 'exit' | 'web'
  readonly url: Value
  readonly at: Span
  readonly call?: ApiCall
  readonly element?: Element
}

export interface Interpretation {
  readonly calls: readonly ApiCall[]
  /** Calls of one API, or of several. */
  callsOf(...apis: readonly string[]): readonly ApiCall[]
  readonly bindings: readonly Binding[]
  readonly shown: readonly Shown[]
  readonly navigations: readonly Navigation[]
  readonly writes: readonly DataWrite[]
  /** The same program on a given kind of phone, or as a given edition: what depends on nothing else is then decided. Walked when first asked for. */
  on(device: 'ios' | 'android' | 'release' | 'trial'): Interpretation
  /** A unit's data after everything that was seen. */
  dataOf(unit: Unit): Value | null
  /** What methods that the platform asks for texts give back: onShareAppMessage, onShareTimeline, onAddToFavorites. */
  readonly returned: readonly { readonly unit: Unit; readonly method: string; readonly value: Value; readonly at: Span }[]
  /** Writes by which, under no condition, an observer sets itself off again. */
  readonly circles: readonly {
    readonly unit: Unit
    readonly watched: string
    readonly path: string
    readonly at: Span
    readonly observerAt: Span | null
  }[]
  /** Units that a user can reach from the home page, the tab bar or a share. */
  readonly reachable: ReadonlySet<string>
  /** Scripts whose code was never entered, with the reason. */
  readonly unentered: ReadonlyMap<string, string>
  /** Every platform member that is used in any way, reachable or not: {ns, api, at}. */
  readonly mentions: readonly { readonly ns: string; readonly api: string; readonly at: Span; readonly called: boolean }[]
  /** Units whose handlers or methods could not be resolved: what depends on them is not-checked. */
  readonly opaque: ReadonlyMap<string, string>
  /** What could not be followed, with its place: broken scripts, modules that are missing, run times that were not understood. */
  readonly problems?: readonly Problem[]
  /** Facts of every script that was parsed, vendored and never-entered ones included: dynamic code, strings, specifiers. */
  readonly scripts: ReadonlyMap<string, ScriptFacts>
}
