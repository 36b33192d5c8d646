/**
 * How often the static check speaks: for each program, its findings by verdict and rule, and per 1,000 lines of templates and scripts.
 * Programs are given by path; nothing of them is kept. A figure says how loud a rule is, not whether it is right: every line has to be read.
 *
 *   node bench/false-alarms/run.ts PROGRAM… [--list violation|review] [--json FILE]
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: 'string' }, json: { type: 'string' } } })
if (positionals.length === 0) {
  console.error('usage: node bench/false-alarms/run.ts PROGRAM… [--list violation|review] [--json FILE]')
  process.exit(2)
}
const menshen = fileURLToPath(new URL('../../packages/menshen/bin/menshen.js', import.meta.url))

interface Finding {
  rule: string
  message: { id: string }
  verdict: 'violation' | 'review'
  title?: { en: string }
  places: { file?: string; start?: { line: number }; listing?: string }[]
}

/** Lines of templates and scripts, packages left out: what a person would have to read. */
const linesIn = (dir: string): number => {
  let lines = 0
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.name === '.git' || entry.name === 'node_modules' || entry.isSymbolicLink()) continue
    const path = join(dir, entry.name)
    if (entry.isDirectory()) lines += linesIn(path)
    else if (/\.(?:js|ts|wxml|ttml|wxs|sjs)$/.test(entry.name)) lines += readFileSync(path, 'utf8').split('\n').length
  }
  return lines
}

const rows = positionals.map((root) => {
  const made = spawnSync(process.execPath, [menshen, 'check', root, '--static', '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const findings: Finding[] = made.stdout.startsWith('{') ? JSON.parse(made.stdout).findings : []
  const count = (verdict: string) => {
    const rules: Record<string, number> = {}
    for (const { rule, verdict: one } of findings) if (one === verdict) rules[rule] = (rules[rule] ?? 0) + 1
    return rules
  }
  if (values.list)
    for (const { rule, message, verdict, places } of findings)
      if (verdict === values.list)
        console.log(`${root}\t${rule}/${message.id}\t${places[0]?.file ?? places[0]?.listing ?? ''}:${places[0]?.start?.line ?? ''}`)
  return { root, exit: made.status, lines: linesIn(root), violation: count('violation'), review: count('review') }
})

const total = (rules: Record<string, number>): number => Object.values(rules).reduce((sum, one) => sum + one, 0)
const rate = (found: number, lines: number): string => (lines > 0 ? ((found * 1000) / lines).toFixed(2) : '–')
console.log('| program | lines | violations | per 1,000 | review | per 1,000 |\n|---|--:|--:|--:|--:|--:|')
for (const { root, exit, lines, violation, review } of rows) {
  const [v, r] = [total(violation), total(review)]
  console.log(`| ${root}${exit === 2 ? ' (incomplete)' : ''} | ${lines} | ${v} | ${rate(v, lines)} | ${r} | ${rate(r, lines)} |`)
}
const byRule = new Map<string, [number, number]>()
for (const { violation, review } of rows)
  for (const [index, rules] of [violation, review].entries())
    for (const [rule, found] of Object.entries(rules)) {
      const pair = byRule.get(rule) ?? [0, 0]
      pair[index as 0 | 1] += found
      byRule.set(rule, pair)
    }
console.log('\n| rule | violations | review |\n|---|--:|--:|')
for (const [rule, [v, r]] of [...byRule].sort((a, b) => b[1][0] - a[1][0] || b[1][1] - a[1][1])) console.log(`| ${rule} | ${v} | ${r} |`)
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`)
