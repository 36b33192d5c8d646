/** project.config.json and its relatives: where the program lies, and what is kept out of the package. */
import { readJson } from '../json.ts'
import { folderOf, joinPath } from '../path.ts'
import type { Reread } from '../reread.ts'
import type { Files, JsonDocument, Platform, Problem } from '../types.ts'
import { isObject, type JsonObject } from './shape.ts'

/** Files of a project, not of the package. */
export const PROJECT_FILES: ReadonlySet<string> = new Set([
  'project.config.json',
  'project.private.config.json',
  'project.tt.json',
  'project.swan.json',
  'mini.project.json',
])

export interface ProjectConfig {
  /** The document that counts for the platform, null when there is none. */
  readonly document: JsonDocument | null
  /** project.private.config.json, which overrides and should not be shared. */
  readonly private: JsonDocument | null
  /** Folder of the project file. */
  readonly folder: string
  /** Its value with the private file's on top. */
  readonly value: JsonObject
}

/** Reads the project files beside the program or in the nearest folder above it. */
export function readProject(files: Files, root: string, platform: Platform, report: (problem: Problem) => void): ProjectConfig {
  const names = platform === 'douyin' ? ['project.tt.json', 'project.config.json'] : ['project.config.json']
  for (let folder: string | null = root; folder !== null; folder = folder === '' ? null : folderOf(folder.slice(0, -1))) {
    const document = names.map((name) => readDocument(files, folder + name, report)).find((one) => one !== null)
    if (!document) continue
    const own = readDocument(files, folder + 'project.private.config.json', report)
    return { document, private: own, folder, value: merge(document.value, own?.value) }
  }
  return { document: null, private: null, folder: root, value: {} }
}

/** A JSON file by path, null when it is not there or is not text. */
export function readDocument(files: Files, path: string, report: (problem: Problem) => void, reread?: Reread): JsonDocument | null {
  if (!files.has(path)) return null
  const text = files.text(path)
  if (text === undefined) {
    report({ kind: 'unreadable', at: { file: path, start: 0, end: 0 }, data: { path, reason: 'not-text' }, hides: true })
    return null
  }
  return reread ? reread.of('json', path, text, report, (say) => readJson(path, text, say)) : readJson(path, text, report)
}

function merge(shared: unknown, own: unknown): JsonObject {
  const value: Record<string, unknown> = Object.create(null)
  for (const source of [shared, own]) {
    if (!isObject(source)) continue
    for (const [key, one] of Object.entries(source)) {
      const before = value[key]
      // settings are merged one by one, everything else is replaced
      value[key] = isObject(before) && isObject(one) && key === 'setting' ? { ...before, ...one } : one
    }
  }
  return value
}

/** Where the program lies by the project file: the folder that `miniprogramRoot` or `srcMiniprogramRoot` names. */
export function programFolders(project: JsonObject, folder: string): string[] {
  const folders: string[] = []
  for (const key of ['miniprogramRoot', 'srcMiniprogramRoot']) {
    const written = project[key]
    if (typeof written !== 'string') continue
    const path = joinPath(folder, written.replace(/^\/+/, '').replace(/\/+$/, ''))
    if (path === null) continue
    folders.push(path === '' || path + '/' === folder || path === folder ? folder : path.replace(/\/+$/, '') + '/')
  }
  return folders
}

/** Folders that the project file gives to something else: cloud functions, a plugin, a server. */
export function foreignFolders(project: ProjectConfig): string[] {
  const folders: string[] = []
  for (const key of [
    'cloudfunctionRoot',
    'cloudfunctionTemplateRoot',
    'cloudcontainerRoot',
    'cloudbaseRoot',
    'qcloudRoot',
    'pluginRoot',
    'testRoot',
  ]) {
    const written = project.value[key]
    if (typeof written !== 'string') continue
    const path = joinPath(project.folder, written.replace(/^\/+/, '').replace(/\/+$/, ''))
    if (path !== null && path !== '' && path + '/' !== project.folder) folders.push(path.replace(/\/+$/, '') + '/')
  }
  return folders
}

/** DevTools write a project's name percent-encoded. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
