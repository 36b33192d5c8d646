/** Writes what follows from the sources: the table of rules, the JSON Schemas, the rules' pages and the clause table. `--check` only says what is out of date. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configShape } from '../src/check/config.ts'
import { LISTING_SHAPE } from '../src/evidence/listing.ts'
import { jsonSchema, type Shape } from '../src/evidence/shape.ts'
import { clauseTable, loadRules } from './clause-table.ts'
import { examplePairs, ruleTitle } from './rule-examples.ts'
import { loadDocumented, ruleIndex, rulePage } from './rule-pages.ts'

const home = fileURLToPath(new URL('..', import.meta.url))
const rulesFolder = join(home, 'src/rules')
const ids = readdirSync(rulesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(rulesFolder, entry.name, 'rule.ts')))
  .map((entry) => entry.name)
  .sort()

const variable = (id: string) => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const table = `// Written by scripts/generate.ts from the folders of src/rules. Do not edit.
import type { Rule } from '../kit.ts'
${ids.map((id) => `import ${variable(id)} from '../${id}/rule.ts'`).join('\n')}

/** Every rule by its id. */
export const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
${ids.map((id) => `  ['${id}', ${variable(id)}],`).join('\n')}
])
`

const schema = (title: string, shape: Shape) =>
  `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', title, allowComments: true, ...jsonSchema(shape) }, null, 2)}\n`

const outputs = new Map([
  ['src/rules/generated/index.ts', table],
  ['data/schema/menshen.schema.json', schema('menshen.json', configShape(ids))],
  ['data/schema/listing.schema.json', schema('listing.json', LISTING_SHAPE)],
])

const checking = process.argv.includes('--check')
/** A rule that does not load yet must not keep the table of rules from being written. */
const unlessBroken = async (what: string, make: () => Promise<void>): Promise<void> => {
  try {
    await make()
  } catch (error) {
    if (checking) throw error
    console.error(`${what}: left as it is: ${error instanceof Error ? error.message : String(error)}`)
  }
}
await unlessBroken('docs/clauses.md', async () => {
  outputs.set('../../docs/clauses.md', clauseTable(await loadRules(ids)))
})
const PAGES = '../../docs/rules'
/** Pages of rules that are gone. */
const orphans: string[] = []
await unlessBroken('docs/rules', async () => {
  const rules = await loadDocumented(ids)
  for (const [id, documented] of rules) outputs.set(`${PAGES}/${id}.md`, rulePage(id, documented))
  outputs.set(`${PAGES}/README.md`, ruleIndex(rules))
  // For whoever quotes them: a refusal shows what is wrong and what is right by the rule's own examples.
  const pairs = Object.fromEntries([...rules].map(([id, documented]) => [id, examplePairs(id, documented)]))
  const titles = Object.fromEntries([...rules].map(([id, documented]) => [id, ruleTitle(documented)]))
  outputs.set('data/rule-examples.json', `${JSON.stringify({ titles, pairs }, null, 1)}\n`)
  const folder = join(home, PAGES)
  if (existsSync(folder)) orphans.push(...readdirSync(folder).filter((name) => name.endsWith('.md') && !outputs.has(`${PAGES}/${name}`)))
})

const stale: string[] = orphans.map((name) => relative(home, join(home, PAGES, name)))
if (!checking) for (const name of orphans) rmSync(join(home, PAGES, name))
for (const [path, content] of outputs) {
  const file = join(home, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === content) continue
  stale.push(relative(home, file))
  if (checking) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
if (checking && stale.length > 0) {
  console.error(`Out of date, run \`npm run generate\`:\n${stale.map((path) => `  ${path}`).join('\n')}`)
  process.exit(1)
}
