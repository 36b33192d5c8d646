import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/3.4.4.5', 'wx-op/6.1.11', 'wx-op/6.1.10', 'wx-op/4.3'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      unlawful: {
        what: { zh: '违法的商品或服务：“{text}”', en: 'Unlawful goods or services: “{text}”' },
        why: { zh: '法律法规禁止的物品和服务一律不能发布。', en: 'Goods and services that the law forbids may not be published.' },
        fix: { zh: '删除内容。', en: 'Remove it.' },
      },
      incite: {
        what: { zh: '召集或鼓动违法行为：“{text}”', en: 'People are called to break the law: “{text}”' },
        why: { zh: '召集、鼓动犯罪或违法聚集的内容会被拒绝。', en: 'Calling people to crimes or unlawful gatherings is refused.' },
        fix: { zh: '删除内容，合法活动写明主办方和安全要求。', en: 'Remove it; lawful events name who holds them and their safety rules.' },
      },
    },
  },
  (evidence, report) =>
    // What is sold or called for against the law is an unlawful activity, and the program helps with it.
    sayThemes(evidence, (message, detail) => report(message, { ...detail, clauses: [...(detail.clauses ?? []), 'wx-op/4.3'] }), {
      unlawful: { lists: ['crime'] },
      incite: { lists: ['incite'] },
    }),
)
