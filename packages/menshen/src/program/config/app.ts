/** app.json: pages, subpackages, tab bar, plugins, with the place of each. */
import { joinPath } from '../path.ts'
import type { JsonDocument, Problem, ProgramModel, Span, Subpackage, TabBarItem } from '../types.ts'
import { isObject, ShapeReader } from './shape.ts'

export interface DeclaredPage {
  /** Base path with the program's root. */
  readonly base: string
  /** Root of its subpackage, '' for the main package. */
  readonly package: string
  readonly at: Span
}

export interface AppConfig {
  readonly pages: readonly DeclaredPage[]
  readonly subpackages: readonly Subpackage[]
  readonly home: string | null
  readonly tabBar: readonly TabBarItem[]
  readonly plugins: ProgramModel['plugins']
  /** Components that the platform itself places, not by a tag: the custom tab bar, the app bar. */
  readonly builtIn: readonly string[]
  /** Names of built-in extension libraries in use ('weui', 'kbone'). */
  readonly extensions: ReadonlySet<string>
  readonly themeFile: string
  readonly sitemapFile: string
}

/** Reads app.json. `root` is the program's folder. */
export function readApp(document: JsonDocument, root: string, report: (problem: Problem) => void): AppConfig {
  const reader = new ShapeReader(document, report)
  if (document.value !== null && !isObject(document.value)) reader.wrong([], 'not-object')
  const pages = new Map<string, DeclaredPage>()
  const declare = (path: readonly (string | number)[], folder: string, inPackage: string): string | null => {
    const written = reader.string(path)
    if (written === undefined || written === '') return null
    const base = joinPath(folder, tidy(written))
    if (base === null || !base.startsWith(root)) {
      reader.wrong(path, 'outside-program')
      return null
    }
    if (!pages.has(base)) pages.set(base, { base, package: inPackage, at: reader.at(path) })
    return base
  }

  for (const i of reader.array(['pages']).keys()) declare(['pages', i], root, '')

  const subpackages: Subpackage[] = []
  for (const key of ['subpackages', 'subPackages']) {
    for (const i of reader.array([key], 500).keys()) {
      if (!reader.object([key, i])) continue
      const written = reader.string([key, i, 'root'])
      const folder = written === undefined ? null : joinPath(root, tidy(written))
      if (folder === null || !folder.startsWith(root) || folder === root) {
        reader.wrong([key, i, 'root'], written === undefined ? 'not-string' : 'outside-program')
        continue
      }
      const own: string[] = []
      for (const k of reader.array([key, i, 'pages']).keys()) {
        const base = declare([key, i, 'pages', k], folder + '/', folder)
        if (base !== null) own.push(base)
      }
      const name = reader.value([key, i, 'name'])
      subpackages.push({
        root: folder,
        name: typeof name === 'string' ? name : null,
        independent: reader.value([key, i, 'independent']) === true,
        pages: own,
        at: reader.at([key, i]),
      })
    }
  }
  if (isObject(document.value) && pages.size === 0) reader.wrong(['pages'], 'no-pages')

  const entry = reader.string(['entryPagePath'])
  const home = entry ? joinPath(root, tidy(entry)) : (pages.keys().next().value ?? null)

  const tabBar: TabBarItem[] = []
  for (const i of reader.array(['tabBar', 'list'], 50).keys()) {
    const page = reader.string(['tabBar', 'list', i, 'pagePath'])
    const text = reader.value(['tabBar', 'list', i, 'text'])
    if (page === undefined) continue
    const base = joinPath(root, tidy(page))
    if (base !== null) tabBar.push({ page: base, text: typeof text === 'string' ? text : '', at: reader.at(['tabBar', 'list', i]) })
  }

  const builtIn: string[] = []
  if (reader.value(['tabBar', 'custom']) === true) builtIn.push(root + 'custom-tab-bar/index')
  if (isObject(reader.value(['appBar']))) builtIn.push(root + 'app-bar/index')

  return {
    pages: [...pages.values()],
    subpackages,
    home,
    tabBar,
    plugins: readPlugins(reader, subpackages.length),
    builtIn,
    extensions: new Set(
      Object.entries(reader.object(['useExtendedLib']) ?? {})
        .filter(([, on]) => on !== false)
        .map(([name]) => name),
    ),
    themeFile: root + tidy(reader.string(['themeLocation']) ?? 'theme.json'),
    sitemapFile: root + tidy(reader.string(['sitemapLocation']) ?? 'sitemap.json'),
  }
}

function readPlugins(reader: ShapeReader, subpackages: number): ProgramModel['plugins'] {
  const plugins: ProgramModel['plugins'][number][] = []
  const paths: (string | number)[][] = [['plugins']]
  for (let i = 0; i < subpackages; i++) paths.push(['subpackages', i, 'plugins'], ['subPackages', i, 'plugins'])
  for (const path of paths) {
    for (const [name, value] of Object.entries(reader.object(path) ?? {})) {
      // Douyin names only the version: {"tta123": {"version": "1.0.0"}}
      const provider = isObject(value) && typeof value['provider'] === 'string' ? value['provider'] : ''
      const version = isObject(value) && typeof value['version'] === 'string' ? value['version'] : ''
      plugins.push({ name, provider, version, at: reader.document.keyAt([...path, name]) ?? reader.at([...path, name]) })
    }
  }
  return plugins
}

/** A path as pages write it: a leading slash or `./` and a query are tolerated. */
function tidy(path: string): string {
  return path
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\/+$/, '')
}
