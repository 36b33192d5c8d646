/**
 * What a small program seems to be for where none of its words is in a list: 赔付上限 is in none, but every list of an
 * insurer's words has 赔付 in it. Texts and lists are compared by pairs of characters; a pair that few trades use says more.
 * The outcome is a guess for a human and no more, so it is made only where nothing clearer was found.
 */
import type { ProgramModel, Span } from '../../program/types.ts'
import type { Copy } from '../copy.ts'
import { OFFERS } from './offers.ts'
import { packedPairs } from './packed.ts'
import { type Pairs, pairsOf, unpackPairs } from './pairs.ts'
import { toldFactor } from './told.ts'

/** Beyond this a program speaks for itself. */
const MOST_TEXTS = 60

let weights: Pairs | undefined
const pairWeights = (): Pairs => {
  weights ??= unpackPairs(packedPairs())
  return weights
}

export interface Kin {
  readonly score: number
  readonly signs: readonly { readonly what: string; readonly weight: number; readonly at: Span; readonly units: readonly string[] }[]
}

/** How much a small program's texts have of each trade's words. Empty for a program that says much. */
export const kinOf = (copies: readonly Copy[], factorOf: (copy: Copy) => number): ReadonlyMap<string, Kin> => {
  const out = new Map<string, { score: number; signs: Kin['signs'][number][] }>()
  if (copies.length > MOST_TEXTS) return out
  const known = pairWeights()
  const seen = new Set<string>()
  for (const copy of copies)
    for (const pair of pairsOf(copy.text)) {
      if (seen.has(pair)) continue
      seen.add(pair)
      for (const { trade, weight: share } of known(pair)) {
        const { id } = OFFERS[trade]!
        const weight = share * factorOf(copy) * (copy.text.length > 12 ? toldFactor(copy.text) : 1)
        const row = out.get(id) ?? { score: 0, signs: [] }
        row.score += weight
        row.signs.push({ what: pair, weight, at: copy.at, units: copy.units })
        out.set(id, row)
      }
    }
  return out
}

const HANDLED = /^(?:bind|catch|on|capture-)/
const FIELDS = new Set([
  'button',
  'input',
  'textarea',
  'picker',
  'slider',
  'form',
  'checkbox',
  'radio',
  'switch',
  'navigator',
  'live-player',
  'live-pusher',
])
/** Whether people can do anything in it: what only tells has no buttons. */
export const isWorked = (program: Pick<ProgramModel, 'pages' | 'templates'>): boolean =>
  program.pages.some(({ template }) =>
    (template ? program.templates.get(template)?.elements : undefined)?.some(
      ({ tag, attributes }) => FIELDS.has(tag) || attributes.some(({ name }) => HANDLED.test(name)),
    ),
  )
