import { rule } from '../kit.ts'
import { FILLERS, PLACES, REACHES, TRADES } from './words.ts'

type Part = 'place' | 'reach' | 'trade' | 'filler'
const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...FILLERS.map((word) => [word, 'filler'] as const),
  ...TRADES.map((word) => [word, 'trade'] as const),
  ...REACHES.map((word) => [word, 'reach'] as const),
  ...PLACES.map((word) => [word, 'place'] as const),
])
const LONGEST = Math.max(...[...PARTS.keys()].map((word) => word.length))

/** The name as parts that nobody owns, or null when something of its own is left. */
const partsOf = (name: string): readonly { readonly part: Part; readonly word: string }[] | null => {
  const bare = name.toLowerCase().replace(/[\s\p{P}\p{S}\u200b-\u200f]+/gu, '')
  if (bare === '' || bare.length > 40) return null
  // What can stand from each place on, the longest word first.
  const ways = new Map<number, readonly { readonly part: Part; readonly word: string }[] | null>([[bare.length, []]])
  for (let at = bare.length - 1; at >= 0; at--) {
    let way: readonly { readonly part: Part; readonly word: string }[] | null = null
    for (let length = Math.min(LONGEST, bare.length - at); length > 0 && way === null; length--) {
      const word = bare.slice(at, at + length)
      const part = PARTS.get(word)
      const rest = part ? ways.get(at + length) : null
      if (part && rest) way = [{ part, word }, ...rest]
    }
    ways.set(at, way)
  }
  return ways.get(0) ?? null
}

export default rule(
  {
    clauses: ['wx-op/2.6', 'later/name-region-trade'],
    needs: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      regional: {
        what: {
          zh: '名称“{name}”只有地区和行业（{parts}），没有自己的字号',
          en: 'The name “{name}” is a place and a trade ({parts}) and nothing of its own',
        },
        why: {
          zh: '地区加行业的名称宽泛、没有识别性，会干扰搜索，是名称被驳回的首要原因。',
          en: 'A place with a trade identifies nobody and spoils the search; it is the first reason why names are refused.',
        },
        fix: {
          zh: '加上商标或字号，如“杭州青禾租房”；确属官方机构的，附上主管部门的授权。',
          en: 'Add your brand, as in 杭州青禾租房; an official body encloses its authorisation.',
        },
      },
      common: {
        what: { zh: '名称“{name}”全由通用词组成（{parts}）', en: 'The name “{name}” is made of common words only ({parts})' },
        why: {
          zh: '行业词和“平台、服务、网”一类的词拼起来仍是泛称。',
          en: 'Words of a trade put together with “platform”, “service” and the like are still generic.',
        },
        fix: { zh: '加上自己的品牌或特点。', en: 'Add a brand or a trait of your own.' },
      },
    },
  },
  ({ listing }, report) => {
    const { name, entity } = listing
    if (!name) return { notChecked: { zh: 'listing.json 里没有名称', en: 'the listing has no name' } }
    // An administration is named after what it administers.
    if (entity?.kind === 'government') return
    const parts = partsOf(name)
    if (!parts) return
    const has = (part: Part): boolean => parts.some((one) => one.part === part)
    const regional = has('place') || has('reach')
    // One common word alone is the business of the rule on generic names.
    if ((!regional && !has('trade')) || parts.length < 2) return
    // A company that was registered under these very words may show its licence.
    const registered = entity?.name?.includes(name) ?? false
    const sure = has('place') && has('trade') && !registered
    report(regional ? 'regional' : 'common', {
      at: { listing: 'name' },
      data: { name, parts: parts.map(({ word }) => word).join('+') },
      verdict: sure ? 'violation' : 'review',
      severity: sure ? 'error' : 'warning',
    })
  },
)
