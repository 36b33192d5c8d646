import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.2.1.1', 'wx-op/6.1.11'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      scalping: {
        what: { zh: '提供代抢、代排队或黄牛票：“{text}”', en: 'Queueing or grabbing in someone’s place, touted tickets: “{text}”' },
        why: {
          zh: '倒卖号源和票证、代挂号代排队属于黑灰产。',
          en: 'Touting appointments and tickets or queueing for pay is black-market trade.',
        },
        fix: {
          zh: '只保留本人使用的取号、购票功能，不收取代办费。',
          en: 'Keep number-taking and tickets for the user alone, without a fee for doing it in their place.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      scalping: { lists: ['scalper'] },
    }),
)
