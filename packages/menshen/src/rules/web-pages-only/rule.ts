import {
  type Binding,
  type CallContext,
  callsBy,
  closest,
  drawnByGesture,
  type Element,
  type Interpretation,
  joined,
  type ProgramModel,
  plainAttribute,
  routeOf,
  rule,
  type Span,
  tagSpan,
  templatesWith,
  type Unit,
} from '../kit.ts'
import { webSeen } from './seen.ts'

/** Said beside a move, such as when it fails. */
const SAYING = new Set(['showToast', 'hideToast', 'showLoading', 'hideLoading'])
/** Beside doors to the web, fewer texts than these are labels. */
const WORDS_OF_ITS_OWN = 16
/** Pages that serve the others, whatever carries them. */
const SUPPORTING = /about|help|terms|privacy|agree|contact|login|pay\b|pay\//i

interface WebPage {
  readonly page: Unit
  readonly at: Span
}

/** The components that hold a web-view, however deep inside: in most programs none does. */
const holdersOf = (program: ProgramModel): ReadonlySet<string> => {
  const direct = templatesWith(program, 'web-view')
  const holders = new Set<string>()
  for (let grown = direct.size > 0; grown; ) {
    grown = false
    for (const unit of program.components.values()) {
      const template = unit.template === null ? undefined : program.templates.get(unit.template)
      if (!template || holders.has(unit.base)) continue
      const own =
        direct.has(template) || template.imports.some(({ target }) => target !== null && direct.has(program.templates.get(target)!))
      if (!own && ![...unit.components.values()].some(({ target }) => target !== null && holders.has(target))) continue
      holders.add(unit.base)
      grown = true
    }
  }
  return holders
}

/** The web-view that fills a page, its own or a component's, unless a person has to ask for it first. */
const webViewOf = (
  program: ProgramModel,
  interpretation: Interpretation,
  holders: ReadonlySet<string>,
  unit: Unit,
  depth = 3,
): Span | null => {
  const template = unit.template === null ? undefined : program.templates.get(unit.template)
  if (!template) return null
  let used: Set<string> | undefined
  const inUnused = (element: Element): boolean => {
    used ??= new Set(template.elements.flatMap((one) => (one.tag === 'template' ? [plainAttribute(one, 'is') ?? ''] : [])))
    for (let at: Element | null = element; at !== null; at = at.parent) {
      const name = at.tag === 'template' ? plainAttribute(at, 'name') : undefined
      if (name !== undefined && !used.has(name)) return true
    }
    return false
  }
  const files = [template, ...template.imports.flatMap(({ target }) => (target ? (program.templates.get(target) ?? []) : []))]
  for (const one of files)
    for (const element of one.elements) {
      const component = unit.components.get(element.tag)?.target
      if (element.tag !== 'web-view' && !(component && holders.has(component))) continue
      if (inUnused(element) || drawnByGesture(program, interpretation, unit, element)) continue
      if (element.tag === 'web-view') return tagSpan(element, one.file)
      const inner = component && depth > 0 ? program.components.get(component) : undefined
      const found = inner ? webViewOf(program, interpretation, holders, inner, depth - 1) : null
      if (found) return found
    }
  return null
}

export default rule(
  {
    clauses: ['dy-review/2.1.2.1', 'wx-op/8.4', 'wx-op/8.2'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'web-only': {
        what: { zh: '{web} 个页面由网页承载，没有真正的原生页面', en: '{web} pages are web pages; there is no real native page' },
        why: {
          zh: '小程序不能整个由网页承载，须有自行开发的原生页面提供服务。',
          en: 'A program may not be a mere frame for a web site; it needs native pages that do something.',
        },
        fix: {
          zh: '用原生页面实现首页和主要功能，网页只用于协议、文章等。',
          en: 'Build the home page and the main functions natively; keep web pages for terms and articles.',
        },
      },
      'web-first': {
        what: { zh: '首页就是网页', en: 'The home page is a web page' },
        why: {
          zh: '主要服务由网页承载时，可能被认为是纯网页小程序。',
          en: 'When a web page carries the main service, the program may be taken for a mere frame.',
        },
        fix: { zh: '用原生页面做首页和主要功能。', en: 'Build the home page and the main functions natively.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const played = run ? webSeen(program, run) : undefined
    const end = () => {
      if (played) both.show(played.message, played.detail)
      both.done()
    }
    const pages = program.pages.filter((page) => page.template !== null)
    const holders = holdersOf(program)
    const web: WebPage[] = pages.flatMap((page) => {
      const at = webViewOf(program, interpretation, holders, page)
      return at ? [{ page, at }] : []
    })
    const [first] = web
    if (!first) {
      end()
      return played ? undefined : 'inapplicable'
    }
    if (pages.some((page) => interpretation.opaque.has(page.base)) && web.length < pages.length) {
      end()
      return
    }
    const isWeb = new Set(web.map(({ page }) => page.base))
    const start = pages.find((page) => page.base === program.home)
    /** A home page that always goes on to a web page by itself is none. */
    const leaves = interpretation.callsOf('redirectTo', 'reLaunch').find(({ contexts }) =>
      contexts.some(({ root, guards, args }) => {
        const [url] = [...(args[0]?.get('url')?.constants ?? []), ...(args[0]?.get('url')?.pieces.map(([head]) => head) ?? [])]
        const route = start && typeof url === 'string' ? routeOf(program, start, url) : null
        return (
          root.kind === 'lifecycle' &&
          root.unit.base === program.home &&
          guards.every(({ origins }) => origins.length === 0) &&
          route !== null &&
          isWeb.has(route)
        )
      }),
    )
    const home = web.find(({ page }) => page.base === program.home) ?? (leaves && start ? { page: start, at: leaves.nameAt } : undefined)
    /** A tap whose only outcome is a web page. */
    const opensWeb = (binding: Binding): boolean => {
      const mine = ({ root }: { readonly root: CallContext['root'] }) =>
        root.element === binding.element && root.unit.base === binding.unit.base
      const calls = callsBy(interpretation, binding.element).filter(({ api, contexts }) => !SAYING.has(api) && contexts.some(mine))
      return (
        calls.length > 0 &&
        !interpretation.writes.some(mine) &&
        calls.every(
          ({ api, contexts }) =>
            /^(?:navigateTo|redirectTo|reLaunch)$/.test(api) &&
            contexts.filter(mine).every(({ args }) => {
              const url = args[0]?.get('url')
              const urls = [...(url?.constants ?? []), ...(url?.pieces.map(([head]) => head) ?? [])]
              return urls.length > 0 && urls.every((url) => typeof url === 'string' && isWeb.has(routeOf(program, binding.unit, url) ?? ''))
            }),
        )
      )
    }
    /** Something that a person can do on a page besides looking at it: a splash that moves on, or a door to the web, is not a page of one's own. */
    const works = (page: Unit) => {
      const bound = interpretation.bindings.filter(({ unit, empty, status }) => unit.base === page.base && !empty && status !== 'missing')
      if (bound.some((one) => !opensWeb(one))) return true
      const words = interpretation.shown.filter((shown) => shown.unit.base === page.base && shown.slot === '' && shown.reachable)
      const listed = words.some(
        ({ element, value }) =>
          closest(element, (one) => one.attributes.some(({ name }) => /^(?:wx|tt):for$/.test(name))) !== undefined &&
          (value.open || value.constants.length > 1),
      )
      return (
        (bound.length === 0 && listed) ||
        words.length >= (bound.length > 0 ? WORDS_OF_ITS_OWN : 4) ||
        [...page.components.values()].some(({ target }) => target !== null && program.components.has(target) && !isWeb.has(page.base))
      )
    }
    const door = start && !isWeb.has(start.base) && !works(start) ? start : undefined
    const native = pages.some(
      (page) =>
        !isWeb.has(page.base) &&
        works(page) &&
        !(leaves && page.base === program.home) &&
        !((leaves || door) && SUPPORTING.test(page.base)),
    )
    const related = web.slice(1, 8).map(({ at }) => ({ at }))
    const declared = first.page.declaredAt ? [{ at: first.page.declaredAt }] : []
    const wechat = program.platform === 'wechat'
    // WeChat allows web pages as such; only getting round the rules with them is forbidden, so a human looks.
    if (!native || (home && web.length / pages.length >= 0.8))
      both.say('web-only', {
        at: (home ?? first).at,
        data: { web: String(web.length) },
        related: [...related, ...declared],
        ...(wechat ? { verdict: 'review' as const, confidence: 'medium' as const, severity: 'warning' as const } : {}),
      })
    else if (home && !wechat)
      both.say('web-first', { at: home.at, related: [...related, ...declared], verdict: 'review', confidence: 'medium' })
    end()
  },
)
