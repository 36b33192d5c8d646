/**
 * All that is said, as one text with a line for each: most rules look for wordings that a program does not use at all, and
 * one look at the whole says so. Only for expressions without anchors and look-arounds: what these do not find in the
 * whole, they find in no line of it.
 */
import type { CopyEvidence } from '../evidence/copy.ts'
import type { Interpretation } from '../program/interpret/types.ts'
import { saidIn } from './said.ts'

const copyTexts = new WeakMap<CopyEvidence, string>()
/** Every text of the copy. */
export const wholeCopy = (copy: CopyEvidence): string => {
  let whole = copyTexts.get(copy)
  if (whole === undefined) copyTexts.set(copy, (whole = copy.copies.map(({ text }) => text).join('\n')))
  return whole
}
const saidTexts = new WeakMap<Interpretation, string>()
/** Every text that `saidIn` gives. */
export const allSaid = (interpretation: Interpretation): string => {
  let whole = saidTexts.get(interpretation)
  if (whole === undefined)
    saidTexts.set(
      interpretation,
      (whole = saidIn(interpretation)
        .map(({ text }) => text)
        .join('\n')),
    )
  return whole
}
