/** Joining: the value that is one or the other. */
import { type Const, makeSeveral, makeUnknown, mergeOrigins, type Obj, type Several, UNKNOWN, type Unknown, type V } from './value.ts'

const MAX_CONSTANTS = 64
const MAX_OBJECTS = 10
/** Half-known strings kept apart. */
const MAX_TEXTS = 8

/** The value that is one or the other. Most joins add nothing, and most others add one alternative to a few. */
export function join(a: V, b: V): V {
  if (a === b) return a
  if (a.t !== 3) {
    if (b.t === 3) {
      if (covers(b, a)) return b
    } else if (a.t === 0) {
      if (b.t === 0 && a.v === b.v) return a.origins.length || !b.origins.length ? a : b
      return makeSeveral([a, b])
    } else if (a.t === 2 && b.t === 2) {
      if (a.pieces === null && b.pieces === null) return within(b, a) ? a : merged(a, b)
      return samePieces(a, b) ? a : makeSeveral([a, b])
    } else return makeSeveral([a, b])
  } else if (b.t !== 3 ? covers(a, b) : coversAll(a, b)) return a
  if (a.t === 3 && b.t !== 3) {
    const more = withOneMore(a, b)
    if (more !== null) return more
  }
  const out = joiner.clear()
  if (a.t === 3) out.begin(a)
  else out.take(a)
  const before = out.size
  out.take(b)
  if (a.t === 3 && out.size === before && !out.replaced) return a
  return out.value()!
}
/** The usual way for alternatives to grow: one that is new comes to them. Null where it changes one of them, or where there are too many. */
function withOneMore(a: Several, b: Const | Obj | Unknown): Several | null {
  if (b.t === 2 && b.pieces !== null) return null
  const { values } = a
  const { length } = values
  let alike = 0
  for (let i = 0; i < length; i++) {
    const w = values[i]!
    if (w.t !== b.t) continue
    if (b.t === 0) {
      if ((w as Const).v === b.v) return null
      alike++
    } else if (b.t === 1) alike++
    else if ((w as Unknown).pieces === null) return null
  }
  if (alike >= (b.t === 0 ? MAX_CONSTANTS : MAX_OBJECTS)) return null
  const out: (Const | Obj | Unknown)[] = new Array(length + 1)
  for (let i = 0; i < length; i++) out[i] = values[i]!
  out[length] = b
  return makeSeveral(out)
}
/** Whether a value is among the alternatives already: found out without making anything, since most joins add nothing. */
function covers(a: Several, b: Const | Obj | Unknown): boolean {
  const values = a.values
  for (let i = 0; i < values.length; i++) {
    const w = values[i]!
    if (w === b) return true
    if (w.t !== b.t) continue
    if (b.t === 0) {
      if ((w as Const).v === b.v && (b.origins.length === 0 || (w as Const).origins.length > 0)) return true
    } else if (b.t === 2 && !b.pieces && !(w as Unknown).pieces && within(b, w as Unknown)) return true
  }
  return false
}
function coversAll(a: Several, b: Several): boolean {
  const had = a.values
  const { values } = b
  if (values.length > had.length) return false
  // What is written again is nearly always the same, in the same order.
  for (let i = 0; i < values.length; i++) if (had[i] !== values[i] && !covers(a, values[i]!)) return false
  return true
}
const within = (b: Unknown, w: Unknown): boolean => {
  for (let i = 0; i < b.origins.length; i++) if (!w.origins.includes(b.origins[i]!)) return false
  for (let i = 0; i < b.holds.length; i++) if (!w.holds.includes(b.holds[i]!)) return false
  return true
}
/** Two unknown values as one, with the origins of both. */
function merged(a: Unknown, b: Unknown): Unknown {
  const origins = mergeOrigins(a.origins, b.origins)
  const holds = mergeHolds(a.holds, b.holds)
  return origins === a.origins && holds.length === a.holds.length ? a : makeUnknown(origins, null, holds)
}
const samePieces = (a: Unknown, b: Unknown): boolean => {
  if (a.pieces === null || b.pieces === null || a.pieces.length !== b.pieces.length) return false
  for (let i = 0; i < a.pieces.length; i++) if (a.pieces[i] !== b.pieces[i]) return false
  return true
}

/** The value that is one of many; undefined for none. */
export function joinAll(values: readonly V[]): V | undefined {
  if (values.length < 2) return values[0]
  if (values.length === 2) return join(values[0]!, values[1]!)
  const first = values[0]!
  let same = true
  for (let i = 1; i < values.length && same; i++) same = values[i] === first
  if (same) return first
  const out = joiner.clear()
  if (first.t === 3) out.begin(first)
  else out.take(first)
  for (let i = 1; i < values.length; i++) out.take(values[i]!)
  return out.value()
}

/**
 * joinAll for what is read from one holder under one key. Tables are read again and again while nothing comes to them, and
 * comparing their parts is cheap beside joining them. Safe whatever was written meanwhile: the parts themselves are compared,
 * and what is joined depends on nothing else.
 */
export function gather(holder: Obj | Several, key: string, parts: readonly V[]): V | undefined {
  const { length } = parts
  if (length < 3) return joinAll(parts)
  const had = holder.gathered
  if (had !== null && had.key === key && had.parts.length === length) {
    let same = true
    for (let i = 0; i < length && same; i++) same = had.parts[i] === parts[i]
    if (same) return had.value
  }
  const value = joinAll(parts)!
  holder.gathered = { key, parts, value }
  return value
}

/** Gathers alternatives: constants by value, objects by identity, everything unknown in one with its origins. Nearly always there are only a few. */
class Joiner {
  private out: (Const | Obj | Unknown)[] = []
  private constants = 0
  private objects = 0
  private texts = 0
  private unknownAt = -1
  /** Where constants stand, once there are many. */
  private table: Map<Const['v'], number> | null = null
  /** True when an alternative was exchanged for a wider one. */
  replaced = false
  clear(): this {
    this.out = []
    this.constants = this.objects = this.texts = 0
    this.unknownAt = -1
    this.table = null
    this.replaced = false
    return this
  }
  get size(): number {
    return this.out.length
  }
  /** Starts from what was gathered before. */
  begin(v: Several): void {
    const out = v.values.slice()
    this.out = out
    for (let i = 0; i < out.length; i++) {
      const w = out[i]!
      if (w.t === 0) this.constants++
      else if (w.t === 1) this.objects++
      else if (w.pieces) this.texts++
      else this.unknownAt = i
    }
  }
  take(v: V): void {
    switch (v.t) {
      case 0:
        this.constant(v)
        return
      case 1:
        if (this.out.includes(v)) return
        if (++this.objects <= MAX_OBJECTS) this.out.push(v)
        else this.open(UNKNOWN)
        return
      case 2:
        if (v.pieces) this.partial(v)
        else this.open(v)
        return
      case 3:
        for (let i = 0; i < v.values.length; i++) this.take(v.values[i]!)
    }
  }
  private constant(v: Const): void {
    const { out } = this
    const x = v.v
    if (out.length > FEW) {
      // Tables have dozens of constants: they are looked up.
      const table = (this.table ??= tableOf(out))
      const at = table.get(x)
      if (at === undefined) {
        if (++this.constants > MAX_CONSTANTS) this.open(v.origins.length ? makeUnknown(v.origins) : UNKNOWN)
        else table.set(x, out.push(v) - 1)
      } else if (v.origins.length && !(out[at] as Const).origins.length) {
        out[at] = v
        this.replaced = true
      }
      return
    }
    for (let i = 0; i < out.length; i++) {
      const w = out[i]!
      if (w.t !== 0 || w.v !== x) continue
      if (v.origins.length && !w.origins.length) {
        out[i] = v
        this.replaced = true
      }
      return
    }
    if (++this.constants > MAX_CONSTANTS) this.open(v.origins.length ? makeUnknown(v.origins) : UNKNOWN)
    else out.push(v)
  }
  private partial(v: Unknown): void {
    const { out } = this
    const pieces = v.pieces!
    const { length } = pieces
    const last = pieces[length - 1]
    const middle = length >> 1
    for (let i = 0; i < out.length; i++) {
      const w = out[i]!
      if (w === v) return
      if (w.t !== 2) continue
      const had = w.pieces
      // Texts that differ mostly do so in their last or their middle piece.
      if (had !== null && had.length === length && had[length - 1] === last && had[middle] === pieces[middle] && samePieces(w, v)) return
    }
    if (++this.texts <= MAX_TEXTS) out.push(v)
    else this.open(makeUnknown(v.origins))
  }
  private open(v: Unknown): void {
    if (this.unknownAt < 0) {
      this.unknownAt = this.out.length
      this.out.push(v)
      return
    }
    const had = this.out[this.unknownAt] as Unknown
    if (had === v || within(v, had)) return
    const both = merged(had, v)
    if (both === had) return
    this.out[this.unknownAt] = both
    this.replaced = true
  }
  value(): V | undefined {
    // What was pushed to has room for more; what is kept has not.
    return this.out.length > 1 ? makeSeveral(this.out.slice()) : this.out[0]
  }
}

/** Joins do not nest: one joiner serves them all. */
const joiner = new Joiner()

/** So many alternatives are looked through one by one. */
const FEW = 12
function tableOf(values: readonly (Const | Obj | Unknown)[]): Map<Const['v'], number> {
  const table = new Map<Const['v'], number>()
  for (let i = 0; i < values.length; i++) {
    const w = values[i]!
    if (w.t === 0 && !table.has(w.v)) table.set(w.v, i)
  }
  return table
}

const mergeHolds = (a: readonly V[], b: readonly V[]): readonly V[] => (b.length ? [...a, ...b.filter((h) => !a.includes(h))] : a)
