import type { ProgramModel } from '../types.ts'
import type { Framework } from './frameworks.ts'

export function mpx(_model: ProgramModel): Framework {
  return {}
}
