/** Where a `{{ … }}` ends, with strings and object literals inside; bounded even when nothing is closed. */

const OPEN = 123
const CLOSE = 125
const QUOTE = 34
const APOSTROPHE = 39
const BACKQUOTE = 96
const BACKSLASH = 92
const NEWLINE = 10

/** One expression is at most this long; longer ones are taken up to the first closing braces. */
const MAX_EXPRESSION = 8192

/** What an expression never holds, but the rest of a tag does: a sign that the expression was not closed. */
const REST_OF_TAG = /[\w-]=["']|<\/|\/>/

/** The next place of a needle, for places that only move forward: linear in all, however often it is asked. */
export class Seeker {
  readonly #text: string
  readonly #needle: string
  #from = 0
  #found = -2

  constructor(text: string, needle: string) {
    this.#text = text
    this.#needle = needle
  }

  /** Offset of the first needle at or after `from`, -1 when there is none. */
  next(from: number): number {
    if (this.#found === -2 || (from > this.#found && this.#found !== -1)) this.#found = this.#text.indexOf(this.#needle, from)
    else if (from < this.#from) {
      // a step back, by the length of one attribute at most
      const between = this.#text.slice(from, this.#from + this.#needle.length - 1).indexOf(this.#needle)
      return between >= 0 ? from + between : this.#found
    } else return this.#found
    this.#from = from
    return this.#found
  }
}

/** Finds the ends of the expressions of one file. */
export class MustacheFinder {
  readonly #text: string
  readonly #closes: Seeker
  /** Characters that may still be walked in vain: keeps hostile files linear. */
  #budget: number

  constructor(text: string) {
    this.#text = text
    this.#closes = new Seeker(text, '}}')
    this.#budget = 100_000 + 8 * text.length
  }

  /**
   * `at` stands on `{{`. Gives the offset just behind the matching `}}`, at most `limit`, or -1 when there is none.
   * A brace inside a string or an object literal does not end the expression. `quote` is the attribute's own quote:
   * an expression that holds it and looks like the rest of a tag was not closed.
   */
  end(at: number, limit: number, quote = 0): number {
    const text = this.#text
    const stop = Math.min(limit, at + MAX_EXPRESSION)
    if (this.#budget > 0) {
      let depth = 0
      let quoted = false
      let i = at + 2
      for (; i < stop; i++) {
        const c = text.charCodeAt(i)
        if (c === QUOTE || c === APOSTROPHE || c === BACKQUOTE) {
          if (c === quote) quoted = true
          const close = this.#stringEnd(i, stop, c)
          // an apostrophe on its own is no string: 'it's' in a text, or the quote around the attribute
          if (close > 0) i = close
        } else if (c === OPEN) depth++
        else if (c === CLOSE) {
          if (depth > 0) depth--
          else if (text.charCodeAt(i + 1) === CLOSE && i + 2 <= limit) {
            if (quoted && REST_OF_TAG.test(text.slice(at + 2, i))) break
            return i + 2
          }
        }
      }
      this.#budget -= i - at
    }
    const close = this.#closes.next(at + 2)
    if (close < 0 || close + 2 > limit) return -1
    if (quote !== 0 && text.slice(at + 2, Math.min(close, at + MAX_EXPRESSION)).includes(String.fromCharCode(quote))) return -1
    return close + 2
  }

  /** Offset of a string's closing quote; -1 when the line or the expression ends first. */
  #stringEnd(at: number, stop: number, quote: number): number {
    const text = this.#text
    let i = at + 1
    for (; i < stop; i++) {
      const c = text.charCodeAt(i)
      if (c === BACKSLASH) i++
      else if (c === quote) return i
      else if (c === NEWLINE) break
    }
    this.#budget -= i - at
    return -1
  }
}
