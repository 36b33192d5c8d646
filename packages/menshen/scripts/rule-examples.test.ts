import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../src/rules/generated/index.ts'
import type { Example } from '../src/rules/kit.ts'
import { type ExamplePair, examplePairs } from './rule-examples.ts'
import { loadDocumented } from './rule-pages.ts'

const { pairs, titles } = JSON.parse(readFileSync(new URL('../data/rule-examples.json', import.meta.url), 'utf8')) as {
  readonly pairs: Readonly<Record<string, Readonly<Record<string, ExamplePair>>>>
  readonly titles: Readonly<Record<string, ExamplePair['right']>>
}
const examplesOf = async (id: string) =>
  ((await import(`../src/rules/${id}/examples.ts`)) as { readonly examples: readonly Example[] }).examples

describe('the examples that a refusal quotes', () => {
  test('should be there for each message that an example of its rule shows, and show what has to be pointed at', async () => {
    expect(Object.keys(pairs)).toEqual([...rules.keys()])
    const lacking: string[] = []
    for (const id of rules.keys())
      for (const { expect: wanted, name } of await examplesOf(id))
        for (const { message, excerpt = '' } of wanted) {
          const pair = pairs[id]?.[message]
          if (!pair) lacking.push(`${id}: ${message}`)
          else if (pair.wrong.zh.startsWith(`${name.zh}\n`) && excerpt !== '' && !excerpt.includes('\n') && excerpt.length < 100) {
            const several = wanted.filter((one) => one.message === message)
            if (!several.some((one) => pair.wrong.zh.includes(one.excerpt ?? ''))) lacking.push(`${id}: ${message}: ${excerpt}`)
          }
        }
    expect(lacking).toEqual([])
  })
  test('should be of the rule, differ, and say something in both languages', async () => {
    for (const [id, messages] of Object.entries(pairs)) {
      const names = new Map((await examplesOf(id)).map(({ name, expect: wanted }) => [name.zh, wanted.length === 0]))
      for (const { right, wrong } of Object.values(messages)) {
        expect([names.get(right.zh.split('\n')[0]!), names.get(wrong.zh.split('\n')[0]!)], id).toEqual([true, false])
        expect(right.zh).not.toBe(wrong.zh)
        for (const text of [right, wrong]) {
          expect(text.zh, id).toMatch(/\p{Script=Han}/u)
          expect(text.en.length, id).toBeGreaterThan(8)
          expect(Math.max(text.zh.length, text.en.length), id).toBeLessThan(4000)
        }
      }
    }
  })
  test('should stand in the same place on both sides where the twin has it', async () => {
    const documented = (await loadDocumented(['address-insecure'])).get('address-insecure')!
    const { plain } = examplePairs('address-insecure', documented)
    expect(plain!.wrong.en).toContain("const BASE = 'http://api.example.com/v1'")
    expect(plain!.right.en).toContain("release: 'https://api.example.com'")
  })
  test('should come with a name for each rule, without anything to be filled in', () => {
    expect(Object.keys(titles)).toEqual([...rules.keys()])
    for (const [id, title] of Object.entries(titles)) {
      expect(title.zh, id).toMatch(/\p{Script=Han}{2}/u)
      expect(title.en.length, id).toBeGreaterThan(6)
      expect(title.zh + title.en, id).not.toMatch(/[{}]/)
    }
  })
})
