/** One pair of hands on one telephone: makes moves, looks at what came of each, and keeps both in order and in bounds. */
import type { Move, Pass, PassKind, Screen, Step, Tappable } from '../evidence/run.ts'
import type { Driver, Rest } from './driver.ts'

/** The bounds of a pass were reached: whoever explores stops where it is. */
export class Spent extends Error {}

export interface Bounds {
  readonly moves: number
  /** True when there is no time left. */
  readonly late: () => boolean
  /** Milliseconds of the program's time that a screen gets to come to rest. */
  readonly patience: number
}

/** Does one step with a driver; a target that is known saves looking for it. */
export async function perform(driver: Driver, step: Step, target?: Tappable | null): Promise<boolean> {
  const aim = async (selector: string) => target ?? (await driver.find(selector))
  switch (step.do) {
    case 'launch':
      await driver.launch()
      return true
    case 'open':
      await driver.open(step.route, step.query)
      return true
    case 'tap':
    case 'longpress': {
      const at = await aim(step.selector)
      return at !== null && (await (step.do === 'tap' ? driver.tap(at) : driver.longpress(at)))
    }
    case 'input': {
      const at = await aim(step.selector)
      return at !== null && (await driver.input(at, step.value))
    }
    case 'scroll':
      return driver.scroll(step.to)
    case 'back':
      return driver.back()
    case 'pull-down':
      return driver.pullDown()
    case 'hide':
      await driver.hide()
      return true
    case 'show':
      await driver.show()
      return true
    case 'share':
      await driver.share(step.from)
      return true
    case 'wait':
      await driver.wait(step.milliseconds)
      return true
    case 'answer':
      return driver.answer(step.button)
  }
}

/** A screen as far as it matters for having been there before. */
export const stateKey = (screen: Screen | null): string =>
  screen === null ? '' : `${screen.state.route}|${screen.state.shape}|${screen.state.cover ? 'covered' : ''}`
/** An element as one of its kind: the third row of a list is like the second. */
export const kindOf = (target: Tappable): string =>
  `${target.selector.replace(/\[\d+\]/g, '')}|${target.handler ?? ''}|${target.openType ?? ''}`

/** Questions that the platform puts, not the program. */
const PLATFORM: ReadonlySet<string> = new Set(['permission', 'profile', 'payment'])
const LOADING = /^(?:正在|努力)?(?:加载|载入|提交|处理|查询|生成|保存|上传|登录|支付)中|^正在|请稍[候等]|^loading\b/i
const signs = (screen: Screen | null): readonly string[] =>
  screen?.state.text.filter(({ text }) => text.length <= 20 && LOADING.test(text.trim())).map(({ text }) => text) ?? []
/** True when something loads that did not before. */
const busy = (screen: Screen | null, before: Screen | null): boolean => {
  if (!screen) return false
  if (screen.state.loading) return true
  const known = signs(before)
  return signs(screen).some((text) => !known.includes(text))
}

export class Walker {
  readonly driver: Driver
  readonly #bounds: Bounds
  readonly #moves: Move[] = []
  /** What was read on the pictures of each state. */
  readonly #pictured = new Map<string, Set<string>>()
  /** What stands on the screen now. */
  screen: Screen | null = null

  readonly #told: (screen: Screen | null) => void

  constructor(driver: Driver, bounds: Bounds, told: (screen: Screen | null) => void = () => {}) {
    this.driver = driver
    this.#bounds = bounds
    this.#told = told
  }

  get count(): number {
    return this.#moves.length
  }
  get last(): Move | undefined {
    return this.#moves.at(-1)
  }
  get left(): number {
    return this.#bounds.moves - this.#moves.length
  }

  /** Makes one move, lets the screen come to rest, looks. Gives back whether it could be made. */
  async make(step: Step, purpose: string, target?: Tappable | null): Promise<boolean> {
    if (this.#moves.length >= this.#bounds.moves) throw new Spent('moves')
    if (this.#bounds.late()) throw new Spent('time')
    const { driver } = this
    const from = driver.recordCount
    const before = this.screen
    const done = step.do === 'wait' || (await perform(driver, step, target))
    // a program can wait for the user's patience to end, but only for so long
    const screen = done
      ? await this.#look(step.do === 'wait' ? { wait: step.milliseconds } : { quiet: 120, limit: this.#bounds.patience })
      : before
    this.#moves.push({
      step,
      from,
      to: driver.recordCount,
      before: before?.id ?? null,
      after: screen?.id ?? null,
      at: before?.at ?? 0,
      until: screen?.at ?? before?.at ?? 0,
      done,
      ...(!done && (step.do === 'tap' || step.do === 'longpress') ? { missed: driver.missed ?? 'gone' } : {}),
      purpose,
    })
    this.screen = screen
    this.#told(screen)
    return done
  }
  /** A picture of each state, and one more when other words stand in it. */
  #look(rest: Rest): Promise<Screen | null> {
    return this.driver.look((state) => {
      const key = `${state.route}|${state.shape}|${state.cover ? 'covered' : ''}|${state.prompts.map((prompt) => prompt.title).join()}|${state.blank}`
      const words = state.text.map((one) => one.text).join('|')
      const read = this.#pictured.get(key)
      if (!read) this.#pictured.set(key, new Set([words]))
      else if (read.has(words) || read.size > 1) return false
      else read.add(words)
      return true
    }, rest)
  }

  /** Opens a page by itself. */
  open(route: string, query = '', purpose = 'open'): Promise<boolean> {
    return this.make({ do: 'open', route, query }, purpose)
  }
  /**
   * Opens a page by itself for somebody who wants to be there. A page that was there before and now makes way for the one
   * that had been open is held up by something that the program remembers: it is launched anew.
   */
  async arrive(route: string, query = '', purpose = 'open'): Promise<boolean> {
    const from = this.screen?.state.route
    const done = await this.open(route, query, purpose)
    const at = this.screen?.state.route
    if (!done || at === undefined || at === route) {
      if (at) this.#stood.add(at)
      return done
    }
    if (at !== from || !this.#stood.has(route) || this.#relaunches >= 3) return done
    this.#relaunches++
    await this.make({ do: 'launch' }, 'relaunch')
    return this.open(route, query, purpose)
  }
  /** Pages that have stood on the screen after they were opened by themselves. */
  readonly #stood = new Set<string>()
  #relaunches = 0
  /** Taps something, and waits until the questions that follow have been answered by the profile. */
  async tap(target: Tappable, purpose = 'tap'): Promise<boolean> {
    this.#before = this.screen
    this.asked = false
    const done = await this.make({ do: 'tap', selector: target.selector, text: target.text }, purpose, target)
    if (done) await this.answered()
    return done
  }
  /** True when the last tap brought up a question of the platform's. */
  asked = false
  #before: Screen | null = null
  /** Pages whose loading signs have not gone though they were given time. */
  readonly #endless = new Set<string>()
  /** Waits after a tap, and longer while a sign that came with it says that something is being done. */
  async after(milliseconds: number, purpose = 'after-tap'): Promise<void> {
    await this.wait(milliseconds, purpose)
    const route = this.screen?.state.route ?? ''
    for (let i = 0; i < 3 && !this.#endless.has(route) && busy(this.screen, this.#before); i++) {
      await this.wait(2500, purpose)
      if (i === 2 && busy(this.screen, this.#before)) this.#endless.add(route)
    }
  }
  /** Waits for open questions to be answered, as a person takes a moment for each. */
  async answered(): Promise<void> {
    for (let i = 0; i < 4 && (this.screen?.state.prompts.length ?? 0) > 0; i++) {
      this.asked ||= this.screen?.state.prompts.some((prompt) => PLATFORM.has(prompt.sort)) ?? false
      const before = JSON.stringify(this.screen?.state.prompts.map((prompt) => prompt.prompt))
      await this.wait(500, 'answer')
      if (JSON.stringify(this.screen?.state.prompts.map((prompt) => prompt.prompt)) === before) return
    }
  }
  async wait(milliseconds: number, purpose = 'idle'): Promise<void> {
    await this.make({ do: 'wait', milliseconds }, purpose)
  }
  /** Plays steps again that led somewhere. */
  async retrace(steps: readonly Step[]): Promise<boolean> {
    for (const step of steps) {
      if (!(await (step.do === 'open' ? this.arrive(step.route, step.query, 'return') : this.make(step, 'return')))) return false
      if (step.do === 'tap') await this.answered()
    }
    return true
  }
  /** What can be tapped on the screen now. */
  tappables(): readonly Tappable[] {
    return this.screen?.tappables ?? []
  }

  async pass(id: string, kind: PassKind): Promise<Pass> {
    return { ...(await this.driver.run()), id, kind, moves: this.#moves }
  }
}
