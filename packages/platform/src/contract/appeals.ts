/** Appeals as they are decided: by somebody who had no part in the matter, with a reason that goes to whom it concerns. */
import { z } from 'zod'
import { statement } from './versions.ts'
import { done, endpoint, id, limit, moment, page, reason, rv, text } from './words.ts'

export const appealRow = z.object({
  decision: id,
  rv,
  reference: z.string(),
  action: z.string(),
  actionName: text,
  state: z.string(),
  stateName: text,
  about: z.object({ kind: z.string(), id, name: z.string(), label: z.string().nullable() }),
  decided: moment,
  filed: moment,
  due: moment,
  /** In whose words, and against which findings. */
  grounds: z.string(),
  findings: z.array(z.object({ id, what: text })),
  statement,
  /** Whoever had a part in the matter does not judge the appeal. */
  barred: z.boolean(),
  answered: moment.nullable(),
  answer: text.nullable(),
})

export const APPEALS = {
  'GET /api/review/appeals': endpoint({
    says: { zh: '申诉：等待处理的，或处理过的', en: 'Appeals: those that wait, or those that were decided' },
    permission: 'appeal.decide',
    query: z.object({ decided: z.stringbool().default(false), limit }),
    answer: page(appealRow),
  }),
  'POST /api/review/appeals/:decision/outcome': endpoint({
    says: { zh: '处理申诉：维持或撤销原决定', en: 'Decide an appeal: the decision is upheld or reversed' },
    permission: 'appeal.decide',
    params: z.object({ decision: id }),
    body: z.strictObject({ rv, outcome: z.enum(['affirm', 'reverse']), reason }),
    answer: done,
  }),
} as const

export type AppealTask = z.infer<typeof appealRow>
