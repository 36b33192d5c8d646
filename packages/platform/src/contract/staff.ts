/** The staff's side beside reviewing: entities, papers, certifications, roles, the log, numbers. */
import { z } from 'zod'
import { certification, document, entity } from './accounts.ts'
import { done, endpoint, id, limit, moment, page, reason, roleName, rv, sha256, text } from './words.ts'

export const entityTask = z.object({
  account: id,
  rv,
  entity: id,
  kind: z.string(),
  legalName: z.string(),
  minor: z.boolean(),
  submitted: moment,
  due: moment,
  overdue: z.boolean(),
})
export const paperFile = z.object({
  id,
  sha256,
  kind: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  type: z.string(),
  state: z.string(),
})
/** With identity numbers masked: the number itself is asked for, and that is logged. */
export const entityCase = entity.omit({ papers: true }).extend({
  papers: z.array(paperFile),
  contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
  guardianDetails: z.object({ name: z.string(), phone: z.string(), relation: z.string() }).nullable(),
  related: z.array(z.object({ entity: id, legalName: z.string(), why: z.string() })),
  messages: z.array(z.object({ at: moment, by: z.string(), text: z.string() })),
})
export const identity = z.object({
  idNumber: z.string().nullable(),
  representative: z.string().nullable(),
  contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
  guardian: z.object({ name: z.string(), phone: z.string(), relation: z.string() }).nullable(),
})
export const documentTask = document.extend({
  entity: z.object({ id, legalName: z.string() }),
  bytes: z.int(),
  type: z.string(),
  due: moment,
})
export const certificationTask = certification.extend({
  id,
  entity: z.object({ id, legalName: z.string(), kind: z.string() }),
  applied: moment,
  due: moment,
  files: z.array(paperFile),
})
export const person = z.object({
  account: id,
  email: z.string(),
  name: z.string(),
  state: z.string(),
  roles: z.array(roleName),
  secondFactor: z.boolean(),
  queues: z.array(z.string()),
})
export const grant = z.object({
  id,
  account: id,
  name: z.string(),
  email: z.string(),
  role: roleName,
  by: z.string().nullable(),
  at: moment,
  mine: z.boolean(),
})
export const auditRow = z.object({
  seq: z.int(),
  at: moment,
  actor: z.string().nullable(),
  actorName: z.string().nullable(),
  role: z.string(),
  onBehalf: z.string().nullable(),
  type: z.string(),
  /** What the event is called; null for one that this release does not know. */
  name: text.nullable(),
  subject: z.string().nullable(),
  subjectName: text.nullable(),
  subjectId: z.string().nullable(),
  beforeRv: z.int().nullable(),
  afterRv: z.int().nullable(),
  payload: z.unknown(),
  hash: z.string(),
})
export const auditHead = z.object({ seq: z.int(), hash: z.string(), at: z.int(), signature: z.string() })
export const mail = z.object({
  id,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: moment,
  state: z.enum(['waiting', 'sent', 'failed']),
})
export const lead = z.object({
  waiting: z.int(),
  overdue: z.int(),
  held: z.int(),
  /** By hour of their due moment, the next two days. */
  dueSoon: z.array(z.object({ from: moment, count: z.int() })),
  week: z.object({ decided: z.int(), approved: z.int(), refused: z.int(), automated: z.int(), medianMinutes: z.int().nullable() }),
  reviewers: z.array(z.object({ name: z.string(), decided: z.int(), medianMinutes: z.int().nullable(), reversed: z.int() })),
  clauses: z.array(z.object({ clause: z.string(), title: text.nullable(), decisions: z.int(), reversed: z.int() })),
})
/** Of the last ninety days: people and the engine, people and people. */
export const agreement = z.object({
  rules: z.array(z.object({ rule: z.string(), title: text.nullable(), confirmed: z.int(), dismissed: z.int(), unsure: z.int() })),
  pairs: z.object({ pairs: z.int(), agreed: z.int(), kappa: z.number().nullable() }),
  reviewers: z.array(z.object({ name: z.string(), marks: z.int(), confirmed: z.int(), shared: z.int(), agreed: z.int() })),
})
export const operation = z.object({
  outbox: z.array(z.object({ kind: z.string(), waiting: z.int(), dead: z.int(), oldest: moment.nullable() })),
  timers: z.object({ waiting: z.int(), overdue: z.int() }),
  states: z.array(z.object({ state: z.string(), count: z.int() })),
  switches: z.array(z.object({ name: z.string(), title: text, on: z.boolean(), since: moment.nullable() })),
  broken: z.array(z.string()),
  /** sends: a worker has a server for it · keeps: to be looked at here · waits: no worker has one · nobody: no worker is alive. */
  mail: z.object({ how: z.enum(['sends', 'keeps', 'waits', 'nobody']), waiting: z.int(), oldest: moment.nullable() }),
})
export const switchName = z.enum(['stop-uploads', 'stop-automatic-approval', 'stop-releases', 'stop-registration'])

const accountId = z.object({ account: id })
const documentId = z.object({ document: id })
const certificationId = z.object({ certification: id })

export const STAFF = {
  'GET /api/staff/entities': endpoint({
    says: { zh: '待核验的主体', en: 'Entities to be checked' },
    permission: 'entity.check',
    query: z.object({ limit }),
    answer: page(entityTask),
  }),
  'GET /api/staff/entities/:account': endpoint({
    says: { zh: '一个主体', en: 'One entity' },
    permission: 'entity.check',
    params: accountId,
    answer: entityCase,
  }),
  'POST /api/staff/entities/:account/identity': endpoint({
    says: { zh: '查看证件号码等（记入日志）', en: 'See what identifies them (logged)' },
    permission: 'identity-papers.see',
    params: accountId,
    answer: identity,
  }),
  'POST /api/staff/entities/:account/ticket': endpoint({
    says: { zh: '打开证件的短期票据（记入日志）', en: 'A short-lived ticket to the papers (logged)' },
    permission: 'identity-papers.see',
    params: accountId,
    answer: z.object({ origin: z.string(), ticket: z.string(), until: moment }),
    status: 201,
  }),
  'POST /api/staff/entities/:account/check': endpoint({
    says: { zh: '核验主体', en: 'Check an entity' },
    permission: 'entity.check',
    params: accountId,
    body: z.discriminatedUnion('do', [
      z.strictObject({ do: z.literal('verify'), rv }),
      z.strictObject({ do: z.literal('refuse'), rv, reason }),
      z.strictObject({ do: z.literal('ask'), rv, reason }),
      z.strictObject({ do: z.literal('unverify'), rv, reason }),
    ]),
    answer: done,
  }),
  'GET /api/staff/documents': endpoint({
    says: { zh: '待核对的资质文件，或已核对的', en: 'Papers to be checked, or those that were' },
    permission: 'document.check',
    query: z.object({ checked: z.stringbool().default(false), limit }),
    answer: page(documentTask),
  }),
  'POST /api/staff/documents/:document/ticket': endpoint({
    says: { zh: '打开资质文件的短期票据', en: 'A short-lived ticket to a paper' },
    permission: 'document.check',
    params: documentId,
    answer: z.object({ origin: z.string(), ticket: z.string(), until: moment }),
    status: 201,
  }),
  'POST /api/staff/documents/:document/check': endpoint({
    says: { zh: '核对资质文件', en: 'Check a paper' },
    permission: 'document.check',
    params: documentId,
    body: z.discriminatedUnion('do', [
      z.strictObject({ do: z.literal('accept'), rv }),
      z.strictObject({ do: z.literal('refuse'), rv, reason }),
    ]),
    answer: done,
  }),
  'POST /api/staff/documents/:document/annulment': endpoint({
    says: { zh: '推翻核对结果', en: 'Reverse a check' },
    permission: 'document.reverse',
    params: documentId,
    body: z.strictObject({ rv, reason }),
    answer: done,
  }),
  'GET /api/staff/certifications': endpoint({
    says: { zh: '待决定的认证，或已决定的', en: 'Certifications to be decided, or those that were' },
    permission: 'certification.decide',
    query: z.object({ decided: z.stringbool().default(false), limit }),
    answer: page(certificationTask),
  }),
  'POST /api/staff/certifications/:certification/adviser': endpoint({
    says: { zh: '委托第三方审核机构', en: 'Ask an outside house for its opinion' },
    permission: 'certification.decide',
    params: certificationId,
    body: accountId.strict(),
    answer: done,
  }),
  'POST /api/staff/certifications/:certification/decision': endpoint({
    says: { zh: '决定认证', en: 'Decide a certification' },
    permission: 'certification.decide',
    params: certificationId,
    body: z.discriminatedUnion('do', [
      z.strictObject({ do: z.literal('certify'), rv, until: moment }),
      z.strictObject({ do: z.literal('refuse'), rv, reason }),
    ]),
    answer: done,
  }),
  'POST /api/staff/certifications/:certification/annulment': endpoint({
    says: { zh: '推翻认证决定', en: 'Reverse a certification' },
    permission: 'certification.reverse',
    params: certificationId,
    body: z.strictObject({ rv, reason }),
    answer: done,
  }),
  'GET /api/advice': endpoint({
    says: { zh: '委托给自己的认证', en: 'Certifications on which one’s opinion is asked' },
    permission: 'certification.advise',
    answer: page(certificationTask),
  }),
  'POST /api/advice/:certification': endpoint({
    says: { zh: '出具认证意见', en: 'Give an opinion' },
    permission: 'certification.advise',
    params: certificationId,
    body: z.strictObject({ rv, favourable: z.boolean(), reason }),
    answer: done,
    status: 201,
  }),
  'GET /api/staff/people': endpoint({
    says: { zh: '工作人员', en: 'The staff' },
    permission: 'role.grant',
    query: z.object({ words: z.string().max(254).default('') }),
    answer: page(person),
  }),
  'GET /api/staff/grants': endpoint({
    says: { zh: '待确认的角色', en: 'Roles to be confirmed' },
    permission: 'role.grant',
    answer: page(grant),
  }),
  'POST /api/staff/grants': endpoint({
    says: { zh: '提出授予角色', en: 'Propose a role' },
    permission: 'role.grant',
    body: z.strictObject({ account: id, role: roleName }),
    answer: grant,
    status: 201,
  }),
  'POST /api/staff/grants/:grant/confirmation': endpoint({
    says: { zh: '第二人确认角色', en: 'A second operator confirms a role' },
    permission: 'role.confirm',
    params: z.object({ grant: id }),
    answer: done,
  }),
  'DELETE /api/staff/people/:account/roles/:role': endpoint({
    says: { zh: '收回角色', en: 'Take a role away' },
    permission: 'role.grant',
    params: z.object({ account: id, role: roleName }),
    answer: done,
  }),
  'PUT /api/staff/people/:account/queues': endpoint({
    says: { zh: '外部审核员负责的队列', en: 'The queues of an outside reviewer' },
    permission: 'role.grant',
    params: accountId,
    body: z.strictObject({ queues: z.array(z.string().max(60)).max(50) }),
    answer: done,
  }),
  'GET /api/staff/audit': endpoint({
    says: { zh: '审计日志', en: 'The log' },
    permission: 'audit.read',
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      type: z.string().max(60).optional(),
      subject: z.string().max(30).optional(),
      id: id.optional(),
      actor: id.optional(),
      newest: z.stringbool().default(false),
      limit,
    }),
    answer: page(auditRow).extend({ types: z.array(z.object({ type: z.string(), name: text })) }),
  }),
  'POST /api/staff/audit/head': endpoint({
    says: { zh: '导出日志头（签名）', en: 'Export the signed head of the log' },
    permission: 'audit.verify',
    answer: z.object({ head: auditHead.nullable() }),
  }),
  'POST /api/staff/audit/verification': endpoint({
    says: { zh: '校验日志', en: 'Verify the log' },
    permission: 'audit.verify',
    body: z.strictObject({ heads: z.array(auditHead).max(1000).default([]) }),
    answer: z.object({ ok: z.boolean(), rows: z.int().nullable(), fault: z.unknown().nullable(), forged: z.array(z.int()) }),
  }),
  'GET /api/staff/mail': endpoint({
    says: { zh: '已发邮件（仅开发环境）', en: 'Sent mail (in development only)' },
    permission: 'operation.see',
    query: z.object({ to: z.string().max(254).optional(), limit }),
    answer: page(mail),
  }),
  'GET /api/staff/lead': endpoint({ says: { zh: '审核负责人面板', en: 'The lead’s numbers' }, permission: 'lead.see', answer: lead }),
  'GET /api/staff/agreement': endpoint({
    says: { zh: '一致性：人与引擎、人与人', en: 'How far people agree with the engine and with each other' },
    permission: 'lead.see',
    answer: agreement,
  }),
  'GET /api/staff/operation': endpoint({
    says: { zh: '运行状况', en: 'The state of operation' },
    permission: 'operation.see',
    answer: operation,
  }),
  'PUT /api/staff/switches/:switch': endpoint({
    says: { zh: '紧急开关', en: 'An emergency switch' },
    permission: 'operation.switch',
    params: z.object({ switch: switchName }),
    body: z.strictObject({ on: z.boolean(), why: reason }),
    answer: done,
  }),
} as const

export type EntityTask = z.infer<typeof entityTask>
export type EntityCase = z.infer<typeof entityCase>
export type DocumentTask = z.infer<typeof documentTask>
export type CertificationTask = z.infer<typeof certificationTask>
export type Person = z.infer<typeof person>
export type AuditLine = z.infer<typeof auditRow>
export type Lead = z.infer<typeof lead>
export type Operation = z.infer<typeof operation>
