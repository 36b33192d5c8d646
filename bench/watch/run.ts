/**
 * How long after a one-line change the answer is there. For each program, copied to a folder of its own:
 *   first        a fresh process, nothing cached
 *   second       a fresh process, nothing changed
 *   changed      a fresh process after a one-line change
 *   parsed       the same with --no-cache
 *   watch        --watch in a warm process: from the write to the end of the report, the pause that ends a burst of changes included
 * The best of N of each, with the processor time beside it: on a busy machine only the latter can be compared.
 *
 *   node bench/watch/run.ts PROGRAM… [--times 5] [--root FOLDER] [--json FILE]
 */
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '5' }, root: { type: 'string' }, json: { type: 'string' } },
})
if (positionals.length === 0) {
  console.error('usage: node bench/watch/run.ts PROGRAM… [--times 5] [--root FOLDER] [--json FILE]')
  process.exit(2)
}
const times = Number(values.times)
const menshen = fileURLToPath(new URL('../../packages/menshen/bin/menshen.js', import.meta.url))
const root = values.root === undefined ? [] : ['--root', values.root]

interface Measure {
  readonly ms: number
  readonly cpu: number
}
const best = (all: readonly Measure[]): Measure => ({
  ms: Math.min(...all.map((one) => one.ms)),
  cpu: Math.min(...all.map((one) => one.cpu)),
})
/** Says at its end how much processor time the process took. */
const METER = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("@cost "+(u.userCPUTime+u.systemCPUTime)+"\\n")})`

/** A script of a page: what somebody at work would change. */
const pageScript = (folder: string): string => {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.js') && !path.includes('node_modules/') && path.includes('pages/'))
    .filter((path) => readFileSync(join(folder, path), 'utf8').includes('Page('))
    .sort()
  const found = scripts[scripts.length >> 1]
  if (!found) throw new Error(`no page in ${folder}`)
  return join(folder, found)
}

const processorTime = (pid: number): number => {
  // User and system ticks, each a hundredth of a second.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const rows = []
for (const program of positionals) {
  const top = mkdtempSync(join(tmpdir(), 'menshen-bench-'))
  try {
    const folder = join(top, 'program')
    cpSync(program, folder, { recursive: true, filter: (path) => !/[\\/](?:node_modules|\.git)$/.test(path) })
    const script = pageScript(folder)
    const env = { ...process.env, MENSHEN_CACHE_DIR: join(top, 'cache') }
    const once = (...more: readonly string[]): Measure => {
      const started = performance.now()
      const args = ['--import', METER, menshen, 'check', folder, '--static', '--exit-zero', ...root, ...more]
      const { stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', env, maxBuffer: 1 << 29 })
      const cost = /@cost (\d+)/.exec(stderr)
      if (!cost || status !== 0) throw new Error(`${basename(program)} ended with ${status}: ${stderr.slice(-400)}`)
      return { ms: performance.now() - started, cpu: Number(cost[1]) / 1000 }
    }
    let changes = 0
    const change = () => appendFileSync(script, `\n// change ${++changes}`)
    const taken: Record<string, Measure[]> = { first: [], second: [], changed: [], parsed: [], watch: [] }
    for (let i = 0; i < times; i++) {
      rmSync(join(top, 'cache'), { recursive: true, force: true })
      taken['first']!.push(once())
      taken['second']!.push(once())
      change()
      taken['changed']!.push(once())
      taken['parsed']!.push(once('--no-cache'))
    }
    const child = spawn(process.execPath, [menshen, 'check', folder, '--watch', '--lang', 'en', ...root], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let waiting: () => void = () => {}
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('waiting for changes')) waiting()
    })
    const ready = () =>
      new Promise<void>((resolve, reject) => {
        waiting = resolve
        child.once('exit', (code) => reject(new Error(`the watch ended with ${code}`)))
      })
    await ready()
    // The first few changes warm the process up, as the first minutes of work do.
    for (let i = 0; i < times + 3; i++) {
      const before = processorTime(child.pid!)
      const started = performance.now()
      const answered = ready()
      change()
      await answered
      if (i >= 3) taken['watch']!.push({ ms: performance.now() - started, cpu: processorTime(child.pid!) - before })
    }
    child.removeAllListeners('exit')
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGINT')
    await ended
    const row = Object.fromEntries(Object.entries(taken).map(([kind, all]) => [kind, best(all)]))
    rows.push({ program: basename(program), ...row })
    const text = Object.entries(row).map(([kind, { ms, cpu }]) => `${kind} ${Math.round(ms)} ms (cpu ${Math.round(cpu)})`)
    console.log(`${basename(program)}: ${text.join(' · ')}`)
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, times, rows }, null, 1)}\n`)
