/** The category trees of both platforms: who may choose what, with which documents, and whether an offer is covered. */
import douyin from '../../../data/categories/douyin.json' with { type: 'json' }
import wechat from '../../../data/categories/wechat.json' with { type: 'json' }
import type { Platform } from '../../program/types.ts'
import type { Listing } from '../listing.ts'
import type { Text } from '../text/lexicon.ts'
import { foldTerm } from '../text/normalise.ts'
import type { Offer } from './offers.ts'

export type CategoryStatus = 'open' | 'needs-document' | 'closed' | 'not-admitted' | 'allow-list' | 'invited'
export interface Document {
  readonly name: string
  /** True when it carries an end of validity. */
  readonly expires?: boolean
}
export interface Category {
  readonly id: string
  readonly path: readonly string[]
  readonly status: CategoryStatus
  /** May an individual choose it? */
  readonly personal: 'yes' | 'no' | 'partly'
  /** One of `any`; all of its `all`. Empty: no document. */
  readonly documents: { readonly any: readonly { readonly all: readonly Document[] }[] }
  /** True when the documents must be in the operator's own name. */
  readonly ownName: boolean
  readonly note?: Text
  readonly confidence: 'high' | 'medium' | 'low'
  readonly source: string
  readonly date: string
}
export interface CategoryTree {
  readonly platform: Platform
  readonly categories: readonly Category[]
  readonly limits: readonly { readonly most: number; readonly source: string; readonly date: string; readonly note: Text }[]
}

const TREES: Readonly<Record<Platform, CategoryTree>> = {
  wechat: wechat as unknown as CategoryTree,
  douyin: douyin as unknown as CategoryTree,
}

export const categoryTree = (platform: Platform): CategoryTree => TREES[platform]

const fold = (name: string): string => foldTerm(name.replace(/[（(][^）)]*[）)]/g, ''))

/** Categories that a developer's wording names: the id, the last step of the path, or one of its parts (直播; 社交 > 直播; 社交/直播). */
export const findCategories = (platform: Platform, declared: string): readonly Category[] => {
  const steps = declared.split(/\s*(?:>|›|»|→|\/|-|—|：|:)\s*/).filter((s) => s !== '')
  const whole = fold(declared)
  const last = fold(steps.at(-1) ?? declared)
  const rows = TREES[platform].categories
  const exact = rows.filter((c) => fold(c.id) === whole || c.path.map(fold).join('') === whole)
  if (exact.length > 0) return exact
  const parts = (c: Category): readonly string[] => {
    const name = c.path.at(-1)!
    return [fold(name), ...name.split(/[、（）]/).map(fold)].filter((p) => p !== '')
  }
  const first = steps.length > 1 ? fold(steps[0]!) : null
  return rows.filter((c) => parts(c).includes(last) && (first === null || c.path.some((p) => fold(p) === first)))
}

export interface Shortfall {
  readonly category: Category
  /** The way that lacks least. */
  readonly missing: readonly Document[]
  /** Documents that were named, but whose validity has ended. */
  readonly expired: readonly string[]
}

/**
 * What a category's documents lack, given the listing's qualifications and today's date (YYYY-MM-DD; null when unknown).
 * null: nothing is lacking, as far as names and dates tell.
 */
export const shortfall = (category: Category, qualifications: Listing['qualifications'], today: string | null): Shortfall | null => {
  const ways = category.documents.any
  if (ways.length === 0) return null
  const expired = new Set<string>()
  const held = (document: Document): boolean =>
    (qualifications ?? []).some((q) => {
      const have = fold(q.kind)
      const want = fold(document.name)
      if (have === '' || !(have.includes(want) || (have.length >= 4 && want.includes(have)))) return false
      if (today !== null && q.validUntil !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(q.validUntil) && q.validUntil < today) {
        expired.add(q.kind)
        return false
      }
      return true
    })
  let best: readonly Document[] | null = null
  let least = Infinity
  for (const way of ways) {
    const missing = way.all.filter((d) => !held(d))
    if (missing.length === 0) return null
    // Of ways that lack as much, the one that is already begun.
    const lacks = missing.length - (way.all.length - missing.length) / 100
    if (lacks < least) {
      best = missing
      least = lacks
    }
  }
  return { category, missing: best ?? [], expired: [...expired] }
}

export type Covering =
  /** A declared category covers the offer. */
  | { readonly kind: 'covered'; readonly by: Category }
  /** No declared category does; these would. */
  | { readonly kind: 'undeclared'; readonly would: readonly Category[] }
  /** Every category for it is closed, refused, or for chosen operators only. */
  | { readonly kind: 'closed'; readonly rows: readonly Category[] }
  /** No category for an individual. */
  | { readonly kind: 'not-for-individuals'; readonly rows: readonly Category[] }
  /** The table knows no category for this offer on this platform. */
  | { readonly kind: 'unknown' }

const SHUT: ReadonlySet<CategoryStatus> = new Set(['closed', 'not-admitted', 'allow-list', 'invited'])

/** Whether an offer is covered by what the listing declares. */
export const coverOffer = (
  platform: Platform,
  offer: Offer,
  declared: readonly string[],
  entity?: NonNullable<Listing['entity']>['kind'],
): Covering => {
  const ids = offer.categories[platform]
  // In the offer's own order: the likeliest first.
  const rows = ids.flatMap((id) => TREES[platform].categories.find((c) => c.id === id) ?? [])
  if (rows.length === 0) return { kind: 'unknown' }
  const chosen = declared.flatMap((d) => findCategories(platform, d))
  const by = rows.find((r) => chosen.includes(r) && !SHUT.has(r.status))
  if (entity === 'person' && rows.every((r) => r.personal === 'no')) return { kind: 'not-for-individuals', rows }
  if (by) return { kind: 'covered', by }
  if (rows.every((r) => SHUT.has(r.status))) return { kind: 'closed', rows }
  return { kind: 'undeclared', would: rows.filter((r) => !SHUT.has(r.status)) }
}
