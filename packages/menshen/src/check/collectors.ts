/** The collectors that every run uses. */
import { interpret } from '../program/interpret/index.ts'
import type { Collectors } from './collect.ts'

export const collectors: Collectors = {
  interpretation: (program) => interpret(program),
  copy: () => {
    throw new Error('no collector of copy')
  },
}
