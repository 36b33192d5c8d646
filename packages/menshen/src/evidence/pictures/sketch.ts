/** Pictures written by hand, for examples and tests of rules. */
import { meaningOf } from './codes.ts'
import { cellsOf } from './marks.ts'
import type { Code, Measures, Picture, PictureEvidence } from './types.ts'

const MEASURES: Measures = {
  colours: 200,
  clear: 0,
  blank: 0.1,
  blankRim: 0,
  sharpness: 0.8,
  skin: 0,
  skinPatch: 0,
  likeness: '0000000000000000',
  shape: '',
  ink: [200, 0.5, 0.5],
  rows: [],
}
export interface PictureSketch {
  readonly role?: Picture['role']
  readonly size?: readonly [number, number]
  /** Texts of square codes. */
  readonly codes?: readonly string[]
  /** Round codes, which cannot be read. */
  readonly round?: number
  readonly lines?: readonly string[]
  readonly measures?: Partial<Measures>
  readonly unseen?: Picture['unseen']
}
/** One picture as it might have been seen. */
export const sketchPicture = (path: string, sketch: PictureSketch = {}): Picture => {
  const [width, height] = sketch.size ?? [400, 400]
  const round: Code = {
    kind: 'mini-program',
    text: null,
    meaning: 'program',
    of: { zh: '小程序码', en: 'a round mini-program code' },
    box: [40, 40, 200, 200],
  }
  return {
    path,
    sha256: '',
    role: sketch.role ?? 'packaged',
    format: 'png',
    width,
    height,
    size: 20_000,
    ...(sketch.unseen ? { unseen: sketch.unseen } : { measures: { ...MEASURES, ...sketch.measures } }),
    codes: [
      ...(sketch.codes ?? []).map((text): Code => ({ kind: 'qr', text, ...meaningOf(text), box: [20, 20, 160, 160] })),
      ...Array.from({ length: sketch.round ?? 0 }, () => round),
    ],
    lines: (sketch.lines ?? []).map((text, i) => ({ text, confidence: 92, box: [10, 10 + i * 24, text.length * 16, 20] as const })),
  }
}
/** The evidence of a program with these pictures. */
export const sketchPictures = (...pictures: readonly Picture[]): PictureEvidence => ({
  format: 'menshen-pictures/1',
  pictures,
  small: 0,
  elsewhere: 0,
})
/** The shape of a drawing, given as what is full in a square of side 1. */
export const sketchShape = (full: (x: number, y: number) => boolean): string =>
  cellsOf(full)
    .map((cell) => Math.round(cell * 15).toString(16))
    .join('')
