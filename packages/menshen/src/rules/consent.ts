/**
 * What counts as telling the user first: the one convention that every rule about data follows. docs/conventions.md says
 * it in words, with the clauses (wx-op/12.1.1, 12.4.1, wx-tos/4.4.3, dy-review/1.1.2.1.a).
 */
import type { ApiCall, CallContext, Guard, Interpretation, Origin, Value } from '../program/interpret/types.ts'
import type { Span } from '../program/types.ts'
import { unasked, writesOf } from './reading.ts'

export interface Consent {
  /**
   * dialog: the user confirmed an explaining dialog of the program's own · told: a dialog without a way out explained first ·
   * granted: the platform's own setting says that it was granted earlier · platform: the platform's privacy pop-up was accepted ·
   * stored: something that only an informed tap sets · flag: something called consent whose origin is not known ·
   * unsupported: only reached where the platform lacks the button that would ask (the starter template's fallback)
   */
  readonly kind: 'dialog' | 'told' | 'granted' | 'platform' | 'stored' | 'flag' | 'unsupported'
  /** Clears a finding, or only lowers it to a question for a human. */
  readonly clears: boolean
}

const CONSENT_WORD = /agree|consent|privac|accept|allow(?!ance)|tongyi|grant|permi(?:t|ssion)|同意|授权/i
const NEGATIVE = /(?:disagree|refus|reject|deny|denied|decline|notAgree|unAgree)/i

/** All origins on the way of a value, through every channel it travelled. */
export const wayBack = (origins: readonly Origin[]): readonly Origin[] => {
  const out: Origin[] = []
  for (const origin of origins)
    for (let at: Origin | undefined = origin; at && out.length <= 60 && !out.includes(at); at = at.from) out.push(at)
  return out
}

/** Whether the guarded thing is truthy where the call stands; a comparison with nothing turns the sense round. */
export const guardMeansYes = (guard: Guard): boolean => {
  const none = /([=!])==?\s*(?:undefined|null|false|void 0|0|''|"")\b|(?:undefined|null|false|void 0)\s*([=!])==?/.exec(guard.source)
  return none === null ? guard.holds : (none[1] ?? none[2]) === '=' ? !guard.holds : guard.holds
}

const says = (value: Value | undefined): boolean =>
  value !== undefined && (value.open || value.constants.some((one) => typeof one === 'string' && one.trim().length > 1))
/** A dialog that explains something: texts of its own, or texts that come from elsewhere. */
const explains = (call: ApiCall): boolean =>
  call.contexts.some(({ args: [options] }) => says(options?.get('content')) || says(options?.get('title')))
const withoutWayOut = (call: ApiCall): boolean =>
  call.contexts.some(({ args: [options] }) => options?.get('showCancel')?.constants.includes(false) === true)

const ASKS = new Set(['showModal', 'showActionSheet'])
const STORES = ['setStorageSync', 'setStorage'] as const

/** Keys of the storage that only a tap writes, and whether the tap was an informed one. */
const storedBy = (interpretation: Interpretation, key: string): 'informed' | 'tap' | 'other' | 'nobody' => {
  let found: 'informed' | 'tap' | 'nobody' = 'nobody'
  for (const call of interpretation.callsOf(...STORES))
    for (const context of call.contexts) {
      const [first, second] = context.args
      const name = call.api === 'setStorageSync' ? first : first?.get('key')
      const value = call.api === 'setStorageSync' ? second : first?.get('data')
      if (!name?.constants.includes(key)) continue
      if (value && !value.open && value.constants.length > 0 && value.constants.every((one) => !one)) continue
      if (context.root.kind === 'unbound') continue
      const asked = context.after.some((one) => ASKS.has(one.api) || one.api === 'requirePrivacyAuthorize')
      if (context.root.kind !== 'gesture' && !asked) return 'other'
      const label = context.root.element ? JSON.stringify(textOf(context.root.element)) : ''
      found = found !== 'tap' && (asked || CONSENT_WORD.test(label) || CONSENT_WORD.test(context.root.name)) ? 'informed' : 'tap'
    }
  return found
}
const textOf = (element: NonNullable<CallContext['root']['element']>): string =>
  element.children
    .map((child) =>
      child.type === 'text' ? child.parts.map((part) => (part.type === 'text' ? part.value : part.source)).join('') : textOf(child),
    )
    .join('')

/** Whether every truthy write to a unit's own flag (`this.data.agreed`) follows a tap. */
const flaggedByTap = (interpretation: Interpretation, context: CallContext, guard: Guard): boolean => {
  const path = /\bdata\.([\w.]+)/.exec(guard.source)?.[1]
  if (!path) return false
  const writes = writesOf(interpretation, context.root.unit.base).filter(
    (write) => write.path === path && (write.value.open || write.value.constants.some((one) => !!one)),
  )
  return writes.length > 0 && writes.every((write) => write.root.kind === 'gesture')
}

/** What told the user, and let them choose, before the program came to this call by this way; null when nothing did. */
export const consentOn = (context: CallContext, interpretation: Interpretation): Consent | null => {
  let lowered: Consent | null = null
  for (const guard of context.guards) {
    const yes = guardMeansYes(guard)
    // Leftovers of the starter template keep the condition although its flag is gone.
    if (!yes && /canIUse/i.test(guard.source)) return { kind: 'unsupported', clears: true }
    for (const origin of wayBack(guard.origins)) {
      if (origin.source !== 'api' && origin.source !== 'storage') continue
      if (yes && origin.name === 'showModal' && /(?:^|\.)confirm$/.test(origin.path)) return { kind: 'dialog', clears: true }
      if (!yes && origin.name === 'showModal' && /(?:^|\.)cancel$/.test(origin.path)) return { kind: 'dialog', clears: true }
      if (origin.name === 'showActionSheet' && origin.path.endsWith('tapIndex')) return { kind: 'dialog', clears: true }
      if (yes && /^(?:getSetting|openSetting|getSettingSync)$/.test(origin.name) && origin.path.includes('authSetting'))
        return { kind: 'granted', clears: true }
      // needAuthorization === false: the privacy guideline was accepted before.
      if (!yes && origin.name === 'getPrivacySetting' && origin.path.includes('needAuthorization'))
        return { kind: 'platform', clears: true }
      if (!yes && origin.name === 'canIUse') return { kind: 'unsupported', clears: true }
      if (origin.source === 'storage' && yes) {
        const by = storedBy(interpretation, origin.name)
        const named = CONSENT_WORD.test(origin.name) && !NEGATIVE.test(origin.name)
        if (by === 'informed' || (by === 'tap' && named)) return { kind: 'stored', clears: true }
        if (named) lowered = { kind: 'flag', clears: false }
      }
    }
    if (yes && CONSENT_WORD.test(guard.source) && !NEGATIVE.test(guard.source)) {
      if (flaggedByTap(interpretation, context, guard)) return { kind: 'stored', clears: true }
      // The setting itself compared in the negative is the very opposite of consent.
      if (!guard.origins.some((origin) => /^(?:getSetting|getPrivacySetting)$/.test(origin.name))) lowered = { kind: 'flag', clears: false }
    }
  }
  for (const call of context.after) {
    if (call.api === 'requirePrivacyAuthorize') return { kind: 'platform', clears: true }
    if (call.api === 'showModal' && explains(call) && withoutWayOut(call)) return { kind: 'told', clears: true }
  }
  return lowered
}

/**
 * True when the program comes to the call by itself on entry. A property that only taps fill tells its observer nothing on
 * entry, whatever the observer then does.
 */
export const onEntry = (context: CallContext, interpretation: Interpretation, source: (at: Span) => string): boolean => {
  const { root } = context
  if (root.kind !== 'observer') return unasked(context)
  const key = /\{\{[\s!(]*([\w$]+)/.exec(source(root.at))?.[1]
  if (!key) return true
  const writes = interpretation.writes.filter(
    (write) => write.unit.template === root.template && (write.path === key || write.path?.startsWith(`${key}.`)),
  )
  return !writes.some((write) => write.root.kind === 'gesture') || writes.some((write) => ['lifecycle', 'module'].includes(write.root.kind))
}
