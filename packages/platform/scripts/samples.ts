/** The programs of this repository that a demonstration hands in, with their listings and a picture for each. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import { zipOf } from '../src/cli/pack.ts'
import { nameFaults } from '../src/store/programs.ts'

const top = fileURLToPath(new URL('../../..', import.meta.url))
export interface Sample {
  readonly folder: string
  readonly name: string
  readonly platform: 'wechat' | 'douyin'
  readonly listing: Readonly<Record<string, unknown>>
}
const filesOf = (folder: string, below = ''): readonly string[] =>
  readdirSync(join(folder, below)).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`
    return statSync(join(folder, path)).isDirectory() ? filesOf(folder, path) : [path]
  })
/** A program with a listing, as it lies in the repository; null where there is none. */
const sampleOf = (folder: string): Sample | null => {
  const file = join(folder, 'listing.json')
  if (!existsSync(file)) return null
  const listing = JSON.parse(readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '')) as Record<string, unknown>
  const name = listing['name']
  if (typeof name !== 'string' || nameFaults(name).length > 0) return null
  return { folder, name, platform: filesOf(folder).some((path) => /\.(?:ttml|ttss)$/.test(path)) ? 'douyin' : 'wechat', listing }
}
/** The package of a program; `label` makes another one of it, as an update would. */
export const packed = ({ folder }: Sample, label?: string): Buffer =>
  zipOf(
    filesOf(folder)
      .filter((path) => !/(?:^|\/)(?:listing\.json|menshen\.json|expected\.json|responses\.json|\.menshenignore|README\.md)$/.test(path))
      .sort()
      .map((path) => {
        const content = readFileSync(join(folder, path))
        const updated = label !== undefined && path === 'app.js'
        return [path, updated ? Buffer.concat([content, Buffer.from(`\n// ${label}：调整了列表的间距\n`)]) : content] as const
      }),
  )
export const sampleAt = (path: string): Sample => {
  const found = sampleOf(join(top, path))
  if (found === null) throw new Error(`no program with a listing at ${path}`)
  return found
}

/** Bad and good ones of many clauses, no name twice. */
export const samples = (most: number, taken: ReadonlySet<string> = new Set()): readonly Sample[] => {
  const corpus = join(top, 'corpus')
  const folders = readdirSync(corpus)
    .sort()
    .filter((clause) => statSync(join(corpus, clause)).isDirectory() && !['run', 'clean'].includes(clause))
    .flatMap((clause) =>
      readdirSync(join(corpus, clause))
        .sort()
        .slice(0, 4)
        .map((name) => join(corpus, clause, name)),
    )
  const seen = new Set(taken)
  const all = folders.flatMap((folder) => {
    const sample = statSync(folder).isDirectory() ? sampleOf(folder) : null
    if (!sample || seen.has(sample.name)) return []
    seen.add(sample.name)
    return [sample]
  })
  // Spread over all clauses rather than the first of them.
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]!)
}

export const textOf = (value: unknown, otherwise: string) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : otherwise)
const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
/** As the listing's form takes it. */
export const formOf = ({ name, listing }: Sample, categories: ReadonlySet<string>, fallback: string, icon: string | null = null) => {
  const contact = (listing['contact'] ?? {}) as Record<string, unknown>
  const known = listOf(listing['categories'])
    .map((one) => one.replace(/\s*[>/＞]\s*/g, '/'))
    .filter((one) => categories.has(one))
  const privacy = Array.isArray(listing['privacy']) ? (listing['privacy'] as readonly unknown[]) : []
  return {
    name,
    intro: textOf(listing['intro'], `${name}，为附近的人服务`).slice(0, 500),
    description: textOf(listing['description'], ''),
    categories: known.length > 0 ? known.slice(0, 5) : [fallback],
    tags: listOf(listing['tags'])
      .slice(0, 10)
      .map((tag) => tag.slice(0, 30)),
    contact: { email: textOf(contact['email'], 'help@demo.example') },
    privacy: privacy.flatMap((row) => {
      const item = typeof row === 'string' ? row : (row as { item?: unknown } | null)?.item
      const purpose = (row as { purpose?: unknown } | null)?.purpose
      return typeof item === 'string' ? [{ item, purpose: typeof purpose === 'string' ? purpose : '' }] : []
    }),
    domains: listOf(listing['domains']),
    icon,
  }
}

/** A picture of one colour with a disc on it: each name has its own. */
export const picture = (name: string): Buffer => {
  const size = 96
  let hash = 0
  for (const letter of name) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) >>> 0
  const colour = [0, 8, 16].map((shift) => 70 + ((hash >>> shift) & 127)) as [number, number, number]
  const rows = Buffer.alloc(size * (1 + size * 3))
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const inside = (x - size / 2) ** 2 + (y - size / 2) ** 2 < (size / 3) ** 2
      for (const [i, value] of colour.entries()) rows[y * (1 + size * 3) + 1 + x * 3 + i] = inside ? Math.min(255, value + 80) : value
    }
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
    head.writeUInt32BE(data.length)
    tail.writeUInt32BE(crc32(body))
    return Buffer.concat([head, body, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
