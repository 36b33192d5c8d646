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

const overlaps = (a: TermMatch, b: TermMatch): boolean => a.start < b.end && b.start < a.end

/**
 * Grades matches clause by clause: a strong combination, or two strong hits, or a strong one beside another of the same
 * clause is a violation; one strong or medium hit, or two weak ones, is review; one weak hit is a hint. Hits that overlap
 * count once, unless one of them is a combination, which says more than its parts.
 */
export const judge = (matches: readonly TermMatch[]): readonly Judgement[] => {
  const byClause = new Map<string, TermMatch[]>()
  for (const match of matches) {
    if (!match.strength) continue
    for (const clause of match.clauses) {
      const list = byClause.get(clause)
      if (list) list.push(match)
      else byClause.set(clause, [match])
    }
  }
  const out: Judgement[] = []
  for (const [clause, list] of byClause) {
    const sorted = [...list].sort(
      (a, b) => WEIGHT[b.strength!] - WEIGHT[a.strength!] || b.end - b.start - (a.end - a.start) || a.start - b.start,
    )
    const combos = sorted.filter((m) => m.entry.kind === 'combo' || m.entry.kind === 'pattern')
    // The same word twice says no more than once.
    const distinct: TermMatch[] = []
    for (const match of sorted) if (!distinct.some((d) => overlaps(d, match) || d.term === match.term)) distinct.push(match)
    const strong = distinct.filter((m) => m.strength === 'strong').length
    const grade: Grade =
      combos.some((m) => m.strength === 'strong') || strong >= 2 || (strong === 1 && distinct.length >= 2)
        ? 'violation'
        : strong === 1 || distinct.some((m) => m.strength === 'medium') || distinct.length >= 2
          ? 'review'
          : 'hint'
    out.push({ clause, grade, matches: sorted })
  }
  return out.sort((a, b) => a.clause.localeCompare(b.clause))
}
