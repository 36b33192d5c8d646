/** The thread that looks at pictures, so that neither a hostile picture nor a slow one stands in anybody's way. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Look } from '../../evidence/pictures/types.ts'
import { lookAt } from './look.ts'

export interface Job {
  readonly index: number
  readonly bytes: Uint8Array
  /** What an earlier look found: then only reading is left. */
  readonly known?: Look | undefined
}
export interface Task {
  readonly jobs: readonly Job[]
  /** [index of the job at work + 1, whether it is being read]; shared, for the thread may never speak again. */
  readonly at: Int32Array
  /** How many may be read by all threads together, counted down. */
  readonly reads: Int32Array
}

const { jobs, at, reads } = workerData as Task
const done = (index: number, look: Look): void => parentPort?.postMessage({ index, look })

// First a look at all, then the reading: so that a bounded time brings the most.
const left: Job[] = []
for (const job of jobs) {
  if (job.known) {
    left.push(job)
    continue
  }
  Atomics.store(at, 0, job.index + 1)
  Atomics.store(at, 1, 0)
  const look = await lookAt(job.bytes, { read: false })
  if (look.unread === 'budget') left.push({ ...job, known: look })
  done(job.index, look)
}
for (const { index, bytes } of left) {
  if (Atomics.sub(reads, 0, 1) <= 0) break
  Atomics.store(at, 0, index + 1)
  Atomics.store(at, 1, 1)
  done(index, await lookAt(bytes, { read: true }))
}
Atomics.store(at, 0, 0)
