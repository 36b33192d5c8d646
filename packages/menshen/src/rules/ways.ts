/** From an API call to what a person needs to see: the line to look at, how the program comes there, and the proof step by step. */
import type { Text } from '../check/types.ts'
import type { ApiCall, CallContext } from '../program/interpret/types.ts'
import type { ProgramModel, Span } from '../program/types.ts'
import { rootText } from './reading.ts'

export interface Way {
  readonly at: Span
  readonly note: Text
  readonly related: readonly { readonly at: Span; readonly note?: Text }[]
  readonly witness: { readonly kind: 'call-path'; readonly steps: readonly { readonly text: Text; readonly at?: Span }[] }
}

const MOST_RELATED = 14
const same = (a: Span, b: Span) => a.file === b.file && a.start === b.start
const real = (span: Span): boolean => span.end > span.start

/**
 * Where to point for a call that is reached in these contexts. The call itself when it is written out in the program's own
 * code; else (a wrapper that makes every call, a library) the deepest own line that leads to it. All other lines are related.
 */
export const wayTo = (call: ApiCall, contexts: readonly CallContext[], program: ProgramModel): Way => {
  const own = (span: Span) => !program.vendored.has(span.file) && real(span)
  const shortest = contexts.reduce<CallContext | undefined>((a, b) => (!a || b.path.length < a.path.length ? b : a), undefined)
  const steps = shortest?.path ?? []
  const direct = call.how === 'member' && own(call.at)
  // A wrapper that makes every call says nothing; the line that asks it to is the one to look at.
  const calls = steps.slice(1).filter((step) => step.how === 'call' && own(step.at))
  const deepest =
    calls.findLast((step) => step.at.file !== call.at.file)?.at ?? calls.at(-1)?.at ?? steps.findLast((step) => own(step.at))?.at
  const at = direct ? call.nameAt : (deepest ?? call.nameAt)
  const related: { at: Span; note?: Text }[] = []
  const add = (span: Span, note?: Text) => {
    if (real(span) && !same(span, at) && related.length < MOST_RELATED && !related.some((one) => same(one.at, span)))
      related.push(note ? { at: span, note } : { at: span })
  }
  for (const context of contexts.slice(0, 6)) {
    add(context.root.at, rootText(context.root))
    for (const step of context.path) add(step.at)
    if (context.root.element && context.root.template)
      add({ file: context.root.template, start: context.root.element.start, end: context.root.element.openEnd })
  }
  add(call.nameAt, { zh: `真正的调用：${call.ns}.${call.api}`, en: `the call itself: ${call.ns}.${call.api}` })
  const witness = [
    ...(shortest ? [{ text: rootText(shortest.root), ...(real(shortest.root.at) ? { at: shortest.root.at } : {}) }] : []),
    ...steps.slice(1).map((step) => ({
      text: { zh: step.name ? `进入 ${step.name}` : '进入回调', en: step.name ? `into ${step.name}` : 'into a callback' },
      at: step.at,
    })),
    { text: { zh: `调用 ${call.ns}.${call.api}`, en: `calls ${call.ns}.${call.api}` }, at: call.nameAt },
  ]
  return {
    at,
    note: shortest ? rootText(shortest.root) : { zh: `${call.ns}.${call.api}`, en: `${call.ns}.${call.api}` },
    related,
    witness: { kind: 'call-path', steps: witness },
  }
}
