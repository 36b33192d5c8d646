import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.1.1.2', 'wx-op/6.1.11', 'wx-op/13.4'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      finance: {
        what: { zh: '提供贷款、投资或虚拟货币服务：“{text}”', en: 'Loans, investments or virtual coins: “{text}”' },
        why: {
          zh: '没有经平台引入的金融类小程序不接入：网络贷款、荐股、收费理财课、虚拟货币和数字藏品都在其内。',
          en: 'Financial programs that the platform has not invited are not admitted: online loans, stock tips, paid finance lessons, coins and digital collectibles.',
        },
        fix: {
          zh: '去掉金融业务、入口和引导文案，例如装修小程序只展示案例与报价。',
          en: 'Remove the financial business, its entries and its words; a decoration program shows cases and quotes only.',
        },
      },
    },
  },
  (evidence, report) => {
    // Money taken for such a business is what the law on payments is about.
    const pays = evidence.interpretation
      .callsOf('requestPayment', 'requestVirtualPayment')
      .some(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))
    return sayThemes(
      evidence,
      (message, detail) => report(message, pays ? { ...detail, clauses: [...(detail.clauses ?? []), 'wx-op/13.4'] } : detail),
      { finance: { lists: ['finance', 'credit-sale'] } },
    )
  },
)
