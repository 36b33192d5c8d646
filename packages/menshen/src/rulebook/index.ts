/**
 * The rulebook: the clauses of five documents and of what the platforms have demanded since, as data, in Chinese and English.
 * It loads, looks up and compares; it judges nothing and knows no program.
 */
import { aliasMatches } from './alias.ts'
import { ALIASES, FILES } from './data.ts'
import { nearby, searchClauses } from './lookup.ts'
import type { Alias, AliasFile, AliasList, AliasMatch, Clause, DocumentFile, RulebookDocument, RulebookPlatform } from './types.ts'

export { type ClauseChange, compareEditions, type EditionDiff } from './compare.ts'
export type * from './types.ts'

/** The document of what came after the seed texts; shown apart from them. */
export const LATER = 'later'

export interface Rulebook {
  readonly documents: readonly RulebookDocument[]
  readonly clauses: ReadonlyMap<string, Clause>
  readonly aliases: readonly Alias[]
  readonly aliasLists: readonly AliasList[]
  find(id: string): Clause | undefined
  document(id: string): RulebookDocument | undefined
  /** Every clause that can be cited against a program of this platform, `later` included. */
  byPlatform(platform: RulebookPlatform): readonly Clause[]
  children(id: string): readonly Clause[]
  /** From the topmost heading down to the clause's own parent. */
  ancestors(id: string): readonly Clause[]
  /** The clauses that say the same in another document, whichever of the two names the other. */
  twins(id: string): readonly Clause[]
  /** Clauses of the same matter in the five documents, in either direction. */
  related(id: string): readonly Clause[]
  /** What the platforms have demanded since on the matter of this clause or of its twins. */
  laterOn(id: string): readonly Clause[]
  /** The aliases that lead to this clause. */
  aliasesOf(id: string): readonly AliasMatch[]
  /** Numbers quoted in a notice, such as `5.18` or `常见拒绝情形 3.4`, to our clauses. */
  resolveAlias(text: string): readonly AliasMatch[]
  /** Clauses whose id, title or gist holds every word, the best first. */
  search(words: string): readonly Clause[]
  /** For an unknown id: what may have been meant, the likeliest first. */
  near(id: string): readonly Clause[]
  editionOf(document: string): string | undefined
  /** Document -> edition, as a check run records it. */
  editions(): Readonly<Record<string, string>>
}

const inOrder = <T>(values: Iterable<T>): readonly T[] => [...new Set(values)]

/** Builds a rulebook from document files; the files of the package by default. */
export const buildRulebook = (files: readonly DocumentFile[], aliasFile: AliasFile): Rulebook => {
  const documents: RulebookDocument[] = files.map((file) => ({
    ...file,
    clauses: file.clauses.map((row) => ({
      ...row,
      document: file.document,
      edition: file.edition,
      platforms: row.platforms ?? file.platforms,
    })),
  }))
  const clauses = new Map<string, Clause>()
  for (const document of documents) for (const clause of document.clauses) clauses.set(clause.id, clause)
  const all = [...clauses.values()]
  const lists = new Map(aliasFile.lists.map((list) => [list.id, list]))

  const below = new Map<string, Clause[]>()
  const twinIds = new Map<string, Set<string>>()
  const relatedIds = new Map<string, Set<string>>()
  const link = (index: Map<string, Set<string>>, from: string, to: string) => {
    if (from === to) return
    const set = index.get(from) ?? new Set<string>()
    index.set(from, set.add(to))
  }
  for (const clause of all) {
    if (clause.parent !== null) {
      const siblings = below.get(clause.parent)
      if (siblings) siblings.push(clause)
      else below.set(clause.parent, [clause])
    }
    for (const twin of clause.twins) {
      link(twinIds, clause.id, twin)
      link(twinIds, twin, clause.id)
    }
    for (const other of clause.related) {
      link(relatedIds, clause.id, other)
      link(relatedIds, other, clause.id)
    }
  }

  const find = (id: string) => clauses.get(id)
  const known = (ids: Iterable<string>): readonly Clause[] => {
    const wanted = new Set(ids)
    return all.filter((clause) => wanted.has(clause.id))
  }
  const twins = (id: string) => known(twinIds.get(id) ?? [])
  const matchOf = (alias: Alias): AliasMatch => ({
    alias,
    list: lists.get(alias.list)!,
    clauses: alias.clauses.flatMap((id) => find(id) ?? []),
  })

  return {
    documents,
    clauses,
    aliases: aliasFile.aliases,
    aliasLists: aliasFile.lists,
    find,
    document: (id) => documents.find((document) => document.document === id),
    byPlatform: (platform) => all.filter((clause) => clause.platforms.includes(platform)),
    children: (id) => below.get(id) ?? [],
    ancestors: (id) => {
      const chain: Clause[] = []
      for (let at = find(id)?.parent; at != null && chain.length < 10; at = find(at)?.parent) {
        const clause = find(at)
        if (clause) chain.unshift(clause)
      }
      return chain
    },
    twins,
    related: (id) => known(relatedIds.get(id) ?? []).filter((clause) => clause.document !== LATER),
    laterOn: (id) =>
      known(inOrder([id, ...twins(id).map((twin) => twin.id)].flatMap((one) => [...(relatedIds.get(one) ?? [])]))).filter(
        (clause) => clause.document === LATER && clause.id !== id,
      ),
    aliasesOf: (id) => aliasFile.aliases.filter((alias) => alias.clauses.includes(id)).map(matchOf),
    resolveAlias: (text) => aliasMatches(aliasFile, text).map(matchOf),
    search: (words) => searchClauses(all, words),
    near: (id) => nearby(all, id),
    editionOf: (document) => documents.find((one) => one.document === document)?.edition,
    editions: () => Object.fromEntries(documents.map((document) => [document.document, document.edition])),
  }
}

let loaded: Rulebook | undefined
/** The rulebook of this package; built once. */
export const loadRulebook = (): Rulebook => {
  loaded ??= buildRulebook(FILES, ALIASES)
  return loaded
}
