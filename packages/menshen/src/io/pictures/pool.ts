/** Looks at many pictures in threads of their own while the caller does something else; bounded in number first and in time second. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { BOUNDS, type Look } from '../../evidence/pictures/types.ts'
import { now } from '../clock.ts'
import { type Job, settle, type Task, worthOf } from './task.ts'

export interface Wanted {
  /** What tells this picture from all others. */
  readonly key: string
  readonly bytes: Uint8Array
  /** What an earlier look found, when only its text is still unread. */
  readonly known?: Look | undefined
  /** The higher, the sooner it is read. */
  readonly bonus?: number
}
export interface Bounds {
  /** Pictures that are read at most. */
  readonly reads: number
  /** Milliseconds for all of them together. */
  readonly time: number
}
export interface Looking {
  /** What was found by key; pictures that nobody came to are missing. Never rejects. */
  readonly found: Promise<ReadonlyMap<string, Look>>
  /** Ends it at once. */
  stop(): void
}

/** Beside the sources, or in the built package below the chunk that this is in. */
const entry = (): URL => {
  for (const place of ['./worker.ts', '../pictures.js', './pictures.js']) {
    const url = new URL(place, import.meta.url)
    if (existsSync(fileURLToPath(url))) return url
  }
  throw new Error('the thread that looks at pictures is missing')
}
/** Time as the work sees it: on a busy machine a thread waits for its turn, and that is nobody's fault. */
class Spent {
  #wall = now()
  #used = process.cpuUsage()

  reset(): void {
    this.#wall = now()
    this.#used = process.cpuUsage()
  }
  /** True when the process has been at work for so long, or when it has lasted so much longer that nobody would wait. */
  over(milliseconds: number, hands = 1): boolean {
    const wall = now() - this.#wall
    if (wall < milliseconds) return false
    const { user, system } = process.cpuUsage(this.#used)
    return (user + system) / 1000 > milliseconds * hands || wall > milliseconds * PATIENCE
  }
}
const PATIENCE = 8

const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }
const MOST_THREADS = 3

/** Begins to look; the threads run while the caller computes. */
export function lookAtAll(wanted: readonly Wanted[], bounds: Bounds): Looking {
  const found = new Map<string, Look>()
  const worth = new Int32Array(new SharedArrayBuffer(4 * Math.max(1, wanted.length))).fill(-1)
  const open = new Int32Array(new SharedArrayBuffer(4)).fill(wanted.length)
  const shared = { worth, open, reads: bounds.reads }
  for (const [index, { known, bonus = 0 }] of wanted.entries()) if (known) settle(shared, index, worthOf(known, bonus))
  const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1, wanted.length))
  const hands: Hand[] = []
  for (let t = 0; t < threads; t++)
    hands.push(
      new Hand(
        wanted.flatMap(({ bytes, known, bonus = 0 }, index) => (index % threads === t ? [{ index, bytes, known, bonus }] : [])),
        shared,
        (index, look) => {
          const { key } = wanted[index]!
          // A reader that gave up does not undo what was seen before.
          const before = found.get(key) ?? wanted[index]!.known
          found.set(key, look.unseen && before && !before.unseen ? { ...before, unread: 'too-slow' } : look)
        },
      ),
    )
  const spent = new Spent()
  const timer = setInterval(
    () => {
      if (spent.over(bounds.time, threads)) for (const hand of hands) hand.stop()
    },
    Math.max(1, Math.min(500, bounds.time)),
  )
  return {
    found: Promise.all(hands.map((hand) => hand.ended)).then(() => {
      clearInterval(timer)
      return found
    }),
    stop: () => {
      for (const hand of hands) hand.stop()
    },
  }
}

/** One thread after another over the same jobs: who hangs or dies on a picture is replaced, and the picture left out. */
class Hand {
  readonly ended: Promise<void>
  readonly #shared: Pick<Task, 'worth' | 'open' | 'reads'>
  readonly #say: (index: number, look: Look) => void
  #jobs: readonly Job[]
  #worker: Worker | undefined
  #stopped = false
  #finish: () => void = () => undefined
  #deaths = 0

  constructor(jobs: readonly Job[], shared: Pick<Task, 'worth' | 'open' | 'reads'>, say: (index: number, look: Look) => void) {
    this.#jobs = jobs
    this.#shared = shared
    this.#say = say
    this.ended = new Promise((resolve) => {
      this.#finish = resolve
    })
    this.#start()
  }

  #start(): void {
    if (this.#stopped || this.#jobs.length === 0 || this.#deaths > 20) {
      this.#finish()
      return
    }
    const at = new Int32Array(new SharedArrayBuffer(8))
    const task: Task = { jobs: this.#jobs, at, ...this.#shared }
    let worker: Worker
    try {
      // Taken when there is work: threads bring a good deal of Node along.
      const { Worker } = process.getBuiltinModule('node:worker_threads')
      worker = new Worker(entry(), { workerData: task, resourceLimits: LIMITS, stdout: true, stderr: true, env: {} })
    } catch {
      this.#finish()
      return
    }
    this.#worker = worker
    // A picture that takes too long: the thread cannot be asked, so it is watched from here.
    let was = -1
    const spent = new Spent()
    const watch = setInterval(() => {
      const step = Atomics.load(at, 0) * 2 + Atomics.load(at, 1)
      if (step !== was) {
        was = step
        spent.reset()
      } else if (step > 1 && spent.over(step % 2 === 1 ? BOUNDS.readTime : BOUNDS.lookTime)) void worker.terminate()
    }, 200)
    worker.on('message', ({ index, look }: { readonly index: number; readonly look: Look }) => {
      was = -1
      this.#jobs =
        look.unread === 'budget'
          ? this.#jobs.map((job) => (job.index === index ? { ...job, known: look } : job))
          : this.#jobs.filter((job) => job.index !== index)
      this.#say(index, look)
    })
    worker.on('error', () => undefined)
    worker.on('exit', (code) => {
      clearInterval(watch)
      const guilty = Atomics.load(at, 0) - 1
      // An end of its own accord: whatever is left was left for want of budget.
      if (code === 0 && guilty < 0) {
        this.#finish()
        return
      }
      this.#deaths++
      if (guilty >= 0 && !this.#stopped) {
        this.#jobs = this.#jobs.filter((job) => job.index !== guilty)
        this.#say(guilty, { unseen: 'too-slow', codes: [], lines: null })
        settle(this.#shared, guilty, 0)
      }
      // Dead without a picture at hand: nothing that another try would change.
      if (guilty < 0) {
        for (const { index } of this.#jobs) settle(this.#shared, index, 0)
        this.#jobs = []
      }
      this.#start()
    })
  }

  stop(): void {
    this.#stopped = true
    if (this.#worker) void this.#worker.terminate()
    else this.#finish()
  }
}
