/** Objects that went where we cannot look: members may be added to them there. */
import { alternatives, type Obj, type V } from './value.ts'

export class HandedOver {
  private readonly known = new WeakSet<Obj>()

  /** Notes that plain objects, and those in them, are given to something unknown. */
  note(args: readonly V[], depth = 1): void {
    for (let i = 0; i < args.length; i++)
      for (const w of alternatives(args[i]!)) {
        if (w.t !== 1 || w.kind !== 'object' || this.known.has(w)) continue
        this.known.add(w)
        if (depth > 0 && w.props !== null) this.note([...w.props.values()], depth - 1)
      }
  }
  has(o: Obj): boolean {
    return this.known.has(o)
  }
}
