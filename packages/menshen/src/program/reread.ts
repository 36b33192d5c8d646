/** For a process that reads the same program again: what was made of a file's text stays as long as the text does. */
import type { Problem } from './types.ts'

interface Made {
  readonly text: string
  readonly made: unknown
  readonly problems: readonly Problem[]
}

export class Reread {
  #among = ''
  readonly #made = new Map<string, Made>()

  /** Begins a reading. What a file points at depends on which files there are: with others than before, all is made anew. */
  begin(among: string): void {
    if (among !== this.#among) this.#made.clear()
    this.#among = among
  }

  /** What `make` makes of a text, and the problems that it meets; both from before where the text is the same. */
  of<T>(kind: string, file: string, text: string, report: (problem: Problem) => void, make: (report: (problem: Problem) => void) => T): T {
    const key = `${kind} ${file}`
    const had = this.#made.get(key)
    if (had?.text === text) {
      for (const problem of had.problems) report(problem)
      return had.made as T
    }
    const problems: Problem[] = []
    const made = make((problem) => {
      problems.push(problem)
      report(problem)
    })
    this.#made.set(key, { text, made, problems })
    return made
  }
}
