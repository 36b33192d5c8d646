/** A program on a telephone that is not there: launched, opened, tapped, looked at; everything it does is on record. */
import { createHash } from 'node:crypto'
import type { Rest } from '../../explore/driver.ts'
import { profiles } from '../../simulator/profiles.ts'
import { type Answered, type Asked, noServer, type Responder } from '../../simulator/responses.ts'
import type { Built, Isolation, Missed, PageState, Profile, RunRecord, RunValue, Screen, Step, Tappable } from '../../simulator/types.ts'
import { type OpenBrowser, startBrowser } from './chromium.ts'
import { Recorder } from './recorder.ts'
import { Stage } from './stage.ts'

export interface SimulatorOptions {
  readonly profile?: Profile
  readonly responses?: Responder
  readonly seed?: number
  /** The program's time stands still but while the simulator settles or waits: seconds pass at once, and a run can be repeated exactly. */
  readonly driven?: boolean
  /** The clock at launch, milliseconds since 1970. */
  readonly now?: number
  /** A browser that others use too; else one is started and closed with the simulator. */
  readonly browser?: OpenBrowser
  readonly scene?: number
  readonly path?: string
  readonly query?: Readonly<Record<string, string>>
  readonly storage?: Readonly<Record<string, string>>
  readonly width?: number
  readonly height?: number
  readonly scale?: number
  readonly patience?: number
  /** Whoever drives looks after each move, and has the screen come to rest before: then no move waits for that by itself. */
  readonly looked?: boolean
  /** Hashes of pictures by what was on them, shared by passes over the same program. */
  readonly taken?: Map<string, string>
  /** Where pictures go, by their hash. */
  readonly keep?: (sha256: string, png: Buffer) => void
}

export interface Simulator {
  readonly isolation: Isolation
  /** Launches the program on its home page, or wherever the options say. */
  launch(): Promise<void>
  /** Opens a page by itself, as from a shared card: everything else on the stack is closed. */
  open(route: string, query?: string): Promise<void>
  /** Goes on to a page, as a program's own navigation would. */
  navigate(route: string, query?: string): Promise<void>
  tappables(limit?: number): Promise<readonly Tappable[]>
  /** What stands at a selector of an earlier run, for playing its steps again. */
  find(selector: string): Promise<Tappable | null>
  tap(target: Tappable | number): Promise<boolean>
  longpress(target: Tappable | number): Promise<boolean>
  /** Why the last tap or press could not be made. */
  readonly missed: Missed | null
  input(target: Tappable, value: string): Promise<boolean>
  /** Presses a button of the topmost prompt, by its text or id. */
  answer(button: string): Promise<boolean>
  back(): Promise<boolean>
  scroll(to: 'bottom' | 'top' | number): Promise<boolean>
  pullDown(): Promise<boolean>
  share(from?: 'menu' | 'timeline'): Promise<void>
  hide(): Promise<void>
  show(): Promise<void>
  /** Waits untouched. */
  wait(milliseconds: number): Promise<void>
  /** Waits until the screen is quiet; false when it never was. */
  settle(quiet?: number, limit?: number): Promise<boolean>
  state(text?: boolean): Promise<PageState | null>
  /** The state with what can be tapped, kept among the screens; with a picture when one is wanted. Waits before, when it is told to. */
  look(picture?: (state: PageState) => boolean, rest?: Rest): Promise<Screen | null>
  /** A picture and the state that goes with it, kept among the screens. */
  screenshot(): Promise<Screen | null>
  records(from?: number): readonly RunRecord[]
  readonly recordCount: number
  storage(): Promise<Readonly<Record<string, string>>>
  readonly alive: boolean
  /** The whole pass as it stands. */
  run(): Promise<RunValue>
  close(): Promise<void>
}

/** No network. */
const nobody: Answered = { status: 0, headers: {}, body: '', source: 'denied', fail: 'network is not available' }
const screenLimit = 3000
const pictureLimit = 400

/** All of a state by which its picture is known again; what is drawn by hand could look otherwise, and is told apart by its page's view and time. */
const likenessOf = (state: PageState): string => {
  const { route, title, text, prompts, scroll, shape, looks, embeds, pictures, floats, fields, loading } = state
  const drawn = embeds.some((one) => DRAWN.test(one.tag)) ? [state.view, state.milliseconds] : null
  return createHash('sha1')
    .update(JSON.stringify([route, title, text, prompts, scroll, shape, looks, embeds, pictures, floats, fields, loading, drawn]))
    .digest('base64')
}
const DRAWN = /canvas|map|video|camera|player|web-view/

/** Opens a simulator over a built program. */
export async function openSimulator(built: Built, options: SimulatorOptions = {}): Promise<Simulator> {
  const profile = options.profile ?? profiles['accept-all']
  const responder = options.responses ?? noServer
  const own = options.browser ? null : await startBrowser()
  const host = options.browser ?? (own as OpenBrowser)
  const recorder = new Recorder()
  const steps: Step[] = []
  const screens: Screen[] = []
  const incomplete: string[] = []
  const seed = options.seed ?? 1
  const driven = options.driven ?? false
  let lastStep: Step | null = null
  let lastScreen: number | null = null
  let pictures = 0
  const taken = options.taken ?? new Map<string, string>()
  /** What the page said at the last look: when nothing has stirred since, that still holds. */
  let last: { readonly state: PageState; readonly tappables: readonly Tappable[]; readonly image: string | null } | null = null
  let launched = false
  let missed: Missed | null = null
  let stored: Readonly<Record<string, string>> = options.storage ?? {}

  const stage = new Stage(host.browser, {
    built,
    profile,
    seed,
    driven,
    now: options.now ?? Date.now(),
    scene: options.scene ?? 1001,
    ...(options.path === undefined ? {} : { path: options.path }),
    ...(options.query === undefined ? {} : { query: options.query }),
    storage: stored,
    width: options.width ?? 375,
    height: options.height ?? 667,
    scale: options.scale ?? 2,
    patience: options.patience ?? 3000,
    picture: (url) => {
      const a = responder.answer({ method: 'GET', url })
      const type = a.headers['content-type'] ?? ''
      return (a.source === 'responses' || a.source === 'live') && /^(image|font)\//.test(type) && a.body
        ? { body: Buffer.from(a.body, 'base64'), type }
        : null
    },
    asked: (q) => {
      const started = Date.now()
      const send = (a: Answered) =>
        void stage.order('network', { id: q.id, answer: { ...a, milliseconds: profile.latency || (driven ? 5 : Date.now() - started) } })
      if (profile.networkType === 'none') {
        void stage.order('network', { id: q.id, answer: { ...nobody, milliseconds: 0 } })
        return
      }
      const asked: Asked = {
        method: String(q.method),
        url: String(q.url),
        body: typeof q.body === 'string' ? q.body : null,
        ...(q.header && typeof q.header === 'object' ? { headers: q.header as Record<string, string> } : {}),
        ...(Array.isArray(q.stack) ? { stack: q.stack as Asked['stack'] } : {}),
      }
      if (responder.fetch)
        void responder.fetch(asked).then(send, (error) => send({ ...nobody, fail: String((error as Error).message).slice(0, 200) }))
      else if (driven) send(responder.answer(asked))
      else {
        const answer = responder.answer(asked)
        setTimeout(() => send(answer), profile.latency || 5)
      }
    },
    recorder,
  })

  const did = (step: Step): void => {
    lastStep = step
    if (steps.length < 5000) steps.push(step)
  }
  /** After a crash the program is launched again before anything else is tried. */
  const ready = async (): Promise<boolean> => {
    if (stage.crashed) await stage.restart(stored)
    return stage.alive
  }
  /** An order whose outcome shows at the next look. */
  const tell = async (name: string, value: unknown): Promise<void> => {
    if (driven && options.looked) stage.defer(name, value)
    else {
      await stage.order(name, value)
      if (name === 'open' || name === 'navigate') await settle()
    }
  }
  const settle = async (quiet = 120, limit = 1500): Promise<boolean> =>
    (await stage.order<boolean>('settle', { quiet, limit }, driven ? undefined : limit + 4000)) === true
  const press = async (target: Tappable | number, kind: 'tap' | 'longpress'): Promise<boolean> => {
    if (!(await ready())) return false
    const handle = typeof target === 'number' ? target : target.handle
    const point = await stage.order<{ x: number; y: number } | { missed: Missed }>('point', { handle })
    missed = point === undefined ? 'gone' : 'missed' in point ? point.missed : null
    if (!point || 'missed' in point) return false
    did({
      do: kind,
      selector: typeof target === 'number' ? '#' + target : target.selector,
      text: typeof target === 'number' ? '' : target.text,
    })
    await stage.touch(point.x, point.y, kind === 'longpress' ? 420 : 0)
    return true
  }

  const simulator: Simulator = {
    isolation: host.isolation,
    async launch() {
      did({ do: 'launch', ...(options.path === undefined ? {} : { path: options.path }), scene: options.scene ?? 1001 })
      if (launched) {
        // a new user: nothing of the last one is left
        await stage.close()
        recorder.restart()
        stored = options.storage ?? {}
      }
      launched = true
      last = null
      await stage.open(stored)
      if (!options.looked) await settle()
    },
    async open(route, query = '') {
      if (!(await ready())) return
      did({ do: 'open', route, query })
      await tell('open', { url: route + (query ? '?' + query : '') })
    },
    async navigate(route, query = '') {
      if (!(await ready())) return
      did({ do: 'open', route, query })
      await tell('navigate', { url: route + (query ? '?' + query : '') })
    },
    tappables: async (limit = 300) => ((await ready()) ? ((await stage.order<Tappable[]>('tappables', { limit })) ?? []) : []),
    find: async (selector) => (await simulator.tappables(600)).find((t) => t.selector === selector) ?? null,
    tap: (target) => press(target, 'tap'),
    get missed() {
      return missed
    },
    longpress: (target) => press(target, 'longpress'),
    async input(target, value) {
      if (!(await ready())) return false
      did({ do: 'input', selector: target.selector, value })
      return (await stage.order<boolean>('type', { handle: target.handle, selector: target.selector, value })) === true
    },
    async answer(button) {
      if (!(await ready())) return false
      did({ do: 'answer', button })
      return (await stage.order<boolean>('answer', { button })) === true
    },
    async back() {
      if (!(await ready())) return false
      did({ do: 'back' })
      return (await stage.order<boolean>('back', null)) === true
    },
    async scroll(to) {
      if (!(await ready())) return false
      did({ do: 'scroll', to })
      return (await stage.order<boolean>('scroll', { to })) === true
    },
    async pullDown() {
      if (!(await ready())) return false
      did({ do: 'pull-down' })
      return (await stage.order<boolean>('pull', null)) === true
    },
    async share(from = 'menu') {
      if (!(await ready())) return
      did({ do: 'share', from })
      await tell('share', { from })
    },
    async hide() {
      did({ do: 'hide' })
      await tell('hide', null)
    },
    async show() {
      did({ do: 'show' })
      await tell('show', null)
    },
    async wait(milliseconds) {
      if (!(await ready())) return
      did({ do: 'wait', milliseconds })
      if (driven) {
        await stage.order('advance', { milliseconds })
        return
      }
      await new Promise((r) => setTimeout(r, milliseconds))
      if (stage.alive) await stage.order('ping', null)
    },
    settle,
    state: async (text = true) => ((await ready()) ? ((await stage.order<PageState>('state', { text })) ?? null) : null),
    screenshot: () => simulator.look(() => true),
    async look(picture, rest) {
      if (!(await ready())) return null
      if (rest && 'wait' in rest) {
        if (driven) {
          did({ do: 'wait', milliseconds: rest.wait })
          stage.defer('advance', { milliseconds: rest.wait })
        } else await simulator.wait(rest.wait)
      } else if (rest) {
        if (driven) stage.defer('settle', rest)
        else await settle(rest.quiet, rest.limit)
      }
      type Told = { state: PageState; tappables: Tappable[]; at: number } | { same: true; at: number }
      let told = await stage.order<Told>('look', { known: last !== null })
      if (!told) {
        // it hung on the way, and was stopped or launched anew
        last = null
        if (!stage.alive || !rest) return null
        if (driven) stage.defer('settle', { quiet: 120, limit: 1500 })
        told = await stage.order<Told>('look', null)
        if (!told) return null
      }
      const seen = 'same' in told && last ? { ...last, at: told.at } : told
      if (!('state' in seen)) return null
      let image: string | null = null
      if ('same' in told && last?.image) image = last.image
      else {
        // what looks the same in every word and place has the picture that was taken then
        const likeness = likenessOf(seen.state)
        image = taken.get(likeness) ?? null
        if (picture?.(seen.state) && image === null && pictures < pictureLimit) {
          pictures++
          const png = await stage.picture()
          if (png) {
            image = createHash('sha256').update(png).digest('hex')
            options.keep?.(image, png)
            taken.set(likeness, image)
          }
        }
      }
      last = { state: seen.state, tappables: seen.tappables, image }
      if (screens.length >= screenLimit) {
        if (incomplete.length === 0) incomplete.push('screens')
        return null
      }
      const { state, tappables, at } = seen
      const screen: Screen = { id: screens.length + 1, at, image, state, tappables, step: lastStep, from: lastScreen }
      screens.push(screen)
      lastScreen = screen.id
      return screen
    },
    records: (from = 0) => recorder.records(from),
    get recordCount() {
      return recorder.count
    },
    async storage() {
      stored = (await stage.order<Record<string, string>>('storage', null)) ?? stored
      return stored
    },
    get alive() {
      return stage.alive
    },
    async run() {
      const storage = stage.alive ? await simulator.storage() : stored
      return {
        profile: profile.id,
        server: responder.kind,
        seed,
        records: recorder.records(),
        screens,
        steps,
        storage,
        isolation: host.isolation,
        incomplete,
      }
    },
    async close() {
      await stage.close()
      await own?.close()
    },
  }
  return simulator
}
