/** `menshen serve`: the whole platform in one process, stopped in order. */
import { openEngine } from '../jobs/engine.ts'
import { mailWay } from '../jobs/mail.ts'
import { startWorker } from '../jobs/worker.ts'
import { seedPlatform } from '../store/seeds.ts'
import { flagsOf, wholeOf } from './flags.ts'
import { lineLog } from './log.ts'
import { openPlace, type Place, slotsOf } from './place.ts'
import { untilStopped } from './run.ts'
import { openSite, type SiteOptions } from './site.ts'
import { type Lang, mailWaits } from './words.ts'

export interface Served {
  readonly place: Place
  readonly origin: string
  /** In the order in which things were started. */
  readonly stops: readonly (() => Promise<void>)[]
}
export interface ServeOptions extends SiteOptions {
  readonly data?: string | undefined
  readonly database?: string | undefined
  readonly worker: boolean
  readonly slots: number
}
/** Starts it all; what was started is stopped again when the rest cannot be. */
export const serve = async (options: ServeOptions): Promise<Served> => {
  const stops: (() => Promise<void>)[] = []
  try {
    const place = await openPlace(options)
    stops.push(place.close)
    await seedPlatform(place.store)
    if (options.worker) {
      const worker = await startWorker({
        ...place,
        engine: openEngine(),
        mail: mailWay({
          origin: options.origin,
          from: process.env['MENSHEN_MAIL_FROM'] || 'menshen@localhost',
          server: process.env['MENSHEN_SMTP'],
          development: options.development,
        }),
        slots: options.slots,
        log: lineLog('worker'),
      })
      stops.push(worker.stop)
    }
    stops.push(await openSite(place, options))
    return { place, origin: options.origin, stops }
  } catch (error) {
    for (const stop of stops.reverse()) await stop().catch(() => {})
    throw error
  }
}

export const serveCommand = async (argv: readonly string[], lang: Lang): Promise<number> => {
  const { values } = flagsOf(argv, {
    port: { type: 'string' },
    host: { type: 'string' },
    origin: { type: 'string' },
    'evidence-origin': { type: 'string' },
    proxy: { type: 'string', multiple: true },
    worker: { type: 'boolean', default: true },
    jobs: { type: 'string' },
    development: { type: 'boolean' },
  })
  const port = wholeOf(values.port as string | undefined, 8080, '--port', 1, 65_534)
  const { stops, place, origin } = await serve({
    data: values.data,
    database: values.database,
    worker: values.worker !== false,
    slots: slotsOf(values.jobs as string | undefined),
    port,
    host: (values.host as string | undefined) ?? '127.0.0.1',
    origin: (values.origin as string | undefined) ?? (process.env['MENSHEN_ORIGIN'] || `http://localhost:${port}`),
    evidenceOrigin:
      (values['evidence-origin'] as string | undefined) ?? (process.env['MENSHEN_EVIDENCE_ORIGIN'] || `http://localhost:${port + 1}`),
    proxies: (values.proxy as readonly string[] | undefined) ?? [],
    development: values.development === true,
  })
  process.stdout.write(
    lang === 'zh' ? `门神审核平台：${origin}\n数据：${place.data}\n` : `Menshen’s review platform: ${origin}\ndata: ${place.data}\n`,
  )
  const mail = values.worker === false ? null : mailWaits(process.env['MENSHEN_SMTP'], values.development === true)
  if (mail) process.stderr.write(`${mail[lang]}\n`)
  return untilStopped(lang, stops)
}
