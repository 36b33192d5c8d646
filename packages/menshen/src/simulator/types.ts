/**
 * What goes into a simulated run and what comes out of it. Plain data only: the page side, the build step, the driver
 * and the rules all meet here, and a saved run can be judged again without a browser.
 */
import type { Platform } from '../program/types.ts'

// ---- the built program ----------------------------------------------------------------------------------------

/** A page or component, ready to be registered with the component framework. Paths have no program root. */
export interface BuiltUnit {
  readonly base: string
  readonly kind: 'page' | 'component'
  /** Component tags and the unit each one stands for. */
  readonly using: Readonly<Record<string, string>>
  /** Tags whose code is not in the program, with the reference as written (a plugin, an extension, a missing file). */
  readonly absent: Readonly<Record<string, string>>
  /** Generic slots and the unit used when the parent names none. */
  readonly generics: Readonly<Record<string, string | true>>
  readonly placeholders: Readonly<Record<string, string>>
  /** The unit's own configuration with theme variables resolved, as JSON. */
  readonly config: Readonly<Record<string, unknown>>
  readonly script: string | null
  readonly template: boolean
  /** Prefix of the unit's class names, when its styles are its own. */
  readonly scope: string | null
  readonly isolation: string
  readonly package: string
}

/** Everything the page side needs to know before any program code runs; JSON. */
export interface Manifest {
  readonly platform: Platform
  readonly name: string
  /** Folder prefix that turns a path of the manifest into a path of the program model. */
  readonly root: string
  readonly home: string
  readonly pages: readonly string[]
  readonly app: Readonly<Record<string, unknown>>
  readonly appScript: string | null
  readonly ext: Readonly<Record<string, unknown>>
  readonly units: Readonly<Record<string, BuiltUnit>>
  /** CSS by unit base; '' is the app's. */
  readonly styles: Readonly<Record<string, string>>
  readonly subpackages: readonly { readonly root: string; readonly name: string | null; readonly independent: boolean }[]
  readonly tabBar: { readonly custom: boolean; readonly unit: string | null }
}

export interface BuildProblem {
  readonly file: string
  readonly line: number
  readonly message: string
  /** True when the unit can not be shown because of this. */
  readonly fatal: boolean
}

export interface Built {
  readonly manifest: Manifest
  /** Program scripts by path, as CommonJS with true line numbers. */
  readonly scripts: ReadonlyMap<string, { readonly code: string; readonly strict: boolean }>
  /** One JavaScript expression: the compiled templates by path. */
  readonly templates: string
  /** A file of the package by its path without root. */
  readonly asset: (path: string) => Uint8Array | undefined
  readonly problems: readonly BuildProblem[]
}

// ---- profiles -------------------------------------------------------------------------------------------------

/** How a question is answered: at once by the profile, or left on the screen for whoever drives. */
export type Answer = 'allow' | 'deny' | 'hand'
/** One answer for good, or one after another: each question uses a list up from the front, and its last stays. */
export type Answers = Answer | readonly Answer[]

export interface Profile {
  readonly id: string
  /** Operating system as programs see it. */
  readonly system: 'android' | 'ios' | 'devtools'
  readonly envVersion: 'develop' | 'trial' | 'release'
  readonly networkType: 'wifi' | '4g' | 'none'
  /** Milliseconds that every answered request takes. */
  readonly latency: number
  /** Days added to the clock. */
  readonly daysAhead: number
  readonly theme: 'light' | 'dark'
  /** Whether the account is logged in on the platform (Douyin asks otherwise). */
  readonly loggedIn: boolean
  /** Answers by API name, scope ('scope.userLocation'), 'button.getPhoneNumber'. */
  readonly answers: Readonly<Record<string, Answers>>
  /** What stands for every permission prompt that has no answer of its own. */
  readonly permissions: Answers
  /** Modal and action sheets. */
  readonly modals: Answer
  readonly payment: Answers
  /** Milliseconds a person would need before answering a prompt. */
  readonly answerDelay: number
}

// ---- the record -----------------------------------------------------------------------------------------------

export interface Frame {
  /** Path in the program model, root included. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly name: string
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Why a piece of program code ran. */
export interface Cause {
  readonly kind: 'launch' | 'lifecycle' | 'tap' | 'event' | 'timer' | 'callback' | 'answer' | 'none'
  /** 'onLoad', 'setTimeout', 'request.success', 'showModal:confirm', … */
  readonly name: string
  /** Record id of the tap, answer or key press that is still behind this; null when none is. */
  readonly tap: number | null
  /** Record id of the tap that began the chain, though it has since ended. */
  readonly formerTap?: number
  readonly ended?: 'page' | 'time'
  /** From the oldest link to the newest: ['onLoad', 'setTimeout', 'request.success']. */
  readonly chain: readonly string[]
  /** Milliseconds since the current page was last shown. */
  readonly sinceShow: number
}

export interface RecordBase {
  readonly id: number
  /** Milliseconds since launch on the page's clock. */
  readonly at: number
  /** Route on top when it happened. */
  readonly page: string | null
  /** Which opening of that page it was: routes can be on the stack twice. */
  readonly view: number
}

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

export interface CallRecord extends RecordBase {
  readonly kind: 'call'
  /** Without its platform prefix: 'getLocation', 'cloud.callFunction', 'button.getPhoneNumber'. */
  readonly api: string
  readonly args: Plain
  readonly stack: readonly Frame[]
  readonly cause: Cause
  /** No behaviour of ours stands behind it: never a proof against a program. */
  readonly unimplemented?: boolean
  /** Permission scope that it needs. */
  readonly scope?: string
  /** wx in a Douyin program and the like. */
  readonly alias?: string
  readonly answer?: { readonly ok: boolean; readonly errMsg: string; readonly summary: Plain; readonly at: number; readonly by: string }
}
export interface AnswerRecord extends RecordBase {
  readonly kind: 'answer'
  readonly call: number
  readonly ok: boolean
  readonly errMsg: string
  readonly summary: Plain
  /** 'system', 'profile', 'user', 'responses', 'synthesised', 'missing', 'denied'. */
  readonly by: string
}
export interface EventRecord extends RecordBase {
  readonly kind: 'event'
  readonly type: string
  readonly trusted: boolean
  readonly target: {
    readonly tag: string
    readonly text: string
    readonly selector: string
    readonly box: Box
    readonly handler: string | null
  } | null
}
export interface LifeRecord extends RecordBase {
  readonly kind: 'life'
  readonly name: string
  readonly of: 'app' | 'page'
  readonly args: Plain
  readonly result?: Plain
}
export interface NavigationRecord extends RecordBase {
  readonly kind: 'navigation'
  readonly action: string
  readonly from: string | null
  readonly to: string
  readonly ok: boolean
  readonly why?: string
  readonly cause: Cause
  readonly stack: readonly Frame[]
}
export interface ErrorRecord extends RecordBase {
  readonly kind: 'error'
  readonly where: string
  readonly message: string
  readonly stack: readonly Frame[]
  readonly cause: Cause
  /** A guess at whose fault it is; `simulator` errors are ours and never a program's. */
  readonly blame: 'program' | 'answer' | 'simulator'
}
export interface ConsoleRecord extends RecordBase {
  readonly kind: 'console'
  readonly level: string
  readonly text: string
}
export interface WarningRecord extends RecordBase {
  readonly kind: 'warning'
  readonly code: string
  readonly text: string
  readonly stack: readonly Frame[]
}
export interface StorageRecord extends RecordBase {
  readonly kind: 'storage'
  readonly action: 'set' | 'remove' | 'clear' | 'get'
  readonly key: string
  readonly value: Plain
}
export interface NetworkRecord extends RecordBase {
  readonly kind: 'network'
  /** Id of the call record. */
  readonly call: number
  readonly method: string
  readonly url: string
  readonly status: number
  readonly source: 'responses' | 'synthesised' | 'missing' | 'denied' | 'failing' | 'empty' | 'live'
  readonly pattern?: string
  readonly milliseconds: number
  /** Length of the answer's body. */
  readonly bytes?: number
}
export interface PromptRecord extends RecordBase {
  readonly kind: 'prompt'
  readonly prompt: number
  readonly sort: 'modal' | 'sheet' | 'permission' | 'payment' | 'panel' | 'toast' | 'loading' | 'profile'
  readonly api: string
  readonly title: string
  readonly text: string
  readonly buttons: readonly string[]
  readonly call: number | null
}
export interface PromptClosedRecord extends RecordBase {
  readonly kind: 'prompt-closed'
  readonly prompt: number
  readonly choice: string
  readonly by: 'profile' | 'user' | 'program' | 'page'
}
/** Something that happened to the browser around the program. */
export interface HostRecord extends RecordBase {
  readonly kind: 'host'
  readonly what: 'hang' | 'crash' | 'blocked-request' | 'popup' | 'dialog' | 'recreated' | 'limit' | 'forged'
  readonly detail: string
  readonly stack: readonly Frame[]
}
export interface MediaRecord extends RecordBase {
  readonly kind: 'media'
  /** 'video', 'audio', 'live-player', … */
  readonly element: string
  readonly action: 'play' | 'pause' | 'stop' | 'end'
  readonly auto: boolean
  readonly muted: boolean
  readonly src: string
  readonly cause: Cause
}

export type RunRecord =
  | CallRecord
  | AnswerRecord
  | EventRecord
  | LifeRecord
  | NavigationRecord
  | ErrorRecord
  | ConsoleRecord
  | WarningRecord
  | StorageRecord
  | NetworkRecord
  | PromptRecord
  | PromptClosedRecord
  | HostRecord
  | MediaRecord

// ---- what is on the screen ------------------------------------------------------------------------------------

/** Something a finger can do something with. */
export interface Tappable {
  /** Good until the next action. */
  readonly handle: number
  readonly tag: string
  readonly text: string
  /** Stable across runs of the same program: route-relative, built from tags, ids, classes and positions. */
  readonly selector: string
  readonly box: Box
  /** Where it lies: the page, a prompt on top, the navigation bar, the tab bar. */
  readonly layer: 'page' | 'prompt' | 'panel' | 'bar' | 'tab'
  readonly openType: string | null
  readonly handler: string | null
  readonly disabled: boolean
  readonly onScreen: boolean
  /** A field that takes text: its kind. */
  readonly field: 'text' | 'number' | 'digit' | 'idcard' | 'password' | 'nickname' | 'textarea' | null
  readonly url: string | null
  /** Something else lies over all of it, or it lets every touch through: a finger cannot reach it as it stands. Left out when it can. */
  readonly covered?: true
}

/** Why a finger did not get at something: it was gone, it lies where no scrolling brings it onto the screen, or something else lies over it. */
export type Missed = 'gone' | 'outside' | 'covered'

export interface ShownText {
  readonly text: string
  readonly box: Box
  readonly tag: string
  readonly size: number
  readonly color: string
  readonly background: string
  readonly layer: 'page' | 'prompt' | 'bar' | 'tab'
  /** Index into `pictures` of the state: it stands on that picture, with nothing solid between. */
  readonly over?: number
  /** The mean colour of that picture under the text and how much its lightness varies there (0 even, above 60 busy); left out where a picture could not be looked into. */
  readonly ground?: string
  readonly spread?: number
}
/** A picture as it is shown. */
export interface PictureShown {
  readonly selector: string
  /** As the page asks for it: '/__app/…' for a file of the package. */
  readonly source: string
  readonly box: Box
  /** Its own size, when it has come; a placeholder stands for pictures from elsewhere. */
  readonly natural: { readonly width: number; readonly height: number } | null
  /** How it fills its box: 'fill', 'contain', 'cover', 'none', or 'background'. */
  readonly fit: string
}
/** Something that stays in its place while the page scrolls. */
export interface FloatingPart {
  readonly selector: string
  readonly tag: string
  readonly box: Box
  readonly text: string
  readonly pictures: number
  /** Touches go through it. */
  readonly passes: boolean
  /** It moves by itself; where it stands at other times is seen on other screens. */
  readonly animated: boolean
}

export interface PageState {
  readonly route: string | null
  readonly query: Readonly<Record<string, string>>
  readonly view: number
  readonly title: string
  readonly stack: readonly string[]
  readonly tab: boolean
  readonly navigationStyle: string
  readonly text: readonly ShownText[]
  readonly images: number
  readonly brokenImages: number
  readonly fields: number
  readonly nodes: number
  readonly depth: number
  readonly widest: number
  readonly loading: boolean
  readonly prompts: readonly {
    readonly prompt: number
    readonly sort: string
    readonly title: string
    readonly text: string
    readonly buttons: readonly string[]
  }[]
  readonly scroll: { readonly top: number; readonly height: number; readonly viewport: number }
  /** Hash of the route and the shape of what is shown: the same for the same-looking state. */
  readonly shape: string
  /** Hash of the classes and styles that stand on what is shown: another one where only the look of something has changed. */
  readonly looks?: string
  /** Nothing a person could see: no text, picture, field, canvas or media. */
  readonly blank: boolean
  readonly milliseconds: { readonly loaded: number; readonly shown: number; readonly ready: number }
  readonly embeds: readonly { readonly tag: string; readonly source: string; readonly box: Box }[]
  /** What the page listens to of what a person can do around it: 'onShareAppMessage', 'onHide', 'onPullDownRefresh' … */
  readonly hears?: readonly string[]
  /** Fixed and sticky elements, at most 60, outermost ones only. */
  readonly floats?: readonly FloatingPart[]
  /** Pictures and painted backgrounds, at most 60. */
  readonly pictures?: readonly PictureShown[]
  /** What the program handed to its pages since the last look: how often, how much at once (characters as JSON), how much in all. */
  readonly work?: { readonly setData: number; readonly largest: number; readonly total: number }
  /** A layer of the program's own that lies over most of the page, so that what is under it cannot be reached. */
  readonly cover?: { readonly selector: string; readonly box: Box; readonly text: string } | null
}

export interface Screen {
  readonly id: number
  readonly at: number
  /** sha256 of the picture among the attachments, or null when none was taken. */
  readonly image: string | null
  readonly state: PageState
  /** What a finger could do there, when it was looked at. */
  readonly tappables?: readonly Tappable[]
  /** What was done to get here from the screen before. */
  readonly step: Step | null
  readonly from: number | null
}

/** One move of whoever drives; a list of them can be replayed. */
export type Step =
  | { readonly do: 'launch'; readonly path?: string; readonly query?: string; readonly scene?: number }
  | { readonly do: 'open'; readonly route: string; readonly query: string }
  | { readonly do: 'tap' | 'longpress'; readonly selector: string; readonly text: string }
  | { readonly do: 'input'; readonly selector: string; readonly value: string }
  | { readonly do: 'scroll'; readonly to: 'bottom' | 'top' | number }
  | { readonly do: 'back' | 'pull-down' | 'hide' | 'show' }
  | { readonly do: 'share'; readonly from: 'menu' | 'timeline' }
  | { readonly do: 'wait'; readonly milliseconds: number }
  | { readonly do: 'answer'; readonly button: string }

/** One pass over a program: its settings and all that was seen. */
export interface RunValue {
  readonly profile: string
  /**
   * Who answered: the answers that were given, those of the server after release, one that has nothing, one that fails,
   * nobody, the program's real server, or answers made up after the way in which the code reads them. The last are no
   * proof of anything: such a pass shows what pages look like that would else stay empty.
   */
  readonly server: 'responses' | 'after-release' | 'empty' | 'failing' | 'none' | 'live' | 'synthesised'
  readonly seed: number
  readonly records: readonly RunRecord[]
  readonly screens: readonly Screen[]
  readonly steps: readonly Step[]
  readonly storage: Readonly<Record<string, string>>
  readonly isolation: Isolation
  readonly incomplete: readonly string[]
}

/** How far the program was shut in. */
export interface Isolation {
  readonly network: 'own namespace' | 'blocked in the browser only'
  readonly user: 'unprivileged' | 'the caller' | 'root'
  readonly sandbox: boolean
  readonly notes: readonly string[]
}
