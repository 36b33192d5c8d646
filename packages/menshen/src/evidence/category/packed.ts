/** What is known of the offers, compiled as far as that goes without running it. The build does it once and puts the outcome here. */
import { type PackedLexicon, pack } from '../text/lexicon.ts'
import { type Forms, formsOf } from './form-table.ts'
import { OFFERS, offerFiles } from './offers.ts'
import { packPairs } from './pairs.ts'

export const packedOffers = (): PackedLexicon => pack(offerFiles())
export const packedPairs = (): Uint8Array => packPairs(OFFERS)
export const packedForms = (): Forms => formsOf(OFFERS)
