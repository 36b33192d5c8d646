/** What a program says to its users, with who says it where: for rules that need copy together with behaviour. */
import type { ApiCall, Interpretation, Shown, Value } from '../program/interpret/types.ts'
import type { Span } from '../program/types.ts'
import { textsOf, textsShown } from './reading.ts'

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
const NOTHING: readonly never[] = []
/** Each text of a value with the place where it is written, as far as known. */
const placed = (value: Value, texts: readonly string[]): readonly { text: string; at: Span | null }[] => {
  if (texts.length === 0) return NOTHING
  const { places } = value
  let composed: Map<string, Span | null> | undefined
  return texts.map((text) => {
    const written = places.find((place) => place.constant === text)
    if (written) return { text, at: written.at }
    composed ??= new Map(value.pieces.map((parts, at) => [parts.map((piece) => piece ?? '…').join(''), value.piecesAt[at] ?? null]))
    return { text, at: composed.get(text) ?? value.at }
  })
}

/** Every text that reachable templates show and that dialogs and share cards say; composed ones with … for what is not known. */
export const saidIn = (interpretation: Interpretation): readonly Said[] => {
  const had = known.get(interpretation)
  if (had) return had
  const out: Said[] = []
  for (const shown of interpretation.shown) {
    if (!SLOTS.has(shown.slot) || !shown.reachable || !interpretation.reachable.has(shown.unit.base)) continue
    for (const { text, at } of placed(shown.value, textsShown(shown)))
      out.push({ text, at: at ?? shown.at, shownAt: shown.at, unit: shown.unit.base, shown })
  }
  // One place says a text once, whoever leads to it.
  const saidAt = new Map<string, Set<string>>()
  for (const call of interpretation.callsOf(...DIALOGS)) {
    const key = `${call.at.file}:${call.at.start}`
    const seen = saidAt.get(key) ?? new Set<string>()
    saidAt.set(key, seen)
    const { nameAt } = call
    for (const { root, args } of call.contexts) {
      if (root.kind === 'unbound') continue
      const [options] = args
      if (!options) continue
      const say = (value: Value): void => {
        for (const { text, at } of placed(value, textsOf(value))) {
          if (seen.has(text)) continue
          seen.add(text)
          out.push({ text, at: at ?? nameAt, shownAt: nameAt, unit: root.unit.base, call })
        }
      }
      for (const key of KEYS) {
        const value = options.get(key)
        if (!value) continue
        say(value)
        for (const one of value.elements()) say(one)
      }
    }
  }
  known.set(interpretation, out)
  return out
}
