/** Matching of copy: what a rule or a collector may use. */
export { type Context, type ContextFinding, contextOf } from './context.ts'
export { type Grade, type Judgement, judge } from './judge.ts'
export type { Entry, EntryScope, Lexicon, LexiconFile, LexiconRow, Scope, Strength } from './lexicon.ts'
export { type FindOptions, findTerms, type TermMatch } from './matcher.ts'
export { foldTerm, LONGEST, type Normalised, normalise } from './normalise.ts'
export { lexicon, loadLexicon } from './shipped.ts'
