/** What the terminal can do, and how loud each tone is in it. */
import { styleText } from 'node:util'
import type { Tone } from '../report/text.ts'

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

export interface Progress {
  say(text: string): void
  end(): void
}
/** One line that is written over, on standard error, and only when that is a terminal. */
export const progressOn = (stream: NodeJS.WriteStream, quiet: boolean): Progress => {
  if (!stream.isTTY || quiet) return { say: () => {}, end: () => {} }
  let shown = false
  return {
    say(text) {
      shown = true
      stream.write(`\r\u001b[2K${text}`)
    },
    end() {
      if (shown) stream.write('\r\u001b[2K')
      shown = false
    },
  }
}
