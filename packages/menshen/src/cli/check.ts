/** `menshen check`: opens, reviews, reports, and ends with the exit code that says how it went. */
import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { collectors } from '../check/collectors.ts'
import {
  type Baseline,
  type CheckRun,
  type Confidence,
  check,
  type FailOn,
  type Lang,
  nextBaseline,
  readBaseline,
  type Timing,
} from '../check/index.ts'
import { type Listing, parseListing, readListing } from '../evidence/listing.ts'
import { nearest, shown } from '../evidence/shape.ts'
import type { Files, Platform } from '../program/types.ts'
import { countsOf, countsText } from '../report/words.ts'
import { loadRulebook } from '../rulebook/index.ts'
import { padTo } from '../rulebook/width.ts'
import { rules } from '../rules/generated/index.ts'
import { EXIT, Failure } from './failure.ts'
import type { Format, Output } from './outputs.ts'
import { openProgram, readNamed, readSettings } from './program.ts'
import { progressOn, terminalOf } from './terminal.ts'
import { VERSION } from './version.ts'

export interface CheckFlags {
  readonly outputs: readonly Output[]
  readonly failOn?: FailOn
  readonly minConfidence?: Confidence
  readonly platform?: Platform
  readonly root?: string
  readonly listing?: string
  readonly config?: string
  readonly baseline?: string
  readonly writeBaseline?: boolean
  readonly growBaseline?: boolean
  readonly seedOnly?: boolean
  readonly only?: readonly string[]
  readonly timings?: boolean
  readonly quiet?: boolean
  readonly color?: boolean
  readonly exitZero?: boolean
  /** Only when it was given: the configuration may say otherwise. */
  readonly lang?: Lang
}

const DEFAULT_BASELINE = 'menshen-baseline.json'

/** Over everything in the program's folder, packed or not: the same digest means the same submission. */
const digestOf = (files: Files, root: string): string => {
  const hash = createHash('sha256')
  for (const path of files.list()) {
    if (!path.startsWith(root)) continue
    hash.update(`${path}\0${files.size(path)}\0`)
    hash.update(files.bytes(path) ?? '')
  }
  return hash.digest('hex')
}

const chosenRules = (only: readonly string[] | undefined): ReadonlySet<string> | undefined => {
  if (!only || only.length === 0) return undefined
  for (const id of only)
    if (!rules.has(id)) {
      const meant = nearest(id, rules.keys())
      throw new Failure({
        zh: `没有 ${shown(id)} 这条规则${meant ? `，是否想写 ${meant}？` : ''}（menshen rules 列出全部）`,
        en: `there is no rule ${shown(id)}${meant ? `; did you mean ${meant}?` : ''} (menshen rules lists them)`,
      })
    }
  return new Set(only)
}

const listingFor = (files: Files, root: string, named: string | undefined): Listing | undefined =>
  named === undefined ? readListing(files, root) : parseListing(relative('.', named).replaceAll('\\', '/') || named, readNamed(named))

const baselineAt = (file: string | undefined, mustExist: boolean): Baseline | undefined => {
  if (file === undefined || (!mustExist && !existsSync(file))) return undefined
  const { baseline, problem } = readBaseline(file, readNamed(file))
  if (!baseline)
    throw new Failure({ zh: `基线文件 ${shown(file)} 有误：${problem?.zh}`, en: `the baseline ${shown(file)} is wrong: ${problem?.en}` })
  return baseline
}

interface Rendering {
  readonly run: CheckRun
  readonly files: Files
  readonly lang: Lang
  readonly elapsed: number
  readonly flags: CheckFlags
}

const render = async (format: Format, file: string | undefined, { run, files, lang, elapsed, flags }: Rendering): Promise<string> => {
  const source = (path: string) => files.text(path)
  const input = { run, rulebook: loadRulebook(), rules, source }
  switch (format) {
    case 'json':
      return (await import('../report/json.ts')).jsonReport(run)
    case 'sarif':
      return (await import('../report/sarif.ts')).sarifReport(input, lang)
    case 'html':
      return (await import('../report/html.ts')).htmlReport(input, lang)
    case 'github':
      return (await import('../report/github.ts')).githubReport(run, lang)
    case 'text': {
      const { textReport } = await import('../report/text.ts')
      const terminal = file === undefined ? terminalOf(process.stdout, flags.color, process.env) : { width: 100 }
      return textReport(input, { lang, elapsed, quiet: flags.quiet, ...terminal })
    }
  }
}

const writeTo = (file: string, text: string) => {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new Failure({
      zh: `无法写入 ${shown(file)}（${(error as NodeJS.ErrnoException).code}）`,
      en: `${shown(file)} cannot be written (${(error as NodeJS.ErrnoException).code})`,
    })
  }
}

const timingTable = (timings: readonly Timing[], total: number): string => {
  const rows = [...timings].sort((a, b) => b.ms - a.ms).slice(0, 40)
  const width = Math.max(...rows.map((row) => row.name.length), 8)
  const line = (name: string, kind: string, ms: number) => `${padTo(name, width)}  ${kind.padEnd(8)}  ${ms.toFixed(1).padStart(9)} ms`
  return `${[...rows.map((row) => line(row.name, row.kind, row.ms)), line('total', '', total)].join('\n')}\n`
}

/** 2 when the run is incomplete, 1 when something at or above the threshold stands, else 0. */
export const exitCodeOf = (run: CheckRun, failOn: FailOn, exitZero: boolean): number => {
  if (run.incomplete.length > 0) return EXIT.unfinished
  if (exitZero || failOn === 'never') return EXIT.clear
  const { violations, reviews } = countsOf(run)
  return violations > 0 || (failOn === 'review' && reviews > 0) ? EXIT.findings : EXIT.clear
}

const writeNextBaseline = (run: CheckRun, file: string, before: Baseline | undefined, grow: boolean, lang: Lang) => {
  const change = nextBaseline(run.findings, before, grow)
  writeTo(file, change.text)
  const { kept, pruned, added, refused } = change
  const refusedText =
    refused === 0
      ? ''
      : lang === 'zh'
        ? `\n另有 ${refused} 处新问题没有写入：基线不会自行变大，确要写入请加 --grow-baseline`
        : `\n${refused} new findings were left out: a baseline does not grow by itself; add --grow-baseline if you mean it`
  const text =
    lang === 'zh'
      ? `已写入 ${file}：保留 ${kept}，新增 ${added}，清除 ${pruned}${refusedText}`
      : `${file} written: ${kept} kept, ${added} added, ${pruned} taken out${refusedText}`
  process.stderr.write(`${text}\n`)
}

/** Runs the command and gives its exit code. */
export const checkCommand = async (path: string, flags: CheckFlags, spoken: Lang): Promise<number> => {
  const started = performance.now()
  const { config, base } = readSettings(path, flags.config, [...rules.keys()])
  const lang = flags.lang ?? config.lang ?? spoken
  const only = chosenRules(flags.only)
  const progress = progressOn(process.stderr, flags.quiet ?? false)
  const fromConfig = (file: string | undefined) => (file === undefined ? undefined : join(base, file))

  progress.say(lang === 'zh' ? '正在读取……' : 'reading …')
  const platform = flags.platform ?? config.platform
  const { program, files } = await openProgram(path, { root: flags.root ?? config.root, platform }).finally(() => progress.end())
  const read = performance.now()
  const baselineFile =
    flags.baseline ?? fromConfig(config.baseline) ?? (flags.writeBaseline || flags.growBaseline ? DEFAULT_BASELINE : undefined)
  const writing = flags.writeBaseline || flags.growBaseline || false
  const baseline = baselineAt(baselineFile, !writing)

  progress.say(lang === 'zh' ? `正在审查 ${program.pages.length} 个页面……` : `reviewing ${program.pages.length} pages …`)
  const { run, timings } = check({
    program,
    rules,
    rulebook: loadRulebook(),
    collectors,
    listing: listingFor(files, program.root, flags.listing ?? fromConfig(config.listing)),
    digest: digestOf(files, program.root),
    version: VERSION,
    at: new Date().toISOString(),
    seedOnly: flags.seedOnly ?? config.seedOnly,
    only,
    modes: config.rules,
    minConfidence: flags.minConfidence ?? config.minConfidence,
    setAside: config.setAside,
    baseline,
    clock: flags.timings ? () => performance.now() : undefined,
  })
  progress.end()
  const elapsed = performance.now() - started

  for (const output of flags.outputs) {
    const text = await render(output.format, output.file, { run, files, lang, elapsed, flags })
    if (output.file === undefined) process.stdout.write(text)
    else writeTo(output.file, text)
  }
  const written = flags.outputs.flatMap((output) => output.file ?? [])
  if (written.length === flags.outputs.length && !flags.quiet)
    process.stdout.write(`${countsText(countsOf(run), lang)} → ${written.join(', ')}\n`)
  if (writing && baselineFile) writeNextBaseline(run, baselineFile, baseline, flags.growBaseline ?? false, lang)
  if (flags.timings) process.stderr.write(timingTable([{ kind: 'stage', name: 'read', ms: read - started }, ...timings], elapsed))
  return exitCodeOf(run, flags.failOn ?? config.failOn ?? 'violation', flags.exitZero ?? false)
}
