import { attributeOf, closest, type Element, rule, type Span, tagSpan } from '../kit.ts'

/** Keys by which a server describes what happens, and not only what is shown. */
const ACTIONS = /(?:^|\.)(?:events?|actions?|script|onClick|on_?click|handler|method|func|expression|code)$/i

export default rule(
  {
    clauses: ['wx-op/14.3.2', 'wx-op/5.14'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'low',
    platforms: ['wechat'],
    partial: true,
    messages: {
      drawn: {
        what: {
          zh: '页面结构和动作由服务器下发，可以换成任何内容',
          en: 'A server sends the structure and the actions of the page: it can become anything',
        },
        why: {
          zh: '审核时看到的和上线后的可能不同；连动作也下发时，等于运行包外的逻辑。装修、内容配置类需人工确认。',
          en: 'What is reviewed may differ from what is shown later, and actions that are sent are logic from outside. Whether it is only decoration is for a person to see.',
        },
        fix: {
          zh: '下发数据而不是结构和动作，页面与动作写在包里并限定种类。',
          en: 'Send data rather than structure and actions; keep a fixed set of both in the package.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    for (const template of program.templates.values())
      for (const [name, definition] of template.definitions) {
        // A template that draws itself for the children of what it was given.
        const draws = (element: Element): Element | undefined => {
          if (element.tag === 'template') {
            const is = attributeOf(element, 'is')
            if (is && (is.value === name || is.parts.some((part) => part.type === 'mustache'))) return element
          }
          for (const child of element.children) {
            const found = child.type === 'element' ? draws(child) : undefined
            if (found) return found
          }
          return undefined
        }
        const again = definition.children
          .map((child) => (child.type === 'element' ? draws(child) : undefined))
          .find((one) => one !== undefined)
        if (!again || !closest(again, (one) => attributeOf(one, 'wx:for') !== undefined)) continue
        const fed = interpretation.shown.find(
          (shown) =>
            shown.template === template.file &&
            shown.value.origins.some(({ source }) => source === 'response') &&
            closest(shown.element, (one) => one === definition),
        )
        const acts = interpretation.calls
          .flatMap((call) =>
            call.contexts.flatMap(({ root, guards, args }) =>
              root.kind === 'gesture' ? [...guards.flatMap((guard) => guard.origins), ...(args[0]?.origins ?? [])] : [],
            ),
          )
          .find((origin) => origin.source === 'response' && ACTIONS.test(origin.path))
        if (!fed || !acts) continue
        const related: { at: Span }[] = [{ at: fed.at }, { at: acts.at }]
        report('drawn', { at: tagSpan(again, template.file), related, verdict: 'review' })
        return
      }
  },
)
