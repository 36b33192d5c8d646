/** Spots with offsets become places with lines and columns. */
import { placeOf } from '../program/lines.ts'
import { originalOf } from '../program/source-map.ts'
import type { Files, Span } from '../program/types.ts'
import type { Spot } from '../rules/kit.ts'
import type { FilePlace, Place, Text } from './types.ts'

export interface Placer {
  span(at: Span, note?: Text): FilePlace
  spot(at: Spot, note?: Text): Place
  /** The text of a file; '' when it is missing or binary. */
  text(file: string): string
}

/** @param root the program's folder in the files, for what source maps say */
export const placer = (files: Files, root = ''): Placer => {
  const span = (at: Span, note?: Text): FilePlace => {
    const place = placeOf(files, { file: at.file, start: at.start, end: Math.max(at.start, at.end) })
    const original = at.end > at.start ? originalOf(files, root, at) : null
    const boxed = { ...place, ...(at.box ? { box: at.box } : {}), ...(original ? { original } : {}) }
    return note ? { ...boxed, note } : boxed
  }
  return {
    span,
    spot: (at, note) => ('file' in at ? span(at, note) : note ? { ...at, note } : at),
    text: (file) => files.text(file) ?? '',
  }
}
