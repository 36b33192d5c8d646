import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/3.4.2.2', 'wx-op/6.1.9', 'wx-op/10.1'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      offered: {
        what: { zh: '提供破解或盗版内容：“{text}”', en: 'Cracked or pirated matter is offered: “{text}”' },
        why: {
          zh: '不得未经授权提供有版权的内容，如破解软件、破解会员影视。',
          en: 'Protected matter may not be given away without a licence: cracked programs, films behind a membership.',
        },
        fix: { zh: '去掉这些资源，只提供有授权的内容。', en: 'Remove them and offer licensed matter only.' },
      },
    },
  },
  (evidence, report) => sayThemes(evidence, report, { offered: { lists: ['piracy'] } }),
)
