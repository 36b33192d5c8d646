import { attributeOf, callPath, type Element, rule, tagSpan } from '../kit.ts'

const reports = (element: Element): boolean => {
  if (element.tag !== 'form') return false
  const attribute = attributeOf(element, 'report-submit') ?? attributeOf(element, 'reportSubmit')
  return attribute !== undefined && !/^\{\{\s*false\s*\}\}$/.test(attribute.value ?? '')
}
const around = (element: Element): Element | undefined => {
  for (let at = element.parent; at !== null; at = at.parent) if (reports(at)) return at
  return undefined
}

export default rule(
  {
    clauses: ['wx-op/14.8.1', 'wx-op/14.8.2', 'wx-op/5.15', 'later/subscribe-message'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'high',
    platforms: ['wechat'],
    messages: {
      'forms-nested': {
        what: { zh: '{count} 层表单套在一起收集 formId', en: '{count} forms lie inside one another to gather form ids' },
        why: {
          zh: '套用多层 report-submit 是为了在一次点按里骗取多次下发机会。',
          en: 'Nested report-submit forms take several chances to send messages from one tap.',
        },
        fix: {
          zh: '去掉 report-submit 和嵌套表单；需要通知时用订阅消息（2020 年起模板消息已停用）。',
          en: 'Remove them; ask with subscription messages where a notice is needed (template messages ended in 2020).',
        },
      },
      'ids-sent': {
        what: { zh: '收集 formId 发给服务器', en: 'Form ids are gathered and sent to a server' },
        why: {
          zh: '模板消息已停用（2020-01-10），攒取 formId 也违反模板消息规范。',
          en: 'Template messages ended on 2020-01-10, and hoarding form ids was against their rules before.',
        },
        fix: { zh: '删去 formId 的收集，改用订阅消息。', en: 'Remove the gathering and use subscription messages.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    let seen = false
    for (const template of program.templates.values()) {
      const forms = template.elements.filter(reports)
      seen ||= forms.length > 0
      for (const form of forms) {
        if (around(form)) continue
        const inner = forms.filter((one) => one !== form && one.start > form.start && one.end <= form.end && around(one))
        if (inner.length > 0)
          report('forms-nested', {
            at: tagSpan(form, template.file),
            data: { count: String(inner.length + 1) },
            related: inner.slice(0, 6).map((one) => ({ at: tagSpan(one, template.file) })),
          })
      }
    }
    if (!seen) return 'inapplicable'
    for (const call of interpretation.callsOf('request', 'cloud.callFunction')) {
      const context = call.contexts.find(({ args, root }) => {
        const data = args[0]?.get('data')
        return (
          root.kind === 'gesture' &&
          data !== undefined &&
          [data, ...data.keys().flatMap((key) => data.get(key) ?? [])].some(({ origins }) =>
            origins.some(({ source, path }) => source === 'event' && /formId/i.test(path)),
          )
        )
      })
      if (context)
        report('ids-sent', {
          at: call.nameAt,
          clauses: ['wx-op/14.8.1', 'wx-op/5.15', 'later/subscribe-message'],
          ...callPath(call, context),
          verdict: 'review',
          confidence: 'medium',
          severity: 'info',
        })
    }
  },
)
