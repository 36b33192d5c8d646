/** ESTree -> intermediate form: one walk that resolves names to slots and gathers the facts that need no evaluation. */
import { block } from './functions.ts'
import type { ScriptFacts } from './ir.ts'
import { Lowering } from './lowering.ts'
import { keyName } from './patterns.ts'
import { FrameBuilder, type Imported, NOTHING, Scope, type Tree } from './scope.ts'

export function lower(program: Tree): Omit<ScriptFacts, 'version' | 'errors'> {
  const l = new Lowering()
  const frame = new FrameBuilder(null)
  const top = new Scope(null, frame)
  top.imported = importsOf(l, program)
  l.functions.push(null as never)
  const body = block(l, program.body, top, top, true)
  l.functions[0] = {
    name: '',
    start: program.start,
    end: program.end,
    params: NOTHING,
    body,
    concise: false,
    arrow: false,
    async: false,
    generator: false,
    slots: frame.slots,
    hoisted: frame.hoisted,
    mutable: frame.mutable,
    kept: null,
  }
  const { functions, specifiers, esm, mentions, dynamicCode, strings, nodeTypeNames } = l
  return { functions, specifiers, esm, mentions, dynamicCode, strings, nodeTypeNames }
}

/** What the imports of a module bind: known before anything else is looked at. */
function importsOf(l: Lowering, program: Tree): Map<string, Imported> | null {
  let bound: Map<string, Imported> | null = null
  for (const s of program.body) {
    if (s.type !== 'ImportDeclaration') continue
    l.esm = true
    if (s.importKind === 'type') continue
    const index = l.specifier(s.source, 'import')
    bound ??= new Map()
    for (const x of s.specifiers) {
      if (x.importKind === 'type') continue
      const name = x.type === 'ImportDefaultSpecifier' ? 'default' : x.type === 'ImportNamespaceSpecifier' ? '*' : keyName(x.imported)
      bound.set(x.local.name, [index, name])
    }
  }
  return bound
}
