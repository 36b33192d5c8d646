/** How the process keeps its memory. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * From here on the young generation stays as large as it is. Larger ones are no faster, for they outgrow the processor's
 * caches, and every page of them counts in the peak.
 */
export const settleHeap = (): void => {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=100')
}

/**
 * Collects garbage while there is hardly any. How far the old generation may grow V8 decides at a collection; without an early one
 * it begins to mark at some forty megabytes, while the program is walked. Addresses without memory behind them make it collect.
 */
export const collectEarly = (): void => {
  try {
    new ArrayBuffer(3 * 2 ** 30)
  } catch {
    // A machine that gives no more addresses than it has memory: it will be collected later.
  }
}

/** Less garbage than this is left for another time. */
const SOME = 48_000_000
let collector: (() => void) | undefined
let left = 0
/**
 * Collects garbage when some has come together, for a process that has nothing else to do: so that it need not when somebody
 * waits for it, and does not grow.
 */
export const tidyHeap = (): void => {
  const used = () => getHeapStatistics().used_heap_size
  if (used() < left + SOME) return
  if (!collector) {
    setFlagsFromString('--expose-gc')
    collector = runInNewContext('gc') as () => void
    setFlagsFromString('--no-expose-gc')
  }
  collector()
  left = used()
}
