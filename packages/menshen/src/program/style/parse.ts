/**
 * Style sheets to rules with offsets, for whoever asks. A scanner of our own rather than a full CSS parser: mini program
 * styles need selectors and declarations, must never fail on damage, and loading a CSS library costs more than reading
 * all style sheets of a usual program. Takes one pass, without recursion.
 */
import type { Span } from '../types.ts'
import { StringEnds } from './string.ts'

export interface Declaration {
  /** In lower case, without the `*` or `_` of old browsers' tricks; custom properties as written. */
  readonly property: string
  /** Without `!important`, trimmed. */
  readonly value: string
  readonly important: boolean
  readonly at: Span
}

export interface StyleRule {
  /** `.a`, `.b > view`; for a rule like `@font-face` the at-rule itself. */
  readonly selectors: readonly string[]
  readonly declarations: readonly Declaration[]
  /** What stands around it, outermost first: `@media (min-width: 300px)`, `@keyframes spin`, or a parent rule's selector. */
  readonly within: readonly string[]
  /** The selector's place. */
  readonly at: Span
}

const MAX_DEPTH = 50
const OUTSIDE: readonly string[] = []
const MAX_RULES = 100_000

interface Block {
  readonly prelude: string
  readonly start: number
  readonly end: number
  readonly declarations: Declaration[]
  readonly within: readonly string[]
}

/** All rules of a style sheet in the order of their ends. What is not closed ends with the file. */
export function scanRules(file: string, text: string): readonly StyleRule[] {
  const rules: StyleRule[] = []
  const open: Block[] = []
  let ignoredDepth = 0
  let from = 0
  let parens = 0
  let colon = -1

  const declare = (end: number): void => {
    const block = open[open.length - 1]
    if (block && colon > from) addDeclaration(file, text, from, colon, end, block.declarations)
  }
  const close = (block: Block): void => {
    if (block.declarations.length === 0 && block.prelude.startsWith('@')) return
    if (rules.length >= MAX_RULES) return
    const selectors = block.prelude.startsWith('@') ? [block.prelude] : splitSelectors(block.prelude)
    rules.push({ selectors, declarations: block.declarations, within: block.within, at: { file, start: block.start, end: block.end } })
  }

  const strings = new StringEnds(text)
  const things = /\/\*|["'{};:()]/g
  for (let match = things.exec(text); match; match = things.exec(text)) {
    const at = match.index
    switch (match[0]) {
      case '/*': {
        const end = text.indexOf('*/', at + 2)
        things.lastIndex = end < 0 ? text.length : end + 2
        break
      }
      case '"':
      case "'": {
        const end = strings.after(at)
        if (end > 0) things.lastIndex = end
        break
      }
      case '(':
        parens++
        break
      case ')':
        if (parens > 0) parens--
        break
      case ':':
        if (parens === 0 && colon < from) colon = at
        break
      case ';':
        // in url(data:image/png;base64,…) it separates nothing
        if (parens > 0) break
        declare(at)
        from = at + 1
        break
      case '{': {
        const start = skipBlank(text, from, at)
        const written = text.slice(start, at)
        const prelude = withoutComments(written).trim()
        if (open.length >= MAX_DEPTH) ignoredDepth++
        else {
          const parent = open[open.length - 1]
          const within = parent ? [...parent.within, parent.prelude] : OUTSIDE
          open.push({ prelude, start, end: start + written.trimEnd().length, declarations: [], within })
        }
        from = at + 1
        parens = 0
        break
      }
      case '}':
        declare(at)
        if (ignoredDepth > 0) ignoredDepth--
        else {
          const block = open.pop()
          if (block) close(block)
        }
        from = at + 1
        parens = 0
        break
    }
  }
  declare(text.length)
  for (let block = open.pop(); block; block = open.pop()) close(block)
  return rules
}

const PROPERTY = /^(?:[*_]?[a-z-][\w-]*|--[\w-]+)$/i

function addDeclaration(file: string, text: string, from: number, colon: number, end: number, into: Declaration[]): void {
  const start = skipBlank(text, from, colon)
  const property = withoutComments(text.slice(start, colon)).trim()
  // a selector that nothing opened, such as `a:hover` at the end of a damaged file
  if (!PROPERTY.test(property)) return
  const whole = text.slice(colon + 1, end)
  const written = withoutComments(whole).trim()
  const value = written.includes('!') ? written.replace(/\s*!\s*important$/i, '') : written
  into.push({
    property: property.startsWith('--') ? property : (/^[*_]/.test(property) ? property.slice(1) : property).toLowerCase(),
    value,
    important: value !== written,
    at: { file, start, end: colon + 1 + whole.trimEnd().length },
  })
}

function skipBlank(text: string, from: number, to: number): number {
  let i = from
  while (i < to) {
    const c = text.charCodeAt(i)
    if (c === 32 || (c >= 9 && c <= 13)) i++
    else if (c === 47 && text.charCodeAt(i + 1) === 42) {
      const end = text.indexOf('*/', i + 2)
      i = end < 0 ? to : end + 2
    } else break
  }
  return Math.min(i, to)
}

const withoutComments = (text: string): string => (text.includes('/*') ? text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '') : text)

const tidy = (selector: string): string => {
  const plain = selector.trim()
  return /\s/.test(plain) ? plain.replace(/\s+/g, ' ') : plain
}
/** Splits at commas outside of parentheses, brackets and strings. */
function splitSelectors(prelude: string): string[] {
  if (!prelude.includes(',')) {
    const only = tidy(prelude)
    return only === '' ? [] : [only]
  }
  const selectors: string[] = []
  let from = 0
  let depth = 0
  let quote = ''
  for (let i = 0; i < prelude.length; i++) {
    const c = prelude[i]!
    if (quote !== '') quote = c === quote ? '' : quote
    else if (c === '"' || c === "'") quote = c
    else if (c === '(' || c === '[') depth++
    else if (c === ')' || c === ']') depth--
    else if (c === ',' && depth <= 0) {
      selectors.push(prelude.slice(from, i))
      from = i + 1
    }
  }
  selectors.push(prelude.slice(from))
  return selectors.map(tidy).filter((one) => one !== '')
}
