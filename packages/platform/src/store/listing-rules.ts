/** What a listing lacks or says wrong, beyond what has to be there: the rules for points nearby (wx-op 7) and for its own name. */
import type { Text } from '../domain/words.ts'
import { missingOfListing } from './listing-content.ts'

export interface Gap {
  readonly field: string
  readonly why: Text
  readonly clause?: string
}
interface Place {
  readonly name?: unknown
  readonly address?: unknown
  readonly service?: unknown
  readonly latitude?: unknown
  readonly longitude?: unknown
  readonly licence?: unknown
}
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
/** Those who build, broker or promote programs have no place nearby (wx-op 7.2.1). */
const AGENCY =
  /小程序.{0,6}(?:开发|制作|定制|代理|加盟|推广|代运营)|(?:开发|代理|推广).{0,4}小程序|mini[- ]?program (?:development|agency|promotion)/i
/** An address that names no place anybody could go to. */
const NOWHERE = /^(?:无|没有|线上|网上|全国|互联网|online|n\/?a|none|test|测试)/i

/** Everything that is missing or wrong, all at once. */
export const listingGaps = (content: unknown, programName?: string): readonly Gap[] => {
  const gaps: Gap[] = [...missingOfListing(content)]
  const listing = (content ?? {}) as Readonly<Record<string, unknown>>
  if (programName !== undefined && text(listing['name']) !== '' && text(listing['name']) !== programName)
    gaps.push({
      field: 'name',
      why: { zh: '资料中的名称与小程序的名称不同', en: 'the name in the listing is not the name of the program' },
      clause: 'wx-op/2.4',
    })
  const places = Array.isArray(listing['nearby']) ? (listing['nearby'] as readonly Place[]) : []
  if (places.length === 0) return gaps
  if (AGENCY.test(`${text(listing['name'])} ${text(listing['intro'])} ${text(listing['description'])}`))
    gaps.push({
      field: 'nearby',
      why: {
        zh: '提供小程序开发、代理、推广服务的小程序不能开通附近',
        en: 'programs that build, broker or promote mini programs are not shown nearby',
      },
      clause: 'wx-op/7.2.1',
    })
  const seen = new Set<string>()
  for (const [i, place] of places.entries()) {
    const field = `nearby.${i}`
    if (text(place.address).length < 4 || NOWHERE.test(text(place.address)))
      gaps.push({
        field: `${field}.address`,
        why: { zh: '需要真正提供服务的地址', en: 'the address at which the service is really given is needed' },
        clause: 'wx-op/7.1',
      })
    if (text(place.service) === '')
      gaps.push({
        field: `${field}.service`,
        why: { zh: '需要写明在这里提供什么服务', en: 'say what is offered there' },
        clause: 'wx-op/7.2.3',
      })
    if (text(place.licence) === '')
      gaps.push({
        field: `${field}.licence`,
        why: {
          zh: '需要自己在该地点经营的证明，不能用入驻商户的地点',
          en: 'a paper is needed that the place is your own, not that of a shop on your platform',
        },
        clause: 'wx-op/7.2.2',
      })
    if (Math.abs(Number(place.latitude)) < 1e-9 && Math.abs(Number(place.longitude)) < 1e-9)
      gaps.push({ field: `${field}.latitude`, why: { zh: '没有选择位置', en: 'no position was chosen' }, clause: 'wx-op/7.1' })
    const key = `${Number(place.latitude).toFixed(4)} ${Number(place.longitude).toFixed(4)}`
    if (seen.has(key)) gaps.push({ field, why: { zh: '同一个位置出现了两次', en: 'one position stands there twice' } })
    seen.add(key)
  }
  return gaps
}
