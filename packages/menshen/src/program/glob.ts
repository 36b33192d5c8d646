/** Path patterns without backtracking: the time is bounded by pattern times path, whatever the pattern. */

/**
 * True when a path matches: `*` and `?` within a segment, `**` for any number of segments, `[abc]` and `[!a-z]` for one
 * character, `{a,b}` is expanded beforehand by `expandBraces`.
 */
export function matchGlob(pattern: string, path: string): boolean {
  return matchSegments(pattern.split('/'), path.split('/'))
}

function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  let p = 0
  let s = 0
  let star = -1
  let mark = 0
  while (s < path.length) {
    if (p < pattern.length && pattern[p] === '**') {
      star = p++
      mark = s
    } else if (p < pattern.length && matchSegment(pattern[p]!, path[s]!)) {
      p++
      s++
    } else if (star >= 0) {
      p = star + 1
      s = ++mark
    } else return false
  }
  while (p < pattern.length && pattern[p] === '**') p++
  return p === pattern.length
}

/** One segment against one pattern segment. */
export function matchSegment(pattern: string, text: string): boolean {
  let p = 0
  let s = 0
  let star = -1
  let mark = 0
  while (s < text.length) {
    const c = pattern[p]
    if (c === '*') {
      star = p++
      mark = s
      continue
    }
    const next = c === undefined ? -1 : c === '?' ? p + 1 : c === '[' ? matchClass(pattern, p, text[s]!) : literal(pattern, p, text[s]!)
    if (next >= 0) {
      p = next
      s++
    } else if (star >= 0) {
      p = star + 1
      s = ++mark
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}

function literal(pattern: string, at: number, char: string): number {
  const escaped = pattern[at] === '\\' && at + 1 < pattern.length
  return pattern[escaped ? at + 1 : at] === char ? at + (escaped ? 2 : 1) : -1
}

/** Offset behind the class when the character is in it, else -1. A class that nothing closes is a bracket. */
function matchClass(pattern: string, at: number, char: string): number {
  const close = pattern.indexOf(']', at + 2)
  if (close < 0) return char === '[' ? at + 1 : -1
  const negated = pattern[at + 1] === '!' || pattern[at + 1] === '^'
  let found = false
  for (let i = at + (negated ? 2 : 1); i < close; i++) {
    if (pattern[i + 1] === '-' && i + 2 < close) {
      if (char >= pattern[i]! && char <= pattern[i + 2]!) found = true
      i += 2
    } else if (pattern[i] === char) found = true
  }
  return found !== negated ? close + 1 : -1
}

/** Expands `{a,b}` to all its patterns, at most 64. */
export function expandBraces(pattern: string): string[] {
  let patterns = [pattern]
  for (let round = 0; round < 8; round++) {
    const next: string[] = []
    let changed = false
    for (const one of patterns) {
      const match = /\{([^{}]*,[^{}]*)\}/.exec(one)
      if (!match) next.push(one)
      else {
        changed = true
        for (const choice of match[1]!.split(',')) next.push(one.slice(0, match.index) + choice + one.slice(match.index + match[0].length))
      }
    }
    if (!changed || next.length > 64) break
    patterns = next
  }
  return patterns
}

/** An ignore list in the manner of .gitignore: `#` comments, `!` exceptions, a trailing `/` for folders, a `/` inside anchors. */
export class IgnoreList {
  readonly #rules: { readonly pattern: string; readonly folder: boolean; readonly keep: boolean }[] = []

  constructor(text: string) {
    for (const raw of text.split(/\r?\n/).slice(0, 1000)) {
      let line = raw.trim()
      if (line === '' || line.startsWith('#') || line.length > 500) continue
      const keep = line.startsWith('!')
      if (keep) line = line.slice(1)
      const folder = line.endsWith('/')
      if (folder) line = line.replace(/\/+$/, '')
      const anchored = line.includes('/')
      line = line.replace(/^\/+/, '')
      if (line !== '') this.#rules.push({ pattern: anchored ? line : '**/' + line, folder, keep })
    }
  }

  /** True when a file or folder itself is ignored; the walk then does not go into it. */
  ignores(path: string, isFolder: boolean): boolean {
    let ignored = false
    for (const rule of this.#rules) {
      if (ignored === !rule.keep || (rule.folder && !isFolder)) continue
      if (matchGlob(rule.pattern, path)) ignored = !rule.keep
    }
    return ignored
  }

  /** True when a file is ignored, or any folder above it. For lists of files without a walk. */
  ignoresFile(path: string): boolean {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (this.ignores(path.slice(0, slash), true)) return true
    }
    return this.ignores(path, false)
  }
}
