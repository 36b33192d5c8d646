/** Listed wordings in what users can read, with the exact place of each. */
import type { Copy, CopyEvidence } from '../evidence/copy.ts'
import type { TermMatch } from '../evidence/text/index.ts'
import type { ProgramModel, Span } from '../program/types.ts'

export interface Wording {
  readonly copy: Copy
  /** The strongest match first; all of them are meant, whatever the context took away is gone. */
  readonly matches: readonly TermMatch[]
  readonly strength: 'strong' | 'medium' | 'weak'
  readonly at: Span
  /** The sentence, shortened for a message. */
  readonly text: string
}
const RANK = { strong: 0, medium: 1, weak: 2 } as const

/** Where a part of a copy stands in its file; the whole copy when it is put together from pieces. */
export const partSpan = (program: ProgramModel, copy: Copy, part: string): Span => {
  const source = program.files.text(copy.at.file)?.slice(copy.at.start, copy.at.end) ?? ''
  const inside = source.indexOf(part)
  return inside < 0 ? copy.at : { file: copy.at.file, start: copy.at.start + inside, end: copy.at.start + inside + part.length }
}

/** Two words of the theme in a text that is visibly disguised: for a human. */
const isVeiled = (matches: readonly TermMatch[]): boolean =>
  matches.some(({ entry, start, end }, i) => entry.veiled && matches.slice(i + 1).some((other) => other.start >= end || other.end <= start))

/** Copies that users can reach and that use words of these lists, strongest first. */
export const wordingsIn = (
  program: ProgramModel,
  copy: CopyEvidence,
  lists: readonly string[],
  fits: (copy: Copy) => boolean = () => true,
): readonly Wording[] => {
  const out: Wording[] = []
  const seen = new Set<string>()
  const found = new Map<Copy, TermMatch[]>()
  for (const { copy: one, match } of copy.terms) {
    if (!one.reachable || match.strength === null || !lists.includes(match.entry.list)) continue
    const had = found.get(one)
    if (had) had.push(match)
    else found.set(one, [match])
  }
  for (const [one, meant] of found) {
    if (!fits(one)) continue
    const matches = meant.toSorted((a, b) => RANK[a.strength ?? 'weak'] - RANK[b.strength ?? 'weak'])
    const [first] = matches
    if (!first?.strength) continue
    const at = partSpan(program, one, first.matched)
    const key = `${at.file}:${at.start}`
    if (seen.has(key)) continue
    seen.add(key)
    const strength = first.strength === 'weak' && isVeiled(matches) ? 'medium' : first.strength
    out.push({ copy: one, matches, strength, at, text: one.text.replace(/\s+/g, ' ').slice(0, 40) })
  }
  return out.toSorted((a, b) => RANK[a.strength] - RANK[b.strength])
}
