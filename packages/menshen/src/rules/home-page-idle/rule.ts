import { type Element, rule, type Unit, wordsIn } from '../kit.ts'

/** Elements by which a page does something or leads on, whatever is bound to them. */
const WORKS = new Set([
  'navigator',
  'input',
  'textarea',
  'form',
  'picker',
  'picker-view',
  'slider',
  'switch',
  'radio',
  'checkbox',
  'map',
  'canvas',
  'camera',
  'editor',
  'web-view',
  'video',
  'audio',
  'live-player',
  'movable-view',
  'official-account',
  'functional-page-navigator',
])
const OPENS = /^(?:open-?type|open|url|link|is-link|to|path)$/i
/** Pages that are entered by a code on a table, a bicycle, a door. */
const BY_CODE = /扫码|扫一扫|扫描|二维码|小程序码|太阳码/

const pairsIn = (text: string): ReadonlySet<string> => {
  const out = new Set<string>()
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) for (let i = 0; i + 2 <= run.length; i++) out.add(run.slice(i, i + 2))
  return out
}

export default rule(
  {
    clauses: ['wx-op/3.2'],
    needs: ['program', 'interpretation'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    // What the core of a program is only a person can say; a home page without any way on has none of it.
    partial: true,
    messages: {
      'leads-nowhere': {
        what: {
          zh: '首页没有任何功能，也到不了其他页面（{pages}）',
          en: 'The home page does nothing and leads to no other page ({pages})',
        },
        why: {
          zh: '核心功能必须在首页得到体现；审核人员从首页进入，看到的只是一页展示。',
          en: 'The core function has to show on the home page. Reviewers come in there and see a poster.',
        },
        fix: {
          zh: '在首页放上主要功能的入口，或把功能页设为首页。',
          en: 'Put the way to the main function there, or make its page the first.',
        },
      },
    },
  },
  ({ program, interpretation, listing }, report) => {
    const home = program.pages.find(({ base }) => base === program.home)
    const others = program.pages.filter((page) => page !== home && page.template !== null)
    if (!home?.template || others.length === 0) return 'inapplicable'
    if (program.tabBar.length > 1 || interpretation.navigations.some(({ from }) => from.kind === 'app')) return
    if (interpretation.opaque.size > 0 || program.framework !== 'native' || program.problems.some(({ hides }) => hides))
      return { notChecked: { zh: '页面未能还原', en: 'pages were not understood' } }
    if (others.some(({ base }) => interpretation.reachable.has(base))) return
    const drawn: Unit[] = [home, ...[...program.components.values()].filter(({ base }) => interpretation.reachable.has(base))]
    const bases = new Set(drawn.map(({ base }) => base))
    const works = (element: Element): boolean =>
      WORKS.has(element.tag) || element.attributes.some(({ name }) => OPENS.test(name)) || unseen(home, element.tag)
    if (
      interpretation.navigations.some(({ from }) => bases.has(from.base)) ||
      interpretation.bindings.some(
        ({ unit, status, empty, event }) =>
          bases.has(unit.base) && status !== 'missing' && !empty && !/^(?:load|error|scroll|change)$/.test(event),
      ) ||
      drawn.some(({ template }) => template && program.templates.get(template)?.elements.some(works))
    )
      return
    // The function is there, on a page that nobody comes to.
    const idle = others.filter(({ base }) =>
      interpretation.bindings.some(({ unit, empty, status }) => unit.base === base && !empty && status === 'found'),
    )
    if (idle.length === 0) return
    const template = program.templates.get(home.template)
    const first = template?.elements[0]
    if (!template || !first) return
    const wordsOf = (unit: Unit): string =>
      (program.templates.get(unit.template ?? '')?.elements ?? [])
        .filter(({ parent }) => parent === null)
        .map((element) => wordsIn(interpretation, element))
        .join(' ')
    const promised = pairsIn(`${listing?.name ?? ''} ${listing?.intro ?? ''} ${listing?.description ?? ''}`)
    const meant = idle.filter((page) => [...pairsIn(`${wordsOf(page)} ${titleOf(page)}`)].some((pair) => promised.has(pair)))
    const byCode = BY_CODE.test(wordsOf(home)) || idle.some((page) => /scene|\bq\b/.test(program.files.text(page.script ?? '') ?? ''))
    report('leads-nowhere', {
      at: { file: template.file, start: first.start, end: first.openEnd },
      data: {
        pages: (meant.length > 0 ? meant : idle)
          .slice(0, 3)
          .map(({ base }) => base.slice(program.root.length))
          .join('、'),
      },
      related: idle.slice(0, 6).flatMap(({ declaredAt }) => (declaredAt ? [{ at: declaredAt }] : [])),
      ...(byCode ? { verdict: 'review' as const } : {}),
    })
  },
)

/** A component whose inside is not in the package may do anything. */
const unseen = (unit: Unit, tag: string): boolean => {
  const use = unit.components.get(tag)
  return use
    ? use.target === null
    : tag.includes('-') && !/^(?:scroll-view|swiper-item|cover-view|cover-image|rich-text|page-meta|match-media|root-portal)$/.test(tag)
}
const titleOf = (unit: Unit): string => {
  const value = unit.json?.value
  const title = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['navigationBarTitleText'] : undefined
  return typeof title === 'string' ? title : ''
}
