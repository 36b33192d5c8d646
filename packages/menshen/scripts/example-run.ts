/** Runs one example of a rule through the whole engine, as its test does, for what the rule's page shows. */
import { collectors } from '../src/check/collectors.ts'
import { check, type Finding } from '../src/check/index.ts'
import { LISTING_FILE, readListing } from '../src/evidence/listing.ts'
import { loadProgram } from '../src/program/load.ts'
import { memoryFiles } from '../src/program/memory.ts'
import { loadRulebook } from '../src/rulebook/index.ts'
import type { Example, Rule } from '../src/rules/kit.ts'

const TEMPLATE = /\.(wxml|ttml)$/
const AT = '2026-11-21'

/** What the rule finds in the example, in the order of a report. Throws when the rule ends in an error. */
export const findingsIn = (id: string, rule: Rule, example: Example): readonly Finding[] => {
  const pages = Object.keys(example.files).filter((path) => TEMPLATE.test(path) && path.startsWith('pages/'))
  const files = memoryFiles(
    {
      'app.json': JSON.stringify({ pages: pages.map((path) => path.replace(TEMPLATE, '')) }),
      'app.js': 'App({})',
      ...example.files,
      ...(example.listing ? { [LISTING_FILE]: JSON.stringify(example.listing) } : {}),
    },
    'example',
  )
  const platform = example.platform ?? (Object.keys(example.files).some((path) => path.endsWith('.ttml')) ? 'douyin' : 'wechat')
  const { run } = check({
    program: loadProgram(files, { root: '', platform }),
    rules: new Map([[id, rule]]),
    rulebook: loadRulebook(),
    collectors,
    listing: readListing(files, ''),
    run: example.run && { status: 'collected', by: { collector: 'run', at: AT }, value: example.run },
    pictures: example.pictures && { status: 'collected', by: { collector: 'pictures', at: AT }, value: example.pictures },
    aide: example.aide && { status: 'collected', by: { collector: 'aide', at: AT }, value: example.aide },
    digest: '',
    version: '0',
    at: AT,
  })
  const error = run.outcomes[id]?.error
  if (error !== undefined) throw new Error(`${id}: ${example.name.en}: ${error}`)
  return run.findings
}
