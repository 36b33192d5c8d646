/** What a listing has to say before a version may be submitted with it; the names of its fields are those of the checker's listing.json. */
import type { Text } from '../domain/words.ts'

export interface ListingGap {
  readonly field: string
  readonly why: Text
}
const gap = (field: string, zh: string, en: string): ListingGap => ({ field, why: { zh, en } })
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Everything that is missing, all at once; empty when the listing is complete. */
export const missingOfListing = (content: unknown): readonly ListingGap[] => {
  const listing = (typeof content === 'object' && content !== null ? content : {}) as Readonly<Record<string, unknown>>
  const contact = (listing['contact'] ?? {}) as Readonly<Record<string, unknown>>
  return [
    ...(text(listing['name']) === '' ? [gap('name', '缺少名称', 'the name is missing')] : []),
    ...(text(listing['intro']).length < 4 ? [gap('intro', '缺少简介', 'the introduction is missing')] : []),
    ...(!Array.isArray(listing['categories']) || listing['categories'].length === 0
      ? [gap('categories', '至少选择一个类目', 'choose at least one category')]
      : []),
    ...(Array.isArray(listing['categories']) && listing['categories'].length > 5
      ? [gap('categories', '最多选择五个类目', 'choose at most five categories')]
      : []),
    ...(['email', 'phone', 'url'].every((key) => text(contact[key]) === '')
      ? [gap('contact', '缺少公开的联系方式', 'a public contact is missing')]
      : []),
  ]
}
