/** What ends a command early: words for the person, and the exit code. */
import type { Text } from '../check/types.ts'

/** 0 clear · 1 findings · 2 could not finish · 3 nothing to check. */
export const EXIT = { clear: 0, findings: 1, unfinished: 2, nothing: 3 } as const

export class Failure extends Error {
  readonly text: Text
  readonly code: number
  constructor(text: Text, code: number = EXIT.unfinished) {
    super(text.en)
    this.text = text
    this.code = code
  }
}
