/** The door of the engine. */
export { type Baseline, type BaselineChange, nextBaseline, readBaseline } from './baseline.ts'
export { type Checked, type CheckInput, check, evidenceWanted, type Timing } from './check.ts'
export type { Collectors } from './collect.ts'
export { CONFIG_FILE, type Config, type ConfigProblem, configShape, type FailOn, readConfig } from './config.ts'
export { reasonText } from './reasons.ts'
export { maySetAside, SET_ASIDE } from './set-asides.ts'
export type * from './types.ts'
