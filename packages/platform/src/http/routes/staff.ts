/** The staff beside reviewing: checks of entities, papers and certifications; roles; the log; numbers. */
import type { z } from 'zod'
import type { certificationTask, entityCase, grant, identity, person } from '../../contract/staff.ts'
import { ACT_TYPES, actName, subjectName } from '../../domain/acts.ts'
import { due } from '../../domain/deadlines.ts'
import { masked } from '../../domain/mask.ts'
import type { Role } from '../../domain/words.ts'
import { accountById, confirmRole, endRole } from '../../store/accounts.ts'
import { agreementOf } from '../../store/agreement.ts'
import { brokenInvariants, exportHead, genuine, verifyAudit } from '../../store/audit.ts'
import { certify, documentsOf, entitiesToCheck, entityById } from '../../store/entities.ts'
import {
  advise,
  askAdviser,
  certificationsWaiting,
  checkDocument,
  checkEntity,
  documentById,
  documentsWaiting,
  entityMessages,
  noteLook,
  paperFiles,
  refuseCertification,
  relatedEntities,
} from '../../store/entity-pages.ts'
import { figures } from '../../store/figures.ts'
import { mailTo } from '../../store/profile.ts'
import {
  leadNumbers,
  logPage,
  mailPage,
  openGrants,
  proposeRole,
  type StaffPerson,
  setScope,
  signOutFor,
  staffPeople,
} from '../../store/staff.ts'
import { switches, turnSwitch } from '../../store/switches.ts'
import { displayNames } from '../../store/workbench.ts'
import { mailStanding } from '../../store/workers.ts'
import { accountOf, type Call, handlers, iso, isoOr } from '../call.ts'
import { Refusal } from '../errors.ts'
import type { Services } from '../options.ts'
import { clauseTitle, rulebook } from '../rulebook.ts'
import { ruleTitle } from '../rules.ts'
import { type EvidenceTicket, evidenceTicket } from '../tickets.ts'
import { certificationView, documentView, entityView } from './entity.ts'

const DONE = { done: true } as const
const TICKET = 5 * 60_000
const minutes = (ms: number | null): number | null => (ms === null ? null : Math.max(0, Math.round(Number(ms) / 60_000)))

const ticketFor = (call: Pick<Call, 'services' | 'caller' | 'actor'>, kind: EvidenceTicket['kind'], id: string) => {
  const { store, options } = call.services
  const until = store.clock.now() + TICKET
  return {
    origin: options.evidenceOrigin,
    ticket: evidenceTicket(store, {
      kind,
      id,
      session: call.caller?.by.id ?? '',
      until,
      by: { id: call.actor.id, role: call.actor.role, entity: null },
    }),
    until: iso(until),
  }
}
/** Opens what was sealed as JSON; what was erased, or never given, is null. */
const openJson = async <T>({ store, secrets }: Services, purpose: string, sealed: Uint8Array | null | undefined): Promise<T | null> => {
  if (!sealed) return null
  try {
    return JSON.parse((await secrets.open(store.db, purpose, sealed)).toString()) as T
  } catch {
    return null
  }
}
type Contact = { readonly name: string; readonly phone: string }
type Guardian = Contact & { readonly relation: string }
const maskContact = <T extends Contact>(one: T | null): T | null =>
  one ? { ...one, name: masked('name', one.name), phone: masked('phone', one.phone) } : null
const fileView = (row: Awaited<ReturnType<typeof paperFiles>>[number]) => ({
  id: row.id,
  sha256: row.sha256,
  kind: row.kind,
  fileName: row.file_name,
  bytes: row.size,
  type: row.mime,
  state: row.state,
})

/** An entity that somebody checks: one that has been entered, whatever became of it. */
const entityCaseOf = async (services: Services, accountId: string): Promise<z.infer<typeof entityCase>> => {
  const { store } = services
  const account = await accountById(store, accountId)
  if (!account?.entity || account.state === 'unverified-entity') throw new Refusal('not-found')
  const row = (await entityById(store, account.entity))!
  const papers = (await documentsOf(store, row.id)).filter(({ state }) => state !== 'withdrawn')
  const messages = await entityMessages(store, accountId)
  return {
    ...(await entityView(services, accountId)),
    papers: (
      await paperFiles(
        store,
        papers.map(({ id }) => id),
      )
    ).map(fileView),
    contact: maskContact(await openJson<Contact>(services, 'contact', account.contact_sealed)),
    guardianDetails: maskContact(await openJson<Guardian>(services, 'guardian', row.guardian_sealed)),
    related: (await relatedEntities(store, row.id)).map((one) => ({ entity: one.id, legalName: one.legal_name, why: one.why })),
    messages: messages.map((one) => ({ at: iso(one.at), by: one.side, text: `${one.zh}${one.en === one.zh ? '' : `\n${one.en}`}` })),
  }
}
const identityOf = async (services: Services, accountId: string): Promise<z.infer<typeof identity>> => {
  const { store, secrets } = services
  const account = (await accountById(store, accountId))!
  const row = account.entity === null ? undefined : await entityById(store, account.entity)
  const open = async (purpose: string, sealed: Uint8Array | null | undefined) =>
    sealed ? (await secrets.open(store.db, purpose, sealed)).toString() : null
  return {
    idNumber: await open('entity-number', row?.number_sealed),
    representative: await open('representative', row?.representative_sealed),
    contact: await openJson<Contact>(services, 'contact', account.contact_sealed),
    guardian: await openJson<Guardian>(services, 'guardian', row?.guardian_sealed),
  }
}
const personView = (row: StaffPerson): z.infer<typeof person> => ({
  account: row.id,
  email: row.email,
  name: row.name,
  state: row.state,
  roles: [...row.roles] as z.infer<typeof person>['roles'],
  secondFactor: row.factor,
  queues: [...row.queues],
})
const grantView = (row: Awaited<ReturnType<typeof openGrants>>[number], actor: string | null): z.infer<typeof grant> => ({
  id: row.id,
  account: row.account,
  name: row.name,
  email: row.email,
  role: row.role as 'reviewer',
  by: row.by,
  at: iso(row.at),
  mine: row.granted_by === actor,
})
const certificationCases = async (
  services: Services,
  limit: number,
  adviser?: string,
  decided = false,
): Promise<z.infer<typeof certificationTask>[]> => {
  const { store } = services
  return Promise.all(
    (await certificationsWaiting(store, limit, adviser, decided)).map(async (row) => {
      const ids = (row.papers as unknown[]).filter((one): one is string => typeof one === 'string')
      const files = (await paperFiles(store, ids)).filter(({ entity }) => entity === row.entity)
      return {
        ...certificationView(row),
        id: row.id,
        entity: { id: row.entity, legalName: row.legal_name, kind: row.entity_kind },
        applied: iso(row.entered_at),
        due: iso(due('certification', row.entered_at, store.calendar)),
        // An outside house needs the papers of the certification and none that tell who a person is.
        files: files.filter(({ kind }) => adviser === undefined || kind !== 'identity').map(fileView),
      }
    }),
  )
}

export const STAFF_ROUTES = handlers({
  'GET /api/staff/entities': async ({ services, query }) => {
    const { store } = services
    const now = store.clock.now()
    return {
      items: (await entitiesToCheck(store, query.limit)).map((row) => {
        const at = due('entity-check', row.entered_at, store.calendar)
        return {
          account: row.account,
          rv: row.rv,
          entity: row.entity,
          kind: row.kind,
          legalName: row.legal_name,
          minor: row.minor,
          submitted: iso(row.entered_at),
          due: iso(at),
          overdue: at < now,
        }
      }),
      next: null,
    }
  },
  'GET /api/staff/entities/:account': ({ services, params }) => entityCaseOf(services, params.account),
  'POST /api/staff/entities/:account/identity': async ({ services, params, actor }) => {
    await entityCaseOf(services, params.account)
    // The log first: what could not be logged is not shown.
    await services.store.run((tx) => noteLook(tx, actor, 'identity.seen', { subject: 'account', id: params.account }))
    return identityOf(services, params.account)
  },
  'POST /api/staff/entities/:account/ticket': async (call) => {
    const { services, params, actor } = call
    await entityCaseOf(services, params.account)
    await services.store.run((tx) => noteLook(tx, actor, 'papers.seen', { subject: 'account', id: params.account }))
    return ticketFor(call, 'papers', params.account)
  },
  'POST /api/staff/entities/:account/check': async ({ services, params, body, actor }) => {
    const account = await accountById(services.store, params.account)
    if (!account?.entity) throw new Refusal('not-found')
    await services.store.run((tx) =>
      checkEntity(tx, {
        account: params.account,
        event: body.do,
        actor,
        rv: body.rv,
        ...('reason' in body ? { reason: body.reason } : {}),
      }),
    )
    return DONE
  },
  'GET /api/staff/documents': async ({ services, query }) => ({
    items: (await documentsWaiting(services.store, query.limit, query.checked)).map((row) => ({
      ...documentView(row),
      entity: { id: row.entity, legalName: row.legal_name },
      bytes: row.size,
      type: row.mime,
      due: iso(due('document-check', row.entered_at, services.store.calendar)),
    })),
    next: null,
  }),
  'POST /api/staff/documents/:document/ticket': async (call) => {
    const { services, params, actor } = call
    if (!(await documentById(services.store, params.document))) throw new Refusal('not-found')
    await services.store.run((tx) => noteLook(tx, actor, 'document.seen', { subject: 'document', id: params.document }))
    return ticketFor(call, 'document', params.document)
  },
  'POST /api/staff/documents/:document/check': async ({ services, params, body, actor }) => {
    await services.store.run((tx) =>
      checkDocument(tx, { id: params.document, event: body.do, actor, rv: body.rv, ...('reason' in body ? { reason: body.reason } : {}) }),
    )
    return DONE
  },
  'POST /api/staff/documents/:document/annulment': async ({ services, params, body, actor }) => {
    await services.store.run((tx) => checkDocument(tx, { id: params.document, event: 'annul', actor, rv: body.rv, reason: body.reason }))
    return DONE
  },
  'GET /api/staff/certifications': async ({ services, query }) => ({
    items: await certificationCases(services, query.limit, undefined, query.decided),
    next: null,
  }),
  'POST /api/staff/certifications/:certification/adviser': async ({ services, params, body, actor }) => {
    await services.store.run(async (tx) => {
      await askAdviser(tx, { certification: params.certification, account: body.account, actor })
      await mailTo(tx, body.account, 'advice-asked')
    })
    return DONE
  },
  'POST /api/staff/certifications/:certification/decision': async ({ services, params, body, actor }) => {
    const { store } = services
    if (body.do === 'certify') {
      const until = Date.parse(body.until)
      const now = store.clock.now()
      if (until <= now || until > now + 366 * 2 * 86_400_000)
        throw new Refusal('invalid', undefined, {
          fields: [{ path: 'until', said: { zh: '应在今后两年之内', en: 'has to be within the next two years' } }],
        })
      await store.run((tx) => certify(tx, { id: params.certification, until, actor, rv: body.rv }))
    } else
      await store.run((tx) =>
        refuseCertification(tx, { id: params.certification, event: 'refuse', actor, rv: body.rv, reason: body.reason }),
      )
    return DONE
  },
  'POST /api/staff/certifications/:certification/annulment': async ({ services, params, body, actor }) => {
    await services.store.run((tx) =>
      refuseCertification(tx, { id: params.certification, event: 'annul', actor, rv: body.rv, reason: body.reason }),
    )
    return DONE
  },
  'GET /api/advice': async (call) => ({ items: await certificationCases(call.services, 100, accountOf(call)), next: null }),
  'POST /api/advice/:certification': async ({ services, params, body, actor }) => {
    await services.store.run((tx) =>
      advise(tx, { certification: params.certification, actor, rv: body.rv, favourable: body.favourable, says: body.reason }),
    )
    return DONE
  },
  'GET /api/staff/people': async ({ services, query }) => ({
    items: (await staffPeople(services.store, query.words.trim())).map(personView),
    next: null,
  }),
  'GET /api/staff/grants': async ({ services, actor }) => ({
    items: (await openGrants(services.store)).map((row) => grantView(row, actor.id)),
    next: null,
  }),
  'POST /api/staff/grants': async ({ services, body, actor }) => {
    const id = await services.store.run((tx) => proposeRole(tx, { account: body.account, role: body.role as Role, actor }))
    return grantView((await openGrants(services.store, id))[0]!, actor.id)
  },
  'POST /api/staff/grants/:grant/confirmation': async ({ services, params, actor }) => {
    const [row] = await openGrants(services.store, params.grant)
    if (!row) throw new Refusal('not-found')
    await services.store.run(async (tx) => {
      await confirmRole(tx, { grant: params.grant, actor })
      await signOutFor(tx, row.account)
      await mailTo(tx, row.account, 'role-granted', { role: row.role })
    })
    return DONE
  },
  'DELETE /api/staff/people/:account/roles/:role': async ({ services, params, actor }) => {
    await services.store.run(async (tx) => {
      await endRole(tx, { account: params.account, role: params.role as Role, actor })
      await signOutFor(tx, params.account)
    })
    return DONE
  },
  'PUT /api/staff/people/:account/queues': async ({ services, params, body, actor }) => {
    await services.store.run((tx) => setScope(tx, { account: params.account, queues: body.queues, actor }))
    return DONE
  },
  'GET /api/staff/audit': async ({ services, query }) => {
    const { after, newest, limit, type, subject, id, actor } = query
    const rows = await logPage(services.store, { after, newest, limit: limit + 1, type, subject, id, actor })
    const shown = rows.slice(0, limit)
    const names = await displayNames(
      services.store,
      shown.map((row) => row.actor),
    )
    return {
      items: shown.map((row) => ({
        seq: row.seq,
        at: iso(row.at),
        actor: row.actor,
        actorName: names.get(row.actor ?? '') ?? null,
        role: row.role,
        onBehalf: row.on_behalf,
        type: row.type,
        name: actName(row.type),
        subject: row.subject,
        subjectName: row.subject === null ? null : subjectName(row.subject),
        subjectId: row.subject_id,
        beforeRv: row.before_rv,
        afterRv: row.after_rv,
        payload: payloadOf(row.payload),
        hash: row.hash,
      })),
      next: rows.length > limit ? String(shown.at(-1)!.seq) : null,
      types: ACT_TYPES.map((type) => ({ type, name: actName(type)! })),
    }
  },
  'POST /api/staff/audit/head': async ({ services }) => ({ head: await exportHead(services.store) }),
  'POST /api/staff/audit/verification': async ({ services, body }) => {
    const { store } = services
    const forged = body.heads.filter((head) => !genuine(store, head)).map(({ seq }) => seq)
    const verdict = await verifyAudit(
      store,
      body.heads.filter((head) => genuine(store, head)),
    )
    return verdict.ok
      ? { ok: forged.length === 0, rows: verdict.rows, fault: null, forged }
      : { ok: false, rows: null, fault: verdict, forged }
  },
  'GET /api/staff/mail': async ({ services, query }) => {
    if (!services.options.development) throw new Refusal('not-found')
    return {
      items: (await mailPage(services.store, query)).map((row) => ({
        id: row.id,
        to: row.to_address ?? '',
        subject: row.subject,
        text: row.body,
        at: iso(row.created_at),
        state: row.sent_at !== null || row.kept ? ('sent' as const) : row.error === null ? ('waiting' as const) : ('failed' as const),
      })),
      next: null,
    }
  },
  'GET /api/staff/lead': async ({ services }) => {
    const one = await leadNumbers(services.store)
    return {
      waiting: one.waiting,
      overdue: one.overdue,
      held: one.held,
      dueSoon: one.soon.map(({ from, count }) => ({ from: iso(Number(from)), count })),
      week: {
        decided: one.week.decided,
        approved: one.week.approved,
        refused: one.week.refused,
        automated: one.week.automated,
        medianMinutes: minutes(one.week.median),
      },
      reviewers: one.reviewers.map(({ name, decided, median, reversed }) => ({ name, decided, medianMinutes: minutes(median), reversed })),
      clauses: one.clauses.map((row) => ({ ...row, title: rulebook().find(row.clause) === undefined ? null : clauseTitle(row.clause) })),
    }
  },
  'GET /api/staff/agreement': async ({ services }) => {
    const { rules, pairs, reviewers } = await agreementOf(services.store, 90)
    return { rules: rules.map((row) => ({ ...row, title: ruleTitle(row.rule) })), pairs, reviewers: reviewers.map((row) => ({ ...row })) }
  },
  'GET /api/staff/operation': async ({ services }) => {
    const { store } = services
    const [now, turned, broken, mail] = await Promise.all([figures(store), switches(store), brokenInvariants(store), mailStanding(store)])
    return {
      outbox: now.outbox.map(({ kind, waiting, dead, oldest }) => ({ kind, waiting, dead, oldest: isoOr(oldest) })),
      timers: now.timers,
      states: now.states.map((row) => ({ ...row })),
      switches: turned.map(({ name, title, on, since }) => ({ name, title, on, since: isoOr(since) })),
      broken: [...broken],
      mail: { ...mail, oldest: isoOr(mail.oldest) },
    }
  },
  'PUT /api/staff/switches/:switch': async ({ services, params, body, actor }) => {
    await services.store.run((tx) => turnSwitch(tx, { name: params.switch, on: body.on, why: body.why, actor }))
    return DONE
  },
})
const payloadOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return { unreadable: true }
  }
}
