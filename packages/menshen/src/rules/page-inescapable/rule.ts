import {
  afterwards,
  callPath,
  type Interpretation,
  joined,
  type Move,
  type NavigationRecord,
  outcome,
  type Pass,
  type ProgramModel,
  pageAt,
  pageFile,
  type Report,
  recordSpot,
  routeOf,
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
    needs: ['program', 'interpretation'],
    wants: ['run'],
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
      'no-back': {
        what: { zh: '{page} 去掉了导航栏，左上角没有返回', en: '{page} has no navigation bar, and nothing at its top left leads back' },
        why: {
          zh: '从别的页面点进来以后，屏幕上找不到返回的地方；没有手势返回的手机就退不出去。',
          en: 'Whoever came from another page finds no way back on the screen; a telephone without a back gesture is stuck.',
        },
        fix: { zh: '在左上角放一个返回按钮，或用默认的导航栏。', en: 'Put a back button at the top left, or keep the default bar.' },
      },
      circle: {
        what: { zh: '{page} 和 {other} 一打开就互相跳转，停不下来', en: '{page} and {other} send each other on as soon as they open' },
        why: {
          zh: '页面不断切换，什么也做不了，也回不去。',
          en: 'The screen changes all the time; nothing can be done and there is no way back.',
        },
        fix: { zh: '给自动跳转加上条件，或去掉其中一个。', en: 'Put a condition on the jump, or take one of the two out.' },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const { say, show, done } = joined(program, tell)
    inCode(program, interpretation, say)
    if (!run) return done()
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
      show('opens-again', {
        at: recordSpot(program, first.pass, first.record),
        data: { page },
        ...(sure ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        witness: stepsWitness(first.pass, afterwards(first.pass, first.move).at(-1) ?? first.move, {
          zh: `${page} 又打开了`,
          en: `${page} is open again`,
        }),
      })
    }

    // a bar of the page's own, with nothing where people look for the way back
    const bare = new Set<string>()
    for (const pass of trusted(run))
      for (const move of pass.moves) {
        const screen = screenAfter(pass, move)
        const page = screen?.state.route
        if (!screen || !page || move.step.do !== 'wait' || bare.has(page) || screen.state.prompts.length > 0) continue
        if (screen.state.navigationStyle !== 'custom' || screen.state.tab || screen.state.stack.length < 2 || screen.state.blank) continue
        const back = (screen.tappables ?? []).some(
          (one) =>
            (one.layer === 'page' && one.onScreen && one.box.y < 110 && one.box.x < 130) ||
            /返回|首页|关闭|取消|退出|[×✕‹<←]/.test(one.text) ||
            (one.layer === 'page' && one.url !== null),
        )
        // pages of a film or a map are left by a gesture, and pictures of a back key are not told from other pictures
        if (back || screen.state.embeds.length > 0) continue
        bare.add(page)
        show('no-back', {
          at: pageFile(program, page, { page }),
          data: { page },
          verdict: 'review',
          severity: 'warning',
          confidence: 'low',
          witness: stepsWitness(pass, move),
        })
      }
    done()
  },
)

const FORWARD = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab'] as const
/** Pages that open themselves as they are left, and pages that send each other on as soon as they open. */
function inCode(program: ProgramModel, interpretation: Interpretation, say: Report<'opens-again' | 'circle'>): void {
  const moves = interpretation.callsOf(...FORWARD).flatMap((call) =>
    call.contexts.flatMap((context) => {
      const url = context.args[0]?.get('url')
      if (context.root.unit.kind !== 'page' || !url || url.open || url.constants.length !== 1) return []
      const to = routeOf(program, context.root.unit, String(url.constants[0]).split('?')[0]!)
      // What a dialog or an answer led to is not the page's own doing.
      return to === null || context.after.length > 0 ? [] : [{ call, context, from: context.root.unit.base, to }]
    }),
  )
  for (const { call, context, from, to } of moves)
    if (context.root.kind === 'unload' && context.root.name === 'onUnload' && to === from) {
      const sure = context.guards.length === 0
      say('opens-again', {
        at: call.nameAt,
        data: { page: from.slice(program.root.length) },
        ...callPath(call, context),
        ...(sure ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
      })
    }
  const entering = moves.filter(({ context }) => context.root.kind === 'lifecycle' && context.guards.length === 0)
  const said = new Set<string>()
  for (const one of entering) {
    const back = entering.find((other) => other.from === one.to && other.to === one.from)
    if (!back || said.has(one.from)) continue
    said.add(one.from)
    said.add(one.to)
    say('circle', {
      at: one.call.nameAt,
      data: { page: one.from.slice(program.root.length), other: one.to.slice(program.root.length) },
      ...callPath(one.call, one.context),
      related: [...callPath(one.call, one.context).related, ...(back === one ? [] : [{ at: back.call.nameAt }])],
    })
  }
}
