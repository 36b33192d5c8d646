/** Uploads that a run showed: with nobody's finger behind them, or of the same file over and over. */
import {
  askedFirst,
  type CallRecord,
  callsIn,
  type Detail,
  lacksAnswers,
  moveOf,
  type ProgramModel,
  type RunEvidence,
  recordSpot,
  screenAfter,
  stepsWitness,
  trusted,
  unaskedIn,
  wordsOn,
} from '../kit.ts'

export interface Upload {
  readonly message: 'uploaded-unasked' | 'uploaded-twice'
  readonly detail: Detail
}
const PICKED = /^(?:choose|CameraContext|RecorderManager|canvasToTempFilePath|MediaRecorder|button\.chooseAvatar)/
const SAYS = /上传|提交|发送|保存|同步|备份|upload/i

const fileOf = (call: CallRecord): string | null => {
  const args = call.args as { readonly filePath?: unknown; readonly url?: unknown; readonly name?: unknown } | null
  return typeof args?.filePath === 'string' ? `${args.filePath} ${String(args.url)} ${String(args.name)}` : null
}

export const uploadsSeen = (program: ProgramModel, run: RunEvidence, apis: readonly string[]): readonly Upload[] => {
  const out = new Map<string, Upload>()
  const keep = (key: string, one: Upload) => {
    const before = out.get(key)
    if (!before || (before.detail.verdict === 'review' && one.detail.verdict !== 'review')) out.set(key, one)
  }
  for (const pass of trusted(run)) {
    const calls = callsIn(pass, ...apis)
    for (const call of calls) {
      const move = moveOf(pass, call)
      if (!move || lacksAnswers(pass, move)) continue
      const at = recordSpot(program, pass, call)
      const key = JSON.stringify('file' in at ? [at.file, at.start] : at)
      // an upload whose own outcome, not a new tap, led to this one of the same file
      const earlier = calls.filter(
        (one) =>
          one.id < call.id &&
          fileOf(call) !== null &&
          fileOf(one) === fileOf(call) &&
          (one.cause.tap ?? one.cause.formerTap) === (call.cause.tap ?? call.cause.formerTap) &&
          one.view === call.view,
      )
      const repeated = call.cause.chain.includes(call.api) && earlier.length > 0
      if (repeated) {
        keep(`twice ${key}`, {
          message: 'uploaded-twice',
          detail: {
            at,
            // a second try after a failure is usual; it is the third that nobody asked for
            ...(earlier.length < 2 ? { verdict: 'review' as const } : { confidence: 'high' as const }),
            witness: stepsWitness(pass, move, {
              zh: `同一个文件第 ${earlier.length + 1} 次上传，没有新的点按`,
              en: `the same file goes up ${earlier.length + 1} times without another tap`,
            }),
          },
        })
        continue
      }
      if (!unaskedIn(call) || askedFirst(call) || call.cause.chain.some((name) => PICKED.test(name))) continue
      const told = SAYS.test(wordsOn(screenAfter(pass, move)))
      keep(`unasked ${key}`, {
        message: 'uploaded-unasked',
        detail: {
          at,
          ...(told ? { verdict: 'review' as const } : { confidence: 'high' as const }),
          witness: stepsWitness(pass, move, { zh: '没有操作就上传了文件', en: 'a file goes up without a touch' }),
        },
      })
    }
  }
  return [...out.values()]
}
