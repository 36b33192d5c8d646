/** An account, from an unused e-mail address to a verified person or firm, and what may befall it. */
import { equals, fresh, is, isNot, notOwn, ordered, own, reasonGiven, secondPerson, undone } from '../guards.ts'
import type { Effect, Guard, Machine, Row } from '../table.ts'
import { DAY } from '../words.ts'

const mail = (template: string): Effect => ({ do: 'mail', template, to: 'owner' })
const UNTIL: Effect = { do: 'timer', event: 'penalty-end', after: 'penalty-end' }
const penal = (action: string): readonly Guard[] => [notOwn, secondPerson, ordered(action)]

/** Where an account stands once a penalty is gone: what other penalties leave, and whether it was ever verified. */
const STANDINGS = [
  { left: 'suspend', verified: null, to: 'suspended', effects: [UNTIL] },
  { left: 'limit', verified: null, to: 'limited', effects: [UNTIL] },
  { left: 'none', verified: true, to: 'active', effects: [] },
  { left: 'none', verified: false, to: 'unverified-entity', effects: [] },
] as const
const STILL = { zh: '还有其他处罚没有结束', en: 'another penalty is still in force' }
const standing = (row: Omit<Row, 'to'>): readonly Row[] =>
  STANDINGS.map(({ left, verified, to, effects }) => ({
    ...row,
    to,
    guards: [
      ...(row.guards ?? []),
      equals('penaltyLeft', left, STILL),
      ...(verified === null ? [] : [equals('verified', verified, { zh: '主体没有核验', en: 'the entity was not verified' })]),
    ],
    effects: [...effects, ...(row.effects ?? [])],
  }))

export const ACCOUNT: Machine = {
  subject: 'account',
  states: {
    new: 'timer',
    'unverified-entity': 'owner',
    'entity-review': 'queue',
    'needs-info': 'timer',
    active: 'settled',
    'dormant-warned': 'timer',
    limited: 'timer',
    suspended: 'timer',
    banned: 'settled',
    terminated: 'timer',
    freed: 'last',
  },
  names: {
    new: { zh: '待验证邮箱', en: 'e-mail to be verified' },
    'unverified-entity': { zh: '待填写主体', en: 'entity to be entered' },
    'entity-review': { zh: '主体核验中', en: 'entity being checked' },
    'needs-info': { zh: '待补充主体资料', en: 'entity details wanted' },
    active: { zh: '正常', en: 'active' },
    'dormant-warned': { zh: '长期未使用，即将注销', en: 'unused for long, about to be closed' },
    limited: { zh: '部分能力受限', en: 'limited' },
    suspended: { zh: '暂停使用', en: 'suspended' },
    banned: { zh: '封禁', en: 'banned' },
    terminated: { zh: '已注销，保留期内', en: 'closed, within the keeping period' },
    freed: { zh: '已注销，邮箱已释放', en: 'closed, e-mail free again' },
  },
  rows: [
    {
      from: ['none'],
      event: 'register',
      to: 'new',
      by: ['account.register'],
      guards: [
        is('mailFree', { zh: '这个邮箱不能用于注册', en: 'this address cannot be used to register' }),
        is('termsAccepted', { zh: '需要先接受服务条款', en: 'the terms have to be accepted first' }),
      ],
      effects: [mail('verify-mail'), { do: 'timer', event: 'abandon', after: 7 * DAY }],
    },
    {
      from: ['new'],
      event: 'verify-mail',
      to: 'unverified-entity',
      by: ['account.verify-mail'],
      guards: [is('tokenValid', { zh: '验证链接无效或已过期', en: 'the link is not valid any more' })],
    },
    { from: ['new'], event: 'abandon', to: 'freed', by: ['system'] },
    {
      from: ['unverified-entity'],
      event: 'submit-entity',
      to: 'entity-review',
      by: ['entity.enter'],
      guards: [
        own,
        is('entityComplete', { zh: '主体资料或证件没有交齐', en: 'entity details or papers are missing' }),
        is('guardianReady', { zh: '未成年人需要监护人同意', en: 'a minor needs a guardian’s consent' }),
      ],
      effects: [{ do: 'notify' }],
    },
    {
      from: ['entity-review'],
      event: 'verify',
      to: 'active',
      by: ['entity.check'],
      guards: [notOwn],
      effects: [mail('entity-verified')],
      inverse: 'unverify',
    },
    {
      from: ['entity-review'],
      event: 'refuse',
      to: 'unverified-entity',
      by: ['entity.check'],
      guards: [notOwn, reasonGiven],
      effects: [mail('entity-refused')],
      inverse: 'submit-entity',
    },
    {
      from: ['entity-review'],
      event: 'ask',
      to: 'needs-info',
      by: ['entity.check'],
      guards: [notOwn, reasonGiven],
      effects: [mail('entity-question'), { do: 'timer', event: 'no-reply', after: 30 * DAY }],
    },
    { from: ['needs-info'], event: 'reply', to: 'entity-review', by: ['entity.enter'], guards: [own], effects: [{ do: 'notify' }] },
    { from: ['needs-info'], event: 'no-reply', to: 'unverified-entity', by: ['system'], effects: [mail('entity-no-reply')] },
    // A check that turns out wrong, or a change of entity, sends it back to be checked again by somebody else.
    {
      from: ['active'],
      event: 'unverify',
      to: 'entity-review',
      by: ['entity.check'],
      guards: [notOwn, fresh, reasonGiven],
      effects: [mail('entity-again')],
    },
    // Left alone for eleven months; a month later the e-mail address is free again.
    {
      from: ['active'],
      event: 'inactive',
      to: 'dormant-warned',
      by: ['system'],
      guards: [is('longUnused', { zh: '账号还在使用', en: 'the account is in use' })],
      effects: [mail('dormant'), { do: 'timer', event: 'end-dormant', after: 30 * DAY }],
    },
    { from: ['dormant-warned'], event: 'login', to: 'active', by: ['account.own'], guards: [own] },
    {
      from: ['dormant-warned'],
      event: 'end-dormant',
      to: 'terminated',
      by: ['system'],
      effects: [mail('closed'), { do: 'job', queue: 'account-ended' }, { do: 'timer', event: 'free', after: 30 * DAY }],
    },
    // Penalties: a decision in force orders them, and it had a second person.
    {
      from: ['active', 'dormant-warned'],
      event: 'limit',
      to: 'limited',
      by: ['penalty.confirm'],
      guards: penal('limit'),
      effects: [mail('penalty'), UNTIL],
      inverse: 'lift',
    },
    {
      from: ['active', 'dormant-warned', 'limited'],
      event: 'suspend',
      to: 'suspended',
      by: ['penalty.confirm'],
      guards: penal('suspend'),
      effects: [mail('penalty'), UNTIL],
      inverse: 'lift',
    },
    {
      from: ['unverified-entity', 'entity-review', 'needs-info', 'active', 'dormant-warned', 'limited', 'suspended'],
      event: 'ban',
      to: 'banned',
      by: ['penalty.confirm'],
      guards: penal('ban'),
      effects: [mail('penalty'), { do: 'job', queue: 'account-ended' }],
      inverse: 'lift',
    },
    {
      from: ['unverified-entity', 'entity-review', 'needs-info', 'active', 'dormant-warned', 'limited', 'suspended', 'banned'],
      event: 'terminate',
      to: 'terminated',
      by: ['penalty.confirm'],
      guards: penal('terminate'),
      effects: [mail('penalty'), { do: 'job', queue: 'account-ended' }, { do: 'timer', event: 'free', after: 30 * DAY }],
      inverse: 'lift',
    },
    ...standing({ from: ['limited', 'suspended'], event: 'penalty-end', by: ['system'], effects: [mail('penalty-over')] }),
    ...standing({
      from: ['limited', 'suspended', 'banned', 'terminated'],
      event: 'lift',
      by: ['appeal.decide', 'penalty.confirm'],
      guards: [notOwn, undone('limit', 'suspend', 'ban', 'terminate')],
      effects: [mail('penalty-lifted')],
    }),
    // The owner leaves. Whoever is suspended or banned cannot shed that by leaving.
    {
      from: ['unverified-entity', 'entity-review', 'needs-info', 'active', 'dormant-warned', 'limited'],
      event: 'close',
      to: 'terminated',
      by: ['account.close'],
      guards: [own, isNot('dutyOpen', { zh: '还有没有履行完的义务', en: 'a duty is still open' })],
      effects: [mail('closed'), { do: 'job', queue: 'account-ended' }, { do: 'timer', event: 'free', after: 30 * DAY }],
    },
    { from: ['terminated'], event: 'free', to: 'freed', by: ['system'] },
  ],
}
