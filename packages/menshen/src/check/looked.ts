/**
 * What a rule looked at. A rule is a pure function of its evidence: what it never asked for cannot change its answer, so
 * that only blindness for what it did ask for keeps its silence from being a pass.
 */
import type { Interpretation } from '../program/interpret/types.ts'
import type { ProgramModel } from '../program/types.ts'
import type { Rule } from '../rules/kit.ts'

/**
 * Parts of the evidence, by what they hang on:
 * - declared: what the configuration says
 * - assembled: which units there are, and what they are made of
 * - files: scripts, templates and styles as they lie there
 * - written: facts of scripts that were parsed, walked or not
 * - walked: what following the code showed, and what is drawn
 */
export type Part = 'declared' | 'assembled' | 'files' | 'written' | 'walked'
export interface Looked {
  readonly parts: ReadonlySet<Part>
  /** Platform functions whose calls were asked for by name. */
  readonly apis: ReadonlySet<string>
}

/** For a rule that nobody listened to: it may have asked for anything. */
export const ANYTHING: Looked = { parts: new Set(['declared', 'assembled', 'files', 'written', 'walked']), apis: new Set() }

const OF_PROGRAM: Readonly<Partial<Record<keyof ProgramModel, Part>>> = {
  platform: 'declared',
  framework: 'declared',
  name: 'declared',
  root: 'declared',
  config: 'declared',
  home: 'declared',
  tabBar: 'declared',
  subpackages: 'declared',
  plugins: 'declared',
  problems: 'declared',
  ignored: 'declared',
  app: 'assembled',
  pages: 'assembled',
  components: 'assembled',
}
/** Null: it tells of blindness itself. */
const OF_INTERPRETATION: Readonly<Partial<Record<keyof Interpretation, Part | null>>> = {
  scripts: 'written',
  mentions: 'written',
  opaque: null,
  problems: null,
}

/** Stands in for something whose members are asked for; what they are is nobody's concern here. */
const overheard = <T extends object>(value: T, asked: (member: string) => unknown): T =>
  new Proxy(value, {
    get(target, member) {
      const instead = typeof member === 'string' ? asked(member) : undefined
      return instead ?? Reflect.get(target, member, target)
    },
  })

/**
 * Evidence for one rule that notes what is asked of it. What is remembered from one question to the next is kept for the
 * object that was asked, so each rule gets objects of its own: none answers from what another one saw.
 */
export const overhear = (rule: Rule): { readonly looked: Looked; readonly heard: (kind: string, value: unknown) => unknown } => {
  const parts = new Set<Part>()
  const apis = new Set<string>()
  // words stand in what is drawn, and are looked up in tables that all rules share
  if ([...rule.meta.needs, ...(rule.meta.wants ?? [])].includes('copy')) parts.add('walked')
  return {
    looked: { parts, apis },
    heard: (kind, value) => {
      if (kind === 'program')
        return overheard(value as ProgramModel, (member) => void parts.add(OF_PROGRAM[member as keyof ProgramModel] ?? 'files'))
      if (kind !== 'interpretation') return value
      const interpretation = value as Interpretation
      return overheard(interpretation, (member) => {
        if (member === 'callsOf')
          return (...names: readonly string[]) => {
            for (const name of names) apis.add(name)
            return interpretation.callsOf(...names)
          }
        const part = OF_INTERPRETATION[member as keyof Interpretation]
        if (part !== null) parts.add(part ?? 'walked')
        return undefined
      })
    },
  }
}
