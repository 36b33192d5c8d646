/** The profiles that come along. A profile is a person with a telephone: what they answer, what they hold in hand. */
import type { Profile } from './types.ts'

const base: Profile = {
  id: 'accept-all',
  system: 'android',
  envVersion: 'release',
  networkType: 'wifi',
  latency: 0,
  daysAhead: 0,
  theme: 'light',
  loggedIn: true,
  answers: {},
  permissions: 'allow',
  modals: 'allow',
  payment: 'allow',
  answerDelay: 350,
}
export const profiles = {
  'accept-all': base,
  'deny-all': { ...base, id: 'deny-all', permissions: 'deny', modals: 'deny', payment: 'deny' },
  /** Says yes to what the program itself asks, and no to the platform: no permission, no payment, no account. */
  refusing: { ...base, id: 'refusing', loggedIn: false, permissions: 'deny', payment: 'deny' },
  /** Gives something the first time and refuses it ever after. */
  fickle: { ...base, id: 'fickle', permissions: ['allow', 'deny'], payment: ['allow', 'deny'] },
  /** Refuses first and gives in the second time. */
  hesitant: { ...base, id: 'hesitant', permissions: ['deny', 'allow'], payment: ['deny', 'allow'] },
  /** Nothing is answered but by whoever drives. */
  'by-hand': { ...base, id: 'by-hand', permissions: 'hand', modals: 'hand', payment: 'hand' },
  ios: { ...base, id: 'ios', system: 'ios' },
  'slow-4g': { ...base, id: 'slow-4g', networkType: '4g', latency: 2000 },
  develop: { ...base, id: 'develop', envVersion: 'develop' },
  trial: { ...base, id: 'trial', envVersion: 'trial' },
  later: { ...base, id: 'later', daysAhead: 45 },
} as const satisfies Record<string, Profile>
export type ProfileName = keyof typeof profiles
