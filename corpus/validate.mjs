#!/usr/bin/env node
// Checks the labels themselves: every program is readable, every named page and place exists, every bad program has its good twin.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

const root = dirname(fileURLToPath(import.meta.url))
const files = (dir) => readdirSync(dir).flatMap((name) => { const path = join(dir, name); return statSync(path).isDirectory() ? files(path) : [path] })
const problems = []
const note = (path, text) => problems.push(`${relative(root, path)}: ${text}`)
const attempt = (path, task) => { try { return task() } catch (error) { note(path, error.message) } }

/** Scripts are parsed, never run; ES modules have their import and export words taken off first. */
const parse = (path, source) => {
  const plain = path.endsWith('.ts') ? stripTypeScriptTypes(source) : source
  const body = plain.replace(/^export \* as .*$|^export \{.*$|^import .*$/gm, '').replace(/^export default /gm, 'void ').replace(/^export /gm, '')
  new Script(`(async function (require, module, exports) {${body}\n})`)
}

/** Server answers: "METHOD url-pattern" or "CLOUD function" to {status?, headers?, body}, on hosts that nobody owns. */
const asked = /^(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|UPLOAD|DOWNLOAD|SOCKET|\*) (https?|wss?):\/\/([\w-]+\.)*example\.(org|com)(\/\S*)?$|^CLOUD \S+$|^(GET|POST|DOWNLOAD|\*) \*$/
const answers = (path, value) => {
  for (const [key, answer] of Object.entries(value)) {
    if (!asked.test(key)) note(path, `no "METHOD url-pattern": ${key}`)
    if (!answer || typeof answer !== 'object' || !('body' in answer) || Object.keys(answer).some((k) => !['status', 'headers', 'body'].includes(k))) note(path, `no {status?, headers?, body} for ${key}`)
  }
}

const keys = ['clause', 'platform', 'expect', 'where', 'why', 'needs']
const seen = { pairs: 0, run: 0, clean: 0, clauses: new Set() }
for (const path of files(root)) {
  const source = readFileSync(path, 'utf8')
  if (path.endsWith('.json')) attempt(path, () => JSON.parse(source))
  if (/\.(ts|js|wxs|sjs)$/.test(path)) attempt(path, () => parse(path, source))
  if (/\/mock(-after)?\.json$/.test(path)) attempt(path, () => answers(path, JSON.parse(source)))
  if (!path.endsWith('expected.json')) continue
  const dir = dirname(path)
  const label = JSON.parse(source)
  for (const key of keys) if (label[key] === undefined) note(path, `no ${key}`)
  if (!['wx', 'tt'].includes(label.platform)) note(path, 'unknown platform')
  if (!['static', 'listing', 'text', 'run'].includes(label.needs)) note(path, 'unknown needs')
  if (label.needs === 'listing' && !existsSync(join(dir, 'listing.json'))) note(path, 'no listing.json')
  if (existsSync(join(dir, 'mock-after.json')) && !existsSync(join(dir, 'mock.json'))) note(path, 'an answer after release and none before it')
  const home = join(root, label.needs === 'run' ? 'run' : '', label.clause.replace('/', '_'))
  if (label.expect === 'clean') seen.clean++
  else if (!dir.startsWith(home + '/')) note(path, 'lies under another clause')
  if (label.expect === 'flag') {
    seen.pairs++
    if (label.needs === 'run') seen.run++
    seen.clauses.add(label.clause)
    if (!existsSync(dir.replace(/\.bad$/, '.good/expected.json'))) note(path, 'no good twin')
    if (!label.where.length && label.needs !== 'listing') note(path, 'no place')
  }
  for (const place of label.where) {
    const at = place.lastIndexOf(':')
    const file = join(dir, place.slice(0, at))
    const line = existsSync(file) && readFileSync(file, 'utf8').split('\n')[Number(place.slice(at + 1)) - 1]
    if (!line || !line.trim()) note(path, `nothing at ${place}`)
  }
  const app = JSON.parse(readFileSync(join(dir, 'app.json'), 'utf8'))
  const inside = (app.subpackages ?? app.subPackages ?? []).flatMap((pack) => pack.pages.map((page) => `${pack.root}/${page}`))
  const [markup, scripts] = [label.platform === 'wx' ? '.wxml' : '.ttml', ['.js', '.ts']]
  for (const page of [...app.pages, ...inside]) {
    if (!existsSync(join(dir, page + markup))) note(path, `no markup for ${page}`)
    if (!scripts.some((ext) => existsSync(join(dir, page + ext)))) note(path, `no script for ${page}`)
  }
}
for (const problem of problems) console.log(problem)
console.log(`${seen.pairs} pairs (${seen.run} that need a run) over ${seen.clauses.size} clauses, ${seen.clean} clean programs, ${problems.length} problems`)
process.exitCode = problems.length ? 1 : 0
