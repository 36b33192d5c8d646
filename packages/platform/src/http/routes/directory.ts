/** What everybody may see. Every byte and every name passes the view of what is released; there is no other way in. */
import type { Entry } from '../../contract/directory.ts'
import { inShare } from '../../domain/release.ts'
import { directoryPage, nearbyPoints, type PublicProgram, publicProgram } from '../../store/directory.ts'
import { queueNumbers } from '../../store/queue.ts'
import { publicBlob, publicVersions } from '../../store/versions.ts'
import { cursor, cursorOf, handlers, isoOr } from '../call.ts'
import { Refusal } from '../errors.ts'
import { fileAnswer } from '../files.ts'
import type { Services } from '../options.ts'
import { qrSvg } from '../qr.ts'
import { clauseView, rulebook } from '../rulebook.ts'
import { listingContent } from '../views/programs.ts'
import { cardUrl } from './release.ts'

const picture = ({ options }: Services, appid: string, sha256: string | null): string | null =>
  sha256 === null ? null : `${options.evidenceOrigin}/p/${appid}/${sha256}`
const entryView = (services: Services, row: PublicProgram): Entry => {
  const listing = listingContent(row.listing)
  return {
    appid: row.appid,
    name: row.name,
    platform: row.platform as 'wechat',
    intro: listing.intro,
    entity: row.entity,
    certified: row.certified,
    categories: listing.categories,
    icon: picture(services, row.appid, listing.icon),
  }
}
const found = async (services: Services, appid: string): Promise<PublicProgram> => {
  const row = await publicProgram(services.store, appid)
  if (!row) throw new Refusal('not-found')
  return row
}

export const DIRECTORY_ROUTES = handlers({
  'GET /api/directory': async ({ services, query }) => {
    const rank = cursorOf(query.after, (value) => (typeof value === 'string' ? value : null))
    const rows = await directoryPage(services.store, {
      words: query.words,
      limit: query.limit + 1,
      ...(query.platform ? { platform: query.platform } : {}),
      ...(query.category ? { category: query.category } : {}),
      ...(rank === undefined ? {} : { after: rank }),
    })
    const shown = rows.slice(0, query.limit)
    return { items: shown.map((row) => entryView(services, row)), next: rows.length > query.limit ? cursor(shown.at(-1)!.appid) : null }
  },
  'GET /api/directory/:appid': async ({ services, params }) => {
    const row = await found(services, params.appid)
    const { description, tags, contact, privacy, screenshots } = listingContent(row.listing)
    const url = cardUrl(services, row.appid)
    return {
      ...entryView(services, row),
      description,
      tags,
      contact,
      privacy,
      screenshots: screenshots.map((sha256) => picture(services, row.appid, sha256)!),
      version: row.label,
      since: isoOr(row.released_at),
      url,
      qr: await qrSvg(url),
    }
  },
  'GET /api/directory/:appid/code': async ({ services, params }) => {
    const row = await found(services, params.appid)
    return new Response(await qrSvg(cardUrl(services, row.appid)), {
      headers: {
        'content-type': 'image/svg+xml; charset=utf-8',
        'content-disposition': `inline; filename="${row.appid}.svg"`,
        'content-security-policy': "sandbox; default-src 'none'",
      },
    })
  },
  'GET /api/directory/:appid/package': async ({ services, params, query }) => {
    const row = await found(services, params.appid)
    const out = await publicVersions(services.store, row.id)
    const gray = out.find(({ state, percent, id }) => state === 'gray' && inShare(id, query.user, percent))
    const one = gray ?? out.find(({ state }) => state === 'live' || state === 'warned')
    const sha256 = one ? await publicBlob(services.store, one.id) : null
    const size = sha256 === null ? null : await services.blobs.size(sha256)
    if (sha256 === null || size === null) throw new Refusal('not-found')
    return fileAnswer(services.blobs, { sha256, size, mime: 'application/zip' })
  },
  'GET /api/nearby': async ({ services, query }) => ({
    items: (await nearbyPoints(services.store, query)).map(({ appid, program, place, metres }) => ({
      appid,
      program,
      name: place.name,
      address: place.address,
      phone: place.phone,
      service: place.service,
      latitude: place.latitude,
      longitude: place.longitude,
      metres,
    })),
    next: null,
  }),
  'GET /api/numbers': async ({ services }) => {
    const { waiting, reviewing, oldest, medianMs } = await queueNumbers(services.store)
    return {
      waiting,
      reviewing,
      oldest: isoOr(oldest),
      medianMinutes: medianMs === null ? null : Math.max(1, Math.round(Number(medianMs) / 60_000)),
    }
  },
  'GET /api/clauses': async ({ query }) => {
    const book = rulebook()
    const words = query.words.trim()
    const all = query.platform ? book.byPlatform(query.platform) : [...book.clauses.values()]
    const fits = new Set(all.map(({ id }) => id))
    const hits = words === '' ? all : [...new Set([...(book.find(words) ? [book.find(words)!] : []), ...book.search(words)])]
    return {
      items: hits
        .filter(({ id }) => fits.has(id))
        .slice(0, query.limit)
        .map(clauseView),
      next: null,
      total: hits.length,
    }
  },
  'GET /api/clauses/:document/:number': async ({ params }) => {
    const clause = rulebook().find(`${params.document}/${params.number}`)
    if (!clause) throw new Refusal('not-found')
    return clauseView(clause)
  },
})
