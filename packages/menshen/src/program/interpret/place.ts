/** Where a node of a script stands, as a place that findings can name. */
import { type Node, SPARE } from '../script/ir.ts'
import type { Frame, Site } from './value.ts'

/**
 * The place of a node in the file that a frame runs. Nodes with a spare field keep theirs: they are asked for it again and
 * again. Where many places are asked for, the spare field is looked at first (`n[6] ?? siteOf(f, n)`, by SPARE's numbers).
 */
export function siteOf(f: Frame, n: Node): Site {
  const spare = SPARE[n[0] as number]!
  if (spare === 0) return { file: f.module.file, start: n[1] as number, end: n[2] as number }
  const kept = n[spare] as Site | null | undefined
  if (kept) return kept
  const site: Site = { file: f.module.file, start: n[1] as number, end: n[2] as number }
  ;(n as unknown[])[spare] = site
  return site
}
