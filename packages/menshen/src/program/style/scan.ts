/** What a style sheet points at: url(...) and @import, found without parsing it. */
import type { Span, StyleFile } from '../types.ts'

const MAX_URLS = 20_000

/** Finds urls and imports. Comments and strings elsewhere do not count. `find` says what an import's source points at. */
export function scanStyle(file: string, text: string, find: (src: string) => string | null = () => null): StyleFile {
  const urls: { url: string; at: Span }[] = []
  const imports: { src: string; target: string | null; at: Span }[] = []
  // one alternative per thing of interest, so that what stands inside a comment or a string is never taken for a url
  const things =
    /\/\*|@import\s+(?:url\(\s*)?(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'();]+))|\burl\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'()]*))|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/gi
  for (let match = things.exec(text); match; match = things.exec(text)) {
    if (match[0] === '/*') {
      const end = text.indexOf('*/', things.lastIndex)
      if (end < 0) break
      things.lastIndex = end + 2
      continue
    }
    const imported = match[1] ?? match[2] ?? match[3]
    const url = imported ?? match[4] ?? match[5] ?? match[6]
    if (url === undefined || url === '') continue
    const start = match.index + match[0].lastIndexOf(url)
    const at = { file, start, end: start + url.length }
    if (imported !== undefined) imports.push({ src: imported, target: isLocal(imported) ? find(imported) : null, at })
    else urls.push({ url, at })
    if (urls.length + imports.length >= MAX_URLS) break
  }
  return { file, text, urls, imports }
}

/** True for a path inside the program, false for an address. */
export function isLocal(src: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)
}
