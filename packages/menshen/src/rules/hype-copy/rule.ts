import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.2.2.1', 'wx-op/6.1.7'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      hype: {
        what: { zh: '夸大收益或拉人做副业、微商：“{text}”', en: 'Overstated earnings, side jobs or recruiting of dealers: “{text}”' },
        why: {
          zh: '夸大其词的推销、暴利副业和微商招募属于过度营销与不实宣传。',
          en: 'Overblown promises, get-rich side jobs and dealer recruiting are excessive marketing and untrue.',
        },
        fix: {
          zh: '写真实、可查证的内容，例如“烘焙入门课，共 12 节，含课件”。',
          en: 'Say what is true and can be checked, such as “baking for beginners, 12 lessons with handouts”.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      hype: { lists: ['hype'] },
    }),
)
