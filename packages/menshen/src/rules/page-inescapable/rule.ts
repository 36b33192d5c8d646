import {
  afterwards,
  type Move,
  type NavigationRecord,
  outcome,
  type Pass,
  pageAt,
  recordSpot,
  rule,
  screenAfter,
  screenBefore,
  stepsWitness,
  trusted,
  unprompted,
} from '../kit.ts'

const routeIn = (url: string) => url.split('?')[0]!
const LEAVING = new Set(['onUnload', 'onHide', 'detached'])

interface Return {
  readonly pass: Pass
  readonly move: Move
  readonly record: NavigationRecord
  readonly page: string
  /** Whoever went back was brought there again; not only seen in the code's own leaving. */
  readonly byBack: boolean
}

/** A page that opens again as soon as it is left: there is no way back. */
export default rule(
  {
    clauses: ['wx-op/11.3'],
    needs: ['program', 'run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      'opens-again': {
        what: { zh: '从 {page} 返回后，它又自己打开，退不出去', en: '{page} opens again by itself when it is left; there is no way back' },
        why: {
          zh: '返回键应当离开这一页。离开后又被自动带回来，用户被困在里面，属于“无法返回、无法退出”。',
          en: 'The back key has to leave the page. Being brought back again and again means that people cannot get out.',
        },
        fix: {
          zh: '去掉离开时的自动跳转；要提醒未完成的内容，就在离开之前问一次，并尊重用户的选择。',
          en: 'Take out the jump on leaving; to warn of unfinished work, ask once before leaving and keep to the answer.',
        },
      },
    },
  },
  ({ program, run }, report) => {
    const returns = trusted(run).flatMap((pass) =>
      pass.moves.flatMap((move): Return[] => {
        if (move.step.do === 'wait') return []
        const left = screenBefore(pass, move)?.state.route
        if (!left) return []
        const back = move.step.do === 'back'
        return outcome(pass, move).flatMap((record): Return[] => {
          if (record.kind !== 'navigation' || !record.ok || !unprompted(record) || record.action === 'launch') return []
          const to = routeIn(record.to)
          const first = record.cause.chain[0] ?? ''
          // the page's own leaving calls for it; the code that does so is its own
          const own = LEAVING.has(first) && record.stack.some((frame) => frame.file === pageAt(program, to)?.script)
          if (!(back && to === left) && !own) return []
          if (back && screenAfter(pass, afterwards(pass, move).at(-1) ?? move)?.state.route !== to) return []
          return [{ pass, move, record, page: to, byBack: back && to === left }]
        })
      }),
    )
    for (const page of new Set(returns.map((one) => one.page))) {
      const all = returns.filter((one) => one.page === page)
      const first = all.find((one) => one.byBack) ?? all[0]!
      // once may be a question that was asked; each time is a trap
      const sure = all.length > 1
      report('opens-again', {
        at: recordSpot(program, first.pass, first.record),
        data: { page },
        ...(sure ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        witness: stepsWitness(first.pass, afterwards(first.pass, first.move).at(-1) ?? first.move, {
          zh: `${page} 又打开了`,
          en: `${page} is open again`,
        }),
      })
    }
  },
)
