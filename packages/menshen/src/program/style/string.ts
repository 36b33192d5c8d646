/** Ends of strings in style sheets, found in linear time however they are broken. */

const BACKSLASH = 92
const NEWLINE = 10

export class StringEnds {
  readonly #text: string
  /** By quote: up to here no string ends. */
  readonly #open = new Map<number, number>()

  constructor(text: string) {
    this.#text = text
  }

  /** Offset behind the closing quote for the quote at `at`; -1 when its line ends first. */
  after(at: number): number {
    const text = this.#text
    const quote = text.charCodeAt(at)
    if (at < (this.#open.get(quote) ?? 0)) return -1
    let i = at + 1
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (c === BACKSLASH) i++
      else if (c === quote) return i + 1
      else if (c === NEWLINE) break
    }
    this.#open.set(quote, i)
    return -1
  }
}
