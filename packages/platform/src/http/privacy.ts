/** Privacy three ways: what was declared, what the code can reach, what was called as it ran. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ReviewItem } from '../contract/review.ts'
import { filesOf } from '../store/versions.ts'
import type { Services } from './options.ts'
import { glanceAt } from './runs.ts'
import type { VersionRecord } from './views/programs.ts'

interface Item {
  readonly platform: string
  readonly key: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly wording: readonly string[]
  readonly interfaces: readonly { readonly kind: string; readonly name: string }[]
}
let known: readonly Item[] | undefined
const items = (): readonly Item[] => {
  known ??= (
    JSON.parse(
      readFileSync(join(dirname(createRequire(import.meta.url).resolve('menshen/package.json')), 'data', 'privacy-items.json'), 'utf8'),
    ) as { items: readonly Item[] }
  ).items
  return known
}

const CODE = /\.(?:js|ts|mjs|wxs|sjs|wxml|ttml)$/
const MOST = 8_000_000
const found = new Map<string, ReadonlyMap<string, readonly string[]>>()
/** Where a package’s code names an interface of a privacy item, by file and line. Once for each package: its bytes never change. */
const named = async ({ store, blobs }: Services, row: VersionRecord, platform: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const key = row.sha256 ?? ''
  const before = found.get(key)
  if (before) return before
  const words = items()
    .filter((item) => item.platform === platform)
    .flatMap((item) =>
      item.interfaces.map(({ kind, name }) => ({
        item: item.key,
        pattern: kind === 'api' ? new RegExp(`[.'"\`]${name}\\b`) : new RegExp(`["'=]\\s*${name}\\b`),
      })),
    )
  const places = new Map<string, string[]>()
  let read = 0
  for (const file of await filesOf(store, row.id)) {
    if (!CODE.test(file.path) || file.size > 2_000_000 || (read += file.size) > MOST) continue
    const bytes = await blobs.read(file.sha256, 2_000_000).catch(() => null)
    const text = bytes?.toString('utf8') ?? ''
    for (const { item, pattern } of words) {
      const at = text.search(pattern)
      const list = places.get(item) ?? []
      if (at >= 0 && list.length < 5) places.set(item, [...list, `${file.path}:${text.slice(0, at).split('\n').length}`])
    }
  }
  if (found.size > 200) found.delete(found.keys().next().value!)
  found.set(key, places)
  return places
}

export const privacyRows = async (
  services: Services,
  row: VersionRecord,
  declared: readonly { readonly item: string; readonly purpose: string }[],
): Promise<ReviewItem['privacy']> => {
  const platform = (row.manifest as { platform?: string } | null)?.platform ?? 'wechat'
  const [code, { calls }] = await Promise.all([named(services, row, platform), glanceAt(services, row.id)])
  const rows: ReviewItem['privacy'] = []
  const spoken = new Set<string>()
  for (const item of items().filter((one) => one.platform === platform)) {
    const said = declared.find(
      ({ item: name }) =>
        name === item.key || name === item.name.zh || name === item.name.en || item.wording.some((word) => name.includes(word)),
    )
    if (said) spoken.add(said.item)
    const atRun = [...new Set(item.interfaces.flatMap(({ name }) => calls.get(name) ?? []))]
    const inCode = [...(code.get(item.key) ?? [])]
    if (said || atRun.length > 0 || inCode.length > 0)
      rows.push({ item: item.name.zh, declared: said !== undefined, purpose: said?.purpose ?? null, inCode, atRun })
  }
  return [
    ...rows,
    ...declared
      .filter(({ item }) => !spoken.has(item))
      .map(({ item, purpose }) => ({ item, declared: true, purpose, inCode: [], atRun: [] })),
  ]
}
