/** The draft of a decision as it grows: kept on this machine, its grounds following the findings that are confirmed. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Answer, FindingView, ReviewItem } from '../../../src/contract/index.ts'
import { placesOf } from '../parts/places.ts'
import { call } from '../wire/client.ts'
import { keyOf } from '../wire/hooks.ts'
import { counted, type Draft, factsFor, groundsFrom, keepDraft, keptDraft } from './draft.ts'

export const useDraft = (item: ReviewItem, findings: readonly FindingView[]) => {
  const client = useQueryClient()
  const { version } = item
  const id = version.id
  const sha256 = version.sha256 ?? ''
  const params = useMemo(() => ({ version: id }), [id])
  const [draft, setDraft] = useState<Draft>(() => keptDraft(localStorage, id, sha256))
  useEffect(() => keepDraft(localStorage, id, sha256, draft), [draft, id, sha256])
  const set = useCallback((change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change })), [])
  const lineOf = useCallback(
    (finding: FindingView): string | null => {
      const place = placesOf(finding.places).find((one) => one.kind === 'file')
      if (place?.kind !== 'file') return null
      const found = client.getQueryData<Answer<'GET /api/review/items/:version/file'>>(
        keyOf('GET /api/review/items/:version/file', { params, query: { path: place.file } }),
      )
      return (
        found?.text
          ?.split('\n')
          .slice(place.line - 1, Math.min(place.endLine, place.line + 5))
          .join('\n')
          .trim() ?? null
      )
    },
    [client, params],
  )
  const confirmed = counted(findings).filter((one) => one.mark?.as === 'confirm')
  const marks = findings.map((one) => `${one.id}${one.mark?.as ?? ''}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the marks
  useEffect(() => {
    setDraft((old) => ({
      ...old,
      grounds: groundsFrom(old.grounds, confirmed, lineOf),
      ...(old.factsOwn ? {} : { facts: factsFor(old.choice, confirmed.length) }),
    }))
  }, [marks])
  // Files of findings come before they are confirmed, so that the quote is there at once.
  useEffect(() => {
    for (const finding of counted(version.findings).slice(0, 60))
      for (const place of placesOf(finding.places).slice(0, 1))
        if (place.kind === 'file')
          void client.prefetchQuery({
            queryKey: keyOf('GET /api/review/items/:version/file', { params: { version: id }, query: { path: place.file } }),
            queryFn: () => call('GET /api/review/items/:version/file', { params: { version: id }, query: { path: place.file } }),
            staleTime: 3_600_000,
          })
  }, [client, id, version.findings])
  return { draft, set, setDraft, confirmed }
}
