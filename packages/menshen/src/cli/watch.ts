/** `menshen check --watch`: reviews again, in the same process, whenever the program changes, and says what came and what went. */
import { statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Finding, Lang, Text } from '../check/index.ts'
import { rememberingReader } from '../evidence/reading/index.ts'
import { shown } from '../evidence/shape.ts'
import { now } from '../io/clock.ts'
import { warmFacts } from '../io/facts-cache.ts'
import { FolderMemory } from '../io/files.ts'
import { tidyHeap } from '../io/heap.ts'
import { type Changes, changes } from '../io/watch.ts'
import { Reread } from '../program/reread.ts'
import { changesOf } from '../report/text.ts'
import { plain } from '../report/words.ts'
import { type CheckFlags, exitCodeOf, writeReports } from './check.ts'
import { EXIT, Failure } from './failure.ts'
import { type Kept, lastingFacts, type Reviewed, review } from './review.ts'
import { progressOn, terminalOf } from './terminal.ts'

const MOST_NAMES = 3
/** Files that change while they are read are read again before anything is said, but not for ever. */
const MOST_AGAIN = 3
/** While nobody changes anything the review is done over a few times, for code that ran often runs faster: this often, or for so many milliseconds. */
const REHEARSALS = 4
const REHEARSING = 4_000
/** So many milliseconds after an answer the garbage of the review is collected, if nothing has changed yet. */
const REST = 300
const MUTE = { say: () => {}, end: () => {} }

/** Lets the system tell what happened meanwhile. */
const turn = async (): Promise<void> => {
  for (let i = 0; i < 2; i++) await new Promise((resolve) => setImmediate(resolve))
}

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

class Interrupted extends Error {}

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
  const kept: Kept = { files: new FolderMemory(), program: new Reread(), facts: warmFacts(lasting), copy: rememberingReader() }
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
  /** Reviews, and gives what says how it went. */
  const attempt = async (): Promise<() => Promise<void>> => {
    try {
      const next = await review(path, flags, spoken, { ...kept, progress })
      return async () => {
        lang = next.lang
        await writeReports(next, flags, last && changesOf(before, next.run.findings))
        last = next
        before = next.run.findings
        code = exitCodeOf(next.run, next.failOn, flags.exitZero ?? false)
      }
    } catch (error) {
      return async () => say(error)
    }
  }
  const say = (error: unknown) => {
    // Half-written files are the rule while somebody works: said, and tried again at the next change.
    progress.end()
    process.stderr.write(`menshen: ${textOf(error)[lang]}\n`)
    code = error instanceof Failure ? error.code : EXIT.unfinished
  }
  const once = async (since: Changes) => {
    let told = await attempt()
    for (let again = 0; again < MOST_AGAIN; again++) {
      await turn()
      const more = since.pending().filter(ofProgram)
      if (more.length === 0) break
      heading(more)
      since.settle()
      told = await attempt()
    }
    await told().catch(say)
  }
  /** Reviews that nobody asked for and nobody sees; what is asked of others, and costs them or us, is left out. */
  const rehearse = async (idle: () => boolean) => {
    const pause = async () => {
      await turn()
      if (!idle()) throw new Interrupted()
    }
    const until = now() + REHEARSING
    try {
      for (let i = 0; i < REHEARSALS && now() < until; i++) {
        await pause()
        await review(path, { ...flags, aide: false, pictures: 'none' }, spoken, { ...kept, progress: MUTE, pause })
      }
    } catch {
      // Somebody wants an answer, or there is none to be had: the next review says so.
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

  let tidying: NodeJS.Timeout | undefined
  const tidyUp = () => {
    tidying = setTimeout(tidyHeap, REST)
  }
  // Our own reports may lie in the folder.
  const outputs = new Set(flags.outputs.flatMap((output) => (output.file === undefined ? [] : [resolve(output.file)])))
  const ofProgram = (file: string) => !outputs.has(resolve(file))

  try {
    // Watching starts before the first review: what is saved meanwhile is not missed.
    const since = changes({ folder: resolve(path), files: () => last?.besides.map((file) => resolve(file)) ?? [] }, controller.signal)
    const { bursts, pending } = since
    let called = false
    const first = bursts.next().finally(() => {
      called = true
    })
    await once(since)
    lasting?.save()
    waiting()
    await rehearse(() => !called && !controller.signal.aborted && !pending().some(ofProgram))
    tidyUp()
    for (let news = await first; !news.done; news = await bursts.next()) {
      const burst = news.value.filter(ofProgram)
      if (burst.length === 0) continue
      clearTimeout(tidying)
      heading(burst)
      await once(since)
      waiting()
      tidyUp()
    }
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    stopped?.removeEventListener('abort', stop)
    clearTimeout(tidying)
    progress.end()
    lasting?.save()
  }
  return code
}
