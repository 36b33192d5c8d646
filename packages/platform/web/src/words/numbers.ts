/** Moments, spans, sizes and digests as a person reads them. */
import type { Lang } from '../../../src/contract/index.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
const format = (lang: Lang, shape: 'moment' | 'day'): Intl.DateTimeFormat => {
  const key = lang + shape
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: lang === 'zh' ? '2-digit' : 'short',
    day: '2-digit',
    ...(shape === 'moment' ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
  })
  formats.set(key, made)
  return made
}
export type When = string | number | Date
export const momentText = (when: When, lang: Lang): string => format(lang, 'moment').format(new Date(when))
export const dayText = (when: When, lang: Lang): string => format(lang, 'day').format(new Date(when))

const SPANS: readonly (readonly [limit: number, divisor: number, zh: string, en: string, ens: string])[] = [
  [60, 1, '秒', 'second', 'seconds'],
  [3600, 60, '分钟', 'minute', 'minutes'],
  [86_400 * 2, 3600, '小时', 'hour', 'hours'],
  [Number.POSITIVE_INFINITY, 86_400, '天', 'day', 'days'],
]
/** '5 分钟', '3 days'. */
export const spanText = (milliseconds: number, lang: Lang): string => {
  const seconds = Math.max(0, Math.round(Math.abs(milliseconds) / 1000))
  const [, divisor, zh, en, ens] = SPANS.find(([limit]) => seconds < limit) ?? SPANS[3]!
  const n = Math.floor(seconds / divisor)
  return lang === 'zh' ? `${n} ${zh}` : `${n} ${n === 1 ? en : ens}`
}
/** '3 小时前', 'in 2 days'. */
export const agoText = (when: When, now: number, lang: Lang): string => {
  const left = new Date(when).getTime() - now
  const span = spanText(left, lang)
  if (Math.abs(left) < 45_000) return lang === 'zh' ? '刚刚' : 'just now'
  if (lang === 'zh') return left < 0 ? `${span}前` : `${span}后`
  return left < 0 ? `${span} ago` : `in ${span}`
}
export const bytesText = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 ** 2).toFixed(1)} MiB`
export const digestText = (sha256: string): string => sha256.slice(0, 8)

export type Clock = 'late' | 'soon' | 'fine'
/** How near a due moment is: past it, within two hours, or later. */
export const clockOf = (due: When, now: number): Clock => {
  const left = new Date(due).getTime() - now
  return left < 0 ? 'late' : left < 2 * 3_600_000 ? 'soon' : 'fine'
}
