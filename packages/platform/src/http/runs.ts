/** A saved run as the workbench shows it: passes, moves, what came of each. What is saved is data of a child process, and read as such. */
import type { Run } from '../contract/review.ts'
import { evidenceOf } from '../store/evidence.ts'
import type { Services } from './options.ts'

const MOST = 64_000_000
const NONE: Run = { passes: [] }
type Loose = Readonly<Record<string, unknown>>
const objectOf = (value: unknown): Loose => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 500) : '')
const hashOf = (value: unknown): string | null => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : null)

const stepText = (step: Loose): string => {
  const parts = ['route', 'path', 'text', 'selector', 'value', 'button', 'to', 'milliseconds', 'from']
    .map((key) => step[key])
    .filter((value) => value !== undefined && value !== '')
  return `${textOf(step['do'])} ${parts.map(String).join(' · ')}`.trim().slice(0, 300)
}
const passOf = (value: unknown): Run['passes'][number] => {
  const pass = objectOf(value)
  const records = listOf(pass['records'])
  const screens = new Map(listOf(pass['screens']).map((one) => [objectOf(one)['id'], objectOf(one)]))
  const screen = (id: unknown) => {
    const one = screens.get(id)
    return one
      ? [
          {
            sha256: hashOf(one['image']),
            page: typeof objectOf(one['state'])['route'] === 'string' ? textOf(objectOf(one['state'])['route']) : null,
          },
        ]
      : []
  }
  return {
    id: textOf(pass['id']),
    kind: textOf(pass['kind']),
    profile: textOf(pass['profile']),
    server: textOf(pass['server']),
    environment: { seed: pass['seed'] ?? null, isolation: pass['isolation'] ?? null, incomplete: listOf(pass['incomplete']) },
    moves: listOf(pass['moves'])
      .slice(0, 3000)
      .map((one, n) => {
        const move = objectOf(one)
        const [from, to] = [Number(move['from']), Number(move['to'])]
        return {
          n,
          said: stepText(objectOf(move['step'])),
          step: objectOf(move['step']),
          purpose: textOf(move['purpose']) || null,
          screens: [...screen(move['before']), ...screen(move['after'])],
          records: Number.isInteger(from) && Number.isInteger(to) ? records.slice(from, Math.min(to, from + 200)) : [],
        }
      }),
  }
}

type Kept = Awaited<ReturnType<typeof evidenceOf>>
const runIn = (kept: Kept) => kept.findLast(({ kind }) => kind === 'run')
/** The run of a version; empty where there is none, or it cannot be read. */
export const savedRun = async (services: Services, version: string): Promise<Run> => {
  const row = runIn(await evidenceOf(services.store, version))
  return row ? readRun(services, version, row.sha256) : NONE
}
const readRun = async ({ blobs, log }: Services, version: string, sha256: string): Promise<Run> => {
  try {
    const saved = objectOf(JSON.parse((await blobs.read(sha256, MOST)).toString('utf8')))
    const run = objectOf(saved['run'] ?? saved)
    return {
      passes: listOf(objectOf(run['value'] ?? run)['passes'])
        .slice(0, 200)
        .map(passOf),
    }
  } catch (error) {
    log.error({ error, version }, 'a saved run cannot be read')
    return NONE
  }
}
/** What a page wants to know of a run without reading it all. */
export interface Glance {
  /** The picture of each page, as it was first seen opened; whether it was kept is asked by whoever shows it. */
  readonly screens: ReadonlyMap<string, string>
  readonly calls: ReadonlyMap<string, readonly string[]>
}
const NOTHING: Glance = { screens: new Map(), calls: new Map() }
const glances = new Map<string, Glance>()
/** A run is megabytes, and its bytes never change: it is read once for what the difference and the privacy rows ask of it. */
export const glanceAt = async (services: Services, version: string, kept?: Kept): Promise<Glance> => {
  const row = runIn(kept ?? (await evidenceOf(services.store, version)))
  if (!row) return NOTHING
  const before = glances.get(row.sha256)
  if (before) return before
  const run = await readRun(services, version, row.sha256)
  const screens = new Map<string, string>()
  for (const pass of run.passes)
    for (const move of pass.moves)
      for (const { page, sha256 } of move.screens) if (page !== null && sha256 !== null && !screens.has(page)) screens.set(page, sha256)
  const glance = { screens, calls: callsOf(run) }
  // One that could not be read may be readable the next time.
  if (run !== NONE) {
    if (glances.size >= 200) glances.delete(glances.keys().next().value!)
    glances.set(row.sha256, glance)
  }
  return glance
}
/** Interfaces that were called as it ran, with the pages on which. */
export const callsOf = (run: Run): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>()
  for (const pass of run.passes)
    for (const { records } of pass.moves)
      for (const one of records) {
        const record = objectOf(one)
        if (record['kind'] !== 'call' || record['unimplemented'] === true) continue
        const api = textOf(record['api'])
        found.set(api, (found.get(api) ?? new Set()).add(textOf(record['page']) || '?'))
      }
  return new Map([...found].map(([api, pages]) => [api, [...pages].slice(0, 20)]))
}
