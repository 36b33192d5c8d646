/** How many children work at once: short ones and long ones apart, so that no submission waits behind a run of minutes. */
export interface Slots {
  readonly size: number
  readonly busy: number
  /** Of those that wait, the lowest rank goes first; of the same rank, whoever came first. */
  use<T>(kind: 'short' | 'long', work: () => Promise<T>, rank?: number): Promise<T>
}
/** What somebody waits for, in turn, before what is only looked at early. */
export const RANKS = { usual: 0, early: 1 } as const

class Gate {
  private free: number
  private readonly waiting: { readonly rank: number; readonly go: () => void }[] = []
  constructor(size: number) {
    this.free = size
  }
  async pass(rank: number): Promise<void> {
    if (this.free > 0) this.free--
    else
      await new Promise<void>((go) => {
        const later = this.waiting.findIndex((one) => one.rank > rank)
        this.waiting.splice(later < 0 ? this.waiting.length : later, 0, { rank, go })
      })
  }
  leave(): void {
    const next = this.waiting.shift()
    if (next) next.go()
    else this.free++
  }
}

/** Slots for `size` long children, and one more of short ones beside them: what is looked at early does not hold up what is waited for. */
export const makeSlots = (size: number): Slots => {
  const gates = { short: new Gate(size + 1), long: new Gate(size) }
  let busy = 0
  return {
    size,
    get busy() {
      return busy
    },
    use: async (kind, work, rank = RANKS.usual) => {
      await gates[kind].pass(rank)
      busy++
      try {
        return await work()
      } finally {
        busy--
        gates[kind].leave()
      }
    },
  }
}
