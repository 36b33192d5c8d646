/** Finding clauses by words, and what may have been meant by an id that does not exist. */
import type { Clause } from './types.ts'

const fold = (text: string) => text.normalize('NFKC').toLowerCase()
const MOST = 8
const LONGEST = 200

/** Clauses whose id, title or gist holds every word; hits in the title come first, then the documents' own order. */
export const searchClauses = (clauses: readonly Clause[], words: string): readonly Clause[] => {
  const wanted = fold(words.slice(0, LONGEST)).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const scored: { clause: Clause; score: number }[] = []
  for (const clause of clauses) {
    const title = fold(`${clause.id} ${clause.title.zh} ${clause.title.en}`)
    const gist = fold(`${clause.gist.zh} ${clause.gist.en}`)
    let score = 0
    for (const word of wanted) {
      const found = title.includes(word) ? 3 : gist.includes(word) ? 1 : 0
      if (found === 0) {
        score = 0
        break
      }
      score += found
    }
    if (score > 0) scored.push({ clause, score })
  }
  return scored.sort((a, b) => b.score - a.score).map((one) => one.clause)
}

/** Levenshtein distance, given up beyond `limit`. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}

/** What may have been meant: the same number elsewhere, the nearest heading above, a slip of the keyboard, then the words. */
export const nearby = (clauses: readonly Clause[], id: string): readonly Clause[] => {
  const asked = fold(id.slice(0, LONGEST)).trim()
  if (asked === '') return []
  const slash = asked.indexOf('/')
  const number = slash < 0 ? asked : asked.slice(slash + 1)
  const document = slash < 0 ? undefined : asked.slice(0, slash)
  const found = new Set<Clause>()
  for (const clause of clauses) if (fold(clause.number) === number) found.add(clause)
  for (let up = number; up.includes('.') && document !== undefined; ) {
    up = up.slice(0, up.lastIndexOf('.'))
    const above = clauses.find((clause) => clause.document === document && fold(clause.number) === up)
    if (above) {
      found.add(above)
      break
    }
  }
  const slips = clauses
    .map((clause) => ({ clause, far: distance(asked, fold(clause.id), 2) }))
    .filter((one) => one.far <= 2)
    .sort((a, b) => a.far - b.far)
  for (const { clause } of slips) found.add(clause)
  if (/\p{L}{2}/u.test(number)) for (const clause of searchClauses(clauses, number.replaceAll('-', ' '))) found.add(clause)
  return [...found].slice(0, MOST)
}
