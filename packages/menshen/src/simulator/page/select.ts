/**
 * What component instances can do beyond the framework: queries with nodes and computed styles, observers that know
 * the dataset, animations by keyframes, the built-in form behaviours.
 */
import * as adapter from 'glass-easel-miniprogram-adapter'
import { canvasNode } from './api/canvas.ts'
import { standIn } from './api/engine.ts'
import { codeSpace } from './backend.ts'
import { begin, context, enter, follow } from './cause.ts'
import { guard } from './errors.ts'
import { keysOf, NativeIntersectionObserver, ownProperty, setTimer } from './native.ts'
import { record, stackNow } from './record.ts'
import { isDouyin, type Loose, top, world } from './state.ts'

const rootOf = (component: Loose): Loose => component?._$?.getShadowRoot?.() ?? null
const defaultComponent = (): Loose => top()?.instance ?? null

function find(component: Loose, selector: string, all: boolean): Loose[] {
  const from = component ?? defaultComponent()
  const root = rootOf(from)
  if (!root) return []
  // a page asks through '>>>' for what stands inside its components
  const parts = String(selector)
    .split('>>>')
    .map((s) => s.trim())
  let roots: Loose[] = [root]
  let found: Loose[] = []
  for (let i = 0; i < parts.length; i++) {
    found = []
    for (const r of roots) {
      try {
        found.push(...r.querySelectorAll(parts[i] as string))
      } catch {
        // not a selector that the platform knows
      }
    }
    if (i < parts.length - 1) roots = found.map((n) => n.getShadowRoot?.()).filter(Boolean)
  }
  return all ? found.slice(0, 500) : found.slice(0, 1)
}
const kebab = (s: string): string => s.replace(/[A-Z]/g, (c) => '-' + c.toLowerCase())

function contextOf(node: Loose): Loose {
  const e = node.$$ as HTMLElement
  const tag = e.tagName.toLowerCase().replace(/^wx-/, '')
  if (tag === 'editor')
    return standIn('EditorContext', {
      setContents: (o: Loose) => o?.success?.({}),
      getContents: (o: Loose) => o?.success?.({ html: '', text: '', delta: { ops: [] } }),
    })
  return standIn(tag + 'Context', { play() {}, pause() {}, stop() {}, seek() {} })
}
function read(node: Loose, fields: Loose): Loose {
  const e = node.$$ as HTMLElement
  const out: Loose = {}
  const target = typeof e?.getBoundingClientRect === 'function' ? e : null
  const box = target?.getBoundingClientRect() ?? { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
  const origin = top()?.element.getBoundingClientRect() ?? { left: 0, top: 0 }
  if (fields.id) out.id = node.id
  if (fields.dataset) out.dataset = node.dataset ?? {}
  if (fields.mark) out.mark = node.collectMarks?.() ?? {}
  if (fields.rect)
    Object.assign(out, {
      left: box.left - origin.left,
      top: box.top - origin.top,
      right: box.right - origin.left,
      bottom: box.bottom - origin.top,
    })
  if (fields.size) Object.assign(out, { width: box.width, height: box.height })
  if (fields.scrollOffset)
    Object.assign(out, {
      scrollLeft: target?.scrollLeft ?? 0,
      scrollTop: target?.scrollTop ?? 0,
      scrollWidth: target?.scrollWidth ?? 0,
      scrollHeight: target?.scrollHeight ?? 0,
    })
  for (const p of Array.isArray(fields.properties) ? fields.properties : []) out[p] = node.data?.[p]
  if (Array.isArray(fields.computedStyle) && target) {
    const style = getComputedStyle(target)
    for (const p of fields.computedStyle) out[p] = style.getPropertyValue(kebab(String(p)))
  }
  if (fields.context) out.context = contextOf(node)
  if (fields.node) {
    const canvas = e?.querySelector?.(':scope > canvas') as HTMLCanvasElement | null
    out.node = canvas
      ? canvasNode(canvas)
      : e?.tagName === 'WX-SCROLL-VIEW'
        ? { scrollTo: (o: Loose) => e.scrollTo(o?.left ?? e.scrollLeft, o?.top ?? e.scrollTop), scrollIntoView: () => undefined }
        : standIn('Node')
  }
  if (fields.ref) out.ref = standIn('Ref')
  return out
}
function readViewport(fields: Loose): Loose {
  const e = top()?.element
  const out: Loose = {}
  if (fields.id) out.id = ''
  if (fields.dataset) out.dataset = {}
  if (fields.rect) Object.assign(out, { left: 0, top: 0, right: 0, bottom: 0 })
  if (fields.size) Object.assign(out, { width: e?.clientWidth ?? 0, height: e?.clientHeight ?? 0 })
  if (fields.scrollOffset)
    Object.assign(out, {
      scrollLeft: e?.scrollLeft ?? 0,
      scrollTop: e?.scrollTop ?? 0,
      scrollWidth: e?.scrollWidth ?? 0,
      scrollHeight: e?.scrollHeight ?? 0,
    })
  return out
}

export function selectorQuery(component?: Loose): Loose {
  let scope = component ?? null
  // the page in front now, though its instance may still be in the making
  const page = top()
  const queue: { scope: Loose; selector: string | null; all: boolean; fields: Loose; run: Loose }[] = []
  const nodes = (selector: string | null, all: boolean): Loose => {
    const at = scope
    const push = (fields: Loose, run: Loose) => {
      queue.push({ scope: at, selector, all, fields, run })
      return query
    }
    return {
      fields: (f: Loose, run: Loose) => push(f ?? {}, run),
      boundingClientRect: (run: Loose) => push({ id: true, dataset: true, rect: true, size: true }, run),
      scrollOffset: (run: Loose) => push({ id: true, dataset: true, scrollOffset: true }, run),
      context: (run: Loose) => push({ context: true }, run),
      node: (run: Loose) => push({ node: true }, run),
      ref: (run: Loose) => push({ ref: true }, run),
    }
  }
  const query: Loose = {
    in: (c: Loose) => {
      scope = c ?? null
      return query
    },
    select: (s: string) => nodes(String(s), false),
    selectAll: (s: string) => nodes(String(s), true),
    selectViewport: () => nodes(null, false),
    exec: (done?: Loose) => {
      const work = queue.splice(0)
      const from = follow(context(), 'callback', 'selectorQuery')
      setTimer(() => {
        const results = work.map((w) => {
          if (w.selector === null) return readViewport(w.fields)
          const found = find(w.scope ?? page?.instance, w.selector, w.all).map((n) => read(n, w.fields))
          return w.all ? found : (found[0] ?? null)
        })
        enter(from, () => {
          for (const [i, w] of work.entries()) if (typeof w.run === 'function') guard('selectorQuery', () => w.run(results[i]))
          if (typeof done === 'function') guard('selectorQuery', () => done(results))
        })
      }, 16)
      return query
    },
  }
  return query
}

export function intersectionObserver(component: Loose, options: Loose = {}): Loose {
  let relative: string | null = null
  let margins = ''
  const observers: IntersectionObserver[] = []
  const margin = (m: Loose) => `${+m?.top || 0}px ${+m?.right || 0}px ${+m?.bottom || 0}px ${+m?.left || 0}px`
  const self: Loose = {
    relativeTo: (selector: string, m: Loose) => {
      relative = String(selector)
      margins = margin(m)
      return self
    },
    relativeToViewport: (m: Loose) => {
      relative = null
      margins = margin(m)
      return self
    },
    observe: (selector: string, run: Loose) => {
      setTimer(() => {
        const root = relative ? (find(component, relative, false)[0]?.$$ ?? null) : (top()?.element ?? null)
        const seen = new Map<Element, Loose>()
        const first = new Map<Element, boolean>()
        const thresholds = Array.isArray(options.thresholds) ? options.thresholds.map(Number).filter((n: number) => n >= 0 && n <= 1) : [0]
        const observer = new NativeIntersectionObserver(
          (entries) => {
            for (const e of entries) {
              const node = seen.get(e.target)
              // the platform tells the first state only when it differs from the expected one
              const expected = (+options.initialRatio || 0) > 0
              if (!first.get(e.target)) {
                first.set(e.target, true)
                if (e.isIntersecting === expected) continue
              }
              const r = (x: DOMRectReadOnly | null) =>
                x
                  ? { left: x.left, top: x.top, right: x.right, bottom: x.bottom, width: x.width, height: x.height }
                  : { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
              enter(begin('event', 'intersection', null), () =>
                guard('intersection', () =>
                  run({
                    id: node?.id ?? '',
                    dataset: node?.dataset ?? {},
                    intersectionRatio: e.intersectionRatio,
                    intersectionRect: r(e.intersectionRect),
                    boundingClientRect: r(e.boundingClientRect),
                    relativeRect: r(e.rootBounds),
                    time: Math.round(e.time),
                  }),
                ),
              )
            }
          },
          { root: root as Element | null, rootMargin: margins || '0px', threshold: thresholds.length ? thresholds : [0] },
        )
        for (const node of find(component, String(selector), !!options.observeAll)) {
          if (!node.$$?.getBoundingClientRect) continue
          seen.set(node.$$, node)
          observer.observe(node.$$)
        }
        observers.push(observer)
      }, 0)
    },
    disconnect: () => {
      for (const o of observers.splice(0)) o.disconnect()
    },
  }
  return self
}

function animate(component: Loose, selector: string, frames: Loose, duration: number, done: Loose): void {
  const list = Array.isArray(frames) ? frames : []
  const keyframes = list.map((f: Loose) => {
    const out: Loose = {}
    const transforms: string[] = []
    for (const [k, v] of Object.entries(f ?? {}) as [string, Loose][]) {
      if (k === 'offset') out.offset = v
      else if (k === 'ease') out.easing = /^[a-z-]+(\(.*\))?$/.test(String(v)) ? v : 'linear'
      else if (/^(translate|rotate|skew)/.test(k))
        transforms.push(
          `${k}(${(Array.isArray(v) ? v : [v]).map((x) => (typeof x === 'number' ? x + (/^translate/.test(k) ? 'px' : 'deg') : x)).join(',')})`,
        )
      else if (/^(scale|matrix)/.test(k)) transforms.push(`${k}(${(Array.isArray(v) ? v : [v]).join(',')})`)
      else out[k] = v
    }
    if (transforms.length) out.transform = transforms.join(' ')
    return out
  })
  for (const node of find(component, selector, true)) {
    try {
      node.$$?.animate?.(keyframes, { duration: Math.min(10_000, +duration || 0), fill: 'forwards' })
    } catch {
      // a keyframe that the browser does not know
    }
  }
  const from = follow(context(), 'callback', 'animate')
  if (typeof done === 'function') setTimer(() => enter(from, () => guard('animate', () => done())), Math.min(10_000, +duration || 0))
}

/** Puts on every instance what the framework leaves out. */
export function mendInstances(): void {
  const prototype = (adapter as Loose).component.ComponentCaller.prototype as Loose
  Object.assign(prototype, {
    createSelectorQuery(this: Loose) {
      return selectorQuery(this)
    },
    createIntersectionObserver(this: Loose, options: Loose) {
      return intersectionObserver(this, options)
    },
    animate(this: Loose, selector: string, frames: Loose, duration: number, done: Loose) {
      animate(this, selector, frames, duration, done)
    },
    clearAnimation(this: Loose, selector: string, options: Loose, done: Loose) {
      for (const node of find(this, selector, true)) for (const a of node.$$?.getAnimations?.() ?? []) a.cancel()
      const run = typeof options === 'function' ? options : done
      if (typeof run === 'function') setTimer(() => guard('clearAnimation', () => run()), 0)
    },
    applyAnimatedStyle() {},
    clearAnimatedStyle() {},
    setUpdatePerformanceListener() {},
    setPassiveEvent() {},
    getPassiveEvent() {},
    setInitialRenderingCache() {},
    getAppBar: () => null,
    getPageId: () => top()?.view ?? 0,
    getTabBar(this: Loose) {
      return tabBarInstance()
    },
    getOpenerEventChannel(this: Loose) {
      return pageChannel(this)
    },
    hasOwnProperty: Object.prototype.hasOwnProperty,
  })
  Object.defineProperty(prototype, 'pageRouter', { get: () => (isDouyin() ? undefined : router), configurable: true })
  Object.defineProperty(prototype, 'router', { get: () => (isDouyin() ? undefined : router), configurable: true })
  // setData without data, and setData of something that is no object, are forgiven
  const setData = prototype.setData
  prototype.setData = function (this: Loose, data: Loose, done: Loose) {
    if (!data || typeof data !== 'object')
      return typeof done === 'function' ? setTimer(() => guard('setData', () => done.call(this)), 0) : undefined
    const size = sizeOf(data, 300_000)
    const { work } = world
    work.setData++
    work.total += size
    if (size > work.largest) work.largest = size
    const after = follow(context(), 'callback', 'setData')
    // a list keeps counting the frames of a render: the callback comes after the next one
    return setData.call(
      this,
      withoutFunctions(data),
      typeof done === 'function' ? () => enter(after, () => guard('setData', () => done.call(this))) : undefined,
    )
  }
}
/** About how long some data would be as JSON; counts no further than `most`. */
function sizeOf(value: unknown, most: number, depth = 0): number {
  if (typeof value === 'string') return value.length + 2
  if (!value || typeof value !== 'object' || depth > 12) return 5
  let sum = 2
  for (const key of keysOf(value)) {
    const property = ownProperty(value, key)
    sum += key.length + 4 + (property && 'value' in property ? sizeOf(property.value, most - sum, depth + 1) : 0)
    if (sum > most) return most
  }
  return sum
}
/** What cannot cross to the view is left out: undefined at the top stays what it was. */
function withoutFunctions(data: Loose): Loose {
  for (const key of Object.keys(data)) {
    if (data[key] === undefined) {
      const copy: Loose = {}
      for (const k of Object.keys(data)) if (data[k] !== undefined) copy[k] = data[k]
      return copy
    }
  }
  return data
}
let router: Loose = {}
let tabBarInstance: () => Loose = () => null
let pageChannel: (instance: Loose) => Loose = () => null
export function wireInstances(r: Loose, tabBar: typeof tabBarInstance, channel: typeof pageChannel): void {
  router = r
  tabBarInstance = tabBar
  pageChannel = channel
}

/** Behaviours that the platform brings: a component that uses them takes part in forms. */
export const formBehaviors: Record<string, Loose> = Object.create(null)
export function registerBehaviors(): void {
  const field = codeSpace
    .behavior()
    .definition({ properties: { name: { type: String, value: '' }, value: { type: null, value: undefined } } } as Loose)
    .register()
  const button = codeSpace
    .behavior()
    .definition({ properties: { formType: { type: String, value: '' } } } as Loose)
    .register()
  const exported = codeSpace
    .behavior()
    .definition({} as Loose)
    .register()
  for (const p of ['wx', 'tt']) {
    formBehaviors[p + '://form-field'] = field
    formBehaviors[p + '://form-field-group'] = field
    formBehaviors[p + '://form-field-button'] = button
    formBehaviors[p + '://component-export'] = exported
  }
}
export const noteUnknownBehavior = (name: string): void => {
  record({ kind: 'warning', code: 'unknown-behaviour', text: name, stack: stackNow() })
}
