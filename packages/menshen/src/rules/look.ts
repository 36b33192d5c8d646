/** What style sheets say about an element: enough to see that something is invisible or covers the screen. */
import { parseStyle } from '../program/style.ts'
import type { Element, ProgramModel } from '../program/types.ts'
import { plainAttribute } from './reading.ts'

/** Declarations that reach an element by its classes or its own style attribute; later ones win. Selectors are read by their last part only. */
export const looksOf = (program: ProgramModel, template: string, element: Element): ReadonlyMap<string, string> => {
  const out = new Map<string, string>()
  const classes = new Set((plainAttribute(element, 'class') ?? '').split(/\s+/).filter(Boolean))
  const units = [...program.pages, ...program.components.values()].filter((unit) => unit.template === template)
  const sheets = [program.app.style, ...units.map((unit) => unit.style)]
  if (classes.size > 0)
    for (const path of sheets) {
      const sheet = path ? program.styles.get(path) : undefined
      if (!sheet) continue
      for (const { selectors, declarations, within } of parseStyle(sheet)) {
        if (within.some((around) => around.startsWith('@keyframes'))) continue
        const hit = selectors.some((selector) => {
          const last =
            selector
              .trim()
              .split(/[\s>+~]+/)
              .at(-1) ?? ''
          return (
            !last.includes(':') &&
            last.startsWith('.') &&
            last
              .slice(1)
              .split('.')
              .every((name) => classes.has(name))
          )
        })
        if (hit) for (const { property, value } of declarations) out.set(property, value)
      }
    }
  for (const piece of (plainAttribute(element, 'style') ?? '').split(';')) {
    const colon = piece.indexOf(':')
    if (colon > 0) out.set(piece.slice(0, colon).trim().toLowerCase(), piece.slice(colon + 1).trim())
  }
  return out
}

const full = (value: string | undefined, unit: RegExp): boolean => value !== undefined && unit.test(value)
/** Fixed or absolute over (nearly) the whole screen. */
export const coversScreen = (looks: ReadonlyMap<string, string>): boolean => {
  if (!/fixed|absolute/.test(looks.get('position') ?? '')) return false
  const zero = (name: string) => /^0[a-z%]*$/.test(looks.get(name) ?? '')
  if (zero('inset') || (zero('top') && zero('bottom') && zero('left') && zero('right'))) return true
  return full(looks.get('width'), /^(?:100(?:%|vw)|750rpx)$/) && full(looks.get('height'), /^(?:100(?:%|vh)|1\d{3}rpx)$/)
}
/** Not seen by anyone, yet there to be touched. */
export const transparent = (looks: ReadonlyMap<string, string>): boolean => {
  const opacity = looks.get('opacity')
  return opacity !== undefined && Number.parseFloat(opacity) <= 0.05
}
