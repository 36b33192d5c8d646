/**
 * A child process that may go wrong: in an empty folder of its own, as a user of no rights where we may choose one,
 * with nothing of our environment, and with an end to its time, its memory and its words. It is ended by its own id,
 * with whatever it started.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export interface Confinement {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds until it is ended. */
  readonly wallMs: number
  /** Megabytes of memory of its own, with whatever it started. */
  readonly memoryMb: number
  /** Bytes of each of its outputs that are kept; beyond, it is ended. */
  readonly outputBytes?: number
  /** Null to stay who we are. */
  readonly user?: number | null
  readonly stop?: AbortSignal | undefined
  /** Each whole line that it says on its error output. */
  readonly said?: (line: string) => void
}
export interface Confined {
  readonly code: number | null
  /** Why we ended it; null when it ended by itself. */
  readonly ended: 'time' | 'memory' | 'output' | 'stopped' | null
  readonly stdout: string
  readonly stderr: string
  readonly ms: number
  readonly peakMb: number
}

/** Ids that no account has; each slot its own, so that two strangers at work cannot reach each other. */
const FIRST_USER = 64_100
const USERS = 400
let next = 0
/** A user for one child: null where we are nobody special ourselves. */
export const stranger = (): number | null => (process.getuid?.() === 0 ? FIRST_USER + (next++ % USERS) : null)

/** Whether anybody may read a file and pass all folders above it. */
export const reachable = (path: string): boolean => {
  try {
    if ((statSync(path).mode & 0o004) === 0) return false
    for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
      if ((statSync(folder).mode & 0o001) === 0) return false
      if (folder === dirname(folder)) return true
    }
  } catch {
    return false
  }
}

/** An empty private folder for a child; its name says nothing. Removed with `dropRoom`. */
export const makeRoom = (user: number | null, base = process.env['MENSHEN_ROOMS'] || tmpdir()): string => {
  mkdirSync(base, { recursive: true })
  const room = mkdtempSync(join(base, 'menshen-room-'))
  if (user !== null) chownSync(room, user, user)
  return room
}
export const dropRoom = (room: string): void => rmSync(room, { recursive: true, force: true, maxRetries: 3 })

/** A file that a child left, never followed elsewhere: an ordinary file below its room, within a bound; null otherwise. */
export const leftBehind = (room: string, parts: readonly string[], most: number): Buffer | null => {
  let path = room
  for (const part of parts.slice(0, -1)) {
    path = join(path, part)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found?.isDirectory()) return null
  }
  let handle: number
  try {
    handle = openSync(join(path, parts.at(-1)!), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch {
    return null
  }
  try {
    const { size, nlink } = fstatSync(handle)
    if (!fstatSync(handle).isFile() || nlink !== 1 || size > most) return null
    const content = Buffer.alloc(size)
    let at = 0
    while (at < size) {
      const read = readSync(handle, content, at, size - at, at)
      if (read === 0) return null
      at += read
    }
    return content
  } finally {
    closeSync(handle)
  }
}
/** Names of a folder that a child left; none when it is no folder. */
export const namesLeft = (room: string, folder: string, most: number): readonly string[] => {
  const path = join(room, folder)
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path).slice(0, most) : []
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly group: number
  /** When it began: a pid with another beginning is another process. */
  readonly began: string
}
const processOf = (pid: number): Process | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return { pid, parent: Number(fields[1]), group: Number(fields[2]), began: fields[19] ?? '' }
  } catch {
    return null
  }
}
/** A child and all that came of it, as long as their parents live; on systems without /proc, the child alone. */
const family = (pid: number): readonly Process[] => {
  let all: readonly Process[]
  try {
    all = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .map(processOf)
      .filter((one) => one !== null)
  } catch {
    return []
  }
  const found = new Map<number, Process>()
  for (const one of all) if (one.pid === pid || one.group === pid) found.set(one.pid, one)
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const one of all) if (found.has(one.parent)) found.set(one.pid, one)
  }
  return [...found.values()]
}
const ownMb = (pid: number): number => {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    return (Number(text.match(/RssAnon:\s+(\d+)/)?.[1] ?? 0) + Number(text.match(/RssShmem:\s+(\d+)/)?.[1] ?? 0)) / 1024
  } catch {
    return 0
  }
}

/** Where the system has it: the child ends with us even when we are killed. */
const tied: readonly string[] = (() => {
  const { status, stdout } = spawnSync('setpriv', ['--help'], { encoding: 'utf8', timeout: 5000 })
  return status === 0 && stdout.includes('--pdeathsig') ? ['setpriv', '--pdeathsig', 'KILL', '--'] : []
})()

/** Rooms that were left by workers which were killed: older than any child may become. */
export const sweepRooms = (olderThanMs: number, base = process.env['MENSHEN_ROOMS'] || tmpdir()): number => {
  let swept = 0
  for (const name of readdirSync(base)) {
    if (!/^menshen-room-[A-Za-z0-9]{6}$/.test(name)) continue
    const found = lstatSync(join(base, name), { throwIfNoEntry: false })
    if (!found?.isDirectory() || Date.now() - found.mtimeMs < olderThanMs) continue
    dropRoom(join(base, name))
    swept++
  }
  return swept
}

const PACE = 150
/** Runs a child to its end, whatever that is. Rejects only when it cannot be started. */
export const confine = ({
  command,
  args,
  cwd,
  env = {},
  wallMs,
  memoryMb,
  outputBytes = 1_000_000,
  user = null,
  stop,
  said,
}: Confinement): Promise<Confined> =>
  new Promise((done, fail) => {
    const started = performance.now()
    const known = new Map<number, Process>()
    let ended: Confined['ended'] = null
    let peak = 0
    const [program, ...before] = [...tied, command]
    const child: ChildProcess = spawn(program!, [...before, ...args], {
      cwd,
      // A group of its own: what is sent to a terminal's group does not reach it, and it is ended as a whole.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { LANG: 'C.UTF-8', TZ: 'UTC', HOME: cwd, TMPDIR: cwd, PATH: process.env['PATH'] ?? '/usr/bin:/bin', ...env },
      ...(user === null ? {} : { uid: user, gid: user }),
    })
    const look = (): void => {
      if (child.pid === undefined) return
      for (const one of family(child.pid)) known.set(one.pid, one)
      let sum = 0
      for (const { pid } of known.values()) sum += ownMb(pid)
      peak = Math.max(peak, sum)
      if (sum > memoryMb) end('memory')
    }
    /** Only what is known to be of it, and still is what it was. */
    const killAll = (): void => {
      if (child.pid === undefined) return
      for (const one of family(child.pid)) known.set(one.pid, one)
      for (const one of known.values())
        if (processOf(one.pid)?.began === one.began)
          try {
            process.kill(one.pid, 'SIGKILL')
          } catch {
            // It went by itself.
          }
    }
    const end = (why: NonNullable<Confined['ended']>): void => {
      ended ??= why
      killAll()
    }
    const clock = setTimeout(() => end('time'), wallMs)
    const watch = setInterval(look, PACE)
    const halt = () => end('stopped')
    stop?.addEventListener('abort', halt, { once: true })
    const settle = (): void => {
      clearTimeout(clock)
      clearInterval(watch)
      stop?.removeEventListener('abort', halt)
    }
    const outputs: [Buffer[], Buffer[]] = [[], []]
    let line = ''
    for (const [n, stream] of [child.stdout!, child.stderr!].entries()) {
      let size = 0
      stream.on('error', () => {})
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > outputBytes) {
          end('output')
          return
        }
        outputs[n as 0 | 1].push(chunk)
        if (n === 1 && said) {
          const lines = (line + chunk.toString('utf8')).split('\n')
          line = (lines.pop() ?? '').slice(-10_000)
          for (const one of lines) said(one)
        }
      })
    }
    child.once('error', (error) => {
      settle()
      fail(error)
    })
    if (stop?.aborted) halt()
    child.once('spawn', look)
    child.once('exit', () => {
      // What it started may outlive it, and would hold its outputs open.
      killAll()
    })
    child.once('close', (code) => {
      settle()
      killAll()
      const [stdout, stderr] = outputs.map((chunks) => Buffer.concat(chunks).toString('utf8')) as [string, string]
      done({ code, ended, stdout, stderr, ms: Math.round(performance.now() - started), peakMb: Math.round(peak) })
    })
  })
