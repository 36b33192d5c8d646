/** The same as seen in a run: a profile was given, the next time it was refused, and it was still there. */
import {
  asksIn,
  type CallRecord,
  calledAt,
  type Detail,
  type Interpretation,
  moveOf,
  type Pass,
  type ProgramModel,
  pageSpot,
  pageWords,
  type RunEvidence,
  type RunRecord,
  settledAfter,
  stackSpots,
  stepsWitness,
  tappedSpots,
  trusted,
  unansweredBefore,
} from '../kit.ts'

const asText = (value: unknown): string => JSON.stringify(value) ?? ''
/** The name and the picture that were given, as they would be found again. */
const given = (call: CallRecord): readonly string[] => {
  const summary = call.answer?.summary
  const info =
    summary !== null && typeof summary === 'object' && !Array.isArray(summary)
      ? (summary as Readonly<Record<string, unknown>>).userInfo
      : null
  if (info === null || typeof info !== 'object') return []
  const { nickName, avatarUrl } = info as Readonly<Record<string, unknown>>
  return [nickName, avatarUrl].filter((one): one is string => typeof one === 'string' && one.length > 1)
}
/** Keys in storage that hold one of these. */
const holding = (records: readonly RunRecord[], words: readonly string[]): ReadonlyMap<string, RunRecord> => {
  const kept = new Map<string, RunRecord>()
  for (const record of records) {
    if (record.kind !== 'storage') continue
    if (record.action === 'clear') kept.clear()
    if (record.action === 'remove') kept.delete(record.key)
    if (record.action === 'set') {
      if (words.some((word) => asText(record.value).includes(word))) kept.set(record.key, record)
      else kept.delete(record.key)
    }
  }
  return kept
}

function keptIn(program: ProgramModel, interpretation: Interpretation, pass: Pass): Detail | null {
  const asks = asksIn(pass).filter(({ thing, own }) => thing === 'profile' && !own)
  const first = asks.find(({ answer, call }) => answer === 'yes' && given(call).length > 0)
  const refused = first && asks.find(({ answer, index }) => answer === 'no' && index > first.index)
  const move = refused && moveOf(pass, refused.call)
  if (!first || !refused || !move || unansweredBefore(pass, move, refused.call)) return null
  const words = given(first.call)
  const { last, screen } = settledAfter(pass, move)
  const kept = holding(pass.records.slice(0, last.to), words)
  if (kept.size === 0) return null
  const shown = pageWords(screen).find((text) => words.some((word) => text.includes(word)))
  const sent = pass.records
    .slice(last.to)
    .find(
      (record): record is CallRecord =>
        record.kind === 'call' && record.api === 'request' && words.some((word) => asText(record.args).includes(word)),
    )
  const place =
    refused.call.stack.length > 0
      ? calledAt(program, refused.call, pageSpot(pass, last, refused.call.page))
      : tappedSpots(program, interpretation, pass, move)
  const writes = pass.records.filter(
    (record): record is CallRecord =>
      record.kind === 'call' && /^setStorage/.test(record.api) && words.some((word) => asText(record.args).includes(word)),
  )
  const keys = [...kept.keys()].slice(0, 3).join('、')
  return {
    ...place,
    related: [
      ...(place.related ?? []),
      ...[...writes.slice(0, 1), ...(sent ? [sent] : [])]
        .flatMap((record) => stackSpots(program, record).slice(0, 2))
        .map((at) => ({ at })),
    ],
    verdict: 'violation',
    confidence: 'high',
    witness: stepsWitness(pass, last, {
      zh: `拒绝之后，缓存 ${keys} 里还留着头像昵称${shown ? `，页面上也还显示“${shown}”` : ''}${sent ? '，之后又发了出去' : ''}`,
      en: `after the refusal storage (${keys}) still holds the profile${shown ? `, the page still shows “${shown}”` : ''}${sent ? ', and it is sent again' : ''}`,
    }),
  }
}

export const profileKept = (program: ProgramModel, interpretation: Interpretation, run: RunEvidence): Detail | null => {
  for (const pass of trusted(run)) {
    const found = keptIn(program, interpretation, pass)
    if (found) return found
  }
  return null
}
