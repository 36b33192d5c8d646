/** The page stack: opening, leaving and coming back, with every lifecycle call in its order. */
import type { NavigationRecord } from '../types.ts'
import type { Reply } from './api/engine.ts'
import { associated, codeSpace } from './backend.ts'
import { drawBar, drawTabs, isTabPage, tabs } from './bars.ts'
import { begin, type Context, context, enter, freshTap, linger, newEpoch, type Tap, within } from './cause.ts'
import { failed, guard, warn } from './errors.ts'
import { clock, onFrame, setTimer } from './native.ts'
import { causeNow, record, stackNow, summary } from './record.ts'
import { folderOf, type Loose, type OpenPage, resolvePath, top, world } from './state.ts'
import { pageSheet, register } from './units.ts'

export type Move = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'
export const stackLimit = 10
const host = (): HTMLElement => document.getElementById('pages') as HTMLElement

/** A method that awaits goes on under its own name, and its failure is its own. */
function awaited(result: unknown, own: Context, where: string): void {
  // outside of any other context, what it left to promises is its doing as well
  if (!context()) linger(own)
  guard(where, () => {
    if (!result || typeof (result as Loose).then !== 'function') return
    linger(own)
    ;(result as Promise<unknown>).then(undefined, (error) => failed(where, error))
  })
}
/** Calls a lifecycle method or handler of a page, under a context that says so. */
export function callPage(
  page: OpenPage,
  name: string,
  args: readonly unknown[] = [],
  options: { tap?: Tap | null; quiet?: boolean; kind?: 'lifecycle' | 'event' } = {},
): unknown {
  const run = page.instance?.[name]
  if (typeof run !== 'function') return undefined
  let result: unknown
  if (!options.quiet) record({ kind: 'life', name, of: 'page', args: summary(args[0]) }, { page: page.route, view: page.view })
  const own = begin(options.kind ?? 'lifecycle', name, options.tap ?? null)
  within(own, () => {
    result = guard(page.route + ' ' + name, () => run.apply(page.instance, args))
  })
  awaited(result, own, page.route + ' ' + name)
  return result
}

function parse(url: string): { route: string; query: Record<string, string> } {
  const at = url.indexOf('?')
  const route = (at < 0 ? url : url.slice(0, at)).replace(/^\//, '').replace(/\.html$/, '')
  const query: Record<string, string> = {}
  for (const pair of at < 0 ? [] : url.slice(at + 1).split('&')) {
    if (!pair) continue
    const eq = pair.indexOf('=')
    query[eq < 0 ? pair : pair.slice(0, eq)] = eq < 0 ? '' : pair.slice(eq + 1)
  }
  return { route, query }
}

/** A channel between two pages. */
function eventChannel(): Loose {
  const on: Record<string, Loose[]> = Object.create(null)
  const deliver = (name: string, args: unknown[]) => {
    for (const run of [...(on[name] ?? [])]) guard('EventChannel', () => run(...args))
  }
  return {
    on(name: string, run: Loose) {
      ;(on[name] ??= []).push(run)
    },
    once(name: string, run: Loose) {
      const once = (...args: unknown[]) => {
        this.off(name, once)
        run(...args)
      }
      ;(on[name] ??= []).push(once)
    },
    off(name: string, run?: Loose) {
      if (!run) delete on[name]
      else on[name] = (on[name] ?? []).filter((x) => x !== run)
    },
    emit(name: string, ...args: unknown[]) {
      const list = on[name] ?? []
      // what is sent before the other page listens is kept for a moment
      if (!list.length) setTimer(() => deliver(name, args), 60)
      else deliver(name, args)
    },
  }
}

function pageConfig(route: string): Record<string, unknown> {
  const own = world.manifest.units[route]?.config ?? {}
  return { ...(world.manifest.app.window as Loose), ...own, ...((own.window as Loose) ?? {}) }
}

function show(page: OpenPage, shown: boolean): void {
  page.element.hidden = !shown
  if (page.style) page.style.disabled = !shown
  if (!shown) return
  newEpoch()
  page.times.shown ||= clock()
  drawBar()
  drawTabs()
  page.element.scrollTop = page.scrollTop
}
function lifetime(page: OpenPage, name: 'show' | 'hide'): void {
  within(begin('lifecycle', 'pageLifetimes.' + name, null), () =>
    guard('pageLifetimes.' + name, () => page.root?.getComponent().triggerPageLifetime(name, [])),
  )
}

/** Opens a page on top of the stack. */
function open(url: string, channel: Loose): OpenPage {
  const { route, query } = parse(url)
  const element = document.createElement('wx-page')
  const config = pageConfig(route)
  const page: OpenPage = {
    route,
    query,
    view: ++world.views,
    element,
    style: null,
    root: null,
    instance: null,
    config,
    title: String(config.navigationBarTitleText ?? ''),
    times: { opened: clock(), loaded: 0, shown: 0, ready: 0 },
    ready: false,
    scrollTop: 0,
    channel,
    share: { hidden: false },
    navColors: null,
    backAlert: null,
    pulling: false,
    animation: '',
  }
  const back =
    typeof config.backgroundColor === 'string' && /^(#[0-9a-f]{3,8}|[a-z]+)$/i.test(config.backgroundColor)
      ? config.backgroundColor
      : '#ffffff'
  element.style.setProperty('--page-back', back)
  host().append(element)
  world.stack.push(page)
  newEpoch()
  register(route)
  page.style = pageSheet(route)
  const inner = document.createElement('span')
  element.append(inner)
  within(begin('lifecycle', 'create', null), () =>
    guard('create ' + route, () => {
      page.root = associated.createRoot('body', codeSpace, '/' + route)
      page.instance = page.root.get()
    }),
  )
  page.instance ??= { data: {}, setData() {} }
  try {
    Object.assign(page.instance, { route, __route__: route, options: { ...query } })
  } catch {
    // a program may have made these unwritable
  }
  guard('properties ' + route, () => {
    const data = page.instance.data ?? {}
    const known: Record<string, string> = {}
    const definition = world.manifest.units[route]?.config.component
    for (const [k, v] of Object.entries(query)) if (definition && k in data) known[k] = v
    if (Object.keys(known).length) page.instance.setData(known)
  })
  show(page, true)
  callPage(page, 'onLoad', [{ ...query }])
  page.times.loaded = clock()
  // a page may have left during its own onLoad
  if (page.root) guard('attach ' + route, () => page.root.attach(element, inner))
  if (world.stack.includes(page) && top() === page && !world.hidden) {
    callPage(page, 'onShow')
    lifetime(page, 'show')
  }
  onFrame(() =>
    onFrame(() => {
      if (!world.stack.includes(page) || page.ready) return
      page.ready = true
      page.times.ready = clock()
      enter(begin('lifecycle', 'onReady', null), () => {
        callPage(page, 'onReady')
        guard('ready', () => page.root?.getComponent().triggerLifetime?.('ready', []))
      })
    }),
  )
  let low = false
  element.addEventListener('scroll', () => {
    page.scrollTop = element.scrollTop
    const distance = typeof config.onReachBottomDistance === 'number' ? config.onReachBottomDistance : 50
    const isLow = element.scrollTop + element.clientHeight >= element.scrollHeight - distance && element.scrollHeight > element.clientHeight
    enter(begin('event', 'scroll', null), () => {
      callPage(page, 'onPageScroll', [{ scrollTop: element.scrollTop }], { quiet: true, kind: 'event' })
      if (isLow && !low) callPage(page, 'onReachBottom', [], { kind: 'event' })
    })
    low = isLow
  })
  return page
}
function hide(page: OpenPage | undefined): void {
  if (!page) return
  page.scrollTop = page.element.scrollTop
  callPage(page, 'onHide')
  lifetime(page, 'hide')
  show(page, false)
}
function close(page: OpenPage): void {
  callPage(page, 'onUnload')
  guard('release', () => page.root?.release())
  page.element.remove()
  page.style?.remove()
  page.root = null
}
function reveal(page: OpenPage): void {
  show(page, true)
  callPage(page, 'onShow')
  lifetime(page, 'show')
}

const done = (action: string, from: string | null, to: string, ok: boolean, why?: string): void => {
  const body: Omit<NavigationRecord, 'id' | 'at' | 'page' | 'view'> = {
    kind: 'navigation',
    action,
    from,
    to: to.slice(0, 1000),
    ok,
    cause: causeNow(),
    stack: stackNow(),
    ...(why ? { why } : {}),
  }
  record(body)
}
const exists = (route: string): boolean => world.manifest.pages.includes(route)

/** Why a move can not be made, or null. */
function refusal(action: Move, route: string): string | null {
  if (action === 'navigateBack') return null
  if (!exists(route)) return `page "${route}" is not found`
  if ((action === 'navigateTo' || action === 'redirectTo') && isTabPage(route)) return `can not ${action} a tabbar page`
  if (action === 'switchTab' && !isTabPage(route)) return 'can not switch to no-tabBar page'
  if (action === 'navigateTo' && world.stack.length >= stackLimit) return 'webview count limit exceed'
  return null
}
let moving = 0
let movesThisSecond = 0
let secondStart = 0

/** Makes a move on the stack for a program's call. */
export function go(action: Move, o: Loose, reply: Reply): void {
  const here = top()
  const from = here?.route ?? null
  const given = String(o.url ?? '')
  const at = given.indexOf('?')
  const path = at < 0 ? given : given.slice(0, at)
  const route = path.startsWith('/')
    ? path.slice(1).replace(/\.html$/, '')
    : resolvePath(here ? folderOf(here.route) : '', path).replace(/\.html$/, '')
  const url = route + (at < 0 ? '' : given.slice(at))
  if (clock() - secondStart > 1000) {
    secondStart = clock()
    movesThisSecond = 0
  }
  const why = refusal(action, route) ?? (++movesThisSecond > 20 || moving > 3 ? 'too many moves at once' : null)
  const target =
    action === 'navigateBack' ? (world.stack[Math.max(0, world.stack.length - 1 - Math.max(1, +o.delta || 1))]?.route ?? '') : url
  done(action, from, target, !why, why ?? undefined)
  if (why) {
    if (why.endsWith('not found') && typeof world.app?.onPageNotFound === 'function')
      callApp('onPageNotFound', { path: route, query: parse(url).query, isEntryPage: false })
    reply.fail(why)
    return
  }
  const channel = action === 'navigateTo' ? eventChannel() : null
  if (channel && o.events && typeof o.events === 'object')
    for (const [name, run] of Object.entries(o.events)) if (typeof run === 'function') channel.on(name, run)
  // the platform answers first and moves then; a page that is loading is left when its load has returned
  reply.ok(channel ? { eventChannel: channel } : {})
  moving++
  setTimer(() => {
    moving--
    enter(begin('lifecycle', action, null), () => guard(action, () => move(action, url, +o.delta || 1, channel)))
  }, 0)
}
/** Moves without asking: for drivers and bars. */
export function move(action: Move, url: string, delta = 1, channel: Loose = null): void {
  const { route } = parse(url)
  if (action === 'navigateBack') {
    const steps = Math.min(Math.max(1, delta), world.stack.length - 1)
    if (steps < 1) return
    for (let i = 0; i < steps; i++) close(world.stack.pop() as OpenPage)
    const page = top()
    if (page) reveal(page)
    return
  }
  if (action === 'navigateTo') {
    if (world.stack.length >= stackLimit) return
    hide(top())
    open(url, channel)
    return
  }
  if (action === 'redirectTo') {
    const old = world.stack.pop()
    if (old) old.element.hidden = true
    open(url, null)
    if (old) close(old)
    return
  }
  if (action === 'switchTab') {
    const here = top()
    if (here?.route === route) return
    const kept = [...world.stack, ...parked].find((p) => p.route === route && isTabPage(p.route))
    if (here) hide(here)
    for (const p of world.stack.splice(0)) {
      if (isTabPage(p.route)) parked.add(p)
      else close(p)
    }
    if (kept) {
      parked.delete(kept)
      world.stack.push(kept)
      reveal(kept)
    } else open(route, null)
    return
  }
  const old = [...world.stack.splice(0), ...parked]
  parked.clear()
  for (const p of old) p.element.hidden = true
  open(url, null)
  for (const p of old) close(p)
}
/** Tab pages that are not in front stay alive. */
const parked = new Set<OpenPage>()

/** Calls a method of the App. */
export function callApp(name: string, arg: unknown, kind: 'launch' | 'lifecycle' = 'lifecycle'): void {
  const run = world.app?.[name]
  if (typeof run !== 'function') return
  record({ kind: 'life', name: 'App.' + name, of: 'app', args: summary(arg) })
  const own = begin(kind, 'App.' + name, null)
  let result: unknown
  within(own, () => {
    result = guard('App.' + name, () => run.call(world.app, arg))
  })
  awaited(result, own, 'App.' + name)
}

/** A finger pulls the page down. */
export function pullDown(byHand: boolean): boolean {
  const page = top()
  if (!page) return false
  const inner = Array.from(page.element.querySelectorAll('wx-scroll-view')).some((e) => (e as Loose).__pull?.())
  const app = world.manifest.app.window as Loose
  if (byHand && !page.config.enablePullDownRefresh && !app?.enablePullDownRefresh) return inner
  page.pulling = true
  enter(begin('event', 'onPullDownRefresh', byHand ? freshTap() : null), () =>
    callPage(page, 'onPullDownRefresh', [], { kind: 'event', tap: byHand ? freshTap() : null }),
  )
  return true
}
export const stopPull = (): void => {
  const page = top()
  if (page) page.pulling = false
}

/** Shares the page in front and says what it would look like. */
export function share(from: 'menu' | 'button' | 'timeline', target: Loose, tap: Tap | null): unknown {
  const page = top()
  if (!page) return undefined
  const name = from === 'timeline' ? 'onShareTimeline' : 'onShareAppMessage'
  const webViewUrl = (page.element.querySelector('wx-web-view') as Loose)?.__wxElement?.data.src
  const result = callPage(page, name, [{ from: from === 'button' ? 'button' : 'menu', target, ...(webViewUrl ? { webViewUrl } : {}) }], {
    kind: 'event',
    tap,
  })
  record({ kind: 'life', name: name + '.result', of: 'page', args: { from }, result: summary(result) })
  return result
}
/** The program goes to the background, or comes back. */
export function background(away: boolean): void {
  world.hidden = away
  const page = top()
  if (away) {
    if (page) {
      callPage(page, 'onHide')
      lifetime(page, 'hide')
    }
    callApp('onHide', {})
  } else {
    newEpoch()
    callApp('onShow', { ...world.launched })
    if (page) {
      callPage(page, 'onShow')
      lifetime(page, 'show')
    }
  }
}
/** The first page. */
export function launchPage(url: string): void {
  const { route } = parse(url)
  if (!exists(route)) {
    warn('page-missing', route)
    callApp('onPageNotFound', { path: route, query: {}, isEntryPage: true })
  }
  done('launch', null, url, exists(route))
  enter(begin('launch', 'launch', null), () => move('reLaunch', url))
}
/** A tab of the platform's own tab bar was tapped. */
export function tabTapped(index: number): void {
  const item = tabs()[index]
  if (!item) return
  const page = top()
  if (page?.route !== item.pagePath) {
    done('switchTab', page?.route ?? null, item.pagePath, exists(item.pagePath))
    if (!exists(item.pagePath)) return
    move('switchTab', item.pagePath)
  }
  const shown = top()
  if (shown)
    callPage(shown, 'onTabItemTap', [{ index: String(index), pagePath: item.pagePath, text: item.text }], {
      kind: 'event',
      tap: freshTap(),
    })
}
