import { closest, type Element, fieldsOf, personalByLabel, plainAttribute, rule, type Span, saidIn } from '../kit.ts'

const KINDS = { phone: { zh: '手机号', en: 'a phone number' }, birthday: { zh: '出生日期', en: 'a date of birth' } } as const
type Kind = keyof typeof KINDS
const REQUIRED = /必填|必选|必须填写/
const OPTIONAL = /选填|可不填|非必填|可选/
/** Refused until it is there. */
const REFUSES: Readonly<Record<Kind, RegExp>> = {
  phone: /(?:请|须|需|必须).{0,4}(?:填写|输入|填|绑定).{0,8}(?:手机|电话)/,
  birthday: /(?:请|须|需|必须).{0,4}(?:填写|输入|填|选择).{0,12}(?:生日|出生)/,
}
/** The same said of all fields at once. */
const INCOMPLETE =
  /(?:请|须|需|必须)(?:先)?(?:完整|全部|如实)(?:地)?(?:填写|填)|(?:请|须|需|必须)(?:先)?(?:填写|补全|完善|输入|填)(?:完整|完|好|全部|所有|必填|您的|个人)?(?:的)?(?:信息|资料|内容|项)?(?:后|再|才|$)|(?:信息|资料|填写)不完整/
/**
 * Somebody has to be reached, known again or told apart by age, or the law asks: whatever of this a program speaks of,
 * a number may be needed for it. What is left are tools that answer by themselves.
 */
const NEEDED =
  /预约|预定|预订|订购|订座|订房|报名|配送|收货|送货|外卖|快递|寄[件送]|取件|订单|下单|购买|支付|付款|会员|注册|登录|登陆|绑定|回访|回电|致电|中奖|奖品|领取|兑换|通知|提醒|短信|报修|维修|上门|举报|租|借|招聘|求职|简历|应聘|入会|考试|成绩|学员|学生|家长|挂号|就诊|问诊|患者|健康|保险|名片|通讯录|认证|实名|校友|社团|活动|参赛|入驻|加盟|开户|保修|发票|停车|车主|代驾|打车|拼车|访客|登记|申请|审批|办理|业主|物业|星座|生肖|年龄|岁|生辰|八字|孕|宝宝|纪念日|倒数|祝福|养老|退休|社保|公积金|志愿|捐|相亲|交友|员工|工号|签到|核销|门店|团购|优惠券/

/** Words that stand on many a page; a number is needed for it only where the field itself stands. */
const NEEDED_HERE = /客服|联系|咨询|投诉|反馈|建议|留言/

const isChat = (element: Element | null | undefined): boolean =>
  element != null && closest(element, (at) => /^(?:contact|feedback|im)$/.test(plainAttribute(at, 'open-type') ?? '')) !== undefined

export default rule(
  {
    clauses: ['wx-op/12.1.3', 'wx-tos/4.4.4'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'warning',
    // That nothing needs it is read from what the program says.
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      'price-of-use': {
        what: { zh: '不填{data}就不能用，而服务用不到它', en: 'Nothing works without {data}, and nothing offered needs it' },
        why: {
          zh: '除法律要求或用户同意外，不得要求用户输入手机号、出生日期等个人信息才可使用功能。',
          en: 'Unless the law asks or the user agrees, no function may depend on entering a phone number, a date of birth or the like.',
        },
        fix: { zh: '去掉这一项，或改为选填并写明用途。', en: 'Remove the field, or make it optional and say what it is for.' },
      },
    },
  },
  ({ program, interpretation, copy, listing }, report) => {
    const fields = fieldsOf(interpretation).flatMap((field) => {
      const kind = personalByLabel(field.label)
      return (kind === 'phone' || kind === 'birthday') && interpretation.reachable.has(field.unit.base) && !OPTIONAL.test(field.label)
        ? [{ ...field, kind: kind as Kind }]
        : []
    })
    if (fields.length === 0) return 'inapplicable'
    // What asks for it says nothing of a need.
    const said = copy.copies.filter(({ text }) => !REFUSES.phone.test(text) && !REFUSES.birthday.test(text)).map(({ text }) => text)
    const about = [listing?.name, listing?.intro, listing?.description, ...(listing?.categories ?? []), ...said].join(' ')
    if (NEEDED.test(about)) return
    for (const { kind, unit, label, file, element } of fields) {
      // A button into the platform's own chat needs no number.
      if (saidIn(interpretation).some((one) => one.unit === unit.base && NEEDED_HERE.test(one.text) && !isChat(one.shown?.element)))
        continue
      const refuses = interpretation
        .callsOf('showToast', 'showModal')
        .find((call) =>
          call.contexts.some(
            ({ root, args }) =>
              root.kind === 'gesture' &&
              root.unit.base === unit.base &&
              [args[0]?.get('title'), args[0]?.get('content')].some((one) =>
                one?.constants.some(
                  (text) => typeof text === 'string' && (REFUSES[kind].test(text) || (REQUIRED.test(label) && INCOMPLETE.test(text))),
                ),
              ),
          ),
        )
      if (!refuses && !REQUIRED.test(label)) continue
      const at: Span = { file, start: element.start, end: element.openEnd }
      report('price-of-use', {
        at,
        data: { data: KINDS[kind] },
        related: refuses ? [{ at: refuses.nameAt, note: { zh: '不填就在这里被拦下', en: 'stopped here without it' } }] : [],
        // A mark alone stops nobody.
        ...(refuses ? {} : { verdict: 'review' as const, confidence: 'low' as const }),
      })
      return
    }
    return program.pages.length > 0 ? undefined : 'inapplicable'
  },
)
