/**
 * The browser's own functions, taken before any program code runs. A program shares this realm and may replace what
 * it finds on prototypes; what is written here keeps working, so the record stays whole.
 */
const call = Function.prototype.call
const bind = Function.prototype.bind
/** Turns a method into a function of (this, …args) that no later change of a prototype reaches. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of a method is given by the caller
const free = <F>(method: F): any => (bind as any).call(call as any, method as any)

export const quote: (text: string) => string = JSON.stringify
export const parseJson: (text: string) => unknown = JSON.parse
export const keysOf: (value: object) => string[] = Object.keys
export const ownProperty: (value: object, key: string) => PropertyDescriptor | undefined = Object.getOwnPropertyDescriptor
export const round: (n: number) => number = Math.round
export const isArray: (value: unknown) => value is unknown[] = Array.isArray
export const defineProperty = Object.defineProperty
export const createObject = Object.create
export const freeze = Object.freeze
export const cut: (text: string, start: number, end?: number) => string = free(String.prototype.slice)
export const splitText: (text: string, by: string) => string[] = free(String.prototype.split)
export const indexOfText: (text: string, part: string, from?: number) => number = free(String.prototype.indexOf)
export const charCode: (text: string, at: number) => number = free(String.prototype.charCodeAt)
export const execPattern: (pattern: RegExp, text: string) => RegExpExecArray | null = free(RegExp.prototype.exec)
export const microtask: (run: () => void) => void = window.queueMicrotask.bind(window)
export const NativePromise = Promise
export const NativeError = Error
export const NativeDate = Date
export const NativeProxy = Proxy
export const NativeMap = Map
export const NativeSet = Set
export const NativeMutationObserver = MutationObserver
export const NativeIntersectionObserver = IntersectionObserver
export const NativeChannel = MessageChannel
export { cancelFrame, clearRepeating, clearTimer, clock, onFrame, setRepeating, setTimer, stir } from './clock.ts'
export const encodeBase64: (text: string) => string = window.btoa.bind(window)
export const decodeBase64: (text: string) => string = window.atob.bind(window)

/** Writes a plain value as JSON without consulting any toJSON or prototype: own enumerable data only, bounded by the caller. */
export function writeJson(value: unknown, depth = 0): string {
  if (value === null || value === undefined) return 'null'
  const type = typeof value
  if (type === 'string') return quote(value as string)
  if (type === 'number') return (value as number) - (value as number) === 0 ? '' + (value as number) : 'null'
  if (type === 'boolean') return value ? 'true' : 'false'
  if (type !== 'object' || depth > 14) return 'null'
  if (isArray(value)) {
    let out = '['
    for (let i = 0; i < value.length; i++) out += (i ? ',' : '') + writeJson(value[i], depth + 1)
    return out + ']'
  }
  const record = value as Record<string, unknown>
  const keys = keysOf(record)
  let out = '{'
  let first = true
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    const item = record[key]
    if (item === undefined) continue
    out += (first ? '' : ',') + quote(key) + ':' + writeJson(item, depth + 1)
    first = false
  }
  return out + '}'
}
