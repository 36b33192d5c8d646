/** A program model made ready to run: manifest, scripts, templates, styles. Pure: nothing is evaluated, nothing is read but the model. */
import type { ProgramModel, Unit } from '../../program/types.ts'
import type { BuildProblem, Built, BuiltUnit, Manifest } from '../types.ts'
import { compileScript } from './scripts.ts'
import { compileStyle, type StyleReader } from './styles.ts'
import { compileTemplates, type TemplateSource } from './templates.ts'

type Json = Record<string, unknown>
const object = (v: unknown): Json => (v && typeof v === 'object' && !Array.isArray(v) ? (v as Json) : {})
const text = (v: unknown): string => (typeof v === 'string' ? v : '')

/** Plain copies without inherited names, with theme variables in the light theme put in. */
function resolved(value: unknown, theme: Json, depth = 0): unknown {
  if (depth > 12) return null
  if (typeof value === 'string') return value.startsWith('@') && value.slice(1) in theme ? theme[value.slice(1)] : value
  if (Array.isArray(value)) return value.slice(0, 2000).map((v) => resolved(v, theme, depth + 1))
  if (value && typeof value === 'object') {
    const out: Json = {}
    for (const [k, v] of Object.entries(value)) if (k !== '__proto__') out[k] = resolved(v, theme, depth + 1)
    return out
  }
  return value
}
function join(folder: string, path: string): string {
  const out: string[] = []
  for (const part of (path.startsWith('/') ? path : folder + '/' + path).split('/')) {
    if (part === '..') out.pop()
    else if (part !== '.' && part) out.push(part)
  }
  return out.join('/')
}
const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '')

/** Builds a program for the simulator. */
export function buildProgram(model: ProgramModel): Built {
  const problems: BuildProblem[] = []
  const { root, files } = model
  const douyin = model.platform === 'douyin'
  const suffix = douyin ? { template: '.ttml', style: '.ttss', script: '.sjs' } : { template: '.wxml', style: '.wxss', script: '.wxs' }
  const bare = (path: string): string => (root && path.startsWith(root) ? path.slice(root.length) : path)
  const themes = object(model.config.theme?.value)
  const theme = object(themes.light)
  const app = object(resolved(model.config.app.value, theme))
  const ext = object(resolved(model.config.ext?.value, theme))
  for (const key of ['window', 'tabBar']) if (key in ext) app[key] = { ...object(app[key]), ...object(ext[key]) }
  const project = object(model.config.project?.value)
  const setting = object(project.setting)
  // the transformation to ES5 makes scripts strict; where the project does not ask for it they stay as they are
  const strict = setting.es6 === true || setting.enhance === true

  // templates and their scripts
  const templates: TemplateSource[] = []
  const templateScripts: TemplateSource[] = []
  for (const path of files.list()) {
    if (root && !path.startsWith(root)) continue
    const isTemplate = path.endsWith(suffix.template)
    if (!isTemplate && !path.endsWith(suffix.script)) continue
    if (/(^|\/)(node_modules|\.git)\//.test(path)) continue
    const content = files.text(path)
    if (content === undefined) continue
    ;(isTemplate ? templates : templateScripts).push({ file: bare(path), text: content })
  }
  const compiled = compileTemplates(templates, templateScripts, douyin)
  problems.push(...compiled.problems)

  // units
  const units: Record<string, BuiltUnit> = {}
  const styles: Record<string, string> = {}
  const reader: StyleReader = {
    text: (file) => files.text(root + file),
    resolve: (from, source) => join(folderOf(from), source),
    suffix: suffix.style,
  }
  let scopes = 0
  const add = (unit: Unit) => {
    const base = bare(unit.base)
    if (base in units) return
    const config = object(resolved(unit.json?.value, theme))
    const using: Record<string, string> = {}
    const absent: Record<string, string> = {}
    for (const [tag, use] of unit.components) {
      if (use.target !== null && use.kind !== 'generic') using[tag] = bare(use.target)
      else if (use.kind !== 'generic') absent[tag] = use.source
    }
    const generics: Record<string, string | true> = {}
    for (const [name, value] of Object.entries(object(config.componentGenerics))) {
      const given = text(object(value).default)
      const target = given ? join(folderOf(base), given) : ''
      generics[name] = target && model.components.has(root + target) ? target : true
    }
    const placeholders: Record<string, string> = {}
    for (const [tag, target] of Object.entries(object(config.componentPlaceholder)))
      if (typeof target === 'string') placeholders[tag] = target
    const component = unit.kind === 'component' || config.component === true
    let isolation = text(config.styleIsolation) || styleIsolationOf(files.text(unit.script ?? '') ?? '')
    if (!isolation)
      isolation = unit.kind === 'page' ? (component ? 'shared' : 'shared') : config.addGlobalClass === true ? 'apply-shared' : 'isolated'
    if (unit.kind === 'page' && isolation === 'isolated') isolation = 'shared'
    const scoped = !/shared$/.test(isolation) || isolation === 'apply-shared' || isolation === 'page-apply-shared'
    const scope = scoped ? 's' + (scopes++).toString(36) : null
    if (unit.template === null) problems.push({ file: base + suffix.template, line: 1, message: 'template missing', fatal: true })
    units[base] = {
      base,
      kind: unit.kind === 'page' ? 'page' : 'component',
      using,
      absent,
      generics,
      placeholders,
      config,
      script: unit.script === null ? null : bare(unit.script),
      template: compiled.paths.has(base),
      scope,
      isolation,
      package: bare(unit.package),
    }
    if (unit.style) styles[base] = compileStyle(bare(unit.style), scope, reader, problems)
  }
  for (const page of model.pages) add(page)
  for (const component of model.components.values()) add(component)
  if (model.app.style) styles[''] = compileStyle(bare(model.app.style), null, reader, problems)

  // scripts
  const scripts = new Map<string, { code: string; strict: boolean }>()
  let total = 0
  for (const path of model.scripts) {
    const content = files.text(path)
    if (content === undefined) {
      problems.push({ file: bare(path), line: 1, message: 'script is not text', fatal: true })
      continue
    }
    total += content.length
    if (total > 60_000_000) {
      problems.push({ file: bare(path), line: 1, message: 'too much script', fatal: true })
      break
    }
    scripts.set(bare(path), compileScript(path, content, strict, problems))
  }

  const tabBar = object(app.tabBar)
  const custom = tabBar.custom === true && 'custom-tab-bar/index' in units
  const pages = model.pages.map((p) => bare(p.base))
  const manifest: Manifest = {
    platform: model.platform,
    name: text(object(app.window).navigationBarTitleText) || model.name,
    root,
    home: model.home === null ? (pages[0] ?? '') : bare(model.home),
    pages,
    app,
    appScript: model.app.script === null ? null : bare(model.app.script),
    ext,
    units,
    styles,
    subpackages: model.subpackages.map((s) => ({ root: bare(s.root), name: s.name, independent: s.independent })),
    tabBar: { custom, unit: custom ? 'custom-tab-bar/index' : null },
  }
  return {
    manifest,
    scripts,
    templates: compiled.code,
    asset: (path) => (files.has(root + path) ? files.bytes(root + path) : undefined),
    problems,
  }
}

/** A component may say how its styles are shut in from its script; read without running it. */
function styleIsolationOf(script: string): string {
  if (!script.includes('tyleIsolation') && !script.includes('addGlobalClass')) return ''
  const given = /\bstyleIsolation\s*:\s*['"]([a-z-]+)['"]/.exec(script)?.[1]
  if (given) return given
  return /\baddGlobalClass\s*:\s*(true|!0)/.test(script) ? 'apply-shared' : ''
}
