/**
 * The program's time. Either the real one, or one that stands still until whoever drives lets it go on: then timers,
 * animations and frames come due in order, seconds pass in milliseconds, and the same moves always lead to the same states.
 */
const realTimer: (run: () => void, milliseconds?: number) => number = window.setTimeout.bind(window) as never
const realClear: (id?: number) => void = window.clearTimeout.bind(window)
const realRepeating: (run: () => void, milliseconds?: number) => number = window.setInterval.bind(window) as never
const realClearRepeating: (id?: number) => void = window.clearInterval.bind(window)
const realFrame: (run: (time: number) => void) => number = window.requestAnimationFrame.bind(window)
const realCancelFrame: (id: number) => void = window.cancelAnimationFrame.bind(window)
const realClock: () => number = performance.now.bind(performance)
export const realNow = (): number => realClock()
const OwnPromise = Promise
const animationsOf: () => Animation[] = document.getAnimations.bind(document)

/** Whether anything has happened since somebody looked, and since the browser drew. */
let seenAll = false
let drawnAll = false
export const stir = (): void => {
  seenAll = false
  drawnAll = false
}
export const stirred = (): boolean => !seenAll
/** Somebody looks: what is there is known from here on. */
export const stilled = (): void => {
  seenAll = true
}

interface Due {
  readonly id: number
  at: number
  readonly run: () => void
  /** Milliseconds between turns; 0 for once. */
  readonly every: number
}
let driven = false
let now = 0
/** In the order in which they come due. */
let queue: Due[] = []
/** Ids that no real timer has. */
let ids = 1e9

/** From here on time only passes in `advance`. */
export function driveTime(): void {
  driven = true
  now = realClock()
}
export const isDriven = (): boolean => driven
export const clock = (): number => (driven ? now : realClock())

function enqueue(due: Due): void {
  let i = queue.length
  while (i > 0 && (queue[i - 1] as Due).at > due.at) {
    queue[i] = queue[i - 1] as Due
    i--
  }
  queue[i] = due
}
function remove(id: number | undefined): void {
  const next: Due[] = []
  let n = 0
  for (let i = 0; i < queue.length; i++) if ((queue[i] as Due).id !== id) next[n++] = queue[i] as Due
  queue = next
}
const within = (milliseconds: number | undefined): number => {
  const n = +(milliseconds as number)
  return n >= 1 ? (n > 2147483647 ? 1 : n) : 1
}
export function setTimer(run: () => void, milliseconds?: number): number {
  if (!driven) return realTimer(run, milliseconds)
  enqueue({ id: ++ids, at: now + within(milliseconds), run, every: 0 })
  return ids
}
export const clearTimer = (id?: number): void => ((id as number) >= 1e9 ? remove(id) : realClear(id))
export function setRepeating(run: () => void, milliseconds?: number): number {
  if (!driven) return realRepeating(run, milliseconds)
  const every = Math.max(4, within(milliseconds))
  enqueue({ id: ++ids, at: now + every, run, every })
  return ids
}
export const clearRepeating = (id?: number): void => ((id as number) >= 1e9 ? remove(id) : realClearRepeating(id))
export const onFrame = (run: (time: number) => void): number => (driven ? setTimer(() => run(now), 16) : realFrame(run))
export const cancelFrame = (id: number): void => ((id as number) >= 1e9 ? remove(id) : realCancelFrame(id))
/** Soon, whatever the program's time does: for orders of the driver. */
export const promptly = (run: () => void): number => realTimer(run, 0)

// a message comes sooner than a timer, which browsers hold back when one follows the other
const channel = new MessageChannel()
const post: (message: number) => void = channel.port2.postMessage.bind(channel.port2)
let arrived: (() => void) | null = null
channel.port1.onmessage = () => {
  const run = arrived
  arrived = null
  run?.()
}
const macrotask = (): Promise<void> =>
  new OwnPromise((resolve) => {
    const before = arrived
    arrived = () => {
      before?.()
      resolve()
    }
    post(0)
  })
const moment = (): Promise<void> => new OwnPromise((resolve) => void realTimer(resolve, 2))
/**
 * A dot that nobody sees. A browser whose frames are not held back still waits for the screen's pace when nothing has
 * changed; where something has, the next frame comes at once.
 */
let dot: HTMLElement | null = null
let bright = false
function dirty(): void {
  if (!dot) {
    dot = document.createElement('div')
    dot.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;pointer-events:none'
    document.documentElement.append(dot)
  }
  bright = !bright
  dot.style.background = bright ? 'rgba(0,0,0,.004)' : 'rgba(255,255,255,.004)'
}
const clean = (): void => void dot?.style.removeProperty('background')
let hastening = 0
/** A few frames follow each other at once: the browser reports a finger frame by frame. */
export function hasten(frames: number): void {
  const own = ++hastening
  const next = () => {
    if (own !== hastening || frames-- <= 0) return clean()
    dirty()
    realFrame(() => realTimer(next, 1))
  }
  next()
}
// a finger that has come up has no more need of them
addEventListener('click', () => realTimer(() => hastening++, 0), true)
/** Whether frames come at all: a page that is not drawn has none. */
let draws = false
/**
 * Waits for the next frame: events of scrolling and observers come with it. On a busy machine it may be long in coming;
 * whoever went on without it would have the program hear of things in another order than on an idle one.
 */
const frame = (): Promise<void> =>
  new OwnPromise((resolve) => {
    drawnAll = true
    hastening++
    dirty()
    const limit = realTimer(
      () => {
        draws = false
        resolve()
      },
      draws ? 3000 : 60,
    )
    realFrame(() => {
      draws = true
      realClear(limit)
      realTimer(() => {
        clean()
        resolve()
      }, 0)
    })
  })

/** When each animation began, on the program's clock: the browser's own clock for them stands still. */
const begun = new WeakMap<Animation, number>()
/** Moves transitions and animations on by hand, so that they stand where the program's time is. */
function moveAnimations(): void {
  try {
    const all = animationsOf()
    for (let i = 0; i < all.length && i < 300; i++) {
      const one = all[i] as Animation
      const start = begun.get(one)
      if (start === undefined) {
        if (one.playState !== 'running') continue
        begun.set(one, now - +(one.currentTime ?? 0))
        stir()
        // one that runs would have the browser draw without end
        one.pause()
        continue
      }
      if (one.playState === 'finished' || one.playState === 'idle') continue
      stir()
      const end = one.effect?.getComputedTiming().endTime
      const at = now - start
      if (typeof end === 'number' && end < 1e8 && at >= end) one.finish()
      else one.currentTime = at
    }
  } catch {
    // an animation that cannot be moved stays where it is
  }
}

export interface Advance {
  /** Milliseconds of the program's time at most. */
  readonly total: number
  /** Ends early when nothing has changed for so long. */
  readonly quiet?: number
  /** Milliseconds of real time after which it ends all the same. */
  readonly cap: number
}
/** Timers that one stretch of time runs one by one; a program with more of them gets coarser time, as a telephone under load would give it. */
const fine = 300
/** Milliseconds between timers after that. */
const coarse = 40
/** Lets time pass. What is run is bounded by counts, not by the machine's speed, so that a slow machine sees the same. `busy` says whether an answer from outside is still to come, `changedAt` when the screen last changed. */
export async function advance(
  o: Advance,
  busy: () => boolean,
  waiting: () => boolean,
  changedAt: () => number,
  alive: () => void,
): Promise<boolean> {
  const end = now + o.total
  const stop = realClock() + o.cap
  let drawn = now
  let turns = 0
  let ran = 0
  // an answer that has just come is not yet on the screen
  let active = now
  let noticed = -1
  const pass = (to: number) => {
    if (to > now) {
      // what began to move since begins before time goes on
      if (changedAt() > noticed) {
        moveAnimations()
        noticed = now
      }
      now = to
    }
    if (now - drawn >= 40) {
      moveAnimations()
      drawn = now
    }
  }
  await macrotask()
  for (;;) {
    if (realClock() > stop) return false
    if (busy()) {
      await moment()
      if (++turns % 60 === 0) alive()
      continue
    }
    const next = queue[0]
    const held = waiting()
    if (held) active = now
    const calm = o.quiet === undefined ? end : Math.max(now, changedAt() + o.quiet, active + o.quiet)
    const limit = o.quiet !== undefined && !waiting() && calm < end ? calm : end
    if (!next || next.at > limit) {
      pass(limit)
      if (limit < end) {
        // what a frame brings may still change something
        if (!drawnAll) await frame()
        if (busy() || waiting() || changedAt() + (o.quiet ?? 0) > now) continue
        return true
      }
      break
    }
    if (++ran > fine && now + coarse <= limit) pass(Math.max(next.at, now + coarse))
    else pass(next.at)
    let n = 0
    const rest: Due[] = []
    for (let i = 1; i < queue.length; i++) rest[n++] = queue[i] as Due
    queue = rest
    if (next.every) enqueue({ ...next, at: now + next.every })
    stir()
    next.run()
    if (held) active = now
    await macrotask()
    if (ran % 60 === 0) {
      alive()
      await frame()
    }
  }
  moveAnimations()
  if (!drawnAll) await frame()
  return o.quiet === undefined || !waiting()
}
