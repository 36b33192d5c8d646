/** Program scripts to CommonJS, line for line. */
import { transform } from 'sucrase'
import type { BuildProblem } from '../types.ts'

export interface Script {
  readonly code: string
  readonly strict: boolean
}
const module_ =
  /^[ \t;]*(?:import\b(?!\s*\()|export\b)|[;}][ \t]*(?:import\s*[\w{*"']|export\s+(?:default|const|let|var|function|class|\{|\*))/m

/** Makes one script ready to be wrapped and run; a script that does not parse stays as it is, and the browser will say why. */
export function compileScript(file: string, text: string, strict: boolean, problems: BuildProblem[]): Script {
  const typed = file.endsWith('.ts')
  // a hashbang or a stray end-of-script mark breaks the wrapper
  const source = text.replace(/^#!.*/, '')
  if (!typed && !module_.test(source)) return { code: source, strict }
  try {
    const code = transform(source, {
      transforms: typed ? ['imports', 'typescript'] : ['imports'],
      preserveDynamicImport: false,
      disableESTransforms: true,
      filePath: file,
    }).code
    return { code, strict: true }
  } catch (error) {
    const message = String((error as Error).message).slice(0, 300)
    problems.push({ file, line: +(/\((\d+):\d+\)/.exec(message)?.[1] ?? 1), message: 'script: ' + message, fatal: false })
    return { code: source, strict }
  }
}
