/** How a built-in element is made: properties without types (templates pass what they like), hooks on the host node. */
import { codeSpace, space } from '../backend.ts'
import { guard } from '../errors.ts'
import { onFrame, setTimer } from '../native.ts'
import type { Loose } from '../state.ts'

/** An element as its hooks see it: the framework component `c`, its document node `e`, its data `d`. */
export interface ElementSpec {
  readonly props?: readonly string[]
  readonly defaults?: Readonly<Record<string, unknown>>
  readonly attached?: (c: Loose, e: Loose, d: Loose) => void
  readonly detached?: (c: Loose, e: Loose) => void
  /** By comma-separated property names. */
  readonly observe?: Readonly<Record<string, (c: Loose, e: Loose, d: Loose) => void>>
  /** On a tap that reaches the element. */
  readonly tap?: (c: Loose, e: Loose, event: Loose) => void
}

const common =
  'hidden hover-class hover-start-time hover-stay-time hover-stop-propagation animation aria-label aria-role value name disabled type checked src mode'.split(
    ' ',
  )
export const camel = (name: string): string => name.replace(/-([a-z])/g, (_, c: string) => c.toUpperCase())
/** Truth as components see it: any text is true, 'false' too; an attribute without a value is true. */
export const truthy = (value: unknown): boolean => value === '' || !!value
export const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

const observed = new WeakMap<object, Set<string>>()
export function define(name: string, spec: ElementSpec): void {
  const builder: Loose = space.define('/__builtin/' + name)
  builder.options({ writeIdToDOM: false, dataDeepCopy: 'none', propertyPassingDeepCopy: 'none' })
  const properties = new Set([...common, ...(spec.props ?? [])].map(camel))
  for (const property of properties) builder.property(property, { type: null, value: spec.defaults?.[property] })
  builder.observer('hidden', function (this: Loose) {
    this.$$?.toggleAttribute('hidden', truthy(this.data.hidden) && this.data.hidden !== undefined)
  })
  builder.observer('animation', function (this: Loose) {
    if (this.$$) guard('animation', () => applyAnimation(this.$$, this.data.animation))
  })
  for (const [keys, run] of Object.entries(spec.observe ?? {})) {
    builder.observer(keys.split(','), function (this: Loose) {
      if (!this.$$) return
      const seen: Set<string> = (observed.get(this) ?? observed.set(this, new Set()).get(this)) as Set<string>
      seen.add(keys)
      guard('element ' + name, () => run(this, this.$$, this.data))
    })
  }
  builder.lifetime('attached', function (this: Loose) {
    guard('element ' + name, () => {
      hover(this)
      const elementTap = (event: Loose) => guard('element ' + name, () => spec.tap?.(this, this.$$, event))
      if (spec.tap) this.addListener('tap', elementTap)
      // what no template ever sets is looked at once
      const seen = observed.get(this)
      for (const [keys, run] of Object.entries(spec.observe ?? {})) if (!seen?.has(keys)) run(this, this.$$, this.data)
      spec.attached?.(this, this.$$, this.data)
    })
  })
  builder.lifetime('detached', function (this: Loose) {
    guard('element ' + name, () => spec.detached?.(this, this.$$))
  })
  codeSpace.getComponentSpace().setGlobalUsingComponent(name, builder.registerComponent())
}

/** The pressed look, while a finger is down. */
function hover(c: Loose): void {
  const e = c.$$ as HTMLElement
  const name = text(c.data.hoverClass)
  if (!name || name === 'none') return
  const press = (on: boolean) => {
    for (const part of name.split(/\s+/)) if (part) c.classList?.toggle?.(part, on)
  }
  e.addEventListener('touchstart', () => press(true), { passive: true })
  for (const end of ['touchend', 'touchcancel']) e.addEventListener(end, () => press(false))
}

/** Plays what wx.createAnimation().export() describes. */
export function applyAnimation(e: HTMLElement, animation: Loose): void {
  const steps: Loose[] = animation?.actions ?? []
  let delay = 0
  for (const step of steps) {
    const option = step.option?.transition ?? {}
    const apply = () => {
      e.style.transition = `all ${option.duration ?? 400}ms ${option.timingFunction ?? 'linear'} ${option.delay ?? 0}ms`
      if (step.option?.transformOrigin) e.style.transformOrigin = step.option.transformOrigin
      const transforms: string[] = []
      for (const a of step.animates ?? []) {
        if (a.type === 'style') e.style.setProperty(a.args[0], text(a.args[1]))
        else transforms.push(transform(a.type, a.args))
      }
      if (transforms.length) e.style.transform = transforms.join(' ')
    }
    if (delay) setTimer(apply, delay)
    else onFrame(apply)
    delay += (option.duration ?? 400) + (option.delay ?? 0)
  }
}
function transform(type: string, args: number[]): string {
  const unit = /^translate/.test(type) ? 'px' : /^(rotate|skew)/.test(type) ? 'deg' : ''
  if (type === 'rotate3d') return `rotate3d(${args[0]},${args[1]},${args[2]},${args[3]}deg)`
  return `${type}(${args.map((a) => a + unit).join(',')})`
}
