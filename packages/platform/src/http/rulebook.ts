/** The rulebook as pages need it: clauses by id, and the editions that stand now. */
import { type Clause, loadRulebook, type Rulebook } from '../../../menshen/src/rulebook/index.ts'
import type { Text } from '../domain/words.ts'

let loaded: Rulebook | undefined
export const rulebook = (): Rulebook => (loaded ??= loadRulebook())

/** A clause in short; one that is not among ours is shown by its id. */
export const clauseTitle = (id: string): Text => {
  const clause = rulebook().find(id)
  return clause ? { zh: clause.title.zh, en: clause.title.en } : { zh: id, en: id }
}
export const clauseView = (clause: Clause) => ({
  id: clause.id,
  number: clause.number,
  document: clause.document,
  edition: clause.edition,
  title: { ...clause.title },
  gist: { ...clause.gist },
  force: clause.force,
  overtaken: clause.overtaken ? { by: { ...clause.overtaken.by }, date: clause.overtaken.date } : null,
})
/** The editions of all documents, in one line: what a decision is pinned to. */
export const editionsNow = (): string =>
  Object.entries(rulebook().editions())
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([document, edition]) => `${document}@${edition}`)
    .join(' ')
