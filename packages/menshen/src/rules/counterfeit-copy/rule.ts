import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.2.1.3', 'wx-op/6.1.9', 'wx-op/10.1'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      replica: {
        what: { zh: '售卖或宣传仿冒名牌：“{text}”', en: 'Copies of known brands: “{text}”' },
        why: {
          zh: '高仿、精仿、一比一复刻侵犯他人商标，售卖和引流都不接受。',
          en: 'Replicas infringe other people’s marks; neither selling nor advertising them is accepted.',
        },
        fix: {
          zh: '下架仿品及相关说法；自有品牌写清品牌与来源，例如“本店自有品牌帆布鞋”。',
          en: 'Take replicas and such words down; name your own brand and where goods come from.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      replica: { lists: ['counterfeit'] },
    }),
)
