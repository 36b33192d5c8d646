/**
 * Texts put together from several fields of one thing. Where the thing may be one of several, its fields belong together:
 * a scheme goes with the host of the same setting, and not with that of every other one.
 */
import { type Node, Op } from '../script/ir.ts'
import { evaluate } from './evaluate.ts'
import { joinAll } from './join.ts'
import type { Machine } from './machine.ts'
import { frameAt } from './statement.ts'
import type { Frame, Several, V } from './value.ts'

/** Of how many things at most each is looked at by itself. */
const MOST = 8
/** What a text is made of: which name is read for two fields or more; null where there is none, or where reading does more than read. */
const bases = new WeakMap<Node, Node | null>()
const baseOf = (n: Node): Node | null => {
  let base = bases.get(n)
  if (base === undefined) bases.set(n, (base = findBase(n)))
  return base
}
function findBase(n: Node): Node | null {
  const fields = new Map<string, { readonly name: Node; readonly of: Set<string> }>()
  return reads(n, fields) ? ([...fields.values()].find(({ of }) => of.size > 1)?.name ?? null) : null
}
function reads(n: Node, fields: Map<string, { readonly name: Node; readonly of: Set<string> }>): boolean {
  switch (n[0]) {
    case Op.Const:
    case Op.Var:
      return true
    case Op.Binary:
      return n[3] === '+' && reads(n[4], fields) && reads(n[5], fields)
    case Op.Template:
      return (n[4] as readonly Node[]).every((one) => reads(one, fields))
    case Op.Member: {
      const name = n[3] as Node
      if (name[0] !== Op.Var) return false
      const key = `${name[3]}:${name[4]}`
      const field = fields.get(key)
      if (field) field.of.add(n[4])
      else fields.set(key, { name, of: new Set([n[4]]) })
      return true
    }
  }
  return false
}

/** The value of a text that came out as one of several, with the fields of each thing kept together. */
export function paired(m: Machine, n: Node, f: Frame, loose: Several): V {
  const base = baseOf(n)
  if (base === null) return loose
  const { vars } = base[3] === 0 ? f : frameAt(f, base[3])
  const held = vars[base[4]]
  if (held?.t !== 3 || held.values.length > MOST) return loose
  const things = held.values.filter(({ t }) => t === 1)
  // Whatever is not known as a thing leaves no text; with fewer than two there is nothing to keep apart.
  if (things.length < 2 || held.values.some(({ t }) => t === 2)) return loose
  const texts: V[] = []
  for (const thing of things) {
    vars[base[4]] = thing
    texts.push(evaluate(m, n, f))
  }
  vars[base[4]] = held
  return joinAll(texts) ?? loose
}
