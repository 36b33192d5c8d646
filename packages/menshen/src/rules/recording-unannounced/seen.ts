/** Recording that a run showed: it began with no finger behind it. */
import {
  afterwards,
  askedFirst,
  callsIn,
  type Detail,
  type Interpretation,
  lacksAnswers,
  moveOf,
  natural,
  type ProgramModel,
  type RunEvidence,
  recordSpot,
  screenAfter,
  stepsWitness,
  trusted,
  unaskedIn,
  wordsOn,
} from '../kit.ts'

const SHOWN = /录音中|正在录|录制中|正在听|正在收音|聆听中|recording/i

export const recordingSeen = (
  program: ProgramModel,
  interpretation: Interpretation,
  run: RunEvidence,
  apis: readonly string[],
): readonly (Detail & { readonly data: { readonly api: string } })[] => {
  const seen = new Set<string>()
  return trusted(run).flatMap((pass) =>
    callsIn(pass, ...apis).flatMap((call) => {
      const move = moveOf(pass, call)
      if (!move || call.answer?.ok === false || !unaskedIn(call) || askedFirst(call) || lacksAnswers(pass, move)) return []
      const at = recordSpot(program, pass, call)
      const key = JSON.stringify('file' in at ? [at.file, at.start] : at)
      if (seen.has(key)) return []
      seen.add(key)
      const last = afterwards(pass, move).at(-1) ?? move
      const said = [move, last].some((one) => SHOWN.test(wordsOn(screenAfter(pass, one), 'page')))
      // a recording page that somebody tapped to open, and that says what it does
      const review = said && !natural(program, interpretation, pass, move)
      const ns = program.platform === 'douyin' ? 'tt' : 'wx'
      return [
        {
          at,
          related: call.page === null ? [] : [{ at: { page: call.page } }],
          data: { api: `${ns}.${call.api}` },
          confidence: said ? ('medium' as const) : ('high' as const),
          ...(review ? { verdict: 'review' as const } : {}),
          witness: stepsWitness(pass, move, {
            zh: said ? '没有操作就开始录音' : '没有操作就开始录音，屏幕上也没有提示',
            en: said ? 'recording begins without a touch' : 'recording begins without a touch, and nothing on the screen says so',
          }),
        },
      ]
    }),
  )
}
