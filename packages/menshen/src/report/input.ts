/** What every report is made from. */
import type { CheckRun } from '../check/types.ts'
import type { Rulebook } from '../rulebook/index.ts'
import type { Rule } from '../rules/kit.ts'

export interface ReportInput {
  readonly run: CheckRun
  readonly rulebook: Rulebook
  readonly rules: ReadonlyMap<string, Rule>
  /** The text of a file of the run, for code frames; undefined when it cannot be had. */
  source(file: string): string | undefined
}
