/** The public side: programs that are out, read from the view that cannot see others. */
import { sql } from 'kysely'
import type { Moment } from '../domain/words.ts'
import type { Store } from './store.ts'

export interface PublicProgram {
  readonly id: string
  readonly appid: string
  readonly name: string
  readonly platform: string
  readonly entity: string
  readonly certified: boolean
  /** The listing that was released with the version that is out. */
  readonly listing: unknown
  readonly label: string
  readonly released_at: Moment | null
}
/** One version of each: the live one before the gray. Programs and bytes that are blocked are not out, whatever their state. */
const OUT = sql`
  select p.id, p.appid, p.name, p.platform, e.legal_name entity,
    exists (select 1 from certification c where c.entity = p.entity and c.state = 'certified') certified,
    l.content listing, v.label, v.released_at
  from program p
  join lateral (
    select o.id, o.sha256, o.listing from public_version o
    where o.program = p.id and o.channel = 'main' and not exists (select 1 from blocked b where b.ended_at is null and b.hard and (
      (b.kind = 'bytes' and b.value = o.sha256) or (b.kind = 'program' and b.value = p.appid) or (b.kind = 'entity' and b.value = p.entity::text)))
    order by case o.state when 'gray' then 1 else 0 end limit 1) o on true
  join version v on v.id = o.id join entity e on e.id = p.entity
  left join listing l on l.id = o.listing
  where p.state = 'listed'`
const like = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** Programs that people may find, by words of their name, introduction and tags. */
export const directoryPage = async (
  store: Store,
  {
    words,
    platform,
    category,
    limit,
    after = '',
  }: {
    readonly words: string
    readonly platform?: 'wechat' | 'douyin'
    readonly category?: string
    readonly limit: number
    readonly after?: string
  },
): Promise<readonly PublicProgram[]> => {
  const each = words.trim().split(/\s+/).filter(Boolean).slice(0, 5)
  // First who can have a word at all, by the pairs of characters that are indexed; then whether what is out says it.
  const able = each.map(
    (word, n) => sql`${sql.id(`able_${n}`)} as materialized (select program from searched where grams @> grams_asked(${word}))`,
  )
  const { rows } = await sql<PublicProgram>`
    ${able.length === 0 ? sql`` : sql`with ${sql.join(able)}`}
    ${OUT} and p.appid > ${after}
      and ${platform === undefined ? sql`true` : sql`p.platform = ${platform}`}
      and ${category === undefined ? sql`true` : sql`l.content->'categories' @> to_jsonb(${category}::text)`}
      and ${sql.join(
        [
          sql`true`,
          ...each.map(
            (word, n) =>
              sql`p.id in (select program from ${sql.id(`able_${n}`)})
              and (p.name ilike ${like(word)} or l.content->>'intro' ilike ${like(word)} or l.content->>'tags' ilike ${like(word)})`,
          ),
        ],
        sql` and `,
      )}
    order by p.appid limit ${Math.min(limit, 101)}`.execute(store.db)
  return rows
}
export const publicProgram = async (store: Store, appid: string): Promise<PublicProgram | null> => {
  const { rows } = await sql<PublicProgram>`${OUT} and p.appid = ${appid}`.execute(store.db)
  return rows[0] ?? null
}

export interface NearbyPlace {
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly service: string
  readonly latitude: number
  readonly longitude: number
}
/** Points of service of released programs within so many metres, the nearest first. */
export const nearbyPoints = async (
  store: Store,
  { latitude, longitude, metres }: { readonly latitude: number; readonly longitude: number; readonly metres: number },
) => {
  const { rows } = await sql<{ appid: string; program: string; place: NearbyPlace; metres: number }>`
    with point as (
      select t.appid, t.name program, place, (place->>'latitude')::float8 la, (place->>'longitude')::float8 lo
      from (${OUT}) t, jsonb_array_elements(case jsonb_typeof(t.listing->'nearby') when 'array' then t.listing->'nearby' else '[]' end) place
      where jsonb_typeof(place->'latitude') = 'number' and jsonb_typeof(place->'longitude') = 'number'),
    away as (select *, 12742000 * asin(least(1, sqrt(power(sin(radians(la - ${latitude}) / 2), 2)
      + cos(radians(la)) * cos(radians(${latitude})) * power(sin(radians(lo - ${longitude}) / 2), 2)))) far from point
      where abs(la - ${latitude}) <= ${metres / 111_000 + 0.001})
    select appid, program, place, round(far)::integer metres from away where far <= ${metres} order by far, appid limit 100`.execute(
    store.db,
  )
  return rows
}
