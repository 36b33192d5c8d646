/** A last draught, measured before anything was fitted to it; the last of them only name a trade. */
import type { LabelledProgram } from './program.ts'

export const PLAIN: readonly LabelledProgram[] = [
  {
    name: 'bento-box',
    platform: 'wechat',
    offers: ['restaurant'],
    pages: {
      'pages/index/index': [
        '巷口便当',
        `<view wx:for="{{menu}}">{{item.name}} ¥{{item.price}} <text>{{item.kcal}} 大卡</text><button bindtap="add" data-id="{{item.id}}">选</button></view><view>11:30 前下单，12 点送到工位</view><button bindtap="submit">提交（{{count}}）</button>`,
        `const menu = [{ id: 1, name: '照烧鸡腿饭', price: 22, kcal: 680 }, { id: 2, name: '番茄牛腩饭', price: 26, kcal: 720 }]
Page({ data: { menu, count: 0 }, add() { this.setData({ count: this.data.count + 1 }) }, submit() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'sock-lab',
    platform: 'douyin',
    offers: ['shop'],
    pages: {
      'pages/list/list': [
        '袜子实验室',
        `<view tt:for="{{goodsList}}" bindtap="open"><image src="{{item.pic}}"/>{{item.title}} ¥{{item.price}}</view>`,
        `Page({ data: { goodsList: [{ title: '三双装中筒袜', price: 39 }] }, open() { tt.navigateTo({ url: '/pages/detail/detail' }) } })`,
      ],
      'pages/detail/detail': [
        '',
        `<view>{{goods.title}}</view><view>颜色 {{color}}</view><button bindtap="buy">立刻拥有</button>`,
        `Page({ data: { goods: {}, color: '灰', stock: 5 }, buy() { tt.createOrder({}) } })`,
      ],
    },
  },
  {
    name: 'credit-line',
    platform: 'douyin',
    offers: ['loans'],
    pages: {
      'pages/index/index': [
        '有钱用',
        `<view>您有一笔 {{limit}} 元的额度待领取</view><view>日息万三起 随借随还</view><button bindtap="apply">去借钱</button>`,
        `Page({ data: { limit: 80000 }, apply() { tt.navigateTo({ url: '/pages/apply/apply' }) } })`,
      ],
      'pages/apply/apply': [
        '',
        `<input placeholder="借多少"/><picker range="{{periods}}"><view>借多久</view></picker><view>打到这张卡</view><button>确认借款</button>`,
        `Page({ data: { periods: ['3 个月', '12 个月'] } })`,
      ],
    },
  },
  {
    name: 'smile-dental',
    platform: 'wechat',
    offers: ['medical-booking'],
    also: ['consultation', 'cosmetic-surgery'],
    pages: {
      'pages/index/index': [
        '笑齿门诊',
        `<view wx:for="{{doctors}}">{{item.name}} {{item.title}} 擅长{{item.good}}<button bindtap="book">预约</button></view><view>营业时间 9:00-20:00</view>`,
        `Page({ data: { doctors: [{ name: '何医生', title: '主治医师', good: '根管治疗' }] }, book() { wx.navigateTo({ url: '/pages/book/book' }) } })`,
      ],
      'pages/book/book': [
        '预约就诊',
        `<picker mode="date"/><input placeholder="就诊人姓名"/><input placeholder="手机号"/><textarea placeholder="简单说说牙齿的情况"/><button>提交预约</button>`,
      ],
    },
  },
  {
    name: 'guitar-online',
    platform: 'wechat',
    offers: ['lessons'],
    pages: {
      'pages/index/index': [
        '弦外之音',
        `<view wx:for="{{courses}}">{{item.name}} {{item.lessons}}课时 {{item.price === 0 ? '免费' : '¥' + item.price}}</view>`,
        `Page({ data: { courses: [{ name: '民谣吉他 30 天', lessons: 30, price: 199 }] } })`,
      ],
      'pages/learn/learn': [
        '',
        `<video id="v" src="{{lesson.videoUrl}}"/><view wx:for="{{lessons}}">{{item.no}}. {{item.name}} <text wx:if="{{item.trial}}">可试看</text></view><button>购买全套</button>`,
        `Page({ data: { lesson: {}, lessons: [{ no: 1, name: '持琴姿势', trial: true, videoUrl: '' }] } })`,
      ],
    },
  },
  {
    name: 'beach-house',
    platform: 'douyin',
    offers: ['lodging'],
    pages: {
      'pages/index/index': [
        '望海小院',
        `<view tt:for="{{rooms}}">{{item.name}} {{item.size}}㎡ 可住{{item.max}}人 ¥{{item.price}}起</view>`,
        `Page({ data: { rooms: [{ name: '一线海景露台房', size: 35, max: 2, price: 498 }] } })`,
      ],
      'pages/order/order': [
        '预订',
        `<view>{{inDate}} 住 — {{outDate}} 离</view><input placeholder="入住人"/><view>房费 {{total}}</view><button>去支付</button>`,
        `Page({ data: { inDate: '12-01', outDate: '12-03', total: 996 } })`,
      ],
    },
  },
  {
    name: 'town-talk',
    platform: 'wechat',
    offers: ['community'],
    pages: {
      'pages/index/index': [
        '镇上的事',
        `<view wx:for="{{feeds}}"><text>{{item.user}}</text><text>{{item.text}}</text><image wx:for="{{item.imgs}}"/><text>{{item.likes}}赞 {{item.comments}}评</text></view><button bindtap="go">说一句</button>`,
        `Page({ data: { feeds: [{ user: '老李', text: '今天赶集人真多', imgs: [], likes: 8, comments: 3 }] }, go() {} })`,
      ],
      'pages/new/new': [
        '',
        `<textarea placeholder="这一刻的想法"/><button bindtap="img">加照片</button><button bindtap="post">发表</button>`,
        `Page({ img() { wx.chooseImage({}) }, post() { wx.request({ url: 'https://t.example.com/feed/add', method: 'POST' }) } })`,
      ],
    },
  },
  {
    name: 'meet-tea',
    platform: 'wechat',
    offers: ['dating'],
    pages: {
      'pages/index/index': [
        '一盏茶',
        `<view wx:for="{{list}}">{{item.year}} 年 {{item.height}} {{item.edu}} 年入 {{item.income}}<button>想认识</button></view>`,
        `Page({ data: { list: [{ year: 93, height: '168cm', edu: '硕士', income: '20 万' }] } })`,
      ],
      'pages/edit/edit': ['完善资料', `<view>婚姻状况</view><view>是否有孩子</view><view>对另一半的要求</view>`],
    },
  },
  {
    name: 'index-watch',
    platform: 'wechat',
    offers: ['investment'],
    pages: {
      'pages/index/index': [
        '看盘',
        `<view wx:for="{{stocks}}">{{item.name}} {{item.code}} {{item.price}} <text>{{item.pct}}%</text></view><input placeholder="代码/拼音"/><button>加自选</button>`,
        `Page({ data: { stocks: [{ name: '某某银行', code: '600000', price: 9.8, pct: 1.2 }] } })`,
      ],
    },
  },
  {
    name: 'whole-life',
    platform: 'wechat',
    offers: ['insurance'],
    pages: {
      'pages/index/index': [
        '护航保',
        `<view>住院垫付、意外身故 50 万</view><view>每天不到 1 块钱</view><button bindtap="go">给家人买一份</button>`,
        `Page({ go() { wx.navigateTo({ url: '/pages/f/f' }) } })`,
      ],
      'pages/f/f': [
        '',
        `<input placeholder="被保人姓名"/><view>与被保人关系</view><checkbox/>已阅读条款与责任免除<button>确认投保</button>`,
      ],
    },
  },
  {
    name: 'city-run',
    platform: 'wechat',
    offers: ['errand'],
    pages: {
      'pages/index/index': [
        '腿哥',
        `<view bindtap="t">帮我买</view><view bindtap="t">帮我送</view><textarea placeholder="要买什么、送到哪里"/><view>跑腿费 {{fee}}</view><button>叫个腿哥</button>`,
        `Page({ data: { fee: 8 }, t() {} })`,
      ],
    },
  },
  {
    name: 'key-agent',
    platform: 'wechat',
    offers: ['property'],
    pages: {
      'pages/index/index': [
        '安心找房',
        `<view wx:for="{{houses}}">{{item.title}} {{item.area}}㎡ {{item.price}}元/月</view>`,
        `Page({ data: { houses: [{ title: '朝南主卧带阳台', area: 18, price: 1600 }] } })`,
      ],
      'pages/d/d': ['', `<view>付款：押一付三</view><view>入住：随时</view><button>打电话给房东</button>`],
    },
  },
  {
    name: 'hire-chef',
    platform: 'douyin',
    offers: ['recruitment'],
    pages: {
      'pages/index/index': [
        '找师傅',
        `<view tt:for="{{jobs}}">{{item.post}} {{item.salary}} {{item.shop}}</view>`,
        `Page({ data: { jobs: [{ post: '炒锅师傅', salary: '8000-10000/月', shop: '湘味轩' }] } })`,
      ],
      'pages/j/j': ['', `<view>招 2 人 · 三年以上经验 · 包吃住</view><button>我要应聘</button>`],
    },
  },
  {
    name: 'name-star',
    platform: 'wechat',
    offers: ['fortune-telling'],
    pages: {
      'pages/index/index': [
        '好名字',
        `<input placeholder="姓氏"/><picker mode="date"/><picker mode="time"/><button bindtap="go">开始起名</button><view wx:for="{{names}}">{{item.name}} {{item.score}} 分 五行：{{item.wx}}</view>`,
        `Page({ data: { names: [] }, go() {} })`,
      ],
    },
  },
  {
    name: 'five-leagues',
    platform: 'wechat',
    offers: ['lottery'],
    pages: {
      'pages/index/index': [
        '五大联赛',
        `<view wx:for="{{games}}">{{item.home}} {{item.away}} 胜 {{item.w}} 平 {{item.d}} 负 {{item.l}}</view><view>{{n}} 串 1 · {{times}} 倍 · 最高奖金 {{max}}</view><button>投注</button>`,
        `Page({ data: { games: [{ home: '阿森纳', away: '切尔西', w: 1.9, d: 3.4, l: 3.8 }], n: 2, times: 10, max: 380 } })`,
      ],
    },
  },
  {
    name: 'lend-hand',
    platform: 'douyin',
    offers: ['charity'],
    pages: {
      'pages/index/index': [
        '搭把手',
        `<view tt:for="{{projects}}">{{item.title}} 已募 {{item.got}}/{{item.need}}</view>`,
        `Page({ data: { projects: [{ title: '给乡村教室装暖气', got: 12000, need: 40000 }] } })`,
      ],
      'pages/p/p': ['', `<view>执行机构：某某公益基金会</view><button>捐 50 元</button><view>捐赠记录</view>`],
    },
  },
  {
    name: 'quick-parcel',
    platform: 'wechat',
    offers: ['courier'],
    pages: {
      'pages/index/index': [
        '快寄',
        `<view>寄件人 {{from.name}}</view><view>收件人 {{to.name}}</view><view>物品 {{type}} 约 {{kg}}kg</view><view>取件时间</view><button>下单，快递员上门</button>`,
        `Page({ data: { from: {}, to: {}, type: '文件', kg: 1 } })`,
      ],
    },
  },
  {
    name: 'court-time',
    platform: 'wechat',
    offers: ['fitness'],
    pages: {
      'pages/index/index': [
        '羽众球馆',
        `<view wx:for="{{courts}}">{{item.name}}<view wx:for="{{item.hours}}" wx:for-item="h" class="{{h.taken ? 'x' : ''}}">{{h.t}} ¥{{h.price}}</view></view><button>订场</button>`,
        `Page({ data: { courts: [{ name: '1 号场', hours: [{ t: '18:00', price: 60, taken: true }] }] } })`,
      ],
    },
  },
  {
    name: 'gpt-pal',
    platform: 'douyin',
    offers: ['ai'],
    pages: {
      'pages/index/index': [
        '聊聊 AI',
        `<view tt:for="{{history}}">{{item.q}} / {{item.a}}</view><textarea placeholder="想问什么都可以"/><button bindtap="ask">发送</button><view>回答由大模型生成，仅供参考</view>`,
        `Page({ data: { history: [] }, ask() { tt.request({ url: 'https://q.example.com/chat' }) } })`,
      ],
    },
  },
  {
    name: 'flash-cards',
    platform: 'wechat',
    offers: ['translation'],
    pages: {
      'pages/index/index': [
        '日语五十音',
        `<view>{{kana}}</view><button bindtap="say">听发音</button><button bindtap="next">下一个</button>`,
        `Page({ data: { kana: 'あ' }, say() { const a = wx.createInnerAudioContext(); a.play() }, next() {} })`,
      ],
    },
  },
  {
    name: 'merge-cats',
    platform: 'douyin',
    offers: ['games'],
    pages: {
      'pages/index/index': [
        '合成小猫',
        `<canvas id="stage" bindtouchend="drop"/><view>得分 {{score}}</view><view tt:if="{{over}}">游戏结束 <button bindtap="restart">再来一局</button></view>`,
        `Page({ data: { score: 0, over: false }, drop() {}, restart() {} })`,
      ],
    },
  },
  {
    name: 'old-phone',
    platform: 'wechat',
    offers: ['second-hand'],
    pages: {
      'pages/index/index': [
        '闲鱼塘',
        `<view wx:for="{{items}}">{{item.title}} {{item.cond}} ¥{{item.price}} {{item.owner}}</view><button>我想要</button>`,
        `Page({ data: { items: [{ title: '旧手机', cond: '九五新', price: 800, owner: '小周' }] } })`,
      ],
      'pages/pub/pub': [
        '发布',
        `<textarea placeholder="品牌型号，新旧程度，入手渠道"/><input placeholder="价格"/><button>发布闲置</button>`,
      ],
    },
  },
  // Tempting ones.
  {
    name: 'med-exam-date',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'question-bank'],
    pages: {
      'pages/index/index': [
        '考医倒数',
        `<view>距离执业医师考试还有 {{d}} 天</view><view>今天复习：内科 心血管</view>`,
        `Page({ data: { d: 190 } })`,
      ],
    },
  },
  {
    name: 'family-tree',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'lookup'],
    pages: {
      'pages/index/index': [
        '我们家',
        `<view wx:for="{{people}}">{{item.name}} {{item.rel}} {{item.job}}</view>`,
        `Page({ data: { people: [{ name: '爷爷', rel: '祖父', job: '中医' }, { name: '二姑', rel: '姑母', job: '律师' }] } })`,
      ],
    },
  },
  {
    name: 'village-bus-news',
    platform: 'wechat',
    offers: [],
    also: ['lookup', 'news'],
    pages: {
      'pages/index/index': [
        '村口通知',
        `<view wx:for="{{list}}">{{item}}</view>`,
        `Page({ data: { list: ['明天停水半天', '镇卫生院周三来量血压', '收粮车下周到，价格另行通知', '防范电信诈骗，不要点陌生链接'] } })`,
      ],
    },
  },
  {
    name: 'movie-memo',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'video', 'tickets'],
    pages: {
      'pages/index/index': [
        '看过的片',
        `<view wx:for="{{list}}">{{item.name}} {{item.date}} {{item.star}}星</view><button>添一部</button>`,
        `Page({ data: { list: [{ name: '城南旧事', date: '3-8', star: 5 }] } })`,
      ],
    },
  },
  {
    name: 'kitchen-timer',
    platform: 'wechat',
    offers: ['calculators'],
    also: ['recipes'],
    pages: {
      'pages/index/index': [
        '煮几分钟',
        `<view wx:for="{{presets}}" bindtap="start">{{item.name}} {{item.min}} 分</view><view>{{left}}</view>`,
        `Page({ data: { presets: [{ name: '溏心蛋', min: 6 }, { name: '意面', min: 9 }], left: '' }, start() { setInterval(() => {}, 1000) } })`,
      ],
    },
  },
  {
    name: 'lost-dog',
    platform: 'wechat',
    offers: [],
    also: ['pets', 'community', 'lookup'],
    pages: {
      'pages/index/index': [
        '走失登记',
        `<view wx:for="{{list}}">{{item.kind}} {{item.where}} {{item.phone}}</view><input placeholder="什么样子"/><button>登记</button>`,
        `Page({ data: { list: [{ kind: '黄色土狗', where: '东关桥', phone: '138****' }] } })`,
      ],
    },
  },
]
