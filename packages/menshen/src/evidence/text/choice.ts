/** Which entries of a lexicon count for a question: by platform, by where the text stands, by clauses and lists. */
import type { Platform } from '../../program/types.ts'
import type { Entry, EntryScope, Lexicon, Scope } from './lexicon.ts'

export interface FindOptions {
  readonly platform: Platform
  /** Where the text stands; default 'page'. */
  readonly scope?: Scope
  /** Only entries of these clauses. */
  readonly clauses?: readonly string[]
  /** Only entries of these lists ('share.reward', 'purpose.vague'). */
  readonly lists?: readonly string[]
  /** The whole visible sentence, or what stands around a short text. */
  readonly around?: string
  /** Tag or API that carries the text. */
  readonly carrier?: string
  /** Default: the lexicons that ship. */
  readonly lexicon?: Lexicon
}

const wider: Readonly<Record<Scope, readonly EntryScope[]>> = {
  name: ['any', 'listing', 'name'],
  intro: ['any', 'listing', 'intro'],
  page: ['any', 'page'],
  button: ['any', 'page', 'button'],
  'phone-button': ['any', 'page', 'button', 'phone-button'],
  'contact-button': ['any', 'page', 'button', 'contact-button'],
  share: ['any', 'page', 'share'],
  purpose: ['any', 'page', 'purpose'],
  label: ['any', 'page', 'label'],
}

const prefixOf: Readonly<Record<Platform, string>> = { wechat: 'wx-', douyin: 'dy-' }
/** What was found out of an entry by the platforms asked for. */
const clausesOf: Readonly<Record<Platform, WeakMap<Entry, readonly string[]>>> = { wechat: new WeakMap(), douyin: new WeakMap() }
export const clausesFor = (entry: Entry, platform: Platform): readonly string[] => {
  let known = clausesOf[platform].get(entry)
  if (!known) {
    known = entry.clauses.filter((c) => c.startsWith(prefixOf[platform]) || c.startsWith('later/') || !/^(?:wx|dy)-/.test(c))
    clausesOf[platform].set(entry, known)
  }
  return known
}

/** Which entries count, per lexicon and question; questions repeat for every text of a program. */
const choices = new WeakMap<Lexicon, Map<string, Uint8Array>>()
let asked: { readonly lex: Lexicon; readonly options: FindOptions; readonly chosen: Uint8Array } | undefined
export const choose = (lex: Lexicon, options: FindOptions): Uint8Array => {
  // The same question for text after text.
  if (
    asked?.lex === lex &&
    asked.options.platform === options.platform &&
    asked.options.scope === options.scope &&
    asked.options.clauses === options.clauses &&
    asked.options.lists === options.lists
  )
    return asked.chosen
  const chosen = chosenBy(lex, options)
  asked = { lex, options, chosen }
  return chosen
}
const chosenBy = (lex: Lexicon, options: FindOptions): Uint8Array => {
  const scope = options.scope ?? 'page'
  const key = `${options.platform}|${scope}|${options.clauses?.join(' ') ?? '*'}|${options.lists?.join(' ') ?? '*'}`
  let known = choices.get(lex)
  if (!known) choices.set(lex, (known = new Map()))
  let chosen = known.get(key)
  if (!chosen) {
    const scopes = wider[scope]
    chosen = new Uint8Array(lex.entries.length)
    for (const [i, entry] of lex.entries.entries())
      chosen[i] =
        entry.platforms.includes(options.platform) &&
        entry.scope.some((s) => scopes.includes(s)) &&
        (!options.clauses || entry.clauses.some((c) => options.clauses!.includes(c))) &&
        (!options.lists || options.lists.includes(entry.list))
          ? 1
          : 0
    if (known.size > 500) known.clear()
    known.set(key, chosen)
  }
  return chosen
}
