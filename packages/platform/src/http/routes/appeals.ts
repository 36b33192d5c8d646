/** Appeals: read, and decided by somebody who had no part in the matter. */
import type { z } from 'zod'
import type { appealRow } from '../../contract/appeals.ts'
import type { statement as statementSchema } from '../../contract/versions.ts'
import { due } from '../../domain/deadlines.ts'
import { ACTIONS, type Action } from '../../domain/decision.ts'
import { stateName } from '../../domain/table.ts'
import { type AppealRow, appeals, hadPart } from '../../store/appeals.ts'
import { resolveDecision, statementOf } from '../../store/decisions.ts'
import { findingWords } from '../../store/findings.ts'
import { programById } from '../../store/programs.ts'
import { versionById } from '../../store/versions.ts'
import { eachSound, handlers, iso } from '../call.ts'
import type { Services } from '../options.ts'

const grounds = (row: AppealRow): { readonly text: string; readonly findings: readonly string[] } => {
  const { text, findings } = (row.grounds ?? {}) as { text?: unknown; findings?: unknown }
  return {
    text: typeof text === 'string' ? text : '',
    findings: Array.isArray(findings) ? findings.filter((one): one is string => typeof one === 'string') : [],
  }
}
const appealView = async (services: Services, row: AppealRow, viewer: string | null): Promise<z.infer<typeof appealRow>> => {
  const { store, options } = services
  const version = row.version === null ? undefined : await versionById(store, row.version)
  const of = version?.program ?? row.program
  const program = of === null || of === undefined ? undefined : await programById(store, of)
  const said = grounds(row)
  return {
    decision: row.decision,
    rv: row.rv,
    reference: row.reference,
    action: row.action,
    actionName: ACTIONS[row.action as Action]?.done ?? { zh: row.action, en: row.action },
    state: row.state,
    stateName: stateName('decision', row.state),
    about: {
      kind: row.subject,
      id: (row.version ?? row.program ?? row.account)!,
      name: program?.name ?? '',
      label: version?.label ?? null,
    },
    decided: iso(Number(row.decided_at)),
    filed: iso(Number(row.filed_at)),
    due: iso(due('appeal', Number(row.filed_at), store.calendar)),
    grounds: said.text,
    findings: (await findingWords(store, said.findings)).map(({ id, what }) => ({ id, what })),
    statement: (await statementOf(store, row.decision, options.redress)) as unknown as z.infer<typeof statementSchema>,
    barred: await hadPart(store, row, viewer),
    answered: row.answer === null ? null : iso(Number(row.entered_at)),
    answer: row.answer,
  }
}

export const APPEAL_ROUTES = handlers({
  'GET /api/review/appeals': async ({ services, query, actor }) => ({
    items: await eachSound(services, await appeals(services.store, query), (row) => appealView(services, row, actor.id)),
    next: null,
  }),
  'POST /api/review/appeals/:decision/outcome': async ({ services, params, body, actor }) => {
    await services.store.run((tx) =>
      resolveDecision(tx, { id: params.decision, actor, event: body.outcome, rv: body.rv, reason: body.reason }),
    )
    return { done: true } as const
  },
})
