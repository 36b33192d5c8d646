/** References to names, and the patterns that bind or write them. */

import { expression } from './expressions.ts'
import { type Node, Op } from './ir.ts'
import { type Lowering, NAMESPACES } from './lowering.ts'
import { Found, found, lookup, type Scope, type Tree } from './scope.ts'

/** What a name stands for; a write to it is counted. */
export function reference(l: Lowering, n: Tree, scope: Scope, isWrite = false): Node {
  switch (lookup(scope, n.name)) {
    case Found.variable:
      if (isWrite) found.frame!.wrote(found.slot)
      return found.frame!.unsettled?.has(found.slot)
        ? [Op.Var, n.start, n.end, found.hops, found.slot, true]
        : [Op.Var, n.start, n.end, found.hops, found.slot]
    case Found.imported:
      return [Op.Imported, n.start, n.end, found.imported![0], found.imported![1]]
  }
  if (n.name === 'undefined') return [Op.Const, n.start, n.end]
  if (NAMESPACES.has(n.name)) l.mention(n.name, '', n, false, false)
  return [Op.Global, n.start, n.end, n.name]
}

export function target(l: Lowering, p: Tree, scope: Scope, isWrite: boolean): Node {
  switch (p?.type) {
    case 'Identifier':
      return reference(l, p, scope, isWrite)
    case 'MemberExpression': {
      const name = namespaceMember(p, scope)
      if (name === null) return expression(l, p, scope)
      l.mention(p.object.name, name, p, false, true)
      return namespaceNode(p, name)
    }
    case 'ObjectPattern':
      return [
        Op.ObjectPattern,
        p.start,
        p.end,
        p.properties.map((q: Tree) =>
          q.type === 'RestElement'
            ? [2, null, target(l, q.argument, scope, isWrite)]
            : q.computed
              ? [1, expression(l, q.key, scope), target(l, q.value, scope, isWrite)]
              : [0, keyName(q.key), target(l, q.value, scope, isWrite)],
        ),
        null,
      ]
    case 'ArrayPattern': {
      const from = l.begin()
      for (let i = 0; i < p.elements.length; i++) l.add(p.elements[i] ? target(l, p.elements[i], scope, isWrite) : null)
      return [Op.ArrayPattern, p.start, p.end, l.list(from), null]
    }
    case 'AssignmentPattern':
      return [Op.Default, p.start, p.end, target(l, p.left, scope, isWrite), expression(l, p.right, scope)]
    case 'RestElement':
      return [Op.Rest, p.start, p.end, target(l, p.argument, scope, isWrite)]
    case 'TSParameterProperty':
      return target(l, p.parameter, scope, isWrite)
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      return target(l, p.expression, scope, isWrite)
  }
  return [Op.Opaque, p?.start ?? 0, p?.end ?? 0]
}

export const keyName = (k: Tree): string => (k.type === 'Identifier' || k.type === 'PrivateIdentifier' ? k.name : String(k.value))
/** The name of a member as far as it is written out. */
export const memberName = (n: Tree): string | null =>
  !n.computed ? n.property.name : n.property.type === 'Literal' && typeof n.property.value === 'string' ? n.property.value : null

/** The name under which a member of a platform's namespace is used; null for other members. */
export function namespaceMember(n: Tree, scope: Scope): string | null {
  const { object } = n
  if (object.type !== 'Identifier' || object.name.length > 4 || !NAMESPACES.has(object.name)) return null
  return lookup(scope, object.name) === Found.nowhere ? memberName(n) : null
}
export const namespaceNode = (n: Tree, name: string): Node => [
  Op.Member,
  n.start,
  n.end,
  [Op.Global, n.object.start, n.object.end, n.object.name],
  name,
  n.property.start,
  null,
]
