/** What people were asked in a run, what they answered, and whose doing a thing was: for rules about people, data and money. */
import {
  type CallRecord,
  type Move,
  type Pass,
  type PromptRecord,
  type RunRecord,
  recordsOf,
  type Screen,
  screenOf,
  type Tappable,
} from '../evidence/run.ts'
import type { ProgramModel, Span } from '../program/types.ts'
import { type Personal, personalByLabel } from './flows.ts'
import type { Detail, Spot } from './kit.ts'
import { frameSpan, journey, targetOf } from './run-reading.ts'

/** What people are asked for. */
export type Thing =
  | 'location'
  | 'phone'
  | 'profile'
  | 'address'
  | 'camera'
  | 'record'
  | 'album'
  | 'steps'
  | 'bluetooth'
  | 'contacts'
  | 'clipboard'
  | 'other'
const BY_API: Readonly<Record<string, Thing>> = {
  getLocation: 'location',
  getFuzzyLocation: 'location',
  startLocationUpdate: 'location',
  startLocationUpdateBackground: 'location',
  chooseLocation: 'location',
  choosePoi: 'location',
  getUserProfile: 'profile',
  getUserInfo: 'profile',
  'button.getUserInfo': 'profile',
  'button.getPhoneNumber': 'phone',
  chooseAddress: 'address',
  chooseInvoice: 'address',
  chooseInvoiceTitle: 'address',
  chooseLicensePlate: 'address',
  chooseContact: 'contacts',
  addPhoneContact: 'contacts',
  getWeRunData: 'steps',
  startRecord: 'record',
  'RecorderManager.start': 'record',
  getClipboardData: 'clipboard',
  saveImageToPhotosAlbum: 'album',
  saveVideoToPhotosAlbum: 'album',
  openBluetoothAdapter: 'bluetooth',
}
const BY_SCOPE: Readonly<Record<string, Thing>> = {
  'scope.userLocation': 'location',
  'scope.userFuzzyLocation': 'location',
  'scope.userLocationBackground': 'location',
  'scope.userInfo': 'profile',
  'scope.address': 'address',
  'scope.werun': 'steps',
  'scope.record': 'record',
  'scope.camera': 'camera',
  'scope.album': 'album',
  'scope.writePhotosAlbum': 'album',
  'scope.bluetooth': 'bluetooth',
}
/** Words that name a thing. */
export const THING_WORDS: readonly (readonly [Thing, RegExp])[] = [
  ['location', /位置|定位|所在(?:城市|地区)/],
  ['phone', /手机号|电话号码|手机号码/],
  ['profile', /头像|昵称|用户信息|个人信息/],
  ['address', /收货地址|通讯地址|发票|地址簿/],
  ['record', /录音|麦克风/],
  ['camera', /相机|摄像头|拍照|拍摄/],
  ['album', /相册|保存(?:图片|照片|视频)/],
  ['steps', /步数|微信运动/],
  ['bluetooth', /蓝牙/],
  ['contacts', /通讯录|联系人/],
]
/** In words, for messages. */
export const THING_TEXT: Readonly<Record<Thing, { readonly zh: string; readonly en: string }>> = {
  location: { zh: '位置', en: 'the position' },
  phone: { zh: '手机号', en: 'the phone number' },
  profile: { zh: '头像昵称', en: 'the profile' },
  address: { zh: '地址', en: 'the address' },
  camera: { zh: '相机', en: 'the camera' },
  record: { zh: '录音', en: 'the microphone' },
  album: { zh: '相册', en: 'the album' },
  steps: { zh: '运动步数', en: 'step counts' },
  bluetooth: { zh: '蓝牙', en: 'bluetooth' },
  contacts: { zh: '通讯录', en: 'the contacts' },
  clipboard: { zh: '剪贴板', en: 'the clipboard' },
  other: { zh: '授权', en: 'a permission' },
}
const textArg = (call: CallRecord, name: string): string => {
  const { args } = call
  const value =
    args !== null && typeof args === 'object' && !Array.isArray(args) ? (args as Readonly<Record<string, unknown>>)[name] : undefined
  return typeof value === 'string' ? value : ''
}
/** An option of a call that is a text; '' when it is none. */
export const optionOf = textArg
/** What a call asks for; null when it asks for nothing of a person. */
export const thingOf = (call: CallRecord): Thing | null =>
  call.api === 'authorize'
    ? (BY_SCOPE[textArg(call, 'scope')] ?? 'other')
    : (BY_API[call.api] ?? (call.scope ? (BY_SCOPE[call.scope] ?? 'other') : null))
/** The things that some words name. */
export const thingsIn = (words: string): readonly Thing[] => THING_WORDS.flatMap(([thing, pattern]) => (pattern.test(words) ? [thing] : []))
const ASKING = /获取|授权|读取|使用|需要|申请|允许|开启|绑定|提供|访问/
const AGREEMENT = /隐私(?:政策|协议|保护)|用户(?:服务)?协议|服务条款/

/** A question that came up in a run. */
export interface Asked {
  readonly thing: Thing
  readonly call: CallRecord
  /** What stood on the screen; null when the platform answered without asking. */
  readonly prompt: PromptRecord | null
  readonly answer: 'yes' | 'no' | null
  /** A dialog of the program's own that asks for the thing beforehand. */
  readonly own: boolean
  readonly index: number
}
const memory = new WeakMap<Pass, readonly Asked[]>()
/** Every question for something of a person's in a pass, in order. */
export const asksIn = (pass: Pass): readonly Asked[] => {
  const known = memory.get(pass)
  if (known) return known
  const prompts = new Map<number, PromptRecord>()
  const choices = new Map<number, string>()
  for (const record of pass.records) {
    if (record.kind === 'prompt' && record.call !== null) prompts.set(record.call, record)
    if (record.kind === 'prompt-closed') choices.set(record.prompt, record.choice)
  }
  const out: Asked[] = []
  for (const [index, call] of pass.records.entries()) {
    if (call.kind !== 'call' || call.unimplemented) continue
    const prompt = prompts.get(call.id) ?? null
    const choice = prompt ? choices.get(prompt.id) : undefined
    if (call.api === 'showModal') {
      const words = `${textArg(call, 'title')} ${textArg(call, 'content')}`
      const [thing] = thingsIn(words)
      if (thing && ASKING.test(words) && !AGREEMENT.test(words))
        out.push({ thing, call, prompt, own: true, index, answer: choice === 'confirm' ? 'yes' : choice === 'cancel' ? 'no' : null })
      continue
    }
    const thing = thingOf(call)
    if (thing === null) continue
    const denied = call.answer && !call.answer.ok && /deny|denied|cancel|auth/i.test(call.answer.errMsg)
    out.push({ thing, call, prompt, own: false, index, answer: call.answer?.ok ? 'yes' : denied ? 'no' : null })
  }
  memory.set(pass, out)
  return out
}

/** Events of a finger that the record keeps apart from taps: a key held down, a slider moved, a field typed into. */
const FINGER = /^(?:touch(?:start|move|end)|long(?:press|tap)|tap|input|change|confirm|submit|blur|focus|pull-?down|keyboard\w*)/i
/** Beginnings that are the program's own: its life, its pages' and components' life, what it set going itself. */
const OWN = /^(?:App\b|on[A-Z]|launch|create|attached|ready|created|detached|moved|show|hide|load|unload|observer|module|watch)/
/** Whose doing: a finger's, a yes or a no that somebody gave to a question, or nobody's. Where a chain broke off and somebody had touched the page, it is taken for theirs. */
export const behind = (pass: Pass, record: RunRecord & { readonly cause: CallRecord['cause'] }): 'finger' | 'yes' | 'no' | 'nobody' => {
  const { tap, formerTap, kind, chain } = record.cause
  if (tap === null) {
    if (formerTap !== undefined) return 'nobody'
    const root = chain[0] ?? ''
    if (kind !== 'timer' && FINGER.test(root)) return 'finger'
    if (OWN.test(root)) return 'nobody'
    const touched = pass.records.some(
      (one) =>
        one.id < record.id &&
        one.view === record.view &&
        one.page === record.page &&
        (one.kind === 'event' || one.kind === 'prompt-closed'),
    )
    return touched ? 'finger' : 'nobody'
  }
  const by = pass.records.find((one) => one.id === tap)
  if (by?.kind === 'prompt-closed') return /deny|cancel|refuse/.test(by.choice) ? 'no' : 'yes'
  return 'finger'
}
/** The tap or the answer that a chain began with, though it has ended since. */
export const formerly = (pass: Pass, record: { readonly cause: CallRecord['cause'] }): RunRecord | null =>
  record.cause.formerTap === undefined ? null : (pass.records.find((one) => one.id === record.cause.formerTap) ?? null)

/** True when an answer that nobody gave came before this record since the page was opened. */
export const unansweredBefore = (pass: Pass, move: Move, record: RunRecord): boolean =>
  journey(pass, move).some((one) =>
    recordsOf(pass, one).some(
      (other) => other.kind === 'network' && other.id < record.id && ['missing', 'synthesised'].includes(other.source),
    ),
  )

/** The screen that a move ends at once nobody does anything any more: after the waiting that follows it. */
export const settledAfter = (
  pass: Pass,
  move: Move,
): { readonly screen: Screen | null; readonly last: Move; readonly records: readonly RunRecord[] } => {
  let at = pass.moves.indexOf(move)
  const from = move.from
  while (pass.moves[at + 1]?.step.do === 'wait') at += 1
  const last = pass.moves[at] ?? move
  return { screen: screenOf(pass, last.after), last, records: pass.records.slice(from, last.to) }
}
/** What can be tapped on the page itself, not in a bar or a prompt. */
export const tapsOn = (screen: Screen | null): readonly Tappable[] =>
  screen?.tappables?.filter((one) => (one.layer === 'page' || one.layer === 'panel') && !one.disabled) ?? []

/** The lines of a call stack that lie in the program, innermost first. */
export const stackSpots = (program: ProgramModel, record: { readonly stack: CallRecord['stack'] }): readonly Span[] => {
  const out: Span[] = []
  for (const frame of record.stack) {
    const span = frameSpan(program, frame)
    if (span && !program.vendored.has(span.file) && !out.some((one) => one.file === span.file && one.start === span.start)) out.push(span)
  }
  return out
}
/** A call's own line first, then those that led to it. */
export const calledAt = (
  program: ProgramModel,
  record: { readonly stack: CallRecord['stack'] },
  otherwise: Spot,
): Pick<Detail, 'at' | 'related'> => {
  const [at, ...rest] = stackSpots(program, record)
  return { at: at ?? otherwise, related: rest.slice(0, 4).map((span) => ({ at: span })) }
}

/** True for a move in which the user shared: from the menu, or with a share button. */
export const shares = (pass: Pass, move: Move): boolean =>
  move.done &&
  (move.step.do === 'share' || recordsOf(pass, move).some((record) => record.kind === 'life' && record.name === 'onShareAppMessage'))
/** Each thing that was done, with the screen that stood there when it had come to rest. */
export interface Deed {
  readonly move: Move
  /** The last of the waiting after it. */
  readonly last: Move
  readonly screen: Screen | null
  readonly index: number
}
export const deedsIn = (pass: Pass): readonly Deed[] =>
  pass.moves.flatMap((move, index): readonly Deed[] => {
    if (move.step.do === 'wait') return []
    const { screen, last } = settledAfter(pass, move)
    return [{ move, last, screen, index }]
  })

/** What our telephones answer with, by what it is: found again in what a program sends. */
const GIVEN: readonly (readonly [Personal, RegExp])[] = [
  ['location', /23\.10229|113\.33452|(?<![\d.])23\.1(?![\d.])[\s\S]{0,80}113\.3/],
  ['phone', /simulated-phone-code|(?<!\d)13800000000(?!\d)/],
  ['address', /新港中路397号|020-81167888/],
]
/** Personal data in a call: what was typed into fields that ask for it, and what the platform gave. */
export const personalSent = (pass: Pass, call: CallRecord): readonly Personal[] => {
  const sent = JSON.stringify(call.args) ?? ''
  const typed = pass.moves.flatMap((move) => {
    if (move.step.do !== 'input' || move.from > pass.records.indexOf(call) || move.step.value.length < 2) return []
    const kind = personalByLabel(targetOf(pass, move)?.text ?? '')
    return kind && sent.includes(move.step.value) ? [kind] : []
  })
  return [...new Set([...typed, ...GIVEN.flatMap(([kind, pattern]) => (pattern.test(sent) ? [kind] : []))])]
}
