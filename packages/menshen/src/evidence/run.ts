/**
 * What was seen when the program was really run: passes over it, each with its moves, what each move led to, and what
 * stood on the screen before and after. Plain data; a saved run is judged again without a browser.
 */
import type { Isolation, Missed, RunRecord, RunValue, Screen, Step } from '../simulator/types.ts'

export type * from '../simulator/types.ts'

/**
 * What whoever drove had in mind.
 * sweep: every page by itself as a new user, then left alone for some seconds · taps: everything that can be tapped ·
 * people: repeated taps, there and back, wizards, forms, shares, log-outs · posting: texts published, harmless and improper ·
 * walk: seeded chance.
 */
export type PassKind = 'sweep' | 'taps' | 'people' | 'posting' | 'walk'

/** One move and what came of it. */
export interface Move {
  readonly step: Step
  /** The records it led to: pass.records from `from` up to, not including, `to`. */
  readonly from: number
  readonly to: number
  /** Ids of the screens before and after; null when there was none (the first launch, a hang). */
  readonly before: number | null
  readonly after: number | null
  /** Milliseconds on the program's clock when it was made, and when its outcome was looked at. */
  readonly at: number
  readonly until: number
  /** False when it could not be made, for its target was gone. */
  readonly done: boolean
  /** Why it could not be made, when that is known: 'outside' and 'covered' are elements that are there but out of a finger's reach. */
  readonly missed?: Missed
  /** Why it was made: 'open', 'idle', 'tap', 'again', 'back-and-forth', 'wizard', 'form', 'share', 'refuse', 'log-out', 'post', 'close', 'walk' … */
  readonly purpose: string
}

export interface Pass extends RunValue {
  /** Unique in the run: 'sweep/accept-all/responses'. */
  readonly id: string
  readonly kind: PassKind
  /** In order; each starts where the one before ended, but for 'launch' and 'open', which begin anew. */
  readonly moves: readonly Move[]
}

export interface RunEvidence {
  readonly format: 'menshen-run/1'
  readonly seed: number
  /** The clock at each launch, milliseconds since 1970. */
  readonly now: number
  readonly passes: readonly Pass[]
  /** Routes that were shown at least once. */
  readonly reached: readonly string[]
  /** Why the run did not see all it set out to see. */
  readonly incomplete: readonly string[]
  /** True when answers of the program's own server were given. */
  readonly answersGiven: boolean
  readonly isolation: Isolation | null
}

/** The records that a move led to. */
export const recordsOf = (pass: Pass, move: Move): readonly RunRecord[] => pass.records.slice(move.from, move.to)
/** A screen by its id. */
export const screenOf = (pass: Pass, id: number | null): Screen | null => (id === null ? null : (pass.screens[id - 1] ?? null))
