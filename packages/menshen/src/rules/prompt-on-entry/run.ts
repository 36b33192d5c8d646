/** The same as seen in a run: a question of the platform's stood on the screen, and nobody had touched anything. */
import {
  asksIn,
  behind,
  calledAt,
  type Detail,
  formerly,
  journey,
  moveOf,
  type Pass,
  type ProgramModel,
  pageSpot,
  type RunEvidence,
  stepsWitness,
  THING_TEXT,
  thingsIn,
  trusted,
  unansweredBefore,
} from '../kit.ts'

/** Things that people pick in a sheet which opens for them: pictures and codes say less about them than an address does. */
const PICTURES = new Set(['chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile', 'scanCode'])
const AGREED = /同意|授权|允许|知道|开启|继续/

export interface UnaskedPrompt {
  readonly api: string
  readonly picker: boolean
  readonly place: boolean
  readonly data: Readonly<Record<string, string | { readonly zh: string; readonly en: string }>>
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>
}

/** Words about the thing that were agreed to since the page was opened. */
const agreedSince = (pass: Pass, moves: ReturnType<typeof journey>, thing: string, before: number): boolean => {
  const first = moves[0]?.from ?? 0
  return (
    asksIn(pass).some((one) => one.own && one.answer === 'yes' && one.thing === thing && one.index >= first && one.index < before) ||
    moves.some(({ step }) => step.do === 'tap' && AGREED.test(step.text) && (thingsIn(step.text) as readonly string[]).includes(thing))
  )
}

export const unaskedPrompts = (program: ProgramModel, run: RunEvidence): readonly UnaskedPrompt[] => {
  const out: UnaskedPrompt[] = []
  const told = new Set<string>()
  for (const pass of trusted(run)) {
    const asks = asksIn(pass)
    for (const ask of asks) {
      const { call, prompt, thing } = ask
      if (ask.own || !prompt || behind(pass, call) !== 'nobody') continue
      const move = moveOf(pass, call)
      if (!move || unansweredBefore(pass, move, call)) continue
      // A slow answer to a tap is still that tap's doing, unless another page has come since.
      const former = formerly(pass, call)
      if (former && call.cause.ended === 'time') continue
      if (former?.kind === 'prompt-closed' && former.choice === 'confirm') continue
      // Asked again after a no is another rule's.
      if (asks.some((one) => one.index < ask.index && one.thing === thing && one.answer === 'no')) continue
      if (agreedSince(pass, journey(pass, move), thing, ask.index)) continue
      const place = calledAt(program, call, pageSpot(pass, move, call.page))
      const key = `${call.api} ${JSON.stringify(place.at)}`
      if (told.has(key)) continue
      told.add(key)
      const picture = PICTURES.has(call.api)
      const api = `${program.platform === 'douyin' ? 'tt' : 'wx'}.${call.api}`
      out.push({
        api,
        picker: picture || call.api.startsWith('choose'),
        place: thing === 'location',
        data: { api, thing: THING_TEXT[thing] },
        detail: {
          ...place,
          verdict: picture && program.platform === 'wechat' ? 'review' : 'violation',
          confidence: 'high',
          witness: stepsWitness(pass, move, {
            zh: `没有人点按，${call.page ?? ''} 上弹出“${prompt.title}”（${api}）`,
            en: `nobody tapped, and “${prompt.title}” came up on ${call.page ?? 'the page'} (${api})`,
          }),
        },
      })
    }
  }
  return out
}
