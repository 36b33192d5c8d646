/** The thread that looks at pictures, so that neither a hostile picture nor a slow one stands in anybody's way. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Look } from '../../evidence/pictures/types.ts'
import { lookAt } from './look.ts'
import { settle, type Task, worthOf } from './task.ts'

const work = async (task: Task): Promise<void> => {
  const { jobs, at, worth, open, reads } = task
  const done = (index: number, look: Look): void => parentPort?.postMessage({ index, look })
  // First a look at all, then the reading: so that a bounded number of readings brings the most.
  for (const { index, bytes, known, bonus } of jobs) {
    if (known) continue
    Atomics.store(at, 0, index + 1)
    Atomics.store(at, 1, 0)
    const look = await lookAt(bytes, { read: false })
    done(index, look)
    settle(task, index, worthOf(look, bonus))
  }
  Atomics.store(at, 0, 0)
  // Which ones are read must not depend on which thread was faster: all wait until everything has been looked at.
  for (let left = Atomics.load(open, 0); left > 0; left = Atomics.load(open, 0)) Atomics.wait(open, 0, left, 1000)
  const chosen = [...worth.keys()]
    .filter((index) => worth[index]! > 0)
    .sort((a, b) => worth[b]! - worth[a]! || a - b)
    .slice(0, reads)
  const mine = new Map(jobs.map((job) => [job.index, job]))
  for (const index of chosen) {
    const job = mine.get(index)
    if (!job) continue
    Atomics.store(at, 0, index + 1)
    Atomics.store(at, 1, 1)
    done(index, await lookAt(job.bytes, { read: true }))
  }
  Atomics.store(at, 0, 0)
}
await work(workerData as Task)
