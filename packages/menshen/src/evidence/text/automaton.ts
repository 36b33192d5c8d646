/**
 * Aho–Corasick over folded strings: every occurrence of every needle in one pass, whatever their number.
 * Transitions live in one open-addressed table of integers, so that tens of thousands of needles build in milliseconds.
 */
export interface Automaton {
  /** Calls `hit` with the needle's number and the end offset (exclusive) of every occurrence, in order of their ends. Stops when `hit` returns false. */
  scan(text: string, hit: (needle: number, end: number) => boolean | undefined): void
  readonly states: number
}

const SYMBOLS = 13

/** States 1 … states-1, shallow ones first. */
const byDepth = (depth: Uint16Array, states: number): Int32Array => {
  let deepest = 0
  for (let i = 1; i < states; i++) if (depth[i]! > deepest) deepest = depth[i]!
  const next = new Int32Array(deepest + 2)
  for (let i = 1; i < states; i++) next[depth[i]! + 1]!++
  for (let d = 1; d < next.length; d++) next[d]! += next[d - 1]!
  const order = new Int32Array(states - 1)
  for (let i = 1; i < states; i++) order[next[depth[i]!]!++] = i
  return order
}

/** From a state and a symbol to the next state: one open-addressed table of integers. */
class Edges {
  readonly #keys: Int32Array
  readonly #values: Int32Array
  readonly #mask: number
  readonly #shift: number
  constructor(most: number) {
    let bits = 4
    while (1 << bits < most * 2) bits++
    this.#keys = new Int32Array(1 << bits).fill(-1)
    this.#values = new Int32Array(1 << bits)
    this.#mask = (1 << bits) - 1
    this.#shift = 32 - bits
  }
  /** -1 where no edge leads on. */
  get(state: number, symbol: number): number {
    const key = (state << SYMBOLS) | symbol
    let at = Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> this.#shift
    while (this.#keys[at] !== -1) {
      if (this.#keys[at] === key) return this.#values[at]!
      at = (at + 1) & this.#mask
    }
    return -1
  }
  put(state: number, symbol: number, next: number): void {
    const key = (state << SYMBOLS) | symbol
    let at = Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> this.#shift
    while (this.#keys[at] !== -1) at = (at + 1) & this.#mask
    this.#keys[at] = key
    this.#values[at] = next
  }
}

/** An automaton as plain data: what it takes long to find out, by state, the root's first. */
export interface Tables {
  /** The characters of the needles; a symbol is the place in it, counted from 1. */
  readonly symbols: string
  /** The state before, and the symbol that leads from there. */
  readonly parent: readonly number[]
  readonly by: readonly number[]
  /** The state of the longest suffix. */
  readonly fail: readonly number[]
  /** Nearest suffix state in which a needle ends, or -1. */
  readonly output: readonly number[]
  /** First needle that ends in a state, or -1, and by needle the next one with the same text. */
  readonly ending: readonly number[]
  readonly same: readonly number[]
}

export const tablesOf = (needles: readonly string[]): Tables => {
  // Characters that occur in no needle share symbol 0 and lead back to the root.
  const symbol = new Uint16Array(0x10000)
  let symbols = ''
  let total = 1
  for (const needle of needles) {
    total += needle.length
    for (let i = 0; i < needle.length; i++) {
      const unit = needle.charCodeAt(i)
      if (symbol[unit] !== 0) continue
      symbols += needle[i]!
      symbol[unit] = symbols.length
    }
  }
  if (symbols.length + 1 >= 1 << SYMBOLS || total >= 1 << (31 - SYMBOLS)) throw new RangeError('too many needles for one automaton')
  const edges = new Edges(total)
  const fail = new Int32Array(total)
  const parent = new Int32Array(total)
  const by = new Uint16Array(total)
  const depth = new Uint16Array(total)
  const ending = new Int32Array(total).fill(-1)
  const same = new Int32Array(needles.length).fill(-1)
  let states = 1
  for (let n = 0; n < needles.length; n++) {
    const needle = needles[n]!
    if (needle === '') continue
    let state = 0
    for (let i = 0; i < needle.length; i++) {
      const s = symbol[needle.charCodeAt(i)]!
      let next = edges.get(state, s)
      if (next === -1) {
        next = states++
        edges.put(state, s, next)
        parent[next] = state
        by[next] = s
        depth[next] = i + 1
      }
      state = next
    }
    same[n] = ending[state]!
    ending[state] = n
  }
  // Breadth first: a state's parent is shallower, so its link is already known.
  const output = new Int32Array(total).fill(-1)
  for (const state of byDepth(depth, states)) {
    if (parent[state] !== 0)
      for (let link = fail[parent[state]!]!; ; link = fail[link]!) {
        const next = edges.get(link, by[state]!)
        if (next !== -1) fail[state] = next
        if (next !== -1 || link === 0) break
      }
    const link = fail[state]!
    output[state] = ending[link] !== -1 ? link : output[link]!
  }
  const plain = (list: Int32Array | Uint16Array): readonly number[] => [...list.subarray(0, states)]
  return {
    symbols,
    parent: plain(parent),
    by: plain(by),
    fail: plain(fail),
    output: plain(output),
    ending: plain(ending),
    same: [...same],
  }
}

/** What tables say, ready to be run over texts; with `as`, each character is taken for the one it gives. */
export const automatonOf = (tables: Tables, as?: Uint16Array): Automaton => {
  const symbol = new Uint16Array(0x10000)
  for (let i = 0; i < tables.symbols.length; i++) symbol[tables.symbols.charCodeAt(i)] = i + 1
  if (as) {
    const own = symbol.slice()
    for (let unit = 0; unit < as.length; unit++) symbol[unit] = own[as[unit]!]!
  }
  const { by, parent, same } = tables
  const states = by.length
  const edges = new Edges(states)
  // Most characters of most texts begin nothing: the root answers from a plain table.
  const first = new Int32Array(tables.symbols.length + 1)
  for (let state = 1; state < states; state++) {
    if (parent[state] === 0) first[by[state]!] = state
    else edges.put(parent[state]!, by[state]!, state)
  }
  const fail = Int32Array.from(tables.fail)
  const output = Int32Array.from(tables.output)
  const ending = Int32Array.from(tables.ending)
  return {
    states,
    scan(text, hit) {
      let state = 0
      for (let i = 0; i < text.length; i++) {
        const s = symbol[text.charCodeAt(i)]!
        if (s === 0) {
          state = 0
          continue
        }
        for (;;) {
          if (state === 0) {
            state = first[s]!
            break
          }
          const next = edges.get(state, s)
          if (next !== -1) {
            state = next
            break
          }
          state = fail[state]!
        }
        if (state === 0) continue
        for (let out = ending[state] !== -1 ? state : output[state]!; out !== -1; out = output[out]!)
          for (let n = ending[out]!; n !== -1; n = same[n]!) if (hit(n, i + 1) === false) return
      }
    },
  }
}

export const automaton = (needles: readonly string[]): Automaton => automatonOf(tablesOf(needles))
