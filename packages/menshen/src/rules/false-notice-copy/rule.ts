import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/15.6', 'wx-op/6.1.7'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      notice: {
        what: { zh: '做成系统通知、警告的样子：“{text}”', en: 'Made to look like a notice of the system: “{text}”' },
        why: {
          zh: '用病毒、内存、账号异常或中奖的假通知骗人点击会被拒绝。',
          en: 'False notices of viruses, memory, accounts or prizes that make people tap are refused.',
        },
        fix: { zh: '如实说明是什么功能，不用系统警告的口吻。', en: 'Say what the function is, without the tone of a system warning.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      notice: { lists: ['fake-system'] },
    }),
)
