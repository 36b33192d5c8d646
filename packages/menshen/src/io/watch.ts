/** Says when something in a folder changed. One watcher for each folder that a program can lie in, looked up anew after each change. */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { SKIPPED_FOLDERS } from './limits.ts'

export interface Watched {
  /** The folder of the program. */
  readonly folder: string
  /** Single files elsewhere. */
  readonly files: () => readonly string[]
  /** Folders at most; beyond them changes are looked for at intervals. */
  readonly most?: number
  /** Milliseconds of silence that end a burst of changes: editors write a file in several steps. */
  readonly quiet?: number
}
const MOST_FOLDERS = 5_000
const QUIET = 20
/** Where the system cannot watch (too many folders, network disks), changes are looked for this often. */
const INTERVAL = 1_000

const foldersBelow = (top: string, most: number): readonly string[] => {
  const found = [top]
  for (let at = 0; at < found.length && found.length <= most; at++) {
    try {
      for (const entry of readdirSync(found[at]!, { withFileTypes: true }))
        if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) found.push(join(found[at]!, entry.name))
    } catch {
      // Gone or closed since: the next look tells.
    }
  }
  return found
}

const stampOf = (path: string): string => {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : ''
}
const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(folder, entry.name)] : []))
  } catch {
    return []
  }
}

/** What is watched, and what changed in it so far. */
class Watch {
  readonly #watched: Watched
  readonly #watchers = new Map<string, FSWatcher>()
  readonly #changed = new Set<string>()
  readonly #interval: NodeJS.Timeout
  #stamps = new Map<string, string>()
  #timer: NodeJS.Timeout | undefined
  #wake: () => void = () => {}
  /** The system does not tell: files are compared instead. */
  #blind = false

  constructor(watched: Watched) {
    this.#watched = watched
    this.look()
    this.#interval = setInterval(() => this.#compare(), INTERVAL)
  }

  /** Watches the folders that are there now; after a burst of changes only where there may be others than before. */
  look(burst?: readonly string[]): void {
    const { folder, most = MOST_FOLDERS } = this.#watched
    const same = (path: string) => !this.#watchers.has(path) && !statSync(path, { throwIfNoEntry: false })?.isDirectory()
    if (burst?.every(same) && !this.#blind) {
      this.#stamps = this.#stampsNow([])
      return
    }
    const folders = foldersBelow(folder, most)
    const present = new Set(folders)
    for (const [path, watcher] of this.#watchers)
      if (!present.has(path)) {
        watcher.close()
        this.#watchers.delete(path)
      }
    if (folders.length > most) this.#blind = true
    for (const path of folders) this.#open(path)
    this.#stamps = this.#stampsNow(folders)
  }

  #open(path: string): void {
    if (this.#watchers.has(path) || this.#blind) return
    try {
      const watcher = watch(path, (_event, name) => this.#met(name === null ? path : join(path, String(name))))
      watcher.on('error', () => {
        watcher.close()
        this.#watchers.delete(path)
        this.#met(path)
      })
      this.#watchers.set(path, watcher)
    } catch {
      this.#blind = true
    }
  }

  #stampsNow(folders: readonly string[]): Map<string, string> {
    const compared = [...this.#watched.files(), ...(this.#blind ? folders.flatMap(filesIn) : [])]
    return new Map(compared.map((path) => [path, stampOf(path)]))
  }
  #compare(): void {
    const { folder, most = MOST_FOLDERS } = this.#watched
    const next = this.#stampsNow(this.#blind ? foldersBelow(folder, most).slice(0, most) : [])
    for (const path of new Set([...next.keys(), ...this.#stamps.keys()])) if (next.get(path) !== this.#stamps.get(path)) this.#met(path)
    this.#stamps = next
  }

  #met(path: string): void {
    this.#changed.add(path)
    this.#rouse()
  }
  #rouse(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#wake()
    }, this.#watched.quiet ?? QUIET)
  }

  /** The next burst of changes; empty when it was ended instead. */
  async next(signal: AbortSignal): Promise<readonly string[]> {
    // What changed while nobody waited.
    if (this.#changed.size > 0 && this.#timer === undefined) this.#rouse()
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      if (signal.aborted) resolve()
      else signal.addEventListener('abort', () => resolve(), { once: true })
    })
    const burst = [...this.#changed].sort()
    this.#changed.clear()
    return burst
  }

  /** What changed since the last burst, and will be in the next one. */
  get pending(): readonly string[] {
    return [...this.#changed]
  }
  /** Takes what changed since the last burst out of the next one. */
  take(): void {
    this.#changed.clear()
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  close(): void {
    clearInterval(this.#interval)
    clearTimeout(this.#timer)
    for (const watcher of this.#watchers.values()) watcher.close()
  }
}

export interface Changes {
  /** The paths that changed, burst by burst, until the signal ends it. Changes during the consumer's work are kept for the next turn. */
  readonly bursts: AsyncGenerator<readonly string[], undefined>
  /** What has changed since the last burst, as far as the system has told. */
  readonly pending: () => readonly string[]
  /** Tells of it no more: whoever asks has seen to it. */
  readonly settle: () => void
}

/** Begins to watch. */
export const changes = (watched: Watched, signal: AbortSignal): Changes => {
  const watch = new Watch(watched)
  async function* bursts(): AsyncGenerator<readonly string[], undefined> {
    try {
      while (!signal.aborted) {
        const burst = await watch.next(signal)
        if (signal.aborted) return
        // New folders are watched before the consumer looks: what is written into them meanwhile is not lost.
        watch.look(burst)
        if (burst.length > 0) yield burst
      }
    } finally {
      watch.close()
    }
  }
  return {
    bursts: bursts(),
    pending: () => watch.pending,
    settle: () => {
      watch.look(watch.pending)
      watch.take()
    },
  }
}
