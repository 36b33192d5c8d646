/** Writes what follows from the sources: the table of rules and the JSON Schemas. `--check` only says what is out of date. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configShape } from '../src/check/config.ts'
import { LISTING_SHAPE } from '../src/evidence/listing.ts'
import { jsonSchema, type Shape } from '../src/evidence/shape.ts'
import { clauseTable, loadRules } from './clause-table.ts'

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
try {
  outputs.set('../../docs/clauses.md', clauseTable(await loadRules(ids)))
} catch (error) {
  // A rule that does not load yet must not keep the table of rules from being written.
  if (checking) throw error
  console.error(`docs/clauses.md is left as it is: ${error instanceof Error ? error.message : String(error)}`)
}
const stale: string[] = []
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
