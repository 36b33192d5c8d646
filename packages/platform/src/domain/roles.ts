/**
 * The permission matrix: the one place that says which role may do what. Transitions, routes and pages name a permission
 * and never a role; what no row gives is denied.
 */
import type { Role, Text } from './words.ts'

interface Grant {
  readonly name: Text
  readonly roles: readonly Role[]
}
const grant = (zh: string, en: string, ...roles: Role[]): Grant => ({ name: { zh, en }, roles })

const OWNERS = ['developer', 'program-admin'] as const
const REVIEWERS = ['reviewer', 'senior-reviewer'] as const
const READERS = ['outside-reviewer', ...REVIEWERS] as const
/** Everybody who signs in to work for the platform. */
export const STAFF = [
  'outside-reviewer',
  'reviewer',
  'senior-reviewer',
  'appeals',
  'complaints',
  'entity-checker',
  'policy-editor',
  'operator',
  'auditor',
] as const satisfies readonly Role[]
const PEOPLE = ['visitor', 'complainant', ...OWNERS, ...STAFF] as const

const MATRIX = {
  // The public side.
  'directory.see': grant('查看公开目录', 'see the public directory', ...PEOPLE),
  'queue-numbers.see': grant('查看公开的排队数字', 'see the public queue numbers', ...PEOPLE),
  'rulebook.see': grant('查看规则', 'read the rulebook', ...PEOPLE),
  'session.open': grant('登录', 'sign in', ...PEOPLE),
  'session.own': grant('管理自己的会话', 'manage one’s own sessions', ...OWNERS, ...STAFF),
  // Accounts and entities.
  'account.register': grant('注册账号', 'register an account', 'visitor'),
  'account.verify-mail': grant('验证邮箱', 'verify an e-mail address', 'visitor', ...OWNERS),
  'account.own': grant('管理自己的账号', 'manage one’s own account', ...OWNERS, ...STAFF),
  'account.close': grant('注销自己的账号', 'close one’s own account', ...OWNERS),
  'entity.enter': grant('填写和补充主体资料', 'enter and complete entity details', ...OWNERS),
  'entity.check': grant('核验主体', 'check entities', 'entity-checker'),
  'identity-papers.see': grant('查看身份证件', 'see identity papers', 'entity-checker'),
  'personal-data.see': grant('查看未遮盖的个人信息', 'see personal data unmasked', 'entity-checker', 'complaints', 'appeals'),
  'document.upload': grant('上传资质文件', 'upload documents', ...OWNERS),
  'document.check': grant('核对资质文件', 'check documents', 'entity-checker'),
  'document.reverse': grant('推翻资质核对结果', 'reverse a document check', 'entity-checker', 'appeals'),
  'certification.apply': grant('申请认证', 'apply for certification', ...OWNERS),
  'certification.advise': grant('出具认证意见', 'give an opinion on a certification', 'outside-reviewer'),
  'certification.decide': grant('决定认证', 'decide certifications', 'entity-checker'),
  'certification.reverse': grant('推翻认证决定', 'reverse a certification', 'entity-checker', 'appeals'),
  // Programs and versions.
  'program.create': grant('创建小程序', 'create a program', ...OWNERS),
  'program.own': grant('查看自己的小程序', 'see one’s own programs', ...OWNERS),
  'program.manage': grant('隐藏、显示或注销小程序', 'hide, show or close a program', 'program-admin'),
  'program.members': grant('管理成员和体验者', 'manage members and testers', 'program-admin'),
  'listing.edit': grant('编辑小程序资料', 'edit a listing', ...OWNERS),
  'version.upload': grant('上传代码包', 'upload a package', ...OWNERS),
  'version.share': grant('发布体验版', 'share a trial version', ...OWNERS),
  'version.submit': grant('提交审核', 'submit for review', ...OWNERS),
  'version.withdraw': grant('撤回审核', 'withdraw a submission', ...OWNERS),
  'version.answer': grant('回复审核员', 'answer the reviewer', ...OWNERS),
  'version.expedite': grant('申请加急', 'ask for an expedited review', 'program-admin'),
  'version.release': grant('发布、灰度和回退', 'release, raise and roll back', 'program-admin'),
  // Review.
  'queue.see': grant('查看审核队列', 'see review queues', ...READERS),
  'review.claim': grant('领取审核任务', 'claim an item', ...READERS),
  'review.recommend': grant('给出审核建议', 'recommend a decision', 'outside-reviewer'),
  'review.decide': grant('作出审核决定', 'decide on a version', ...REVIEWERS),
  'review.confirm': grant('复核影响较大的决定', 'confirm decisions of high impact', 'senior-reviewer'),
  'evidence.see': grant('查看证据', 'see evidence', ...READERS, 'appeals', 'complaints'),
  'code.see': grant('查看代码', 'see code', ...READERS, 'appeals'),
  'test-account.see': grant('查看测试账号', 'see test accounts', ...READERS),
  'release.stop': grant('暂停灰度', 'pause a gray release', 'senior-reviewer'),
  'penalty.propose': grant('提出处罚', 'propose a penalty', 'senior-reviewer'),
  'penalty.confirm': grant('确认处罚', 'confirm a penalty', 'senior-reviewer'),
  'blocklist.edit': grant('编辑封禁名单', 'edit the blocklist', 'senior-reviewer'),
  'lead.see': grant('查看审核负责人面板', 'see the lead’s view', 'senior-reviewer', 'auditor'),
  'quality.see': grant('查看审核质量', 'see review quality', 'senior-reviewer', 'auditor'),
  // Decisions, appeals, complaints, duties.
  'decision.own': grant('查看关于自己的决定', 'see decisions about oneself', ...OWNERS, 'complainant'),
  'decision.see': grant('查看全部决定', 'see all decisions', ...REVIEWERS, 'appeals', 'complaints', 'auditor'),
  'appeal.file': grant('提出申诉', 'appeal', ...OWNERS, 'complainant'),
  'appeal.decide': grant('处理申诉', 'decide appeals', 'appeals'),
  'complaint.file': grant('提出投诉', 'complain', 'visitor', 'complainant', ...OWNERS),
  'complaint.handle': grant('处理投诉', 'handle complaints', 'complaints'),
  'duty.attest': grant('履行义务并提交证明', 'attest a duty', ...OWNERS),
  'duty.verify': grant('核实义务履行', 'verify a duty', 'complaints'),
  // Rules, operation, audit.
  'rulebook.edit': grant('编辑规则', 'edit the rulebook', 'policy-editor'),
  'rulebook.confirm': grant('确认规则变更', 'confirm a change of rules', 'policy-editor'),
  'role.grant': grant('提出授予或收回角色', 'propose to grant or take a role', 'operator'),
  'role.confirm': grant('确认角色变更', 'confirm a change of roles', 'operator'),
  'operation.see': grant('查看运行状况', 'see the state of operation', 'operator'),
  'operation.switch': grant('使用紧急开关', 'use emergency switches', 'operator'),
  'audit.read': grant('查看审计日志', 'read the audit log', 'auditor'),
  'audit.verify': grant('校验审计日志', 'verify the audit log', 'auditor', 'operator'),
} as const satisfies Record<string, Grant>

export type Permission = keyof typeof MATRIX
export const PERMISSIONS = Object.keys(MATRIX) as readonly Permission[]

const holders = new Map<string, ReadonlySet<Role>>(PERMISSIONS.map((permission) => [permission, new Set<Role>(MATRIX[permission].roles)]))

/** Whether a role holds a permission. What the matrix does not name is denied, for unknown names too. */
export const may = (role: Role, permission: string): boolean => holders.get(permission)?.has(role) === true

/** The roles that hold a permission. */
export const rolesWith = (permission: Permission): readonly Role[] => MATRIX[permission].roles

/** What a role may do. */
export const permissionsOf = (role: Role): readonly Permission[] => PERMISSIONS.filter((permission) => may(role, permission))

/** What a permission is called. */
export const permissionName = (permission: Permission): Text => MATRIX[permission].name

/** Of the roles that somebody holds, the first that has the permission: the role they act in. */
export const roleFor = (held: readonly Role[], permission: string): Role | null =>
  held.find((role) => role !== 'system' && may(role, permission)) ?? null
