/** What everybody may see: released programs and nothing else, the queue in numbers, the rulebook. */
import { z } from 'zod'
import { after, endpoint, limit, moment, page, platform, text } from './words.ts'

export const entry = z.object({
  appid: z.string(),
  name: z.string(),
  platform,
  intro: z.string(),
  entity: z.string(),
  certified: z.boolean(),
  categories: z.array(z.string()),
  icon: z.string().nullable(),
})
export const card = entry.extend({
  description: z.string(),
  tags: z.array(z.string()),
  contact: z.object({ email: z.string().optional(), phone: z.string().optional(), url: z.string().optional() }),
  privacy: z.array(z.object({ item: z.string(), purpose: z.string() })),
  screenshots: z.array(z.string()),
  version: z.string(),
  since: moment.nullable(),
  url: z.string(),
  /** SVG. */
  qr: z.string(),
})
export const nearbyPoint = z.object({
  appid: z.string(),
  program: z.string(),
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  service: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  metres: z.int(),
})
export const numbers = z.object({ waiting: z.int(), reviewing: z.int(), oldest: moment.nullable(), medianMinutes: z.int().nullable() })
export const clause = z.object({
  id: z.string(),
  number: z.string(),
  document: z.string(),
  edition: z.string(),
  title: text,
  gist: text,
  force: z.string(),
  overtaken: z.object({ by: text, date: z.string() }).nullable(),
})

const appid = z.object({ appid: z.string().regex(/^[a-z0-9]{4,40}$/) })

export const DIRECTORY = {
  'GET /api/directory': endpoint({
    says: { zh: '目录与搜索（只含已发布的小程序）', en: 'The directory and its search: released programs only' },
    permission: 'directory.see',
    query: z.object({
      words: z.string().max(100).default(''),
      platform: platform.optional(),
      category: z.string().max(200).optional(),
      after,
      limit,
    }),
    answer: page(entry),
  }),
  'GET /api/directory/:appid': endpoint({
    says: { zh: '小程序名片', en: 'The card of a program' },
    permission: 'directory.see',
    params: appid,
    answer: card,
  }),
  'GET /api/directory/:appid/code': endpoint({
    says: { zh: '发布二维码（SVG）', en: 'The code of a release (SVG)' },
    permission: 'directory.see',
    params: appid,
    kind: 'file',
    types: ['image/svg+xml'],
    answer: z.unknown(),
  }),
  'GET /api/directory/:appid/package': endpoint({
    says: { zh: '已发布的代码包；灰度期间按 user 决定给哪个版本', en: 'The released package; in a gray release `user` decides which' },
    permission: 'directory.see',
    params: appid,
    query: z.object({ user: z.string().max(100).default('') }),
    kind: 'file',
    types: ['application/zip'],
    answer: z.unknown(),
  }),
  'GET /api/nearby': endpoint({
    says: { zh: '附近的服务点', en: 'Points of service nearby' },
    permission: 'directory.see',
    query: z.object({
      latitude: z.coerce.number().min(-90).max(90),
      longitude: z.coerce.number().min(-180).max(180),
      metres: z.coerce.number().int().min(100).max(50_000).default(5000),
    }),
    answer: page(nearbyPoint),
  }),
  'GET /api/numbers': endpoint({
    says: { zh: '公开的排队数字', en: 'The queue in numbers' },
    permission: 'queue-numbers.see',
    answer: numbers,
  }),
  'GET /api/clauses': endpoint({
    says: { zh: '查条款（编号、中英文）', en: 'Find clauses, by number or words of either language' },
    permission: 'rulebook.see',
    query: z.object({ words: z.string().max(100).default(''), platform: platform.optional(), limit }),
    answer: page(clause),
  }),
  'GET /api/clauses/:document/:number': endpoint({
    says: { zh: '一条条款', en: 'One clause' },
    permission: 'rulebook.see',
    params: z.object({ document: z.string().max(40), number: z.string().max(40) }),
    answer: clause,
  }),
} as const

export type Entry = z.infer<typeof entry>
export type Card = z.infer<typeof card>
export type NearbyPoint = z.infer<typeof nearbyPoint>
export type Numbers = z.infer<typeof numbers>
export type Clause = z.infer<typeof clause>
