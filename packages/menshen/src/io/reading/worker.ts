/** The thread that looks for words in copy: it has the tables at hand, and reads ahead while nobody asks. */
import { openDesk, type Request } from '../../evidence/reading/index.ts'
import { setFlags } from '../heap.ts'
import { type Post, STATE } from './post.ts'

const { enableCompileCache } = process.getBuiltinModule('node:module')
const { workerData } = process.getBuiltinModule('node:worker_threads')
const { port, state, flags } = workerData as Post

setFlags(flags)
enableCompileCache?.()
// Whoever waits need not wait any longer.
process.on('exit', () => {
  Atomics.store(state, STATE.dead, 1)
  Atomics.add(state, STATE.sent, 1)
  Atomics.notify(state, STATE.sent)
})
const beat = (): void => {
  Atomics.add(state, STATE.pulse, 1)
}
const desk = openDesk(beat)
let reading = false
const ahead = (): void => {
  beat()
  reading = desk.readAhead()
  if (reading) setImmediate(ahead)
}
port.on('message', (request: Request) => {
  beat()
  if (request.kind === 'early') desk.expect(request)
  else {
    port.postMessage(desk.answer(request))
    Atomics.add(state, STATE.sent, 1)
    Atomics.notify(state, STATE.sent)
  }
  if (!reading) {
    reading = true
    setImmediate(ahead)
  }
})
Atomics.store(state, STATE.up, 1)
