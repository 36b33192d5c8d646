import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/6.2.3'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      quiz: {
        what: { zh: '性格、运势一类测试：“{text}”', en: 'Tests of character or luck: “{text}”' },
        why: {
          zh: '平台规则不接受测试类内容，是否以此为主由人判断。',
          en: 'Test content is not accepted by the platform’s rules; whether it is the main thing a human decides.',
        },
        fix: { zh: '去掉测试，或说明其专业依据和资质。', en: 'Remove the tests, or state their professional ground and licence.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      quiz: { lists: ['quiz'], most: 'review' },
    }),
)
