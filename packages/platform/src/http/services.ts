/** Puts together what the routes share. */
import type { Logger } from 'pino'
import type { Blobs } from '../store/blobs/blobs.ts'
import type { Secrets } from '../store/secrets.ts'
import type { Store } from '../store/store.ts'
import { openHub } from './events.ts'
import { openLog } from './log.ts'
import { openMetrics } from './metrics.ts'
import { DEFAULTS, type Options, type Services } from './options.ts'

export interface ServicesInput {
  readonly store: Store
  readonly blobs: Blobs
  readonly secrets: Secrets
  /** Where the store listens; null: open pages are told nothing between their beats. */
  readonly databaseUrl: string | null
  readonly log?: Logger
  readonly options: Pick<Options, 'origin' | 'evidenceOrigin'> & Partial<Options>
}

export const openServices = async ({ store, blobs, secrets, databaseUrl, log = openLog(), options }: ServicesInput): Promise<Services> => {
  const whole: Options = { ...DEFAULTS, ...options }
  if (new URL(whole.origin).origin !== whole.origin || new URL(whole.evidenceOrigin).origin !== whole.evidenceOrigin)
    throw new Error('origins are written without a path: https://review.example')
  // What strangers made must not run where sessions live.
  if (whole.origin === whole.evidenceOrigin) throw new Error('evidence needs an origin of its own: another port, or better another host')
  return { store, blobs, secrets, hub: await openHub(store, databaseUrl), log, metrics: openMetrics(store), options: whole }
}
