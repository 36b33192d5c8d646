/** Program scripts to CommonJS, line for line. */
import { transform } from 'sucrase'
import type { BuildProblem } from '../types.ts'

export interface Script {
  readonly code: string
  readonly strict: boolean
}
const module_ =
  /^[ \t;]*(?:import\b(?!\s*\()|export\b)|[;}][ \t]*(?:import\s*[\w{*"']|export\s+(?:default|const|let|var|function|class|\{|\*))/m

/** The platform's transformation makes `var` of the outermost declarations: they may be named before they are reached. */
const hoisted = (code: string): string => code.replace(/^(?:const|let)(?=[ \t]+[\w$[{])/gm, (word) => (word === 'let' ? 'var' : 'var  '))

/** Makes one script ready to be wrapped and run; a script that does not parse stays as it is, and the browser will say why. */
export function compileScript(file: string, text: string, strict: boolean, problems: BuildProblem[]): Script {
  const typed = file.endsWith('.ts')
  // a hashbang or a stray end-of-script mark breaks the wrapper
  const source = text.replace(/^#!.*/, '')
  if (!typed && !module_.test(source)) return { code: hoisted(source), strict }
  try {
    const code = transform(source, {
      transforms: typed ? ['imports', 'typescript'] : ['imports'],
      preserveDynamicImport: false,
      disableESTransforms: true,
      filePath: file,
    }).code
    return { code: hoisted(code), strict: true }
  } catch (error) {
    const message = String((error as Error).message).slice(0, 300)
    problems.push({ file, line: +(/\((\d+):\d+\)/.exec(message)?.[1] ?? 1), message: 'script: ' + message, fatal: false })
    return { code: source, strict }
  }
}
