/** Two servers, one for people and one for what strangers made; they begin together, and end when what they were doing is done. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { Server } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import { createApp, type Env } from './app.ts'
import { createEvidence } from './evidence.ts'
import type { Services } from './options.ts'
import { ROUTES } from './routes/index.ts'

export interface Running {
  readonly port: number
  readonly evidencePort: number
  /** Takes nothing new, ends what is open, and lets go of streams. */
  stop(withinMs?: number): Promise<void>
}
export interface ServeOptions {
  readonly port: number
  readonly evidencePort: number
  /** Only this machine, unless it is said otherwise. */
  readonly host?: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
/** Built pages: files by their names, and for every path of the pages’ own the one that starts them. */
export const addPages = (app: Hono<Env>, services: Services, folder: string): void => {
  const { origin, evidenceOrigin } = services.options
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob: ${evidenceOrigin}`,
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${evidenceOrigin}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(origin.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
  const answer = (file: string, lasting: boolean): Response =>
    new Response(new Uint8Array(readFileSync(file)), {
      headers: {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-security-policy': policy,
      },
    })
  // Without the slash that a folder may be given with.
  const top = resolve(folder)
  app.get('*', async (c, next) => {
    const path = c.req.path
    if (path.startsWith('/api/') || ['/health', '/ready', '/metrics'].includes(path)) return next()
    const wanted = join(top, path)
    const inside = wanted === top || wanted.startsWith(top + sep)
    if (inside && existsSync(wanted) && statSync(wanted).isFile()) return answer(wanted, path.startsWith('/assets/'))
    // A file that is not there is not there; a page is the pages’ own matter, and the code of a trial has a dot in it.
    return extname(path) === '' || path.startsWith('/t/') ? answer(join(folder, 'index.html'), false) : next()
  })
}

const start = (app: Hono<Env>, port: number, hostname: string): Promise<{ readonly server: ServerType; readonly port: number }> =>
  new Promise((done, fail) => {
    const server = listen(
      {
        fetch: app.fetch,
        port,
        hostname,
        serverOptions: {
          // Whoever sends slowly, or much before the first word, holds no connection.
          headersTimeout: 10_000,
          requestTimeout: 180_000,
          keepAliveTimeout: 5_000,
          connectionsCheckingInterval: 5_000,
          maxHeaderSize: 16 * 1024,
          insecureHTTPParser: false,
        },
      },
      (info) => done({ server, port: info.port }),
    )
    ;(server as Server).maxConnections = 5000
    server.once('error', fail)
  })

/** Starts both servers. */
export const startHttp = async (services: Services, { port, evidencePort, host = '127.0.0.1' }: ServeOptions): Promise<Running> => {
  const app = createApp(services, ROUTES)
  if (services.options.pages !== null) addPages(app, services, services.options.pages)
  const main = await start(app, port, host)
  const evidence = await start(createEvidence(services), evidencePort, host).catch(async (error) => {
    main.server.close()
    throw error
  })
  services.log.info({ port: main.port, evidencePort: evidence.port }, 'serving')
  return {
    port: main.port,
    evidencePort: evidence.port,
    stop: async (withinMs = 10_000) => {
      const ended = [main.server, evidence.server].map((server) => new Promise<void>((done) => server.close(() => done())))
      // Streams have no end of their own: pages come back to whoever serves next.
      await services.hub.close()
      for (const { server } of [main, evidence]) (server as Server).closeIdleConnections()
      const late = setTimeout(() => {
        for (const { server } of [main, evidence]) (server as Server).closeAllConnections()
      }, withinMs)
      await Promise.all(ended)
      clearTimeout(late)
    },
  }
}
