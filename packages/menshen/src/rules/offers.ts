/** What a program offers, held against its categories: for the rules on categories and papers. */
import {
  type Category,
  type Covering,
  coverOffer,
  findCategories,
  type InferredOffer,
  inferOffers,
  OFFERS,
  type Signal,
} from '../evidence/category/index.ts'
import type { CopyEvidence } from '../evidence/copy.ts'
import type { Listing } from '../evidence/listing.ts'
import type { Interpretation } from '../program/interpret/types.ts'
import type { ProgramModel, Span } from '../program/types.ts'
import type { Detail, Spot, Text } from './kit.ts'
import { closest, wordsIn } from './reading.ts'
import { sellingUnits } from './theme.ts'
import { publicationsOf } from './user-content.ts'

export interface OfferInput {
  readonly program: ProgramModel
  readonly interpretation: Interpretation
  readonly copy: CopyEvidence
  readonly listing?: Listing | undefined
}
export interface OfferRow {
  readonly inferred: InferredOffer
  readonly covering: Covering
  /** A declared category that the table does not know may mean it. */
  readonly nearlyCovered: boolean
  /** Prices, orders or posts stand where it is offered: it is done here, not only spoken of. */
  readonly done: boolean
}

const PAYS = ['requestPayment', 'requestVirtualPayment', 'pay', 'getOrderPayment', 'createOrder', 'requestOrder']
/** Steps of a category's path that say nothing of what it is for. */
const HOLLOW = new Set(['工具', '其他', '平台', '服务', '信息', '生活'])
const pairs = (text: string): ReadonlySet<string> => {
  const out = new Set<string>()
  for (const run of text.match(/[\p{Script=Han}]{2,}/gu) ?? [])
    for (let i = 0; i + 1 < run.length; i++) {
      const pair = run.slice(i, i + 2)
      if (!HOLLOW.has(pair)) out.add(pair)
    }
  return out
}
const rowsOf = (covering: Covering): readonly Category[] =>
  covering.kind === 'undeclared'
    ? covering.would
    : covering.kind === 'closed' || covering.kind === 'not-for-individuals'
      ? covering.rows
      : covering.kind === 'covered'
        ? [covering.by]
        : []

/** Posts of people's own; opinions on goods and lessons belong to what is sold. */
const POSTS = /发布|发帖|发表(?!评[论价])|发动态|写动态|投稿|发起话题/
const POST_PATH = /(?:^|[/_-])(?:posts?|notes?|topics?|threads?|moments?|dynamics?|feeds?|forum|bbs|tiezi|wall)(?:[/_-]|$)/i
const GOODS_POST = /商品|闲置|二手|职位|房源|招聘|求购|需求|任务|订单/
const AUTHOR = /(?:^|\.)(?:author\w*|nick\w*|user_?name|poster\w*|publisher\w*|by)$/
/** Where people post for everybody and read what others posted, whatever it is called. */
const forumOf = ({ program, interpretation }: OfferInput): { readonly at: Span; readonly unit: string } | undefined => {
  for (const { context, call, target, way } of publicationsOf(program, interpretation)) {
    if (way === 'upload') continue
    // One request function may carry posts and answers to them alike.
    const words = call.contexts
      .flatMap(({ root }) => (root.kind === 'gesture' && root.element ? [wordsIn(interpretation, root.element)] : []))
      .join(' ')
    if (!(POSTS.test(words) || POST_PATH.test(target.replace(/^https?:\/\/[^/]+/, ''))) || GOODS_POST.test(words)) continue
    const others = interpretation.shown.some(
      (shown) =>
        shown.reachable &&
        shown.slot === '' &&
        closest(shown.element, (one) => one.attributes.some(({ name }) => /^(?:wx|tt):for$/.test(name))) !== undefined &&
        shown.value.origins.some(({ source, path }) => (source === 'response' || source === 'api') && AUTHOR.test(path)),
    )
    if (others) return { at: context.root.element && context.root.template ? context.root.at : call.nameAt, unit: context.root.unit.base }
  }
  return undefined
}

/** What is practised needs no words to prove it. */
const withForum = (found: readonly InferredOffer[], forum: ReturnType<typeof forumOf>): readonly InferredOffer[] => {
  const offer = OFFERS.find(({ id }) => id === 'community')
  if (!forum || !offer || found.some((one) => one.offer.id === 'qa')) return found
  const had = found.find((one) => one.offer.id === 'community')
  const sign: Signal = {
    kind: 'data',
    what: '用户发布内容，其他用户可见',
    strong: true,
    weight: 4,
    at: forum.at,
    units: [forum.unit],
    reachable: true,
  }
  const row: InferredOffer = {
    offer,
    score: (had?.score ?? 0) + 4,
    confidence: 'high',
    signals: [sign, ...(had?.signals ?? [])],
    reachable: true,
  }
  return [row, ...found.filter((one) => one !== had)]
}

const known = new WeakMap<CopyEvidence, readonly OfferRow[]>()

/** The offers of a program, strongest first, each with what its categories say. Made once for all rules. */
export const offersOf = (input: OfferInput): readonly OfferRow[] => {
  const { program, interpretation, copy, listing } = input
  const had = known.get(copy)
  if (had) return had
  const selling = sellingUnits(copy)
  const pays = interpretation.callsOf(...PAYS).some(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))
  const declared = listing?.categories ?? []
  const forum = forumOf(input)
  const rows = withForum(
    inferOffers({
      platform: program.platform,
      copies: copy.copies,
      program,
      interpretation,
      ...(listing
        ? { listing: { ...(listing.name ? { name: listing.name } : {}), ...(listing.intro ? { intro: listing.intro } : {}) } }
        : {}),
    }),
    forum,
  ).map((inferred): OfferRow => {
    const covering = coverOffer(program.platform, inferred.offer, declared, listing?.entity?.kind)
    const meant = pairs([...rowsOf(covering).flatMap((row) => row.path), inferred.offer.title.zh].join(' '))
    const nearlyCovered = declared.some((one) => [...pairs(one)].some((pair) => meant.has(pair)))
    const units = new Set(inferred.signals.flatMap((signal) => signal.units))
    const practised = inferred.offer.id === 'community' && forum !== undefined
    return {
      inferred,
      covering,
      nearlyCovered,
      done: practised || [...units].some((unit) => selling.has(unit)) || (pays && units.size > 0),
    }
  })
  known.set(copy, rows)
  return rows
}

/** The declared categories that the table knows. */
export const declaredIn = ({ program, listing }: OfferInput): readonly Category[] =>
  (listing?.categories ?? []).flatMap((one) => findCategories(program.platform, one))

const MOST_SIGNALS = 10
/** Where an offer shows, the lines that speak for it, and what fills a message about it. */
export const offerDetail = ({ program, listing }: OfferInput, { inferred }: OfferRow): Pick<Detail, 'at' | 'related' | 'data'> => {
  const seen = new Set<string>()
  const spots: { at: Spot; note: Text }[] = []
  for (const { at, what, reachable } of inferred.signals) {
    const key = at ? `${at.file}:${at.start}` : 'listing'
    if (!at || seen.has(key) || spots.length > MOST_SIGNALS) continue
    seen.add(key)
    const hidden = { zh: reachable ? '' : '（入口看不到）', en: reachable ? '' : ' (out of reach)' }
    spots.push({ at, note: { zh: `依据：${what}${hidden.zh}`, en: `sign: ${what}${hidden.en}` } })
  }
  const first: Spot = spots[0]?.at ?? (listing ? { listing: 'intro' } : { file: program.config.app.file, start: 0, end: 0 })
  // What people read says more to people than names in code.
  const read = inferred.signals.filter(({ kind }) => kind === 'copy' || kind === 'listing')
  const signs = [...new Set([...read, ...inferred.signals].map(({ what }) => what))].slice(0, 4)
  return {
    at: first,
    related: spots.slice(1),
    data: {
      offer: inferred.offer.title,
      signs: { zh: signs.join('、'), en: signs.join(', ') },
    },
  }
}
/** Categories as a person reads them. */
export const categoryNames = (rows: readonly Category[]): Text => {
  const names = rows.slice(0, 3).map(({ path }) => path.join('/'))
  return { zh: names.join('、'), en: names.join(', ') }
}
