/** The collectors that every run uses. */
import { collectCopy } from '../evidence/copy.ts'
import { type FactsCache, interpret } from '../program/interpret/index.ts'
import type { Collectors } from './collect.ts'

/** With a cache, scripts that it knows are not parsed again. */
export const collectorsWith = (cache: FactsCache | undefined): Collectors => ({
  interpretation: (program) => interpret(program, cache ? { cache } : {}),
  copy: collectCopy,
})

export const collectors: Collectors = collectorsWith(undefined)
