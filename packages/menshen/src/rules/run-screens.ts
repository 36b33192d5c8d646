/** Readings of a run about screens: what a person sees of a move, whether people come to a page in that way, where in the code what they see is written. */
import {
  type CallRecord,
  type Move,
  type Pass,
  type RunEvidence,
  type RunRecord,
  recordsOf,
  type Screen,
  type Tappable,
} from '../evidence/run.ts'
import type { Interpretation } from '../program/interpret/types.ts'
import { linesOf } from '../program/lines.ts'
import type { Element, ProgramModel, Span, TextNode, Unit } from '../program/types.ts'
import type { Detail, Report, Spot } from './kit.ts'
import { journey, lacksAnswers, pageSpot, screenAfter, screenBefore, targetOf, textsOn, trusted } from './run-reading.ts'

// ---- one fault, two witnesses -----------------------------------------------------------------------------------

const lineOf = (program: ProgramModel, at: Spot): string | null =>
  'file' in at && program.files.has(at.file) ? `${at.file}:${linesOf(program.files, at.file).position(at.start).line}` : null
const spots = (detail: Detail): readonly Spot[] => [detail.at, ...(detail.related ?? []).map((one) => one.at)]

/**
 * Holds back what the code says until the run has been read: where both speak of the same lines, they are one finding
 * with two witnesses. What was only likely by the code is certain when it was seen.
 */
export function joined<M extends string>(program: ProgramModel, report: Report<M>) {
  const said: { message: M; detail: Detail; code: boolean }[] = []
  const linesIn = (detail: Detail) => new Set(spots(detail).flatMap((at) => lineOf(program, at) ?? []))
  return {
    /** What the code says. */
    say: (message: M, detail: Detail): void => void said.push({ message, detail, code: true }),
    /** What a run showed. */
    show(message: M, detail: Detail): void {
      const here = linesIn(detail)
      // what has no line of its own, such as a sound, is the page's code that says the same
      const own = new Set(
        spots(detail).flatMap((at) => ('page' in at ? unitsOn(program, pageAt(program, at.page)).map((unit) => unit.script) : [])),
      )
      const twin = said.find(
        (one) =>
          one.code &&
          (here.size > 0
            ? [...linesIn(one.detail)].some((line) => here.has(line))
            : one.message === message && spots(one.detail).some((at) => 'file' in at && own.has(at.file))),
      )
      if (!twin) {
        said.push({ message, detail, code: false })
        return
      }
      if (twin.detail.played || !detail.witness) return
      const { verdict: _, confidence: __, ...rest } = twin.detail
      const sure = detail.verdict !== 'review' || twin.detail.verdict === 'review'
      twin.detail = {
        ...rest,
        ...(sure && detail.verdict ? { verdict: detail.verdict } : sure ? {} : twin.detail.verdict ? { verdict: twin.detail.verdict } : {}),
        ...(detail.confidence && sure ? { confidence: detail.confidence } : {}),
        related: [...(twin.detail.related ?? []), { at: detail.at }, ...(detail.related ?? [])],
        played: detail.witness,
      }
    },
    done(): void {
      for (const { message, detail } of said) report(message, detail)
    },
  }
}

// ---- whether a person comes there in that way --------------------------------------------------------------------

/** Routes that the program opens with parameters, and those that it opens without; by its own navigations. */
const parametersOf = new WeakMap<Interpretation, ReadonlySet<string>>()
function needParameters(program: ProgramModel, interpretation: Interpretation): ReadonlySet<string> {
  let routes = parametersOf.get(interpretation)
  if (routes) return routes
  const found = new Set<string>()
  const clean = (url: string, folder: string) => {
    const path = url.split('?')[0]!
    const parts = path.startsWith('/') ? [] : folder.split('/')
    for (const part of path.split('/')) {
      if (part === '..') parts.pop()
      else if (part !== '' && part !== '.') parts.push(part)
    }
    return parts.join('/')
  }
  for (const { from, url, kind } of interpretation.navigations) {
    if (!['navigateTo', 'redirectTo', 'reLaunch'].includes(kind)) continue
    const folder = from.base.slice(program.root.length).split('/').slice(0, -1).join('/')
    const texts = [
      ...url.constants.filter((one): one is string => typeof one === 'string'),
      ...url.pieces.map((pieces) => pieces.map((piece) => piece ?? '').join('')),
    ]
    for (const text of texts) if (/\?./.test(text)) found.add(clean(text, folder))
  }
  // pages that are handed something over a channel, or that read their parameters, need them as well
  for (const page of program.pages) {
    const text = page.script ? (program.files.text(page.script) ?? '') : ''
    if (/getOpenerEventChannel|\bonLoad\s*(?:\(|:\s*(?:async\s+)?function\s*\w*\s*\(|:\s*(?:async\s*)?\(?)\s*[\w${]/.test(text))
      found.add(page.base.slice(program.root.length))
  }
  const start = [program.home, ...program.tabBar.map((tab) => tab.page)]
  for (const base of start) if (base) found.delete(base.slice(program.root.length))
  parametersOf.set(interpretation, (routes = found))
  return routes
}
/** Pages that lack a part which the package does not hold: a library that was not built, a plugin. They cannot be judged by how they run here. */
const lackingParts = new WeakMap<Pass, ReadonlySet<string>>()
function lacking(program: ProgramModel, pass: Pass): ReadonlySet<string> {
  let routes = lackingParts.get(pass)
  if (routes) return routes
  const files = new Set<string>()
  for (const record of pass.records)
    if (record.kind === 'error' && /^module '.*' is not defined/.test(record.message))
      for (const frame of record.stack) files.add(frame.file)
  const found = new Set<string>()
  for (const page of program.pages) {
    const units = unitsOn(program, page)
    const absent = units.some((unit) => [...unit.components.values()].some((use) => use.target === null && use.kind !== 'generic'))
    const broken = [program.app, ...units].some((unit) => unit.script !== null && files.has(unit.script))
    if (absent || broken) found.add(page.base.slice(program.root.length))
  }
  lackingParts.set(pass, (routes = found))
  return routes
}
/** Where in the records the first answer was wanted that nobody gave, as far as what follows may stand on it: all of a run without answers; of one with answers, what the app asked for as it started. */
const firstMissing = new WeakMap<Pass, number>()
function missingFrom(pass: Pass): number {
  let from = firstMissing.get(pass)
  if (from !== undefined) return from
  const app = new Set(pass.records.flatMap((one) => (one.kind === 'call' && /^App\b/.test(one.cause.chain[0] ?? '') ? [one.id] : [])))
  const index = pass.records.findIndex(
    (one) =>
      one.kind === 'network' && (one.source === 'missing' || one.source === 'synthesised') && (pass.server === 'none' || app.has(one.call)),
  )
  firstMissing.set(pass, (from = index < 0 ? Number.POSITIVE_INFINITY : index))
  return from
}
/**
 * True when a person could have come there: from a launch, or from a page that stands by itself. Pages that are opened
 * without the parameters which the program itself would give, or with made-up ones, prove nothing against it.
 */
export const natural = (program: ProgramModel, interpretation: Interpretation, pass: Pass, move: Move): boolean => {
  const way = journey(pass, move)
  const [first] = way
  if (!first) return false
  // what an earlier answer would have left behind is missing as well
  if (move.to > missingFrom(pass)) return false
  const unfit = lacking(program, pass)
  if (
    unfit.size > 0 &&
    way.some((one) => [screenBefore(pass, one), screenAfter(pass, one)].some((screen) => unfit.has(screen?.state.route ?? '')))
  )
    return false
  if (first.step.do !== 'open') return first.step.do === 'launch'
  return first.step.query === '' && !needParameters(program, interpretation).has(first.step.route)
}
/** Passes and moves whose outcome is the program's own doing. */
export const proven = (run: RunEvidence): readonly { readonly pass: Pass; readonly move: Move }[] =>
  trusted(run).flatMap((pass) => pass.moves.filter((move) => move.done && !lacksAnswers(pass, move)).map((move) => ({ pass, move })))
/** True when something that we only pretend to know stands on the way there. */
export const pretended = (pass: Pass, move: Move): boolean =>
  journey(pass, move).some((one) => recordsOf(pass, one).some((record) => record.kind === 'call' && record.unimplemented))

// ---- what a person sees of a move --------------------------------------------------------------------------------

/** The waiting that follows a move, with nothing else done. */
export const afterwards = (pass: Pass, move: Move): readonly Move[] => {
  const out: Move[] = []
  for (let i = pass.moves.indexOf(move) + 1; i < pass.moves.length && pass.moves[i]!.step.do === 'wait'; i++) out.push(pass.moves[i]!)
  return out
}
/** All that is recorded of a move and of the waiting after it. */
export const outcome = (pass: Pass, move: Move): readonly RunRecord[] =>
  [move, ...afterwards(pass, move)].flatMap((one) => recordsOf(pass, one))
/** Everything about a screen that a person could tell apart. */
export const lookOf = (screen: Screen | null): string => {
  if (!screen) return ''
  const { state, tappables = [] } = screen
  return JSON.stringify([
    state.route,
    state.view,
    state.stack.length,
    state.shape,
    state.looks,
    state.title,
    state.text.map((one) => [one.text, one.color, one.background, one.size, one.box.x, one.box.y, one.layer]),
    state.prompts.map((one) => one.prompt),
    state.cover?.selector,
    state.images,
    state.fields,
    state.loading,
    state.scroll.top,
    state.embeds.map((one) => one.source),
    tappables.map((one) => [one.selector, one.disabled, one.box.x, one.box.y, one.box.width, one.box.height]),
  ])
}
/** True when the screen was another at any time until the next move. */
export const changed = (pass: Pass, move: Move): boolean => {
  const before = lookOf(screenBefore(pass, move))
  return [move, ...afterwards(pass, move)].some((one) => lookOf(screenAfter(pass, one)) !== before)
}
const UNSEEN =
  /^(?:request|get\w+|set(?:Storage|StorageSync)|remove\w+|clear\w+|login|checkSession|report\w*|console\.\w+|cloud\.\w+|create\w+|canIUse|nextTick|on[A-Z]\w*|off[A-Z]\w*|hide\w+|stopPullDownRefresh|upload\w+|download\w+|connectSocket|SocketTask\.\w+|authorize|navigate(?:To|Back)|redirectTo|reLaunch|switchTab|pageScrollTo|animate|\w+\.animate)$/
/** True when something comes of a move that a person notices: another screen, a sign, a move, a sound, something that the platform shows by itself. */
export const noticed = (pass: Pass, move: Move): boolean =>
  changed(pass, move) ||
  outcome(pass, move).some(
    (record) =>
      record.kind === 'prompt' ||
      record.kind === 'media' ||
      (record.kind === 'navigation' && record.ok) ||
      (record.kind === 'call' && !UNSEEN.test(record.api)),
  )

// ---- where it is written -----------------------------------------------------------------------------------------

export const pageAt = (program: ProgramModel, route: string | null): Unit | undefined =>
  route === null ? undefined : program.pages.find((page) => page.base.slice(program.root.length) === route)
/** A page and the components that it draws. */
export const unitsOn = (program: ProgramModel, page: Unit | undefined): readonly Unit[] => {
  const out: Unit[] = []
  const visit = (unit: Unit | undefined) => {
    if (!unit || out.includes(unit) || out.length > 60) return
    out.push(unit)
    for (const use of unit.components.values()) if (use.target) visit(program.components.get(use.target))
  }
  visit(page)
  return out
}
/** The page as a file: its template, else its script; else the page as it stood on the screen. */
export const pageFile = (program: ProgramModel, route: string | null, otherwise: Spot): Spot => {
  const page = pageAt(program, route)
  const template = page?.template ? program.templates.get(page.template) : undefined
  const first = template?.elements[0]
  if (template && first) return { file: template.file, start: first.start, end: first.openEnd }
  const file = page?.template ?? page?.script
  return file && program.files.has(file) ? { file, start: 0, end: 0 } : otherwise
}
/** The handler of an element that was tapped, and the element in its template. */
export const tappedAt = (
  program: ProgramModel,
  interpretation: Interpretation,
  pass: Pass,
  move: Move,
): { readonly handler: Span | null; readonly element: Span | null } => {
  const target = targetOf(pass, move)
  const units = unitsOn(program, pageAt(program, screenBefore(pass, move)?.state.route ?? null))
  const bound = interpretation.bindings.filter(
    (one) => target?.handler && one.handlers.includes(target.handler) && units.includes(one.unit),
  )
  const words = (element: Element | TextNode): string =>
    element.type === 'text'
      ? element.parts.map((part) => (part.type === 'text' ? part.value : '')).join('')
      : element.children.map(words).join('')
  const plain = (text: string) => text.replace(/\s+/g, '')
  const best =
    bound.find((one) => target && plain(words(one.element)) === plain(target.text) && plain(target.text) !== '') ??
    bound.find((one) => one.element.tag === target?.tag) ??
    bound[0]
  return {
    handler: best?.handlerAt ?? null,
    element: best ? { file: best.template, start: best.element.start, end: best.element.openEnd } : null,
  }
}
/** A finding about an element: its handler first, then where it stands in the template and on the screen. */
export const tappedSpots = (
  program: ProgramModel,
  interpretation: Interpretation,
  pass: Pass,
  move: Move,
): { readonly at: Spot; readonly related: readonly { readonly at: Spot }[] } => {
  const { handler, element } = tappedAt(program, interpretation, pass, move)
  const shown = pageSpot(pass, move, screenBefore(pass, move)?.state.route ?? null, targetOf(pass, move) ?? undefined)
  const all: Spot[] = [...(handler ? [handler] : []), ...(element ? [element] : []), shown]
  return { at: all[0]!, related: all.slice(1).map((at) => ({ at })) }
}
/** Where words on a page are written: in the templates of the page, in its scripts, or anywhere else in the program's code. */
export const writtenAt = (program: ProgramModel, route: string | null, words: string): Span | null => {
  const units = unitsOn(program, pageAt(program, route))
  const near = units.flatMap((unit) => [unit.template, unit.script]).filter((file): file is string => file !== null)
  const all = [
    ...near,
    ...program.files.list().filter((file) => file.startsWith(program.root) && /\.(?:js|ts|wxml|ttml|wxs|sjs)$/.test(file)),
  ]
  for (const file of all.slice(0, 400)) {
    const start = program.files.text(file)?.indexOf(words) ?? -1
    if (start >= 0) return { file, start, end: start + words.length }
  }
  return null
}
/** A tap on one screen, told from others of the same kind: for saying each thing once. */
export const tapKey = (pass: Pass, move: Move): string => {
  const target: Tappable | null = targetOf(pass, move)
  return `${screenBefore(pass, move)?.state.route} ${target?.handler ?? ''} ${target ? target.selector.replace(/\[\d+\]/g, '') : ''}`
}
/** The words of the page itself, without bars and prompts. */
export const pageWords = (screen: Screen | null): readonly string[] => textsOn(screen, 'page').map((one) => one.text)

// ---- whose doing it is -------------------------------------------------------------------------------------------

/** What fingers do, by the name that a handler is called under; scrolling is no wish for anything. */
const HAND =
  /^(?:tap|longpress|longtap|touch\w*|submit|confirm|input|change|get[a-z]+|choose\w*|agree\w*|pull-down|onPullDownRefresh|onTabItemTap|back)$/
const DRIFT = /^(?:onPageScroll|onReachBottom|scroll\w*|timeupdate|ended|transition\w*|animation\w*|onHide|onUnload|onShow|onLoad|onReady)$/
/** True when no hand is behind it: a page that opens, a timer, an answer, scrolling. What follows from a tap, however late, is the tap's as long as the page is the same. */
export const unasked = (record: CallRecord | Extract<RunRecord, { kind: 'media' | 'navigation' }>): boolean => {
  const { chain, tap } = record.cause
  const first = chain[0] ?? ''
  if (DRIFT.test(first)) return !chain.some((name) => /^(?:showModal|showActionSheet)/.test(name))
  return tap === null && !HAND.test(first)
}
/** True when somebody was asked on the way, and answered. */
export const askedFirst = (record: CallRecord): boolean =>
  record.cause.chain.some((name) => /^(?:showModal|showActionSheet|openSetting|authorize)/.test(name))

/** Things of one kind together, in the order in which the first of each came. */
export const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const out = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = out.get(key)
    if (group) group.push(one)
    else out.set(key, [one])
  }
  return out
}
