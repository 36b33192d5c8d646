import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/3.5.1', 'wx-op/6.1.3', 'later/fortune-telling'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      fortune: {
        what: { zh: '提供算命、风水等迷信内容：“{text}”', en: 'Fortune-telling or other superstition is offered: “{text}”' },
        why: {
          zh: '占卜、解梦、风水、看相，以及按八字、五行、号码测吉凶，都算宣扬封建迷信，会被拒绝。',
          en: 'Divination, dream reading, geomancy, face reading and luck told from birth dates, elements or numbers count as superstition and are refused.',
        },
        fix: {
          zh: '去掉测算内容和入口，按字义、读音等常识来介绍，例如“按字义和读音推荐名字”。',
          en: 'Remove the readings and their entries; keep to plain knowledge, such as suggesting names by meaning and sound.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      fortune: { lists: ['superstition'] },
    }),
)
