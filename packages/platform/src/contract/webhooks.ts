/** Developers’ own servers that are told what becomes of their programs. */
import { z } from 'zod'
import { done, endpoint, id, moment, page } from './words.ts'

export const webhook = z.object({ id, url: z.string(), events: z.array(z.string()), created: moment, failures: z.int() })
export const newWebhook = z.strictObject({
  /** https, and never to a place inside: asked again at each call. */
  url: z.url({ protocol: /^https$/, hostname: /^[^.]+\..+$/ }).max(500),
  /** As `version.approve`; all of them when none is named. */
  events: z
    .array(z.string().regex(/^(?:version|program|decision)\.[a-z-]{2,40}$/))
    .max(40)
    .default([]),
})
export const webhookCall = z.object({
  id,
  event: z.string(),
  status: z.int().nullable(),
  error: z.string().nullable(),
  attempts: z.int(),
  at: moment,
  done: moment.nullable(),
})

const inProgram = z.object({ program: id })
const one = z.object({ program: id, webhook: id })

export const WEBHOOKS = {
  'GET /api/programs/:program/webhooks': endpoint({
    says: { zh: '通知地址', en: 'Addresses that are told of events' },
    permission: 'program.own',
    params: inProgram,
    answer: page(webhook),
  }),
  'POST /api/programs/:program/webhooks': endpoint({
    says: { zh: '添加通知地址；密钥只显示一次', en: 'Add an address; its secret is shown once' },
    permission: 'program.manage',
    params: inProgram,
    body: newWebhook,
    answer: z.object({ webhook, secret: z.string() }),
    status: 201,
  }),
  'DELETE /api/programs/:program/webhooks/:webhook': endpoint({
    says: { zh: '移除通知地址', en: 'Take an address away' },
    permission: 'program.manage',
    params: one,
    answer: done,
  }),
  'GET /api/programs/:program/webhooks/:webhook/calls': endpoint({
    says: { zh: '最近的通知', en: 'The latest calls' },
    permission: 'program.own',
    params: one,
    answer: page(webhookCall),
  }),
  'POST /api/programs/:program/webhooks/:webhook/rotation': endpoint({
    says: { zh: '更换密钥；新密钥只显示一次，旧的立即失效', en: 'Another secret, shown once; the one before ends at once' },
    permission: 'program.manage',
    params: one,
    answer: z.object({ webhook, secret: z.string() }),
    status: 201,
  }),
  'POST /api/programs/:program/webhooks/:webhook/calls/:call/retry': endpoint({
    says: { zh: '重发一次没有送达的通知', en: 'Call once more what did not arrive' },
    permission: 'program.manage',
    params: z.object({ program: id, webhook: id, call: id }),
    answer: done,
    status: 202,
  }),
} as const
