/** The entity behind an account, its papers and its certification: what the owner enters (wx-tos 2.7, 3). */
import type { z } from 'zod'
import type { certification as certificationSchema, document as documentSchema, entity as entitySchema } from '../../contract/accounts.ts'
import { masked } from '../../domain/mask.ts'
import { stateName } from '../../domain/table.ts'
import { accountById } from '../../store/accounts.ts'
import { applyForCertification, documentsOf, enterEntity, entityById, uploadDocument } from '../../store/entities.ts'
import { addEntityMessage, certificationOf, documentById, entityMessages, setRepresentative } from '../../store/entity-pages.ts'
import { demandFiles } from '../../store/files.ts'
import { membershipIn } from '../../store/membership.ts'
import { Problem } from '../../store/problem.ts'
import { transition } from '../../store/transition.ts'
import { accountOf, type Call, handlers, iso, isoOr } from '../call.ts'
import { Refusal } from '../errors.ts'
import type { Services } from '../options.ts'

const dayOf = (at: number | null): string | null => (at === null ? null : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10))
/** The day of a paper, in China; of its last day, the end. */
const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)
const endOfDay = (day: string): number => startOfDay(day) + 86_400_000 - 1

/** What a sealed value says with its middle taken out; what was erased stays erased. */
export const maskedSealed = async (
  services: Services,
  purpose: string,
  sealed: Uint8Array | null,
  kind: 'id-number' | 'name',
): Promise<string | null> => {
  if (sealed === null) return null
  try {
    return masked(kind, (await services.secrets.open(services.store.db, purpose, sealed)).toString())
  } catch {
    return null
  }
}
export const entityView = async (services: Services, accountId: string): Promise<z.infer<typeof entitySchema>> => {
  const { store } = services
  const account = await accountById(store, accountId)
  if (!account) throw new Refusal('not-found')
  const row = account.entity === null ? undefined : await entityById(store, account.entity)
  const papers = row ? await documentsOf(store, row.id) : []
  const said = (await entityMessages(store, accountId)).findLast(({ side }) => side === 'checker')
  return {
    id: row?.id ?? null,
    account: account.id,
    state: account.state as 'active',
    stateName: stateName('account', account.state),
    rv: account.rv,
    kind: (row?.kind as 'person' | undefined) ?? null,
    legalName: row?.legal_name ?? null,
    idNumber: row ? await maskedSealed(services, 'entity-number', row.number_sealed, 'id-number') : null,
    minor: row?.minor ?? false,
    guardian: row?.guardian_consent_at != null,
    verifiedAt: isoOr(row?.verified_at),
    papers: papers
      .filter(({ program }) => program === null)
      .map((paper) => ({ id: paper.id, sha256: paper.sha256, kind: paper.kind, state: paper.state })),
    question: said && ['needs-info', 'unverified-entity', 'entity-review'].includes(account.state) ? { zh: said.zh, en: said.en } : null,
  }
}
type DocumentRow = Awaited<ReturnType<typeof documentsOf>>[number]
export const documentView = (row: DocumentRow): z.infer<typeof documentSchema> => ({
  id: row.id,
  kind: row.kind,
  for: row.serves,
  program: row.program,
  file: row.sha256,
  fileName: row.file_name,
  validFrom: dayOf(row.valid_from),
  validUntil: dayOf(row.valid_until),
  state: row.state as 'valid',
  stateName: stateName('document', row.state),
  rv: row.rv,
  reason: (row.reason as { zh: string; en: string } | null) ?? null,
  at: iso(row.created_at),
})
type CertificationRow = NonNullable<Awaited<ReturnType<typeof certificationOf>>>
export const certificationView = (row: CertificationRow | undefined): z.infer<typeof certificationSchema> => {
  const opinion = row?.opinion as { at: number; favourable: boolean; says: { zh: string; en: string } } | null | undefined
  return {
    id: row?.id ?? null,
    state: (row?.state as 'pending' | undefined) ?? 'none',
    stateName: row ? stateName('certification', row.state) : { zh: '未申请', en: 'not applied for' },
    rv: row?.rv ?? 0,
    papers: ((row?.papers as string[] | undefined) ?? []).filter((id) => typeof id === 'string'),
    until: isoOr(row?.until),
    opinion: opinion ? { at: iso(opinion.at), favourable: opinion.favourable, says: opinion.says } : null,
    reason: (row?.reason as { zh: string; en: string } | null | undefined) ?? null,
  }
}
const entityOf = (call: Call): string => {
  if (call.actor.entity === null) throw new Problem('state', { zh: '请先填写主体', en: 'enter your entity first' })
  return call.actor.entity
}

export const ENTITY_ROUTES = handlers({
  'GET /api/entity': (call) => entityView(call.services, accountOf(call)),
  'PUT /api/entity': async (call) => {
    const { services, body, actor } = call
    const account = accountOf(call)
    if (body.minor && !body.guardian)
      throw new Refusal('invalid', undefined, {
        fields: [{ path: 'guardian', said: { zh: '未成年人需要监护人同意', en: 'a minor needs a guardian’s consent' } }],
      })
    if (body.minor && body.kind !== 'person')
      throw new Refusal('invalid', undefined, {
        fields: [{ path: 'minor', said: { zh: '只有个人可以是未成年人', en: 'only a person can be a minor' } }],
      })
    await services.store.run(async (tx) => {
      const row = await accountById(services.store, account)
      const owner = `account:${account}`
      const number = body.idNumber.toUpperCase().replace(/-/g, '')
      const files = await demandFiles(
        tx,
        [account],
        body.papers.map(({ sha256 }) => sha256),
      )
      const entity = await enterEntity(tx, {
        account,
        actor,
        details: {
          kind: body.kind,
          legalName: body.legalName.normalize('NFC'),
          numberSealed: await services.secrets.seal(tx, owner, 'entity-number', number),
          numberKey: services.store.keyed('entity-number', number),
          seal: null,
          minor: body.minor,
          guardianSealed: body.guardian ? await services.secrets.seal(tx, owner, 'guardian', JSON.stringify(body.guardian)) : null,
          guardianConsentAt: body.guardian ? tx.now : null,
        },
      })
      if (body.representative)
        await setRepresentative(tx, entity, await services.secrets.seal(tx, owner, 'representative', body.representative))
      const known = { ...actor, entity }
      const before = row?.entity
        ? new Set(
            (await documentsOf(services.store, row.entity))
              .filter(({ state }) => state !== 'withdrawn' && state !== 'refused')
              .map(({ sha256, kind }) => `${kind} ${sha256}`),
          )
        : new Set()
      for (const paper of body.papers) {
        if (before.has(`${paper.kind} ${paper.sha256}`)) continue
        const file = files.get(paper.sha256)!
        await uploadDocument(tx, { entity, kind: paper.kind, blob: file, fileName: paper.fileName, actor: known })
      }
    })
    return entityView(services, account)
  },
  'POST /api/entity/submission': async (call) => {
    const { services, body, actor } = call
    const account = accountOf(call)
    const row = await accountById(services.store, account)
    await services.store.run(async (tx) => {
      if (body.reply) await addEntityMessage(tx, { account, by: account, side: 'owner', text: { zh: body.reply, en: body.reply } })
      await transition(tx, {
        subject: 'account',
        id: account,
        event: row?.state === 'needs-info' ? 'reply' : 'submit-entity',
        actor: { ...actor, entity: row?.entity ?? null },
        rv: body.rv,
      })
    })
    return entityView(services, account)
  },
  'GET /api/documents': async (call) => ({
    items: call.actor.entity === null ? [] : (await documentsOf(call.services.store, call.actor.entity)).map(documentView),
    next: null,
  }),
  'POST /api/documents': async (call) => {
    const { services, body, actor } = call
    const entity = entityOf(call)
    if (body.program !== undefined && (await membershipIn(services.store, accountOf(call), body.program)).length === 0)
      throw new Refusal('not-found')
    if (body.validFrom && body.validUntil && body.validUntil < body.validFrom)
      throw new Refusal('invalid', undefined, {
        fields: [{ path: 'validUntil', said: { zh: '有效期的结束早于开始', en: 'it ends before it begins' } }],
      })
    const id = await services.store.run(async (tx) => {
      const files = await demandFiles(tx, [accountOf(call)], [body.file])
      return uploadDocument(tx, {
        entity,
        program: body.program ?? null,
        kind: body.kind,
        serves: body.for ?? null,
        blob: files.get(body.file)!,
        fileName: body.fileName,
        numberSealed: body.number ? await services.secrets.seal(tx, `account:${accountOf(call)}`, 'document-number', body.number) : null,
        validFrom: body.validFrom ? startOfDay(body.validFrom) : null,
        validUntil: body.validUntil ? endOfDay(body.validUntil) : null,
        actor,
      })
    })
    return documentView((await documentById(services.store, id))!)
  },
  'POST /api/documents/:document/withdrawal': async (call) => {
    const { services, params, body, actor } = call
    const row = await documentById(services.store, params.document)
    if (!row || row.entity !== actor.entity) throw new Refusal('not-found')
    await services.store.run((tx) => transition(tx, { subject: 'document', id: params.document, event: 'withdraw', actor, rv: body.rv }))
    return documentView((await documentById(services.store, params.document))!)
  },
  'GET /api/certification': async (call) =>
    certificationView(call.actor.entity === null ? undefined : await certificationOf(call.services.store, call.actor.entity)),
  'POST /api/certification': async (call) => {
    const { services, body, actor } = call
    const entity = entityOf(call)
    const own = new Set(
      (await documentsOf(services.store, entity))
        .filter(({ state }) => ['uploaded', 'valid', 'expiring'].includes(state))
        .map(({ id }) => id),
    )
    if (body.papers.some((paper) => !own.has(paper)))
      throw new Refusal('invalid', undefined, {
        fields: [{ path: 'papers', said: { zh: '引用的文件不存在，或者不再有效', en: 'a paper is not there, or not in force any more' } }],
      })
    await services.store.run((tx) => applyForCertification(tx, { entity, papers: [...new Set(body.papers)], actor }))
    return certificationView(await certificationOf(services.store, entity))
  },
})
