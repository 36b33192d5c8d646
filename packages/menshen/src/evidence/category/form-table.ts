/** The forms of all offers (offers.json) with their names as numbers. */
import type { Offer } from './offers.ts'

export interface Form {
  readonly id: string
  /** Every group as a list of name numbers. */
  readonly of: readonly (readonly number[])[]
  readonly what: string
  readonly weight: number
  /** A single telling name. */
  readonly single: boolean
}
export interface Forms {
  readonly names: readonly string[]
  readonly forms: readonly Form[]
}
/** By how many names a form asks for: two may meet by chance. */
const WEIGHTS = [0, 0.75, 1.25, 2.25, 3] as const

export const formsOf = (offers: readonly Offer[]): Forms => {
  const names = new Map<string, number>()
  const number = (name: string): number => {
    let known = names.get(name)
    if (known === undefined) names.set(name, (known = names.size))
    return known
  }
  const form = (id: string, row: readonly string[]): Form => {
    const of = row.map((group) => group.split('|').map(number))
    return {
      id,
      of,
      what: row.map((group) => group.split('|')[0]!).join(' + '),
      weight: WEIGHTS[Math.min(4, of.length)]!,
      single: of.length === 1,
    }
  }
  const forms = offers.flatMap(({ id, forms: rows, shapes }) => [
    ...(rows ?? []).map((row) => form(id, row)),
    ...shapes.map((name) => form(id, [name])),
  ])
  return { names: [...names.keys()], forms }
}
