import { type CallContext, callPath, findTerms, type ProgramModel, routeOf, rule, saidIn, wayBack } from '../kit.ts'

const MOVES = ['redirectTo', 'reLaunch', 'navigateTo', 'switchTab']
const SCENE = /scene|enterOptions|launchOptions|referrerInfo|channel|\bquery\b/i
/** On a page that nobody is meant to find, these are enough. */
const SHADY = /棋牌|筹码|[十百千]元场|赌|下注|投注|彩票|贷款|借款|借钱|算命|占卜|成人|返利/
/** What developers leave for themselves is another rule's matter. */
const TOOL = /debug|dev|test|log|console|env|version|about/i
const LANDING = /login|auth|guide|share|invite|scan|qr|detail|goods|product|order|coupon|activity|agree|privacy/i

/** How often somebody tapped decides: nobody finds that by looking. */
const COUNTED = /([\w$]+)\s*(?:%\s*([2-9]|\d\d)\s*[!=]==?\s*0|(?:>=?|<=?|[!=]==?)\s*([3-9]|\d\d)\b)/
const countedTaps = (program: ProgramModel, { root, guards }: CallContext): boolean =>
  root.kind === 'gesture' &&
  /^(?:tap|longpress|longtap|touchstart|touchend)$/.test(root.name) &&
  guards.some(({ source, origins, at }) => {
    const name = COUNTED.exec(source)?.[1]
    if (!name || wayBack(origins).some((one) => one.source === 'response' || one.source === 'event')) return false
    const raised = new RegExp(
      `\\b${name.replace(/\$/g, '\\$')}\\s*(?:\\+\\+|\\+=\\s*1\\b|[:=]\\s*[\\w.$]*\\b${name.replace(/\$/g, '\\$')}\\s*\\+\\s*1\\b)|\\+\\+\\s*[\\w.$]*\\b${name.replace(/\$/g, '\\$')}\\b`,
    )
    return raised.test(program.files.text(at.file)?.slice(root.at.start, root.at.start + 2000) ?? '')
  })

export default rule(
  {
    clauses: ['wx-op/3.1', 'wx-op/5.14', 'later/evasion', 'later/douyin-evasion'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    messages: {
      hidden: {
        what: {
          zh: '页面 {page} 没有入口，只在特定来源打开时自动跳入',
          en: 'Page {page} has no entry and opens by itself only for certain sources',
        },
        why: {
          zh: '从正常入口看不到的服务可能是隐藏的类目，审核时无法发现。',
          en: 'A service that nobody sees from the ordinary entry may be a hidden category that review cannot find.',
        },
        fix: {
          zh: '给页面一个看得见的入口，或从包里移除。',
          en: 'Give the page an entry that people can see, or take it out of the package.',
        },
      },
      'behind-taps': {
        what: {
          zh: '页面 {page} 只有连续点击若干次才能打开',
          en: 'Page {page} opens only after a number of taps on the same thing',
        },
        why: {
          zh: '看不出入口的服务就是隐藏的类目：审核时发现不了，知道暗门的人却能用。',
          en: 'A service without a visible entry is a hidden category: review does not find it, and those who know the door do.',
        },
        fix: {
          zh: '给页面一个看得见的入口，或从包里移除。',
          en: 'Give the page an entry that people can see, or take it out of the package.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const links = new Map<string, { unasked: boolean; counted: boolean }[]>()
    for (const { from, url, call } of interpretation.navigations)
      for (const one of [...url.constants, ...url.pieces.map(([head]) => head ?? null)]) {
        const route = typeof one === 'string' ? routeOf(program, from, one) : null
        if (route)
          links.set(route, [
            ...(links.get(route) ?? []),
            {
              unasked: call?.contexts.every(({ root }) => root.kind !== 'gesture') ?? false,
              counted: call?.contexts.every((context) => countedTaps(program, context)) ?? false,
            },
          ])
      }
    const tabs = new Set(program.tabBar.map(({ page }) => page))
    const seen = new Set<string>()
    for (const call of interpretation.callsOf(...MOVES))
      for (const context of call.contexts) {
        const counted = countedTaps(program, context)
        if (context.root.kind !== 'lifecycle' && !counted) continue
        const url = context.args[0]?.get('url')
        for (const one of url?.constants ?? []) {
          const route = typeof one === 'string' ? routeOf(program, context.root.unit, one) : null
          const page = program.pages.find(({ base }) => base === route)
          if (
            !route ||
            !page ||
            seen.has(route) ||
            tabs.has(route) ||
            route === program.home ||
            !links.get(route)?.every((link) => (counted ? link.counted : link.unasked))
          )
            continue
          const line = program.files.text(call.at.file)?.slice(Math.max(0, context.root.at.start), call.at.end) ?? ''
          const chosen = [...(url?.origins ?? []), ...context.guards.flatMap(({ origins }) => origins)]
          const bySource =
            wayBack(chosen).some(
              ({ source, path, name }) => (source === 'query' && SCENE.test(path)) || /^get(?:Enter|Launch)Options/.test(name),
            ) || /\bscene\b/.test(line.slice(-400))
          if (!bySource && !counted) continue
          const said = saidIn(interpretation).filter(({ unit }) => unit === route)
          const texts =
            (program.templates.get(page.template ?? '')?.elements.length ?? 0) > 0
              ? said
                  .map(({ text }) => text)
                  .join('；')
                  .slice(0, 2000)
              : ''
          const bad = findTerms(texts, { platform: program.platform }).filter(
            ({ strength, entry }) =>
              (strength === 'strong' || strength === 'medium') && !/^(?:share|follow|download|login)/.test(entry.list),
          )
          seen.add(route)
          // Pages for people who scan a code at a counter are ordinary: what stands on the page decides.
          const shady = bad.length > 0 || SHADY.test(texts)
          if (!shady && (counted ? TOOL : LANDING).test(route)) continue
          report(counted ? 'behind-taps' : 'hidden', {
            at: call.nameAt,
            data: { page: route },
            ...callPath(call, context),
            related: [
              ...(page.declaredAt ? [{ at: page.declaredAt }] : []),
              ...said.slice(0, 2).map(({ shownAt }) => ({ at: shownAt, note: { zh: '隐藏的页面', en: 'the hidden page' } })),
              ...callPath(call, context).related,
            ],
            ...(shady ? {} : { verdict: 'review' as const, severity: 'info' as const, confidence: 'low' as const }),
          })
        }
      }
  },
)
