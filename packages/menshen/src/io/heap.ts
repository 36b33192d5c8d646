/** How the process keeps its memory, and other flags of V8. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export const setFlags = (flags: readonly string[]): void => {
  for (const flag of flags) setFlagsFromString(flag)
}

/**
 * From here on the young generation stays as large as it is. Larger ones are no faster, for they outgrow the processor's
 * caches, and every page of them counts in the peak.
 */
export const settleHeap = (): void => setFlags(SETTLED)
const SETTLED = ['--semi-space-growth-factor=1', '--heap-growing-percent=100']

/** Some megabytes of lists: twice what the smallest young generation holds. */
const WEIGHT = { lists: 400, numbers: 1_000 }
/**
 * Makes the young generation as large as that of a fresh process. V8 lets it shrink to a megabyte while nothing happens, and it
 * would then be searched a hundred times in one review. It grows when something outlives a search: lists that are dropped at once.
 */
export const stretchHeap = (): void => {
  setFlags(['--semi-space-growth-factor=16'])
  const weight: number[][] = []
  for (let i = 0; i < WEIGHT.lists; i++) weight.push(new Array<number>(WEIGHT.numbers).fill(i))
  settleHeap()
}

/** What flags with a value are for V8 itself. */
const PLAIN: Readonly<Record<string, string>> = {
  '--semi-space-growth-factor': '2',
  '--heap-growing-percent': '0',
  '--memory-reducer-gc-count': '2',
}
const undone = (flag: string): string | undefined => {
  const [name, value] = flag.split('=') as [string, string?]
  if (value !== undefined) return PLAIN[name] === undefined ? undefined : `${name}=${PLAIN[name]}`
  return name.startsWith('--no-') ? `--${name.slice(5)}` : `--no-${name.slice(2)}`
}
/**
 * Puts V8's flags aside for a thread that is about to start, and gives them to be set again by the thread: Node brings its own
 * modules compiled, but only for the flags it was built with, and with others a thread takes twice the time to come up. Flags
 * are the process's; what runs meanwhile is compiled already and goes on as it is.
 */
export const putFlagsAside = (): readonly string[] => {
  const set = (globalThis as Readonly<Record<symbol, unknown>>)[Symbol.for('menshen.flags')]
  if (!Array.isArray(set)) return []
  const ours = [...(set as readonly string[]), ...SETTLED]
  const plain = ours.map(undone)
  if (plain.includes(undefined)) return []
  setFlags(plain.filter((flag) => flag !== undefined))
  return ours
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
