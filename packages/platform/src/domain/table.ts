/**
 * The one transition table. Nothing changes state but by a row of it: who may, from where, by which event, to where, on
 * which conditions, and what follows. A pair that has no row is refused; so is a role that no permission of the row names.
 */
import { may, type Permission } from './roles.ts'
import { ACCOUNT } from './transitions/account.ts'
import { CERTIFICATION } from './transitions/certification.ts'
import { DECISION } from './transitions/decision.ts'
import { DOCUMENT } from './transitions/document.ts'
import { PROGRAM } from './transitions/program.ts'
import { VERSION } from './transitions/version.ts'
import type { Actor, Moment, Role, Subject, Text } from './words.ts'

/** The state of what is not there yet; `create` leads out of it. */
export const NOWHERE = 'none'

/** Moments that depend on what the store knows: a row's column, a policy, a working-day deadline. */
export const DEADLINES = [
  'reply',
  'fix-by',
  'document-warning',
  'document-expiry',
  'certification-expiry',
  'penalty-end',
  'postponed-to',
  'lease-end',
  'trial-end',
] as const
export type Deadline = (typeof DEADLINES)[number]

/** What another subject is to this one; the store knows how to find it, and does nothing when there is none. */
export type Relation = 'program' | 'program-when-nothing-public' | 'version-replaced' | 'version-before' | 'decision-pending'

/** What is done in the same transaction as the change of state. */
export type Effect =
  | { readonly do: 'mail'; readonly template: string; readonly to: 'owner' | 'staff' | 'actors' }
  | { readonly do: 'job'; readonly queue: string }
  /**
   * Fires `event` on the same subject once. A timer belongs to the state it was set in: whatever leaves that state ends
   * it. `after`: milliseconds, or a named deadline; a deadline that the store does not know (a paper without an end) sets none.
   */
  | { readonly do: 'timer'; readonly event: string; readonly after: number | Deadline }
  /** Raises an event on a related subject, by the platform itself. */
  | { readonly do: 'event'; readonly on: Relation; readonly event: string }
  /** Of a decision: its action, or this event, is raised on what it is about, by the same person. */
  | { readonly do: 'carry-out' }
  | { readonly do: 'act'; readonly event: string }
  /** Of a decision: takes back what it did, by the inverse that was stored with it. */
  | { readonly do: 'undo' }
  /** The platform writes the decision that a deadline came to. */
  | { readonly do: 'record'; readonly action: string }
  /** Tells open pages. */
  | { readonly do: 'notify' }

export type Value = boolean | number | string | null
/** What guards may ask: loaded in the same transaction, behind the row's lock. What was not loaded is not held. */
export interface Facts {
  readonly actor: Actor
  readonly now: Moment
  /** Whose it is: all accounts that own it or are members, and the entity. */
  readonly owner: { readonly accounts: readonly string[]; readonly entity: string | null }
  /** People who acted on this subject before, by account id. */
  readonly before: readonly string[]
  /** The state before the present one, where it came from. */
  readonly prior: string | null
  readonly values: Readonly<Record<string, Value | undefined>>
}

/** A condition on facts; pure, and named so that tests can take each away. */
export interface Guard {
  readonly name: string
  /** The values that it reads: the store has to load them. */
  readonly asks: readonly string[]
  readonly holds: (facts: Facts) => boolean
  readonly otherwise: Text
}

export interface Row {
  readonly from: readonly string[]
  readonly event: string
  readonly to: string
  /** By permission, or by the platform itself. */
  readonly by: readonly (Permission | 'system')[]
  readonly guards?: readonly Guard[]
  readonly effects?: readonly Effect[]
  /** The event that takes it back; every act upon people has one. */
  readonly inverse?: string
}

/**
 * Who moves a state on: a queue of people, its owner's own pages, a timer or a job that was set on the way in; `settled`
 * states may stay for ever (there are ways out, but nobody waits), `last` ones have no way out.
 */
export type Waiting = 'queue' | 'owner' | 'timer' | 'job' | 'settled' | 'last'

export interface Machine {
  readonly subject: Subject
  readonly states: Readonly<Record<string, Waiting>>
  readonly names: Readonly<Record<string, Text>>
  readonly rows: readonly Row[]
}

export const MACHINES: readonly Machine[] = [ACCOUNT, CERTIFICATION, DOCUMENT, PROGRAM, VERSION, DECISION]
const machines = new Map(MACHINES.map((machine) => [machine.subject, machine]))

/** The machine of a subject; undefined for those that have none yet. */
export const machineOf = (subject: Subject): Machine | undefined => machines.get(subject)

export type Refusal = { readonly refused: 'unknown' | 'role' | 'guard'; readonly guard?: string; readonly why: Text }
export type Outcome = {
  readonly to: string
  readonly row: Row
  readonly effects: readonly Effect[]
  readonly inverse: string | null
}

const index = new Map<string, readonly Row[]>()
for (const { subject, rows } of MACHINES)
  for (const row of rows)
    for (const from of row.from) {
      const key = `${subject} ${from} ${row.event}`
      index.set(key, [...(index.get(key) ?? []), row])
    }

/** Whether a role may raise a row's event at all; guards come after. */
export const allows = (row: Row, role: Role): boolean =>
  row.by.some((permission) => (permission === 'system' ? role === 'system' : may(role, permission)))

/** What a state is called; its own name where none is known. */
export const stateName = (subject: Subject, state: string): Text => machines.get(subject)?.names[state] ?? { zh: state, en: state }

/** The rows of a subject's event from a state, in the order in which they are tried. */
export const rowsFor = (subject: Subject, state: string, event: string): readonly Row[] => index.get(`${subject} ${state} ${event}`) ?? []

/** Every value that the guards of an event may ask for from a state. */
export const asked = (subject: Subject, state: string, event: string): readonly string[] => [
  ...new Set(rowsFor(subject, state, event).flatMap(({ guards = [] }) => guards.flatMap(({ asks }) => asks))),
]

/** The events that a role could raise from a state, before any guard: what a page offers. */
export const eventsFor = (subject: Subject, state: string, role: Role): readonly string[] => [
  ...new Set((machines.get(subject)?.rows ?? []).filter((row) => row.from.includes(state) && allows(row, role)).map(({ event }) => event)),
]

/** What an event does to a subject in a state; a refusal says why, in both languages. Never throws. */
export const decide = (subject: Subject, state: string, event: string, facts: Facts): Outcome | Refusal => {
  const rows = index.get(`${subject} ${state} ${event}`)
  if (!rows) {
    const { zh, en } = stateName(subject, state)
    return { refused: 'unknown', why: { zh: `现在是“${zh}”，不能这样做`, en: `this cannot be done now: it is "${en}"` } }
  }
  const mine = rows.filter((row) => allows(row, facts.actor.role))
  if (mine.length === 0) return { refused: 'role', why: { zh: '没有这个权限', en: 'your role does not allow this' } }
  // Rows of one event differ in what they ask: the reason given is that of the row which came furthest.
  let furthest = -1
  let broken: Guard | undefined
  for (const row of mine) {
    const guards = row.guards ?? []
    const at = guards.findIndex((guard) => !guard.holds(facts))
    if (at < 0) return { to: row.to, row, effects: row.effects ?? [], inverse: row.inverse ?? null }
    if (at > furthest) [furthest, broken] = [at, guards[at]]
  }
  return { refused: 'guard', guard: broken!.name, why: broken!.otherwise }
}
