/** Versions, trial, submission, findings, decisions and release, as their developers see them (wx-tos 2; wx-op 2, 3). */
import { z } from 'zod'
import { programRow, versionState } from './programs.ts'
import { after, endpoint, id, limit, moment, page, platform, rv, sha256, text } from './words.ts'

export const newVersion = z.strictObject({
  label: z
    .string()
    .trim()
    .regex(/^\d{1,5}(\.\d{1,5}){1,3}([-+][\w.]{1,20})?$/),
  changelog: z.string().trim().max(2000).default(''),
  channel: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/)
    .default('main'),
  /** Of the package that will be put: other bytes than these are refused. */
  sha256,
  bytes: z.int().min(22).max(30_000_000),
})
export const versionRow = z.object({
  id,
  label: z.string(),
  n: z.int(),
  channel: z.string(),
  state: versionState,
  stateName: text,
  rv,
  sha256: sha256.nullable(),
  bytes: z.int().nullable(),
  round: z.int(),
  changelog: z.string(),
  at: moment,
  submittedAt: moment.nullable(),
})
export const step = z.object({
  at: moment,
  event: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  name: text.nullable(),
  by: z.string(),
  reason: text.nullable(),
})
export const progress = z.object({
  checks: z.array(
    z.object({
      name: z.string(),
      title: text,
      state: z.enum(['waiting', 'running', 'done', 'failed', 'left-out']),
      done: z.int().nullable(),
      of: z.int().nullable(),
      note: text.nullable(),
      ms: z.int().nullable(),
    }),
  ),
  place: z.object({ position: z.int(), estimateMinutes: z.int().nullable() }).nullable(),
  due: moment.nullable(),
})
/** What open pages are told; `id` is given back as Last-Event-ID by whoever was away. */
export const pageEvent = z.object({
  id: z.int(),
  subject: z.string(),
  subjectId: id,
  type: z.string(),
  state: z.string(),
  rv: z.int(),
  at: moment,
})
/** A finding as menshen-check/1 has it, with what became of it. Places and witness are the engine’s: their shape is published with it. */
export const findingView = z.object({
  id,
  fingerprint: z.string(),
  check: z.string(),
  rule: z.string(),
  verdict: z.enum(['violation', 'review']),
  severity: z.enum(['error', 'warning', 'info']),
  confidence: z.enum(['high', 'medium', 'low']),
  mode: z.enum(['off', 'shadow', 'warn', 'block']),
  clauses: z.array(z.object({ id: z.string(), edition: z.string(), title: text })),
  what: text,
  why: text,
  mend: text,
  /** The rule’s own examples, which a refusal for it quotes. */
  example: z.object({ right: text, wrong: text }).optional(),
  places: z.array(z.unknown()),
  witness: z.unknown().nullable(),
  attachments: z.array(sha256),
  setAside: z.object({ by: z.string(), reason: z.string() }).nullable(),
  /** Seen before in the last version that a person approved, in an earlier round, or new. */
  since: z.enum(['approved', 'earlier-round', 'new']),
  /** What a reviewer said of it last; developers see it once there is a decision. */
  mark: z.object({ as: z.enum(['confirm', 'dismiss', 'unsure']), reason: z.string(), at: moment }).nullable(),
  answer: z.object({ text: z.string(), at: moment }).nullable(),
})
export const coverage = z.object({
  pass: z.int(),
  violation: z.int(),
  review: z.int(),
  notApplicable: z.int(),
  /** `said`: the checker’s own words for why, where they are the same for all of these clauses. */
  notChecked: z.array(z.object({ reason: z.string(), said: text.nullable(), clauses: z.array(z.string()) })),
})
export const where = z.union([
  z.strictObject({ file: z.string().max(500), line: z.int().min(1), column: z.int().min(1).optional() }),
  z.strictObject({ page: z.string().max(500), selector: z.string().max(500).optional() }),
  z.strictObject({ listing: z.string().max(100) }),
  z.strictObject({ document: z.string().max(200) }),
  z.strictObject({ outside: z.string().max(500) }),
])
/** A statement of reasons: one shape for the developer’s page, the API and the archive. */
export const statement = z.object({
  format: z.literal('menshen-statement/1'),
  reference: z.string(),
  decided: z.int(),
  about: z.object({ kind: z.string(), name: z.string(), version: z.string().nullable(), sha256: z.string().nullable() }),
  action: z.object({ id: z.string(), name: text }),
  scope: z.object({ until: z.int().nullable(), capabilities: z.array(z.string()), curable: z.boolean() }),
  automated: z.enum(['no', 'partly', 'fully']),
  facts: text,
  grounds: z.array(
    z.object({
      clause: z.object({ id: z.string(), edition: z.string(), title: text }),
      quote: z.string(),
      where: z.array(where),
      screenshots: z.array(z.string()),
      steps: z.array(text),
      fix: text,
      example: z.object({ right: text, wrong: text }),
    }),
  ),
  rulebook: z.string(),
  redress: z.object({ text, appealUntil: z.int().nullable() }),
})
export const decisionView = z.object({
  id,
  reference: z.string(),
  action: z.string(),
  actionName: text,
  state: z.string(),
  stateName: text,
  rv,
  at: moment,
  /** Two people agreed on it. */
  secondPerson: z.boolean(),
  /** What was said against it, by when it is answered, and the answer. */
  appeal: z.object({ grounds: z.string(), filed: moment, due: moment, answered: moment.nullable(), answer: text.nullable() }).nullable(),
  version: id.nullable(),
  statement,
})
export const messageView = z.object({ id, side: z.enum(['developer', 'reviewer', 'platform', 'note']), text: z.string(), at: moment })
export const version = versionRow.extend({
  program: programRow,
  progress,
  findings: z.array(findingView),
  coverage: coverage.nullable(),
  risk: z.object({ score: z.int(), factors: z.array(z.object({ name: z.string(), points: z.int(), of: z.int(), said: text })) }).nullable(),
  history: z.array(step),
  decisions: z.array(decisionView),
  messages: z.array(messageView),
  /** Why intake refused the package. */
  refused: text.nullable(),
  question: z.string().nullable(),
  deadline: moment.nullable(),
  trial: z.object({ url: z.string(), qr: z.string(), until: moment, testers: z.int() }).nullable(),
  gray: z.object({ percent: z.int(), stopped: z.boolean() }),
  expedited: moment.nullable(),
  listing: z.object({ id, rev: z.int() }).nullable(),
  /** Events that this person may try now; the server asks its guards when it is tried. */
  may: z.array(z.string()),
})
export const testAccount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none-needed'), notes: z.string().max(2000).optional() }),
  z.strictObject({
    kind: z.literal('password'),
    username: z.string().trim().min(1).max(200),
    password: z.string().min(1).max(200),
    notes: z.string().max(2000).optional(),
  }),
  z.strictObject({
    kind: z.literal('phone-code'),
    username: z.string().trim().min(1).max(200),
    code: z.string().trim().min(1).max(200),
    notes: z.string().max(2000).optional(),
  }),
])
export const declarations = z.strictObject({
  userContent: z.boolean(),
  aiContent: z.boolean(),
  payments: z.boolean(),
  /** Privacy items that the code holds an interface for and the program does not use. */
  privacyNotUsed: z.array(z.string().max(200)).max(60).default([]),
})
export const submission = z.strictObject({
  rv,
  /** The revision of the listing that was seen. */
  listing: z.int().min(1),
  changelog: z.string().trim().min(2).max(2000),
  testAccount,
  declarations,
  /** To findings of the refused round before this one. */
  answers: z
    .array(z.strictObject({ finding: id, text: z.string().trim().min(1).max(2000), fixed: z.boolean().default(false) }))
    .max(500)
    .default([]),
  /** Takes the place of a version that waits and that no reviewer has. */
  replace: z.boolean().default(false),
})
export const expedite = z.strictObject({ kind: z.enum(['safety', 'broken', 'legal', 'event']), words: z.string().trim().min(10).max(500) })
export const release = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('publish'), rv, percent: z.int().min(1).max(100) }),
  z.strictObject({ do: z.literal('raise'), rv, percent: z.int().min(1).max(100) }),
  z.strictObject({ do: z.literal('pause'), rv }),
  z.strictObject({ do: z.literal('complete'), rv }),
  z.strictObject({ do: z.literal('roll-back'), rv }),
])
export const releaseView = z.object({
  version: versionRow,
  percent: z.int(),
  steps: z.array(z.object({ step: z.string(), percent: z.int(), at: moment })),
  /** The code of the release: a picture (SVG) and where it leads. Null while nothing is out. */
  code: z.object({ url: z.string(), qr: z.string() }).nullable(),
})

const inProgram = z.object({ program: id })
const inVersion = z.object({ version: id })
const filePath = z.object({ path: z.string().min(1).max(1000) })
export const fileRow = z.object({ path: z.string(), sha256, bytes: z.int() })
export const fileText = z.object({
  path: z.string(),
  sha256,
  bytes: z.int(),
  text: z.string().nullable(),
  binary: z.boolean(),
  cut: z.boolean(),
})

export const VERSIONS = {
  'GET /api/programs/:program/versions': endpoint({
    says: { zh: '版本', en: 'Versions' },
    permission: 'program.own',
    params: inProgram,
    query: z.object({ after, limit }),
    answer: page(versionRow),
    scope: 'read',
  }),
  'POST /api/programs/:program/versions': endpoint({
    says: { zh: '开始上传一个版本', en: 'Begin to upload a version' },
    permission: 'version.upload',
    params: inProgram,
    body: newVersion,
    answer: versionRow,
    status: 201,
    scope: 'upload',
    idempotent: true,
  }),
  'PUT /api/versions/:version/package': endpoint({
    says: { zh: '上传代码包（原始字节）', en: 'Put the package (raw bytes)' },
    permission: 'version.upload',
    params: inVersion,
    kind: 'bytes',
    types: ['application/zip', 'application/octet-stream'],
    answer: versionRow,
    status: 201,
    scope: 'upload',
  }),
  'GET /api/versions/:version': endpoint({
    says: { zh: '版本、进度、问题与决定', en: 'A version: progress, findings, decisions' },
    permission: 'program.own',
    params: inVersion,
    answer: version,
    scope: 'read',
  }),
  'GET /api/versions/:version/events': endpoint({
    says: { zh: '进度事件流', en: 'Progress, as it happens' },
    permission: 'program.own',
    params: inVersion,
    kind: 'events',
    answer: z.union([pageEvent, progress]),
    scope: 'read',
  }),
  'GET /api/versions/:version/files': endpoint({
    says: { zh: '代码包内的文件', en: 'The files of the package' },
    permission: 'program.own',
    params: inVersion,
    answer: page(fileRow),
  }),
  'GET /api/versions/:version/file': endpoint({
    says: { zh: '代码包内一个文件的文字', en: 'The text of one file of the package' },
    permission: 'program.own',
    params: inVersion,
    query: filePath,
    answer: fileText,
  }),
  'GET /api/versions/:version/picture/:file': endpoint({
    says: { zh: '问题所附的截图', en: 'A screenshot of a finding' },
    permission: 'program.own',
    params: z.object({ version: id, file: sha256 }),
    kind: 'file',
    types: ['image/png', 'image/jpeg', 'image/webp'],
    answer: z.unknown(),
  }),
  'POST /api/versions/:version/trial': endpoint({
    says: { zh: '发布体验版', en: 'Share a trial version' },
    permission: 'version.share',
    params: inVersion,
    body: z.strictObject({ rv, days: z.int().min(1).max(30).default(14) }),
    answer: version,
  }),
  'POST /api/versions/:version/trial/end': endpoint({
    says: { zh: '结束体验', en: 'End the trial' },
    permission: 'version.share',
    params: inVersion,
    body: z.strictObject({ rv }),
    answer: version,
  }),
  'POST /api/versions/:version/submission': endpoint({
    says: { zh: '提交审核', en: 'Submit for review' },
    permission: 'version.submit',
    params: inVersion,
    body: submission,
    answer: version,
    scope: 'submit',
    idempotent: true,
  }),
  'POST /api/versions/:version/withdrawal': endpoint({
    says: { zh: '撤回', en: 'Withdraw' },
    permission: 'version.withdraw',
    params: inVersion,
    body: z.strictObject({ rv }),
    answer: version,
    scope: 'submit',
  }),
  'POST /api/versions/:version/expedition': endpoint({
    says: { zh: '申请加急', en: 'Ask for an expedited review' },
    permission: 'version.expedite',
    params: inVersion,
    body: expedite,
    answer: version,
  }),
  'POST /api/versions/:version/reply': endpoint({
    says: { zh: '回复审核员', en: 'Answer the reviewer' },
    permission: 'version.answer',
    params: inVersion,
    body: z.strictObject({ rv, text: z.string().trim().min(1).max(4000) }),
    answer: version,
  }),
  'POST /api/versions/:version/findings/:finding/answer': endpoint({
    says: { zh: '回复一个问题', en: 'Answer a finding' },
    permission: 'version.answer',
    params: z.object({ version: id, finding: id }),
    body: z.strictObject({ text: z.string().trim().min(1).max(2000) }),
    answer: findingView,
  }),
  'GET /api/versions/:version/release': endpoint({
    says: { zh: '发布状态与二维码', en: 'The release and its code' },
    permission: 'program.own',
    params: inVersion,
    answer: releaseView,
    scope: 'read',
  }),
  'POST /api/versions/:version/release': endpoint({
    says: { zh: '发布、灰度、暂停与回退', en: 'Publish, raise, pause, roll back' },
    permission: 'version.release',
    params: inVersion,
    body: release,
    answer: releaseView,
    scope: 'release',
    idempotent: true,
  }),
  'GET /api/decisions': endpoint({
    says: { zh: '关于自己的决定', en: 'Decisions about oneself' },
    permission: 'decision.own',
    answer: page(decisionView),
    scope: 'read',
    narrows: true,
  }),
  'GET /api/decisions/:decision': endpoint({
    says: { zh: '一个决定的理由陈述', en: 'A statement of reasons' },
    permission: 'decision.own',
    params: z.object({ decision: id }),
    answer: statement,
    scope: 'read',
    narrows: true,
  }),
  'POST /api/decisions/:decision/appeal': endpoint({
    says: { zh: '申诉', en: 'Appeal' },
    permission: 'appeal.file',
    params: z.object({ decision: id }),
    body: z.strictObject({ rv, grounds: z.string().trim().min(10).max(5000), findings: z.array(id).max(100).default([]) }),
    answer: decisionView,
    status: 201,
  }),
  'POST /api/decisions/:decision/appeal/withdrawal': endpoint({
    says: { zh: '撤回申诉', en: 'Withdraw an appeal' },
    permission: 'appeal.file',
    params: z.object({ decision: id }),
    body: z.strictObject({ rv }),
    answer: decisionView,
  }),
  'GET /api/trials/:trial': endpoint({
    says: { zh: '体验版（限体验者）', en: 'A trial, for its testers' },
    permission: 'session.own',
    params: z.object({ trial: z.string().max(200) }),
    answer: z.object({
      name: z.string(),
      appid: z.string(),
      platform,
      label: z.string(),
      changelog: z.string(),
      until: moment,
      bytes: z.int(),
    }),
  }),
  'GET /api/trials/:trial/package': endpoint({
    says: { zh: '体验版代码包（限体验者）', en: 'The package of a trial, for its testers' },
    permission: 'session.own',
    params: z.object({ trial: z.string().max(200) }),
    kind: 'file',
    types: ['application/zip'],
    answer: z.unknown(),
  }),
} as const

export type VersionRow = z.infer<typeof versionRow>
export type Version = z.infer<typeof version>
export type FindingView = z.infer<typeof findingView>
export type Progress = z.infer<typeof progress>
export type Submission = z.input<typeof submission>
export type TestAccount = z.infer<typeof testAccount>
export type StatementView = z.infer<typeof statement>
export type DecisionView = z.infer<typeof decisionView>
export type Release = z.infer<typeof release>
