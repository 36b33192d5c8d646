/** The lexicons that ship, compiled as far as that goes without running them. The build does it once and puts the outcome here. */
import { type PackedLexicon, pack } from './lexicon.ts'
import { LEXICONS } from './lexicons.ts'

export const packedLexicons = (): PackedLexicon => pack(LEXICONS)
