/** Moves that failed in a run: the address was put together as the program went, and no page answers to it. */
import {
  afterwards,
  type Detail,
  type Interpretation,
  natural,
  noticed,
  outcome,
  type ProgramModel,
  pageSpot,
  pretended,
  proven,
  type RunEvidence,
  recordSpot,
  screenBefore,
  stepsWitness,
  tappedSpots,
} from '../kit.ts'

export interface Failed {
  readonly message: 'missing' | 'tab-mismatch'
  readonly detail: Detail
}
const REASON = {
  tab: { zh: '它是标签页', en: 'it is a tab page' },
  page: { zh: '它不是标签页', en: 'it is no tab page' },
} as const

export const movesSeen = (program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly Failed[] => {
  const seen = new Set<string>()
  return proven(run).flatMap(({ pass, move }): Failed[] => {
    if (move.step.do === 'wait' || pretended(pass, move)) return []
    return outcome(pass, move).flatMap((record): Failed[] => {
      if (record.kind !== 'navigation' || record.ok) return []
      const missing = /is not found$/.test(record.why ?? '')
      const tab = /can not (?:navigateTo|redirectTo) a tabbar page|can not switch to no-tabBar page/.test(record.why ?? '')
      const route = record.to.split('?')[0]!
      if ((!missing && !tab) || /undefined|null|NaN|\[object|plugin[-:]|functional-page|:/.test(route) || seen.has(`${record.why}`))
        return []
      if (!natural(program, interpretation, pass, move)) return []
      seen.add(`${record.why}`)
      const tapped = move.step.do === 'tap'
      // somebody who falls back on another page, or says what is the matter, has dealt with it
      const dealt = noticed(pass, move)
      const spots = tapped ? tappedSpots(program, interpretation, pass, move) : null
      const reason = /switch/.test(record.why ?? '') ? REASON.page : REASON.tab
      return [
        {
          message: missing ? 'missing' : 'tab-mismatch',
          detail: {
            at: recordSpot(program, pass, record),
            related: spots ? [{ at: spots.at }, ...spots.related] : [{ at: pageSpot(pass, move, screenBefore(pass, move)?.state.route) }],
            data: missing ? { route } : { api: record.action, route, reason },
            ...(dealt || !tapped ? { verdict: 'review' as const, confidence: 'medium' as const } : {}),
            witness: stepsWitness(pass, afterwards(pass, move).at(-1) ?? move, {
              zh: missing ? `跳转失败：没有 ${route} 这一页` : `跳转失败：${route} 不能这样打开`,
              en: missing ? `the move fails: there is no page ${route}` : `the move fails: ${route} cannot be opened like this`,
            }),
          },
        },
      ]
    })
  })
}
