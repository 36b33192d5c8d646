/** The same as seen in a run: the full numbers of several people stood on a page that anybody can open. */
import {
  type Detail,
  type Interpretation,
  lacksAnswers,
  type ProgramModel,
  pageFile,
  pageSpot,
  type RunEvidence,
  type Screen,
  type ShownText,
  screenAfter,
  stepsWitness,
  trusted,
} from '../kit.ts'

/** What may not be shown to others, with what it is called. */
const KINDS = [
  { pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/g, name: { zh: '手机号', en: 'phone numbers' } },
  { pattern: /(?<!\d)\d{6}(?:19|20)\d{9}[\dXx](?!\d)/g, name: { zh: '身份证号', en: 'identity numbers' } },
  { pattern: /[\w.+-]{2,}@[\w-]+(?:\.\w+)+/g, name: { zh: '邮箱', en: 'mail addresses' } },
  { pattern: /(?<=微信号?[:： ]{0,2})[a-zA-Z][\w-]{5,19}/g, name: { zh: '微信号', en: 'WeChat ids' } },
  {
    pattern: /(?<=(?:生日|出生(?:日期)?)[:： ]{0,2})(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}/g,
    name: { zh: '出生日期', en: 'birthdays' },
  },
] as const
const SURNAME =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const PERSON = new RegExp(
  // a name in full, or as people call each other: 老周, 小方, 陈姐, 李大爷
  `(?:^|[^\\p{Script=Han}])(?:[${SURNAME}]\\p{Script=Han}{1,2}|[老小阿大][${SURNAME}]|[${SURNAME}](?:哥|姐|叔|姨|婶|嫂|伯|爷|奶奶|大爷|大妈|大姐|大哥|同学))(?:$|[^\\p{Script=Han}])|先生|女士|小姐|阿姨|叔叔|同学|昵称|乘客|买家|用户|会员|队员|报名人|微信名`,
  'u',
)
/** Who wants to be called, or runs the thing. */
const BUSINESS =
  /店|铺|馆|(?:服务|加油|充电|快递|配送|回收|救助|卫生|广播|工作|水)站|驿站|站长|站点|中心|公司|酒店|客服|热线|服务|医院|学校|物业|前台|预约电话|咨询|商家|门市|营业|值班|办公|部门|主任|经理|老师|教练|医生|师傅|管理员|负责人|联系我们|合作/
/** One's own: an order, an address, a profile. */
const OWN = /收货|地址|订单|我的|个人|资料|联系人|收件|寄件|账号|绑定|登录/
const OWN_PAGE =
  /(?:^|[/_-])(?:my|me|mine|user|ucenter|profile|order|address|addr|cart|pay|checkout|confirm|setting|account|login)s?(?:[/_-]|$|[A-Z])/i
/** What our own telephone gave. */
const OURS = new Set(['13800138000', '13800000000', '11010519491231002X'])

export interface Exposed {
  readonly data: Readonly<Record<string, string | { readonly zh: string; readonly en: string }>>
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>
}

/** The words of one row: beside it, or right above it. */
const rowOf = (screen: Screen, at: ShownText): string =>
  screen.state.text
    .filter(
      (one) =>
        one.layer === 'page' &&
        (Math.abs(one.box.y + one.box.height / 2 - at.box.y - at.box.height / 2) < Math.max(one.box.height, at.box.height) ||
          (one.box.y < at.box.y && at.box.y - one.box.y - one.box.height < 24)),
    )
    .map(({ text }) => text)
    .join(' ')

export function exposedIn(program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly Exposed[] {
  const found = new Map<string, Exposed & { readonly count: number }>()
  let scripts: string | undefined
  const written = (text: string): boolean => {
    scripts ??= program.scripts.map((file) => program.files.text(file) ?? '').join('\n')
    return scripts.includes(text)
  }
  for (const pass of trusted(run)) {
    const typed = new Set(pass.moves.flatMap(({ step }) => (step.do === 'input' ? [step.value] : [])))
    const looked = new Set<number>()
    for (const move of pass.moves) {
      const screen = screenAfter(pass, move)
      const route = screen?.state.route
      if (!screen || looked.has(screen.id)) continue
      looked.add(screen.id)
      if (!route || OWN_PAGE.test(route) || OWN.test(screen.state.title) || lacksAnswers(pass, move)) continue
      const people = new Map<string, { readonly text: ShownText; readonly name: { readonly zh: string; readonly en: string } }>()
      let business = false
      for (const text of screen.state.text) {
        if (text.layer !== 'page' || !/\d{6}|@|微信|生日|出生/.test(text.text)) continue
        for (const { pattern, name } of KINDS)
          for (const number of text.text.match(pattern) ?? []) {
            // The maker's own number stands in the package.
            if (OURS.has(number) || typed.has(number) || written(number)) continue
            const row = rowOf(screen, text).replace(number, ' ')
            if (BUSINESS.test(row)) business = true
            else if (PERSON.test(row.replaceAll(/\d/g, ' '))) people.set(number, { text, name })
          }
      }
      const [first] = people.values()
      if (!first || people.size < 2 || (found.get(route)?.count ?? 0) >= people.size) continue
      const shown = interpretation.shown.filter(
        (one) => one.unit.base.slice(program.root.length) === route && one.slot === '' && (one.value.open || one.value.pieces.length > 0),
      )
      const element = shown.find((one) => one.element?.tag === first.text.tag && one.value.origins.length > 0) ?? shown[0]
      const spot = pageSpot(pass, move, route, { box: first.text.box })
      const masked = [...people.keys()].map((number) => `${number.slice(0, 3)}****${number.slice(-2)}`)
      found.set(route, {
        count: people.size,
        data: { data: first.name, path: masked.slice(0, 2).join('、') },
        detail: {
          at: element?.at ?? pageFile(program, route, spot),
          related: [
            { at: spot },
            ...interpretation.writes
              .filter(
                (write) =>
                  write.unit.base.slice(program.root.length) === route && write.value.origins.some(({ source }) => source === 'response'),
              )
              .slice(0, 3)
              .map(({ at }) => ({ at })),
          ],
          verdict: business ? 'review' : 'violation',
          confidence: 'medium',
          witness: stepsWitness(pass, move, {
            zh: `${route} 上有 ${people.size} 个完整的${first.name.zh}`,
            en: `${people.size} ${first.name.en} stand in full on ${route}`,
          }),
        },
      })
    }
  }
  return [...found.values()]
}
