import {
  afterwards,
  natural,
  noticed,
  outcome,
  proven,
  recordSpot,
  rule,
  screenBefore,
  stepsWitness,
  tappedSpots,
  targetOf,
} from '../kit.ts'

/** A chain of pages that grows by one with every tap, until the platform allows no more and the tap does nothing. */
export default rule(
  {
    clauses: ['wx-op/11.3'],
    needs: ['program', 'interpretation', 'run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      'no-more-pages': {
        what: {
          zh: '一路点“{words}”会不断叠加页面，到第 {depth} 层之后点了没有反应',
          en: 'Tapping "{words}" again and again piles up pages; after {depth} of them the tap does nothing',
        },
        why: {
          zh: '页面栈最多十层。满了以后 navigateTo 会失败，而程序没有处理，用户就卡在这一页，要返回很多次才出得去。',
          en: 'The stack holds ten pages. Once it is full, navigateTo fails; the program does not notice, and people are stuck with ten pages behind them.',
        },
        fix: {
          zh: '同一类页面之间改用 redirectTo 或在原页刷新数据；navigateTo 失败时换用 redirectTo。',
          en: 'Between pages of a kind use redirectTo or change the data in place; where navigateTo fails, fall back on redirectTo.',
        },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const seen = new Set<string>()
    for (const { pass, move } of proven(run)) {
      if (move.step.do !== 'tap') continue
      const full = outcome(pass, move).find((record) => record.kind === 'navigation' && !record.ok && /count limit/.test(record.why ?? ''))
      if (!full || noticed(pass, move) || !natural(program, interpretation, pass, move)) continue
      const at = recordSpot(program, pass, full)
      const key = JSON.stringify('file' in at ? [at.file, at.start] : at)
      if (seen.has(key)) continue
      seen.add(key)
      const spots = tappedSpots(program, interpretation, pass, move)
      report('no-more-pages', {
        at,
        related: [{ at: spots.at }, ...spots.related],
        data: {
          words: targetOf(pass, move)?.text || move.step.text || '…',
          depth: `${screenBefore(pass, move)?.state.stack.length ?? 10}`,
        },
        witness: stepsWitness(pass, afterwards(pass, move).at(-1) ?? move, {
          zh: '跳转失败，页面没有任何变化',
          en: 'the move fails, and nothing on the page changes',
        }),
      })
    }
  },
)
