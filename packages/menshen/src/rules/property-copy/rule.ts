import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/3.4.1.1', 'wx-op/6.1.11', 'dy-review/3.4.1.2', 'dy-review/3.4.1.3'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      village: {
        what: { zh: '出售或介绍小产权房：“{text}”', en: 'Homes without full title: “{text}”' },
        why: { zh: '小产权房没有不动产权证，不可买卖或展示。', en: 'Such homes have no title deed and may be neither sold nor shown.' },
        fix: { zh: '下架房源，只展示产权证可查的商品房。', en: 'Take them down; show homes whose deeds can be checked.' },
      },
      army: {
        what: { zh: '出售或介绍军产房：“{text}”', en: 'Homes owned by the armed forces: “{text}”' },
        why: { zh: '军产房不能上市交易，不可展示或销售。', en: 'They may not be traded, shown or sold.' },
        fix: { zh: '下架房源。', en: 'Take them down.' },
      },
      presale: {
        what: { zh: '未见预售许可的认筹：“{text}”', en: 'Money is taken for flats before a sale permit: “{text}”' },
        why: { zh: '取得预售许可证之前不可认筹、收取诚意金。', en: 'Before the pre-sale permit no subscription or deposit may be taken.' },
        fix: { zh: '去掉认筹；已取得许可的，写明预售许可证号。', en: 'Remove it; with a permit, show its number.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      village: { lists: ['small-title'] },
      army: { lists: ['army-title'] },
      presale: { lists: ['presale'] },
    }),
)
