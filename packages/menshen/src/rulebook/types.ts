/** The rulebook's words. This room imports nothing, so that every other room may import it. */
export interface Words {
  readonly zh: string
  readonly en: string
}
export type RulebookPlatform = 'wechat' | 'douyin'
export type RulebookLang = 'zh' | 'en'

/** forbid: must not be · require: must be there · duty: someone has to act · inform: states a right, a definition or a heading. */
export type Force = 'forbid' | 'require' | 'duty' | 'inform'
export const FORCES = ['forbid', 'require', 'duty', 'inform'] as const satisfies readonly Force[]

/** Whom or what a clause binds. `group` marks a heading that binds through the clauses below it. */
export const BOUND = [
  'developer-code',
  'runtime-behaviour',
  'listing-metadata',
  'content-text',
  'content-image',
  'entity/documents',
  'operator',
  'platform',
  'legal-notice',
  'group',
] as const
export type Bound = (typeof BOUND)[number]

/** How a clause can be verified, the most telling way first. */
export const WAYS = ['static', 'dynamic', 'text', 'image', 'metadata', 'document', 'workflow', 'notice', 'human', 'group'] as const
export type Way = (typeof WAYS)[number]

export type Certainty = 'high' | 'medium' | 'low'

/** What has overtaken a clause since, when, and where that is written. */
export interface Overtaken {
  readonly by: Words
  readonly date: string
  readonly source: string
}

/** One clause as it lies in a data file. */
export interface ClauseRow {
  readonly id: string
  readonly number: string
  readonly parent: string | null
  readonly title: Words
  /** What the clause demands, in our own words; the number leads to the original. */
  readonly gist: Words
  readonly force: Force
  readonly binds: readonly Bound[]
  readonly verify: readonly Way[]
  /** Clauses of another document that say the same thing. */
  readonly twins: readonly string[]
  /** Clauses that speak of the same matter without saying the same. */
  readonly related: readonly string[]
  readonly effective: { readonly from: string; readonly until?: string }
  readonly overtaken?: Overtaken
  /** Only in the document `later`, where each row has its own platforms, source and certainty. */
  readonly platforms?: readonly RulebookPlatform[]
  readonly source?: string
  readonly confidence?: Certainty
  /** What `effective.from` is: the announced day, or the earliest on which the demand was seen. */
  readonly dated?: 'announced' | 'seen'
}

/** A data file: one document in one edition. */
export interface DocumentFile {
  readonly document: string
  /** As of when the text is known to have stood: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly edition: string
  /** How the edition was told from the text. */
  readonly editionNote?: Words
  readonly title: Words
  readonly platforms: readonly RulebookPlatform[]
  readonly source: string
  readonly clauses: readonly ClauseRow[]
}

/** A clause with what its document says for all its clauses. */
export interface Clause extends ClauseRow {
  readonly document: string
  readonly edition: string
  readonly platforms: readonly RulebookPlatform[]
}

export interface RulebookDocument extends Omit<DocumentFile, 'clauses'> {
  readonly clauses: readonly Clause[]
}

/** A number that later notices quote, of a list that is not among our documents. */
export interface Alias {
  readonly number: string
  /** Which numbering the number belongs to. */
  readonly list: string
  readonly clauses: readonly string[]
  readonly note: Words
  readonly source: string
}
export interface AliasList {
  readonly id: string
  readonly title: Words
  readonly platform: RulebookPlatform
  /** Words in a notice that give the list away. */
  readonly marks: readonly string[]
}
export interface AliasFile {
  readonly lists: readonly AliasList[]
  readonly aliases: readonly Alias[]
}
export interface AliasMatch {
  readonly alias: Alias
  readonly list: AliasList
  readonly clauses: readonly Clause[]
}
