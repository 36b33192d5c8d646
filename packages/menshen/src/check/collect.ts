/** Collects each kind of evidence that the chosen rules need, once, before any of them runs. */

import type { AideEvidence } from '../evidence/aide/index.ts'
import type { Envelope } from '../evidence/envelope.ts'
import type { Listing } from '../evidence/listing.ts'
import { withPictureCopy } from '../evidence/picture-copy.ts'
import type { PictureEvidence } from '../evidence/pictures/types.ts'
import type { RunEvidence } from '../evidence/run.ts'
import { withRunCopy } from '../evidence/run-copy.ts'
import type { ProgramModel } from '../program/types.ts'
import type { EvidenceMap, Need } from '../rules/kit.ts'
import type { Timing } from './check.ts'
import type { Have } from './judge.ts'

/** How the kinds come about that follow from the program alone. */
export interface Collectors {
  interpretation(program: ProgramModel): EvidenceMap['interpretation']
  copy(program: ProgramModel, interpretation: EvidenceMap['interpretation']): EvidenceMap['copy']
}

export interface CollectInput {
  readonly program: ProgramModel
  readonly listing?: Listing | undefined
  /** What running it showed, or why it was not run; the host runs it. */
  readonly run?: Envelope<RunEvidence> | undefined
  /** What a language model pointed at, when somebody asked for it. */
  readonly aide?: Envelope<AideEvidence> | undefined
  /** What was seen in the pictures, or why nobody looked; the host looks. */
  readonly pictures?: Envelope<PictureEvidence> | undefined
  readonly collectors: Collectors
  /** ISO 8601. */
  readonly at: string
  readonly version: string
  readonly clock?: (() => number) | undefined
}

/** A collector that throws does not end the run: its evidence has failed, and whoever needs it says so. */
export const collect = (wanted: ReadonlySet<Need>, input: CollectInput, timings: Timing[]): Have => {
  const { program, listing, collectors, clock } = input
  const gather = <T>(collector: string, make: () => T): Envelope<T> => {
    const by = { collector: `${collector}@${input.version}`, at: input.at }
    const started = clock?.() ?? 0
    try {
      return { status: 'collected', by, value: make() }
    } catch (error) {
      const reason = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error).slice(0, 300)
      return { status: 'failed', by, reason }
    } finally {
      if (clock) timings.push({ kind: 'evidence', name: collector, ms: clock() - started })
    }
  }
  const have: { -readonly [K in keyof Have]: Have[K] } = {}
  have.program = gather('program', () => program)
  if (wanted.has('interpretation') || wanted.has('copy'))
    have.interpretation = gather('interpretation', () => collectors.interpretation(program))
  if (wanted.has('copy')) {
    const interpretation = have.interpretation
    have.copy =
      interpretation?.status === 'collected'
        ? gather('copy', () => {
            const copy = collectors.copy(program, interpretation.value)
            const seen = input.run?.status === 'collected' ? withRunCopy(program, interpretation.value, copy, input.run.value) : copy
            return input.pictures?.status === 'collected' ? withPictureCopy(program, seen, input.pictures.value) : seen
          })
        : { status: 'failed', by: { collector: 'copy', at: input.at }, reason: 'the interpretation failed' }
  }
  const by = { collector: `listing@${input.version}`, at: input.at }
  have.listing = listing
    ? { status: 'collected', by, value: { ...listing, asOf: input.at.slice(0, 10) } }
    : { status: 'absent', by, reason: 'no-listing' }
  have.run = input.run ?? { status: 'absent', by: { collector: `run@${input.version}`, at: input.at }, reason: 'not-run' }
  have.pictures = input.pictures ?? { status: 'absent', by: { collector: `pictures@${input.version}`, at: input.at }, reason: 'no-images' }
  if (input.aide) have.aide = input.aide
  return have
}
