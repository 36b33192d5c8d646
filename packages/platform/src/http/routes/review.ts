import { missing, statement } from '../../domain/decision.ts'
import { markFinding } from '../../store/checks.ts'
import { confirmDecision, decideOn, returnDecision, weigh } from '../../store/decisions.ts'
import { noteLook } from '../../store/entity-pages.ts'
import { findingAbout } from '../../store/findings.ts'
import { decisionRows } from '../../store/pages.ts'
import { sessionAlive } from '../../store/profile.ts'
import { programById } from '../../store/programs.ts'
import { claim, claimNext, queueItems, release, renewLease } from '../../store/queue.ts'
import type { Tx } from '../../store/store.ts'
import { transition } from '../../store/transition.ts'
import { addMessage, postpone, sealedTestAccount } from '../../store/versions.ts'
import { demandLease, displayNames, handTo, inReach, queueCounts, recommend, reviewersNow } from '../../store/workbench.ts'
import { type Call, cursor, cursorOf, handlers, iso, isoOr } from '../call.ts'
import { difference } from '../difference.ts'
import { Refusal } from '../errors.ts'
import { eventStream } from '../events.ts'
import { fileRows, readText } from '../packages.ts'
import { savedRun } from '../runs.ts'
import { evidenceTicket } from '../tickets.ts'
import { contentOf, heldView, leaseView, rvNow, viewsOf, wholeItem } from '../views/item.ts'
import { statementView } from './release.ts'
import { demandVersion } from './versions.ts'

const DONE = { done: true } as const
const TICKET = 5 * 60_000
type Item = Pick<Call, 'services' | 'actor'> & { readonly params: { readonly version: string } }

/** What a reviewer may not see is not there. */
const reach = async ({ services, params, actor }: Item): Promise<void> => {
  if (!(await inReach(services.store, params.version, actor))) throw new Refusal('not-found')
}
/** What is done under one’s own lease. */
const inLease = async <T>(call: Item, work: (tx: Tx) => Promise<T>): Promise<T> => {
  await reach(call)
  return call.services.store.run(async (tx) => {
    await demandLease(tx, call.params.version, call.actor)
    return work(tx)
  })
}

export const REVIEW_ROUTES = handlers({
  'GET /api/review/queues': async ({ services, actor }) => {
    const { queues, waiting, held, mine, overdue } = await queueCounts(services.store, actor)
    return {
      queues: queues.map((one) => ({ id: one.id, name: { zh: one.name_zh, en: one.name_en }, open: one.open, overdue: one.overdue })),
      waiting,
      held,
      mine,
      overdue,
    }
  },
  'GET /api/review/items': async ({ services, actor, query }) => {
    const { store } = services
    const place = cursorOf(query.after, (value) => {
      const [rank, dueAt, id] = Array.isArray(value) ? value : []
      return Number.isInteger(rank) && Number.isInteger(dueAt) && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)
        ? { rank: rank as number, dueAt: dueAt as number, id }
        : null
    })
    const rows = await queueItems(store, {
      actor,
      limit: query.limit + 1,
      mine: query.mine,
      ...(query.queue === undefined ? {} : { queue: query.queue }),
      ...(query.state === undefined ? {} : { states: [query.state] }),
      ...(place ? { after: place } : {}),
    })
    const shown = rows.slice(0, query.limit)
    const last = shown.at(-1)
    const names = await displayNames(
      store,
      shown.map(({ holder }) => holder),
    )
    return {
      items: shown.map((row) => ({
        version: row.id,
        program: row.program,
        name: row.name,
        label: row.label,
        platform: row.platform as 'wechat',
        state: row.state as 'held',
        rv: row.rv,
        round: row.round,
        submitted: isoOr(row.submittedAt),
        due: isoOr(row.dueAt),
        overdue: row.dueAt !== null && row.dueAt < store.clock.now(),
        expedited: row.expedited,
        score: row.score,
        reasons: [...row.reasons],
        holder:
          row.holder === null || row.leaseUntil === null
            ? null
            : { name: names.get(row.holder) ?? '', mine: row.holder === actor.id, until: iso(row.leaseUntil) },
      })),
      next: rows.length > query.limit && last ? cursor([last.expedited ? 0 : 1, last.dueAt ?? 0, last.id]) : null,
    }
  },
  'GET /api/review/events': async (call) => {
    const { services, request, actor, caller } = call
    const { store, hub, metrics } = services
    const last = request.headers.get('last-event-id') ?? ''
    const session = caller?.by.id ?? ''
    // Outside reviewers are told of what changes by asking: a stream would tell them of what is not theirs.
    const all = actor.role !== 'outside-reviewer'
    return eventStream({
      store,
      hub,
      keep: ({ subject }) => all && (subject === 'version' || subject === 'decision'),
      after: /^\d{1,15}$/.test(last) ? Number(last) : null,
      alive: () => sessionAlive(store, session),
      onOpen: (by) => metrics.stream(by),
    })
  },
  'POST /api/review/next': async ({ services, actor, body }) => {
    const claimed = await services.store.run((tx) =>
      claimNext(tx, { actor, ...(body.queue === undefined ? {} : { queue: body.queue }), skip: body.skip }),
    )
    return { lease: claimed ? leaseView(claimed.id, claimed.rv, claimed.leaseUntil) : null }
  },
  'POST /api/review/items/:version/claim': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    const claimed = await services.store.run((tx) => claim(tx, { version: params.version, actor, rv: body.rv }))
    return leaseView(claimed.id, claimed.rv, claimed.leaseUntil)
  },
  'POST /api/review/items/:version/renewal': async (call) => {
    await reach(call)
    const { services, params, actor } = call
    const until = await services.store.run((tx) => renewLease(tx, { version: params.version, actor }))
    return leaseView(params.version, await rvNow(services, params.version), until)
  },
  'POST /api/review/items/:version/return': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    await services.store.run(async (tx) => {
      await release(tx, { version: params.version, actor, rv: body.rv })
      if (body.why !== '') await addMessage(tx, { version: params.version, actor, side: 'note', text: body.why })
    })
    return DONE
  },
  'POST /api/review/items/:version/hand-over': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    await services.store.run(async (tx) => {
      if (body.note !== '') await addMessage(tx, { version: params.version, actor, side: 'note', text: body.note })
      await handTo(tx, { version: params.version, actor, to: body.to, rv: body.rv })
    })
    return DONE
  },
  'GET /api/review/reviewers': async ({ services }) => ({ items: [...(await reviewersNow(services.store))], next: null }),
  'GET /api/review/items/:version': async (call) => {
    await reach(call)
    return wholeItem(call)
  },
  'GET /api/review/items/:version/diff': async (call) => {
    await reach(call)
    return difference(call.services, await demandVersion(call.services, call.params.version), call.query.base)
  },
  'GET /api/review/items/:version/files': async (call) => {
    await reach(call)
    return fileRows(call.services, call.params.version)
  },
  'GET /api/review/items/:version/file': async (call) => {
    await reach(call)
    return readText(call.services, call.params.version, call.query.path)
  },
  'GET /api/review/items/:version/run': async (call) => {
    await reach(call)
    return savedRun(call.services, call.params.version)
  },
  'POST /api/review/items/:version/ticket': async (call) => {
    await reach(call)
    const { services, params, caller } = call
    const until = services.store.clock.now() + TICKET
    return {
      origin: services.options.evidenceOrigin,
      ticket: evidenceTicket(services.store, {
        kind: 'version',
        id: params.version,
        session: caller?.by.id ?? '',
        until,
        by: { id: call.actor.id, role: call.actor.role, entity: null },
      }),
      until: iso(until),
    }
  },
  'POST /api/review/items/:version/test-account': async (call) => {
    await reach(call)
    const { services, params, actor } = call
    const sealed = await services.store.run(async (tx) => {
      await demandLease(tx, params.version, actor)
      return sealedTestAccount(tx, { version: params.version, actor })
    })
    if (sealed === null) throw new Refusal('not-found')
    const one = JSON.parse((await services.secrets.open(services.store.db, 'test-account', sealed)).toString()) as Record<
      string,
      string | null
    >
    return {
      kind: one['kind'] ?? '',
      username: one['username'] ?? null,
      secret: one['password'] ?? one['code'] ?? null,
      notes: one['notes'] ?? null,
    }
  },
  'POST /api/review/items/:version/marks': async (call) => {
    const { services, params, body, actor } = call
    for (const { finding } of body.marks) if (!(await findingAbout(services.store, finding, params.version))) throw new Refusal('not-found')
    await inLease(call, async (tx) => {
      for (const { finding, as, reason } of body.marks) await markFinding(tx, { finding, actor, mark: as, reason })
    })
    const wanted = new Set(body.marks.map(({ finding }) => finding))
    return { items: (await viewsOf(services, params.version)).filter(({ id }) => wanted.has(id)), next: null }
  },
  'POST /api/review/items/:version/notes': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    await services.store.run((tx) => addMessage(tx, { version: params.version, actor, side: 'note', text: body.text }))
    return DONE
  },
  'POST /api/review/items/:version/preview': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    const { store, options } = services
    const row = await demandVersion(services, params.version)
    const { content, fields, unhandled, impact, deviates } = await contentOf(services, params.version, body)
    const program = await programById(store, row.program)
    const secondPerson = await store.run((tx) =>
      weigh(tx, { actor, subject: 'version', id: row.id, rv: body.rv, content, impact }, row.program),
    )
    return {
      missing: [
        ...missing(content, store.clock.now()).map(({ field, why }) => ({ field, said: why })),
        ...fields.map(({ path, said }) => ({ field: path, said })),
      ],
      unhandled,
      secondPerson: [...secondPerson],
      deviates,
      statement: statement(content, {
        reference: '—',
        decided: store.clock.now(),
        name: program?.name ?? '',
        version: row.label,
        appealUntil: null,
        redress: options.redress,
      }) as never,
    }
  },
  'POST /api/review/items/:version/decision': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    const { content, fields, unhandled, impact } = await contentOf(services, params.version, body)
    const made = await call.run(async (tx) => {
      if (fields.length > 0) throw new Refusal('invalid', undefined, { fields })
      const { id, reference, state, heavy } = await decideOn(tx, {
        actor,
        subject: 'version',
        id: params.version,
        rv: body.rv,
        content,
        impact,
      })
      // After the store has said what else is wrong: a stale page is told so first.
      if (unhandled.length > 0)
        throw new Refusal(
          'invalid',
          { zh: `还有 ${unhandled.length} 个问题没有处理`, en: `${unhandled.length} findings were not handled` },
          {
            fields: unhandled.slice(0, 100).map((finding) => ({
              path: `findings.${finding}`,
              said: { zh: '请确认、排除或存疑', en: 'confirm, dismiss or mark as unsure' },
            })),
          },
        )
      return { id, reference, state, secondPerson: heavy.map((one) => ({ ...one })) }
    })
    return made
  },
  'POST /api/review/items/:version/question': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    await services.store.run(async (tx) => {
      await addMessage(tx, { version: params.version, actor, side: 'reviewer', text: `${body.question.zh}\n${body.question.en}` })
      await transition(tx, {
        subject: 'version',
        id: params.version,
        event: 'ask',
        actor,
        rv: body.rv,
        payload: { reason: { ...body.question } },
      })
    })
    return DONE
  },
  'POST /api/review/items/:version/postponement': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    const until = Date.parse(body.until)
    const now = services.store.clock.now()
    if (until <= now || until > now + 60 * 86_400_000)
      throw new Refusal('invalid', undefined, {
        fields: [{ path: 'until', said: { zh: '应在今后 60 天之内', en: 'has to be within the next 60 days' } }],
      })
    await services.store.run((tx) => postpone(tx, { version: params.version, actor, rv: body.rv, until, reason: body.reason }))
    return DONE
  },
  'POST /api/review/items/:version/resumption': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    await services.store.run((tx) => transition(tx, { subject: 'version', id: params.version, event: 'resume', actor, rv: body.rv }))
    return DONE
  },
  'POST /api/review/items/:version/recommendation': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    await services.store.run((tx) => recommend(tx, { version: params.version, actor, ...body }))
    return DONE
  },
  'POST /api/review/items/:version/stop': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    await services.store.run((tx) =>
      transition(tx, {
        subject: 'version',
        id: params.version,
        event: 'stop',
        actor,
        rv: body.rv,
        payload: { reason: { ...body.reason } },
      }),
    )
    return DONE
  },
  'POST /api/review/items/:version/unstop': async (call) => {
    await reach(call)
    const { services, params, body, actor } = call
    await services.store.run((tx) =>
      transition(tx, {
        subject: 'version',
        id: params.version,
        event: 'unstop',
        actor,
        rv: body.rv,
        payload: { reason: { ...body.reason } },
      }),
    )
    return DONE
  },
  'GET /api/review/held': async ({ services, actor }) => ({ items: await heldView(services, actor), next: null }),
  'POST /api/review/held/:decision/confirmation': async ({ services, params, body, actor }) => {
    await services.store.run((tx) => confirmDecision(tx, { id: params.decision, actor, rv: body.rv }))
    return DONE
  },
  'POST /api/review/held/:decision/return': async ({ services, params, body, actor }) => {
    await services.store.run((tx) => returnDecision(tx, { id: params.decision, actor, rv: body.rv, reason: body.reason }))
    return DONE
  },
  'GET /api/review/decisions/:decision': async ({ services, params, actor }) => {
    const [row] = await decisionRows(services.store, [params.decision])
    if (!row) throw new Refusal('not-found')
    await services.store.run((tx) => noteLook(tx, actor, 'decision.seen', { subject: 'decision', id: row.id }))
    return statementView(services, row.id)
  },
})
