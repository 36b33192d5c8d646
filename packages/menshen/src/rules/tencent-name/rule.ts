import { findTerms, type Listing, rule, type Span, type Text, type Unit } from '../kit.ts'

/** The company's and its products' own names as a whole title, or at its head: a program that calls itself so. */
const MARK = /^(?:微信|腾讯|企业微信|weixin|wechat|tencent|wecom|qq)(?:官方|助手|小助手|平台|商城|会员|中心|红包|安全中心|团队|客服)?$/i
/** Naming what the platform gives: 微信支付, 微信登录, 微信号, 分享到微信. */
const ALLOWED =
  /微信(?:支付|登录|登陆|授权|号|群|好友|朋友圈|昵称|头像|收款|扫码|小程序|公众号|运动|读书|卡包|步数|转账|零钱|用户|绑定|账单|客服|通知|分享|步|开放|云)|(?:分享|转发|发送|绑定|关注|添加|打开|返回|关联|扫).{0,3}微信|微信(?:扫一扫|同号|号)|QQ(?:号|群|登录|音乐)|腾讯(?:地图|位置|云|视频|文档|会议)/i
const WHO: Readonly<Record<string, Text>> = {
  title: { zh: '窗口标题', en: 'The window title' },
  tab: { zh: '标签文字', en: 'A tab' },
  name: { zh: '小程序名称', en: 'The program’s name' },
  tags: { zh: '标签', en: 'A tag' },
}

export default rule(
  {
    clauses: ['wx-op/10.3'],
    needs: ['program', 'interpretation'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    // Pictures and the design as a whole are looked at elsewhere.
    partial: true,
    messages: {
      mark: {
        what: { zh: '{who}用了腾讯的名称：“{text}”', en: '{who} uses a name of Tencent’s: “{text}”' },
        why: {
          zh: '非腾讯官方的小程序，名称和标题里不能有腾讯、微信、QQ 等字样。',
          en: 'A program that is not Tencent’s own must not call itself Tencent, WeChat, QQ or the like.',
        },
        fix: {
          zh: '换成自己的名称；开发工具生成的默认标题也要改。',
          en: 'Use your own name; the title that the tools put there has to go, too.',
        },
      },
      imitation: {
        what: { zh: '{who}与腾讯的名称形近：“{text}”', en: '{who} imitates a name of Tencent’s: “{text}”' },
        why: {
          zh: '错字、换序、近形的写法同样会被认作仿冒。',
          en: 'Misspelt, swapped or look-alike spellings count as imitation just the same.',
        },
        fix: { zh: '换成不会混淆的名称。', en: 'Use a name that cannot be confused.' },
      },
    },
  },
  ({ program, interpretation, listing }, report) => {
    const said = new Set<string>()
    const look = (text: string, who: keyof typeof WHO, at: Span | { readonly listing: string }) => {
      const plain = text.replace(/[\s\u200b-\u200f]+/g, '')
      if (plain === '' || said.has(`${who}${plain}`)) return
      const strict = who === 'name' || who === 'tags'
      const imitation = findTerms(plain, { platform: 'wechat', scope: 'name', lists: ['look-alike'] }).find(
        (one) => one.strength === 'strong',
      )
      const evasive = findTerms(plain, { platform: 'wechat', scope: 'name', lists: ['mark'] }).find(
        (one) => one.strength === 'strong' && one.evasive,
      )
      const marked = strict
        ? findTerms(plain, { platform: 'wechat', scope: 'name', lists: ['mark'] }).find((one) => one.strength === 'strong' && !one.evasive)
        : MARK.test(plain)
      if (imitation || (strict && evasive)) {
        said.add(`${who}${plain}`)
        report('imitation', { at, data: { who: WHO[who]!, text: text.trim().slice(0, 30) }, verdict: strict ? 'violation' : 'review' })
      } else if (marked && (strict ? who === 'name' || !ALLOWED.test(plain) : true)) {
        said.add(`${who}${plain}`)
        report('mark', { at, data: { who: WHO[who]!, text: text.trim().slice(0, 30) }, verdict: who === 'tags' ? 'review' : 'violation' })
      }
    }
    // The common title is seen on pages that have none of their own and draw the platform's bar; pages that are still to be built may get one.
    const own = (unit: Unit, key: string): unknown => (unit.json?.value as Readonly<Record<string, unknown>> | null | undefined)?.[key]
    const retitled = new Set(
      interpretation
        .callsOf('setNavigationBarTitle')
        .flatMap((call) => call.contexts.filter(({ root }) => root.kind === 'lifecycle').map(({ root }) => root.unit.base)),
    )
    const common = program.pages.some(
      (page) =>
        page.template !== null &&
        !own(page, 'navigationBarTitleText') &&
        own(page, 'navigationStyle') !== 'custom' &&
        !retitled.has(page.base),
    )
    for (const unit of [...(common ? [program.app] : []), ...program.pages]) {
      const document = unit.kind === 'app' ? program.config.app : unit.json
      const path = unit.kind === 'app' ? ['window', 'navigationBarTitleText'] : ['navigationBarTitleText']
      const at = document?.at(path)
      if (!document || !at) continue
      const value = path.reduce<unknown>(
        (all, key) => (typeof all === 'object' && all !== null ? (all as Record<string, unknown>)[key] : undefined),
        document.value,
      )
      if (typeof value === 'string') look(value, 'title', at)
    }
    for (const tab of program.tabBar) look(tab.text, 'tab', tab.at)
    for (const call of interpretation.callsOf('setNavigationBarTitle'))
      for (const { root, args } of call.contexts) {
        if (root.kind === 'unbound') continue
        for (const { constant, at } of args[0]?.get('title')?.places ?? []) if (typeof constant === 'string') look(constant, 'title', at)
      }
    lookAtListing(listing, look)
  },
)

function lookAtListing(
  listing: Listing | undefined,
  look: (text: string, who: 'name' | 'tags', at: { readonly listing: string }) => void,
): void {
  if (listing?.name) look(listing.name, 'name', { listing: 'name' })
  for (const tag of listing?.tags ?? []) look(tag, 'tags', { listing: 'tags' })
}
