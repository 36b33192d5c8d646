/** Origins of unknown values: each is made once, so that the same place gives the same origin however often it is walked. */
import type { Origin } from './types.ts'
import type { Site } from './value.ts'

/** How deep a path of members is followed. */
const MAX_PATH = 6
/** Channels that an origin is followed through. */
const MAX_HOPS = 6

export class Origins {
  private serial = 1
  /** By file, then by offset. */
  private readonly known = new Map<string, Map<number, Origin[]>>()
  /** Origins of members, by the id of the origin they were read from. */
  private readonly members: (Map<string, Origin> | undefined)[] = []

  of(source: Origin['source'], name: string, at: Site, path: string, from: Origin | undefined, channel: string | undefined): Origin {
    let file = this.known.get(at.file)
    if (file === undefined) this.known.set(at.file, (file = new Map()))
    let here = file.get(at.start)
    if (here === undefined) file.set(at.start, (here = []))
    for (let i = 0; i < here.length; i++) {
      const o = here[i]!
      if (o.name === name && o.path === path && o.source === source && o.from === from && o.channel === channel) return o
    }
    const o: Origin = { id: this.serial++, source, name, path, at: { file: at.file, start: at.start, end: at.end }, from, channel }
    here.push(o)
    return o
  }
  /** The same origin after it went through a channel. */
  hop(o: Origin, channel: string, at: Site): Origin {
    if (o.channel === channel) return o
    let hops = 0
    for (let p: Origin | undefined = o; p; p = p.from) {
      if (p.channel === channel && p.at.file === at.file && p.at.start === at.start) return o
      hops++
    }
    return hops > MAX_HOPS ? o : this.of(o.source, o.name, at, o.path, o, channel)
  }
  /** The origin of a member. */
  member(o: Origin, key: string): Origin {
    let members = this.members[o.id]
    const had = members?.get(key)
    if (had) return had
    let depth = o.path === '' ? 0 : 1
    for (let i = o.path.indexOf('.'); i >= 0; i = o.path.indexOf('.', i + 1)) depth++
    if (depth >= MAX_PATH) return o
    if (!members) this.members[o.id] = members = new Map()
    const path = o.path === '' ? key : `${o.path}.${key}`
    const e: Origin = { id: this.serial++, source: o.source, name: o.name, path, at: o.at, from: o.from, channel: o.channel }
    members.set(key, e)
    return e
  }
  ofMembers(origins: readonly Origin[], key: string): readonly Origin[] {
    if (origins.length === 1) {
      const o = origins[0]!
      const e = this.member(o, key)
      return e === o ? origins : [e]
    }
    const out: Origin[] = []
    for (let i = 0; i < origins.length; i++) out.push(this.member(origins[i]!, key))
    return out
  }
}
