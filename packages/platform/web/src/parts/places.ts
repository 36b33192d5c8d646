/** Where a finding stands, read from what the engine published (menshen-check/1). What cannot be read is left out, never guessed. */
import type { Text } from '../../../src/contract/index.ts'

export type Place =
  | {
      readonly kind: 'file'
      readonly file: string
      readonly line: number
      readonly endLine: number
      readonly column: number
      readonly note: Text | null
    }
  | {
      readonly kind: 'page'
      readonly page: string
      readonly selector: string | null
      readonly step: number | null
      readonly box: readonly [number, number, number, number] | null
      readonly note: Text | null
    }
  | { readonly kind: 'listing'; readonly listing: string; readonly note: Text | null }
export interface Witness {
  readonly kind: string
  readonly pass: string | null
  readonly move: number | null
  readonly steps: readonly { readonly text: Text; readonly place: Place | null; readonly attachment: string | null }[]
}

type Thing = Readonly<Record<string, unknown>>
const thing = (value: unknown): Thing | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : null
const string = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
const textOf = (value: unknown): Text | null => {
  const one = thing(value)
  const [zh, en] = [string(one?.['zh']), string(one?.['en'])]
  return zh === null || en === null ? null : { zh, en }
}

export const placeOf = (value: unknown): Place | null => {
  const one = thing(value)
  if (one === null) return null
  const note = textOf(one['note'])
  const file = string(one['file'])
  if (file !== null) {
    const start = thing(one['start'])
    const line = number(start?.['line']) ?? number(one['line'])
    if (line === null) return null
    return { kind: 'file', file, line, endLine: number(thing(one['end'])?.['line']) ?? line, column: number(start?.['column']) ?? 1, note }
  }
  const page = string(one['page'])
  if (page !== null) {
    const box =
      Array.isArray(one['box']) && one['box'].length === 4 && one['box'].every((side) => number(side) !== null) ? one['box'] : null
    return {
      kind: 'page',
      page,
      selector: string(one['selector']),
      step: number(one['step']),
      box: box as [number, number, number, number] | null,
      note,
    }
  }
  const listing = string(one['listing'])
  return listing === null ? null : { kind: 'listing', listing, note }
}
export const placesOf = (values: readonly unknown[]): readonly Place[] => values.map(placeOf).filter((place) => place !== null)

export const witnessOf = (value: unknown): Witness | null => {
  const one = thing(value)
  if (one === null || !Array.isArray(one['steps'])) return null
  const steps = one['steps'].flatMap((step: unknown) => {
    const text = textOf(thing(step)?.['text'])
    return text === null ? [] : [{ text, place: placeOf(thing(step)?.['place']), attachment: string(thing(step)?.['attachment']) }]
  })
  return steps.length === 0 ? null : { kind: string(one['kind']) ?? 'steps', pass: string(one['pass']), move: number(one['move']), steps }
}

/** `pages/home/home.js:9`, `pages/home/home`, `listing: name`. */
export const placeText = (place: Place, listing: string): string =>
  place.kind === 'file'
    ? `${place.file}:${place.line}`
    : place.kind === 'page'
      ? `${place.page}${place.selector === null ? '' : ` ${place.selector}`}`
      : `${listing} ${place.listing}`
