/** The result of one check: what `menshen-check/1` means. Its JSON Schema is data/schema/menshen-check-1.schema.json. Only ever added to. */
import type { Framework, Platform } from '../program/types.ts'

export type Lang = 'zh' | 'en'
export interface Text {
  readonly zh: string
  readonly en: string
}
export type Verdict = 'violation' | 'review'
export type Severity = 'error' | 'warning' | 'info'
export type Confidence = 'high' | 'medium' | 'low'
export type Outcome = 'violation' | 'review' | 'pass' | 'inapplicable' | 'not-checked' | 'error'
/** on: judges · shadow: runs, but its findings are set aside and it settles no clause · off: does not run. */
export type Mode = 'on' | 'shadow' | 'off'

export interface Position {
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 code units. */
  readonly column: number
}
export interface FilePlace {
  readonly file: string
  readonly start: Position
  readonly end: Position
  /** In a picture: left, top, width and height in its own pixels. */
  readonly box?: readonly [number, number, number, number]
  /** Where a built file's source map says that this was written; the file may not be part of the submission. */
  readonly original?: { readonly file: string; readonly line: number; readonly column: number }
  readonly note?: Text
}
/** Where a finding stands. File paths are relative to the folder given on the command line. */
export type Place =
  | FilePlace
  | {
      readonly page: string
      readonly selector?: string
      readonly box?: readonly [number, number, number, number]
      readonly step?: number
      readonly note?: Text
    }
  | { readonly listing: string; readonly note?: Text }

/** The proof: a call path, a flow, or taps that can be replayed. */
export interface Witness {
  readonly kind: 'call-path' | 'flow' | 'steps'
  /** For steps: the pass of the run and the move in it, by which `menshen replay` plays them again. */
  readonly pass?: string
  readonly move?: number
  readonly steps: readonly { readonly text: Text; readonly place?: Place; readonly attachment?: string }[]
}

/** Offsets in UTF-16 code units into the file's text. */
export interface TextEdit {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
}
/** safe: cannot change what the program does beyond what the finding is about · suggested: a person has to look. */
export interface Fix {
  readonly kind: 'safe' | 'suggested'
  readonly title: Text
  readonly edits: readonly TextEdit[]
}

/** Why a finding does not count. Nothing is ever dropped: what does not count says so. */
export interface SetAside {
  /** ignore: the developer, in the source or menshen.json · baseline: known before · confidence: below the wanted one · shadow: the rule is on trial · waiver: the operator. */
  readonly by: 'ignore' | 'baseline' | 'waiver' | 'shadow' | 'confidence'
  readonly reason: string
  readonly until?: string
}

export interface Finding {
  readonly rule: string
  readonly message: { readonly id: string; readonly data: Readonly<Record<string, string | Text>> }
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
  /** What the code says of the same fault, where the witness is a run that showed it. */
  readonly path?: Witness
  /** sha256 of saved attachments (screenshots). */
  readonly attachments?: readonly string[]
  readonly fingerprint: string
  readonly fix?: Fix
  readonly setAside?: SetAside
}

export type CoverageStatus = 'violation' | 'review' | 'pass' | 'not-applicable' | 'not-checked'
export interface CoverageRow {
  readonly clause: string
  readonly status: CoverageStatus
  /** Reason code of not-checked or not-applicable; check/reasons.ts says what each means. */
  readonly reason?: string
  readonly note?: Text
  readonly rules: readonly string[]
}

export interface RuleOutcome {
  readonly outcome: Outcome
  /** Present when the rule did not run as usual. */
  readonly mode?: Mode
  readonly reason?: string
  readonly note?: Text
  readonly error?: string
}

export interface RunProblem {
  readonly kind: string
  readonly text: Text
  readonly place: Place
  /** True when something could not be judged because of it. */
  readonly hides: boolean
}

export interface EvidenceIndexRow {
  readonly kind: string
  readonly collector: string
  readonly at: string
  readonly status: 'collected' | 'absent' | 'failed'
  readonly reason?: string
  /** What it was read from, when that is one file: the listing. */
  readonly file?: string
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
  readonly outcomes: Readonly<Record<string, RuleOutcome>>
  readonly findings: readonly Finding[]
  readonly coverage: readonly CoverageRow[]
  readonly evidence: readonly EvidenceIndexRow[]
  /** Problems met while reading, and unused or malformed set-asides. */
  readonly problems: readonly RunProblem[]
  /** Why the run is incomplete (exit code 2); empty when it is complete. */
  readonly incomplete: readonly string[]
}
