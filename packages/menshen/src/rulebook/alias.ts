/** Numbers that notices quote from lists that are not among our documents. */
import type { Alias, AliasFile } from './types.ts'

const NUMBER = /(?<![\d.])\d{1,3}(?:\.\d{1,2}){0,3}(?![\d.]*\d)/g
/** Notices are short; nobody needs more of a text than this to name a clause. */
const LONGEST = 2000

const withoutWidth = (text: string) => text.slice(0, LONGEST).normalize('NFKC').toLowerCase()

/**
 * The aliases that a text may mean. A bare whole number (Douyin's 32, 10 …) counts only when the text is that number
 * or names its list, for otherwise every figure in a sentence would be a clause.
 */
export const aliasMatches = (file: AliasFile, text: string): readonly Alias[] => {
  const plain = withoutWidth(text)
  const numbers = new Set(plain.match(NUMBER) ?? [])
  if (numbers.size === 0) return []
  const named = file.lists.filter((list) => list.marks.some((mark) => plain.includes(withoutWidth(mark)))).map((list) => list.id)
  const alone = /^[\s#§【[(]*[\d.]+[\s\])】.]*$/.test(plain)
  return file.aliases.filter((alias) => {
    if (!numbers.has(alias.number)) return false
    if (named.length > 0) return named.includes(alias.list)
    return alone || alias.number.includes('.')
  })
}
