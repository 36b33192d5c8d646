/**
 * The recorder. Every record leaves the page at once through a channel that was taken before program code ran and is
 * nowhere to be found afterwards; nothing is kept here that a program could change later.
 */
import type { Cause, Frame, Plain, RunRecord } from '../types.ts'
import {
  charCode,
  clock,
  cut,
  execPattern,
  indexOfText,
  isArray,
  keysOf,
  NativeError,
  ownProperty,
  round,
  splitText,
  stir,
  writeJson,
} from './native.ts'

type Send = (text: string) => void
let send: Send = () => {}
let count = 0
let started = 0
let position: () => { page: string | null; view: number } = () => ({ page: null, view: 0 })
let causeOf: () => Cause = () => ({ kind: 'none', name: '', tap: null, chain: [], sinceShow: 0 })

/** Connects the recorder; called once, before any program code. */
export function connect(channel: Send, where: typeof position, cause: typeof causeOf): void {
  send = channel
  position = where
  causeOf = cause
  started = clock()
}
export const sinceStart = (): number => round(clock() - started)
export const restartClock = (): void => {
  started = clock()
}

type Body<R> = R extends RunRecord ? Omit<R, 'id' | 'at' | 'page' | 'view'> : never
export type NewRecord = Body<RunRecord>

/** Sends one record and gives back its id. `of` is the page it belongs to, when that is not the one on top. */
export function record(body: NewRecord, of?: { page: string | null; view: number }): number {
  const id = ++count
  stir()
  const { page, view } = of ?? position()
  let text = '{"id":' + id + ',"at":' + sinceStart() + ',"page":' + writeJson(page) + ',"view":' + view
  const keys = keysOf(body)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as keyof NewRecord & string
    const value = (body as unknown as Record<string, unknown>)[key]
    if (value !== undefined) text += ',' + writeJson(key) + ':' + writeJson(value)
  }
  send(text + '}')
  return id
}
/** A message to the driver that is no record: a request for an answer, a sign of life. */
export function tell(type: string, value: Record<string, unknown>): void {
  send('{"tell":' + writeJson(type) + ',"value":' + writeJson(value) + '}')
}
/** A number no other record has: for taps that are counted before anything else is known. */
export const causeNow = (): Cause => causeOf()

const origin = 'http://app.local/__app/'
const frameLine = /(?:at (?:async )?(.*?) \(|at (?:async )?)http:\/\/app\.local\/__app\/(.*?):(\d+):(\d+)\)?$/
/** Length of the wrapper on the first line of every script, taken off columns there. */
let wrapper = 0
export const setWrapper = (length: number): void => {
  wrapper = length
}

/** The program's own frames of a stack text. */
export function framesOf(stack: unknown, limit = 12): Frame[] {
  const out: Frame[] = []
  const lines = splitText(typeof stack === 'string' ? stack : '', '\n')
  for (let i = 0; i < lines.length && out.length < limit; i++) {
    const line = lines[i] as string
    if (indexOfText(line, origin) < 0) continue
    const hit = execPattern(frameLine, line)
    if (!hit) continue
    const row = +(hit[3] as string)
    const column = +(hit[4] as string)
    let file = hit[2] as string
    try {
      file = decodeURI(file)
    } catch {
      // left as it is
    }
    out[out.length] = { file, line: row, column: row === 1 ? Math.max(1, column - wrapper) : column, name: cut(hit[1] ?? '', 0, 80) }
  }
  return out
}
const capture = (NativeError as unknown as { captureStackTrace(target: object): void }).captureStackTrace
/** Where the program is right now. */
export function stackNow(): Frame[] {
  const holder: { stack?: string } = {}
  const host = NativeError as unknown as { stackTraceLimit: number; prepareStackTrace?: unknown; captureStackTrace(target: object): void }
  const { stackTraceLimit, prepareStackTrace } = host
  host.stackTraceLimit = 40
  host.prepareStackTrace = undefined
  capture(holder)
  const text = holder.stack
  host.stackTraceLimit = stackTraceLimit
  host.prepareStackTrace = prepareStackTrace
  return framesOf(text)
}

/** A bounded, plain copy of whatever a program handed over: never calls into it. */
export function summary(value: unknown, depth = 0): Plain {
  if (value === null || value === undefined) return null
  switch (typeof value) {
    case 'string':
      return value.length > 600 ? cut(value, 0, 600) + '…' : value
    case 'number':
    case 'boolean':
      return value
    case 'function':
      return '[function]'
    case 'object':
      break
    default:
      return '[' + typeof value + ']'
  }
  if (depth > 4) return '[…]'
  const out: Record<string, Plain> = {}
  try {
    if (isArray(value)) {
      const list: Plain[] = []
      for (let i = 0; i < value.length && i < 20; i++) list[i] = summary(value[i], depth + 1)
      return list
    }
    if (value instanceof ArrayBuffer) return '[buffer ' + value.byteLength + ']'
    if (value instanceof NativeError) return cut(String(value.message), 0, 300)
    const keys = keysOf(value)
    for (let i = 0; i < keys.length && i < 40; i++) {
      const key = keys[i] as string
      const property = ownProperty(value, key)
      out[charCode(key, 0) === 95 && key === '__proto__' ? '[proto]' : cut(key, 0, 80)] =
        property && 'value' in property ? summary(property.value, depth + 1) : '[getter]'
    }
  } catch {
    return '[unreadable]'
  }
  return out
}
