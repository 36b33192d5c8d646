/** Where lines of text seem to stand: many strokes side by side, in bands as high as letters, with quiet above and below. */
import type { Box, Grey } from './types.ts'

/** A step in brightness that a stroke makes and a shade does not. */
const STEP = 34
/** Pixels of a line in which this many steps make it busy. */
const REACH = 24
const BUSY = 5
/** Cells of the map on which bands are put together. */
const CELL_X = 4
const CELL_Y = 2
const LOWEST = 7
const HIGHEST = 80
const MOST_ROWS = 60

/** How many letters would fit into the rows. */
export const lettersIn = (rows: readonly Box[]): number => rows.reduce((sum, [, , width, height]) => sum + width / height, 0)

/** Icons are full of strokes as well, but square and with room for a letter or two: reading them finds nothing. */
export const worthReading = (rows: readonly Box[], width: number, height: number): boolean => {
  const letters = lettersIn(rows)
  return letters >= 8 || (letters >= 2.5 && width >= height * 1.8)
}

/** Boxes of likely lines of text, the longest first. */
export const textRows = ({ width, height, data }: Grey): readonly Box[] => {
  const columns = Math.ceil(width / CELL_X)
  const bands = Math.ceil(height / CELL_Y)
  const map = new Uint8Array(columns * bands)
  const sums = new Uint16Array(width + 1)
  for (let y = 0; y < height; y++) {
    const from = y * width
    sums[0] = sums[1] = 0
    for (let x = 1; x < width; x++) {
      const step = x + 1 < width ? data[from + x + 1]! - data[from + x - 1]! : 0
      sums[x + 1] = sums[x]! + (step > STEP || step < -STEP ? 1 : 0)
    }
    const row = Math.floor(y / CELL_Y) * columns
    for (let cell = 0; cell < columns; cell++) {
      const middle = cell * CELL_X + CELL_X / 2
      const left = Math.max(0, middle - REACH / 2)
      const right = Math.min(width, middle + REACH / 2)
      if (sums[right]! - sums[left]! >= BUSY) map[row + cell]!++
    }
  }
  const found: Box[] = []
  const queue = new Int32Array(map.length)
  for (let start = 0; start < map.length; start++) {
    if (map[start] === 0) continue
    let head = 0
    let tail = 0
    queue[tail++] = start
    map[start] = 0
    let [left, right, top, bottom] = [columns, 0, bands, 0]
    while (head < tail) {
      const at = queue[head++]!
      const x = at % columns
      const y = (at - x) / columns
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
      // Gaps between the characters of a line are bridged, lines are not.
      for (const next of [x > 0 ? at - 1 : -1, x + 1 < columns ? at + 1 : -1, y > 0 ? at - columns : -1, y + 1 < bands ? at + columns : -1])
        if (next >= 0 && map[next] !== 0) {
          map[next] = 0
          queue[tail++] = next
        }
    }
    const w = (right - left + 1) * CELL_X
    const h = (bottom - top + 1) * CELL_Y
    const fill = tail / ((right - left + 1) * (bottom - top + 1))
    if (h >= LOWEST && h <= HIGHEST && w >= 24 && w >= h * 1.2 && fill >= 0.5) found.push([left * CELL_X, top * CELL_Y, w, h])
  }
  return found.sort((a, b) => b[2] - a[2]).slice(0, MOST_ROWS)
}
