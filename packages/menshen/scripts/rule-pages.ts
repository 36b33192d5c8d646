/** One page for every rule, and the list of them: what it says, why, how to mend it, and its examples. Written by generate.ts. */

import type { Finding } from '../src/check/types.ts'
import { LineTable } from '../src/program/lines.ts'
import { type Clause, LATER, loadRulebook } from '../src/rulebook/index.ts'
import { displayWidth } from '../src/rulebook/width.ts'
import { PLATFORM_NAMES } from '../src/rulebook/words.ts'
import type { Confidence, Example, Rule, Severity, Text } from '../src/rules/kit.ts'
import { findingsIn } from './example-run.ts'

export interface DocumentedRule {
  readonly rule: Rule
  readonly examples: readonly Example[]
}

/** Loads the rules of these folders with their examples. */
export const loadDocumented = async (ids: readonly string[]): Promise<ReadonlyMap<string, DocumentedRule>> => {
  const found = new Map<string, DocumentedRule>()
  for (const id of ids) {
    const { default: rule } = (await import(`../src/rules/${id}/rule.ts`)) as { readonly default: Rule }
    const { examples } = (await import(`../src/rules/${id}/examples.ts`)) as { readonly examples: readonly Example[] }
    found.set(id, { rule, examples })
  }
  return found
}

const SEVERITY: Readonly<Record<Severity, Text>> = {
  error: { zh: '严重', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
}
const CONFIDENCE: Readonly<Record<Confidence, Text>> = {
  high: { zh: '大', en: 'high' },
  medium: { zh: '中', en: 'medium' },
  low: { zh: '小', en: 'low' },
}
const EVIDENCE: Readonly<Record<string, Text>> = {
  program: { zh: '程序的文件与配置', en: 'files and configuration' },
  interpretation: { zh: '代码的行为（不执行）', en: 'what the code does, without running it' },
  copy: { zh: '用户能看到的文字', en: 'the texts that users see' },
  listing: { zh: '提审信息', en: 'the listing' },
  run: { zh: '实际运行', en: 'a run of the program' },
  pictures: { zh: '图片里的码、文字和画面', en: 'codes, words and looks of pictures' },
}
const named = (names: Readonly<Record<string, Text>>, key: string): Text => names[key] ?? { zh: key, en: key }
const both = (text: Text): string => `${text.zh} · ${text.en}`

/** Words that Markdown would read as marks. */
const plain = (text: string): string => text.replace(/[\\*_|]/g, (mark) => `\\${mark}`).replaceAll('<', '&lt;')
/** A code span that may hold backticks. */
const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

const clauseLine = (clause: Clause): string => {
  const since = clause.document === LATER ? `（${clause.effective.from} 起 · since ${clause.effective.from}）` : ''
  return `- [${code(clause.id)}](../clauses.md) ${plain(clause.title.zh)} · ${plain(clause.title.en)}${since}`
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly label: string
}
interface Shown {
  readonly marks: ReadonlyMap<string, readonly Mark[]>
  /** What points at no text: a whole file, a field of the listing, a page of a run. */
  readonly elsewhere: readonly string[]
}
/** Where the findings of an example stand. */
const shownOf = (example: Example, findings: readonly Finding[]): Shown => {
  const marks = new Map<string, Mark[]>()
  const elsewhere: string[] = []
  for (const finding of findings) {
    const [place] = finding.places
    const label = finding.verdict === 'review' ? `${finding.message.id}（待判断 review）` : finding.message.id
    if (place === undefined) continue
    if ('file' in place) {
      const text = example.files[place.file]
      const table = new LineTable(text ?? '')
      const [start, end] = [table.offset(place.start), table.offset(place.end)]
      if (end > start) marks.set(place.file, [...(marks.get(place.file) ?? []), { start, end, label }])
      else elsewhere.push(`- ${code(label)} → ${code(place.file)}`)
    } else {
      const where = 'listing' in place ? `listing.json: ${place.listing}` : place.page + (place.selector ? ` ${place.selector}` : '')
      elsewhere.push(`- ${code(label)} → ${code(where)}`)
    }
  }
  return { marks, elsewhere }
}

const MOST_LINES = 60
const LONGEST_LINE = 220
const LANGUAGE: Readonly<Record<string, string>> = {
  wxml: 'html',
  ttml: 'html',
  js: 'js',
  ts: 'ts',
  wxs: 'js',
  sjs: 'js',
  json: 'jsonc',
  wxss: 'css',
  ttss: 'css',
}

/** A file with carets under what is pointed at; long lines and long files are cut, never where a mark stands. */
const fenced = (path: string, text: string, marks: readonly Mark[]): string => {
  const shown: string[] = []
  let offset = 0
  let left = 0
  for (const raw of text.replace(/\n$/, '').split('\n')) {
    const here = marks.filter((mark) => mark.start < offset + raw.length + 1 && mark.end > offset)
    if (shown.length >= MOST_LINES && here.length === 0) left += 1
    else {
      const furthest = Math.max(LONGEST_LINE, ...here.map((mark) => Math.min(mark.end - offset, raw.length)))
      const line = raw.replaceAll('\t', ' ').replaceAll('\r', '')
      shown.push(line.length > furthest ? `${line.slice(0, furthest)} …` : line)
      for (const mark of here) {
        const first = offset + raw.length - raw.trimStart().length
        const [from, to] = [Math.max(mark.start, first) - offset, Math.min(mark.end - offset, raw.trimEnd().length)]
        const label = mark.start >= offset ? ` ${mark.label}` : ''
        if (to > from)
          shown.push(`${' '.repeat(displayWidth(line.slice(0, from)))}${'^'.repeat(displayWidth(line.slice(from, to)))}${label}`)
      }
    }
    offset += raw.length + 1
  }
  if (left > 0) shown.push(`… (${left})`)
  const body = shown.join('\n')
  // A fence longer than any inside.
  const fence = '`'.repeat(Math.max(3, ...[...body.matchAll(/`{3,}/g)].map((match) => match[0].length + 1)))
  return `${code(path)}\n${fence}${LANGUAGE[path.slice(path.lastIndexOf('.') + 1)] ?? ''}\n${body}\n${fence}`
}

const exampleText = (example: Example, findings: readonly Finding[]): string => {
  const { marks, elsewhere } = shownOf(example, findings)
  return [
    `**${plain(example.name.zh)}**<br>${plain(example.name.en)}`,
    ...Object.entries(example.files).map(([path, text]) => fenced(path, text, marks.get(path) ?? [])),
    ...(example.listing ? [fenced('listing.json', JSON.stringify(example.listing, null, 2), [])] : []),
    ...(elsewhere.length > 0 ? [elsewhere.join('\n')] : []),
  ].join('\n\n')
}

const NOTE = '<!-- Written by packages/menshen/scripts/rule-pages.ts. Do not edit. -->'

const platformsOf = ({ meta }: Rule): readonly ('wechat' | 'douyin')[] => {
  const rulebook = loadRulebook()
  const cited = new Set(meta.clauses.flatMap((id) => rulebook.find(id)?.platforms ?? []))
  return (['wechat', 'douyin'] as const).filter((one) => cited.has(one) && (meta.platforms?.includes(one) ?? true))
}
const platformText = (rule: Rule): string =>
  platformsOf(rule)
    .map((one) => both(PLATFORM_NAMES[one]))
    .join('；')

/** The page of one rule, in both languages. */
export const rulePage = (id: string, { rule, examples }: DocumentedRule, find: typeof findingsIn = findingsIn): string => {
  const { meta } = rule
  const rulebook = loadRulebook()
  const needs = [
    ...meta.needs.map((need) => both(named(EVIDENCE, need))),
    ...(meta.wants ?? []).map((want) => `${both(named(EVIDENCE, want))}（可选 · optional）`),
  ]
  const messages = Object.entries(meta.messages).map(
    ([name, { what, why, fix }]) => `### ${code(name)}
**${plain(what.zh)}**

${plain(why.zh)}

改法：${plain(fix.zh)}

**${plain(what.en)}**

${plain(why.en)}

Mend: ${plain(fix.en)}`,
  )
  const failing = examples.filter((example) => example.expect.length > 0)
  const passing = examples.filter((example) => example.expect.length === 0)
  const section = (title: string, list: readonly Example[]) =>
    list.length === 0 ? [] : [`### ${title}`, ...list.map((example) => exampleText(example, find(id, rule, example)))]
  return `${[
    NOTE,
    `# ${id}`,
    `| | |
|---|---|
| 平台 Platforms | ${platformText(rule)} |
| 严重程度 Severity | ${both(named(SEVERITY, meta.severity))} |
| 把握 Confidence | ${both(named(CONFIDENCE, meta.confidence))} |
| 证据 Evidence | ${needs.join('<br>')} |
| 起始 Since | ${meta.since} |`,
    ...(meta.partial
      ? ['只看条款的一个方面：没有发现问题不等于条款通过。<br>Looks at one aspect of its clauses: finding nothing does not settle them.']
      : []),
    '## 条款 Clauses',
    meta.clauses
      .map((clause) => rulebook.find(clause))
      .flatMap((clause) => (clause ? [clauseLine(clause)] : []))
      .join('\n'),
    `也可离线查看 Offline: ${code(`menshen explain ${id}`)}`,
    '## 提示 Messages',
    ...messages,
    '## 例子 Examples',
    ...section('✖ 应报 To be reported', failing),
    ...section('✔ 不应报 Not to be reported', passing),
  ].join('\n\n')}\n`
}

/** The list of all rules. */
export const ruleIndex = (rules: ReadonlyMap<string, DocumentedRule>): string => {
  const rows = [...rules].map(([id, { rule }]) => {
    const { messages, clauses, severity } = rule.meta
    const [first] = Object.values(messages)
    const words = first ? `${plain(first.what.zh)}<br>${plain(first.what.en)}` : ''
    const more = Object.keys(messages).length - 1
    return `| [${code(id)}](${id}.md) | ${words}${more > 0 ? ` (+${more})` : ''} | ${clauses.map(code).join(' ')} | ${platformText(rule)} | ${severity} |`
  })
  return `${NOTE}
# 规则 Rules

共 ${rules.size} 条规则；每条的页面写明它说什么、为什么、怎么改，以及例子。反过来从条款查规则，见[条款表](../clauses.md)。
${rules.size} rules. Each page says what the rule reports, why, how to mend it, with examples. The [clause table](../clauses.md) leads the other way, from clauses to rules.

| 规则 Rule | 提示 Says | 条款 Clauses | 平台 Platforms | 严重程度 Severity |
|---|---|---|---|---|
${rows.join('\n')}
`
}
