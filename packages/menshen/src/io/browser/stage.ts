/** One browser page with one program on it: loading, orders, the watchdog, starting anew after a crash. */
import { compileFunction } from 'node:vm'
import type { Browser, Route } from 'playwright-core'
import type { Built, Frame } from '../../simulator/types.ts'
import { pageBundle } from './bundle.ts'
import { albumPictures, placeholderImage } from './pictures.ts'
import type { Recorder } from './recorder.ts'
import { freeSeat, newSeat, origin, type Seat, sizeOf, type Telephone, takeSpare } from './seats.ts'

const policy = [
  "default-src 'none'",
  `script-src ${origin}/__page.js`,
  "style-src 'unsafe-inline'",
  'img-src data: blob: http: https:',
  'font-src data: http: https:',
  "connect-src 'none'",
  "frame-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ')
const html = (sheet: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><style>${sheet}</style></head><body><div id="bar" hidden><span id="back"></span><b id="title"></b></div><div id="pages"></div><div id="custom-tabs" hidden></div><div id="tabs" hidden></div><div id="capsule">···◎</div><div id="prompts"></div><script src="/__page.js"></script></body></html>`

export interface StageOptions extends Telephone {
  readonly built: Built
  readonly seed: number
  /** The program's time passes only when it is told to. */
  readonly driven: boolean
  readonly now: number
  readonly scene: number
  readonly path?: string
  readonly query?: Readonly<Record<string, string>>
  readonly storage: Readonly<Record<string, string>>
  /** Milliseconds after which a page that does not answer is stopped. */
  readonly patience: number
  /** Pictures and fonts from elsewhere, if the answers have them. */
  readonly picture: (url: string) => { readonly body: Buffer; readonly type: string } | null
  readonly asked: (request: Record<string, unknown>) => void
  readonly recorder: Recorder
}

/** A program script that went wrong before it ran. */
interface BrokenScript {
  readonly file: string
  readonly message: string
}

export class Stage {
  readonly #browser: Browser
  readonly #options: StageOptions
  #seat!: Seat
  #port = ''
  #gone = false
  #paused: ((frames: Frame[]) => void) | null = null
  /** When the page last said anything. */
  #heard = 0
  restarts = 0

  constructor(browser: Browser, options: StageOptions) {
    this.#browser = browser
    this.#options = options
  }

  /** Opens a fresh context and launches the program in it. */
  async open(
    storage: Readonly<Record<string, string>> = this.#options.storage,
    path = this.#options.path,
    query = this.#options.query,
  ): Promise<void> {
    const o = this.#options
    this.#gone = false
    const bundle = await pageBundle()
    const seat = (o.driven ? takeSpare(this.#browser, sizeOf(o)) : undefined) ?? (await newSeat(this.#browser, o))
    seat.owner = {
      serve: (route) => this.#serve(route, bundle.script, html(bundle.sheet)),
      noted: (what, detail) => o.recorder.host(what, detail),
      gone: () => {
        this.#gone = true
      },
      said: (payload) => {
        const message = o.recorder.take(payload)
        this.#heard = performance.now()
        if (message?.tell === 'request') o.asked(message.value)
      },
      paused: (frames) => this.#paused?.(frames),
    }
    this.#seat = seat
    seat.early = ''
    const { page, cdp } = seat
    seat.contextId = 0
    await page.goto(origin + '/', { timeout: 15_000, waitUntil: 'commit' })
    await this.#begun()
    // animations go on by the program's time, not by the browser's
    if (o.driven) await cdp.send('Animation.setPlaybackRate', { playbackRate: 0 })
    if (seat.early) throw new Error('the page side did not start: ' + seat.early)
    await this.#compile()
    const { result } = await cdp.send('Runtime.evaluate', {
      expression: '(()=>{const p=window.__menshenPort;delete window.__menshenPort;return p})()',
    })
    if (!result.objectId) throw new Error('the page side did not start: ' + seat.early)
    this.#port = result.objectId
    this.#deferred = []
    this.defer('templates', null)
    this.defer('wrapper', this.#wrapper)
    for (const b of this.#broken) this.defer('broken', b)
    const setup = {
      manifest: o.built.manifest,
      profile: o.profile,
      seed: o.seed,
      driven: o.driven,
      now: o.now + o.profile.daysAhead * 86_400_000,
      scene: o.scene,
      path,
      query,
      storage,
      known: bundle.names[o.built.manifest.platform],
    }
    await this.order('launch', setup)
  }

  /** Waits until the page side stands: its script runs as soon as it has come. */
  async #begun(): Promise<void> {
    const { cdp } = this.#seat
    const end = performance.now() + 15_000
    for (;;) {
      const { result } = await cdp.send('Runtime.evaluate', { expression: "typeof __menshenPort === 'object'", returnByValue: true })
      if (result.value === true || this.#seat.early !== '' || performance.now() > end) return
      await new Promise((r) => setTimeout(r, 2))
    }
  }
  #wrapper = 0
  #broken: BrokenScript[] = []
  /** Gives the page every script as a function. A script is first compiled as a bare body, so none can climb out of its function. */
  async #compile(): Promise<void> {
    const { built } = this.#options
    const { cdp } = this.#seat
    const named = await cdp.send('Runtime.evaluate', { expression: '__menshenPort.parameters', returnByValue: true })
    const parameters = (named.result.value as string[]).join(',')
    // two functions deep: a script may declare what the outer one is given
    const head = `__menshenPort.pending.define(function(${parameters}){(function(){`
    this.#wrapper = head.length + 13
    this.#broken = []
    const jobs: Promise<unknown>[] = []
    for (const [file, { code, strict }] of built.scripts) {
      const address = `${origin}/__app/${encodeURI(built.manifest.root + file).replace(/#/g, '%23')}`
      const attempt = (directive: string): string | null => {
        const body = directive + code
        try {
          compileFunction(body + '\n', [])
        } catch (error) {
          this.#lastProblem = String((error as Error).message)
          return null
        }
        return body
      }
      const body = (strict ? attempt('"use strict";') : null) ?? attempt('             ')
      if (body === null) {
        this.#broken.push({ file, message: this.#lastProblem })
        continue
      }
      jobs.push(
        cdp
          .send('Runtime.evaluate', {
            expression: `${head}${body}\n}).call(globalThis)},${JSON.stringify(file)});0\n//# sourceURL=${address}`,
            silent: true,
          })
          .then((r) => {
            if (r.exceptionDetails)
              this.#broken.push({
                file,
                message: String(r.exceptionDetails.exception?.description ?? r.exceptionDetails.text).split('\n')[0] as string,
              })
          }),
      )
    }
    jobs.push(cdp.send('Runtime.evaluate', { expression: `__menshenPort.pending.templates=${built.templates};0`, silent: true }))
    await Promise.all(jobs)
  }
  #lastProblem = ''

  async #serve(route: Route, script: string, page: string): Promise<void> {
    const o = this.#options
    try {
      const request = route.request()
      const url = new URL(request.url())
      if (url.origin === origin) {
        if (url.pathname === '/')
          return await route.fulfill({
            contentType: 'text/html; charset=utf-8',
            headers: { 'content-security-policy': policy, 'cross-origin-opener-policy': 'same-origin' },
            body: page,
          })
        if (url.pathname === '/__page.js') return await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script })
        if (url.pathname.startsWith('/__temp/')) return await route.fulfill({ contentType: 'image/png', body: placeholderImage })
        const path = decodeURIComponent(url.pathname.replace(/^\/__app\//, ''))
        const bytes = o.built.asset(path)
        if (bytes)
          return await route.fulfill({ contentType: mediaType(path), body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
        return await route.fulfill({ status: 404, body: '' })
      }
      const type = request.resourceType()
      const taken = url.hostname === 'tmp' ? /^\/menshen-(harmless|improper)-/.exec(url.pathname) : null
      if (taken) return await route.fulfill({ contentType: 'image/png', body: albumPictures[taken[1] as keyof typeof albumPictures] })
      const given = request.method() === 'GET' && (type === 'image' || type === 'font') ? o.picture(url.href) : null
      if (given) return await route.fulfill({ contentType: given.type, body: given.body })
      if (type === 'image') return await route.fulfill({ contentType: 'image/png', body: placeholderImage })
      if (type !== 'font') o.recorder.host('blocked-request', type + ' ' + url.href)
      // a document that does not come leaves the page where it is
      if (type === 'document') return await route.fulfill({ status: 204 })
      await route.abort()
    } catch {
      // the page is gone
    }
  }

  #deferred: (readonly [string, unknown])[] = []
  /** An order that goes with the next one: nobody waits for its word. */
  defer(name: string, value: unknown): void {
    this.#deferred.push([name, value ?? null])
  }
  /** Gives the page an order and waits for its word; a page that does not answer in time is stopped. */
  async order<T = unknown>(name: string, value: unknown, patience = this.#options.patience): Promise<T | undefined> {
    // what came of the network in between answers a call of its own and does not wait for the driver
    const before = name === 'network' ? [] : this.#deferred.splice(0)
    if (this.#gone || !this.#port) return undefined
    const asked = this.#seat.cdp
      .send('Runtime.callFunctionOn', {
        objectId: this.#port,
        functionDeclaration: 'function(l){return this.run(l)}',
        arguments: [{ value: [...before, [name, value ?? null]] }],
        returnByValue: true,
        awaitPromise: true,
      })
      .then((r) => ({ value: r.result.value as T, failed: r.exceptionDetails }))
      .catch(() => ({ value: undefined, failed: undefined }))
    const answer = await this.#patient(asked, patience)
    if (answer === late) {
      await this.rescue()
      return undefined
    }
    return answer.value
  }
  /**
   * Waits for the page. On a busy machine a page may be slow that does not hang: what counts is how long it has said
   * nothing, and then how much it has worked since.
   */
  async #patient<T>(promise: Promise<T>, patience: number): Promise<T | typeof late> {
    this.#heard = performance.now()
    for (;;) {
      const answer = await this.within(promise, Math.max(50, this.#heard + patience - performance.now()))
      if (answer !== late) return answer
      if (this.#gone) return late
      if (performance.now() - this.#heard >= patience) break
    }
    const begun = await this.#worked()
    const end = performance.now() + starved
    while (begun !== null && !this.#gone && performance.now() < end) {
      const heard = this.#heard
      const answer = await this.within(promise, 250)
      if (answer !== late) return answer
      if (this.#heard !== heard) return this.#patient(promise, patience)
      const now = await this.#worked()
      if (now === null || now - begun > worked) break
    }
    return late
  }
  /** Milliseconds of work that the page has done, or null when nobody knows. */
  async #worked(): Promise<number | null> {
    const told = await this.within(
      this.#seat.cdp.send('Performance.getMetrics').then(
        ({ metrics }) => metrics.find((one) => one.name === 'ThreadTime')?.value ?? null,
        () => null,
      ),
      1500,
    )
    return told === late || told === null ? null : told * 1000
  }
  /** A promise with a limit of time. */
  async within<T>(promise: Promise<T>, milliseconds: number): Promise<T | typeof late> {
    let timer: NodeJS.Timeout | undefined
    const limit = new Promise<typeof late>((resolve) => {
      timer = setTimeout(() => resolve(late), milliseconds)
    })
    try {
      return await Promise.race([promise, limit])
    } finally {
      clearTimeout(timer)
    }
  }
  /** Stops what hangs: looks where it is, ends it, and starts the program anew if it does not come back. */
  async rescue(): Promise<void> {
    const { recorder } = this.#options
    if (!this.#gone) {
      const where = new Promise<Frame[]>((resolve) => {
        this.#paused = resolve
      })
      await this.within(
        this.#seat.cdp.send('Debugger.pause').catch(() => {}),
        1000,
      )
      const frames = await this.within(where, 1500)
      this.#paused = null
      recorder.host('hang', 'the page did not answer', frames === late ? [] : frames)
      // ended while it stands still, so that not one step more is taken
      void this.#seat.cdp.send('Runtime.terminateExecution').catch(() => {})
      await this.within(
        this.#seat.cdp.send('Debugger.resume').catch(() => {}),
        1000,
      )
      const alive = await this.within(
        this.#seat.cdp.send('Runtime.evaluate', { expression: '1', timeout: 800 }).then(
          () => true,
          () => false,
        ),
        1500,
      )
      if (alive === true && !this.#gone) return
    }
    await this.restart()
  }
  /** A new page with the same program and what it had stored. */
  async restart(storage: Readonly<Record<string, string>> = {}): Promise<void> {
    const { recorder } = this.#options
    if (++this.restarts > 8) {
      recorder.host('limit', 'restarts')
      this.#gone = true
      this.#port = ''
      return
    }
    await this.close()
    recorder.restart()
    recorder.host('recreated', 'the program was launched again')
    await this.open(storage)
  }
  get alive(): boolean {
    return !this.#gone && this.#port !== ''
  }
  get crashed(): boolean {
    return this.#gone
  }

  /** A finger at a point; the browser makes the click of it, as on a telephone. */
  async touch(x: number, y: number, hold = 0): Promise<void> {
    const { cdp } = this.#seat
    const down = cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    const all = (async () => {
      if (hold) await down
      else down.catch(() => {})
      if (hold && this.#options.driven) await this.order('advance', { milliseconds: hold })
      else if (hold) await new Promise((r) => setTimeout(r, hold))
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    })().catch(() => {})
    if ((await this.#patient(all, this.#options.patience)) === late) await this.rescue()
  }
  /** What the screen looks like, or null when the page does not draw. */
  async picture(): Promise<Buffer | null> {
    if (this.#gone) return null
    const shot = this.#seat.cdp
      .send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true, captureBeyondViewport: false })
      .then(
        (r) => Buffer.from(r.data, 'base64'),
        () => null,
      )
    const got = await this.within(shot, this.#options.patience)
    return got === late ? null : got
  }
  async close(): Promise<void> {
    this.#port = ''
    this.#deferred = []
    const seat = this.#seat
    if (!seat) return
    seat.owner = null
    // time stands still for a driven program, so its page can wait for the next one; what hung or broke is not used again
    if (this.#options.driven && !this.#gone && this.restarts === 0 && (await this.within(freeSeat(this.#browser, seat), 2000)) === true)
      return
    await this.within(
      seat.context.close().catch(() => {}),
      4000,
    )
  }
}
const late = Symbol('late')
/** Milliseconds of work after which a page that says nothing hangs, and of real time after which it is given up all the same. */
const worked = 1200
const starved = 30_000

const types: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  ttf: 'font/ttf',
  otf: 'font/otf',
  woff: 'font/woff',
  woff2: 'font/woff2',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
}
const mediaType = (path: string): string => types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
