/** How many children work at once: short ones and long ones apart, so that no submission waits behind a run of minutes. */
export interface Slots {
  readonly size: number
  readonly busy: number
  use<T>(kind: 'short' | 'long', work: () => Promise<T>): Promise<T>
}

class Gate {
  private free: number
  private readonly waiting: (() => void)[] = []
  constructor(size: number) {
    this.free = size
  }
  async pass(): Promise<void> {
    if (this.free > 0) this.free--
    else await new Promise<void>((go) => this.waiting.push(go))
  }
  leave(): void {
    const next = this.waiting.shift()
    if (next) next()
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
    use: async (kind, work) => {
      await gates[kind].pass()
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
