import {
  type ApiCall,
  type CallContext,
  callPath,
  type Interpretation,
  joined,
  rule,
  type Text,
  tagSpan,
  textsOf,
  wordsIn,
} from '../kit.ts'
import { copiedIn } from './run.ts'
import { COMMAND, LEAVE, PAY_ADDRESS, PAY_LINK, SHOP_HOST, SHOPS } from './signs.ts'

const told = (interpretation: Interpretation, call: ApiCall) =>
  interpretation.callsOf('showModal', 'showToast', 'showActionSheet').flatMap((dialog) => {
    const context = dialog.contexts.find(({ after }) => after.some((one) => one.at.file === call.at.file && one.at.start === call.at.start))
    const words = context
      ? ['title', 'content'].flatMap((key) => textsOf(context.args[0]?.get(key) ?? { constants: [], pieces: [] })).join(' ')
      : ''
    return words === '' ? [] : [{ dialog, words }]
  })

export default rule(
  {
    clauses: ['dy-review/2.1.2.2', 'dy-review/1.2.1.1.a', 'wx-op/3.9', 'later/clipboard-download'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'command-copied': {
        what: {
          zh: '复制口令或外链到剪贴板，引导去其他平台：“{text}”',
          en: 'A pass phrase or outside link is copied for use elsewhere: "{text}"',
        },
        why: {
          zh: '不得让用户复制口令、链接到其他平台购买或使用；服务须在小程序内完成。',
          en: 'People may not be made to carry a phrase or link to another platform; the service has to be had in the program itself.',
        },
        fix: {
          zh: '在小程序内提供结果、领取和购买，去掉复制口令或外链的按钮。',
          en: 'Give the result, the coupon or the purchase inside the program and remove the copying.',
        },
      },
      'pay-link-copied': {
        what: { zh: '复制支付链接，让用户到外面付款：“{text}”', en: 'A payment link is copied so that people pay elsewhere: "{text}"' },
        why: {
          zh: '付款须在小程序内用平台的支付完成，不得把用户引到浏览器或其他应用里付。',
          en: 'Paying happens in the program, by the platform’s payment; people may not be sent to a browser or another app for it.',
        },
        fix: { zh: '接入平台支付，去掉复制支付链接的按钮。', en: 'Use the platform’s payment and remove the copying.' },
      },
      'link-copied': {
        what: { zh: '外部链接被复制到剪贴板', en: 'An outside link is copied to the clipboard' },
        why: { zh: '需确认复制链接不是使用服务的唯一途径。', en: 'A human has to see that copying is not the only way to the service.' },
        fix: { zh: '能在小程序内完成的不要靠复制链接。', en: 'Do not rely on copying where the program can do it.' },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const copied = run ? copiedIn(program, run) : []
    const calls = interpretation.callsOf('setClipboardData').filter(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))
    if (calls.length === 0 && copied.length === 0) return 'inapplicable'
    const wechat = program.platform === 'wechat'
    for (const call of calls) {
      const dialogs = told(interpretation, call)
      let paid: { readonly context: CallContext; readonly text: string } | undefined
      let best: { rank: number; text: string; context: ApiCall['contexts'][number] } | undefined
      for (const context of call.contexts) {
        if (context.root.kind === 'unbound') continue
        const data = context.args[0]?.get('data')
        const texts = data ? textsOf(data) : []
        const button = context.root.element ? wordsIn(interpretation, context.root.element) : ''
        const around = dialogs.map(({ words }) => words).join(' ')
        const command = texts.find((text) => COMMAND.test(text))
        const shop = texts.find((text) => SHOP_HOST.test(text))
        const link = texts.find((text) => /^https?:\/\//.test(text))
        const pays =
          [button, around].find((words) => PAY_LINK.test(words)) ??
          (data?.origins.some(({ source, path }) => source === 'response' && PAY_ADDRESS.test(path)) ? button || around : undefined)
        if (pays !== undefined) {
          paid ??= { context, text: pays.trim().slice(0, 40) }
          continue
        }
        const leaves = [around, button].find((words) => LEAVE.test(words))
        // Nobody tapped, and a server says what lies in the clipboard afterwards.
        const filled = context.root.kind === 'lifecycle' && (data?.origins.some(({ source }) => source === 'response') ?? false)
        const rank = filled
          ? wechat
            ? 1
            : 3
          : command || shop || (leaves && SHOPS.test(leaves))
            ? 3
            : leaves
              ? wechat
                ? 1
                : 3
              : link && /链接|网址|地址|下载|官网/.test(button) && !wechat
                ? 1
                : 0
        if (rank > (best?.rank ?? 0)) best = { rank, text: (command ?? leaves ?? shop ?? link ?? '').trim().slice(0, 40), context }
      }
      if (paid) {
        const { context, text } = paid
        const { element, template } = context.root
        const { witness, related } = callPath(call, context)
        report('pay-link-copied', {
          at: call.nameAt,
          data: { text },
          clauses: ['dy-review/1.2.1.1.a', 'wx-op/3.9', 'later/clipboard-download'],
          witness,
          related: [...related, ...(element && template ? [{ at: tagSpan(element, template) }] : [])],
        })
      }
      if (!best) continue
      const { context, text } = best
      const { witness, related } = callPath(call, context)
      const note: Text = { zh: '复制后的提示', en: 'what is said after copying' }
      const { element, template } = context.root
      report(best.rank === 3 ? 'command-copied' : 'link-copied', {
        at: call.nameAt,
        data: { text },
        witness,
        related: [
          ...related,
          ...(element && template ? [{ at: tagSpan(element, template) }] : []),
          ...dialogs.map(({ dialog }) => ({ at: dialog.nameAt, note })),
        ],
        ...(best.rank === 3 ? {} : { verdict: 'review' as const, confidence: 'medium' as const, severity: 'warning' as const }),
      })
    }
    for (const { message, data, detail } of copied) show(message, { ...detail, data })
    done()
  },
)
