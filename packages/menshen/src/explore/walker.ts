/** One pair of hands on one telephone: makes moves, looks at what came of each, and keeps both in order and in bounds. */
import type { Move, Pass, PassKind, Screen, Step, Tappable } from '../evidence/run.ts'
import type { Driver } from './driver.ts'

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
    const done = await perform(driver, step, target)
    // a program can wait for the user's patience to end, but only for so long
    if (done && step.do !== 'wait') await driver.settle(120, this.#bounds.patience)
    const screen = done ? await this.#look() : before
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
  #look(): Promise<Screen | null> {
    return this.driver.look((state) => {
      const key = `${state.route}|${state.shape}|${state.cover ? 'covered' : ''}|${state.prompts.map((prompt) => prompt.title).join()}|${state.blank}`
      const words = state.text.map((one) => one.text).join('|')
      const read = this.#pictured.get(key)
      if (!read) this.#pictured.set(key, new Set([words]))
      else if (read.has(words) || read.size > 1) return false
      else read.add(words)
      return true
    })
  }

  /** Opens a page by itself. */
  open(route: string, query = '', purpose = 'open'): Promise<boolean> {
    return this.make({ do: 'open', route, query }, purpose)
  }
  /** Taps something, and waits until the questions that follow have been answered by the profile. */
  async tap(target: Tappable, purpose = 'tap'): Promise<boolean> {
    const done = await this.make({ do: 'tap', selector: target.selector, text: target.text }, purpose, target)
    if (done) await this.answered()
    return done
  }
  /** Waits for open questions to be answered, as a person takes a moment for each. */
  async answered(): Promise<void> {
    for (let i = 0; i < 4 && (this.screen?.state.prompts.length ?? 0) > 0; i++) {
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
      if (!(await this.make(step, 'return'))) return false
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
