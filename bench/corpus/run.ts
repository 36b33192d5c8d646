/**
 * The pairs of corpus/run, which only a run can tell apart, each reviewed whole with the answers of its own server: how
 * many bad ones are found (as a violation, or for a human), how many good twins are accused of the same clause, and of
 * anything at all. Some four seconds a program; what needs no run is judged by the tests.
 *
 *   node bench/corpus/run.ts [--only TEXT] [--json FILE]
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadRulebook } from '../../packages/menshen/src/rulebook/index.ts'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, json: { type: 'string' } } })
const root = fileURLToPath(new URL('../../corpus/run/', import.meta.url))
const menshen = fileURLToPath(new URL('../../packages/menshen/bin/menshen.js', import.meta.url))

interface Finding {
  readonly rule: string
  readonly verdict: 'violation' | 'review'
  readonly clauses: readonly { readonly id: string }[]
}
const rulebook = loadRulebook()
const kin = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)
const cites = ({ clauses }: Finding, clause: string): boolean =>
  clauses.some(({ id }) => kin(id, clause) || rulebook.twins(id).some((twin) => kin(twin.id, clause)))

const folders = readdirSync(root)
  .flatMap((clause) => readdirSync(join(root, clause)).map((name) => join(root, clause, name)))
  .filter((folder) => existsSync(join(folder, 'expected.json')) && folder.includes(values.only))
const rows: { program: string; want: string; got: string; besides: readonly string[]; ms: number }[] = []
for (const folder of folders) {
  const { clause, alsoClauses = [], expect } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  const answers = ['mock.json', 'mock-after.json'].filter((name) => existsSync(join(folder, name)))
  const started = performance.now()
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [menshen, 'check', folder, '--format', 'json', '--exit-zero', ...answers.flatMap((name) => ['--responses', join(folder, name)])],
    { encoding: 'utf8', maxBuffer: 1 << 29 },
  )
  const ms = performance.now() - started
  if (status !== 0) throw new Error(`${folder}: exit ${status}: ${stderr.slice(-400)}`)
  const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] }
  const clauses: readonly string[] = expect === 'flag' ? [clause, ...alsoClauses] : [clause]
  const answering = findings.filter((finding) => clauses.some((one) => cites(finding, one)))
  const got = answering.some(({ verdict }) => verdict === 'violation') ? 'violation' : answering.length > 0 ? 'review' : 'nothing'
  const besides = findings.filter((finding) => finding.verdict === 'violation' && !answering.includes(finding)).map(({ rule }) => rule)
  rows.push({ program: relative(root, folder), want: expect, got, besides, ms })
  if ((expect === 'flag') !== (got === 'violation')) console.log(`${relative(root, folder)}: wants ${expect}, got ${got}`)
  if (expect !== 'flag' && besides.length > 0) console.log(`${relative(root, folder)}: besides ${besides.join(', ')}`)
}
const bad = rows.filter(({ want }) => want === 'flag')
const good = rows.filter(({ want }) => want !== 'flag')
const count = (list: typeof rows, got: string) => list.filter((row) => row.got === got).length
console.log(
  `${bad.length} bad: ${count(bad, 'violation')} found, ${count(bad, 'review')} for a human; ` +
    `${good.length} good: ${count(good, 'violation')} accused of it, ${count(good, 'review')} for a human, ${good.filter(({ besides }) => besides.length > 0).length} of something else; ` +
    `median ${(rows.map(({ ms }) => ms).sort((a, b) => a - b)[rows.length >> 1]! / 1000).toFixed(1)} s`,
)
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`)
