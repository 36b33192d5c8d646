/** What the methods of JavaScript's own values have in common. */
import type { Machine } from '../machine.ts'
import {
  type Const,
  makeConst,
  makeUnknown,
  mergeOrigins,
  NO_ORIGINS,
  type Obj,
  originsOf,
  type Site,
  UNDEFINED,
  UNKNOWN,
  type V,
} from '../value.ts'

export type Method = (m: Machine, self: V, args: readonly V[], site: Site) => V

export const arg = (args: readonly V[], i: number): V => args[i] ?? UNDEFINED
export const text = (v: V): string | null => (v.t === 0 && (typeof v.v === 'string' || typeof v.v === 'number') ? String(v.v) : null)
export const number = (v: V): number | undefined => (v.t === 0 && typeof v.v === 'number' ? v.v : undefined)
export const derived = (...vs: readonly V[]): V => {
  let o = NO_ORIGINS
  for (const v of vs) o = mergeOrigins(o, originsOf(v, 2))
  return o.length ? makeUnknown(o) : UNKNOWN
}
export const made = (v: string | number | boolean, site: Site, from?: V): Const =>
  from?.t === 0 && from.file ? makeConst(v, from.file, from.start, from.end, from.origins) : makeConst(v, site.file, site.start, site.end)
export const elementOf = (m: Machine, self: V, site: Site): V => m.everything(self, UNKNOWN, site)
export const unknownList = (m: Machine, any: V | null, site: Site): Obj => {
  const o = m.object('array', site)
  o.any = any ?? UNKNOWN
  return o
}
export const own = (table: Record<string, Method>, key: string): Method | undefined => (Object.hasOwn(table, key) ? table[key] : undefined)
