/** What a program says to its users, with who says it where: for rules that need copy together with behaviour. */
import type { ApiCall, Interpretation, Shown, Value } from '../program/interpret/types.ts'
import type { Span } from '../program/types.ts'
import { textsOf } from './reading.ts'

export interface Said {
  readonly text: string
  /** Where the words are written. */
  readonly at: Span
  /** Where they are shown, when that is another place. */
  readonly shownAt: Span
  /** Base path of the page or component. */
  readonly unit: string
  readonly shown?: Shown
  readonly call?: ApiCall
}

const SLOTS = new Set([
  '',
  'title',
  'placeholder',
  'content',
  'text',
  'label',
  'value',
  'alt',
  'send-message-title',
  'tip',
  'message',
  'desc',
])
const DIALOGS = ['showModal', 'showToast', 'showActionSheet', 'showLoading', 'setNavigationBarTitle'] as const
const KEYS = ['title', 'content', 'confirmText', 'cancelText', 'itemList', 'desc']

const known = new WeakMap<Interpretation, readonly Said[]>()
const pieces = (value: Value): readonly { text: string; at: Span | null }[] => {
  const composed = new Map(value.pieces.map((parts, at) => [parts.map((piece) => piece ?? '…').join(''), value.piecesAt[at] ?? null]))
  return textsOf(value).map((text) => ({
    text,
    at: value.places.find((place) => place.constant === text)?.at ?? composed.get(text) ?? value.at,
  }))
}

/** Every text that reachable templates show and that dialogs and share cards say; composed ones with … for what is not known. */
export const saidIn = (interpretation: Interpretation): readonly Said[] => {
  const had = known.get(interpretation)
  if (had) return had
  const out: Said[] = []
  for (const shown of interpretation.shown) {
    if (!SLOTS.has(shown.slot) || !shown.reachable || !interpretation.reachable.has(shown.unit.base)) continue
    for (const { text, at } of pieces(shown.value)) out.push({ text, at: at ?? shown.at, shownAt: shown.at, unit: shown.unit.base, shown })
  }
  const seen = new Set<string>()
  for (const call of interpretation.callsOf(...DIALOGS))
    for (const { root, args } of call.contexts) {
      if (root.kind === 'unbound') continue
      for (const key of KEYS) {
        const value = args[0]?.get(key)
        if (!value) continue
        for (const one of [value, ...value.elements()])
          for (const { text, at } of pieces(one)) {
            const id = `${call.at.file}:${call.at.start}:${text}`
            if (seen.has(id)) continue
            seen.add(id)
            out.push({ text, at: at ?? call.nameAt, shownAt: call.nameAt, unit: root.unit.base, call })
          }
      }
    }
  known.set(interpretation, out)
  return out
}
