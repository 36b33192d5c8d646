import { rule } from '../kit.ts'

/** Clauses about what users read, leaf by leaf. What is only ever held for a human by other means is not asked. */
const ASKED =
  'wx-op/5.1.1 wx-op/5.1.2 wx-op/5.1.3 wx-op/5.1.4 wx-op/5.1.5 wx-op/5.2 wx-op/5.4 wx-op/5.5 wx-op/5.7 wx-op/5.9 wx-op/5.10 wx-op/5.12 wx-op/6.1.1 wx-op/6.1.2 wx-op/6.1.3 wx-op/6.1.4 wx-op/6.1.5 wx-op/6.1.6 wx-op/6.1.7 wx-op/6.1.8 wx-op/6.1.9 wx-op/6.1.10 wx-op/6.1.11 wx-op/6.2.1 wx-op/6.2.2 wx-op/6.2.3 wx-op/6.2.4 wx-op/10.1 wx-op/10.3 wx-op/10.4 wx-op/12.3.3 wx-op/13.3 wx-op/15.6 dy-review/1.1.1.4.a dy-review/1.1.1.4.c dy-review/1.2.2.1 dy-review/1.2.2.2 dy-review/1.2.2.3 dy-review/2.1.1.1 dy-review/2.1.1.2 dy-review/2.1.1.3 dy-review/2.1.2.2 dy-review/2.1.2.3 dy-review/2.1.2.4 dy-review/2.1.2.5 dy-review/2.2.1.1 dy-review/2.2.1.2 dy-review/2.2.1.3 dy-review/2.2.1.4 dy-review/2.2.2.1 dy-review/2.2.2.2 dy-review/2.2.2.3 dy-review/2.2.3.1 dy-review/2.2.3.2 dy-review/2.2.4 dy-review/3.1.2 dy-review/3.1.3 dy-review/3.1.4 dy-review/3.1.5 dy-review/3.1.6 dy-review/3.1.7 dy-review/3.1.8 dy-review/3.1.9 dy-review/3.2.2 dy-review/3.2.3 dy-review/3.3.1 dy-review/3.3.2 dy-review/3.4.1.1 dy-review/3.4.1.2 dy-review/3.4.1.3 dy-review/3.4.2.1 dy-review/3.4.2.2 dy-review/3.4.2.3 dy-review/3.4.3.1 dy-review/3.4.3.2 dy-review/3.4.4.1 dy-review/3.4.4.2 dy-review/3.4.4.3 dy-review/3.4.4.4 dy-review/3.4.4.5 dy-review/3.5.1 dy-review/3.6.2 dy-review/3.6.3'.split(
    ' ',
  )
const EVASION = ['wx-op/5.14', 'later/evasion', 'later/douyin-evasion']

export default rule(
  {
    clauses: [...ASKED, ...EVASION],
    needs: ['program'],
    wants: ['aide'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'low',
    partial: true,
    messages: {
      remark: {
        what: { zh: '语言模型指出：“{quote}”', en: 'The language model points at: “{quote}”' },
        why: {
          zh: '模型的理由（未经核实，只供参考）：{why}',
          en: 'The model’s reason, unverified and in its own words: {why}',
        },
        fix: { zh: '对照条款看这段文字，由人判断。', en: 'Read the text beside the clause; a person has to judge.' },
      },
      addressed: {
        what: { zh: '这段文字像是写给审核机器看的：“{quote}”', en: 'This text seems to speak to a reviewing machine: “{quote}”' },
        why: {
          zh: '指使审核程序得出某种结论的文字对用户没有用处，是规避审核的手法。',
          en: 'Users have no use for words that tell a reviewer’s machine what to conclude; they are there to evade a review.',
        },
        fix: { zh: '删去这段文字。', en: 'Remove it.' },
      },
    },
  },
  ({ program, aide }, report) => {
    // Nobody asked for the aide: then there is nothing that it could have said.
    if (!aide) return 'inapplicable'
    for (const { text, at } of aide.addressed)
      report('addressed', {
        at,
        data: { quote: text.slice(0, 60) },
        clauses: EVASION,
        verdict: 'review',
        severity: 'warning',
        confidence: 'medium',
      })
    for (const { clause, passage, quote, why } of aide.remarks) {
      if (!ASKED.includes(clause) || clause.startsWith('dy-') !== (program.platform === 'douyin')) continue
      const { at } = passage
      let spot = at
      if ('file' in at && passage.kind === 'text') {
        const inside = program.files.text(at.file)?.slice(at.start, at.end).indexOf(quote) ?? -1
        if (inside >= 0) spot = { file: at.file, start: at.start + inside, end: at.start + inside + quote.length }
      }
      report('remark', {
        at: spot,
        data: { quote: quote.slice(0, 80), why },
        clauses: [clause],
        verdict: 'review',
        severity: 'warning',
        confidence: 'low',
      })
    }
    const { unasked } = aide.count
    if (unasked > 0)
      return {
        notChecked: {
          zh: `语言模型还有 ${unasked} 个问题没有回答`,
          en: `the language model left ${unasked} question${unasked === 1 ? '' : 's'} unanswered`,
        },
      }
  },
)
