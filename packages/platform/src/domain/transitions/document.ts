/** A paper that a category or a capability asks for: checked by a person, warned of before it ends, and without effect after. */
import { fresh, is, notOwn, own, reasonGiven } from '../guards.ts'
import type { Machine } from '../table.ts'

export const DOCUMENT: Machine = {
  subject: 'document',
  states: { uploaded: 'queue', valid: 'settled', expiring: 'timer', expired: 'last', refused: 'settled', withdrawn: 'last' },
  names: {
    uploaded: { zh: '待核对', en: 'to be checked' },
    valid: { zh: '有效', en: 'valid' },
    expiring: { zh: '即将到期', en: 'about to end' },
    expired: { zh: '已过期', en: 'ended' },
    refused: { zh: '未通过核对', en: 'refused' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
  },
  rows: [
    { from: ['none'], event: 'upload', to: 'uploaded', by: ['document.upload'], guards: [own], effects: [{ do: 'notify' }] },
    {
      from: ['uploaded'],
      event: 'accept',
      to: 'valid',
      by: ['document.check'],
      guards: [notOwn, is('notEnded', { zh: '文件已经过期', en: 'the paper has ended already' })],
      effects: [
        { do: 'mail', template: 'document-valid', to: 'owner' },
        { do: 'timer', event: 'warn', after: 'document-warning' },
      ],
      inverse: 'annul',
    },
    {
      from: ['uploaded'],
      event: 'refuse',
      to: 'refused',
      by: ['document.check'],
      guards: [notOwn, reasonGiven],
      effects: [{ do: 'mail', template: 'document-refused', to: 'owner' }],
      inverse: 'annul',
    },
    {
      from: ['valid'],
      event: 'warn',
      to: 'expiring',
      by: ['system'],
      effects: [
        { do: 'mail', template: 'document-expiring', to: 'owner' },
        { do: 'timer', event: 'expire', after: 'document-expiry' },
      ],
    },
    {
      from: ['expiring'],
      event: 'expire',
      to: 'expired',
      by: ['system'],
      // What the category allowed is held back until a new paper is checked.
      effects: [
        { do: 'mail', template: 'document-expired', to: 'owner' },
        { do: 'job', queue: 'document-expired' },
      ],
    },
    {
      from: ['valid', 'expiring', 'refused'],
      event: 'annul',
      to: 'uploaded',
      by: ['document.reverse'],
      guards: [notOwn, fresh, reasonGiven],
    },
    { from: ['uploaded', 'valid', 'expiring', 'refused'], event: 'withdraw', to: 'withdrawn', by: ['document.upload'], guards: [own] },
  ],
}
