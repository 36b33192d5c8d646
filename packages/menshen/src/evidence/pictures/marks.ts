/**
 * Likeness to the platforms' marks, by shapes that are drawn here: two bubbles that overlap, a note that leans. No mark
 * of anybody is kept; what is compared is where a drawing is full and where it is empty, on 16 by 16 cells.
 */
import { SHAPE } from './measure.ts'
import type { Measures } from './types.ts'

type Draw = (x: number, y: number) => boolean
const ellipse =
  (cx: number, cy: number, rx: number, ry: number): Draw =>
  (x, y) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1
const band =
  (left: number, top: number, right: number, bottom: number): Draw =>
  (x, y) =>
    x >= left && x <= right && y >= top && y <= bottom

const bubbles: Draw = (x, y) => {
  const back = ellipse(0.37, 0.37, 0.37, 0.33)(x, y) || (band(0.08, 0.55, 0.22, 0.74)(x, y) && y - 0.55 < (0.24 - x) * 1.6 + 0.05)
  const gap = ellipse(0.68, 0.63, 0.355, 0.31)(x, y)
  const front = ellipse(0.68, 0.63, 0.32, 0.275)(x, y) || (band(0.78, 0.82, 0.92, 1)(x, y) && y - 0.82 < (x - 0.72) * 0.9)
  const eyes = [
    ellipse(0.25, 0.28, 0.05, 0.05),
    ellipse(0.49, 0.28, 0.05, 0.05),
    ellipse(0.58, 0.55, 0.04, 0.04),
    ellipse(0.79, 0.55, 0.04, 0.04),
  ]
  return ((back && !gap) || front) && !eyes.some((eye) => eye(x, y))
}
const note: Draw = (x, y) => {
  const stem = band(0.44, 0, 0.62, 0.72)(x, y)
  const ring = ellipse(0.34, 0.7, 0.34, 0.3)(x, y) && !ellipse(0.34, 0.7, 0.16, 0.14)(x, y)
  const flag =
    x >= 0.6 &&
    x <= 1 &&
    y >= 0.02 &&
    y <= 0.42 &&
    !ellipse(1.02, 0, 0.32, 0.26)(x, y) &&
    y >= (x - 0.6) * 0.35 &&
    y <= 0.2 + (x - 0.6) * 0.6
  return stem || ring || flag
}

interface Mark {
  readonly name: { readonly zh: string; readonly en: string }
  readonly draw: Draw
  /** Hues that the mark is known by; any when left out. */
  readonly hues?: readonly [number, number]
}
const FINE = 8
/** How full each cell is when a shape is stretched over all of them. */
export const cellsOf = (draw: Draw): readonly number[] =>
  Array.from({ length: SHAPE * SHAPE }, (_, i) => {
    let full = 0
    for (let v = 0; v < FINE; v++)
      for (let u = 0; u < FINE; u++)
        if (draw(((i % SHAPE) + (u + 0.5) / FINE) / SHAPE, (Math.floor(i / SHAPE) + (v + 0.5) / FINE) / SHAPE)) full++
    return full / (FINE * FINE)
  })
const MARKS: readonly Mark[] = [
  { name: { zh: '微信的双气泡', en: 'the two bubbles of WeChat' }, draw: bubbles, hues: [95, 170] },
  { name: { zh: '抖音的音符', en: 'the note of Douyin' }, draw: note },
]
const drawn = new Map<Mark, readonly number[]>()
/** Drawn when a picture is there to be compared with. */
const cellsOfMark = (mark: Mark): readonly number[] => {
  let cells = drawn.get(mark)
  if (!cells) drawn.set(mark, (cells = cellsOf(mark.draw)))
  return cells
}
const ENOUGH = 0.8

/** The mark that a drawing resembles, if any, with how much (a correlation). */
export const likeMark = ({
  shape,
  ink,
}: Pick<Measures, 'shape' | 'ink'>): { readonly name: Mark['name']; readonly likeness: number } | undefined => {
  if (shape.length !== SHAPE * SHAPE) return undefined
  const cells = [...shape].map((digit) => Number.parseInt(digit, 16) / 15)
  let best: { readonly name: Mark['name']; readonly likeness: number } | undefined
  for (const mark of MARKS) {
    const { name, hues } = mark
    if (hues && !(ink[0] >= hues[0] && ink[0] <= hues[1])) continue
    const likeness = correlation(cells, cellsOfMark(mark))
    if (likeness >= ENOUGH && likeness > (best?.likeness ?? 0)) best = { name, likeness }
  }
  return best
}
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
  const [ma, mb] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [a[i]! - ma, b[i]! - mb]
    ab += da * db
    aa += da * da
    bb += db * db
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb)
}
