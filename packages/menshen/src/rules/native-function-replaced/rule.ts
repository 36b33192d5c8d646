import { callPath, joined, moveOf, recordSpot, recordsIn, rule, stepsWitness, trusted } from '../kit.ts'

const MOVES = /^(?:navigateTo|redirectTo|switchTab|reLaunch|navigateBack|navigateToMiniProgram|openEmbeddedMiniProgram|exitMiniProgram)=$/
const PLAIN = /^[a-z]\w*=$/

/** A page that the script names itself, whatever page was asked for. */
const writtenIn = (text: string, to: string): boolean => {
  const page = to.split('?', 1)[0] ?? ''
  return page.includes('/') && ["'", '"', '`'].some((quote) => text.includes(quote + page))
}

export default rule(
  {
    clauses: ['wx-op/5.11', 'wx-op/14.5.2', 'wx-op/15.2'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'high',
    // One of many ways of changing what belongs to the client.
    partial: true,
    messages: {
      'navigation-replaced': {
        what: { zh: '平台的跳转接口 {api} 被程序替换', en: 'The platform’s {api} is replaced by the program' },
        why: {
          zh: '替换跳转接口可以改变用户要去的页面，属于干扰平台服务。',
          en: 'A replaced navigation function can send people elsewhere than they meant; that interferes with the platform.',
        },
        fix: {
          zh: '不要给 {api} 重新赋值；需要统一处理时写自己的函数。',
          en: 'Do not assign to {api}; write a function of your own for what all pages share.',
        },
      },
      'function-replaced': {
        what: { zh: '平台接口 {api} 被程序替换', en: 'The platform’s {api} is replaced by the program' },
        why: {
          zh: '改写平台接口会改变平台自带的行为，须由人看清改了什么。',
          en: 'Replacing a platform function changes what belongs to the platform; a human has to see what it does.',
        },
        fix: { zh: '用自己的函数包一层，不要改写 {api}。', en: 'Wrap {api} in a function of your own instead of replacing it.' },
      },
      'mute-ignored': {
        what: { zh: '设为不遵循手机静音开关', en: 'Sound plays although the phone is switched to silent' },
        why: {
          zh: '静音开关、音量键属于系统操作，小程序不得改变其作用。',
          en: 'The mute switch and volume keys belong to the system; a program may not change what they do.',
        },
        fix: { zh: '去掉 obeyMuteSwitch: false。', en: 'Remove obeyMuteSwitch: false.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    for (const call of interpretation.calls) {
      if (!call.api.endsWith('=') && call.api !== 'setInnerAudioOption') continue
      const context = call.contexts.find(({ root }) => root.kind !== 'unbound')
      if (!context) continue
      const quietOff =
        (call.api === 'setInnerAudioOption' && context.args[0]?.get('obeyMuteSwitch')) ||
        (/Audio\w*\.obeyMuteSwitch=$/.test(call.api) && context.args[0])
      if (quietOff) {
        if (quietOff.constants.includes(false) && !quietOff.constants.includes(true))
          both.say('mute-ignored', {
            at: call.nameAt,
            clauses: ['wx-op/14.5.2'],
            ...callPath(call, context),
            ...(quietOff.at ? { related: [{ at: quietOff.at }] } : {}),
            // A switch of the program's own that people can turn: who turned it is for a human.
            ...(quietOff.open ? { verdict: 'review' as const, confidence: 'low' as const } : {}),
          })
        continue
      }
      // A program that hands a promise version back under the old name (vendored shims) keeps what the function does.
      if (!PLAIN.test(call.api) || program.vendored.has(call.at.file)) continue
      const api = `${call.ns}.${call.api.slice(0, -1)}`
      if (!MOVES.test(call.api)) {
        const known = interpretation.mentions.some((one) => one.api === call.api.slice(0, -1) && one.called)
        if (known && context.args[0]?.isFunction)
          both.say('function-replaced', { at: call.nameAt, data: { api }, verdict: 'review', confidence: 'low', severity: 'info' })
        continue
      }
      // Whether the replacement goes where it was told is for a human, unless something else than the given address can come out.
      const own = call.api.slice(0, -1)
      const body = context.args[0]?.isFunction && context.args[0].at?.file === call.at.file ? context.args[0].at : null
      const text = (program.files.text(call.at.file) ?? '').slice(body?.start, body?.end)
      const strays = interpretation.callsOf(own).some(
        (one) =>
          one.at.file === call.at.file &&
          // What the replacement itself does, not where else in the file somebody goes.
          (!body || (one.at.start >= body.start && one.at.end <= body.end)) &&
          one.contexts.some(({ args }) => {
            const url = args[0]?.get('url')
            const known = [...(url?.constants ?? []), ...(url?.pieces ?? []).map(([head]) => head)]
            return known.some((to) => typeof to === 'string' && writtenIn(text, to))
          }),
      )
      both.say('navigation-replaced', {
        at: call.nameAt,
        data: { api },
        clauses: ['wx-op/5.11', 'wx-op/15.2'],
        ...callPath(call, context),
        ...(strays ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
      })
    }
    // Whatever name it was put together from: the run kept who did it.
    const seen = new Set<string>()
    for (const pass of run ? trusted(run) : [])
      for (const record of recordsIn(pass, 'warning')) {
        const move = moveOf(pass, record)
        const at = recordSpot(program, pass, record)
        if (record.code !== 'platform-replaced' || !move || seen.has(record.text)) continue
        if (!('file' in at) || program.vendored.has(at.file)) continue
        seen.add(record.text)
        const moves = MOVES.test(`${record.text}=`)
        both.show(moves ? 'navigation-replaced' : 'function-replaced', {
          at,
          data: { api: `${program.platform === 'douyin' ? 'tt' : 'wx'}.${record.text}` },
          ...(moves ? { clauses: ['wx-op/5.11', 'wx-op/15.2'] } : { severity: 'info' as const }),
          verdict: 'review',
          confidence: moves ? 'medium' : 'low',
          witness: stepsWitness(pass, move, { zh: `${record.text} 被换成了程序自己的`, en: `${record.text} is now the program’s own` }),
        })
      }
    both.done()
  },
)
