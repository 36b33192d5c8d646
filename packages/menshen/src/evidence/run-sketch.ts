/**
 * Runs written by hand, for the examples of rules: only what matters is said, the rest is filled in.
 *
 *   sketchRun(
 *     sketchPass({ profile: 'deny-all' },
 *       sketchMove({ do: 'open', route: 'pages/home/home', query: '' },
 *         { records: [call('getLocation', { at: 'pages/home/home.js:4', cause: onLoad, answer: 'fail auth deny' })], screen: { texts: ['附近的店'] } })))
 */
import type {
  CallRecord,
  Cause,
  ErrorRecord,
  Frame,
  Move,
  NavigationRecord,
  NetworkRecord,
  PageState,
  Pass,
  Plain,
  RunEvidence,
  RunRecord,
  Screen,
  ShownText,
  Step,
  Tappable,
} from './run.ts'

const box = { x: 0, y: 0, width: 100, height: 20 }

/** Nobody's doing: a lifecycle method, or what followed from one. */
export const lifecycle = (name: string, ...after: readonly string[]): Cause => ({
  kind: after.length > 0 ? 'timer' : 'lifecycle',
  name: after.at(-1) ?? name,
  tap: null,
  chain: [name, ...after],
  sinceShow: 0,
})
/** The doing of a tap; `tap` is the id of its record, 1 when left out. */
export const tapped = (tap = 1): Cause => ({ kind: 'tap', name: 'tap', tap, chain: ['tap'], sinceShow: 3000 })

/** 'pages/a/a.js:12' or 'pages/a/a.js:12:5'. */
const frameOf = (at: string): Frame => {
  const [, file = at, line = '1', column = '1'] = /^(.*?):(\d+)(?::(\d+))?$/.exec(at) ?? []
  return { file, line: Number(line), column: Number(column), name: '' }
}
const stackOf = (at: string | undefined): readonly Frame[] => (at ? [frameOf(at)] : [])

/** A record without what the pass fills in: id, time, page. */
export type Sketched<R extends RunRecord = RunRecord> = R extends RunRecord
  ? Omit<R, 'id' | 'at' | 'page' | 'view'> & { readonly id?: number; readonly at?: number; readonly page?: string; readonly view?: number }
  : never

/** A call; `answer` 'ok', or the message of its failure; `at` its place. */
export const call = (
  api: string,
  {
    at,
    cause = lifecycle('onLoad'),
    args = {},
    answer,
    by = 'profile',
    summary = {},
    ...rest
  }: {
    at?: string
    cause?: Cause
    args?: Plain
    answer?: string
    by?: string
    summary?: Plain
    scope?: string
    unimplemented?: boolean
    time?: number
    id?: number
  } = {},
): Sketched<CallRecord> => ({
  kind: 'call',
  api,
  args,
  stack: stackOf(at),
  cause,
  ...(rest.scope ? { scope: rest.scope } : {}),
  ...(rest.unimplemented ? { unimplemented: true } : {}),
  ...(rest.time === undefined ? {} : { at: rest.time }),
  ...(rest.id === undefined ? {} : { id: rest.id }),
  ...(answer === undefined ? {} : { answer: { ok: answer === 'ok', errMsg: `${api}:${answer}`, summary, at: rest.time ?? 0, by } }),
})
/** A mistake of the program, or of ours. */
export const thrown = (
  message: string,
  {
    at,
    cause = lifecycle('onLoad'),
    blame = 'program',
    where = 'onLoad',
  }: { at?: string; cause?: Cause; blame?: ErrorRecord['blame']; where?: string } = {},
): Sketched<ErrorRecord> => ({ kind: 'error', where, message, stack: stackOf(at), cause, blame })
export const went = (
  to: string,
  {
    at,
    cause = tapped(),
    ok = true,
    action = 'navigateTo',
    why,
  }: { at?: string; cause?: Cause; ok?: boolean; action?: string; why?: string } = {},
): Sketched<NavigationRecord> => ({ kind: 'navigation', action, from: null, to, ok, cause, stack: stackOf(at), ...(why ? { why } : {}) })
export const answered = (
  url: string,
  {
    source = 'responses',
    status = 200,
    method = 'GET',
    call = 0,
  }: { source?: NetworkRecord['source']; status?: number; method?: string; call?: number } = {},
): Sketched<NetworkRecord> => ({ kind: 'network', call, method, url, status, source, milliseconds: 5 })
/** A finger on something. */
export const finger = (text: string, handler: string | null = null, id?: number): Sketched => ({
  kind: 'event',
  type: 'tap',
  trusted: true,
  target: { tag: 'view', text, selector: `view{${text}}`, box, handler },
  ...(id === undefined ? {} : { id }),
})

export interface SketchedScreen {
  readonly route?: string
  readonly texts?: readonly (string | Partial<ShownText>)[]
  readonly tappables?: readonly (string | Partial<Tappable>)[]
  readonly state?: Partial<PageState>
  readonly image?: string
}
export interface SketchedMove {
  readonly step: Step
  readonly records?: readonly Sketched[]
  /** Null when nothing could be looked at; left out when nothing changed. */
  readonly screen?: SketchedScreen | null
  readonly purpose?: string
  readonly done?: boolean
  /** Milliseconds that it took. */
  readonly lasted?: number
}
export const sketchMove = (step: Step, rest: Omit<SketchedMove, 'step'> = {}): SketchedMove => ({ step, ...rest })

const stateOf = (sketch: SketchedScreen, before: Screen | null, route: string | null): PageState => {
  const texts = (sketch.texts ?? []).map((t, i): ShownText => {
    const own = typeof t === 'string' ? { text: t } : t
    return {
      text: '',
      box: { ...box, y: i * 30 },
      tag: 'text',
      size: 16,
      color: 'rgb(0, 0, 0)',
      background: 'rgb(255, 255, 255)',
      layer: 'page',
      ...own,
    }
  })
  const shown = sketch.route ?? route ?? before?.state.route ?? null
  return {
    route: shown,
    query: {},
    view: before ? before.state.view + (shown === before.state.route ? 0 : 1) : 1,
    title: '',
    stack: shown ? [shown] : [],
    tab: false,
    navigationStyle: 'default',
    text: texts,
    images: 0,
    brokenImages: 0,
    fields: 0,
    nodes: texts.length + 1,
    depth: 2,
    widest: texts.length,
    loading: false,
    prompts: [],
    scroll: { top: 0, height: 600, viewport: 600 },
    shape: `${shown}|${texts.map((t) => t.text).join('|')}`,
    blank: texts.length === 0,
    milliseconds: { loaded: 1, shown: 1, ready: 2 },
    embeds: [],
    ...sketch.state,
  }
}
const tappableOf = (sketch: string | Partial<Tappable>, i: number): Tappable => {
  const own = typeof sketch === 'string' ? { text: sketch } : sketch
  return {
    handle: i,
    tag: 'view',
    text: '',
    selector: `view{${own.text ?? i}}`,
    box: { ...box, y: i * 40 },
    layer: 'page',
    openType: null,
    handler: 'tap',
    disabled: false,
    onScreen: true,
    field: null,
    url: null,
    ...own,
  }
}

export interface SketchedPass {
  readonly kind?: Pass['kind']
  readonly profile?: string
  readonly server?: Pass['server']
  readonly storage?: Readonly<Record<string, string>>
}
/** A pass of moves; ids, times and screens follow from their order. */
export const sketchPass = (about: SketchedPass, ...moves: readonly SketchedMove[]): Pass => {
  const kind = about.kind ?? 'sweep'
  const profile = about.profile ?? 'accept-all'
  const server = about.server ?? 'responses'
  const records: RunRecord[] = []
  const screens: Screen[] = []
  const made: Move[] = []
  let at = 0
  let screen: Screen | null = null
  for (const move of moves) {
    const from = records.length
    const route = move.step.do === 'open' ? move.step.route : null
    const page = move.screen?.route ?? route ?? screen?.state.route ?? null
    const began = at
    for (const record of move.records ?? []) {
      at = Math.max(at + 10, record.at ?? 0)
      records.push({
        page,
        view: screen?.state.view ?? 1,
        ...record,
        id: record.id ?? records.length + 1,
        at: record.at ?? at,
      } as RunRecord)
    }
    at += move.lasted ?? 300
    const before: number | null = screen?.id ?? null
    if (move.screen !== undefined && move.screen !== null) {
      const next: Screen = {
        id: screens.length + 1,
        at,
        image: move.screen.image ?? null,
        state: stateOf(move.screen, screen, route),
        tappables: (move.screen.tappables ?? []).map(tappableOf),
        step: move.step,
        from: before,
      }
      screens.push(next)
      screen = next
    }
    const after: number | null = move.screen === null ? null : (screen?.id ?? null)
    made.push({
      step: move.step,
      from,
      to: records.length,
      before,
      after,
      at: began,
      until: at,
      done: move.done ?? true,
      purpose: move.purpose ?? move.step.do,
    })
  }
  return {
    id: `${kind}/${profile}/${server}`,
    kind,
    profile,
    server,
    seed: 1,
    records,
    screens,
    steps: made.map((move) => move.step),
    moves: made,
    storage: about.storage ?? {},
    isolation: { network: 'own namespace', user: 'unprivileged', sandbox: true, notes: [] },
    incomplete: [],
  }
}
export const sketchRun = (...passes: readonly Pass[]): RunEvidence => ({
  format: 'menshen-run/1',
  seed: 1,
  now: 1_767_571_200_000,
  passes,
  reached: [...new Set(passes.flatMap((pass) => pass.screens.flatMap((screen) => screen.state.route ?? [])))],
  incomplete: [],
  answersGiven: passes.some((pass) => pass.server === 'responses'),
  isolation: passes[0]?.isolation ?? null,
})
