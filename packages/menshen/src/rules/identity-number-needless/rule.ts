import { type Element, fieldsOf, isPassword, rule, wholeCopy } from '../kit.ts'

const NUMBER = /身份证(?!.{0,4}(?:复印|照|扫描|正反面))|证件号|护照号/
/** Said to keep people from writing it there. */
const WARNED = /(?:勿|不要|无需|不必|别).{0,8}(?:身份证|证件)/
/** Services that the law or the other side asks to know who somebody is. */
const NEEDS =
  /实名|入住|酒店|民宿|机票|火车|车票|船票|登机|保险|投保|理赔|考试|考生|准考|报考|招生|挂号|就诊|医院|病历|处方|疫苗|体检|签证|护照|贷款|借款|信贷|开户|银行卡|提现|社保|医保|公积金|政务|办事|税|发票抬头|租车|代驾|司机|骑手|车辆|驾驶|驾照|求职|简历|入职|员工|教师资格|学籍|公证|登记|法规|法律|门票|景区|预约参观|参赛|赛事|马拉松|认证|领养|捐|婚|房产|不动产|租赁合同|签约|电子合同|快递实名|寄件/
const OPTIONAL = /选填|可不填|非必填/

/** What is typed goes somewhere. */
const taken = (element: Element): boolean =>
  element.attributes.some(({ name }) => /^(?:(?:capture-)?(?:bind|catch):?(?:input|blur|change|confirm)|name|model:value)$/.test(name))

export default rule(
  {
    clauses: ['wx-op/12.1.3', 'wx-tos/4.4.4'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    partial: true,
    messages: {
      'nothing-needs-it': {
        what: {
          zh: '要求填写证件号，但看不出服务为什么需要它（“{label}”）',
          en: 'An identity number is asked for, and nothing offered seems to need it ("{label}")',
        },
        why: {
          zh: '除法律要求外，不得要求用户填写身份证号等个人信息才能使用功能。',
          en: 'Unless the law demands it, people may not have to give such data to use a function.',
        },
        fix: { zh: '去掉这一项；确有法律要求的，在旁边写明依据。', en: 'Remove the field; where the law asks for it, say so beside it.' },
      },
    },
  },
  ({ interpretation, copy }, report) => {
    const fields = fieldsOf(interpretation).filter((field) => {
      const { element, label } = field
      // A field for a password may tell which one it was given at first.
      return (
        element.tag !== 'picker' && !isPassword(field) && NUMBER.test(label) && !WARNED.test(label) && !/键盘/.test(label) && taken(element)
      )
    })
    if (fields.length === 0) return 'inapplicable'
    const seen = new Set<string>()
    for (const { element, file, label, unit } of fields) {
      if (seen.has(unit.base)) continue
      seen.add(unit.base)
      if (OPTIONAL.test(label) && !/必填/.test(label)) continue
      if (NEEDS.test(unit.base) || NEEDS.test(wholeCopy(copy))) continue
      const word = NUMBER.exec(label)?.[0] ?? ''
      const source = interpretation.shown
        .flatMap(({ value }) => value.places)
        .find(({ constant }) => typeof constant === 'string' && NUMBER.test(constant) && !WARNED.test(constant))
      report('nothing-needs-it', {
        at: { file, start: element.start, end: element.openEnd },
        related: source ? [{ at: source.at, note: { zh: '文案在这里', en: 'the words' } }] : [],
        data: { label: word },
      })
    }
  },
)
