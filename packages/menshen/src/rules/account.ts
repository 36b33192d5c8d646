/** Whether a program keeps accounts, and by which ways people go in and out: what the rules about signing in share. */
import type { Copy, CopyEvidence } from '../evidence/copy.ts'
import type { ApiCall, Binding, CallContext, Interpretation, Shown, Value } from '../program/interpret/types.ts'
import type { Element, ProgramModel, Span, Unit } from '../program/types.ts'
import { bearing } from './elements.ts'
import { bindingsAt, closest, isRead, plainAttribute, wordsIn } from './reading.ts'
import type { EntryWords } from './tables.ts'

const families = new WeakMap<ProgramModel, Map<Unit, ReadonlySet<string>>>()
/** A unit and every component that it draws, by base path. */
export const family = (program: ProgramModel, unit: Unit): ReadonlySet<string> => {
  let known = families.get(program)
  if (!known) families.set(program, (known = new Map()))
  let drawn = known.get(unit)
  if (!drawn) known.set(unit, (drawn = familyOf(program, unit)))
  return drawn
}
const familyOf = (program: ProgramModel, unit: Unit): ReadonlySet<string> => {
  const out = new Set<string>([unit.base])
  const queue: Unit[] = [unit]
  for (let at = queue.pop(); at; at = queue.pop())
    for (const { target } of at.components.values())
      if (target !== null && !out.has(target)) {
        out.add(target)
        const child = program.components.get(target)
        if (child) queue.push(child)
      }
  return out
}

/** Whether a text is such an entry: one of the words in it, or the whole of it. */
export const isEntry = (words: EntryWords, text: string): boolean => {
  const plain = unpaused(text)
  const { any, some, none } = patternsOf(words)
  if (!any.test(plain)) return false
  if (words.exact?.includes(plain)) return true
  if (!none?.test(plain)) return some.test(plain)
  const kept = words.not!.reduce((rest, one) => rest.replaceAll(one, ''), plain)
  return some.test(kept)
}
const NEVER = /(?!)/
const PAUSE = /[\s>›＞»：:，。！!]/
const PAUSES = /[\s>›＞»：:，。！!]+/g
/** Texts without what parts their words: each is held against the words of many kinds of entries. */
const unpausedTexts = new Map<string, string>()
const MOST_TEXTS = 4000
const LONGEST_TEXT = 200
const unpaused = (text: string): string => {
  const had = unpausedTexts.get(text)
  if (had !== undefined) return had
  const plain = PAUSE.test(text) ? text.replace(PAUSES, '') : text
  if (text.length <= LONGEST_TEXT) {
    if (unpausedTexts.size >= MOST_TEXTS) unpausedTexts.clear()
    unpausedTexts.set(text, plain)
  }
  return plain
}
const anyOf = (words: readonly string[]): string => words.map((one) => one.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|')
const oneOf = (words: readonly string[]): RegExp => new RegExp(anyOf(words))
/** The listed words, and the pairs that say it together within one text. */
const saidBy = ({ words, between }: EntryWords): readonly string[] => [
  ...(words.length > 0 ? [anyOf(words)] : []),
  ...(between ? [`(?:${anyOf(between.first)})[^\\n]{0,${between.window}}?(?:${anyOf(between.second)})`] : []),
]
/** The words as one expression each: every text of a program is held against them. `any` finds a text that may be an entry. */
const entryPatterns = new WeakMap<EntryWords, { readonly any: RegExp; readonly some: RegExp; readonly none: RegExp | undefined }>()
const patternsOf = (words: EntryWords) => {
  let patterns = entryPatterns.get(words)
  if (!patterns) {
    const said = saidBy(words)
    const all = [...said, ...[words.exact, words.not].flatMap((list) => (list?.length ? [anyOf(list)] : []))]
    patterns = {
      any: all.length > 0 ? new RegExp(all.join('|')) : NEVER,
      some: said.length > 0 ? new RegExp(said.join('|')) : NEVER,
      none: words.not?.length ? oneOf(words.not) : undefined,
    }
    entryPatterns.set(words, patterns)
  }
  return patterns
}

/** Texts that are looked through together. */
const STRETCH = 48
const unpausedCopies = new WeakMap<CopyEvidence, readonly string[]>()
/** The copies that may be such an entry, told by looking through many of them at once. */
const candidates = function* (words: EntryWords, copy: CopyEvidence): Generator<Copy> {
  const { copies } = copy
  let stretches = unpausedCopies.get(copy)
  if (!stretches) {
    const made: string[] = []
    for (let from = 0; from < copies.length; from += STRETCH)
      made.push(
        copies
          .slice(from, from + STRETCH)
          .map(({ text }) => unpaused(text))
          .join('\n'),
      )
    unpausedCopies.set(copy, (stretches = made))
  }
  const { any } = patternsOf(words)
  for (let i = 0; i < stretches.length; i++)
    if (any.test(stretches[i]!)) yield* copies.slice(i * STRETCH, (i + 1) * STRETCH).filter(({ text }) => isEntry(words, text))
}
/** Whether any text of the copy is such an entry. */
export const hasEntry = (words: EntryWords, copy: CopyEvidence): boolean => !candidates(words, copy).next().done

export interface Field {
  readonly element: Element
  readonly unit: Unit
  readonly file: string
  readonly label: string
}
const HOLDERS = new Set(['view', 'form', 'label', 'block', 'scroll-view'])
const fieldCache = new WeakMap<Interpretation, readonly Field[]>()
/** Every field that people fill in, with what it says: placeholder, own words, the words beside it. */
export const fieldsOf = (interpretation: Interpretation): readonly Field[] => {
  const had = fieldCache.get(interpretation)
  if (had) return had
  const out = new Map<Element, Field>()
  for (const shown of interpretation.shown) {
    const { element } = shown
    if (!element || !shown.reachable || !['input', 'textarea', 'picker'].includes(element.tag)) continue
    const row =
      element.parent && HOLDERS.has(element.parent.tag) && element.parent.children.length <= 4
        ? wordsIn(interpretation, element.parent)
        : ''
    const own =
      shown.slot === 'placeholder' || shown.slot === '' ? shown.value.constants.filter((one) => typeof one === 'string').join(' ') : ''
    const known = out.get(element)
    out.set(element, {
      element,
      unit: shown.unit,
      file: shown.template,
      label: `${known?.label ?? ''} ${own} ${known ? '' : row}`.slice(0, 400),
    })
  }
  const list = [...out.values()]
  fieldCache.set(interpretation, list)
  return list
}
/** password, password="{{true}}", type="password"; a switch between the two counts. */
export const isPassword = ({ element }: Field): boolean =>
  element.attributes.some(
    ({ name, value }) =>
      (name === 'password' && !/^\{\{\s*false\s*\}\}$|^false$/.test(value ?? '')) || (name === 'type' && /password/.test(value ?? '')),
  )

/** A field of a component that is a password only where its user says so, and nobody in the program does. */
const neverPassword = (program: ProgramModel, { element, unit }: Field): boolean =>
  unit.kind === 'component' &&
  element.attributes.some(({ name, value }) => name === 'password' && /\{\{.*\b(?:password|type)\b/.test(value ?? '')) &&
  !['password', 'type'].some((name) =>
    bearing(program, name).some(
      ({ element: other }) => other.tag !== 'input' && (name === 'password' || /password/.test(plainAttribute(other, 'type') ?? '')),
    ),
  )

export interface Account {
  /** How sure it is that people have an account here. */
  readonly strength: 'sure' | 'likely'
  readonly by: 'password' | 'sms' | 'phone' | 'login-page' | 'login-entry'
  readonly at: Span
}
const LOGIN_TEXT = /登录|登陆|注册|login|sign\s?in/i
const LOGIN_PAGE = /(?:^|\/)(?:login|logon|auth|authorize|sign_?in)(?:\/|$)/i
const NOT_LOGIN = /退出登[录陆]|登[录陆](?:记录|密码|状态|失败|成功|过期|日志|设备)|暂不|取消登/

const spanOf = (file: string, element: Element): Span => ({ file, start: element.start, end: element.openEnd })

/** What shows that people have an account; null when the program only signs in silently, or not at all. */
export const accountOf = (program: ProgramModel, interpretation: Interpretation): Account | null => {
  const fields = fieldsOf(interpretation)
  const posts = interpretation.calls.some(
    ({ api, contexts }) => (api === 'request' || api.startsWith('cloud.')) && contexts.some(({ root }) => root.kind !== 'unbound'),
  )
  if (!posts) return null
  const password = fields.find(
    (field) =>
      isPassword(field) && !neverPassword(program, field) && !ofLibrary(program, field) && !/支付密码|wifi|开门|锁/i.test(field.label),
  )
  if (password) return { strength: 'sure', by: 'password', at: spanOf(password.file, password.element) }
  for (const { element, file } of bearing(program, 'open-type'))
    if (/^get(?:Realtime)?PhoneNumber$/.test(plainAttribute(element, 'open-type') ?? '') && drawnSomewhere(interpretation, element))
      return { strength: 'sure', by: 'phone', at: spanOf(file, element) }
  // A code also proves a number on an order or an enquiry: it opens an account only where signing in is spoken of.
  const code = fields.find(
    ({ label, unit }) =>
      /(?:短信|手机)?验证码/.test(label) && !/图形|图片|右侧|左侧|图中|计算/.test(label) && signsIn(program, interpretation, unit),
  )
  if (code) return { strength: 'sure', by: 'sms', at: spanOf(code.file, code.element) }
  for (const binding of interpretation.bindings) {
    if (binding.status === 'missing' || binding.empty || !['tap', 'getuserinfo', 'submit', 'click'].includes(binding.event)) continue
    const words = wordsIn(interpretation, binding.element)
    if (words.length > 30) continue
    const page = LOGIN_PAGE.test(binding.unit.base.slice(program.root.length))
    if ((LOGIN_TEXT.test(words) || (page && /授权/.test(words))) && !NOT_LOGIN.test(words))
      return { strength: 'likely', by: page ? 'login-page' : 'login-entry', at: binding.at }
  }
  return null
}
const signsIn = (program: ProgramModel, interpretation: Interpretation, unit: Unit): boolean =>
  /(?:^|\/|[_-])(?:login|logon|auth|authorize|sign|register|reg|bind)/i.test(unit.base.slice(program.root.length)) ||
  interpretation.bindings.some((binding) => {
    if (binding.unit.base !== unit.base) return false
    const words = wordsIn(interpretation, binding.element)
    return (
      words.length <= 30 &&
      (LOGIN_TEXT.test(words) || /绑定|login|sign|register/i.test(binding.handlers.join(' '))) &&
      !NOT_LOGIN.test(words)
    )
  })
const ofLibrary = (program: ProgramModel, { file }: Field): boolean =>
  /miniprogram_npm\//.test(file) || program.vendored.has(file.replace(/\.\w+$/, '.js'))
const drawnSomewhere = (interpretation: Interpretation, element: Element): boolean =>
  interpretation.bindings.some((binding) => binding.element === element) ||
  interpretation.shown.some((shown) => shown.element === element || shown.element?.parent === element)

/** Storage and server calls that end a session, however the entry is called. */
const SESSION_KEY = /token|session|user|login|member|auth|account|openid|card|profile|cookie|uid|sid/i
/** Keys under which a sign-in keeps what its server answered, whatever they are called. */
export const sessionKeys = (interpretation: Interpretation): ReadonlySet<string> => {
  const out = new Set<string>()
  for (const call of interpretation.callsOf('setStorage', 'setStorageSync'))
    for (const { args, after, root } of call.contexts) {
      const [first, second] = args
      const value = call.api === 'setStorage' ? first?.get('data') : second
      const answered = value?.origins.some(({ source }) => source === 'response') === true
      if (root.kind === 'unbound' || !answered) continue
      const named = value?.origins.some(({ path }) => TOKEN_PATH.test(path)) === true
      if (!named && !after.some(({ api }) => api === 'login' || api === 'checkSession')) continue
      for (const key of (call.api === 'setStorage' ? first?.get('key') : first)?.constants ?? []) out.add(String(key))
    }
  return out
}
const TOKEN_PATH = /(?:^|[._])(?:token|tk|session\w*|jwt|sid|ticket|auth\w*|openid)$|Token$/i
const OUT_URL = /log_?-?out|sign_?-?out|loginout|quit|unbind|exit/i
export const endsSession = (call: ApiCall, context: CallContext, keys?: ReadonlySet<string>): boolean => {
  const [first, second] = context.args
  const ofSession = (one: unknown): boolean => SESSION_KEY.test(String(one)) || keys?.has(String(one)) === true
  const texts = (key: string): readonly string[] => first?.get(key)?.constants.map(String) ?? []
  switch (call.api) {
    case 'clearStorage':
    case 'clearStorageSync':
      return true
    case 'removeStorageSync':
      return first !== undefined && (first.open || first.constants.some(ofSession))
    case 'removeStorage':
      return texts('key').some(ofSession)
    case 'setStorageSync':
      return (
        first?.constants.some(ofSession) === true &&
        second !== undefined &&
        !second.open &&
        second.keys().length === 0 &&
        second.constants.every((one) => !one)
      )
    case 'request': {
      const url = first?.get('url')
      return [...(url?.constants ?? []).map(String), ...(url?.pieces ?? []).map((parts) => parts.join(''))].some((one) =>
        OUT_URL.test(one.replace(/^https?:\/\/[^/]+/, '')),
      )
    }
    default:
      return false
  }
}
export const ENDING = ['clearStorage', 'clearStorageSync', 'removeStorage', 'removeStorageSync', 'setStorageSync', 'request'] as const

const shownTexts = new WeakMap<Interpretation, Map<string, Shown[]>>()
/** Where a text is drawn. */
const drawnAs = (interpretation: Interpretation, text: string): readonly Shown[] => {
  let table = shownTexts.get(interpretation)
  if (!table) {
    table = new Map()
    for (const shown of interpretation.shown) {
      if (!shown.element || !isRead(shown.slot) || !shown.reachable) continue
      for (const one of shown.value.constants) {
        if (typeof one !== 'string') continue
        const said = one.trim()
        const list = table.get(said)
        if (list) list.push(shown)
        else table.set(said, [shown])
      }
    }
    shownTexts.set(interpretation, table)
  }
  return table.get(text) ?? []
}

/** The first handler bound to an element. */
const bindingOf = (interpretation: Interpretation, element: Element): Binding | undefined => bindingsAt(interpretation, element)[0]

export interface Entry {
  readonly text: string
  readonly at: Span
  readonly binding: Binding | null
  /** dead: nothing is bound, or the handler does nothing · works: something happens · unknown: it cannot be told. */
  readonly state: 'works' | 'dead' | 'unknown'
}
/** Entries of one kind that are drawn on a page, each with what a tap on it does. */
export const entriesOf = (words: EntryWords, copy: CopyEvidence, interpretation: Interpretation): readonly Entry[] => {
  const out: Entry[] = []
  for (const one of candidates(words, copy)) {
    if (one.via === 'api' || one.via === 'config' || one.text.length > 40) continue
    const drawn = drawnAs(interpretation, one.text)
    let entry: Entry = { text: one.text, at: one.at, binding: null, state: 'dead' }
    for (const { element } of drawn) {
      const opens = closest(
        element,
        (at) =>
          (at.tag === 'navigator' && plainAttribute(at, 'url') !== '') ||
          /contact|feedback|getPhoneNumber|getUserInfo/.test(plainAttribute(at, 'open-type') ?? ''),
      )
      const bound = closest(element, (at) => bindingOf(interpretation, at) !== undefined)
      const binding = bound && bindingOf(interpretation, bound)
      const state = opens
        ? 'works'
        : !binding
          ? 'dead'
          : binding.status === 'missing' || binding.empty
            ? 'dead'
            : binding.status === 'unknown'
              ? 'unknown'
              : 'works'
      if (entry.state === 'dead') entry = { ...entry, binding: binding ?? null, state }
    }
    out.push(entry)
  }
  return out
}

/** True when something that could hold an entry was not understood: then absence proves nothing. */
export const partlyUnseen = (program: ProgramModel, interpretation: Interpretation): boolean =>
  interpretation.opaque.size > 0 || program.problems.some(({ hides }) => hides)

/** What a page shows, its components included. */
export const copyOf = (program: ProgramModel, copy: CopyEvidence, unit: Unit): CopyEvidence['copies'] => {
  const bases = family(program, unit)
  return copy.copies.filter(({ units }) => units.some((base) => bases.has(base)))
}
/** The pages that an address of a move means, seen from a unit. */
export const routesOf = (program: ProgramModel, from: Unit, url: Value | undefined): readonly Unit[] => {
  if (!url) return []
  const known = [...url.constants, ...url.pieces.map((parts) => parts[0])].filter((one): one is string => typeof one === 'string')
  return known.flatMap((one) => {
    const path = one.split(/[?#]/)[0] ?? ''
    const steps = path.startsWith('/') ? [] : from.base.slice(program.root.length).split('/').slice(0, -1)
    for (const step of path.split('/')) {
      if (step === '..') steps.pop()
      else if (step !== '' && step !== '.') steps.push(step)
    }
    const base = program.root + steps.join('/')
    return program.pages.filter((page) => page.base === base)
  })
}
