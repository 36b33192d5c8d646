/** Facts of accounts, certifications and documents. */
import { DAY } from '../../domain/words.ts'
import { activeAccount, type RowOf, reasonGiven, related, type SubjectStore } from './kit.ts'

const accountsOf = async (tx: Parameters<typeof related>[0], entity: string | null): Promise<readonly string[]> =>
  entity === null
    ? []
    : (await tx.db.selectFrom('account').select('id').where('entity', '=', entity).where('state', '<>', 'freed').execute()).map(
        ({ id }) => id,
      )

const LONG_UNUSED = 335 * DAY

export const ACCOUNT_STORE: SubjectStore<RowOf<'account'>> = {
  subject: 'account',
  table: 'account',
  owner: async (_, row) => ({ accounts: [row.id], entity: row.entity }),
  facts: {
    related: ({ tx, row, actor }) => related(tx, actor.entity, row.entity),
    mailFree: async ({ tx, row }) =>
      (await tx.db
        .selectFrom('account')
        .select('id')
        .where('email_key', '=', row.email_key)
        .where('state', '<>', 'freed')
        .executeTakeFirst()) === undefined,
    termsAccepted: ({ given }) => given.values?.['termsAccepted'] ?? null,
    tokenValid: ({ given }) => given.values?.['tokenValid'] ?? null,
    entityComplete: async ({ tx, row }) => {
      if (row.entity === null) return false
      const entity = await tx.db.selectFrom('entity').selectAll().where('id', '=', row.entity).executeTakeFirst()
      const papers = await tx.db
        .selectFrom('document')
        .select('id')
        .where('entity', '=', row.entity)
        .where('kind', '=', 'identity')
        .where('state', 'in', ['uploaded', 'valid', 'expiring'])
        .executeTakeFirst()
      return entity !== undefined && entity.legal_name.trim() !== '' && entity.number_sealed !== null && papers !== undefined
    },
    guardianReady: async ({ tx, row }) => {
      if (row.entity === null) return false
      const entity = await tx.db
        .selectFrom('entity')
        .select(['minor', 'guardian_consent_at', 'guardian_sealed'])
        .where('id', '=', row.entity)
        .executeTakeFirst()
      return entity !== undefined && (!entity.minor || (entity.guardian_consent_at !== null && entity.guardian_sealed !== null))
    },
    reasonGiven,
    longUnused: ({ tx, row }) => tx.now - row.last_seen_at >= LONG_UNUSED,
    firstPerson: ({ given }) => given.decision?.actor ?? null,
    orderedAction: ({ given }) => given.values?.['orderedAction'] ?? null,
    undoneAction: ({ given }) => given.values?.['undoneAction'] ?? null,
    penaltyLeft: async ({ tx, row }) => {
      const rows = await tx.db
        .selectFrom('penalty')
        .select('kind')
        .where('account', '=', row.id)
        .where('lifted_at', 'is', null)
        .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', tx.now)]))
        .execute()
      const kinds = new Set(rows.map(({ kind }) => kind))
      return kinds.has('terminate')
        ? 'terminate'
        : kinds.has('ban')
          ? 'ban'
          : kinds.has('suspend')
            ? 'suspend'
            : kinds.has('limit')
              ? 'limit'
              : 'none'
    },
    verified: async ({ tx, row }) =>
      row.entity !== null &&
      (await tx.db.selectFrom('entity').select('verified_at').where('id', '=', row.entity).executeTakeFirst())?.verified_at != null,
    // Duties come with their own machine; until then none is open.
    dutyOpen: () => false,
  },
  deadline: async (name, { tx, row }) => {
    if (name !== 'penalty-end') return null
    const { until } = await tx.db
      .selectFrom('penalty')
      .select((eb) => eb.fn.min('until').as('until'))
      .where('account', '=', row.id)
      .where('lifted_at', 'is', null)
      .where('until', '>', tx.now)
      .executeTakeFirstOrThrow()
    return until === null ? tx.now : Number(until)
  },
  related: async () => [],
  after: async ({ tx, row, to, from, event, actor }) => {
    if (event === 'verify' && row.entity !== null)
      await tx.db.updateTable('entity').set({ verified_at: tx.now, verified_by: actor.id }).where('id', '=', row.entity).execute()
    if (event === 'unverify' && row.entity !== null)
      await tx.db.updateTable('entity').set({ verified_at: null, verified_by: null }).where('id', '=', row.entity).execute()
    if (event === 'verify-mail') await tx.db.updateTable('account').set({ email_verified_at: tx.now }).where('id', '=', row.id).execute()
    // Whoever is out is out at once.
    if (from !== to && ['suspended', 'banned', 'terminated', 'freed'].includes(to)) {
      await tx.db.updateTable('session').set({ ended_at: tx.now }).where('account', '=', row.id).where('ended_at', 'is', null).execute()
      await tx.db.updateTable('api_token').set({ ended_at: tx.now }).where('account', '=', row.id).where('ended_at', 'is', null).execute()
    }
  },
}

export const CERTIFICATION_STORE: SubjectStore<RowOf<'certification'>> = {
  subject: 'certification',
  table: 'certification',
  owner: async (tx, row) => ({ accounts: await accountsOf(tx, row.entity), entity: row.entity }),
  facts: {
    related: ({ tx, row, actor }) => related(tx, actor.entity, row.entity),
    accountActive: ({ tx, actor, event }) => activeAccount(tx, actor.id, event),
    papersComplete: ({ row }) => {
      // A row that is just being made still holds the text that will be written.
      const papers: unknown = typeof row.papers === 'string' ? JSON.parse(row.papers) : row.papers
      return Array.isArray(papers) && papers.length > 0
    },
    inScope: ({ given }) => given.values?.['inScope'] ?? null,
    reasonGiven,
  },
  deadline: (name, { row }) => (name === 'certification-expiry' ? row.until : null),
  related: async () => [],
}

export const DOCUMENT_STORE: SubjectStore<RowOf<'document'>> = {
  subject: 'document',
  table: 'document',
  owner: async (tx, row) => ({ accounts: [...new Set([row.uploaded_by, ...(await accountsOf(tx, row.entity))])], entity: row.entity }),
  facts: {
    related: ({ tx, row, actor }) => related(tx, actor.entity, row.entity),
    notEnded: ({ tx, row }) => row.valid_until === null || row.valid_until > tx.now,
    reasonGiven,
  },
  deadline: (name, { tx, row }) => {
    if (row.valid_until === null) return null
    if (name === 'document-expiry') return row.valid_until
    return name === 'document-warning' ? Math.max(tx.now, row.valid_until - 30 * DAY) : null
  },
  related: async () => [],
}
