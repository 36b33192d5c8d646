/** Spots with offsets become places with lines and columns. */
import { placeOf } from '../program/lines.ts'
import type { Files, Span } from '../program/types.ts'
import type { Spot } from '../rules/kit.ts'
import type { FilePlace, Place, Text } from './types.ts'

export interface Placer {
  span(at: Span, note?: Text): FilePlace
  spot(at: Spot, note?: Text): Place
  /** The text of a file; '' when it is missing or binary. */
  text(file: string): string
}

export const placer = (files: Files): Placer => {
  const span = (at: Span, note?: Text): FilePlace => {
    const place = placeOf(files, { file: at.file, start: at.start, end: Math.max(at.start, at.end) })
    const boxed = at.box ? { ...place, box: at.box } : place
    return note ? { ...boxed, note } : boxed
  }
  return {
    span,
    spot: (at, note) => ('file' in at ? span(at, note) : note ? { ...at, note } : at),
    text: (file) => files.text(file) ?? '',
  }
}
