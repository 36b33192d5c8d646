/**
 * The round codes of mini programs: short bars on 36, 54 or 72 rays around a logo. They cannot be read without the
 * platform, but their rays repeat so regularly around a centre that they can be told from anything else.
 */
import { inked } from './ink.ts'
import { within } from './pixels.ts'
import type { Box, Grey } from './types.ts'

const COUNTS = [36, 54, 72] as const
const ANGLES = 720
/** Rings between the logo and the rim, as parts of the radius. */
const RINGS = [0.58, 0.64, 0.7, 0.76, 0.82, 0.88, 0.94] as const
/** Share of the variation around the circle that one number of rays has to explain. */
const ENOUGH = 0.3
const SIDE = 420

const COS = Float64Array.from({ length: ANGLES }, (_, i) => Math.cos((2 * Math.PI * i) / ANGLES))
const SIN = Float64Array.from({ length: ANGLES }, (_, i) => Math.sin((2 * Math.PI * i) / ANGLES))

/** Darkness by angle, summed over the rings. */
const profileOf = (grey: Grey, x: number, y: number, radius: number, out: Float64Array): void => {
  for (let i = 0; i < ANGLES; i++) {
    let sum = 0
    for (const ring of RINGS) {
      const px = Math.round(x + COS[i]! * radius * ring)
      const py = Math.round(y + SIN[i]! * radius * ring)
      if (px >= 0 && py >= 0 && px < grey.width && py < grey.height) sum += 255 - grey.data[py * grey.width + px]!
    }
    out[i] = sum
  }
}
/** How much of the variation repeats with one of the numbers of rays; the strongest. */
const rayShare = (profile: Float64Array): { readonly rays: number; readonly share: number } => {
  let mean = 0
  for (const one of profile) mean += one
  mean /= ANGLES
  let power = 0
  for (const one of profile) power += (one - mean) ** 2
  if (power < ANGLES * 60 ** 2) return { rays: 0, share: 0 }
  let best = { rays: 0, share: 0 }
  for (const rays of COUNTS) {
    let [re, im] = [0, 0]
    for (let i = 0; i < ANGLES; i++) {
      const k = (i * rays) % ANGLES
      re += (profile[i]! - mean) * COS[k]!
      im += (profile[i]! - mean) * SIN[k]!
    }
    const share = (2 * (re * re + im * im)) / (ANGLES * power)
    if (share > best.share) best = { rays, share }
  }
  return best
}

/** A piece of ink that is longer than wide: where its middle is and where it points. */
interface Bar {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly reach: number
}
const MOST_BARS = 3000

/** Small long pieces of ink. */
const barsOf = ({ width, height, data }: Grey): readonly Bar[] => {
  const seen = new Uint8Array(width * height)
  const queue = new Int32Array(width * height)
  const largest = (Math.min(width, height) / 8) ** 2
  const bars: Bar[] = []
  for (let start = 0; start < seen.length && bars.length < MOST_BARS; start++) {
    if (seen[start] !== 0 || data[start]! > 128) continue
    let head = 0
    let tail = 0
    queue[tail++] = start
    seen[start] = 1
    let [sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0]
    while (head < tail) {
      const at = queue[head++]!
      const x = at % width
      const y = (at - x) / width
      sx += x
      sy += y
      sxx += x * x
      syy += y * y
      sxy += x * y
      for (const next of [x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1, at - width, at + width])
        if (next >= 0 && next < seen.length && seen[next] === 0 && data[next]! <= 128) {
          seen[next] = 1
          queue[tail++] = next
        }
    }
    if (tail < 4 || tail > largest) continue
    const [mx, my] = [sx / tail, sy / tail]
    const [xx, yy, xy] = [sxx / tail - mx * mx + 1 / 12, syy / tail - my * my + 1 / 12, sxy / tail - mx * my]
    const spread = Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy)
    const [long, short] = [(xx + yy) / 2 + spread, (xx + yy) / 2 - spread]
    if (long < short * 2.2) continue
    const angle = Math.atan2(2 * xy, xx - yy) / 2
    bars.push({ x: mx, y: my, dx: Math.cos(angle), dy: Math.sin(angle), reach: Math.sqrt(long * 3) })
  }
  return bars
}

const CELL = 3
const LEAST_BARS = 14
/** The round codes in a picture, at most three: the points that most bars point to, where the rays around them are regular. */
export const rayCodes = (whole: Grey): readonly Box[] => {
  const grey = inked(within(whole, SIDE))
  const scale = whole.width / grey.width
  if (Math.min(grey.width, grey.height) < 60) return []
  let bars = barsOf(grey)
  const sure: { x: number; y: number; radius: number; share: number }[] = []
  const profile = new Float64Array(ANGLES)
  const score = (x: number, y: number, radius: number): number => {
    profileOf(grey, x, y, radius, profile)
    return rayShare(profile).share
  }
  for (let turn = 0; turn < 3 && bars.length >= LEAST_BARS; turn++) {
    const middle = meeting(bars, grey.width, grey.height)
    const pointing = bars.filter((bar) => aims(bar, middle.x, middle.y, grey))
    if (pointing.length < LEAST_BARS) break
    const far = pointing.map((bar) => Math.hypot(bar.x - middle.x, bar.y - middle.y) + bar.reach).sort((a, b) => a - b)
    let at = { ...middle, radius: 0, share: 0 }
    for (const part of [0.6, 0.75, 0.85, 0.92, 0.97]) {
      const radius = far[Math.floor((far.length - 1) * part)]!
      const share = score(middle.x, middle.y, radius)
      if (share > at.share) at = { ...middle, radius, share }
    }
    // Rays only line up around their very centre.
    for (let step = Math.max(1, at.radius * 0.04); step >= 0.4; step /= 2)
      for (let moved = true, turns = 0; moved && turns < 10; turns++) {
        moved = false
        for (const [dx, dy, dr] of STEPS) {
          const share = score(at.x + dx * step, at.y + dy * step, at.radius + dr * step)
          if (share <= at.share) continue
          at = { x: at.x + dx * step, y: at.y + dy * step, radius: at.radius + dr * step, share }
          moved = true
        }
      }
    if (at.share >= ENOUGH && at.radius >= 24) sure.push(at)
    bars = bars.filter((bar) => !pointing.includes(bar))
  }
  return sure.map(({ x, y, radius }) => [
    Math.round((x - radius) * scale),
    Math.round((y - radius) * scale),
    Math.round(radius * 2 * scale),
    Math.round(radius * 2 * scale),
  ])
}
const STEPS = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
] as const

/** The point that most bars point to: each votes for all places along its line. */
const meeting = (bars: readonly Bar[], width: number, height: number): { readonly x: number; readonly y: number } => {
  const columns = Math.ceil(width / CELL)
  const rows = Math.ceil(height / CELL)
  const votes = new Uint16Array(columns * rows)
  const longest = Math.min(width, height) * 0.55
  for (const { x, y, dx, dy, reach } of bars)
    for (const side of [1, -1])
      for (let d = reach + CELL; d < longest; d += CELL) {
        const cx = Math.floor((x + dx * d * side) / CELL)
        const cy = Math.floor((y + dy * d * side) / CELL)
        if (cx < 0 || cy < 0 || cx >= columns || cy >= rows) break
        votes[cy * columns + cx]!++
      }
  let best = { x: width / 2, y: height / 2, votes: -1 }
  for (let cy = 1; cy + 1 < rows; cy++)
    for (let cx = 1; cx + 1 < columns; cx++) {
      let sum = 0
      for (let oy = -1; oy <= 1; oy++) for (let ox = -1; ox <= 1; ox++) sum += votes[(cy + oy) * columns + cx + ox]!
      if (sum > best.votes) best = { x: (cx + 0.5) * CELL, y: (cy + 0.5) * CELL, votes: sum }
    }
  return best
}
const aims = ({ x, y, dx, dy }: Bar, cx: number, cy: number, { width, height }: Grey): boolean => {
  const [vx, vy] = [cx - x, cy - y]
  const d = Math.hypot(vx, vy)
  return d > 8 && d < Math.min(width, height) * 0.55 && Math.abs(vx * dy - vy * dx) < Math.max(3, d * 0.09)
}
