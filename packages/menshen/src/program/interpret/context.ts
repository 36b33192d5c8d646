/** What surrounds a walk: who set it in motion, by which path, under which conditions, after which calls; and what the machine needs from outside. */
import type { ScriptFacts } from '../script/ir.ts'
import type { Machine } from './machine.ts'
import type { Origin, Root, Step } from './types.ts'
import type { Frame, ModuleRef, Obj, Site, V } from './value.ts'

export interface PathNode {
  readonly at: Site
  readonly name: string
  readonly how: Step['how']
  readonly prev: PathNode | null
  readonly length: number
}
export interface GuardNode {
  readonly at: Site
  readonly holds: boolean
  readonly origins: readonly Origin[]
  readonly prev: GuardNode | null
  /** How many there are up to here. */
  readonly depth: number
  /** The member that must say yes, and was not there or said no when it was asked for. */
  readonly lacking: Lacking | null
}
/** A member of objects that are known whole: it may still be written by what is walked later. */
export interface Lacking {
  readonly objects: readonly Obj[]
  readonly key: string
}
export interface AfterNode {
  readonly call: CallRecord
  readonly prev: AfterNode | null
}
export interface CallRecord {
  readonly ns: string
  readonly api: string
  readonly at: Site
  readonly nameAt: Site
  readonly how: 'member' | 'computed' | 'alias'
  readonly contexts: ContextRecord[]
}
export interface ContextRecord {
  readonly root: Root
  readonly path: PathNode | null
  readonly guards: GuardNode | null
  readonly after: AfterNode | null
  readonly args: readonly V[]
  readonly length: number
}

/** What the machine needs from around it. */
export interface Host {
  facts(file: string): ScriptFacts | null
  /** The file a specifier leads to from a file, or null. */
  resolve(from: string, specifier: string): string | null
  source(file: string): string
  /** Root for code at module level of a file. */
  moduleRoot(file: string): Root
  global(machine: Machine, name: string): V | undefined
  apiGet(machine: Machine, api: Obj, key: string, site: Site): V
  apiSet(machine: Machine, api: Obj, key: string, value: V, site: Site): void
  apiCall(machine: Machine, api: Obj, self: V, args: readonly V[], site: Site): V
  /** True when all of these are answers about a phone whose kind is given. */
  assumed(origins: readonly Origin[]): boolean
  /** True for a function whose answer about a phone is assumed: it is there to give it. */
  answers(api: string): boolean
  /** True for vendored code. */
  foreign(file: string): boolean
  /** Stands in for a module that is not walked (a framework's runtime). */
  standIn(machine: Machine, file: string): V | null
  /** Functions of a file whose meaning is known by what they are (compilers' own), put into `overrides`. */
  recognise(machine: Machine, file: string, facts: ScriptFacts): void
  /** A chunk of a bundle is pushed: `(x.webpackJsonp = x.webpackJsonp || []).push([ids, modules, entries])`. */
  chunk(machine: Machine, list: V, chunk: V, site: Site): void
  /** A member of a special object (a unit's instance) is written. */
  tagSet(machine: Machine, object: Obj, key: string, value: V, site: Site): void
  /** A required path that leads nowhere. */
  missing(file: string, specifier: { readonly source: string; readonly start: number; readonly end: number }): void
  /** Members that special objects have of themselves (a unit's instance). */
  tagGet(machine: Machine, object: Obj, key: string): V | undefined
}

/** A module while it is walked, and after. */
export interface Module extends ModuleRef {
  readonly facts: ScriptFacts
  readonly exports: Obj
  readonly moduleObject: Obj
  /** True once the walk of its top level ended. */
  done: boolean
  walked: boolean
  readonly frame: Frame
  /** Where its specifiers lead, by their index: undefined until asked for, null for nowhere. */
  readonly targets: (string | null | undefined)[]
}

/** What stands in for a function: it gets the closure itself, so that it can look at the variables around it. */
export type Override = (closure: Obj, self: V, args: readonly V[], site: Site) => V

export const NOWHERE: Site = { file: '', start: 0, end: 0 }
/** Marks a function as a getter. */
export const GETTER = { getter: true }
