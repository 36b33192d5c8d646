/**
 * A worker: takes jobs from the queue, hands over what transactions wrote to the outbox, fires timers, sends mail and
 * keeps house. Any number of them work on one database; each may be killed at any line.
 */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { HOUR, MINUTE } from '../domain/words.ts'
import type { Blobs } from '../store/blobs/blobs.ts'
import { hearing } from '../store/listen.ts'
import { enqueue, sent, takeOutgoing, unsent } from '../store/outbox.ts'
import { Problem } from '../store/problem.ts'
import type { Secrets } from '../store/secrets.ts'
import { seedPlatform } from '../store/seeds.ts'
import type { Store } from '../store/store.ts'
import { fireTimers } from '../store/timers.ts'
import { mailStanding, signOfLife, workerStopped } from '../store/workers.ts'
import { type Boss, DEAD, openBoss, QUEUES } from './boss.ts'
import { accountEnded, nothingElse, programEnded } from './ended.ts'
import type { Engine } from './engine.ts'
import { keepHouse } from './house.ts'
import { intake, intakeGivenUp } from './intake.ts'
import { deliverMail, type MailWay } from './mail.ts'
import { autoDecision, checkGivenUp, engineCheck, likeness, preview, review, verdict } from './review.ts'
import { makeSlots } from './slots.ts'
import { deliverCalls } from './webhooks.ts'
import { type JobData, type Log, SILENT, Stopped, type Try, type Work } from './work.ts'

export interface WorkerOptions {
  readonly store: Store
  /** Of the same database: the queue and the listeners have connections of their own. */
  readonly url: string
  readonly blobs: Blobs
  readonly secrets: Secrets
  readonly engine: Engine
  readonly mail: MailWay
  /** Programs that are run at once; as many short checks go on beside them. */
  readonly slots?: number
  readonly log?: Log
  /** Milliseconds between looks at what nobody told of; shorter in tests. */
  readonly pace?: number
  /** Milliseconds that jobs have to end when the worker stops. */
  readonly patience?: number
}
export interface Worker {
  readonly id: string
  /** Takes no more jobs, lets those at work end or gives them back, and is gone. */
  stop(): Promise<void>
}

const HANDLERS: Readonly<Record<string, (work: Work, one: Try) => Promise<void>>> = {
  intake,
  preview,
  review,
  glance: engineCheck('static'),
  static: engineCheck('static'),
  pictures: engineCheck('pictures'),
  run: engineCheck('run'),
  likeness,
  verdict,
  'auto-decision': autoDecision,
  'document-expired': nothingElse,
  'account-ended': accountEnded,
  'program-ended': programEnded,
}

/** Something done again and again: when it is told to, and at least so often. Never twice at once. */
const loop = (everyMs: number, work: () => Promise<void>, failed: (error: unknown) => void) => {
  let [ended, running, again] = [false, false, false]
  let timer: NodeJS.Timeout | undefined
  let turn = Promise.resolve()
  const run = async (): Promise<void> => {
    running = true
    clearTimeout(timer)
    do {
      again = false
      try {
        await work()
      } catch (error) {
        failed(error)
      }
    } while (again && !ended)
    running = false
    if (!ended) timer = setTimeout(wake, everyMs)
  }
  const wake = (): void => {
    if (ended) return
    if (running) again = true
    else turn = run()
  }
  wake()
  return {
    wake,
    stop: async () => {
      ended = true
      clearTimeout(timer)
      await turn
    },
  }
}

/** Hands what was decided over to the queue: committed is sent, sent is written down, and the same one twice is one. */
const relay = async (store: Store, boss: Boss, log: Log): Promise<void> => {
  for (;;) {
    const items = await takeOutgoing(store, ['job'], 50)
    for (const item of items)
      try {
        await boss.send(item.id, item.content as unknown as JobData)
        await sent(store, item.id)
      } catch (error) {
        log.warn('relay', { outbox: item.id, error: String(error) })
        await unsent(store, item, String(error))
      }
    if (items.length < 50) return
  }
}

/** What no worker lived to end: a person gets it, with the reason. */
const dead = async (work: Work, { data }: Try): Promise<void> => {
  work.log.error('dead', { ...data })
  try {
    if (data.check !== undefined) await checkGivenUp(work, data.check)
    else if (data.queue === 'intake') await intakeGivenUp(work, data.id)
    // Of others the timers behind their states see to it that a person gets them.
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

/** Starts to work. */
export const startWorker = async ({
  store,
  url,
  blobs,
  secrets,
  engine,
  mail,
  slots: size = 1,
  log = SILENT,
  pace = 1000,
  patience = 20_000,
}: WorkerOptions): Promise<Worker> => {
  const id = randomUUID()
  const slots = makeSlots(size)
  const halt = new AbortController()
  const work: Work = { store, blobs, secrets, engine, slots, log, stop: halt.signal }
  await seedPlatform(store)
  const boss = await openBoss(url, (error) => log.error('queue', { error: error.message }))
  const failed = (what: string) => (error: unknown) => log.error(what, { error: error instanceof Error ? error.message : String(error) })
  const sign = () =>
    signOfLife(store, { id, host: hostname(), pid: process.pid, version: engine.version, slots: size, busy: slots.busy, mail: mail.how })
  await sign()

  const handle = (queue: string, handler: (work: Work, one: Try) => Promise<void>) => async (one: Try) => {
    const began = performance.now()
    try {
      await handler(work, one)
      log.info('job', { queue, id: one.data.id, ms: Math.round(performance.now() - began) })
    } catch (error) {
      if (error instanceof Stopped || halt.signal.aborted) {
        // Given back as it was, not as one that failed: stopping a worker uses nobody's tries up.
        await store.run((tx) => enqueue(tx, 'job', { ...one.data }).then(() => undefined))
        return
      }
      // What has moved on meanwhile needs nothing any more.
      if (error instanceof Problem && ['state', 'not-found'].includes(error.code)) return
      log.warn('job', { queue, id: one.data.id, attempt: one.attempt, error: error instanceof Error ? error.message : String(error) })
      throw error
    }
  }
  // As many short children as there are slots for them, so that one is left when all of these are at work.
  const long = new Set(['run', 'glance'])
  for (const [queue, handler] of Object.entries(HANDLERS))
    if (QUEUES[queue]) await boss.work(queue, long.has(queue) ? size : size + 1, handle(queue, handler))
  await boss.work(DEAD, 1, handle(DEAD, dead))

  // Mail that nobody can send is said again and again, until somebody can.
  let mailTold = 0
  const tellMail = async (): Promise<void> => {
    if (mail.how !== 'waits' || Date.now() - mailTold < HOUR) return
    const { how, waiting } = await mailStanding(store)
    if (how === 'sends' || how === 'keeps' || waiting === 0) return
    mailTold = Date.now()
    log.error('mail', { waiting, error: 'no server for mail is named: set MENSHEN_SMTP' })
  }
  const loops = {
    relay: loop(2 * pace, () => relay(store, boss, log), failed('relay')),
    mail: loop(5 * pace, () => deliverMail(work, mail), failed('mail')),
    calls: loop(5 * pace, () => deliverCalls(work), failed('webhook')),
    timers: loop(
      pace,
      async () => {
        for (const { outcome, ...about } of await fireTimers(store)) if (outcome === 'failed') log.error('timer', about)
      },
      failed('timers'),
    ),
    sign: loop(
      10 * pace,
      async () => {
        await sign()
        await tellMail()
      },
      failed('sign'),
    ),
    house: loop(MINUTE, () => keepHouse(work), failed('house')),
  }
  const deaf = hearing(url, 'menshen_outbox', () => {
    loops.relay.wake()
    loops.mail.wake()
    loops.calls.wake()
  })
  log.info('worker', { id, slots: size, engine: engine.rulebook })
  let stopping: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    await deaf()
    // First the queue: what is at work has until then to end by itself, then children are ended and their jobs given back.
    const end = setTimeout(() => halt.abort(), patience)
    await boss.stop({ graceful: true, ms: patience + 15_000 })
    clearTimeout(end)
    halt.abort()
    for (const one of Object.values(loops)) await one.stop()
    await workerStopped(store, id).catch(() => {})
    log.info('worker stopped', { id })
  }
  return { id, stop: () => (stopping ??= stop()) }
}
