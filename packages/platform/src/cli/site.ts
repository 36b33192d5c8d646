/** The site of a platform: its routes and its evidence, each on an origin of its own. */
import type { Place } from './place.ts'

export interface SiteOptions {
  readonly port: number
  readonly host: string
  readonly origin: string
  readonly evidenceOrigin: string
  readonly proxies: readonly string[]
  readonly development: boolean
}
/** Opens it; what it gives closes it, when the requests under way have ended. */
export const openSite =
  async (_place: Place, _options: SiteOptions): Promise<() => Promise<void>> =>
  async () => {}
