/** Safe fixes of a run as new texts of files, and as a diff that a person can read. Pure: writing is the host's business. */
import { LineTable } from '../program/lines.ts'
import type { Finding, TextEdit } from './types.ts'

export interface Patch {
  readonly file: string
  readonly before: string
  readonly after: string
  /** In order, none touching another. */
  readonly edits: readonly TextEdit[]
}
export interface FixPlan {
  readonly patches: readonly Patch[]
  /** Findings that the patches mend. */
  readonly mended: readonly Finding[]
  /** Findings whose safe fix stands in the way of another: for the next turn. */
  readonly postponed: number
}

const same = (a: TextEdit, b: TextEdit) => a.file === b.file && a.start === b.start && a.end === b.end && a.text === b.text
/** Edits that touch are in each other's way too: which of two insertions comes first nobody said. */
const clash = (a: TextEdit, b: TextEdit) => a.file === b.file && a.start <= b.end && b.start <= a.end

const fits = (edit: TextEdit, text: string | undefined): boolean =>
  text !== undefined &&
  Number.isInteger(edit.start) &&
  Number.isInteger(edit.end) &&
  0 <= edit.start &&
  edit.start <= edit.end &&
  edit.end <= text.length

/** Chooses the safe fixes that go together, in the order of the findings. A fix is taken whole or not at all; what is set aside stays as it is. */
export const planFixes = (findings: readonly Finding[], source: (file: string) => string | undefined): FixPlan => {
  const taken: TextEdit[] = []
  const mended: Finding[] = []
  let postponed = 0
  for (const finding of findings) {
    const { fix } = finding
    if (fix?.kind !== 'safe' || finding.setAside || fix.edits.length === 0) continue
    const fresh = fix.edits.filter((edit) => !taken.some((one) => same(one, edit)))
    const inside = fresh.some((edit, i) => fresh.slice(i + 1).some((other) => clash(edit, other)))
    if (inside || !fix.edits.every((edit) => fits(edit, source(edit.file)))) continue
    if (fresh.some((edit) => taken.some((one) => clash(one, edit)))) {
      postponed += 1
      continue
    }
    taken.push(...fresh)
    mended.push(finding)
  }
  const files = [...new Set(taken.map((edit) => edit.file))].sort()
  const patches = files.map((file): Patch => {
    const before = source(file)!
    const edits = taken.filter((edit) => edit.file === file).sort((a, b) => a.start - b.start)
    return { file, before, after: applied(before, edits, 0, before.length), edits }
  })
  return { patches: patches.filter((patch) => patch.after !== patch.before), mended, postponed }
}

/** A stretch of a text with the edits that lie in it carried out. */
const applied = (text: string, edits: readonly TextEdit[], from: number, to: number): string => {
  let out = ''
  let at = from
  for (const edit of edits) {
    if (edit.start < from || edit.end > to) continue
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at, to)
}

const CONTEXT = 3
const NO_NEWLINE = '\\ No newline at end of file'
const split = (text: string): readonly string[] => {
  if (text === '') return []
  const lines = text.split(/(?<=\n)/)
  return lines
}
/** Lines of a diff; one without a line break at its end says so. */
const marked = (mark: string, lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => (line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, NO_NEWLINE]))

/** The patch in the unified form that `git apply` and `patch -p1` read. */
export const unifiedDiff = ({ file, before, edits }: Patch): string => {
  const lines = split(before)
  const starts: number[] = []
  for (let at = 0, i = 0; i < lines.length; i++) {
    starts.push(at)
    at += lines[i]!.length
  }
  const lineAt = (offset: number) => {
    const line = starts.findLastIndex((start) => start <= offset)
    return Math.max(0, line)
  }
  // Stretches of lines that change, those with little between them in one hunk.
  const stretches: { first: number; last: number }[] = []
  for (const edit of edits) {
    const first = lineAt(edit.start)
    const last = lineAt(Math.max(edit.start, edit.end - 1))
    const before = stretches.at(-1)
    if (before && first <= before.last) before.last = Math.max(before.last, last)
    else stretches.push({ first, last })
  }
  const hunks: (typeof stretches)[] = []
  for (const stretch of stretches) {
    const hunk = hunks.at(-1)
    if (hunk && stretch.first - hunk.at(-1)!.last <= CONTEXT * 2) hunk.push(stretch)
    else hunks.push([stretch])
  }
  const end = (line: number) => starts[line + 1] ?? before.length
  let shift = 0
  const out = [`--- a/${file}`, `+++ b/${file}`]
  for (const hunk of hunks) {
    const from = Math.max(0, hunk[0]!.first - CONTEXT)
    const to = Math.min(lines.length - 1, hunk.at(-1)!.last + CONTEXT)
    const body: string[] = []
    let [had, have, at] = [0, 0, from]
    const keep = (until: number) => {
      const kept = lines.slice(at, until)
      body.push(...marked(' ', kept))
      had += kept.length
      have += kept.length
    }
    for (const { first, last } of hunk) {
      keep(first)
      const old = lines.slice(first, last + 1)
      const fresh = split(applied(before, edits, starts[first] ?? 0, lines.length === 0 ? 0 : end(last)))
      body.push(...marked('-', old), ...marked('+', fresh))
      had += old.length
      have += fresh.length
      at = last + 1
    }
    keep(to + 1)
    const range = (line: number, count: number) => (count === 1 ? `${line}` : `${count === 0 ? line - 1 : line},${count}`)
    out.push(`@@ -${range(from + 1, had)} +${range(from + 1 + shift, have)} @@`, ...body)
    shift += have - had
  }
  return `${out.join('\n')}\n`
}

/** Where each edit of a patch stands in the text before it, for a summary. */
export const editPlaces = ({ before, edits }: Patch): readonly { readonly line: number; readonly column: number }[] => {
  const table = new LineTable(before)
  return edits.map((edit) => table.position(edit.start))
}
