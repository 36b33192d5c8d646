/** How the profile answers: by API, by scope, or by the kind of question. */
import type { Answer, Answers } from '../types.ts'
import { world } from './state.ts'

const used = new Map<string, number>()
const turn = (key: string, given: Answers): Answer => {
  if (typeof given === 'string') return given
  const n = used.get(key) ?? 0
  used.set(key, n + 1)
  return given[Math.min(n, given.length - 1)] ?? 'deny'
}
/** The answer for the first of some keys that has one. Lists are used up from the front; their last stays. */
export function answerFor(keys: readonly string[], otherwise: Answers): Answer {
  for (const key of keys) {
    const given = Object.hasOwn(world.profile.answers, key) ? world.profile.answers[key] : undefined
    if (given !== undefined) return turn(key, given)
  }
  return turn(keys[0] ?? '', otherwise)
}
/** Scopes that have been decided on, as getSetting tells them. */
export const decided: Record<string, boolean> = {}
