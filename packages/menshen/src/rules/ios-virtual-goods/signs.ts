/** Words and conditions by which an offer of virtual goods is known, and what of it is left on an iOS phone. */
import { normalise } from '../kit.ts'

/** Filling up a balance alone may be for goods that are sent by post. */
export const BALANCE_ONLY = /充值|(?<!付费)解锁/g
export const NOTICE = /(?:iOS|IOS|ios|苹果)[^。]{0,12}(?:不可用|不支持|暂不|无法)|由于相关规范/
export const REVIEW_WORDS = /audit|review|shenhe|approv|examin|version|verif|checking|scene|switch|from[A-Z]|isOpen|online|config/i

const ELSEWHERE =
  /安卓|android|电脑|PC\s*端|网页|官网|公众号|浏览器|H5|(?<![a-z])App(?![a-z])|APP|客户端|微信|QQ群|加群|进群|客服(?=.{0,6}(?:购买|付款|开通|充值))/i
const PAYS = /购买|开通|充值|付款|支付|付费|订阅|续费|下单/
const SENDS = /请|移步|前往|可到|可在|可用|使用|去|到|通过|联系|搜索|改用|登录|打开|关注/
// Who is told to take an Android phone holds another one.
const APPLE = /iOS|苹果|iphone|安卓|android|虚拟|会员|VIP|课程|订阅/i
/** True when a sentence sends people on iOS elsewhere to pay. */
export const GUIDE = (written: string): boolean => written.length < 200 && (guides(written) || guides(normalise(written).text))
const guides = (text: string): boolean =>
  ELSEWHERE.test(text) &&
  PAYS.test(text) &&
  SENDS.test(text) &&
  APPLE.test(text) &&
  /iOS|苹果|iphone|手机/i.test(text) &&
  !/不(?:要|得|支持)[^，。]{0,6}(?:到|在)/.test(text)
