/** Offsets to lines and columns and back, computed only when something is shown. */
import type { Files, Span } from './types.ts'

/** 1-based line and column; columns count UTF-16 code units. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** The starts of all lines of one text. `\n`, `\r\n` and a lone `\r` end a line, as editors see it. */
export class LineTable {
  readonly text: string
  readonly #starts: Uint32Array

  constructor(text: string) {
    this.text = text
    let starts = new Uint32Array(Math.max(16, text.length >> 5))
    let count = 1
    const push = (offset: number): void => {
      if (count === starts.length) {
        const grown = new Uint32Array(starts.length * 2)
        grown.set(starts)
        starts = grown
      }
      starts[count++] = offset
    }
    if (text.includes('\r')) {
      for (let i = 0; i < text.length; i++) {
        const c = text.charCodeAt(i)
        if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) push(i + 1)
      }
    } else {
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) push(i + 1)
    }
    this.#starts = starts.subarray(0, count)
  }

  /** Number of lines; an empty text has one. */
  get count(): number {
    return this.#starts.length
  }

  /** Where an offset stands; offsets outside of the text are moved to its nearer end. */
  position(offset: number): LineColumn {
    const at = Math.max(0, Math.min(offset, this.text.length))
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - this.#starts[low]! + 1 }
  }

  /** The offset of a place; lines and columns outside of the text are moved to the nearest one inside. */
  offset(place: LineColumn): number {
    const index = Math.max(0, Math.min(place.line - 1, this.#starts.length - 1))
    const start = this.#starts[index]!
    return Math.max(start, Math.min(start + place.column - 1, this.#lineEnd(index)))
  }

  /** One line's text without its line break; '' for a line that does not exist. */
  line(number: number): string {
    if (number < 1 || number > this.#starts.length) return ''
    return this.text.slice(this.#starts[number - 1], this.#lineEnd(number - 1))
  }

  #lineEnd(index: number): number {
    let end = this.#starts[index + 1] ?? this.text.length
    if (index + 1 < this.#starts.length) {
      end--
      if (this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13) end--
    }
    return Math.max(end, this.#starts[index]!)
  }
}

const tables = new WeakMap<Files, Map<string, LineTable>>()

/** The line table of a file, made once; that of an empty text when the file is missing or binary. */
export function linesOf(files: Files, path: string): LineTable {
  let byPath = tables.get(files)
  if (!byPath) {
    byPath = new Map()
    tables.set(files, byPath)
  }
  let table = byPath.get(path)
  if (!table) {
    table = new LineTable(files.text(path) ?? '')
    byPath.set(path, table)
  }
  return table
}

/** Start and end of a span as lines and columns. */
export function placeOf(files: Files, span: Span): { readonly file: string; readonly start: LineColumn; readonly end: LineColumn } {
  const table = linesOf(files, span.file)
  return { file: span.file, start: table.position(span.start), end: table.position(span.end) }
}
