/** The collectors that every run uses. */
import { collectCopy } from '../evidence/copy.ts'
import { interpret } from '../program/interpret/index.ts'
import type { Collectors } from './collect.ts'

export const collectors: Collectors = {
  interpretation: (program) => interpret(program),
  copy: collectCopy,
}
