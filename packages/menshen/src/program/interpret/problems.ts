/** What the interpretation could not follow, as problems with a place. */
import type { ScriptFacts } from '../script/ir.ts'
import type { Problem, ProgramModel, Span } from '../types.ts'
import type { Modules } from './modules.ts'
import type { Units } from './units.ts'

const MAX_OF_A_KIND = 200
/** Reasons for which a unit of a compiled program counts as not resolved. */
const UNRESOLVED = new Set(['framework', 'no-definition', 'options-unknown', 'fuel'])
const NAMES: Readonly<Record<string, string>> = { 'uni-app': 'uni-app', taro: 'Taro', mpx: 'mpx', wepy: 'wepy' }

export function problemsOf(
  model: ProgramModel,
  modules: Modules,
  units: Units,
  scripts: ReadonlyMap<string, ScriptFacts>,
  opaque: ReadonlyMap<string, string>,
): Problem[] {
  const out: Problem[] = []
  const counts = new Map<string, number>()
  const add = (kind: Problem['kind'], at: Span, data: Problem['data'], hides: boolean): void => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    if (count <= MAX_OF_A_KIND) out.push({ kind, at, data: { path: at.file, ...data }, hides })
  }
  for (const [file, facts] of scripts) {
    const [first] = facts.errors
    if (first) add('script-syntax', { file, start: first.start, end: first.start }, { reason: first.message.slice(0, 200) }, true)
  }
  // Somebody else's code asks for what this program does not need more often than not.
  const packages = new Set<string>()
  for (const { file, source, start, end } of modules.missed.values()) {
    if (model.vendored.has(file) && model.vendored.get(file) !== 'minified') continue
    // A package that npm was not built for is missing once, whoever asks for it.
    const bare = !/^[./]/.test(source)
    if (bare && packages.has(source)) continue
    packages.add(source)
    add('module-missing', { file, start, end }, { source }, true)
  }
  const framework = NAMES[model.framework]
  if (framework)
    for (const state of [units.app, ...units.states.values()]) {
      const reason = opaque.get(state.unit.base)
      const file = state.unit.script ?? state.unit.template
      if (reason !== undefined && file !== null && UNRESOLVED.has(reason))
        add('framework-not-resolved', { file, start: 0, end: 0 }, { framework, page: state.unit.base.slice(model.root.length) }, true)
    }
  if (model.framework !== 'taro')
    for (const at of units.nameless.values())
      add('dynamic-component', at, { tag: (model.files.text(at.file) ?? '').slice(at.start, Math.min(at.end, at.start + 120)) }, false)
  return out
}
