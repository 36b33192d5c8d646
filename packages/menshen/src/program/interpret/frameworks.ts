/** Compiled frameworks: what stands in for their run time, so that pages and handlers written for them are found. */
import { joinPath } from '../path.ts'
import type { ScriptFacts } from '../script/ir.ts'
import type { ProgramModel } from '../types.ts'
import { Bundles } from './bundle.ts'
import { isRegenerator, recogniseCompiled, regenerator } from './compilers.ts'
import { join } from './join.ts'
import type { Machine } from './machine.ts'
import { mpx } from './mpx.ts'
import type { PlatformApi } from './platform.ts'
import { taro } from './taro.ts'
import type { ShownRecord } from './template.ts'
import { uniApp } from './uni-app.ts'
import type { Compiled, UnitState } from './unit-state.ts'
import type { Units } from './units.ts'
import { type Obj, type Site, UNKNOWN, type V } from './value.ts'
import { wepy } from './wepy.ts'

/** What one framework knows of its own compiled code. Everything may be left out. */
export interface Framework {
  /** Stands in for a file of the run time; null for every other. */
  standIn?(m: Machine, units: Units, api: PlatformApi, file: string, source: string): V | null
  /** Stands in for a module of a bundle, known by its text. */
  module?(m: Machine, units: Units, api: PlatformApi, source: string, id: string): V | null
  /** Functions of a file whose meaning is known, put into the machine's `overrides`. */
  recognise?(m: Machine, units: Units, file: string, source: string, facts: ScriptFacts): void
  /** Calls that define units (wx.createPage); undefined when the call is an ordinary one. */
  call?(units: Units, api: Obj, args: readonly V[], site: Site): V | undefined
  global?(m: Machine, units: Units, api: PlatformApi, name: string): V | undefined
  /** Takes the options that a factory of the framework made for App, Page or Component. */
  made?(kind: 'App' | 'Page' | 'Component', units: Units, state: UnitState, options: V): boolean
  /** Reads the event tables of a template. */
  compiled?(units: Units, state: UnitState, value: V, event: string, dataset: () => V): Compiled | null
  /** Handlers that lead nowhere: the run time binds them to every component. */
  readonly inner?: readonly string[]
  /** After all scripts were walked. */
  defined?(units: Units): void
  /** After templates were bound to units. */
  attached?(units: Units): void
  /** Life cycles and handlers that no unit's options name, after the others were run. */
  run?(units: Units): void
  /** Once more before what is shown is read. */
  settled?(units: Units): void
  /** What is shown without a template. */
  show?(units: Units, out: ShownRecord[]): void
}

export interface FrameworkAdapter {
  standIn(m: Machine, units: Units, api: PlatformApi, file: string): V | null
  recognise(m: Machine, units: Units, file: string, source: string, facts: ScriptFacts): void
  chunk(m: Machine, units: Units, api: PlatformApi, list: V, chunk: V, site: Site): void
  call(units: Units, api: Obj, args: readonly V[], site: Site): V | undefined
  /** True for members that a program or its run time adds to the platform's object: kept there, but no use of the platform. */
  keeps(api: Obj, key: string, value: V): boolean
  global(m: Machine, units: Units, api: PlatformApi, name: string): V | undefined
  defined(units: Units): void
  attached(units: Units): void
  run(units: Units): void
  settled(units: Units): void
  show(units: Units, out: ShownRecord[]): void
}

const RUNTIME_MEMBERS =
  /^(?:webpack(?:Jsonp|Chunk)\w*|create(?:App|Page|Component|SubpackageApp|PluginApp)|__webpack_require_UNI_MP_PLUGIN__)$/

export function frameworkAdapter(model: ProgramModel): FrameworkAdapter {
  const own: Framework =
    model.framework === 'uni-app'
      ? uniApp(model)
      : model.framework === 'wepy'
        ? wepy(model)
        : model.framework === 'taro'
          ? taro(model)
          : model.framework === 'mpx'
            ? mpx(model)
            : {}
  const source = (file: string): string => model.files.text(file.split('#')[0]!) ?? ''
  let bundles: Bundles | null = null
  let platform: PlatformApi | null = null
  const bundlesOf = (m: Machine, units: Units): Bundles => {
    bundles ??= new Bundles({
      source,
      module: (_m, text, id) => (isRegenerator(text) ? regenerator(m) : (own.module?.(m, units, platform!, text, id) ?? null)),
      load: (from, chunk) => {
        const folder = from.slice(0, from.lastIndexOf('/') + 1)
        const file = [`${model.root}${chunk}.js`, joinPath('', `${folder}${chunk}.js`)].find((f) => f !== null && model.files.has(f))
        if (file) m.load(file)
        return file !== undefined
      },
    })
    return bundles
  }
  return {
    standIn(m, units, api, file) {
      platform = api
      for (const name of own.inner ?? []) units.inner.add(name)
      if (own.made) units.made ??= (kind, state, options) => own.made!(kind, units, state, options)
      if (own.compiled) units.compiled ??= (state, value, event, dataset) => own.compiled!(units, state, value, event, dataset)
      if (model.framework === 'native') return null
      const text = source(file)
      if (isRegenerator(text) && !/webpackJsonp|webpackChunk/.test(text)) return regenerator(m)
      return own.standIn?.(m, units, api, file, text) ?? null
    },
    recognise(m, units, file, text, facts) {
      recogniseCompiled(m, text, facts)
      bundlesOf(m, units).recognise(m, file, facts)
      own.recognise?.(m, units, file, text, facts)
    },
    chunk(m, units, api, list, chunk, site) {
      platform = api
      bundlesOf(m, units).chunk(m, list, chunk, site)
    },
    call: (units, api, args, site) => (api.api.startsWith('webpack') ? UNKNOWN : own.call?.(units, api, args, site)),
    keeps(api, key, value) {
      if (api.api.startsWith('webpack')) return true
      if (api.api !== '' || model.framework === 'native' || !(RUNTIME_MEMBERS.test(key) || key.startsWith('$'))) return false
      if (key.startsWith('$')) {
        const old = api.props?.get(key)
        ;(api.props ??= new Map()).set(key, old ? join(old, value) : value)
      }
      return true
    },
    global: (m, units, api, name) => own.global?.(m, units, api, name),
    defined: (units) => own.defined?.(units),
    attached: (units) => own.attached?.(units),
    run: (units) => own.run?.(units),
    settled(units) {
      own.settled?.(units)
    },
    show: (units, out) => own.show?.(units, out),
  }
}
