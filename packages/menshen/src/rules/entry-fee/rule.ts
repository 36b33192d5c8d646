import { apiTable, callPath, rule, wholeCopy } from '../kit.ts'

const ENTER =
  /付费添加|(?:支付|付费|付款|交费|缴费)[^。！？]{0,12}(?:后|才能|方可|才可|即可)[^。！？]{0,8}(?:添加|进入|打开|使用(?:本|该|此)?(?:小程序|全部|所有))|(?:添加|进入|打开|使用)(?:本|该|此)?小程序[^。！？]{0,8}(?:需|须|要)[^。！？]{0,6}(?:支付|付费|付款|激活|邀请码)|(?:请|需|须)?输入(?:激活码|邀请码|授权码|卡密)[^。！？]{0,8}(?:进入|使用|激活|解锁|继续)/
/** The code itself is for sale. */
const SOLD =
  /(?:激活码|邀请码|授权码|卡密)[^。！？]{0,12}(?:付费|购买|售价|[¥￥]|\d+(?:\.\d+)?\s*元)|(?:付费|购买|[¥￥]\s*\d|\d\s*元)[^。！？]{0,8}(?:激活码|邀请码|授权码|卡密)/
const FREE = /无需|不用|不必|免费|不需/
const PAYS = new Set([...apiTable('wechat').family('payment'), ...apiTable('douyin').family('payment')])

export default rule(
  {
    clauses: ['wx-op/3.6'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    messages: {
      fee: {
        what: { zh: '进入小程序要先付费或输码：“{text}”', en: 'Entering costs money or a code: "{text}"' },
        why: { zh: '未经授权，添加和打开小程序须免费。', en: 'Without permission, adding and opening a program has to be free.' },
        fix: {
          zh: '首页直接可用，收费只针对具体商品或服务。',
          en: 'Let the home page work for everybody, and charge for goods or services only.',
        },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    if (!ENTER.test(wholeCopy(copy))) return
    const doors = copy.copies.filter(({ text, reachable }) => reachable && text.length < 100 && ENTER.test(text) && !FREE.test(text))
    const first = doors.find(({ units }) => program.home !== null && units.includes(program.home)) ?? doors[0]
    if (!first) return
    const atHome = program.home !== null && first.units.includes(program.home)
    const pay = interpretation.calls.find(
      ({ api, contexts }) => PAYS.has(api) && contexts.some(({ root }) => root.unit.base === program.home),
    )
    const context = pay?.contexts.find(({ root }) => root.unit.base === program.home)
    const path = pay && context ? callPath(pay, context) : undefined
    report('fee', {
      at: first.at,
      data: { text: first.text.slice(0, 40) },
      related: [
        ...doors
          .filter((one) => one !== first)
          .slice(0, 5)
          .map(({ at }) => ({ at })),
        ...(pay ? [{ at: pay.nameAt }] : []),
        ...(path?.related ?? []),
      ],
      ...(path ? { witness: path.witness } : {}),
      ...(atHome && (pay || /付费添加|小程序/.test(first.text) || SOLD.test(first.text)) ? {} : { verdict: 'review' as const }),
    })
  },
)
