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
/** Where one of a value's texts is written, as far as known. */
const placeOf = (value: Value, text: string): Span | null => {
  const written = value.places.find((place) => place.constant === text)
  if (written) return written.at
  const index = value.pieces.findLastIndex((parts) => parts.map((piece) => piece ?? '…').join('') === text)
  return (index < 0 ? undefined : value.piecesAt[index]) ?? value.at
}
/** Most of what is said nobody asks the place of. */
class Words implements Said {
  readonly text: string
  readonly shownAt: Span
  readonly unit: string
  readonly shown?: Shown
  readonly call?: ApiCall
  readonly #value: Value
  #at: Span | null = null
  constructor(text: string, value: Value, shownAt: Span, unit: string, by: Shown | ApiCall) {
    this.text = text
    this.#value = value
    this.shownAt = shownAt
    this.unit = unit
    if ('slot' in by) this.shown = by
    else this.call = by
  }
  get at(): Span {
    return (this.#at ??= placeOf(this.#value, this.text) ?? this.shownAt)
  }
}

/** Every text that reachable templates show and that dialogs and share cards say; composed ones with … for what is not known. */
export const saidIn = (interpretation: Interpretation): readonly Said[] => {
  const had = known.get(interpretation)
  if (had) return had
  const out: Said[] = []
  for (const shown of interpretation.shown) {
    if (!SLOTS.has(shown.slot) || !shown.reachable || !interpretation.reachable.has(shown.unit.base)) continue
    for (const text of textsShown(shown)) out.push(new Words(text, shown.value, shown.at, shown.unit.base, shown))
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
        for (const text of textsOf(value)) {
          if (seen.has(text)) continue
          seen.add(text)
          out.push(new Words(text, value, nameAt, root.unit.base, call))
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
