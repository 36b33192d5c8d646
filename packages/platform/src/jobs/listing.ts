/** What the checker is told of a submission: the listing as it was typed, who answers for it, and which papers are in force. */

/** As listing.json takes it. */
export const listingFile = (submission: {
  readonly listing: unknown
  readonly entityKind: string
  readonly entityName: string
  readonly changelog: string
  readonly testAccount: boolean
  readonly documents: readonly { readonly kind: string; readonly serves: string | null; readonly valid_until: number | null }[]
}): Readonly<Record<string, unknown>> | null => {
  const typed = submission.listing
  if (typeof typed !== 'object' || typed === null || Array.isArray(typed)) return null
  const listing = typed as Readonly<Record<string, unknown>>
  const text = (key: string) => (typeof listing[key] === 'string' ? { [key]: listing[key] } : {})
  const texts = (key: string) => {
    const list = listing[key]
    return Array.isArray(list) ? { [key]: list.filter((one): one is string => typeof one === 'string') } : {}
  }
  const contact = (listing['contact'] ?? {}) as Readonly<Record<string, unknown>>
  const given = ['email', 'phone', 'url'].flatMap((key) =>
    typeof contact[key] === 'string' && contact[key] !== '' ? [[key, contact[key]]] : [],
  )
  const privacy = listing['privacy']
  const nearby = listing['nearby']
  return {
    ...text('name'),
    ...text('intro'),
    ...text('description'),
    ...texts('categories'),
    ...texts('tags'),
    ...texts('domains'),
    ...(given.length > 0 ? { contact: Object.fromEntries(given) } : {}),
    ...(Array.isArray(privacy) ? { privacy: privacy.flatMap(privacyItem) } : {}),
    ...(Array.isArray(nearby)
      ? { nearby: { enabled: nearby.length > 0, places: nearby.filter((place) => typeof place === 'object' && place !== null) } }
      : {}),
    entity: { kind: submission.entityKind, name: submission.entityName },
    qualifications: submission.documents.map(({ kind, serves, valid_until }) => ({
      kind,
      holder: submission.entityName,
      ...(serves ? { for: serves } : {}),
      ...(valid_until === null ? {} : { validUntil: new Date(valid_until + 8 * 3_600_000).toISOString().slice(0, 10) }),
    })),
    changelog: submission.changelog,
    // That there is one is all that the checker needs; what it is stays sealed.
    ...(submission.testAccount ? { testAccount: { username: 'given', password: 'given' } } : {}),
  }
}

const privacyItem = (row: unknown): readonly (string | { readonly item: string; readonly purpose?: string })[] => {
  if (typeof row === 'string') return [row]
  const { item, purpose } = (row ?? {}) as { readonly item?: unknown; readonly purpose?: unknown }
  return typeof item === 'string' ? [{ item, ...(typeof purpose === 'string' ? { purpose } : {}) }] : []
}
