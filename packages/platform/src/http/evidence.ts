/**
 * The other origin, for bytes that strangers made: pictures of runs, papers, icons. No cookie reaches it, nothing runs on it,
 * and but for pictures of released programs it opens to a ticket only.
 */
import { Hono } from 'hono'
import { SYSTEM } from '../domain/words.ts'
import { evidenceBlob, licenceFile, publicPicture } from '../store/evidence.ts'
import { paperFile } from '../store/files.ts'
import { sessionAlive } from '../store/profile.ts'
import type { Env } from './app.ts'
import { fileAnswer, heldAnswer } from './files.ts'
import type { Services } from './options.ts'
import { openEvidenceTicket } from './tickets.ts'

const HASH = /^[0-9a-f]{64}$/
const CLOSED = (): Response => new Response(null, { status: 404 })

export const createEvidence = (services: Services): Hono<Env> => {
  const { store, blobs, options } = services
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    await next()
    const headers = c.res.headers
    headers.set('content-security-policy', `sandbox; default-src 'none'; frame-ancestors ${options.origin}`)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('cross-origin-resource-policy', 'cross-origin')
    headers.set('x-robots-tag', 'noindex')
    if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  })
  app.get('/e/:ticket/:file', async (c) => {
    const { ticket, file } = c.req.param()
    const opens = openEvidenceTicket(store, ticket)
    if (!opens || !HASH.test(file) || !(await sessionAlive(store, opens.session))) return CLOSED()
    if (opens.kind === 'version') {
      const blob = await evidenceBlob(store, opens.id, file)
      if (blob) return fileAnswer(blobs, blob)
      const licence = await licenceFile(store, opens.id, file)
      if (!licence) return CLOSED()
      await store.run(async (tx) =>
        tx.log({
          type: 'paper.opened',
          actor: opens.by ?? SYSTEM,
          subject: 'version',
          subjectId: opens.id,
          payload: { file: file.slice(0, 16) },
        }),
      )
      return heldAnswer(services, licence)
    }
    const paper = await paperFile(store, opens.kind, opens.id, file)
    if (!paper) return CLOSED()
    // The log first: what could not be logged is not opened.
    const subject = opens.kind === 'document' ? 'document' : 'account'
    await store.run(async (tx) =>
      tx.log({ type: 'paper.opened', actor: opens.by ?? SYSTEM, subject, subjectId: opens.id, payload: { file: file.slice(0, 16) } }),
    )
    return heldAnswer(services, paper)
  })
  app.get('/p/:appid/:file', async (c) => {
    const { appid, file } = c.req.param()
    if (!HASH.test(file) || !/^[a-z0-9]{4,40}$/.test(appid)) return CLOSED()
    const blob = await publicPicture(store, appid, file)
    return blob ? fileAnswer(blobs, blob, { 'cache-control': 'public, max-age=300' }) : CLOSED()
  })
  app.notFound(() => CLOSED())
  app.onError((error) => {
    services.log.error({ error }, 'evidence')
    return CLOSED()
  })
  return app
}
