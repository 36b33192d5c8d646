/** `menshen rules` and `menshen explain`: every verdict can be explained without a network. */

import type { Lang } from '../check/types.ts'
import { nearest, shown } from '../evidence/shape.ts'
import { explainRule } from '../report/explain.ts'
import { loadRulebook } from '../rulebook/index.ts'
import { explainText } from '../rulebook/render.ts'
import { padTo, wrap } from '../rulebook/width.ts'
import { rules } from '../rules/generated/index.ts'
import type { Rule } from '../rules/kit.ts'
import { EXIT, Failure } from './failure.ts'
import { type Terminal, terminalOf } from './terminal.ts'

interface Flags {
  readonly lang?: Lang
  readonly color?: boolean
}

const platformsOf = (rule: Rule): readonly string[] => {
  const rulebook = loadRulebook()
  const cited = new Set<string>(rule.meta.clauses.flatMap((id) => rulebook.find(id)?.platforms ?? []))
  return [...cited].filter((platform) => rule.meta.platforms?.some((one) => one === platform) ?? true)
}

/** One line for each rule, or all of them as JSON. */
export const rulesCommand = (flags: Flags & { readonly json?: boolean; readonly platform?: string }, spoken: Lang): number => {
  const lang = flags.lang ?? spoken
  const chosen = [...rules].filter(([, rule]) => flags.platform === undefined || platformsOf(rule).includes(flags.platform))
  if (flags.json) {
    const rows = chosen.map(([id, { meta }]) => ({ id, platforms: platformsOf({ meta } as Rule), ...meta }))
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
    return EXIT.clear
  }
  const { paint = (_tone: string, text: string) => text, width }: Partial<Terminal> & { width: number } = terminalOf(
    process.stdout,
    flags.color,
    process.env,
  )
  const margin = Math.max(...chosen.map(([id]) => id.length)) + 2
  for (const [id, { meta }] of chosen) {
    const whats = Object.values(meta.messages).map((message) => message.what[lang].replace(/\{\w+\}/g, '…'))
    const lines = wrap(whats.join(lang === 'zh' ? '；' : '; '), Math.max(30, width - margin))
    lines.forEach((text, i) => {
      process.stdout.write(`${i === 0 ? paint('strong', padTo(id, margin)) : ' '.repeat(margin)}${text}\n`)
    })
    process.stdout.write(`${' '.repeat(margin)}${paint('clause', meta.clauses.join('  '))}\n`)
  }
  process.stdout.write(
    paint(
      'faint',
      lang === 'zh'
        ? `\n共 ${chosen.length} 条规则，menshen explain 规则名 看详情\n`
        : `\n${chosen.length} rules; menshen explain RULE tells more\n`,
    ),
  )
  return EXIT.clear
}

/** A rule by its name, or a clause by its id or a number that a notice quotes. */
export const explainCommand = (name: string, flags: Flags, spoken: Lang): number => {
  const lang = flags.lang ?? spoken
  const rulebook = loadRulebook()
  const { width, paint } = terminalOf(process.stdout, flags.color, process.env)
  const columns = Math.min(width, 110)
  const rule = rules.get(name)
  if (rule) {
    process.stdout.write(explainRule(name, rule, rulebook, { lang, width: columns, paint }))
    return EXIT.clear
  }
  const { found, text } = explainText(rulebook, name, lang, columns)
  if (found) {
    process.stdout.write(text)
    const same = new Set([name.trim(), ...rulebook.twins(name.trim()).map((clause) => clause.id)])
    const citing = [...rules].filter(([, one]) => one.meta.clauses.some((id) => same.has(id))).map(([id]) => id)
    if (citing.length > 0)
      process.stdout.write(`\n${lang === 'zh' ? '有关的规则：' : 'Rules that look at it: '}${citing.join(lang === 'zh' ? '、' : ', ')}\n`)
    return EXIT.clear
  }
  const meant = nearest(name, rules.keys())
  if (!name.includes('/') && meant)
    throw new Failure({
      zh: `没有 ${shown(name)} 这条规则，是否想写 ${meant}？`,
      en: `there is no rule ${shown(name)}; did you mean ${meant}?`,
    })
  process.stderr.write(text)
  return EXIT.unfinished
}
