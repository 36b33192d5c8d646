/** From a path on the command line to a program, or to the reason why there is none. */
import { readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { CONFIG_FILE, type Config, readConfig } from '../check/config.ts'
import type { Lang } from '../check/types.ts'
import { shown } from '../evidence/shape.ts'
import { type FolderMemory, openFiles } from '../io/files.ts'
import { findProgram } from '../program/find.ts'
import { loadProgram } from '../program/load.ts'
import type { Reread } from '../program/reread.ts'
import type { Files, Platform, ProgramModel } from '../program/types.ts'
import { PLATFORM } from '../report/words.ts'
import { EXIT, Failure } from './failure.ts'

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Reads a file that the person named, or says that it cannot be read. */
export const readNamed = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new Failure({ zh: `没有这个文件：${shown(path)}`, en: `there is no such file: ${shown(path)}` })
    throw new Failure({ zh: `无法读取 ${shown(path)}（${code}）`, en: `${shown(path)} cannot be read (${code})` })
  }
}

export interface Settings {
  readonly config: Config
  /** The folder that its paths are relative to. */
  readonly base: string
  /** Its file, when there is one. */
  readonly file?: string
}

/** The configuration that was named, else the one in the folder given. There is no cascade. */
export const readSettings = (path: string, named: string | undefined, rules: readonly string[]): Settings => {
  const beside = join(path, CONFIG_FILE)
  const file = named ?? (isFolder(path) && statSync(beside, { throwIfNoEntry: false })?.isFile() ? beside : undefined)
  if (file === undefined) return { config: {}, base: isFolder(path) ? path : '.' }
  const name = named ?? CONFIG_FILE
  const { config, problems } = readConfig(name, readNamed(file), rules)
  if (problems.length > 0) {
    const lines = (lang: 'zh' | 'en') =>
      problems.slice(0, 10).map(({ place, what }) => `  ${place.file}:${place.start.line}:${place.start.column}  ${what[lang]}`)
    throw new Failure({ zh: `配置有误：\n${lines('zh').join('\n')}`, en: `the configuration is wrong:\n${lines('en').join('\n')}` })
  }
  return { config, base: join(file, '..'), file }
}

export interface Opened {
  readonly program: ProgramModel
  readonly files: Files
}
export interface Choice {
  readonly root?: string | undefined
  readonly platform?: Platform | undefined
}

const asRoot = (root: string): string => {
  const plain = root
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '')
  return plain === '' || plain === '.' ? '' : `${plain}/`
}

const NONE = {
  empty: { zh: '里面没有文件', en: 'it holds no files' },
  'no-app-json': { zh: '找不到 app.json', en: 'there is no app.json' },
  'mini-game': { zh: '这是小游戏，门神只审查小程序', en: 'this is a mini game; Menshen reviews mini programs only' },
  'single-file': { zh: '这是单个文件，不是小程序', en: 'this is a single file, not a program' },
} as const

/** Opens a folder or an archive and loads the one program in it. */
export const openProgram = async (path: string, choice: Choice, memory?: FolderMemory, reread?: Reread): Promise<Opened> => {
  const name = basename(resolve(path))
  const files = await openFiles(path, {}, memory)
  if (choice.root !== undefined) {
    const root = asRoot(choice.root)
    if (!files.has(`${root}app.json`))
      throw new Failure(
        { zh: `${shown(name)} 的 ${root === '' ? '根目录' : root} 里没有 app.json`, en: `there is no ${root}app.json in ${shown(name)}` },
        EXIT.nothing,
      )
    return { program: loadProgram(files, { root, reread, ...(choice.platform ? { platform: choice.platform } : {}) }), files }
  }
  const found = findProgram(files)
  if (found.kind === 'none') {
    // A folder with one file in it is still a folder.
    const why = NONE[found.reason === 'single-file' && files.origin !== 'file' ? 'no-app-json' : found.reason]
    if (found.source)
      throw new Failure(
        {
          zh: `${shown(name)} 是 ${found.source} 的源码，请先编译，再审查编译出来的小程序（例如 dist 里含 app.json 的文件夹）。`,
          en: `${shown(name)} is source code for ${found.source}: build it first, then check what comes out (the folder with app.json, perhaps below dist).`,
        },
        EXIT.nothing,
      )
    throw new Failure(
      {
        zh: `${shown(name)}：没有可审查的小程序，${why.zh}。\n请给出 app.json 所在的文件夹（或它的上级文件夹、zip 包）。`,
        en: `${shown(name)}: nothing to check, ${why.en}.\nName the folder that holds app.json, a folder above it, or a zip of it.`,
      },
      EXIT.nothing,
    )
  }
  if (found.kind === 'several') {
    const roots = found.roots.slice(0, 30)
    const widest = Math.max(...roots.map((one) => one.root.length))
    const rows = (lang: Lang) => {
      const lines = roots.map((one) => `  ${shown(one.root || '.').padEnd(widest)}  ${PLATFORM[one.platform][lang]}  ${shown(one.title)}`)
      if (found.roots.length > roots.length) lines.push('  …')
      return lines.join('\n')
    }
    const example = `menshen check ${shown(path)} --root ${shown(found.roots[0]!.root || '.')}`
    throw new Failure(
      {
        zh: `${shown(name)} 里有 ${found.roots.length} 个小程序，请选一个：\n${rows('zh')}\n例如：${example}`,
        en: `${shown(name)} holds ${found.roots.length} programs; choose one:\n${rows('en')}\nFor example: ${example}`,
      },
      EXIT.nothing,
    )
  }
  if (found.kind === 'mixed' && choice.platform === undefined)
    throw new Failure(
      {
        zh: `${shown(name)} 里微信和抖音的文件混在一起，请用 --platform wechat 或 --platform douyin 指明按哪个平台审查。`,
        en: `${shown(name)} mixes WeChat and Douyin files; say which platform to review for with --platform wechat or --platform douyin.`,
      },
      EXIT.nothing,
    )
  const platform = choice.platform ?? (found.kind === 'program' ? found.platform : undefined)
  return { program: loadProgram(files, { root: found.root, reread, ...(platform ? { platform } : {}) }), files }
}
