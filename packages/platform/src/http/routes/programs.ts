/** Programs, their members, categories and listing. */
import type { z } from 'zod'
import type { program as programSchema } from '../../contract/programs.ts'
import { skeleton } from '../../domain/names.ts'
import { fee } from '../../domain/quota.ts'
import { permissionsOf } from '../../domain/roles.ts'
import { eventsFor } from '../../domain/table.ts'
import type { Role } from '../../domain/words.ts'
import { accountByMail } from '../../store/accounts.ts'
import { characters } from '../../store/characters.ts'
import { documentsOf, entityById } from '../../store/entities.ts'
import { demandFiles, layOpen, noteFresh } from '../../store/files.ts'
import { listingGaps } from '../../store/listing-rules.ts'
import { membershipIn } from '../../store/membership.ts'
import { categories, expediteLeft, programLine, programLines, submissionsOf, versionLines } from '../../store/pages.ts'
import { Problem } from '../../store/problem.ts'
import { mailTo } from '../../store/profile.ts'
import {
  addMember,
  createProgram,
  endMember,
  latestListing,
  listingRevision,
  membersOf,
  nameFaults,
  nameIsFree,
  programById,
  saveListing,
} from '../../store/programs.ts'
import { feeSetting } from '../../store/settings.ts'
import { transition } from '../../store/transition.ts'
import { quotaLeft } from '../../store/versions.ts'
import { addWebhook, callsOf, endWebhook, retryCall, rotateWebhook, webhooksOf } from '../../store/webhooks.ts'
import { accountOf, cursor, cursorOf, handlers, iso, isoOr, spend } from '../call.ts'
import { Refusal } from '../errors.ts'
import type { Services } from '../options.ts'
import { leftView, listingContent, programView, versionView } from '../views/programs.ts'

/** Papers of a category: one of the lists, whole. What an operator added stands beside the table’s own. */
const alternatives = ({ needs, kinds }: { readonly needs: unknown; readonly kinds: readonly string[] }): string[][] => {
  const lists = (Array.isArray(needs) ? needs : []).filter(
    (one): one is string[] => Array.isArray(one) && one.every((kind) => typeof kind === 'string'),
  )
  return lists.length > 0 ? lists.map((one) => [...new Set([...one, ...kinds])]) : kinds.length > 0 ? [[...kinds]] : []
}
const CLOSED: ReadonlySet<string> = new Set(['closed', 'not-admitted'])
/** What the chosen categories ask for and the entity does not have. */
const categoryLacks = async (
  { store }: Services,
  { entity, platform }: { readonly entity: string; readonly platform: string },
  chosen: readonly string[],
) => {
  const known = new Map((await categories(store, platform as 'wechat')).map((row) => [row.id, row]))
  const have = new Set(
    (await documentsOf(store, entity)).filter(({ state }) => state === 'valid' || state === 'expiring').map(({ kind }) => kind),
  )
  const firm = (await entityById(store, entity))?.kind !== 'person'
  return chosen.flatMap((id) => {
    const row = known.get(id)
    const lack = (zh: string, en: string, blocks: boolean) => [
      { field: 'categories', said: { zh, en }, clause: blocks ? 'wx-tos/2.8' : 'wx-op/4.2', blocks },
    ]
    // A platform whose categories nobody entered takes what is written.
    if (!row) return known.size === 0 ? [] : lack(`没有类目“${id}”`, `there is no category "${id}"`, true)
    if (CLOSED.has(row.status)) return lack(`类目“${id}”不开放`, `the category "${id}" is not open`, true)
    if (row.personal === 'no' && !firm) return lack(`类目“${id}”不对个人开放`, `the category "${id}" is for firms only`, true)
    const lists = alternatives(row)
    if (lists.length === 0 || lists.some((one) => one.every((kind) => have.has(kind)))) return []
    const list = (or: string, and: string) => lists.map((one) => one.filter((kind) => !have.has(kind)).join(and)).join(or)
    return lack(
      `类目“${id}”还需要：${list('，或者 ', '、')}`.slice(0, 1000),
      `the category "${id}" still needs: ${list(', or ', ' and ')}`.slice(0, 1000),
      false,
    )
  })
}

/** Papers that chosen categories want and that are not in force: of several ways to have them in order, the nearest. */
export const missingPapers = async (
  { store }: Services,
  { entity, platform }: { readonly entity: string; readonly platform: string },
  chosen: readonly string[],
) => {
  const known = new Map((await categories(store, platform as 'wechat')).map((row) => [row.id, row]))
  const have = new Set(
    (await documentsOf(store, entity)).filter(({ state }) => state === 'valid' || state === 'expiring').map(({ kind }) => kind),
  )
  return chosen.flatMap((category) => {
    const row = known.get(category)
    const lists = row ? alternatives(row).map((one) => one.filter((kind) => !have.has(kind))) : []
    const [nearest = []] = lists.sort((a, b) => a.length - b.length)
    return nearest.map((kind) => ({ category, kind }))
  })
}

const DONE = { done: true } as const

type Content = ReturnType<typeof listingContent>
const picturesOf = ({ icon, screenshots }: Pick<Content, 'icon' | 'screenshots'>): string[] => [...(icon ? [icon] : []), ...screenshots]

const whole = async (services: Services, id: string, roles: readonly string[]): Promise<z.infer<typeof programSchema>> => {
  const { store, options } = services
  const row = await programLine(store, id)
  if (!row) throw new Refusal('not-found')
  const [quota, expedited, past, set] = await Promise.all([
    quotaLeft(store, id),
    expediteLeft(store, id),
    submissionsOf(store, id),
    feeSetting(store),
  ])
  const held = roles as readonly Role[]
  return {
    ...programView(row),
    role: held.includes('program-admin') ? 'program-admin' : 'developer',
    permissions: [...new Set(held.flatMap((role) => permissionsOf(role)))].sort(),
    quota: {
      submissions: leftView(quota.submissions),
      withdrawals: leftView(quota.withdrawals),
      expedited: leftView(expedited),
      fee: fee(set === undefined ? options.fee : set, past, store.clock.now()),
    },
    may: [...new Set(held.flatMap((role) => eventsFor('program', row.state, role)))].sort(),
  }
}
export const listingView = async (services: Services, program: string, rev?: number) => {
  const { store } = services
  const row = rev === undefined ? await latestListing(store, program) : await listingRevision(store, program, rev)
  if (rev !== undefined && !row) throw new Refusal('not-found')
  const one = await programById(store, program)
  const content = listingContent(row?.content ?? { name: one!.name })
  return {
    rev: row?.n ?? 0,
    id: row?.id ?? null,
    content,
    lacks: [
      ...listingGaps(content, one!.name).map(({ field, why, clause }) => ({ field, said: why, clause: clause ?? null, blocks: true })),
      ...(await categoryLacks(services, one!, content.categories)),
    ],
    savedAt: row ? iso(row.created_at) : null,
  }
}

const webhookView = (row: Awaited<ReturnType<typeof webhooksOf>>[number]) => ({
  id: row.id,
  url: row.url,
  events: row.events,
  created: iso(row.created_at),
  failures: row.failures,
})

export const PROGRAM_ROUTES = handlers({
  'GET /api/categories': async ({ services, query }) => ({
    items: (await categories(services.store, query.platform)).map((row) => ({
      id: row.id,
      name: { zh: row.name_zh, en: row.name_en },
      platform: row.platform,
      parent: row.parent,
      sensitive: row.sensitive,
      needs: alternatives(row),
      status: row.status,
      personal: row.personal,
      source: row.source,
    })),
    next: null,
  }),
  'GET /api/programs': async (call) => {
    const only = call.caller?.by.kind === 'token' ? call.caller.by.program : null
    const rows = (await programLines(call.services.store, accountOf(call))).filter(({ id }) => only === null || id === only)
    return { items: rows.map(programView), next: null, total: rows.length }
  },
  'POST /api/programs': async (call) => {
    const { services, body, actor } = call
    const { id } = await call.run((tx) => createProgram(tx, { actor, name: body.name, platform: body.platform }))
    return whole(services, id, await membershipIn(services.store, accountOf(call), id))
  },
  'GET /api/names': async (call) => {
    await spend(call.services, 'files', accountOf(call))
    const faults = nameFaults(call.query.name)
    return {
      allowed: faults.length === 0,
      faults: faults.map(({ kind, text }) => ({ code: kind, said: text })),
      free: faults.length === 0 && (await nameIsFree(call.services.store, skeleton(call.query.name, characters()))),
    }
  },
  'GET /api/programs/:program': (call) => whole(call.services, call.params.program, call.within),
  'POST /api/programs/:program/visibility': async (call) => {
    const { services, params, body, actor } = call
    await services.store.run((tx) => transition(tx, { subject: 'program', id: params.program, event: body.do, actor, rv: body.rv }))
    return whole(services, params.program, call.within)
  },
  'POST /api/programs/:program/closing': async (call) => {
    const { services, params, body, actor } = call
    const row = await programById(services.store, params.program)
    if (row?.name !== body.name)
      throw new Refusal('invalid', undefined, {
        fields: [{ path: 'name', said: { zh: '请输入小程序的名称以确认', en: 'type the name of the program to confirm' } }],
      })
    await services.store.run((tx) => transition(tx, { subject: 'program', id: params.program, event: 'terminate', actor, rv: body.rv }))
    return DONE
  },
  'GET /api/programs/:program/members': async ({ services, params }) => ({
    items: (await membersOf(services.store, params.program)).map((row) => ({
      account: row.account,
      name: row.display_name,
      email: row.email,
      role: row.role as 'developer',
      since: iso(row.added_at),
    })),
    next: null,
  }),
  'POST /api/programs/:program/members': async (call) => {
    const { services, params, body, actor } = call
    await spend(services, 'mail', `member:${accountOf(call)}`)
    // The same answer whether or not the address has an account: who is invited and has one is told by mail.
    const row = await accountByMail(services.store, body.email)
    if (row && !['new', 'banned', 'terminated', 'freed'].includes(row.state))
      await services.store.run(async (tx) => {
        await addMember(tx, { program: params.program, account: row.id, role: body.role, actor })
        await mailTo(tx, row.id, 'member-added', { program: params.program, role: body.role })
      })
    return DONE
  },
  'DELETE /api/programs/:program/members/:account/:role': async ({ services, params, actor }) => {
    await services.store.run((tx) => endMember(tx, { program: params.program, account: params.account, role: params.role, actor }))
    return DONE
  },
  'GET /api/programs/:program/webhooks': async ({ services, params }) => ({
    items: (await webhooksOf(services.store, params.program)).map(webhookView),
    next: null,
  }),
  'POST /api/programs/:program/webhooks': async (call) => {
    const { services, params, body, actor } = call
    const secret = services.store.random(32)
    const id = await services.store.run(async (tx) =>
      addWebhook(tx, {
        program: params.program,
        url: body.url,
        events: [...new Set(body.events)],
        secretSealed: await services.secrets.seal(tx, `program:${params.program}`, 'webhook', secret),
        actor,
      }),
    )
    const row = (await webhooksOf(services.store, params.program)).find((one) => one.id === id)!
    return { webhook: webhookView(row), secret: Buffer.from(secret).toString('hex') }
  },
  'DELETE /api/programs/:program/webhooks/:webhook': async ({ services, params, actor }) => {
    await services.store.run((tx) => endWebhook(tx, { program: params.program, webhook: params.webhook, actor }))
    return DONE
  },
  'POST /api/programs/:program/webhooks/:webhook/rotation': async (call) => {
    const { services, params, actor } = call
    const secret = services.store.random(32)
    await services.store.run(async (tx) =>
      rotateWebhook(tx, {
        program: params.program,
        webhook: params.webhook,
        secretSealed: await services.secrets.seal(tx, `program:${params.program}`, 'webhook', secret),
        actor,
      }),
    )
    const row = (await webhooksOf(services.store, params.program)).find((one) => one.id === params.webhook)!
    return { webhook: webhookView(row), secret: Buffer.from(secret).toString('hex') }
  },
  'POST /api/programs/:program/webhooks/:webhook/calls/:call/retry': async (call) => {
    const { services, params, actor } = call
    await spend(services, 'files', accountOf(call))
    await services.store.run((tx) => retryCall(tx, { program: params.program, webhook: params.webhook, call: params.call, actor }))
    return DONE
  },
  'GET /api/programs/:program/webhooks/:webhook/calls': async ({ services, params }) => {
    if (!(await webhooksOf(services.store, params.program)).some(({ id }) => id === params.webhook)) throw new Refusal('not-found')
    const rows = await callsOf(services.store, params.webhook)
    return {
      items: rows.map((row) => {
        const { event, type } = (row.payload ?? {}) as { event?: unknown; type?: unknown }
        return {
          id: row.id,
          event: String(event ?? type ?? ''),
          status: row.status,
          error: row.error,
          attempts: row.attempts,
          at: iso(row.created_at),
          done: isoOr(row.done_at),
        }
      }),
      next: null,
    }
  },
  'GET /api/programs/:program/listing': ({ services, params, query }) => listingView(services, params.program, query.rev),
  'PUT /api/programs/:program/listing': async (call) => {
    const { services, params, body, actor } = call
    const { store } = services
    const now = await latestListing(store, params.program)
    const stale = () =>
      new Problem(
        'stale',
        { zh: '资料已被别人改过，请看过变化再保存', en: 'somebody has changed the listing; look at it first' },
        { rv: now?.n ?? 0 },
      )
    if ((now?.n ?? 0) !== body.base) throw stale()
    const members = (await membersOf(store, params.program)).filter(({ role }) => role !== 'tester').map(({ account }) => account)
    const { content } = body
    const shown = new Set(picturesOf(content))
    // What stood in it before may stay, whoever put it; a paper that is to be a picture now is one that was not seen before.
    const before = listingContent(now?.content ?? {})
    const known = new Set(picturesOf(before))
    const papers = new Set([...known, ...before.nearby.map(({ licence }) => licence)])
    const files = await demandFiles(store, members, [
      ...[...shown].filter((hash) => !known.has(hash)),
      ...new Set(
        content.nearby.flatMap(({ licence }) => (licence === undefined || papers.has(licence) || shown.has(licence) ? [] : [licence])),
      ),
    ])
    // Pictures of a listing are for everybody to see and are laid open; papers of places nearby stay sealed.
    const open = await layOpen(
      services,
      [...files.values()].filter(({ sha256 }) => shown.has(sha256)),
    )
    await store.run(async (tx) => {
      await noteFresh(tx, open)
      const saved = await saveListing(tx, { program: params.program, content, actor })
      if (saved.n !== body.base + 1) throw stale()
    })
    return listingView(services, params.program)
  },
  'GET /api/programs/:program/versions': async ({ services, params, query }) => {
    const below = cursorOf(query.after, (value) => (Number.isInteger(value) ? (value as number) : null))
    const rows = await versionLines(services.store, params.program, { limit: query.limit + 1, below })
    const shown = rows.slice(0, query.limit)
    return { items: shown.map(versionView), next: rows.length > query.limit ? cursor(shown.at(-1)!.n) : null }
  },
})
