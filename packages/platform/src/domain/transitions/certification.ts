/** Certification stands apart from registration, looks at papers only, and ends; an outside house may give its opinion (wx-tos 3). */
import { accountActive, fresh, is, notOwn, own, reasonGiven } from '../guards.ts'
import type { Machine } from '../table.ts'

export const CERTIFICATION: Machine = {
  subject: 'certification',
  states: { pending: 'queue', certified: 'timer', refused: 'settled', lapsed: 'settled' },
  names: {
    pending: { zh: '认证审核中', en: 'being certified' },
    certified: { zh: '已认证', en: 'certified' },
    refused: { zh: '认证未通过', en: 'certification refused' },
    lapsed: { zh: '认证已过期', en: 'certification lapsed' },
  },
  rows: [
    {
      from: ['none', 'refused', 'lapsed'],
      event: 'apply',
      to: 'pending',
      by: ['certification.apply'],
      guards: [own, accountActive, is('papersComplete', { zh: '认证材料没有交齐', en: 'papers for the certification are missing' })],
      effects: [{ do: 'notify' }],
    },
    {
      from: ['pending'],
      event: 'advise',
      to: 'pending',
      by: ['certification.advise'],
      guards: [notOwn, is('inScope', { zh: '不在你负责的范围内', en: 'not within your scope' }), reasonGiven],
    },
    {
      from: ['pending'],
      event: 'certify',
      to: 'certified',
      by: ['certification.decide'],
      guards: [notOwn],
      effects: [
        { do: 'mail', template: 'certified', to: 'owner' },
        { do: 'timer', event: 'expire', after: 'certification-expiry' },
      ],
      inverse: 'annul',
    },
    {
      from: ['pending'],
      event: 'refuse',
      to: 'refused',
      by: ['certification.decide'],
      guards: [notOwn, reasonGiven],
      effects: [{ do: 'mail', template: 'certification-refused', to: 'owner' }],
      inverse: 'annul',
    },
    { from: ['certified', 'refused'], event: 'annul', to: 'pending', by: ['certification.reverse'], guards: [notOwn, fresh, reasonGiven] },
    {
      from: ['certified'],
      event: 'expire',
      to: 'lapsed',
      by: ['system'],
      effects: [{ do: 'mail', template: 'certification-lapsed', to: 'owner' }],
    },
  ],
}
