/**
 * How well pictures are read: screens drawn by our own Chromium from our own pages, read by the same code as in a check.
 * Prints, by group, the share of characters and of codes found and the time a picture takes.
 *
 *   node bench/pictures/run.ts [--group dark] [--list] [--json FILE] [--keep FOLDER]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startBrowser } from '../../packages/menshen/src/io/browser/chromium.ts'
import { lookAt } from '../../packages/menshen/src/io/pictures/look.ts'
import { shots } from './shots.ts'

const { values } = parseArgs({
  options: { group: { type: 'string' }, list: { type: 'boolean' }, json: { type: 'string' }, keep: { type: 'string' } },
})
const { writeBarcode } = await import('zxing-wasm/writer').then(async (writer) => {
  const { readFileSync } = await import('node:fs')
  const { createRequire } = await import('node:module')
  const binary = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'))
  await writer.prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(binary).buffer }, fireImmediately: true })
  return writer
})
const drawn = new Map<string, string>()
for (const { codes } of shots(() => ''))
  for (const code of codes)
    if (!drawn.has(code))
      drawn.set(
        code,
        (await writeBarcode(code, { format: 'QRCode', scale: 4 })).svg
          .replace(/^<\?xml[^>]*>|<!DOCTYPE[^>]*>/g, '')
          .replace(/<svg width="(\d+)" height="(\d+)"/, '<svg viewBox="0 0 $1 $2"'),
      )
const all = shots((text) => drawn.get(text) ?? '').filter(({ group }) => !values.group || group === values.group)

const { browser, close } = await startBrowser()
const pictures: Uint8Array[] = []
for (const shot of all) {
  const page = await browser.newPage({ viewport: { width: shot.width, height: shot.height }, deviceScaleFactor: shot.scale })
  await page.setContent(`${shot.html}<style>svg{width:100%;height:auto;display:block}</style>`)
  pictures.push(await page.screenshot())
  await page.close()
}
await close()
if (values.keep) {
  mkdirSync(values.keep, { recursive: true })
  for (const [i, shot] of all.entries()) writeFileSync(join(values.keep, `${shot.name}.png`), pictures[i]!)
}

/** Longest common subsequence. */
const common = (a: string, b: string): number => {
  let row = new Uint16Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint16Array(b.length + 1)
    for (let j = 1; j <= b.length; j++) next[j] = a[i - 1] === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!)
    row = next
  }
  return row[b.length]!
}
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase()

interface Row {
  readonly group: string
  readonly name: string
  readonly wanted: number
  readonly found: number
  readonly extra: number
  readonly codes: number
  readonly decoded: number
  readonly ms: number
  readonly readMs: number
}
const rows: Row[] = []
// The first picture pays for loading the reader; that is said apart.
const warm = process.cpuUsage()
await lookAt(pictures[0]!, { read: true })
const begun = process.cpuUsage(warm)
const loading = (begun.user + begun.system) / 1000
for (const [i, shot] of all.entries()) {
  const plain = performance.now()
  await lookAt(pictures[i]!, { read: false })
  const started = performance.now()
  const cpu = process.cpuUsage()
  const look = await lookAt(pictures[i]!, { read: true })
  // The processor's own time: other work on the machine does not count.
  const used = process.cpuUsage(cpu)
  const ms = (used.user + used.system) / 1000
  const got = (look.lines ?? []).map(({ text }) => folded(text))
  let [wanted, found] = [0, 0]
  const misses: string[] = []
  for (const line of shot.lines) {
    const text = folded(line)
    const best = Math.max(0, ...got.map((one) => common(text, one)), ...got.slice(1).map((one, k) => common(text, got[k]! + one)))
    wanted += text.length
    found += best
    if (best < text.length) misses.push(`${line} (${best}/${text.length})`)
  }
  const decoded = shot.codes.filter((code) => look.codes.some(({ text }) => text === code)).length
  const said = got.reduce((sum, one) => sum + one.length, 0)
  rows.push({
    group: shot.group,
    name: shot.name,
    wanted,
    found,
    extra: Math.max(0, said - found),
    codes: shot.codes.length,
    decoded,
    ms,
    readMs: ms - (started - plain),
  })
  if (values.list)
    console.log(
      `${shot.name} ${ms.toFixed(0)} ms ${found}/${wanted} codes ${decoded}/${shot.codes.length}${misses.length > 0 ? `\n    missed: ${misses.join(' · ')}\n    got: ${got.join(' · ')}` : ''}`,
    )
}
const sum = (list: readonly Row[], of: (row: Row) => number) => list.reduce((total, row) => total + of(row), 0)
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
const line = (name: string, list: readonly Row[]) =>
  `${name.padEnd(9)} ${String(list.length).padStart(3)} pictures  characters ${((sum(list, (r) => r.found) / sum(list, (r) => r.wanted)) * 100).toFixed(1).padStart(5)} %  made up ${(
    (sum(list, (r) => r.extra) /
      Math.max(
        1,
        sum(list, (r) => r.found),
      )) *
    100
  )
    .toFixed(1)
    .padStart(
      4,
    )} %  codes ${sum(list, (r) => r.decoded)}/${sum(list, (r) => r.codes)}  median ${median(list.map((r) => r.ms)).toFixed(0)} ms, slowest ${Math.max(...list.map((r) => r.ms)).toFixed(0)} ms`
for (const group of new Set(rows.map((row) => row.group)))
  console.log(
    line(
      group,
      rows.filter((row) => row.group === group),
    ),
  )
console.log(line('all', rows))
console.log(`the reader starts in ${(loading - (rows[0]?.ms ?? 0)).toFixed(0)} ms`)
if (values.json) writeFileSync(values.json, `${JSON.stringify({ rows, loading }, null, 1)}\n`)
