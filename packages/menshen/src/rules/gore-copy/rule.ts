import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/3.6.1', 'wx-op/6.1.4'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      gore: {
        what: { zh: '血腥恐怖内容：“{text}”', en: 'Blood and horror: “{text}”' },
        why: {
          zh: '真实的血腥、虐待画面和宣扬暴力的内容令人不适，会被拒绝。',
          en: 'Real scenes of blood and cruelty, or praise of violence, are refused.',
        },
        fix: { zh: '删除此类内容；悬疑海报只用场景与剪影。', en: 'Remove it; posters of mysteries use settings and silhouettes.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      gore: { lists: ['gore'] },
    }),
)
