/** Taking an item, the next one, giving it back, handing it to somebody else. */
import { useNavigate } from '@tanstack/react-router'
import { useToast } from '../parts/shapes.tsx'
import { useAct } from '../wire/hooks.ts'

/** What is asked again when an item changed hands. */
export const CLAIMED = ['GET /api/review/items/:version', 'GET /api/review/items', 'GET /api/review/queues'] as const
export const useClaiming = (close: () => void) => {
  const navigate = useNavigate()
  const toast = useToast()
  const claim = useAct('POST /api/review/items/:version/claim', { stale: CLAIMED })
  const next = useAct('POST /api/review/next', {
    stale: CLAIMED,
    done: ({ lease: found }) =>
      found === null
        ? toast({ zh: '没有可以领取的任务', en: 'There is nothing to claim' }, 'warning')
        : void navigate({ to: `/review/${found.version}` }),
  })
  const skip = useAct('POST /api/review/items/:version/return', {
    stale: CLAIMED,
    done: () => {
      close()
      toast({ zh: '已放回队列', en: 'Given back' })
    },
  })
  const hand = useAct('POST /api/review/items/:version/hand-over', {
    stale: CLAIMED,
    done: () => {
      close()
      toast({ zh: '已转交', en: 'Handed over' })
    },
  })
  return { claim, next, skip, hand }
}
