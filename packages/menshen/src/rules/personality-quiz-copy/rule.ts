import { isWhole, rule, sayThemes, weighTheme } from '../kit.ts'

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
          zh: '平台规则不接受测试类内容；只是附带一页时由人判断。',
          en: 'Test content is not accepted by the platform’s rules; where it is one page among others a human decides.',
        },
        fix: { zh: '去掉测试，或说明其专业依据和资质。', en: 'Remove the tests, or state their professional ground and licence.' },
      },
    },
  },
  (evidence, report) => {
    const quiz = { lists: ['quiz'] }
    const found = weighTheme(evidence, quiz)
    const texts = new Set(found?.mentions.map(({ text }) => text))
    // Nothing but tests, in several words of it: no need to ask what the program is for.
    const all = found !== undefined && texts.size >= 2 && isWhole(evidence, found.mentions)
    return sayThemes(
      evidence,
      (message, detail) => report(message, all ? { ...detail, verdict: 'violation', severity: 'error' } : detail),
      { quiz: { ...quiz, most: 'review' } },
    )
  },
)
