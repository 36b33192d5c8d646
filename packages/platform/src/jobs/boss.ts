/** The queue of jobs, on the same database. At least once: whoever handles a job finds in the rows what is still to be done. */
import { createHash } from 'node:crypto'
import { type JobWithMetadata, PgBoss } from 'pg-boss'
import type { JobData, Try } from './work.ts'

export interface QueueRules {
  /** Tries after the first. */
  readonly retries: number
  /** Seconds that one try may take. */
  readonly seconds: number
}
export const QUEUES: Readonly<Record<string, QueueRules>> = {
  intake: { retries: 3, seconds: 300 },
  preview: { retries: 3, seconds: 60 },
  review: { retries: 5, seconds: 60 },
  // The same check as `static`, before anything was submitted: nothing that is submitted waits behind it.
  glance: { retries: 2, seconds: 900 },
  static: { retries: 4, seconds: 900 },
  pictures: { retries: 4, seconds: 1200 },
  run: { retries: 4, seconds: 3600 },
  likeness: { retries: 4, seconds: 900 },
  verdict: { retries: 5, seconds: 120 },
  'auto-decision': { retries: 5, seconds: 60 },
  'document-expired': { retries: 5, seconds: 60 },
  'account-ended': { retries: 5, seconds: 300 },
  'program-ended': { retries: 5, seconds: 300 },
}
/** Where jobs end whose every try died with its worker. */
export const DEAD = 'dead'

/** The same row of the outbox is the same job, however often it is handed over. */
export const jobId = (outbox: number, queue: string): string => {
  const hex = createHash('sha256').update(`menshen job ${queue} ${outbox}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export interface Boss {
  send(outbox: number, data: JobData): Promise<void>
  /** Works a queue with so many jobs at once; `handle` throws what is to be tried again. */
  work(queue: string, atOnce: number, handle: (one: Try) => Promise<void>): Promise<void>
  /** Jobs of a queue that wait or are at work; by version where it is named. */
  open(queue: string): Promise<number>
  stop(options: { readonly graceful: boolean; readonly ms: number }): Promise<void>
}

/** Opens the queues, making them the first time. */
export const openBoss = async (url: string, error: (error: Error) => void): Promise<Boss> => {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'menshen-jobs',
    max: 6,
    schema: 'menshen_jobs',
    supervise: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
    useListenNotify: true,
  } as never)
  boss.on('error', error)
  await boss.start()
  await boss.createQueue(DEAD, { retryLimit: 5, retryDelay: 5, notify: true })
  for (const [name, { retries, seconds }] of Object.entries(QUEUES)) {
    const rules = {
      retryLimit: retries,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 60,
      expireInSeconds: seconds,
      deadLetter: DEAD,
      notify: true,
    }
    await boss.createQueue(name, { ...rules, heartbeatSeconds: 15 })
    // One that was made by an earlier release takes the rules of this one.
    await boss.updateQueue(name, rules)
  }
  return {
    send: async (outbox, data) => {
      if (!Object.hasOwn(QUEUES, data.queue)) throw new Error(`no queue ${data.queue}`)
      await boss.send(data.queue, data, { id: jobId(outbox, data.queue) })
    },
    work: async (queue, atOnce, handle) => {
      const most = QUEUES[queue]?.retries ?? 5
      await boss.work<
        JobData,
        void,
        {
          includeMetadata: true
          localConcurrency: number
          pollingIntervalSeconds: number
          notifyPollingIntervalSeconds: number
          heartbeatRefreshSeconds: number
        }
      >(
        queue,
        {
          includeMetadata: true,
          localConcurrency: atOnce,
          pollingIntervalSeconds: 2,
          notifyPollingIntervalSeconds: 5,
          heartbeatRefreshSeconds: 5,
        },
        async (jobs: JobWithMetadata<JobData>[]) => {
          for (const { data, retryCount } of jobs) await handle({ data, attempt: retryCount + 1, last: retryCount >= most })
        },
      )
    },
    open: async (queue) => {
      const [stats] = await boss.getQueueStats(queue, { force: true })
      return (stats?.queuedCount ?? 0) + (stats?.activeCount ?? 0)
    },
    stop: ({ graceful, ms }) => boss.stop({ graceful, timeout: ms, close: true }),
  }
}
