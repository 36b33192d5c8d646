/** A mini program as people know it: its name and its place in the directory. What runs is a version. */
import { accountActive, is, notOwn, ordered, own, secondPerson, undone, was } from '../guards.ts'
import type { Effect, Machine, Row } from '../table.ts'

const mail = (template: string): Effect => ({ do: 'mail', template, to: 'owner' })
const OPEN = ['draft', 'listed', 'hidden', 'taken-down'] as const

const unban: readonly Row[] = OPEN.flatMap((state): readonly Row[] => [
  { from: ['banned'], event: 'unban', to: state, by: ['system'], guards: [was(state)], effects: [mail('penalty-over')] },
  {
    from: ['banned'],
    event: 'unban',
    to: state,
    by: ['appeal.decide', 'penalty.confirm'],
    guards: [notOwn, undone('ban'), was(state)],
    effects: [mail('penalty-lifted')],
  },
])

export const PROGRAM: Machine = {
  subject: 'program',
  states: { draft: 'owner', listed: 'settled', hidden: 'owner', 'taken-down': 'owner', banned: 'settled', terminated: 'last' },
  names: {
    draft: { zh: '未上线', en: 'not released' },
    listed: { zh: '已上线', en: 'released' },
    hidden: { zh: '已隐藏', en: 'hidden' },
    'taken-down': { zh: '已下架', en: 'taken down' },
    banned: { zh: '封禁', en: 'banned' },
    terminated: { zh: '已注销', en: 'closed' },
  },
  rows: [
    {
      from: ['none'],
      event: 'create',
      to: 'draft',
      by: ['program.create'],
      guards: [
        own,
        accountActive,
        is('nameAllowed', { zh: '名称不符合规则', en: 'the name breaks the rules for names' }),
        is('nameFree', { zh: '名称与已有的小程序相同或过于相近', en: 'the name is taken, or too near to one that is' }),
      ],
    },
    // Raised by the first version that is released, and by each later one.
    { from: ['draft', 'listed'], event: 'list', to: 'listed', by: ['system'] },
    { from: ['hidden'], event: 'list', to: 'hidden', by: ['system'] },
    {
      from: ['taken-down'],
      event: 'list',
      to: 'listed',
      by: ['system'],
      guards: [is('curable', { zh: '下架决定不允许重新上线', en: 'the take-down does not allow a new release' })],
    },
    { from: ['listed'], event: 'hide', to: 'hidden', by: ['program.manage'], guards: [own], inverse: 'show' },
    { from: ['hidden'], event: 'show', to: 'listed', by: ['program.manage'], guards: [own], inverse: 'hide' },
    {
      from: ['listed', 'hidden'],
      event: 'take-down',
      to: 'taken-down',
      by: ['penalty.confirm'],
      guards: [notOwn, secondPerson, ordered('take-down')],
      effects: [mail('taken-down')],
      inverse: 'restore',
    },
    // Nothing of it is public any more: the next release lists it again.
    { from: ['listed'], event: 'empty', to: 'draft', by: ['system'], inverse: 'list' },
    {
      from: ['taken-down'],
      event: 'restore',
      to: 'listed',
      by: ['appeal.decide', 'penalty.confirm'],
      guards: [notOwn, undone('take-down'), was('listed')],
      effects: [mail('restored')],
    },
    // Else hidden: its owner may show it, the platform does not put out what it is not sure of.
    {
      from: ['taken-down'],
      event: 'restore',
      to: 'hidden',
      by: ['appeal.decide', 'penalty.confirm'],
      guards: [notOwn, undone('take-down')],
      effects: [mail('restored')],
    },
    {
      from: OPEN,
      event: 'ban',
      to: 'banned',
      by: ['penalty.confirm'],
      guards: [notOwn, secondPerson, ordered('ban')],
      effects: [mail('penalty'), { do: 'timer', event: 'unban', after: 'penalty-end' }],
      inverse: 'unban',
    },
    ...unban,
    { from: [...OPEN, 'banned'], event: 'terminate', to: 'terminated', by: ['system'], effects: [{ do: 'job', queue: 'program-ended' }] },
    {
      from: OPEN,
      event: 'terminate',
      to: 'terminated',
      by: ['program.manage'],
      guards: [own],
      effects: [{ do: 'job', queue: 'program-ended' }],
    },
  ],
}
