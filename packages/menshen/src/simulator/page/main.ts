/**
 * The page side: sets the stage before any program code exists, then launches the program and obeys the driver. The
 * driver holds the one object through which it speaks; nothing of ours is left on the window.
 */
import './api/files.ts'
import './api/screen.ts'
import * as ge from 'glass-easel'
import { callLater, later } from './api/engine.ts'
import { answersOutstanding, networkAnswered, requestsUnderWay } from './api/network.ts'
import { fillStorage, known, storage, systemInfo } from './api/system.ts'
import { associated, codeSpace } from './backend.ts'
import { wireBars } from './bars.ts'
import { begin, describeCause, enter, freshTap, makeTap } from './cause.ts'
import { advance, driveTime, hasten, isDriven, promptly, realNow, stilled, stir, stirred } from './clock.ts'
import { defineBasics } from './elements/basic.ts'
import { formElements } from './elements/form.ts'
import { mediaElements } from './elements/media.ts'
import { openElements } from './elements/open.ts'
import { pickerElements } from './elements/picker.ts'
import { scrollElements } from './elements/scroll.ts'
import { failed, guard, tellErrors, warn } from './errors.ts'
import { byHandle, pageState, tappables } from './look.ts'
import { addBroken, addScript, hasScript, load, parameters, setEnvironment } from './modules.ts'
import { clock, NativeMutationObserver, NativePromise, onFrame, setTimer } from './native.ts'
import { background, callApp, go, launchPage, move, pullDown, share, tabTapped } from './pages.ts'
import { catchStrays, programNames } from './program.ts'
import { answerTop, closePanels, hideToast } from './prompts.ts'
import { reach } from './reach.ts'
import { connect, record, restartClock, setWrapper, sinceStart, tell } from './record.ts'
import { mendInstances, registerBehaviors, wireInstances } from './select.ts'
import { type Loose, type Setup, settleClockAndDice, top, world } from './state.ts'
import { addAppSheet, register, registerStandIns, setTemplates } from './units.ts'

const hosted = window as Loose
const channel = hosted.__menshenSend as (text: string) => void
delete hosted.__menshenSend
connect(
  (text) => channel(text),
  () => {
    const page = top()
    return { page: page?.route ?? null, view: page?.view ?? 0 }
  },
  describeCause,
)
for (const name of [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'RTCDataChannel',
  'WebTransport',
  'Worker',
  'SharedWorker',
  'open',
  'print',
  'alert',
  'confirm',
  'prompt',
  'Notification',
  'SharedArrayBuffer',
]) {
  try {
    Object.defineProperty(window, name, { value: undefined, configurable: false, writable: false })
  } catch {
    // already gone
  }
}

ge.globalOptions.throwGlobalError = false
ge.addGlobalErrorListener((error: unknown, o: Loose) => {
  failed('component ' + String(o?.element?.is ?? '') + ' ' + String(o?.type ?? ''), error)
  return false
})
ge.addGlobalWarningListener((m: Loose) => {
  const text = String(m?.message ?? m)
  if (!/recursive update|property .* is not|unsupported model/i.test(text)) warn('framework', text)
  return false
})

// what compiled templates call
Object.assign(hosted, {
  getRegExp: (source: string, flags?: string) => new RegExp(source, flags),
  getDate: (...args: Loose[]) => new (Date as Loose)(...args),
  __wxsConstructor: (x: unknown) =>
    x === null || x === undefined
      ? undefined
      : Array.isArray(x)
        ? 'Array'
        : x instanceof Date
          ? 'Date'
          : x instanceof RegExp
            ? 'RegExp'
            : (
                { string: 'String', number: 'Number', boolean: 'Boolean', function: 'Function', object: 'Object' } as Record<string, string>
              )[typeof x],
})

let customTabs: Loose = null
function customTabBar(): void {
  const unit = world.manifest.tabBar.unit
  if (!world.manifest.tabBar.custom || !unit) return
  register(unit)
  const holder = document.getElementById('custom-tabs') as HTMLElement
  const inner = document.createElement('span')
  holder.append(inner)
  guard('custom-tab-bar', () => {
    const root = associated.createRoot('custom-tab-bar', codeSpace, '/' + unit) as Loose
    customTabs = root.get()
    root.attach(holder as never, inner as never)
  })
}

function launch(setup: Setup & { known: readonly string[] }): void {
  if (setup.driven) driveTime()
  world.setup = setup
  world.manifest = setup.manifest
  world.profile = setup.profile
  for (const name of setup.known) known.add(name)
  fillStorage(setup.storage)
  settleClockAndDice(setup.now, setup.seed)
  mendInstances()
  registerBehaviors()
  defineBasics({ ...formElements, ...scrollElements, ...mediaElements, ...openElements, ...pickerElements })
  registerStandIns()
  addAppSheet()
  catchStrays()
  document.documentElement.dataset.platform = setup.manifest.platform
  wireBars(
    () => {
      closePanels()
      const page = top()
      if (page?.backAlert) {
        void callLater(
          'alertBeforeUnload',
          { title: '', content: page.backAlert, success: (r: Loose) => r.confirm && move('navigateBack', '', 1) },
          later.showModal,
        )
        return
      }
      move('navigateBack', '', 1)
    },
    (_, i) => tabTapped(i),
  )
  const routed = (action: string) => (o: Loose) => callLater(action, o, later[action])
  wireInstances(
    {
      navigateTo: routed('navigateTo'),
      redirectTo: routed('redirectTo'),
      reLaunch: routed('reLaunch'),
      switchTab: routed('switchTab'),
      navigateBack: routed('navigateBack'),
    },
    () => customTabs,
    (instance) => world.stack.find((p) => p.instance === instance)?.channel ?? { on() {}, once() {}, off() {}, emit() {} },
  )
  setEnvironment(programNames())
  world.launched = { ...world.launched, path: setup.path ?? setup.manifest.home, query: { ...(setup.query ?? {}) }, scene: setup.scene }
  tellErrors((message) => callApp('onError', message))
  restartClock()
  enter(begin('launch', 'App', null), () => {
    if (hasScript(setup.manifest.appScript)) guard('load ' + setup.manifest.appScript, () => load(setup.manifest.appScript as string))
    const options = { ...world.launched, query: { ...world.launched.query } }
    callApp('onLaunch', options, 'launch')
    callApp('onShow', options, 'launch')
  })
  customTabBar()
  if (world.stack.length === 0) {
    const query = Object.entries(world.launched.query)
    launchPage(world.launched.path + (query.length ? '?' + query.map(([k, v]) => k + '=' + v).join('&') : ''))
  }
}

/** Waits until the document has been quiet for a while, no request is under way, or time is up. */
function settle(quiet: number, limit: number): Promise<boolean> {
  if (isDriven()) return pass(limit, quiet)
  return new NativePromise((resolve) => {
    const end = clock() + limit
    let last = clock()
    const observer = new NativeMutationObserver(() => {
      last = clock()
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    const look = () => {
      const now = clock()
      const page = top()
      if ((now - last > quiet && !requestsUnderWay() && (!page || page.ready)) || now > end) {
        observer.disconnect()
        resolve(now <= end)
      } else setTimer(look, 20)
    }
    onFrame(() => onFrame(look))
  })
}

/** Lets the program's time pass, until it is quiet or time is up. */
async function pass(total: number, quiet?: number): Promise<boolean> {
  changedAt = clock()
  if (!changes) {
    changes = new NativeMutationObserver(() => {
      changedAt = clock()
      stir()
    })
    changes.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    for (const name of ['load', 'error', 'scroll', 'input', 'focusin', 'focusout']) document.addEventListener(name, stir, true)
  }
  // pictures come when they come: they are waited for, but not for ever
  const patience = realNow() + 4000
  const picturesComing = () => {
    if (realNow() > patience) return false
    const all = document.images
    for (let i = 0; i < all.length && i < 200; i++) {
      const one = all[i] as HTMLImageElement
      if (!one.complete && one.loading !== 'lazy' && one.getAttribute('src')) return true
    }
    return false
  }
  return advance(
    { total, cap: 20_000, ...(quiet === undefined ? {} : { quiet }) },
    () => answersOutstanding() > 0 || picturesComing(),
    () => requestsUnderWay() > 0 || (top() !== undefined && top()?.ready === false),
    () => changedAt,
    () => tell('alive', {}),
  )
}
let changes: MutationObserver | null = null
let changedAt = 0

const soon = <T>(run: () => T): Promise<T | undefined> => new NativePromise((resolve) => promptly(() => resolve(guard('driver', run))))

function scrollTo(to: string | number): boolean {
  const page = top()
  if (!page) return false
  const candidates: Element[] = [page.element, ...Array.from(page.element.querySelectorAll('wx-scroll-view[data-y]'))]
  const e = candidates
    .filter((x) => x.scrollHeight > x.clientHeight + 4)
    .sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight)[0]
  if (!e) return false
  // somebody who reads on has asked for nothing
  record({ kind: 'event', type: 'scroll', trusted: true, target: null })
  const before = e.scrollTop
  e.scrollTop = to === 'bottom' ? e.scrollHeight : to === 'top' ? 0 : e.scrollTop + +to
  return e.scrollTop !== before
}

/** The driver's orders. Program code never runs inside one: it runs in a task of its own. */
const orders: Record<string, (arg: Loose) => unknown> = {
  launch: (setup) => soon(() => launch(setup)),
  templates: () => setTemplates(pending.templates),
  wrapper: (n: number) => setWrapper(n),
  broken: (x: { file: string; message: string }) => addBroken(x.file, x.message),
  state: (o) => pageState(o?.text !== false),
  tappables: (o) => tappables(o?.limit),
  look: (o) => {
    if (changes && changes.takeRecords().length > 0) stir()
    if (o?.known && !stirred() && world.work.setData === 0) return { same: true, at: sinceStart() }
    stilled()
    const seen = { state: pageState(true), tappables: tappables(200), at: sinceStart() }
    world.work = { setData: 0, largest: 0, total: 0 }
    return seen
  },
  settle: (o) => settle(o?.quiet ?? 120, o?.limit ?? 1500),
  open: (o) =>
    soon(() => {
      closePanels()
      hideToast()
      launchPage(o.url)
    }),
  navigate: (o) =>
    soon(() =>
      enter(begin('none', 'driver', null), () =>
        go('navigateTo', { url: '/' + o.url }, { call: 0, context: begin('none', 'driver', null), ok() {}, fail() {} }),
      ),
    ),
  back: () =>
    soon(() => {
      if (world.stack.length < 2) return false
      const id = record({ kind: 'event', type: 'back', trusted: true, target: null })
      makeTap(id)
      closePanels()
      enter(begin('tap', 'back', freshTap()), () => move('navigateBack', '', 1))
      return true
    }),
  scroll: (o) => scrollTo(o.to),
  pull: () =>
    soon(() => {
      makeTap(record({ kind: 'event', type: 'pull-down', trusted: true, target: null }))
      return pullDown(true)
    }),
  share: (o) =>
    soon(() => {
      const tap = makeTap(record({ kind: 'event', type: 'share-menu', trusted: true, target: null }))
      const result = share(o.from, null, tap)
      return result ? true : null
    }),
  hide: () => soon(() => background(true)),
  show: () => soon(() => background(false)),
  answer: (o) => answerTop(o.button),
  type: (o) =>
    soon(() => {
      const e = byHandle(o.handle) as Loose
      if (!e?.__type) return false
      makeTap(
        record({
          kind: 'event',
          type: 'input',
          trusted: true,
          target: {
            tag: e.tagName.toLowerCase().replace('wx-', ''),
            text: String(o.value).slice(0, 80),
            selector: String(o.selector ?? ''),
            box: { x: 0, y: 0, width: 0, height: 0 },
            handler: null,
          },
        }),
      )
      e.__type(String(o.value))
      return true
    }),
  point: (o) => {
    const at = reach(byHandle(o.handle))
    if ('x' in at) hasten(8)
    return at
  },
  storage: () => Object.fromEntries([...storage].slice(0, 200).map(([k, v]) => [k.slice(0, 200), v.slice(0, 4000)])),
  network: (o) => {
    networkAnswered(o.id, o.answer)
  },
  advance: (o) => (isDriven() ? pass(Math.min(120_000, +o.milliseconds || 0)) : true),
  ping: () => true,
  system: () => systemInfo(),
}
/** Orders that leave the screen as it is. */
const stillOrders = new Set(['look', 'state', 'tappables', 'settle', 'advance', 'storage', 'ping', 'system'])
const pending: Loose = {
  templates: null,
  /** One compiled script, from the driver's evaluation: the name stands last so that columns stay known. */
  define: (script: Loose, file: string) => addScript(file, script),
}
hosted.__menshenPort = {
  pending,
  parameters,
  /** Orders in their turn; the last one's word is the answer. */
  run: async (list: [string, Loose][]) => {
    let said: unknown
    for (let i = 0; i < list.length; i++) {
      const [order, arg] = list[i] as [string, Loose]
      if (!stillOrders.has(order)) stir()
      said = await orders[order]?.(arg)
    }
    return said
  },
}
