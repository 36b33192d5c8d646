/** Every text that a user can see, once, with where it comes from. Comments, logs and dead code are not copy. */
import type { Interpretation, Shown, Value } from '../program/interpret/types.ts'
import type { Element, JsonDocument, ProgramModel, Span, Unit } from '../program/types.ts'
import { elsewhere } from './reading/elsewhere.ts'
import { findTerms, type TermMatch } from './text/index.ts'

export interface Copy {
  readonly text: string
  readonly at: Span
  /** How it reaches the user. */
  readonly via: 'template' | 'attribute' | 'data' | 'api' | 'config' | 'wxs' | 'image' | 'run'
  /** Tag of the element that shows it, or the API ('wx.showModal'), or the configuration key. */
  readonly carrier: string
  /** Attribute, option or key: 'placeholder', 'content', 'navigationBarTitleText'; '' for an element's own text. */
  readonly slot: string
  /** Base paths of the pages and components that show it. */
  readonly units: readonly string[]
  /** False when no page shows it (an orphan component, wx:if of a constant false). */
  readonly reachable: boolean
  /** The whole visible sentence around it when several pieces stand in one element. */
  readonly context: string
  /** For texts that only a run showed: the move that showed it. */
  readonly seen?: { readonly pass: string; readonly move: number; readonly page: string; readonly image?: string }
}
/** A listed word in a text that users see. */
export interface Spoken {
  readonly copy: Copy
  readonly match: TermMatch
}
export interface CopyEvidence {
  readonly copies: readonly Copy[]
  /** Every listed word of every text, looked for once; words that the text does not mean have strength null. */
  readonly terms: readonly Spoken[]
}

/** Attributes whose text the platform shows, whatever the element. */
const SHOWN_ATTRIBUTES = new Set([
  'placeholder',
  'title',
  'label',
  'confirm-text',
  'cancel-text',
  'send-message-title',
  'aria-label',
  'nodes',
])
/** What the calls show, by option; '' is the first argument itself. */
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  showModal: ['title', 'content', 'confirmText', 'cancelText', 'placeholderText'],
  showToast: ['title'],
  showLoading: ['title'],
  showActionSheet: ['itemList', 'alertText'],
  setNavigationBarTitle: ['title'],
  setTabBarItem: ['text'],
  setTabBarBadge: ['text'],
  getUserProfile: ['desc'],
  showShareImageMenu: ['entrancePath'],
  'CanvasContext.fillText': [''],
  'CanvasContext.strokeText': [''],
  setTopBarText: ['text'],
  openCustomerServiceChat: ['sendMessageTitle'],
}
const CONFIG_TITLES = ['navigationBarTitleText', 'navigationBarSubTitle'] as const
/** Texts longer than this are cut: nobody reads further to judge a clause, and data tables can hold whole books. */
const LONGEST = 4000
const MOST = 40_000
/** Blanks at an end, several in a row, or others than the plain one. */
const BLANKS = /^\s|\s$|\s\s|[^\S ]/

export function collectCopy(program: ProgramModel, interpretation: Interpretation): CopyEvidence {
  const found = new Map<string, { copy: Omit<Copy, 'units' | 'reachable'>; units: Set<string>; reachable: boolean }>()
  const add = (copy: Omit<Copy, 'units' | 'reachable'>, unit: Unit | null, reachable: boolean): void => {
    const text = (BLANKS.test(copy.text) ? copy.text.replace(/\s+/g, ' ').trim() : copy.text).slice(0, LONGEST)
    if (text === '' || !/[\p{L}\p{N}¥￥×✕]/u.test(text) || found.size >= MOST) return
    const key = `${copy.at.file}:${copy.at.start}:${copy.slot}:${text}`
    let row = found.get(key)
    if (!row) {
      row = { copy: { ...copy, text }, units: new Set(), reachable: false }
      found.set(key, row)
    }
    if (unit) row.units.add(unit.base)
    row.reachable ||= reachable
  }
  const isReachable = (unit: Unit): boolean => unit.kind === 'app' || interpretation.reachable.has(unit.base)

  const sentences = sentencesOf(interpretation.shown)
  for (const shown of interpretation.shown) {
    if (shown.slot !== '' && !SHOWN_ATTRIBUTES.has(shown.slot) && !isComponentText(shown)) continue
    const reachable = shown.reachable && isReachable(shown.unit)
    const context = (shown.element && sentences.get(shown.element)) ?? ''
    for (const { text, at } of texts(shown.value, shown.at)) {
      const via = shown.slot !== '' ? 'attribute' : at.file === shown.template ? 'template' : 'data'
      const visible = shown.slot === 'nodes' || text.includes('</') ? stripTags(text) : text
      add(
        { text: visible, at, via, carrier: shown.element?.tag ?? '', slot: shown.slot, context: context || visible },
        shown.unit,
        reachable,
      )
    }
  }

  for (const [api, options] of Object.entries(SPOKEN))
    for (const call of interpretation.callsOf(api))
      for (const context of call.contexts) {
        const reachable = context.root.kind !== 'unbound' && isReachable(context.root.unit)
        const pieces = options.map((option) => ({ option, value: option === '' ? context.args[0] : context.args[0]?.get(option) }))
        const whole = pieces.flatMap(({ value }) => (value ? texts(value, call.at).slice(0, 1) : [])).map((t) => t.text)
        for (const { option, value } of pieces) {
          if (!value) continue
          for (const v of option === 'itemList' ? value.elements() : [value])
            for (const { text, at } of texts(v, call.nameAt))
              add(
                { text, at, via: 'api', carrier: `${call.ns}.${api}`, slot: option, context: whole.join(' ') },
                context.root.unit,
                reachable,
              )
        }
      }
  for (const r of interpretation.returned)
    for (const option of ['title', 'desc', 'content']) {
      const value = r.value.get(option)
      if (value)
        for (const { text, at } of texts(value, r.at))
          add({ text, at, via: 'api', carrier: r.method, slot: option, context: text }, r.unit, isReachable(r.unit))
    }

  configCopy(program, add, isReachable)
  const copies = [...found.values()].map((row) => ({ ...row.copy, units: [...row.units], reachable: row.reachable }))
  const begun = elsewhere()?.terms(copies, program)
  if (!begun) return { copies, terms: termsOf(copies, program.platform) }
  let terms: readonly Spoken[] | undefined
  return {
    copies,
    // Whoever needs them waits for them; the copy itself is there.
    get terms() {
      terms ??= begun() ?? termsOf(copies, program.platform)
      return terms
    },
  }
}

/** Tags whose texts stand in one line with their neighbours. */
const INLINE = new Set(['text', 'span', 'label', 'van-text'])
const MOST_TERMS = 20_000
/** Pieces as short as this are read on in the next element, whatever it is: 占 above 卜. */
const BROKEN = 2

/** The listed words of each text, and of neighbouring texts that are read as one line: 军产 in one tag, 房 in the next. */
export function termsOf<C extends Pick<Copy, 'text' | 'context' | 'carrier'>>(
  copies: readonly C[],
  platform: ProgramModel['platform'],
): readonly { readonly copy: C; readonly match: TermMatch }[] {
  const out: { readonly copy: C; readonly match: TermMatch }[] = []
  const lines = new Map<string, C[]>()
  for (const copy of copies) {
    if (out.length > MOST_TERMS) break
    const around = copy.context.includes(copy.text) ? copy.context : `${copy.text} ${copy.context}`
    for (const match of findTerms(copy.text, { platform, around, carrier: copy.carrier })) out.push({ copy, match })
    if ((INLINE.has(copy.carrier) || copy.text.length <= BROKEN) && copy.context.length > copy.text.length) {
      const line = lines.get(copy.context)
      if (line) line.push(copy)
      else lines.set(copy.context, [copy])
    }
  }
  for (const [line, parts] of lines)
    for (const match of findTerms(line, { platform, around: line })) {
      // What stands in one of the texts has been found there; two labels side by side make no combination.
      if (match.entry.kind === 'combo' || match.strength !== 'strong') continue
      if (copies.some((one) => one.context === line && one.text.includes(match.matched))) continue
      const at = parts.find((one) => {
        const from = line.indexOf(one.text)
        return from >= 0 && from <= match.start && from + one.text.length > match.start
      })
      if (at) out.push({ copy: at, match })
    }
  return out
}

/** Texts that a component of the program, or one whose code we do not have, is given to show. */
const isComponentText = (shown: Shown): boolean =>
  shown.element !== null &&
  shown.unit.components.has(shown.element.tag) &&
  /(?:^|-)(?:text|title|label|desc|description|content|tips?|message|placeholder|name|value|note|header|footer)$/i.test(
    shown.slot.replace(/([a-z])([A-Z])/g, '$1-$2'),
  )

/** The texts that a value may be; of texts known only in part, the known parts. */
function texts(value: Value, fallback: Span): { text: string; at: Span }[] {
  const out: { text: string; at: Span }[] = []
  const { constants } = value
  if (constants.some((c) => typeof c === 'string' && c !== '')) {
    const { places } = value
    const several = places.length > 1 ? new Map(places.map((p) => [p.constant, p.at])) : undefined
    const [only] = places
    for (const c of constants) {
      if (typeof c !== 'string' || c === '') continue
      const at = several ? several.get(c) : only?.constant === c ? only.at : undefined
      out.push({ text: c, at: at ?? fallback })
    }
  }
  const { pieces: all } = value
  const written = all.length > 0 ? value.piecesAt : []
  for (const [i, pieces] of all.entries()) {
    if (!pieces.some((p) => p !== null && p.trim() !== '')) continue
    // A hole stands where something unknown is put in.
    out.push({ text: pieces.map((p) => p ?? ' … ').join(''), at: written[i] ?? fallback })
  }
  return out
}
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  yen: '¥',
}
const stripTags = (text: string): string =>
  text
    .slice(0, 20_000)
    .replace(/<[^<>]{0,400}>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    })

/** What stands together before the eye: the texts of one element's parent, in order. */
function sentencesOf(shown: readonly Shown[]): Map<Element, string> {
  const byParent = new Map<Element, { elements: Set<Element>; text: string }>()
  for (const s of shown) {
    if (s.slot !== '' || !s.element) continue
    const holder = s.element.parent ?? s.element
    let row = byParent.get(holder)
    if (!row) {
      row = { elements: new Set(), text: '' }
      byParent.set(holder, row)
    }
    row.elements.add(s.element)
    const said = s.value.constants.filter((c): c is string => typeof c === 'string' && c.trim() !== '')
    // A repeated inline text is one line with all its turns.
    const repeated = INLINE.has(s.element.tag) && s.element.attributes.some((a) => /^(?:wx|tt):for$/.test(a.name))
    for (const one of repeated ? said.slice(0, 12) : said.slice(0, 1)) if (row.text.length < 400) row.text += ` ${one.trim()}`
  }
  const out = new Map<Element, string>()
  for (const row of byParent.values()) for (const e of row.elements) out.set(e, row.text.trim())
  return out
}

function configCopy(
  program: ProgramModel,
  add: (copy: Omit<Copy, 'units' | 'reachable'>, unit: Unit | null, reachable: boolean) => void,
  isReachable: (unit: Unit) => boolean,
): void {
  const put = (json: JsonDocument, path: readonly (string | number)[], unit: Unit, reachable: boolean): void => {
    let value: unknown = json.value
    for (const key of path) value = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined
    const at = json.at(path)
    const slot = String(path.at(-1))
    if (typeof value === 'string' && at) add({ text: value, at, via: 'config', carrier: json.file, slot, context: value }, unit, reachable)
  }
  const { app } = program.config
  for (const key of CONFIG_TITLES) put(app, ['window', key], program.app, true)
  const value = (app.value ?? {}) as { tabBar?: { list?: unknown[] }; permission?: Record<string, unknown> }
  for (const i of Array.isArray(value.tabBar?.list) ? value.tabBar.list.keys() : [])
    put(app, ['tabBar', 'list', i, 'text'], program.app, true)
  for (const scope of Object.keys(value.permission ?? {})) put(app, ['permission', scope, 'desc'], program.app, true)
  for (const unit of [...program.pages, ...program.components.values()])
    if (unit.json) for (const key of CONFIG_TITLES) put(unit.json, [key], unit, isReachable(unit))
}
