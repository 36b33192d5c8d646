/**
 * Which of many regular expressions can match at all in a stretch of text, told in one pass. Every expression has words that
 * none of its matches is without: 禁毒 or 普法 or 释义. Where they are missing, the expression need not be tried.
 */

/** What a part of an expression matches. */
interface Part {
  /** All that it can match; null when there is too much of it. */
  readonly exact: readonly string[] | null
  /** Each a list of words of which every match has at least one. */
  readonly needs: readonly (readonly string[])[]
}
const ANYTHING: Part = { exact: null, needs: [] }
const EMPTY: Part = { exact: [''], needs: [] }
/** More words than this tell little and cost much. */
const MOST_WORDS = 160
/** Words that are put together out of neighbouring parts. */
const MOST_TOGETHER = 24
/** Lists that are kept of one expression. */
const MOST_NEEDS = 3

/** Case is no matter between characters that have none: nothing else is asked for. */
const caseless = (unit: string): boolean => /^[\d\u3400-\u9fff]$/.test(unit)

class Expression {
  readonly #source: string
  #at = 0
  constructor(source: string) {
    this.#source = source
  }
  whole(): Part {
    const part = this.#choice()
    // A parenthesis too many: no expression that compiles has one.
    return this.#at < this.#source.length ? ANYTHING : part
  }
  #choice(): Part {
    const branches = [this.#row()]
    while (this.#source[this.#at] === '|') {
      this.#at++
      branches.push(this.#row())
    }
    if (branches.length === 1) return branches[0]!
    if (branches.every(({ exact }) => exact !== null)) return bounded({ exact: branches.flatMap(({ exact }) => exact!), needs: [] })
    const any: string[] = []
    for (const branch of branches) {
      const best = bestOf(needsOf(branch))
      if (!best) return ANYTHING
      any.push(...best)
    }
    return any.length > MOST_WORDS ? ANYTHING : { exact: null, needs: [any] }
  }
  #row(): Part {
    const needs: (readonly string[])[] = []
    let together: readonly string[] = ['']
    let whole = true
    const flush = (): void => {
      if (together.every((word) => word !== '')) needs.push(together)
      together = ['']
    }
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
      const { exact, needs: own } = this.#repeated()
      if (exact && exact.length * together.length <= (together.length === 1 ? MOST_WORDS : MOST_TOGETHER))
        together = together.flatMap((word) => exact.map((next) => word + next))
      else {
        whole = false
        flush()
        needs.push(...own)
        if (exact) together = exact
      }
    }
    if (whole) return { exact: together, needs: [] }
    flush()
    return { exact: null, needs }
  }
  #repeated(): Part {
    const part = this.#atom()
    const rest = this.#source.slice(this.#at, this.#at + 12)
    const times = /^(?:[?*+]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(rest)
    if (!times) return part
    this.#at += times[0].length
    const least = times[0].startsWith('+') ? 1 : Number(times[1] ?? 0)
    if (least === 0) return times[0].startsWith('?') && part.exact ? bounded({ exact: ['', ...part.exact], needs: [] }) : ANYTHING
    return times[1] === '1' && !times[2] ? part : { exact: null, needs: needsOf(part) }
  }
  #atom(): Part {
    const source = this.#source
    const one = source[this.#at++]!
    if (one === '(') {
      const kind = /^\?(?:[:=!]|<[=!]|<[^>]+>)/.exec(source.slice(this.#at, this.#at + 40))
      if (kind) this.#at += kind[0].length
      const part = this.#choice()
      this.#at++
      // What only has to stand around a match is left out of it.
      return kind && /[=!]$/.test(kind[0]) ? EMPTY : part
    }
    if (one === '[') {
      const from = this.#at
      for (; this.#at < source.length && source[this.#at] !== ']'; this.#at++) if (source[this.#at] === '\\') this.#at++
      const inside = [...source.slice(from, this.#at++)]
      return inside.every(caseless) ? { exact: inside, needs: [] } : ANYTHING
    }
    if (one === '^' || one === '$') return EMPTY
    if (one === '\\') {
      const rest = /^(?:[uxpP]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S])/.exec(source.slice(this.#at))!
      this.#at += rest[0].length
      return rest[0] === 'b' || rest[0] === 'B' ? EMPTY : ANYTHING
    }
    return caseless(one) ? { exact: [one], needs: [] } : ANYTHING
  }
}
const bounded = (part: Part): Part => (part.exact && part.exact.length > MOST_WORDS ? ANYTHING : part)
const needsOf = ({ exact, needs }: Part): readonly (readonly string[])[] =>
  exact === null ? needs : exact.every((word) => word !== '') ? [exact] : []
/** Words of two characters and more are rare, single ones are everywhere. */
const weight = (words: readonly string[]): number => words.reduce((sum, word) => sum + (word.length > 1 ? 1 : 12), 0)
const bestOf = (needs: readonly (readonly string[])[]): readonly string[] | undefined => needs.toSorted((a, b) => weight(a) - weight(b))[0]

/** What every match of an expression has: of each list at least one word. Empty when nothing is known. */
export const needed = (source: string): readonly (readonly string[])[] => {
  const all = needsOf(new Expression(source).whole())
  return all.toSorted((a, b) => weight(a) - weight(b)).slice(0, MOST_NEEDS)
}

/** An expression with its number in a sieve. */
export interface Clue {
  readonly number: number
  readonly expression: RegExp
}

/** A text of which is known, stretch by stretch, what it may have; each is looked through when somebody asks. */
export interface Sifting {
  /** Whether the expression of this number can match in [from, to). */
  may(number: number, from: number, to: number): boolean
}
export interface Sieve {
  sifting(text: string): Sifting
}

const BITS = 32
/** Characters of a stretch, as a power of two. */
const STRETCH = 6
/** Texts of one stretch that share an array. */
const SHARERS = 64

/** A sieve for expressions, by their sources. Two characters of a word have to be there, or the one that it has. */
export const sieveOf = (sources: readonly string[]): Sieve => {
  const lists: (readonly string[])[] = []
  const listsOf = sources.map((source) => Uint16Array.from(needed(source), (words) => lists.push(words) - 1))
  const size = Math.max(1, Math.ceil(lists.length / BITS))
  /** By character or pair of characters: the lists in which it stands. */
  const singles = new Map<number, Set<number>>()
  const pairs = new Map<number, Set<number>>()
  const stands = (map: Map<number, Set<number>>, what: number, list: number): void => {
    const known = map.get(what)
    if (known) known.add(list)
    else map.set(what, new Set([list]))
  }
  for (const [list, words] of lists.entries())
    for (const word of words)
      if (word.length === 1) stands(singles, word.charCodeAt(0), list)
      else stands(pairs, (word.charCodeAt(0) << 16) | word.charCodeAt(1), list)
  // The same as columns: what a word stands in lies from its row's place on.
  const members: number[] = []
  const ends = [0]
  const row = (of: ReadonlySet<number>): number => {
    members.push(...of)
    return ends.push(members.length) - 2
  }
  const NONE = 0xffff
  const alone = new Uint16Array(0x10000).fill(NONE)
  for (const [unit, of] of singles) alone[unit] = row(of)
  const begins = new Uint8Array(0x10000)
  let slots = 64
  while (slots < pairs.size * 4) slots *= 2
  const mask = slots - 1
  const keys = new Int32Array(slots)
  const values = new Uint16Array(slots)
  const slotOf = (pair: number): number => {
    let at = (Math.imul(pair, 0x9e3779b1) >>> 15) & mask
    while (keys[at] !== 0 && keys[at] !== pair) at = (at + 1) & mask
    return at
  }
  for (const [pair, of] of pairs) {
    begins[pair >>> 16] = 1
    const at = slotOf(pair)
    keys[at] = pair
    values[at] = row(of)
  }
  const member = Uint16Array.from(members)
  const end = Int32Array.from(ends)
  /** What short texts have in common: an array of its own for each takes longer than looking through it. */
  let shared = new Uint32Array(0)
  let used = 0
  class Stretches implements Sifting {
    readonly #text: string
    /** Of each stretch, which lists have a word in it, from `base` on. */
    readonly #found: Uint32Array
    readonly #base: number
    readonly #count: number
    #looked: Uint8Array | boolean
    constructor(text: string) {
      this.#text = text
      this.#count = Math.max(1, (text.length + (1 << STRETCH) - 1) >> STRETCH)
      if (this.#count === 1) {
        if (used + size > shared.length) {
          shared = new Uint32Array(size * SHARERS)
          used = 0
        }
        this.#found = shared
        this.#base = used
        used += size
        this.#looked = false
      } else {
        this.#found = new Uint32Array(this.#count * size)
        this.#base = 0
        this.#looked = new Uint8Array(this.#count)
      }
    }
    #look(stretch: number): void {
      const found = this.#found
      const text = this.#text
      const base = this.#base + stretch * size
      const to = Math.min(text.length, (stretch + 1) << STRETCH)
      for (let i = stretch << STRETCH; i < to; i++) {
        const unit = text.charCodeAt(i)
        const one = alone[unit]!
        if (one !== NONE) for (let k = end[one]!; k < end[one + 1]!; k++) found[base + (member[k]! >> 5)]! |= 1 << (member[k]! & (BITS - 1))
        if (begins[unit] === 0 || i + 1 >= text.length) continue
        const pair = (unit << 16) | text.charCodeAt(i + 1)
        const at = slotOf(pair)
        if (keys[at] !== pair) continue
        const two = values[at]!
        for (let k = end[two]!; k < end[two + 1]!; k++) found[base + (member[k]! >> 5)]! |= 1 << (member[k]! & (BITS - 1))
      }
    }
    may(number: number, from: number, to: number): boolean {
      const last = Math.min(this.#count - 1, (to - 1) >> STRETCH)
      const first = from >> STRETCH
      const looked = this.#looked
      if (looked === false) {
        this.#look(0)
        this.#looked = true
      } else if (looked !== true)
        for (let stretch = first; stretch <= last; stretch++)
          if (looked[stretch] === 0) {
            looked[stretch] = 1
            this.#look(stretch)
          }
      const wanted = listsOf[number]!
      const found = this.#found
      for (let w = 0; w < wanted.length; w++) {
        const list = wanted[w]!
        const bit = 1 << (list & (BITS - 1))
        let stretch = first
        while (stretch <= last && (found[this.#base + stretch * size + (list >> 5)]! & bit) === 0) stretch++
        if (stretch > last) return false
      }
      return true
    }
  }
  return { sifting: (text) => new Stretches(text) }
}
