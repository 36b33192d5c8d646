/** The clause table: for each clause of every document the rules that stand behind it, or why there is none. Written by generate.ts. */
import { REASONS } from '../src/check/reasons.ts'
import { type Clause, LATER, loadRulebook, type RulebookDocument, type Way, type Words } from '../src/rulebook/index.ts'
import { WAY_NAMES } from '../src/rulebook/words.ts'
import type { Rule } from '../src/rules/kit.ts'

/** Written for official accounts; mini programs are judged by it as their like. */
const ANALOGOUS = 'wx-oa'
/** Ways that a machine can go; the others belong to people, papers and the platform. */
const MACHINE: readonly Way[] = ['static', 'dynamic', 'text', 'image', 'metadata']
const BEYOND: Readonly<Partial<Record<Way, Words>>> = {
  document: { zh: '核对资质文件', en: 'documents are checked' },
  workflow: { zh: '平台流程（serve 的流程承担）', en: 'a procedure of the platform (serve carries it)' },
  notice: { zh: '告知并留痕', en: 'a notice on record' },
  human: { zh: '人工判断，附证据', en: 'a human decides, with the evidence' },
}
const join = (all: readonly Words[]): Words => ({ zh: all.map((one) => one.zh).join('；'), en: all.map((one) => one.en).join('; ') })

interface Row {
  readonly clause: Clause
  readonly rules: readonly string[]
  /** Rules that cite the same demand in another document. */
  readonly byTwin: readonly string[]
  /** Why there is no rule, or what no rule can do. */
  readonly rest: Words
  readonly kind: 'rules' | 'heading' | 'inform' | 'people' | 'open'
}

/** Loads the rules of these folders. */
export const loadRules = async (ids: readonly string[]): Promise<ReadonlyMap<string, Rule>> => {
  const rules = new Map<string, Rule>()
  for (const id of ids) {
    const { default: rule } = (await import(`../src/rules/${id}/rule.ts`)) as { readonly default: Rule }
    rules.set(id, rule)
  }
  return rules
}

/** One row for every clause of a document. */
export const clauseRows = (document: RulebookDocument, rules: ReadonlyMap<string, Rule>): readonly Row[] => {
  const rulebook = loadRulebook()
  const citing = new Map<string, string[]>()
  for (const [id, rule] of rules)
    for (const clause of rule.meta.clauses) {
      const list = citing.get(clause)
      if (list) list.push(id)
      else citing.set(clause, [id])
    }
  const descendants = (id: string): readonly string[] => rulebook.children(id).flatMap((child) => [child.id, ...descendants(child.id)])
  return document.clauses.map((clause): Row => {
    const own = citing.get(clause.id) ?? []
    const byTwin = rulebook
      .twins(clause.id)
      .flatMap((twin) => citing.get(twin.id) ?? [])
      .filter((id, at, all) => !own.includes(id) && all.indexOf(id) === at)
    const beyond = clause.verify.flatMap((way) => BEYOND[way] ?? [])
    const machine = clause.verify.filter((way) => MACHINE.includes(way))
    const base = { clause, rules: own, byTwin }
    if (own.length + byTwin.length > 0) {
      const partial = [...own, ...byTwin].every((id) => rules.get(id)?.meta.partial)
      return {
        ...base,
        kind: 'rules',
        rest: join([...(partial ? [{ zh: '规则只看其中一部分', en: 'rules look at a part' }] : []), ...beyond]),
      }
    }
    if (clause.verify.every((way) => way === 'group')) {
      const below = rulebook.children(clause.id).length
      return {
        ...base,
        kind: 'heading',
        rest: below > 0 ? { zh: `标题，见下级 ${below} 条`, en: `a heading; see the ${below} clauses below` } : REASONS.heading,
      }
    }
    if (machine.length > 0) {
      const below = descendants(clause.id).some((id) => citing.has(id) || rulebook.twins(id).some((twin) => citing.has(twin.id)))
      const ways = machine.map((way) => WAY_NAMES[way])
      const open = {
        zh: `还没有规则（应由${ways.map((one) => one.zh).join('、')}判断）`,
        en: `no rule yet (${ways.map((one) => one.en).join(', ')})`,
      }
      // The official accounts' rules hold for mini programs by analogy: what the related clause's rules say is said for them.
      const like = clause.related.filter((id) => citing.has(id))
      if (document.document === ANALOGOUS && like.length > 0)
        return {
          ...base,
          kind: 'heading',
          rest: join([
            { zh: `比照适用，由 ${like.join('、')} 的规则判断`, en: `holds by analogy, judged by the rules of ${like.join(', ')}` },
            ...beyond,
          ]),
        }
      const covered = { zh: '由下级条款的规则判断', en: 'judged by the rules of the clauses below' }
      return below
        ? { ...base, kind: 'heading', rest: covered }
        : { ...base, kind: clause.force === 'inform' ? 'inform' : 'open', rest: join([open, ...beyond]) }
    }
    if (clause.force === 'inform') return { ...base, kind: 'inform', rest: join([REASONS.inform, ...beyond]) }
    return { ...base, kind: 'people', rest: join(beyond) }
  })
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
const line = (row: Row): string => {
  const rules = [...row.rules.map((id) => `\`${id}\``), ...row.byTwin.map((id) => `\`${id}\`＝`)].join(' ')
  const rest = row.rest.zh === '' ? '' : `${row.rest.zh}<br>${row.rest.en}`
  return `| \`${row.clause.id}\` | ${cell(row.clause.title.zh)}<br>${cell(row.clause.title.en)} | ${rules || '—'} | ${cell(rest)} |`
}
const HEAD = '| 条款 Clause | 标题 Title | 规则 Rules | 没有规则的原因、规则之外 Why none, and beyond rules |\n|---|---|---|---|'

/** The whole table as Markdown, in both languages. */
export const clauseTable = (rules: ReadonlyMap<string, Rule>): string => {
  const documents = loadRulebook().documents.map((document) => ({ document, rows: clauseRows(document, rules) }))
  const seeds = documents.filter(({ document }) => document.document !== LATER).flatMap(({ rows }) => rows)
  const count = (kind: Row['kind']) => seeds.filter((row) => row.kind === kind).length
  const summary = [
    ['有规则', 'with rules', count('rules')],
    ['标题，或由下级条款判断', 'headings, or judged by the clauses below', count('heading')],
    ['只作说明', 'inform only', count('inform')],
    ['由人、材料或平台流程承担', 'for people, papers or procedures', count('people')],
    ['还没有规则', 'no rule yet', count('open')],
  ]
  return `<!-- Written by packages/menshen/scripts/clause-table.ts. Do not edit. -->
# 条款表 Clause table

五份文件共 ${seeds.length} 条。＝ 表示规则引用的是另一份文件里要求相同的条款。
The five documents hold ${seeds.length} clauses. ＝ marks a rule that cites the clause of another document that demands the same.

| | | |
|---|---|---|
${summary.map(([zh, en, n]) => `| ${zh} | ${en} | ${n} |`).join('\n')}
${documents
  .map(
    ({ document, rows }) => `
## ${document.title.zh} · ${document.title.en} (${document.document}, ${document.edition})

${HEAD}
${rows.map(line).join('\n')}
`,
  )
  .join('')}`
}
