/** Conditions that the tables share. All fail closed: a value that nobody loaded holds nothing, neither `is` nor `isNot`. */
import type { Facts, Guard, Value } from './table.ts'
import type { Text } from './words.ts'

const value = (facts: Facts, key: string): Value | undefined => facts.values[key]
const otherEntity = ({ actor, owner }: Facts) => actor.entity === null || actor.entity !== owner.entity

/** The value is true. */
export const is = (key: string, otherwise: Text): Guard => ({
  name: key,
  asks: [key],
  holds: (facts) => value(facts, key) === true,
  otherwise,
})
/** The value was loaded and is false. */
export const isNot = (key: string, otherwise: Text): Guard => ({
  name: `not-${key}`,
  asks: [key],
  holds: (facts) => value(facts, key) === false,
  otherwise,
})
/** The value is this one. */
export const equals = (key: string, wanted: Value, otherwise: Text): Guard => ({
  name: `${key}=${wanted}`,
  asks: [key],
  holds: (facts) => value(facts, key) === wanted,
  otherwise,
})
/** It came to its present state from one of these. */
export const was = (...states: readonly string[]): Guard => ({
  name: `was-${states.join('-or-')}`,
  asks: [],
  holds: ({ prior }) => prior !== null && states.includes(prior),
  otherwise: { zh: '不能恢复到先前的状态', en: 'it cannot go back to what it was before' },
})

export const own: Guard = {
  name: 'own',
  asks: [],
  holds: ({ actor, owner }) => actor.id !== null && owner.accounts.includes(actor.id),
  otherwise: { zh: '只能操作自己的内容', en: 'this belongs to somebody else' },
}
/** Nobody decides about themselves, their firm, or a firm related to it. */
export const notOwn: Guard = {
  name: 'not-own',
  asks: ['related'],
  holds: (facts) =>
    facts.actor.id !== null && !facts.owner.accounts.includes(facts.actor.id) && otherEntity(facts) && value(facts, 'related') === false,
  otherwise: { zh: '不能审核自己或关联主体的内容', en: 'nobody reviews what is their own or a related entity’s' },
}
/** The second person of an act is another one than the first. */
export const secondPerson: Guard = {
  name: 'second-person',
  asks: ['firstPerson'],
  holds: (facts) => facts.actor.id !== null && value(facts, 'firstPerson') !== undefined && value(facts, 'firstPerson') !== facts.actor.id,
  otherwise: { zh: '需要另一个人来确认', en: 'another person has to confirm this' },
}
/** Whoever began it. */
export const author: Guard = {
  name: 'author',
  asks: ['firstPerson'],
  holds: (facts) => facts.actor.id !== null && value(facts, 'firstPerson') === facts.actor.id,
  otherwise: { zh: '这是别人的草稿', en: 'the draft is somebody else’s' },
}
/** Whoever judges an appeal has had no part in the matter. */
export const fresh: Guard = {
  name: 'fresh',
  asks: [],
  holds: ({ actor, before }) => actor.id !== null && !before.includes(actor.id),
  otherwise: { zh: '经手过这件事的人不能处理申诉', en: 'whoever had a part in this may not judge the appeal' },
}
export const leased: Guard = {
  name: 'leased',
  asks: ['leaseHolder', 'leaseUntil'],
  holds: (facts) => {
    const until = value(facts, 'leaseUntil')
    return facts.actor.id !== null && value(facts, 'leaseHolder') === facts.actor.id && typeof until === 'number' && facts.now < until
  },
  otherwise: { zh: '这一项由别人领取，或者领取已过期', en: 'somebody else holds this item, or your lease has run out' },
}
/** A decision is about bytes: those of the version as it now is. */
export const sameBytes: Guard = {
  name: 'same-bytes',
  asks: ['sha256', 'decidedSha256'],
  holds: (facts) => typeof value(facts, 'sha256') === 'string' && value(facts, 'sha256') === value(facts, 'decidedSha256'),
  otherwise: { zh: '决定针对的不是现在这个包', en: 'the decision was made on other bytes than these' },
}
/** The heart: an effective decision approves exactly these bytes. */
export const approvedBytes: Guard = {
  name: 'approved-bytes',
  asks: ['sha256', 'approvedSha256'],
  holds: (facts) => typeof value(facts, 'sha256') === 'string' && value(facts, 'sha256') === value(facts, 'approvedSha256'),
  otherwise: { zh: '这个包没有生效的通过决定', en: 'no decision in force approves these bytes' },
}
/** A decision in force says that this be done. */
export const ordered = (action: string): Guard => ({
  name: `ordered-${action}`,
  asks: ['orderedAction'],
  holds: (facts) => value(facts, 'orderedAction') === action,
  otherwise: { zh: '没有生效的决定', en: 'no decision in force says so' },
})

const COMPLETE = { zh: '决定缺少条款、证据或修改方法', en: 'the decision lacks its clause, its evidence or how to mend it' }
export const complete = is('decisionComplete', COMPLETE)
export const light = isNot('highImpact', { zh: '影响较大，需要第二个人确认', en: 'it weighs enough to need a second person' })
export const heavy = is('highImpact', { zh: '不需要第二个人确认', en: 'no second person is needed' })
/** It is the undoing of a decision of this kind, and nothing else, that leads here. */
export const undone = (...actions: readonly string[]): Guard => ({
  name: `undone-${actions.join('-or-')}`,
  asks: ['undoneAction'],
  holds: (facts) => {
    const action = value(facts, 'undoneAction')
    return typeof action === 'string' && actions.includes(action)
  },
  otherwise: { zh: '只有推翻原决定才能这样做', en: 'only the reversal of the decision does this' },
})
export const accountActive = is('accountActive', {
  zh: '账号还没有完成实名，或者受到限制',
  en: 'the account is not verified, or is limited',
})
export const reasonGiven = is('reasonGiven', { zh: '需要用中文和英文写明理由', en: 'a reason is needed, in Chinese and in English' })
