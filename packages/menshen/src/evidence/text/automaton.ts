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

export const automaton = (needles: readonly string[]): Automaton => {
  // Characters that occur in no needle share symbol 0 and lead back to the root.
  const symbol = new Uint16Array(0x10000)
  let symbols = 1
  let total = 1
  for (const needle of needles) {
    total += needle.length
    for (let i = 0; i < needle.length; i++) {
      const unit = needle.charCodeAt(i)
      if (symbol[unit] === 0) symbol[unit] = symbols++
    }
  }
  if (symbols >= 1 << SYMBOLS || total >= 1 << (31 - SYMBOLS)) throw new RangeError('too many needles for one automaton')
  let bits = 4
  while (1 << bits < total * 2) bits++
  const mask = (1 << bits) - 1
  const keys = new Int32Array(1 << bits).fill(-1)
  const values = new Int32Array(1 << bits)
  const shift = 32 - bits
  const slot = (key: number): number => {
    let at = Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> shift
    while (keys[at] !== -1 && keys[at] !== key) at = (at + 1) & mask
    return at
  }
  const fail = new Int32Array(total)
  const parent = new Int32Array(total)
  const by = new Uint16Array(total)
  const depth = new Uint16Array(total)
  /** First needle that ends in a state, and the next one with the same text. */
  const ending = new Int32Array(total).fill(-1)
  const same = new Int32Array(needles.length).fill(-1)
  let states = 1
  for (let n = 0; n < needles.length; n++) {
    const needle = needles[n]!
    if (needle === '') continue
    let state = 0
    for (let i = 0; i < needle.length; i++) {
      const s = symbol[needle.charCodeAt(i)]!
      const key = (state << SYMBOLS) | s
      const at = slot(key)
      if (keys[at] === -1) {
        keys[at] = key
        values[at] = states
        parent[states] = state
        by[states] = s
        depth[states] = i + 1
        states++
      }
      state = values[at]!
    }
    same[n] = ending[state]!
    ending[state] = n
  }
  // Breadth first: a state's parent is shallower, so its link is already known.
  const order = byDepth(depth, states)
  /** Nearest suffix state in which a needle ends. */
  const output = new Int32Array(total).fill(-1)
  for (const state of order) {
    if (parent[state] !== 0) {
      let link = fail[parent[state]!]!
      for (;;) {
        const at = slot((link << SYMBOLS) | by[state]!)
        if (keys[at] !== -1) {
          fail[state] = values[at]!
          break
        }
        if (link === 0) break
        link = fail[link]!
      }
    }
    const link = fail[state]!
    output[state] = ending[link] !== -1 ? link : output[link]!
  }
  // Most characters of most texts begin nothing: the root answers from a plain table.
  const first = new Int32Array(symbols)
  for (let s = 1; s < symbols; s++) {
    const at = slot(s)
    if (keys[at] === s) first[s] = values[at]!
  }
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
          const key = (state << SYMBOLS) | s
          let at = Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> shift
          while (keys[at] !== -1 && keys[at] !== key) at = (at + 1) & mask
          if (keys[at] !== -1) {
            state = values[at]!
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
