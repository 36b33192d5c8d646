/** A few lines of source around a place: cleaned, cut to a width, with the marked part named by columns of what is shown. */
import type { FilePlace } from '../check/types.ts'
import { LineTable } from '../program/lines.ts'
import { displayWidth } from '../rulebook/width.ts'

export interface FrameLine {
  readonly number: number
  readonly text: string
  /** Offsets into `text`: the marked part; undefined on a line of context. */
  readonly mark?: readonly [number, number]
}
export interface FrameOptions {
  readonly before?: number
  readonly after?: number
  /** Terminal columns. */
  readonly width?: number
}

const MOST_MARKED_LINES = 4

/** Tabs become two spaces, what steers terminals or the direction of text becomes a visible mark, one for one otherwise. */
const clean = (text: string): string =>
  text
    .replace(/\t/g, '  ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '·')
    .replace(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '·')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '·')

/** Cuts a long line down to what surrounds the mark; the cut ends show an ellipsis. */
const windowed = (raw: string, mark: readonly [number, number] | undefined, width: number): { text: string; mark?: [number, number] } => {
  // Before cleaning, so that a line of megabytes costs nothing.
  const centre = mark?.[0] ?? 0
  let from = 0
  if (raw.length > width * 2 || displayWidth(clean(raw.slice(0, width * 2))) > width) from = Math.max(0, centre - Math.floor(width / 3))
  // What fits is shown from its start: a line that is a little too long loses its end.
  if (displayWidth(clean(raw.slice(0, Math.min(Math.max(mark?.[1] ?? 0, centre), width * 2)))) < width && (mark?.[1] ?? 0) <= width * 2)
    from = 0
  const head = from > 0 ? '…' : ''
  let text = head + clean(raw.slice(from, from + width * 2))
  let cut = from + width * 2 < raw.length
  if (displayWidth(text) > width) {
    cut = true
    let used = 0
    let end = 0
    for (const character of text) {
      used += displayWidth(character)
      if (used > width - 1) break
      end += character.length
    }
    text = text.slice(0, end)
  }
  if (cut) text += '…'
  if (!mark) return { text }
  const at = (offset: number) => head.length + clean(raw.slice(from, Math.max(from, Math.min(offset, from + width * 2)))).length
  const start = Math.min(at(mark[0]), text.length)
  return { text, mark: [start, Math.max(start, Math.min(at(mark[1]), text.length))] }
}

/** The lines to show for a place; empty when the file has no text. An empty span marks the line's first character. */
export const frame = (source: string | undefined, place: FilePlace, options: FrameOptions = {}): readonly FrameLine[] => {
  if (source === undefined || source === '') return []
  const { before = 1, after = 0, width = 100 } = options
  const table = new LineTable(source)
  const first = Math.min(place.start.line, table.count)
  const last = Math.min(place.end.line, table.count, first + MOST_MARKED_LINES - 1)
  const lines: FrameLine[] = []
  for (let number = Math.max(1, first - before); number <= Math.min(table.count, last + after); number++) {
    const raw = table.line(number)
    if (number < first || number > last) {
      if (raw.trim() !== '') lines.push({ number, text: windowed(raw, undefined, width).text })
      continue
    }
    const indent = raw.length - raw.trimStart().length
    const start = number === place.start.line ? place.start.column - 1 : indent
    const end = number === place.end.line ? place.end.column - 1 : raw.trimEnd().length
    const { text, mark } = windowed(raw, [start, Math.max(start, end)], width)
    lines.push({ number, text, ...(mark ? { mark } : {}) })
  }
  return lines
}
