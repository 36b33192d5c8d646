/**
 * Aho–Corasick over folded strings: every occurrence of every string in one pass, whatever their number. States are numbered
 * breadth first, so that the ways on from a state lie side by side: what the build works out is used as it lies in the file.
 */
export interface Automaton {
  /**
   * Looks through a text and gives the number of occurrences: in `hits.list`, until the next search, the number of the string
   * and the end offset (exclusive) of each, in order of their ends, longer strings first.
   */
  scan(text: string): number
  readonly states: number
}
/** Where searches put what they find. One list for all: nothing is made for a text in which nothing is found. */
export const hits: { list: Int32Array } = { list: new Int32Array(4096) }
/** A list that one long text has made larger than this is given back. */
const KEPT = 1 << 18
const more = (): Int32Array => {
  const list = new Int32Array(hits.list.length * 2)
  list.set(hits.list)
  hits.list = list
  return list
}

const MOST_SYMBOLS = 1 << 16
const MOST_STATES = 1 << 24

/** From a state and a symbol to the next state, while the automaton grows. */
class Edges {
  #keys: Float64Array
  #values: Int32Array
  #mask: number
  constructor(most: number) {
    let size = 16
    while (size < most * 2) size *= 2
    this.#keys = new Float64Array(size).fill(-1)
    this.#values = new Int32Array(size)
    this.#mask = size - 1
  }
  #slot(state: number, symbol: number): number {
    const key = state * MOST_SYMBOLS + symbol
    let at = (Math.imul(state, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7
    for (at &= this.#mask; this.#keys[at] !== -1 && this.#keys[at] !== key; ) at = (at + 1) & this.#mask
    return at
  }
  /** -1 where no edge leads on. */
  get(state: number, symbol: number): number {
    const at = this.#slot(state, symbol)
    return this.#keys[at] === -1 ? -1 : this.#values[at]!
  }
  put(state: number, symbol: number, next: number): void {
    const at = this.#slot(state, symbol)
    this.#keys[at] = state * MOST_SYMBOLS + symbol
    this.#values[at] = next
  }
}

/** An automaton as columns, by state, the root's first. */
export interface Tables {
  /** The characters of the strings; a symbol is the place in it, counted from 1. */
  readonly symbols: Uint16Array
  /** The symbol that leads to a state. */
  readonly by: Uint16Array
  /** The first of the states that follow it, which lie in order of their symbols, and behind the last state where they end. */
  readonly next: Int32Array
  /** The state of the longest suffix. */
  readonly fail: Int32Array
  /** The nearest suffix state in which a string ends, or 0. */
  readonly output: Int32Array
  /** The string that ends in a state, or -1. */
  readonly ending: Int32Array
}

/** The automaton of strings that are all different and none of them empty. */
export const tablesOf = (strings: readonly string[]): Tables => {
  // Characters that occur in no string share symbol 0 and lead back to the root.
  const symbol = new Uint16Array(0x10000)
  const symbols: number[] = []
  let total = 1
  for (const one of strings) {
    total += one.length
    for (let i = 0; i < one.length; i++) {
      const unit = one.charCodeAt(i)
      if (symbol[unit] === 0) symbol[unit] = symbols.push(unit)
    }
  }
  if (symbols.length >= MOST_SYMBOLS - 1 || total >= MOST_STATES) throw new RangeError('too many words for one automaton')
  // First a tree in the order of the strings …
  const edges = new Edges(total)
  const parent = new Int32Array(total)
  const leads = new Uint16Array(total)
  const depth = new Int32Array(total)
  const ends = new Int32Array(total).fill(-1)
  let states = 1
  for (const [number, one] of strings.entries()) {
    let state = 0
    for (let i = 0; i < one.length; i++) {
      const s = symbol[one.charCodeAt(i)]!
      let to = edges.get(state, s)
      if (to === -1) {
        to = states++
        edges.put(state, s, to)
        parent[to] = state
        leads[to] = s
        depth[to] = i + 1
      }
      state = to
    }
    ends[state] = number
  }
  // … then breadth first, so that the states that follow one lie together.
  const levels: number[][] = []
  for (let old = 1; old < states; old++) {
    const level = levels[depth[old]!]
    if (level) level.push(old)
    else levels[depth[old]!] = [old]
  }
  const order = [0]
  const place = new Int32Array(states)
  for (let d = 1; d < levels.length; d++)
    for (const old of levels[d]!.sort((a, b) => place[parent[a]!]! - place[parent[b]!]! || leads[a]! - leads[b]!))
      place[old] = order.push(old) - 1
  const by = new Uint16Array(states)
  const next = new Int32Array(states + 1).fill(-1)
  const fail = new Int32Array(states)
  const output = new Int32Array(states)
  const ending = new Int32Array(states).fill(-1)
  const failOf = new Int32Array(states)
  for (let state = 1; state < states; state++) {
    const old = order[state]!
    const s = leads[old]!
    const above = parent[old]!
    by[state] = s
    ending[state] = ends[old]!
    if (next[place[above]!] === -1) next[place[above]!] = state
    // A state's parent is shallower, so its link is already known.
    if (above !== 0)
      for (let link = failOf[above]!; ; link = failOf[link]!) {
        const to = edges.get(link, s)
        if (to !== -1) failOf[old] = to
        if (to !== -1 || link === 0) break
      }
    const link = place[failOf[old]!]!
    fail[state] = link
    output[state] = ending[link] !== -1 ? link : output[link]!
  }
  next[states] = states
  for (let state = states - 1; state >= 0; state--) if (next[state] === -1) next[state] = next[state + 1]!
  return { symbols: Uint16Array.from(symbols), by, next, fail, output, ending }
}

/** Tables among the columns of a file, under a name of theirs. */
export type Named<Name extends string> = { readonly [K in keyof Tables as `${Name}.${K}`]: Tables[K] }
export const named = <Name extends string>(name: Name, tables: Tables): Named<Name> =>
  Object.fromEntries(Object.entries(tables).map(([key, column]) => [`${name}.${key}`, column])) as Named<Name>
export const tablesIn = <Name extends string>(columns: Named<Name>, name: Name): Tables => {
  const of = columns as unknown as Readonly<Record<string, Int32Array & Uint16Array>>
  const column = (key: keyof Tables) => of[`${name}.${key}`]!
  return {
    symbols: column('symbols'),
    by: column('by'),
    next: column('next'),
    fail: column('fail'),
    output: column('output'),
    ending: column('ending'),
  }
}

/** So many followers of a state are looked through one by one. */
const FEW = 8

/** The states that two symbols lead to, by a hash of both: most characters do not go on what the one before began. */
interface Second {
  /** A bit for each hash that occurs: so small that it stays at hand, and most pairs end here. */
  readonly some: Uint32Array
  /** A pair and the state behind it, side by side. */
  readonly slots: Int32Array
  readonly mask: number
}
const SOME = (1 << 18) - 1
const secondOf = ({ by, next }: Tables): Second => {
  const end = next[1]!
  const count = next[end]! - end
  let size = 256
  while (size < count * 2) size *= 2
  const some = new Uint32Array((SOME + 1) >> 5)
  const slots = new Int32Array(size * 2)
  const mask = size - 1
  for (let state = 1; state < end; state++)
    for (let to = next[state]!; to < next[state + 1]!; to++) {
      const pair = (by[state]! << 16) | by[to]!
      const hash = hashOf(pair)
      some[(hash & SOME) >> 5]! |= 1 << (hash & 31)
      let at = hash & mask
      while (slots[2 * at] !== 0) at = (at + 1) & mask
      slots[2 * at] = pair
      slots[2 * at + 1] = to
    }
  return { some, slots, mask }
}
const hashOf = (pair: number): number => Math.imul(pair ^ (pair >>> 15), 0x9e3779b1) >>> 13

/** What tables say, ready to be run over texts; with `as`, each character is taken for the one it gives. */
export const automatonOf = (tables: Tables, as?: Uint16Array): Automaton => {
  const { symbols, by, next, fail, output, ending } = tables
  const symbol = new Uint16Array(0x10000)
  for (let i = 0; i < symbols.length; i++) symbol[symbols[i]!] = i + 1
  if (as) {
    const own = symbol.slice()
    for (let unit = 0; unit < as.length; unit++) symbol[unit] = own[as[unit]!]!
  }
  // Most characters of most texts begin nothing: the root answers from a plain table.
  const first = new Int32Array(symbols.length + 1)
  for (let state = next[0]!; state < next[1]!; state++) first[by[state]!] = state
  // States below this number are one symbol deep, or the root.
  const shallow = by.length > 1 ? next[1]! : 1
  const { some, slots, mask } = secondOf(tables)
  return {
    states: by.length,
    scan(text) {
      let list = hits.list.length > KEPT ? (hits.list = new Int32Array(4096)) : hits.list
      let count = 0
      let state = 0
      for (let i = 0; i < text.length; i++) {
        const s = symbol[text.charCodeAt(i)]!
        if (s === 0) {
          state = 0
          continue
        }
        let to = 0
        while (state !== 0) {
          if (state < shallow) {
            const pair = (by[state]! << 16) | s
            const hash = hashOf(pair)
            if ((some[(hash & SOME) >> 5]! & (1 << (hash & 31))) === 0) break
            let at = hash & mask
            while (slots[2 * at] !== pair && slots[2 * at] !== 0) at = (at + 1) & mask
            if (slots[2 * at] === pair) to = slots[2 * at + 1]!
            break
          }
          let low = next[state]!
          let high = next[state + 1]!
          while (high - low > FEW) {
            const middle = (low + high) >> 1
            if (by[middle]! <= s) low = middle
            else high = middle
          }
          while (low < high && by[low] !== s) low++
          if (low < high) {
            to = low
            break
          }
          state = fail[state]!
        }
        state = to === 0 ? first[s]! : to
        // Behind one symbol nothing ends but that symbol itself; the root ends nothing.
        if (state < shallow && ending[state] === -1) continue
        for (let out = ending[state] !== -1 ? state : output[state]!; out !== 0; out = output[out]!) {
          if (count + 2 > list.length) list = more()
          list[count++] = ending[out]!
          list[count++] = i + 1
        }
      }
      return count >> 1
    },
  }
}
