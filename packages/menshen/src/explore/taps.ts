/** Tap-all: from every page, everything that can be tapped, and what can be tapped in the states that come of it; breadth first, so that the short ways come first. */
import type { Step, Tappable } from '../evidence/run.ts'
import type { Way } from './sweep.ts'
import { kindOf, stateKey, type Walker } from './walker.ts'

interface Place {
  readonly key: string
  /** From an opening. */
  readonly path: readonly Step[]
  readonly depth: number
}
export interface TapBounds {
  /** Elements of one kind that are tried on one screen: rows of a list. */
  readonly alike: number
  readonly depth: number
  /** States of one page that are looked into. */
  readonly states: number
}

const worth = (target: Tappable): boolean =>
  !target.disabled && target.layer !== 'bar' && (target.field === null || target.handler !== null) && target.box.width > 0

export async function tapAll(walker: Walker, ways: readonly Way[], bounds: TapBounds): Promise<void> {
  const known = new Set<string>()
  const perPage = new Map<string, number>()
  const queue: Place[] = []
  /** Kinds of elements tried on a page, with how often. */
  const tried = new Map<string, number>()
  const found = (path: readonly Step[], depth: number): void => {
    const key = stateKey(walker.screen)
    const route = walker.screen?.state.route ?? ''
    const states = perPage.get(route) ?? 0
    if (key === '' || known.has(key) || states >= bounds.states || depth > bounds.depth) return
    known.add(key)
    perPage.set(route, states + 1)
    queue.push({ key, path, depth })
  }
  const untried = (): Tappable | undefined => {
    const route = walker.screen?.state.route ?? ''
    const here = new Map<string, number>()
    for (const target of walker.tappables()) {
      if (!worth(target)) continue
      const kind = `${target.layer === 'tab' ? '' : route}|${kindOf(target)}`
      const turn = (here.get(kind) ?? 0) + 1
      here.set(kind, turn)
      if (turn > bounds.alike) continue
      // the same row is tried once on a page, whatever stands around it; a row of another text is another row
      const id = `${kind}|${target.text}`
      const state = `${stateKey(walker.screen)}|${id}`
      if (tried.has(state) || (tried.get(id) ?? 0) >= 2) continue
      tried.set(state, 1)
      tried.set(id, (tried.get(id) ?? 0) + 1)
      return target
    }
    return undefined
  }

  await walker.make({ do: 'launch' }, 'launch')
  await walker.wait(1200, 'idle')
  // the home page opened by itself stands as it does after a launch
  const home = walker.screen?.state.route
  if (home) found([{ do: 'open', route: home, query: '' }], 0)
  for (const way of ways)
    for (const query of [way.queries[0] ?? '', ...(way.queries[0] ? [''] : [])].slice(0, 1)) {
      const step: Step = { do: 'open', route: way.route, query }
      queue.push({ key: '', path: [step], depth: 0 })
    }

  for (let place = queue.shift(); place; place = queue.shift()) {
    let at = place.key
    let here = false
    for (let turns = 0; turns < 40; turns++) {
      if (!here || at === '' || stateKey(walker.screen) !== at) {
        if (!(await walker.retrace(place.path))) break
        await walker.wait(700, 'return')
        const key = stateKey(walker.screen)
        if (at === '') {
          // a page that was opened by itself: perhaps one that is known already
          if (known.has(key)) break
          known.add(key)
          const route = walker.screen?.state.route ?? ''
          perPage.set(route, (perPage.get(route) ?? 0) + 1)
        }
        at = key
        here = true
      }
      const target = untried()
      if (!target) break
      const done = await walker.tap(target)
      if (!done) continue
      await walker.after(1600)
      if (stateKey(walker.screen) !== at)
        found([...place.path, { do: 'tap', selector: target.selector, text: target.text }], place.depth + 1)
    }
  }
}
