/** What lies over and under things on a page: elements that float above it, pictures and where they are, the ground on which a text stands. */
import type { Box, FloatingPart, PictureShown } from '../types.ts'
import { selectorOf } from './backend.ts'

const box = (b: DOMRect): Box => ({ x: Math.round(b.x), y: Math.round(b.y), width: Math.round(b.width), height: Math.round(b.height) })
const seen = (b: DOMRect): boolean => b.width >= 2 && b.height >= 2
const most = 60

/** Everything that stays where it is while the page scrolls under it. */
export function floatsOf(all: readonly Element[]): FloatingPart[] {
  const out: FloatingPart[] = []
  const found: Element[] = []
  for (const e of all) {
    if (out.length >= most) break
    const style = getComputedStyle(e)
    if (style.position !== 'fixed' && style.position !== 'sticky') continue
    const b = e.getBoundingClientRect()
    if (!seen(b) || style.visibility !== 'visible' || found.some((other) => other.contains(e))) continue
    found.push(e)
    out.push({
      selector: selectorOf(e),
      tag: e.tagName.toLowerCase().replace(/^wxc?-/, ''),
      box: box(b),
      text: ((e as HTMLElement).innerText ?? '').replace(/\s+/g, ' ').trim().slice(0, 120),
      pictures: e.querySelectorAll('img').length,
      passes: style.pointerEvents === 'none',
      animated: e.getAnimations({ subtree: true }).length > 0,
    })
  }
  return out
}

const source = /url\(["']?([^"')]+)/
/** Pictures, the elements that they are painted on, and what each is. */
export interface Pictures {
  readonly shown: PictureShown[]
  readonly elements: readonly Element[]
}
export function picturesOf(all: readonly Element[]): Pictures {
  const shown: PictureShown[] = []
  const elements: Element[] = []
  for (const e of all) {
    if (shown.length >= most) break
    const img = e.tagName === 'IMG' ? (e as HTMLImageElement) : null
    const src = img ? img.getAttribute('src') : source.exec(getComputedStyle(e).backgroundImage)?.[1]
    if (!src) continue
    const b = e.getBoundingClientRect()
    if (!seen(b)) continue
    elements.push(e)
    shown.push({
      selector: selectorOf(img?.parentElement ?? e),
      source: src.slice(0, 300),
      box: box(b),
      natural: img?.naturalWidth ? { width: img.naturalWidth, height: img.naturalHeight } : null,
      fit: img ? getComputedStyle(img).objectFit : 'background',
    })
  }
  return { shown, elements }
}

const solid = (style: CSSStyleDeclaration): boolean => {
  const parts = /^rgba?\(([^)]+)\)/.exec(style.backgroundColor)?.[1]?.split(/[,/\s]+/)
  return parts !== undefined && (parts.length < 4 || +(parts[3] as string) >= 0.6)
}
/** The picture that a text stands on: the first one below it with nothing solid between. */
export function pictureUnder(text: Element, at: DOMRect, pictures: Pictures): number | null {
  if (pictures.elements.length === 0) return null
  let below = false
  for (const e of document.elementsFromPoint(at.left + at.width / 2, at.top + at.height / 2)) {
    if (e === text || e.contains(text)) below = true
    if (!below) continue
    const found = pictures.elements.indexOf(e)
    if (found >= 0) return found
    if (solid(getComputedStyle(e))) return null
  }
  return null
}

let canvas: HTMLCanvasElement | null = null
/** The colour of a picture where a text stands on it, and how much it varies there; null where a picture may not be looked into. */
export function groundOf(picture: Element, at: DOMRect): { readonly color: string; readonly spread: number } | null {
  const img = picture as HTMLImageElement
  if (picture.tagName !== 'IMG' || !img.complete || !img.naturalWidth) return null
  const whole = img.getBoundingClientRect()
  const [sx, sy] = [img.naturalWidth / whole.width, img.naturalHeight / whole.height]
  const left = Math.max(0, at.left - whole.left) * sx
  const top = Math.max(0, at.top - whole.top) * sy
  const width = Math.min(at.width * sx, img.naturalWidth - left)
  const height = Math.min(at.height * sy, img.naturalHeight - top)
  if (width < 1 || height < 1) return null
  canvas ??= document.createElement('canvas')
  canvas.width = 12
  canvas.height = 6
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return null
  try {
    pen.drawImage(img, left, top, width, height, 0, 0, 12, 6)
    const { data } = pen.getImageData(0, 0, 12, 6)
    const sum = [0, 0, 0]
    const lights: number[] = []
    for (let i = 0; i < data.length; i += 4) {
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (data[i + c] as number)
      lights.push(0.3 * (data[i] as number) + 0.59 * (data[i + 1] as number) + 0.11 * (data[i + 2] as number))
    }
    const count = lights.length
    const middle = lights.reduce((a, b) => a + b, 0) / count
    const spread = Math.sqrt(lights.reduce((a, b) => a + (b - middle) ** 2, 0) / count)
    return { color: `rgb(${sum.map((one) => Math.round(one / count)).join(', ')})`, spread: Math.round(spread) }
  } catch {
    // a picture from elsewhere may be shown, not read
    return null
  }
}
