import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.2.2.2', 'wx-op/6.1.7', 'dy-review/2.2.2.3'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      slimming: {
        what: {
          zh: '推销减肥、增高、丰胸、壮阳等产品：“{text}”',
          en: 'Products for slimming, growing taller, enlarging or potency: “{text}”',
        },
        why: {
          zh: '丰胸、减肥、增高、壮阳、性保健类产品以及疗效断言、前后对比都不接受。',
          en: 'Such products are not accepted, least of all with promised effects or before-and-after pictures.',
        },
        fix: {
          zh: '下架此类产品，去掉功效承诺和对比图；普通运动服务如实描述，例如“健身房月卡，含体测一次”。',
          en: 'Take them down with their promises; describe plain sports services as they are.',
        },
      },
      cure: {
        what: { zh: '用产品或理疗承诺治病：“{text}”', en: 'A product or treatment is said to cure: “{text}”' },
        why: {
          zh: '不能用病例、评价或疗效来推销脱发、祛斑、艾灸治病、私密护理等产品和服务。',
          en: 'Cases, reviews or effects may not sell products for hair loss, spots, moxibustion cures or intimate care.',
        },
        fix: {
          zh: '去掉治病、疗效和案例，只写服务本身，例如“足浴 60 分钟，放松身心”。',
          en: 'Remove cures and cases; describe the service itself, such as a foot bath of 60 minutes.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      slimming: { lists: ['black-five'] },
      cure: { lists: ['ailments'] },
    }),
)
