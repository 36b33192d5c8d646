/** Moves from page to page, and which pages they make reachable. */
import type { ProgramModel, Unit } from '../types.ts'
import type { Machine } from './machine.ts'
import { attribute } from './template.ts'
import type { ApiCall, Navigation, Shown } from './types.ts'
import type { Units } from './units.ts'
import { UNDEFINED } from './value.ts'
import { viewOf } from './view.ts'

const MOVES: Readonly<Record<string, Navigation['kind']>> = {
  navigateTo: 'navigateTo',
  redirectTo: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  navigateToMiniProgram: 'miniProgram',
  openEmbeddedMiniProgram: 'miniProgram',
  exitMiniProgram: 'exit',
  preloadPage: 'navigateTo',
}
export function navigationViews(m: Machine, byApi: ReadonlyMap<string, ApiCall[]>, shown: readonly Shown[]): Navigation[] {
  const out: Navigation[] = []
  const nothing = viewOf(m, UNDEFINED)
  for (const [name, kind] of Object.entries(MOVES))
    for (const call of byApi.get(name) ?? [])
      for (const c of call.contexts) {
        const options = c.args[0]
        const url = (kind === 'miniProgram' ? options?.get('appId') : options?.get('url')) ?? nothing
        out.push({ from: c.root.unit, kind, url, at: call.at, call })
      }
  for (const x of shown) {
    if (!x.reachable) continue
    if (x.element?.tag === 'navigator' && (x.slot === 'url' || x.slot === 'app-id')) {
      const type = (attribute(x.element, 'open-type') ?? attribute(x.element, 'openType'))?.value ?? 'navigate'
      const foreign = attribute(x.element, 'target')?.value === 'miniProgram'
      const kind = foreign
        ? 'miniProgram'
        : type === 'redirect'
          ? 'redirectTo'
          : type === 'switchTab'
            ? 'switchTab'
            : type === 'reLaunch'
              ? 'reLaunch'
              : type === 'navigateBack'
                ? 'navigateBack'
                : type === 'exit'
                  ? 'exit'
                  : 'navigateTo'
      out.push({ from: x.unit, kind, url: x.value, at: x.at, element: x.element })
    } else if (x.element?.tag === 'web-view' && x.slot === 'src')
      out.push({ from: x.unit, kind: 'web', url: x.value, at: x.at, element: x.element })
  }
  return out
}

/** Page routes that an address means, seen from a page. */
export function routeOf(model: ProgramModel, from: Unit, url: string): string | null {
  const path = url.split(/[?#]/)[0]!
  if (path === '' || /^[a-z]+:/i.test(path)) return null
  const parts = path.startsWith('/') ? [] : from.base.slice(model.root.length).split('/').slice(0, -1)
  for (const p of path.split('/')) {
    if (p === '' || p === '.') continue
    if (p === '..') parts.pop()
    else parts.push(p)
  }
  return model.root + parts.join('/').replace(/\.(?:html|wxml|ttml)$/, '')
}

export function reachableUnits(model: ProgramModel, navigations: readonly Navigation[], units: Units): Set<string> {
  const out = new Set<string>()
  const queue: string[] = []
  const add = (base: string | null | undefined): void => {
    if (base && !out.has(base)) {
      out.add(base)
      queue.push(base)
    }
  }
  add(model.home)
  for (const t of model.tabBar) add(t.page)
  const byFrom = new Map<string, Navigation[]>()
  for (const n of navigations) {
    const list = byFrom.get(n.from.base)
    if (list) list.push(n)
    else byFrom.set(n.from.base, [n])
  }
  const pages = new Set(model.pages.map((p) => p.base))
  const follow = (n: Navigation): void => {
    for (const c of n.url.constants)
      if (typeof c === 'string') {
        const r = routeOf(model, n.from, c)
        if (r && pages.has(r)) add(r)
      }
    for (const p of n.url.pieces) {
      const head = p[0]
      if (typeof head === 'string' && head.includes('?')) {
        const r = routeOf(model, n.from, head)
        if (r && pages.has(r)) add(r)
      } else if (p.length) {
        // Computed in part: every page that fits the known pieces may be meant.
        const known = p.filter((x): x is string => x !== null && /\w{3}/.test(x))
        if (known.length)
          for (const page of pages) if (known.every((k) => `/${page.slice(model.root.length)}`.includes(k.split('?')[0]!))) add(page)
      }
    }
  }
  for (const n of byFrom.get(model.app.base) ?? []) follow(n)
  while (queue.length) {
    const base = queue.pop()!
    for (const child of units.states.get(base)?.template?.children.values() ?? []) add(child.unit.base)
    for (const n of byFrom.get(base) ?? []) follow(n)
  }
  return out
}
