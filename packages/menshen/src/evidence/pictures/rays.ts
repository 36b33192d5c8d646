/**
 * The round codes of mini programs: short bars on 36, 54 or 72 rays around a logo. They cannot be read without the
 * platform, but their rays repeat so regularly around a centre that they can be told from anything else.
 */
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

/** The round codes in a picture, at most three. */
export const rayCodes = (whole: Grey): readonly Box[] => {
  const grey = within(whole, SIDE)
  const scale = whole.width / grey.width
  const least = Math.min(grey.width, grey.height)
  if (least < 60) return []
  const profile = new Float64Array(ANGLES)
  const found: { x: number; y: number; radius: number; share: number }[] = []
  const score = (x: number, y: number, radius: number): number => {
    profileOf(grey, x, y, radius, profile)
    return rayShare(profile).share
  }
  for (let radius = least * 0.5; radius >= 30; radius *= 0.86) {
    const step = Math.max(3, radius * 0.07)
    for (let y = radius * 0.9; y <= grey.height - radius * 0.9; y += step)
      for (let x = radius * 0.9; x <= grey.width - radius * 0.9; x += step) {
        if (!promising(grey, x, y, radius)) continue
        const share = score(x, y, radius)
        if (share > ENOUGH * 0.4) found.push({ x, y, radius, share })
      }
  }
  // The best candidates are put right by small steps: rays only line up around their very centre.
  const sure: typeof found = []
  for (const start of found.sort((a, b) => b.share - a.share).slice(0, 24)) {
    if (sure.some((one) => Math.hypot(one.x - start.x, one.y - start.y) < one.radius)) continue
    let at = start
    for (let step = Math.max(2, start.radius * 0.05); step >= 0.5; step /= 2)
      for (let moved = true, turns = 0; moved && turns < 12; turns++) {
        moved = false
        for (const [dx, dy, dr] of [
          [step, 0, 0],
          [-step, 0, 0],
          [0, step, 0],
          [0, -step, 0],
          [0, 0, step],
          [0, 0, -step],
        ] as const) {
          const share = score(at.x + dx, at.y + dy, at.radius + dr)
          if (share > at.share) {
            at = { x: at.x + dx, y: at.y + dy, radius: at.radius + dr, share }
            moved = true
          }
        }
      }
    if (at.share >= ENOUGH && !sure.some((one) => Math.hypot(one.x - at.x, one.y - at.y) < one.radius)) sure.push(at)
    if (sure.length >= 3) break
  }
  return sure.map(({ x, y, radius }) => [
    Math.round((x - radius) * scale),
    Math.round((y - radius) * scale),
    Math.round(radius * 2 * scale),
    Math.round(radius * 2 * scale),
  ])
}

/** A quick look along one ring and along a quarter of it: many changes between dark and light, on all sides. */
const promising = (grey: Grey, x: number, y: number, radius: number): boolean => {
  let quarters = 0
  for (let quarter = 0; quarter < 4; quarter++) {
    let changes = 0
    let last = -1
    for (let i = 0; i < ANGLES / 4; i += 2) {
      const angle = quarter * (ANGLES / 4) + i
      const px = Math.round(x + COS[angle]! * radius * 0.7)
      const py = Math.round(y + SIN[angle]! * radius * 0.7)
      if (px < 0 || py < 0 || px >= grey.width || py >= grey.height) return false
      const dark = grey.data[py * grey.width + px]! < 140 ? 1 : 0
      if (last >= 0 && dark !== last) changes++
      last = dark
    }
    if (changes >= 6 && changes <= 40) quarters++
  }
  return quarters >= 3
}
