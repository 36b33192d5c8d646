import {
  type ApiCall,
  callPath,
  type Detail,
  type Interpretation,
  joined,
  rule,
  type Unit,
  wayBack,
  wholeCopy,
  wordingsIn,
} from '../kit.ts'
import { measuresAbsence } from './away.ts'
import { openedByShare } from './run.ts'

const GROUP = ['getShareInfo', 'getGroupEnterInfo']
const STORES = ['setStorageSync', 'setStorage']

/** Names of what is kept back until something happened. */
const KEPT_BACK = /lock|open|all(?![a-z])|full|more|answer|free|whole|rest|result|paid|pass|reveal/i
/** Sharing named as the way to the rest, in words that no list holds. */
const DEMAND =
  /(?:分享|转发|发给|发到|转到)[^。！？；]{0,10}?(?:看|读|解锁|显示|获取|查看)(?:谜底|答案|全文|完整|全部|剩余|余下|结果|后续|下一)/
/** Conditions of a unit's template and guards of its code speak of a piece of data. */
const decides = (interpretation: Interpretation, unit: Unit, name: string): boolean =>
  interpretation.shown.some(
    (shown) =>
      shown.unit.base === unit.base &&
      shown.conditions.some(({ source }) => new RegExp(`(?<![\\w$.])${name.replace(/\W/g, '\\$&')}(?![\\w$])`).test(source)),
  )
const canShare = (interpretation: Interpretation, unit: Unit): boolean =>
  interpretation.bindings.some(
    ({ unit: at, element }) =>
      at.base === unit.base && element.attributes.some(({ name, value }) => name === 'open-type' && value === 'share'),
  ) ||
  interpretation.shown.some(
    ({ unit: at, element }) =>
      at.base === unit.base && element?.attributes.some(({ name, value }) => name === 'open-type' && value === 'share'),
  )
const keyOf = (call: ApiCall, args: ApiCall['contexts'][number]['args']) => (call.api.endsWith('Sync') ? args[0] : args[0]?.get('key'))

/** What runs when people come back. */
const BACK = /^(?:onShow|show)$/

export default rule(
  {
    clauses: ['wx-op/5.1.1', 'wx-op/5.1', 'later/share-result-unknown'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'unlocked-by-share': {
        what: { zh: '分享之后才解锁内容或功能', en: 'Something opens only after sharing' },
        why: {
          zh: '不得要求分享后才能进行下一步；分享只能是用户自愿的。',
          en: 'No step may depend on sharing; people share only if they want to.',
        },
        fix: { zh: '直接开放内容，分享按钮不影响任何状态。', en: 'Open the content, and let sharing change no state.' },
      },
      'away-timer': {
        what: { zh: '用离开页面的时间猜测是否分享过', en: 'The time away from the page is taken for a share' },
        why: {
          zh: '接口不再告知是否真的分享（2018 年起），靠 onHide、onShow 时差来解锁就是强制分享。',
          en: 'The platform no longer tells whether people shared (since 2018); unlocking by the time between hide and show forces sharing.',
        },
        fix: { zh: '删去计时判断，内容直接开放。', en: 'Remove the timing and open the content.' },
      },
      'group-ticket': {
        what: { zh: '用群分享票据决定能否使用', en: 'A group’s share ticket decides what can be used' },
        why: { zh: '只有分享到群才放行，属于强制分享。', en: 'Letting people through only after sharing into a group forces sharing.' },
        fix: { zh: '不要用 shareTicket 控制内容。', en: 'Do not let a share ticket control content.' },
      },
      'share-demanded': {
        what: { zh: '文案要求先分享：“{text}”', en: 'The words ask for sharing first: "{text}"' },
        why: { zh: '不得以文案、按钮要求或暗示分享后才能继续。', en: 'Words and buttons may not demand or hint that sharing comes first.' },
        fix: { zh: '删去这类文案和对应的限制。', en: 'Remove the words and the limit behind them.' },
      },
    },
  },
  ({ program, interpretation, copy, run }, tell) => {
    const { say, show, done } = joined(program, tell)
    let read: Detail | undefined
    const report: typeof tell = (message, detail) => {
      if (message === 'unlocked-by-share' || message === 'away-timer') read ??= detail
      say(message, detail)
    }
    const words = wordingsIn(program, copy, ['share.force'], ({ text }) => !/下单|购买|成交|诱导|举报|违规/.test(text))
    const demanded = (DEMAND.test(wholeCopy(copy)) ? copy.copies : []).filter(
      ({ text, reachable }) =>
        reachable && text.length < 80 && DEMAND.test(text) && !/(?:不用|无需|不必|不需)|不(?:分享|转发)也/.test(text),
    )
    const spoken = demanded.length > 0 || words.some(({ strength }) => strength === 'strong')
    for (const write of interpretation.writes) {
      if (write.root.kind !== 'share' || write.path === null) continue
      const name = write.path.split(/[.[]/, 1)[0] ?? ''
      if (!decides(interpretation, write.unit, name)) continue
      // A panel that closes when people share is no lock.
      const closes =
        /show|visible|panel|popup|modal|mask|dialog|poster|menu|sheet/i.test(name) && write.value.constants.every((one) => !one)
      if (closes) continue
      const sure = spoken || /unlock|lock|share[ds]|hasShare|isShare|open|free|allow|can/i.test(name)
      report('unlocked-by-share', {
        at: write.at,
        related: [{ at: write.root.at }],
        ...(sure ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
      })
    }
    for (const call of interpretation.callsOf(...STORES)) {
      const context = call.contexts.find(({ root }) => root.kind === 'share')
      const key = context && keyOf(call, context.args)?.constants.find((one) => typeof one === 'string')
      if (!context || typeof key !== 'string') continue
      const read = interpretation.shown.some(({ conditions }) =>
        conditions.some(({ value }) => wayBack(value.origins).some(({ source, name }) => source === 'storage' && name === key)),
      )
      if (read || /unlock/i.test(key))
        report('unlocked-by-share', {
          at: call.nameAt,
          ...callPath(call, context),
          ...(read ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
    }
    const timed = new Set<string>()
    const away = (unit: Unit, root: string, timeGuard: boolean) =>
      timeGuard && BACK.test(root) && (unit.kind === 'app' || canShare(interpretation, unit) || spoken)
    for (const call of interpretation.callsOf(...STORES))
      for (const context of call.contexts) {
        const guard = context.guards.find(
          (one) =>
            one.origins.some(({ source: from }) => from === 'time') &&
            /[<>]/.test(one.source) &&
            measuresAbsence(program, interpretation, one),
        )
        const { unit, name } = context.root
        if (!guard || !away(unit, name, true) || timed.has(unit.base)) continue
        timed.add(unit.base)
        const key = keyOf(call, context.args)
        const named = [...(key?.constants ?? []), ...(key?.pieces.flat() ?? [])].some(
          (one) => typeof one === 'string' && KEPT_BACK.test(one),
        )
        report('away-timer', {
          at: call.nameAt,
          ...callPath(call, context),
          related: [{ at: guard.at }, { at: context.root.at }],
          ...(spoken || named ? {} : { verdict: 'review' as const, confidence: 'low' as const }),
        })
      }
    for (const write of interpretation.writes) {
      if (!BACK.test(write.root.name) || timed.has(write.unit.base)) continue
      const guarded = write.guards.some(
        (guard) =>
          guard.origins.some(({ source: from }) => from === 'time') &&
          /[<>]/.test(guard.source) &&
          measuresAbsence(program, interpretation, guard),
      )
      if (!away(write.unit, write.root.name, guarded)) continue
      timed.add(write.unit.base)
      report('away-timer', {
        at: write.at,
        related: [{ at: write.root.at }],
        ...(spoken || KEPT_BACK.test(write.path ?? '') ? {} : { verdict: 'review' as const, confidence: 'low' as const }),
      })
    }
    const group = [...demanded.map(({ text }) => text), ...words.map(({ text }) => text)].some((text) => text.includes('群'))
    const tickets = interpretation.callsOf(...GROUP).filter(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))
    // One program, one habit: the first place stands for all.
    for (const call of tickets.slice(0, 1)) {
      const context = call.contexts.find(({ root }) => root.kind !== 'unbound')
      if (!context) continue
      const gate = interpretation.writes.find(
        (write) =>
          write.root.at.file === context.root.at.file &&
          write.path !== null &&
          /lock|share|open|answer|full|all/i.test(write.path) &&
          write.value.constants.some(Boolean) &&
          decides(interpretation, write.unit, write.path.split('.')[0] ?? ''),
      )
      report('group-ticket', {
        at: call.nameAt,
        ...callPath(call, context),
        related: [
          ...(gate ? [{ at: gate.at }] : []),
          { at: context.root.at },
          ...tickets.slice(1, 8).map(({ nameAt }) => ({ at: nameAt })),
        ],
        ...(gate || group ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
      })
    }
    for (const one of demanded)
      if (!words.some(({ copy: other }) => other === one))
        report('share-demanded', { at: one.at, data: { text: one.text.slice(0, 40) }, confidence: 'medium' })
    for (const { at, text, strength, copy: one } of words)
      if (strength !== 'weak')
        report('share-demanded', {
          at,
          data: { text },
          related: one.at === at ? [] : [{ at: one.at }],
          ...(strength === 'strong' ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
    const seen = run ? openedByShare(program, interpretation, run) : null
    // What the code says of the same lock is the same fault.
    if (seen) show('unlocked-by-share', { ...seen, ...(read ? { at: read.at, related: [{ at: seen.at }, ...(seen.related ?? [])] } : {}) })
    done()
  },
)
