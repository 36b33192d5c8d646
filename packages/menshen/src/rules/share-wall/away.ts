/** Whether a comparison of times measures how long somebody was away: the moment was written down when they left or shared. */
import type { Guard, Interpretation, ProgramModel } from '../kit.ts'

/** Functions that run when people leave or share. */
const LEAVES = /hide|unload|share|leav|left|away|background|blur/i
const WORDS = /[A-Za-z_$][\w$]*/g
/** Names that every comparison of times has, and none by which a moment is kept. */
const COMMON = new Set([
  'Date',
  'now',
  'new',
  'getTime',
  'valueOf',
  'this',
  'that',
  'self',
  'data',
  'wx',
  'tt',
  'getApp',
  'app',
  'globalData',
])

/** Where a name, a field or a key is given the time at hand: nothing is added to it, as to the end of a term. */
const takes = (name: string): RegExp =>
  new RegExp(
    `(?<![\\w$])${name.replaceAll('$', '\\$')}['"]?\\s*(?:=(?!=)|:|,)\\s*(?:\\+?\\s*new Date(?:\\(\\))?|Date\\.now\\(\\))(?:\\.(?:getTime|valueOf)\\(\\))?\\s*(?=[,;})\\n\\]]|$)`,
    'g',
  )

/** Words of the condition, and keys of the storage that are known. */
const namesIn = ({ source, origins }: Guard): readonly string[] => [
  ...new Set([
    ...(source.match(WORDS) ?? []).filter((word) => !COMMON.has(word)),
    ...origins.flatMap(({ source: from, name }) => (from === 'storage' && /^[\w$-]{2,}$/.test(name) ? [name] : [])),
  ]),
]

export const measuresAbsence = (program: ProgramModel, interpretation: Interpretation, guard: Guard): boolean => {
  const names = namesIn(guard)
  for (const [file, { functions }] of interpretation.scripts) {
    const text = program.files.text(file)
    if (!text || !/Date/.test(text)) continue
    for (const name of names)
      for (const { index } of text.matchAll(takes(name))) {
        const around = functions.filter(({ start, end }) => start <= index && index < end)
        if (around.some((one) => LEAVES.test(one.name) || LEAVES.test(text.slice(one.start, text.indexOf('(', one.start))))) return true
      }
  }
  return false
}
