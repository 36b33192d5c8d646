/**
 * What the developer has set aside: comments beside the code, or rows of menshen.json. A reason is mandatory, and what is
 * malformed or no longer needed is reported.
 *
 *   <!-- menshen-ignore RULE: reason -->            this line or the next
 *   // menshen-ignore RULE, RULE: reason            scripts and JSON; also between slash-star and star-slash, as in styles
 *   <!-- menshen-ignore-file RULE: reason -->       the whole file, from anywhere in it
 */
import { IgnoreList } from '../program/glob.ts'
import { linesOf } from '../program/lines.ts'
import { suffixOf } from '../program/path.ts'
import type { Files, Span } from '../program/types.ts'
import type { SetAsideRow } from './config.ts'
import type { Placer } from './place.ts'
import type { Finding, RunProblem, SetAside, Text } from './types.ts'

interface Ignore {
  readonly rules: readonly string[]
  readonly reason: string
  readonly at: Span
  /** The lines it speaks of; the whole file when left out. */
  readonly lines?: readonly [number, number]
  readonly used: Set<string>
}
export interface Ignores {
  readonly found: readonly Ignore[]
  readonly problems: readonly RunProblem[]
}

const TEMPLATES = new Set(['wxml', 'ttml', 'html', 'axml'])
const STYLES = new Set(['wxss', 'ttss', 'css', 'acss'])
const SCRIPTS = new Set(['js', 'ts', 'wxs', 'sjs', 'json', 'json5', 'mjs', 'cjs'])
const NONE: ReadonlySet<string> = new Set()
/** More than anyone writes by hand in one file. */
const MOST_PER_FILE = 500

/** The word that every such comment holds. */
export const SET_ASIDE = 'menshen-ignore'
/** Whether a file is of a kind whose comments are looked at. */
export const maySetAside = (file: string): boolean => {
  const suffix = suffixOf(file)
  return TEMPLATES.has(suffix) || STYLES.has(suffix) || SCRIPTS.has(suffix)
}

/** A comment's opening, the word, and the rest of the comment (`d` for the rest's place). */
const patternFor = (suffix: string): RegExp | undefined => {
  if (TEMPLATES.has(suffix)) return /<!--\s*menshen-ignore(-file)?(?![\w-])([\s\S]{0,600}?)(?:-->|$)/g
  if (STYLES.has(suffix)) return /\/\*+\s*menshen-ignore(-file)?(?![\w-])([\s\S]{0,600}?)(?:\*\/|$)/g
  if (SCRIPTS.has(suffix))
    return /(?:\/\/+[ \t]*menshen-ignore(-file)?(?![\w-])([^\r\n]{0,600})|\/\*+\s*menshen-ignore(-file)?(?![\w-])([\s\S]{0,600}?)(?:\*\/|$))/g
  return undefined
}

const problem = (kind: string, text: Text, at: Span, placer: Placer): RunProblem => ({ kind, text, place: placer.span(at), hides: false })
const RULE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** Finds the set-asides in every text of the program. `known` holds every rule's id, of either platform; `unmarked` files hold none. */
export const readIgnores = (files: Files, known: ReadonlySet<string>, placer: Placer, unmarked: ReadonlySet<string> = NONE): Ignores => {
  const found: Ignore[] = []
  const problems: RunProblem[] = []
  for (const file of files.list()) {
    if (unmarked.has(file) || !maySetAside(file)) continue
    const text = files.text(file)
    const pattern = text?.includes(SET_ASIDE) ? patternFor(suffixOf(file)) : undefined
    if (!text || !pattern) continue
    let count = 0
    for (const match of text.matchAll(pattern)) {
      if (++count > MOST_PER_FILE) break
      const at = { file, start: match.index, end: match.index + match[0].length }
      const whole = (match[1] ?? match[3]) !== undefined
      const rest = (match[2] ?? match[4] ?? '').trim()
      const colon = rest.search(/[:：]/)
      const names = (colon < 0 ? rest : rest.slice(0, colon)).split(/[,，\s]+/).filter((name) => name !== '')
      const reason =
        colon < 0
          ? ''
          : rest
              .slice(colon + 1)
              .replace(/\s+/g, ' ')
              .trim()
      if (names.length === 0 || !names.every((name) => RULE.test(name))) {
        problems.push(
          problem(
            'ignore-malformed',
            { zh: 'menshen-ignore 后面要写规则名、冒号和理由', en: 'menshen-ignore has to be followed by a rule, a colon and a reason' },
            at,
            placer,
          ),
        )
        continue
      }
      if (reason === '') {
        problems.push(
          problem(
            'ignore-without-reason',
            {
              zh: `menshen-ignore ${names.join(', ')} 没有写理由，因此无效：请写成“规则: 理由”`,
              en: `menshen-ignore ${names.join(', ')} gives no reason and has no effect: write "RULE: reason"`,
            },
            at,
            placer,
          ),
        )
        continue
      }
      for (const name of names.filter((one) => !known.has(one)))
        problems.push(
          problem(
            'ignore-unknown-rule',
            { zh: `menshen-ignore 提到的规则不存在：${name}`, en: `menshen-ignore names a rule that does not exist: ${name}` },
            at,
            placer,
          ),
        )
      const rules = names.filter((name) => known.has(name))
      if (rules.length === 0) continue
      const table = linesOf(files, file)
      const lines = [table.position(at.start).line, table.position(Math.max(at.start, at.end - 1)).line + 1] as const
      found.push({ rules, reason, at, used: new Set(), ...(whole ? {} : { lines }) })
    }
  }
  return { found, problems }
}

const ignoredBy = (finding: Finding, ignores: Ignores): SetAside | undefined => {
  const place = finding.places[0]
  if (place === undefined || !('file' in place)) return undefined
  const hit = ignores.found.find(
    ({ rules, at, lines }) =>
      at.file === place.file &&
      rules.includes(finding.rule) &&
      (lines === undefined || (place.start.line >= lines[0] && place.start.line <= lines[1])),
  )
  if (!hit) return undefined
  hit.used.add(finding.rule)
  return { by: 'ignore', reason: hit.reason }
}

/** Rows of menshen.json's `setAside`: for findings without a line, and for JSON that must not hold comments. */
export interface ConfiguredSetAsides {
  readonly rows: readonly SetAsideRow[]
  /** YYYY-MM-DD. */
  readonly today: string
}

const configuredFor = (finding: Finding, { rows, today }: ConfiguredSetAsides, used: Set<SetAsideRow>): SetAside | undefined => {
  const place = finding.places[0]
  const file = place && 'file' in place ? place.file : undefined
  const hit = rows.find(
    (row) =>
      row.rule === finding.rule &&
      (row.until === undefined || row.until >= today) &&
      (row.file === undefined || (file !== undefined && new IgnoreList(row.file).ignoresFile(file))),
  )
  if (!hit) return undefined
  used.add(hit)
  return { by: 'ignore', reason: hit.reason, ...(hit.until ? { until: hit.until } : {}) }
}

/** Applies both kinds; findings that are already set aside stay as they are. Says which set-asides nothing needed. */
export const applySetAsides = (
  findings: readonly Finding[],
  ignores: Ignores,
  configured: ConfiguredSetAsides,
  settled: ReadonlySet<string>,
  placer: Placer,
): { readonly findings: readonly Finding[]; readonly problems: readonly RunProblem[] } => {
  const used = new Set<SetAsideRow>()
  const after = findings.map((finding) => {
    const setAside = ignoredBy(finding, ignores) ?? configuredFor(finding, configured, used)
    return finding.setAside === undefined && setAside ? { ...finding, setAside } : finding
  })
  const problems = [...ignores.problems]
  // A rule that did not run, or could not see everything, may need it another time.
  for (const ignore of ignores.found)
    for (const rule of ignore.rules.filter((id) => settled.has(id) && !ignore.used.has(id)))
      problems.push(
        problem(
          'ignore-unused',
          {
            zh: `这里不再需要 menshen-ignore ${rule}：规则没有发现问题`,
            en: `menshen-ignore ${rule} is not needed here: the rule finds nothing`,
          },
          ignore.at,
          placer,
        ),
      )
  for (const row of configured.rows) {
    if (row.until !== undefined && row.until < configured.today)
      problems.push({
        kind: 'set-aside-expired',
        text: { zh: `setAside 已于 ${row.until} 到期：${row.rule}`, en: `a set-aside for ${row.rule} ended on ${row.until}` },
        place: row.place,
        hides: false,
      })
    else if (settled.has(row.rule) && !used.has(row))
      problems.push({
        kind: 'ignore-unused',
        text: { zh: `不再需要这条 setAside：${row.rule} 没有发现问题`, en: `this set-aside is not needed: ${row.rule} finds nothing` },
        place: row.place,
        hides: false,
      })
  }
  return { findings: after, problems }
}
