/**
 * Who reads texts for whoever asks. Looking for words is the same work whoever does it, so it may be done elsewhere, in a thread
 * that has the tables at hand: what comes back is what would have been found here. Where nobody was named, or who was named
 * does not answer, texts are read in place.
 */
import type { Platform, ProgramModel } from '../../program/types.ts'
import type { FormFound } from '../category/forms.ts'
import type { Copy, Spoken } from '../copy.ts'
import type { FindOptions, TermMatch } from '../text/matcher.ts'

export interface FormsFound {
  readonly found: readonly (readonly FormFound[])[]
  readonly left: number
}
/** Undefined always means: find out for yourself. */
export interface CopyReader {
  /** Begins to look for the listed words of all copies of a program; what is given back waits for the answer. */
  terms(copies: readonly Copy[], program: ProgramModel): (() => readonly Spoken[] | undefined) | undefined
  /** What `findTerms` finds with the lexicons that ship. */
  words(text: string, options: FindOptions): readonly TermMatch[] | undefined
  /** The offers' words in each of the texts; texts without any are missing. */
  offers(texts: readonly string[], platform: Platform): ReadonlyMap<string, readonly TermMatch[]> | undefined
  /** The forms of a program's units (see `unitSources`), in their order, and how much a reader may still read after them. */
  forms(program: object): FormsFound | undefined
}

let current: CopyReader | undefined
/** Who reads at the moment, when that is somebody else. */
export const elsewhere = (): CopyReader | undefined => current

/** Does a piece of work, which must be done when it returns, with somebody else to read for it. */
export const readBy = <T>(reader: CopyReader | undefined, work: () => T): T => {
  const before = current
  current = reader
  try {
    return work()
  } finally {
    current = before
  }
}
