/** The same as seen in a run: somebody signed in, signed out, and was still in. */
import {
  type CallRecord,
  type Detail,
  type Interpretation,
  lacksAnswers,
  type Move,
  type Pass,
  type ProgramModel,
  pageWords,
  type RunEvidence,
  screenAfter,
  screenBefore,
  stackSpots,
  stepsWitness,
  tappedSpots,
  trusted,
} from '../kit.ts'

/** Words that do not tell who one is: clocks, numbers. */
const told = (words: readonly string[]): string => words.filter((text) => !/^[\d:.,%¥￥ -]*$/.test(text)).join('|')

export interface StillIn {
  readonly data: Readonly<Record<string, string>>
  readonly detail: Detail
}

function stillIn(program: ProgramModel, interpretation: Interpretation, pass: Pass): StillIn | null {
  const at = pass.moves.findIndex(({ purpose, step, done }) => purpose === 'log-out' && step.do === 'tap' && done)
  const move = pass.moves[at]
  const here = move && screenBefore(pass, move)
  if (!move || !here?.state.route || lacksAnswers(pass, move)) return null
  const { route } = here.state
  let end = at
  while (
    pass.moves[end + 1]?.purpose === 'log-out' ||
    pass.moves[end + 1]?.purpose === 'logged-out' ||
    pass.moves[end + 1]?.purpose === 'answer'
  )
    end += 1
  const last = pass.moves[end]
  const records = pass.records.slice(move.from, last?.to ?? move.to)
  // A dialog that was not agreed to leaves everything as it was.
  if (records.some((record) => record.kind === 'prompt-closed' && record.choice === 'cancel')) return null
  if (!last || !pass.moves.slice(at, end + 1).some(({ purpose }) => purpose === 'logged-out')) return null
  const login = pass.moves.findIndex(({ purpose }) => purpose === 'log-in')
  const guest = pass.moves
    .slice(0, Math.max(0, login))
    .map((one: Move) => screenAfter(pass, one))
    .findLast((screen) => screen?.state.route === route)
  const seen = screenAfter(pass, last)
  if (!guest || seen?.state.route !== route || seen.state.blank) return null
  const [before, inside, after] = [told(pageWords(guest)), told(pageWords(here)), told(pageWords(seen))]
  // Somebody who is in sees another page than a guest, and still sees it. On other pages too much else may have changed.
  if (before === inside || after !== inside) return null
  const writes = records.filter(
    (record): record is CallRecord => record.kind === 'call' && /^(?:set|remove|clear)Storage(?:Sync)?$/.test(record.api),
  )
  const spots = tappedSpots(program, interpretation, pass, move)
  const text = 'text' in move.step ? move.step.text : ''
  return {
    data: { text },
    detail: {
      ...spots,
      related: [
        ...spots.related,
        ...writes.flatMap((record) => stackSpots(program, record).slice(0, 2)).map((span) => ({ at: span })),
      ].slice(0, 8),
      verdict: 'violation',
      confidence: 'high',
      witness: stepsWitness(pass, last, {
        zh: `退出之后页面仍是登录的样子：“${pageWords(seen).slice(0, 3).join('、')}”`,
        en: `after signing out the page is still that of somebody signed in: “${pageWords(seen).slice(0, 3).join(', ')}”`,
      }),
    },
  }
}

export const stillSignedIn = (program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly StillIn[] =>
  trusted(run)
    .filter(({ kind, profile }) => kind === 'people' && profile === 'accept-all')
    .flatMap((pass) => stillIn(program, interpretation, pass) ?? [])
