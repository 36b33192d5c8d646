import { rule, type Span, wayBack } from '../kit.ts'
import { profileKept } from './run.ts'

const STOP = /停止使用|撤回(?:授权|同意)|取消授权|关闭授权|不再授权|解除授权|收回授权/
const PROFILE = /^(?:getUserProfile|getUserInfo)$/
const CLEARS = ['removeStorage', 'removeStorageSync', 'clearStorage', 'clearStorageSync'] as const

export default rule(
  {
    clauses: ['wx-op/14.6.4', 'wx-op/12.2.4'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['run'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    messages: {
      'still-kept': {
        what: { zh: '用户撤回授权后，头像昵称仍留在缓存里', en: 'After consent is withdrawn the profile stays in storage' },
        why: {
          zh: '用户拒绝授权后，应清除并不再使用其头像、昵称等数据。',
          en: 'Once refused, picture and nickname have to be erased and not used again.',
        },
        fix: {
          zh: '撤回时删除这些缓存键，改用默认头像和称呼。',
          en: 'Remove those keys on withdrawal, and fall back to a default name and picture.',
        },
      },
    },
  },
  ({ program, interpretation, copy, run }, report) => {
    const seen = run ? profileKept(program, interpretation, run) : null
    if (seen) {
      report('still-kept', seen)
      return
    }
    const kept = interpretation.callsOf('setStorage', 'setStorageSync').flatMap((call) =>
      call.contexts.flatMap(({ root, args: [first, second] }) => {
        const value = call.api === 'setStorageSync' ? second : first?.get('data')
        const origins = [...(value?.origins ?? []), ...(value?.keys() ?? []).flatMap((key) => value?.get(key)?.origins ?? [])]
        return root.kind !== 'unbound' && wayBack(origins).some(({ source, name }) => source === 'api' && PROFILE.test(name))
          ? [call.nameAt]
          : []
      }),
    )
    const [first] = kept
    if (!first) return 'inapplicable'
    // Withdrawal has an entry of its own.
    const texts = new Set(
      copy.copies.filter(({ text, via }) => via !== 'api' && text.length <= 20 && STOP.test(text)).map(({ text }) => text),
    )
    const stops = interpretation.bindings.filter((binding) =>
      interpretation.shown.some(
        ({ element, value }) =>
          (element === binding.element || element?.parent === binding.element) &&
          value.constants.some((one) => texts.has(String(one).trim())),
      ),
    )
    for (const binding of stops) {
      if (binding.status !== 'found') continue
      const clears = interpretation
        .callsOf(...CLEARS, 'setStorage', 'setStorageSync')
        .some((call) =>
          call.contexts.some(
            ({ root, args: [, second] }) =>
              root.element === binding.element &&
              (call.api.startsWith('remove') ||
                call.api.startsWith('clear') ||
                (second !== undefined &&
                  !second.open &&
                  second.constants.every((one) => !one) &&
                  second.keys().length === 0 &&
                  second.constants.length > 0)),
          ),
        )
      if (clears) continue
      const spots: Span[] = [...new Map(kept.map((at) => [`${at.file}:${at.start}`, at])).values()]
      const near = interpretation
        .callsOf('setStorage', 'setStorageSync')
        .find((call) => call.contexts.some(({ root }) => root.element === binding.element))
      report('still-kept', {
        at: near?.nameAt ?? binding.handlerAt ?? binding.at,
        related: [...spots.map((at) => ({ at, note: { zh: '存在这里', en: 'kept here' } })), { at: binding.at }],
      })
      return
    }
  },
)
