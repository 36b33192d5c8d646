/** Measures of a picture: plain numbers, by which rules judge and by which it is decided what is worth reading. */
import { greyOf, shrink, within } from './pixels.ts'
import { textRows } from './rows.ts'
import type { Box, Grey, Measures, Pixels } from './types.ts'

const NEARLY_WHITE = 246
const NEARLY_CLEAR = 16

/** Pixels looked at for colours and skin: a sample of a large picture says as much. */
const SAMPLE = 120_000
/** The largest side that an icon has. */
const MOST_ICON = 1100

export const measure = (pixels: Pixels): Measures => {
  const { width, height, data } = pixels
  const grey = greyOf(pixels)
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / SAMPLE)))
  const seen = new Uint8Array(4096)
  let [colours, clear, blank, skin, count] = [0, 0, 0, 0, 0]
  const columns = Math.ceil(width / step)
  // Softness and shape are asked of icons only: square, and not as large as a photograph.
  const square = Math.abs(width - height) <= Math.max(width, height) * 0.2 && Math.max(width, height) <= MOST_ICON
  const bare = new Uint8Array(columns * Math.ceil(height / step))
  for (let y = 0, row = 0; y < height; y += step, row++)
    for (let x = 0, column = 0; x < width; x += step, column++) {
      const i = (y * width + x) * 4
      const [r, g, b, a] = [data[i]!, data[i + 1]!, data[i + 2]!, data[i + 3]!]
      count++
      if (a < NEARLY_CLEAR) {
        clear++
        blank++
        continue
      }
      if (r >= NEARLY_WHITE && g >= NEARLY_WHITE && b >= NEARLY_WHITE) blank++
      const colour = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4)
      if (seen[colour] === 0) {
        seen[colour] = 1
        colours++
      }
      if (isSkin(r, g, b)) {
        bare[row * columns + column] = 1
        skin++
      }
    }
  return {
    colours,
    clear: share(clear, count),
    blank: share(blank, count),
    blankRim: blankRim(pixels),
    sharpness: square ? sharpnessOf(grey) : 1,
    skin: share(skin, count),
    skinPatch: share(largestPatch(bare, columns), count),
    likeness: likenessOf(grey),
    ...(square ? shapeOf(pixels) : { shape: '', ink: [0, 0, 0] as const }),
    rows: rowsOf(grey),
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1e4) / 1e4)

/** Text is looked for at the size of a screen; boxes are given in the picture's own pixels. */
const rowsOf = (grey: Grey): readonly Box[] => {
  const smaller = within(grey, 1400)
  const scale = grey.width / smaller.width
  return textRows(smaller).map(([x, y, w, h]) => [
    Math.round(x * scale),
    Math.round(y * scale),
    Math.round(w * scale),
    Math.round(h * scale),
  ])
}

/** The range of human skin in red, green and blue and in chroma, as the literature on skin detection gives it. */
const isSkin = (r: number, g: number, b: number): boolean => {
  if (r < 90 || g < 40 || b < 20 || r <= g || g < b - 6 || r - g < 12 || r - Math.min(g, b) < 18) return false
  const cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b
  const cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b
  return cb >= 80 && cb <= 125 && cr >= 136 && cr <= 172
}

const largestPatch = (mask: Uint8Array, columns: number): number => {
  const queue = new Int32Array(mask.length)
  let largest = 0
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0) continue
    let head = 0
    let tail = 0
    queue[tail++] = start
    mask[start] = 0
    while (head < tail) {
      const at = queue[head++]!
      const x = at % columns
      for (const next of [x > 0 ? at - 1 : -1, x + 1 < columns ? at + 1 : -1, at - columns, at + columns])
        if (next >= 0 && next < mask.length && mask[next] !== 0) {
          mask[next] = 0
          queue[tail++] = next
        }
    }
    if (tail > largest) largest = tail
  }
  return largest
}

const blankRim = ({ width, height, data }: Pixels): number => {
  let [blank, count] = [0, 0]
  const look = (x: number, y: number): void => {
    const i = (y * width + x) * 4
    count++
    if (data[i + 3]! < NEARLY_CLEAR || (data[i]! >= NEARLY_WHITE && data[i + 1]! >= NEARLY_WHITE && data[i + 2]! >= NEARLY_WHITE)) blank++
  }
  for (let x = 0; x < width; x++) {
    look(x, 0)
    look(x, height - 1)
  }
  for (let y = 1; y < height - 1; y++) {
    look(0, y)
    look(width - 1, y)
  }
  return share(blank, count)
}

/**
 * The steepest edges tell: in a sharp picture some are one pixel wide. For each strong edge the second derivative is set
 * against the first, so that neither contrast nor the amount of detail counts, only how soft the edges are.
 */
const sharpnessOf = ({ width, height, data }: Grey): number => {
  let [sum, count] = [0, 0]
  for (let y = 2; y < height - 2; y++)
    for (let x = 2; x < width - 2; x++) {
      const i = y * width + x
      for (const d of [1, width]) {
        const across = Math.abs(data[i + 2 * d]! - data[i - 2 * d]!)
        if (across < 48) continue
        // Where the whole step lies between two neighbours, the largest part is all of it.
        const largest = Math.max(
          Math.abs(data[i - d]! - data[i - 2 * d]!),
          Math.abs(data[i]! - data[i - d]!),
          Math.abs(data[i + d]! - data[i]!),
          Math.abs(data[i + 2 * d]! - data[i + d]!),
        )
        sum += Math.min(1, largest / across)
        count++
      }
    }
  // Too few edges say nothing: a plain field is not blurred.
  return count < 40 ? 1 : Math.round((sum / count) * 1e4) / 1e4
}

/** A perceptual hash: signs of the low frequencies of the picture at 32 by 32 (a cosine transform). */
export const likenessOf = (grey: Grey): string => {
  const N = 32
  const small = stretched(grey, N)
  const basis = Array.from({ length: 9 }, (_, k) => Array.from({ length: N }, (_, n) => Math.cos((Math.PI / N) * (n + 0.5) * k)))
  const values: number[] = []
  for (let v = 0; v < 9; v++)
    for (let u = 0; u < 9; u++) {
      if (u + v === 0 || u > 8 || v > 8) continue
      let sum = 0
      for (let y = 0; y < N; y++) for (let x = 0; x < N; x++) sum += small[y * N + x]! * basis[u]![x]! * basis[v]![y]!
      values.push(sum)
    }
  const chosen = values.slice(0, 64)
  const middle = [...chosen].sort((a, b) => a - b)[32]!
  let out = ''
  for (let i = 0; i < 64; i += 4) {
    let digit = 0
    for (let k = 0; k < 4; k++) digit = digit * 2 + (chosen[i + k]! > middle ? 1 : 0)
    out += digit.toString(16)
  }
  return out
}
const stretched = (grey: Grey, side: number): Float64Array => {
  const small = shrink(grey, side, side)
  const out = new Float64Array(side * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      out[y * side + x] = small.data[Math.floor((y * small.height) / side) * small.width + Math.floor((x * small.width) / side)]!
  return out
}
/** How many of 64 bits differ. */
export const distance = (a: string, b: string): number => {
  let count = 0
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    let bits = Number.parseInt(a[i] ?? '0', 16) ^ Number.parseInt(b[i] ?? '0', 16)
    for (; bits; bits &= bits - 1) count++
  }
  return count
}

export const SHAPE = 16
/**
 * The drawing without its ground: pixels unlike the commonest colour of the rim, cut to their box and brought to 16 by 16
 * cells of how full each is (0 to 15), with the commonest strong colour of the whole picture.
 */
const shapeOf = (pixels: Pixels): { readonly shape: string; readonly ink: readonly [number, number, number] } => {
  const { width, height, data } = pixels
  const ground = commonest(pixels, (x, y) => x === 0 || y === 0 || x === width - 1 || y === height - 1)
  const mark = new Uint8Array(width * height)
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4
      const alpha = data[i + 3]! / 255
      const differs = ground.clear
        ? alpha > 0.5
        : Math.abs(data[i]! - ground.rgb[0]) + Math.abs(data[i + 1]! - ground.rgb[1]) + Math.abs(data[i + 2]! - ground.rgb[2]) > 120 &&
          alpha > 0.5
      if (!differs) continue
      mark[y * width + x] = 1
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
  const ink = commonest(pixels, (_x, _y, saturation, value) => saturation > 0.35 && value > 0.3)
  if (right < left) return { shape: '', ink: ink.hsv }
  let shape = ''
  const [w, h] = [right - left + 1, bottom - top + 1]
  for (let y = 0; y < SHAPE; y++)
    for (let x = 0; x < SHAPE; x++) {
      const [x0, x1] = [
        left + Math.floor((x * w) / SHAPE),
        left + Math.max(Math.floor((x * w) / SHAPE) + 1, Math.floor(((x + 1) * w) / SHAPE)),
      ]
      const [y0, y1] = [
        top + Math.floor((y * h) / SHAPE),
        top + Math.max(Math.floor((y * h) / SHAPE) + 1, Math.floor(((y + 1) * h) / SHAPE)),
      ]
      let [full, all] = [0, 0]
      for (let sy = y0; sy < y1 && sy < height; sy++)
        for (let sx = x0; sx < x1 && sx < width; sx++) {
          full += mark[sy * width + sx]!
          all++
        }
      shape += Math.round((full / Math.max(1, all)) * 15).toString(16)
    }
  return { shape, ink: ink.hsv }
}

interface Colour {
  readonly rgb: readonly [number, number, number]
  readonly clear: boolean
  readonly hsv: readonly [number, number, number]
}
const commonest = (
  { width, height, data }: Pixels,
  counts: (x: number, y: number, saturation: number, value: number) => boolean,
): Colour => {
  const sums = new Map<number, [number, number, number, number]>()
  let [clear, all] = [0, 0]
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / 60_000)))
  const look = (x: number, y: number): void => {
    const i = (y * width + x) * 4
    const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!]
    const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)]
    if (!counts(x, y, most === 0 ? 0 : (most - least) / most, most / 255)) return
    all++
    if (data[i + 3]! < 128) {
      clear++
      return
    }
    const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5)
    const sum = sums.get(key)
    if (sum) {
      sum[0] += r
      sum[1] += g
      sum[2] += b
      sum[3]++
    } else sums.set(key, [r, g, b, 1])
  }
  // The rim is looked at in full, the inside in steps.
  for (let x = 0; x < width; x++) {
    look(x, 0)
    if (height > 1) look(x, height - 1)
  }
  for (let y = 1; y < height - 1; y++) {
    look(0, y)
    if (width > 1) look(width - 1, y)
  }
  for (let y = 1; y < height - 1; y += step) for (let x = 1; x < width - 1; x += step) look(x, y)
  const [best] = [...sums.values()].sort((a, b) => b[3] - a[3])
  if (!best) return { rgb: [255, 255, 255], clear: true, hsv: [0, 0, 1] }
  const [r, g, b] = [best[0] / best[3], best[1] / best[3], best[2] / best[3]]
  return { rgb: [r, g, b], clear: clear * 2 > all, hsv: hsvOf(r, g, b) }
}
const hsvOf = (r: number, g: number, b: number): readonly [number, number, number] => {
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)]
  const d = most - least
  const hue = d === 0 ? 0 : most === r ? ((g - b) / d + 6) % 6 : most === g ? (b - r) / d + 2 : (r - g) / d + 4
  return [Math.round(hue * 60) % 360, Math.round((most === 0 ? 0 : d / most) * 100) / 100, Math.round((most / 255) * 100) / 100]
}
