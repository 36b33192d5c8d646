/** One item of the workbench with everything about it, what a verdict comes to before it is sent, and what is held. */
import type { z } from 'zod'
import type { heldRow, reviewItem, verdict } from '../../contract/review.ts'
import { due } from '../../domain/deadlines.ts'
import { ACTIONS, type Action, type DecisionContent, type Ground } from '../../domain/decision.ts'
import { masked } from '../../domain/mask.ts'
import { ROLE_NAMES, type Text } from '../../domain/words.ts'
import { findingsOf } from '../../store/checks.ts'
import { decisionsAbout, heldDecisions } from '../../store/decisions.ts'
import { documentsOf } from '../../store/entities.ts'
import { evidenceBlob, evidenceOf } from '../../store/evidence.ts'
import { checksNow, decisionRows, knownFingerprints } from '../../store/pages.ts'
import { listingById, programById } from '../../store/programs.ts'
import { reasonsOf } from '../../store/queue.ts'
import { ruleModes } from '../../store/settings.ts'
import { declarationsOf, hasTestAccount, messagesOf, versionsOf } from '../../store/versions.ts'
import { citedBefore, clauseRecords, displayNames, recommendationsOf, surroundings } from '../../store/workbench.ts'
import { type Call, eachSound, iso } from '../call.ts'
import type { Services } from '../options.ts'
import { privacyRows } from '../privacy.ts'
import { documentView } from '../routes/entity.ts'
import { missingPapers } from '../routes/programs.ts'
import { demandVersion, wholeVersion } from '../routes/versions.ts'
import { clauseTitle, editionsNow, rulebook } from '../rulebook.ts'
import { decisionViewOf, findingViewOf, listingContent, mayOf, type RiskRecord } from './programs.ts'

type Item = Pick<Call, 'services' | 'actor'> & { readonly params: { readonly version: string } }

/** Findings that a reviewer has to say something of before they decide: those that count. */
const counts = (one: { readonly mode: string; readonly setAside: { readonly by: string } | null }): boolean =>
  (one.mode === 'block' || one.mode === 'warn') && !['shadow', 'waiver'].includes(one.setAside?.by ?? '')

export const viewsOf = async ({ store }: Services, version: string) => {
  const [rows, modes, known] = await Promise.all([findingsOf(store, version), ruleModes(store), knownFingerprints(store, version)])
  return rows.map((row) => findingViewOf(row, { modes, known, marks: true }))
}

type Verdict = z.output<typeof verdict>
/** What only says again what was found, or how to mend it, shows nobody what is right: the rule’s own example stands there then. */
const exampleFor = (
  ground: Verdict['grounds'][number],
  findings: readonly Awaited<ReturnType<typeof viewsOf>>[number][],
): Verdict['grounds'][number]['example'] => {
  const { right, wrong } = ground.example
  const cited = findings.filter(({ fingerprint }) => ground.findings.includes(fingerprint))
  const own = cited.find(({ example }) => example !== undefined)?.example
  if (own === undefined) return ground.example
  const same = (a: Text, b: Text) => a.zh.trim() === b.zh.trim() || a.en.trim() === b.en.trim()
  const empty = (one: Text) => one.zh.trim() === '' && one.en.trim() === ''
  const again = (one: Text) => empty(one) || cited.some(({ what, why, mend }) => [what, why, mend].some((text) => same(one, text)))
  return { right: again(right) ? own.right : right, wrong: again(wrong) ? own.wrong : wrong }
}
/** What is decided, with what the rulebook and the version themselves say: clauses that stand, evidence that is this version’s own. */
export const contentOf = async (services: Services, version: string, body: Verdict) => {
  const { store } = services
  const findings = await viewsOf(services, version)
  const prints = new Set(findings.map(({ fingerprint }) => fingerprint))
  const fields: { path: string; said: { zh: string; en: string } }[] = []
  const grounds: Ground[] = []
  for (const [i, ground] of body.grounds.entries()) {
    const clause = rulebook().find(ground.clause.id)
    if (!clause || clause.edition !== ground.clause.edition)
      fields.push({
        path: `grounds.${i}.clause`,
        said: { zh: '现行规则里没有这一版条款', en: 'the rulebook in force has no such clause in this edition' },
      })
    for (const hash of ground.screenshots)
      if (!(await evidenceBlob(store, version, hash)))
        fields.push({
          path: `grounds.${i}.screenshots`,
          said: { zh: '截图不属于这个版本的证据', en: 'a screenshot is not evidence of this version' },
        })
    if (ground.findings.some((print) => !prints.has(print)))
      fields.push({
        path: `grounds.${i}.findings`,
        said: { zh: '引用的问题不在这个版本里', en: 'a finding that is cited is not of this version' },
      })
    grounds.push({ ...ground, example: exampleFor(ground, findings), clause: { ...ground.clause, title: clauseTitle(ground.clause.id) } })
  }
  const cited = new Set(grounds.flatMap((ground) => ground.findings))
  const unhandled = findings.filter((one) => counts(one) && one.mark === null && !cited.has(one.fingerprint)).map(({ id }) => id)
  const content: DecisionContent = {
    subject: 'version',
    action: body.action,
    automated: cited.size > 0 ? 'partly' : 'no',
    sha256: body.sha256,
    facts: body.facts,
    grounds,
    until: null,
    capabilities: [],
    curable: true,
    rulebook: editionsNow(),
  }
  const [before, recommended] = await Promise.all([citedBefore(store, version), recommendationsOf(store, version)])
  const standing = findings.filter((one) => counts(one) && one.mark?.as !== 'dismiss')
  const deviates =
    body.action === 'approve'
      ? standing.some(({ fingerprint }) => before.has(fingerprint))
      : findings.some((one) => one.since === 'approved' && cited.has(one.fingerprint))
  const impact = {
    blockingPassedOver:
      body.action === 'approve' ? standing.filter((one) => one.verdict === 'violation' && one.mode === 'block').length : 0,
    deviates,
    recommendedBy: recommended.length > 0 ? ('outside' as const) : ('nobody' as const),
  }
  return { content, fields, unhandled, impact, deviates }
}
export const leaseView = (version: string, rv: number, until: number) => ({ version, rv, until: iso(until) })
export const rvNow = async (services: Services, version: string): Promise<number> => (await demandVersion(services, version)).rv

export const wholeItem = async (call: Item & Pick<Call, 'lang' | 'caller'>): Promise<z.infer<typeof reviewItem>> => {
  const { services, params, actor, lang } = call
  const { store, options } = services
  const id = params.version
  const row = await demandVersion(services, id)
  const around = (await surroundings(store, id))!
  const [version, listing, reasons, declarations, documents, messages, recommendations, evidence, testAccount, checks, others] =
    await Promise.all([
      wholeVersion(services, id, { roles: [actor.role], lang, inside: true }),
      row.listing === null ? undefined : listingById(store, row.listing),
      reasonsOf(store, id),
      declarationsOf(store, id),
      documentsOf(store, around.entity),
      messagesOf(store, id, { notes: true }),
      recommendationsOf(store, id),
      evidenceOf(store, id),
      hasTestAccount(store, id),
      checksNow(store, id),
      versionsOf(store, row.program),
    ])
  const content = listing ? listingContent(listing.content) : null
  const outside = actor.role === 'outside-reviewer'
  const names = await displayNames(
    store,
    messages.map(({ account }) => account),
  )
  const clauses = [...new Set(version.findings.flatMap((one) => one.clauses.map((clause) => clause.id)))].slice(0, 60)
  const near =
    (
      checks.find(({ check }) => check === 'likeness')?.note as {
        near?: readonly { version: string; name: string; likeness: number }[]
      } | null
    )?.near ?? []
  const similar = await Promise.all(
    near.slice(0, 5).map(async (one) => {
      const [decision] = await decisionsAbout(store, { version: one.version })
      return { version: one.version, name: one.name, label: '', likeness: Math.round(one.likeness), decided: decision?.action ?? null }
    }),
  )
  const earlier = (
    await Promise.all(
      others
        .filter(({ n }) => n < row.n)
        .slice(0, 5)
        .map(({ id: version }) => decisionsAbout(store, { version })),
    )
  )
    .flat()
    .filter(({ state }) => !['drafted', 'held', 'returned'].includes(state))
  const risk = row.risk as (RiskRecord & object) | null
  const mine = around.holder === actor.id && around.leaseUntil !== null && around.leaseUntil > store.clock.now()
  return {
    version,
    listing: listing ? { rev: listing.n, content: content! } : null,
    entity: {
      // Whoever reviews for us from outside needs no person’s name.
      name: outside && around.entityKind === 'person' ? masked('name', around.entityName) : around.entityName,
      kind: around.entityKind,
      verified: around.verified,
      certified: around.certified,
    },
    risk:
      risk && typeof risk.score === 'number'
        ? {
            score: risk.score,
            band: risk.band ?? '',
            recommends: risk.recommends ?? '',
            factors: (risk.factors ?? []).map(({ name, points, of, text }) => ({ name, points, of, said: text })),
            vetoes: (risk.vetoes ?? []).map(({ name, text }) => ({ name, said: text })),
          }
        : null,
    reasons: reasons
      .filter(({ closed_at }) => closed_at === null)
      .map((one) => ({ code: one.reason, said: { zh: one.text_zh, en: one.text_en } })),
    privacy: await privacyRows(services, row, content?.privacy ?? []),
    declarations: declarations.map(({ kind, content: said }) => ({ kind, content: said })),
    documents: documents
      .filter(({ kind, state }) => kind !== 'identity' && state !== 'withdrawn')
      .map((one) => ({ ...documentView(one), fileName: outside ? '' : one.file_name })),
    missingDocuments: await missingPapers(
      services,
      { entity: around.entity, platform: version.program.platform },
      content?.categories ?? [],
    ),
    notes: messages
      .filter(({ side }) => side === 'note')
      .map((one) => ({ id: one.id, side: 'note' as const, text: one.text, at: iso(one.at), by: names.get(one.account ?? '') ?? '' })),
    recommendations: recommendations.map((one) => ({
      by: one.name,
      action: one.action,
      at: iso(one.at),
      words: one.content.words ?? { zh: '', en: '' },
      grounds: [...(one.content.grounds ?? [])],
    })),
    like: await clauseRecords(store, clauses),
    similar,
    earlier: await eachSound(
      services,
      await decisionRows(
        store,
        earlier.map((one) => one.id),
      ),
      (one) => decisionViewOf(services, one),
    ),
    held: around.held
      ? {
          decision: around.held.id,
          rv: around.held.rv,
          by: around.held.name ?? ROLE_NAMES.system[lang],
          action: around.held.action,
          reasons: [...(around.held.heavy_reasons ?? [])],
          mine: around.held.actor === actor.id,
        }
      : null,
    evidence: evidence.map(({ sha256, kind, meta, size }) => ({ sha256, kind, meta, bytes: size })),
    lease: mine ? leaseView(id, row.rv, around.leaseUntil!) : null,
    holder: around.holder !== null && around.leaseUntil !== null ? { name: around.holderName ?? '', until: iso(around.leaseUntil) } : null,
    hasTestAccount: testAccount,
    evidenceOrigin: options.evidenceOrigin,
    may: mayOf(row.state, (call.caller?.roles ?? []) as readonly string[]),
  }
}
export const heldView = async (services: Services, actor: { readonly id: string | null }): Promise<z.infer<typeof heldRow>[]> => {
  const { store } = services
  const rows = await heldDecisions(store)
  const names = await displayNames(
    store,
    rows.map(({ actor: by }) => by),
  )
  return eachSound(services, rows, async (row) => {
    const version = row.version === null ? null : await demandVersion(services, row.version)
    const program = version
      ? await programById(store, version.program)
      : row.program === null
        ? undefined
        : await programById(store, row.program)
    return {
      id: row.id,
      rv: row.rv,
      reference: row.reference,
      action: row.action,
      actionName: ACTIONS[row.action as Action].name,
      about: {
        kind: row.subject,
        id: (row.version ?? row.program ?? row.account)!,
        name: program?.name ?? '',
        label: version?.label ?? null,
      },
      by: names.get(row.actor ?? '') ?? ROLE_NAMES.system.zh,
      mine: row.actor === actor.id,
      at: iso(row.created_at),
      due: iso(due('second-person', row.created_at, store.calendar)),
      reasons: row.heavy_reasons as { zh: string; en: string }[],
    }
  })
}
