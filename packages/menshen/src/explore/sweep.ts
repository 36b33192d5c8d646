/** Every page by itself, as reviewers open them: without parameters, as a new user, then left alone, scrolled, and opened again as the program itself opens it. */
import type { Walker } from './walker.ts'

export interface Way {
  readonly route: string
  /** Parameters as the program's own navigations give them; without the question mark. */
  readonly queries: readonly string[]
}

/** Milliseconds that a page is left alone. */
const ALONE = 6500

export async function sweep(walker: Walker, ways: readonly Way[]): Promise<void> {
  await walker.make({ do: 'launch' }, 'launch')
  await walker.wait(ALONE)
  const all = [
    ...ways.map((way) => ({ route: way.route, query: '' })),
    ...ways.flatMap((way) => way.queries.slice(0, 2).map((query) => ({ route: way.route, query }))),
  ]
  for (const { route, query } of all) {
    await walker.open(route, query)
    await walker.wait(ALONE)
    const scroll = walker.screen?.state.scroll
    if (scroll && scroll.height > scroll.viewport + 40) {
      // first as one reads on, then to the end
      await walker.make({ do: 'scroll', to: Math.round((scroll.height - scroll.viewport) * 0.6) }, 'scroll')
      await walker.make({ do: 'scroll', to: 'bottom' }, 'scroll')
      await walker.wait(1500, 'idle')
    }
  }
}
