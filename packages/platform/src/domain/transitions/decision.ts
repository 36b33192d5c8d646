/**
 * A decision never changes; what becomes of it does. It acts only when it is in force: at once, or after a second person.
 * What it orders is carried out on its subject in the same breath, and what takes that back is stored with it.
 */
import { author, complete, fresh, heavy, is, isNot, light, notOwn, own, secondPerson } from '../guards.ts'
import type { Machine } from '../table.ts'
import { DAY } from '../words.ts'

/** The states in which what a decision says holds. */
export const IN_FORCE = ['effective', 'appealed', 'affirmed', 'varied'] as const

const atReview = is('inReview', { zh: '它不在审核中', en: 'it is not under review' })
const elsewhere = isNot('inReview', { zh: '它在审核中', en: 'it is under review' })
const current = is('current', { zh: '决定之后内容有变化，请看过再定', en: 'things have changed since; look again' })

export const DECISION: Machine = {
  subject: 'decision',
  states: {
    drafted: 'timer',
    held: 'queue',
    effective: 'settled',
    returned: 'last',
    appealed: 'queue',
    affirmed: 'settled',
    varied: 'settled',
    reversed: 'last',
    overridden: 'last',
  },
  names: {
    drafted: { zh: '草稿', en: 'draft' },
    held: { zh: '待第二人确认', en: 'waits for a second person' },
    effective: { zh: '生效', en: 'in force' },
    returned: { zh: '未生效', en: 'never came into force' },
    appealed: { zh: '申诉中', en: 'under appeal' },
    affirmed: { zh: '申诉维持', en: 'upheld on appeal' },
    varied: { zh: '申诉变更', en: 'varied on appeal' },
    reversed: { zh: '申诉推翻', en: 'reversed on appeal' },
    overridden: { zh: '被后来的决定取代', en: 'overridden' },
  },
  rows: [
    { from: ['none'], event: 'draft', to: 'drafted', by: ['system'], effects: [{ do: 'timer', event: 'discard', after: 7 * DAY }] },
    {
      from: ['none'],
      event: 'draft',
      to: 'drafted',
      by: ['review.decide', 'penalty.propose'],
      guards: [notOwn],
      effects: [{ do: 'timer', event: 'discard', after: 7 * DAY }],
    },
    { from: ['drafted'], event: 'discard', to: 'returned', by: ['system'] },
    { from: ['drafted'], event: 'discard', to: 'returned', by: ['review.decide', 'penalty.propose'], guards: [author] },
    // The platform writes down what a deadline did by itself, which the decision before had announced.
    { from: ['none'], event: 'record', to: 'effective', by: ['system'], guards: [complete] },
    {
      from: ['drafted'],
      event: 'issue',
      to: 'effective',
      by: ['system'],
      guards: [complete, current, light],
      effects: [{ do: 'carry-out' }],
    },
    {
      from: ['drafted'],
      event: 'issue',
      to: 'effective',
      by: ['review.decide'],
      guards: [notOwn, complete, current, light],
      effects: [{ do: 'carry-out' }],
    },
    {
      from: ['drafted'],
      event: 'issue',
      to: 'held',
      by: ['system'],
      guards: [complete, current, heavy, atReview],
      effects: [{ do: 'act', event: 'hold' }, { do: 'notify' }],
    },
    {
      from: ['drafted'],
      event: 'issue',
      to: 'held',
      by: ['review.decide'],
      guards: [notOwn, complete, current, heavy, atReview],
      effects: [{ do: 'act', event: 'hold' }, { do: 'notify' }],
    },
    {
      from: ['drafted'],
      event: 'issue',
      to: 'held',
      by: ['penalty.propose'],
      guards: [notOwn, complete, current, heavy, elsewhere],
      effects: [{ do: 'notify' }],
    },
    {
      from: ['held'],
      event: 'confirm',
      to: 'effective',
      by: ['review.confirm'],
      guards: [notOwn, secondPerson, complete],
      effects: [{ do: 'carry-out' }],
    },
    {
      from: ['held'],
      event: 'return',
      to: 'returned',
      by: ['review.confirm'],
      guards: [notOwn, secondPerson, atReview],
      effects: [{ do: 'act', event: 'return' }],
    },
    { from: ['held'], event: 'return', to: 'returned', by: ['review.confirm'], guards: [notOwn, secondPerson, elsewhere] },
    { from: ['held'], event: 'lapse', to: 'returned', by: ['system'] },
    {
      from: ['effective'],
      event: 'appeal',
      to: 'appealed',
      by: ['appeal.file'],
      guards: [
        is('party', { zh: '只有当事人可以申诉', en: 'only those concerned may appeal' }),
        is('withinWindow', { zh: '申诉期已过', en: 'the time for an appeal is over' }),
        isNot('appealedBefore', { zh: '每个决定只能申诉一次', en: 'a decision may be appealed once' }),
      ],
      effects: [{ do: 'notify' }, { do: 'mail', template: 'appeal-received', to: 'owner' }],
    },
    { from: ['appealed'], event: 'withdraw-appeal', to: 'effective', by: ['appeal.file'], guards: [own] },
    {
      from: ['appealed'],
      event: 'affirm',
      to: 'affirmed',
      by: ['appeal.decide'],
      guards: [notOwn, fresh, complete],
      effects: [{ do: 'mail', template: 'appeal-decided', to: 'owner' }],
    },
    {
      from: ['appealed'],
      event: 'vary',
      to: 'varied',
      by: ['appeal.decide'],
      guards: [notOwn, fresh, complete],
      effects: [{ do: 'mail', template: 'appeal-decided', to: 'owner' }],
    },
    {
      from: ['appealed'],
      event: 'reverse',
      to: 'reversed',
      by: ['appeal.decide'],
      guards: [notOwn, fresh, complete],
      effects: [{ do: 'undo' }, { do: 'mail', template: 'appeal-decided', to: 'owner' }],
    },
    // Found to be wrong without an appeal.
    {
      from: ['effective', 'affirmed', 'varied'],
      event: 'override',
      to: 'overridden',
      by: ['penalty.confirm'],
      guards: [notOwn, secondPerson, complete],
      effects: [{ do: 'undo' }, { do: 'mail', template: 'decision-taken-back', to: 'owner' }],
    },
  ],
}
