/** What the terminal can do, and how loud each tone is in it. */
import { styleText } from 'node:util'
import { now } from '../io/clock.ts'
import type { Tone } from '../report/text.ts'
import { displayWidth } from '../rulebook/width.ts'

type Format = Parameters<typeof styleText>[0]
const TONES: Readonly<Record<Tone, Format>> = {
  violation: 'red',
  review: 'yellow',
  good: 'green',
  strong: 'bold',
  faint: 'dim',
  place: 'cyan',
  clause: 'magenta',
}

export type Paint = (tone: Tone, text: string) => string
export interface Terminal {
  readonly paint?: Paint
  readonly width: number
}

/** Colour only where a person looks: NO_COLOR and --no-color win, then FORCE_COLOR, then whether the stream is a terminal. */
export const terminalOf = (
  stream: NodeJS.WriteStream,
  color: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Terminal => {
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false'
  const wanted = color !== false && !env['NO_COLOR'] && env['TERM'] !== 'dumb' && (forced || (stream.isTTY ?? false))
  const width = stream.columns ?? (Number(env['COLUMNS']) || 100)
  return wanted ? { paint: (tone, text) => (text === '' ? '' : styleText(TONES[tone], text, { validateStream: false })), width } : { width }
}

/** As much of a text as a line holds: one that wraps could not be written over. */
const cutTo = (text: string, width: number): string => {
  if (displayWidth(text) <= width) return text
  let out = ''
  for (const letter of text) {
    if (displayWidth(out + letter) >= width) return `${out}…`
    out += letter
  }
  return out
}
export interface Progress {
  say(text: string): void
  end(): void
}
/** Milliseconds between lines of progress where nobody can watch one change; whoever reads them by a program may want more. */
const PACE = Number(process.env['MENSHEN_PROGRESS_MS']) || 10_000
/** On a terminal one line that is written over; elsewhere, when it takes long, a plain line now and then. */
export const progressOn = (stream: NodeJS.WriteStream, quiet: boolean): Progress => {
  if (quiet) return { say: () => {}, end: () => {} }
  if (!stream.isTTY) {
    let last = now()
    return {
      say(text) {
        const at = now()
        if (at - last < PACE) return
        last = at
        stream.write(`${text}\n`)
      },
      end: () => {},
    }
  }
  let shown = false
  return {
    say(text) {
      shown = true
      const width = Math.max(20, (stream.columns ?? 100) - 1)
      stream.write(`\r\u001b[2K${cutTo(text, width)}`)
    },
    end() {
      if (shown) stream.write('\r\u001b[2K')
      shown = false
    },
  }
}
