import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/12.3.3'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    messages: {
      asked: {
        what: { zh: '要求用户降低手机的安全性：“{text}”', en: 'Users are told to lower their phone’s security: “{text}”' },
        why: {
          zh: '不得要求越狱、ROOT 或关闭系统防护才能使用功能。',
          en: 'No function may ask people to jailbreak, root or unprotect their phone.',
        },
        fix: { zh: '去掉这一步，用系统允许的方式实现。', en: 'Remove this step and do it in a way that the system allows.' },
      },
    },
  },
  (evidence, report) => sayThemes(evidence, report, { asked: { lists: ['jailbreak'] } }),
)
