/** Reading unknown JSON: every value is checked before it is used, and what is not as it must be is reported. */
import type { JsonDocument, Problem, Span } from '../types.ts'

export type JsonObject = Readonly<Record<string, unknown>>
type Path = readonly (string | number)[]

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads one document, reporting into one log. */
export class ShapeReader {
  readonly document: JsonDocument
  readonly #report: (problem: Problem) => void

  constructor(document: JsonDocument, report: (problem: Problem) => void) {
    this.document = document
    this.#report = report
  }

  /** The value's place, or that of the whole document. */
  at(path: Path): Span {
    return this.document.at(path) ?? this.document.at([]) ?? { file: this.document.file, start: 0, end: 0 }
  }

  wrong(path: Path, reason: string, data: Record<string, string> = {}): void {
    this.#report({
      kind: 'json-shape',
      at: this.at(path),
      data: { path: this.document.file, key: path.join('.'), reason, ...data },
      hides: false,
    })
  }

  value(path: Path): unknown {
    let value: unknown = this.document.value
    for (const step of path) {
      if (typeof step === 'number' ? Array.isArray(value) : isObject(value)) value = (value as Record<string | number, unknown>)[step]
      else return undefined
    }
    return value
  }

  object(path: Path): JsonObject | undefined {
    const value = this.value(path)
    if (isObject(value)) return value
    if (value !== undefined) this.wrong(path, 'not-object')
    return undefined
  }

  array(path: Path, most = 10_000): readonly unknown[] {
    const value = this.value(path)
    if (Array.isArray(value)) {
      if (value.length <= most) return value
      this.wrong(path, 'too-many')
      return value.slice(0, most)
    }
    if (value !== undefined) this.wrong(path, 'not-array')
    return []
  }

  string(path: Path): string | undefined {
    const value = this.value(path)
    if (typeof value === 'string') return value
    if (value !== undefined) this.wrong(path, 'not-string')
    return undefined
  }
}
