/** The words of the offers, compiled as far as that goes without running them. The build does it once and puts the outcome here. */
import { type PackedLexicon, pack } from '../text/lexicon.ts'
import { offerFiles } from './offers.ts'

export const packedOffers = (): PackedLexicon => pack(offerFiles())
