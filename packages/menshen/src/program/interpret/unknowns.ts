/** Unknown values by their origins: the same place, and the same member of it, gives the same value. */
import { Origins } from './origins.ts'
import type { Origin } from './types.ts'
import { makeSeveral, makeUnknown, NO_ORIGINS, type Several, type Site, UNKNOWN, type Unknown, type V } from './value.ts'

/** Members of an unknown value that are kept by name. */
const MAX_MEMBERS = 64

export class Unknowns {
  readonly origins = new Origins()
  /** The value with one origin, by the origin's id: many places give it. */
  private readonly ofOne: (Unknown | undefined)[] = []

  of(origin: Origin): Unknown {
    let v = this.ofOne[origin.id]
    if (v === undefined) this.ofOne[origin.id] = v = makeUnknown([origin])
    return v
  }
  /** What is unknown but for where it came from. */
  from(origins: readonly Origin[]): Unknown {
    return origins.length === 0 ? UNKNOWN : origins.length === 1 ? this.of(origins[0]!) : makeUnknown(origins)
  }
  /** A member of something unknown. */
  member(v: Unknown, key: string): Unknown {
    let member = v.members?.get(key)
    if (member === undefined) {
      const origins = v.origins.length ? this.origins.ofMembers(v.origins, key) : NO_ORIGINS
      member = v.holds.length === 0 ? this.from(origins) : makeUnknown(origins, null, v.holds)
      v.members ??= new Map()
      if (v.members.size < MAX_MEMBERS) v.members.set(key, member)
    }
    return member
  }
  /** The same value after it went through a channel (setData, storage, globalData, parameter of a page). */
  through(v: V, channel: string, at: Site): V {
    if (v.t === 2) return this.throughOne(v, channel, at)
    return v.t === 3 && comesBy(v, channel) ? this.throughEach(v, channel, at) : v
  }
  private throughEach(v: Several, channel: string, at: Site): V {
    return makeSeveral(v.values.map((w) => (w.t === 2 ? this.throughOne(w, channel, at) : w)))
  }
  private throughOne(v: Unknown, channel: string, at: Site): Unknown {
    const { origins } = v
    if (origins.length === 0) return v
    if (origins.length === 1 && v.pieces === null && v.holds.length === 0) return this.of(this.origins.hop(origins[0]!, channel, at))
    const hopped: Origin[] = []
    for (let i = 0; i < origins.length; i++) hopped.push(this.origins.hop(origins[i]!, channel, at))
    return makeUnknown(hopped, v.pieces, v.holds)
  }
}

/** Whether a part of a value has yet to go through a channel. */
function comesBy(v: Several, channel: string): boolean {
  for (let i = 0; i < v.values.length; i++) {
    const w = v.values[i]!
    if (w.t !== 2) continue
    for (let j = 0; j < w.origins.length; j++) if (w.origins[j]!.channel !== channel) return true
  }
  return false
}
