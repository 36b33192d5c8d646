/** Where the facts of a program are kept between runs. Apart from the cache itself, for who only asks how many there are. */
import { hash } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the cache lies: MENSHEN_CACHE_DIR, else under XDG_CACHE_HOME, else ~/.cache. */
export const cacheFolder = (env: Environment): string => {
  const named = env['MENSHEN_CACHE_DIR']
  if (named) return resolve(named)
  const base = env['XDG_CACHE_HOME']
  // The specification of XDG has relative paths ignored.
  return join(base && isAbsolute(base) ? base : join(homedir(), '.cache'), 'menshen')
}

/** The pack of a program in the cache's folder; `real` is the program's path, links resolved. */
export const packFile = (folder: string, real: string): string => join(folder, `${hash('sha256', real).slice(0, 32)}.facts`)

/** Bytes that are kept of a program; 0 when it was never checked, so that all of it will have to be parsed. */
export const factsSize = (program: string, env: Environment): number => {
  try {
    return statSync(packFile(cacheFolder(env), realpathSync(program))).size
  } catch {
    return 0
  }
}
