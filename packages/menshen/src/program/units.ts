/** Pages and components: the files that share a base path, and the graph of who uses which component. */
import type { AppConfig } from './config/app.ts'
import { SUFFIXES, suffixesOf } from './config/pack.ts'
import { readDocument } from './config/project.ts'
import { isObject, ShapeReader } from './config/shape.ts'
import { folderOf, joinPath, resolvePath } from './path.ts'
import type { Reread } from './reread.ts'
import type { ComponentUse, Files, JsonDocument, Platform, Problem, Span, Unit } from './types.ts'

/** A program with more components than this is not hand-made; the rest is left out and said so. */
const MAX_COMPONENTS = 5000
/** The same for the tags of one configuration file. */
const MAX_USES = 2000
/** Extension libraries and the package name by which components are taken from them. */
const EXTENSION_PACKAGES: Readonly<Record<string, string>> = { weui: 'weui-miniprogram', kbone: 'miniprogram-element' }

export interface Units {
  readonly app: Unit
  readonly pages: readonly Unit[]
  readonly components: ReadonlyMap<string, Unit>
}

interface Setting {
  readonly files: Files
  readonly packed: ReadonlySet<string>
  readonly root: string
  readonly platform: Platform
  readonly config: AppConfig
  readonly report: (problem: Problem) => void
  readonly reread?: Reread | undefined
}

/** Builds the app, its pages and every component that can be reached from them. */
export function buildUnits(setting: Setting, appJson: JsonDocument): Units {
  return new Builder(setting, appJson).build()
}

class Builder {
  readonly #setting: Setting
  readonly #appJson: JsonDocument
  readonly #components = new Map<string, Unit>()
  readonly #waiting: string[] = []
  readonly #known = new Set<string>()
  #appUses: ReadonlyMap<string, ComponentUse> = new Map()
  #npmPackages: ReadonlySet<string> | undefined

  constructor(setting: Setting, appJson: JsonDocument) {
    this.#setting = setting
    this.#appJson = appJson
  }

  build(): Units {
    const { root, config } = this.#setting
    this.#appUses = this.#uses(this.#appJson, root + 'app')
    const app: Unit = {
      ...this.#files('app', root + 'app', ''),
      json: this.#appJson,
      template: null,
      components: this.#appUses,
      declaredAt: null,
    }
    for (const base of config.builtIn) {
      if (this.#componentAt(base)) this.#want(base)
      else
        this.#missing(
          this.#appJson.at([]) ?? placeless(this.#appJson.file),
          base.slice(root.length),
          '/' + base.slice(root.length),
          'no-file',
        )
    }
    const pages = config.pages.map((page) => this.#page(page.base, page.package, page.at))
    for (let base = this.#waiting.pop(); base !== undefined; base = this.#waiting.pop()) {
      this.#components.set(base, this.#unit('component', base, this.#packageOf(base), null))
    }
    return { app, pages, components: new Map([...this.#components].sort(([a], [b]) => (a < b ? -1 : 1))) }
  }

  #page(base: string, inPackage: string, at: Span): Unit {
    const unit = this.#unit('page', base, inPackage, at)
    const { report, root, platform } = this.#setting
    const data = { page: base.slice(root.length), path: base }
    if (!unit.script && !unit.template) report({ kind: 'page-missing', at, data, hides: false })
    else if (!unit.script) report({ kind: 'page-script-missing', at, data: { ...data, suffix: '.js' }, hides: false })
    else if (!unit.template)
      report({ kind: 'page-template-missing', at, data: { ...data, suffix: SUFFIXES[platform].template }, hides: false })
    return unit
  }

  #unit(kind: 'page' | 'component', base: string, inPackage: string, declaredAt: Span | null): Unit {
    const { files, packed, report, reread } = this.#setting
    const json = packed.has(base + '.json') ? readDocument(files, base + '.json', report, reread) : null
    const own = json ? this.#uses(json, base) : new Map<string, ComponentUse>()
    const components = own.size === 0 ? this.#appUses : this.#appUses.size === 0 ? own : new Map([...this.#appUses, ...own])
    return { ...this.#files(kind, base, inPackage), json, components, declaredAt }
  }

  #files(kind: Unit['kind'], base: string, inPackage: string): Pick<Unit, 'kind' | 'base' | 'script' | 'template' | 'style' | 'package'> {
    const { platform, packed } = this.#setting
    const first = (...paths: string[]): string | null => paths.find((path) => packed.has(path)) ?? null
    return {
      kind,
      base,
      script: first(base + '.js', base + '.ts'),
      template: first(...suffixesOf(platform, 'template').map((suffix) => base + suffix)),
      style: first(...suffixesOf(platform, 'style').map((suffix) => base + suffix)),
      package: inPackage,
    }
  }

  #packageOf(base: string): string {
    let best = ''
    for (const { root } of this.#setting.config.subpackages) {
      if (root.length > best.length && base.startsWith(root + '/')) best = root
    }
    return best
  }

  // ---- components -----------------------------------------------------------------------------------------------

  /** usingComponents and componentGenerics of one configuration file. */
  #uses(json: JsonDocument, base: string): Map<string, ComponentUse> {
    const uses = new Map<string, ComponentUse>()
    if (json.value === null) return uses
    const reader = new ShapeReader(json, this.#setting.report)
    for (const [tag, source] of this.#entries(reader, 'usingComponents')) {
      const path = ['usingComponents', tag]
      if (typeof source !== 'string' || source === '') reader.wrong(path, 'not-string')
      else uses.set(tag, this.#use(tag, source, base, reader.at(path)))
    }
    for (const [tag, generic] of this.#entries(reader, 'componentGenerics')) {
      const path = ['componentGenerics', tag]
      const source = isObject(generic) && typeof generic['default'] === 'string' ? generic['default'] : ''
      const fallback = source === '' ? null : this.#use(tag, source, base, reader.at([...path, 'default']))
      uses.set(tag, { tag, source, target: fallback?.target ?? null, kind: 'generic', at: reader.at(path) })
    }
    reader.object(['componentPlaceholder'])
    return uses
  }

  #entries(reader: ShapeReader, key: string): [string, unknown][] {
    const entries = Object.entries(reader.object([key]) ?? {})
    if (entries.length > MAX_USES) reader.wrong([key], 'too-many')
    return entries.slice(0, MAX_USES)
  }

  #use(tag: string, source: string, base: string, at: Span): ComponentUse {
    if (/^(?:dynamicLib|plugin|plugin-private):\/\//.test(source)) return { tag, source, target: null, kind: 'plugin', at }
    if (source.startsWith('ext://')) return { tag, source, target: null, kind: 'extension', at }
    if (/^[a-z]+:\/\//i.test(source)) {
      this.#missing(at, tag, source, 'no-file')
      return { tag, source, target: null, kind: 'missing', at }
    }
    const target = this.#resolve(source, base)
    if (target !== null) {
      this.#want(target)
      return { tag, source, target, kind: 'component', at }
    }
    for (const extension of this.#setting.config.extensions) {
      const name = EXTENSION_PACKAGES[extension]
      if (name && (source === name || source.startsWith(name + '/'))) return { tag, source, target: null, kind: 'extension', at }
    }
    const bare = !source.startsWith('/') && !source.startsWith('.')
    this.#missing(at, tag, source, bare && !this.#hasNpm(source) ? 'npm-not-built' : 'no-file')
    return { tag, source, target: null, kind: 'missing', at }
  }

  /** Relative to the file, from the root, or through miniprogram_npm in the file's folder and all above it. */
  #resolve(source: string, base: string): string | null {
    const { root } = this.#setting
    const written = source.replace(/\/+$/, '')
    const beside = resolvePath(root, base, written)
    const found = beside === null ? null : this.#componentAt(beside)
    if (found !== null || written.startsWith('/') || written.startsWith('.')) return found
    for (let folder = folderOf(base); ; folder = folderOf(folder.slice(0, -1))) {
      const path = joinPath(folder + 'miniprogram_npm/', written)
      const inNpm = path === null ? null : this.#componentAt(path)
      if (inNpm !== null) return inNpm
      if (folder.length <= root.length) return null
    }
  }

  /** The base path of the component at a path: the path itself, or `index` in a folder of that name. */
  #componentAt(path: string): string | null {
    const { packed, platform } = this.#setting
    for (const base of [path, path + '/index']) {
      for (const suffix of ['.json', '.js', '.ts', ...suffixesOf(platform, 'template')]) {
        if (packed.has(base + suffix)) return base
      }
    }
    return null
  }

  /** True when npm was built for the package: then the component is missing from it, not the package. */
  #hasNpm(source: string): boolean {
    this.#npmPackages ??= npmPackagesOf(this.#setting.packed)
    return this.#npmPackages.has(source.split('/', source.startsWith('@') ? 2 : 1).join('/'))
  }

  #want(base: string): void {
    if (this.#known.has(base)) return
    if (this.#known.size === MAX_COMPONENTS) {
      const at = this.#appJson.at([]) ?? placeless(this.#appJson.file)
      this.#setting.report({ kind: 'json-shape', at, data: { path: at.file, key: 'usingComponents', reason: 'too-many' }, hides: true })
    }
    if (this.#known.size >= MAX_COMPONENTS) return
    this.#known.add(base)
    this.#waiting.push(base)
  }

  #missing(at: Span, tag: string, source: string, reason: string): void {
    this.#setting.report({ kind: 'component-missing', at, data: { path: at.file, tag, source, reason }, hides: true })
  }
}

/** Names of the packages in all miniprogram_npm folders. */
function npmPackagesOf(packed: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const path of packed) {
    const match = /(?:^|\/)miniprogram_npm\/((?:@[^/]+\/)?[^/]+)/.exec(path)
    if (match) names.add(match[1]!)
  }
  return names
}

const placeless = (file: string): Span => ({ file, start: 0, end: 0 })
