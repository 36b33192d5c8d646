/**
 * Speed of the static check against its floor, in one run: for each program, fresh processes read it, read it and parse
 * its scripts, read and parse all of it (the floor), and check it in full: warm, with the facts of its scripts from the check before, and
 * cold, with none (--no-cache; pictures are left out there, for reading them is measured by bench/pictures). Prints the best of N of
 * each, the ratios, the peak memory, and where the time of the quickest warm check goes.
 *
 *   node bench/static/run.ts PROGRAM… [--times 5] [--json FILE]
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildSync } from 'esbuild'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '5' }, json: { type: 'string' } },
})
if (positionals.length === 0) {
  console.error('usage: node bench/static/run.ts PROGRAM… [--times 5] [--json FILE]')
  process.exit(2)
}
const times = Number(values.times)
const folder = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))
mkdirSync(folder, { recursive: true })
const built = mkdtempSync(join(folder, 'floor-'))
process.on('exit', () => rmSync(built, { recursive: true, force: true }))
const floor = join(built, 'floor.mjs')
buildSync({
  entryPoints: [fileURLToPath(new URL('./floor.ts', import.meta.url))],
  outfile: floor,
  bundle: true,
  minifyWhitespace: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
})
const menshen = fileURLToPath(new URL('../../packages/menshen/bin/menshen.js', import.meta.url))

interface Measure {
  ms: number
  cpu: number
  rss: number
}
/** Says at its end what the process cost: peak memory and processor time as the system counts them. */
const METER = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("@cost "+JSON.stringify([u.maxRSS,u.userCPUTime+u.systemCPUTime])+"\\n")})`
function once(args: readonly string[]): Measure {
  const started = performance.now()
  const r = spawnSync(process.execPath, ['--import', METER, ...args], { encoding: 'utf8', maxBuffer: 1 << 29 })
  const ms = performance.now() - started
  const cost = /@cost (\[.*\])/.exec(r.stderr)
  if (!cost) throw new Error(`no cost from ${args.join(' ')}: ${r.stderr.slice(-400)}`)
  const [rss, cpu] = JSON.parse(cost[1]!) as [number, number]
  return { ms, cpu: cpu / 1000, rss: rss / 1024 }
}
const best = (list: readonly Measure[]): Measure => ({
  ms: Math.min(...list.map((m) => m.ms)),
  cpu: Math.min(...list.map((m) => m.cpu)),
  rss: Math.max(...list.map((m) => m.rss)),
})

/** Where the time of one check goes, by its own clock, start and end of the process beside it. */
function phasesOf(dir: string): Record<string, number> {
  const started = performance.now()
  const { stderr } = spawnSync(process.execPath, [menshen, 'check', dir, '--static', '--format', 'json', '--exit-zero', '--timings'], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  })
  const whole = performance.now() - started
  const ms = (name: string) => Number(new RegExp(`^${name} .*?([\\d.]+) ms$`, 'm').exec(stderr)?.[1] ?? 0)
  const [read, interpretation, pictures, copy, total] = [ms('read'), ms('interpretation'), ms('pictures'), ms('copy'), ms('total')]
  return { start: whole - total, read, interpretation, pictures, copy, rules: total - read - interpretation - pictures - copy }
}

const rows = []
for (const dir of positionals) {
  const kinds: Record<string, readonly string[]> = {
    read: [floor, 'read', dir],
    scripts: [floor, 'scripts', dir],
    floor: [floor, 'parse', dir],
    check: [menshen, 'check', dir, '--static', '--format', 'json', '--exit-zero'],
    cold: [menshen, 'check', dir, '--static', '--format', 'json', '--exit-zero', '--no-cache', '--pictures', 'none'],
  }
  const taken: Record<string, Measure[]> = { read: [], scripts: [], floor: [], check: [], cold: [] }
  // So that the first warm check is one.
  once(kinds['check']!)
  // Interleaved, so that a busy moment of the machine hits all alike.
  for (let i = 0; i < times; i++) for (const [kind, args] of Object.entries(kinds)) taken[kind]!.push(once(args))
  const [read, scripts, parse, check, cold] = ['read', 'scripts', 'floor', 'check', 'cold'].map((kind) => best(taken[kind]!)) as [
    Measure,
    Measure,
    Measure,
    Measure,
    Measure,
  ]
  const phases = Array.from({ length: times }, () => phasesOf(dir)).reduce((a, b) =>
    Object.values(a).reduce((x, y) => x + y) <= Object.values(b).reduce((x, y) => x + y) ? a : b,
  )
  const ratios = { ratio: check.ms / parse.ms, cpuRatio: check.cpu / parse.cpu, coldRatio: cold.ms / parse.ms }
  rows.push({ program: basename(dir), read, scripts, parse, check, cold, phases, ...ratios })
  const ms = (n: number) => `${Math.round(n)} ms`
  console.log(
    `${basename(dir)}: read ${ms(read.ms)} · scripts parsed ${ms(scripts.ms)} · all parsed ${ms(parse.ms)} (cpu ${ms(parse.cpu)}) · check ${ms(check.ms)} (cpu ${ms(check.cpu)}) · ` +
      `ratio ${ratios.ratio.toFixed(2)} (cpu ${ratios.cpuRatio.toFixed(2)}) · peak ${Math.round(check.rss)} MB · ` +
      `cold ${ms(cold.ms)} (cpu ${ms(cold.cpu)}) · ratio ${ratios.coldRatio.toFixed(2)} · peak ${Math.round(cold.rss)} MB`,
  )
  const parts = Object.entries(phases).map(([name, took]) => `${name} ${ms(took)}`)
  console.log(`  ${parts.join(' · ')}`)
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, times, rows }, null, 1)}\n`)
