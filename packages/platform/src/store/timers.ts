/** Timers are rows. Any number of workers take them, each fires once, and only if its subject is still in the state it was set in. */
import { sql } from 'kysely'
import { MINUTE, type Moment, type Subject, SYSTEM } from '../domain/words.ts'
import { Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'
import { lockRow, transition } from './transition.ts'

const TAKEN_FOR = MINUTE
const RETRY = MINUTE
const ATTEMPTS = 50

export interface Fired {
  readonly id: string
  readonly subject: Subject
  readonly subjectId: string
  readonly event: string
  readonly outcome: 'fired' | 'left' | 'later' | 'failed'
}

/** Fires what is due, at most `most`; returns what became of each. Called by every worker, as often as it likes. */
export const fireTimers = async (store: Store, most = 50): Promise<readonly Fired[]> => {
  const now = store.clock.now()
  // Taken for a minute: if this process dies, another takes them again.
  const { rows } = await sql<{ id: string; subject: Subject; subject_id: string; event: string; generation: number }>`
    update timer set taken_until = ${now + TAKEN_FOR}, attempts = attempts + 1 where id in (
      select id from timer where fired_at is null and ended_at is null and fire_at <= ${now} and (taken_until is null or taken_until <= ${now})
      order by fire_at limit ${most} for update skip locked)
    returning id, subject, subject_id, event, generation`.execute(store.db)
  const fired: Fired[] = []
  for (const { id, subject, subject_id: subjectId, event, generation } of rows) {
    const about = { id, subject, subjectId, event }
    try {
      fired.push({ ...about, outcome: await store.run((tx) => fire(tx, { ...about, generation })) })
    } catch (error) {
      fired.push({ ...about, outcome: await later(store, id, error) })
    }
  }
  return fired
}

const fire = async (
  tx: Tx,
  { id, subject, subjectId, event, generation }: Omit<Fired, 'outcome'> & { readonly generation: number },
): Promise<'fired' | 'left'> => {
  // First the subject, then the timer: the order in which everybody else locks them.
  const row = await lockRow(tx, subject, subjectId)
  const timer = await tx.db
    .updateTable('timer')
    .set({ fired_at: tx.now, outcome: 'fired' })
    .where('id', '=', id)
    .where('fired_at', 'is', null)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!timer) return 'left'
  if (row.entered_rv !== generation) {
    await tx.db.updateTable('timer').set({ fired_at: null, ended_at: tx.now, outcome: 'left' }).where('id', '=', id).execute()
    return 'left'
  }
  await transition(tx, { subject, id: subjectId, event, actor: SYSTEM, payload: { timer: id } })
  return 'fired'
}

/** A guard that says no is asked again in a while; what fails again and again is given up and kept to be looked at. */
const later = async (store: Store, id: string, error: unknown): Promise<'later' | 'failed' | 'left'> => {
  const now = store.clock.now()
  const gone = error instanceof Problem && (error.code === 'state' || error.code === 'not-found')
  const row = await store.db.selectFrom('timer').select('attempts').where('id', '=', id).executeTakeFirst()
  const dead = gone || (row?.attempts ?? 0) >= ATTEMPTS
  await store.db
    .updateTable('timer')
    .set(
      dead
        ? { ended_at: now, outcome: gone ? 'left' : 'failed' }
        : { fire_at: now + RETRY, taken_until: null, outcome: error instanceof Problem ? error.code : 'error' },
    )
    .where('id', '=', id)
    .where('fired_at', 'is', null)
    .execute()
  return gone ? 'left' : dead ? 'failed' : 'later'
}

/** When the next timer is due; null when none is set. */
export const nextTimer = async (store: Store): Promise<Moment | null> => {
  const row = await store.db
    .selectFrom('timer')
    .select('fire_at')
    .where('fired_at', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('fire_at')
    .limit(1)
    .executeTakeFirst()
  return row?.fire_at ?? null
}

/** The open timers of a subject: what a page shows as “then”. */
export const timersOf = (store: Store, subject: Subject, id: string) =>
  store.db
    .selectFrom('timer')
    .select(['event', 'fire_at'])
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .where('fired_at', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('fire_at')
    .execute()

/** Moves an open timer of a subject whose row is locked: a lease that is renewed. */
export const moveTimer = (tx: Tx, subject: Subject, id: string, event: string, to: Moment) =>
  tx.db
    .updateTable('timer')
    .set({ fire_at: to, taken_until: null })
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .where('event', '=', event)
    .where('fired_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
