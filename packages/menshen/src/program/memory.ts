/** A program held in memory: what tests and rule examples are made of. */
import { decodeText, MAX_TEXT } from './decode.ts'
import type { Files, Problem } from './types.ts'

/** Files from a record of path to content. Nothing is read from or written to a disk. */
export function memoryFiles(record: Readonly<Record<string, string | Uint8Array>>, name = 'program'): Files {
  const contents = new Map(Object.entries(record))
  const paths = [...contents.keys()].sort()
  const texts = new Map<string, string | undefined>()
  const problems: Problem[] = []
  const encoder = new TextEncoder()
  const bytes = (path: string): Uint8Array | undefined => {
    const content = contents.get(path)
    return typeof content === 'string' ? encoder.encode(content) : content
  }
  return {
    name,
    origin: 'memory',
    list: () => paths,
    has: (path) => contents.has(path),
    size: (path) => bytes(path)?.length ?? 0,
    bytes,
    text(path) {
      if (texts.has(path)) return texts.get(path)
      const content = bytes(path)
      const text = content && textWithProblems(path, content, problems)
      texts.set(path, text)
      return text
    },
    problems: () => problems,
  }
}

/** Decodes a file's bytes and writes down what was odd about them. */
export function textWithProblems(path: string, bytes: Uint8Array, problems: Problem[]): string | undefined {
  const decoded = bytes.length > MAX_TEXT ? undefined : decodeText(bytes)
  if (!decoded) return undefined
  const at = { file: path, start: 0, end: 0 }
  if (decoded.bom) problems.push({ kind: 'bom', at, data: { path }, hides: false })
  if (!decoded.valid) problems.push({ kind: 'not-utf8', at, data: { path }, hides: true })
  return decoded.text
}
