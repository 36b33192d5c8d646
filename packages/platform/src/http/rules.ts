/** What the checker publishes of its rules: their names, by the schema of its configuration, and the examples that show them. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Text } from '../domain/words.ts'

const published = (...path: readonly string[]): unknown =>
  JSON.parse(readFileSync(join(dirname(createRequire(import.meta.url).resolve('menshen/package.json')), 'data', ...path), 'utf8'))

let known: readonly string[] | undefined
export const ruleNames = (): readonly string[] => {
  if (known) return known
  const schema = published('schema', 'menshen.schema.json') as {
    readonly properties: { readonly rules: { readonly properties: Readonly<Record<string, unknown>> } }
  }
  known = Object.keys(schema.properties.rules.properties).sort()
  return known
}

export interface RuleExample {
  readonly right: Text
  readonly wrong: Text
}
let titles: Readonly<Record<string, Text>> | undefined
/** What a rule is called; null for one that the checker does not have (any more). */
export const ruleTitle = (rule: string): Text | null => {
  titles ??= (published('rule-examples.json') as { readonly titles: NonNullable<typeof titles> }).titles
  return Object.hasOwn(titles, rule) ? titles[rule]! : null
}
let shown: Readonly<Record<string, Readonly<Record<string, RuleExample>>>> | undefined
/** A rule’s own wrong and right example for what it says; of a message that it does not have any more, its first ones. */
export const ruleExample = (rule: string, message: string): RuleExample | null => {
  shown ??= (published('rule-examples.json') as { readonly pairs: NonNullable<typeof shown> }).pairs
  const all = Object.hasOwn(shown, rule) ? shown[rule]! : {}
  return (Object.hasOwn(all, message) ? all[message] : Object.values(all)[0]) ?? null
}
