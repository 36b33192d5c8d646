/**
 * What stood on the screens of a run and cannot be read off the source: words that a server sent, words put together
 * while it ran. They are copy like any other, with the template's element that showed them as their place.
 */
import type { Interpretation, Shown } from '../program/interpret/types.ts'
import { linesOf } from '../program/lines.ts'
import type { ProgramModel, Span, Unit } from '../program/types.ts'
import { type Copy, type CopyEvidence, termsOf } from './copy.ts'
import { type Move, type Pass, type RunEvidence, recordsOf, type ShownText, screenOf } from './run.ts'

/** Passes in which nothing of ours is written into the program. */
const KINDS = new Set(['sweep', 'taps', 'people'])
const SERVERS = new Set(['responses', 'after-release', 'none'])
/** What the calls show, by option. */
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  showModal: ['title', 'content', 'confirmText', 'cancelText'],
  showToast: ['title'],
  setNavigationBarTitle: ['title'],
}
const MOST = 2000
const LONGEST = 4000
/** Our own marks and samples, and the account that every telephone of ours is logged in with. */
const OURS = /门神|陈小门|Menshen|微信用户|抖音用户\d|^张三$|新港中路/
const words = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
const telling = (text: string): boolean => /[\p{L}\p{N}¥￥]/u.test(text) && !OURS.test(text)

/** Units that may draw on a page: its own, and the components it uses, some levels down. */
function drawing(program: ProgramModel, page: Unit): readonly Unit[] {
  const found = new Set<Unit>([page])
  for (const unit of found) {
    if (found.size > 200) break
    for (const { target } of unit.components.values()) {
      const component = target === null ? undefined : program.components.get(target)
      if (component) found.add(component)
    }
  }
  return [...found]
}
/** The text as a pattern: a hole of the source is whatever stood there. */
const pattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split('…')
      .map((part) =>
        part
          .trim()
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replace(/\s+/g, '\\s*'),
      )
      .join('.{0,80}')}$`,
  )

/** True when nothing that the program was told came from nobody. */
const answered = (pass: Pass, from: number, to: number): boolean =>
  !pass.records.slice(from, to).some((record) => record.kind === 'network' && ['missing', 'synthesised'].includes(record.source))
/** Where the steps that led to a move begin. */
const opening = (pass: Pass, index: number): number => {
  let start = index
  while (start > 0 && !['open', 'launch'].includes(pass.moves[start]!.step.do)) start -= 1
  return pass.moves[start]!.from
}

/** The texts of a run that the source does not show. Bounded; each text of a page once. */
export function runCopies(program: ProgramModel, interpretation: Interpretation, known: CopyEvidence, run: RunEvidence): readonly Copy[] {
  const said = new Map<string, Set<string>>()
  const holes = new Map<string, RegExp[]>()
  for (const copy of known.copies)
    for (const unit of copy.units.length > 0 ? copy.units : ['']) {
      said.set(unit, (said.get(unit) ?? new Set()).add(words(copy.text)))
      if (copy.text.includes('…') && copy.text.length < 300 && /[\p{L}\p{N}]/u.test(copy.text.replaceAll('…', '')))
        holes.set(unit, [...(holes.get(unit) ?? []), pattern(copy.text)].slice(-200))
    }
  const pages = new Map(program.pages.map((page) => [page.base.slice(program.root.length), page]))
  const units = new Map<string, readonly Unit[]>()
  const openTexts = new Map<string, readonly Shown[]>()
  for (const shown of interpretation.shown)
    if (shown.slot === '' && (shown.value.open || shown.value.pieces.length > 0))
      openTexts.set(shown.unit.base, [...(openTexts.get(shown.unit.base) ?? []), shown])

  const out = new Map<string, Copy>()
  /** Texts come by many times; each is looked at once. */
  const met = new Set<string>()
  const add = (route: string, text: string, carrier: string, slot: string, seen: { pass: Pass; move: Move }, at: Span | null): void => {
    const raw = `${route}\0${text}`
    if (met.has(raw)) return
    met.add(raw)
    const page = pages.get(route)
    const image = screenOf(seen.pass, seen.move.after)?.image
    const plain = words(text)
    const key = `${route}\0${plain}`
    if (!page || out.size >= MOST || out.has(key) || plain === '' || !telling(plain)) return
    const drawn = units.get(route) ?? drawing(program, page)
    units.set(route, drawn)
    if ([...drawn, program.app].some((unit) => said.get(unit.base)?.has(plain) || holes.get(unit.base)?.some((hole) => hole.test(plain))))
      return
    const by = drawn.flatMap((unit) => openTexts.get(unit.base) ?? [])
    const element = by.find((one) => one.element?.tag === carrier) ?? by[0]
    const template = page.template
    const place = at ?? element?.at ?? (template ? { file: template, start: 0, end: 1 } : null)
    if (!place) return
    out.set(key, {
      text: plain,
      at: place,
      via: 'run',
      carrier,
      slot,
      units: [page.base],
      reachable: true,
      context: plain,
      seen: {
        pass: seen.pass.id,
        move: seen.pass.moves.indexOf(seen.move),
        page: route,
        ...(image ? { image } : {}),
      },
    })
  }
  for (const pass of run.passes) {
    if (!KINDS.has(pass.kind) || !SERVERS.has(pass.server)) continue
    const typed = pass.moves.flatMap(({ step }) => (step.do === 'input' && step.value.length > 1 ? [step.value] : []))
    const own = (text: string): boolean => !typed.some((value) => text.includes(value))
    for (const [index, move] of pass.moves.entries()) {
      if (!answered(pass, opening(pass, index), move.to)) continue
      for (const record of recordsOf(pass, move)) {
        if (record.kind !== 'call' || !Object.hasOwn(SPOKEN, record.api) || record.args === null || typeof record.args !== 'object')
          continue
        const [frame] = record.stack
        const at = frame && program.files.has(frame.file) ? lineSpan(program, frame.file, frame.line, frame.column) : null
        for (const option of SPOKEN[record.api] ?? []) {
          const text = (record.args as Readonly<Record<string, unknown>>)[option]
          if (typeof text === 'string' && own(text) && record.page !== null)
            add(record.page, text, `${program.platform === 'douyin' ? 'tt' : 'wx'}.${record.api}`, option, { pass, move }, at)
        }
      }
      const screen = screenOf(pass, move.after)
      if (!screen?.state.route) continue
      for (const text of screen.state.text)
        if ((text.layer === 'page' || text.layer === 'tab') && own(text.text))
          add(screen.state.route, text.text, tagOf(text), '', { pass, move }, null)
    }
  }
  return [...out.values()]
}
const tagOf = (text: ShownText): string => text.tag.replace(/^wx-/, '')
const lineSpan = (program: ProgramModel, file: string, line: number, column: number): Span => {
  const table = linesOf(program.files, file)
  const start = table.offset({ line, column })
  const word = /^[\w$.]{1,60}/.exec(table.text.slice(start))?.[0] ?? ' '
  return { file, start, end: start + word.length }
}

/** Copy with what a run showed beside what the source says. */
export function withRunCopy(program: ProgramModel, interpretation: Interpretation, copy: CopyEvidence, run: RunEvidence): CopyEvidence {
  const more = runCopies(program, interpretation, copy, run)
  if (more.length === 0) return copy
  return { copies: [...copy.copies, ...more], terms: [...copy.terms, ...termsOf(more, program.platform)] }
}
