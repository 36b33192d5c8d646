/** What a server is started with, and what its routes share. */
import type { Logger } from 'pino'
import type { Blobs } from '../store/blobs/blobs.ts'
import type { Rate } from '../store/limits.ts'
import type { Secrets } from '../store/secrets.ts'
import type { Store } from '../store/store.ts'
import type { Hub } from './events.ts'
import type { Metrics } from './metrics.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How often, by whom; each is counted for itself. */
export const RATES = {
  /** Anything at all, by address of the network. */
  address: { most: 1200, within: MINUTE },
  /** Anything at all, by account and by token. */
  account: { most: 1200, within: MINUTE },
  token: { most: 600, within: MINUTE },
  registration: { most: 10, within: HOUR },
  /** Mails that somebody has sent to an address by asking. */
  mail: { most: 4, within: HOUR },
  'sign-in-account': { most: 10, within: 15 * MINUTE },
  'sign-in-address': { most: 60, within: 15 * MINUTE },
  code: { most: 6, within: 15 * MINUTE },
  upload: { most: 120, within: HOUR },
  'upload-entity': { most: 300, within: HOUR },
  files: { most: 300, within: HOUR },
  streams: { most: 30, within: MINUTE },
} as const satisfies Record<string, Rate>
export type RateName = keyof typeof RATES

export interface Services {
  readonly store: Store
  readonly blobs: Blobs
  readonly secrets: Secrets
  readonly hub: Hub
  readonly log: Logger
  readonly metrics: Metrics
  readonly options: Options
}
export interface Options {
  /** Where people reach the platform: https://review.example. */
  readonly origin: string
  /** Another origin, for bytes that strangers made. */
  readonly evidenceOrigin: string
  /** Proxies whose X-Forwarded-For is believed, as addresses; none by default. */
  readonly proxies: readonly string[]
  /** Sent mail may be read by operators, and the staff may do without a second factor. */
  readonly development: boolean
  readonly staffSecondFactor: boolean
  readonly rates: Readonly<Record<RateName, Rate>>
  /** For whoever collects metrics; without it only this machine may. */
  readonly metricsToken: string | null
  /** Built pages that are served beside the routes. */
  readonly pages: string | null
  /** Where to turn to about a decision. */
  readonly redress: { readonly zh: string; readonly en: string }
  readonly fee: { readonly freePerMonth: number; readonly each: number } | null
  readonly sessionHours: number
}
export const DEFAULTS: Omit<Options, 'origin' | 'evidenceOrigin'> = {
  proxies: [],
  development: false,
  staffSecondFactor: true,
  rates: RATES,
  metricsToken: null,
  pages: null,
  redress: { zh: '在决定页面提出申诉，或联系平台运营方', en: 'Appeal on the page of the decision, or write to whoever runs this platform' },
  fee: null,
  sessionHours: 12,
}
