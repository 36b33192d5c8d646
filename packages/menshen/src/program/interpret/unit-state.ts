/** A page, a component or the app while it is interpreted: what is known of its data, methods, observers and places. */
import type { Element, Unit } from '../types.ts'
import type { GuardNode } from './machine.ts'
import type { UnitTemplate } from './template.ts'
import type { Root, RootKind } from './types.ts'
import { makeObj, type Obj, type Site, type V } from './value.ts'

export interface WriteRecord {
  readonly unit: UnitState
  readonly path: string | null
  readonly value: V
  readonly at: Site
  readonly root: Root
  readonly guards: GuardNode | null
}

export interface Observer {
  readonly keys: readonly string[]
  readonly fn: V
  /** As written, for those that the platform runs at every write: 'list.**', 'user.name'. */
  readonly watched?: readonly string[]
}
/** Whether a write sets off an observer, by the platform's own reading of paths. */
export const setsOff = (watched: string, path: string): boolean => {
  const w = watched.replace(/\[(\d+)\]/g, '.$1')
  const p = path.replace(/\[(\d+)\]/g, '.$1')
  if (w === '**' || w === p || w.startsWith(`${p}.`)) return true
  if (!w.endsWith('.**')) return false
  const base = w.slice(0, -3)
  return p === base || p.startsWith(`${base}.`)
}

/** A unit while it is interpreted. */
export class UnitState {
  readonly unit: Unit
  /** `this` of its methods. */
  readonly instance: Obj
  readonly data: Obj
  /** Lifecycle methods in the order they run: [name, function]. */
  readonly lifecycles: [string, V][] = []
  readonly observers: Observer[] = []
  /** Observers that are at work, with the conditions under which they began. */
  readonly running: { readonly observer: Observer; readonly guards: GuardNode | null }[] = []
  /** Names of declared properties. */
  readonly properties = new Set<string>()
  /** Method names, behaviours included. */
  readonly methods = new Map<string, V>()
  defined = false
  /** Why its methods are not all known; empty when they are. */
  opaque = ''
  template: UnitTemplate | null = null
  /** Events that the unit's own code triggered: their handlers in parents were called with the trigger's root. */
  readonly triggered = new Set<string>()
  /** Where the unit stands in other templates. */
  readonly uses: { readonly parent: UnitState; readonly element: Element }[] = []
  readonly observing = new Set<string>()
  /** Keys that changed while they were being observed: children have not heard of it yet. */
  readonly behind = new Set<string>()
  /** Members that every instance has (setData, triggerEvent), made once. */
  readonly natives = new Map<string, Obj>()
  constructor(unit: Unit) {
    this.unit = unit
    this.instance = makeObj('object', -1)
    this.instance.tag = this
    this.instance.props = new Map()
    this.data = makeObj('object', -1)
    this.data.props = new Map()
  }
}

/** Functions that every instance has. */
export const INSTANCE_NATIVES = new Set([
  'setData',
  'triggerEvent',
  'selectComponent',
  'selectAllComponents',
  'hasBehavior',
  'getRelationNodes',
  'getOpenerEventChannel',
  'createSelectorQuery',
  'createIntersectionObserver',
  'selectOwnerComponent',
  'animate',
  'clearAnimation',
  'groupSetData',
])

/** What a handler attribute of a compiled template leads to: a framework's own handler looks the real ones up in the dataset. */
export interface Compiled {
  readonly names: string[]
  readonly functions: V[]
}

/** Options of a behaviour, kept as they were given. */
export class BehaviourTag {
  readonly options: V
  constructor(options: V) {
    this.options = options
  }
}

export const APP_LIFECYCLES = ['onLaunch', 'onShow'] as const
export const PAGE_LIFECYCLES = ['onInit', 'onLoad', 'onShow', 'onReady', 'onRouteDone'] as const
export const COMPONENT_LIFECYCLES = ['created', 'attached', 'ready', 'moved', 'beforeCreate', 'beforeMount', 'mounted'] as const
/** Page methods that the platform calls but that open nothing of themselves. */
export const LATER: Readonly<Record<string, RootKind>> = {
  onShareAppMessage: 'share',
  onShareTimeline: 'share',
  onAddToFavorites: 'share',
  onSaveExitState: 'unload',
  onPullDownRefresh: 'gesture',
  onReachBottom: 'event',
  onPageScroll: 'event',
  onResize: 'event',
  onTabItemTap: 'gesture',
  onTitleClick: 'gesture',
  onOptionMenuClick: 'gesture',
  onHide: 'unload',
  onUnload: 'unload',
  onError: 'event',
  onPageNotFound: 'event',
  onUnhandledRejection: 'event',
  onThemeChange: 'event',
}
export const COMPONENT_LATER: Readonly<Record<string, RootKind>> = { detached: 'unload', error: 'event' }
