import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/3.4.4.4', 'wx-op/6.1.6'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      betting: {
        what: { zh: '涉及赌博、竞猜：“{text}”', en: 'Gambling or betting: “{text}”' },
        why: {
          zh: '赌博网站、下注、上下分、押大小和赢了能提现的竞猜都为法律所禁，其教程、工具和代理同样不接受。',
          en: 'Betting, chips that can be cashed and guesses that pay out are unlawful; so are their guides, tools and agencies.',
        },
        fix: {
          zh: '删除下注、筹码、提现等玩法和文案；赛事内容只留赛程、比分，例如“今晚 20:00 开球”。',
          en: 'Remove stakes, chips and cashing out; of matches keep fixtures and scores only.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      betting: { lists: ['gambling', 'guessing'] },
    }),
)
