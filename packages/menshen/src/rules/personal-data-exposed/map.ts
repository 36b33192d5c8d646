/** Markers of a map that stand for people: a server gives their position together with a nickname or a portrait. */
import { type Interpretation, type Origin, type Shown, wayBack } from '../kit.ts'

const PLACE = /(?:^|\.)(?:lat|latitude|lng|lon|longitude)$/i
/** Shops have names and logos; only people have these. */
const PERSON = /(?:^|\.)(?:nick_?name|avatar(?:_?url)?|head_?img(?:_?url)?|gender|open_?id|user_?name)$/i
const WORKS = /rider|courier|driver|staff|technician|worker|master|doctor|shop|store|merchant|seller|guide|porter|engineer/i

const rowOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')))

export interface OnMap {
  readonly shown: Shown
  readonly place: Origin
  readonly person: Origin
}
export const peopleOnMaps = (interpretation: Interpretation): readonly OnMap[] =>
  interpretation.shown.flatMap((shown) => {
    if (shown.slot !== 'markers' || shown.element?.tag !== 'map' || !shown.reachable) return []
    const origins = wayBack(shown.value.origins).filter(({ source }) => source === 'response')
    for (const place of origins) {
      const row = rowOf(place.path)
      if (!PLACE.test(place.path) || WORKS.test(row)) continue
      const person = origins.find(({ path }) => PERSON.test(path) && (rowOf(path) === row || rowOf(rowOf(path)) === row))
      if (person) return [{ shown, place, person }]
    }
    return []
  })
