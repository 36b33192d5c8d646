/** What a run showed: whoever opens the program lands on a web page, and nothing leads from there to a page of its own. */
import {
  type Detail,
  journey,
  lacksAnswers,
  type Move,
  type Pass,
  type ProgramModel,
  pageFile,
  pageSpot,
  type RunEvidence,
  recordSpot,
  recordsOf,
  type Screen,
  screenAfter,
  stepsWitness,
  trusted,
} from '../kit.ts'

/** A web page fills the screen. */
const isWeb = (screen: Screen | null): boolean =>
  screen?.state.embeds.some(({ tag, box }) => tag === 'web-view' && box.height >= screen.state.scroll.viewport * 0.6) ?? false

const landing = (pass: Pass): Move | undefined => {
  const [launch, idle] = pass.moves
  if (launch?.step.do !== 'launch' || idle?.step.do !== 'wait' || idle.step.milliseconds < 3000 || lacksAnswers(pass, idle))
    return undefined
  return isWeb(screenAfter(pass, idle)) ? idle : undefined
}

export const webSeen = (
  program: ProgramModel,
  run: RunEvidence,
): { readonly message: 'web-only' | 'web-first'; readonly detail: Detail } | undefined => {
  for (const pass of trusted(run)) {
    const idle = pass.kind === 'sweep' && pass.profile === 'accept-all' ? landing(pass) : undefined
    const screen = idle ? screenAfter(pass, idle) : null
    if (!idle || !screen) continue
    // another tab, or a page under this one, is a way to something of the program's own
    const tabs = program.tabBar.map((tab) => tab.page.slice(program.root.length))
    const shown = (route: string) => pass.screens.filter((one) => one.state.route === route)
    const native = tabs.some((route) => shown(route).length > 0 && shown(route).some((one) => !isWeb(one) && !one.state.blank))
    const shut = screen.state.stack.length === 1 && !native
    const moved = journey(pass, idle)
      .flatMap((one) => recordsOf(pass, one))
      .find((record) => record.kind === 'navigation' && record.action !== 'launch')
    const wechat = program.platform === 'wechat'
    const page = pageSpot(pass, idle)
    return {
      message: shut ? 'web-only' : 'web-first',
      detail: {
        at: moved ? recordSpot(program, pass, moved) : pageFile(program, screen.state.route, page),
        related: [{ at: page }],
        data: { web: `${new Set(pass.screens.filter(isWeb).map((one) => one.state.route)).size}` },
        ...(shut && !wechat ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        ...(wechat ? { severity: 'warning' as const } : {}),
        witness: stepsWitness(pass, idle, {
          zh: shut ? '打开后只有网页，也没有去原生页面的路' : '打开后就是网页',
          en: shut ? 'it opens as a web page, and no way leads to a native one' : 'it opens as a web page',
        }),
      },
    }
  }
  return undefined
}
