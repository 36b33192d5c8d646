import { describe, expect, it } from 'vitest'
import { interpret } from '../../program/interpret/index.ts'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import type { Platform } from '../../program/types.ts'
import { type Copy, collectCopy } from '../copy.ts'
import { categoryTree, coverOffer, findCategories, inferOffers, OFFERS, pathWords, shortfall } from './index.ts'
import { FEW } from './labelled/few.cases.ts'
import { HOMELY } from './labelled/homely.cases.ts'
import { LARGER } from './labelled/larger.cases.ts'
import { MENTION } from './labelled/mention.cases.ts'
import { PASTIME } from './labelled/pastime.cases.ts'
import { PEOPLE } from './labelled/people.cases.ts'
import { PLAIN } from './labelled/plain.cases.ts'
import { filesOf, type LabelledProgram } from './labelled/program.ts'
import { SECOND } from './labelled/second.cases.ts'
import { SINGLE } from './labelled/single.cases.ts'
import { STREET } from './labelled/street.cases.ts'
import { TEMPTING } from './labelled/tempting.cases.ts'
import { TERSE } from './labelled/terse.cases.ts'
import { THIRD } from './labelled/third.cases.ts'
import { TOWN } from './labelled/town.cases.ts'
import { TRADE } from './labelled/trade.cases.ts'
import { PROGRAMS as WORDED } from './programs.cases.ts'

/** A program as its pages' texts: path -> texts, the first one being the title. */
type Pages = Readonly<Record<string, readonly string[]>>

const copies = (pages: Pages, reachable = true): readonly Copy[] =>
  Object.entries(pages).flatMap(([base, texts]) =>
    texts.map((text, i) => ({
      text,
      at: { file: `${base}.wxml`, start: i * 10, end: i * 10 + text.length },
      via: i === 0 ? ('config' as const) : ('template' as const),
      carrier: i === 0 ? 'navigationBarTitleText' : 'view',
      slot: i === 0 ? 'navigationBarTitleText' : '',
      units: [base],
      reachable,
      context: text,
    })),
  )
const infer = (pages: Pages, platform: Platform = 'wechat', reachable = true) =>
  inferOffers({
    platform,
    copies: copies(pages, reachable),
    program: {
      pages: Object.keys(pages).map((base) => ({
        kind: 'page' as const,
        base,
        json: null,
        script: null,
        template: null,
        style: null,
        components: new Map(),
        package: '',
        declaredAt: null,
      })),
      templates: new Map(),
    },
  })
const ids = (pages: Pages, platform: Platform = 'wechat') => infer(pages, platform).map((o) => o.offer.id)

/** What the program offers, its pages; none is named after the words of the table alone. */
const PROGRAMS: readonly (readonly [readonly string[], Pages])[] = [
  [
    ['shop'],
    {
      'pages/index/index': ['青禾布艺', '新品上架', '抱枕', '桌布'],
      'pages/item/detail': ['商品详情', '选择规格', '加入购物车', '立即购买', '库存 12'],
      'pages/cart/cart': ['购物车', '去结算', '合计'],
    },
  ],
  [
    ['shop', 'food'],
    {
      'pages/goods/list': ['鲜果铺', '新鲜水果 产地直发', '坚果礼盒', '保质期 180 天'],
      'pages/goods/detail': ['商品详情', '加入购物车', '净含量 500g'],
      'pages/order/confirm': ['提交订单', '收货地址', '运费'],
    },
  ],
  [
    ['marketplace', 'shop'],
    {
      'pages/home/home': ['同城好店', '全部店铺', '进店看看'],
      'pages/settle/apply': ['商家入驻', '申请入驻', '上传营业执照'],
      'pages/goods/detail': ['商品详情', '加入购物车', '联系卖家'],
    },
  ],
  [
    ['restaurant'],
    { 'pages/menu/menu': ['点餐', '招牌菜', '主食', '加辣', '起送价 20 元'], 'pages/table/table': ['桌号', '扫码点餐', '就餐人数'] },
  ],
  [
    ['medicine'],
    {
      'pages/drug/list': ['益民药房', '感冒药', '非处方药', '胶囊 12 粒'],
      'pages/drug/detail': ['药品详情', '国药准字 Z2020', '用法用量', '药师审核后发货'],
    },
  ],
  [
    ['consultation'],
    {
      'pages/doctor/list': ['找医生', '选择科室', '主治医师 王医生', '图文问诊 30 元起'],
      'pages/inquiry/ask': ['病情描述', '上传检查报告', '发起问诊'],
    },
  ],
  [
    ['medical-booking'],
    {
      'pages/dept/dept': ['预约挂号', '选择科室', '专家门诊'],
      'pages/schedule/schedule': ['门诊排班', '剩余号源 3', '就诊人', '确认就诊时间'],
    },
  ],
  [
    ['cosmetic-surgery'],
    { 'pages/index/index': ['美颜汇', '双眼皮', '玻尿酸', '光子嫩肤', '术后恢复日记'], 'pages/case/case': ['项目案例', '整形专家'] },
  ],
  [['beauty'], { 'pages/salon/salon': ['美甲美睫', '预约技师', '面部护理', '到店项目'] }],
  [
    ['lessons'],
    { 'pages/course/detail': ['课程介绍', '讲师介绍', '免费试听', '共 24 课时'], 'pages/course/play': ['播放课程', '课程目录', '倍速'] },
  ],
  [
    ['training'],
    { 'pages/class/class': ['少儿编程', '校区地址', '开班时间', '课时包 20 节'], 'pages/trial/trial': ['预约试听课', '学员姓名'] },
  ],
  [['question-bank'], { 'pages/practice/practice': ['顺序练习', '错题本', '答案解析'], 'pages/exam/exam': ['模拟考试', '交卷', '得分'] }],
  [['live'], { 'pages/live/room': ['直播间', '正在直播', '连麦', '弹幕', '关注主播'], 'pages/live/list': ['直播预告', '直播回放'] }],
  [['community'], { 'pages/post/list': ['话题广场', '热门帖子', '点赞 12', '回复了你'], 'pages/post/publish': ['发布动态', '说点什么'] }],
  [['qa'], { 'pages/question/question': ['问题详情', '写回答', '采纳答案'], 'pages/ask/ask': ['我要提问', '悬赏提问'] }],
  [['dating'], { 'pages/match/match': ['同城相亲', '择偶要求', '年收入', '学历', '身高'], 'pages/user/card': ['心动嘉宾', '互相喜欢'] }],
  [['chat'], { 'pages/chat/random': ['语音匹配', '陌生人聊天', '随机匹配聊天'], 'pages/room/room': ['语音房', '聊天'] }],
  [['news'], { 'pages/news/list': ['国内新闻', '时政要闻', '快讯'], 'pages/news/detail': ['新闻头条', '本报讯', '记者'] }],
  [['novels'], { 'pages/shelf/bookshelf': ['书架', '继续阅读', '加入书架'], 'pages/read/chapter': ['下一章', '最新章节', '字数'] }],
  [['video'], { 'pages/movie/detail': ['影片详情', '导演 主演', '高清观看', '选集'], 'pages/movie/list': ['电视剧', '综艺'] }],
  [['short-drama'], { 'pages/drama/play': ['短剧', '解锁下一集', '追剧'], 'pages/drama/list': ['热门短剧', '霸总'] }],
  [['music'], { 'pages/player/player': ['单曲循环', '歌词', '播放列表'], 'pages/album/album': ['专辑', '歌手', '歌单'] }],
  [['loans'], { 'pages/loan/apply': ['申请贷款', '借款金额', '借款期限', '利率'], 'pages/loan/plan': ['还款计划', '最高可借 20 万'] }],
  [['investment'], { 'pages/fund/fund': ['基金净值', '定投', '涨跌幅'], 'pages/stock/stock': ['自选股', '股票行情', '持仓'] }],
  [
    ['insurance'],
    { 'pages/policy/policy': ['我的保单', '保额', '理赔', '受益人'], 'pages/product/insure': ['投保须知', '健康告知', '保费'] },
  ],
  [['tickets'], { 'pages/show/show': ['演唱会', '场次选择', '票档', '观演人'], 'pages/seat/seat': ['在线选座', '票价'] }],
  [['travel'], { 'pages/tour/detail': ['跟团游', '出团日期', '成人价', '行程安排'], 'pages/tour/list': ['旅游线路', '出发地'] }],
  [['lodging'], { 'pages/hotel/hotel': ['客房预订', '入住日期', '离店日期', '大床房', '早餐'] }],
  [['ride-hailing'], { 'pages/ride/ride': ['打车', '上车地点', '下车地点', '预估车费', '司机'] }],
  [['courier'], { 'pages/send/send': ['寄快递', '寄件人', '收件人', '上门取件', '重量'] }],
  [['errand'], { 'pages/errand/errand': ['跑腿', '帮我买', '帮我送', '骑手', '小费'] }],
  [['property'], { 'pages/house/detail': ['房源', '户型', '建筑面积', '朝向', '平米'], 'pages/house/list': ['二手房', '整租', '均价'] }],
  [
    ['recruitment'],
    { 'pages/job/detail': ['职位详情', '岗位要求', '薪资范围', '立即投递'], 'pages/resume/resume': ['我的简历', '求职意向', '期望薪资'] },
  ],
  [['fortune-telling'], { 'pages/bazi/bazi': ['生辰八字', '五行', '运势'], 'pages/name/name': ['宝宝起名', '姓名测试'] }],
  [['lottery'], { 'pages/kj/kj': ['双色球', '开奖号码', '期号', '奖池'], 'pages/trend/trend': ['大乐透 走势图'] }],
  [['games'], { 'pages/game/game': ['开始游戏', '本局得分', '再来一局', '关卡 3'] }],
  [['game-topup'], { 'pages/recharge/recharge': ['游戏充值', '点券', '区服', '充值到账'] }],
  [['ai'], { 'pages/aichat/aichat': ['AI助手', '智能问答', '提示词', '生成'], 'pages/draw/draw': ['文生图', 'AI绘画'] }],
  [['image-tools'], { 'pages/photo/photo': ['证件照', '换背景', '抠图', '保存图片'] }],
  [['calculators'], { 'pages/bill/bill': ['记账', '记一笔', '本月支出', '预算'] }],
  [['voting'], { 'pages/vote/create': ['发起投票', '投票选项', '截止时间'] }],
  [['charity'], { 'pages/donate/donate': ['公益项目', '我要捐赠', '善款去向', '爱心'] }],
  [['legal'], { 'pages/lawyer/lawyer': ['法律咨询', '委托律师', '代写诉状', '案件'] }],
  [['second-hand'], { 'pages/idle/idle': ['发布闲置', '几成新', '跳蚤市场', '转手'] }],
  [['housekeeping'], { 'pages/service/service': ['家政服务', '月嫂', '保洁', '阿姨', '上门'] }],
  [['car-service'], { 'pages/garage/garage': ['汽车保养', '更换机油', '轮胎', '门店'] }],
  [['watermark'], { 'pages/parse/parse': ['短视频解析', '粘贴视频链接', '无水印下载'] }],
  [['affiliate'], { 'pages/coupon/coupon': ['领券购买', '淘口令', '券后价', '返利'] }],
]

/** Programs that speak of things without offering them. */
const INNOCENT: readonly (readonly [readonly string[], Pages])[] = [
  [['loans'], { 'pages/calc/calc': ['房贷计算器', '贷款金额', '年利率', '月供'] }],
  [
    ['medicine', 'consultation', 'medical-booking'],
    { 'pages/pet/pet': ['宠物日记', '宠物医生说', '今天打了疫苗'], 'pages/remind/remind': ['用药提醒', '添加提醒'] },
  ],
  [['live', 'community'], { 'pages/item/detail': ['商品详情', '加入购物车', '写评论', '全部评论', '点赞'] }],
  [['courier', 'freight'], { 'pages/order/logistics': ['物流信息', '快递单号', '已签收', '查看物流'] }],
  [['recruitment'], { 'pages/about/about': ['关于我们', '加入我们', '联系电话'] }],
  [['lessons', 'training'], { 'pages/timetable/timetable': ['课程表', '教师', '教室', '今天没有课'] }],
  [['news'], { 'pages/article/list': ['公司动态', '行业资讯', '产品资讯'] }],
  [['novels', 'books'], { 'pages/library/library': ['借阅记录', '应还日期', '续借'] }],
  [['insurance', 'investment'], { 'pages/cart/cart': ['购物车', '运费险', '去结算'] }],
  [['lodging', 'travel', 'ride-hailing'], { 'pages/note/note': ['旅行日记', '今天住在海边', '打车去了码头'] }],
  [['property', 'renovation'], { 'pages/meeting/room': ['会议室预订', '房间', '面积 20 平米'] }],
  [['games', 'sweepstakes'], { 'pages/rank/rank': ['步数排行榜', '积分', '第一名'] }],
  [['dating', 'chat'], { 'pages/chat/chat': ['客服聊天', '请描述您的问题', '发送'] }],
  [['fortune-telling', 'lottery'], { 'pages/weather/weather': ['天气', '今日黄历', '星座'] }],
  [['shop', 'marketplace'], { 'pages/index/index': ['积分规则', '积分商城说明', '如何获得积分'] }],
  [['charity'], { 'pages/vol/vol': ['志愿者签到', '公益讲座', '活动时间'] }],
  [['crypto', 'ai', 'music'], { 'pages/list/list': ['待办清单', '新建', '金币 3'] }],
  [['cosmetic-surgery', 'consultation'], { 'pages/agree/agree': ['用户协议', '本平台不提供在线问诊、处方等医疗服务', '禁止发布整形广告'] }],
]

describe('offers', () => {
  it.each(PROGRAMS.map(([offers, pages]) => ({ offers, pages })))('are inferred: $offers', ({ offers, pages }) => {
    const found = ids(pages)
    for (const offer of offers) expect(found).toContain(offer)
    expect(found.length, found.join(' ')).toBeLessThanOrEqual(offers.length + 1)
  })

  it('are inferred with precision and recall over all programs', () => {
    let right = 0
    let wrong = 0
    let missed = 0
    for (const [offers, pages] of PROGRAMS) {
      const found = ids(pages)
      right += found.filter((f) => offers.includes(f)).length
      wrong += found.filter((f) => !offers.includes(f)).length
      missed += offers.filter((o) => !found.includes(o)).length
    }
    for (const [offer, pages] of WORDED) {
      const found = ids(pages)
      right += found.filter((f) => f === offer).length
      // Food is sold in a shop.
      wrong += found.filter((f) => f !== offer && f !== 'shop').length
      missed += found.includes(offer) ? 0 : 1
    }
    for (const [offers, pages] of INNOCENT) wrong += ids(pages).filter((f) => offers.includes(f)).length
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.9)
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.85)
  })

  it.each(INNOCENT.map(([offers, pages]) => ({ offers, pages })))('are not inferred from mere mention: $offers', ({ offers, pages }) => {
    expect(ids(pages).filter((id) => offers.includes(id))).toEqual([])
  })

  it('come with their lines, and hidden ones are told apart', () => {
    const [offer] = infer({ 'pages/loan/apply': ['申请贷款', '借款金额', '还款计划', '利率'] }, 'wechat', false)
    expect(offer?.offer.id).toBe('loans')
    expect(offer?.signals.find((s) => s.what === '借款金额')).toMatchObject({
      kind: 'copy',
      strong: true,
      at: { file: 'pages/loan/apply.wxml', start: 10 },
      units: ['pages/loan/apply'],
    })
    expect(offer?.signals.find((s) => s.kind === 'page')?.what).toBe('loan')
    const hidden = inferOffers({ platform: 'wechat', copies: copies({ 'pages/x/x': ['申请贷款', '借款金额', '还款计划', '利率'] }, false) })
    expect(hidden[0]).toMatchObject({ reachable: false, offer: { id: 'loans' } })
  })

  it('are not made by a long agreement that names many things', () => {
    const text =
      '本协议所称服务包括但不限于商品详情展示、购物车、提交订单、直播间、贷款申请、在线问诊等由第三方提供的内容，平台不对其承担责任。'.repeat(
        8,
      )
    expect(ids({ 'pages/agreement/agreement': ['用户协议', text] })).toEqual([])
  })

  it('read path words of every spelling', () => {
    expect([...pathWords('packageA/pages/goodsDetail/goods_detail')]).toEqual(
      expect.arrayContaining(['goods', 'good', 'detail', 'goodsdetail', 'goods-detail']),
    )
  })
})

describe('offers of whole programs', () => {
  const LABELLED = [
    ...TRADE,
    ...PEOPLE,
    ...PASTIME,
    ...TEMPTING,
    ...SECOND,
    ...THIRD,
    ...SINGLE,
    ...FEW,
    ...LARGER,
    ...MENTION,
    ...TERSE,
    ...HOMELY,
    ...PLAIN,
    ...STREET,
    ...TOWN,
  ]
  const inferredOf = (labelled: LabelledProgram) => {
    const program = loadProgram(memoryFiles(filesOf(labelled), labelled.name), { root: '', platform: labelled.platform })
    const interpretation = interpret(program)
    const { copies } = collectCopy(program, interpretation)
    return inferOffers({ platform: labelled.platform, copies, program, interpretation })
  }

  it('are inferred from files, on both platforms, with precision and recall', () => {
    let right = 0
    const wrong: string[] = []
    const missed: string[] = []
    for (const labelled of LABELLED) {
      const found = inferredOf(labelled).map((one) => one.offer.id)
      right += labelled.offers.filter((id) => found.includes(id)).length
      missed.push(...labelled.offers.filter((id) => !found.includes(id)).map((id) => `${labelled.name}: ${id}`))
      const also = labelled.also ?? []
      wrong.push(...found.filter((id) => !labelled.offers.includes(id) && !also.includes(id)).map((id) => `${labelled.name}: ${id}`))
    }
    expect(LABELLED.length).toBeGreaterThanOrEqual(250)
    expect(new Set(LABELLED.flatMap((one) => one.offers)).size).toBeGreaterThanOrEqual(75)
    expect(right / (right + wrong.length), wrong.join('; ')).toBeGreaterThanOrEqual(0.95)
    expect(right / (right + missed.length), missed.join('; ')).toBeGreaterThanOrEqual(0.95)
  })

  it('are inferred from what a page handles where it says nothing', () => {
    const page = (script: string, template = '<view bindtap="go">…</view>'): LabelledProgram => ({
      name: 'mute',
      platform: 'wechat',
      offers: [],
      pages: { 'pages/x/x': ['', template, `Page({ ${script} })`] },
    })
    const ids = (one: LabelledProgram) => inferredOf(one).map(({ offer }) => offer.id)
    expect(ids(page('data: { hall: 3, seats: [], showtime: 0, price: 0 }, go() { wx.requestPayment({}) }'))).toContain('tickets')
    expect(ids(page('data: { truck: 1, cargo: 2, unload: 3, fee: 4 }, go() {}'))).toContain('freight')
    // Comments are nobody's names, and one name makes no form.
    expect(ids(page('/* truck cargo unload fee route */ go() {}'))).not.toContain('freight')
    expect(ids(page('data: { price: 0 }, go() {}'))).toEqual([])
  })

  it('are guessed where a small program does something and says little, never where it only tells', () => {
    const small = (template: string): LabelledProgram => ({
      name: 'small',
      platform: 'wechat',
      offers: [],
      pages: { 'pages/x/x': ['', template, 'Page({ go() { wx.request({}) } })'] },
    })
    const told = '<view>赔付与保障范围</view><view>续期与赔案</view>'
    const [guess] = inferredOf(small(`${told}<button bindtap="go">下一步</button>`))
    expect(guess).toMatchObject({ offer: { id: 'insurance' }, reachable: true })
    expect(guess?.signals[0]?.at?.file).toBe('pages/x/x.wxml')
    expect(inferredOf(small(told)).filter(({ confidence }) => confidence === 'low')).toEqual([])
  })

  it('are inferred from modules that app.json no longer names, with their lines, as out of reach', () => {
    const hidden = TEMPTING.find((one) => one.name === 'shop-with-hidden-loans')!
    const loans = inferredOf(hidden).find((one) => one.offer.id === 'loans')!
    expect(loans.reachable).toBe(false)
    expect(loans.signals.every((signal) => signal.units.every((unit) => unit === 'pages/jie/jie'))).toBe(true)
    const files = filesOf(hidden)
    for (const { kind, what, at } of loans.signals)
      if (kind === 'copy' && at) expect(files[at.file]?.slice(at.start, at.end).replace(/,/g, '')).toContain(what.slice(0, 2))
  })
})

describe('categories', () => {
  const offer = (id: string) => OFFERS.find((o) => o.id === id)!
  it('are found by id, by path and by their last step', () => {
    expect(findCategories('wechat', '教育/在线视频课程').map((c) => c.id)).toEqual(['教育/在线视频课程'])
    expect(findCategories('wechat', '教育 > 在线视频课程').map((c) => c.id)).toEqual(['教育/在线视频课程'])
    expect(findCategories('wechat', '社交-直播').map((c) => c.id)).toEqual(['社交/直播'])
    expect(findCategories('wechat', '直播').map((c) => c.id)).toEqual(['社交/直播'])
    expect(findCategories('wechat', '论坛').map((c) => c.id)).toEqual(['社交/社区、论坛'])
    expect(findCategories('wechat', '天气').map((c) => c.id)).toEqual(['工具/记账、日历、天气、备忘录、计算'])
    expect(findCategories('wechat', '不存在的类目')).toEqual([])
  })

  it('cover an offer, or say why not', () => {
    expect(coverOffer('wechat', offer('lessons'), ['教育 > 在线视频课程']).kind).toBe('covered')
    expect(coverOffer('wechat', offer('lessons'), ['工具 > 效率'])).toMatchObject({
      kind: 'undeclared',
      would: [{ id: '教育/在线视频课程' }],
    })
    expect(coverOffer('wechat', offer('live'), ['社交/直播'], 'person').kind).toBe('not-for-individuals')
    expect(coverOffer('wechat', offer('calculators'), ['工具/备忘录'], 'person').kind).toBe('covered')
    expect(coverOffer('wechat', offer('lottery'), ['工具/信息查询']).kind).toBe('closed')
    expect(coverOffer('douyin', offer('voting'), []).kind).toBe('closed')
    expect(coverOffer('douyin', offer('consultation'), ['医疗/医疗/公立医疗机构']).kind).toBe('closed')
    expect(coverOffer('douyin', offer('calculators'), []).kind).toBe('unknown')
  })

  it('name the documents that lack, over the way that lacks least', () => {
    const [live] = findCategories('douyin', '直播')
    expect(shortfall(live!, [{ kind: '统一社会信用代码（政府）' }], null)?.missing.map((d) => d.name)).toEqual(['公函'])
    expect(shortfall(live!, [{ kind: '网络文化经营许可证' }], null)).toBeNull()
    const [food] = findCategories('wechat', '商家自营/食品')
    expect(shortfall(food!, [{ kind: '食品经营许可证', validUntil: '2026-01-31' }], '2026-11-21')?.expired).toEqual(['食品经营许可证'])
    expect(shortfall(food!, [{ kind: '食品经营许可证', validUntil: '2027-01-31' }], '2026-11-21')).toBeNull()
    expect(shortfall(food!, undefined, null)?.missing).toHaveLength(1)
  })

  it('are what every offer points to', () => {
    for (const platform of ['wechat', 'douyin'] as const) {
      const known = new Set(categoryTree(platform).categories.map((c) => c.id))
      for (const o of OFFERS) for (const id of o.categories[platform]) expect(known.has(id), id).toBe(true)
    }
  })
})
