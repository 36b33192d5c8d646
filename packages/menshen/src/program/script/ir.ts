/**
 * The intermediate form of one script: names resolved to slots, syntax reduced to what the interpreter needs, plain
 * arrays that can be cached as JSON. A node is [op, start, end, …]; `start` and `end` are UTF-16 offsets.
 */

export const Op = {
  // expressions
  Const: 0, // value (and a spare field, as SPARE says)
  Template: 1, // strings[], nodes[]
  Var: 2, // depth, slot, true when it holds a field's value
  Global: 3, // name
  This: 4,
  Args: 5,
  Member: 6, // object, name, nameStart
  Index: 7, // object, key
  Call: 8, // callee, args[]
  New: 9, // callee, args[]
  Func: 10, // index
  Object: 11, // props: [kind, key|node, value][]; kind 0 plain, 1 computed, 2 spread, 3 getter/setter
  Array: 12, // nodes (null for holes)
  Unary: 13, // operator, node
  Binary: 14, // operator, left, right
  Logical: 15, // operator, left, right
  Cond: 16, // test, yes, no
  Assign: 17, // operator, target, value
  Update: 18, // target
  Seq: 19, // nodes[]
  Await: 20, // node
  Spread: 21, // node
  Class: 22, // superclass|null, constructor index|-1, methods [key|node, computed, value node, static, isMethod][], self slot|-1
  Regex: 23, // source, flags
  Imported: 24, // specifier index, name ('*' for the namespace)
  DynamicImport: 25, // node
  Super: 26,
  Yield: 27, // node|null
  Opaque: 28, // nothing known
  Tagged: 29, // tag, strings, nodes
  // patterns
  ObjectPattern: 40, // [kind 0|1 computed|2 rest, key|node, target][]
  ArrayPattern: 41, // targets (null for holes)
  Default: 42, // target, node
  Rest: 43, // target
  // statements
  Expr: 60, // node
  Declare: 61, // target, node|null
  Return: 62, // node|null
  If: 63, // test, then, else|null
  Loop: 64, // init|null, test|null, update|null, body, runs-once-first (do), widened slots
  ForIn: 65, // target, object, body, slots of a frame of its own (-1: none), hoisted
  ForOf: 66, // target, iterable, body, slots of a frame of its own (-1: none), hoisted
  Switch: 67, // subject, [test|null, statements[]][]
  Try: 68, // block, param|null, handler|null, finalizer|null
  Throw: 69, // node
  Block: 70, // statements[]
  Jump: 71, // break or continue
  Export: 72, // name, node (a value expression)
  ExportAll: 73, // specifier index, name|null
} as const

/**
 * By op: the index of a node's spare field, 0 for nodes without one. It is made empty together with the node, so that
 * what the interpreter keeps there (a literal's value, a node's place) does not make the node's array grow.
 */
export const SPARE: readonly number[] = (() => {
  const out = new Array<number>(80).fill(0)
  for (const op of [Op.Const, Op.Object, Op.Array, Op.ObjectPattern, Op.ArrayPattern]) out[op] = 4
  for (const op of [Op.Index, Op.Call, Op.New, Op.Unary]) out[op] = 5
  for (const op of [Op.Member, Op.Binary]) out[op] = 6
  return out
})()

// biome-ignore lint/suspicious/noExplicitAny: nodes are heterogeneous tuples; the op says what stands where
export type Node = readonly any[]

export interface Fn {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly params: readonly Node[]
  /** Statements, or a single expression node for a concise arrow. */
  readonly body: readonly Node[]
  readonly concise: boolean
  readonly arrow: boolean
  readonly async: boolean
  readonly generator: boolean
  readonly slots: number
  /** Slots of function declarations to fill on entry: [slot, function index]. */
  readonly hoisted: readonly (readonly [number, number])[]
  /** Bit per slot: written more than once (or captured and written elsewhere). */
  readonly mutable: readonly number[]
  /** Spare: what the interpreter keeps of its walks. Null in facts that are new. */
  kept: unknown
}

/** A use of a platform namespace (wx, tt, uni …) as it stands in the source. */
export interface Mention {
  readonly ns: string
  /** '' when only the namespace itself is used. */
  readonly api: string
  readonly start: number
  readonly end: number
  readonly called: boolean
  readonly assigned: boolean
}

/** Code that makes code: eval, new Function, string timers. */
export interface DynamicCode {
  readonly kind: 'eval' | 'function-constructor' | 'string-timer'
  readonly start: number
  readonly end: number
  /** The argument when it is a constant string. */
  readonly constant: string | null
}

export interface ScriptFacts {
  /** Format version of the facts, part of every cache key. */
  readonly version: number
  readonly functions: readonly Fn[]
  /** Module specifiers by index: import, export from, require of a constant. */
  readonly specifiers: readonly {
    readonly source: string
    readonly start: number
    readonly end: number
    readonly kind: 'import' | 'require' | 'dynamic'
  }[]
  readonly esm: boolean
  readonly mentions: readonly Mention[]
  readonly dynamicCode: readonly DynamicCode[]
  /** String literals that look like addresses, secrets or page routes: [value, start, end]. */
  readonly strings: readonly (readonly [string, number, number])[]
  readonly errors: readonly { readonly message: string; readonly start: number }[]
  /** Names of ESTree node types used as property keys or cases: many of them mean an interpreter of JavaScript. */
  readonly nodeTypeNames: number
}

export const FACTS_VERSION = 3
