/** Texts that say that a function is not there yet, that all of this is a demonstration, or that nobody has looked at it. */

/** A function or page is said to be unfinished. Split and spaced wordings are joined before. Coffee, prints and flats are 制作中 and 施工中 too: those words alone say nothing. */
const NOT_BUILT =
  /(?:功能|页面|模块|栏目|版块|板块|服务|内容)[^，。！!,.《》]{0,6}?(?:(?:开发|建设|完善|施工|制作|研发|赶工)(?:当)?中|(?:正在|尚在|还在|努力|加紧)(?:开发|建设|完善|施工|制作|研发)|(?:暂未|尚未|还未|还没|暂不|未)(?:开发|开放|上线|实现|接入|完成开发))|(?:暂未|尚未|还未|还没有?)(?:开发|开放|上线|实现|接入)|^(?:正在|尚在|还在|努力|加紧|火热|拼命|紧急|抓紧|玩命)*(?:(?:开发|建设|完善)(?:当)?中[，,、。~～.…！!\s]*(?:敬请|尽请|请)?(?:期待|等待|稍候)?|(?:施工|制作|研发|赶工)(?:当)?中[，,、。~～.…！!\s]*(?:敬请|尽请|请)?期待)[~～.…！!。\s]*$/
const NOT_BUILT_YET = /^(?:coming\s*soon|under\s*(?:construction|development)|work\s*in\s*progress|not\s*implemented)[\s.!…]*$/i
/** The whole text is one of these: nothing else is announced. */
const SOON = /^(?:敬请期待|尽请期待|即将上线|即将开放|即将推出|暂未开放|暂未上线|尚未开放|未开放|待开发|待完善|待上线)[~～.…！!。\s]*$/
const NOT_BUILT_INNOCENT =
  /《|》|手机号|绑定|权限|审核|支付|订单|活动|报名|开始|登录|认证|付款|任务|作业|答题|课程|学习|签到|已完成|待完成|完成度|开放时间|营业|账户|账号|预约|场馆|门店|地区|城市|实名|资料|信息|今日|开发者|开发商|建设银行|服务开放|全面开放|目标|购买|门票|该书|馆/
const DEMO =
  /(?:本|该|此)?(?:系统|程序|小程序|应用|项目|页面|支付|功能|版本)(?:目前)?[^，。；]{0,4}(?:只做|仅做|仅作|只作|只供|仅供|仅用于|用于|只用于|为)(?:[^，。；]{0,3})(?:演示|展示学习|测试|[dD][eE][mM][oO])|支付[^，。]{0,6}(?:已?屏蔽|未接入|没有接入|模拟)|模拟支付(?!宝)|(?:仅供|仅用于|只供)(?:演示|测试)|(?:演示|测试|开发|体验)环境|演示(?:版|系统|程序|数据|站)|(?:测试|演示)数据|【测试】|【演示】|请勿下单|勿真实付款/
/** Only as a label of its own: other things have test versions too. */
const VERSION =
  /^[（(【[]?(?:本程序|本小程序|当前版本|当前为)?[是为]?(?:测试|内测|公测|试用|演示|[bB][eE][tT][aA]\s?|[dD][eE][mM][oO]\s?)版[）)】\]]?[！!。vV\d.]*$/
const DEMO_INNOCENT = /演示如何|软件测试|测试环境搭建|教程|课程|仅供参考|兼容|小程序接口|组件演示|能力演示/
/** Data that was typed to see how it looks. */
const SAMPLE =
  /^(?:测试(?:商品|标题|文章|内容|数据|订单|店铺|评论|描述|图片|文字|用户|账号|页面|专用|活动|课程|公告|地址)?[\s\-_]*[a-z0-9一二三四五六七八九]{0,8}|test[\s\-_]?\d{0,6}|asdf\w{0,8}|qwer\w{0,6}|lorem ipsum.*|这是(?:一个|一段|一条)?测试.*|我是(?:标题|内容|描述|副标题|占位)\w{0,4}|(?:(?:这里|此处)是?(?:标题|内容|描述|正文|简介|文字|文本)){1,}|(?:标题|内容|描述){2,}|x{3,}|(?:这里|此处)(?:写|放|填)(?:标题|内容|描述|正文|简介|文字|文本)|此处(?:填写|为占位|是占位).*|hello,?\s*world!?|fixme)$/i
/** A mark of the template or an empty value in place of a text. */
const MARKUP = /^<\/?[a-z][\w-]*\s*\/?>$|\[object \w+\]|^(?:undefined|null|NaN)$|\{\{\s*[\w.]+\s*\}\}|^\$\{[\w.]+\}$|^String\d?$/

const BLANK = /[\s\u200b-\u200f\ufeff]/
const BLANKS = /[\s\u200b-\u200f\ufeff]+/g
const plain = (text: string): string => (BLANK.test(text) ? text.replace(BLANKS, ' ').trim() : text)
const SPLIT = /(?<=\p{Script=Han})[\s·.\-_|/]+(?=\p{Script=Han})/gu
const SPLITTER = /[\s·.\-_|/]/
const joined = (text: string): string => (SPLITTER.test(text) ? text.replace(SPLIT, '') : text)
/** One of these stands in every text that any of the above finds: the others need no closer look. */
const TELLING =
  /开发|建设|完善|施工|制作|研发|赶工|开放|上线|推出|期待|实现|接入|演示|测试|[内公]测|试用|屏蔽|展示学习|模拟|体验环境|请勿下单|勿真实付款|这是|我是|此处|这里|标题|内容|描述/
const TELLING_TOO = /coming|under|progress|implemented|demo|beta|test|asdf|qwer|lorem|hello|fixme|xxx/i

export type Kind = 'not-built' | 'demo' | 'sample' | 'markup'
/** What the text gives away; `sure` when it says so as a whole. */
export const gradeOf = (raw: string): { readonly kind: Kind; readonly sure: boolean } | undefined => {
  const text = plain(raw)
  if (text === '' || text.length > 80) return undefined
  if (MARKUP.test(text)) return { kind: 'markup', sure: true }
  const one = joined(text)
  if (!TELLING.test(one) && !TELLING_TOO.test(one)) return undefined
  if (SOON.test(one)) return { kind: 'not-built', sure: false }
  if (one.length <= 30 && (NOT_BUILT.test(one) || NOT_BUILT_YET.test(one)) && !NOT_BUILT_INNOCENT.test(one))
    return { kind: 'not-built', sure: /开发|建设|施工|完善|制作|功能|implement|progress|construction/i.test(one) }
  if ((DEMO.test(one) && !DEMO_INNOCENT.test(one)) || VERSION.test(one)) return { kind: 'demo', sure: true }
  if (one.length <= 24 && SAMPLE.test(one)) return { kind: 'sample', sure: /测试.+|test\W?\d|lorem|asdf/i.test(one) && one.length > 2 }
  return undefined
}
