/** What changed between two editions of a document. */
import type { Clause, RulebookDocument } from './types.ts'

const COMPARED = ['number', 'title', 'gist', 'force', 'binds', 'verify', 'overtaken'] as const
export type ComparedField = (typeof COMPARED)[number]

export interface ClauseChange {
  readonly before: Clause
  readonly after: Clause
  readonly fields: readonly ComparedField[]
}
export interface EditionDiff {
  readonly from: { readonly document: string; readonly edition: string }
  readonly to: { readonly document: string; readonly edition: string }
  /** In the order of the newer edition. */
  readonly added: readonly Clause[]
  /** In the order of the older edition. */
  readonly removed: readonly Clause[]
  readonly changed: readonly ClauseChange[]
}

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, i) => same(value, b[i]))
  }
  const left = a as Record<string, unknown>
  const right = b as Record<string, unknown>
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => same(left[key], right[key]))
}

/**
 * Compares an older edition `a` with a newer one `b`. Clauses are paired by id; between two documents (the English edition has
 * an older numbering), by twin, so that a clause that only moved counts as changed in its number and not as removed and added.
 */
export const compareEditions = (a: RulebookDocument, b: RulebookDocument): EditionDiff => {
  const newer = new Map(b.clauses.map((clause) => [clause.id, clause]))
  const partner = (clause: Clause): Clause | undefined =>
    newer.get(clause.id) ??
    clause.twins.map((id) => newer.get(id)).find((one) => one !== undefined) ??
    b.clauses.find((one) => one.twins.includes(clause.id))
  const removed: Clause[] = []
  const changed: ClauseChange[] = []
  const paired = new Set<Clause>()
  for (const before of a.clauses) {
    const after = partner(before)
    if (after === undefined) {
      removed.push(before)
      continue
    }
    paired.add(after)
    const fields = COMPARED.filter((field) => !same(before[field], after[field]))
    if (fields.length > 0) changed.push({ before, after, fields })
  }
  return {
    from: { document: a.document, edition: a.edition },
    to: { document: b.document, edition: b.edition },
    added: b.clauses.filter((clause) => !paired.has(clause)),
    removed,
    changed,
  }
}
