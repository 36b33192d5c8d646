/** Accounts, sessions, tokens, the entity behind them, its papers and certification (wx-tos 2.1, 2.7, 3, 7.2; wx-op 1). */
import { z } from 'zod'
import { day, done, endpoint, id, lang, moment, page, reason, roleName, rv, scope, sha256, text } from './words.ts'

export const password = z.string().min(10).max(200)
const name = z.string().trim().min(1).max(60)
const phone = z
  .string()
  .trim()
  .min(5)
  .max(30)
  .regex(/^[+\d][\d\s()-]+$/)
/** Who answers for the account, reachable: wx-op/1.1. */
export const contact = z.strictObject({ name, phone })
export const registration = z.strictObject({
  email: z.email().max(254),
  password,
  name,
  contact,
  /** The edition of the terms that was shown and accepted. */
  terms: z.int().min(1),
  lang,
})
/** The same answer whether or not the address is known: nobody can try addresses. */
export const mailSent = z.object({ sent: z.literal(true) })
export const signIn = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(200),
  /** Six digits of the second factor, or one of the recovery codes. */
  code: z.string().trim().min(6).max(40).optional(),
})
export const accountState = z.enum([
  'new',
  'unverified-entity',
  'entity-review',
  'needs-info',
  'active',
  'dormant-warned',
  'limited',
  'suspended',
  'banned',
  'terminated',
  'freed',
])
export const me = z.object({
  id,
  email: z.string(),
  name: z.string(),
  lang,
  state: accountState,
  stateName: text,
  rv,
  roles: z.array(roleName),
  /** Names of permissions, as domain/roles.ts has them; those of a program's administrator are on the program's own page. */
  permissions: z.array(z.string()),
  entity: z.object({ id, kind: z.string(), name: z.string(), verified: z.boolean() }).nullable(),
  /** Terms in force that were not accepted yet: until they are, nothing but reading works. */
  termsDue: z.int().nullable(),
  /** due: a staff role needs it, and nothing of that role works without. */
  twoFactor: z.enum(['off', 'on', 'due']),
  /** Goes into the header X-CSRF-Token of everything that changes something. */
  csrf: z.string(),
})
export const here = z.object({
  account: me.nullable(),
  evidenceOrigin: z.string(),
  publicOrigin: z.string(),
  /** Whether this is a development or demonstration server: sent mail can be read. */
  development: z.boolean(),
})
export const terms = z.object({ edition: z.int(), since: moment, sha256, zh: z.string(), en: z.string() })
export const session = z.object({ id, here: z.boolean(), agent: z.string().nullable(), created: moment, seen: moment, expires: moment })
export const token = z.object({
  id,
  name: z.string(),
  scopes: z.array(scope),
  program: id.nullable(),
  created: moment,
  expires: moment,
  used: moment.nullable(),
})
export const newToken = z.strictObject({
  name,
  scopes: z.array(scope).min(1).max(4),
  program: id.optional(),
  days: z.int().min(1).max(365),
})
/** Shown once. */
export const tokenMade = z.object({ token, secret: z.string() })
export const secondFactor = z.object({ secret: z.string(), uri: z.string(), qr: z.string() })

export const entityKind = z.enum(['person', 'company', 'government', 'other'])
export const guardian = z.strictObject({ name, phone, relation: z.string().trim().min(1).max(30), agreed: z.literal(true) })
/** Entering it again corrects it; `submit` hands it to be checked. */
export const entityForm = z.strictObject({
  kind: entityKind,
  legalName: z.string().trim().min(2).max(120),
  idNumber: z
    .string()
    .trim()
    .min(5)
    .max(40)
    .regex(/^[\dA-Za-z-]+$/),
  representative: z.string().trim().max(60).optional(),
  /** Not of age: a guardian has to agree. */
  minor: z.boolean().default(false),
  guardian: guardian.optional(),
  /** Files that were put before, at least one of kind `identity`. */
  papers: z.array(z.strictObject({ sha256, kind: z.string().trim().min(1).max(60), fileName: z.string().max(200) })).max(10),
})
export const entity = z.object({
  id: id.nullable(),
  account: id,
  state: accountState,
  stateName: text,
  rv,
  kind: entityKind.nullable(),
  legalName: z.string().nullable(),
  /** With its middle taken out. */
  idNumber: z.string().nullable(),
  minor: z.boolean(),
  guardian: z.boolean(),
  verifiedAt: moment.nullable(),
  papers: z.array(z.object({ id, sha256, kind: z.string(), state: z.string() })),
  /** What the checker asked or why it was refused. */
  question: text.nullable(),
})
export const documentState = z.enum(['uploaded', 'valid', 'refused', 'expiring', 'expired', 'withdrawn'])
export const document = z.object({
  id,
  kind: z.string(),
  for: z.string().nullable(),
  program: id.nullable(),
  file: sha256,
  fileName: z.string(),
  validFrom: day.nullable(),
  validUntil: day.nullable(),
  state: documentState,
  stateName: text,
  rv,
  reason: text.nullable(),
  at: moment,
})
export const newDocument = z.strictObject({
  kind: z.string().trim().min(1).max(100),
  number: z.string().trim().max(100).optional(),
  for: z.string().trim().max(200).optional(),
  program: id.optional(),
  file: sha256,
  fileName: z.string().max(200),
  validFrom: day.optional(),
  validUntil: day.optional(),
})
export const certification = z.object({
  id: id.nullable(),
  state: z.enum(['none', 'pending', 'certified', 'refused', 'lapsed']),
  stateName: text,
  rv,
  papers: z.array(id),
  until: moment.nullable(),
  opinion: z.object({ at: moment, favourable: z.boolean(), says: text }).nullable(),
  reason: text.nullable(),
})
export const fileStored = z.object({ sha256, bytes: z.int(), type: z.string() })
export const message = z.object({ email: z.string().max(254) })

export const ACCOUNTS = {
  'GET /api/here': endpoint({
    says: { zh: '当前会话与站点信息', en: 'The session one has, and the site' },
    permission: 'public',
    answer: here,
  }),
  'GET /api/terms': endpoint({
    says: { zh: '现行服务条款', en: 'The terms in force' },
    permission: 'public',
    query: z.object({ edition: z.coerce.number().int().min(1).optional() }),
    answer: terms,
  }),
  'POST /api/accounts': endpoint({
    says: { zh: '注册', en: 'Register' },
    permission: 'account.register',
    body: registration,
    answer: mailSent,
    status: 202,
  }),
  'POST /api/accounts/verification': endpoint({
    says: { zh: '验证邮箱', en: 'Verify an address' },
    permission: 'account.verify-mail',
    body: z.strictObject({ token: z.string().max(200) }),
    answer: done,
  }),
  'POST /api/accounts/verification/again': endpoint({
    says: { zh: '重发验证邮件', en: 'Send the verification again' },
    permission: 'account.verify-mail',
    body: z.strictObject({ email: z.string().max(254) }),
    answer: mailSent,
    status: 202,
  }),
  'POST /api/password/forgotten': endpoint({
    says: { zh: '忘记密码', en: 'Password forgotten' },
    permission: 'session.open',
    body: z.strictObject({ email: z.string().max(254) }),
    answer: mailSent,
    status: 202,
  }),
  'POST /api/password/reset': endpoint({
    says: { zh: '重设密码', en: 'Set a new password by the token of the mail' },
    permission: 'session.open',
    body: z.strictObject({ token: z.string().max(200), password }),
    answer: done,
  }),
  'POST /api/sessions': endpoint({
    says: { zh: '登录', en: 'Sign in' },
    permission: 'session.open',
    body: signIn,
    answer: me,
    status: 201,
  }),
  'GET /api/sessions': endpoint({ says: { zh: '自己的会话', en: 'One’s own sessions' }, permission: 'session.own', answer: page(session) }),
  'DELETE /api/sessions': endpoint({
    says: { zh: '在所有设备上退出', en: 'Sign out everywhere' },
    permission: 'session.own',
    answer: done,
  }),
  'DELETE /api/sessions/:session': endpoint({
    says: { zh: '退出一个会话（current 为当前）', en: 'Sign one session out (`current`: this one)' },
    permission: 'session.own',
    params: z.object({ session: z.union([z.literal('current'), id]) }),
    answer: done,
  }),
  'PATCH /api/me': endpoint({
    says: { zh: '修改显示名、语言与联系方式', en: 'Change one’s name, language and contact' },
    permission: 'account.own',
    body: z.strictObject({ name: name.optional(), lang: lang.optional(), contact: contact.optional() }),
    answer: me,
  }),
  'PUT /api/me/password': endpoint({
    says: { zh: '修改密码', en: 'Change one’s password' },
    permission: 'account.own',
    body: z.strictObject({ old: z.string().max(200), password }),
    answer: me,
  }),
  'POST /api/me/terms': endpoint({
    says: { zh: '接受新条款', en: 'Accept new terms' },
    permission: 'account.own',
    body: z.strictObject({ edition: z.int().min(1) }),
    answer: me,
  }),
  'POST /api/me/closing': endpoint({
    says: { zh: '注销账号', en: 'Close one’s account' },
    permission: 'account.close',
    body: z.strictObject({ rv, password: z.string().max(200) }),
    answer: done,
  }),
  'POST /api/me/second-factor': endpoint({
    says: { zh: '开始设置两步验证', en: 'Begin to set up a second factor' },
    permission: 'account.own',
    body: z.strictObject({ password: z.string().max(200) }),
    answer: secondFactor,
    status: 201,
  }),
  'POST /api/me/second-factor/confirmation': endpoint({
    says: { zh: '确认两步验证', en: 'Confirm the second factor' },
    permission: 'account.own',
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
    answer: z.object({ recovery: z.array(z.string()), me }),
  }),
  'DELETE /api/me/second-factor': endpoint({
    says: { zh: '关闭两步验证', en: 'Give up the second factor' },
    permission: 'account.own',
    body: z.strictObject({ password: z.string().max(200), code: z.string().max(40) }),
    answer: me,
  }),
  'GET /api/me/tokens': endpoint({ says: { zh: '接口令牌', en: 'Tokens for programs' }, permission: 'account.own', answer: page(token) }),
  'POST /api/me/tokens': endpoint({
    says: { zh: '新建接口令牌', en: 'Make a token' },
    permission: 'account.own',
    body: newToken,
    answer: tokenMade,
    status: 201,
  }),
  'DELETE /api/me/tokens/:token': endpoint({
    says: { zh: '撤销接口令牌', en: 'End a token' },
    permission: 'account.own',
    params: z.object({ token: id }),
    answer: done,
  }),
  'PUT /api/files': endpoint({
    says: {
      zh: '上传图片或证件（原始字节；X-Content-SHA256、Content-Length）',
      en: 'Put a picture or paper (raw bytes; X-Content-SHA256, Content-Length)',
    },
    permission: 'document.upload',
    kind: 'bytes',
    types: ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'],
    answer: fileStored,
    status: 201,
    scope: 'upload',
  }),
  'GET /api/files/:file': endpoint({
    says: { zh: '查看自己上传的文件', en: 'A file of one’s own' },
    permission: 'document.upload',
    params: z.object({ file: sha256 }),
    kind: 'file',
    types: ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'],
    answer: z.unknown(),
  }),
  'GET /api/entity': endpoint({
    says: { zh: '自己的主体', en: 'The entity of one’s account' },
    permission: 'entity.enter',
    answer: entity,
  }),
  'PUT /api/entity': endpoint({
    says: { zh: '填写主体', en: 'Enter the entity' },
    permission: 'entity.enter',
    body: entityForm,
    answer: entity,
  }),
  'POST /api/entity/submission': endpoint({
    says: { zh: '提交主体核验，或补充后再次提交', en: 'Hand the entity to be checked, or again with what was asked' },
    permission: 'entity.enter',
    body: z.strictObject({ rv, reply: z.string().trim().max(2000).optional() }),
    answer: entity,
  }),
  'GET /api/documents': endpoint({ says: { zh: '资质文件', en: 'One’s papers' }, permission: 'document.upload', answer: page(document) }),
  'POST /api/documents': endpoint({
    says: { zh: '登记资质文件', en: 'Enter a paper' },
    permission: 'document.upload',
    body: newDocument,
    answer: document,
    status: 201,
  }),
  'POST /api/documents/:document/withdrawal': endpoint({
    says: { zh: '撤回资质文件', en: 'Withdraw a paper' },
    permission: 'document.upload',
    params: z.object({ document: id }),
    body: z.strictObject({ rv }),
    answer: document,
  }),
  'GET /api/certification': endpoint({
    says: { zh: '认证状态', en: 'How certification stands' },
    permission: 'certification.apply',
    answer: certification,
  }),
  'POST /api/certification': endpoint({
    says: { zh: '申请认证', en: 'Apply for certification' },
    permission: 'certification.apply',
    body: z.strictObject({ papers: z.array(id).min(1).max(10) }),
    answer: certification,
    status: 201,
  }),
} as const

export { reason }
export type Me = z.infer<typeof me>
export type Here = z.infer<typeof here>
export type Registration = z.input<typeof registration>
export type EntityForm = z.input<typeof entityForm>
export type Entity = z.infer<typeof entity>
export type Document = z.infer<typeof document>
export type Certification = z.infer<typeof certification>
export type Token = z.infer<typeof token>
export type SessionRow = z.infer<typeof session>
