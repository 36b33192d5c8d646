/** Which files go into the package, and why the others do not. */

import { expandBraces, matchGlob } from '../glob.ts'
import { nameOf, suffixOf } from '../path.ts'
import { type Budget, boundedRegExp } from '../regexp.ts'
import type { Asset, Files, Platform, Problem } from '../types.ts'
import { foreignFolders, PROJECT_FILES, type ProjectConfig } from './project.ts'
import { isObject, ShapeReader } from './shape.ts'

/** Suffixes of each platform's own files. */
export const SUFFIXES = {
  wechat: { template: '.wxml', style: '.wxss', module: '.wxs' },
  douyin: { template: '.ttml', style: '.ttss', module: '.sjs' },
} as const satisfies Record<Platform, { template: string; style: string; module: string }>

/**
 * The suffixes that a platform looks for, its own first. Douyin's tools take files with WeChat's suffixes where its own
 * are not there: programs that were moved over keep them page by page.
 */
export function suffixesOf(platform: Platform, part: 'template' | 'style' | 'module'): readonly string[] {
  return platform === 'douyin' ? [SUFFIXES.douyin[part], SUFFIXES.wechat[part]] : [SUFFIXES.wechat[part]]
}

/** For a file with the other platform's suffix: the same file with this platform's; null for every other file. */
function twinOf(path: string, platform: Platform): string | null {
  const other = SUFFIXES[platform === 'wechat' ? 'douyin' : 'wechat']
  for (const part of ['template', 'style', 'module'] as const) {
    if (path.endsWith(other[part])) return path.slice(0, -other[part].length) + SUFFIXES[platform][part]
  }
  return null
}

const MEDIA: Readonly<Record<Exclude<Asset['media'], 'other'>, readonly string[]>> = {
  image: ['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'bmp', 'ico', 'apng', 'avif', 'heic'],
  audio: ['mp3', 'aac', 'm4a', 'wav', 'ogg', 'silk', 'amr', 'flac'],
  video: ['mp4', 'mov', 'm4v', 'webm', 'avi', '3gp', 'm3u8'],
  font: ['ttf', 'otf', 'woff', 'woff2', 'eot'],
}
const mediaBySuffix = new Map(
  Object.entries(MEDIA).flatMap(([media, suffixes]) => suffixes.map((suffix) => [suffix, media as Asset['media']])),
)

/** What both platforms pack beside code and media. Everything else stays out, whatever a project says. */
const DATA = new Set(['json', 'cer', 'cert', 'pem', 'wasm', 'br', 'bin', 'glb', 'gltf', 'obj', 'hdr', 'pag', 'ply'])

/** Kind of media by suffix. */
export function mediaOf(path: string): Asset['media'] {
  return mediaBySuffix.get(suffixOf(path)) ?? 'other'
}

export interface Packing {
  /** In path order. */
  readonly packed: readonly string[]
  readonly ignored: ReadonlyMap<string, string>
}

/** Sorts the program's files into packed and ignored ones. */
export function packFiles(
  files: Files,
  root: string,
  platform: Platform,
  project: ProjectConfig,
  report: (problem: Problem) => void,
): Packing {
  const foreign = foreignFolders(project).filter((folder) => folder !== root && folder.startsWith(root))
  const reader = project.document && new ShapeReader(project.document, report)
  const budget: Budget = { steps: FILTER_STEPS }
  const ignore = readFilters(project, 'ignore', budget, reader)
  const include = readFilters(project, 'include', budget, reader)
  const own = SUFFIXES[platform]
  const packed: string[] = []
  const ignored = new Map<string, string>()

  const reasonAgainst = (path: string): string | null => {
    const inner = path.slice(root.length)
    if (inner.startsWith('.') || inner.includes('/.')) return 'hidden'
    if (inner.startsWith('node_modules/') || inner.includes('/node_modules/')) return 'node_modules'
    if (foreign.some((folder) => path.startsWith(folder))) return 'project folder'
    if (PROJECT_FILES.has(nameOf(path))) return 'project file'
    if (/^(?:package(?:-lock)?|tsconfig|jsconfig|listing|menshen|composer|bower)\.json$/.test(inner)) return 'project file'
    if (/\.d\.ts$/.test(path)) return 'type declarations'
    if (path.endsWith('.ts') && files.has(path.slice(0, -3) + '.js')) return 'compiled file beside it'
    const twin = twinOf(path, platform)
    if (twin !== null && (platform === 'wechat' || files.has(twin))) return 'other platform'
    const suffix = suffixOf(path)
    const known =
      suffix === 'js' ||
      suffix === 'ts' ||
      path.endsWith(own.template) ||
      path.endsWith(own.style) ||
      path.endsWith(own.module) ||
      twin !== null ||
      mediaBySuffix.has(suffix) ||
      DATA.has(suffix)
    if (!known) return 'file type'
    if (ignore.length > 0 && ignore.some((filter) => filter(inner)) && !include.some((filter) => filter(inner))) return 'packOptions'
    return null
  }

  for (const path of files.list()) {
    if (!path.startsWith(root)) continue
    const reason = reasonAgainst(path)
    if (reason === null) packed.push(path)
    else ignored.set(path, reason)
  }
  if (budget.steps < 0) reader?.wrong(['packOptions'], 'too-many')
  return { packed, ignored }
}

/** Steps for all filters over all files: a usual project takes less than a hundredth. */
const FILTER_STEPS = 10_000_000

type Filter = (path: string) => boolean

/** packOptions.ignore and .include; values are relative to the program's folder and ignore case. */
function readFilters(project: ProjectConfig, list: 'ignore' | 'include', budget: Budget, reader: ShapeReader | null): Filter[] {
  const options = project.value['packOptions']
  const entries = isObject(options) ? options[list] : undefined
  if (!Array.isArray(entries)) return []
  const filters: Filter[] = []
  for (const [i, entry] of entries.slice(0, 500).entries()) {
    if (!isObject(entry) || typeof entry['value'] !== 'string' || typeof entry['type'] !== 'string') {
      reader?.wrong(['packOptions', list, i], 'not-object')
      continue
    }
    const filter = filterOf(entry['type'], entry['value'], budget)
    if (typeof filter === 'string') reader?.wrong(['packOptions', list, i], filter)
    else filters.push(filter)
  }
  return filters
}

/** A pattern with several stars may try each of them at each place; a step of it costs far less than one of an expression. */
function globCost(pattern: string, path: string): number {
  const several = pattern.split('*').length > 4
  return (several ? pattern.length * path.length : pattern.length + path.length) / 32
}

/** One filter, or the reason why it cannot be used. */
function filterOf(type: string, value: string, budget: Budget): Filter | string {
  const wanted = value.toLowerCase().replace(/^(?:\.?\/)+/, '')
  switch (type) {
    case 'folder': {
      const folder = wanted.replace(/\/+$/, '') + '/'
      return (path) => folder !== '/' && path.toLowerCase().startsWith(folder)
    }
    case 'file':
      return (path) => path.toLowerCase() === wanted
    case 'suffix':
      return (path) => wanted !== '' && path.toLowerCase().endsWith(value.toLowerCase())
    case 'prefix':
      return (path) => wanted !== '' && (path.toLowerCase().startsWith(wanted) || nameOf(path).toLowerCase().startsWith(wanted))
    case 'glob': {
      const patterns = expandBraces(wanted)
      return (path) =>
        patterns.some((pattern) => {
          budget.steps -= globCost(pattern, path)
          return budget.steps >= 0 && matchGlob(pattern, path.toLowerCase())
        })
    }
    case 'regexp': {
      const matches = boundedRegExp(value, budget)
      return matches ? (path) => matches(path.slice(0, 500)) : 'regexp-not-supported'
    }
    default:
      return 'unknown-type'
  }
}
