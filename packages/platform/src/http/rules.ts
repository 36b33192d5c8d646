/** The names of the checker's rules, from the schema that it publishes for its own configuration. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

let known: readonly string[] | undefined
export const ruleNames = (): readonly string[] => {
  if (known) return known
  const file = join(dirname(createRequire(import.meta.url).resolve('menshen/package.json')), 'data', 'schema', 'menshen.schema.json')
  const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: { rules: { properties: Readonly<Record<string, unknown>> } } }
  known = Object.keys(schema.properties.rules.properties).sort()
  return known
}
