/** Files to ProgramModel: reads everything once, links what belongs together, and writes down what could not be read. */
import { readApp } from './config/app.ts'
import { mediaOf, packFiles, SUFFIXES, suffixesOf } from './config/pack.ts'
import { decodeName, readDocument, readProject } from './config/project.ts'
import { reportUnknownVariables } from './config/theme.ts'
import { MAX_TEXT } from './decode.ts'
import { decidePlatform } from './find.ts'
import { detectFramework } from './framework.ts'
import { readStyles, readTemplates } from './include.ts'
import { readJson } from './json.ts'
import { suffixOf } from './path.ts'
import { ProblemLog } from './problems.ts'
import type { Reread } from './reread.ts'
import type { Asset, Files, Platform, Problem, ProgramModel, Unit } from './types.ts'
import { buildUnits } from './units.ts'
import { findVendored } from './vendored.ts'

export interface LoadOptions {
  /** The program's folder as `findProgram` gave it: '' or ending in a slash. */
  readonly root: string
  /** Default: decided by the files that the app's pages have. */
  readonly platform?: Platform
  /** Kept by whoever loads the same program again. */
  readonly reread?: Reread | undefined
}

/** Reads a whole program. Never throws on what stands in it: the model says what could not be understood, and where. */
export function loadProgram(files: Files, options: LoadOptions): ProgramModel {
  const { root, reread } = options
  const platform = options.platform ?? decidePlatform(files, root) ?? 'wechat'
  const log = new ProblemLog()
  const { report } = log

  const project = readProject(files, root, platform, report)
  const { packed: paths, ignored } = packFiles(files, root, platform, project, report)
  const packed: ReadonlySet<string> = new Set(paths)
  reread?.begin([platform, root, ...paths].join('\n'))

  const appFile = root + 'app.json'
  const appJson = readDocument(files, appFile, report) ?? readJson(appFile, '{}', report)
  const config = readApp(appJson, root, report)
  const ext = readDocument(files, root + 'ext.json', report)
  const theme = readDocument(files, config.themeFile, report)
  const sitemap = readDocument(files, config.sitemapFile, report)
  if (theme) reportUnknownVariables(appJson, theme, report)

  const setting = { files, packed, root, platform, report, reread }
  const units = buildUnits({ ...setting, config }, appJson)
  const templates = readTemplates(setting)
  const styles = readStyles(setting)

  const scripts = paths.filter((path) => path.endsWith('.js') || path.endsWith('.ts'))
  for (const path of scripts) if (files.text(path) === undefined) report(unreadScript(files, path))
  reportUncompiledStyles(files, [units.app, ...units.pages, ...units.components.values()], report)
  reportOtherPlatform(paths, ignored, platform, report)
  for (const plugin of config.plugins) {
    report({
      kind: 'plugin-code-unavailable',
      at: plugin.at,
      data: { path: plugin.at.file, name: plugin.name, source: plugin.name },
      hides: true,
    })
  }
  const framework = detectFramework(files, root, platform, packed)
  const vendored = findVendored(files, root, framework, scripts, new Set(units.pages.flatMap((page) => page.script ?? [])))
  for (const problem of files.problems?.() ?? []) if (problem.at.file.startsWith(root) || problem.hides) report(problem)

  return {
    platform,
    framework,
    name: nameOfProgram(files, project.value['projectname']),
    root,
    files,
    config: { app: appJson, project: project.document, private: project.private, ext, theme, sitemap },
    app: units.app,
    pages: units.pages,
    components: units.components,
    home: config.home,
    tabBar: config.tabBar,
    subpackages: config.subpackages,
    plugins: config.plugins,
    scripts,
    templates,
    styles,
    assets: assetsOf(files, paths, platform),
    ignored,
    vendored,
    problems: log.list(),
  }
}

function nameOfProgram(files: Files, written: unknown): string {
  const name = typeof written === 'string' ? decodeName(written).trim() : ''
  return name === '' || name.length > 100 ? files.name : name
}

function unreadScript(files: Files, path: string): Problem {
  const at = { file: path, start: 0, end: 0 }
  const size = files.size(path)
  if (size > MAX_TEXT) return { kind: 'too-large', at, data: { path, size: String(size) }, hides: true }
  return { kind: 'binary-script', at, data: { path, size: String(size) }, hides: true }
}

/** A page whose style sheet exists only as a preprocessor's source: nobody compiled it, so nothing is known of its look. */
function reportUncompiledStyles(files: Files, units: readonly Unit[], report: (problem: Problem) => void): void {
  for (const unit of units) {
    if (unit.style !== null) continue
    const source = ['.less', '.scss', '.sass', '.styl'].map((suffix) => unit.base + suffix).find((path) => files.has(path))
    if (source === undefined) continue
    report({
      kind: 'style-syntax',
      at: { file: source, start: 0, end: 0 },
      data: { path: source, reason: 'uncompiled-style', name: source.slice(source.lastIndexOf('/') + 1) },
      hides: true,
    })
  }
}

/** Files of the other platform: left out where there are twins of this platform, taken in their place by Douyin. */
function reportOtherPlatform(
  paths: readonly string[],
  ignored: ReadonlyMap<string, string>,
  platform: Platform,
  report: (problem: Problem) => void,
): void {
  const other = platform === 'wechat' ? 'douyin' : 'wechat'
  const say = (found: readonly string[], reason: string): void => {
    if (found.length === 0) return
    const data = { path: found[0]!, count: String(found.length), platform: other, reason }
    report({ kind: 'mixed-platforms', at: { file: found[0]!, start: 0, end: 0 }, data, hides: false })
  }
  say(
    [...ignored].filter(([, reason]) => reason === 'other platform').map(([path]) => path),
    'other-ignored',
  )
  const suffixes = Object.values(SUFFIXES[other])
  say(
    paths.filter((path) => suffixes.some((suffix) => path.endsWith(suffix))),
    'other-used',
  )
}

/** Everything packed that is neither code nor configuration. */
function assetsOf(files: Files, paths: readonly string[], platform: Platform): Asset[] {
  const code = new Set([
    'js',
    'ts',
    'json',
    ...(['template', 'style', 'module'] as const).flatMap((part) => suffixesOf(platform, part).map((suffix) => suffix.slice(1))),
  ])
  return paths.filter((path) => !code.has(suffixOf(path))).map((path) => ({ path, size: files.size(path), media: mediaOf(path) }))
}
