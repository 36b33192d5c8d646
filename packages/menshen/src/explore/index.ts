/** The explorer: which passes are made over a program, in which order and bounds, and what came of them. */
import type { Pass, PassKind, RunEvidence } from '../evidence/run.ts'
import type { ProfileName } from '../simulator/profiles.ts'
import type { Driver } from './driver.ts'
import { changesMind, people, wander } from './people.ts'
import { posting } from './posting.ts'
import { needless, nextOf, type Standing } from './schedule.ts'
import { sweep, type Way } from './sweep.ts'
import { tapAll } from './taps.ts'
import { randomWalk } from './walk.ts'
import { type Bounds, Spent, Walker } from './walker.ts'
import type { Traits } from './ways.ts'

export type { Driver } from './driver.ts'
export { type Shapes, shapesOf, synthesisedServer } from './shapes.ts'
export type { Way } from './sweep.ts'
export { perform } from './walker.ts'
export { type Traits, traitsOf, waysOf } from './ways.ts'

export interface Plan {
  readonly kind: PassKind
  readonly profile: ProfileName
  readonly server: Pass['server']
}
export const planId = (plan: Plan): string => `${plan.kind}/${plan.profile}/${plan.server}`

export interface Servers {
  /** Answers of the program's own server were given. */
  readonly given: boolean
  /** And those of the server as it is after release. */
  readonly afterRelease: boolean
  /** The program's real server answers: nothing is published there, and no failing server is played. */
  readonly live?: boolean
  /** Answers can be made up after the way in which the code reads them. */
  readonly shapes?: boolean
}

/** The passes that a program gets, the telling ones first: when time runs out, the last are left out. */
export function planOf(traits: Traits, servers: Servers): readonly Plan[] {
  const own = servers.given ? 'responses' : 'none'
  const plan: (Plan | false)[] = [
    { kind: 'sweep', profile: 'accept-all', server: own },
    { kind: 'taps', profile: 'accept-all', server: own },
    { kind: 'sweep', profile: 'deny-all', server: own },
    // what would stay empty without answers is at least looked at
    !servers.given && servers.shapes === true && traits.network && { kind: 'sweep', profile: 'accept-all', server: 'synthesised' },
    servers.afterRelease && { kind: 'sweep', profile: 'accept-all', server: 'after-release' },
    { kind: 'people', profile: 'accept-all', server: own },
    { kind: 'people', profile: 'deny-all', server: own },
    traits.asks && { kind: 'people', profile: 'refusing', server: own },
    traits.network && { kind: 'sweep', profile: 'accept-all', server: 'empty' },
    traits.network && { kind: 'sweep', profile: 'accept-all', server: 'failing' },
    traits.network && { kind: 'sweep', profile: 'slow-4g', server: own },
    traits.asks && { kind: 'people', profile: 'fickle', server: own },
    traits.asks && { kind: 'people', profile: 'hesitant', server: own },
    traits.version && { kind: 'sweep', profile: 'trial', server: own },
    traits.system && { kind: 'sweep', profile: 'ios', server: own },
    servers.afterRelease && { kind: 'taps', profile: 'accept-all', server: 'after-release' },
    servers.live !== true && { kind: 'posting', profile: 'accept-all', server: own },
    { kind: 'walk', profile: 'accept-all', server: own },
    { kind: 'taps', profile: 'deny-all', server: own },
    traits.date && { kind: 'sweep', profile: 'later', server: own },
    traits.network && { kind: 'taps', profile: 'accept-all', server: 'failing' },
    traits.system && { kind: 'taps', profile: 'ios', server: own },
    traits.network && { kind: 'taps', profile: 'accept-all', server: 'empty' },
    traits.version && { kind: 'sweep', profile: 'develop', server: own },
    !servers.given && servers.shapes === true && traits.network && { kind: 'taps', profile: 'accept-all', server: 'synthesised' },
  ]
  return plan.filter((one): one is Plan => one !== false)
}
/** About how many moves a pass will make. */
const movesOf = (plan: Plan, pages: number): number => (plan.kind === 'sweep' ? 2 + pages * 4 : movesFor(plan, pages))
const guess = (plan: Plan, ways: readonly Way[]): number => movesOf(plan, ways.length) * (plan.kind === 'sweep' ? 0.8 : 0.5)
/** Moves that one review makes in all: what a program of thirty pages gets in full. */
const mostMoves = 7500
/** As many passes as a program of some size can be given, and those that are left out. Sizes decide, not the clock, so that every machine makes the same passes. */
export function fitting(plan: readonly Plan[], pages: number): { readonly plan: readonly Plan[]; readonly leftOut: readonly string[] } {
  let sum = 0
  const made: Plan[] = []
  const leftOut: string[] = []
  for (const one of plan) {
    const moves = movesOf(one, pages)
    if (made.length < 3 || sum + moves <= mostMoves) {
      made.push(one)
      sum += moves
    } else leftOut.push(`${planId(one)}: size`)
  }
  return { plan: made, leftOut }
}

/** Moves that a pass gets: enough for its kind, more for more pages. */
const movesFor = ({ kind, profile }: Plan, pages: number): number =>
  ({
    sweep: 20 + pages * 14,
    taps: Math.min(120 + pages * 40, 500),
    people: profile === 'accept-all' || profile === 'deny-all' ? Math.min(200 + pages * 50, 500) : Math.min(60 + pages * 16, 300),
    posting: Math.min(40 + pages * 16, 400),
    walk: Math.min(30 + pages * 20, 300),
  })[kind]

export interface Progress {
  readonly passes: number
  readonly done: number
  /** The passes that are being made now. */
  readonly now: readonly Plan[]
  /** Moves that were made and that there will be at most, which gives a guess of how long it will take. */
  readonly most: number
  /** Pages shown so far, of all there are. */
  readonly pages: number
  readonly reached: number
  readonly moves: number
}
export interface ExploreInput {
  readonly plan: readonly Plan[]
  /** Passes that a program of this size is not given. */
  readonly leftOut?: readonly string[]
  readonly ways: readonly Way[]
  readonly seed: number
  readonly now: number
  readonly servers: Servers
  /** A fresh telephone for a pass. */
  readonly open: (plan: Plan) => Promise<Driver>
  /** True when time is up. */
  readonly late: () => boolean
  /** Passes at the same time. */
  readonly parallel: number
  readonly progress?: (progress: Progress) => void
}

async function one(plan: Plan, input: ExploreInput, walker: Walker): Promise<void> {
  const { ways } = input
  switch (plan.kind) {
    case 'sweep':
      return sweep(walker, ways)
    case 'taps':
      return tapAll(
        walker,
        ways,
        plan.server === 'responses' || plan.server === 'none' ? { alike: 3, depth: 3, states: 8 } : { alike: 2, depth: 2, states: 4 },
      )
    case 'people':
      if (plan.profile === 'fickle' || plan.profile === 'hesitant') return changesMind(walker, ways)
      return plan.profile === 'accept-all' ? people(walker, ways) : wander(walker, ways)
    case 'posting':
      return posting(walker, ways)
    case 'walk':
      return randomWalk(
        walker,
        ways.map((way) => way.route),
        input.seed,
      )
  }
}

/** Makes every pass of the plan. One that goes wrong is left out and named; when none succeeds, that is an error. */
export async function explore(input: ExploreInput): Promise<RunEvidence> {
  const standings: Standing[] = input.plan.map(() => 'waiting')
  /** Who waits for some pass to end. */
  const idle: (() => void)[] = []
  const incomplete: string[] = [...(input.leftOut ?? [])]
  const reached = new Set<string>()
  let done = 0
  let moves = 0
  let failure: unknown
  const under = new Set<Plan>()
  /** What is left to do, in moves: those that are done count for what they took. */
  const most = () =>
    moves +
    input.plan.reduce((sum, plan, i) => sum + (standings[i] === 'waiting' ? guess(plan, input.ways) : 0), 0) +
    [...under].reduce((sum, plan) => sum + guess(plan, input.ways) / 2, 0)
  const tell = () =>
    input.progress?.({
      passes: input.plan.length,
      done,
      now: [...under],
      most: Math.round(most()),
      pages: input.ways.length,
      reached: reached.size,
      moves,
    })
  const work = async (): Promise<void> => {
    for (;;) {
      const index = nextOf(input.plan, standings)
      if (index === null) return
      if (index === 'later') {
        await new Promise<void>((resolve) => void idle.push(resolve))
        continue
      }
      const plan = input.plan[index]!
      const id = planId(plan)
      if (input.late() || needless(input.plan, standings, plan)) {
        if (input.late()) incomplete.push(`${id}: time`)
        else done++
        standings[index] = null
        continue
      }
      standings[index] = 'under way'
      let pass: Pass | null = null
      let driver: Driver | null = null
      under.add(plan)
      tell()
      try {
        driver = await input.open(plan)
        const bounds: Bounds = {
          moves: movesFor(plan, input.ways.length),
          late: input.late,
          patience: plan.profile === 'slow-4g' ? 7000 : 1500,
        }
        const walker = new Walker(driver, bounds, (screen) => {
          moves++
          if (screen?.state.route) reached.add(screen.state.route)
          if (moves % 10 === 0) tell()
        })
        try {
          await one(plan, input, walker)
        } catch (error) {
          if (!(error instanceof Spent)) throw error
          if (error.message === 'time') incomplete.push(`${id}: time`)
        }
        pass = await walker.pass(id, plan.kind)
      } catch (error) {
        failure ??= error
        incomplete.push(`${id}: ${error instanceof Error ? error.message.split('\n')[0]!.slice(0, 200) : String(error).slice(0, 200)}`)
      } finally {
        await driver?.close()
        under.delete(plan)
        standings[index] = pass
        for (const wake of idle.splice(0)) wake()
      }
      done++
      tell()
    }
  }
  await Promise.all(Array.from({ length: input.parallel }, work))
  const made = standings.filter((one): one is Pass => one !== null && typeof one === 'object')
  if (made.length === 0) throw failure ?? new Error('there was no time for any pass')
  return {
    format: 'menshen-run/1',
    seed: input.seed,
    now: input.now,
    passes: made,
    reached: [...reached].sort(),
    incomplete,
    answersGiven: input.servers.given,
    isolation: made[0]?.isolation ?? null,
  }
}
