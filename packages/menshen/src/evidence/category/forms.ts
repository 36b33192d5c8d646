/**
 * What a page handles tells what it offers where its words do not: a price, a stock and a cart make a shop, seats and a
 * showing sell tickets, an amount, a term and a rate lend money. Such forms are data (offers.json): groups of names, one of
 * each of which has to stand in the same page, in its template or its script. Names are read whole and by their parts:
 * `loanAmount` is loanamount, loan and amount.
 */
import type { Span } from '../../program/types.ts'
import type { Form } from './form-table.ts'
import { packedForms } from './packed.ts'

/** Bounds: what one file and one program are read for. */
/** A longer script is a bundle: what stands in it is nobody's page. */
const LONGEST = 48_000
const MOST = 1_500_000
/** Names longer than this are no names. */
const LONGEST_NAME = 40

interface Prepared {
  /** Name -> number. */
  readonly names: ReadonlyMap<string, number>
  readonly forms: readonly Form[]
}
let prepared: Prepared | undefined
const prepare = (): Prepared => {
  if (!prepared) {
    const { names, forms } = packedForms()
    prepared = { names: new Map(names.map((name, number) => [name, number])), forms }
  }
  return prepared
}

const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90
/** 'loanAmounts' → loanamounts, loanamount, loan, amounts, amount. */
const partsOf = (name: string): readonly string[] => {
  const lower = name.toLowerCase()
  const pieces: string[] = []
  let from = 0
  for (let i = 1; i <= name.length; i++) {
    const unit = i < name.length ? name.charCodeAt(i) : 95
    const joint = unit === 95 || unit === 36
    if (!joint && !(isUpper(unit) && !isUpper(name.charCodeAt(i - 1)))) continue
    if (i - from > 2 && i - from < name.length) pieces.push(lower.slice(from, i))
    from = joint ? i + 1 : i
  }
  const out = [lower.includes('_') || lower.includes('$') ? lower.replace(/[_$]/g, '') : lower, ...pieces]
  for (let i = out.length - 1; i >= 0; i--) if (out[i]!.length > 3 && out[i]!.endsWith('s')) out.push(out[i]!.slice(0, -1))
  return out
}

const isStart = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95 || unit === 36
const isPart = (unit: number): boolean => isStart(unit) || (unit >= 48 && unit <= 57)
const SLASH = 47
const STAR = 42
const COLON = 58

export interface Source {
  readonly file: string
  readonly text: string
  /** The text does not stand in the file: its places are the file's beginning. */
  readonly outside?: boolean
}
export interface FormFound {
  readonly id: string
  /** Only one name, which other trades may use as well. */
  readonly single: boolean
  readonly what: string
  readonly weight: number
  readonly at: Span
}

/** Characters that a reader will still read after these; none when it does not read all of them. */
export const formsLeft = (sources: readonly Source[]): number =>
  sources.reduce((left, { text }) => (text.length > LONGEST ? left : left - text.length), MOST)

/** Reads pages one after the other; what a name stands for is worked out once. */
export class FormReader {
  readonly #forms = prepare()
  readonly #numbers = new Map<string, readonly number[]>()
  #left: number
  constructor(left = MOST) {
    this.#left = left
  }
  /** Characters that it will still read. */
  get left(): number {
    return this.#left
  }

  #numbersOf(name: string): readonly number[] {
    let known = this.#numbers.get(name)
    if (!known) {
      const out: number[] = []
      for (const part of partsOf(name)) {
        const number = this.#forms.names.get(part)
        if (number !== undefined && !out.includes(number)) out.push(number)
      }
      this.#numbers.set(name, (known = out))
    }
    return known
  }

  /** The forms that a page's files make together. */
  read(sources: readonly Source[]): readonly FormFound[] {
    const seen = new Map<number, Span>()
    for (const { file, text, outside } of sources) {
      if (text.length > LONGEST) continue
      const end = Math.min(text.length, this.#left)
      this.#left -= end
      for (let i = 0; i < end; ) {
        const unit = text.charCodeAt(i)
        if (unit === SLASH && text.charCodeAt(i + 1) === SLASH && text.charCodeAt(i - 1) !== COLON) {
          const line = text.indexOf('\n', i)
          i = line < 0 ? end : line
        } else if (unit === SLASH && text.charCodeAt(i + 1) === STAR) {
          const close = text.indexOf('*/', i + 2)
          i = close < 0 ? end : close + 2
        } else if (isStart(unit)) {
          const start = i
          while (i < end && isPart(text.charCodeAt(i))) i++
          if (i - start > 1 && i - start <= LONGEST_NAME)
            for (const number of this.#numbersOf(text.slice(start, i)))
              if (!seen.has(number)) seen.set(number, outside ? { file, start: 0, end: 0 } : { file, start, end: i })
        } else i++
      }
    }
    if (seen.size === 0) return []
    const best = new Map<string, FormFound>()
    const singles: FormFound[] = []
    for (const { id, of, what, weight, single } of this.#forms.forms) {
      if (single) {
        const at = seen.get(of[0]![0]!)
        if (at) singles.push({ id, what, weight, at, single })
        continue
      }
      const known = best.get(id)
      if (known && known.weight >= weight) continue
      let at: Span | undefined
      const met = of.every((group) => {
        const number = group.find((one) => seen.has(one))
        if (number !== undefined) at ??= seen.get(number)
        return number !== undefined
      })
      if (met && at) best.set(id, { id, what, weight, at, single })
    }
    return [...best.values(), ...singles]
  }
}
