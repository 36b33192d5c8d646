/** Compiled frameworks: what stands in for their run time, so that pages and handlers written for them are found. */
import type { ProgramModel } from '../types.ts'
import type { Machine } from './machine.ts'
import type { PlatformApi } from './platform.ts'
import { uniApp } from './uni-app.ts'
import type { Units } from './units.ts'
import type { Obj, Site, V } from './value.ts'

export interface FrameworkAdapter {
  /** Stands in for a module of the framework's run time; null for every other module. */
  standIn(m: Machine, units: Units, api: PlatformApi, file: string): V | null
  /** Calls that define units (wx.createPage); undefined when the call is an ordinary one. */
  call(units: Units, api: Obj, args: readonly V[], site: Site): V | undefined
  global(m: Machine, units: Units, api: PlatformApi, name: string): V | undefined
  /** After all scripts were walked. */
  defined(units: Units): void
  /** Once more before what is shown is read. */
  settled(units: Units): void
}

const NATIVE: FrameworkAdapter = {
  standIn: () => null,
  call: () => undefined,
  global: () => undefined,
  defined: () => {},
  settled: () => {},
}

export function frameworkAdapter(model: ProgramModel): FrameworkAdapter {
  return model.framework === 'uni-app' ? uniApp(model) : NATIVE
}
