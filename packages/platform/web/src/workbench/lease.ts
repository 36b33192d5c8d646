/** The claim on an item: held while somebody works on it, renewed by working, let go by leaving. */
import { useEffect, useRef, useState } from 'react'
import type { ReviewItem } from '../../../src/contract/index.ts'
import { call, type Refused } from '../wire/client.ts'

export type LeaseState =
  | { readonly is: 'none' }
  | { readonly is: 'mine'; readonly until: number }
  | { readonly is: 'other'; readonly name: string }
  | { readonly is: 'lost' }

/** Renews while hands move: half a minute before it ends at the latest, and never for a page that nobody looks at. */
export const useLease = (item: ReviewItem | undefined, renewed: (until: string) => void): LeaseState => {
  const [lost, setLost] = useState(false)
  const active = useRef(Date.now())
  const until = item?.lease?.until ?? null
  const version = item?.version.id
  useEffect(() => {
    const moved = () => {
      active.current = Date.now()
    }
    for (const event of ['keydown', 'pointerdown', 'pointermove', 'wheel']) window.addEventListener(event, moved, { passive: true })
    return () => {
      for (const event of ['keydown', 'pointerdown', 'pointermove', 'wheel']) window.removeEventListener(event, moved)
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item or a renewed claim begins anew
  useEffect(() => setLost(false), [version, until])
  useEffect(() => {
    if (until === null || version === undefined) return
    const ends = new Date(until).getTime()
    const timer = setInterval(() => {
      const now = Date.now()
      if (now > ends) return setLost(true)
      const worked = now - active.current < 4 * 60_000
      // Long before it ends, so that a short loss of the network costs nothing.
      if (worked && ends - now < 5 * 60_000 && !document.hidden)
        void call('POST /api/review/items/:version/renewal', { params: { version } } as never).then(
          (lease) => renewed((lease as { until: string }).until),
          (error: Refused) => (error.problem?.status === 0 ? undefined : setLost(true)),
        )
    }, 20_000)
    return () => clearInterval(timer)
  }, [until, version, renewed])
  if (item === undefined) return { is: 'none' }
  if (lost) return { is: 'lost' }
  if (item.lease !== null) return { is: 'mine', until: new Date(item.lease.until).getTime() }
  return item.holder === null ? { is: 'none' } : { is: 'other', name: item.holder.name }
}
