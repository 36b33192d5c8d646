/** `menshen check --watch`: reviews again, in the same process, whenever the program changes, and says what came and what went. */
import { statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Finding, Lang, Text } from '../check/index.ts'
import { shown } from '../evidence/shape.ts'
import { warmFacts } from '../io/facts-cache.ts'
import { changes } from '../io/watch.ts'
import { changesOf } from '../report/text.ts'
import { plain } from '../report/words.ts'
import { type CheckFlags, exitCodeOf, writeReports } from './check.ts'
import { EXIT, Failure } from './failure.ts'
import { type Kept, lastingFacts, type Reviewed, review } from './review.ts'
import { progressOn, terminalOf } from './terminal.ts'

const MOST_NAMES = 3

/** Running takes a minute: between two changes only what can be read is reviewed. */
const readingOnly = (flags: CheckFlags): CheckFlags => ({ ...flags, static: true })

const refuse = (path: string, flags: CheckFlags) => {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new Failure({
      zh: `--watch 需要一个文件夹，${shown(path)} 不是；zip 包和单个文件请去掉 --watch 单独审查`,
      en: `--watch needs a folder and ${shown(path)} is none; check a zip or a single file without --watch`,
    })
  if (flags.writeBaseline || flags.growBaseline)
    throw new Failure({ zh: '--watch 不能同时写基线', en: '--watch cannot write a baseline at the same time' })
  if (flags.fromEvidence !== undefined || flags.saveEvidence !== undefined)
    throw new Failure({ zh: '--watch 只读代码，不能用运行记录', en: '--watch only reads; it goes with no record of a run' })
  if (flags.outputs.some((output) => output.file === undefined && output.format !== 'text'))
    throw new Failure({
      zh: '--watch 时终端只能输出 text，其他格式请跟 --output 文件',
      en: 'with --watch the terminal shows text only; follow other formats with --output FILE',
    })
}

const textOf = (error: unknown): Text => {
  if (error instanceof Error && 'text' in error) return error.text as Text
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { zh: message, en: message }
}

/** Runs until it is interrupted; the exit code is that of the last review. `stopped` stands in for the person's Ctrl-C. */
export const watchCommand = async (path: string, asked: CheckFlags, spoken: Lang, stopped?: AbortSignal): Promise<number> => {
  refuse(path, asked)
  const flags = readingOnly(asked)
  const lasting = await lastingFacts(path, flags)
  const kept: Kept = { files: new Map(), facts: warmFacts(lasting) }
  const controller = new AbortController()
  const stop = () => controller.abort()
  stopped?.addEventListener('abort', stop)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const { paint = (_tone: string, text: string) => text, width } = terminalOf(process.stdout, flags.color, process.env)
  const progress = progressOn(process.stderr, flags.quiet ?? false)

  let last: Reviewed | undefined
  let lang = flags.lang ?? spoken
  let code: number = EXIT.clear
  let before: readonly Finding[] = []
  const once = async () => {
    try {
      const next = await review(path, flags.fromEvidence === undefined ? { ...flags, static: true } : flags, spoken, { ...kept, progress })
      lang = next.lang
      await writeReports(next, flags, last && changesOf(before, next.run.findings))
      last = next
      before = next.run.findings
      code = exitCodeOf(next.run, next.failOn, flags.exitZero ?? false)
    } catch (error) {
      // Half-written files are the rule while somebody works: said, and tried again at the next change.
      progress.end()
      process.stderr.write(`menshen: ${textOf(error)[lang]}\n`)
      code = error instanceof Failure ? error.code : EXIT.unfinished
    }
  }
  const waiting = () => {
    const text = lang === 'zh' ? '等待改动，Ctrl-C 结束' : 'waiting for changes; Ctrl-C ends'
    process.stdout.write(`${paint('faint', text)}\n`)
  }
  const heading = (burst: readonly string[]) => {
    const names = burst.slice(0, MOST_NAMES).map((file) => plain(relative(path, file).replaceAll('\\', '/')))
    const more = burst.length - names.length
    const rest = more > 0 ? (lang === 'zh' ? ` 等 ${burst.length} 处` : ` and ${more} more`) : ''
    const line = `── ${new Date().toTimeString().slice(0, 8)} · ${names.join(lang === 'zh' ? '、' : ', ')}${rest} `
    process.stdout.write(`\n${paint('faint', line + '─'.repeat(Math.max(3, Math.min(width, 100) - line.length)))}\n`)
  }

  try {
    // Watching starts before the first review: what is saved meanwhile is not missed.
    const outputs = new Set(flags.outputs.flatMap((output) => (output.file === undefined ? [] : [resolve(output.file)])))
    const bursts = changes({ folder: resolve(path), files: () => last?.besides.map((file) => resolve(file)) ?? [] }, controller.signal)
    const first = bursts.next()
    await once()
    lasting?.save()
    waiting()
    for (let turn = await first; !turn.done; turn = await bursts.next()) {
      // Our own reports may lie in the folder.
      const burst = turn.value.filter((file) => !outputs.has(resolve(file)))
      if (burst.length === 0) continue
      heading(burst)
      await once()
      waiting()
    }
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    stopped?.removeEventListener('abort', stop)
    progress.end()
    lasting?.save()
  }
  return code
}
