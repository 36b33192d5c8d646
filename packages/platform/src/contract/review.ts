/** The workbench: queues, leases, one item with everything about it, evidence, decisions, the second person. */
import { z } from 'zod'
import { document } from './accounts.ts'
import { listing } from './programs.ts'
import { decisionView, fileRow, fileText, findingView, messageView, pageEvent, statement, version, where } from './versions.ts'
import { after, done, endpoint, id, limit, moment, page, platform, reason, rv, sha256, text } from './words.ts'

export const queue = z.object({ id: z.string(), name: text, open: z.int(), overdue: z.int() })
export const queues = z.object({ queues: z.array(queue), waiting: z.int(), held: z.int(), mine: z.int(), overdue: z.int() })
export const reviewReason = z.object({ code: z.string(), said: text })
export const queueItem = z.object({
  version: id,
  program: id,
  name: z.string(),
  label: z.string(),
  platform,
  state: z.enum(['awaiting-human', 'in-human', 'held']),
  rv,
  round: z.int(),
  submitted: moment.nullable(),
  due: moment.nullable(),
  overdue: z.boolean(),
  expedited: z.boolean(),
  score: z.int().nullable(),
  reasons: z.array(z.string()),
  holder: z.object({ name: z.string(), mine: z.boolean(), until: moment }).nullable(),
})
export const lease = z.object({ version: id, rv, until: moment })
export const mark = z.strictObject({
  finding: id,
  as: z.enum(['confirm', 'dismiss', 'unsure']),
  reason: z.string().trim().max(1000).default(''),
})
export const ground = z.strictObject({
  clause: z.strictObject({ id: z.string().min(1).max(80), edition: z.string().min(1).max(40) }),
  quote: z.string().max(1000),
  where: z.array(where).max(20),
  screenshots: z.array(sha256).max(10),
  steps: z.array(text).max(40),
  fix: text,
  example: z.strictObject({ right: text, wrong: text }),
  findings: z.array(z.string().max(200)).max(50),
})
/** What is sent is about these bytes in this row version; anything else is 409 with the difference. */
export const verdict = z.strictObject({ rv, sha256, action: z.enum(['approve', 'refuse']), facts: text, grounds: z.array(ground).max(60) })
export const missing = z.object({ field: z.string(), said: text })
export const preview = z.object({
  missing: z.array(missing),
  unhandled: z.array(id),
  secondPerson: z.array(text),
  statement: statement.nullable(),
  deviates: z.boolean(),
})
export const decided = z.object({ id, reference: z.string(), state: z.string(), secondPerson: z.array(text) })
const change = z.enum(['added', 'removed', 'changed'])
export const diff = z.object({
  base: z.object({ version: id, label: z.string(), n: z.int(), sha256, kind: z.enum(['approved', 'previous', 'first']) }).nullable(),
  files: z.array(
    z.object({ path: z.string(), change, before: sha256.nullable(), after: sha256.nullable(), bytesBefore: z.int(), bytesAfter: z.int() }),
  ),
  unchanged: z.int(),
  access: z.array(
    z.object({
      kind: z.enum(['permission', 'privacy-api', 'background', 'plugin', 'program', 'domain', 'page']),
      name: z.string(),
      change: z.enum(['added', 'removed']),
    }),
  ),
  listing: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  screens: z.array(z.object({ page: z.string(), before: sha256.nullable(), after: sha256.nullable(), changed: z.boolean() })),
  findings: z.object({ gone: z.array(findingView), came: z.array(findingView), stayed: z.int() }),
})
export const evidenceRow = z.object({ sha256, kind: z.string(), meta: z.unknown(), bytes: z.int() })
export const ticket = z.object({ origin: z.string(), ticket: z.string(), until: moment })
export const reviewItem = z.object({
  version,
  listing: z.object({ rev: z.int(), content: listing }).nullable(),
  entity: z.object({ name: z.string(), kind: z.string(), verified: z.boolean(), certified: z.boolean() }),
  risk: z
    .object({
      score: z.int(),
      band: z.string(),
      recommends: z.string(),
      factors: z.array(z.object({ name: z.string(), points: z.int(), of: z.int(), said: text })),
      vetoes: z.array(z.object({ name: z.string(), said: text })),
    })
    .nullable(),
  reasons: z.array(reviewReason),
  /** Declared, seen in the code, seen as it ran. */
  privacy: z.array(
    z.object({
      item: z.string(),
      declared: z.boolean(),
      purpose: z.string().nullable(),
      inCode: z.array(z.string()),
      atRun: z.array(z.string()),
    }),
  ),
  declarations: z.array(z.object({ kind: z.string(), content: z.unknown() })),
  documents: z.array(document.omit({ rv: true })),
  missingDocuments: z.array(z.object({ category: z.string(), kind: z.string() })),
  notes: z.array(messageView.extend({ by: z.string() })),
  recommendations: z.array(z.object({ by: z.string(), action: z.string(), at: moment, words: text, grounds: z.array(z.unknown()) })),
  /** How like cases were decided: by clause, over all programs. */
  like: z.array(z.object({ clause: z.string(), decisions: z.int(), reversed: z.int() })),
  similar: z.array(z.object({ version: id, name: z.string(), label: z.string(), likeness: z.int(), decided: z.string().nullable() })),
  earlier: z.array(decisionView),
  held: z.object({ decision: id, rv, by: z.string(), action: z.string(), reasons: z.array(text), mine: z.boolean() }).nullable(),
  evidence: z.array(evidenceRow),
  lease: lease.nullable(),
  holder: z.object({ name: z.string(), until: moment }).nullable(),
  hasTestAccount: z.boolean(),
  evidenceOrigin: z.string(),
  may: z.array(z.string()),
})
/** A run as it was saved: passes, their moves, what came of each. */
export const run = z.object({
  passes: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      profile: z.string(),
      server: z.string(),
      /** Browser, view and time: what the developer needs to see the same. */
      environment: z.unknown(),
      moves: z.array(
        z.object({
          n: z.int(),
          said: z.string(),
          /** As it was recorded, for whoever says it in a language of theirs. */
          step: z.unknown(),
          purpose: z.string().nullable(),
          screens: z.array(z.object({ sha256: sha256.nullable(), page: z.string().nullable() })),
          records: z.array(z.unknown()),
        }),
      ),
    }),
  ),
})
export const testAccountSeen = z.object({
  kind: z.string(),
  username: z.string().nullable(),
  secret: z.string().nullable(),
  notes: z.string().nullable(),
})
export const heldRow = z.object({
  id,
  rv,
  reference: z.string(),
  action: z.string(),
  actionName: text,
  about: z.object({ kind: z.string(), id, name: z.string(), label: z.string().nullable() }),
  by: z.string(),
  mine: z.boolean(),
  at: moment,
  due: moment,
  reasons: z.array(text),
})

const item = z.object({ version: id })
const decisionId = z.object({ decision: id })

export const REVIEW = {
  'GET /api/review/queues': endpoint({
    says: { zh: '队列与数量', en: 'Queues and their numbers' },
    permission: 'queue.see',
    answer: queues,
  }),
  'GET /api/review/items': endpoint({
    says: { zh: '队列中的任务', en: 'What waits' },
    permission: 'queue.see',
    query: z.object({
      queue: z.string().max(60).optional(),
      state: z.enum(['awaiting-human', 'in-human', 'held']).optional(),
      mine: z.stringbool().default(false),
      after,
      limit,
    }),
    answer: page(queueItem),
  }),
  'GET /api/review/events': endpoint({
    says: { zh: '队列变化的事件流', en: 'What changes in the queues, as it happens' },
    permission: 'queue.see',
    kind: 'events',
    answer: pageEvent,
  }),
  'POST /api/review/next': endpoint({
    says: { zh: '领取下一项', en: 'Claim the next item' },
    permission: 'review.claim',
    body: z.strictObject({ queue: z.string().max(60).optional(), skip: z.array(id).max(50).default([]) }),
    answer: z.object({ lease: lease.nullable() }),
  }),
  'POST /api/review/items/:version/claim': endpoint({
    says: { zh: '领取', en: 'Claim' },
    permission: 'review.claim',
    params: item,
    body: z.strictObject({ rv }),
    answer: lease,
  }),
  'POST /api/review/items/:version/renewal': endpoint({
    says: { zh: '续领', en: 'Renew the lease' },
    permission: 'review.claim',
    params: item,
    answer: lease,
  }),
  'POST /api/review/items/:version/return': endpoint({
    says: { zh: '退回队列，可写明原因', en: 'Give it back, with a word why' },
    permission: 'review.claim',
    params: item,
    body: z.strictObject({ rv, why: z.string().trim().max(500).default('') }),
    answer: done,
  }),
  'POST /api/review/items/:version/hand-over': endpoint({
    says: { zh: '转交给另一位审核员', en: 'Hand it to another reviewer' },
    permission: 'review.claim',
    params: item,
    body: z.strictObject({ rv, to: id, note: z.string().trim().max(2000).default('') }),
    answer: done,
  }),
  'GET /api/review/reviewers': endpoint({
    says: { zh: '可以接手的审核员', en: 'Reviewers to whom an item can be handed' },
    permission: 'review.claim',
    answer: page(z.object({ account: id, name: z.string(), role: z.string(), holds: z.int() })),
  }),
  'GET /api/review/items/:version': endpoint({
    says: { zh: '审核一项所需的全部内容', en: 'One item, with everything about it' },
    permission: 'queue.see',
    params: item,
    answer: reviewItem,
  }),
  'GET /api/review/items/:version/diff': endpoint({
    says: { zh: '与上一个人工通过版本的五方面对比', en: 'Five-way difference to the last version a person approved' },
    permission: 'code.see',
    params: item,
    query: z.object({ base: z.enum(['approved', 'previous', 'first']).default('approved') }),
    answer: diff,
  }),
  'GET /api/review/items/:version/files': endpoint({
    says: { zh: '代码包内的文件', en: 'The files of the package' },
    permission: 'code.see',
    params: item,
    answer: page(fileRow),
  }),
  'GET /api/review/items/:version/file': endpoint({
    says: { zh: '一个文件的文字', en: 'The text of one file' },
    permission: 'code.see',
    params: item,
    query: z.object({ path: z.string().min(1).max(1000) }),
    answer: fileText,
  }),
  'GET /api/review/items/:version/run': endpoint({
    says: { zh: '运行过程', en: 'The run, step by step' },
    permission: 'evidence.see',
    params: item,
    answer: run,
  }),
  'POST /api/review/items/:version/ticket': endpoint({
    says: { zh: '打开证据的短期票据', en: 'A short-lived ticket to the evidence' },
    permission: 'evidence.see',
    params: item,
    answer: ticket,
    status: 201,
  }),
  'POST /api/review/items/:version/test-account': endpoint({
    says: { zh: '查看测试账号（限领取人，记入日志）', en: 'See the test account (under a lease; logged)' },
    permission: 'test-account.see',
    params: item,
    answer: testAccountSeen,
  }),
  'POST /api/review/items/:version/marks': endpoint({
    says: { zh: '确认、排除或存疑', en: 'Confirm, dismiss, unsure' },
    permission: 'review.claim',
    params: item,
    body: z.strictObject({ marks: z.array(mark).min(1).max(500) }),
    answer: page(findingView),
  }),
  'POST /api/review/items/:version/notes': endpoint({
    says: { zh: '内部备注', en: 'A note that developers never see' },
    permission: 'review.claim',
    params: item,
    body: z.strictObject({ text: z.string().trim().min(1).max(4000) }),
    answer: done,
    status: 201,
  }),
  'POST /api/review/items/:version/preview': endpoint({
    says: { zh: '预览发给开发者的内容', en: 'What the developer would get' },
    permission: 'review.claim',
    params: item,
    body: verdict,
    answer: preview,
  }),
  'POST /api/review/items/:version/decision': endpoint({
    says: { zh: '作出决定', en: 'Decide' },
    permission: 'review.decide',
    params: item,
    body: verdict,
    answer: decided,
    status: 201,
    idempotent: true,
  }),
  'POST /api/review/items/:version/question': endpoint({
    says: { zh: '请开发者补充', en: 'Ask the developer' },
    permission: 'review.decide',
    params: item,
    body: z.strictObject({ rv, question: reason }),
    answer: done,
  }),
  'POST /api/review/items/:version/postponement': endpoint({
    says: { zh: '暂缓', en: 'Postpone' },
    permission: 'review.decide',
    params: item,
    body: z.strictObject({ rv, reason, until: moment }),
    answer: done,
  }),
  'POST /api/review/items/:version/resumption': endpoint({
    says: { zh: '恢复暂缓的审核', en: 'Take a postponed one up again' },
    permission: 'review.decide',
    params: item,
    body: z.strictObject({ rv }),
    answer: done,
  }),
  'POST /api/review/items/:version/recommendation': endpoint({
    says: { zh: '外部审核员的建议', en: 'Recommend (outside reviewers)' },
    permission: 'review.recommend',
    params: item,
    body: z.strictObject({
      rv,
      sha256,
      action: z.enum(['approve', 'refuse']),
      words: reason,
      grounds: z.array(ground).max(60).default([]),
    }),
    answer: done,
    status: 201,
  }),
  'POST /api/review/items/:version/stop': endpoint({
    says: { zh: '暂停灰度', en: 'Stop a gray release' },
    permission: 'release.stop',
    params: item,
    body: z.strictObject({ rv, reason }),
    answer: done,
  }),
  'POST /api/review/items/:version/unstop': endpoint({
    says: { zh: '允许继续发布', en: 'Let a stopped release go on' },
    permission: 'release.stop',
    params: item,
    body: z.strictObject({ rv, reason }),
    answer: done,
  }),
  'GET /api/review/held': endpoint({
    says: { zh: '等待第二人的决定', en: 'Decisions that wait for a second person' },
    permission: 'review.confirm',
    answer: page(heldRow),
  }),
  'POST /api/review/held/:decision/confirmation': endpoint({
    says: { zh: '第二人同意', en: 'The second person agrees' },
    permission: 'review.confirm',
    params: decisionId,
    body: z.strictObject({ rv }),
    answer: done,
  }),
  'POST /api/review/held/:decision/return': endpoint({
    says: { zh: '第二人不同意', en: 'The second person does not agree' },
    permission: 'review.confirm',
    params: decisionId,
    body: z.strictObject({ rv, reason }),
    answer: done,
  }),
  'GET /api/review/decisions/:decision': endpoint({
    says: { zh: '任一决定的理由陈述', en: 'The statement of reasons of any decision' },
    permission: 'decision.see',
    params: decisionId,
    answer: statement,
  }),
} as const

export type Queues = z.infer<typeof queues>
export type QueueItem = z.infer<typeof queueItem>
export type ReviewItem = z.infer<typeof reviewItem>
export type Diff = z.infer<typeof diff>
export type Verdict = z.input<typeof verdict>
export type Ground = z.input<typeof ground>
export type Preview = z.infer<typeof preview>
export type HeldRow = z.infer<typeof heldRow>
export type Run = z.infer<typeof run>
