/** Templates and styles that include each other: targets, and circles. */
import { suffixesOf } from './config/pack.ts'
import { folderOf, joinPath, resolvePath } from './path.ts'
import type { Reread } from './reread.ts'
import { isLocal, scanStyle } from './style/scan.ts'
import { scanTemplate } from './template/scan.ts'
import type { Files, Platform, Problem, Span, StyleFile, TemplateFile } from './types.ts'

interface Setting {
  readonly files: Files
  readonly packed: ReadonlySet<string>
  readonly root: string
  readonly platform: Platform
  readonly report: (problem: Problem) => void
  readonly reread?: Reread | undefined
}

/** What is made of a file, or was made of it before. */
const madeOf = <T>(setting: Setting, kind: string, file: string, text: string, make: (report: Setting['report']) => T): T =>
  setting.reread ? setting.reread.of(kind, file, text, setting.report, make) : make(setting.report)

/** Reads every packed template. */
export function readTemplates(setting: Setting): ReadonlyMap<string, TemplateFile> {
  const { files, packed, root, platform, report } = setting
  const suffixes = { template: suffixesOf(platform, 'template'), script: suffixesOf(platform, 'module') }
  const templates = new Map<string, TemplateFile>()
  for (const path of packed) {
    if (!suffixes.template.some((suffix) => path.endsWith(suffix))) continue
    const text = files.text(path)
    if (text === undefined) {
      unreadable(setting, path)
      continue
    }
    const find = (src: string, kind: 'template' | 'script') => {
      if (src.includes('{{')) return null
      const target = resolvePath(root, path, src.trim())
      if (target === null) return null
      return [target, ...suffixes[kind].map((suffix) => target + suffix)].find((one) => packed.has(one)) ?? null
    }
    const template = madeOf(setting, 'template', path, text, (say) => scanTemplate(path, text, say, find))
    for (const { src, target, at } of template.imports) if (target === null) missing(setting, path, src, at)
    for (const { src, target, at } of template.scripts) if (src !== null && target === null) missing(setting, path, src, at)
    templates.set(path, template)
  }
  reportCircles(templates, report)
  return templates
}

/** Reads every packed style sheet. */
export function readStyles(setting: Setting): ReadonlyMap<string, StyleFile> {
  const { files, packed, root, platform, report } = setting
  const suffixes = suffixesOf(platform, 'style')
  const styles = new Map<string, StyleFile>()
  for (const path of packed) {
    if (!suffixes.some((suffix) => path.endsWith(suffix))) continue
    const text = files.text(path)
    if (text === undefined) {
      unreadable(setting, path)
      continue
    }
    const find = (src: string) => {
      const target = resolvePath(root, path, src.trim())
      const beside = target === null ? undefined : [target, ...suffixes.map((suffix) => target + suffix)].find((one) => packed.has(one))
      if (beside || src.startsWith('/') || src.startsWith('.')) return beside ?? null
      for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
        const inNpm = joinPath(folder + 'miniprogram_npm/', src)
        if (inNpm !== null && packed.has(inNpm)) return inNpm
        if (folder.length <= root.length) return null
      }
    }
    const style = madeOf(setting, 'style', path, text, () => scanStyle(path, text, find))
    for (const { src, target, at } of style.imports) if (target === null && isLocal(src)) missing(setting, path, src, at)
    styles.set(path, style)
  }
  reportCircles(styles, report)
  return styles
}

function missing(setting: Setting, path: string, source: string, at: Span): void {
  setting.report({ kind: 'include-missing', at, data: { path, source }, hides: false })
}

function unreadable(setting: Setting, path: string): void {
  setting.report({ kind: 'unreadable', at: { file: path, start: 0, end: 0 }, data: { path, reason: 'not-text' }, hides: true })
}

interface Includer {
  readonly imports: readonly { readonly target: string | null; readonly at: Span }[]
}

/** Reports each import that closes a circle. Depth first with a stack of our own: chains may be as long as the program. */
function reportCircles(includers: ReadonlyMap<string, Includer>, report: (problem: Problem) => void): void {
  const state = new Map<string, 'open' | 'done'>()
  for (const first of includers.keys()) {
    if (state.has(first)) continue
    const path: { readonly file: string; next: number }[] = [{ file: first, next: 0 }]
    state.set(first, 'open')
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = includers.get(top.file)?.imports[top.next++]
      if (!edge) {
        state.set(top.file, 'done')
        path.pop()
        continue
      }
      if (edge.target === null || !includers.has(edge.target)) continue
      const seen = state.get(edge.target)
      if (seen === undefined) {
        state.set(edge.target, 'open')
        path.push({ file: edge.target, next: 0 })
      } else if (seen === 'open') {
        const from = path.findIndex((one) => one.file === edge.target)
        const circle = [...path.slice(from).map((one) => one.file), edge.target]
        const source = (circle.length > 6 ? [...circle.slice(0, 3), '…', ...circle.slice(-2)] : circle).join(' → ')
        report({ kind: 'include-cycle', at: edge.at, data: { path: top.file, source }, hides: false })
      }
    }
  }
}
