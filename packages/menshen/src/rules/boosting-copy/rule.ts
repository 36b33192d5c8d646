import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.2.1.2'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      boosting: {
        what: { zh: '提供或招募游戏代练：“{text}”', en: 'Game boosting is offered or recruited for: “{text}”' },
        why: {
          zh: '代练、代打上分及其招聘属于黑灰产，不予接入。',
          en: 'Boosting, playing for others and hiring people for it are black-market trade and not admitted.',
        },
        fix: { zh: '去掉代练交易和招募，可保留攻略类内容。', en: 'Remove the trade and the hiring; guides may stay.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      boosting: { lists: ['boosting'] },
    }),
)
