/** What a run could not see, so that a rule's silence about it is not taken for a pass. */
import { suffixOf } from '../program/path.ts'
import type { Problem, ProgramModel } from '../program/types.ts'
import type { Rule } from '../rules/kit.ts'
import type { Have } from './judge.ts'
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

/** What this run could not see, for rules that look at behaviour or copy and for those that look at configuration and templates only. */
export const blindness = (program: ProgramModel, have: Have) => {
  // A plugin's code is reviewed where it is published; a style sheet that nobody compiled hides neither behaviour nor words.
  const hidden = problemsIn(program, have).filter(
    (problem) => problem.hides && problem.kind !== 'plugin-code-unavailable' && problem.kind !== 'style-syntax',
  )
  const blind = (files: readonly string[], reason: string) => {
    const names = filesText([...new Set(files)])
    const text = reasonText(reason)
    return files.length > 0 ? { reason, note: { zh: `${text.zh}：${names.zh}`, en: `${text.en}: ${names.en}` } } : undefined
  }
  const shallow = blind(
    hidden.filter((problem) => !hidesOnlyBehaviour(problem.at.file)).map((problem) => problem.at.file),
    'unreadable',
  )
  const opaque = have.interpretation?.status === 'collected' ? [...have.interpretation.value.opaque.keys()] : []
  const framework = program.framework === 'native' ? 'unresolved' : 'framework'
  const deep =
    blind(
      hidden.filter((problem) => problem.kind !== 'framework-not-resolved').map((problem) => problem.at.file),
      'unreadable',
    ) ?? blind([...opaque, ...hidden.map((problem) => problem.at.file)], framework)
  return (rule: Rule) => (rule.meta.needs.some((need) => need === 'interpretation' || need === 'copy') ? deep : shallow)
}
