/** What the threads that look at pictures are given, and how they agree on what is read. */
import { lettersIn } from '../../evidence/pictures/rows.ts'
import type { Look } from '../../evidence/pictures/types.ts'

export interface Job {
  readonly index: number
  readonly bytes: Uint8Array
  /** What an earlier look found: then only reading is left. */
  readonly known?: Look | undefined
  /** Added to what its letters weigh. */
  readonly bonus: number
}
export interface Task {
  readonly jobs: readonly Job[]
  /** [index of the job at work + 1, whether it is being read]; shared, for the thread may never speak again. */
  readonly at: Int32Array
  /** Of all pictures of all threads: what reading each is worth; -1 as long as nobody has looked, 0 when there is nothing to read. */
  readonly worth: Int32Array
  /** How many nobody has looked at. */
  readonly open: Int32Array
  /** How many are read at most, by all threads together. */
  readonly reads: number
}

const MOST_LETTERS = 80
/** What reading a picture is worth, once it has been looked at. */
export const worthOf = (look: Look, bonus: number): number =>
  look.unread === 'budget' ? 1 + bonus + Math.round(Math.min(MOST_LETTERS, lettersIn(look.measures?.rows ?? []))) : 0
/** Notes it once. */
export const settle = ({ worth, open }: Pick<Task, 'worth' | 'open'>, index: number, value: number): void => {
  if (Atomics.compareExchange(worth, index, -1, value) !== -1) return
  Atomics.sub(open, 0, 1)
  Atomics.notify(open, 0)
}
