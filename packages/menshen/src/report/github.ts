/** Annotations that GitHub Actions shows beside the changed lines: one workflow command for each finding. */
import type { CheckRun, Finding, Lang } from '../check/types.ts'
import { countsOf, countsText, placeName, VERDICT } from './words.ts'

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions: percent signs and line ends are escaped everywhere, commas and colons in properties too
const inMessage = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const inProperty = (text: string): string => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const command = (finding: Finding, lang: Lang): string => {
  const place = finding.places[0]
  const properties: [string, string | number][] = []
  if (place && 'file' in place) {
    properties.push(['file', place.file], ['line', place.start.line], ['endLine', place.end.line])
    // Columns are taken only where a line does not end elsewhere.
    if (place.start.line === place.end.line)
      properties.push(['col', place.start.column], ['endColumn', Math.max(place.end.column, place.start.column)])
  }
  const clauses = finding.clauses.map((clause) => clause.id).join(' ')
  properties.push(['title', `${finding.rule} · ${clauses}`])
  const where = place && (!('file' in place) || place.original) ? `${placeName(place, lang)}\n` : ''
  const text = `${where}${finding.verdict === 'review' ? `[${VERDICT.review[lang]}] ` : ''}${finding.what[lang]}\n${finding.why[lang]}\n${finding.mend[lang]}`
  return `::${finding.verdict === 'violation' ? 'error' : 'warning'} ${properties.map(([name, value]) => `${name}=${inProperty(String(value))}`).join(',')}::${inMessage(text)}`
}

export const githubReport = (run: CheckRun, lang: Lang): string => {
  const open = run.findings.filter((finding) => !finding.setAside)
  const unfinished = run.incomplete.map(
    (reason) => `::error title=menshen::${inMessage(lang === 'zh' ? `审查没有完成：${reason}` : `The review is not complete: ${reason}`)}`,
  )
  return `${[...open.map((finding) => command(finding, lang)), ...unfinished, `menshen: ${countsText(countsOf(run), lang)}`].join('\n')}\n`
}
