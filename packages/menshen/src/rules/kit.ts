/**
 * All that a rule may import. A rule is a pure function of the evidence it declares:
 *
 *   export default rule({ clauses, needs, since, severity, confidence, messages }, ({ program }, report) => { … })
 *
 * Needing evidence that was not declared, naming a message that does not exist, or leaving out a language does not compile.
 */
import type { Confidence, Fix, Severity, Text, Verdict } from '../check/types.ts'
import type { AideEvidence } from '../evidence/aide/index.ts'
import type { CopyEvidence } from '../evidence/copy.ts'
import type { Listing } from '../evidence/listing.ts'
import type { PictureEvidence } from '../evidence/pictures/types.ts'
import type { RunEvidence } from '../evidence/run.ts'
import type { Interpretation } from '../program/interpret/types.ts'
import type { Platform, ProgramModel, Span } from '../program/types.ts'

export type { Confidence, Fix, Place, Severity, Text, Verdict } from '../check/types.ts'
export type { AideEvidence } from '../evidence/aide/index.ts'
export { type Category, type Shortfall, shortfall } from '../evidence/category/index.ts'
export type { Copy, CopyEvidence, Spoken } from '../evidence/copy.ts'
export type { Listing } from '../evidence/listing.ts'
export { type PictureUse, pictureUse } from '../evidence/picture-copy.ts'
export {
  type Code,
  likeMark,
  type Picture,
  type PictureEvidence,
  sketchPicture,
  sketchPictures,
  sketchShape,
} from '../evidence/pictures/index.ts'
export type {
  CallRecord,
  ErrorRecord,
  EventRecord,
  HostRecord,
  MediaRecord,
  Move,
  NavigationRecord,
  NetworkRecord,
  Pass,
  PassKind,
  PromptRecord,
  RunEvidence,
  RunRecord,
  Screen,
  ShownText,
  StorageRecord,
  Tappable,
} from '../evidence/run.ts'
export {
  answered,
  call,
  finger,
  lifecycle,
  type Sketched,
  sketchMove,
  sketchPass,
  sketchRun,
  tapped,
  thrown,
  went,
} from '../evidence/run-sketch.ts'
export { findTerms, judge, normalise, type TermMatch } from '../evidence/text/index.ts'
export { routeOf } from '../program/interpret/index.ts'
export type * from '../program/interpret/types.ts'
export { type Declaration, parseStyle, type StyleRule } from '../program/style.ts'
export type * from '../program/types.ts'
export {
  type Account,
  accountOf,
  copyOf,
  ENDING,
  type Entry,
  endsSession,
  entriesOf,
  type Field,
  family,
  fieldsOf,
  hasEntry,
  isEntry,
  isPassword,
  partlyUnseen,
  routesOf,
  sessionKeys,
} from './account.ts'
export { type Consent, consentOn, guardMeansYes, onEntry, wayBack } from './consent.ts'
export { attributeSetByGesture, drawnByGesture, drawnIn, setByGesture, type Use, usesOf } from './drawn.ts'
export { type Bearing, bearing, bearingLike, hasTag, loopAround, nearest, type Placed, tagged, tagsIn, templatesWith } from './elements.ts'
export {
  hostKind,
  hostOf,
  ownSites,
  PERSONAL_WORDS,
  type Personal,
  type Piece,
  personalByLabel,
  personalByName,
  personalOrigin,
  type Sending,
  sendings,
  siteOf,
} from './flows.ts'
export { BUY, PHYSICAL, PRICE, VIRTUAL } from './goods.ts'
export { coversScreen, looksOf, mayLook, mayLookIn, sheetsOf, transparent } from './look.ts'
export { categoryNames, declaredIn, type OfferRow, offerDetail, offersOf } from './offers.ts'
export {
  attributeOf,
  bindingsAt,
  byGesture,
  callPath,
  callsBy,
  closest,
  isRead,
  plainAttribute,
  rootText,
  shownIn,
  tagSpan,
  textsOf,
  textsShown,
  unasked,
  wordsIn,
  writesOf,
} from './reading.ts'
export {
  type Asked,
  asksIn,
  behind,
  calledAt,
  type Deed,
  deedsIn,
  formerly,
  optionOf,
  personalSent,
  settledAfter,
  shares,
  stackSpots,
  THING_TEXT,
  type Thing,
  tapsOn,
  thingOf,
  thingsIn,
  unansweredBefore,
} from './run-acts.ts'
export {
  callsIn,
  frameSpan,
  journey,
  lacksAnswers,
  moveOf,
  pageSpot,
  passesOf,
  passText,
  recordSpot,
  recordsIn,
  recordsOf,
  refuses,
  samePlaces,
  screenAfter,
  screenBefore,
  screenOf,
  stepsWitness,
  stepText,
  targetOf,
  textsOn,
  trusted,
  unprompted,
  wordsOn,
} from './run-reading.ts'
export {
  afterwards,
  askedFirst,
  changed,
  grouped,
  joined,
  lookOf,
  natural,
  noticed,
  outcome,
  pageAt,
  pageFile,
  pageWords,
  pretended,
  proven,
  tapKey,
  tappedAt,
  tappedSpots,
  unasked as unaskedIn,
  unitsOn,
  writtenAt,
} from './run-screens.ts'
export { type Said as SaidText, saidIn } from './said.ts'
export { allSaid, wholeCopy } from './spoken.ts'
export {
  type ApiRow,
  type ApiTable,
  apiTable,
  type CodeMarks,
  codeMarks,
  type EntryWords,
  entryWords,
  type FamilyRow,
  type InterfaceKind,
  type PrivacyItem,
  privacyItems,
} from './tables.ts'
export { isWhole, quoteOf, sayThemes, type Theme, type Weighed, weighTheme } from './theme.ts'
export { type Checked, checkedBeforeShown, type Publication, publicationsOf } from './user-content.ts'
export { doesSomething, serviceButtons, type WayIn, waysIn } from './way-in.ts'
export { type Way, wayTo } from './ways.ts'
export { partSpan, type Wording, wordingsIn } from './wording.ts'
export { decided, shownOn } from './worlds.ts'

/** What can be known about a program; each kind is collected once, before any rule runs. */
export interface EvidenceMap {
  program: ProgramModel
  /** Who calls what, when, with which values: the static half of behaviour. */
  interpretation: Interpretation
  /** Every text that a user can see. */
  copy: CopyEvidence
  /** What a developer would type into the platform's console; absent without listing.json. */
  listing: Listing
  /** What was seen when the program was really run; absent with --static or without a browser. */
  run: RunEvidence
  /** What was seen in the pictures of the program: codes, words, measures; absent with --pictures none. */
  pictures: PictureEvidence
  /** What a language model pointed at; absent unless somebody asked for it. */
  aide: AideEvidence
}
export type Need = keyof EvidenceMap

export interface Message {
  /** One line, no full stop; {name} placeholders are filled from `data`. */
  readonly what: Text
  readonly why: Text
  readonly fix: Text
}

/** Where a rule points: a file span (offsets), a page element of a run, or a listing field. */
export type Spot =
  | Span
  | { readonly page: string; readonly selector?: string; readonly box?: readonly [number, number, number, number]; readonly step?: number }
  | { readonly listing: string }

/** Further places beyond these are cut from a finding. */
export const MOST_RELATED = 40

export interface Detail {
  readonly at: Spot
  /** A few words under the marked text: 'runs when the page loads'. */
  readonly note?: Text
  /** Further places, each with what it shows; the first `MOST_RELATED` are kept. */
  readonly related?: readonly { readonly at: Spot; readonly note?: Text }[]
  /** Default: 'violation'. */
  readonly verdict?: Verdict
  readonly severity?: Severity
  readonly confidence?: Confidence
  /** A subset of the rule's clauses when not all of them are meant. */
  readonly clauses?: readonly string[]
  /** Fills the message's placeholders; a Text where the languages differ. */
  readonly data?: Readonly<Record<string, string | Text>>
  readonly witness?: {
    readonly kind: 'call-path' | 'flow' | 'steps'
    /** The pass of the run and the move in it that shows the fault: with them it can be played again. */
    readonly pass?: string
    readonly move?: number
    readonly steps: readonly { readonly text: Text; readonly at?: Spot; readonly attachment?: string }[]
  }
  /** Steps of a run that showed what `witness` says of the code: the finding then has both. */
  readonly played?: Detail['witness']
  readonly fix?: Fix
}
export type Report<M extends string> = (message: M, detail: Detail) => void

export interface Meta<N extends Need, W extends Need, M extends string> {
  /** Clause ids of either platform; only those of the program's own platform are cited. `later/…` beside them, never alone unless the demand is newer than the seeds. */
  readonly clauses: readonly string[]
  /** Evidence without which the rule cannot run. */
  readonly needs: readonly N[]
  /** Evidence that it uses when there is some. */
  readonly wants?: readonly W[]
  /** Month the rule came in, YYYY-MM. */
  readonly since: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly platforms?: readonly Platform[]
  /** True when a pass of this rule does not settle its clauses (one aspect of many): the clause then stays not-checked unless another rule settles it. */
  readonly partial?: boolean
  readonly messages: Readonly<Record<M, Message>>
}

/** 'inapplicable': nothing in the program that the clause speaks of. {notChecked}: there was, but it could not be understood. */
// biome-ignore lint/suspicious/noConfusingVoidType: a rule that ends without a word has nothing to say
export type Said = undefined | void | 'inapplicable' | { readonly notChecked: Text }

export type Evidence<N extends Need, W extends Need> = { readonly [K in N]: EvidenceMap[K] } & { readonly [K in W]?: EvidenceMap[K] }

export interface Rule<N extends Need = Need, W extends Need = Need, M extends string = string> {
  readonly meta: Meta<N, W, M>
  // biome-ignore lint/suspicious/noExplicitAny: rules of all shapes stand in one table
  readonly judge: (evidence: any, report: any) => Said
}

export const rule = <const N extends Need, const W extends Need = never, const M extends string = string>(
  meta: Meta<N, W, M>,
  judge: (evidence: Evidence<N, W>, report: Report<M>) => Said,
): Rule<N, W, M> => ({ meta, judge })

/** A small in-memory program with what must be found in it. Files of the platform's usual names; app.json is made up when left out. */
export interface Example {
  readonly name: Text
  /** Default: by the templates' suffix. */
  readonly platform?: Platform
  readonly files: Readonly<Record<string, string>>
  readonly listing?: Readonly<Record<string, unknown>>
  /** What a run of it showed, for rules that need one: sketchRun(…). */
  readonly run?: RunEvidence
  /** What was seen in its pictures: sketchPictures(…). */
  readonly pictures?: PictureEvidence
  /** What a language model said of it, for the rule that passes that on. */
  readonly aide?: AideEvidence
  /** Empty: the rule must stay silent (a passing twin). `excerpt` is the exact source text that must be pointed at. */
  readonly expect: readonly {
    readonly message: string
    readonly file?: string
    readonly excerpt?: string
    readonly listing?: string
    /** A place on a page of a run: its route, perhaps the element. */
    readonly page?: string
    readonly selector?: string
    readonly verdict?: Verdict
  }[]
}
