/**
 * From matches to a grade per clause. Clear combinations are violations, a single weak word is at most a hint, and
 * everything between is for a human.
 */
import type { Strength } from './lexicon.ts'
import type { TermMatch } from './matcher.ts'

export type Grade = 'violation' | 'review' | 'hint'
export interface Judgement {
  readonly clause: string
  readonly grade: Grade
  /** Those that count, strongest first. */
  readonly matches: readonly TermMatch[]
}

const WEIGHT: Readonly<Record<Strength, number>> = { strong: 3, medium: 2, weak: 1 }

/** Matches of one clause that are compared with each other. */
const CONSIDERED = 200

interface Placed {
  readonly match: TermMatch
  /** Number of the text it stands in. */
  readonly text: number
}

const overlaps = (a: Placed, b: Placed): boolean => a.text === b.text && a.match.start < b.match.end && b.match.start < a.match.end

/**
 * Grades matches clause by clause: a strong combination, or two strong hits, or a strong one beside another of the same
 * clause is a violation; one strong or medium hit, or two weak ones, is review; one weak hit is a hint. Hits that overlap
 * count once, unless one of them is a combination, which says more than its parts. Give the matches of each text as one
 * argument: what a page says in two places weighs together.
 */
export const judge = (...texts: readonly (readonly TermMatch[])[]): readonly Judgement[] => {
  const byClause = new Map<string, Placed[]>()
  for (const [text, matches] of texts.entries())
    for (const match of matches) {
      if (!match.strength) continue
      for (const clause of match.clauses) {
        const list = byClause.get(clause)
        if (list) list.push({ match, text })
        else byClause.set(clause, [{ match, text }])
      }
    }
  const out: Judgement[] = []
  for (const [clause, list] of byClause) {
    const sorted = [...list].sort(
      (a, b) =>
        WEIGHT[b.match.strength!] - WEIGHT[a.match.strength!] ||
        b.match.end - b.match.start - (a.match.end - a.match.start) ||
        a.text - b.text ||
        a.match.start - b.match.start,
    )
    // The same word twice says no more than once.
    const distinct: Placed[] = []
    for (const one of sorted.slice(0, CONSIDERED))
      if (!distinct.some((d) => overlaps(d, one) || d.match.term === one.match.term)) distinct.push(one)
    const strong = distinct.filter((d) => d.match.strength === 'strong').length
    const combined = sorted.some(
      ({ match }) => (match.entry.kind === 'combo' || match.entry.kind === 'pattern') && match.strength === 'strong',
    )
    const grade: Grade =
      combined || strong >= 2 || (strong === 1 && distinct.length >= 2)
        ? 'violation'
        : strong === 1 || distinct.some((d) => d.match.strength === 'medium') || distinct.length >= 2
          ? 'review'
          : 'hint'
    out.push({ clause, grade, matches: sorted.map((p) => p.match) })
  }
  return out.sort((a, b) => (a.clause < b.clause ? -1 : a.clause > b.clause ? 1 : 0))
}
