import { type Element, type ProgramModel, rule, type TextNode, type Unit } from '../kit.ts'

type Node = Element | TextNode
/** What the developer tools write into a new page: its own path. */
const OWN_PATH = /^[\w./@-]+\.(?:wxml|ttml)$/

const staticText = (nodes: readonly Node[]): string =>
  nodes
    .map((node) =>
      node.type === 'element'
        ? staticText(node.children)
        : node.parts.map((part) => (part.type === 'text' ? part.value : '\u0000')).join(''),
    )
    .join(' ')
const anyElement = (nodes: readonly Node[], fits: (element: Element) => boolean): boolean =>
  nodes.some((node) => node.type === 'element' && (fits(node) || anyElement(node.children, fits)))
/** All that these do is hold words; whatever else stands in a template draws something. */
const HOLDS = new Set(['view', 'text', 'block', 'scroll-view', 'wxs', 'sjs'])

const judged = (program: ProgramModel, unit: Unit): 'stub' | 'blank' | undefined => {
  const template = unit.template ? program.templates.get(unit.template) : undefined
  if (!template) return undefined
  if (anyElement(template.children, (element) => !HOLDS.has(element.tag) || unit.components.has(element.tag))) return undefined
  const text = staticText(template.children).replace(/\s+/g, ' ').trim()
  if (OWN_PATH.test(text) && unit.base.endsWith(text.replace(/^\.?\//, '').replace(/\.\w+$/, ''))) return 'stub'
  if (text === '') return 'blank'
  return undefined
}

export default rule(
  {
    clauses: ['wx-op/11.1'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      stub: {
        what: {
          zh: '页面 {page} 还是新建时的样子，只显示自己的路径',
          en: 'The page {page} is as the tools made it and shows nothing but its own path',
        },
        why: {
          zh: '登记了的页面审核员都能打开，空壳页面说明小程序不是完成品。',
          en: 'Reviewers can open every listed page; an untouched one shows that the program is not finished.',
        },
        fix: {
          zh: '做完这个页面，或从 app.json 删掉它和它的入口。',
          en: 'Finish the page, or remove it and its entries from the program.',
        },
      },
      blank: {
        what: { zh: '页面 {page} 没有任何内容', en: 'The page {page} is blank' },
        why: { zh: '打开是一片空白，功能没有做完。', en: 'It opens as an empty screen: the function is not finished.' },
        fix: { zh: '做完这个页面，或从 app.json 删掉它。', en: 'Finish the page, or remove it from app.json.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    if (program.pages.length === 0) return 'inapplicable'
    // A page that only decides where to go on to has nothing to show.
    const moves = new Set(interpretation.navigations.map((navigation) => navigation.from.base))
    for (const page of program.pages) {
      const template = page.template ? program.templates.get(page.template) : undefined
      const kind = template && judged(program, page)
      if (!kind || !template) continue
      if (kind === 'blank' && (moves.has(page.base) || program.framework !== 'native' || interpretation.opaque.has(page.base))) continue
      const seen = interpretation.reachable.has(page.base)
      const first = template.elements[0]
      report(kind, {
        at:
          first && kind === 'stub'
            ? { file: template.file, start: first.start, end: first.end }
            : { file: template.file, start: 0, end: 0 },
        data: { page: page.base.slice(program.root.length) },
        related: page.declaredAt ? [{ at: page.declaredAt, note: { zh: '在这里登记', en: 'listed here' } }] : [],
        verdict: kind === 'stub' || seen ? 'violation' : 'review',
        confidence: seen ? 'high' : 'medium',
      })
    }
  },
)
