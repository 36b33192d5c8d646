/**
 * Is a regular expression safe to run on hostile text? Accepted are patterns whose every repetition is bounded by a
 * number and in which no repeated group repeats inside: their cost per position is a constant, whatever the text.
 */
import type { Text } from './lexicon.ts'

/** Longest pattern and highest repetition that are accepted. */
const LONGEST = 1000
const HIGHEST = 512
/** Product of nested or neighbouring repetitions that is accepted. */
const COST = 100_000

/** Why a pattern is refused, or null when it is safe. */
export const isLinear = (pattern: string): Text | null => {
  if (pattern.length > LONGEST) return { zh: '太长', en: 'too long' }
  try {
    new RegExp(pattern, 'iu')
  } catch {
    return { zh: '写法有误', en: 'does not compile' }
  }
  // Per open group: the product of the repetitions inside it.
  const groups: number[] = [1]
  let last = 1
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!
    last = 1
    if (c === '\\') {
      if (/[1-9k]/.test(pattern[i + 1] ?? '')) return { zh: '有反向引用', en: 'has a back-reference' }
      i++
      if (pattern[i] === 'u' || pattern[i] === 'x' || pattern[i] === 'p' || pattern[i] === 'P') {
        if (pattern[i + 1] === '{') i = pattern.indexOf('}', i)
        else i += pattern[i] === 'u' ? 4 : pattern[i] === 'x' ? 2 : 0
      }
    } else if (c === '[') {
      for (i++; i < pattern.length && pattern[i] !== ']'; i++) if (pattern[i] === '\\') i++
    } else if (c === '(') {
      groups.push(1)
      if (pattern[i + 1] === '?') i += pattern[i + 2] === '<' ? 3 : 2
      continue
    } else if (c === ')') {
      last = groups.pop() ?? 1
    } else if (c === '|') {
      // Alternatives add up; counting their product errs on the safe side, yet would refuse long lists: keep the larger.
      continue
    }
    const next = pattern[i + 1] ?? ''
    if (next === '*' || next === '+') return { zh: '有不限次数的重复（* 或 +）', en: 'has an unbounded repetition (* or +)' }
    let times = 1
    if (next === '?') {
      times = 2
      i++
    } else if (next === '{') {
      const bounds = /^\{(\d+)(?:(,)(\d*))?\}/.exec(pattern.slice(i + 1))
      if (bounds) {
        if (bounds[2] && bounds[3] === '') return { zh: '有不限次数的重复', en: 'has an unbounded repetition' }
        times = Number(bounds[3] || bounds[1])
        // An exact count leaves nothing to try again.
        if (!bounds[2] && last === 1) times = 1
        if (Number(bounds[3] || bounds[1]) > HIGHEST) return { zh: `重复超过 ${HIGHEST} 次`, en: `repeats more than ${HIGHEST} times` }
        i += bounds[0].length
      }
    }
    if (times > 2 && last > 1) return { zh: '重复里还有重复', en: 'has a repetition inside a repetition' }
    const top = groups.length - 1
    groups[top] = groups[top]! * Math.max(1, times) * (last > 1 ? last : 1)
    if (groups[top]! > COST * 10) return { zh: '重复太多', en: 'too many repetitions' }
  }
  return null
}
