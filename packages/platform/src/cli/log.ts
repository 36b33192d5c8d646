/** Lines for whoever runs it: JSON, one a line, on the error output; nothing that identifies people. */
import type { Log } from '../jobs/work.ts'

const LEVELS = ['info', 'warn', 'error'] as const
/** By MENSHEN_LOG: info, warn (the usual) or error. */
export const lineLog = (name: string): Log => {
  const named = LEVELS.indexOf(process.env['MENSHEN_LOG'] as (typeof LEVELS)[number])
  const least = named < 0 ? LEVELS.indexOf('warn') : named
  const say =
    (level: (typeof LEVELS)[number]) =>
    (what: string, about: Readonly<Record<string, unknown>> = {}) => {
      if (LEVELS.indexOf(level) < least) return
      process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, from: name, what, ...about })}\n`)
    }
  return { info: say('info'), warn: say('warn'), error: say('error') }
}
