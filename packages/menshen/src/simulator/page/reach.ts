/** Where a finger could touch an element, and why it could not. */
import type { Missed } from '../types.ts'

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
const inside = (b: Box): Box => ({
  left: Math.max(0, b.left),
  right: Math.min(innerWidth, b.right),
  top: Math.max(0, b.top),
  bottom: Math.min(innerHeight, b.bottom),
})
const wide = (b: Box): boolean => b.right - b.left >= 1 && b.bottom - b.top >= 1

/** Places to try: the middle first, then around it. */
const spots = [
  [0.5, 0.5],
  [0.25, 0.5],
  [0.75, 0.5],
  [0.5, 0.2],
  [0.5, 0.8],
  [0.1, 0.1],
  [0.9, 0.1],
  [0.1, 0.9],
  [0.9, 0.9],
] as const

/** The parts of an element: text that wraps has one for each line, and a box without a size of its own those of its children. */
function partsOf(e: Element): Box[] {
  const own = Array.from(e.getClientRects()).slice(0, 12).map(inside).filter(wide)
  if (own.length > 0) return own
  const out: Box[] = []
  for (const child of Array.from(e.children).slice(0, 12)) {
    const b = inside(child.getBoundingClientRect())
    if (wide(b)) out.push(b)
  }
  return out
}
/** A point where the topmost thing is the element or something inside it. */
function pointOn(e: Element): { x: number; y: number } | null {
  for (const b of partsOf(e))
    for (const [fx, fy] of spots) {
      const x = b.left + (b.right - b.left) * fx
      const y = b.top + (b.bottom - b.top) * fy
      const hit = document.elementFromPoint(x, y)
      if (hit && e.contains(hit)) return { x, y }
    }
  return null
}

interface Swiper extends Element {
  readonly __go?: (n: number, source: string) => void
}
/** Swipes to the slide that an element is on. */
function swipe(e: Element): void {
  for (let n: Element | null = e; n; n = n.parentElement) {
    if (n.tagName !== 'WX-SWIPER-ITEM') continue
    const swiper = n.closest('wx-swiper') as Swiper | null
    const slides = Array.from(swiper?.querySelectorAll('wx-swiper-item') ?? []).filter((one) => one.closest('wx-swiper') === swiper)
    swiper?.__go?.(slides.indexOf(n), 'touch')
  }
}
/** Brings an element into view as a finger can: through what scrolls or swipes by touch, and no further. */
function bring(e: Element): void {
  swipe(e)
  const still: [Element, number, number][] = []
  for (let n = e.parentElement; n; n = n.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(n)
    const scrolls = (how: string) => how === 'auto' || how === 'scroll'
    if (!scrolls(overflowX) && !scrolls(overflowY)) still.push([n, n.scrollLeft, n.scrollTop])
  }
  e.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' as ScrollBehavior })
  for (const [n, left, top] of still) {
    if (n.scrollLeft !== left) n.scrollLeft = left
    if (n.scrollTop !== top) n.scrollTop = top
  }
}

/** A point that a finger can touch, after scrolling there when need be, or the reason why there is none. */
export function reach(e: Element | undefined): { readonly x: number; readonly y: number } | { readonly missed: Missed } {
  if (!e?.isConnected) return { missed: 'gone' }
  const at = pointOn(e)
  if (at) return at
  const style = getComputedStyle(e)
  if (style.display === 'none' || style.visibility !== 'visible') return { missed: 'gone' }
  bring(e)
  const found = pointOn(e)
  if (found) return found
  return { missed: hidden(e) ? 'covered' : 'outside' }
}

/** What is left of a box after everything around it has cut off what it does not show. */
function clipped(e: Element, b: Box): Box {
  let out = b
  let free = getComputedStyle(e).position === 'fixed'
  for (let n = e.parentElement; n && !free; n = n.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(n)
    if (overflowX !== 'visible' || overflowY !== 'visible') {
      const frame = n.getBoundingClientRect()
      out = {
        left: Math.max(out.left, frame.left),
        right: Math.min(out.right, frame.right),
        top: Math.max(out.top, frame.top),
        bottom: Math.min(out.bottom, frame.bottom),
      }
    }
    free = position === 'fixed'
  }
  return out
}
/** Whether something else lies over all that is shown of an element. */
export function hidden(e: Element): boolean {
  const parts = partsOf(e)
  if (parts.length === 0 || pointOn(e)) return false
  return parts.some((b) => {
    const { left, right, top, bottom } = clipped(e, b)
    return right - left >= 2 && bottom - top >= 2
  })
}
