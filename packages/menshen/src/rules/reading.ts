/** Small ways of reading the evidence that every other rule needs. */
import type { Text } from '../check/types.ts'
import type { ApiCall, Binding, CallContext, DataWrite, Interpretation, Root, RootKind, Shown, Value } from '../program/interpret/types.ts'
import type { Attribute, Element, Span } from '../program/types.ts'

export const attributeOf = ({ attributes }: Element, name: string): Attribute | undefined => {
  // Asked for each element of every template by many rules: without a call for each attribute.
  for (let i = 0; i < attributes.length; i++) if (attributes[i]!.name === name) return attributes[i]
  return undefined
}

/** The value of an attribute when it is written out; undefined when it is absent or holds an expression. '' for an attribute without a value. */
export const plainAttribute = (element: Element, name: string): string | undefined => {
  const attribute = attributeOf(element, name)
  if (!attribute || attribute.parts.some((part) => part.type === 'mustache')) return undefined
  return attribute.value ?? ''
}

/** The element itself or the nearest one around it that fits. */
export const closest = (element: Element | null, fits: (element: Element) => boolean): Element | undefined => {
  for (let at = element; at !== null; at = at.parent) if (fits(at)) return at
  return undefined
}

/** True when a person's own action leads to the call: a tap and the like, not a page that loads. */
export const byGesture = (context: CallContext): boolean => context.root.kind === 'gesture'
/** True when the program comes to the call by itself. */
export const unasked = (context: CallContext): boolean => ['lifecycle', 'module', 'observer', 'unload'].includes(context.root.kind)

const ROOT_WORDS: Readonly<Record<RootKind, Text>> = {
  lifecycle: { zh: '生命周期', en: 'life cycle' },
  observer: { zh: '数据监听', en: 'observer' },
  module: { zh: '模块加载', en: 'module load' },
  gesture: { zh: '用户操作', en: 'user action' },
  event: { zh: '组件事件', en: 'component event' },
  share: { zh: '分享', en: 'share hook' },
  unload: { zh: '离开页面', en: 'leaving the page' },
  unbound: { zh: '未绑定的方法', en: 'unbound method' },
}
/** What set the code in motion, in a few words: 生命周期 onLoad. */
export const rootText = (root: Root): Text => ({
  zh: `${ROOT_WORDS[root.kind].zh} ${root.name}`,
  en: `${ROOT_WORDS[root.kind].en} ${root.name}`,
})

const NOTHING: readonly never[] = []

interface Note {
  readonly at: Span
  readonly note?: Text
}
/** How a call is reached: a witness of each step, and the places on the way (root first, then from the call outwards). */
export const callPath = (call: ApiCall, context: CallContext) => {
  const api = `${call.ns}.${call.api}`
  const steps = [
    { text: rootText(context.root), at: context.root.at },
    ...context.path.map(({ name, at }) => ({
      text: name ? { zh: `经过 ${name}`, en: `through ${name}` } : { zh: '经过回调', en: 'through a callback' },
      at,
    })),
    { text: { zh: `调用 ${api}`, en: `${api} is called` }, at: call.nameAt },
  ]
  const seen = new Set<string>([`${call.nameAt.file}:${call.nameAt.start}`])
  const related: Note[] = []
  for (const note of [{ at: context.root.at, note: rootText(context.root) }, ...[...context.path].reverse().map(({ at }) => ({ at }))]) {
    const key = `${note.at.file}:${note.at.start}`
    if (seen.has(key) || related.length >= 6) continue
    seen.add(key)
    related.push(note)
  }
  return { witness: { kind: 'call-path' as const, steps }, related }
}

/** The opening tag of an element. */
export const tagSpan = (element: Element, file: string): Span => ({ file, start: element.start, end: element.openEnd })

const writesByUnit = new WeakMap<Interpretation, ReadonlyMap<string, readonly DataWrite[]>>()
/** The writes to the data of a unit, by its base path, in the order in which they were seen. */
export const writesOf = (interpretation: Interpretation, base: string): readonly DataWrite[] => {
  let index = writesByUnit.get(interpretation)
  if (!index) {
    const made = new Map<string, DataWrite[]>()
    for (const write of interpretation.writes) {
      const list = made.get(write.unit.base)
      if (list) list.push(write)
      else made.set(write.unit.base, [write])
    }
    writesByUnit.set(interpretation, (index = made))
  }
  return index.get(base) ?? NOTHING
}

const callsByElement = new WeakMap<Interpretation, ReadonlyMap<Element, readonly ApiCall[]>>()
/** The calls that an element's events lead to. */
export const callsBy = (interpretation: Interpretation, element: Element): readonly ApiCall[] => {
  let index = callsByElement.get(interpretation)
  if (!index) {
    const made = new Map<Element, ApiCall[]>()
    for (const call of interpretation.calls)
      for (const { root } of call.contexts) {
        if (!root.element) continue
        const list = made.get(root.element)
        if (!list) made.set(root.element, [call])
        else if (list[list.length - 1] !== call) list.push(call)
      }
    callsByElement.set(interpretation, (index = made))
  }
  return index.get(element) ?? NOTHING
}

const bindingIndex = new WeakMap<Interpretation, ReadonlyMap<Element, readonly Binding[]>>()
/** What is bound to an element. */
export const bindingsAt = (interpretation: Interpretation, element: Element): readonly Binding[] => {
  let index = bindingIndex.get(interpretation)
  if (!index) {
    const made = new Map<Element, Binding[]>()
    for (const binding of interpretation.bindings) {
      const list = made.get(binding.element)
      if (list) list.push(binding)
      else made.set(binding.element, [binding])
    }
    bindingIndex.set(interpretation, (index = made))
  }
  return index.get(element) ?? NOTHING
}

const shownByElement = new WeakMap<Interpretation, Map<Element, Shown[]>>()
/** Everything shown in an element and in those below it, by every unit that draws it. */
export const shownIn = (interpretation: Interpretation, element: Element): readonly Shown[] => {
  let index = shownByElement.get(interpretation)
  if (!index) {
    index = new Map()
    for (const shown of interpretation.shown)
      for (let at = shown.element; at !== null; at = at.parent) {
        const list = index.get(at)
        if (list) list.push(shown)
        else index.set(at, [shown])
      }
    shownByElement.set(interpretation, index)
  }
  return index.get(element) ?? NOTHING
}

/** The constant texts of a value, composed ones with … for what is not known. */
export const textsOf = (value: Pick<Value, 'constants' | 'pieces'>): readonly string[] => {
  const { constants, pieces } = value
  let out: string[] | undefined
  for (let i = 0; i < constants.length; i++) {
    const one = constants[i]
    if (typeof one === 'string' && says(one)) out ? out.push(one) : (out = [one])
  }
  for (let i = 0; i < pieces.length; i++) {
    const parts = pieces[i]!
    if (!parts.some((piece) => piece?.trim())) continue
    const one = parts.map((piece) => piece ?? '…').join('')
    out ? out.push(one) : (out = [one])
  }
  return out ?? NOTHING
}
/** Nearly every text begins with what is seen. */
const says = (text: string): boolean => {
  const first = text.charCodeAt(0)
  return (first > 32 && first < 127) || (first >= 0x4e00 && first <= 0x9fff) || text.trim() !== ''
}
/** Attributes in which nobody reads anything, whatever they hold: looks, conditions, addresses. */
const UNREAD = new Set(['class', 'style', 'src', 'url', 'hidden', 'id'])
const UNREAD_KIND = /^(?:wx:|tt:|data-)/
/** Whether what stands in an attribute, or with '' as an element's text, may be read by somebody. */
export const isRead = (slot: string): boolean => slot === '' || !(UNREAD.has(slot) || UNREAD_KIND.test(slot))
const shownTexts = new WeakMap<Shown, readonly string[]>()
/** The texts that something shown may be, found out once for all rules. */
export const textsShown = (shown: Shown): readonly string[] => {
  let texts = shownTexts.get(shown)
  if (!texts) shownTexts.set(shown, (texts = textsOf(shown.value)))
  return texts
}
const LONGEST = 4000
/** The words that a user reads in an element, in order. */
export const wordsIn = (interpretation: Interpretation, element: Element): string => {
  let words: string | undefined
  for (const shown of shownIn(interpretation, element)) {
    if (shown.slot !== '' || !shown.reachable) continue
    for (const text of textsShown(shown)) words = words === undefined ? text : `${words} ${text}`
    if (words !== undefined && words.length >= LONGEST) break
  }
  return words?.slice(0, LONGEST) ?? ''
}
