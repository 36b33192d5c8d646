/** What every report is made from. */
import type { CheckRun } from '../check/types.ts'
import type { RunEvidence } from '../evidence/run.ts'
import type { Rulebook } from '../rulebook/index.ts'
import type { Rule } from '../rules/kit.ts'

export interface ReportInput {
  readonly run: CheckRun
  readonly rulebook: Rulebook
  readonly rules: ReadonlyMap<string, Rule>
  /** The text of a file of the run, for code frames; undefined when it cannot be had. */
  source(file: string): string | undefined
  /** What was seen when the program was run. */
  readonly walked?: RunEvidence | undefined
  /** A packaged picture by its path, as base64 with its size in pixels. */
  readonly asset?:
    | ((file: string) => { readonly media: string; readonly data: string; readonly width: number; readonly height: number } | undefined)
    | undefined
  /** A screenshot by its hash, as base64. */
  readonly picture?: ((sha256: string) => string | undefined) | undefined
}
