/** Which file a specifier means, and the facts of each script: the module graph of a program. */

import { joinPath } from '../path.ts'
import type { ScriptFacts } from '../script/ir.ts'
import { SCRIPT_LIMIT, scriptFacts } from '../script/parse.ts'
import type { ProgramModel, TemplateFile } from '../types.ts'
import type { Units } from './units.ts'
import { UNKNOWN, type V } from './value.ts'

/** Facts of scripts already known by content, so that an unchanged file is not parsed again. */
export interface FactsCache {
  get(file: string, text: string): ScriptFacts | undefined
  set(file: string, text: string, facts: ScriptFacts): void
}

export class Modules {
  private readonly model: ProgramModel
  private readonly cache: FactsCache | null
  private readonly known = new Map<string, ScriptFacts | null>()
  private readonly resolved = new Map<string, string | null>()
  constructor(model: ProgramModel, cache: FactsCache | null) {
    this.model = model
    this.cache = cache
  }

  facts(file: string): ScriptFacts | null {
    const had = this.known.get(file)
    if (had !== undefined) return had
    const facts = this.read(file)
    this.known.set(file, facts)
    return facts
  }
  /** The facts of a script that nobody walked: its functions are not kept, for they take most of the room. */
  outline(file: string): ScriptFacts | null {
    const facts = this.known.get(file)
    if (facts !== undefined) return facts
    const read = this.read(file)
    return read && { ...read, functions: [] }
  }
  private read(file: string): ScriptFacts | null {
    const text = this.text(file)
    let facts: ScriptFacts | null = null
    if (text !== null && text.length <= SCRIPT_LIMIT) {
      facts = this.cache?.get(file, text) ?? null
      if (!facts) {
        facts = scriptFacts(file.includes('#') || /\.(?:wxs|sjs|qs|filter)$/.test(file) ? `${file}.js` : file, text)
        this.cache?.set(file, text, facts)
      }
    }
    return facts
  }

  /** Required paths that lead nowhere, as far as code was walked that requires them. */
  readonly missed = new Map<string, { readonly file: string; readonly source: string; readonly start: number; readonly end: number }>()
  miss(file: string, specifier: { readonly source: string; readonly start: number; readonly end: number }): void {
    if (this.missed.size < 500 && !specifier.source.startsWith('plugin'))
      this.missed.set(`${file}:${specifier.start}`, { file, source: specifier.source, start: specifier.start, end: specifier.end })
  }

  /** A script's text; `template.wxml#module` is the body of an inline module, padded so that offsets stay those of the template. */
  private text(file: string): string | null {
    const hash = file.indexOf('#')
    if (hash < 0) return this.model.files.text(file) ?? null
    const template = this.model.templates.get(file.slice(0, hash))
    const script = template?.scripts.find((s) => s.module === file.slice(hash + 1))
    const text = this.model.files.text(file.slice(0, hash))
    if (!script?.body || text === undefined) return null
    return text.slice(0, script.body.start).replace(/[^\r\n]/g, ' ') + text.slice(script.body.start, script.body.end)
  }
  source(file: string): string {
    const hash = file.indexOf('#')
    return this.model.files.text(hash < 0 ? file : file.slice(0, hash)) ?? ''
  }

  /**
   * WeChat's resolution: relative to the file, absolute from the program's root, or a package in a miniprogram_npm folder
   * of the file's own folder or one above it. Old code also writes relative paths without './'.
   */
  resolve(from: string, specifier: string): string | null {
    const hash = from.indexOf('#')
    const base = hash < 0 ? from : from.slice(0, hash)
    const key = `${base}\n${specifier}`
    const had = this.resolved.get(key)
    if (had !== undefined) return had
    const found = this.find(base, specifier)
    this.resolved.set(key, found)
    return found
  }
  private find(from: string, specifier: string): string | null {
    if (specifier.length > 400 || specifier.includes('\0') || specifier.startsWith('plugin')) return null
    const folder = from.slice(0, from.lastIndexOf('/') + 1)
    const root = this.model.root
    if (specifier.startsWith('/')) return this.file(joinPath('', root + specifier.slice(1)))
    if (specifier.startsWith('.')) return this.file(joinPath('', folder + specifier))
    const plain = this.file(joinPath('', folder + specifier))
    if (plain) return plain
    for (let dir = folder; ; dir = dir.slice(0, dir.slice(0, -1).lastIndexOf('/') + 1)) {
      const npm = this.file(joinPath('', `${dir}miniprogram_npm/${specifier}`))
      if (npm) return npm
      if (dir === '' || dir === root || !dir.startsWith(root)) break
    }
    return this.file(joinPath('', root + specifier)) ?? this.file(joinPath('', `${root}node_modules/${specifier}`))
  }
  private file(path: string | null): string | null {
    if (path === null) return null
    const files = this.model.files
    for (const p of /\.(?:js|ts|wxs|sjs)$/.test(path)
      ? [path, `${path}.js`, `${path}.ts`]
      : [`${path}.js`, `${path}.ts`, `${path}/index.js`, `${path}/index.ts`, `${path}.wxs`, `${path}.sjs`])
      if (files.has(p)) return p
    return null
  }
}

/** The exports of a WXS or SJS module of a template. */
export function scriptRequire(units: Units, file: TemplateFile, s: TemplateFile['scripts'][number]): V {
  const path = s.body ? `${file.file}#${s.module}` : s.target
  if (!path) return UNKNOWN
  const loaded = units.m.load(path)
  if (!loaded) return UNKNOWN
  const exports = loaded.moduleObject.props!.get('exports')!
  // `export default {…}` in Douyin's SJS
  return (exports.t === 1 && exports.props?.size === 1 && exports.props.get('default')) || exports
}
