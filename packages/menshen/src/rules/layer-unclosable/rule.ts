import { attributeOf, closest, coversScreen, drawnIn, type Element, looksOf, rule, tagSpan, type Unit, wordsIn } from '../kit.ts'
import { conditionOf, fateOf } from './closing.ts'

const NAME = /mask|overlay|modal|popup|pop-?up|dialog|layer|shade|float|cover|curtain|tan-?chuang|zhezhao|backdrop/i
/** Waiting, nothing there, or no network: such layers go away by themselves, or are the page itself. */
const PASSING = /load|wait|skeleton|empty|no-?data|no-?net|error|splash|launch|spin|camera|scan|canvas|poster/i

export default rule(
  {
    clauses: ['wx-op/15.5'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    // A run sees layers that style sheets alone do not show.
    partial: true,
    messages: {
      unclosable: {
        what: { zh: '整屏浮层打开后没有任何办法关闭', en: 'A layer over the whole screen cannot be closed' },
        why: {
          zh: '浮层、弹窗应可关闭。从页面、组件和行为里都没有找到会让它消失的操作。',
          en: 'Layers and dialogues have to be closable. Nothing in the page, its components or behaviours makes it go away.',
        },
        fix: {
          zh: '加上关闭按钮或点遮罩关闭，在处理方法里把 {data} 改回不显示的值。',
          en: 'Add a close mark, or close on a tap beside it: set {data} back in the handler.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    // A framework draws from data of its own making; only a run shows what closes.
    if (program.framework !== 'native')
      return {
        notChecked: {
          zh: '框架编译的页面，浮层的数据没有还原',
          en: 'compiled by a framework: the data behind its layers was not resolved',
        },
      }
    const units: readonly Unit[] = [...program.pages, ...program.components.values()]
    // A tap in the layer that ends the page ends the layer with it.
    const leaving = interpretation
      .callsOf('redirectTo', 'reLaunch', 'switchTab', 'navigateBack')
      .flatMap((call) => call.contexts.flatMap(({ root }) => (root.kind === 'gesture' && root.element ? [root.element] : [])))
    const leavesPage = (layer: Element): boolean => leaving.some((one) => closest(one, (at) => at === layer) !== undefined)
    let layers = 0
    for (const unit of units) {
      const template = unit.template ? program.templates.get(unit.template) : undefined
      if (!template || !interpretation.reachable.has(unit.base) || (unit.script && program.vendored.has(unit.script))) continue
      for (const element of template.elements) {
        const condition = conditionOf(element)
        if (!condition) continue
        // The condition may stand on a plain holder of the mask.
        const faces = [element, ...element.children.flatMap((child) => (child.type === 'element' ? [child] : []))]
        const face = faces.find((one) => {
          const looks = looksOf(program, template.file, one)
          return looks.get('position') === 'fixed' && coversScreen(looks) && looks.get('pointer-events') !== 'none'
        })
        if (!face) continue
        const names = `${attributeOf(element, 'class')?.value ?? ''} ${attributeOf(face, 'class')?.value ?? ''} ${condition.path.join('.')}`
        const ground = looksOf(program, template.file, face)
        const veiled =
          /rgba\(|#[0-9a-f]{8}\b|#[0-9a-f]{4}\b/i.test(`${ground.get('background') ?? ''} ${ground.get('background-color') ?? ''}`) ||
          ground.has('opacity')
        if (PASSING.test(names) || (!NAME.test(names) && !veiled)) continue
        if (drawnIn(program, interpretation, template.file, element).length === 0) continue
        // Nothing to read and nothing to tap is a veil that comes and goes with something else.
        if (wordsIn(interpretation, element) === '' && face.children.length === 0) continue
        layers++
        const fate = fateOf(program, interpretation, unit, condition)
        if (!fate.opens || fate.closes || leavesPage(element)) continue
        report('unclosable', {
          at: tagSpan(element, template.file),
          data: { data: condition.path.join('.') },
          related: [
            ...fate.usedAt.slice(0, 4).map((at) => ({ at, note: { zh: '用在这里', en: 'drawn here' } })),
            ...fate.openedBy
              .slice(0, 4)
              .flatMap((write) => [{ at: write.at, note: { zh: '在这里打开', en: 'opened here' } }, { at: write.root.at }]),
          ],
        })
      }
    }
    if (layers === 0) return 'inapplicable'
  },
)
