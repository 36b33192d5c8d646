/** JavaScript's operators over abstract values. Strings keep their known pieces. */
import { type Node, Op } from '../script/ir.ts'
import { join, joinAll } from './join.ts'
import type { Origin } from './types.ts'
import {
  alternatives,
  type Const,
  makeConst,
  makeUnknown,
  mergeOrigins,
  type Obj,
  originsOf,
  UNKNOWN,
  type Unknown,
  type V,
} from './value.ts'

/** Combinations of two values with several alternatives each that are told apart. */
const MAX_COMBINED = 64
const MAX_PIECES = 24
const LONGEST_TEXT = 20_000

/** Result of a binary operator that stands at a place. */
export function binary(a: V, op: string, b: V, file: string, start: number, end: number): V {
  if (a.t === 0 && b.t === 0) {
    const v = constant(a.v, op, b.v)
    if (v === undefined) return UNKNOWN
    const origins = a.origins.length || b.origins.length ? mergeOrigins(a.origins, b.origins) : a.origins
    // A constant that is put together keeps the place of the longer piece.
    if (typeof a.v === 'string' && typeof b.v === 'string' && a.file) {
      const keep = b.v.length > a.v.length && b.file ? b : a
      return makeConst(v, keep.file, keep.start, keep.end, origins)
    }
    return makeConst(v, file, start, end, origins)
  }
  if (op === '+' && (mayBeText(a) || mayBeText(b))) {
    if (a.t !== 3 && b.t !== 3) return added(a, b, file, start, end)
    const as = alternatives(a)
    const bs = alternatives(b)
    if (as.length * bs.length <= MAX_COMBINED) {
      const all: V[] = new Array(as.length * bs.length)
      let n = 0
      for (let i = 0; i < as.length; i++) for (let j = 0; j < bs.length; j++) all[n++] = added(as[i]!, bs[j]!, file, start, end)
      return joinAll(all)!
    }
  }
  if (a.t !== 2 && b.t !== 2 && (op === '===' || op === '==' || op === '!==' || op === '!=')) {
    if ((a.t === 1 && b.t === 0) || (a.t === 0 && b.t === 1)) return makeConst(op[0] === '!')
  }
  const from = a.t === 0 || a.t === 2 ? a.origins : originsOf(a, 1)
  const more = b.t === 0 || b.t === 2 ? b.origins : originsOf(b, 1)
  const origins = more.length === 0 ? from : mergeOrigins(from, more)
  return origins.length ? makeUnknown(origins) : UNKNOWN
}
function added(x: Const | Obj | Unknown, y: Const | Obj | Unknown, file: string, start: number, end: number): V {
  if (x.t === 0 && y.t === 0) return binary(x, '+', y, file, start, end)
  const out: (string | null)[] = []
  addPieces(out, x)
  addPieces(out, y)
  return composed(mergeOrigins(originsOf(x, 1), originsOf(y, 1)), out, [x, y])
}
/** A text known in part; its place is that of the longest part. */
export function composed(
  origins: readonly Origin[],
  known: readonly (string | null)[],
  parts: readonly (Const | Obj | Unknown)[],
): Unknown {
  const out = makeUnknown(origins, known.length > MAX_PIECES ? known.slice(0, MAX_PIECES) : known)
  let longest = 0
  for (let i = 0; i < parts.length; i++) {
    const v = parts[i]!
    if (v.t === 1) continue
    const at = v.t === 2 ? v.written : v.file === '' ? null : v
    if (at === null) continue
    const length = v.t === 0 ? String(v.v).length : knownLength(v.pieces)
    if (length <= longest) continue
    longest = length
    out.written = v.t === 0 ? { file: v.file, start: v.start, end: v.end } : at
  }
  return out
}
function knownLength(pieces: Unknown['pieces']): number {
  let length = 0
  if (pieces) for (let i = 0; i < pieces.length; i++) length += pieces[i]?.length ?? 0
  return length
}
function addPieces(out: (string | null)[], v: Const | Obj | Unknown): void {
  if (v.t === 0) addPiece(out, String(v.v))
  else if (v.t === 2 && v.pieces) for (let i = 0; i < v.pieces.length; i++) addPiece(out, v.pieces[i]!)
  else addPiece(out, null)
}
function addPiece(out: (string | null)[], s: string | null): void {
  const at = out.length - 1
  if (at >= 0) {
    const last = out[at]!
    if (s === null) {
      if (last === null) return
    } else if (last !== null) {
      out[at] = last + s
      return
    }
  }
  out.push(s)
}
const isText = (v: Const | Obj | Unknown): boolean => (v.t === 0 ? typeof v.v === 'string' : v.t === 2 && v.pieces !== null)
const mayBeText = (v: V): boolean => (v.t === 3 ? v.values.some(isText) : isText(v))

// biome-ignore lint/suspicious/noExplicitAny: JavaScript's own operators on its own constants
function constant(a: any, op: string, b: any): string | number | boolean | undefined {
  switch (op) {
    case '+': {
      const v = a + b
      return typeof v === 'string' && v.length > LONGEST_TEXT ? undefined : v
    }
    case '===':
      return a === b
    case '!==':
      return a !== b
    case '==':
      // biome-ignore lint/suspicious/noDoubleEquals: the program's own operator
      return a == b
    case '!=':
      // biome-ignore lint/suspicious/noDoubleEquals: the program's own operator
      return a != b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '%':
      return a % b
    case '<':
      return a < b
    case '>':
      return a > b
    case '<=':
      return a <= b
    case '>=':
      return a >= b
    case '**':
      return a ** b
    case '|':
      return a | b
    case '&':
      return a & b
    case '^':
      return a ^ b
    case '<<':
      return a << b
    case '>>':
      return a >> b
    case '>>>':
      return a >>> b
  }
  return undefined
}

/** `typeof` of a value; `n` is what was asked. */
export function typeOf(v: V, n: Node): V {
  if (n[0] === Op.Global && v === UNKNOWN) return UNKNOWN
  if (v.t !== 3) return typeOfOne(v)
  let out: V = typeOfOne(v.values[0]!)
  for (let i = 1; i < v.values.length; i++) out = join(out, typeOfOne(v.values[i]!))
  return out
}
function typeOfOne(w: Const | Obj | Unknown): V {
  if (w.t === 0) return makeConst(w.v === null ? 'object' : typeof w.v)
  if (w.t === 1) return makeConst(w.kind === 'function' || w.kind === 'class' || (w.kind === 'api' && w.api !== '') ? 'function' : 'object')
  return w.holds.length ? makeConst('function') : UNKNOWN
}
