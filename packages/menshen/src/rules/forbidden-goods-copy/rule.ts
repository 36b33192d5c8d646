import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/3.4.3.1', 'wx-op/6.1.11', 'dy-review/3.4.3.2', 'wx-op/5.12'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      tobacco: {
        what: { zh: '售卖烟草制品：“{text}”', en: 'Tobacco is sold: “{text}”' },
        why: {
          zh: '互联网售烟为法规所禁，卷烟、电子烟、茶烟都不可售卖。',
          en: 'Selling tobacco online is unlawful, e-cigarettes and herbal ones included.',
        },
        fix: { zh: '下架烟草制品。', en: 'Take tobacco down.' },
      },
      terminal: {
        what: { zh: '售卖、回收或推广 POS 机：“{text}”', en: 'Card terminals are sold, bought or promoted: “{text}”' },
        why: {
          zh: 'POS 机不可在线售卖、回收或推广，低费率、养卡更涉违法。',
          en: 'Card terminals may not be sold or promoted online; low rates and card cycling are unlawful besides.',
        },
        fix: { zh: '去掉相关商品和文案，收银系统只介绍软件。', en: 'Remove them; present cashier software only.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      tobacco: { lists: ['tobacco'] },
      terminal: { lists: ['pos'] },
    }),
)
