/** `menshen check`: opens, reviews, reports, and ends with the exit code that says how it went. */
import { accessSync, constants, existsSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Baseline, type CheckRun, type FailOn, type Lang, nextBaseline, type Timing } from '../check/index.ts'
import { shown } from '../evidence/shape.ts'
import { jsonReport } from '../report/json.ts'
import { type Changes, textReport } from '../report/text.ts'
import { countsOf, countsText } from '../report/words.ts'
import { loadRulebook } from '../rulebook/index.ts'
import { padTo } from '../rulebook/width.ts'
import { rules } from '../rules/generated/index.ts'
import { EXIT, Failure } from './failure.ts'
import type { Format, Output } from './outputs.ts'
import { pictureOf } from './pictures.ts'
import { lastingFacts, type Reviewed, type ReviewFlags, review } from './review.ts'
import { progressOn, terminalOf } from './terminal.ts'

export interface CheckFlags extends ReviewFlags {
  readonly outputs: readonly Output[]
  readonly quiet?: boolean
  readonly color?: boolean
  readonly exitZero?: boolean
  readonly watch?: boolean
  readonly fix?: boolean
  /** With fix: shows the diff and changes nothing. */
  readonly dryRun?: boolean
}

const render = async (
  { format, file }: { readonly format: Format; readonly file?: string | undefined },
  { run, files, lang, elapsed, walked, picture }: Reviewed,
  flags: CheckFlags,
  since?: Changes,
): Promise<string> => {
  const source = (path: string) => files.text(path)
  const asset = format === 'html' ? pictureOf(files) : undefined
  const input = { run, rulebook: loadRulebook(), rules, source, walked, picture, asset }
  switch (format) {
    case 'json':
      return jsonReport(run)
    case 'sarif':
      return (await import('../report/sarif.ts')).sarifReport(input, lang)
    case 'html':
      return (await import('../report/html.ts')).htmlReport(input, lang)
    case 'github':
      return (await import('../report/github.ts')).githubReport(run, lang)
    case 'text': {
      const terminal = file === undefined ? terminalOf(process.stdout, flags.color, process.env) : { width: 100 }
      return textReport(input, { lang, elapsed, quiet: flags.quiet, since: file === undefined ? since : undefined, ...terminal })
    }
  }
}

const unwritable = (file: string, error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code
  return new Failure({ zh: `无法写入 ${shown(file)}（${code}）`, en: `${shown(file)} cannot be written (${code})` })
}
const writeTo = (file: string, text: string) => {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw unwritable(file, error)
  }
}
/** Says before the work, not after it, that a report would have nowhere to go. */
const refuseUnwritable = (outputs: readonly Output[]) => {
  for (const { file } of outputs) {
    if (file === undefined) continue
    try {
      accessSync(existsSync(file) ? file : dirname(file), constants.W_OK)
    } catch (error) {
      throw unwritable(file, error)
    }
  }
}

/** Writes every report to where it was asked for. */
export const writeReports = async (reviewed: Reviewed, flags: CheckFlags, since?: Changes): Promise<void> => {
  for (const output of flags.outputs) {
    const text = await render(output, reviewed, flags, since)
    if (output.file === undefined) process.stdout.write(text)
    else writeTo(output.file, text)
  }
  const written = flags.outputs.flatMap((output) => output.file ?? [])
  if (written.length > 0 && written.length === flags.outputs.length && !flags.quiet)
    process.stdout.write(`${countsText(countsOf(reviewed.run), reviewed.lang)} → ${written.join(', ')}\n`)
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
  if (flags.fix || flags.dryRun) (await import('./fix.ts')).refuseFix(path, flags)
  refuseUnwritable(flags.outputs)
  if (flags.watch) return (await import('./watch.ts')).watchCommand(path, flags, spoken)
  const facts = await lastingFacts(path, flags)
  const progress = progressOn(process.stderr, flags.quiet ?? false)
  const pictures = flags.outputs.some((output) => output.format === 'html') ? new Map<string, Uint8Array>() : undefined
  const once = (asked: CheckFlags) =>
    review(path, asked, spoken, { progress, ...(facts ? { facts } : {}), ...(pictures ? { pictures } : {}) })
  // Fixes follow from what can be read; a program is run only when they are in.
  let reviewed = await once(flags.fix ? { ...flags, static: true } : flags)
  let shown = flags
  if (flags.fix) {
    const { applyFixes, fixDiff } = await import('./fix.ts')
    if (flags.dryRun) {
      process.stdout.write(fixDiff(reviewed))
      shown = { ...flags, outputs: flags.outputs.filter((output) => output.file !== undefined) }
    } else {
      reviewed = await applyFixes(path, reviewed, () => once({ ...flags, static: true }))
      if (!flags.static) reviewed = await once(flags)
    }
  }
  const { run, lang, baseline, baselineFile } = reviewed
  await writeReports(reviewed, shown)
  if ((flags.writeBaseline || flags.growBaseline) && baselineFile)
    writeNextBaseline(run, baselineFile, baseline, flags.growBaseline ?? false, lang)
  if (flags.timings) process.stderr.write(timingTable(reviewed.timings, reviewed.elapsed))
  facts?.save()
  return exitCodeOf(run, reviewed.failOn, flags.exitZero ?? false)
}
