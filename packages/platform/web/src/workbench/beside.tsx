/** The queue beside the item: what waits, narrowed as one likes, and the next one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import type { Answer } from '../../../src/contract/index.ts'
import { Button, Choice } from '../parts/controls.tsx'
import { call, type Refused } from '../wire/client.ts'
import { useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { ItemList } from './edges.tsx'

export const useBeside = () => {
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<'all' | 'mine' | 'unclaimed' | 'held'>('all')
  const queues = useAsk('GET /api/review/queues', {}, { every: 30_000 })
  const items = useQuery<Answer<'GET /api/review/items'>, Refused>({
    queryKey: ['GET /api/review/items', filter],
    queryFn: ({ signal }) =>
      call('GET /api/review/items', {
        query: {
          limit: 100,
          ...(filter === 'mine' ? { mine: 'true' as never } : {}),
          ...(filter === 'unclaimed' ? { state: 'awaiting-human' as const } : {}),
          ...(filter === 'held' ? { state: 'held' as const } : {}),
        },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  })
  const rows = (items.data?.items ?? []).filter((one) => `${one.name} ${one.label}`.toLowerCase().includes(words.trim().toLowerCase()))
  return { words, setWords, filter, setFilter, rows, queues, loading: items.isPending }
}

export function Beside({
  of,
  here,
  search,
  claimNext,
  busy,
}: {
  readonly of: ReturnType<typeof useBeside>
  readonly here: string
  readonly search: RefObject<HTMLInputElement | null>
  readonly claimNext: () => void
  readonly busy: boolean
}) {
  const say = useSay()
  return (
    <aside className="wb-left" aria-label={say('任务列表', 'Items')}>
      <div className="wb-left__head">
        <input
          ref={search}
          className="choice wide"
          type="search"
          placeholder={`${say('查找', 'Find')}  /`}
          aria-label={say('查找任务', 'Find an item')}
          value={of.words}
          onChange={(event) => of.setWords(event.target.value)}
        />
        <div className="row">
          <Choice
            label={say('筛选', 'Filter')}
            value={of.filter}
            set={of.setFilter}
            of={[
              ['all', say('全部', 'All')],
              ['mine', say('我的', 'Mine')],
              ['unclaimed', say('没人领取', 'Unclaimed')],
              ['held', say('待第二人', 'Held')],
            ]}
          />
          <Button small tone="primary" busy={busy} onClick={claimNext}>
            {say('领取下一个', 'Claim next')} <kbd>N</kbd>
          </Button>
        </div>
      </div>
      <ItemList rows={of.rows} here={here} loading={of.loading} />
    </aside>
  )
}
