/** What the store has to know of each subject so that the table can be asked: its row, its owner, its facts, its neighbours. */
import type { Selectable } from 'kysely'
import type { Plain } from '../../domain/audit.ts'
import type { Deadline, Relation, Value } from '../../domain/table.ts'
import type { Actor, Moment, Subject, Text } from '../../domain/words.ts'
import type { Database } from '../generated/schema.ts'
import type { Store, Tx } from '../store.ts'

export type RowOf<T extends keyof Database> = Selectable<Database[T]>

/** What comes with an event: logged as it is, so without personal data. */
export type Payload = { readonly [key: string]: Plain }
/** What other modules of the store vouch for; never from outside. */
export interface Given {
  readonly values?: Readonly<Record<string, Value>>
  /** The decision that is carried out or undone. */
  readonly decision?: RowOf<'decision'>
}
export interface Ask<Row> {
  readonly tx: Tx
  readonly row: Row
  readonly actor: Actor
  readonly event: string
  readonly payload: Payload
  readonly given: Given
}
export interface Changed<Row> extends Ask<Row> {
  readonly from: string
  readonly to: string
  readonly rv: number
}
export interface Owner {
  readonly accounts: readonly string[]
  readonly entity: string | null
}
export interface SubjectStore<Row> {
  readonly subject: Subject
  readonly table: 'account' | 'certification' | 'document' | 'program' | 'version' | 'decision_status'
  owner(tx: Tx, row: Row): Promise<Owner>
  readonly facts: Readonly<Record<string, (ask: Ask<Row>) => Value | Promise<Value>>>
  /** Null when there is no such moment: then no timer is set. */
  deadline(name: Deadline, ask: Ask<Row>): Moment | null | Promise<Moment | null>
  related(relation: Relation, ask: Ask<Row>): Promise<readonly { readonly subject: Subject; readonly id: string }[]>
  /** Who else counts as having acted: on what a decision is about. */
  alsoBefore?(tx: Tx, row: Row): Promise<readonly string[]>
  /** What changes with the state, in the same transaction, before its effects. */
  after?(change: Changed<Row>): Promise<void>
}

export const both = (value: Plain | undefined): value is { readonly zh: string; readonly en: string } => {
  const text = value as Partial<Text> | null | undefined
  return typeof text === 'object' && text !== null && (text.zh?.trim().length ?? 0) >= 2 && (text.en?.trim().length ?? 0) >= 2
}
/** A reason in both languages came with it. */
export const reasonGiven = ({ payload }: Ask<unknown>): boolean => both(payload['reason'])

/** Whether two entities are one, or were found to belong together. */
export const related = async (tx: Tx, a: string | null, b: string | null): Promise<boolean> => {
  if (a === null || b === null) return false
  if (a === b) return true
  const [low, high] = a < b ? [a, b] : [b, a]
  const one = await tx.db.selectFrom('entity_relation').select('at').where('a', '=', low).where('b', '=', high).executeTakeFirst()
  return one !== undefined
}

/** Whether an account may act as a verified one; a limited one may do what its penalties do not name. */
export const activeAccount = async (tx: Tx, id: string | null, capability?: string): Promise<boolean> => {
  if (id === null) return false
  const one = await tx.db.selectFrom('account').select('state').where('id', '=', id).executeTakeFirst()
  if (one?.state === 'active') return true
  if (one?.state !== 'limited' || capability === undefined) return false
  const penalties = await tx.db
    .selectFrom('penalty')
    .select('capabilities')
    .where('account', '=', id)
    .where('kind', '=', 'limit')
    .where('lifted_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', tx.now)]))
    .execute()
  return !penalties.some(({ capabilities }) => capabilities.includes(capability))
}

/** Accounts of a program: its owner and members; testers are not among them. */
export const programAccounts = async (tx: Tx, id: string, owner: string): Promise<readonly string[]> => {
  const rows = await tx.db
    .selectFrom('membership')
    .select('account')
    .where('program', '=', id)
    .where('ended_at', 'is', null)
    .where('role', '<>', 'tester')
    .execute()
  return [...new Set([owner, ...rows.map(({ account }) => account)])]
}

/** Looking at something is logged and is no part in it. */
const looked = (type: string): boolean => type.endsWith('.seen') || type === 'paper.opened'
/** Those who acted on a subject, by the log and by what this transaction has not written yet. */
export const actorsOf = async (
  tx: Pick<Store, 'db'> | Pick<Tx, 'db' | 'notes'>,
  subject: Subject,
  id: string,
): Promise<readonly string[]> => {
  const rows = await (tx as Pick<Store, 'db'>).db
    .selectFrom('audit')
    .select('actor')
    .distinct()
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .where('actor', 'is not', null)
    .where('type', 'not like', '%.seen')
    .where('type', '<>', 'paper.opened')
    .execute()
  const now = ('notes' in tx ? tx.notes : [])
    .filter((note) => !looked(note.type) && note.subject === subject && note.subjectId === id && note.actor.id !== null)
    .map(({ actor }) => actor.id!)
  return [...new Set([...rows.map(({ actor }) => actor!), ...now])]
}
