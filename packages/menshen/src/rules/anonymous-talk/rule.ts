import { callPath, rule, saidIn, sayThemes, type Value } from '../kit.ts'

const NAME_KEY = /^(?:from|nick|nick_?name|name|alias|mask|sender|user_?name|author|who|by|avatar)$/i
const TALK = /聊|私信|说说话|交友|陌生人|倾诉|树洞|留言|匿|面具|秘密|表白/
const HIDDEN = /匿名|匿了|面具|隐身|不知道你是谁|不会知道你|没人知道|认不出|隐藏身份|假名|化名|蒙面|换一(?:张|个)(?:脸|面具|身份|名字)/
const REAL = /实名|真实姓名|经你同意/

/** Drawn by lot: from numbers, or one of several names that the program holds. */
const random = (value: Value | undefined): boolean =>
  value !== undefined &&
  (value.origins.some((origin) => origin.source === 'random') ||
    (!value.open && value.constants.filter((one) => typeof one === 'string' && one !== '').length > 1))
const typed = (value: Value | undefined): boolean => value?.origins.some((origin) => origin.source === 'event') ?? false

export default rule(
  {
    clauses: ['wx-op/5.7'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    messages: {
      words: {
        what: { zh: '提供隐匿身份的聊天、社交：“{text}”', en: 'It offers talk under a hidden identity: “{text}”' },
        why: {
          zh: '不得提供匿名或伪装身份的通讯、社交服务，也不得引导用户隐藏真实身份。',
          en: 'Talk and social services under hidden or false identities are not allowed, nor leading people to hide theirs.',
        },
        fix: {
          zh: '去掉匿名交流功能，让双方以真实帐号身份互动。',
          en: 'Remove the anonymous function; let people meet under their own accounts.',
        },
      },
      masked: {
        what: { zh: '用户的话以随机的假名发给别人', en: 'What users say is sent to others under a random name' },
        why: {
          zh: '产品替用户伪装身份，属于隐匿真实身份的社交服务。',
          en: 'The program disguises people: a social service under hidden identities.',
        },
        fix: { zh: '用帐号本身的昵称头像发送。', en: 'Send it under the account’s own name.' },
      },
    },
  },
  (evidence, report) => {
    const { interpretation } = evidence
    for (const call of interpretation.callsOf(
      'request',
      'cloud.callFunction',
      'cloud.database.add',
      'sendSocketMessage',
      'SocketTask.send',
    ))
      for (const context of call.contexts) {
        if (context.root.kind !== 'gesture') continue
        const data = context.args[0]?.get('data')
        const keys = data?.keys() ?? []
        const name = keys.find((key) => NAME_KEY.test(key) && random(data?.get(key)))
        if (!name || !keys.some((key) => key !== name && typed(data?.get(key)))) continue
        const said = saidIn(interpretation).filter((one) => one.unit === context.root.unit.base)
        const words = said.map((one) => one.text).join(' ')
        if (!TALK.test(words) || REAL.test(words)) continue
        const promise = said.find((one) => HIDDEN.test(one.text))
        const path = callPath(call, context)
        report('masked', {
          at: call.nameAt,
          witness: path.witness,
          related: [...(promise ? [{ at: promise.at }, { at: promise.shownAt }] : []), ...path.related],
          verdict: promise ? 'violation' : 'review',
        })
        return
      }
    return sayThemes<'words'>(evidence, report, { words: { lists: ['anonymity'] } })
  },
)
