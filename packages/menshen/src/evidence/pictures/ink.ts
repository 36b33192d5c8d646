/** Dark letters on a light ground, whatever they were: white on red, grey on black, words over a photograph. */
import type { Box, Grey } from './types.ts'

const BLOCK = 4
/** Blocks to each side that decide what the ground of a block is; wider than high, as lines are. */
const AROUND_X = 9
const AROUND_Y = 4
const LEVELS = 32

/**
 * What differs from the commonest brightness of its surroundings becomes dark, by how much it differs. The ground of a
 * line of text is commoner than its letters, so both light and dark letters come out dark.
 */
export const inked = ({ width, height, data }: Grey): Grey => {
  const columns = Math.ceil(width / BLOCK)
  const rows = Math.ceil(height / BLOCK)
  const counts = new Uint16Array(columns * rows * LEVELS)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / BLOCK) * columns
    for (let x = 0; x < width; x++) counts[(row + (x >> 2)) * LEVELS + (data[y * width + x]! >> 3)]!++
  }
  // Sums over the surroundings, first along lines, then across them.
  const along = new Uint16Array(counts.length)
  const run = new Uint16Array(LEVELS)
  for (let y = 0; y < rows; y++) {
    run.fill(0)
    for (let x = -AROUND_X; x < columns; x++) {
      const [enter, leave] = [x + AROUND_X, x - AROUND_X - 1]
      if (enter < columns) for (let k = 0; k < LEVELS; k++) run[k]! += counts[(y * columns + enter) * LEVELS + k]!
      if (leave >= 0) for (let k = 0; k < LEVELS; k++) run[k]! -= counts[(y * columns + leave) * LEVELS + k]!
      if (x >= 0) along.set(run, (y * columns + x) * LEVELS)
    }
  }
  const ground = new Uint8Array(columns * rows)
  const span = new Uint8Array(columns * rows)
  const across = new Uint16Array(LEVELS)
  for (let x = 0; x < columns; x++) {
    across.fill(0)
    for (let y = -AROUND_Y; y < rows; y++) {
      const [enter, leave] = [y + AROUND_Y, y - AROUND_Y - 1]
      if (enter < rows) for (let k = 0; k < LEVELS; k++) across[k]! += along[(enter * columns + x) * LEVELS + k]!
      if (leave >= 0) for (let k = 0; k < LEVELS; k++) across[k]! -= along[(leave * columns + x) * LEVELS + k]!
      if (y < 0) continue
      let best = 0
      let most = -1
      let total = 0
      for (let k = 0; k < LEVELS; k++) {
        // Neighbouring levels count as well: grounds shade off.
        const sum = across[k]! * 2 + (k > 0 ? across[k - 1]! : 0) + (k + 1 < LEVELS ? across[k + 1]! : 0)
        total += across[k]!
        if (sum > most) {
          most = sum
          best = k
        }
      }
      // How far the darkest and the lightest pixels that are no specks lie from the ground.
      const speck = total * 0.015
      let [low, high, sum] = [0, LEVELS - 1, 0]
      for (; low < best && (sum += across[low]!) < speck; low++);
      sum = 0
      for (; high > best && (sum += across[high]!) < speck; high--);
      ground[y * columns + x] = best * 8 + 4
      span[y * columns + x] = Math.max(best - low, high - best) * 8
    }
  }
  const out = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / BLOCK) * columns
    for (let x = 0; x < width; x++) {
      const block = row + (x >> 2)
      const differs = Math.abs(data[y * width + x]! - ground[block]!)
      const reach = Math.max(48, span[block]!)
      const ink = differs <= 10 ? 0 : Math.min(255, (differs * 255) / reach)
      out[y * width + x] = 255 - ink
    }
  }
  return { width, height, data: out }
}

/** A stroke of letters is not this long without a break; frames, bars and edges of boxes are. */
const LONGEST_STROKE = 90
const HIGHEST_STROKE = 120
/** Takes frames, bars and rules away: they join what stands in them to one piece that is no letter. */
export const withoutFrames = ({ width, height, data }: Grey): Grey => {
  const out = new Uint8Array(data)
  const seen = new Uint8Array(width * height)
  const queue = new Int32Array(width * height)
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] !== 0 || data[start]! > 140) continue
    let head = 0
    let tail = 0
    queue[tail++] = start
    seen[start] = 1
    let [left, right, top, bottom] = [width, 0, height, 0]
    while (head < tail) {
      const at = queue[head++]!
      const x = at % width
      const y = (at - x) / width
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
      for (const next of [x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1, at - width, at + width])
        if (next >= 0 && next < seen.length && seen[next] === 0 && data[next]! <= 140) {
          seen[next] = 1
          queue[tail++] = next
        }
    }
    const [w, h] = [right - left + 1, bottom - top + 1]
    const fill = tail / (w * h)
    const frame = (w > LONGEST_STROKE && (h > 34 || h < 6 || fill > 0.7)) || h > HIGHEST_STROKE || (h > 40 && w < 6)
    if (frame) for (let i = 0; i < tail; i++) out[queue[i]!] = 255
  }
  return { width, height, data: out }
}

/** Keeps what stands near the boxes; everything else becomes ground. */
export const only = ({ width, height, data }: Grey, boxes: readonly Box[]): Grey => {
  const out = new Uint8Array(width * height).fill(255)
  for (const [x, y, w, h] of boxes) {
    const [left, right] = [Math.max(0, Math.floor(x - h * 1.6)), Math.min(width, Math.ceil(x + w + h * 1.6))]
    const [top, bottom] = [Math.max(0, Math.floor(y - h * 0.45)), Math.min(height, Math.ceil(y + h * 1.45))]
    for (let row = top; row < bottom; row++) out.set(data.subarray(row * width + left, row * width + right), row * width + left)
  }
  return { width, height, data: out }
}
