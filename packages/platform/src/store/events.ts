/** What open pages are told: heard when it is committed, and read again from any point by whoever was away. */
import pg from 'pg'
import type { Moment, Subject } from '../domain/words.ts'
import type { Store } from './store.ts'

export interface PageEvent {
  readonly id: number
  readonly subject: Subject
  readonly subjectId: string
  readonly type: string
  readonly state: string
  readonly rv: number
  readonly at: Moment
}
const shown = (row: {
  id: number
  subject: string
  subject_id: string
  type: string
  state: string
  rv: number
  at: number
}): PageEvent => ({
  id: row.id,
  subject: row.subject as Subject,
  subjectId: row.subject_id,
  type: row.type,
  state: row.state,
  rv: row.rv,
  at: row.at,
})

/** Events after one, in their order; of one subject when it is named. */
export const eventsAfter = async (
  store: Store,
  after: number,
  about?: { readonly subject: Subject; readonly id: string },
  most = 200,
): Promise<readonly PageEvent[]> => {
  let query = store.db.selectFrom('event').selectAll().where('id', '>', after).orderBy('id').limit(most)
  if (about) query = query.where('subject', '=', about.subject).where('subject_id', '=', about.id)
  return (await query.execute()).map(shown)
}

/** Forgets events that are older than a moment. */
export const forgetEvents = async (store: Store, before: Moment): Promise<void> => {
  await store.db.deleteFrom('event').where('at', '<', before).execute()
}

/**
 * Hears each event once it is committed, by a connection of its own; when that breaks it is made again, and what was
 * missed is told first. Returns what ends it.
 */
export const listen = async (store: Store, url: string, hear: (event: PageEvent) => void): Promise<() => Promise<void>> => {
  let ended = false
  let client: pg.Client | null = null
  let last = (await store.db.selectFrom('event').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
  let telling = Promise.resolve()
  const tell = (row: PageEvent): void => {
    last = Math.max(last, row.id)
    hear(row)
  }
  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'menshen-events',
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    })
    // Whichever way a line breaks, it is made again once: one that was never made says so twice.
    let gone = false
    const lost = () => {
      if (gone) return
      gone = true
      if (!ended) setTimeout(() => void again(), 500).unref()
    }
    next.on('error', () => {})
    next.on('notification', ({ payload }) => {
      telling = telling
        .then(async () => {
          const row = await store.db.selectFrom('event').selectAll().where('id', '=', Number(payload)).executeTakeFirst()
          if (row) tell(shown(row))
        })
        .catch(() => {})
    })
    try {
      await next.connect()
      await next.query('listen menshen_event')
    } catch (error) {
      void next.end().catch(() => {})
      throw error
    }
    next.on('end', lost)
    next.on('error', lost)
    client = next
  }
  const again = async (): Promise<void> => {
    if (ended) return
    try {
      const since = last
      await connect()
      for (const row of await eventsAfter(store, since, undefined, 1000)) tell(row)
    } catch {
      if (!ended) setTimeout(() => void again(), 1000).unref()
    }
  }
  await connect()
  return async () => {
    ended = true
    await client?.end().catch(() => {})
    await telling
  }
}
