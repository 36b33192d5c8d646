import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.2.3.1', 'dy-review/2.2.3.2'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      adoption: {
        what: { zh: '领养宠物要收钱：“{text}”', en: 'Adopting a pet costs money: “{text}”' },
        why: {
          zh: '押金、小偿、预售等任何收费形式的领养都不接受。',
          en: 'Adoption for a deposit, a token fee or in advance is not accepted.',
        },
        fix: { zh: '改为无偿领养，例如“免费领养，签领养协议即可”。', en: 'Make it free: an agreement is all that is signed.' },
      },
      transport: {
        what: { zh: '提供宠物托运：“{text}”', en: 'Pets are shipped: “{text}”' },
        why: {
          zh: '托运途中可能危及动物生命，平台不接入此类服务。',
          en: 'Shipping can cost the animal its life; such services are not admitted.',
        },
        fix: { zh: '去掉托运、空运服务；到店洗护、寄养可以保留。', en: 'Remove shipping; grooming and boarding at the shop may stay.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      adoption: { lists: ['pet-adoption'] },
      transport: { lists: ['pet-transport'] },
    }),
)
