/**
 * How many pages a second are shown, come to rest and are photographed: each page of a program opened by itself, in the order of
 * app.json, without answers. Once with one telephone at work, once with two, in one browser each; the start of the browser is not counted.
 *
 *   node bench/run/run.ts PROGRAM… [--times 3] [--root FOLDER]
 */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { openProgram } from '../../packages/menshen/src/cli/program.ts'
import { prepare } from '../../packages/menshen/src/cli/run.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '3' }, root: { type: 'string' } },
})
if (positionals.length === 0) {
  console.error('usage: node bench/run/run.ts PROGRAM… [--times 3] [--root FOLDER]')
  process.exit(2)
}
for (const path of positionals) {
  const { program } = await openProgram(path, values.root === undefined ? {} : { root: values.root })
  let pages = 0
  const best = { 1: 0, 2: 0 }
  let pictures = 0
  const missed = new Set<string>()
  for (let i = 0; i < Number(values.times); i++)
    for (const parallel of [1, 2] as const) {
      // A browser of its own each time: what was photographed once would not be photographed again.
      const loaded = await prepare(program, { review: null, afterRelease: null })
      if (typeof loaded === 'string') throw new Error(`it cannot be run: ${loaded}`)
      const seen = new Set<string>()
      const phones = await Promise.all(
        Array.from({ length: parallel }, () =>
          loaded.open({ kind: 'sweep', profile: 'accept-all', server: 'none' }, 1, (sha256) => void seen.add(sha256)),
        ),
      )
      for (const phone of phones) await phone.launch()
      const left = [...loaded.built.manifest.pages]
      pages = left.length
      const started = performance.now()
      await Promise.all(
        phones.map(async (phone) => {
          for (let route = left.shift(); route !== undefined; route = left.shift()) {
            await phone.open(route)
            const screen = await phone.look(() => true, { quiet: 200, limit: 3000 })
            if (screen?.state.route !== route || screen.image === null) missed.add(route)
          }
        }),
      )
      best[parallel] = Math.max(best[parallel], pages / ((performance.now() - started) / 1000))
      pictures = Math.max(pictures, seen.size)
      for (const phone of phones) await phone.close()
      await loaded.close()
    }
  console.log(
    `${basename(path)}: ${pages} pages, ${pictures} different pictures${missed.size > 0 ? `, ${missed.size} not shown: ${[...missed].slice(0, 5).join(', ')}` : ''} · one ${best[1].toFixed(1)} pages/s · two ${best[2].toFixed(1)} pages/s`,
  )
}
