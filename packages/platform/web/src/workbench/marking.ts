/** Confirming, dismissing, doubting findings; and which is next. */
import { useQueryClient } from '@tanstack/react-query'
import type { FindingView, ReviewItem } from '../../../src/contract/index.ts'
import { useToast } from '../parts/shapes.tsx'
import { keyOf, useAct } from '../wire/hooks.ts'
import { unhandled } from './draft.ts'

type As = 'confirm' | 'dismiss' | 'unsure'
export const useMarking = (
  item: ReviewItem,
  findings: readonly FindingView[],
  {
    holds,
    ask,
    done,
  }: {
    /** Whether the item is claimed by whoever marks. */
    readonly holds: boolean
    /** A dismissal needs a reason. */
    readonly ask: (finding: FindingView) => void
    /** The finding that is open still, or the one that was marked. */
    readonly done: (next: string) => void
  },
) => {
  const client = useQueryClient()
  const toast = useToast()
  const marking = useAct('POST /api/review/items/:version/marks')
  const params = { version: item.version.id }
  const mark = (finding: FindingView, as: As, reason = ''): void => {
    if (!holds) {
      toast({ zh: '先领取这一项', en: 'Claim the item first' }, 'warning')
      return
    }
    if (as === 'dismiss' && reason === '') {
      ask(finding)
      return
    }
    marking.mutate(
      { params, body: { marks: [{ finding: finding.id, as, reason }] } },
      {
        onSuccess: ({ items: marked }) => {
          client.setQueryData(keyOf('GET /api/review/items/:version', { params }), (old: ReviewItem | undefined) =>
            old === undefined
              ? old
              : {
                  ...old,
                  version: {
                    ...old.version,
                    findings: old.version.findings.map((one) => marked.find((other) => other.id === one.id) ?? one),
                  },
                },
          )
          const rest = findings.slice(findings.findIndex((one) => one.id === finding.id) + 1)
          const open = [...rest, ...findings].find((one) => one.id !== finding.id && unhandled([one]).length > 0)
          done(open?.id ?? finding.id)
        },
        onError: (error) => toast(error.problem.said.title, 'danger'),
      },
    )
  }
  return { mark, marking: marking.isPending }
}
