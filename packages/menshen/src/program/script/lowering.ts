/** What is gathered while one script is lowered: its functions, and the facts that need no evaluation. */
import type { DynamicCode, Fn, Mention, Node } from './ir.ts'
import { NOTHING, type Tree } from './scope.ts'

export const NAMESPACES: ReadonlySet<string> = new Set(['wx', 'tt', 'uni', 'qq', 'my', 'swan', 'dd', 'ks', 'xhs', 'jd'])
const NODE_TYPES: ReadonlySet<string> = new Set([
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
/** Length of the shortest of them. */
const SHORTEST_TYPE = 11
/** Strings worth keeping with their place although nothing evaluates them. */
const NOTABLE = /^(?:https?:|wss?:|\/?[\w-]+\/[\w/-]+$|\/\/[\w-]+\.)|^[0-9a-f]{32}$|^[A-Za-z0-9_\-+/=]{20,}$/i

export class Lowering {
  readonly functions: Fn[] = []
  readonly specifiers: { source: string; start: number; end: number; kind: 'import' | 'require' | 'dynamic' }[] = []
  readonly mentions: Mention[] = []
  readonly dynamicCode: DynamicCode[] = []
  readonly strings: [string, number, number][] = []
  nodeTypeNames = 0
  esm = false
  /** How deep the present statement or expression stands. */
  depth = 0
  /** Nodes of the lists that are being made: a list is as long as it will be only when it is cut off here. */
  private readonly pending: (Node | null)[] = []
  private top = 0

  specifier(node: Tree, kind: 'import' | 'require' | 'dynamic'): number {
    this.specifiers.push({ source: String(node.value), start: node.start, end: node.end, kind })
    return this.specifiers.length - 1
  }
  mention(ns: string, api: string, node: Tree, called: boolean, assigned: boolean): void {
    this.mentions.push({ ns, api, start: node.start, end: node.end, called, assigned })
  }
  noteString(value: string, n: Tree): void {
    const { length } = value
    if (length < 8) return
    if (length < 4000 && NOTABLE.test(value)) this.strings.push([value, n.start, n.end])
    this.noteName(value)
  }
  noteName(name: string): void {
    if (name.length >= SHORTEST_TYPE && NODE_TYPES.has(name)) this.nodeTypeNames++
  }

  // ---- lists -------------------------------------------------------------------------------------------------------

  /** Begins a list; `add` fills it, `list` gives what was added since. Lists may be made within lists. */
  begin(): number {
    return this.top
  }
  add(node: Node | null): void {
    this.pending[this.top++] = node
  }
  list(from: number): readonly Node[] {
    if (this.top === from) return NOTHING
    const out = this.pending.slice(from, this.top)
    this.top = from
    return out as Node[]
  }
}
