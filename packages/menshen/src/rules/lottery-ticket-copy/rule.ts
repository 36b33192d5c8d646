import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.1.2.5', 'wx-op/6.1.6'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      ticket: {
        what: { zh: '提供彩票购买、开奖或验奖内容：“{text}”', en: 'Lottery tickets, results or prize checks: “{text}”' },
        why: {
          zh: '互联网售彩没有获得批准，开奖查询、验奖和彩票设备也不接受。',
          en: 'Selling lottery tickets on the internet is not permitted; results, prize checks and machines are not accepted either.',
        },
        fix: { zh: '去掉彩票相关页面和文案。', en: 'Remove the pages and words on lottery tickets.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      ticket: { lists: ['lottery'] },
    }),
)
