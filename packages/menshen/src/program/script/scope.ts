/** Names of a script while it is lowered: which block declares what, and in which slot of which frame it stands. */

// biome-ignore lint/suspicious/noExplicitAny: ESTree with TypeScript nodes, dispatched on `type`
export type Tree = any

/** What an import binds: the index of its specifier, and the exported name ('*' for the namespace). */
export type Imported = readonly [number, string]

/** One activation record at run time: a function, a module, or the body of a loop that declares its own names. */
export class FrameBuilder {
  readonly parent: FrameBuilder | null
  slots = 0
  private hoistedSlots: [number, number][] | null = null
  /** Slots that are written, and those that are written again: a bit for each of the first, the rest by number. */
  private once = 0
  private again = 0
  private others: Map<number, number> | null = null
  /** Slots that hold what was read from a field which others may write before the next walk. */
  unsettled: Set<number> | null = null
  constructor(parent: FrameBuilder | null) {
    this.parent = parent
  }
  hoist(slot: number, index: number): void {
    this.hoistedSlots ??= []
    this.hoistedSlots.push([slot, index])
  }
  /** Slots of function declarations to fill on entry: [slot, function index]. */
  get hoisted(): readonly (readonly [number, number])[] {
    return this.hoistedSlots ?? NOTHING
  }
  wrote(slot: number): void {
    if (slot < BITS) {
      const bit = 1 << slot
      if (this.once & bit) this.again |= bit
      else this.once |= bit
    } else {
      this.others ??= new Map()
      this.others.set(slot, (this.others.get(slot) ?? 0) + 1)
    }
  }
  /** Slots that are written more than once. */
  get mutable(): readonly number[] {
    if (this.again === 0 && this.others === null) return NOTHING
    const out: number[] = []
    for (let i = 0; i < this.slots; i++) if (i < BITS ? this.again & (1 << i) : (this.others?.get(i) ?? 0) > 1) out.push(i)
    return out
  }
}
const BITS = 31
/** Lists that hold nothing are one list: most functions hoist nothing and write nothing twice. */
export const NOTHING: readonly never[] = []

export class Scope {
  names: Map<string, number> | null = null
  /** What imports bind; only in the scope of a module. */
  imported: Map<string, Imported> | null = null
  readonly parent: Scope | null
  readonly frame: FrameBuilder
  constructor(parent: Scope | null, frame: FrameBuilder) {
    this.parent = parent
    this.frame = frame
  }
  declare(name: string): number {
    this.names ??= new Map()
    const had = this.names.get(name)
    if (had !== undefined) return had
    const slot = this.frame.slots++
    this.names.set(name, slot)
    return slot
  }
}

/** Where a name was found last: looked up far too often to make something for each answer. */
export const found = { hops: 0, slot: 0, frame: null as FrameBuilder | null, imported: null as Imported | null }
export const Found = { nowhere: 0, variable: 1, imported: 2 } as const

/** Looks a name up; where it was found stands in `found`. */
export function lookup(scope: Scope, name: string): 0 | 1 | 2 {
  let hops = 0
  let s: Scope = scope
  for (;;) {
    const { names, parent } = s
    if (names !== null) {
      const slot = names.get(name)
      if (slot !== undefined) {
        found.hops = hops
        found.slot = slot
        found.frame = s.frame
        return Found.variable
      }
    }
    if (parent === null) break
    if (parent.frame !== s.frame) hops++
    s = parent
  }
  const module = s.imported?.get(name)
  if (module === undefined) return Found.nowhere
  found.imported = module
  return Found.imported
}

/** Writes down that a name holds a field's value: what is asked of it is no more certain than what is asked of the field. */
export function unsettle(scope: Scope, name: string): void {
  if (lookup(scope, name) !== Found.variable) return
  const { frame, slot } = found
  frame!.unsettled ??= new Set()
  frame!.unsettled.add(slot)
}

// ---- declarations ------------------------------------------------------------------------------------------------

export function declarePattern(scope: Scope, p: Tree): void {
  if (!p) return
  switch (p.type) {
    case 'Identifier':
      scope.declare(p.name)
      return
    case 'ObjectPattern':
      for (let i = 0; i < p.properties.length; i++) {
        const q = p.properties[i]
        declarePattern(scope, q.type === 'RestElement' ? q.argument : q.value)
      }
      return
    case 'ArrayPattern':
      for (let i = 0; i < p.elements.length; i++) declarePattern(scope, p.elements[i])
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
function declareAll(scope: Scope, declarations: Tree[]): void {
  for (let i = 0; i < declarations.length; i++) declarePattern(scope, declarations[i].id)
}

/** Whether a list of statements declares names of its own: most blocks do not, and need no scope. */
export function declaresNames(body: readonly Tree[]): boolean {
  for (let i = 0; i < body.length; i++) {
    const s = body[i]
    switch (s?.type) {
      case 'VariableDeclaration':
        if (s.kind !== 'var') return true
        break
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
      case 'TSEnumDeclaration':
        if (s.id) return true
        break
      case 'ExportNamedDeclaration':
      case 'ExportDefaultDeclaration':
        if (s.declaration) return true
    }
  }
  return false
}
/** Declares the names of a statement list in their scope; `fnScope`, where there is one, gets what `var` declares, here and in the blocks within. */
export function hoist(body: readonly Tree[], scope: Scope, fnScope: Scope | null, depth: number): void {
  for (let i = 0; i < body.length; i++) {
    const s = body[i]
    switch (s?.type) {
      case 'VariableDeclaration':
        if (s.kind !== 'var') declareAll(scope, s.declarations)
        else if (fnScope !== null) declareAll(fnScope, s.declarations)
        break
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
      case 'TSEnumDeclaration':
        if (s.id) scope.declare(s.id.name)
        break
      case 'ExportNamedDeclaration':
      case 'ExportDefaultDeclaration':
        if (s.declaration) hoist([s.declaration], scope, fnScope, depth)
        break
      default:
        if (fnScope !== null) hoistVar(s, fnScope, depth)
    }
  }
}
function hoistAll(body: readonly Tree[], scope: Scope, depth: number): void {
  for (let i = 0; i < body.length; i++) hoistVar(body[i], scope, depth)
}
function hoistVar(s: Tree, scope: Scope, outer: number): void {
  if (!s || outer > MAX_DEPTH) return
  const depth = outer + 1
  switch (s.type) {
    case 'ExpressionStatement':
    case 'ReturnStatement':
      break
    case 'VariableDeclaration':
      if (s.kind === 'var') declareAll(scope, s.declarations)
      break
    case 'IfStatement':
      hoistVar(s.consequent, scope, depth)
      hoistVar(s.alternate, scope, depth)
      break
    case 'BlockStatement':
      hoistAll(s.body, scope, depth)
      break
    case 'ForStatement':
      hoistVar(s.init, scope, depth)
      hoistVar(s.body, scope, depth)
      break
    case 'ForInStatement':
    case 'ForOfStatement':
      hoistVar(s.left, scope, depth)
      hoistVar(s.body, scope, depth)
      break
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      hoistVar(s.body, scope, depth)
      break
    case 'TryStatement':
      hoistVar(s.block, scope, depth)
      hoistVar(s.handler?.body, scope, depth)
      hoistVar(s.finalizer, scope, depth)
      break
    case 'SwitchStatement':
      for (let i = 0; i < s.cases.length; i++) hoistAll(s.cases[i].consequent, scope, depth)
      break
    case 'ExportNamedDeclaration':
      hoistVar(s.declaration, scope, depth)
  }
}
/** How deep statements and expressions are followed. */
export const MAX_DEPTH = 400

/** The identifiers that a pattern binds. */
export function boundNames(p: Tree): Tree[] {
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
