/** Gray release: the share of users only rises, until the release is paused; and whoever was in stays in as it rises. */
import { hmac } from './sha256.ts'
import type { Text } from './words.ts'

export type Share = { readonly ok: true; readonly percent: number } | { readonly ok: false; readonly why: Text }

const refuse = (zh: string, en: string): Share => ({ ok: false, why: { zh, en } })

/** The share after a step: a whole percentage from 1 to 100, above the one before. Publishing again after a pause may begin with the same. */
export const nextShare = (before: number, wanted: number, step: 'publish' | 'raise'): Share => {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 100)
    return refuse('灰度比例是 1 到 100 之间的整数', 'the share is a whole number from 1 to 100')
  if (step === 'raise' && wanted <= before)
    return refuse(`灰度比例只能提高，现在是 ${before}%`, `the share can only rise; it is ${before}% now`)
  if (step === 'publish' && wanted < before)
    return refuse(`灰度比例不能低于暂停前的 ${before}%`, `the share cannot be below the ${before}% before the pause`)
  return { ok: true, percent: wanted }
}

/** Whether a user is among the share that gets a version: the same answer every time, and still yes at any higher share. */
export const inShare = (version: string, user: string, percent: number): boolean =>
  percent >= 100 || Number.parseInt(hmac(version, user).slice(0, 8), 16) / 2 ** 32 < percent / 100
