/** Programs, their listing, versions, trial, submission and release, as their developers see them (wx-tos 2; wx-op 2, 3, 7). */
import { z } from 'zod'
import { done, endpoint, id, moment, page, platform, rv, sha256, text } from './words.ts'

export const programState = z.enum(['draft', 'listed', 'hidden', 'taken-down', 'banned', 'terminated'])
export const versionState = z.enum([
  'uploading',
  'quarantined',
  'refused-intake',
  'checked',
  'trial',
  'in-auto',
  'auto-ok',
  'awaiting-human',
  'in-human',
  'held',
  'needs-info',
  'postponed',
  'approved',
  'rejected',
  'withdrawn',
  'superseded',
  'gray',
  'live',
  'warned',
  'retired',
  'pulled',
])
const name = z.string().trim().min(1).max(60)
export const newProgram = z.strictObject({ name, platform })
export const nameCheck = z.object({ allowed: z.boolean(), faults: z.array(z.object({ code: z.string(), said: text })), free: z.boolean() })
export const programRow = z.object({
  id,
  appid: z.string(),
  name: z.string(),
  platform,
  state: programState,
  stateName: text,
  rv,
  icon: sha256.nullable(),
  /** Label of the version that is live. */
  live: z.string().nullable(),
  latest: z.object({ id, label: z.string(), state: versionState, stateName: text, at: moment }).nullable(),
})
export const left = z.object({ allowed: z.boolean(), left: z.int(), until: moment.nullable(), why: text.nullable() })
export const program = programRow.extend({
  role: z.enum(['developer', 'program-admin']),
  permissions: z.array(z.string()),
  quota: z.object({ submissions: left, withdrawals: left, expedited: left, fee: z.int() }),
  may: z.array(z.string()),
})
export const memberRole = z.enum(['developer', 'program-admin', 'tester'])
export const member = z.object({ account: id, name: z.string(), email: z.string(), role: memberRole, since: moment })

/** A point at which the service is really given (wx-op 7.1). */
export const place = z.strictObject({
  name: z.string().trim().min(1).max(60),
  address: z.string().trim().min(4).max(200),
  phone: z.string().trim().min(5).max(30),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** What is offered there: a point for promotion alone is refused (wx-op 7.2.3). */
  service: z.string().trim().min(2).max(200),
  /** The paper that shows the place to be the operator’s own, not that of a shop on their platform (wx-op 7.2.2). */
  licence: sha256.optional(),
})
export const listing = z.strictObject({
  name,
  intro: z.string().trim().max(500).default(''),
  description: z.string().max(10_000).default(''),
  categories: z.array(z.string().max(200)).max(20).default([]),
  tags: z.array(z.string().trim().min(1).max(30)).max(10).default([]),
  contact: z
    .strictObject({
      email: z.email().max(254).optional(),
      phone: z.string().max(60).optional(),
      url: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional(),
    })
    .default({}),
  privacy: z
    .array(z.strictObject({ item: z.string().trim().min(1).max(200), purpose: z.string().trim().max(500) }))
    .max(60)
    .default([]),
  domains: z.array(z.string().trim().max(300)).max(300).default([]),
  icon: sha256.nullable().default(null),
  screenshots: z.array(sha256).max(10).default([]),
  nearby: z.array(place).max(10).default([]),
  userContent: z.strictObject({ has: z.boolean(), check: z.string().trim().max(500).optional() }).default({ has: false }),
})
/** What the listing still lacks, by field. What blocks has to be there before a submission; the rest sends it to a person. */
export const lack = z.object({ field: z.string(), said: text, clause: z.string().nullable(), blocks: z.boolean() })
export const listingView = z.object({ rev: z.int(), id: id.nullable(), content: listing, lacks: z.array(lack), savedAt: moment.nullable() })
export const category = z.object({
  id: z.string(),
  name: text,
  platform,
  parent: z.string().nullable(),
  sensitive: z.boolean(),
  /** Kinds of papers that are needed for it: one of these lists, whole; none when it is empty. */
  needs: z.array(z.array(z.string())),
  /** open · closed and so on, as the platforms’ tables have it; a closed one cannot be chosen. */
  status: z.string(),
  /** Whether a person may have it, or only a firm. */
  personal: z.string(),
  source: z.string(),
})

const inProgram = z.object({ program: id })
export const PROGRAMS = {
  'GET /api/categories': endpoint({
    says: { zh: '类目及所需资质', en: 'Categories, and the papers they need' },
    permission: 'directory.see',
    query: z.object({ platform: platform.optional() }),
    answer: page(category),
  }),
  'GET /api/programs': endpoint({
    says: { zh: '自己的小程序', en: 'One’s own programs' },
    permission: 'program.own',
    answer: page(programRow),
    scope: 'read',
    narrows: true,
  }),
  'POST /api/programs': endpoint({
    says: { zh: '创建小程序', en: 'Create a program' },
    permission: 'program.create',
    body: newProgram,
    answer: program,
    status: 201,
    idempotent: true,
  }),
  'GET /api/names': endpoint({
    says: { zh: '名称是否可用', en: 'Whether a name may be used' },
    permission: 'program.create',
    query: z.object({ name: z.string().max(100) }),
    answer: nameCheck,
  }),
  'GET /api/programs/:program': endpoint({
    says: { zh: '小程序', en: 'A program' },
    permission: 'program.own',
    params: inProgram,
    answer: program,
    scope: 'read',
  }),
  'POST /api/programs/:program/visibility': endpoint({
    says: { zh: '隐藏或显示', en: 'Hide or show' },
    permission: 'program.manage',
    params: inProgram,
    body: z.strictObject({ rv, do: z.enum(['hide', 'show']) }),
    answer: program,
  }),
  'POST /api/programs/:program/closing': endpoint({
    says: { zh: '注销小程序', en: 'Close a program' },
    permission: 'program.manage',
    params: inProgram,
    body: z.strictObject({ rv, name: z.string() }),
    answer: done,
  }),
  'GET /api/programs/:program/members': endpoint({
    says: { zh: '成员与体验者', en: 'Members and testers' },
    permission: 'program.own',
    params: inProgram,
    answer: page(member),
  }),
  'POST /api/programs/:program/members': endpoint({
    says: { zh: '添加成员或体验者', en: 'Add a member or tester' },
    permission: 'program.members',
    params: inProgram,
    body: z.strictObject({ email: z.email().max(254), role: memberRole }),
    answer: done,
    status: 202,
  }),
  'DELETE /api/programs/:program/members/:account/:role': endpoint({
    says: { zh: '移除成员', en: 'Take a member away' },
    permission: 'program.members',
    params: z.object({ program: id, account: id, role: memberRole }),
    answer: done,
  }),
  'GET /api/programs/:program/listing': endpoint({
    says: { zh: '资料与缺项', en: 'The listing, and what it lacks' },
    permission: 'program.own',
    params: inProgram,
    query: z.object({ rev: z.coerce.number().int().min(1).optional() }),
    answer: listingView,
    scope: 'read',
  }),
  'PUT /api/programs/:program/listing': endpoint({
    says: { zh: '保存资料', en: 'Save the listing' },
    permission: 'listing.edit',
    params: inProgram,
    body: z.strictObject({ base: z.int().min(0), content: listing }),
    answer: listingView,
    scope: 'submit',
  }),
} as const

export type ProgramRow = z.infer<typeof programRow>
export type Program = z.infer<typeof program>
export type Member = z.infer<typeof member>
export type Listing = z.infer<typeof listing>
export type Lack = z.infer<typeof lack>
export type Category = z.infer<typeof category>
