/** What a rule says, why, and by which clauses: for `menshen explain` and, as Markdown, for SARIF viewers. */
import type { Lang, Severity, Text } from '../check/types.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { padTo, wrap } from '../rulebook/width.ts'
import type { Need, Rule } from '../rules/kit.ts'
import type { TextOptions } from './text.ts'
import { CONFIDENCE } from './words.ts'

const SEVERITY: Readonly<Record<Severity, Text>> = {
  error: { zh: '严重', en: 'error' },
  warning: { zh: '一般', en: 'warning' },
  info: { zh: '提示', en: 'info' },
}
const NEEDS: Readonly<Record<Need, Text>> = {
  program: { zh: '配置、模板和样式', en: 'configuration, templates and styles' },
  interpretation: { zh: '代码的行为', en: 'what the code does' },
  copy: { zh: '界面文字', en: 'the texts shown' },
  listing: { zh: '提审信息', en: 'the listing' },
  run: { zh: '实际运行', en: 'a run of the program' },
  pictures: { zh: '图片', en: 'the pictures' },
  aide: { zh: '语言模型的意见（--aide）', en: 'what a language model pointed at (--aide)' },
}
const needName = (need: string, lang: Lang): string => NEEDS[need as Need]?.[lang] ?? need
const placeholders = (text: string) => text.replace(/\{(\w+)\}/g, '‹$1›')

export interface ExplainOptions extends Pick<TextOptions, 'lang' | 'paint'> {
  readonly width: number
}

/** A rule for a terminal. */
export const explainRule = (
  id: string,
  rule: Rule,
  rulebook: Rulebook,
  { lang, width, paint = (_tone, text) => text }: ExplainOptions,
): string => {
  const { meta } = rule
  const zh = lang === 'zh'
  const certainty = [
    SEVERITY[meta.severity][lang],
    CONFIDENCE[meta.confidence][lang],
    zh ? `${meta.since} 加入` : `since ${meta.since}`,
  ].join(' · ')
  const out = [`${paint('strong', id)}  ${paint('faint', certainty)}`, '']
  const labelled = (label: string, text: string) => {
    const margin = 8
    wrap(text, width - margin).forEach((line, i) => {
      out.push(i === 0 ? `  ${paint('faint', padTo(label, margin - 2))}${line}` : ' '.repeat(margin) + line)
    })
  }
  for (const message of Object.values(meta.messages)) {
    wrap(placeholders(message.what[lang]), width - 2).forEach((line, i) => {
      out.push(`${i === 0 ? '• ' : '  '}${paint('strong', line)}`)
    })
    labelled(zh ? '原因' : 'Why', placeholders(message.why[lang]))
    labelled(zh ? '改法' : 'Mend', placeholders(message.fix[lang]))
    out.push('')
  }
  out.push(paint('strong', zh ? '依据的条款' : 'Clauses'))
  for (const clause of meta.clauses) {
    const found = rulebook.find(clause)
    out.push(`  ${paint('clause', padTo(clause, 24))}  ${found?.title[lang] ?? ''}`)
  }
  out.push('', `${paint('faint', zh ? '看什么：' : 'Looks at: ')}${meta.needs.map((need) => needName(need, lang)).join(zh ? '、' : ', ')}`)
  if (meta.partial)
    out.push(
      paint(
        'faint',
        zh ? '只看条款的一部分，没有发现问题不等于整条通过。' : 'Looks at a part of its clauses: its silence does not settle them.',
      ),
    )
  out.push(paint('faint', zh ? `搁置：<!-- menshen-ignore ${id}: 理由 -->` : `Set aside: <!-- menshen-ignore ${id}: reason -->`))
  return `${out.join('\n')}\n`
}

/** A rule as Markdown. */
export const ruleMarkdown = (rule: Rule, rulebook: Rulebook, lang: Lang): string => {
  const zh = lang === 'zh'
  const parts = Object.values(rule.meta.messages).map((message) =>
    [
      `### ${placeholders(message.what[lang])}`,
      `**${zh ? '原因' : 'Why'}** ${placeholders(message.why[lang])}`,
      `**${zh ? '改法' : 'Mend'}** ${placeholders(message.fix[lang])}`,
    ].join('\n\n'),
  )
  const clauses = rule.meta.clauses.map((id) => `- \`${id}\` ${rulebook.find(id)?.title[lang] ?? ''}`)
  return [...parts, `### ${zh ? '条款' : 'Clauses'}`, clauses.join('\n')].join('\n\n')
}
