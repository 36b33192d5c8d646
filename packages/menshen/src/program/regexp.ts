/**
 * A regular expression written by a stranger, matched in time bounded by its length times the text's: no backtracking.
 * Covers what path filters use (literals, classes, groups, alternatives, quantifiers, anchors); anything else is refused.
 */

const MAX_SOURCE = 300
const MAX_STATES = 2000

type Test = (code: number) => boolean
interface State {
  kind: 'char' | 'split' | 'start' | 'end' | 'match'
  test?: Test
  out: number
  other: number
}
interface Fragment {
  readonly start: number
  /** Dangling exits: [state, which]. */
  readonly exits: (readonly [number, 'out' | 'other'])[]
}

/** Steps that may still be taken, shared by all that match with it. Below zero, nothing matches any more. */
export interface Budget {
  steps: number
}

/** A matcher for the source, case-insensitive like the platforms' filters, or null when it is not supported. */
export function boundedRegExp(source: string, budget: Budget = { steps: Number.POSITIVE_INFINITY }): ((text: string) => boolean) | null {
  if (source.length > MAX_SOURCE) return null
  try {
    const states = new Compiler(source).compile()
    return (text) => run(states.states, states.start, text, budget)
  } catch (error) {
    if (error instanceof Unsupported) return null
    throw error
  }
}

class Unsupported extends Error {}

class Compiler {
  readonly #source: string
  readonly #states: State[] = []
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  compile(): { readonly states: readonly State[]; readonly start: number } {
    const whole = this.#alternatives(0)
    if (this.#at < this.#source.length) throw new Unsupported()
    const match = this.#state({ kind: 'match', out: -1, other: -1 })
    this.#connect(whole.exits, match)
    return { states: this.#states, start: whole.start }
  }

  #state(state: State): number {
    if (this.#states.length >= MAX_STATES) throw new Unsupported()
    this.#states.push(state)
    return this.#states.length - 1
  }

  #connect(exits: Fragment['exits'], target: number): void {
    for (const [state, which] of exits) this.#states[state]![which] = target
  }

  #empty(): Fragment {
    const split = this.#state({ kind: 'split', out: -1, other: -1 })
    return { start: split, exits: [[split, 'out']] }
  }

  #alternatives(depth: number): Fragment {
    if (depth > 20) throw new Unsupported()
    let left = this.#sequence(depth)
    while (this.#source[this.#at] === '|') {
      this.#at++
      const right = this.#sequence(depth)
      const split = this.#state({ kind: 'split', out: left.start, other: right.start })
      left = { start: split, exits: [...left.exits, ...right.exits] }
    }
    return left
  }

  #sequence(depth: number): Fragment {
    let whole: Fragment | null = null
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
      const begin = this.#at
      const atom = this.#quantified(this.#atom(depth), begin, depth)
      if (whole) this.#connect(whole.exits, atom.start)
      whole = { start: whole ? whole.start : atom.start, exits: atom.exits }
    }
    return whole ?? this.#empty()
  }

  /** `begin` is where the atom's source stands: counted repeats compile it again. */
  #quantified(atom: Fragment, begin: number, depth: number): Fragment {
    const c = this.#source[this.#at]
    let least: number
    let most: number
    const atomEnd = this.#at
    if (c === '*' || c === '+' || c === '?') {
      this.#at++
      least = c === '+' ? 1 : 0
      most = c === '?' ? 1 : Number.POSITIVE_INFINITY
    } else {
      const counted = c === '{' ? /^\{(\d{1,2})(,(\d{0,2}))?\}/.exec(this.#source.slice(this.#at)) : null
      if (!counted) return atom
      this.#at += counted[0].length
      least = Number(counted[1])
      most = counted[2] === undefined ? least : counted[3] === '' ? Number.POSITIVE_INFINITY : Number(counted[3])
      if (most < least) throw new Unsupported()
    }
    // lazy quantifiers match the same texts
    if (this.#source[this.#at] === '?') this.#at++
    const behind = this.#at
    const again = (): Fragment => {
      this.#at = begin
      const copy = this.#atom(depth)
      if (this.#at !== atomEnd) throw new Unsupported()
      return copy
    }
    let whole: Fragment | null = null
    const append = (next: Fragment): void => {
      if (whole) this.#connect(whole.exits, next.start)
      whole = { start: whole ? whole.start : next.start, exits: next.exits }
    }
    for (let i = 0; i < least; i++) append(i === 0 ? atom : again())
    if (most === Number.POSITIVE_INFINITY) {
      const looped = least === 0 ? atom : again()
      const split = this.#state({ kind: 'split', out: looped.start, other: -1 })
      this.#connect(looped.exits, split)
      append({ start: split, exits: [[split, 'other']] })
    } else {
      for (let i = least; i < most; i++) {
        const optional = i === 0 ? atom : again()
        const split = this.#state({ kind: 'split', out: optional.start, other: -1 })
        append({ start: split, exits: [...optional.exits, [split, 'other']] })
      }
    }
    this.#at = behind
    return whole ?? this.#empty()
  }

  #atom(depth: number): Fragment {
    const c = this.#source[this.#at++]!
    switch (c) {
      case '(': {
        if (this.#source[this.#at] === '?') {
          if (this.#source[this.#at + 1] !== ':') throw new Unsupported()
          this.#at += 2
        }
        const inner = this.#alternatives(depth + 1)
        if (this.#source[this.#at++] !== ')') throw new Unsupported()
        return inner
      }
      case '^':
        return this.#single('start')
      case '$':
        return this.#single('end')
      case '.':
        return this.#single('char', (code) => code !== 10 && code !== 13)
      case '[':
        return this.#single('char', this.#class())
      case '\\':
        return this.#single('char', this.#escape())
      case '*':
      case '+':
      case '?':
        throw new Unsupported()
      default:
        return this.#single('char', sameLetter(c.charCodeAt(0)))
    }
  }

  #single(kind: State['kind'], test?: Test): Fragment {
    const state = this.#state({ kind, ...(test && { test }), out: -1, other: -1 })
    return { start: state, exits: [[state, 'out']] }
  }

  #escape(): Test {
    const c = this.#source[this.#at++]
    switch (c) {
      case 'd':
        return isDigit
      case 'D':
        return (code) => !isDigit(code)
      case 'w':
        return isWord
      case 'W':
        return (code) => !isWord(code)
      case 's':
        return isSpace
      case 'S':
        return (code) => !isSpace(code)
      case 't':
        return sameLetter(9)
      case 'n':
        return sameLetter(10)
      default:
        // back references, boundaries, code points: not what a path filter needs
        if (c === undefined || /[0-9A-Za-z]/.test(c)) throw new Unsupported()
        return sameLetter(c.charCodeAt(0))
    }
  }

  #class(): Test {
    const tests: Test[] = []
    const negated = this.#source[this.#at] === '^'
    if (negated) this.#at++
    for (;;) {
      const c = this.#source[this.#at++]
      if (c === undefined) throw new Unsupported()
      if (c === ']') break
      if (c === '\\') {
        tests.push(this.#escape())
        continue
      }
      const low = c.charCodeAt(0)
      if (this.#source[this.#at] === '-' && this.#source[this.#at + 1] !== ']' && this.#source[this.#at + 1] !== undefined) {
        if (this.#source[this.#at + 1] === '\\') throw new Unsupported()
        const high = this.#source.charCodeAt(this.#at + 1)
        this.#at += 2
        tests.push((code) => [code, lower(code), upper(code)].some((one) => one >= low && one <= high))
      } else tests.push(sameLetter(low))
    }
    return (code) => tests.some((test) => test(code)) !== negated
  }
}

const isDigit: Test = (code) => code >= 48 && code <= 57
const isWord: Test = (code) => isDigit(code) || code === 95 || (lower(code) >= 97 && lower(code) <= 122)
const isSpace: Test = (code) => code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x3000
const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)
const upper = (code: number): number => (code >= 97 && code <= 122 ? code - 32 : code)
const sameLetter = (wanted: number): Test => {
  const low = lower(wanted)
  return (code) => lower(code) === low
}

/** Runs all possibilities side by side over the text; true as soon as one matches anywhere. */
function run(states: readonly State[], start: number, text: string, budget: Budget): boolean {
  let current = new Set<number>()
  for (let i = 0; budget.steps >= 0; i++) {
    if (add(states, start, i, text.length, current)) return true
    budget.steps -= current.size
    if (i === text.length) return false
    const code = text.charCodeAt(i)
    const next = new Set<number>()
    for (const index of current) {
      const state = states[index]!
      if (state.kind === 'char' && state.test!(code) && add(states, state.out, i + 1, text.length, next)) return true
    }
    current = next
  }
  return false
}

/** Adds a state and all that it reaches without a character; true when that includes the end of the expression. */
function add(states: readonly State[], first: number, at: number, length: number, into: Set<number>): boolean {
  const waiting = [first]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index < 0 || into.has(index)) continue
    into.add(index)
    const state = states[index]!
    if (state.kind === 'match') return true
    if (state.kind === 'split') waiting.push(state.out, state.other)
    else if ((state.kind === 'start' && at === 0) || (state.kind === 'end' && at === length)) waiting.push(state.out)
  }
  return false
}
