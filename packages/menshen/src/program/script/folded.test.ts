import { expect, test } from 'vitest'
import { fold, unfold } from './folded.ts'
import type { Fn } from './ir.ts'
import { scriptFacts } from './parse.ts'

const SOURCE = `
import tea, { 茶 as leaf } from './tea'
export default async function brew(cup = '绿茶\ud83c\udf75', ...more) {
  const pour = (a) => a * leaf
  function* steep() { yield pour(cup) }
  return [...steep(), /煎/g, wx.login({ success() { more.length } })]
}
`
const insides = ({ name, start, end, params, body, concise, arrow, async, generator, slots, hoisted, mutable }: Fn) =>
  JSON.stringify([name, start, end, params, body, concise, arrow, async, generator, slots, hoisted, mutable])

test('folded facts are ASCII, and come back as they were', () => {
  const facts = scriptFacts('tea.js', SOURCE)
  const text = fold(facts)
  expect(text).toMatch(/^[\0-\x7f]+$/)
  const back = unfold(text)!
  expect(back.functions.map(insides)).toEqual(facts.functions.map(insides))
  expect(back.functions.length).toBeGreaterThan(4)
  expect({ ...back, functions: null }).toEqual({ ...facts, functions: null })
})

test('the inside of a function is made once, so that what is kept in its nodes stays', () => {
  const [top] = unfold(fold(scriptFacts('tea.js', SOURCE)))!.functions
  expect(top!.body).toBe(top!.body)
  expect(top!.kept).toBeNull()
})

test('what is no folded script, or one that was cut, is none', () => {
  const text = fold(scriptFacts('tea.js', SOURCE))
  const other = text.replace(/"version":\d+/, '"version":-1')
  for (const wrong of ['', '{}', '{}\n', '[]\n', 'null\n', text.slice(0, -1), `${text} `, other]) expect(unfold(wrong)).toBeUndefined()
})

test('a script without functions of its own has its top level', () => {
  const facts = unfold(fold(scriptFacts('empty.js', '')))!
  expect(facts.functions).toHaveLength(1)
  expect(facts.functions[0]!.body).toEqual([])
})
