/** The lexicons that ship, ready to be searched. */
import { compile, type Lexicon, type LexiconFile, unpack } from './lexicon.ts'
import { LEXICONS } from './lexicons.ts'
import { packedLexicons } from './packed.ts'

let shipped: Lexicon | undefined
/** Made ready once, on first use. */
export const lexicon = (): Lexicon => {
  shipped ??= unpack(packedLexicons())
  return shipped
}

/** The shipped lexicons with an operator's own. Rows that cannot be used are left out and named in `problems`; nothing is thrown. */
export const loadLexicon = (extra: readonly LexiconFile[]): Lexicon => (extra.length === 0 ? lexicon() : compile([...LEXICONS, ...extra]))
