/** Health, metrics, and the description of all of it. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { databaseLives } from '../../store/figures.ts'
import { handlers, iso } from '../call.ts'
import { Refusal } from '../errors.ts'
import { openApi } from '../openapi.ts'

const hashed = (text: string) => createHash('sha256').update(text).digest()

export const PLATFORM_ROUTES = handlers({
  'GET /health': async () => ({ ok: true as const }),
  'GET /ready': async ({ services: { store } }) => {
    const database = await databaseLives(store)
    if (!database) throw new Refusal('unavailable', undefined, { retryAfter: 5 })
    return { ok: true, database, now: iso(store.clock.now()) }
  },
  'GET /metrics': async ({ services: { metrics, options, store }, request, address }) => {
    const own = ['127.0.0.1', '::1'].some((one) => store.keyed('address', one === '::1' ? '0:0:0:0::/64' : one).slice(0, 32) === address)
    const given = request.headers.get('x-metrics-token') ?? ''
    const fits = options.metricsToken !== null && timingSafeEqual(hashed(given), hashed(options.metricsToken))
    // Somebody behind a proxy of this machine comes from this machine's address and is not it.
    const forwarded = ['forwarded', 'x-forwarded-for', 'via', 'x-real-ip'].some((name) => request.headers.has(name))
    // Whoever may not see them is not told that they are there.
    if (options.metricsToken === null ? !own || forwarded : !fits) throw new Refusal('not-found')
    return new Response(await metrics.text(), { headers: { 'content-type': metrics.type } })
  },
  'GET /api/openapi.json': async ({ services }) => openApi(services.options.origin),
})
