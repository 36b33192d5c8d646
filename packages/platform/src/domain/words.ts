/** The words of the platform's domain: subjects, roles, actors, moments. Pure types; nothing here knows of a database or the net. */

/** Said in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** What has a state of its own. The last five stand here as names; their machines come on the same table. */
export const SUBJECTS = [
  'account',
  'certification',
  'document',
  'program',
  'version',
  'decision',
  'complaint',
  'penalty',
  'appeal',
  'duty',
  'rulebook',
] as const
export type Subject = (typeof SUBJECTS)[number]

/**
 * Who acts. Deny by default: a role may do what the matrix (roles.ts) names and nothing else.
 * `system` is the platform's own timers and jobs; no person ever holds it.
 */
export const ROLES = [
  'visitor',
  'complainant',
  'developer',
  'program-admin',
  'outside-reviewer',
  'reviewer',
  'senior-reviewer',
  'appeals',
  'complaints',
  'entity-checker',
  'policy-editor',
  'operator',
  'auditor',
  'system',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  visitor: { zh: '访客', en: 'visitor' },
  complainant: { zh: '投诉人', en: 'complainant' },
  developer: { zh: '开发者', en: 'developer' },
  'program-admin': { zh: '小程序管理员', en: 'program administrator' },
  'outside-reviewer': { zh: '外部审核员', en: 'outside reviewer' },
  reviewer: { zh: '审核员', en: 'reviewer' },
  'senior-reviewer': { zh: '高级审核员', en: 'senior reviewer' },
  appeals: { zh: '申诉处理员', en: 'appeals officer' },
  complaints: { zh: '投诉处理员', en: 'complaints officer' },
  'entity-checker': { zh: '主体核验员', en: 'entity checker' },
  'policy-editor': { zh: '规则编辑', en: 'policy editor' },
  operator: { zh: '运维人员', en: 'operator' },
  auditor: { zh: '审计员', en: 'auditor' },
  system: { zh: '平台自动', en: 'the platform itself' },
}

/** Whoever does something: the account, the one role it does it in, and on whose behalf. */
export interface Actor {
  /** Account id; null for visitors and for the platform itself. */
  readonly id: string | null
  readonly role: Role
  /** Entity the account belongs to: nobody decides about their own. */
  readonly entity: string | null
  /** Account id of whoever set off what the platform now does by itself. */
  readonly onBehalf?: string
}
/** The platform's timers and jobs. */
export const SYSTEM: Actor = { id: null, role: 'system', entity: null }

/** Milliseconds since 1970, from an injected clock. */
export type Moment = number
export interface Clock {
  now(): Moment
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
