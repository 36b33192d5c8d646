import { bearingLike, closest, type Element, joined, type Navigation, routeOf, rule, type Span, tagSpan } from '../kit.ts'
import { movesSeen } from './seen.ts'

const MOVES = new Set<Navigation['kind']>(['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'])
/** A path as pages are named; words such as `share` in the same table mean something else. */
const LIKE_PAGE = /^(?:\.{0,2}\/)?[\w@.-]+(?:\/[\w@.-]+)+$/

const LOOP = /:for$/
const CONDITION = /:(?:if|elif|else)$/

export default rule(
  {
    clauses: ['wx-op/11.1', 'wx-op/11.3'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      missing: {
        what: { zh: '跳转到不存在的页面 {route}', en: 'This leads to the page {route}, which does not exist' },
        why: {
          zh: '目标没有登记在 app.json 里，点了没有反应，属于没有做完的功能。',
          en: 'The target is not listed in app.json: nothing happens on the tap, and the function is not finished.',
        },
        fix: { zh: '登记并补上页面，或去掉这个入口。', en: 'List and add the page, or remove this entry.' },
      },
      'tab-mismatch': {
        what: { zh: '{api} 不能打开页面 {route}：{reason}', en: '{api} cannot open {route}: {reason}' },
        why: {
          zh: '标签页只能用 switchTab 或 reLaunch 打开，switchTab 也只能打开标签页；写错了点按没有反应。',
          en: 'Tab pages open by switchTab or reLaunch only, and switchTab opens nothing else; otherwise the tap does nothing.',
        },
        fix: { zh: '换成合适的跳转方式。', en: 'Use the fitting way to move.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const pages = new Set(program.pages.map((page) => page.base))
    const tabs = new Set(program.tabBar.map((tab) => tab.page))
    if (pages.size === 0) return 'inapplicable'
    const loops = bearingLike(program, LOOP)
    const conditions = bearingLike(program, CONDITION)
    /** Drawn for some entries of a list only. */
    const conditional = (element: Element | undefined): boolean => {
      const loop = closest(element ?? null, (at) => loops.has(at))
      const condition = loop && closest(element ?? null, (at) => conditions.has(at))
      return loop !== undefined && condition !== undefined && condition.start >= loop.start
    }
    const plain = (base: string) => base.slice(program.root.length)
    const exists = (base: string | null) => base !== null && pages.has(base)
    const reported = new Set<string>()
    // One target that is not there is one cause, however many entries lead to it.
    type Detail = Parameters<typeof report>[1]
    const causes = new Map<string, { readonly message: 'missing' | 'tab-mismatch'; detail: Detail; readonly related: { at: Span }[] }>()
    const found = (message: 'missing' | 'tab-mismatch', route: string, detail: Detail, related: readonly { at: Span }[]) => {
      const key = `${message}:${route}:${detail.data?.['api'] ?? ''}`
      const known = causes.get(key)
      if (!known) causes.set(key, { message, detail, related: [...related] })
      else if (known.detail.verdict === 'review' && detail.verdict === 'violation') {
        known.related.unshift(...related, { at: known.detail.at as Span })
        known.detail = detail
      } else known.related.push({ at: detail.at as Span }, ...related)
    }
    const handlers = (navigation: Navigation): readonly string[] =>
      (navigation.call?.contexts ?? []).flatMap(({ root, path }) =>
        [root.at, ...path.map(({ at }) => at)].map((at) => `${at.file}:${at.start}`),
      )
    let moving: { readonly tabbing: ReadonlySet<string>; readonly paging: ReadonlySet<string> } | undefined
    const movers = () => {
      if (moving) return moving
      const tabbing = new Set<string>()
      const paging = new Set<string>()
      for (const navigation of interpretation.navigations)
        if (MOVES.has(navigation.kind))
          for (const handler of handlers(navigation)) (navigation.kind === 'switchTab' ? tabbing : paging).add(handler)
      moving = { tabbing, paging }
      return moving
    }
    /** One handler with a way for tabs and a way for pages knows which address is which. */
    const sorted = (navigation: Navigation): boolean => {
      if (!(navigation.call?.contexts ?? []).some(({ guards }) => guards.length > 0)) return false
      const { tabbing, paging } = movers()
      return handlers(navigation).some((handler) => tabbing.has(handler) && paging.has(handler))
    }
    let moves = 0
    for (const navigation of interpretation.navigations) {
      if (!MOVES.has(navigation.kind)) continue
      const contexts = navigation.call?.contexts.filter((context) => context.root.kind !== 'unbound')
      if (contexts?.length === 0) continue
      moves++
      const alone = navigation.url.constants.length === 1 && !navigation.url.open
      // A condition, in the script or around the element, may well sort out the very entry of a table that leads nowhere;
      // what was written at the call is sure.
      const guarded = contexts
        ? contexts.every((context) => context.guards.length > 0 || conditional(context.root.element))
        : conditional(navigation.element)
      const seen = navigation.from.kind === 'app' || interpretation.reachable.has(navigation.from.base)
      const verdict = seen && (alone || !guarded) ? ('violation' as const) : ('review' as const)
      let asked: { readonly detail: Parameters<typeof report>[1]; readonly related: { at: Span }[] } | undefined
      for (const { constant, at: written } of navigation.url.places) {
        if (typeof constant !== 'string') continue
        const path = constant.split(/[?#]/)[0]!.trim()
        if (!LIKE_PAGE.test(path) || /undefined|null|\[object/.test(path)) continue
        const relative = !path.startsWith('/')
        // In a component a relative address starts from the page that shows it, whichever that is.
        const routes = (relative && navigation.from.kind !== 'page' ? program.pages : [navigation.from]).map((from) =>
          routeOf(program, from, path),
        )
        const route = routes.find(exists) ?? routes[0] ?? null
        if (route === null) continue
        // One name said twice, crossed with another: neither half was ever meant for the other.
        const [, head, folder, file] = /^(.*\/)?([^/]+)\/([^/]+)$/.exec(route) ?? []
        if (folder !== file && exists(`${head ?? ''}${folder}/${folder}`) && exists(`${head ?? ''}${file}/${file}`)) continue
        // The address may have been written elsewhere than where it is used: both are shown.
        const used: Span = navigation.element ? tagSpan(navigation.element, navigation.at.file) : navigation.at
        const at = program.vendored.has(written.file) ? used : written
        const key = `${at.file}:${at.start}`
        if (reported.has(key)) continue
        const related = [used, ...(contexts ?? []).slice(0, 3).map((context) => context.root.at)]
          .filter((span) => span.file !== at.file || span.start !== at.start)
          .map((span) => ({ at: span }))
        if (!pages.has(route)) {
          // A slash may be put before it on the way; shared scripts use one address from several pages.
          if (relative && !alone && exists(program.root + path)) continue
          if (
            relative &&
            interpretation.navigations.some((other) => other.at === navigation.at && exists(routeOf(program, other.from, path)))
          )
            continue
          reported.add(key)
          // Entries of one table make one question.
          if (asked) asked.related.push({ at })
          else if (verdict === 'review' && !alone) asked = { detail: { at, data: { route: plain(route) }, verdict }, related }
          else found('missing', route, { at, data: { route: plain(route) }, verdict }, related)
        } else if (
          alone &&
          (navigation.kind === 'switchTab' ? !tabs.has(route) && tabs.size > 0 : tabs.has(route) && navigation.kind !== 'reLaunch') &&
          !sorted(navigation)
        ) {
          reported.add(key)
          const reason =
            navigation.kind === 'switchTab' ? { zh: '它不是标签页', en: 'it is no tab page' } : { zh: '它是标签页', en: 'it is a tab page' }
          // Only a tap that does nothing is noticed; a move that the page makes by itself may be meant as a last resort.
          const tapped = navigation.element !== undefined || contexts?.some((context) => context.root.kind === 'gesture')
          const data = { api: navigation.kind, route: plain(route), reason }
          found('tab-mismatch', route, { at, data, verdict: tapped ? verdict : 'review' }, related)
        }
      }
      if (asked) found('missing', String(asked.detail.data?.['route']), asked.detail, asked.related.slice(0, 12))
    }
    for (const { message, detail, related } of causes.values()) both.say(message, { ...detail, related: related.slice(0, 16) })
    const played = run ? movesSeen(program, interpretation, run) : []
    for (const { message, detail } of played) both.show(message, detail)
    both.done()
    if (moves === 0 && played.length === 0) return 'inapplicable'
  },
)
