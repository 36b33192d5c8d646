/** SARIF 2.1.0: findings as results, rules with their help, the documents as taxonomies, witnesses as code flows. */
import type { FilePlace, Finding, Lang, Place, Severity, Verdict } from '../check/types.ts'
import { LineTable } from '../program/lines.ts'
import type { Rule } from '../rules/kit.ts'
import { ruleMarkdown } from './explain.ts'
import type { ReportInput } from './input.ts'
import { placeName } from './words.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
const MOST_SNIPPET = 500

type Json = Readonly<Record<string, unknown>>

const levelOf = (severity: Severity, verdict: Verdict): string =>
  verdict === 'review' ? 'note' : severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'note'
const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

export const sarifReport = ({ run, rulebook, rules, source }: ReportInput, lang: Lang): string => {
  const listingFile = run.evidence.find((row) => row.file !== undefined)?.file ?? `${run.program.root}listing.json`
  const tables = new Map<string, LineTable | undefined>()
  const tableOf = (file: string): LineTable | undefined => {
    if (!tables.has(file)) {
      const text = source(file)
      tables.set(file, text === undefined ? undefined : new LineTable(text))
    }
    return tables.get(file)
  }
  const region = ({ file, start, end }: FilePlace): Json => {
    const table = tableOf(file)
    const snippet = table?.text.slice(table.offset(start), Math.min(table.offset(end), table.offset(start) + MOST_SNIPPET))
    return {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      ...(snippet ? { snippet: { text: snippet } } : {}),
    }
  }
  const location = (place: Place, text?: string): Json => {
    const written = 'file' in place && place.original ? placeName(place, lang) : undefined
    const said = [text ?? place.note?.[lang], written].filter(Boolean).join(' · ')
    const message = said ? { message: { text: said } } : {}
    if ('file' in place)
      return { physicalLocation: { artifactLocation: { uri: uriOf(place.file), uriBaseId: 'PROGRAM' }, region: region(place) }, ...message }
    if ('page' in place)
      return {
        logicalLocations: [{ fullyQualifiedName: place.selector ? `${place.page} ${place.selector}` : place.page, kind: 'page' }],
        ...message,
      }
    return {
      physicalLocation: { artifactLocation: { uri: uriOf(listingFile), uriBaseId: 'PROGRAM' } },
      logicalLocations: [{ fullyQualifiedName: `listing.${place.listing}`, kind: 'property' }],
      ...message,
    }
  }

  const used = new Set([...Object.keys(run.outcomes), ...run.findings.map((finding) => finding.rule)])
  const ids = [...used].filter((id) => rules.has(id)).sort()
  const documents = rulebook.documents.filter((document) => run.editions[document.document] !== undefined)
  const taxonomyIndex = new Map(documents.map((document, i) => [document.document, i]))
  const cited = new Set([
    ...ids.flatMap((id) => rules.get(id)!.meta.clauses),
    ...run.findings.flatMap((finding) => finding.clauses.map((clause) => clause.id)),
  ])
  const taxon = (id: string): Json | undefined => {
    const clause = rulebook.find(id)
    const index = clause && taxonomyIndex.get(clause.document)
    return index === undefined ? undefined : { id, index: clauseIndex.get(id), toolComponent: { name: clause!.document, index } }
  }
  const clauseIndex = new Map<string, number>()
  const taxonomies = documents.map((document) => {
    const taxa = document.clauses.filter((clause) => cited.has(clause.id))
    taxa.forEach((clause, i) => {
      clauseIndex.set(clause.id, i)
    })
    return {
      name: document.document,
      version: document.edition,
      shortDescription: { text: document.title[lang] },
      isComprehensive: false,
      taxa: taxa.map((clause) => ({
        id: clause.id,
        name: clause.number,
        shortDescription: { text: clause.title[lang] },
        fullDescription: { text: clause.gist[lang] },
      })),
    }
  })

  const descriptor = (id: string, rule: Rule): Json => {
    const [first] = Object.values(rule.meta.messages)
    const what = first!.what[lang].replace(/\{\w+\}/g, '…')
    return {
      id,
      name: id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      shortDescription: { text: what },
      fullDescription: { text: first!.why[lang] },
      help: { text: `${first!.why[lang]}\n${first!.fix[lang]}`.replace(/\{\w+\}/g, '…'), markdown: ruleMarkdown(rule, rulebook, lang) },
      defaultConfiguration: { level: levelOf(rule.meta.severity, 'violation') },
      relationships: rule.meta.clauses.flatMap((clause) => {
        const target = taxon(clause)
        return target ? [{ target, kinds: ['relevant'] }] : []
      }),
      properties: { tags: ['mini-program', ...rule.meta.clauses], confidence: rule.meta.confidence, since: rule.meta.since },
    }
  }

  const result = (finding: Finding): Json => {
    const [primary, ...related] = finding.places
    const flows = [finding.witness, finding.path]
      .map((one) => one?.steps.filter((step) => step.place) ?? [])
      .filter((one) => one.length > 0)
    const aside = finding.setAside
    return {
      ruleId: finding.rule,
      ...(ids.includes(finding.rule) ? { ruleIndex: ids.indexOf(finding.rule) } : {}),
      kind: finding.verdict === 'violation' ? 'fail' : 'review',
      // A result for review has no level: the standard gives every kind but `fail` the level none.
      level: finding.verdict === 'violation' ? levelOf(finding.severity, finding.verdict) : 'none',
      message: { text: `${finding.what[lang]}\n${finding.why[lang]}\n${finding.mend[lang]}` },
      locations: primary ? [location(primary)] : [],
      ...(related.length > 0
        ? { relatedLocations: related.map((place, i) => ({ id: i + 1, ...location(place, place.note?.[lang] ?? placeName(place, lang)) })) }
        : {}),
      partialFingerprints: { 'menshenFingerprint/v1': finding.fingerprint },
      ...(flows.length > 0
        ? {
            codeFlows: flows.map((steps) => ({
              threadFlows: [{ locations: steps.map((step) => ({ location: location(step.place!, step.text[lang]) })) }],
            })),
          }
        : {}),
      taxa: finding.clauses.flatMap((clause) => taxon(clause.id) ?? []),
      ...(aside
        ? {
            suppressions: [
              {
                kind: aside.by === 'ignore' ? 'inSource' : 'external',
                status: 'accepted',
                justification: aside.until ? `${aside.reason} (${aside.until})` : aside.reason,
                properties: { by: aside.by },
              },
            ],
          }
        : {}),
      properties: {
        confidence: finding.confidence,
        severity: finding.severity,
        clauses: finding.clauses.map((clause) => `${clause.id}@${clause.edition}`),
      },
    }
  }

  const notification = (text: string, level: string, place?: Place): Json => ({
    level,
    message: { text },
    ...(place ? { locations: [location(place)] } : {}),
  })
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'menshen',
            semanticVersion: run.tool.version,
            language: lang === 'zh' ? 'zh-CN' : 'en-US',
            rules: ids.map((id) => descriptor(id, rules.get(id)!)),
            supportedTaxonomies: documents.map((document, index) => ({ name: document.document, index })),
          },
        },
        taxonomies,
        originalUriBaseIds: {
          PROGRAM: { description: { text: lang === 'zh' ? '命令行上给出的文件夹' : 'the folder given on the command line' } },
        },
        columnKind: 'utf16CodeUnits',
        language: lang === 'zh' ? 'zh-CN' : 'en-US',
        invocations: [
          {
            executionSuccessful: run.incomplete.length === 0,
            toolExecutionNotifications: [
              ...run.incomplete.map((reason) => notification(reason, 'error')),
              ...run.problems.map((problem) => notification(problem.text[lang], problem.hides ? 'warning' : 'note', problem.place)),
            ],
          },
        ],
        results: run.findings.filter((finding) => finding.setAside?.by !== 'confidence' && finding.setAside?.by !== 'shadow').map(result),
        properties: { program: run.program, editions: run.editions },
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}
