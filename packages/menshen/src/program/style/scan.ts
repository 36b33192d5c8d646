/** What a style sheet points at: url(...) and @import, found without parsing it. */
import type { Span, StyleFile } from '../types.ts'
import { StringEnds } from './string.ts'

const MAX_URLS = 20_000

/** Finds urls and imports. Comments and strings elsewhere do not count. `find` says what an import's source points at. */
export function scanStyle(file: string, text: string, find: (src: string) => string | null = () => null): StyleFile {
  const urls: { url: string; at: Span }[] = []
  const imports: { src: string; target: string | null; at: Span }[] = []
  // Most sheets point at nothing: they need not be taken apart.
  if (!/@import\b|\burl\(/i.test(text)) return { file, text, urls, imports }
  const strings = new StringEnds(text)
  const things = /\/\*|@import\b|\burl\(|["']/gi
  const blank = /\s*/y
  const opening = /\s*(?:url\(\s*)?/iy
  const bare = /[^\s"'();]*/y
  const bareUrl = /[^\s"'()]*/y
  const skip = (pattern: RegExp, from: number): number => {
    pattern.lastIndex = from
    pattern.exec(text)
    return pattern.lastIndex
  }

  for (let match = things.exec(text); match && urls.length + imports.length < MAX_URLS; match = things.exec(text)) {
    const thing = match[0]
    if (thing === '/*') {
      const end = text.indexOf('*/', things.lastIndex)
      if (end < 0) break
      things.lastIndex = end + 2
    } else if (thing === '"' || thing === "'") {
      const end = strings.after(match.index)
      if (end > 0) things.lastIndex = end
    } else {
      const isImport = thing.startsWith('@')
      let start = skip(isImport ? opening : blank, things.lastIndex)
      const quoted = text[start] === '"' || text[start] === "'"
      const close = quoted ? strings.after(start) : skip(isImport ? bare : bareUrl, start)
      if (close < 0) continue
      things.lastIndex = close
      if (quoted) start++
      const end = quoted ? close - 1 : close
      if (end <= start) continue
      const src = text.slice(start, end)
      const at = { file, start, end }
      if (isImport) imports.push({ src, target: isLocal(src) ? find(src) : null, at })
      else urls.push({ url: src, at })
    }
  }
  return { file, text, urls, imports }
}

/** True for a path inside the program, false for an address. */
export function isLocal(src: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)
}

/** A sheet's text without its comments and strings: what is left between braces are selectors and declarations. */
export function bareText(text: string): string {
  const strings = new StringEnds(text)
  const things = /\/\*|["']/g
  let out = ''
  let from = 0
  for (let match = things.exec(text); match; match = things.exec(text)) {
    const at = match.index
    const end = match[0] === '/*' ? text.indexOf('*/', at + 2) + 2 : strings.after(at)
    // A comment without an end takes the rest; a quote without a partner is a character like others.
    if (end === 1) return out + text.slice(from, at)
    if (end < 0) continue
    out += `${text.slice(from, at)} `
    things.lastIndex = from = end
  }
  return from === 0 ? text : out + text.slice(from)
}
