/** WXSS and TTSS to CSS: imports put in place, rpx to vw, tags and :host renamed, classes of isolated components prefixed. */
import postcss, { type Root } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { lengths as rpx } from '../lengths.ts'
import { builtinTags } from '../tags.ts'
import type { BuildProblem } from '../types.ts'

const tags = new Set([...builtinTags, 'page'])

export interface StyleReader {
  readonly text: (file: string) => string | undefined
  /** Where an import leads, without root. */
  readonly resolve: (from: string, source: string) => string
  readonly suffix: string
}
const importLimit = 60
const sizeLimit = 3_000_000

function importSource(params: string): string | null {
  return /^\s*(?:url\(\s*)?["']?([^"')\s;]+)["']?\s*\)?/.exec(params)?.[1] ?? null
}
/** A sheet that does not parse is read again without what surely is no CSS. */
function parse(text: string, file: string, problems: BuildProblem[]): Root | null {
  try {
    return postcss.parse(text, { from: undefined })
  } catch (error) {
    const e = error as { line?: number; reason?: string }
    problems.push({ file, line: e.line ?? 1, message: 'style: ' + String(e.reason ?? error).slice(0, 200), fatal: false })
    try {
      // as browsers do: line comments away, then rule by rule
      const rules = text.replace(/^\s*\/\/.*$/gm, '').match(/[^{}]+\{[^{}]*\}/g) ?? []
      const root = postcss.root()
      for (const rule of rules.slice(0, 5000)) {
        try {
          root.append(postcss.parse(rule))
        } catch {
          // this one is lost
        }
      }
      return root
    } catch {
      return null
    }
  }
}

/** The CSS of one sheet with all it imports. `scope` prefixes its class names. */
export function compileStyle(file: string, scope: string | null, read: StyleReader, problems: BuildProblem[]): string {
  const seen = new Set<string>()
  const walk = (path: string): string => {
    if (seen.has(path) || seen.size > importLimit) return ''
    seen.add(path)
    const text = read.text(path)
    if (text === undefined) return ''
    const root = parse(text.slice(0, sizeLimit), path, problems)
    if (!root) return ''
    let out = ''
    root.walkAtRules('import', (rule) => {
      const source = importSource(rule.params)
      if (source && !/^(https?:)?\/\//.test(source)) {
        const target = read.resolve(path, source)
        if (read.text(target) === undefined)
          problems.push({ file: path, line: rule.source?.start?.line ?? 1, message: 'imported style not found: ' + source, fatal: false })
        else out += walk(target)
      }
      rule.remove()
    })
    root.walkAtRules((rule) => {
      if (rule.params.includes('rpx')) rule.params = rpx(rule.params)
      if (/^(charset|namespace|document|moz-document)$/i.test(rule.name)) rule.remove()
    })
    root.walkRules((rule) => {
      if (rule.parent?.type === 'atrule' && /keyframes$/i.test((rule.parent as { name?: string }).name ?? '')) return
      try {
        rule.selector = selectors(scope).processSync(rule.selector)
      } catch {
        problems.push({
          file: path,
          line: rule.source?.start?.line ?? 1,
          message: 'selector not understood: ' + rule.selector.slice(0, 120),
          fatal: false,
        })
        rule.remove()
      }
    })
    root.walkDecls((d) => {
      if (/r?px|vh/i.test(d.value)) d.value = rpx(d.value)
      if (/url\(/i.test(d.value)) {
        d.value = d.value.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/gi, (all: string, _q: string, url: string) =>
          /^(data:|https?:|\/\/)/i.test(url.trim())
            ? url.startsWith('//')
              ? `url("https:${url}")`
              : all
            : `url("/__app/${encodeURI(read.resolve(path, url.trim()))}")`,
        )
      }
    })
    return out + root.toString() + '\n'
  }
  return walk(file).slice(0, sizeLimit)
}

const made = new Map<string, ReturnType<typeof selectorParser>>()
function selectors(scope: string | null): ReturnType<typeof selectorParser> {
  const key = scope ?? ''
  let p = made.get(key)
  if (p) return p
  if (made.size > 2000) made.clear()
  p = selectorParser((root) => {
    root.walkTags((t) => {
      if (tags.has(t.value)) t.value = 'wx-' + t.value
    })
    root.walkPseudos((x) => {
      if (x.value === ':host')
        x.replaceWith(
          selectorParser.attribute({ attribute: 'wx-host', operator: '=', value: key || 'none', quoteMark: '"', raws: {} } as never),
        )
    })
    if (scope)
      root.walkClasses((c) => {
        c.value = scope + '--' + c.value
      })
  })
  made.set(key, p)
  return p
}
