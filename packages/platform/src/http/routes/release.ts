/** Release of what was approved, decisions as those concerned see them, and appeals. */
import type { z } from 'zod'
import type { statement as statementSchema } from '../../contract/versions.ts'
import { appeal, statementOf } from '../../store/decisions.ts'
import { findingIn } from '../../store/findings.ts'
import { programOfVersion } from '../../store/membership.ts'
import { decisionRows, decisionsFor, programLine, releaseSteps } from '../../store/pages.ts'
import { refuseWhile } from '../../store/switches.ts'
import { transition } from '../../store/transition.ts'
import { publicVersions } from '../../store/versions.ts'
import { accountOf, eachSound, handlers, iso } from '../call.ts'
import type { Caller } from '../caller.ts'
import { Refusal } from '../errors.ts'
import type { Services } from '../options.ts'
import { qrSvg } from '../qr.ts'
import { type DecisionRow, decisionViewOf, versionView } from '../views/programs.ts'
import { demandVersion } from './versions.ts'

/** Where a released program is found: what its code says. */
export const cardUrl = (services: Services, appid: string): string => `${services.options.origin}/p/${appid}`

const view = async (services: Services, id: string) => {
  const { store } = services
  const row = await demandVersion(services, id)
  const [program, steps, out] = await Promise.all([
    programLine(store, row.program),
    releaseSteps(store, id),
    publicVersions(store, row.program),
  ])
  const url = cardUrl(services, program!.appid)
  return {
    version: versionView(row),
    percent: row.percent,
    steps: steps.map(({ step, percent, at }) => ({ step, percent, at: iso(at) })),
    code: out.length > 0 ? { url, qr: await qrSvg(url) } : null,
  }
}
export const statementView = async (services: Services, id: string): Promise<z.infer<typeof statementSchema>> =>
  (await statementOf(services.store, id, services.options.redress)) as unknown as z.infer<typeof statementSchema>

/** A token that is bound to a program is told of decisions about that program only. */
const forToken = async ({ store }: Services, caller: Caller | null, rows: readonly DecisionRow[]): Promise<readonly DecisionRow[]> => {
  const only = caller?.by.kind === 'token' ? caller.by.program : null
  if (only === null) return rows
  const programs = await Promise.all(rows.map((row) => (row.version === null ? row.program : programOfVersion(store, row.version))))
  return rows.filter((_, i) => programs[i] === only)
}

export const RELEASE_ROUTES = handlers({
  'GET /api/versions/:version/release': ({ services, params }) => view(services, params.version),
  'POST /api/versions/:version/release': async (call) => {
    const { services, params, body, actor } = call
    // Whoever wants less of it out is never stopped.
    if (body.do !== 'pause') await refuseWhile(services.store, 'stop-releases')
    await call.run(async (tx) => {
      const { rv } = await transition(tx, {
        subject: 'version',
        id: params.version,
        event: body.do,
        actor,
        rv: body.rv,
        payload: 'percent' in body ? { percent: body.percent } : {},
      })
      return { rv }
    })
    return view(services, params.version)
  },
  'GET /api/decisions': async ({ services, caller }) => {
    const rows = await forToken(
      services,
      caller,
      await decisionRows(services.store, await decisionsFor(services.store, accountOf({ caller }))),
    )
    const shown = rows.filter(({ state }) => !['drafted', 'held', 'returned'].includes(state))
    return { items: await eachSound(services, shown, (row) => decisionViewOf(services, row)), next: null }
  },
  'GET /api/decisions/:decision': async ({ services, params, caller }) => {
    const [row] = await forToken(
      services,
      caller,
      await decisionRows(services.store, await decisionsFor(services.store, accountOf({ caller }), params.decision)),
    )
    // What never came into force was never said.
    if (!row || ['drafted', 'held', 'returned'].includes(row.state)) throw new Refusal('not-found')
    return statementView(services, row.id)
  },
  'POST /api/decisions/:decision/appeal': async (call) => {
    const { services, params, body, actor } = call
    const { store } = services
    const [row] = await decisionRows(store, await decisionsFor(store, accountOf(call), params.decision))
    if (!row || ['drafted', 'held', 'returned'].includes(row.state)) throw new Refusal('not-found')
    if (row.version !== null) {
      const { program } = await demandVersion(services, row.version)
      for (const finding of body.findings)
        if (!(await findingIn(store, finding, program)))
          throw new Refusal('invalid', undefined, {
            fields: [{ path: 'findings', said: { zh: '没有这个问题', en: 'there is no such finding' } }],
          })
    }
    await store.run((tx) => appeal(tx, { id: params.decision, actor, grounds: { text: body.grounds, findings: body.findings } }))
    const [now] = await decisionRows(store, [params.decision])
    return decisionViewOf(services, now!)
  },
  'POST /api/decisions/:decision/appeal/withdrawal': async (call) => {
    const { services, params, body, actor } = call
    const { store } = services
    const [own] = await decisionsFor(store, accountOf(call), params.decision)
    if (own === undefined) throw new Refusal('not-found')
    await store.run((tx) => transition(tx, { subject: 'decision', id: own, event: 'withdraw-appeal', actor, rv: body.rv }))
    const [now] = await decisionRows(store, [own])
    return decisionViewOf(services, now!)
  },
})
