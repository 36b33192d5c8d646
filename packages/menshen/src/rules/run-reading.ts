/** Small readings of a run that many rules share: who was asked for what, what stood on the screen, which steps led there. */
import type { Text } from '../check/types.ts'
import {
  type CallRecord,
  type Frame,
  type Move,
  type Pass,
  type PassKind,
  type RunEvidence,
  type RunRecord,
  recordsOf,
  type Screen,
  type ShownText,
  type Step,
  screenOf,
  type Tappable,
} from '../evidence/run.ts'
import { linesOf } from '../program/lines.ts'
import type { ProgramModel, Span } from '../program/types.ts'
import type { Detail, Spot } from './kit.ts'

export { recordsOf, screenOf } from '../evidence/run.ts'

/** The passes of some kind, profile or server. */
export const passesOf = (
  run: RunEvidence,
  want: { readonly kind?: PassKind; readonly profile?: string; readonly server?: Pass['server'] } = {},
): readonly Pass[] =>
  run.passes.filter(
    (pass) =>
      (want.kind === undefined || pass.kind === want.kind) &&
      (want.profile === undefined || pass.profile === want.profile) &&
      (want.server === undefined || pass.server === want.server),
  )
/** Passes whose answers are those of a real server, or of a program that needs none: what happens there is the program's doing. */
export const trusted = (run: RunEvidence): readonly Pass[] =>
  run.passes.filter((pass) => pass.server === 'responses' || pass.server === 'none')

/** Passes of somebody who refuses, at first or in the end: what does not come then is judged with refusals. */
export const refuses = (pass: Pass): boolean => ['deny-all', 'refusing', 'fickle', 'hesitant'].includes(pass.profile)

/** All records of one kind in a pass. */
export const recordsIn = <K extends RunRecord['kind']>(pass: Pass, kind: K): readonly Extract<RunRecord, { kind: K }>[] =>
  pass.records.filter((record): record is Extract<RunRecord, { kind: K }> => record.kind === kind)
/** Calls of some interfaces that we know how to answer. */
export const callsIn = (pass: Pass, ...apis: readonly string[]): readonly CallRecord[] =>
  recordsIn(pass, 'call').filter((call) => !call.unimplemented && (apis.length === 0 || apis.includes(call.api)))
/** True when no tap, key press or answer of the user is behind it. */
export const unprompted = (record: RunRecord): boolean => 'cause' in record && record.cause.tap === null

/** The move that a record came of. */
export const moveOf = (pass: Pass, record: RunRecord): Move | null => {
  const index = pass.records.indexOf(record)
  return index < 0 ? null : (pass.moves.find((move) => move.from <= index && index < move.to) ?? null)
}
/** The moves from the last opening up to and including this one: what has to be done again to see it. */
export const journey = (pass: Pass, move: Move): readonly Move[] => {
  const end = pass.moves.indexOf(move)
  let start = end
  while (start > 0 && !['open', 'launch'].includes(pass.moves[start]!.step.do)) start -= 1
  return pass.moves.slice(Math.max(start, 0), end + 1)
}
/** True when an answer that nobody gave lies between the opening and this move: then nothing is proven. */
export const lacksAnswers = (pass: Pass, move: Move): boolean =>
  journey(pass, move).some((one) =>
    recordsOf(pass, one).some((record) => record.kind === 'network' && ['missing', 'synthesised'].includes(record.source)),
  )

export const screenBefore = (pass: Pass, move: Move): Screen | null => screenOf(pass, move.before)
export const screenAfter = (pass: Pass, move: Move): Screen | null => screenOf(pass, move.after)
/** The texts of a screen, of one layer or of all. */
export const textsOn = (screen: Screen | null, layer?: ShownText['layer']): readonly ShownText[] =>
  screen?.state.text.filter((text) => layer === undefined || text.layer === layer) ?? []
/** Everything that can be read on a screen, in one line. */
export const wordsOn = (screen: Screen | null, layer?: ShownText['layer']): string =>
  textsOn(screen, layer)
    .map((text) => text.text)
    .join(' ')
/** What a step aimed at, as it stood on the screen before it. */
export const targetOf = (pass: Pass, move: Move): Tappable | null => {
  const { step } = move
  if (!('selector' in step)) return null
  return screenBefore(pass, move)?.tappables?.find((one) => one.selector === step.selector) ?? null
}

/** Where a frame of a call stack stands in the source, when it is there. */
export const frameSpan = (program: ProgramModel, frame: Frame | undefined): Span | null => {
  if (!frame || !program.files.has(frame.file)) return null
  const table = linesOf(program.files, frame.file)
  const start = table.offset({ line: frame.line, column: frame.column })
  const rest = table.text.slice(start)
  const word = /^[\w$.]{1,60}/.exec(rest)?.[0] ?? rest.slice(0, 1)
  return { file: frame.file, start, end: start + word.length }
}
/** The innermost frame of a record that lies in the program itself, as a place; else the page where it happened. */
export const recordSpot = (program: ProgramModel, pass: Pass, record: RunRecord): Spot => {
  const frames = 'stack' in record ? record.stack : []
  for (const frame of frames) {
    const span = frameSpan(program, frame)
    if (span) return span
  }
  return pageSpot(pass, moveOf(pass, record), record.page)
}
/** A place on a page: after a move, with the element it is about. */
export const pageSpot = (
  pass: Pass,
  move: Move | null,
  page?: string | null,
  element?: { readonly selector?: string; readonly box?: Tappable['box'] },
): Spot => {
  const screen = move ? (screenAfter(pass, move) ?? screenBefore(pass, move)) : null
  return {
    page: page ?? screen?.state.route ?? pass.screens[0]?.state.route ?? '',
    ...(element?.selector ? { selector: element.selector } : {}),
    ...(element?.box ? { box: [element.box.x, element.box.y, element.box.width, element.box.height] as const } : {}),
    ...(move ? { step: pass.moves.indexOf(move) } : {}),
  }
}

const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text)
const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 100) / 10}`
/** A step in words. */
export const stepText = (step: Step): Text => {
  switch (step.do) {
    case 'launch':
      return { zh: '打开小程序', en: 'launch the program' }
    case 'open':
      return step.query
        ? { zh: `直接打开 ${step.route}?${short(step.query)}`, en: `open ${step.route}?${short(step.query)}` }
        : { zh: `直接打开 ${step.route}`, en: `open ${step.route}` }
    case 'tap':
      return { zh: `点“${short(step.text || step.selector)}”`, en: `tap "${short(step.text || step.selector)}"` }
    case 'longpress':
      return { zh: `长按“${short(step.text || step.selector)}”`, en: `hold "${short(step.text || step.selector)}"` }
    case 'input':
      return { zh: `填入“${short(step.value)}”`, en: `type "${short(step.value)}"` }
    case 'scroll':
      return step.to === 'top' ? { zh: '滚到顶部', en: 'scroll to the top' } : { zh: '向下滚动', en: 'scroll down' }
    case 'back':
      return { zh: '返回', en: 'go back' }
    case 'pull-down':
      return { zh: '下拉', en: 'pull down' }
    case 'hide':
      return { zh: '切到后台', en: 'leave the program' }
    case 'show':
      return { zh: '回到小程序', en: 'come back to the program' }
    case 'share':
      return { zh: '转发', en: 'share' }
    case 'wait':
      return { zh: `不操作，等 ${seconds(step.milliseconds)} 秒`, en: `wait ${seconds(step.milliseconds)} s untouched` }
    case 'answer':
      return { zh: `选“${short(step.button)}”`, en: `answer "${short(step.button)}"` }
  }
}
const PROFILE: Readonly<Record<string, Text>> = {
  'deny-all': { zh: '一律拒绝授权', en: 'refusing everything' },
  refusing: { zh: '弹窗点确定，平台的授权、支付和登录都拒绝', en: 'agreeing to dialogs, refusing permissions, payment and signing in' },
  fickle: { zh: '第一次同意，之后拒绝', en: 'agreeing the first time and refusing after that' },
  hesitant: { zh: '第一次拒绝，之后同意', en: 'refusing the first time and agreeing after that' },
  ios: { zh: '用 iPhone', en: 'on an iPhone' },
  'slow-4g': { zh: '用移动网络', en: 'on mobile data' },
  develop: { zh: '开发版', en: 'the development version' },
  trial: { zh: '体验版', en: 'the trial version' },
  later: { zh: '一个半月以后', en: 'a month and a half later' },
}
const SERVER: Readonly<Record<string, Text>> = {
  empty: { zh: '服务器没有数据', en: 'the server having nothing' },
  failing: { zh: '服务器出错', en: 'the server failing' },
  'after-release': { zh: '服务器为发布后的状态', en: 'the server as after release' },
}
/** What was special about a pass, in words; null when nothing was. */
export const passText = (pass: Pass): Text | null => {
  const parts = [PROFILE[pass.profile], SERVER[pass.server]].flatMap((part) => part ?? [])
  return parts.length === 0 ? null : { zh: parts.map((p) => p.zh).join('，'), en: parts.map((p) => p.en).join(', ') }
}
/** The steps that lead to a move, as a witness that can be replayed: then what was seen, in the caller's words. */
export const stepsWitness = (pass: Pass, move: Move, seen?: Text): NonNullable<Detail['witness']> => {
  const about = passText(pass)
  const moves = journey(pass, move)
  return {
    kind: 'steps',
    pass: pass.id,
    move: pass.moves.indexOf(move),
    steps: [
      ...(about ? [{ text: about }] : []),
      ...moves.slice(-30).map((one) => ({
        text: stepText(one.step),
        at: pageSpot(pass, one, undefined, targetOf(pass, one) ?? undefined),
        ...(screenAfter(pass, one)?.image ? { attachment: screenAfter(pass, one)!.image! } : {}),
      })),
      ...(seen ? [{ text: seen }] : []),
    ],
  }
}
/** The same place in two passes: screens after the same steps since the opening, for what differs between profiles or servers. */
export const samePlaces = (one: Pass, other: Pass): readonly { readonly key: string; readonly one: Move; readonly other: Move }[] => {
  const keyOf = (pass: Pass, move: Move) =>
    journey(pass, move)
      .map(({ step }) => ('selector' in step ? `${step.do} ${step.selector} ${'value' in step ? step.value : ''}` : JSON.stringify(step)))
      .join(' > ')
  const there = new Map<string, Move>()
  for (const move of other.moves) {
    const key = keyOf(other, move)
    if (!there.has(key)) there.set(key, move)
  }
  const seen = new Set<string>()
  return one.moves.flatMap((move) => {
    const key = keyOf(one, move)
    const match = there.get(key)
    if (!match || seen.has(key)) return []
    seen.add(key)
    return [{ key, one: move, other: match }]
  })
}
