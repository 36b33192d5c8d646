/**
 * A baseline: findings that were known when it was written, by fingerprint. Counting would let a new violation hide behind a mended
 * one. It only shrinks by itself; growing it takes a word of its own.
 */
import { type Shape, shapeProblems, type Words } from '../evidence/shape.ts'
import { readJson } from '../program/json.ts'
import type { Finding, RunProblem } from './types.ts'

export interface BaselineRow {
  readonly fingerprint: string
  readonly rule: string
  /** For the reader only: where it stood and what it said. */
  readonly at: string
  readonly what: string
}
export interface Baseline {
  readonly file: string
  readonly rows: readonly BaselineRow[]
}

const FORMAT = 'menshen-baseline/1'
const text = (zh: string, en: string): Shape => ({ type: 'string', about: { zh, en } })
const SHAPE: Shape = {
  type: 'object',
  about: { zh: '基线', en: 'a baseline' },
  required: ['format', 'findings'],
  properties: {
    format: { type: 'string', values: [FORMAT], about: { zh: '格式', en: 'format' } },
    findings: {
      type: 'array',
      most: 20_000,
      about: { zh: '已知的问题', en: 'what is known' },
      items: {
        type: 'object',
        required: ['fingerprint', 'rule'],
        properties: {
          fingerprint: text('指纹', 'fingerprint'),
          rule: text('规则', 'rule'),
          at: text('位置', 'where'),
          what: text('说明', 'what'),
        },
        about: { zh: '一个问题', en: 'a finding' },
      },
    },
  },
}

/** Reads a baseline file; what is wrong with it, when something is. */
export const readBaseline = (file: string, source: string): { readonly baseline?: Baseline; readonly problem?: Words } => {
  const document = readJson(file, source, () => {})
  const [problem] = shapeProblems(SHAPE, document.value)
  if (problem) return { problem: problem.what }
  const { findings } = document.value as { readonly findings: readonly BaselineRow[] }
  return {
    baseline: {
      file,
      rows: findings.map((row) => ({ fingerprint: row.fingerprint, rule: row.rule, at: row.at ?? '', what: row.what ?? '' })),
    },
  }
}

/** Findings that the baseline knows are set aside; rows that nothing answers to any more are reported. */
export const applyBaseline = (
  findings: readonly Finding[],
  baseline: Baseline,
  settled: ReadonlySet<string>,
): { readonly findings: readonly Finding[]; readonly problems: readonly RunProblem[] } => {
  const rows = new Map(baseline.rows.map((row) => [row.fingerprint, row]))
  const met = new Set<string>()
  const after = findings.map((finding) => {
    if (!rows.has(finding.fingerprint)) return finding
    met.add(finding.fingerprint)
    return finding.setAside ? finding : { ...finding, setAside: { by: 'baseline' as const, reason: baseline.file } }
  })
  const stale = baseline.rows.filter((row) => !met.has(row.fingerprint) && settled.has(row.rule))
  if (stale.length === 0) return { findings: after, problems: [] }
  const start = { line: 1, column: 1 }
  const problem: RunProblem = {
    kind: 'baseline-stale',
    text: {
      zh: `基线里有 ${stale.length} 个问题已经不在了，可用 --write-baseline 清理`,
      en: `${stale.length} findings of the baseline are gone; --write-baseline takes them out`,
    },
    place: { file: baseline.file, start, end: start },
    hides: false,
  }
  return { findings: after, problems: [problem] }
}

const rowOf = (finding: Finding): BaselineRow => {
  const place = finding.places[0]
  const at = place === undefined ? '' : 'file' in place ? place.file : 'page' in place ? place.page : `listing:${place.listing}`
  return { fingerprint: finding.fingerprint, rule: finding.rule, at, what: finding.what.en }
}

export interface BaselineChange {
  readonly text: string
  readonly kept: number
  readonly pruned: number
  readonly added: number
  /** New findings that were left out because the baseline may not grow. */
  readonly refused: number
}

/** The next baseline. Against an older one, only what is still there stays; new findings enter when there was none, or when `grow` is given. */
export const nextBaseline = (findings: readonly Finding[], before: Baseline | undefined, grow: boolean): BaselineChange => {
  const known = new Set(before?.rows.map((row) => row.fingerprint))
  const present = findings.filter((finding) => finding.setAside === undefined || finding.setAside.by === 'baseline')
  const kept = present.filter((finding) => known.has(finding.fingerprint))
  const fresh = present.filter((finding) => !known.has(finding.fingerprint))
  const added = before === undefined || grow ? fresh : []
  const rows = [...kept, ...added]
    .map(rowOf)
    .sort((a, b) => (`${a.rule} ${a.at} ${a.fingerprint}` < `${b.rule} ${b.at} ${b.fingerprint}` ? -1 : 1))
  return {
    text: `${JSON.stringify({ format: FORMAT, findings: rows }, null, 2)}\n`,
    kept: kept.length,
    pruned: known.size - kept.length,
    added: added.length,
    refused: fresh.length - added.length,
  }
}
