/** ESTree -> intermediate form: one walk that resolves names to slots and gathers the facts that need no evaluation. */
import { type DynamicCode, type Fn, type Mention, type Node, Op, type ScriptFacts } from './ir.ts'

// biome-ignore lint/suspicious/noExplicitAny: ESTree with TypeScript nodes, dispatched on `type`
type Tree = any

const NAMESPACES = new Set(['wx', 'tt', 'uni', 'qq', 'my', 'swan', 'dd', 'ks', 'xhs', 'jd'])
const NODE_TYPES = new Set([
  'CallExpression',
  'MemberExpression',
  'BinaryExpression',
  'AssignmentExpression',
  'FunctionExpression',
  'FunctionDeclaration',
  'VariableDeclaration',
  'VariableDeclarator',
  'IfStatement',
  'ForStatement',
  'WhileStatement',
  'DoWhileStatement',
  'ReturnStatement',
  'BlockStatement',
  'ExpressionStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'UnaryExpression',
  'UpdateExpression',
  'NewExpression',
  'ThisExpression',
  'ArrayExpression',
  'ObjectExpression',
  'SwitchStatement',
  'TryStatement',
  'ThrowStatement',
  'ForInStatement',
  'BreakStatement',
  'ContinueStatement',
  'SequenceExpression',
])
/** Strings worth keeping with their place although nothing evaluates them. */
const NOTABLE = /^(?:https?:|wss?:|\/?[\w-]+\/[\w/-]+$|\/\/[\w-]+\.)|^[0-9a-f]{32}$|^[A-Za-z0-9_\-+/=]{20,}$/i
const MAX_DEPTH = 400

class Scope {
  readonly names = new Map<string, number>()
  readonly parent: Scope | null
  readonly frame: FrameBuilder
  constructor(parent: Scope | null, frame: FrameBuilder) {
    this.parent = parent
    this.frame = frame
  }
}

/** One activation record at run time: a function, a module, or the body of a loop that declares its own names. */
class FrameBuilder {
  readonly parent: FrameBuilder | null
  slots = 0
  hoisted: [number, number][] = []
  writes: number[] = []
  constructor(parent: FrameBuilder | null) {
    this.parent = parent
  }
}

export function lower(program: Tree): Omit<ScriptFacts, 'version' | 'errors'> {
  const functions: Fn[] = []
  const specifiers: { source: string; start: number; end: number; kind: 'import' | 'require' | 'dynamic' }[] = []
  const mentions: Mention[] = []
  const dynamicCode: DynamicCode[] = []
  const strings: [string, number, number][] = []
  const imported = new Map<Scope, Map<string, [number, string]>>()
  let nodeTypeNames = 0
  let esm = false
  let depth = 0

  const specifier = (node: Tree, kind: 'import' | 'require' | 'dynamic'): number => {
    specifiers.push({ source: String(node.value), start: node.start, end: node.end, kind })
    return specifiers.length - 1
  }

  // ---- declarations ------------------------------------------------------------------------------------------
  const declare = (scope: Scope, name: string): number => {
    const had = scope.names.get(name)
    if (had !== undefined) return had
    const slot = scope.frame.slots++
    scope.frame.writes.push(0)
    scope.names.set(name, slot)
    return slot
  }
  const declarePattern = (scope: Scope, p: Tree): void => {
    if (!p) return
    switch (p.type) {
      case 'Identifier':
        declare(scope, p.name)
        return
      case 'ObjectPattern':
        for (const q of p.properties) declarePattern(scope, q.type === 'RestElement' ? q.argument : q.value)
        return
      case 'ArrayPattern':
        for (const q of p.elements) declarePattern(scope, q)
        return
      case 'AssignmentPattern':
        declarePattern(scope, p.left)
        return
      case 'RestElement':
        declarePattern(scope, p.argument)
        return
      case 'TSParameterProperty':
        declarePattern(scope, p.parameter)
    }
  }
  /** Block-level names of a statement list; `var` goes to the function's scope. */
  const hoist = (body: Tree[], scope: Scope, fnScope: Scope): void => {
    for (const s of body) {
      switch (s?.type) {
        case 'VariableDeclaration':
          if (s.kind !== 'var') for (const d of s.declarations) declarePattern(scope, d.id)
          else hoistVar(s, fnScope)
          break
        case 'FunctionDeclaration':
          if (s.id) declare(scope, s.id.name)
          break
        case 'ClassDeclaration':
        case 'TSEnumDeclaration':
          if (s.id) declare(scope, s.id.name)
          break
        case 'ExportNamedDeclaration':
        case 'ExportDefaultDeclaration':
          if (s.declaration) hoist([s.declaration], scope, fnScope)
          break
        default:
          hoistVar(s, fnScope)
      }
    }
  }
  const hoistVar = (s: Tree, scope: Scope): void => {
    if (!s || depth > MAX_DEPTH) return
    depth++
    switch (s.type) {
      case 'VariableDeclaration':
        if (s.kind === 'var') for (const d of s.declarations) declarePattern(scope, d.id)
        break
      case 'IfStatement':
        hoistVar(s.consequent, scope)
        hoistVar(s.alternate, scope)
        break
      case 'ForStatement':
        hoistVar(s.init, scope)
        hoistVar(s.body, scope)
        break
      case 'ForInStatement':
      case 'ForOfStatement':
        hoistVar(s.left, scope)
        hoistVar(s.body, scope)
        break
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'LabeledStatement':
        hoistVar(s.body, scope)
        break
      case 'BlockStatement':
        for (const x of s.body) hoistVar(x, scope)
        break
      case 'TryStatement':
        hoistVar(s.block, scope)
        hoistVar(s.handler?.body, scope)
        hoistVar(s.finalizer, scope)
        break
      case 'SwitchStatement':
        for (const c of s.cases) for (const x of c.consequent) hoistVar(x, scope)
        break
      case 'ExportNamedDeclaration':
        hoistVar(s.declaration, scope)
    }
    depth--
  }

  // ---- references --------------------------------------------------------------------------------------------
  const lookup = (scope: Scope, name: string): { hops: number; slot: number; frame: FrameBuilder } | [number, string] | null => {
    let hops = 0
    for (let s: Scope | null = scope; s; s = s.parent) {
      const slot = s.names.get(name)
      if (slot !== undefined) return { hops, slot, frame: s.frame }
      const module = imported.get(s)?.get(name)
      if (module) return module
      if (s.parent && s.parent.frame !== s.frame) hops++
    }
    return null
  }
  const reference = (n: Tree, scope: Scope): Node => {
    const found = lookup(scope, n.name)
    if (!found) {
      if (n.name === 'undefined') return [Op.Const, n.start, n.end]
      if (NAMESPACES.has(n.name)) mentions.push({ ns: n.name, api: '', start: n.start, end: n.end, called: false, assigned: false })
      return [Op.Global, n.start, n.end, n.name]
    }
    if (Array.isArray(found)) return [Op.Imported, n.start, n.end, found[0], found[1]]
    return [Op.Var, n.start, n.end, found.hops, found.slot]
  }
  const target = (p: Tree, scope: Scope, isWrite: boolean): Node => {
    switch (p?.type) {
      case 'Identifier': {
        const found = lookup(scope, p.name)
        if (isWrite && found && !Array.isArray(found)) found.frame.writes[found.slot] = (found.frame.writes[found.slot] ?? 0) + 1
        return reference(p, scope)
      }
      case 'ObjectPattern':
        return [
          Op.ObjectPattern,
          p.start,
          p.end,
          p.properties.map((q: Tree) =>
            q.type === 'RestElement'
              ? [2, null, target(q.argument, scope, isWrite)]
              : q.computed
                ? [1, expr(q.key, scope), target(q.value, scope, isWrite)]
                : [0, keyName(q.key), target(q.value, scope, isWrite)],
          ),
          null,
        ]
      case 'ArrayPattern':
        return [Op.ArrayPattern, p.start, p.end, p.elements.map((q: Tree) => (q ? target(q, scope, isWrite) : null)), null]
      case 'AssignmentPattern':
        return [Op.Default, p.start, p.end, target(p.left, scope, isWrite), expr(p.right, scope)]
      case 'RestElement':
        return [Op.Rest, p.start, p.end, target(p.argument, scope, isWrite)]
      case 'TSParameterProperty':
        return target(p.parameter, scope, isWrite)
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSSatisfiesExpression':
        return target(p.expression, scope, isWrite)
      case 'MemberExpression': {
        if (p.object.type === 'Identifier' && NAMESPACES.has(p.object.name) && !lookup(scope, p.object.name)) {
          const name = memberName(p)
          if (name !== null) {
            mentions.push({ ns: p.object.name, api: name, start: p.start, end: p.end, called: false, assigned: true })
            return [Op.Member, p.start, p.end, [Op.Global, p.object.start, p.object.end, p.object.name], name, p.property.start, null]
          }
        }
        return expr(p, scope)
      }
    }
    return [Op.Opaque, p?.start ?? 0, p?.end ?? 0]
  }
  const keyName = (k: Tree): string => (k.type === 'Identifier' || k.type === 'PrivateIdentifier' ? k.name : String(k.value))
  const memberName = (n: Tree): string | null =>
    !n.computed ? n.property.name : n.property.type === 'Literal' && typeof n.property.value === 'string' ? n.property.value : null

  const noteString = (value: string, n: Tree): void => {
    if (value.length >= 8 && value.length < 4000 && NOTABLE.test(value)) strings.push([value, n.start, n.end])
    if (NODE_TYPES.has(value)) nodeTypeNames++
  }

  // ---- functions ---------------------------------------------------------------------------------------------
  const fn = (n: Tree, scope: Scope, name: string): number => {
    const frame = new FrameBuilder(scope.frame)
    const inner = new Scope(scope, frame)
    const index = functions.length
    functions.push(null as unknown as Fn)
    if (n.type === 'FunctionExpression' && n.id) declare(inner, n.id.name)
    const selfSlot = n.type === 'FunctionExpression' && n.id ? 0 : -1
    for (const p of n.params) declarePattern(inner, p)
    const concise = n.body?.type !== 'BlockStatement'
    const params = n.params.map((p: Tree) => target(p, inner, true))
    let body: Node[]
    if (!n.body) body = []
    else if (concise) body = [expr(n.body, inner)]
    else body = block(n.body.body, new Scope(inner, frame), inner)
    if (selfSlot === 0) frame.hoisted.push([0, index])
    functions[index] = {
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
      mutable: mutableSlots(frame),
      kept: null,
    }
    return index
  }
  const mutableSlots = (frame: FrameBuilder): number[] => frame.writes.flatMap((w, i) => (w > 1 ? [i] : []))

  const block = (body: Tree[], scope: Scope, fnScope: Scope): Node[] => {
    hoist(body, scope, fnScope)
    const out: Node[] = []
    // Function declarations first, as the language has it.
    for (const s of body) {
      const d = s?.type === 'ExportNamedDeclaration' || s?.type === 'ExportDefaultDeclaration' ? s.declaration : s
      if (d?.type === 'FunctionDeclaration') {
        const index = fn(d, scope, d.id?.name ?? 'default')
        if (d.id) scope.frame.hoisted.push([scope.names.get(d.id.name)!, index])
        if (s !== d)
          out.push([
            Op.Export,
            s.start,
            s.end,
            s.type === 'ExportDefaultDeclaration' ? 'default' : d.id.name,
            d.id ? reference(d.id, scope) : [Op.Func, d.start, d.end, index],
          ])
      }
    }
    for (const s of body) statement(s, scope, fnScope, out)
    return out
  }

  // ---- statements --------------------------------------------------------------------------------------------
  const nested = (s: Tree, scope: Scope, fnScope: Scope): Node[] => {
    if (!s) return []
    if (s.type === 'BlockStatement') return block(s.body, new Scope(scope, scope.frame), fnScope)
    const out: Node[] = []
    statement(s, scope, fnScope, out)
    return out
  }
  /** A loop body gets a frame of its own when it declares names, so that closures made in it keep theirs apart. */
  const loopBody = (
    left: Tree,
    body: Tree,
    scope: Scope,
    fnScope: Scope,
  ): { bind: Node | null; body: Node[]; slots: number; hoisted: [number, number][] } => {
    const own = left?.type === 'VariableDeclaration' && left.kind !== 'var'
    const inner = own ? new Scope(scope, new FrameBuilder(scope.frame)) : scope
    if (own) for (const d of left.declarations) declarePattern(inner, d.id)
    const bind = left ? target(left.type === 'VariableDeclaration' ? left.declarations[0].id : left, inner, true) : null
    const lowered = nested(body, own ? new Scope(inner, inner.frame) : inner, fnScope)
    return { bind, body: lowered, slots: own ? inner.frame.slots : -1, hoisted: own ? inner.frame.hoisted : [] }
  }
  const variable = (s: Tree, scope: Scope, out: Node[], exported: boolean): void => {
    if (s.declare) return
    for (const d of s.declarations) {
      const name = d.id.type === 'Identifier' ? d.id.name : ''
      const value = d.init ? expr(d.init, scope, name) : null
      if (value || s.kind !== 'var') out.push([Op.Declare, d.start, d.end, target(d.id, scope, !!value), value])
      if (exported) for (const id of boundNames(d.id)) out.push([Op.Export, d.start, d.end, id.name, reference(id, scope)])
    }
  }
  const boundNames = (p: Tree): Tree[] => {
    switch (p?.type) {
      case 'Identifier':
        return [p]
      case 'ObjectPattern':
        return p.properties.flatMap((q: Tree) => boundNames(q.type === 'RestElement' ? q.argument : q.value))
      case 'ArrayPattern':
        return p.elements.flatMap(boundNames)
      case 'AssignmentPattern':
        return boundNames(p.left)
      case 'RestElement':
        return boundNames(p.argument)
    }
    return []
  }
  const statement = (s: Tree, scope: Scope, fnScope: Scope, out: Node[]): void => {
    if (!s) return
    if (++depth > MAX_DEPTH) {
      depth--
      return
    }
    switch (s.type) {
      case 'ExpressionStatement':
        out.push([Op.Expr, s.start, s.end, expr(s.expression, scope)])
        break
      case 'VariableDeclaration':
        variable(s, scope, out, false)
        break
      case 'ReturnStatement':
        out.push([Op.Return, s.start, s.end, s.argument ? expr(s.argument, scope) : null])
        break
      case 'IfStatement':
        out.push([
          Op.If,
          s.start,
          s.end,
          expr(s.test, scope),
          nested(s.consequent, scope, fnScope),
          s.alternate ? nested(s.alternate, scope, fnScope) : null,
        ])
        break
      case 'BlockStatement':
        out.push([Op.Block, s.start, s.end, block(s.body, new Scope(scope, scope.frame), fnScope)])
        break
      case 'ForStatement': {
        const inner = new Scope(scope, scope.frame)
        const init: Node[] = []
        if (s.init?.type === 'VariableDeclaration') {
          for (const d of s.init.declarations) declarePattern(s.init.kind === 'var' ? fnScope : inner, d.id)
          variable(s.init, inner, init, false)
        } else if (s.init) init.push([Op.Expr, s.init.start, s.init.end, expr(s.init, inner)])
        const test = s.test ? expr(s.test, inner) : null
        const update = s.update ? expr(s.update, inner) : null
        out.push([Op.Loop, s.start, s.end, init, test, update, nested(s.body, inner, fnScope), false, update ? widened(update) : []])
        break
      }
      case 'WhileStatement':
        out.push([Op.Loop, s.start, s.end, [], expr(s.test, scope), null, nested(s.body, scope, fnScope), false, []])
        break
      case 'DoWhileStatement':
        out.push([Op.Loop, s.start, s.end, [], expr(s.test, scope), null, nested(s.body, scope, fnScope), true, []])
        break
      case 'ForInStatement':
      case 'ForOfStatement': {
        const object = expr(s.right, scope)
        const { bind, body, slots, hoisted } = loopBody(s.left, s.body, scope, fnScope)
        out.push([s.type === 'ForInStatement' ? Op.ForIn : Op.ForOf, s.start, s.end, bind, object, body, slots, hoisted])
        break
      }
      case 'SwitchStatement': {
        const subject = expr(s.discriminant, scope)
        const inner = new Scope(scope, scope.frame)
        hoist(
          s.cases.flatMap((c: Tree) => c.consequent),
          inner,
          fnScope,
        )
        out.push([
          Op.Switch,
          s.start,
          s.end,
          subject,
          s.cases.map((c: Tree) => {
            const body: Node[] = []
            const test = c.test ? expr(c.test, inner) : null
            for (const d of c.consequent)
              if (d.type === 'FunctionDeclaration' && d.id) inner.frame.hoisted.push([inner.names.get(d.id.name)!, fn(d, inner, d.id.name)])
            for (const x of c.consequent) statement(x, inner, fnScope, body)
            return [test, body]
          }),
        ])
        break
      }
      case 'TryStatement': {
        const inner = new Scope(scope, scope.frame)
        if (s.handler?.param) declarePattern(inner, s.handler.param)
        out.push([
          Op.Try,
          s.start,
          s.end,
          nested(s.block, scope, fnScope),
          s.handler?.param ? target(s.handler.param, inner, true) : null,
          s.handler ? nested(s.handler.body, inner, fnScope) : null,
          s.finalizer ? nested(s.finalizer, scope, fnScope) : null,
        ])
        break
      }
      case 'ThrowStatement':
        out.push([Op.Throw, s.start, s.end, expr(s.argument, scope)])
        break
      case 'BreakStatement':
      case 'ContinueStatement':
        out.push([Op.Jump, s.start, s.end])
        break
      case 'LabeledStatement':
        statement(s.body, scope, fnScope, out)
        break
      case 'ClassDeclaration':
        if (s.id) out.push([Op.Declare, s.start, s.end, target(s.id, scope, true), classOf(s, scope, s.id.name)])
        break
      case 'TSEnumDeclaration': {
        const members = (s.body?.members ?? s.members ?? []).map((m: Tree, i: number) => [
          0,
          keyName(m.id),
          m.initializer ? expr(m.initializer, scope) : [Op.Const, m.start, m.end, i, null],
        ])
        out.push([Op.Declare, s.start, s.end, target(s.id, scope, true), [Op.Object, s.start, s.end, members, null]])
        break
      }
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportDefaultDeclaration':
        moduleItem(s, scope, fnScope, out)
        break
    }
    depth--
  }
  const moduleItem = (s: Tree, scope: Scope, fnScope: Scope, out: Node[]): void => {
    esm = true
    switch (s.type) {
      case 'ImportDeclaration':
        return // bound by bindImports
      case 'ExportAllDeclaration':
        out.push([Op.ExportAll, s.start, s.end, specifier(s.source, 'import'), s.exported ? keyName(s.exported) : null])
        return
      case 'ExportDefaultDeclaration': {
        const d = s.declaration
        if (d.type === 'FunctionDeclaration') return // hoisted
        if (d.type === 'ClassDeclaration') {
          const value = classOf(d, scope, d.id?.name ?? 'default')
          if (d.id) out.push([Op.Declare, d.start, d.end, target(d.id, scope, true), value])
          out.push([Op.Export, s.start, s.end, 'default', d.id ? reference(d.id, scope) : value])
        } else if (!d.type.startsWith('TS')) out.push([Op.Export, s.start, s.end, 'default', expr(d, scope, 'default')])
        else if (d.expression) out.push([Op.Export, s.start, s.end, 'default', expr(d, scope)])
        return
      }
      case 'ExportNamedDeclaration': {
        const d = s.declaration
        if (d) {
          if (d.type === 'VariableDeclaration') variable(d, scope, out, true)
          else if (d.type !== 'FunctionDeclaration') {
            statement(d, scope, fnScope, out)
            if (d.id && (d.type === 'ClassDeclaration' || d.type === 'TSEnumDeclaration'))
              out.push([Op.Export, s.start, s.end, d.id.name, reference(d.id, scope)])
          }
          return
        }
        if (s.exportKind === 'type') return
        const from = s.source ? specifier(s.source, 'import') : -1
        for (const x of s.specifiers) {
          const name = keyName(x.exported)
          out.push([
            Op.Export,
            x.start,
            x.end,
            name,
            from >= 0 ? [Op.Imported, x.start, x.end, from, keyName(x.local)] : reference(x.local, scope),
          ])
        }
      }
    }
  }

  // ---- expressions -------------------------------------------------------------------------------------------
  /** Slots of the innermost frame that an update expression writes: unknown inside the loop. */
  const widened = (n: Node): number[] => {
    if (n[0] === Op.Update || n[0] === Op.Assign) {
      const t = n[0] === Op.Update ? n[3] : n[4]
      return t[0] === Op.Var && t[3] === 0 ? [t[4]] : []
    }
    return n[0] === Op.Seq ? n[3].flatMap(widened) : []
  }
  const args = (list: Tree[], scope: Scope): Node[] =>
    list.map((a) => (a.type === 'SpreadElement' ? [Op.Spread, a.start, a.end, expr(a.argument, scope)] : expr(a, scope)))

  const call = (n: Tree, scope: Scope): Node => {
    const c = n.callee
    if (c.type === 'Identifier' && !lookup(scope, c.name)) {
      const first = n.arguments[0]
      if (c.name === 'require' && first?.type === 'Literal' && typeof first.value === 'string') {
        const index = specifier(first, 'require')
        const callee: Node = [Op.Imported, n.start, n.end, index, '*require']
        // require(path, ok, fail): the asynchronous form across subpackages
        return n.arguments.length > 1
          ? [Op.Call, n.start, n.end, [Op.Global, c.start, c.end, 'require'], [callee, ...args(n.arguments.slice(1), scope)], null]
          : callee
      }
      if (c.name === 'eval') dynamicCode.push({ kind: 'eval', start: n.start, end: n.end, constant: constantOf(first) })
      if (c.name === 'Function')
        dynamicCode.push({ kind: 'function-constructor', start: n.start, end: n.end, constant: constantOf(n.arguments.at(-1)) })
      if (
        (c.name === 'setTimeout' || c.name === 'setInterval') &&
        (first?.type === 'Literal' || first?.type === 'TemplateLiteral') &&
        typeof (first.value ?? '') === 'string'
      )
        dynamicCode.push({ kind: 'string-timer', start: n.start, end: n.end, constant: constantOf(first) })
    }
    let callee: Node
    if (c.type === 'MemberExpression' && c.object.type === 'Identifier' && NAMESPACES.has(c.object.name) && !lookup(scope, c.object.name)) {
      const name = memberName(c)
      if (name !== null) {
        mentions.push({ ns: c.object.name, api: name, start: c.start, end: c.end, called: true, assigned: false })
        callee = [Op.Member, c.start, c.end, [Op.Global, c.object.start, c.object.end, c.object.name], name, c.property.start, null]
      } else callee = expr(c, scope)
    } else callee = c.type === 'Super' ? [Op.Super, c.start, c.end] : expr(c, scope)
    return [Op.Call, n.start, n.end, callee, args(n.arguments, scope), null]
  }
  const constantOf = (n: Tree): string | null =>
    n?.type === 'Literal' && typeof n.value === 'string'
      ? n.value
      : n?.type === 'TemplateLiteral' && n.quasis.length === 1
        ? n.quasis[0].value.cooked
        : null

  const classOf = (n: Tree, scope: Scope, name: string): Node => {
    const methods: unknown[] = []
    let maker = -1
    for (const m of n.body.body) {
      if (m.type === 'MethodDefinition' && m.kind === 'constructor') {
        if (m.value?.body) maker = fn(m.value, scope, name)
        continue
      }
      if (m.type === 'MethodDefinition' && m.value?.body)
        methods.push([
          m.computed ? expr(m.key, scope) : keyName(m.key),
          m.computed,
          [Op.Func, m.value.start, m.value.end, fn(m.value, scope, m.computed ? '' : keyName(m.key))],
          m.static,
          m.kind === 'get' ? 2 : 1,
        ])
      else if (m.type === 'PropertyDefinition')
        methods.push([
          m.computed ? expr(m.key, scope) : keyName(m.key),
          m.computed,
          m.value ? expr(m.value, scope, m.computed ? '' : keyName(m.key)) : [Op.Const, m.start, m.end],
          m.static,
          0,
        ])
    }
    return [Op.Class, n.start, n.end, n.superClass ? expr(n.superClass, scope) : null, maker, methods, name]
  }

  const expr = (n: Tree, scope: Scope, name = ''): Node => {
    if (!n) return [Op.Opaque, 0, 0]
    if (++depth > MAX_DEPTH) {
      depth--
      return [Op.Opaque, n.start, n.end]
    }
    const out = expression(n, scope, name)
    depth--
    return out
  }
  const expression = (n: Tree, scope: Scope, name: string): Node => {
    switch (n.type) {
      case 'Identifier':
        return reference(n, scope)
      case 'Literal':
        if (typeof n.value === 'string') noteString(n.value, n)
        if (n.regex) return [Op.Regex, n.start, n.end, n.regex.pattern, n.regex.flags]
        return [Op.Const, n.start, n.end, typeof n.value === 'bigint' ? Number(n.value) : n.value, null]
      case 'TemplateLiteral': {
        if (n.quasis.length === 1) {
          noteString(n.quasis[0].value.cooked ?? '', n)
          return [Op.Const, n.start, n.end, n.quasis[0].value.cooked ?? '', null]
        }
        const head = n.quasis[0].value.cooked ?? ''
        if (/^(?:https?|wss?):/.test(head)) strings.push([head, n.start, n.end])
        return [
          Op.Template,
          n.start,
          n.end,
          n.quasis.map((q: Tree) => q.value.cooked ?? ''),
          n.expressions.map((e: Tree) => expr(e, scope)),
        ]
      }
      case 'CallExpression':
        return call(n, scope)
      case 'NewExpression':
        if (n.callee.type === 'Identifier' && n.callee.name === 'Function' && !lookup(scope, 'Function'))
          dynamicCode.push({ kind: 'function-constructor', start: n.start, end: n.end, constant: constantOf(n.arguments.at(-1)) })
        return [Op.New, n.start, n.end, expr(n.callee, scope), args(n.arguments, scope), null]
      case 'MemberExpression': {
        const key = memberName(n)
        if (n.object.type === 'Identifier' && NAMESPACES.has(n.object.name) && !lookup(scope, n.object.name) && key !== null) {
          mentions.push({ ns: n.object.name, api: key, start: n.start, end: n.end, called: false, assigned: false })
          return [Op.Member, n.start, n.end, [Op.Global, n.object.start, n.object.end, n.object.name], key, n.property.start, null]
        }
        const object: Node = n.object.type === 'Super' ? [Op.Super, n.object.start, n.object.end] : expr(n.object, scope)
        return key !== null
          ? [Op.Member, n.start, n.end, object, key, n.property.start, null]
          : [Op.Index, n.start, n.end, object, expr(n.property, scope), null]
      }
      case 'FunctionExpression':
        return [Op.Func, n.start, n.end, fn(n, scope, n.id?.name ?? name)]
      case 'ArrowFunctionExpression':
        return [Op.Func, n.start, n.end, fn(n, scope, name)]
      case 'FunctionDeclaration':
        return [Op.Func, n.start, n.end, fn(n, scope, n.id?.name ?? name)]
      case 'ObjectExpression':
        return [
          Op.Object,
          n.start,
          n.end,
          n.properties.map((p: Tree) => {
            if (p.type === 'SpreadElement') return [2, null, expr(p.argument, scope)]
            if (p.computed) return [p.kind === 'init' ? 1 : 4, expr(p.key, scope), expr(p.value, scope)]
            const key = keyName(p.key)
            if (NODE_TYPES.has(key)) nodeTypeNames++
            return [p.kind === 'init' ? 0 : 3, key, expr(p.value, scope, key), p.key.start, p.key.end]
          }),
          null,
        ]
      case 'ArrayExpression':
        return [
          Op.Array,
          n.start,
          n.end,
          n.elements.map((e: Tree) =>
            !e ? null : e.type === 'SpreadElement' ? [Op.Spread, e.start, e.end, expr(e.argument, scope)] : expr(e, scope),
          ),
          null,
        ]
      case 'ThisExpression':
        return [Op.This, n.start, n.end]
      case 'UnaryExpression':
        return [Op.Unary, n.start, n.end, n.operator, expr(n.argument, scope), null]
      case 'UpdateExpression':
        return [Op.Update, n.start, n.end, target(n.argument, scope, true)]
      case 'BinaryExpression':
        return binaryChain(n, scope)
      case 'LogicalExpression':
        return [Op.Logical, n.start, n.end, n.operator, expr(n.left, scope), expr(n.right, scope)]
      case 'ConditionalExpression':
        return [Op.Cond, n.start, n.end, expr(n.test, scope), expr(n.consequent, scope), expr(n.alternate, scope)]
      case 'AssignmentExpression': {
        if (n.operator !== '=') return [Op.Assign, n.start, n.end, n.operator, target(n.left, scope, true), expr(n.right, scope)]
        const left = target(n.left, scope, true)
        return [
          Op.Assign,
          n.start,
          n.end,
          '=',
          left,
          expr(
            n.right,
            scope,
            n.left.type === 'Identifier' ? n.left.name : n.left.type === 'MemberExpression' ? (memberName(n.left) ?? '') : '',
          ),
        ]
      }
      case 'SequenceExpression':
        return [Op.Seq, n.start, n.end, n.expressions.map((e: Tree) => expr(e, scope))]
      case 'AwaitExpression':
        return [Op.Await, n.start, n.end, expr(n.argument, scope)]
      case 'YieldExpression':
        return [Op.Yield, n.start, n.end, n.argument ? expr(n.argument, scope) : null]
      case 'ClassExpression':
        return classOf(n, scope, n.id?.name ?? name)
      case 'TaggedTemplateExpression':
        return [
          Op.Tagged,
          n.start,
          n.end,
          expr(n.tag, scope),
          n.quasi.quasis.map((q: Tree) => q.value.cooked ?? ''),
          n.quasi.expressions.map((e: Tree) => expr(e, scope)),
        ]
      case 'ChainExpression':
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSSatisfiesExpression':
      case 'TSInstantiationExpression':
        return expr(n.expression, scope, name)
      case 'ImportExpression': {
        if (n.source.type === 'Literal')
          return [Op.DynamicImport, n.start, n.end, [Op.Imported, n.start, n.end, specifier(n.source, 'dynamic'), '*']]
        return [Op.DynamicImport, n.start, n.end, expr(n.source, scope)]
      }
      case 'ObjectPattern':
      case 'ArrayPattern':
        return target(n, scope, false)
      default:
        return [Op.Opaque, n.start ?? 0, n.end ?? 0]
    }
  }
  /** Long `a + b + c + …` chains are flattened by a loop: minified tables nest thousands deep. */
  const binaryChain = (n: Tree, scope: Scope): Node => {
    const chain: Tree[] = []
    let left = n
    while (left.type === 'BinaryExpression' && chain.length < 20_000) {
      chain.push(left)
      left = left.left
    }
    let out = expr(left, scope)
    for (let i = chain.length - 1; i >= 0; i--)
      out = [Op.Binary, chain[i].start, chain[i].end, chain[i].operator, out, expr(chain[i].right, scope), null]
    return out
  }

  // ---- the module itself -------------------------------------------------------------------------------------
  const frame = new FrameBuilder(null)
  const top = new Scope(null, frame)
  const bound = new Map<string, [number, string]>()
  imported.set(top, bound)
  for (const s of program.body) {
    if (s.type !== 'ImportDeclaration') continue
    esm = true
    if (s.importKind === 'type') continue
    const index = specifier(s.source, 'import')
    for (const x of s.specifiers) {
      if (x.importKind === 'type') continue
      bound.set(x.local.name, [
        index,
        x.type === 'ImportDefaultSpecifier' ? 'default' : x.type === 'ImportNamespaceSpecifier' ? '*' : keyName(x.imported),
      ])
    }
  }
  functions.push(null as unknown as Fn)
  const body = block(program.body, top, top)
  functions[0] = {
    name: '',
    start: program.start,
    end: program.end,
    params: [],
    body,
    concise: false,
    arrow: false,
    async: false,
    generator: false,
    slots: frame.slots,
    hoisted: frame.hoisted,
    mutable: mutableSlots(frame),
    kept: null,
  }
  return { functions, specifiers, esm, mentions, dynamicCode, strings, nodeTypeNames }
}
