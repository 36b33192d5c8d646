/** Simple arithmetic on pictures: grey, smaller, cut. */
import type { Grey, Pixels } from './types.ts'

/** Brightness as eyes see it; what lets the ground through stands on white, as platforms show it. */
export const greyOf = ({ width, height, data }: Pixels): Grey => {
  const out = new Uint8Array(width * height)
  for (let i = 0, j = 0; i < out.length; i++, j += 4) {
    const light = (data[j]! * 77 + data[j + 1]! * 150 + data[j + 2]! * 29) >> 8
    const alpha = data[j + 3]!
    out[i] = alpha === 255 ? light : (light * alpha + 255 * (255 - alpha)) / 255
  }
  return { width, height, data: out }
}

/** Averages of the pixels that fall into each new one; never larger than it was. */
export const shrink = (grey: Grey, width: number, height: number): Grey => {
  const w = Math.max(1, Math.min(Math.round(width), grey.width))
  const h = Math.max(1, Math.min(Math.round(height), grey.height))
  if (w === grey.width && h === grey.height) return grey
  const out = new Uint8Array(w * h)
  for (let y = 0; y < h; y++) {
    const top = Math.floor((y * grey.height) / h)
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * grey.height) / h))
    for (let x = 0; x < w; x++) {
      const left = Math.floor((x * grey.width) / w)
      const right = Math.max(left + 1, Math.floor(((x + 1) * grey.width) / w))
      let sum = 0
      for (let sy = top; sy < bottom; sy++) for (let sx = left, i = sy * grey.width + left; sx < right; sx++, i++) sum += grey.data[i]!
      out[y * w + x] = sum / ((bottom - top) * (right - left))
    }
  }
  return { width: w, height: h, data: out }
}

/** So that its longer side is at most `side`. */
export const within = (grey: Grey, side: number): Grey => {
  const scale = side / Math.max(grey.width, grey.height)
  return scale >= 1 ? grey : shrink(grey, grey.width * scale, grey.height * scale)
}

/** Twice, three times as large, with straight lines between the pixels. */
export const enlarge = (grey: Grey, times: number): Grey => {
  const width = Math.round(grey.width * times)
  const height = Math.round(grey.height * times)
  const out = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const sy = Math.min(grey.height - 1, Math.max(0, (y + 0.5) / times - 0.5))
    const y0 = Math.floor(sy)
    const y1 = Math.min(grey.height - 1, y0 + 1)
    const fy = sy - y0
    for (let x = 0; x < width; x++) {
      const sx = Math.min(grey.width - 1, Math.max(0, (x + 0.5) / times - 0.5))
      const x0 = Math.floor(sx)
      const x1 = Math.min(grey.width - 1, x0 + 1)
      const fx = sx - x0
      const a = grey.data[y0 * grey.width + x0]! * (1 - fx) + grey.data[y0 * grey.width + x1]! * fx
      const b = grey.data[y1 * grey.width + x0]! * (1 - fx) + grey.data[y1 * grey.width + x1]! * fx
      out[y * width + x] = a * (1 - fy) + b * fy
    }
  }
  return { width, height, data: out }
}

/** The part inside a box, as far as there is one. */
export const cut = (grey: Grey, [left, top, width, height]: readonly [number, number, number, number]): Grey => {
  const x = Math.max(0, Math.floor(left))
  const y = Math.max(0, Math.floor(top))
  const w = Math.max(1, Math.min(grey.width, Math.ceil(left + width)) - x)
  const h = Math.max(1, Math.min(grey.height, Math.ceil(top + height)) - y)
  const out = new Uint8Array(w * h)
  for (let row = 0; row < h; row++) out.set(grey.data.subarray((y + row) * grey.width + x, (y + row) * grey.width + x + w), row * w)
  return { width: w, height: h, data: out }
}
