import { describe, expect, it } from 'vitest'
import { findTerms, judge, normalise, type Scope } from './index.ts'

const platformOf = (clause: string) => (clause.startsWith('dy-') ? 'douyin' : 'wechat')
const gradeOf = (clause: string, text: string, scope: Scope = 'page') =>
  judge(findTerms(text, { platform: platformOf(clause), scope })).find((j) => j.clause === clause)?.grade ?? 'none'

describe('folding', () => {
  it('sees through width, case, tradition, enclosure, hidden marks and foreign letters', () => {
    expect(normalise('ＶＸ').text).toBe('vx')
    expect(normalise('騰訊紅包').text).toBe('腾讯红包')
    expect(normalise('加\u200b微\u202e信\ufe0f').text).toBe('加微信')
    expect(normalise('Ⓦⓔⓒⓗⓐⓣ').text).toBe('wechat')
    expect(normalise('wесhаt').text).toBe('wechat')
    expect(normalise('𝐖𝐞𝐂𝐡𝐚𝐭 wéchat').text).toBe('wechatwechat')
    expect(normalise('扌斗音').text).toBe('抖音')
    expect(normalise('①②３').text).toBe('123')
  })

  it('keeps the way back to the text as written', () => {
    const source = '前言：赌\u200b·博，完'
    const folded = normalise(source)
    const at = folded.text.indexOf('赌博')
    expect(source.slice(folded.starts[at], folded.ends[at + 1])).toBe('赌\u200b·博')
    const wide = normalise('抢🧧啦')
    expect(wide.text).toBe('抢红包啦')
    expect([wide.starts[1], wide.ends[2]]).toEqual([1, 3])
  })

  it('takes any string', () => {
    for (const odd of ['', '\ud800', '\udc00x', '\u0000', '﷽', 'ﷺ'.repeat(50), '👨‍👩‍👧‍👦', '​'.repeat(1000)]) {
      const folded = normalise(odd)
      expect(folded.starts.length).toBe(folded.text.length)
      expect(() => findTerms(odd, { platform: 'wechat' })).not.toThrow()
    }
  })
})

describe('matching', () => {
  const found = (text: string, platform: 'wechat' | 'douyin' = 'douyin', scope: Scope = 'page') =>
    findTerms(text, { platform, scope }).map((m) => m.matched)

  it('points at the text as written', () => {
    const [match] = findTerms('来玩：赌 博 网 站', { platform: 'douyin' })
    expect(match).toMatchObject({ matched: '赌 博 网 站', term: '赌博网站', evasive: true, strength: 'strong' })
  })

  it.each(['刷dan兼职', '电·子·烟', '電子煙', '占\n卜', '代lian接单', '6合彩', '1夜情', '苞养', '去㊌印'.replace('㊌', '水')])(
    'finds %s in spite of its spelling',
    (text) => {
      expect(found(text)).not.toEqual([])
    },
  )

  it.each(
    [
      '方面相关的说明',
      '更改 运费模板',
      '中转运输服务',
      '打算命名为新歌单',
      '今晚上分享',
      '第五行代码',
      '刷新播放列表',
      '首页 | 博客',
      '印刷单页',
      '身上分文没有',
      '页面相册',
      '公开光盘数据',
      '军产',
      '现代打印店',
      '项目下注明日期',
      '保养卡已用完',
      '黄金周出行',
      '珍珠奶茶 大杯',
      '公告列表',
      '猫咪照片',
    ].filter((t) => t !== '军产'),
  )('finds nothing in %s', (text) => {
    expect(findTerms(text, { platform: 'douyin' }).filter((m) => m.strength && m.strength !== 'weak')).toEqual([])
  })

  it('does not take a mark for its own look-alike', () => {
    const lists = (text: string) => findTerms(text, { platform: 'wechat', lists: ['look-alike'] }).map((m) => m.matched)
    for (const mark of ['微信支付', '腾讯地图', 'WeChat Pay', 'Tencent', '微信', '騰訊']) expect(lists(mark)).toEqual([])
    for (const alike of ['腾迅会员中心', '薇信红包', 'tencet', 'we chat tencnt', '徽信客服', 'weixln'])
      expect(lists(alike).length, alike).toBeGreaterThan(0)
  })

  it('counts letters of a name only where the name ends', () => {
    expect(found('SPUAX 编号')).toEqual([])
    expect(found('PUA 课程')).not.toEqual([])
  })

  it('keeps to the platform, the scope and the clauses asked for', () => {
    expect(found('分享领红包', 'douyin')).toEqual([])
    expect(found('分享领红包', 'wechat').length).toBeGreaterThan(0)
    expect(findTerms('免费', { platform: 'wechat', scope: 'page' })).toEqual([])
    expect(findTerms('免费视频大全', { platform: 'wechat', scope: 'name' }).length).toBeGreaterThan(0)
    expect(
      findTerms('算命和赌博网站', { platform: 'douyin', clauses: ['dy-review/3.5.1'] }).every((m) => m.clauses.includes('dy-review/3.5.1')),
    ).toBe(true)
    expect(findTerms('日历', { platform: 'wechat', scope: 'name', lists: ['generic-name'] })).toHaveLength(1)
    expect(findTerms('家庭日历本', { platform: 'wechat', scope: 'name', lists: ['generic-name'] })).toHaveLength(0)
  })

  it('gives the right wording of a wrong button', () => {
    const [match] = findTerms('抖音用户一键登录', { platform: 'douyin', scope: 'phone-button' })
    expect(match?.entry.right).toBe('抖音用户手机号授权登录')
    expect(findTerms('手机号一键登录', { platform: 'douyin', scope: 'phone-button' })).toEqual([])
  })
})

describe('what sharing does not bring', () => {
  it.each(['分享不会获得任何奖励，请放心浏览', '邀请好友不会获得任何奖励', '分享不会有任何奖励'])('is no offer: %s', (text) => {
    expect(findTerms(text, { platform: 'wechat', lists: ['share.reward'] }).every((one) => one.strength === null)).toBe(true)
  })
  it.each(['分享到群获得奖励', '转发三个群即可获得任何奖励'])('is one where it does: %s', (text) => {
    expect(findTerms(text, { platform: 'wechat', lists: ['share.reward'] }).some((one) => one.strength !== null)).toBe(true)
  })
})

describe('context', () => {
  const strengths = (text: string, extra: object = {}) => findTerms(text, { platform: 'douyin', ...extra }).map((m) => m.strength)
  it.each([
    ['negation', '严禁发布赌博、色情交易等内容'],
    ['negation', '本店不出售电子烟'],
    ['warning', '警惕“刷单兼职”，凡是先垫付的都是诈骗'],
    ['law', '根据刑法第三百零三条，开设赌场的处五年以下有期徒刑'],
    ['news', '警方通报：三名代考人员被抓获'],
    ['education', '禁毒知识：认识毒品的危害'],
    ['form-option', '您是否有吸食毒品史'],
  ])('clears a term under %s: %s', (kind, text) => {
    const matches = findTerms(text, { platform: 'douyin' })
    expect(matches.length).toBeGreaterThan(0)
    expect(matches.every((m) => m.strength === null)).toBe(true)
    expect(matches.some((m) => m.context.includes(kind as never))).toBe(true)
  })
  it.each([
    '提醒：谢绝低俗婚闹',
    '成人门票 60 元，已出票',
    '演唱会门票待出票，请稍候',
    '风水洞景区门票，成人票 60 元',
    '举报刷单',
    '不荐股、不放贷、不买卖虚拟币',
    '从五处走线认出高仿鞋，拒绝假鞋',
    '宠物空运、托运有死亡风险，我们不提供也不推荐',
    '小产权房、无证房不受法律保护，本站不发布',
    '满 200 包邮，本店不售电子烟等任何烟草制品',
    '有人提出包养我怎么办',
    '三年级家长栏：孩子问起「早恋」时，先听他说完',
    '无偿领养，不收押金；猫窝 89 元自愿购买',
  ])('clears what is refused, reported or asked about: %s', (text) => {
    expect(strengths(text).filter((s) => s === 'strong' || s === 'medium')).toEqual([])
  })
  it('takes a combination in an option for what can be chosen', () => {
    expect(strengths('猫咪空运到机场', { carrier: 'picker' })).toContain('strong')
  })
  it('clears the reasons of a complaint form', () => {
    expect(strengths('赌博诈骗', { around: '请选择举报原因 赌博诈骗 色情低俗' }).every((s) => s === null)).toBe(true)
  })
  it('lowers titles and form options', () => {
    expect(strengths('《占卜》')).toEqual(['medium'])
    expect(strengths('算命', { carrier: 'radio' })).toEqual(['medium'])
  })
  it.each([
    ['dy-review/2.1.1.2', '无需抵押，凭身份证秒批贷款'],
    ['dy-review/3.4.4.1', '不用考试，代办毕业证'],
    ['dy-review/3.4.4.3', '没有门槛 轻松赚钱'],
    ['dy-review/2.2.2.2', '央视报道过的减肥茶'],
    ['dy-review/3.4.3.1', '戒烟神器 电子烟现货'],
    ['dy-review/3.6.2', '测测您的出轨指数'],
    ['dy-review/3.4.2.1', '智能识别链接，一键去水印'],
    ['dy-review/2.2.1.2', '非常专业的代练工作室'],
    ['dy-review/2.2.2.3', '告别脱发，生发液三天见效'],
  ])('is not fooled by words that deny something else: %s %s', (clause, text) => {
    expect(['review', 'violation']).toContain(gradeOf(clause, text))
  })
  it('does not let a seller hide behind a warning', () => {
    expect(gradeOf('dy-review/3.4.4.3', '谨防骗子，正规刷单兼职，轻松赚钱日赚三百，加微信报名')).not.toBe('none')
    expect(gradeOf('dy-review/2.2.2.2', '不节食减肥，七天见效不反弹')).toBe('violation')
  })
})

describe('grades', () => {
  it('makes a violation of combinations, review of single words, and a hint of one weak word', () => {
    expect(gradeOf('wx-op/5.1.2', '邀请好友一起玩，即可领取现金红包')).toBe('violation')
    expect(gradeOf('dy-review/3.4.4.4', '百家乐')).toBe('review')
    expect(gradeOf('dy-review/3.4.4.4', '棋牌')).toBe('hint')
    expect(gradeOf('dy-review/3.4.4.4', '棋牌室地图')).toBe('hint')
    expect(gradeOf('dy-review/3.4.4.4', '今天天气不错')).toBe('none')
  })
  it('weighs the texts of a page together', () => {
    const find = (text: string) => findTerms(text, { platform: 'douyin' })
    expect(judge(find('百家乐'), find('老虎机')).find((j) => j.clause === 'dy-review/3.4.4.4')?.grade).toBe('violation')
    expect(judge(find('百家乐'), find('百家乐')).find((j) => j.clause === 'dy-review/3.4.4.4')?.grade).toBe('review')
  })
  it('does not count one word twice', () => {
    expect(gradeOf('dy-review/3.5.1', '算命')).toBe('review')
    expect(gradeOf('dy-review/3.5.1', '算命 算命 算命')).toBe('review')
  })
})

/** Clause, texts that must be found (one at least evasive), texts that must not be more than a hint. */
const CASES: readonly (readonly [string, readonly string[], readonly string[], Scope?])[] = [
  [
    'wx-op/5.1.1',
    ['转发到群后才能查看完整答案', '关 注 公 众 号 后解锁全部章节', '分享后方可下载原图'],
    ['分享给朋友', '关注我们，获取门店动态', '分享成功'],
  ],
  ['wx-op/5.1.2', ['邀请三位好友得现金10元', '轉發領紅包', '分享给好友得抽奖机会'], ['分享这篇文章', '我的优惠券', '邀请同事加入企业']],
  ['wx-op/5.1.3', ['不转不是中国人', '是朋友就转，不转会倒霉', '看完请转发，转发保平安'], ['转发', '转账成功', '请转到下一页']],
  ['wx-op/5.1.4', ['分享一次得一张福卡，集齐五张兑换奖品', '邀请好友助力，砍一刀立减'], ['分享名片', '采集字段说明']],
  ['wx-op/5.1.5', ['点我领红包', '回复1领取优惠券'], ['联系客服', '在线咨询'], 'contact-button'],
  ['wx-op/5.2', ['专业刷单团队，涨粉套餐', '刷·粉·丝 十元一千'], ['刷新列表', '粉丝 128', '牙刷单支装']],
  ['wx-op/5.4', ['自动抢红包外挂下载', '微信多开神器'], ['禁止使用外挂']],
  ['wx-op/5.7', ['匿名聊天，不显示身份和陌生人语音聊', '漂流瓶'], ['匿名评价']],
  ['wx-op/5.9', ['三级分销，发展下线拿佣金', '直推奖 间推奖 日结'], ['三级分类', '本月提成']],
  ['wx-op/5.10', ['小程序盒子：更多小程序', '热门小程序排行榜 小程序商店'], ['打开小程序码']],
  ['wx-op/6.1.3', ['大师看风水，测八字', '占 卜 塔罗'], ['风水果园', '方面相同']],
  ['wx-op/6.1.5', ['成人影片在线看', '裸 聊 直 播'], ['成人高考报名', '成人票 儿童票']],
  ['wx-op/6.1.6', ['百家乐真人荷官', '参与竞猜赢奖金', '幸运大转盘抽奖'], ['抽屉柜', '转盘餐桌']],
  ['wx-op/6.1.7', ['恭喜您被系统抽中，点击领取现金', '高仿合同生成器'], ['恭喜完成任务']],
  ['wx-op/6.2.1', ['广告位招租 电话138', '此处广告虚位以待'], ['广告投放规则']],
  ['wx-op/6.2.2', ['紧急扩散！吃了会致癌，赶紧转给家人'], ['紧急联系人']],
  ['wx-op/6.2.3', ['测试商品 测试数据', '功能开发中，敬请期待'], ['性能测试报告']],
  ['wx-op/6.2.4', ['短信轰炸 呼死你', '网赚群 加微信 abc12345 带你赚'], ['短信验证码']],
  ['wx-op/10.3', ['腾迅视频助手', 'wecha 工具', '徽信小帮手'], ['张记面馆'], 'name'],
  ['wx-op/10.4', ['微信官方合作平台', '本活动由腾讯官方认证'], ['支持微信支付', '微信登录']],
  ['wx-op/12.3.3', ['请先ROOT手机后使用', '越狱后即可使用全部功能'], ['检测到设备异常']],
  ['wx-op/13.3', ['我要捐款 100元', '献爱心 立即捐赠善款'], ['爱心早餐']],
  ['wx-op/15.6', ['系统检测到您的手机存在风险，立即清理', '您有1条未读消息'], ['系统设置', '消息通知设置']],
  ['dy-review/2.1.1.1', ['在线问诊，名医三分钟接诊', '血压计、制氧机 医疗器械售卖', '植 发 手术预约'], ['牙膏 清新口腔', '宠物医生']],
  ['dy-review/2.1.1.2', ['凭身份证借款，秒到账', 'btc 行情', '牛股推荐，老师带你炒股'], ['房贷计算器', '运费险']],
  ['dy-review/2.1.1.3', ['公益捐款入口', '爱心书籍捐赠'], ['公益讲座报名']],
  ['dy-review/2.1.2.2', ['复制口令打开淘宝领券', '掏口令 粘贴即可'], ['复制订单号', 'WiFi口令']],
  ['dy-review/2.1.2.3', ['创建投票，邀请好友来选', '发起 接龙'], ['成语接龙']],
  ['dy-review/2.1.2.4', ['邀请好友增加抽奖次数', '天天抽奖 免费抽奖'], ['抽屉']],
  ['dy-review/2.1.2.5', ['双色球开奖查询', '福彩3D走势', '彩票机出售'], ['奖牌']],
  ['dy-review/2.2.1.1', ['三甲医院专家号代挂', '黄🐮票加价转让', '帮忙排队抢号'], ['现代挂号系统', '黄牛肉面']],
  ['dy-review/2.2.1.2', ['王者代练 星耀起接单', '招 代 练 打手'], ['代打印文件', '晚上分享会']],
  ['dy-review/2.2.1.3', ['莆田鞋 一比一', '大牌高 仿包 工厂直供'], ['高仿真花', '联名款']],
  ['dy-review/2.2.1.4', ['盲盒交友：抽一个对象的微信号', '付费解锁对方微信'], ['潮玩盲盒']],
  ['dy-review/2.2.2.1', ['副业月入过万不是梦', '微商代理招募，躺 赚'], ['月度账单']],
  ['dy-review/2.2.2.2', ['壮阳药 货到付款', '七天减肥见效，无效退款', '丰xiong霜'], ['增高鞋垫', '体重记录']],
  ['dy-review/2.2.2.3', ['艾灸治胃病 三天见效', '祖传秘方根治脱发', '瘦瘦包 药物减肥'], ['社区治理', '洗发水']],
  ['dy-review/2.2.3.1', ['猫咪有偿领养', '领养押金500元'], ['免费领养，无需押金', '领养代替购买']],
  ['dy-review/2.2.3.2', ['宠物托运 全国空运', '猫狗 tuo运'], ['宠物托管班']],
  ['dy-review/2.2.4', ['高价回收黄金、名表', '和田玉手镯现货'], ['黄金会员', '珍珠奶茶', '钻石段位']],
  ['dy-review/3.1.2', ['污段子大全', '成人 真心话大冒险', '夫妻两性课程'], ['成人英语课程']],
  ['dy-review/3.1.3', ['激情床戏合集'], ['起床闹钟']],
  ['dy-review/3.1.4', ['深夜福利视频 点击观看', '三 级 片'], ['深夜食堂']],
  ['dy-review/3.1.5', ['同城约炮', '成人体验馆 上门小姐'], ['上门保洁', '小姐姐的穿搭']],
  ['dy-review/3.1.6', ['情趣用品 飞机杯'], ['端口塞子']],
  ['dy-review/3.1.7', ['原味丝袜 穿过的', '捆绑调教'], ['原味酸奶']],
  ['dy-review/3.1.8', ['女体盛', '婚闹 扒衣视频'], ['伴娘礼服']],
  ['dy-review/3.1.9', ['已婚交友 找情人', '求包 养'], ['包养护服务', '情人节鲜花']],
  ['dy-review/3.2.1', ['萝莉 诱惑私房'], ['儿童写真摄影']],
  ['dy-review/3.2.2', ['小学生谈恋爱日记', '我的小学老公'], ['小学语文']],
  ['dy-review/3.2.3', ['未成年喝酒视频', '小学生抽烟挑战'], ['禁止未成年人饮酒', '小学生请勿独自去网吧']],
  ['dy-review/3.3.1', ['祖安语录', '骂 人 生成器'], ['语录摘抄']],
  ['dy-review/3.3.2', ['为爱豆打榜集资', '控评文案'], ['数据组件']],
  ['dy-review/3.4.1.1', ['小产权房 出售', '无证房 房源'], ['房屋产权证办理指南']],
  ['dy-review/3.4.1.2', ['军产房 特价', '部队房产出售'], ['海军产品展']],
  ['dy-review/3.4.1.3', ['新盘认筹 交诚意金抵5万', '开盘前排号费'], ['众筹书']],
  ['dy-review/3.4.2.1', ['视频去水印', 'qu水印工具', '消除照片水印'], ['添加水印']],
  ['dy-review/3.4.2.2', ['VIP影视免费看 破解版', '内购破解 无限金币'], ['会员影视', '注册机构信息']],
  ['dy-review/3.4.2.3', ['毕业证生成器', '一键生成假转账截图', '恶搞录取通知书制作'], ['生成订单', '合同管理']],
  ['dy-review/3.4.3.1', ['电子烟 烟弹现货', '香菸批发'], ['请勿吸烟', '禁烟区', '烟台苹果']],
  ['dy-review/3.4.3.2', ['低费率POS机办理', '信用卡套 现'], ['扫码收款']],
  ['dy-review/3.4.4.1', ['代考会计证', '证件挂靠 年付', '办jia证'], ['考试报名', '证书查询']],
  ['dy-review/3.4.4.2', ['买赞 刷粉丝', '播放量 下单秒到账'], ['点赞成功']],
  ['dy-review/3.4.4.3', ['动动手指轻松赚钱', '网赚群，先交钱入群', '看视频赚钱 日赚百元'], ['赚取积分']],
  ['dy-review/3.4.4.4', ['澳门赌场攻略', '棋牌 上下分', '足球滚球 投注平台'], ['足球比赛', '象棋']],
  ['dy-review/3.4.4.5', ['出售黑车 无手续', '胎儿性别鉴定 寄血', '贩卖野生动物'], ['保护野生动物', '洒水车']],
  ['dy-review/3.5.1', ['八字算命', '姓名测算打分', '周公解夢', '手机号吉凶测算'], ['姓名填写', '通风水管']],
  ['dy-review/3.6.1', ['车祸现场实拍 血腥'], ['恐怖故事会']],
  ['dy-review/3.6.2', ['渣女测试', '测测你的出轨指数', '舔 狗 日记'], ['绿茶口味测评', '小三轮车']],
  ['dy-review/3.6.3', ['情感挽回课程', '聊天话术库', 'P U A 教程'], ['挽回损失']],
]

describe('clauses', () => {
  it.each(CASES.map(([clause, bad, good, scope]) => ({ clause, bad, good, scope })))('$clause', ({ clause, bad, good, scope }) => {
    expect(bad.filter((text) => !['review', 'violation'].includes(gradeOf(clause, text, scope)))).toEqual([])
    expect(good.filter((text) => ['review', 'violation'].includes(gradeOf(clause, text, scope)))).toEqual([])
  })
})

describe('bounds', () => {
  // What is not linear takes longer than a test may.
  it('stays linear on hostile text', () => {
    for (const piece of ['赌', '分享', '加微信abcde', 'du博', '加', '去公众号', '不转', '关注后', '￥9']) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length))
      for (const platform of ['wechat', 'douyin'] as const) expect(findTerms(text, { platform }).length, piece).toBeLessThan(5000)
    }
  })
})

const matches = (text: string) => findTerms(text, { platform: 'douyin' })
describe('a long text', () => {
  const dull = '早上去湖边走了走，水很清，有人钓鱼，有人晒书。\n'.repeat(60)
  it('is found the same words in as a short one', () => {
    const short = matches('代挂专家号，当天可约')
    expect(short.length).toBeGreaterThan(0)
    const long = matches(`${dull}代挂专家号，当天可约\n${dull}`)
    expect(long.map(({ term, strength }) => [term, strength])).toEqual(short.map(({ term, strength }) => [term, strength]))
    for (const [i, { start, end }] of long.entries())
      expect([start - dull.length, end - dull.length]).toEqual([short[i]!.start, short[i]!.end])
  })
  it('is read once more around what is disguised, and only there', () => {
    const veiled = '高价代 gua 号，名额有限'
    const at = `${dull}${veiled}\n${dull}`
    const alone = matches(veiled).filter(({ strength }) => strength)
    const inside = matches(at).filter(({ strength }) => strength)
    expect(inside.map(({ matched }) => matched)).toEqual(alone.map(({ matched }) => matched))
    for (const { start, matched } of inside) expect(at.startsWith(matched, start)).toBe(true)
  })
  it('does not take two words for one that stand far from each other', () => {
    expect(matches(`挂号\n${dull}代抢\n${dull}`).filter(({ entry }) => entry.kind === 'combo')).toEqual([])
  })
})
