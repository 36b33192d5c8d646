/**
 * A PostgreSQL of our own: made once, started as a user without privileges, reached by a socket in a private folder only,
 * with a password all the same. A server whose parent was killed goes on and is adopted by its pid file.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Problem } from '../problem.ts'
import { type Binaries, findBinaries } from './binaries.ts'

export interface Embedded {
  /** For this machine only. */
  readonly url: string
  readonly pid: number
  /** It ran already. */
  readonly adopted: boolean
  /** It is ours to stop; false when another living process started or adopted it. */
  readonly owned: boolean
  /** Lets running transactions end and stops it; nothing when it is not ours. */
  stop(): Promise<void>
}
export interface EmbeddedOptions {
  /** Where everything of it lies. */
  readonly folder: string
  readonly binaries?: Binaries
  readonly waitMs?: number
  /** Settings of the server, by name. */
  readonly settings?: Readonly<Record<string, string>>
}

const USER = 'menshen'
const PORT = 5432
/** What the kernel takes for the path of a socket, with the name that PostgreSQL gives it. */
const SOCKET_PATH = 107 - `/.s.PGSQL.${PORT}.lock`.length

/** Where data lies unless somebody says otherwise: outside of homes for root, whom an unprivileged server could not follow there. */
export const defaultFolder = (env: Readonly<Record<string, string | undefined>> = process.env): string =>
  env['MENSHEN_DATA'] ||
  (process.getuid?.() === 0 ? '/var/lib/menshen' : join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'menshen'))

interface Owner {
  readonly uid: number
  readonly gid: number
}
/** The user whom root lets PostgreSQL run as; null when we are nobody special ourselves. */
const unprivileged = (): Owner | null => {
  if (process.getuid?.() !== 0) return null
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const wanted of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':')
    if (fields && Number(fields[2]) > 0) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Problem('database-failed', {
    zh: 'PostgreSQL 不能以 root 身份运行，而系统里没有 postgres 或 nobody 用户。请换一个普通用户运行。',
    en: 'PostgreSQL does not run as root, and this machine has no user postgres or nobody. Run this as an ordinary user.',
  })
}
/** Whether somebody else may come to a folder, by the right to pass that every folder above gives to all. */
const reachable = (path: string, owner: Owner): boolean => {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

const folderOf = (path: string, owner: Owner | null, mode = 0o700): string => {
  mkdirSync(path, { recursive: true, mode })
  if (owner) chownSync(path, owner.uid, owner.gid)
  return path
}
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
/** A pid may since belong to anything: the name of the program tells. */
const isPostgres = (pid: number): boolean => {
  if (!alive(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return process.platform !== 'linux'
  }
}
/** When a process began, in the kernel's ticks: a pid with another beginning is another process. */
const beginning = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
const lastLines = (file: string, n = 12): string =>
  existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-n).join('\n') : ''

class Home {
  readonly data: string
  readonly socket: string
  readonly log: string
  private readonly password: string
  private readonly holder: string
  readonly owner: Owner | null
  readonly folder: string
  constructor(folder: string) {
    this.folder = resolve(folder)
    this.owner = unprivileged()
    const base = join(this.folder, 'postgres')
    mkdirSync(base, { recursive: true, mode: 0o711 })
    if (this.owner && !reachable(base, this.owner))
      throw new Problem('database-failed', {
        zh: `PostgreSQL 以普通用户身份运行，进不了这个文件夹：${this.folder}。请用 --data 换一个所有用户都能经过的位置，例如 /var/lib/menshen。`,
        en: `PostgreSQL runs as an unprivileged user, who cannot come to ${this.folder}. Choose a place that everybody may pass, for example /var/lib/menshen, by --data.`,
      })
    this.data = join(base, 'data')
    const near = join(base, 'socket')
    // A deep folder is too long for a socket: a short private one stands in for it.
    this.socket = folderOf(
      near.length <= SOCKET_PATH ? near : join('/tmp', `menshen-${Buffer.from(near).toString('base64url').slice(-24)}`),
      this.owner,
    )
    this.log = join(base, 'postgres.log')
    this.password = join(base, 'password')
    this.holder = join(base, 'holder')
  }
  secret(): string {
    if (!existsSync(this.password)) writeFileSync(this.password, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
    return readFileSync(this.password, 'utf8')
  }
  url(database = USER): string {
    return `postgres://${USER}:${encodeURIComponent(this.secret())}@/${database}?host=${encodeURIComponent(this.socket)}&port=${PORT}`
  }
  /** The pid that the server wrote down, when it still is one. */
  running(): number | null {
    const file = join(this.data, 'postmaster.pid')
    if (!existsSync(file)) return null
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 1 && isPostgres(pid) ? pid : null
  }
  /** Takes the server over unless another living process has it. */
  hold(): boolean {
    const mine = `${process.pid} ${beginning(process.pid)}`
    if (existsSync(this.holder)) {
      const [pid, began] = readFileSync(this.holder, 'utf8').split(' ')
      if (Number(pid) !== process.pid && alive(Number(pid)) && beginning(Number(pid)) === began) return false
    }
    writeFileSync(`${this.holder}.${process.pid}`, mine)
    renameSync(`${this.holder}.${process.pid}`, this.holder)
    return true
  }
  release(): void {
    rmSync(this.holder, { force: true })
  }
  /** Programs that the unprivileged user can come to: as they lie, or a copy. */
  programs(found: Binaries): Binaries {
    if (!this.owner || found.bundle === null || reachable(dirname(found.postgres), this.owner)) return found
    const copy = join(this.folder, 'postgres', 'programs')
    if (!existsSync(join(copy, 'bin', 'postgres'))) {
      const part = `${copy}.${process.pid}`
      cpSync(found.bundle, part, { recursive: true, verbatimSymlinks: true })
      chmodSync(part, 0o755)
      renameSync(part, copy)
    }
    return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres'), bundle: copy }
  }
  spawn(program: string, args: readonly string[]): ChildProcess {
    const out = openSync(this.log, 'a')
    try {
      return spawn(program, args, {
        // Its own group: Ctrl-C in a terminal stops us, and we stop it when nothing is under way any more.
        detached: true,
        stdio: ['ignore', out, out],
        cwd: this.socket,
        env: { PATH: process.env['PATH'] ?? '', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' },
        ...(this.owner ?? {}),
      })
    } finally {
      closeSync(out)
    }
  }
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(code))
  })

async function init(home: Home, programs: Binaries): Promise<void> {
  if (existsSync(join(home.data, 'PG_VERSION'))) return
  // Made beside and moved into place: a half-made one is never taken for whole.
  const part = `${home.data}.${process.pid}`
  const word = join(home.socket, `word.${process.pid}`)
  rmSync(part, { recursive: true, force: true })
  rmSync(home.data, { recursive: true, force: true })
  folderOf(part, home.owner)
  writeFileSync(word, home.secret(), { mode: 0o600 })
  if (home.owner) chownSync(word, home.owner.uid, home.owner.gid)
  // The folder above must let it write there while it works.
  const code = await ended(
    home.spawn(programs.initdb, [
      '-D',
      part,
      '-U',
      USER,
      `--pwfile=${word}`,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]),
  ).finally(() => rmSync(word, { force: true }))
  if (code !== 0)
    throw new Problem('database-failed', {
      zh: `不能建立数据库：\n${lastLines(home.log)}`,
      en: `the database could not be made:\n${lastLines(home.log)}`,
    })
  renameSync(part, home.data)
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    const code = (error as { code?: string }).code
    // It answers, and it is another's.
    if (code === '28P01')
      throw new Problem('database-failed', {
        zh: '数据库口令与文件夹里的不符',
        en: 'the password of the database is not the one in its folder',
      })
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function ensure(home: Home): Promise<void> {
  const client = new pg.Client({ connectionString: home.url('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [USER])
    if (rowCount === 0)
      await client.query(`create database ${USER}`).catch((error: { code?: string }) => {
        // Another process was faster.
        if (error.code !== '42P04' && error.code !== '23505') throw error
      })
  } finally {
    await client.end()
  }
}

/** Starts the server of a folder, or adopts the one that runs there; makes it the first time. */
export async function startEmbedded({ folder, binaries, waitMs = 60_000, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  const home = new Home(folder)
  const owned = home.hold()
  const until = Date.now() + waitMs
  let pid = home.running()
  const adopted = pid !== null
  let programs: Binaries | null = null
  for (;;) {
    pid = home.running()
    if (pid === null && owned) {
      programs ??= home.programs(binaries ?? findBinaries())
      await init(home, programs)
      const options = {
        listen_addresses: '',
        unix_socket_directories: home.socket,
        unix_socket_permissions: '0700',
        port: String(PORT),
        timezone: 'UTC',
        max_connections: '100',
        ...settings,
      }
      const child = home.spawn(programs.postgres, [
        '-D',
        home.data,
        ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ])
      child.unref()
      const gone = ended(child).catch(() => -1)
      pid = child.pid ?? null
      while (pid !== null && Date.now() < until && !(await answers(home.url('postgres')))) {
        // After a crash the old server's children may need a moment to let go of its memory: it is tried again.
        if ((await Promise.race([gone, pause(50, 'on' as const)])) !== 'on') pid = null
      }
    } else if (pid !== null) while (Date.now() < until && isPostgres(pid) && !(await answers(home.url('postgres')))) await pause(50)
    if (pid !== null && isPostgres(pid) && (await answers(home.url('postgres')))) break
    if (Date.now() >= until) {
      if (owned) home.release()
      throw new Problem('database-failed', {
        zh: `PostgreSQL 没有启动：\n${lastLines(home.log)}`,
        en: `PostgreSQL did not start:\n${lastLines(home.log)}`,
      })
    }
    await pause(200)
  }
  await ensure(home)
  const server = pid
  return {
    url: home.url(),
    pid: server,
    adopted,
    owned,
    stop: async () => {
      if (!owned) return
      await stopServer(server)
      home.release()
    },
  }
}

/** Stops a server by its pid: running transactions are rolled back, everything is written; after half a minute without mercy. */
async function stopServer(pid: number): Promise<void> {
  for (const [signal, ms] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!isPostgres(pid)) return
    process.kill(pid, signal)
    for (const until = Date.now() + ms; Date.now() < until; await pause(30)) if (!isPostgres(pid)) return
  }
}

/** Stops whatever server runs in a folder, whoever started it. */
export async function stopEmbedded(folder: string): Promise<void> {
  const home = new Home(folder)
  const pid = home.running()
  if (pid !== null) await stopServer(pid)
  home.release()
}
