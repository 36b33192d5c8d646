/** A worker for tests, on a store of its own, with a clock that goes by itself. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Engine } from '../src/jobs/engine.ts'
import { openEngine } from '../src/jobs/engine.ts'
import { KEEP, mailWay } from '../src/jobs/mail.ts'
import type { Log } from '../src/jobs/work.ts'
import { startWorker, type Worker } from '../src/jobs/worker.ts'
import type { Blobs } from '../src/store/blobs/blobs.ts'
import { diskBlobs } from '../src/store/blobs/disk.ts'
import { openSecrets, type Secrets } from '../src/store/secrets.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { testDatabase } from './database.ts'

export interface Works {
  readonly store: Store
  readonly url: string
  readonly blobs: Blobs
  readonly secrets: Secrets
  readonly engine: Engine
  readonly said: { readonly what: string; readonly about: Readonly<Record<string, unknown>> }[]
  /** Moves the clock of this process; it goes on from there. */
  forward(ms: number): void
  /** `mail`: as MENSHEN_SMTP has it; kept where nothing is said. */
  worker(engine?: Engine, mail?: string): Promise<Worker>
  close(): Promise<void>
}
export const KEY = Buffer.alloc(32, 7)
export const works = async (): Promise<Works> => {
  const { url, drop } = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'menshen-works-'))
  let ahead = 0
  const clock = { now: () => Date.now() + ahead }
  const store = openStore({ url, clock, max: 10, key: KEY })
  const blobs = await diskBlobs(folder)
  const secrets = openSecrets(KEY)
  const engine = openEngine()
  const workers: Worker[] = []
  const said: { what: string; about: Readonly<Record<string, unknown>> }[] = []
  const say = (what: string, about: Readonly<Record<string, unknown>> = {}) => void said.push({ what, about })
  const log: Log = { info: () => {}, warn: say, error: say }
  return {
    store,
    url,
    blobs,
    secrets,
    engine,
    said,
    forward: (ms) => void (ahead += ms),
    worker: async (other = engine, mail = KEEP) => {
      const one = await startWorker({
        store,
        url,
        blobs,
        secrets,
        engine: other,
        mail: mailWay({ origin: 'https://review.example', from: 'menshen@review.example', server: mail }),
        log,
        pace: 100,
        patience: 3000,
      })
      workers.push(one)
      return one
    },
    close: async () => {
      await Promise.all(workers.map((one) => one.stop()))
      await store.close()
      await drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
/** Waits until something holds; what it last was is told when it never does. */
export const until = async <T>(what: () => Promise<T>, holds: (value: T) => boolean, ms = 60_000): Promise<T> => {
  const end = Date.now() + ms
  for (;;) {
    const value = await what()
    if (holds(value)) return value
    if (Date.now() > end) throw new Error(`it did not come: ${JSON.stringify(value)}`)
    await pause(50)
  }
}
