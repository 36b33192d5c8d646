/** Statements: each adds what it becomes to the list that is being made. */
import { classOf, expression } from './expressions.ts'
import { fn, nested } from './functions.ts'
import { type Node, Op } from './ir.ts'
import type { Lowering } from './lowering.ts'
import { keyName, reference, target } from './patterns.ts'
import { boundNames, declarePattern, FrameBuilder, hoist, MAX_DEPTH, NOTHING, Scope, type Tree, unsettle } from './scope.ts'

export function statement(l: Lowering, s: Tree, scope: Scope, fnScope: Scope): void {
  if (!s) return
  if (++l.depth <= MAX_DEPTH) lowered(l, s, scope, fnScope)
  l.depth--
}
function lowered(l: Lowering, s: Tree, scope: Scope, fnScope: Scope): void {
  switch (s.type) {
    case 'ExpressionStatement':
      l.add([Op.Expr, s.start, s.end, expression(l, s.expression, scope)])
      return
    case 'VariableDeclaration':
      variable(l, s, scope, false)
      return
    case 'ReturnStatement':
      l.add([Op.Return, s.start, s.end, s.argument ? expression(l, s.argument, scope) : null])
      return
    case 'IfStatement':
      l.add([
        Op.If,
        s.start,
        s.end,
        expression(l, s.test, scope),
        nested(l, s.consequent, scope, fnScope),
        s.alternate ? nested(l, s.alternate, scope, fnScope) : null,
      ])
      return
    case 'BlockStatement':
      l.add([Op.Block, s.start, s.end, nested(l, s, scope, fnScope)])
      return
    case 'ForStatement': {
      const inner = new Scope(scope, scope.frame)
      const from = l.begin()
      if (s.init?.type === 'VariableDeclaration') {
        for (const d of s.init.declarations) declarePattern(s.init.kind === 'var' ? fnScope : inner, d.id)
        variable(l, s.init, inner, false)
      } else if (s.init) l.add([Op.Expr, s.init.start, s.init.end, expression(l, s.init, inner)])
      const init = l.list(from)
      const test = s.test ? expression(l, s.test, inner) : null
      const update = s.update ? expression(l, s.update, inner) : null
      l.add([Op.Loop, s.start, s.end, init, test, update, nested(l, s.body, inner, fnScope), false, update ? widened(update) : NOTHING])
      return
    }
    case 'WhileStatement':
    case 'DoWhileStatement': {
      const test = expression(l, s.test, scope)
      const body = nested(l, s.body, scope, fnScope)
      l.add([Op.Loop, s.start, s.end, NOTHING, test, null, body, s.type === 'DoWhileStatement', NOTHING])
      return
    }
    case 'ForInStatement':
    case 'ForOfStatement':
      loopOver(l, s, scope, fnScope)
      return
    case 'SwitchStatement':
      choice(l, s, scope, fnScope)
      return
    case 'TryStatement': {
      const inner = new Scope(scope, scope.frame)
      if (s.handler?.param) declarePattern(inner, s.handler.param)
      l.add([
        Op.Try,
        s.start,
        s.end,
        nested(l, s.block, scope, fnScope),
        s.handler?.param ? target(l, s.handler.param, inner, true) : null,
        s.handler ? nested(l, s.handler.body, inner, fnScope) : null,
        s.finalizer ? nested(l, s.finalizer, scope, fnScope) : null,
      ])
      return
    }
    case 'ThrowStatement':
      l.add([Op.Throw, s.start, s.end, expression(l, s.argument, scope)])
      return
    case 'BreakStatement':
    case 'ContinueStatement':
      l.add([Op.Jump, s.start, s.end])
      return
    case 'LabeledStatement':
      statement(l, s.body, scope, fnScope)
      return
    case 'ClassDeclaration':
      if (s.id) l.add([Op.Declare, s.start, s.end, target(l, s.id, scope, true), classOf(l, s, scope, s.id.name)])
      return
    case 'TSEnumDeclaration': {
      const members = (s.body?.members ?? s.members ?? []).map((m: Tree, i: number) => [
        0,
        keyName(m.id),
        m.initializer ? expression(l, m.initializer, scope) : [Op.Const, m.start, m.end, i, null],
      ])
      l.add([Op.Declare, s.start, s.end, target(l, s.id, scope, true), [Op.Object, s.start, s.end, members, null]])
      return
    }
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      moduleItem(l, s, scope, fnScope)
  }
}

function variable(l: Lowering, s: Tree, scope: Scope, exported: boolean): void {
  if (s.declare) return
  for (let i = 0; i < s.declarations.length; i++) {
    const d = s.declarations[i]
    const value = d.init ? expression(l, d.init, scope, d.id.type === 'Identifier' ? d.id.name : '') : null
    if (value || s.kind !== 'var') l.add([Op.Declare, d.start, d.end, target(l, d.id, scope, !!value), value])
    if (value && readsState(value)) for (const id of boundNames(d.id)) unsettle(scope, id.name)
    if (exported) for (const id of boundNames(d.id)) l.add([Op.Export, d.start, d.end, id.name, reference(l, id, scope)])
  }
}

/**
 * Whether a value is read from what others write between two walks: `this.data`, an app's globalData, a field of `this`.
 * A name that holds it is as little settled as the field itself: `const left = this.data.left - 1` in an interval.
 */
function readsState(n: Node): boolean {
  switch (n[0]) {
    case Op.Member:
      return n[3][0] === Op.This || n[4] === 'data' || n[4] === 'globalData' || readsState(n[3])
    case Op.Index:
      return readsState(n[3])
    case Op.Unary:
      return readsState(n[4])
    case Op.Binary:
    case Op.Logical:
      return readsState(n[4]) || readsState(n[5])
  }
  return false
}

// ---- loops and choices -------------------------------------------------------------------------------------------

/** A loop body gets a frame of its own when it declares names, so that closures made in it keep theirs apart. */
function loopOver(l: Lowering, s: Tree, scope: Scope, fnScope: Scope): void {
  const object = expression(l, s.right, scope)
  const { left } = s
  const own = left?.type === 'VariableDeclaration' && left.kind !== 'var'
  const inner = own ? new Scope(scope, new FrameBuilder(scope.frame)) : scope
  if (own) for (const d of left.declarations) declarePattern(inner, d.id)
  const bind = left ? target(l, left.type === 'VariableDeclaration' ? left.declarations[0].id : left, inner, true) : null
  const body = nested(l, s.body, inner, fnScope)
  l.add([
    s.type === 'ForInStatement' ? Op.ForIn : Op.ForOf,
    s.start,
    s.end,
    bind,
    object,
    body,
    own ? inner.frame.slots : -1,
    own ? inner.frame.hoisted : NOTHING,
  ])
}
/** Slots of the innermost frame that an update expression writes: unknown inside the loop. */
function widened(n: Node): readonly number[] {
  if (n[0] === Op.Update || n[0] === Op.Assign) {
    const t = n[0] === Op.Update ? n[3] : n[4]
    return t[0] === Op.Var && t[3] === 0 ? [t[4]] : NOTHING
  }
  return n[0] === Op.Seq ? n[3].flatMap(widened) : NOTHING
}
function choice(l: Lowering, s: Tree, scope: Scope, fnScope: Scope): void {
  const subject = expression(l, s.discriminant, scope)
  const inner = new Scope(scope, scope.frame)
  for (const c of s.cases) hoist(c.consequent, inner, null, l.depth)
  const cases = s.cases.map((c: Tree) => {
    const test = c.test ? expression(l, c.test, inner) : null
    for (const d of c.consequent)
      if (d.type === 'FunctionDeclaration' && d.id) inner.frame.hoist(inner.names!.get(d.id.name)!, fn(l, d, inner, d.id.name))
    const from = l.begin()
    for (const x of c.consequent) statement(l, x, inner, fnScope)
    return [test, l.list(from)]
  })
  l.add([Op.Switch, s.start, s.end, subject, cases])
}

// ---- imports and exports -----------------------------------------------------------------------------------------

function moduleItem(l: Lowering, s: Tree, scope: Scope, fnScope: Scope): void {
  l.esm = true
  switch (s.type) {
    case 'ImportDeclaration':
      return // bound before anything else
    case 'ExportAllDeclaration':
      l.add([Op.ExportAll, s.start, s.end, l.specifier(s.source, 'import'), s.exported ? keyName(s.exported) : null])
      return
    case 'ExportDefaultDeclaration': {
      const d = s.declaration
      if (d.type === 'FunctionDeclaration') return // hoisted
      if (d.type === 'ClassDeclaration') {
        const value = classOf(l, d, scope, d.id?.name ?? 'default')
        if (d.id) l.add([Op.Declare, d.start, d.end, target(l, d.id, scope, true), value])
        l.add([Op.Export, s.start, s.end, 'default', d.id ? reference(l, d.id, scope) : value])
      } else if (!d.type.startsWith('TS')) l.add([Op.Export, s.start, s.end, 'default', expression(l, d, scope, 'default')])
      else if (d.expression) l.add([Op.Export, s.start, s.end, 'default', expression(l, d, scope)])
      return
    }
    case 'ExportNamedDeclaration': {
      const d = s.declaration
      if (d) {
        if (d.type === 'VariableDeclaration') variable(l, d, scope, true)
        else if (d.type !== 'FunctionDeclaration') {
          statement(l, d, scope, fnScope)
          if (d.id && (d.type === 'ClassDeclaration' || d.type === 'TSEnumDeclaration'))
            l.add([Op.Export, s.start, s.end, d.id.name, reference(l, d.id, scope)])
        }
        return
      }
      if (s.exportKind === 'type') return
      const from = s.source ? l.specifier(s.source, 'import') : -1
      for (const x of s.specifiers)
        l.add([
          Op.Export,
          x.start,
          x.end,
          keyName(x.exported),
          from >= 0 ? [Op.Imported, x.start, x.end, from, keyName(x.local)] : reference(l, x.local, scope),
        ])
    }
  }
}
