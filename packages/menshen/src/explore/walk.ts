/** A walk by chance that likes what is new: elements that were tried least, on states that were seen least. The same seed walks the same way. */
import { sampleFor } from './people.ts'
import { kindOf, stateKey, type Walker } from './walker.ts'

/** Mulberry32: small, and the same everywhere. */
export const dice = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export async function randomWalk(walker: Walker, routes: readonly string[], seed: number): Promise<void> {
  const throwDice = dice(seed)
  const tried = new Map<string, number>()
  const count = (key: string): number => {
    const n = (tried.get(key) ?? 0) + 1
    tried.set(key, n)
    return n
  }
  await walker.make({ do: 'launch' }, 'launch')
  let stuck = 0
  // a program that has shown all it has is not walked for ever
  const known = new Set<string>()
  let stale = 0
  while (walker.left > 0 && stale <= 30 + routes.length * 6) {
    const before = stateKey(walker.screen)
    const chance = throwDice()
    const all = walker.tappables().filter((one) => !one.disabled)
    if (walker.screen === null || stuck > 6) {
      await walker.open(routes[Math.floor(throwDice() * routes.length)] ?? '', '', 'walk')
      stuck = 0
    } else if (chance < 0.08) await walker.make({ do: 'back' }, 'walk')
    else if (chance < 0.13) await walker.make({ do: 'scroll', to: throwDice() < 0.6 ? 'bottom' : 'top' }, 'walk')
    else if (chance < 0.15) await walker.make({ do: 'pull-down' }, 'walk')
    else if (chance < 0.18) await walker.wait(1500, 'walk')
    else if (all.length === 0) {
      await walker.make({ do: 'back' }, 'walk')
      stuck += 2
    } else {
      const scored = all.map((one) => ({ one, score: (tried.get(`${before}|${kindOf(one)}|${one.text}`) ?? 0) + throwDice() * 0.9 }))
      const { one } = scored.reduce((a, b) => (b.score < a.score ? b : a))
      count(`${before}|${kindOf(one)}|${one.text}`)
      if (one.field !== null) await walker.make({ do: 'input', selector: one.selector, value: sampleFor(one) }, 'walk', one)
      else if (throwDice() < 0.04) await walker.make({ do: 'longpress', selector: one.selector, text: one.text }, 'walk', one)
      else await walker.tap(one, 'walk')
    }
    const after = stateKey(walker.screen)
    stale = known.has(after) ? stale + 1 : 0
    known.add(after)
    stuck = after === before || count(after) > 8 ? stuck + 1 : 0
  }
}
