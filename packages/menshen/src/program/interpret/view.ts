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

class View implements Value {
  readonly #m: Machine
  readonly #v: V
  #constants: (string | number | boolean | null | undefined)[] | null = null
  constructor(m: Machine, v: V) {
    this.#m = m
    this.#v = v
  }
  get constants(): readonly (string | number | boolean | null | undefined)[] {
    return (this.#constants ??= alternatives(this.#v).flatMap((w) => (w.t === 0 ? [w.v] : [])))
  }
  get open(): boolean {
    return alternatives(this.#v).some((w) => w.t !== 0)
  }
  get pieces(): readonly (readonly (string | null)[])[] {
    return alternatives(this.#v).flatMap((w) => (w.t === 2 && w.pieces ? [w.pieces] : []))
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
    let any = false
    for (const w of alternatives(this.#v)) if (w.t === 1 || w.t === 2) any = true
    if (!any) return undefined
    const v = this.#m.get(this.#v, name, NOWHERE)
    return v.t === 0 && v.v === undefined && v.file === '' ? undefined : viewOf(this.#m, v)
  }
  keys(): readonly string[] {
    const out = new Set<string>()
    for (const w of alternatives(this.#v)) if (w.t === 1 && w.props) for (const k of w.props.keys()) out.add(k)
    return [...out]
  }
  elements(): readonly Value[] {
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
