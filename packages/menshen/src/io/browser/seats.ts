/** Where programs are run: browser contexts with one page each, shut off from the net and from each other, kept for the passes of one run. */
import type { Browser, BrowserContext, CDPSession, Page, Route } from 'playwright-core'
import type { Frame, Profile } from '../../simulator/types.ts'

export const origin = 'http://app.local'
/** What a context is made for. */
export interface Telephone {
  readonly profile: Profile
  readonly width: number
  readonly height: number
  readonly scale: number
}

const inFrames = `if (self !== top) for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'Worker', 'SharedWorker', '__menshenSend']) Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false })`

/** Who sits in a seat now. */
export interface Owner {
  serve(route: Route): Promise<void>
  noted(what: 'popup' | 'dialog' | 'crash' | 'forged', detail: string): void
  gone(): void
  said(payload: string): void
  paused(frames: Frame[]): void
}
/** A context of its own with one page. Starting one costs more than a program's whole sweep, so that one run's passes follow each other in it. */
export interface Seat {
  readonly context: BrowserContext
  readonly page: Page
  readonly cdp: CDPSession
  readonly size: string
  readonly scripts: Map<string, string>
  contextId: number
  early: string
  owner: Owner | null
}
const spares = new WeakMap<Browser, Seat[]>()
export const sizeOf = (o: Telephone): string => `${o.width} ${o.height} ${o.scale} ${o.profile.theme}`
export function takeSpare(browser: Browser, size: string): Seat | undefined {
  const list = spares.get(browser) ?? []
  const at = list.findIndex((seat) => seat.size === size)
  return at < 0 ? undefined : list.splice(at, 1)[0]
}
/** Clears a seat of everything that was left in it and keeps it; false when it is not fit for that. */
export async function freeSeat(browser: Browser, seat: Seat): Promise<boolean> {
  const list = spares.get(browser) ?? []
  if (list.length >= 3 || seat.context.pages().length !== 1) return false
  try {
    await seat.cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb,cache_storage' })
    await seat.context.clearCookies()
  } catch {
    return false
  }
  seat.scripts.clear()
  spares.set(browser, [...list, seat])
  return true
}
export async function newSeat(browser: Browser, o: Telephone): Promise<Seat> {
  const context = await browser.newContext({
    viewport: { width: o.width, height: o.height },
    deviceScaleFactor: o.scale,
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
    acceptDownloads: false,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: [],
    colorScheme: o.profile.theme,
  })
  // frames that a program makes for itself start without what could speak to the outside or to us
  await context.addInitScript({ content: inFrames })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const seat: Seat = { context, page, cdp, size: sizeOf(o), scripts: new Map(), contextId: 0, early: '', owner: null }
  await context.route('**/*', async (route) => {
    if (seat.owner) return await seat.owner.serve(route)
    await route.abort().catch(() => {})
  })
  context.on('page', (other) => {
    if (other === page) return
    seat.owner?.noted('popup', other.url())
    void other.close().catch(() => {})
  })
  page.on('dialog', (dialog) => {
    seat.owner?.noted('dialog', dialog.message())
    // a program must not hold up the one that follows it
    void (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()).catch(() => {})
  })
  page.on('pageerror', (error) => {
    seat.early ||= String(error.stack ?? error).slice(0, 400)
  })
  page.on('crash', () => {
    seat.owner?.gone()
    seat.owner?.noted('crash', 'the renderer ended')
  })
  cdp.on('Runtime.bindingCalled', (event) => {
    if (event.name !== '__menshenSend') return
    if (seat.contextId && event.executionContextId !== seat.contextId) return seat.owner?.noted('forged', 'from another frame')
    seat.owner?.said(event.payload)
  })
  cdp.on('Runtime.executionContextCreated', (event) => {
    const aux = event.context.auxData as { isDefault?: boolean; frameId?: string } | undefined
    if (event.context.origin === origin && aux?.isDefault && !seat.contextId) seat.contextId = event.context.id
  })
  cdp.on('Debugger.scriptParsed', (event) => {
    if (event.url.startsWith(`${origin}/__app/`)) seat.scripts.set(event.scriptId, decodeURI(event.url.slice(origin.length + 7)))
  })
  cdp.on('Debugger.paused', (event) => {
    const own = event.callFrames.filter((f) => seat.scripts.has(f.location.scriptId)).slice(0, 12)
    seat.owner?.paused(
      own.map((f) => ({
        file: seat.scripts.get(f.location.scriptId) as string,
        line: f.location.lineNumber + 1,
        column: (f.location.columnNumber ?? 0) + 1,
        name: f.functionName,
      })),
    )
  })
  await cdp.send('Runtime.enable')
  await cdp.send('Runtime.addBinding', { name: '__menshenSend' })
  await cdp.send('Performance.enable')
  // once for all programs that come to sit here: switching it on costs as much as a page
  await cdp.send('Debugger.enable', { maxScriptsCacheSize: 10_000_000 })
  return seat
}
