/** What a run could not see, so that a rule's silence about it is not taken for a pass. */
import { suffixOf } from '../program/path.ts'
import type { Problem, ProblemKind, ProgramModel } from '../program/types.ts'
import type { Rule } from '../rules/kit.ts'
import type { Have } from './judge.ts'
import { ANYTHING, type Looked, type Part } from './looked.ts'
import { reasonText } from './reasons.ts'
import type { Text } from './types.ts'

/** Scripts that cannot be read hide behaviour and copy; they do not hide what stands in configuration. */
const hidesOnlyBehaviour = (file: string) => ['js', 'ts', 'wxs', 'sjs'].includes(suffixOf(file))

const filesText = (files: readonly string[]): Text => {
  const some = files.slice(0, 3).join(', ')
  const more = files.length - 3
  return more > 0 ? { zh: `${some} 等 ${files.length} 个文件`, en: `${some} and ${more} more` } : { zh: some, en: some }
}

/** What could not be read or followed, each once: what reading and walking the program both met is said where it was read. */
export const problemsIn = (program: ProgramModel, have: Have): readonly Problem[] => {
  const walked = have.interpretation?.status === 'collected' ? (have.interpretation.value.problems ?? []) : []
  const keyOf = ({ kind, at }: Problem) => `${kind} ${at.file}${kind === 'script-syntax' ? '' : ` ${at.start}`}`
  const read = new Set(program.problems.map(keyOf))
  return [...program.problems, ...walked.filter((problem) => !read.has(keyOf(problem)))]
}

/** Code that lies there and was read, but not followed to its end. */
const FOLLOWED = new Set<ProblemKind>(['framework-not-resolved'])
/** A script that is not there, or is none: whatever it says and does. */
const SCRIPT = new Set<ProblemKind>(['script-syntax', 'binary-script', 'module-missing', 'page-script-missing'])
/** Part of a page or a component that is not there, with whatever script and template it has. */
const UNIT = new Set<ProblemKind>([
  'component-missing',
  'page-missing',
  'page-template-missing',
  'template-syntax',
  'include-missing',
  'include-cycle',
])
const EVERYTHING: readonly Part[] = [...ANYTHING.parts]
/** What such a problem can hide; of what is not listed, anything. */
const hiddenBy = ({ kind, at }: Problem): readonly Part[] => {
  if (FOLLOWED.has(kind)) return ['walked']
  if (SCRIPT.has(kind) && hidesOnlyBehaviour(at.file)) return ['files', 'written', 'walked']
  if (UNIT.has(kind)) return ['assembled', 'files', 'written', 'walked']
  return EVERYTHING
}

/** One thing that could not be seen. */
interface Spot {
  readonly file: string
  readonly parts: readonly Part[]
  /** Its code was read: it calls nothing that no script names. */
  readonly read: boolean
}
const nameOf = (api: string): string => api.split('.').at(-1) ?? api

/** Whether code that was read but not followed could call a platform function: it is named somewhere, or the platform itself is handed about. */
const callable = (program: ProgramModel, have: Have) => {
  const known = new Map<string, boolean>()
  let loose: boolean | undefined
  return (api: string): boolean => {
    if (have.interpretation?.status !== 'collected') return true
    loose ??= [...have.interpretation.value.scripts.values()].some(({ mentions }) => mentions.some(({ api: one }) => one === ''))
    if (loose) return true
    const name = nameOf(api)
    let named = known.get(name)
    if (named === undefined) known.set(name, (named = program.scripts.some((file) => program.files.text(file)?.includes(name) ?? true)))
    return named
  }
}

interface Blind {
  readonly reason: string
  readonly note: Text
}
const blind = (spots: readonly Spot[], reason: string): Blind | undefined => {
  const names = filesText([...new Set(spots.map(({ file }) => file))])
  const text = reasonText(reason)
  return spots.length > 0 ? { reason, note: { zh: `${text.zh}：${names.zh}`, en: `${text.en}: ${names.en}` } } : undefined
}

export interface Blindness {
  /**
   * Whether it is worth listening to what rules ask for: where all was there to be read, and only following it came to an end. What
   * is missing changes nearly everything that anybody asks for, and to be listened to costs rules what they share.
   */
  readonly listens: boolean
  doubt(rule: Rule, looked: Looked): Blind | undefined
}

/**
 * What this run could not see, for rules that look at behaviour or copy and for those that look at configuration and
 * templates only; of that, what could have changed what a rule looked at. Undefined: all was seen.
 */
export const blindness = (program: ProgramModel, have: Have): Blindness | undefined => {
  // A plugin's code is reviewed where it is published; a style sheet that nobody compiled hides neither behaviour nor words.
  const hidden = problemsIn(program, have).filter(
    (problem) => problem.hides && problem.kind !== 'plugin-code-unavailable' && problem.kind !== 'style-syntax',
  )
  const opaque = have.interpretation?.status === 'collected' ? [...have.interpretation.value.opaque.keys()] : []
  if (hidden.length === 0 && opaque.length === 0) return undefined
  const spotOf = (problem: Problem): Spot => ({ file: problem.at.file, parts: hiddenBy(problem), read: FOLLOWED.has(problem.kind) })
  const shallow = hidden.filter((problem) => !hidesOnlyBehaviour(problem.at.file)).map(spotOf)
  const unreadable = hidden.filter((problem) => problem.kind !== 'framework-not-resolved').map(spotOf)
  const unresolved = [
    ...opaque.map((file): Spot => ({ file, parts: ['walked'], read: true })),
    ...hidden.filter((problem) => problem.kind === 'framework-not-resolved').map(spotOf),
  ]
  const mayCall = callable(program, have)
  const doubt = (rule: Rule, { parts, apis }: Looked): Blind | undefined => {
    const matters = (spot: Spot): boolean =>
      spot.parts.some((part) => parts.has(part)) ||
      (spot.parts.includes('walked') && apis.size > 0 && (!spot.read || [...apis].some(mayCall)))
    if (!rule.meta.needs.some((need) => need === 'interpretation' || need === 'copy')) return blind(shallow.filter(matters), 'unreadable')
    const framework = program.framework === 'native' ? 'unresolved' : 'framework'
    return blind(unreadable.filter(matters), 'unreadable') ?? blind(unresolved.filter(matters), framework)
  }
  return { listens: unreadable.length === 0 && shallow.length === 0, doubt }
}
