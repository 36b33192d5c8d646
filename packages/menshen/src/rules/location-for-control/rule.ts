import { copyOf, rule, sendings, wayTo } from '../kit.ts'

const FOLLOWING = ['startLocationUpdate', 'startLocationUpdateBackground', 'onLocationChange']
const DEVICE = /无人机|航拍机|飞行器|无人车|自动驾驶|遥控(?:车|船|飞机)|机器人|自动跟随|一键返航|智能小车|割草机/
const FLEET = /车队|调度|派单|出车|接警|应急指挥|应急救援|抢险|警力|救护车|运力|司机端/
const AS_OBJECT = /手册|说明书|教程|公告|通知|发车时间/

export default rule(
  {
    clauses: ['wx-op/12.4.2', 'wx-op/12.4.3'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    messages: {
      device: {
        what: { zh: '用定位接口自动控制设备（{word}）', en: 'The position steers a device ({word})' },
        why: {
          zh: '不得把定位接口用于车辆、飞机或其他设备的自动控制。',
          en: 'Location interfaces may not be used to control vehicles, aircraft or other devices.',
        },
        fix: { zh: '由设备自身的控制系统完成，小程序里只显示。', en: 'Leave it to the device’s own system and only show its state.' },
      },
      dispatch: {
        what: { zh: '用定位接口做调度、车队管理或应急服务（{word}）', en: 'The position serves dispatch, a fleet or emergencies ({word})' },
        why: {
          zh: '不得把定位接口用于调度、车队管理或应急服务。',
          en: 'Location interfaces may not be used for dispatch, fleet management or emergency services.',
        },
        fix: {
          zh: '换用专门的调度终端，或改为用户自己查看订单进度。',
          en: 'Use dispatch equipment of its own, or only show the user an order’s progress.',
        },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const calls = interpretation.callsOf(...FOLLOWING).filter((call) => call.contexts.some(({ root }) => root.kind !== 'unbound'))
    if (calls.length === 0) return 'inapplicable'
    const [call] = calls
    if (!call) return
    const contexts = call.contexts.filter(({ root }) => root.kind !== 'unbound')
    const near = contexts.flatMap(({ root }) => copyOf(program, copy, root.unit))
    const sends =
      sendings(program, interpretation).some(({ pieces }) => pieces.some(({ personal }) => personal === 'location')) ||
      interpretation.callsOf('SocketTask.send', 'sendSocketMessage', 'writeBLECharacteristicValue').length > 0
    for (const [message, words, clause] of [
      ['device', DEVICE, 'wx-op/12.4.2'],
      ['dispatch', FLEET, 'wx-op/12.4.3'],
    ] as const) {
      const spoken =
        near.find(({ text }) => words.test(text) && !AS_OBJECT.test(text)) ??
        copy.copies.find(({ text, via }) => via === 'config' && words.test(text))
      if (!spoken) continue
      const word = words.exec(spoken.text)?.[0] ?? ''
      const way = wayTo(call, contexts, program)
      report(message, {
        ...way,
        related: [
          { at: spoken.at, note: { zh: '文案', en: 'the words' } },
          ...calls.slice(1).map((one) => ({ at: one.nameAt })),
          ...way.related,
        ],
        data: { word },
        clauses: [clause],
        // Whether a machine or a person decides is for the eye; sent away while it moves leaves little doubt.
        verdict: sends ? 'violation' : 'review',
      })
    }
  },
)
