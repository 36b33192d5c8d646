/** The site of a platform: its routes and its evidence, each on an origin of its own. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startHttp } from '../http/serve.ts'
import { openServices } from '../http/services.ts'
import type { Place } from './place.ts'
import { Told } from './words.ts'

export interface SiteOptions {
  readonly port: number
  readonly evidencePort?: number | undefined
  readonly host: string
  readonly origin: string
  readonly evidenceOrigin: string
  readonly proxies: readonly string[]
  readonly development: boolean
}

/** The built pages: beside the bundle, or where the sources build them; null when they are not built. */
const pages = (): string | null => {
  const places = [
    process.env['MENSHEN_PAGES'],
    ...['./web/', '../../dist/web/'].map((path) => fileURLToPath(new URL(path, import.meta.url))),
  ]
  return places.find((folder): folder is string => folder !== undefined && folder !== '' && existsSync(join(folder, 'index.html'))) ?? null
}

/** Opens it; what it gives closes it, when the requests under way have ended. */
export const openSite = async (
  { store, blobs, secrets, url }: Pick<Place, 'store' | 'blobs' | 'secrets' | 'url'>,
  { port, evidencePort = port + 1, host, origin, evidenceOrigin, proxies, development }: SiteOptions,
): Promise<() => Promise<void>> => {
  const services = await openServices({
    store,
    blobs,
    secrets,
    databaseUrl: url,
    options: {
      origin,
      evidenceOrigin,
      proxies,
      development,
      staffSecondFactor: !development,
      metricsToken: process.env['MENSHEN_METRICS_TOKEN'] || null,
      pages: pages(),
    },
  })
  try {
    const running = await startHttp(services, { port, evidencePort, host })
    return () => running.stop()
  } catch (error) {
    await services.hub.close()
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new Told({
        zh: `端口 ${port} 或 ${evidencePort} 已被占用，请用 --port 换一个`,
        en: `port ${port} or ${evidencePort} is in use; choose another by --port`,
      })
    throw error
  }
}
