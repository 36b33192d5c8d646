/** The report for a terminal. Colour comes from the caller; without it the text is plain. */
import type { FilePlace, Finding, Lang, Place } from '../check/types.ts'
import { displayWidth, padTo, wrap } from '../rulebook/width.ts'
import { frame } from './frame.ts'
import type { ReportInput } from './input.ts'
import {
  CONFIDENCE,
  countsOf,
  countsText,
  coverageText,
  findingFamilies,
  headline,
  placeName,
  plain,
  problemGroups,
  VERDICT,
} from './words.ts'

export type Tone = 'violation' | 'review' | 'good' | 'strong' | 'faint' | 'place' | 'clause'
export interface TextOptions {
  readonly lang: Lang
  /** Colours a piece of text; leaves it as it is when left out. */
  readonly paint?: ((tone: Tone, text: string) => string) | undefined
  /** Columns of the terminal. */
  readonly width?: number | undefined
  /** Findings and the summary only. */
  readonly quiet?: boolean | undefined
  /** Milliseconds that the run took. */
  readonly elapsed?: number | undefined
  /** Against the run before: only what is new is shown, what is gone is named, and one line sums up. */
  readonly since?: Changes | undefined
}
export interface Changes {
  /** Fingerprints of what was not there before. */
  readonly fresh: ReadonlySet<string>
  readonly gone: readonly Finding[]
}
/** What came and what went between two runs. What is set aside is not there. */
export const changesOf = (before: readonly Finding[], now: readonly Finding[]): Changes => {
  const open = (findings: readonly Finding[]) => new Map(findings.flatMap((one) => (one.setAside ? [] : [[one.fingerprint, one] as const])))
  const [had, have] = [open(before), open(now)]
  return {
    fresh: new Set([...have.keys()].filter((fingerprint) => !had.has(fingerprint))),
    gone: [...had.values()].filter((finding) => !have.has(finding.fingerprint)),
  }
}

const MARKS = { violation: '✖', review: '?' } as const
/** Places of the same finding that are shown with their code. */
const MOST_FRAMES = 2
/** Findings of one kind that are shown in full, and then by a line each. */
const MOST_IN_FULL = 3
const MOST_IN_LINES = 12
const MOST_PLACES = 8
const MOST_STEPS = 8
const MOST_PROBLEMS = 8
const LABELS = { zh: { why: '原因', mend: '改法' }, en: { why: 'Why', mend: 'Mend' } } as const

/** Renders a run. */
export const textReport = (input: ReportInput, options: TextOptions): string => {
  const { run } = input
  const { lang, since } = options
  const quiet = (options.quiet ?? false) || since !== undefined
  const width = Math.max(50, Math.min(options.width ?? 100, 120))
  const paint = options.paint ?? ((_tone, text) => text)
  const out: string[] = []

  const codeFrame = (place: FilePlace, tone: Tone): readonly string[] => {
    const lines = frame(input.source(place.file), place, { width: width - 14 })
    const digits = Math.max(3, ...lines.map((line) => String(line.number).length))
    const shown: string[] = []
    for (const [i, line] of lines.entries()) {
      shown.push(`  ${paint('faint', `${String(line.number).padStart(digits)} │`)} ${line.mark ? line.text : paint('faint', line.text)}`)
      if (!line.mark || lines[i + 1]?.mark) continue
      // Under a Chinese character stand two carets, for it takes two columns.
      const before = displayWidth(line.text.slice(0, line.mark[0]))
      const carets = '^'.repeat(Math.max(1, displayWidth(line.text.slice(line.mark[0], line.mark[1]))))
      const note = place.note ? ` ${place.note[lang]}` : ''
      shown.push(`  ${paint('faint', `${' '.repeat(digits)} │`)} ${' '.repeat(before)}${paint(tone, carets + note)}`)
    }
    return shown
  }

  /** A place without words is explained by its own line. */
  const lineOf = (place: Place | undefined): string => {
    const line = place && 'file' in place ? frame(input.source(place.file), place, { before: 0, width: 60 }).at(0)?.text.trim() : undefined
    return line ? paint('faint', line) : ''
  }
  const arrow = (place: Place | undefined, words: string): string => {
    const text = words === '' ? lineOf(place) : words
    const name = place ? paint('place', placeName(place, lang)) : ''
    return `  ${paint('faint', '→')} ${[name, text].filter((part) => part !== '').join('   ')}`
  }

  const labelled = (label: string, text: string): readonly string[] => {
    const margin = 2 + Math.max(displayWidth(LABELS[lang].why), displayWidth(LABELS[lang].mend)) + 2
    return wrap(text, width - margin).map((line, i) =>
      i === 0 ? `  ${paint('faint', padTo(label, margin - 2))}${line}` : ' '.repeat(margin) + line,
    )
  }

  const block = (group: readonly Finding[]) => {
    const [first] = group
    if (!first) return
    const tone: Tone = first.verdict
    const mark = MARKS[first.verdict]
    const [seeds, later] = [false, true].map((isLater) =>
      first.clauses.map((clause) => clause.id).filter((id) => id.startsWith('later/') === isLater),
    )
    const clauses = seeds!.join('  ')
    // What the platforms have demanded since stands apart from the documents.
    const since = later!.length > 0 ? `${clauses === '' ? '' : ' '}+ ${later!.join(' + ')}` : ''
    const certainty = first.verdict === 'review' ? VERDICT.review[lang] : CONFIDENCE[first.confidence][lang]
    const tail = `${paint('clause', clauses)}${paint('faint', `${since}  · ${certainty}`)}`
    const tailWidth = displayWidth(clauses + since) + displayWidth(certainty) + 4
    const title = wrap(first.what[lang], width - 2)
    const lastWidth = 2 + displayWidth(title.at(-1) ?? '')
    const heading = title.map((line, i) => (i === 0 ? `${paint(tone, mark)} ${paint('strong', line)}` : `  ${paint('strong', line)}`))
    if (lastWidth + 2 + tailWidth <= width)
      heading[heading.length - 1] += ' '.repeat(Math.max(2, Math.min(58, width - tailWidth) - lastWidth)) + tail
    else heading.push(`  ${tail}`)
    out.push(...heading)

    for (const finding of group.slice(0, MOST_FRAMES)) {
      const place = finding.places[0]
      if (!place) continue
      out.push(`  ${paint('place', placeName(place, lang))}`)
      if ('file' in place && !place.box) out.push(...codeFrame(place, tone))
      const steps = [...(finding.path?.steps ?? []), ...(finding.witness?.steps ?? [])]
      const told = new Set([JSON.stringify({ ...place, note: undefined })])
      for (const step of steps.slice(0, MOST_STEPS)) {
        const at = JSON.stringify({ ...step.place, note: undefined })
        if (step.place && told.has(at)) continue
        told.add(at)
        out.push(arrow(step.place, step.text[lang]))
      }
      if (steps.length > MOST_STEPS)
        out.push(arrow(undefined, lang === 'zh' ? `还有 ${steps.length - MOST_STEPS} 步` : `${steps.length - MOST_STEPS} more steps`))
      for (const related of finding.places.slice(1, 1 + MOST_STEPS))
        if (!told.has(JSON.stringify({ ...related, note: undefined }))) out.push(arrow(related, related.note?.[lang] ?? ''))
    }
    const rest = group.slice(MOST_FRAMES)
    if (rest.length > 0) {
      const names = rest.slice(0, MOST_PLACES).flatMap((finding) => (finding.places[0] ? [placeName(finding.places[0], lang)] : []))
      out.push(`  ${paint('faint', lang === 'zh' ? `同样的问题还有 ${rest.length} 处：` : `${rest.length} more like this:`)}`)
      for (const name of names) out.push(`    ${paint('place', name)}`)
      if (rest.length > MOST_PLACES) out.push(`    ${paint('faint', '…')}`)
    }
  }

  /** Findings of one kind: a few in full, the others by a line each, then once for all why and how to mend. */
  const family = (groups: readonly (readonly Finding[])[]) => {
    const [first] = groups.flat()
    if (!first) return
    for (const group of groups.slice(0, MOST_IN_FULL)) block(group)
    for (const group of groups.slice(MOST_IN_FULL, MOST_IN_FULL + MOST_IN_LINES)) {
      const place = group[0]?.places[0]
      const more = group.length > 1 ? (lang === 'zh' ? `（${group.length} 处）` : ` (${group.length} places)`) : ''
      const what = wrap(`${group[0]?.what[lang] ?? ''}${more}`, width - 2)
      out.push(...what.map((line, i) => (i === 0 ? `${paint(first.verdict, MARKS[first.verdict])} ${line}` : `  ${line}`)))
      if (place) out.push(`    ${paint('place', placeName(place, lang))}`)
    }
    const left = groups.length - MOST_IN_FULL - MOST_IN_LINES
    if (left > 0)
      out.push(
        paint(
          'faint',
          lang === 'zh' ? `  还有 ${left} 处同类问题，见 --format html 或 json` : `  ${left} more of this kind: see --format html or json`,
        ),
      )
    out.push(...labelled(LABELS[lang].why, first.why[lang]), ...labelled(LABELS[lang].mend, first.mend[lang]))
    out.push(`        ${paint('faint', `menshen explain ${first.rule}`)}`, '')
  }

  const problems = () => {
    const groups = problemGroups(run.problems)
    if (groups.length === 0) return
    const hiding = run.problems.filter((problem) => problem.hides).length
    const title =
      lang === 'zh'
        ? `读取时的情况 ${run.problems.length} 处${hiding > 0 ? `，其中 ${hiding} 处使有关内容无法检查` : ''}`
        : `${run.problems.length} remark${run.problems.length === 1 ? '' : 's'} on what was read${hiding > 0 ? `; ${hiding} of them hide${hiding === 1 ? 's' : ''} something from the review` : ''}`
    out.push(paint('strong', title))
    for (const { text, hides, places } of groups.slice(0, MOST_PROBLEMS)) {
      const more = places.length > 1 ? (lang === 'zh' ? ` 等 ${places.length} 处` : ` and ${places.length - 1} more`) : ''
      const lines = wrap(plain(text[lang]), width - 4)
      out.push(`  ${paint(hides ? 'review' : 'faint', hides ? '!' : '·')} ${lines[0]}`, ...lines.slice(1).map((line) => `    ${line}`))
      out.push(`    ${paint('place', placeName(places[0]!, lang))}${paint('faint', more)}`)
    }
    if (groups.length > MOST_PROBLEMS)
      out.push(
        paint(
          'faint',
          lang === 'zh'
            ? `  还有 ${groups.length - MOST_PROBLEMS} 种，见 --format json`
            : `  ${groups.length - MOST_PROBLEMS} more kinds: see --format json`,
        ),
      )
    out.push('')
  }

  const counts = countsOf(run)
  if (!quiet) out.push(`${paint('strong', plain(run.program.name))}${paint('faint', ` · ${headline(run, lang).join(' · ')}`)}`, '')
  const shown = run.findings.filter((finding) => !finding.setAside && (since?.fresh.has(finding.fingerprint) ?? true))
  for (const groups of findingFamilies(shown)) family(groups)
  for (const { what, places } of since?.gone ?? []) {
    out.push(`${paint('good', '✔')} ${lang === 'zh' ? '已消失：' : 'Gone: '}${what[lang]}`)
    if (places[0]) out.push(`    ${paint('place', placeName(places[0], lang))}`)
  }
  if (since && since.gone.length > 0) out.push('')
  if (!quiet) problems()
  for (const reason of run.incomplete)
    out.push(`${paint('violation', '✖')} ${lang === 'zh' ? '审查没有完成：' : 'The review is not complete: '}${plain(reason)}`)
  if (run.incomplete.length > 0) out.push('')

  const elapsed =
    options.elapsed === undefined
      ? ''
      : lang === 'zh'
        ? `，用时 ${(options.elapsed / 1000).toFixed(2)} 秒`
        : ` in ${(options.elapsed / 1000).toFixed(2)} s`
  const clear = counts.violations === 0 && counts.reviews === 0 && run.incomplete.length === 0
  const found = clear ? (lang === 'zh' ? '✔ 已检查的部分没有发现问题' : '✔ Nothing found in what was checked') : countsText(counts, lang)
  const aside =
    clear && counts.setAside > 0 ? (lang === 'zh' ? `，另有 ${counts.setAside} 处已搁置` : `, ${counts.setAside} set aside`) : ''
  out.push(
    paint(counts.violations > 0 ? 'violation' : counts.reviews > 0 ? 'review' : clear ? 'good' : 'strong', found) +
      paint('faint', aside + elapsed),
  )
  const fixable = run.findings.filter((finding) => finding.fix?.kind === 'safe' && !finding.setAside).length
  const fixing = {
    zh: `其中 ${fixable} 处可以用 --fix 自动修正（先加 --dry-run 看看会改什么）`,
    en: `${fixable} of them --fix can mend (--dry-run shows how)`,
  }
  if (!since && fixable > 0) for (const line of wrap(fixing[lang], width)) out.push(paint('faint', line))
  if (!since) for (const line of wrap(coverageText(run.coverage, lang), width)) out.push(paint('faint', line))
  return `${out.join('\n')}\n`
}
