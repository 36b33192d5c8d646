/** Facts of programs and versions. */
import { addWorkingDays, due } from '../../domain/deadlines.ts'
import { nameProblems } from '../../domain/names.ts'
import { left, SUBMISSIONS, WITHDRAWALS } from '../../domain/quota.ts'
import { nextShare } from '../../domain/release.ts'
import { IN_FORCE } from '../../domain/transitions/decision.ts'
import { DAY, MINUTE } from '../../domain/words.ts'
import { characters } from '../characters.ts'
import { missingOfListing } from '../listing-content.ts'
import type { Tx } from '../store.ts'
import { type Ask, activeAccount, programAccounts, type RowOf, reasonGiven, related, type SubjectStore } from './kit.ts'

/** How long a reviewer keeps an item without a sign of life. */
export const LEASE = 10 * MINUTE
const TRIAL = 30 * DAY
const REPLACEABLE = ['in-auto', 'auto-ok', 'awaiting-human', 'needs-info', 'postponed']
const UNDER_REVIEW = [...REPLACEABLE, 'in-human', 'held']

export const PROGRAM_STORE: SubjectStore<RowOf<'program'>> = {
  subject: 'program',
  table: 'program',
  owner: async (tx, row) => ({ accounts: await programAccounts(tx, row.id, row.owner), entity: row.entity }),
  facts: {
    related: ({ tx, row, actor }) => related(tx, actor.entity, row.entity),
    accountActive: ({ tx, row, event }) => activeAccount(tx, row.owner, event),
    nameAllowed: ({ row }) => nameProblems(row.name, { tables: characters() }).length === 0,
    nameFree: async ({ tx, row }) =>
      (await tx.db
        .selectFrom('program')
        .select('id')
        .where('name_key', '=', row.name_key)
        .where('state', '<>', 'terminated')
        .executeTakeFirst()) === undefined,
    curable: ({ row }) => row.curable,
    firstPerson: ({ given }) => given.decision?.actor ?? null,
    orderedAction: ({ given }) => given.values?.['orderedAction'] ?? null,
    undoneAction: ({ given }) => given.values?.['undoneAction'] ?? null,
  },
  deadline: (name, { given }) =>
    name === 'penalty-end' ? ((given.decision?.content as { until?: number | null } | undefined)?.until ?? null) : null,
  related: async () => [],
  after: async ({ tx, row, event, given }) => {
    const content = given.decision?.content as { curable?: boolean } | undefined
    if (event === 'take-down')
      await tx.db
        .updateTable('program')
        .set({ curable: content?.curable !== false })
        .where('id', '=', row.id)
        .execute()
  },
}

type VersionAsk = Ask<RowOf<'version'>>
const program = (tx: Tx, id: string) => tx.db.selectFrom('program').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const others = (tx: Tx, row: RowOf<'version'>) =>
  tx.db
    .selectFrom('version')
    .select(['id', 'state'])
    .where('program', '=', row.program)
    .where('id', '<>', row.id)
    .where('channel', '=', row.channel)
const used = async ({ tx, row }: VersionAsk, kind: string) =>
  (
    await tx.db
      .selectFrom('use')
      .select('at')
      .where('program', '=', row.program)
      .where('kind', '=', kind)
      .where('at', '>', tx.now - 400 * DAY)
      .execute()
  ).map(({ at }) => at)
const lease = (tx: Tx, id: string) =>
  tx.db.selectFrom('lease').selectAll().where('version', '=', id).where('ended_at', 'is', null).executeTakeFirst()
const shareOf = ({ row, payload, event }: VersionAsk) =>
  nextShare(row.percent, Number(payload['percent'] ?? Number.NaN), event === 'publish' ? 'publish' : 'raise')

export const VERSION_STORE: SubjectStore<RowOf<'version'>> = {
  subject: 'version',
  table: 'version',
  owner: async (tx, row) => {
    const one = await program(tx, row.program)
    return { accounts: await programAccounts(tx, one.id, one.owner), entity: one.entity }
  },
  facts: {
    related: async ({ tx, row, actor }) => related(tx, actor.entity, (await program(tx, row.program)).entity),
    reasonGiven,
    // Both whoever acts and whoever answers for the program.
    accountActive: async ({ tx, row, actor, event }) =>
      (await activeAccount(tx, actor.id, event)) && (await activeAccount(tx, (await program(tx, row.program)).owner, event)),
    programOpen: async ({ tx, row }) => {
      const { state, curable } = await program(tx, row.program)
      return ['draft', 'listed', 'hidden'].includes(state) || (state === 'taken-down' && curable)
    },
    listingComplete: async ({ tx, row }) => {
      if (row.listing === null) return false
      const listing = await tx.db.selectFrom('listing').select('content').where('id', '=', row.listing).executeTakeFirst()
      return listing !== undefined && missingOfListing(listing.content).length === 0
    },
    roomForSubmission: async ({ tx, row, payload }) => {
      const states = (await others(tx, row).where('state', 'in', UNDER_REVIEW).execute()).map(({ state }) => state)
      return states.length === 0 || (payload['replace'] === true && states.every((state) => REPLACEABLE.includes(state)))
    },
    withinQuota: async (ask) => left(SUBMISSIONS, await used(ask, 'submit'), ask.tx.now).allowed,
    // What was not submitted yet may be dropped freely.
    mayWithdraw: async (ask) =>
      ['checked', 'trial'].includes(ask.row.state) || left(WITHDRAWALS, await used(ask, 'withdraw'), ask.tx.now).allowed,
    checksDone: async ({ tx, row }) => {
      const rows = await tx.db
        .selectFrom('check_run')
        .select(['check_id', 'attempt', 'state'])
        .where('version', '=', row.id)
        .where('required', '=', true)
        .orderBy('attempt')
        .execute()
      const last = new Map(rows.map(({ check_id, state }) => [check_id, state]))
      return last.size > 0 && [...last.values()].every((state) => state === 'done' || state === 'failed' || state === 'removed')
    },
    // A check that failed is a veto of its own; what nobody assessed is not free of vetoes.
    vetoed: async ({ tx, row }) => {
      const failed = await tx.db
        .selectFrom('check_run as c')
        .select('id')
        .where('version', '=', row.id)
        .where('required', '=', true)
        .where('state', '=', 'failed')
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('check_run as later')
                .select('later.id')
                .whereRef('later.version', '=', 'c.version')
                .whereRef('later.check_id', '=', 'c.check_id')
                .whereRef('later.attempt', '>', 'c.attempt'),
            ),
          ),
        )
        .executeTakeFirst()
      return row.vetoed !== false || failed !== undefined
    },
    sha256: ({ row }) => row.sha256,
    decidedSha256: ({ given }) => given.decision?.sha256 ?? null,
    approvedSha256: async ({ tx, row }) => {
      const one = await tx.db
        .selectFrom('decision as d')
        .innerJoin('decision_status as s', 's.id', 'd.id')
        .select('d.sha256')
        .where('d.version', '=', row.id)
        .where('d.action', '=', 'approve')
        .where('d.sha256', '=', row.sha256)
        .where('s.state', 'in', [...IN_FORCE])
        .executeTakeFirst()
      return one?.sha256 ?? null
    },
    firstPerson: ({ given }) => given.decision?.actor ?? null,
    orderedAction: ({ given }) => given.values?.['orderedAction'] ?? null,
    undoneAction: ({ given }) => given.values?.['undoneAction'] ?? null,
    leaseHolder: async ({ tx, row }) => (await lease(tx, row.id))?.account ?? null,
    leaseUntil: async ({ tx, row }) => (await lease(tx, row.id))?.until ?? null,
    leaseOver: async ({ tx, row }) => ((await lease(tx, row.id))?.until ?? 0) <= tx.now,
    // Reviewers of the house see every queue; those from outside only what they were given.
    inScope: async ({ tx, row, actor }) => {
      if (actor.id === null) return false
      if (actor.role !== 'outside-reviewer') return true
      const one = await tx.db
        .selectFrom('queue_item as i')
        .innerJoin('queue_scope as s', 's.queue', 'i.queue')
        .select('i.queue')
        .where('i.version', '=', row.id)
        .where('s.account', '=', actor.id)
        .executeTakeFirst()
      return one !== undefined
    },
    shareFits: (ask) => shareOf(ask).ok,
    stopped: ({ row }) => row.stopped,
    blocked: async ({ tx, row }) => {
      const { appid, entity } = await program(tx, row.program)
      const one = await tx.db
        .selectFrom('blocked')
        .select('id')
        .where('ended_at', 'is', null)
        .where((eb) =>
          eb.or([
            eb('kind', '=', 'bytes').and('value', '=', row.sha256 ?? ''),
            eb('kind', '=', 'program').and('value', '=', appid),
            eb('kind', '=', 'entity').and('value', '=', entity),
            eb.and([
              eb('kind', '=', 'file'),
              eb('value', 'in', eb.selectFrom('file_index').select('sha256').where('version', '=', row.id)),
            ]),
          ]),
        )
        .executeTakeFirst()
      return one !== undefined
    },
    otherLive: async ({ tx, row }) => (await others(tx, row).where('state', 'in', ['live', 'warned']).executeTakeFirst()) !== undefined,
  },
  deadline: (name, { tx, row, given }) => {
    switch (name) {
      case 'reply':
        return due('reply', tx.now)
      case 'fix-by':
        return (given.decision?.content as { until?: number | null } | undefined)?.until ?? due('fix-by', tx.now)
      case 'postponed-to':
        return Math.max(tx.now, row.postponed_to ?? addWorkingDays(tx.now, 3, tx.store.calendar))
      case 'lease-end':
        return tx.now + LEASE
      case 'trial-end':
        return row.trial_until ?? tx.now + TRIAL
      default:
        return null
    }
  },
  related: async (relation, { tx, row }) => {
    switch (relation) {
      case 'program':
        return [{ subject: 'program', id: row.program }]
      case 'program-when-nothing-public': {
        const public_ = await tx.db
          .selectFrom('version')
          .select('id')
          .where('program', '=', row.program)
          .where('state', 'in', ['gray', 'live', 'warned'])
          .executeTakeFirst()
        return public_ ? [] : [{ subject: 'program', id: row.program }]
      }
      case 'version-replaced':
        return (await others(tx, row).where('state', 'in', REPLACEABLE).execute()).map(({ id }) => ({ subject: 'version', id }))
      case 'version-before':
        return (await others(tx, row).where('state', 'in', ['live', 'warned']).execute()).map(({ id }) => ({ subject: 'version', id }))
      case 'decision-pending': {
        const rows = await tx.db
          .selectFrom('decision as d')
          .innerJoin('decision_status as s', 's.id', 'd.id')
          .select('d.id')
          .where('d.version', '=', row.id)
          .where('s.state', '=', 'held')
          .execute()
        return rows.map(({ id }) => ({ subject: 'decision', id }))
      }
    }
  },
  after: async (change) => {
    const { tx, row, from, to, event, actor, given } = change
    const set = (values: Readonly<Record<string, unknown>>) => tx.db.updateTable('version').set(values).where('id', '=', row.id).execute()
    if (to === 'in-human' && from !== 'in-human')
      await tx.db
        .insertInto('lease')
        .values({ id: tx.id(), version: row.id, account: actor.id!, since: tx.now, until: tx.now + LEASE })
        .execute()
    // What is expedited is used up when somebody begins, and only once.
    if (event === 'claim' && row.expedited_at !== null) {
      const burnt = await tx.db
        .selectFrom('use')
        .select('id')
        .where('version', '=', row.id)
        .where('kind', '=', 'expedite')
        .executeTakeFirst()
      if (!burnt)
        await tx.db
          .insertInto('use')
          .values({ kind: 'expedite', account: row.uploaded_by, program: row.program, version: row.id, at: tx.now })
          .execute()
    }
    if (from === 'in-human' && to !== 'in-human')
      await tx.db
        .updateTable('lease')
        .set({ ended_at: tx.now, end_reason: event })
        .where('version', '=', row.id)
        .where('ended_at', 'is', null)
        .execute()
    if (event === 'submit') {
      await set({ submitted_at: tx.now, due_at: due('review', tx.now, tx.store.calendar) })
      await tx.db
        .insertInto('use')
        .values({ kind: 'submit', account: actor.id!, program: row.program, version: row.id, at: tx.now })
        .execute()
    }
    if (event === 'withdraw' && !['checked', 'trial'].includes(from))
      await tx.db
        .insertInto('use')
        .values({ kind: 'withdraw', account: actor.id!, program: row.program, version: row.id, at: tx.now })
        .execute()
    // Whoever gets it is told why: the machine did not come to an end with it.
    if (event === 'check-failed' || (event === 'hand-over' && from === 'auto-ok'))
      await tx.db
        .insertInto('review_reason')
        .values({
          id: tx.id(),
          version: row.id,
          reason: 'check-failed',
          text_zh: event === 'check-failed' ? '自动审核没有在规定时间内完成' : '自动审核没有异常，但没能自动给出决定',
          text_en:
            event === 'check-failed'
              ? 'The automated review did not end in time'
              : 'The automated review found nothing, but could not decide',
          opened_at: tx.now,
        })
        .onConflict((same) => same.columns(['version', 'reason']).where('closed_at', 'is', null).doNothing())
        .execute()
    if (event === 'stop') await set({ stopped: true })
    if (event === 'unstop' || event === 'annul') await set({ stopped: false })
    if (event === 'warn')
      await set({ fix_by: (given.decision?.content as { until?: number | null } | undefined)?.until ?? due('fix-by', tx.now) })
    if (event === 'clear' || event === 'retire') await set({ fix_by: null })
    if (event === 'annul') await set({ percent: 0, due_at: due('review', tx.now, tx.store.calendar) })
    const share = ['publish', 'raise'].includes(event) ? shareOf(change) : null
    const percent = event === 'complete' || event === 'roll-back' ? 100 : share?.ok ? share.percent : null
    if (percent !== null) await set({ percent, ...(to === 'live' ? { released_at: tx.now } : {}) })
    if (['publish', 'raise', 'complete', 'pause', 'stop', 'roll-back', 'retire', 'pull', 'restore'].includes(event))
      await tx.db
        .insertInto('release_step')
        .values({ version: row.id, step: event, percent: percent ?? row.percent, actor: actor.id, at: tx.now })
        .execute()
  },
}
