/** By what is judged: modes of rules, settings of the review, editions of the terms. What one editor proposes another confirms. */
import type { z } from 'zod'
import type { rule, setting, settingName, termsRow } from '../../contract/policy.ts'
import type { Text } from '../../domain/words.ts'
import { demandNextEdition, openChanges, type Proposal, propose, settle, type TermsContent, termsEditions } from '../../store/proposals.ts'
import { checkSettings, feeSetting, ruleModes, sampleRates, settingTimes } from '../../store/settings.ts'
import { modeChanges, openProposals, proposeMode, settleMode } from '../../store/staff.ts'
import { handlers, iso, isoOr } from '../call.ts'
import { Refusal } from '../errors.ts'
import type { Services } from '../options.ts'
import { ruleNames, ruleTitle } from '../rules.ts'

const DONE = { done: true } as const
type SettingName = z.infer<typeof settingName>
const SETTINGS: Readonly<Record<SettingName, Text>> = {
  checks: { zh: '自动检查的项目', en: 'which checks a submission goes through' },
  samples: { zh: '自动通过的抽查比例（千分之几）', en: 'samples of what would pass (of a thousand)' },
  fee: { zh: '超出免费次数的提交费用', en: 'the fee of submissions above the free ones' },
}
const rulesView = async ({ store }: Services, actor: string | null): Promise<z.infer<typeof rule>[]> => {
  const [modes, proposals, changes] = await Promise.all([ruleModes(store), openProposals(store), modeChanges(store)])
  const open = new Map(proposals.map((one) => [one.rule, one]))
  return [...new Set([...ruleNames(), ...Object.keys(modes), ...open.keys()])].sort().map((id) => {
    const one = open.get(id)
    return {
      rule: id,
      title: ruleTitle(id),
      mode: modes[id] ?? 'block',
      since: isoOr(changes.get(id)),
      proposed: one
        ? {
            id: one.id,
            mode: one.mode,
            by: one.by,
            why: { zh: one.why_zh, en: one.why_en },
            at: iso(Number(one.proposed_at)),
            mine: one.proposed_by === actor,
          }
        : null,
    }
  })
}
const ruleView = async (services: Services, id: string, actor: string | null): Promise<z.infer<typeof rule>> => {
  const row = (await rulesView(services, actor)).find((one) => one.rule === id)
  if (!row) throw new Refusal('not-found')
  return row
}
const proposedView = (one: Proposal, actor: string | null) => ({
  id: one.id,
  by: one.by,
  why: one.why,
  at: iso(one.at),
  mine: one.proposedBy === actor,
})
const settingsView = async ({ store, options }: Services, actor: string | null): Promise<z.infer<typeof setting>[]> => {
  const [checks, rates, fee, times, open] = await Promise.all([
    checkSettings(store),
    sampleRates(store),
    feeSetting(store),
    settingTimes(store),
    openChanges(store, 'setting'),
  ])
  const values = { checks, samples: { low: rates.low, middle: rates.middle }, fee: fee === undefined ? options.fee : fee }
  return (Object.keys(SETTINGS) as SettingName[]).map((name) => {
    const one = open.find((change) => change.name === name)
    return {
      name,
      title: SETTINGS[name],
      value: values[name],
      since: isoOr(times.get(name)),
      proposed: one ? { ...proposedView(one, actor), value: one.content } : null,
    }
  })
}
const settingView = async (services: Services, name: SettingName, actor: string | null): Promise<z.infer<typeof setting>> =>
  (await settingsView(services, actor)).find((one) => one.name === name)!
const termsView = async ({ store }: Services, actor: string | null): Promise<z.infer<typeof termsRow>[]> => {
  const [editions, open] = await Promise.all([termsEditions(store), openChanges(store, 'terms')])
  const now = store.clock.now()
  const current = editions.find((row) => Number(row.in_force_from) <= now)?.version
  return [
    ...open.map((one) => {
      const { zh, en, from } = one.content as TermsContent
      const proposed = { ...proposedView(one, actor), zh, en }
      return { edition: Number(one.name), state: 'proposed' as const, from: iso(from), sha256: null, proposed }
    }),
    ...editions.map((row) => ({
      edition: row.version,
      state: Number(row.in_force_from) > now ? ('coming' as const) : row.version === current ? ('in-force' as const) : ('past' as const),
      from: iso(Number(row.in_force_from)),
      sha256: row.sha256,
      proposed: null,
    })),
  ]
}

export const POLICY_ROUTES = handlers({
  'GET /api/staff/rules': async ({ services, actor }) => ({ items: await rulesView(services, actor.id), next: null }),
  'POST /api/staff/rules/:rule': async ({ services, params, body, actor }) => {
    if (!ruleNames().includes(params.rule)) throw new Refusal('not-found')
    await services.store.run((tx) => proposeMode(tx, { rule: params.rule, mode: body.mode, why: body.why, actor }))
    return ruleView(services, params.rule, actor.id)
  },
  'POST /api/staff/rules/:rule/confirmation': async ({ services, params, body, actor }) => {
    await services.store.run((tx) => settleMode(tx, { rule: params.rule, proposal: body.proposal, agree: body.agree, actor }))
    return ruleView(services, params.rule, actor.id)
  },
  'GET /api/staff/settings': async ({ services, actor }) => ({ items: await settingsView(services, actor.id), next: null }),
  'POST /api/staff/settings': async ({ services, body, actor }) => {
    const { name, value } = body.to
    await services.store.run((tx) => propose(tx, { kind: 'setting', name, content: value, why: body.why, actor }))
    return settingView(services, name, actor.id)
  },
  'POST /api/staff/settings/:setting/confirmation': async ({ services, params, body, actor }) => {
    await services.store.run((tx) =>
      settle(tx, { kind: 'setting', name: params.setting, proposal: body.proposal, agree: body.agree, actor }),
    )
    return settingView(services, params.setting, actor.id)
  },
  'GET /api/staff/terms': async ({ services, actor }) => ({ items: await termsView(services, actor.id), next: null }),
  'POST /api/staff/terms': async ({ services, body, actor }) => {
    const { edition, zh, en, from, why = { zh: '新条款', en: 'new terms' } } = body
    await services.store.run(async (tx) => {
      await demandNextEdition(tx, edition)
      const content: TermsContent = { zh, en, from: Date.parse(from) }
      await propose(tx, { kind: 'terms', name: String(edition), content, why, actor })
    })
    return DONE
  },
  'POST /api/staff/terms/:edition/confirmation': async ({ services, params, body, actor }) => {
    await services.store.run((tx) =>
      settle(tx, { kind: 'terms', name: String(params.edition), proposal: body.proposal, agree: body.agree, actor }),
    )
    return DONE
  },
})
