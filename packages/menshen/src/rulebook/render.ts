/**
 * The texts of `menshen explain CLAUSE` and `menshen clauses`, without colours.
 * They come in sections, so that a terminal can colour labels and ids and a page can lay them out.
 */
import { type AliasMatch, type Clause, LATER, type Rulebook, type RulebookLang, type RulebookPlatform } from './index.ts'
import { displayWidth, padTo, wrap } from './width.ts'
import { BOUND_NAMES, CERTAINTY_NAMES, FORCE_NAMES, LABELS, type Label, PLATFORM_NAMES, say, WAY_NAMES } from './words.ts'

export interface Section {
  readonly label: Label
  /** Each item starts a line of its own. */
  readonly items: readonly string[]
}
export interface Explanation {
  readonly clause: Clause
  /** `wx-op/5.1.2  利诱分享` */
  readonly heading: string
  readonly sections: readonly Section[]
}

const WIDTH = 80

const joined = (items: readonly string[], lang: RulebookLang) => items.join(lang === 'zh' ? '、' : ', ')
const named = (clause: Clause, lang: RulebookLang) => `${clause.id}  ${say(clause.title, lang)}`
const aliasLine = ({ alias, list }: AliasMatch, lang: RulebookLang) =>
  lang === 'zh' ? `${list.title.zh}${alias.number}：${alias.note.zh}` : `${alias.number} of ${list.title.en}: ${alias.note.en}`

/** Leaves out what stands below another clause of the same list: that one leads to its parts. */
const withoutParts = (clauses: readonly Clause[]) => clauses.filter((clause) => !clauses.some((other) => other.id === clause.parent))

/** All that the rulebook knows of one clause. */
export const explainClause = (book: Rulebook, clause: Clause, lang: RulebookLang): Explanation => {
  const document = book.document(clause.document)!
  const list = (label: Label, clauses: readonly Clause[]): Section => ({ label, items: clauses.map((one) => named(one, lang)) })
  const platforms = joined(
    clause.platforms.map((platform) => say(PLATFORM_NAMES[platform], lang)),
    lang,
  )
  const edition =
    clause.document === LATER
      ? lang === 'zh'
        ? `${document.title.zh}（${platforms}，本项目整理，截至 ${clause.edition}）`
        : `${document.title.en} (${platforms}; collected by this project as of ${clause.edition})`
      : lang === 'zh'
        ? `${document.title.zh}（${platforms}，${clause.edition} 版）`
        : `${document.title.en} (${platforms}, edition ${clause.edition})`
  const certainty = clause.confidence ? say(CERTAINTY_NAMES[clause.confidence], lang) : ''
  const seen = clause.dated === 'seen'
  const since =
    lang === 'zh' ? `${clause.effective.from} ${seen ? '已见' : '起'}` : `${seen ? 'seen by' : 'since'} ${clause.effective.from}`
  const overtaken = clause.overtaken
  const sections: Section[] = [
    { label: 'demands', items: [say(clause.gist, lang)] },
    { label: 'force', items: [say(FORCE_NAMES[clause.force], lang)] },
    {
      label: 'binds',
      items: [
        joined(
          clause.binds.map((one) => say(BOUND_NAMES[one], lang)),
          lang,
        ),
      ],
    },
    {
      label: 'verify',
      items: [
        joined(
          clause.verify.map((one) => say(WAY_NAMES[one], lang)),
          lang,
        ),
      ],
    },
    {
      label: 'overtaken',
      items: overtaken
        ? [lang === 'zh' ? `${overtaken.date} 起：${overtaken.by.zh}` : `since ${overtaken.date}: ${overtaken.by.en}`, overtaken.source]
        : [],
    },
    list('later', withoutParts(book.laterOn(clause.id))),
    { label: 'document', items: [edition] },
    {
      label: 'since',
      items:
        clause.document === LATER
          ? [certainty === '' ? since : lang === 'zh' ? `${since}（${certainty}）` : `${since} (${certainty})`]
          : [],
    },
    list('above', book.ancestors(clause.id)),
    list('below', book.children(clause.id)),
    list('twins', book.twins(clause.id)),
    list('related', book.related(clause.id)),
    { label: 'aliases', items: book.aliasesOf(clause.id).map((match) => aliasLine(match, lang)) },
    { label: 'source', items: [clause.source ?? document.source] },
  ]
  return { clause, heading: named(clause, lang), sections: sections.filter((section) => section.items.length > 0) }
}

/** A section's lines: the label in the margin, each item on a line of its own, in lists with its later lines set in. */
const indented = (label: string, items: readonly string[], margin: number, width: number): readonly string[] => {
  const hang = items.length > 1 ? 2 : 0
  const lines: string[] = []
  for (const item of items) {
    for (const [i, line] of wrap(item, width - margin - hang).entries()) {
      lines.push(padTo(lines.length === 0 ? `  ${label}` : '', margin + (i > 0 ? hang : 0)) + line)
    }
  }
  return lines
}

/** An explanation as plain text. */
export const explanationText = ({ heading, sections }: Explanation, lang: RulebookLang, width = WIDTH): string => {
  const margin = 4 + Math.max(...sections.map((section) => displayWidth(say(LABELS[section.label], lang))))
  const lines = [...wrap(heading, width), '']
  for (const section of sections) lines.push(...indented(say(LABELS[section.label], lang), section.items, margin, width))
  return `${lines.join('\n')}\n`
}

/**
 * The text of `menshen explain <id>`. Numbers of other lists (`5.18`) lead to our clauses; an id that does not exist gives what may
 * have been meant, and `found` is false.
 */
export const explainText = (
  book: Rulebook,
  id: string,
  lang: RulebookLang,
  width = WIDTH,
): { readonly found: boolean; readonly text: string } => {
  const asked = id.trim()
  const clause = book.find(asked)
  if (clause) return { found: true, text: explanationText(explainClause(book, clause, lang), lang, width) }
  const shown = asked.slice(0, 60).replace(/\p{C}/gu, '')
  const lines = [lang === 'zh' ? `没有条款 ${shown}。` : `There is no clause ${shown}.`]
  const add = (text: string, margin: number) => {
    for (const [i, line] of wrap(text, width - margin - 2).entries()) lines.push(' '.repeat(margin + (i > 0 ? 2 : 0)) + line)
  }
  const aliases = book.resolveAlias(asked)
  if (aliases.length > 0) lines.push('', lang === 'zh' ? '其他清单里的编号：' : 'Numbers of other lists:')
  for (const match of aliases) {
    add(aliasLine(match, lang), 2)
    for (const one of match.clauses) add(named(one, lang), 4)
  }
  const near = book.near(asked)
  if (near.length > 0) lines.push('', lang === 'zh' ? '也许是：' : 'Perhaps one of these:')
  for (const one of near) add(named(one, lang), 2)
  return { found: false, text: `${lines.join('\n')}\n` }
}

export interface ClauseChoice {
  readonly platform?: RulebookPlatform
  readonly document?: string
  readonly words?: string
  /** Leaves out what came after the seed documents. */
  readonly seedOnly?: boolean
}

/** The clauses that `menshen clauses` lists, in the documents' own order. */
export const chooseClauses = (book: Rulebook, choice: ClauseChoice): readonly Clause[] => {
  const fitting = choice.words ? new Set(book.search(choice.words)) : undefined
  return [...book.clauses.values()].filter(
    (clause) =>
      (choice.platform === undefined || clause.platforms.includes(choice.platform)) &&
      (choice.document === undefined || clause.document === choice.document) &&
      (fitting === undefined || fitting.has(clause)) &&
      !(choice.seedOnly && clause.document === LATER),
  )
}

/** The text of `menshen clauses`: one line per clause, under its document's title. */
export const clausesText = (book: Rulebook, choice: ClauseChoice, lang: RulebookLang, width = WIDTH): string => {
  const chosen = chooseClauses(book, choice)
  if (chosen.length === 0) return lang === 'zh' ? '没有符合条件的条款。\n' : 'No clause fits.\n'
  const lines: string[] = []
  for (const document of book.documents) {
    const mine = chosen.filter((clause) => clause.document === document.document)
    if (mine.length === 0) continue
    if (lines.length > 0) lines.push('')
    lines.push(
      ...wrap(
        lang === 'zh'
          ? `${document.document}  ${document.title.zh}（${document.edition}，${mine.length} 条）`
          : `${document.document}  ${document.title.en} (${document.edition}, ${mine.length} clauses)`,
        width,
      ),
    )
    const ids = Math.max(...mine.map((clause) => displayWidth(clause.id)))
    const forces = Math.max(...mine.map((clause) => displayWidth(say(FORCE_NAMES[clause.force], lang))))
    for (const clause of mine) {
      const head = `  ${padTo(clause.id, ids)}  ${padTo(say(FORCE_NAMES[clause.force], lang), forces)}  `
      const title = say(clause.title, lang) + (clause.overtaken ? (lang === 'zh' ? '（已变）' : ' (overtaken)') : '')
      wrap(title, Math.max(20, width - displayWidth(head))).forEach((line, i) => {
        lines.push((i === 0 ? head : ' '.repeat(displayWidth(head))) + line)
      })
    }
  }
  return `${lines.join('\n')}\n`
}
