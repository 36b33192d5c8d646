/** The run itself: `menshen-check/1`. */
import type { CheckRun } from '../check/types.ts'

export const jsonReport = (run: CheckRun): string => `${JSON.stringify(run, null, 2)}\n`
