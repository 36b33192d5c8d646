/** What every job is given: the store, the bytes, the engine, room to work in, and the sign to stop. */
import type { Blobs } from '../store/blobs/blobs.ts'
import type { Secrets } from '../store/secrets.ts'
import type { Store } from '../store/store.ts'
import type { Engine } from './engine.ts'
import type { Slots } from './slots.ts'

export interface Log {
  info(what: string, about?: Readonly<Record<string, unknown>>): void
  warn(what: string, about?: Readonly<Record<string, unknown>>): void
  error(what: string, about?: Readonly<Record<string, unknown>>): void
}
export const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} }

export interface Work {
  readonly store: Store
  readonly blobs: Blobs
  readonly secrets: Secrets
  readonly engine: Engine
  readonly slots: Slots
  readonly log: Log
  readonly stop: AbortSignal
}

/** What a job is about; more than it needs is not in it, for the rows say the rest. */
export interface JobData {
  readonly queue: string
  readonly subject: string
  readonly id: string
  readonly check?: string
}
/** One try of a job. */
export interface Try {
  readonly data: JobData
  /** From one; nothing comes after the last. */
  readonly attempt: number
  readonly last: boolean
}
/** Thrown where a worker stops in the middle: the job goes back to the queue as it was. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
