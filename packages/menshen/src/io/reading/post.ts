/** What the reading thread is given. */
import type { MessagePort } from 'node:worker_threads'

/** Places in the numbers that both sides see. */
export const STATE = {
  /** Answers that have been sent, or the thread's end. */
  sent: 0,
  /** 1 when it listens. */
  up: 1,
  /** Goes up while it works. */
  pulse: 2,
  /** 1 when it has ended. */
  dead: 3,
} as const
export interface Post {
  readonly port: MessagePort
  readonly state: Int32Array
  /** V8's flags, to be set again when the thread has come up. */
  readonly flags: readonly string[]
}
