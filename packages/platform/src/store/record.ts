/** The decisions that the platform writes by itself when a deadline has passed. */

import { canonical } from '../domain/audit.ts'
import { automaticFacts, type DecisionContent, inverseOf, noReplyGround } from '../domain/decision.ts'
import { sha256 } from '../domain/sha256.ts'
import { SYSTEM } from '../domain/words.ts'
import type { RowOf } from './facts/kit.ts'
import type { Tx } from './store.ts'
import type { create } from './transition.ts'

/** A short name for a decision that can be read out on the telephone. */
export const referenceOf = (tx: Tx): string => {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  const date = new Date(tx.now + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
  return `${date}-${Array.from(tx.store.random(8), (byte) => letters[byte % letters.length]).join('')}`
}

/** Writes what a deadline came to: it is in force at once, and can be appealed like any other. */
export const recordDecision = async (tx: Tx, version: RowOf<'version'>, action: 'refuse' | 'pull', make: typeof create): Promise<void> => {
  const last = await tx.db
    .selectFrom('decision as d')
    .innerJoin('decision_status as s', 's.id', 'd.id')
    .selectAll('d')
    .where('d.version', '=', version.id)
    .where('d.action', '=', 'warn')
    .where('s.state', '<>', 'returned')
    .orderBy('d.created_at', 'desc')
    .executeTakeFirst()
  const warned = last?.content as DecisionContent | undefined
  const question = await tx.db
    .selectFrom('message')
    .select('text')
    .where('version', '=', version.id)
    .where('side', '=', 'reviewer')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  const content: DecisionContent = {
    subject: 'version',
    action,
    automated: 'fully',
    sha256: version.sha256,
    facts: automaticFacts(action === 'pull' ? 'fix-by-over' : 'no-reply'),
    grounds: action === 'pull' ? (warned?.grounds ?? []) : [noReplyGround(question?.text ?? '审核员的提问 / the reviewer’s question')],
    until: null,
    capabilities: [],
    curable: true,
    rulebook: warned?.rulebook ?? 'platform',
  }
  const id = tx.id()
  const decision = decisionRow(tx, {
    id,
    content,
    about: { version: version.id },
    actor: null,
    role: 'system',
    rv: version.rv,
    heavy: false,
    reasons: [],
    inReview: false,
    overrides: null,
  })
  await tx.db.insertInto('decision').values(decision).execute()
  const stored = await tx.db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await make(tx, { subject: 'decision', event: 'record', actor: SYSTEM, row: { id, created_at: tx.now } }, { decision: stored })
}

export interface DecisionMade {
  readonly id: string
  readonly content: DecisionContent
  readonly about: { readonly version?: string; readonly program?: string; readonly account?: string }
  readonly actor: string | null
  readonly role: string
  readonly rv: number
  readonly heavy: boolean
  readonly reasons: readonly unknown[]
  readonly inReview: boolean
  readonly overrides: string | null
}
/** A decision as it is written, once and for ever. */
export const decisionRow = (tx: Tx, { id, content, about, actor, role, rv, heavy, reasons, inReview, overrides }: DecisionMade) => ({
  id,
  reference: referenceOf(tx),
  subject: content.subject,
  version: about.version ?? null,
  program: about.program ?? null,
  account: about.account ?? null,
  action: content.action,
  automated: content.automated,
  actor,
  actor_role: role,
  sha256: content.sha256,
  subject_rv: rv,
  content: JSON.stringify(content),
  content_sha256: sha256(canonical(content)),
  rulebook: content.rulebook,
  heavy,
  heavy_reasons: JSON.stringify(reasons),
  in_review: inReview,
  inverse: inverseOf(content.subject, content.action),
  override_of: overrides,
  created_at: tx.now,
})
