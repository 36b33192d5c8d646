import { copyOf, entriesOf, entryWords, PERSONAL_WORDS, routesOf, rule, sendings, textsOf } from '../kit.ts'

const POLICY = /个人信息|隐私|收集|信息(?:保护|安全|使用)|第三方共享|用户数据/
const TELLING = new Set(['phone', 'identity', 'birthday', 'address', 'contact', 'profile'])

export default rule(
  {
    clauses: ['wx-tos/4.4.2', 'wx-op/12.1.1'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    partial: true,
    messages: {
      'leads-elsewhere': {
        what: { zh: '“{text}”打开的不是隐私政策', en: '"{text}" does not open a privacy policy' },
        why: {
          zh: '处理用户个人数据，要有清晰的隐私政策并让用户看到。',
          en: 'Whoever processes personal data needs a clear policy that people can read.',
        },
        fix: {
          zh: '链接到写明收集哪些信息、用途、共享和删除方式的页面，或调用 openPrivacyContract。',
          en: 'Link to a page that says what, what for, with whom and how to erase, or call openPrivacyContract.',
        },
      },
      'nowhere-shown': {
        what: { zh: '收集了{data}，小程序里找不到隐私政策', en: '{data} is collected, and no privacy policy is found in the program' },
        why: {
          zh: '应当有清晰的隐私政策，说明收集什么、怎样使用。',
          en: 'A clear policy has to say what is collected and how it is used.',
        },
        fix: { zh: '在收集处和“我的”里放上隐私政策入口。', en: 'Link the policy where data are collected and under 我的.' },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const sent = sendings(program, interpretation).find(
      ({ pieces, call }) => call && !program.vendored.has(call.at.file) && pieces.some(({ personal }) => TELLING.has(personal)),
    )
    if (!sent) return 'inapplicable'
    if (interpretation.callsOf('openPrivacyContract').length > 0) return
    const entries = entriesOf(entryWords('privacy-policy'), copy, interpretation)
    let elsewhere: (typeof entries)[number] | undefined
    for (const entry of entries) {
      const { binding } = entry
      if (entry.state === 'unknown') return
      if (!binding) {
        if (entry.state === 'works') return
        continue
      }
      const moves = interpretation
        .callsOf('navigateTo', 'redirectTo', 'showModal', 'openDocument', 'downloadFile', 'request')
        .flatMap((call) => call.contexts.filter(({ root }) => root.element === binding.element).map((context) => ({ call, context })))
      const emits = moves.length === 0
      const good = moves.some(({ call, context }) => {
        const [options] = context.args
        if (call.api === 'showModal')
          return ['title', 'content'].some(
            (key) => options?.get(key)?.open || textsOf(options?.get(key) ?? context.args[0]!).some((one) => POLICY.test(one)),
          )
        if (call.api !== 'navigateTo' && call.api !== 'redirectTo') return true
        const targets = routesOf(program, context.root.unit, options?.get('url'))
        return (
          targets.length === 0 ||
          targets.some(
            (unit) =>
              copyOf(program, copy, unit).some(({ text, slot }) => slot !== 'navigationBarTitleText' && POLICY.test(text)) ||
              shows(unit.template) ||
              interpretation.opaque.has(unit.base) ||
              openText(unit.base),
          )
        )
      })
      if (good || (emits && entry.state === 'works')) return
      elsewhere ??= entry
    }
    function shows(template: string | null): boolean {
      return (
        template !== null &&
        (program.templates.get(template)?.elements.some(({ tag }) => tag === 'web-view' || tag === 'rich-text' || tag === 'image') ?? false)
      )
    }
    /** A page whose text comes from a server. */
    function openText(base: string): boolean {
      return interpretation.shown.some(
        ({ unit, slot, value }) =>
          unit.base === base &&
          slot === '' &&
          value.open &&
          value.constants.filter((one) => typeof one === 'string' && one !== '').length === 0,
      )
    }
    if (elsewhere) {
      report('leads-elsewhere', {
        at: elsewhere.at,
        related: [
          ...(elsewhere.binding ? [{ at: elsewhere.binding.at }] : []),
          ...(elsewhere.binding?.handlerAt ? [{ at: elsewhere.binding.handlerAt }] : []),
          { at: sent.at },
        ],
        data: { text: elsewhere.text },
        // An agreement is not bound to be the policy; only what calls itself one is.
        ...(/隐私|privacy/i.test(elsewhere.text) ? {} : { verdict: 'review' as const, confidence: 'low' as const }),
      })
      return
    }
    // Words about it on the page where the data are asked for are a policy in short; the console may hold the long one.
    if (copy.copies.some(({ text, reachable }) => reachable && POLICY.test(text))) return
    const kinds = [...new Set(sent.pieces.filter(({ personal }) => TELLING.has(personal)).map(({ personal }) => personal))]
    report('nowhere-shown', {
      at: sent.at,
      data: {
        data: { zh: kinds.map((kind) => PERSONAL_WORDS[kind].zh).join('、'), en: kinds.map((kind) => PERSONAL_WORDS[kind].en).join(', ') },
      },
      verdict: 'review',
      confidence: 'low',
    })
  },
)
