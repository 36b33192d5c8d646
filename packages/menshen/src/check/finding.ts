/** What a rule reported becomes a finding: rendered, placed, fingerprinted. */
import type { Rulebook } from '../rulebook/index.ts'
import { type Detail, MOST_RELATED, type Rule } from '../rules/kit.ts'
import type { Raised } from './judge.ts'
import type { Placer } from './place.ts'
import { sha256 } from './sha256.ts'
import type { Confidence, Finding, Severity, Text, Witness } from './types.ts'

/** Programs are hostile: what a rule quotes from them must not steer a terminal or fill the page. */
const LONGEST_QUOTE = 160
const CONTROLS = /\p{Cc}+/gu
const UNSEEN = /[\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g
const quoted = (text: string): string => {
  const plain = text.replace(CONTROLS, ' ').replace(UNSEEN, '')
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE - 1)}…` : plain
}
const inBoth = (value: string | Text): Text => {
  if (typeof value !== 'string') return { zh: quoted(value.zh), en: quoted(value.en) }
  const text = quoted(value)
  return { zh: text, en: text }
}

const fill = (text: Text, data: ReadonlyMap<string, Text>): Text => {
  const one = (template: string, lang: 'zh' | 'en') =>
    !template.includes('{') ? template : template.replace(/\{(\w+)\}/g, (whole, name: string) => data.get(name)?.[lang] ?? whole)
  return { zh: one(text.zh, 'zh'), en: one(text.en, 'en') }
}

/** The clauses of a rule that may be cited in this run: those of the program's own platform, and the later ones unless only the seeds count. */
export const citable = (rule: Rule, rulebook: Rulebook, platform: 'wechat' | 'douyin', seedOnly: boolean): readonly string[] =>
  rule.meta.clauses.filter((id) => {
    const clause = rulebook.find(id)
    return clause?.platforms.includes(platform) && !(seedOnly && clause.document === 'later')
  })

const fold = (text: string) => text.replace(/\s+/g, ' ').trim()
/** What surrounds a span on its line, bounded for one-line files. */
const around = (text: string, start: number, end: number): string => {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 60)
  const next = text.indexOf('\n', end)
  return text.slice(from, Math.min(next < 0 ? text.length : next, end + 60, start + 200))
}

/**
 * What a fingerprint is made of besides its ordinal. Lines may move and be indented anew, other code may come and go,
 * and the finding stays the same; paths count from the program's own folder, so it does not matter where the check was started.
 */
const identity = (rule: string, message: string, at: Detail['at'], placer: Placer, root: string): string => {
  const head = [rule, message]
  if ('listing' in at) return [...head, 'listing', at.listing].join('\0')
  if ('page' in at) return [...head, 'page', at.page, at.selector ?? ''].join('\0')
  const file = at.file.startsWith(root) ? at.file.slice(root.length) : at.file
  if (at.end <= at.start) return [...head, file].join('\0')
  const text = placer.text(at.file)
  return [...head, file, fold(text.slice(at.start, Math.min(at.end, at.start + 200))), fold(around(text, at.start, at.end))].join('\0')
}

/** What was read off a picture, or seen in one, is for a human: readers err, and pictures mean more than they show. */
const inPicture = (at: Detail['at']): boolean => 'file' in at && at.box !== undefined

const witnessOf = (witness: Detail['witness'], placer: Placer): Witness | undefined =>
  witness && {
    kind: witness.kind,
    ...(witness.pass === undefined ? {} : { pass: witness.pass }),
    ...(witness.move === undefined ? {} : { move: witness.move }),
    steps: witness.steps.slice(0, 40).map(({ text, at, attachment }) => ({
      text: inBoth(text),
      ...(at ? { place: placer.spot(at) } : {}),
      ...(attachment ? { attachment } : {}),
    })),
  }
/** The picture that shows it: that of the last step that has one. */
const picturesOf = (witness: Witness | undefined): readonly string[] => {
  const last = witness?.steps.findLast((step) => step.attachment)?.attachment
  return last ? [last] : []
}

export interface FindingMaker {
  readonly rulebook: Rulebook
  readonly placer: Placer
  /** The program's folder inside the folder given. */
  readonly root: string
}

const STRENGTH = { violation: 0, review: 1 } as const
const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low']
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** The findings of one rule. Reports of the same thing at the same place are one finding: the stronger verdict and the shorter witness stay. */
export const findingsOf = (
  id: string,
  rule: Rule,
  raised: readonly Raised[],
  cited: readonly string[],
  maker: FindingMaker,
): readonly Finding[] => {
  const { rulebook, placer, root } = maker
  const seen = new Map<string, number>()
  const same = new Map<string, Finding>()
  for (const { message, detail } of raised) {
    const named = detail.clauses ?? rule.meta.clauses
    const stray = named.find((clause) => !rule.meta.clauses.includes(clause))
    if (stray !== undefined) throw new Error(`cites a clause that the rule does not declare: ${stray}`)
    const clauses = named.filter((clause) => cited.includes(clause))
    // Only later rules were meant, and they are left out.
    if (clauses.length === 0 && named.every((clause) => clause.startsWith('later/'))) continue
    if (clauses.length === 0) throw new Error(`cites no clause of this platform: ${named.join(', ')}`)

    const texts = rule.meta.messages[message]!
    const data = new Map(Object.entries(detail.data ?? {}).map(([name, value]) => [name, inBoth(value)]))
    // What was seen comes first, for it can be played again; what the code says stands beside it.
    const witness = witnessOf(detail.played ?? detail.witness, placer)
    const path = detail.played ? witnessOf(detail.witness, placer) : undefined
    const places = [
      placer.spot(detail.at, detail.note && fill(detail.note, data)),
      ...(detail.related ?? []).slice(0, MOST_RELATED).map(({ at, note }) => placer.spot(at, note && fill(note, data))),
    ]
    const confidence = detail.confidence ?? rule.meta.confidence
    const key = identity(id, message, detail.at, placer, root)
    const finding: Finding = {
      rule: id,
      message: { id: message, data: Object.fromEntries([...data].map(([name, text]) => [name, text.zh === text.en ? text.zh : text])) },
      what: fill(texts.what, data),
      why: fill(texts.why, data),
      mend: fill(texts.fix, data),
      verdict: inPicture(detail.at) ? 'review' : (detail.verdict ?? 'violation'),
      severity: detail.severity ?? rule.meta.severity,
      confidence: inPicture(detail.at) && confidence === 'high' ? 'medium' : confidence,
      clauses: clauses.map((clause) => ({ id: clause, edition: rulebook.find(clause)!.edition })),
      places,
      ...(witness ? { witness } : {}),
      ...(path ? { path } : {}),
      ...(picturesOf(witness).length > 0 ? { attachments: picturesOf(witness) } : {}),
      fingerprint: key,
      ...(detail.fix ? { fix: detail.fix } : {}),
    }
    const spot = JSON.stringify([message, finding.what, places[0]])
    const before = same.get(spot)
    same.set(spot, before ? merged(before, finding) : finding)
  }
  // In the order of the files, for rules report in the order in which they walk, which other code may change.
  return [...same.values()].sort(compareFindings).map((finding) => {
    const ordinal = seen.get(finding.fingerprint) ?? 0
    seen.set(finding.fingerprint, ordinal + 1)
    return { ...finding, fingerprint: sha256(`menshen-fingerprint/1\0${finding.fingerprint}\0${ordinal}`).slice(0, 32) }
  })
}

const steps = (finding: Finding) => finding.witness?.steps.length ?? Number.POSITIVE_INFINITY
const merged = (a: Finding, b: Finding): Finding => {
  const [kept, other] = compareStrength(a, b) <= 0 ? [a, b] : [b, a]
  const cited = new Set(kept.clauses.map((clause) => clause.id))
  const placed = new Set(kept.places.map((place) => JSON.stringify(place)))
  return {
    ...kept,
    clauses: [...kept.clauses, ...other.clauses.filter((clause) => !cited.has(clause.id))],
    places: [...kept.places, ...other.places.filter((place) => !placed.has(JSON.stringify(place)))].slice(0, MOST_RELATED + 1),
  }
}
const compareStrength = (a: Finding, b: Finding): number =>
  STRENGTH[a.verdict] - STRENGTH[b.verdict] || CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) || steps(a) - steps(b)

const nameOf = (finding: Finding): readonly [string, number, number] => {
  const place = finding.places[0]
  if (place === undefined) return ['', 0, 0]
  if ('file' in place) return [place.file, place.start.line, place.start.column]
  return 'page' in place ? [place.page, place.step ?? 0, 0] : [`listing:${place.listing}`, 0, 0]
}
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Violations before reviews, then by severity, confidence, file and line: the same program always gives the same order. */
export const compareFindings = (a: Finding, b: Finding): number => {
  const [fileA, lineA, columnA] = nameOf(a)
  const [fileB, lineB, columnB] = nameOf(b)
  return (
    STRENGTH[a.verdict] - STRENGTH[b.verdict] ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
    byText(fileA, fileB) ||
    lineA - lineB ||
    columnA - columnB ||
    byText(a.rule, b.rule) ||
    byText(a.fingerprint, b.fingerprint)
  )
}

/** True when a confidence is at least the wanted one. */
export const atLeast = (confidence: Confidence, wanted: Confidence): boolean =>
  CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(wanted)
