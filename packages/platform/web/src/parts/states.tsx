/** States in colours: the same everywhere. */
import type { ReactNode } from 'react'
import type { Text } from '../../../src/contract/index.ts'
import { useSay } from '../words/look.tsx'
import { VERSION_STATES } from '../words/states.ts'
import { Tag, type Tone } from './controls.tsx'

const TONES: Readonly<Record<string, Tone>> = {
  live: 'success',
  listed: 'success',
  approved: 'success',
  active: 'success',
  valid: 'success',
  certified: 'success',
  effective: 'success',
  gray: 'primary',
  trial: 'primary',
  checked: 'primary',
  'in-auto': 'primary',
  'auto-ok': 'primary',
  'awaiting-human': 'primary',
  'in-human': 'primary',
  'entity-review': 'primary',
  uploaded: 'primary',
  pending: 'primary',
  held: 'warning',
  'needs-info': 'warning',
  postponed: 'warning',
  warned: 'warning',
  expiring: 'warning',
  lapsed: 'warning',
  appealed: 'warning',
  limited: 'warning',
  'dormant-warned': 'warning',
  rejected: 'danger',
  refused: 'danger',
  'refused-intake': 'danger',
  pulled: 'danger',
  'taken-down': 'danger',
  banned: 'danger',
  terminated: 'danger',
  suspended: 'danger',
  expired: 'danger',
}
export const toneOf = (state: string): Tone => TONES[state] ?? 'default'
export const State = ({ state, name }: { readonly state: string; readonly name: Text }) => {
  const say = useSay()
  return <Tag tone={toneOf(state)}>{say(name)}</Tag>
}

const PLATFORMS: Readonly<Record<string, readonly [string, string]>> = { wechat: ['微信', 'WeChat'], douyin: ['抖音', 'Douyin'] }
export const Platform = ({ of }: { readonly of: string }): ReactNode => {
  const say = useSay()
  const [zh, en] = PLATFORMS[of] ?? [of, of]
  return <span className={`platform platform--${of}`}>{say(zh, en)}</span>
}

const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  person: ['个人', 'Person'],
  company: ['企业', 'Company'],
  government: ['政府机构', 'Government body'],
  other: ['其他组织', 'Other organisation'],
}
export const useKind = () => {
  const say = useSay()
  return (kind: string) => say(...(KINDS[kind] ?? [kind, kind]))
}
/** Papers that say who somebody is. Documents that categories ask for are called as the category calls them. */
export const PAPER_KINDS = [
  ['identity', '身份证件', 'Identity paper'],
  ['licence', '营业执照', 'Business licence'],
  ['authority', '授权书', 'Letter of authority'],
  ['guardian', '监护人同意书', 'Guardian’s agreement'],
  ['other', '其他', 'Other'],
] as const
export const usePaperKind = () => {
  const say = useSay()
  return (kind: string) => {
    const found = PAPER_KINDS.find(([id]) => id === kind)
    return found === undefined ? kind : say(found[1], found[2])
  }
}
/** What a state of a version is called, where the server says only its id. */
export const useVersionState = () => {
  const say = useSay()
  return (state: string) => {
    const name = VERSION_STATES[state]
    return name === undefined ? state : say(name)
  }
}
const ROLES: Readonly<Record<string, readonly [string, string]>> = {
  developer: ['开发者', 'developer'],
  'program-admin': ['小程序管理员', 'program administrator'],
  'outside-reviewer': ['外部审核员', 'outside reviewer'],
  reviewer: ['审核员', 'reviewer'],
  'senior-reviewer': ['高级审核员', 'senior reviewer'],
  appeals: ['申诉处理员', 'appeals officer'],
  complaints: ['投诉处理员', 'complaints officer'],
  'entity-checker': ['主体核验员', 'entity checker'],
  'policy-editor': ['规则编辑', 'policy editor'],
  operator: ['运维人员', 'operator'],
  auditor: ['审计员', 'auditor'],
  tester: ['体验者', 'tester'],
  system: ['平台', 'the platform'],
  visitor: ['访客', 'visitor'],
}
export const useRoleName = () => {
  const say = useSay()
  return (role: string) => say(...(ROLES[role] ?? [role, role]))
}
export const ROLE_IDS = Object.keys(ROLES).filter((role) => !['system', 'visitor', 'tester'].includes(role))
