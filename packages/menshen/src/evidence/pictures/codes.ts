/** What a code says, by where it leads: a purse, a person, another program, an app, a page. */
import table from '../../../data/picture-codes.json' with { type: 'json' }
import type { Code, Meaning } from './types.ts'

interface Row {
  readonly meaning: string
  readonly of: { readonly zh: string; readonly en: string }
  readonly pattern: string
}
const ROWS = (table.rows as readonly Row[]).map(({ meaning, of, pattern }) => ({
  meaning: meaning as Meaning,
  of,
  test: new RegExp(pattern, 'i'),
}))
const LONGEST = 2000

/** The meaning of a code's text. */
export const meaningOf = (text: string): Pick<Code, 'meaning' | 'of'> => {
  const said = text.trim().slice(0, LONGEST)
  for (const { meaning, of, test } of ROWS) if (test.test(said)) return { meaning, of }
  const host = /^https?:\/\/(?:[^/?#@]{0,200}@)?([^/?#:]{1,200})/i.exec(said)?.[1]?.toLowerCase()
  if (host) return { meaning: 'link', of: { zh: host, en: host } }
  return { meaning: 'other', of: { zh: '文字', en: 'words' } }
}

/** Whether a code's text may be shown: what names an account or a purse is, a long secret is cut. */
export const quoteCode = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
