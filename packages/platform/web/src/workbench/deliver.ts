/** A draft goes to where its kind belongs: a decision, a recommendation, a question, a postponement. */
import type { Answer } from '../../../src/contract/index.ts'
import { call } from '../wire/client.ts'
import { type Draft, verdictOf } from './draft.ts'

/** The decision that was made; null where the draft was none. */
export const deliverDraft = async ({
  version,
  rv,
  sha256,
  draft,
  recommends,
  key,
}: {
  readonly version: string
  readonly rv: number
  readonly sha256: string
  readonly draft: Draft
  readonly recommends: boolean
  /** The same for each try of one sending. */
  readonly key: string
}): Promise<Answer<'POST /api/review/items/:version/decision'> | null> => {
  const params = { version }
  if (recommends) {
    const { grounds, action } = verdictOf(draft, rv, sha256)
    await call('POST /api/review/items/:version/recommendation', {
      params,
      body: { rv, sha256, action, words: draft.facts, grounds: grounds ?? [] },
    })
    return null
  }
  if (draft.choice === 'ask') {
    await call('POST /api/review/items/:version/question', { params, body: { rv, question: draft.question } })
    return null
  }
  if (draft.choice === 'postpone') {
    await call('POST /api/review/items/:version/postponement', {
      params,
      body: { rv, reason: draft.question, until: `${draft.until}T01:00:00Z` },
    })
    return null
  }
  return call('POST /api/review/items/:version/decision', { params, body: verdictOf(draft, rv, sha256), key })
}
