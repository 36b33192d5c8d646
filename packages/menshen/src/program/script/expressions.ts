/** Expressions. */
import { fn } from './functions.ts'
import { type Node, Op } from './ir.ts'
import type { Lowering } from './lowering.ts'
import { keyName, memberName, namespaceMember, namespaceNode, reference, target } from './patterns.ts'
import { Found, lookup, MAX_DEPTH, NOTHING, type Scope, type Tree } from './scope.ts'

/** Lowers an expression; `name` is what a function that stands there is called. */
export function expression(l: Lowering, n: Tree, scope: Scope, name = ''): Node {
  if (!n) return [Op.Opaque, 0, 0]
  if (++l.depth > MAX_DEPTH) {
    l.depth--
    return [Op.Opaque, n.start, n.end]
  }
  const out = lowered(l, n, scope, name)
  l.depth--
  return out
}
function lowered(l: Lowering, n: Tree, scope: Scope, name: string): Node {
  // What is met most comes first: types are compared one after the other.
  switch (n.type) {
    case 'Identifier':
      return reference(l, n, scope)
    case 'MemberExpression':
      return member(l, n, scope)
    case 'Literal':
      if (typeof n.value === 'string') l.noteString(n.value, n)
      if (n.regex) return [Op.Regex, n.start, n.end, n.regex.pattern, n.regex.flags]
      return [Op.Const, n.start, n.end, typeof n.value === 'bigint' ? Number(n.value) : n.value, null]
    case 'CallExpression':
      return call(l, n, scope)
    case 'ThisExpression':
      return [Op.This, n.start, n.end]
    case 'AssignmentExpression': {
      const { left } = n
      const to = target(l, left, scope, true)
      const called =
        n.operator !== '=' ? '' : left.type === 'Identifier' ? left.name : left.type === 'MemberExpression' ? (memberName(left) ?? '') : ''
      return [Op.Assign, n.start, n.end, n.operator, to, expression(l, n.right, scope, called)]
    }
    case 'BinaryExpression':
      return binaryChain(l, n, scope)
    case 'ObjectExpression':
      return [Op.Object, n.start, n.end, n.properties.length === 0 ? NOTHING : n.properties.map((p: Tree) => property(l, p, scope)), null]
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return [Op.Func, n.start, n.end, fn(l, n, scope, n.id?.name ?? name)]
    case 'ArrowFunctionExpression':
      return [Op.Func, n.start, n.end, fn(l, n, scope, name)]
    case 'UnaryExpression':
      return [Op.Unary, n.start, n.end, n.operator, expression(l, n.argument, scope), null]
    case 'LogicalExpression':
      return [Op.Logical, n.start, n.end, n.operator, expression(l, n.left, scope), expression(l, n.right, scope)]
    case 'ConditionalExpression':
      return [Op.Cond, n.start, n.end, expression(l, n.test, scope), expression(l, n.consequent, scope), expression(l, n.alternate, scope)]
    case 'ArrayExpression':
      return [Op.Array, n.start, n.end, list(l, n.elements, scope), null]
    case 'SequenceExpression':
      return [Op.Seq, n.start, n.end, list(l, n.expressions, scope)]
    case 'NewExpression':
      if (n.callee.type === 'Identifier' && n.callee.name === 'Function' && lookup(scope, 'Function') === Found.nowhere)
        l.dynamicCode.push({ kind: 'function-constructor', start: n.start, end: n.end, constant: constantOf(n.arguments.at(-1)) })
      return [Op.New, n.start, n.end, expression(l, n.callee, scope), list(l, n.arguments, scope), null]
    case 'UpdateExpression':
      return [Op.Update, n.start, n.end, target(l, n.argument, scope, true)]
    case 'TemplateLiteral':
      return template(l, n, scope)
    case 'AwaitExpression':
      return [Op.Await, n.start, n.end, expression(l, n.argument, scope)]
    case 'YieldExpression':
      return [Op.Yield, n.start, n.end, n.argument ? expression(l, n.argument, scope) : null]
    case 'ClassExpression':
      return classOf(l, n, scope, n.id?.name ?? name)
    case 'TaggedTemplateExpression':
      return [Op.Tagged, n.start, n.end, expression(l, n.tag, scope), texts(n.quasi), list(l, n.quasi.expressions, scope)]
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
    case 'TSInstantiationExpression':
      return expression(l, n.expression, scope, name)
    case 'ImportExpression':
      if (n.source.type === 'Literal')
        return [Op.DynamicImport, n.start, n.end, [Op.Imported, n.start, n.end, l.specifier(n.source, 'dynamic'), '*']]
      return [Op.DynamicImport, n.start, n.end, expression(l, n.source, scope)]
    case 'ObjectPattern':
    case 'ArrayPattern':
      return target(l, n, scope, false)
    default:
      return [Op.Opaque, n.start ?? 0, n.end ?? 0]
  }
}

/** Arguments, elements and the like; holes are null. */
function list(l: Lowering, nodes: readonly Tree[], scope: Scope, first = 0): readonly Node[] {
  const from = l.begin()
  for (let i = first; i < nodes.length; i++) {
    const n = nodes[i]
    l.add(!n ? null : n.type === 'SpreadElement' ? [Op.Spread, n.start, n.end, expression(l, n.argument, scope)] : expression(l, n, scope))
  }
  return l.list(from)
}
const texts = (quasi: Tree): string[] => quasi.quasis.map((q: Tree) => q.value.cooked ?? '')

function template(l: Lowering, n: Tree, scope: Scope): Node {
  const head = n.quasis[0].value.cooked ?? ''
  if (n.quasis.length === 1) {
    l.noteString(head, n)
    return [Op.Const, n.start, n.end, head, null]
  }
  if (/^(?:https?|wss?):/.test(head)) l.strings.push([head, n.start, n.end])
  return [Op.Template, n.start, n.end, texts(n), list(l, n.expressions, scope)]
}
function property(l: Lowering, p: Tree, scope: Scope): Node {
  if (p.type === 'SpreadElement') return [2, null, expression(l, p.argument, scope)]
  if (p.computed) return [p.kind === 'init' ? 1 : 4, expression(l, p.key, scope), expression(l, p.value, scope)]
  const key = keyName(p.key)
  l.noteName(key)
  return [p.kind === 'init' ? 0 : 3, key, expression(l, p.value, scope, key), p.key.start, p.key.end]
}
function member(l: Lowering, n: Tree, scope: Scope): Node {
  const ofNamespace = namespaceMember(n, scope)
  if (ofNamespace !== null) {
    l.mention(n.object.name, ofNamespace, n, false, false)
    return namespaceNode(n, ofNamespace)
  }
  const object: Node = n.object.type === 'Super' ? [Op.Super, n.object.start, n.object.end] : expression(l, n.object, scope)
  const key = memberName(n)
  return key !== null
    ? [Op.Member, n.start, n.end, object, key, n.property.start, null]
    : [Op.Index, n.start, n.end, object, expression(l, n.property, scope), null]
}

function call(l: Lowering, n: Tree, scope: Scope): Node {
  const c = n.callee
  if (c.type === 'Identifier' && MEANS_SOMETHING.has(c.name) && lookup(scope, c.name) === Found.nowhere) {
    const first = n.arguments[0]
    if (c.name === 'require' && first?.type === 'Literal' && typeof first.value === 'string') {
      const required: Node = [Op.Imported, n.start, n.end, l.specifier(first, 'require'), '*require']
      // require(path, ok, fail): the asynchronous form across subpackages
      return n.arguments.length > 1
        ? [Op.Call, n.start, n.end, [Op.Global, c.start, c.end, 'require'], [required, ...list(l, n.arguments, scope, 1)], null]
        : required
    }
    if (c.name === 'eval') l.dynamicCode.push({ kind: 'eval', start: n.start, end: n.end, constant: constantOf(first) })
    if (c.name === 'Function')
      l.dynamicCode.push({ kind: 'function-constructor', start: n.start, end: n.end, constant: constantOf(n.arguments.at(-1)) })
    if (
      (c.name === 'setTimeout' || c.name === 'setInterval') &&
      (first?.type === 'Literal' || first?.type === 'TemplateLiteral') &&
      typeof (first.value ?? '') === 'string'
    )
      l.dynamicCode.push({ kind: 'string-timer', start: n.start, end: n.end, constant: constantOf(first) })
  }
  let callee: Node
  const ofNamespace = c.type === 'MemberExpression' ? namespaceMember(c, scope) : null
  if (ofNamespace !== null) {
    l.mention(c.object.name, ofNamespace, c, true, false)
    callee = namespaceNode(c, ofNamespace)
  } else callee = c.type === 'Super' ? [Op.Super, c.start, c.end] : expression(l, c, scope)
  return [Op.Call, n.start, n.end, callee, list(l, n.arguments, scope), null]
}
/** Functions whose call says something by itself. */
const MEANS_SOMETHING: ReadonlySet<string> = new Set(['require', 'eval', 'Function', 'setTimeout', 'setInterval'])
const constantOf = (n: Tree): string | null =>
  n?.type === 'Literal' && typeof n.value === 'string'
    ? n.value
    : n?.type === 'TemplateLiteral' && n.quasis.length === 1
      ? n.quasis[0].value.cooked
      : null

export function classOf(l: Lowering, n: Tree, scope: Scope, name: string): Node {
  const methods: Node[] = []
  let maker = -1
  for (const m of n.body.body) {
    if (m.type === 'MethodDefinition' && m.kind === 'constructor') {
      if (m.value?.body) maker = fn(l, m.value, scope, name)
      continue
    }
    if (m.type === 'MethodDefinition' && m.value?.body)
      methods.push([
        m.computed ? expression(l, m.key, scope) : keyName(m.key),
        m.computed,
        [Op.Func, m.value.start, m.value.end, fn(l, m.value, scope, m.computed ? '' : keyName(m.key))],
        m.static,
        m.kind === 'get' ? 2 : 1,
      ])
    else if (m.type === 'PropertyDefinition')
      methods.push([
        m.computed ? expression(l, m.key, scope) : keyName(m.key),
        m.computed,
        m.value ? expression(l, m.value, scope, m.computed ? '' : keyName(m.key)) : [Op.Const, m.start, m.end],
        m.static,
        0,
      ])
  }
  return [Op.Class, n.start, n.end, n.superClass ? expression(l, n.superClass, scope) : null, maker, methods, name]
}

/** Long `a + b + c + …` chains are flattened by a loop: minified tables nest thousands deep. */
function binaryChain(l: Lowering, n: Tree, scope: Scope): Node {
  const { left } = n
  if (left.type !== 'BinaryExpression')
    return [Op.Binary, n.start, n.end, n.operator, expression(l, left, scope), expression(l, n.right, scope), null]
  const chain: Tree[] = []
  let innermost = n
  while (innermost.type === 'BinaryExpression' && chain.length < LONGEST_CHAIN) {
    chain.push(innermost)
    innermost = innermost.left
  }
  let out = expression(l, innermost, scope)
  for (let i = chain.length - 1; i >= 0; i--) {
    const b = chain[i]
    out = [Op.Binary, b.start, b.end, b.operator, out, expression(l, b.right, scope), null]
  }
  return out
}
const LONGEST_CHAIN = 20_000
