/** Patterns: tried near their guard words, and only where their own words stand as well. */
import type { Lexicon } from './lexicon.ts'
import type { Normalised } from './normalise.ts'
import type { Sifting } from './sieve.ts'

/** How far around a guard word a pattern is tried, in characters. */
const NEAR = 80

/** Says where the patterns of entries match, by the ends of their guard words: folded offsets, and what is written there. */
export const matchesNear = (
  text: Normalised,
  lex: Lexicon,
  guards: ReadonlyMap<number, readonly number[]>,
  say: (entry: number, start: number, end: number, written: string) => void,
): void => {
  const { sieve } = lex
  let folded: Sifting | undefined
  let written: Sifting | undefined
  for (const [number, ends] of guards) {
    const original = lex.entries[number]!.on === 'original'
    const subject = original ? text.original : text.text
    const patterns = lex.patternsOf(number)
    const sifting = original ? (written ??= sieve.sifting(subject)) : (folded ??= sieve.sifting(subject))
    let seen: Set<number> | undefined
    let done = -1
    let tried = -1
    let until = -1
    for (const end of ends) {
      const place = original ? (text.ends[end - 1] ?? 0) : end
      const from = Math.max(0, place - NEAR, done)
      const to = Math.min(subject.length, place + NEAR)
      done = place
      const base = Math.max(0, from - NEAR)
      // Two guard words of a short text have the same surroundings.
      if (base === tried && to === until) continue
      tried = base
      until = to
      let slice: string | undefined
      for (const { number: clue, expression } of patterns) {
        if (!sifting.may(clue, base, to)) continue
        slice ??= base === 0 && to === subject.length ? subject : subject.slice(base, to)
        expression.lastIndex = 0
        for (let m = expression.exec(slice); m; m = expression.exec(slice)) {
          if (m[0] === '') {
            expression.lastIndex++
            continue
          }
          const at = base + m.index
          if (seen?.has(at)) continue
          seen ??= new Set()
          seen.add(at)
          let start = at
          let stop = at + m[0].length
          if (original) {
            start = foldedAt(text, at)
            stop = Math.max(start + 1, foldedAt(text, at + m[0].length))
          }
          if (start < text.text.length) say(number, start, stop, m[0])
        }
      }
    }
  }
}

/** First folded offset at or after an original one. */
const foldedAt = (text: Normalised, offset: number): number => {
  let low = 0
  let high = text.starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (text.starts[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
