/** Jumps that a run showed: another mini program was opened, or would have been, with nobody's finger behind it. */
import {
  askedFirst,
  callsIn,
  type Detail,
  lacksAnswers,
  moveOf,
  type ProgramModel,
  type RunEvidence,
  recordSpot,
  type Spot,
  stepsWitness,
  trusted,
  unaskedIn,
} from '../kit.ts'

export const JUMPS = ['navigateToMiniProgram', 'openEmbeddedMiniProgram']

/** Milliseconds after which a jump is no longer what a tap asked for. */
const LATE = 1500

const pageOf = (page: string | null): Spot[] => (page === null ? [] : [{ page }])

export const jumpsSeen = (program: ProgramModel, run: RunEvidence): readonly Detail[] => {
  const seen = new Set<string>()
  return trusted(run).flatMap((pass) =>
    callsIn(pass, ...JUMPS).flatMap((call): Detail[] => {
      const move = moveOf(pass, call)
      // a tap of seconds ago asked for something else; on a slow line its answer may only just have come
      const tap = call.cause.tap === null ? pass.records.find((one) => one.id === call.cause.formerTap) : undefined
      const old = tap !== undefined && call.at - tap.at > LATE && pass.profile !== 'slow-4g'
      if (!move || !(unaskedIn(call) || old) || askedFirst(call) || lacksAnswers(pass, move)) return []
      const at = recordSpot(program, pass, call)
      const key = JSON.stringify('file' in at ? [at.file, at.start] : at)
      if (seen.has(key)) return []
      seen.add(key)
      const late = (call.cause.sinceShow / 1000).toFixed(1)
      return [
        {
          at,
          related: pageOf(call.page).map((one) => ({ at: one })),
          witness: stepsWitness(pass, move, {
            zh: `页面显示 ${late} 秒后，没有点按就打开其他小程序`,
            en: `${late} s after the page showed, another mini program is opened without a tap`,
          }),
        },
      ]
    }),
  )
}
