/** Playing that a run showed: sound or film began although nobody touched anything for it. */
import {
  type Detail,
  type Interpretation,
  journey,
  lacksAnswers,
  type MediaRecord,
  moveOf,
  natural,
  type Pass,
  type ProgramModel,
  pageAt,
  type RunEvidence,
  recordSpot,
  recordsIn,
  recordsOf,
  type Spot,
  stepsWitness,
  tagSpan,
  trusted,
  unaskedIn,
  unitsOn,
} from '../kit.ts'

export interface Playing {
  readonly message: 'player-autoplay' | 'sound-started'
  readonly detail: Detail
}
/** A page that was opened for this by a tap may begin as it opens; after that it is nobody's wish. */
const ARRIVING = 1500

/** Somebody had started it before on the way: going on after an interruption, or with the next piece, is theirs. */
const startedBefore = (pass: Pass, record: MediaRecord): boolean => {
  const move = moveOf(pass, record)
  return (
    move !== null &&
    journey(pass, move).some((one) =>
      recordsOf(pass, one).some(
        (other) =>
          other.kind === 'media' &&
          other.id < record.id &&
          other.action === 'play' &&
          other.element === record.element &&
          !unaskedIn(other),
      ),
    )
  )
}
/** The element on the page that plays by itself. */
const playerAt = (program: ProgramModel, record: MediaRecord): Spot | null => {
  for (const unit of unitsOn(program, pageAt(program, record.page))) {
    const template = unit.template ? program.templates.get(unit.template) : undefined
    const element = template?.elements.find((one) => one.tag === record.element && one.attributes.some(({ name }) => name === 'autoplay'))
    if (template && element) return tagSpan(element, template.file)
  }
  return null
}

export const playingSeen = (program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly Playing[] => {
  const seen = new Map<string, Playing>()
  for (const pass of trusted(run))
    for (const record of recordsIn(pass, 'media')) {
      const move = moveOf(pass, record)
      if (
        record.action !== 'play' ||
        record.muted ||
        !unaskedIn(record) ||
        !move ||
        lacksAnswers(pass, move) ||
        startedBefore(pass, record)
      )
        continue
      const element = /^[a-z-]+$/.test(record.element)
      const call = element
        ? undefined
        : recordsIn(pass, 'call').findLast(
            (one) => one.id < record.id && record.at - one.at <= 50 && /\.(?:play|autoplay|src)=?$/.test(one.api),
          )
      const player = playerAt(program, record)
      const at: Spot = player ?? (call ? recordSpot(program, pass, call) : { page: record.page ?? '' })
      // the page was opened in order to hear or see this, by somebody who tapped on it
      const wished = !natural(program, interpretation, pass, move) && record.cause.sinceShow < ARRIVING
      // what comes after a tap on the same page, by way of a sound that had first to be loaded, may well be its answer
      const answers = move.step.do === 'tap' && !element
      const review = wished || answers || record.element === 'live-player'
      const key = JSON.stringify('file' in at ? [at.file, at.start] : at)
      if (seen.has(key) && (review || seen.get(key)!.detail.verdict !== 'review')) continue
      const late = (record.cause.sinceShow / 1000).toFixed(1)
      seen.set(key, {
        message: element ? 'player-autoplay' : 'sound-started',
        detail: {
          at,
          related: [...(record.page === null ? [] : [{ at: { page: record.page } }])],
          data: element ? { tag: record.element } : { api: call?.api ?? `${record.element}.play` },
          ...(review ? { verdict: 'review' as const, confidence: 'medium' as const } : {}),
          witness: stepsWitness(pass, move, {
            zh: `页面显示 ${late} 秒后自己开始播放`,
            en: `${late} s after the page showed, it plays by itself`,
          }),
        },
      })
    }
  return [...seen.values()]
}
