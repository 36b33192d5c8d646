/**
 * What a text does with a term: forbids it, warns of it, reports it, quotes it, asks about it in a form, shows the state of
 * an order. A reviewer does not refuse a page that says 禁止赌博; neither do we.
 */
import { Gap, type Normalised } from './normalise.ts'
import { type Clue, type Sieve, type Sifting, sieveOf } from './sieve.ts'

export type Context =
  | 'negation'
  | 'warning'
  | 'quotation'
  | 'news'
  | 'law'
  | 'education'
  | 'form-option'
  | 'order-state'
  | 'help'
  | 'report-reason'
  | 'ware'
  | 'mention'
  | 'border'
  | 'subject'
/** 'clear': not meant; 'lower': one step weaker; 'faint': weak, whatever it was. */
export type Effect = 'clear' | 'lower' | 'faint'

export interface ContextFinding {
  readonly kind: Context
  readonly effect: Effect
}

export interface ContextOptions {
  /** The whole visible sentence, or the texts around, when the term's own text is short. */
  readonly around?: string
  /** Tag or API that carries the text: 'picker', 'radio', 'checkbox' … */
  readonly carrier?: string
}

/** How far a sentence is looked at on either side of the term, in folded characters. */
const REACH = 40
/** Longer texts are articles whose beginning says little of each sentence. */
const HEADLINES = 120

/** What is looked for around a place; tried only where it can stand. */
const clues: RegExp[] = []
const clue = (expression: RegExp): Clue => ({ number: clues.push(expression) - 1, expression })
let sieve: Sieve | undefined
const sieveOfClues = (): Sieve => {
  sieve ??= sieveOf(clues.map(({ source }) => source))
  return sieve
}

// All of these run on at most 2 × REACH + a term's characters; none has an unbounded repetition.
/** Negations that govern a whole list: 禁止发布赌博、诈骗. */
const FORBIDS = clue(
  /(?:禁止|严禁|切勿|请勿|拒绝|谢绝|拒收|举报|认出|辨认|辨别|鉴别|不得|不准|不许|杜绝|抵制|远离|取缔|清理整治|并非|而非|不属于|不包含|不涉及|不支持|不提供|不推荐|从不发|也不发|不会发|不出售|不销售|不售卖?|不卖|不买卖|不荐|不[和与跟]|不碰|不算|不测|不看(?!就|会|要|后悔)|不接单|不放贷|未获|未经|不经营|不接受|不参与|不收取?|不构成|不允许|不鼓励|不组织|不发布|不办理|不承接|不代办|反对|打击|抗击|零容忍)[^。]{0,8}$/,
)
/** Somebody forbidden to do something with it, the object between: 请勿把账号借给他人代打, 不向未成年人出售烟草. */
const FORBIDS_DOING = clue(
  /(?:请勿|切勿|禁止|严禁|不得|不准|不许|不会|拒绝)(?:将|把|向|对|给|让|替|帮|使用|利用|通过|在)[^。]{0,14}$|不(?:向|对)[^。]{0,10}(?:出售|销售|提供|售卖|开放)[^。]{0,4}$|不(?:为|给|替)(?:未成年人?|未满|学生|小学生|中学生|儿童|孩子|任何人|他人|个人|客人)[^。]{0,4}$/,
)
/** Negations that govern the next word only: 无需分享; in 无需抵押，秒批贷款 they deny something else. */
const DENIES = clue(
  /(?:无需|无须|不用|不必|不需要?|(?<!有)没有|从不|绝不|决不|(?<!是)不是|不等于|不含|未含|不做|(?<!会)不会|(?<!可)不可以?|(?<!能)不能|(?<!要)不要|不应|不设|(?<!千)勿|(?<![特分级类性区识个告辨])别(?![墅的人具致样])|莫|防(?![晒水护滑尘])|反(?![正馈复面应而弹])|非(?!常))[^。]{0,2}$|(?:不会|没有|不能|无)(?:有|获得|得到|获取|产生|发放)?(?:任何|额外)$|(?:不会|不能)(?:获得|得到|获取|产生|发放)$|(?<![差要对可能来])不$/,
)
/** What a negation may have been spent on: 不节食减肥, 禁止外传, 没有门槛. */
const SPENT =
  /(?<!^)(?:外传|转载|节食|运动|反弹|打针|吃药|成功|满意|通过|花钱|出门|错过|犹豫|见效|限量|再等|后悔|上班|吃苦|门槛|风险|压力|经验|本金|套路|副作用|痕迹|抵押|征信|担保|审核|考试|实名|截图|面签|见面|到场|露脸|进考场|考场|上岸|排队|坐班|压货|屯货|囤货)[^。]{0,6}$/
const NEGATION_AFTER = clue(
  /^(?:[^。]{0,4})(?:是违法|属违法|属于?(?:违规|侵权|非法|不正当)|有(?:很大|较大|极大|一定|极高|法律|安全)?风险|涉嫌|违法|犯罪|有害|不可取|不予|被禁止|一律封|将被封|会被封|请勿入内|入内者?拒|行为将|等违[法规]|等不良|等非法|勿信|不可信|均属|不得(?:买卖|出售|销售|发布|入内|参与|使用|接纳|进入|招揽|招收|雇佣|容留|提供|向)|不受法律保护|(?:并)?无(?:任何)?关(?:系|联|$)|不在(?:本|这|此)|(?:活动)?(?:已|已经)(?:取消|结束|停办|停止|关闭|停用|下线)|(?:结果|名单)?已(?:经)?公[示布]|已?改为|(?:我们|本店|本站|本平台|平台|一律|均|都|也|概)不(?:提供|发布|销售|出售|售卖|接|做|卖|予|推荐)|都?属于外挂|(?:不能|不可以?|千万别|切莫|不要|不该)(?:再)?(?:买|卖|购买|碰|办理?|用|信|参与|下载)|会导致[^。]{0,6}(?:封|限制)|的推销)/,
)
/** Refused by who speaks: 宠物空运有风险，我们不提供. */
const REFUSED = clue(
  /(?:我们|本店|本站|本平台|平台|本社|本群|本小程序|商家)(?:一律|均|都|也|概|从)?不(?:提供|发布|销售|出售|售|卖|接受?|做|推荐|支持|允许|参与|代)/,
)
/** What is asked for is left to people: 分享给朋友吧，不分享也能看. */
const VOLUNTARY = clue(/不(?:分享|转发|邀请|关注|下载|订阅)[^。]{0,2}(?:也能|也可|也行|照样|一样能|同样能|仍可|依然可)/)
/** Whoever wants it is sent to those who may give it: 挂号请到医院官方渠道. */
const ELSEWHERE = clue(
  /请(?:到|前往|去|通过|至|以)[^。]{0,8}(?:医院|官方|正规|窗口|公安|派出所|机构|监管|医生)|以[^。]{0,6}官方为准|请及时就医|遵医嘱/,
)
/**
 * A thing or a shop that only carries the word: 塔罗牌图案丝巾, 股票走势主题T恤, 狗狗造型抱枕, 周易水暖. After a word of decoration any ware of
 * everyday life; without one, wares that nothing of what the lists forbid is sold as.
 */
const WARE = clue(
  /^[^。]{0,4}(?:主题|图案|造型|形状|印花|花纹|元素|字样|卡通|同名|配色|[款形型](?=[冰蛋抱摆]))[^。]{0,6}(?:t恤|恤|衫|裙|巾|帽|鞋|袜|包|抱枕|靠垫|玩偶|公仔|毛绒|手办|模型|积木|拼图|贴纸?|海报|卡片?|书签|徽章|针|挂件|挂画|摆件|杯|碗|盘|伞|灯|纸|毯|冰淇淋|蛋糕|面包|饼干?|月饼|糖|雪糕|密室|剧本|桌游|电影|展|画|绘本|餐厅|酒店|咖啡|乐园|商品|手机壳|钥匙扣|服饰)|^(?:[形色球牌的]|小)?(?:t恤|卫衣|抱枕|靠垫|玩偶|公仔|毛绒|手办|积木|拼图|冰箱贴|书签|徽章|明信片|绘本|童书|童话|桌游|密室|话剧|剧本杀|雨伞|墙纸|壁纸|冰淇淋|生日蛋糕|灯具|丝巾|帆布袋|手机壳|钥匙扣|水杯|杯垫|涂色|贴纸|童谣|儿歌|动画|纪录片|博物馆|餐桌|圆桌|凉席|支架|椅垫|坐垫|餐盒|礼盒|封套|(?:儿童|少儿|亲子)?画室|餐厅|面馆|饭店|小吃|牛杂|烧烤|家常菜|农家菜|乐队|幼儿园|主题曲|歌曲|音乐会|书店|路\d|公园|步道|绿道)|^[湖山岭村镇桥寺岛河江峡洞谷]?(?:景区|步道|社区|小区|露营地|度假区|站台)|^\d{1,4}(?:米|卷|抽)(?![内外])|^(?:水暖|五金|家电|装饰|装修|建材|门窗|律师|律所|会计师|汽修|机电|管业|水电|搬家)/,
)
/** So near that no selling word beside it makes a disguise of it: 满 200 包邮，本店不售电子烟. */
const PLAINLY = clue(/(?:不售卖?|不销售|不出售|不卖|不提供|禁售|谢绝|拒绝一切)(?:[^。]{0,8}(?:等|任何|一切|所有|各类))?[^。]{0,2}$/)
const WARNING = clue(
  /诈骗|骗局|防骗|反诈|受骗|上当|被骗|骗子|警方提醒|公安|网警|谨防|警惕|防范|当心|小心(?:这|被|骗|套路|上当)|避坑|提高警惕|96110|风险提示|(?:工商|消协|消费|银行|平台|部门|警方|反诈|民警|网警|医生|专家)提醒|不受(?:法律)?保护|识破|举报电话|违法犯罪|(?:以|用)[^。]{0,6}名义|直接挂断|挂断电话|危害健康|有害健康|珍爱生命|珍惜生命|拒绝黄赌毒|扫黑除恶|扫黄打非|未成年人禁止|禁止向未成年人|保护未成年|未成年人保护|支持正版|防沉迷|依法处理|依法追究|辟谣|谣言|请勿(?:下载|参与|轻信|相信|购买|尝试|模仿)|(?:将|会|会被|将被)(?:封号|处罚|限制)|账号被(?:封|限)|提交线索|(?:可以?|请|欢迎|立即|及时|长按)举报|保留证据|报警/,
)
const LAW = clue(
  /刑法|民法典|管理办法|管理条例|条例|第[一二三四五六七八九十百零\d]{1,5}条|违反[^。]{0,12}(?:法律|法规|规定)|司法解释|行政处罚|治安管理|处罚法|国务院|最高人民法院|用户协议|服务协议|社区公约|社区规范|发布规范|内容规范|平台规则|用户不得|您不得|你不得|承诺不|不得利用|不得发布|违规内容包括|处罚标准|从事[^。]{0,6}(?:非法|违法)|(?:非法|违法|违规|不法)[^。]{0,6}(?:行为|活动|信息|交易)[^。]{0,4}(?:如|包括|例如)|包括但不限于|利用[^。]{0,6}漏洞|淫秽色情|色情赌博|赌博暴力|散布|教唆|凶杀|违法乱纪|违纪|个人所得税|免征|税务机关/,
)
/** What the police or a court has said of it. */
const CASE = clue(
  /消保委|消委会|广告虚假|虚假广告|虚假宣传|被罚|责令|查获|查处|查封|破获|骗走|刑拘|批捕|说案|以案说法|判为?无效|就是传销|属于传销|判处|获刑|抓获|落网|警情|涉案|犯罪嫌疑人|被捕|捣毁|立案|警方通报|打掉/,
)
/** A headline says so at its beginning: 新闻：…. */
const HEADLINE = /^[【[(（]?(?:[\u4e00-\u9fff]{0,4}(?:新闻|资讯|快讯|简讯|要闻)|据(?:新华社|报道|悉|通报)|本报讯|记者从)/
/** Papers are quoted by swindlers too: 央视报道过的减肥茶. */
const NEWS = clue(/记者|报道|据悉|新闻|通报|新华社|人民日报|案件/)
const EDUCATION = clue(
  /禁毒|反邪教|家长课|家长学校|家庭教育|普法|法治|法制|宣传教育|安全教育|博物馆|释义|词典|词语解释|近义词|考古|反对校园|识别(?:骗|谎|传销|诈|违|毒|假)|(?:预防|拒绝|远离)(?:犯罪|诈骗|沉迷|校园|自杀|毒|艾滋|传染|溺水|性侵|早恋|霸凌)|的危害|控烟|历史知识|理性看待|科学看待|正确认识|饮食建议|计算题|应用题|数学题|例题|练习题|课文|作文题/,
)
/** Somebody asks for help with it: 发现伴侣有婚外情怎么办. */
const ASKED = clue(
  /怎么办|怎么劝|如何(?:应对|拒绝|预防|避免|引导|沟通)|有人(?:提出|劝我|让我|邀我|向我)|孩子(?:问起|说|问|迷上)|遇到[^。]{0,12}(?:请|要|应)|求助/,
)
/** Words of learning that also sell: 戒烟神器. */
const LEARNED = clue(/戒烟|戒毒|戒赌|科普馆|史料|文献|影评|剧情|观后感|出处|成语|诗词/)
const FORM = clue(
  /(?:您|本人)是否|是否(?:有|曾|吸|饮|存在|从事)|有无|既往史|病史|家族史|健康申报|健康问卷|入职登记|投保告知|过敏史|吸烟史|饮酒史|吸食/,
)
const CHOICE = clue(/请选择|请填写|兴趣爱好/)
const REPORT = clue(
  /举报原因|举报类型|举报理由|举报内容|投诉类型|投诉原因|违规类型|选择举报|请选择投诉|投诉理由|举报须知|不良信息举报|违规原因/,
)
const ORDER = clue(
  /退款成功|(?:已完成|已结束)[^。]{0,2}感谢|感谢(?:您的)?参与|退款中|申请退款|已核销|待支付|支付成功|支付失败|已过期|已失效|已领取|已使用|交易关闭/,
)
const HELP = clue(/如何关闭|如何取消|取消分享|分享失败|分享成功|帮助中心|常见问题|使用说明|操作说明|怎么关闭|退出分享|关闭分享/)
const OPTIONS = new Set([
  'radio',
  'checkbox',
  'picker',
  'picker-view',
  'option',
  'switch',
  'van-radio',
  'van-checkbox',
  't-radio',
  't-checkbox',
])

/** Words that sell or call: a warning around them is a disguise, not a warning. */
const SELLS = clue(
  /加微信|加v|加qq|联系我|私信我|私聊|下单|立即购买|点击领取|包邮|现货|招代理|扫码|咨询热线|低价出|预约|限时|特惠|套餐|报名/,
)

/** Signs that somebody offers, asks, promises or urges: prices, trade, contacts, superlatives, invitations. */
const OFFERS =
  /[元块折¥￥]|\d[万w%k+]|[一二三四五六七八九十百千]万|免费|特价|特惠|优惠|套餐|包[邮过赔退成教出上拿会]|出售|销售|售卖|[售卖购买租]|批发|现货|下单|订购|订做|定制|代[购办理做写练打抢约挂考刷付收]|回收|高价|低价|便宜|货源|拿货|接单|招[聘募商代收]|加盟|代理|领[取走]?|送[你货上]?|抢|预约|[预定订]金|办理|申请|额度|贷|加[微vq我群]|私[信聊我]|扫码|联系|咨询|进群|入群|群|vx|qq|秒|稳|保[证本过]|无效|不封|当天|当日|快速|一键|在线|网上|线上|上门|立即|马上|点击|点此|专业|专治|专卖|专营|神器|秘|技巧|攻略|教程|课程|教你|教学|训练|培训|测一|测你|测测|查询|生成|制作|解锁|观看|在线看|看片|资源|下载|破解|合集|大全|推荐|预测|技术|指导|大师|老师|导师|师傅|专家|根治|见效|治好|断根|不反弹|日入|月入|赚|收益|提现|返|奖|红包|现金|注册|登录送|充值|首充|平台|app|软件|工具|服务|业务|全套|同城|交友|约|聊|直播|视频|图片|福利|私密|深夜|懂|老客|亲测|反馈|正品|同款|专柜|品质|原单|工厂|直销|厂家|一手|新款|多口味|口味|通配|兼容|出票|名额|内部|渠道|指标|首付|总价|均价|房源|整[本箱条]|付|一对一|喊人|集满|产权|开盘|认筹|捐|筹|救|帮|献|爱心|公益|投稿|曝光|骂|喷|怼|转发|分享|邀请|助力|好友/
/** Signs that it is about a place, a thing of the household, a notice or a work of art that only bears the name. */
const OTHERWISE = clue(
  /须知|搬迁|迁至|维修|施工|公示栏|步道|公园|广场|出口|安检|收纳|支架|字帖|楷书|地板|瓷砖|油漆|面料|木质|亚克力|绘本|童书|桌游|玩具|公仔|展览|博物馆|历史|地铁|公交|[路街巷]\d|\d号楼|志愿者|清洗|说明书|讲座|合影|菜谱|面馆|餐厅|食谱|音乐会|歌曲|小说|漫画|散文|诗|停车|故障|尺码|颜色|透气|棉|童装|儿童用|文具|道具|模型|展$|换乘|发票开具|花洒|出水|低水压|火锅|牧童|草场|场地|连衣裙|塘|主题房|路线|班车/,
)
/** A word that fills this much of a text is what it is about, signs or not. */
const ABOUT = 0.5
/** Longer words say by themselves what they are about: 周公解梦. */
const SHORT = 3
/** Works whose titles may name anything. */
const WORKS = /剧本杀|密室|话剧|音乐剧|舞剧|歌剧|电影|纪录片|读书会|绘本|桌游|展览|画展|小说|专辑|人本/
/** What a text says as a whole, and what its neighbours say: the same for all of its places. */
interface Setting {
  readonly text: Normalised
  readonly carried: boolean
  /** What the texts around speak of. */
  readonly rumour: boolean
  readonly law: boolean
  readonly report: boolean
  /** It begins as a headline. */
  readonly headline: boolean
  /** Which clues it can have where. */
  readonly sifting: Sifting
}
const settingOf = (text: Normalised, { around = '', carrier }: ContextOptions): Setting => ({
  text,
  carried: carrier !== undefined && OPTIONS.has(carrier),
  rumour: around !== '' && /谣言|辟谣/.test(around.slice(0, 200)),
  law: around !== '' && LAW.expression.test(around.slice(0, 400)),
  report: around !== '' && REPORT.expression.test(around.slice(0, 2000)),
  headline: text.original.length <= HEADLINES && HEADLINE.test(text.original),
  sifting: sieveOfClues().sifting(text.text),
})
/** Whether the stretch is merely mentioned: 代考点安检须知, 捐赠箱搬迁. */
const isMention = ({ text, sifting }: Setting, start: number, end: number): boolean => {
  const size = text.text.length
  if (end - start > SHORT || (end - start) / size >= ABOUT) return false
  const from = Math.max(0, start - REACH)
  if (!sifting.may(OTHERWISE.number, from, Math.min(size, end + REACH))) return false
  const rest = `${text.text.slice(from, start)}\u0000${text.text.slice(end, end + REACH)}`
  return OTHERWISE.expression.test(rest) && !OFFERS.test(rest)
}

/** Contexts of the stretch [start, end) of a folded text. */
export const contextOf = (text: Normalised, start: number, end: number, options: ContextOptions = {}): readonly ContextFinding[] =>
  contextIn(settingOf(text, options), start, end)

const contextIn = (setting: Setting, start: number, end: number): readonly ContextFinding[] => {
  const { text } = setting
  const found: ContextFinding[] = []
  let from = start
  while (from > 0 && start - from < REACH && text.gaps[from]! < Gap.stop) from--
  let to = end
  while (to < text.text.length && to - end < REACH && text.gaps[to]! < Gap.stop) to++
  const before = text.text.slice(from, start)
  const after = text.text.slice(end, to)
  /** The sentence with the stretch left out of it, and with it. */
  let without: string | undefined
  const sentence = (): string => (without ??= `${before}\u0000${after}`)
  let within: string | undefined
  const whole = (): string => (within ??= before + text.text.slice(start, Math.min(end, start + REACH)) + after)
  const may = ({ number }: Clue): boolean => setting.sifting.may(number, from, to)
  const says = (one: Clue): boolean => may(one) && one.expression.test(sentence())
  const sells = says(SELLS)

  const effect: Effect = sells ? 'lower' : 'clear'
  const forbids = may(FORBIDS) ? FORBIDS.expression.exec(before) : null
  const denies = may(DENIES) ? DENIES.expression.exec(before) : null
  if (
    (forbids && !SPENT.test(forbids[0])) ||
    (may(FORBIDS_DOING) && FORBIDS_DOING.expression.test(before)) ||
    (denies && !SPENT.test(denies[0]) && !interrupted(text, start - denies[0].length, start)) ||
    (may(NEGATION_AFTER) && NEGATION_AFTER.expression.test(after)) ||
    (may(REFUSED) && REFUSED.expression.test(after)) ||
    (may(VOLUNTARY) && VOLUNTARY.expression.test(whole()))
  )
    found.push({ kind: 'negation', effect: may(PLAINLY) && PLAINLY.expression.test(before) ? 'clear' : effect })
  if (says(WARNING) || setting.rumour) found.push({ kind: 'warning', effect })
  if (says(LAW) || setting.law) found.push({ kind: 'law', effect })
  if (says(CASE) || setting.headline) found.push({ kind: 'news', effect })
  else if (says(NEWS)) found.push({ kind: 'news', effect: 'lower' })
  if (says(EDUCATION)) found.push({ kind: 'education', effect })
  else if (!sells && says(LEARNED)) found.push({ kind: 'education', effect: 'lower' })
  if (setting.report || says(REPORT)) found.push({ kind: 'report-reason', effect: 'clear' })
  if (setting.carried) found.push({ kind: 'form-option', effect: 'lower' })
  if (may(FORM) && FORM.expression.test(before)) found.push({ kind: 'form-option', effect: 'clear' })
  else if (may(CHOICE) && CHOICE.expression.test(before)) found.push({ kind: 'form-option', effect: 'lower' })
  if (may(ASKED) && ASKED.expression.test(whole())) found.push({ kind: 'help', effect })
  if (may(ELSEWHERE) && ELSEWHERE.expression.test(whole())) found.push({ kind: 'help', effect })
  if (may(WARE) && WARE.expression.test(after)) found.push({ kind: 'ware', effect: 'clear' })
  if (says(ORDER)) found.push({ kind: 'order-state', effect: 'lower' })
  if (says(HELP)) found.push({ kind: 'help', effect: 'lower' })
  if (quoted(text, start, end)) found.push({ kind: 'quotation', effect: WORKS.test(sentence()) && !sells ? 'faint' : 'lower' })
  return found
}

/** What a text says around its stretches, each looked at once: a word of several rows stands among the same neighbours for all of them. */
export class Surroundings {
  readonly #setting: Setting
  readonly #contexts = new Map<number, readonly ContextFinding[]>()
  readonly #mentions = new Map<number, boolean>()
  constructor(text: Normalised, options: ContextOptions) {
    this.#setting = settingOf(text, options)
  }
  around(start: number, end: number): readonly ContextFinding[] {
    const place = start * BEYOND + end
    let known = this.#contexts.get(place)
    if (!known) this.#contexts.set(place, (known = contextIn(this.#setting, start, end)))
    return known
  }
  mentioned(start: number, end: number): boolean {
    const place = start * BEYOND + end
    let known = this.#mentions.get(place)
    if (known === undefined) this.#mentions.set(place, (known = isMention(this.#setting, start, end)))
    return known
  }
}
/** More than any offset of a text. */
const BEYOND = 1 << 24

/** True when a mark stands between a negation and the term: 不反弹，减肥…. */
const interrupted = (text: Normalised, from: number, start: number): boolean => {
  for (let i = Math.max(1, from + 1); i <= start && i < text.gaps.length; i++) if (text.gaps[i]! >= Gap.comma) return true
  return false
}

const OPENING = '《「『“‘【'
const CLOSING = '》」』”’】'
const isBracket = new Uint8Array(0x10000)
for (const one of OPENING + CLOSING) isBracket[one.charCodeAt(0)] = 1
/** True when the stretch is the inside of book-title marks, or of quotation marks after 所谓. */
const quoted = (text: Normalised, start: number, end: number): boolean => {
  const from = text.starts[start]
  const to = text.ends[end - 1]
  if (from === undefined || to === undefined) return false
  const before = text.original.slice(Math.max(0, from - 20), from)
  const after = text.original.slice(to, to + 20)
  let open = -1
  for (let i = before.length - 1; i >= 0; i--) {
    if (isBracket[before.charCodeAt(i)] === 0) continue
    if (CLOSING.includes(before[i]!)) return false
    if (OPENING.includes(before[i]!)) {
      open = OPENING.indexOf(before[i]!)
      return open === 0
        ? after.includes('》')
        : /(?:所谓|号称|谣称|谎称|自称)$/.test(before.slice(0, i)) && [...after].some((c) => c === CLOSING[open])
    }
  }
  return false
}
