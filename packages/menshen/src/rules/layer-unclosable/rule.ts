import {
  attributeOf,
  closest,
  coversScreen,
  drawnIn,
  type Element,
  joined,
  looksOf,
  mayLook,
  mayLookIn,
  type ProgramModel,
  rule,
  tagSpan,
  type Unit,
  usesOf,
  wordsIn,
} from '../kit.ts'
import { conditionOf, fateOf } from './closing.ts'
import { layersSeen } from './seen.ts'

const NAME = /mask|overlay|modal|popup|pop-?up|dialog|layer|shade|float|cover|curtain|tan-?chuang|zhezhao|backdrop/i
/** Waiting, nothing there, or no network: such layers go away by themselves, or are the page itself. */
const PASSING = /load|wait|skeleton|empty|no-?data|no-?net|error|splash|launch|spin|camera|scan|canvas|poster/i

export default rule(
  {
    clauses: ['wx-op/15.5'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
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
      stays: {
        what: { zh: '盖住页面的“{words}”点什么都关不掉', en: 'Nothing that people tap takes "{words}" off the page' },
        why: {
          zh: '浮层、弹窗应可关闭。实际点了关闭和其他位置，它一直盖在页面上。',
          en: 'Layers have to be closable. The way to close it was tapped, and the rest too, and it stayed.',
        },
        fix: {
          zh: '让关闭按钮立即收起浮层，不要等服务器答复；检查处理方法改的是不是模板用的那个数据。',
          en: 'Take the layer away at once and do not wait for a server; see that the handler writes the data that the template reads.',
        },
      },
      'out-of-reach': {
        what: { zh: '“{words}”的关闭处“{close}”碰不到', en: 'The way to close "{words}", "{close}", cannot be reached' },
        why: {
          zh: '关闭的位置超出屏幕而浮层又不能滚动，或被别的东西盖住，用户碰不到，等于关不掉。',
          en: 'It lies beyond the screen in a layer that does not scroll, or under something else; people cannot close the layer.',
        },
        fix: {
          zh: '把关闭按钮固定在屏幕以内，内容放进可以滚动的区域。',
          en: 'Keep the close mark within the screen and let the content scroll in its box.',
        },
      },
      'comes-back': {
        what: { zh: '“{words}”关闭之后很快又自己弹出来', en: '"{words}" comes up again by itself soon after it was closed' },
        why: {
          zh: '用户已经关闭，仍反复弹出，等于关不掉，也是骚扰。',
          en: 'The user has closed it; when it keeps coming up, that is no closing, and it harasses.',
        },
        fix: {
          zh: '记住用户已经关闭，同一次使用中不再弹出，也不要用定时器反复打开。',
          en: 'Remember that it was closed and do not open it again in this session, least of all by a timer.',
        },
      },
      'alert-again': {
        what: { zh: '弹窗“{words}”关掉又弹，没有出路', en: 'The alert "{words}" comes up again each time it is answered' },
        why: {
          zh: '点了按钮立刻又弹出同样的提示，用户既不能继续，也不能离开。',
          en: 'Whatever is answered, the same alert is there again; people can neither go on nor leave.',
        },
        fix: {
          zh: '给出“稍后”之类的出口，失败时在页面上留一行说明和重试按钮，不要自动重试。',
          en: 'Offer a way out, leave a line and a button on the page, and do not try again by itself.',
        },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const played = run ? layersSeen(program, interpretation, run) : []
    const end = () => {
      for (const { message, detail } of played) both.show(message, detail)
      both.done()
    }
    // A framework draws from data of its own making; only a run shows what closes.
    if (program.framework !== 'native') {
      end()
      return {
        notChecked: {
          zh: '框架编译的页面，浮层的数据没有还原',
          en: 'compiled by a framework: the data behind its layers was not resolved',
        },
      }
    }
    const units: readonly Unit[] = [...program.pages, ...program.components.values()]
    // A tap in the layer that ends the page ends the layer with it.
    const leavesPage = (layer: Element): boolean =>
      interpretation
        .callsOf('redirectTo', 'reLaunch', 'switchTab', 'navigateBack')
        .some((call) =>
          call.contexts.some(
            ({ root }) => root.kind === 'gesture' && root.element && closest(root.element, (at) => at === layer) !== undefined,
          ),
        )
    let layers = 0
    for (const unit of units) {
      const template = unit.template ? program.templates.get(unit.template) : undefined
      if (!template || !interpretation.reachable.has(unit.base) || (unit.script && program.vendored.has(unit.script))) continue
      if (!mayLookIn(program, template.file, 'position', 'fixed')) continue
      for (const element of template.elements) {
        // What draws a component's whole inside may stand where the component is used.
        const own = conditionOf(element)
        const used = element.parent === null && unit.kind === 'component' && !own ? usedUnder(program, unit) : undefined
        const condition = own ?? used?.condition
        if (!condition) continue
        // The condition may stand on a plain holder of the mask; a mask with a condition of its own is another layer.
        const faces = [element, ...element.children.flatMap((child) => (child.type === 'element' && !conditionOf(child) ? [child] : []))]
        const face = faces.find((one) => {
          if (!mayLook(program, template.file, one, 'position', 'fixed')) return false
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
        const fate = fateOf(program, interpretation, used?.unit ?? unit, condition)
        if (!fate.opens || fate.closes || leavesPage(element)) continue
        both.say('unclosable', {
          at: tagSpan(element, template.file),
          data: { data: condition.path.join('.') },
          related: [
            ...(used ? [{ at: used.at, note: { zh: '用在这里', en: 'drawn here' } }] : []),
            ...fate.usedAt.slice(0, 4).map((at) => ({ at, note: { zh: '用在这里', en: 'drawn here' } })),
            ...fate.openedBy
              .slice(0, 4)
              .flatMap((write) => [{ at: write.at, note: { zh: '在这里打开', en: 'opened here' } }, { at: write.root.at }]),
          ],
        })
      }
    }
    end()
    if (layers === 0 && played.length === 0) return 'inapplicable'
  },
)

/** Where a component is drawn under a condition, if that is its only use. */
function usedUnder(program: ProgramModel, component: Unit) {
  const [use, ...others] = usesOf(program, component.base).filter(({ unit }) => unit !== component)
  const condition = use && others.length === 0 ? conditionOf(use.element) : null
  return use && condition ? { unit: use.unit, condition, at: tagSpan(use.element, use.unit.template ?? '') } : undefined
}
