/** What goes wrong while program code runs: recorded with its place and a guess at whose fault it is, never thrown on. */
import type { Cause } from '../types.ts'
import { describeCause } from './cause.ts'
import { NativeError, writeJson } from './native.ts'
import { framesOf, record, summary } from './record.ts'

/** Calls that got no real answer, so that what breaks on them is not held against the program. */
let missing = 0
export const answerWasMissing = (): void => {
  missing++
}
const emptied =
  /Cannot (read|set) propert|Cannot (destructure|convert undefined|use 'in')|is not iterable|is not an object|undefined \(reading|is not a function|Unexpected token|not valid JSON|of (undefined|null)/

/** Errors that the platform itself would raise against a program: ours to throw, not ours to blame. */
const platformErrors = new WeakSet<object>()
export const platformError = (message: string): Error => {
  const error = new Error(message)
  platformErrors.add(error)
  return error
}

/** What the framework says about a program's definitions. */
const programsOwn = /^(Cannot find method|the type of property|data path descriptor|There is no |Behavior|Maximum call stack)/
function messageOf(error: unknown): string {
  if (error && typeof error === 'object') {
    const e = error as { message?: unknown; errMsg?: unknown }
    if (e.message || e.errMsg) return String(e.message || e.errMsg)
    return writeJson(summary(error))
  }
  return String(error)
}

/** Records an error. */
export function failed(where: string, error: unknown): void {
  const e = error as { message?: unknown; stack?: unknown; name?: unknown } | null | undefined
  const message = messageOf(error).slice(0, 500)
  // the platform passes over an observer whose method is not there
  if (/^Cannot find method .* for observer/.test(message)) {
    warn('observer-missing', message)
    return
  }
  const stack = framesOf(e?.stack, 10)
  const cause: Cause = describeCause()
  const ours =
    stack.length === 0 &&
    !platformErrors.has(e as object) &&
    !programsOwn.test(message) &&
    !/^[^\n]*\n\s+at [^\n]*<anonymous>:\d/.test(String(e?.stack)) &&
    typeof e?.stack === 'string' &&
    /__page\.js/.test(e.stack)
  const blame = ours ? 'simulator' : missing && (emptied.test(message) || !(error instanceof NativeError)) ? 'answer' : 'program'
  const own = ours
    ? ' | ' +
      String(e?.stack)
        .split('\n')
        .slice(1, 5)
        .map((l) => l.trim().replace('http://app.local/', ''))
        .join(' < ')
    : ''
  record({ kind: 'error', where, message: message + own, stack, cause, blame })
  if (blame === 'simulator' || telling || !tell) return
  telling = true
  try {
    tell(message)
  } catch {
    // an error about an error is one too many
  }
  telling = false
}
let tell: ((message: string) => void) | null = null
let telling = false
/** Whom errors are also told: the program's own onError. */
export const tellErrors = (to: (message: string) => void): void => {
  tell = to
}
/** Runs program code; an error is recorded and swallowed. */
export function guard<T>(where: string, run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    failed(where, error)
    return undefined
  }
}
/** Records something odd that is no error. */
export const warn = (code: string, text: string): void => {
  record({ kind: 'warning', code, text: text.slice(0, 400), stack: [] })
}
