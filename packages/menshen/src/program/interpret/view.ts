/** Values as rules see them. */
import type { Span } from '../types.ts'
import type { Machine } from './machine.ts'
import { NOWHERE } from './machine.ts'
import type { Origin, Value } from './types.ts'
import { alternatives, isFunction, originsOf, type V } from './value.ts'

const views = new WeakMap<object, Value>()

export function viewOf(m: Machine, v: V): Value {
  let view = views.get(v)
  if (!view) views.set(v, (view = new View(m, v)))
  return view
}

const NONE: readonly never[] = []

/** Asked by every rule for everything that is shown or passed: what usually stands for one constant allocates nothing. */
class View implements Value {
  readonly #m: Machine
  readonly #v: V
  #constants: readonly (string | number | boolean | null | undefined)[] | null = null
  constructor(m: Machine, v: V) {
    this.#m = m
    this.#v = v
  }
  get constants(): readonly (string | number | boolean | null | undefined)[] {
    return (this.#constants ??= constantsOf(this.#v))
  }
  get open(): boolean {
    const v = this.#v
    return v.t === 3 ? v.values.some((w) => w.t !== 0) : v.t !== 0
  }
  get pieces(): readonly (readonly (string | null)[])[] {
    const v = this.#v
    if (v.t === 2) return v.pieces ? [v.pieces] : NONE
    return v.t === 3 && v.values.some(isComposed) ? v.values.flatMap((w) => (w.t === 2 && w.pieces ? [w.pieces] : [])) : NONE
  }
  get piecesAt(): readonly (Span | null)[] {
    return alternatives(this.#v).flatMap((w) => (w.t === 2 && w.pieces ? [w.written] : []))
  }
  get origins(): readonly Origin[] {
    return originsOf(this.#v, 4)
  }
  get at(): Span | null {
    const first = alternatives(this.#v).find((w) => (w.t === 0 || w.t === 1) && w.file !== '')
    return first && first.t !== 2 ? { file: first.file, start: first.start, end: first.end } : null
  }
  get places(): readonly { readonly constant: string | number | boolean | null | undefined; readonly at: Span }[] {
    return alternatives(this.#v).flatMap((w) =>
      w.t === 0 && w.file !== '' ? [{ constant: w.v, at: { file: w.file, start: w.start, end: w.end } }] : [],
    )
  }
  get(name: string): Value | undefined {
    const own = this.#v
    if (own.t === 3 ? own.values.every((w) => w.t === 0) : own.t === 0) return undefined
    const v = this.#m.get(own, name, NOWHERE)
    return v.t === 0 && v.v === undefined && v.file === '' ? undefined : viewOf(this.#m, v)
  }
  keys(): readonly string[] {
    const v = this.#v
    if (v.t === 0 || v.t === 2) return NONE
    if (v.t === 1) return v.props ? [...v.props.keys()] : NONE
    const out = new Set<string>()
    for (const w of alternatives(this.#v)) if (w.t === 1 && w.props) for (const k of w.props.keys()) out.add(k)
    return [...out]
  }
  elements(): readonly Value[] {
    if (this.#v.t === 0 || this.#v.t === 2) return NONE
    const out: Value[] = []
    for (const w of alternatives(this.#v)) {
      if (w.t !== 1) continue
      if (w.items) for (const i of w.items) out.push(viewOf(this.#m, i))
      if (w.any) for (const i of alternatives(w.any)) out.push(viewOf(this.#m, i))
    }
    return out
  }
  get isFunction(): boolean {
    return isFunction(this.#v)
  }
}

const isComposed = (w: V): boolean => w.t === 2 && w.pieces !== null
const constantsOf = (v: V): readonly (string | number | boolean | null | undefined)[] => {
  if (v.t === 0) return [v.v]
  if (v.t !== 3) return NONE
  const out: (string | number | boolean | null | undefined)[] = []
  for (let i = 0; i < v.values.length; i++) {
    const w = v.values[i]!
    if (w.t === 0) out.push(w.v)
  }
  return out
}
