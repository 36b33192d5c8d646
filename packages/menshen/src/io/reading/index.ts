/**
 * A second thread that looks for words in copy. Whatever goes wrong with it, no word is lost: who asks is told that no answer
 * will come, and reads in place.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { MessagePort, Worker } from 'node:worker_threads'
import { type Answer, type DistantReader, distantReader, type Line, writtenTexts } from '../../evidence/reading/index.ts'
import type { ProgramModel } from '../../program/types.ts'
import { now } from '../clock.ts'
import { putFlagsAside, setFlags } from '../heap.ts'
import { type Post, STATE } from './post.ts'

export interface ReadingThread extends DistantReader {
  /** Ends it; whoever still asks reads in place. */
  close(): void
}
export interface ThreadBounds {
  /** Milliseconds that a thread which has not begun yet is waited for. */
  readonly start: number
  /** Milliseconds without a sign of life after which nobody waits any longer. */
  readonly silence: number
  /** Milliseconds for one answer. */
  readonly answer: number
}
export const THREAD_BOUNDS: ThreadBounds = { start: 150, silence: 2500, answer: 10_000 }

const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8, stackSizeMb: 1 }
/** How long it is waited for at a time. */
const STEP = 50

/** Beside the sources, or in the built package below the chunk that this is in. */
const entry = (): URL | undefined =>
  ['./worker.ts', '../reading.js', './reading.js']
    .map((place) => new URL(place, import.meta.url))
    .find((url) => existsSync(fileURLToPath(url)))

/** Fewer texts than this are read sooner than a thread is started. */
const WORTH = 300
/** Starts the thread for a program, where it is worth it and possible. */
export const startReading = (program: ProgramModel): ReadingThread | undefined => {
  const texts = writtenTexts(program)
  const thread = texts.length < WORTH || availableParallelism() < 2 ? undefined : openThread()
  thread?.expect(texts, program.platform)
  return thread
}

/** Starts the thread; undefined where there can be none. It does not keep the process alive. */
export const openThread = (bounds: ThreadBounds = THREAD_BOUNDS, code: URL | undefined = entry()): ReadingThread | undefined => {
  if (!code) return undefined
  const state = new Int32Array(new SharedArrayBuffer(4 * Object.keys(STATE).length))
  let worker: Worker
  let port: MessagePort
  const flags = putFlagsAside()
  let receiveMessage: (port: MessagePort) => { readonly message: unknown } | undefined
  try {
    // Taken when there is work: threads bring a good deal of Node along.
    const threads = process.getBuiltinModule('node:worker_threads')
    const { port1, port2 } = new threads.MessageChannel()
    port = port1
    receiveMessage = threads.receiveMessageOnPort
    const workerData: Post = { port: port2, state, flags }
    worker = new threads.Worker(code, { workerData, transferList: [port2], resourceLimits: LIMITS, stdout: true, stderr: true })
  } catch {
    setFlags(flags)
    return undefined
  }
  let closed = false
  const close = (): void => {
    if (closed) return
    closed = true
    port.close()
    void worker.terminate()
  }
  worker.on('error', close)
  worker.on('exit', close)
  worker.unref()
  port.unref()
  const answers = new Map<number, Answer>()
  const line: Line = {
    send(request) {
      if (closed || Atomics.load(state, STATE.dead) === 1) return false
      try {
        port.postMessage(request)
        return true
      } catch {
        return false
      }
    },
    receive(id) {
      const began = now()
      let alive = began
      let pulse = -1
      while (!closed) {
        const sent = Atomics.load(state, STATE.sent)
        for (let got = receiveMessage(port); got; got = receiveMessage(port)) {
          const answer = got.message as Answer
          answers.set(answer.id, answer)
        }
        const answer = answers.get(id)
        if (answer) {
          answers.delete(id)
          return answer
        }
        const at = now()
        const beat = Atomics.load(state, STATE.pulse)
        if (beat !== pulse) {
          pulse = beat
          alive = at
        }
        const patience = Atomics.load(state, STATE.up) === 1 ? bounds.silence : bounds.start
        if (Atomics.load(state, STATE.dead) === 1 || at - alive > patience || at - began > bounds.answer) break
        Atomics.wait(state, STATE.sent, sent, STEP)
      }
      close()
      return undefined
    },
  }
  return { ...distantReader(line), close }
}
