/** The five-way difference of two versions: files, what it asks for, listing, screens, findings. */
import type { Diff } from '../contract/review.ts'
import { findingsOf, fingerprintsOf } from '../store/checks.ts'
import { evidenceOf } from '../store/evidence.ts'
import { knownFingerprints } from '../store/pages.ts'
import { listingById } from '../store/programs.ts'
import { ruleModes } from '../store/settings.ts'
import { filesOf, lastApproved, versionById, versionsOf } from '../store/versions.ts'
import type { Services } from './options.ts'
import { glanceAt } from './runs.ts'
import { findingViewOf, listingContent, type VersionRecord } from './views/programs.ts'

type Base = 'approved' | 'previous' | 'first'
const ACCESS: Readonly<Record<string, Diff['access'][number]['kind']>> = {
  permission: 'permission',
  private: 'privacy-api',
  background: 'background',
  plugin: 'plugin',
  program: 'program',
}

/** The version that is compared with; none for the first, whose every line is new. */
const baseOf = async ({ store }: Services, row: VersionRecord, kind: Base) => {
  if (kind === 'approved') {
    const found = await lastApproved(store, row.id)
    return found ? ((await versionById(store, found.id)) ?? null) : null
  }
  const others = (await versionsOf(store, row.program)).filter(
    ({ n, sha256, channel }) => n < row.n && sha256 !== null && channel === row.channel,
  )
  return (kind === 'first' ? others.at(-1) : others[0]) ?? null
}
const words = (
  row: VersionRecord | null,
  listing: { readonly domains: readonly string[] } | null,
): ReadonlyMap<string, { kind: Diff['access'][number]['kind']; name: string }> => {
  const manifest = (row?.manifest ?? {}) as { access?: unknown; pages?: unknown }
  const list = (value: unknown) => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])
  const rows = [
    ...list(manifest.access).flatMap((one) => {
      const kind = ACCESS[one.slice(0, one.indexOf(':'))]
      return kind ? [{ kind, name: one.slice(one.indexOf(':') + 1) }] : []
    }),
    ...list(manifest.pages).map((name) => ({ kind: 'page' as const, name })),
    ...(listing?.domains ?? []).map((name) => ({ kind: 'domain' as const, name })),
  ]
  return new Map(rows.map((one) => [`${one.kind} ${one.name}`, one]))
}
/** The picture of each page, as it was first seen opened. */
const screensOf = async (services: Services, version: string | null): Promise<ReadonlyMap<string, string>> => {
  if (version === null) return new Map()
  const evidence = await evidenceOf(services.store, version)
  const kept = new Set(evidence.map(({ sha256 }) => sha256))
  return new Map([...(await glanceAt(services, version, evidence)).screens].filter(([, sha256]) => kept.has(sha256)))
}

export const difference = async (services: Services, row: VersionRecord, kind: Base): Promise<Diff> => {
  const { store } = services
  const base = await baseOf(services, row, kind)
  const none: Awaited<ReturnType<typeof filesOf>> = []
  const [now, then, listingNow, listingThen, screensNow, screensThen, found, foundThen, modes, known] = await Promise.all([
    filesOf(store, row.id),
    base ? filesOf(store, base.id) : none,
    row.listing === null ? undefined : listingById(store, row.listing),
    base?.listing == null ? undefined : listingById(store, base.listing),
    screensOf(services, row.id),
    screensOf(services, base?.id ?? null),
    fingerprintsOf(store, row.id),
    base ? fingerprintsOf(store, base.id) : [],
    ruleModes(store),
    knownFingerprints(store, row.id),
  ])
  const before = new Map(then.map((file) => [file.path, file]))
  const after = new Map(now.map((file) => [file.path, file]))
  const files: Diff['files'] = [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((path) => {
    const [a, b] = [before.get(path), after.get(path)]
    if (a?.sha256 === b?.sha256) return []
    return [
      {
        path,
        change: !a ? 'added' : !b ? 'removed' : 'changed',
        before: a?.sha256 ?? null,
        after: b?.sha256 ?? null,
        bytesBefore: a?.size ?? 0,
        bytesAfter: b?.size ?? 0,
      },
    ]
  })
  const [contentNow, contentThen] = [
    listingNow ? listingContent(listingNow.content) : null,
    listingThen ? listingContent(listingThen.content) : null,
  ]
  const [accessNow, accessThen] = [words(row, contentNow), words(base, contentThen)]
  const fields = Object.keys(contentNow ?? contentThen ?? {}) as (keyof NonNullable<typeof contentNow>)[]
  const view = (one: Awaited<ReturnType<typeof findingsOf>>[number]) => findingViewOf(one, { modes, known, marks: true })
  const [fingerprints, fingerprintsThen] = [
    new Set(found.map(({ fingerprint }) => fingerprint)),
    new Set(foundThen.map(({ fingerprint }) => fingerprint)),
  ]
  // In full only what is shown: what stayed is counted.
  const [gone, came] = await Promise.all([
    base
      ? findingsOf(
          store,
          base.id,
          foundThen.filter(({ fingerprint }) => !fingerprints.has(fingerprint)).map(({ id }) => id),
        )
      : [],
    findingsOf(
      store,
      row.id,
      found.filter(({ fingerprint }) => !fingerprintsThen.has(fingerprint)).map(({ id }) => id),
    ),
  ])
  return {
    base: base ? { version: base.id, label: base.label, n: base.n, sha256: base.sha256!, kind } : null,
    files,
    unchanged: now.length - files.filter(({ change }) => change !== 'removed').length,
    access: [
      ...[...accessNow].filter(([key]) => !accessThen.has(key)).map(([, one]) => ({ ...one, change: 'added' as const })),
      ...[...accessThen].filter(([key]) => !accessNow.has(key)).map(([, one]) => ({ ...one, change: 'removed' as const })),
    ],
    listing: fields
      .filter((field) => JSON.stringify(contentNow?.[field] ?? null) !== JSON.stringify(contentThen?.[field] ?? null))
      .map((field) => ({ field, before: contentThen?.[field] ?? null, after: contentNow?.[field] ?? null })),
    screens: [...new Set([...screensNow.keys(), ...screensThen.keys()])].sort().map((page) => {
      const [a, b] = [screensThen.get(page) ?? null, screensNow.get(page) ?? null]
      return { page, before: a, after: b, changed: a !== b }
    }),
    findings: {
      gone: gone.map(view),
      came: came.map(view),
      stayed: found.filter(({ fingerprint }) => fingerprintsThen.has(fingerprint)).length,
    },
  }
}
