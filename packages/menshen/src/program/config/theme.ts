/** theme.json: the variables that app.json and page configuration name as "@name". */
import type { JsonDocument, Problem } from '../types.ts'
import { isObject } from './shape.ts'

export type Mode = 'light' | 'dark'

/** The value of a configuration entry in one mode: "@name" is looked up, anything else is itself; undefined when the variable is missing. */
export function themed(theme: JsonDocument | null, mode: Mode, value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('@')) return value
  const variables = isObject(theme?.value) ? theme.value[mode] : undefined
  return isObject(variables) ? variables[value.slice(1)] : undefined
}

/** Reports every "@name" of a document that the theme does not define for both modes. */
export function reportUnknownVariables(document: JsonDocument, theme: JsonDocument | null, report: (problem: Problem) => void): void {
  const waiting: (readonly (string | number)[])[] = [['window'], ['tabBar']]
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    const value = path.reduce<unknown>(
      (inner, step) => (isObject(inner) || Array.isArray(inner) ? (inner as JsonLike)[step] : undefined),
      document.value,
    )
    if (isObject(value) || Array.isArray(value)) {
      for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) waiting.push([...path, key])
    } else if (typeof value === 'string' && /^@\w+$/.test(value)) {
      if (themed(theme, 'light', value) !== undefined && themed(theme, 'dark', value) !== undefined) continue
      const at = document.at(path) ?? { file: document.file, start: 0, end: 0 }
      report({ kind: 'json-shape', at, data: { path: document.file, key: path.join('.'), reason: 'unknown-variable' }, hides: false })
    }
  }
}
type JsonLike = Readonly<Record<string | number, unknown>>
