/** Functions and the statement lists in them. */

import { expression } from './expressions.ts'
import { type Node, Op } from './ir.ts'
import type { Lowering } from './lowering.ts'
import { reference, target } from './patterns.ts'
import { declarePattern, declaresNames, FrameBuilder, hoist, NOTHING, Scope, type Tree } from './scope.ts'
import { statement } from './statements.ts'

/** Lowers a function and gives its index. */
export function fn(l: Lowering, n: Tree, scope: Scope, name: string): number {
  const frame = new FrameBuilder(scope.frame)
  const inner = new Scope(scope, frame)
  const index = l.functions.length
  l.functions.push(null as never)
  const named = n.type === 'FunctionExpression' && !!n.id
  if (named) inner.declare(n.id.name)
  const given = n.params as Tree[]
  for (let i = 0; i < given.length; i++) declarePattern(inner, given[i])
  const concise = n.body?.type !== 'BlockStatement'
  let params: readonly Node[] = NOTHING
  if (given.length > 0) {
    const from = l.begin()
    for (let i = 0; i < given.length; i++) l.add(target(l, given[i], inner, true))
    params = l.list(from)
  }
  let body: readonly Node[] = NOTHING
  if (n.body) body = concise ? [expression(l, n.body, inner)] : block(l, n.body.body, scopeOf(n.body.body, inner), inner, true)
  if (named) frame.hoist(0, index)
  l.functions[index] = {
    name,
    start: n.start,
    end: n.end,
    params,
    body,
    concise,
    arrow: n.type === 'ArrowFunctionExpression',
    async: !!n.async,
    generator: !!n.generator,
    slots: frame.slots,
    hoisted: frame.hoisted,
    mutable: frame.mutable,
    kept: null,
  }
  return index
}

/** A scope of its own for statements that declare names; the one around them for the others. */
const scopeOf = (body: readonly Tree[], scope: Scope): Scope => (declaresNames(body) ? new Scope(scope, scope.frame) : scope)

/** A list of statements. `whole`: that of a function or a module, whose scope gets what `var` declares in all the blocks within. */
export function block(l: Lowering, body: readonly Tree[], scope: Scope, fnScope: Scope, whole: boolean): readonly Node[] {
  hoist(body, scope, whole ? fnScope : null, l.depth)
  const from = l.begin()
  // Function declarations first, as the language has it.
  for (let i = 0; i < body.length; i++) {
    const s = body[i]
    const d = s?.type === 'ExportNamedDeclaration' || s?.type === 'ExportDefaultDeclaration' ? s.declaration : s
    if (d?.type !== 'FunctionDeclaration') continue
    const index = fn(l, d, scope, d.id?.name ?? 'default')
    if (d.id) scope.frame.hoist(scope.names!.get(d.id.name)!, index)
    if (s !== d)
      l.add([
        Op.Export,
        s.start,
        s.end,
        s.type === 'ExportDefaultDeclaration' ? 'default' : d.id.name,
        d.id ? reference(l, d.id, scope) : [Op.Func, d.start, d.end, index],
      ])
  }
  for (let i = 0; i < body.length; i++) statement(l, body[i], scope, fnScope)
  return l.list(from)
}
/** The body of a branch or a loop: a block, or one statement. */
export function nested(l: Lowering, s: Tree, scope: Scope, fnScope: Scope): readonly Node[] {
  if (!s) return NOTHING
  if (s.type === 'BlockStatement') return block(l, s.body, scopeOf(s.body, scope), fnScope, false)
  const from = l.begin()
  statement(l, s, scope, fnScope)
  return l.list(from)
}
