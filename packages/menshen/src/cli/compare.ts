/** `menshen compare`: how alike two programs are. */
import type { Lang } from '../check/types.ts'
import { collectCopy } from '../evidence/copy.ts'
import { compareSignatures, type Signature, signProgram } from '../evidence/likeness/index.ts'
import { interpret } from '../program/interpret/index.ts'
import { likenessJson, likenessText } from '../report/likeness.ts'
import { EXIT, Failure } from './failure.ts'
import { openProgram } from './program.ts'
import { progressOn, terminalOf } from './terminal.ts'

export interface CompareFlags {
  readonly lang?: Lang
  readonly color?: boolean
  readonly format?: 'text' | 'json'
  readonly all?: boolean
  readonly failOver?: string
}

const signed = async (path: string): Promise<{ readonly own: Signature; readonly everything: Signature }> => {
  const { program } = await openProgram(path, {})
  const texts = collectCopy(program, interpret(program)).copies.map((copy) => copy.text)
  return { own: signProgram(program, texts), everything: signProgram(program, texts, { everything: true }) }
}

export const compareCommand = async (pathA: string, pathB: string, flags: CompareFlags, spoken: Lang): Promise<number> => {
  const lang = flags.lang ?? spoken
  const limit = flags.failOver === undefined ? null : Number(flags.failOver)
  if (limit !== null && !(limit >= 0 && limit <= 100))
    throw new Failure({ zh: '--fail-over 应是 0 到 100 的数', en: '--fail-over takes a number from 0 to 100' })
  const progress = progressOn(process.stderr, flags.format === 'json')
  progress.say(lang === 'zh' ? '读取 A' : 'reading A')
  const a = await signed(pathA)
  progress.say(lang === 'zh' ? '读取 B' : 'reading B')
  const b = await signed(pathB)
  progress.end()
  const compared = {
    signatures: [a.own, b.own],
    own: compareSignatures(a.own, b.own),
    everything: compareSignatures(a.everything, b.everything),
  } as const
  const { paint, width } = terminalOf(process.stdout, flags.color, process.env)
  process.stdout.write(
    flags.format === 'json'
      ? likenessJson(compared)
      : likenessText(compared, { lang, width, ...(paint ? { paint } : {}), ...(flags.all ? { all: true } : {}) }),
  )
  return limit !== null && compared.own.score * 100 > limit ? EXIT.findings : EXIT.clear
}
