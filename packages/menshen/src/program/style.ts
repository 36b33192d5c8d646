/** Style sheets: urls and imports for all of them, rules for those that someone asks for. */
import { type StyleRule, scanRules } from './style/parse.ts'
import type { StyleFile } from './types.ts'

export type { Declaration, StyleRule } from './style/parse.ts'
export { bareText, isLocal, scanStyle } from './style/scan.ts'

const parsed = new WeakMap<StyleFile, readonly StyleRule[]>()

/** The rules of a style sheet, read when first asked for and kept with it. Never fails: damage ends with the file. */
export function parseStyle(style: StyleFile): readonly StyleRule[] {
  let rules = parsed.get(style)
  if (!rules) {
    rules = scanRules(style.file, style.text)
    parsed.set(style, rules)
  }
  return rules
}
