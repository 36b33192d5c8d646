import { rule } from '../kit.ts'

const VOTING = /投票|评选|拉票|票数|人气榜|得票/
/** Money, or what is bought with it, becomes votes. */
const BOUGHT =
  /(?:\d+(?:\.\d+)?|[一二两三五十百]+|每)\s*(?:元|块钱?|钻石?|金币|积分币)[^，。；\n]{0,6}(?:=|＝|等于|可?[抵加得换投]|折合)?[^，。；\n]{0,3}\d*\s*[一二三五十百]*票|(?:购买|买|充值|打赏|送礼物?|礼物|鲜花|赠礼)[^，。；\n]{0,8}(?:加|增加|得|换|送|可?抵|=|＝)\s*\d*\s*[一二三五十百]*票|(?:购票|买票|充票|付费投票|加票礼包|票数套餐|打赏加票|礼物加票)/
/** Seats at a show are bought as well. */
const SEATS = /演出|电影|影院|场次|座位|门票|车票|机票|船票|发票|彩票|景区|展览/
const REFUSES = /禁止|严禁|不得|谢绝|杜绝|不(?:能|可以?|支持|提供|会)|无需|免费|作弊|取消资格|举报/

export default rule(
  {
    clauses: ['later/paid-voting', 'wx-op/6.1.7'],
    needs: ['copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    partial: true,
    platforms: ['wechat'],
    messages: {
      bought: {
        what: { zh: '花钱可以买票：“{text}”', en: 'Votes can be bought: “{text}”' },
        why: {
          zh: '付钱、送礼物换票数的投票不接入，也让评选结果失去意义。',
          en: 'Votes in which money or gifts count are not admitted, and make the result meaningless.',
        },
        fix: { zh: '去掉购票和礼物加票，每人按规则免费投票。', en: 'Remove bought votes and gifts; everybody votes free, by the rules.' },
      },
    },
  },
  ({ copy }, report) => {
    const own = copy.copies.filter(({ reachable, text }) => reachable && text.length <= 200)
    const voting = own.filter(({ text }) => VOTING.test(text))
    if (voting.length === 0) return 'inapplicable'
    const bought = own.filter(({ text }) => BOUGHT.test(text) && !SEATS.test(text) && !REFUSES.test(text))
    const [first, ...others] = bought
    if (!first) return
    // The word alone may be a heading of anything; a price in votes, or two signs of it, is none.
    const sure = bought.some(({ text }) => /票/.test(text) && /元|块|礼物|钻|鲜花|打赏/.test(text)) || others.length > 0
    report('bought', {
      at: first.at,
      data: { text: first.text.slice(0, 40) },
      related: [...others.slice(0, 6), ...voting.filter((one) => !bought.includes(one)).slice(0, 2)].map(({ at }) => ({ at })),
      ...(sure ? {} : { verdict: 'review' as const, confidence: 'low' as const }),
    })
  },
)
