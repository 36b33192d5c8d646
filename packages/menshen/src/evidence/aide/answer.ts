/** What of an answer holds: of the asked clauses, about a passage that was shown, with words that stand in it. */
import type { Question, RefusedWhy, Remark } from './types.ts'

const LONGEST_ANSWER = 40_000
const REMARKS = 20
const QUOTE = { least: 2, most: 200 } as const
const WHY = 160

export interface Held {
  readonly remarks: readonly Remark[]
  readonly refused: readonly RefusedWhy[]
}

/** The model's words as people may see them: one line, no links, no marks that steer a terminal or the direction of text. */
const clean = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ')
    .replace(/(?:[a-z][\w+.-]*:\/\/|www\.)\S+/gi, '…')
    .replace(/[<>`|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, WHY)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads an answer. Nothing in it is believed but what can be checked against the question; nothing is thrown. */
export const holdAnswer = (text: string, question: Question): Held => {
  let value: unknown
  try {
    if (text.length > LONGEST_ANSWER) return { remarks: [], refused: ['shape'] }
    // Many models put their JSON into a fence in spite of what they were told.
    value = JSON.parse(/^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)?.[1] ?? text)
  } catch {
    return { remarks: [], refused: ['not-json'] }
  }
  if (!isObject(value) || !Array.isArray(value['remarks'])) return { remarks: [], refused: ['shape'] }
  const remarks: Remark[] = []
  const refused: RefusedWhy[] = []
  const clauses = new Set(question.clauses.map(({ id }) => id))
  const passages = new Map(question.passages.map((passage) => [passage.id, passage]))
  const said = new Set<string>()
  for (const one of value['remarks'] as readonly unknown[]) {
    if (remarks.length + refused.length >= REMARKS * 2 || remarks.length >= REMARKS) {
      refused.push('too-many')
      break
    }
    if (!isObject(one)) {
      refused.push('shape')
      continue
    }
    const { clause, passage: id, quote, why } = one
    if (typeof clause !== 'string' || typeof id !== 'string' || typeof quote !== 'string' || typeof why !== 'string') {
      refused.push('shape')
      continue
    }
    const passage = passages.get(id)
    const key = `${clause}\n${id}`
    if (!clauses.has(clause)) refused.push('clause-not-asked')
    else if (!passage) refused.push('passage-unknown')
    else if (
      quote.trim().length < QUOTE.least ||
      quote.length > QUOTE.most ||
      !(passage.kind === 'picture' ? passage.text === quote : passage.text.includes(quote))
    )
      refused.push('quote-not-found')
    else if (said.has(key)) refused.push('repeated')
    else {
      said.add(key)
      remarks.push({ clause, passage, quote, why: clean(why) })
    }
  }
  return { remarks, refused }
}
