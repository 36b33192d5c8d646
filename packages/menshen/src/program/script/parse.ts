/** Source text of one script -> facts. */
import { FACTS_VERSION, type ScriptFacts } from './ir.ts'
import { lower } from './lower.ts'
import { parseText } from './parser.ts'

/** Files longer than this are not analysed (UTF-16 units). */
export const SCRIPT_LIMIT = 8_000_000

/**
 * Parses and lowers one script. Syntax errors do not throw: they stand in `errors`, with whatever could be recovered.
 * @param file path; its suffix decides between JavaScript and TypeScript
 */
export function scriptFacts(file: string, text: string): ScriptFacts {
  const lang = file.endsWith('.ts') ? 'ts' : 'jsx'
  let result = parseText(file, text, lang)
  // Flow-like or legacy syntax that only one of the two dialects takes.
  if (result.errors.length && result.program.body.length === 0) {
    const other = parseText(file, text, lang === 'ts' ? 'tsx' : 'ts')
    if (other.errors.length < result.errors.length || other.program.body.length) result = other
  }
  const errors = result.errors.slice(0, 5).map((e) => ({ message: e.message, start: e.labels[0]?.start ?? 0 }))
  return { version: FACTS_VERSION, errors, ...lower(result.program) }
}
