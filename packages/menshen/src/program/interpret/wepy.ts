import type { ProgramModel } from '../types.ts'
import type { Framework } from './frameworks.ts'

export function wepy(_model: ProgramModel): Framework {
  return {}
}
