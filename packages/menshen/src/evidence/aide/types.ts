/** What a language model was asked and what of its answers holds. It is an aide: it points, people decide. */
import type { Span } from '../../program/types.ts'

/** A text or a picture that is shown to the model, as data. */
export interface Passage {
  readonly id: string
  readonly kind: 'text' | 'picture'
  /** The text; of a picture its path, which is all that can be quoted of it. */
  readonly text: string
  readonly at: Span | { readonly listing: string }
  /** Pages that show it. */
  readonly units: readonly string[]
}
export interface AskedClause {
  readonly id: string
  /** Our own summary of what it demands. */
  readonly gist: string
}
/** One request: a few passages, and the clauses that the answer may name. */
export interface Question {
  readonly passages: readonly Passage[]
  readonly clauses: readonly AskedClause[]
}

/** A remark that was bound to a clause and to words that stand in the program. */
export interface Remark {
  readonly clause: string
  readonly passage: Passage
  /** Verbatim in the passage. */
  readonly quote: string
  /** The model's reason in its own words, cleaned; shown as its words, never as ours. */
  readonly why: string
}
export type RefusedWhy = 'not-json' | 'shape' | 'clause-not-asked' | 'passage-unknown' | 'quote-not-found' | 'too-many' | 'repeated'

export interface AideEvidence {
  readonly model: string
  readonly remarks: readonly Remark[]
  /** Answers, or parts of them, that did not hold, by the reason. */
  readonly refused: Readonly<Partial<Record<RefusedWhy, number>>>
  /** Texts in the program that speak to a machine that reviews it. */
  readonly addressed: readonly Passage[]
  readonly count: {
    /** Sent in this run. */
    readonly requests: number
    /** Answered from earlier runs. */
    readonly cached: number
    /** Not sent for want of budget or time, or after a failure. */
    readonly unasked: number
    readonly tokens: number
    /** In the currency of the prices given; absent without prices. */
    readonly cost?: number
  }
  /** Why questions were left unasked; absent when all were answered. */
  readonly failure?: AideFailure
}
export type AideFailure =
  | { readonly why: 'requests' | 'tokens' | 'cost' | 'time' }
  | { readonly why: 'status'; readonly status: number }
  | { readonly why: 'unreachable' | 'too-large' | 'not-an-answer' }
