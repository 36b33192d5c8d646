/** The same as seen in a run: something went out in the user's name, and nobody had said so. */
import {
  behind,
  type CallRecord,
  calledAt,
  callsIn,
  type Detail,
  formerly,
  moveOf,
  optionOf,
  type Pass,
  type ProgramModel,
  pageSpot,
  type RunEvidence,
  stepsWitness,
  trusted,
  unansweredBefore,
} from '../kit.ts'
import { PUBLISH_LABEL, PUBLISHES, READS, TEXT_KEY } from './signs.ts'

/** The words that a call carries, by key. */
const wordsOf = (call: CallRecord): readonly string[] => {
  const { args } = call
  const data = args !== null && typeof args === 'object' && !Array.isArray(args) ? (args as Readonly<Record<string, unknown>>).data : null
  return data !== null && typeof data === 'object'
    ? Object.entries(data).flatMap(([key, value]) =>
        TEXT_KEY.test(key) && typeof value === 'string' && value.trim().length > 1 ? [value] : [],
      )
    : []
}
const typedIn = (pass: Pass): readonly string[] =>
  pass.moves.flatMap(({ step }) => (step.do === 'input' && step.value.length > 1 ? [step.value] : []))

export function postedIn(
  program: ProgramModel,
  run: RunEvidence,
): readonly Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>[] {
  const found = new Map<string, Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>>()
  for (const pass of trusted(run)) {
    const typed = typedIn(pass)
    for (const call of callsIn(pass, 'request', 'cloud.callFunction', 'cloud.callContainer', 'cloud.database.add')) {
      const where = [optionOf(call, 'url').replace(/^https?:\/\/[^/]+/, ''), optionOf(call, 'name')].find((one) => PUBLISHES.test(one))
      if (where === undefined || READS.test(where.replace(PUBLISHES, ''))) continue
      if (call.api === 'request' && !/post|put/i.test(optionOf(call, 'method'))) continue
      const words = wordsOf(call)
      const move = moveOf(pass, call)
      if (behind(pass, call) !== 'nobody' || words.length === 0 || !move || unansweredBefore(pass, move, call)) continue
      // What somebody wrote and sent, however late it goes, is their own word.
      const former = formerly(pass, call)
      if (former?.kind === 'prompt-closed' && former.choice === 'confirm') continue
      // A slow server is no decision of the program's; a timer is.
      if (former && call.cause.ended === 'time' && !call.cause.chain.some((link) => /^set(?:Timeout|Interval)/.test(link))) continue
      if (former?.kind === 'event' && PUBLISH_LABEL.test(former.target?.text ?? '')) continue
      if (words.some((word) => typed.some((value) => word.includes(value)))) continue
      const place = calledAt(program, call, pageSpot(pass, move, call.page))
      const key = JSON.stringify(place.at)
      if (found.has(key)) continue
      found.set(key, {
        ...place,
        verdict: 'violation',
        confidence: 'high',
        witness: stepsWitness(pass, move, {
          zh: `没有人点发布，却发出了“${words[0]!.slice(0, 40)}”`,
          en: `nobody asked for it, and “${words[0]!.slice(0, 40)}” was published`,
        }),
      })
    }
  }
  return [...found.values()]
}
