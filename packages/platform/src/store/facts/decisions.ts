/** Facts of decisions. The state is a row beside the decision, which itself never changes. */
import { type DecisionContent, missing } from '../../domain/decision.ts'
import { DAY, type Subject } from '../../domain/words.ts'
import { notFound } from '../problem.ts'
import type { Tx } from '../store.ts'
import { type Ask, actorsOf, type Owner, programAccounts, type RowOf, related, type SubjectStore } from './kit.ts'

/** How long a decision may be appealed. */
export const APPEAL_WINDOW = 180 * DAY

/** The decision of a status row; one that is just being made is given. */
export const decisionOf = async ({
  tx,
  row,
  given,
}: Pick<Ask<RowOf<'decision_status'>>, 'tx' | 'row' | 'given'>): Promise<RowOf<'decision'>> => {
  const one = given.decision ?? (await tx.db.selectFrom('decision').selectAll().where('id', '=', row.id).executeTakeFirst())
  if (!one) throw notFound()
  return one
}
/** What a decision is about. */
export const aboutOf = (one: RowOf<'decision'>): { readonly subject: Subject; readonly id: string } => ({
  subject: one.subject as Subject,
  id: (one.version ?? one.program ?? one.account)!,
})
const ownerOf = async (tx: Tx, one: RowOf<'decision'>): Promise<Owner> => {
  if (one.account !== null) {
    const account = await tx.db.selectFrom('account').select('entity').where('id', '=', one.account).executeTakeFirst()
    return { accounts: [one.account], entity: account?.entity ?? null }
  }
  const program = await tx.db
    .selectFrom('program')
    .selectAll()
    .where('id', '=', (eb) =>
      one.program !== null ? eb.val(one.program) : eb.selectFrom('version').select('program').where('id', '=', one.version!),
    )
    .executeTakeFirst()
  return program
    ? { accounts: await programAccounts(tx, program.id, program.owner), entity: program.entity }
    : { accounts: [], entity: null }
}

export const DECISION_STORE: SubjectStore<RowOf<'decision_status'>> = {
  subject: 'decision',
  table: 'decision_status',
  owner: async (tx, row) => ownerOf(tx, await decisionOf({ tx, row, given: {} })),
  alsoBefore: async (tx, row) => {
    const one = await decisionOf({ tx, row, given: {} })
    const about = aboutOf(one)
    return [...(one.actor === null ? [] : [one.actor]), ...(await actorsOf(tx, about.subject, about.id))]
  },
  facts: {
    related: async (ask) => related(ask.tx, ask.actor.entity, (await ownerOf(ask.tx, await decisionOf(ask))).entity),
    decisionComplete: async (ask) => {
      const one = await decisionOf(ask)
      const whole =
        missing(one.content as DecisionContent, ask.event === 'issue' || ask.event === 'record' ? ask.tx.now : undefined).length === 0
      // What is said on appeal, or when it is taken back, needs its own reasons.
      return whole && (!['affirm', 'vary', 'reverse', 'override'].includes(ask.event) || ask.given.values?.['reasonGiven'] === true)
    },
    current: async (ask) => {
      const one = await decisionOf(ask)
      if (one.version === null) return true
      const version = await ask.tx.db
        .selectFrom('version')
        .select(['sha256', 'rv'])
        .where('id', '=', one.version)
        .forUpdate()
        .executeTakeFirst()
      return version?.sha256 === one.sha256 && version.rv === one.subject_rv
    },
    highImpact: async (ask) => (await decisionOf(ask)).heavy,
    inReview: async (ask) => (await decisionOf(ask)).in_review,
    firstPerson: async (ask) => (await decisionOf(ask)).actor,
    party: async (ask) => {
      const owner = await ownerOf(ask.tx, await decisionOf(ask))
      return ask.actor.id !== null && owner.accounts.includes(ask.actor.id)
    },
    withinWindow: async (ask) => ask.tx.now <= (await decisionOf(ask)).created_at + APPEAL_WINDOW,
    appealedBefore: async ({ tx, row }) =>
      (await tx.db.selectFrom('appeal').select('id').where('decision', '=', row.id).executeTakeFirst()) !== undefined,
  },
  deadline: () => null,
  related: async () => [],
  after: async (change) => {
    const { tx, row, event, to, actor } = change
    const one = await decisionOf(change)
    if (event === 'confirm') await tx.db.updateTable('decision_status').set({ second_actor: actor.id }).where('id', '=', row.id).execute()
    if (to === 'effective' && ['issue', 'confirm', 'record'].includes(event)) {
      await tx.db.updateTable('decision_status').set({ carried_out_at: tx.now }).where('id', '=', row.id).execute()
      if (['limit', 'suspend', 'ban', 'terminate', 'take-down'].includes(one.action)) {
        const content = one.content as DecisionContent
        await tx.db
          .insertInto('penalty')
          .values({
            decision: one.id,
            account: one.account,
            program: one.program,
            kind: one.action,
            capabilities: [...content.capabilities],
            since: tx.now,
            until: content.until,
          })
          .execute()
      }
    }
    if (event === 'reverse' || event === 'override') {
      await tx.db.updateTable('decision_status').set({ undone_at: tx.now }).where('id', '=', row.id).execute()
      await tx.db.updateTable('penalty').set({ lifted_at: tx.now }).where('decision', '=', row.id).execute()
    }
  },
}
