/** Figures for whoever watches: requests by route, uploads, the queue. No account, no address, no path that somebody made up. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { figures } from '../store/figures.ts'
import type { Store } from '../store/store.ts'

export interface Metrics {
  request(route: string, status: number, seconds: number): void
  uploaded(bytes: number): void
  stream(by: 1 | -1): void
  text(): Promise<string>
  readonly type: string
}

export const openMetrics = (store: Store): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'menshen_' })
  const registers = [registry]
  const requests = new Counter({
    name: 'menshen_http_requests_total',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'menshen_http_seconds',
    help: 'Seconds a request took',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 3, 10],
    registers,
  })
  const bytes = new Counter({ name: 'menshen_upload_bytes_total', help: 'Bytes that were uploaded', registers })
  const streams = new Gauge({ name: 'menshen_event_streams', help: 'Pages that listen', registers })
  const states = new Gauge({
    name: 'menshen_versions',
    help: 'Versions by state, those that wait for something',
    labelNames: ['state'],
    registers,
  })
  const outbox = new Gauge({
    name: 'menshen_outbox',
    help: 'What waits to be sent, and what was given up',
    labelNames: ['kind', 'state'],
    registers,
  })
  const overdue = new Gauge({ name: 'menshen_review_overdue', help: 'Versions whose review is overdue', registers })
  return {
    request: (route, status, seconds) => {
      requests.inc({ route, status: String(status) })
      durations.observe({ route }, seconds)
    },
    uploaded: (n) => bytes.inc(n),
    stream: (by) => streams.inc(by),
    text: async () => {
      const now = await figures(store)
      states.reset()
      outbox.reset()
      for (const { state, count } of now.states) states.set({ state }, count)
      for (const { kind, waiting, dead } of now.outbox) {
        outbox.set({ kind, state: 'waiting' }, waiting)
        outbox.set({ kind, state: 'dead' }, dead)
      }
      overdue.set(now.overdue)
      return registry.metrics()
    },
    type: registry.contentType,
  }
}
