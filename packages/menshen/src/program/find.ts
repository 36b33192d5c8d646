/** Where in the given files a program lies, and for which platform it was made. */
import { readApp } from './config/app.ts'
import { SUFFIXES } from './config/pack.ts'
import { decodeName, PROJECT_FILES, programFolders, readDocument } from './config/project.ts'
import { isObject, type JsonObject } from './config/shape.ts'
import { folderOf } from './path.ts'
import type { Files, Found, Platform } from './types.ts'

const SKIPPED = /(?:^|\/)(?:node_modules|miniprogram_npm|\.[^/]+)\//
const quiet = (): void => {}

/** Finds the program, lists several, or says why there is none. */
export function findProgram(files: Files): Found {
  const paths = files.list()
  if (paths.length === 0) return { kind: 'none', reason: 'empty' }
  if (files.origin === 'file' || (files.origin === 'memory' && paths.length === 1 && !paths[0]!.endsWith('app.json')))
    return { kind: 'none', reason: 'single-file' }

  // the top itself, or what the project file at the top names
  const roots = programAt(files, '') ?? severalBelow(files)
  if (roots.length === 1) return describe(files, roots[0]!)
  if (roots.length > 1) {
    const several = roots.map((root) => ({
      root,
      platform: decidePlatform(files, root) ?? ('wechat' as const),
      title: titleOf(files, root),
    }))
    return { kind: 'several', roots: several }
  }
  if (isMiniGame(files)) return { kind: 'none', reason: 'mini-game' }
  const source = sourceOf(files)
  return { kind: 'none', reason: 'no-app-json', ...(source && { source }) }
}

function describe(files: Files, root: string): Found {
  const platform = decidePlatform(files, root)
  return platform === null ? { kind: 'mixed', root } : { kind: 'program', root, platform }
}

/** The program of one folder: by its project file, else by an app.json of its own; undefined when there is neither. */
function programAt(files: Files, folder: string): string[] | undefined {
  for (const project of projectsIn(files, folder)) {
    for (const root of programFolders(project, folder)) if (root !== folder && isProgram(files, root)) return [root]
  }
  return isProgram(files, folder) ? [folder] : undefined
}

function projectsIn(files: Files, folder: string): JsonObject[] {
  const values: JsonObject[] = []
  for (const name of ['project.private.config.json', 'project.tt.json', 'project.config.json']) {
    const value = readDocument(files, folder + name, quiet)?.value
    if (isObject(value)) values.push(value)
  }
  return values
}

/** All programs below the top. Of a framework's two builds of the same platform, the release build is meant. */
function severalBelow(files: Files): string[] {
  const roots = new Set<string>()
  for (const path of files.list()) {
    if (SKIPPED.test(path)) continue
    const folder = folderOf(path)
    const name = path.slice(folder.length)
    if (name === 'app.json' ? isProgram(files, folder) : PROJECT_FILES.has(name))
      for (const root of programAt(files, folder) ?? []) roots.add(root)
  }
  const all = [...roots].sort()
  // a project file that points at its build makes the source beside it no program of its own
  const named = new Set<string>()
  for (const path of files.list()) {
    const folder = folderOf(path)
    if (!PROJECT_FILES.has(path.slice(folder.length)) || SKIPPED.test(path)) continue
    const root = programAt(files, folder)?.[0]
    if (root !== undefined && root !== folder)
      for (const other of all) if (other !== root && other.startsWith(folder) && !named.has(other)) roots.delete(other)
    if (root !== undefined) named.add(root)
  }
  return [...roots].sort().filter((root) => {
    const release = root.replace(/(^|\/)dist\/dev\/(mp-[a-z]+\/)$/, '$1dist/build/$2')
    return release === root || !roots.has(release)
  })
}

/** True when a folder's app.json is that of a mini program, and not some other tool's file of the same name. */
function isProgram(files: Files, folder: string): boolean {
  if (!files.has(folder + 'app.json')) return false
  const document = readDocument(files, folder + 'app.json', quiet)
  if (
    isObject(document?.value) &&
    ['pages', 'subpackages', 'subPackages', 'tabBar', 'window', 'entryPagePath', 'usingComponents'].some(
      (key) => key in (document.value as JsonObject),
    )
  )
    return true
  // broken or empty, but what stands beside it is a program
  const near = ['app.js', 'app.ts', 'app.wxss', 'app.ttss', ...PROJECT_FILES]
  return near.some((name) => files.has(folder + name)) && !files.has(folder + 'game.json')
}

function isMiniGame(files: Files): boolean {
  return files
    .list()
    .some(
      (path) =>
        !SKIPPED.test(path) &&
        /(?:^|\/)game\.json$/.test(path) &&
        (files.has(folderOf(path) + 'game.js') || files.has(folderOf(path) + 'game.ts')),
    )
}

/** A framework's source that has not been built yet. */
function sourceOf(files: Files): 'uni-app' | 'taro' | 'mpx' | 'wepy' | null {
  for (const path of files.list()) {
    if (SKIPPED.test(path)) continue
    const folder = folderOf(path)
    if (path.endsWith('manifest.json') && files.has(folder + 'pages.json')) return 'uni-app'
    if (path.endsWith('.mpx')) return 'mpx'
    if (path.endsWith('.wpy')) return 'wepy'
    if (/(?:^|\/)app\.config\.[jt]sx?$/.test(path)) return 'taro'
  }
  return null
}

function titleOf(files: Files, root: string): string {
  for (const folder of new Set([root, folderOf(root.slice(0, -1))])) {
    for (const project of projectsIn(files, folder)) {
      const name = project['projectname']
      if (typeof name === 'string' && name !== '') return decodeName(name)
    }
  }
  const document = readDocument(files, root + 'app.json', quiet)
  const window = isObject(document?.value) ? document.value['window'] : undefined
  const title = isObject(window) ? window['navigationBarTitleText'] : undefined
  return typeof title === 'string' && title !== '' ? title : root.replace(/\/$/, '') || files.name
}

/**
 * The platform of the program in a folder; null when the signs are even. What the app's pages really have decides before
 * project files and code: a tree may well hold both platforms' files, and code for one platform talks of the other.
 */
export function decidePlatform(files: Files, root: string): Platform | null {
  return (
    byPages(files, root) ??
    byStyle(files, root) ??
    byProject(files, root) ??
    byAnyTemplate(files, root) ??
    byCode(files, root) ??
    (hasTemplates(files, root) ? null : 'wechat')
  )
}

function more(wechat: number, douyin: number): Platform | null {
  return wechat === douyin ? null : wechat > douyin ? 'wechat' : 'douyin'
}

/**
 * By the templates of the listed pages. Where they have both kinds, all of them or page by page (Douyin takes WeChat's
 * suffixes too), the app's own style sheet and the project file say which it is.
 */
function byPages(files: Files, root: string): Platform | null {
  const document = readDocument(files, root + 'app.json', quiet)
  if (!document) return null
  let wechat = 0
  let douyin = 0
  let onlyWechat = 0
  let onlyDouyin = 0
  for (const { base } of readApp(document, root, quiet).pages) {
    const hasWechat = files.has(base + SUFFIXES.wechat.template)
    const hasDouyin = files.has(base + SUFFIXES.douyin.template)
    if (hasWechat) wechat++
    if (hasDouyin) douyin++
    if (hasWechat && !hasDouyin) onlyWechat++
    if (hasDouyin && !hasWechat) onlyDouyin++
  }
  if (wechat === 0 || douyin === 0) return more(wechat, douyin)
  return byStyle(files, root) ?? byProject(files, root) ?? more(onlyWechat, onlyDouyin)
}

function byStyle(files: Files, root: string): Platform | null {
  return more(Number(files.has(root + 'app.wxss')), Number(files.has(root + 'app.ttss')))
}

function byProject(files: Files, root: string): Platform | null {
  for (const folder of foldersUpward(root)) {
    if (files.has(folder + 'project.tt.json') && !files.has(folder + 'project.config.json')) return 'douyin'
    for (const project of projectsIn(files, folder)) {
      const appid = project['appid']
      if (typeof appid === 'string' && /^wx[0-9a-f]{16}$/.test(appid)) return 'wechat'
      if (typeof appid === 'string' && /^tt[0-9a-f]{16,}$/.test(appid)) return 'douyin'
      if ('douyinProjectType' in project) return 'douyin'
    }
  }
  const build = /(?:^|\/)mp-(weixin|toutiao)\//.exec(root)
  return build ? (build[1] === 'weixin' ? 'wechat' : 'douyin') : null
}

function* foldersUpward(folder: string): Generator<string> {
  for (let at = folder; ; at = folderOf(at.slice(0, -1))) {
    yield at
    if (at === '') return
  }
}

function byAnyTemplate(files: Files, root: string): Platform | null {
  let wechat = 0
  let douyin = 0
  for (const path of files.list()) {
    if (!path.startsWith(root) || SKIPPED.test(path)) continue
    if (path.endsWith(SUFFIXES.wechat.template)) wechat++
    else if (path.endsWith(SUFFIXES.douyin.template)) douyin++
  }
  return more(wechat, douyin)
}

/** Code says least: both platforms' names stand in many programs. A sample of the scripts is enough. */
function byCode(files: Files, root: string): Platform | null {
  let wechat = 0
  let douyin = 0
  const scripts = files.list().filter((path) => path.startsWith(root) && path.endsWith('.js') && !SKIPPED.test(path))
  for (const path of scripts.slice(0, 200)) {
    const text = files.text(path)?.slice(0, 200_000) ?? ''
    wechat += text.match(/\bwx\.[a-z]/g)?.length ?? 0
    douyin += text.match(/\btt\.[a-z]/g)?.length ?? 0
  }
  return more(wechat, douyin)
}

function hasTemplates(files: Files, root: string): boolean {
  return files.list().some((path) => path.startsWith(root) && !SKIPPED.test(path) && /\.(?:wx|tt)ml$/.test(path))
}
