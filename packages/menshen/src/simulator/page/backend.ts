/**
 * Between the component framework and the document: built-in tags become wx-* elements, rpx in inline styles becomes
 * vw, and touches become taps, long presses and touch events in the shape that programs expect.
 */
import * as ge from 'glass-easel'
import * as adapter from 'glass-easel-miniprogram-adapter'
import { builtinTags } from '../tags.ts'
import { begin, context, enter, freshTap, makeTap } from './cause.ts'
import { clearTimer, setTimer } from './native.ts'
import { record } from './record.ts'
import { type Loose, rpx } from './state.ts'

const builtin = new Set(builtinTags)
const tagOf = (tag: string): string =>
  builtin.has(tag)
    ? 'wx-' + tag
    : /^[a-z][\w-]*$/i.test(tag)
      ? tag.includes('-') && !tag.startsWith('wx-')
        ? tag
        : 'wxc-' + tag
      : 'wxc-unknown'

class HostContext extends ge.CurrentWindowBackendContext {
  override document = {
    createElement(tag: string) {
      const element = document.createElement(tagOf(tag))
      const set = element.setAttribute
      element.setAttribute = (key: string, value: string) => {
        // an attribute name comes from a template: nothing that the browser would run
        if (/^on/i.test(key) || key === 'is' || key === 'srcdoc') return
        set.call(element, key, key === 'style' ? rpx(String(value)) : value)
      }
      return element
    },
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as Loose
  override setListenerStats(element: Loose, type: string, capture: boolean, level: Loose): void {
    // only what the browser itself raises; everything else comes from the elements
    if (/^(touch(start|move|end|cancel)|transitionend|animation(start|iteration|end))$/.test(type))
      super.setListenerStats(element, type, capture, level)
  }
}

const point = (t: { identifier?: number; pageX: number; pageY: number; clientX: number; clientY: number; force?: number }) => ({
  identifier: t.identifier ?? 0,
  pageX: t.pageX,
  pageY: t.pageY,
  clientX: t.clientX,
  clientY: t.clientY,
  force: t.force ?? 0,
})

/** Names where an element stands, the same way in every run. */
export function selectorOf(element: Element): string {
  const parts: string[] = []
  let e: Element | null = element
  while (e && e.tagName !== 'WX-PAGE' && e.id !== 'prompts' && parts.length < 24) {
    const tag = e.tagName.toLowerCase().replace(/^wxc?-/, '')
    const twins: Element[] = []
    for (const s of Array.from(e.parentElement?.children ?? [])) if (s.tagName === e.tagName) twins.push(s)
    parts.unshift(tag + (twins.length > 1 ? '[' + (twins.indexOf(e) + 1) + ']' : ''))
    e = e.parentElement
  }
  return parts.join('/')
}
const boxOf = (e: Element) => {
  const b = e.getBoundingClientRect()
  return { x: Math.round(b.x), y: Math.round(b.y), width: Math.round(b.width), height: Math.round(b.height) }
}
export const describe = (node: Loose) => {
  try {
    const e = node.$$ as Element
    return {
      tag: e.tagName.toLowerCase().replace(/^wxc?-/, ''),
      text: (e.textContent || '').trim().slice(0, 60),
      selector: selectorOf(e),
      box: boxOf(e),
      handler: handlerOf(node),
    }
  } catch {
    return null
  }
}
const listened = ['tap', 'longpress', 'longtap', 'touchstart', 'touchend']
/** Names of the handlers that a template binds to touches of a node; built-in elements' own listeners have none. */
export function handlerNames(node: Loose): string[] {
  const out: string[] = []
  const target = node._$eventTarget
  for (const table of [target?.listeners, target?.captureListeners]) {
    if (!table) continue
    for (const type of listened) {
      const list = table[type]?.funcArr?._$arr as { f?: { name?: string } }[] | null | undefined
      for (const entry of list ?? []) if (entry.f?.name && entry.f.name !== 'elementTap') out[out.length] = entry.f.name
    }
  }
  return out
}
/** Whether a template binds one of some events around an element. */
function listensTo(node: Loose, ...types: readonly string[]): boolean {
  let n = node
  for (let i = 0; n && i < 12; i++) {
    for (const table of [n._$eventTarget?.listeners, n._$eventTarget?.captureListeners])
      for (const type of types) {
        const list = table?.[type]?.funcArr?._$arr as { f?: { name?: string } }[] | null | undefined
        for (const entry of list ?? []) if (entry.f?.name && entry.f.name !== 'elementTap') return true
      }
    n = n.parentNode ?? n.getHostNode?.()
  }
  return false
}
/** The nearest tap handler's name around an element. */
function handlerOf(node: Loose): string | null {
  let n = node
  for (let i = 0; n && i < 12; i++) {
    const names = n._$eventTarget ? handlerNames(n) : []
    if (names.length) return names[0] as string
    n = n.parentNode ?? n.getHostNode?.()
  }
  return null
}

// programs see the method caller, never the node: a property may then be called 'dataset' or 'id'
ge.globalOptions.writeFieldsToNode = false
const environment = new adapter.MiniProgramEnv()
export const codeSpace = environment.createCodeSpace('', true)
export const space = codeSpace.getComponentSpace()
const host = new HostContext()

/** Raises an event of ours or of the browser on a framework node, with a context around the handlers. */
function dispatch(target: Loose, type: string, detail: Loose, options: Loose) {
  const original = options.originalEvent as (TouchEvent & MouseEvent) | undefined
  let tap = freshTap()
  let kind: 'tap' | 'event' = 'event'
  const trusted = original ? original.isTrusted : true
  // touching is what a page wants that listens to touches themselves
  if (type === 'touchstart' && trusted && listensTo(target, 'touchstart', 'touchend', 'touchmove'))
    tap = makeTap(record({ kind: 'event', type, trusted, target: describe(target) }))
  if (type === 'tap' || type === 'longpress' || type === 'longtap') {
    if (trusted) kind = 'tap'
    if (type !== 'longtap') {
      const id = record({ kind: 'event', type, trusted, target: describe(target) })
      if (trusted) tap = makeTap(id)
    }
  }
  return enter(begin(kind, type, tap), () => {
    let touches: Loose[] = []
    let changed: Loose[] = []
    if (original?.changedTouches) {
      touches = Array.from(original.touches, point)
      changed = Array.from(original.changedTouches, point)
    } else if (original) {
      touches = changed = [point({ pageX: original.pageX, pageY: original.pageY, clientX: original.clientX, clientY: original.clientY })]
    }
    if ((type === 'tap' || type.startsWith('long')) && !touches.length) touches = changed
    const shown = /^touch|^mouse/.test(type)
      ? {}
      : type === 'tap' || type.startsWith('long')
        ? { x: detail.x, y: detail.y }
        : /^(transition|animation)/.test(type)
          ? { elapsedTime: detail.elapsedTime }
          : detail
    const event = new ge.Event(type, shown, {
      ...options,
      originalEvent: undefined,
      extraFields: { touches, changedTouches: changed },
    } as Loose)
    ge.Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
}
host.onEvent((target, type, detail, options) => dispatch(target, type, detail, options))

// a long press: a finger that stays for 350 ms
let press: { timer: number; x: number; y: number; target: Loose; event: Event } | null = null
const release = () => {
  if (press) clearTimer(press.timer)
  press = null
}
document.addEventListener(
  'touchstart',
  (event) => {
    release()
    const t = event.changedTouches[0]
    let e = event.target as Loose
    while (e && !e.__wxElement) e = e.parentNode
    if (!t || !e) return
    const target = e.__wxElement
    const timer = setTimer(() => {
      if (!press) return
      const detail = { x: press.x, y: press.y }
      dispatch(target, 'longpress', detail, { originalEvent: event, bubbles: true, composed: true })
      dispatch(target, 'longtap', detail, { originalEvent: event, bubbles: true, composed: true })
    }, 350)
    press = { timer, x: t.clientX, y: t.clientY, target, event }
  },
  { capture: true, passive: true },
)
document.addEventListener('touchend', release, true)
document.addEventListener('touchcancel', release, true)
document.addEventListener(
  'touchmove',
  (event) => {
    const t = event.changedTouches[0]
    if (press && t && Math.hypot(t.clientX - press.x, t.clientY - press.y) > 10) release()
  },
  { capture: true, passive: true },
)

export const associated = environment.associateBackend(host as Loose)

/** Raises a component event from inside a built-in element. */
export function fire(component: Loose, name: string, detail: unknown, options: { bubbles?: boolean; user?: boolean } = {}): void {
  const run = () => component.triggerEvent(name, detail, { bubbles: !!options.bubbles, composed: !!options.bubbles })
  const tap = options.user ? freshTap() : null
  if (options.user) enter(begin(tap ? 'tap' : 'event', name, tap), run)
  else if (context()) run()
  else enter(begin('event', name, null), run)
}
