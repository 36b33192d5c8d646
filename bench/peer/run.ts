/**
 * The static check beside another tool, on the same program in the same run, interleaved: best of N of each.
 *
 *   node bench/peer/run.ts PROGRAM [--times 5] -- COMMAND…      ({dir} in the command becomes the program's folder)
 */
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const argv = process.argv.slice(2)
const cut = argv.indexOf('--')
const own = cut < 0 ? argv : argv.slice(0, cut)
const at = own.indexOf('--times')
const times = at < 0 ? 5 : Number(own[at + 1])
const dir = own[0]
if (cut < 0 || !dir || argv.length === cut + 1) {
  console.error('usage: node bench/peer/run.ts PROGRAM [--times 5] -- COMMAND… (with {dir})')
  process.exit(2)
}
const peer = argv.slice(cut + 1).map((a) => a.replaceAll('{dir}', dir))
const menshen = [
  process.execPath,
  fileURLToPath(new URL('../../packages/menshen/bin/menshen.js', import.meta.url)),
  'check',
  dir,
  '--static',
  '--format',
  'json',
  '--exit-zero',
]

const once = (command: readonly string[]): number => {
  const started = performance.now()
  const r = spawnSync(command[0]!, command.slice(1), { encoding: 'utf8', maxBuffer: 1 << 29 })
  if (r.error) throw r.error
  return performance.now() - started
}
const taken: [number[], number[]] = [[], []]
for (let i = 0; i < times; i++) {
  taken[0].push(once(menshen))
  taken[1].push(once(peer))
}
const [ours, theirs] = taken.map((list) => Math.min(...list)) as [number, number]
console.log(`${basename(dir)}: menshen ${Math.round(ours)} ms · peer ${Math.round(theirs)} ms · ${(theirs / ours).toFixed(1)} times`)
