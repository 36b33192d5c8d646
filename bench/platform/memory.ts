/**
 * What the child that opens packages needs for each attack on it, by its own account when it ends: bombs, lies, odd names, the
 * largest that is allowed. `node bench/platform/memory.ts [--all]` prints the ten that need the most, or all of them; it fails when one
 * needs more than the child may have, or is accepted that must not be.
 */
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { confine, dropRoom, makeRoom } from '../../packages/platform/src/intake/confine.ts'
import { CHILD, PACKAGE_LIMITS } from '../../packages/platform/src/intake/limits.ts'
import { ATTACKS, beside } from '../../packages/platform/test/attacks.ts'
import { withProgram, zip } from '../../packages/platform/test/zips.ts'

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } })
const child = fileURLToPath(new URL('../../packages/platform/src/intake/look.ts', import.meta.url))
// Said by the child at its end: the most that it ever had, pages of the program itself among them.
const PEAK = `data:text/javascript,${encodeURIComponent("import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(2, '\\npeak ' + process.resourceUsage().maxRSS + '\\n'))")}`

interface Row {
  readonly number: number
  readonly what: string
  readonly peakMb: number
  readonly ownMb: number
  readonly ms: number
  readonly said: string
}
const opened = async (number: number, what: string, bytes: Buffer): Promise<Row> => {
  if (bytes.length > PACKAGE_LIMITS.archiveBytes) return { number, what, peakMb: 0, ownMb: 0, ms: 0, said: 'too-large' }
  const room = makeRoom(null)
  try {
    writeFileSync(join(room, 'package.zip'), bytes)
    const { code, ended, stdout, stderr, ms, peakMb } = await confine({
      command: process.execPath,
      args: [`--max-old-space-size=${CHILD.heapMb}`, '--disable-proto=throw', '--no-warnings', '--import', PEAK, child, 'open'],
      cwd: room,
      wallMs: CHILD.wallMs,
      memoryMb: CHILD.memoryMb,
      outputBytes: 4_000_000,
    })
    const kilobytes = Number(stderr.match(/peak (\d+)/)?.[1] ?? Number.NaN)
    const refused = stdout.match(/"refused":"([a-z0-9-]+)"/)?.[1]
    return {
      number,
      what,
      peakMb: Math.round(kilobytes / 1024),
      ownMb: peakMb,
      ms,
      said: ended ?? refused ?? (code === 0 ? 'accepted' : `exit ${code}`),
    }
  } finally {
    dropRoom(room)
  }
}
const rows: Row[] = []
rows.push(await opened(0, 'a sound package of a few files, to compare', zip(withProgram())))
for (const { number, what, bytes } of ATTACKS) rows.push(await opened(number, what, bytes()))
// Ten megabytes of configuration and of a page: parsers at their bound.
rows.push(
  await opened(28, 'configuration of ten megabytes', beside({ name: 'ext.json', content: `{"a":[${'{"b":"茶"},'.repeat(600_000)}1]}` })),
)
rows.push(
  await opened(
    10,
    'thirty megabytes of chance in three files',
    zip(withProgram(...[1, 2, 3].map((n) => ({ name: `f${n}.bin`, method: 0, content: Buffer.alloc(9_800_000, n) })))),
  ),
)
rows.sort((a, b) => b.peakMb - a.peakMb)
const show = values.all ? rows : [...rows.slice(0, 10), rows.find(({ number }) => number === 0)!]
for (const { number, what, peakMb, ownMb, ms, said } of show)
  console.log(
    `${String(peakMb).padStart(4)} MB (own ${String(ownMb).padStart(3)})  ${String(ms).padStart(5)} ms  ${said.padEnd(16)} case ${number}: ${what}`,
  )
const tooMuch = rows.filter(({ peakMb }) => !(peakMb <= CHILD.memoryMb))
const allowed = new Set(['the largest that is allowed', 'thirty megabytes of chance in three files'])
const through = rows.filter(({ number, what, said }) => number > 0 && !allowed.has(what) && said === 'accepted')
console.log(
  JSON.stringify({
    archives: rows.length,
    mostMb: rows[0]!.peakMb,
    mayMb: CHILD.memoryMb,
    tooMuch: tooMuch.length,
    accepted: through.map(({ what }) => what),
    load: loadavg()[0],
  }),
)
process.exit(tooMuch.length > 0 ? 1 : 0)
