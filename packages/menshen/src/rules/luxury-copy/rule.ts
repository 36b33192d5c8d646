import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.2.4'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      luxury: {
        what: { zh: '回收或售卖黄金、珠宝、名表等贵重物品：“{text}”', en: 'Gold, jewels or luxury watches are bought or sold: “{text}”' },
        why: {
          zh: '玉石、珠宝、黄金、钻石、名表、名包的回收、竞拍与售卖不予接入。',
          en: 'Buying, auctioning and selling jade, jewels, gold, diamonds, luxury watches and bags is not admitted.',
        },
        fix: {
          zh: '去掉此类商品与回收业务；普通旧物可写明品类，例如“二手书回收，按本计价”。',
          en: 'Remove these goods; of ordinary used things name the kind, such as second-hand books.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      luxury: { lists: ['luxury'] },
    }),
)
