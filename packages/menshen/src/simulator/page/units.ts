/** Registers pages and components with the framework, as late as they are needed. */
import { codeSpace, space } from './backend.ts'
import { failed, guard, warn } from './errors.ts'
import { load } from './modules.ts'
import { isArray } from './native.ts'
import { formBehaviors } from './select.ts'
import { type Loose, world } from './state.ts'

type Registrar = { Page: Loose; Component: Loose }
let current: (Registrar & { base: string; count: number }) | null = null
let templates: Loose = {}
export const setTemplates = (t: Loose): void => {
  templates = t
}
const registered = new Set<string>()
const sheets = new Map<string, string>()

const propertyTypes = new Set<unknown>([String, Number, Boolean, Object, Array, Function, null])
/** Component definitions as they come in, with what the framework lacks put in. */
function mended(definition: Loose, page: boolean): Loose {
  const def = { ...definition }
  if (isArray(def.behaviors))
    def.behaviors = def.behaviors.map((b: Loose) => (typeof b === 'string' ? (formBehaviors[b] ?? null) : b)).filter(Boolean)
  else if (def.behaviors !== undefined) delete def.behaviors
  if (page && def.options && typeof def.options === 'object') def.options = { ...def.options }
  for (const key of ['properties', 'observers', 'lifetimes', 'pageLifetimes', 'methods', 'relations'])
    if (def[key] === null) delete def[key]
  if (def.properties && typeof def.properties === 'object') {
    const properties: Loose = {}
    for (const [name, spec] of Object.entries(def.properties as Loose) as [string, Loose][]) {
      const full = spec && typeof spec === 'object' && !isArray(spec)
      properties[name] = full
        ? { ...spec, type: 'type' in spec && propertyTypes.has(spec.type) ? spec.type : null }
        : propertyTypes.has(spec)
          ? spec
          : null
    }
    def.properties = properties
  }
  if (typeof def.data === 'function') def.data = guard('data', () => definition.data()) ?? {}
  return page ? boundToPage(def) : def
}
/** A page's methods know their page even when they are called by themselves, as in setInterval(this.draw, 17). */
function boundToPage(def: Loose): Loose {
  let own: Loose
  for (const [name, run] of Object.entries(def) as [string, Loose][]) {
    if (typeof run !== 'function' || name === 'data' || /^class\b/.test(Function.prototype.toString.call(run))) continue
    def[name] = function (this: Loose, ...args: Loose[]) {
      if (this !== undefined && this !== null) own = this
      return run.apply(this ?? own, args)
    }
    Object.defineProperty(def[name], 'name', { value: run.name || name })
  }
  return def
}

/** Page, Component and Behavior as programs see them: they belong to whichever unit is being loaded now. */
export const registrars: Loose = {
  Page(definition: Loose) {
    if (!current) return warn('page-outside', 'Page() outside of a page script')
    current.count++
    return current.Page(mended(definition ?? {}, true))
  },
  Component(definition?: Loose) {
    if (!current) {
      warn('component-outside', 'Component() outside of a component script')
      return undefined
    }
    current.count++
    return definition === undefined ? current.Component() : current.Component(mended(definition, false))
  },
  Behavior(definition?: Loose) {
    return definition === undefined ? codeSpace.behavior() : codeSpace.behavior().definition(mended(definition, false)).register()
  },
}
registrars.Behavior.trait = (f: Loose) => codeSpace.traitBehavior(f)

function addSheet(text: string, key: string): HTMLStyleElement {
  const sheet = document.createElement('style')
  sheet.dataset.unit = key
  sheet.textContent = text
  document.head.append(sheet)
  return sheet
}
export function addAppSheet(): void {
  const css = world.manifest.styles['']
  if (css) addSheet(css, '')
}
/** A page's own sheet: on while the page is shown. */
export const pageSheet = (base: string): HTMLStyleElement | null => {
  const css = world.manifest.styles[base]
  return css ? addSheet(css, base) : null
}

/** Makes sure that a unit and all it uses are registered. */
export function register(base: string): void {
  if (registered.has(base)) return
  const unit = world.manifest.units[base]
  if (!unit) return
  registered.add(base)
  for (const used of Object.values(unit.using)) register(used)
  for (const g of Object.values(unit.generics)) if (g !== true) register(g)
  const using: Record<string, string> = {}
  for (const [tag, target] of Object.entries(unit.using)) using[tag] = '/' + target
  for (const tag of Object.keys(unit.absent)) using[tag] = '/__absent'
  const generics: Record<string, unknown> = {}
  for (const [tag, target] of Object.entries(unit.generics)) generics[tag] = target === true ? true : { default: '/' + target }
  const placeholders: Record<string, string> = {}
  for (const [tag, target] of Object.entries(unit.placeholders)) placeholders[tag] = target
  codeSpace.addComponentStaticConfig(base, {
    component: unit.kind === 'component' || unit.config.component === true,
    usingComponents: using,
    componentGenerics: generics,
    ...(Object.keys(placeholders).length ? { componentPlaceholder: placeholders } : {}),
    styleIsolation: unit.isolation,
    ...(typeof unit.config.pureDataPattern === 'string' ? { pureDataPattern: unit.config.pureDataPattern } : {}),
  } as Loose)
  if (templates[base]) codeSpace.addCompiledTemplate(base, { groupList: templates, content: templates[base] } as Loose)
  if (unit.scope) codeSpace.addStyleSheet(base, undefined, unit.scope)
  if (unit.kind === 'component') {
    const css = world.manifest.styles[base]
    if (css && !sheets.has(base)) {
      sheets.set(base, css)
      addSheet(css, base)
    }
  }
  codeSpace.componentEnv(base, (env: Loose) => {
    const before = current
    current = { Page: env.Page, Component: env.Component, base, count: 0 }
    const mine = current
    // read by older compiled frameworks while a page script runs
    if (unit.kind === 'page') (window as Loose).__wxRoute = base
    try {
      if (unit.script) load(unit.script)
    } catch (error) {
      failed('load ' + unit.script, error)
    } finally {
      current = before
    }
    if (!mine.count) {
      if (unit.script) warn('nothing-registered', base)
      guard('register ' + base, () => (unit.kind === 'page' ? env.Page({}) : env.Component({})))
    }
  })
}

/** Stand-ins for what the program names but does not carry. */
export function registerStandIns(): void {
  for (const name of ['/__absent', '']) {
    const builder: Loose = space.define(name)
    builder.lifetime('attached', function (this: Loose) {
      this.$$?.setAttribute?.('data-absent', '')
    })
    builder.registerComponent()
  }
}
