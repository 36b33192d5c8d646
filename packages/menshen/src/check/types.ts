/** The result of one check: what `menshen-check/1` means. See check/schema.ts for its JSON Schema. */
import type { Platform, Framework } from '../program/types.ts'

export type Lang = 'zh' | 'en'
export interface Text {
  readonly zh: string
  readonly en: string
}
export type Verdict = 'violation' | 'review'
export type Severity = 'error' | 'warning' | 'info'
export type Confidence = 'high' | 'medium' | 'low'
export type Outcome = 'violation' | 'review' | 'pass' | 'inapplicable' | 'not-checked' | 'error'

export interface Position {
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 code units. */
  readonly column: number
}
/** Where a finding stands. File paths are relative to the folder given on the command line. */
export type Place =
  | { readonly file: string; readonly start: Position; readonly end: Position; readonly note?: Text }
  | { readonly page: string; readonly selector?: string; readonly box?: readonly [number, number, number, number]; readonly step?: number; readonly note?: Text }
  | { readonly listing: string; readonly note?: Text }

/** The proof: a call path, a flow, or taps that can be replayed. */
export interface Witness {
  readonly kind: 'call-path' | 'flow' | 'steps'
  readonly steps: readonly { readonly text: Text; readonly place?: Place; readonly attachment?: string }[]
}

export interface TextEdit {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
}
export interface Fix {
  readonly kind: 'safe' | 'suggested'
  readonly title: Text
  readonly edits: readonly TextEdit[]
}

export interface Finding {
  readonly rule: string
  readonly message: { readonly id: string; readonly data: Readonly<Record<string, string>> }
  /** The message rendered in both languages. */
  readonly what: Text
  readonly why: Text
  readonly mend: Text
  readonly verdict: Verdict
  readonly severity: Severity
  readonly confidence: Confidence
  readonly clauses: readonly { readonly id: string; readonly edition: string }[]
  /** First the place to look at, then related ones. */
  readonly places: readonly Place[]
  readonly witness?: Witness
  /** sha256 of saved attachments (screenshots). */
  readonly attachments?: readonly string[]
  readonly fingerprint: string
  readonly fix?: Fix
  readonly setAside?: { readonly by: 'ignore' | 'baseline' | 'waiver'; readonly reason: string; readonly until?: string }
}

export type CoverageStatus = 'violation' | 'review' | 'pass' | 'not-applicable' | 'not-checked'
export interface CoverageRow {
  readonly clause: string
  readonly status: CoverageStatus
  /** Reason code of not-checked or not-applicable: 'no-rule', 'no-listing', 'not-run', 'framework', 'unreadable', 'document', 'human', 'workflow', 'heading', 'inform' … */
  readonly reason?: string
  readonly note?: Text
  readonly rules: readonly string[]
}

export interface CheckRun {
  readonly format: 'menshen-check/1'
  readonly tool: { readonly name: 'menshen'; readonly version: string }
  readonly program: {
    readonly name: string
    readonly root: string
    readonly platform: Platform
    readonly framework: Framework
    readonly pages: number
    readonly components: number
    readonly files: number
    readonly bytes: number
    readonly digest: string
  }
  readonly editions: Readonly<Record<string, string>>
  readonly profiles: readonly string[]
  readonly outcomes: Readonly<Record<string, { readonly outcome: Outcome; readonly reason?: string; readonly error?: string }>>
  readonly findings: readonly Finding[]
  readonly coverage: readonly CoverageRow[]
  readonly evidence: readonly { readonly kind: string; readonly collector: string; readonly at: string; readonly status: 'collected' | 'absent' | 'failed'; readonly reason?: string }[]
  /** Problems met while reading, and unused or malformed set-asides. */
  readonly problems: readonly { readonly kind: string; readonly text: Text; readonly place: Place; readonly hides: boolean }[]
  /** Why the run is incomplete (exit code 2); empty when it is complete. */
  readonly incomplete: readonly string[]
}
