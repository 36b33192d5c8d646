/** The trades of a town, told as their owners tell them. */
import type { LabelledProgram } from './program.ts'

export const TOWN: readonly LabelledProgram[] = [
  {
    name: 'milk-day',
    platform: 'wechat',
    offers: ['food'],
    also: ['shop'],
    pages: {
      'pages/index/index': [
        '晨奶',
        `<view wx:for="{{kinds}}">{{item.n}} {{item.ml}}ml {{item.p}} 元/瓶<button bindtap="sub">订</button></view><view>每天清早送到奶箱</view>`,
        `Page({ data: { kinds: [{ n: '鲜牛奶', ml: 200, p: 4.5 }, { n: '原味酸奶', ml: 180, p: 5 }] }, sub() { wx.navigateTo({ url: '/pages/o/o' }) } })`,
      ],
      'pages/o/o': [
        '订奶',
        `<picker mode="date"><view>从哪天开始</view></picker><view>订 {{days}} 天，共 {{sum}} 元</view><button bindtap="pay">付款</button>`,
        `Page({ data: { days: 30, sum: 135 }, pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'old-town-inn',
    platform: 'wechat',
    offers: ['lodging'],
    pages: {
      'pages/index/index': [
        '青石客舍',
        `<picker mode="date"><view>住 {{a}}</view></picker><picker mode="date"><view>离 {{b}}</view></picker><view wx:for="{{rooms}}">{{item.n}} {{item.bed}} 含{{item.b}}份早餐 ¥{{item.p}}<button bindtap="go">订</button></view>`,
        `Page({ data: { a: '', b: '', rooms: [{ n: '临河大床', bed: '1.8 米', b: 2, p: 328 }] }, go() {} })`,
      ],
      'pages/me/me': ['订单', `<view wx:for="{{list}}">{{item.room}} {{item.nights}} 晚 {{item.state}}</view>`],
    },
  },
  {
    name: 'run-club',
    platform: 'wechat',
    offers: ['fitness'],
    pages: {
      'pages/index/index': [
        '燃点',
        `<view wx:for="{{classes}}">{{item.t}} {{item.name}} {{item.coach}} 余{{item.left}}<button bindtap="book">约课</button></view>`,
        `Page({ data: { classes: [{ t: '19:00', name: '动感单车', coach: '阿凯', left: 3 }] }, book() {} })`,
      ],
      'pages/card/card': ['会籍', `<view>年卡 剩 {{n}} 天</view><view>私教还有 {{k}} 节</view><button>续卡</button>`],
    },
  },
  {
    name: 'bright-mind',
    platform: 'douyin',
    offers: ['lessons'],
    also: ['training', 'video'],
    pages: {
      'pages/index/index': [
        '明白课',
        `<view tt:for="{{courses}}" bindtap="open"><image src="{{item.cover}}"/>{{item.name}} 共{{item.n}}讲 {{item.teacher}} ¥{{item.price}}</view>`,
        `Page({ data: { courses: [{ name: 'Excel 从零学', n: 24, teacher: '周老师', price: 99 }] }, open() {} })`,
      ],
      'pages/play/play': ['', `<video src="{{src}}"/><view tt:for="{{list}}">第{{item.no}}讲 {{item.t}} {{item.mins}} 分钟</view>`],
    },
  },
  {
    name: 'tooth-line',
    platform: 'wechat',
    offers: ['medical-booking'],
    also: ['consultation', 'cosmetic-surgery'],
    pages: {
      'pages/index/index': [
        '县医院挂号',
        `<view wx:for="{{depts}}" bindtap="go">{{item}}</view>`,
        `Page({ data: { depts: ['内科', '外科', '儿科', '妇产科', '中医科'] }, go() { wx.navigateTo({ url: '/pages/d/d' }) } })`,
      ],
      'pages/d/d': [
        '选号',
        `<view wx:for="{{list}}">{{item.doc}} {{item.title}} 上午 余 {{item.n}} 挂号费 {{item.fee}}<button bindtap="take">挂这个</button></view><view>就诊人 {{who}}</view>`,
        `Page({ data: { who: '', list: [{ doc: '姚医生', title: '副主任', n: 4, fee: 15 }] }, take() {} })`,
      ],
    },
  },
  {
    name: 'coin-light',
    platform: 'douyin',
    offers: ['investment'],
    pages: {
      'pages/index/index': [
        '存点儿',
        `<view tt:for="{{funds}}">{{item.name}} 近一年 {{item.y}}% <text>起购 {{item.min}} 元</text></view><button bindtap="buy">买入</button>`,
        `Page({ data: { funds: [{ name: '稳稳债券A', y: 3.2, min: 10 }] }, buy() {} })`,
      ],
      'pages/h/h': ['持有', `<view>昨日收益 {{d}}</view><view>累计收益 {{all}}</view><button>赎回</button>`],
    },
  },
  {
    name: 'we-insure',
    platform: 'wechat',
    offers: ['insurance'],
    pages: {
      'pages/index/index': [
        '小雨伞',
        `<view wx:for="{{plans}}">{{item.n}} 最高赔 {{item.max}} 万 {{item.p}} 元/年</view><button bindtap="go">给爸妈投一份</button>`,
        `Page({ data: { plans: [{ n: '老人意外险', max: 20, p: 128 }] }, go() {} })`,
      ],
      'pages/c/c': ['理赔', `<input placeholder="保单号"/><textarea placeholder="出险经过"/><button>提交材料</button>`],
    },
  },
  {
    name: 'neighbour-table',
    platform: 'wechat',
    offers: ['restaurant'],
    pages: {
      'pages/index/index': [
        '邻家小馆',
        `<view>桌号 {{table}}</view><view wx:for="{{dishes}}">{{item.n}} {{item.p}}<button bindtap="add">＋</button></view><view>少辣 / 不要香菜</view><button bindtap="send">下单到后厨</button>`,
        `Page({ data: { table: 6, dishes: [{ n: '宫保鸡丁', p: 32 }, { n: '酸辣土豆丝', p: 16 }] }, add() {}, send() {} })`,
      ],
    },
  },
  {
    name: 'pet-hotel',
    platform: 'wechat',
    offers: ['pets'],
    pages: {
      'pages/index/index': [
        '毛孩酒店',
        `<view wx:for="{{rooms}}">{{item.n}} {{item.p}}/晚</view><view>每天遛两次，拍视频给你看</view><picker mode="date"/><button bindtap="book">寄养下单</button>`,
        `Page({ data: { rooms: [{ n: '猫别墅', p: 68 }, { n: '中型犬单间', p: 98 }] }, book() {} })`,
      ],
      'pages/w/w': ['洗护', `<view>短毛猫洗澡 80</view><view>贵宾造型 168</view>`],
    },
  },
  {
    name: 'ride-pool',
    platform: 'wechat',
    offers: ['ride-hailing'],
    also: ['transport-tickets'],
    pages: {
      'pages/index/index': [
        '同路',
        `<input placeholder="从哪走"/><input placeholder="到哪去"/><view wx:for="{{rides}}">{{item.driver}} {{item.car}} {{item.time}} 出发 {{item.seat}} 座 {{item.price}} 元/人<button>搭这辆</button></view>`,
        `Page({ data: { rides: [{ driver: '马师傅', car: '白色途安', time: '17:30', seat: 2, price: 35 }] } })`,
      ],
    },
  },
  {
    name: 'chat-muse',
    platform: 'wechat',
    offers: ['ai'],
    pages: {
      'pages/index/index': [
        '妙笔',
        `<textarea placeholder="写个要求，比如：给咖啡店写一条文案"/><button bindtap="gen">生成</button><view>{{out}}</view><view>内容由模型生成，请自行核对</view>`,
        `Page({ data: { out: '' }, gen() { wx.request({ url: 'https://a.example.com/v1/completions' }) } })`,
      ],
    },
  },
  {
    name: 'spring-ktv-lottery',
    platform: 'douyin',
    offers: ['sweepstakes'],
    pages: {
      'pages/index/index': [
        '好运转盘',
        `<canvas id="wheel"/><button bindtap="spin">转一次（剩 {{n}} 次）</button><view>分享给好友再加一次</view><view tt:for="{{prizes}}">{{item}}</view>`,
        `Page({ data: { n: 3, prizes: ['耳机', '会员月卡', '谢谢参与'] }, spin() {} })`,
      ],
    },
  },
  {
    name: 'city-feed',
    platform: 'wechat',
    offers: ['news'],
    pages: {
      'pages/index/index': [
        '临江头条',
        `<view wx:for="{{list}}" bindtap="open"><text>{{item.title}}</text><text>{{item.source}} {{item.time}} {{item.reads}} 阅</text></view>`,
        `Page({ data: { list: [{ title: '临江大桥今日通车', source: '临江日报', time: '08:20', reads: 3201 }, { title: '气温下降，注意添衣', source: '气象台', time: '07:00', reads: 882 }] }, open() {} })`,
      ],
      'pages/a/a': [
        '',
        `<view>{{article.title}}</view><view>来源：{{article.source}} 记者 {{article.author}}</view><rich-text nodes="{{article.body}}"/>`,
      ],
    },
  },
  {
    name: 'rent-wheels',
    platform: 'wechat',
    offers: ['car-rental'],
    pages: {
      'pages/index/index': [
        '开走',
        `<view>取车点 {{shop}}</view><picker mode="date"><view>取 {{a}}</view></picker><picker mode="date"><view>还 {{b}}</view></picker><view wx:for="{{cars}}">{{item.m}} {{item.gear}} {{item.seat}}座 {{item.p}}/天<button>租</button></view>`,
        `Page({ data: { shop: '', a: '', b: '', cars: [{ m: '朗逸', gear: '自动挡', seat: 5, p: 158 }] } })`,
      ],
      'pages/v/v': ['', `<view>上传驾照正副本</view><view>押金 {{d}} 违章押金 {{w}}</view>`],
    },
  },
  {
    name: 'post-box',
    platform: 'douyin',
    offers: ['courier'],
    pages: {
      'pages/index/index': [
        '小邮差',
        `<view>从 {{from}}</view><view>到 {{to}}</view><input placeholder="多重"/><view>首重 10 元，续重 3 元/kg</view><button bindtap="go">叫人来取</button>`,
        `Page({ data: { from: '', to: '' }, go() {} })`,
      ],
      'pages/t/t': [
        '查件',
        `<input placeholder="运单号"/><view tt:for="{{steps}}">{{item.time}} {{item.text}}</view>`,
        `Page({ data: { steps: [{ time: '10:02', text: '已揽收' }, { time: '18:40', text: '到达成都分拨' }] } })`,
      ],
    },
  },
  {
    name: 'sing-along',
    platform: 'wechat',
    offers: ['music'],
    pages: {
      'pages/index/index': [
        '耳边',
        `<view wx:for="{{songs}}" bindtap="play">{{item.name}} - {{item.singer}} {{item.mins}}</view><view>我喜欢的</view><view>每日歌单</view>`,
        `Page({ data: { songs: [{ name: '晚风', singer: '阿柴', mins: '3:52' }] }, play() { wx.getBackgroundAudioManager().src = 'https://m.example.com/a.mp3' } })`,
      ],
      'pages/p/p': ['', `<view>{{lyric}}</view><slider/><view bindtap="prev">上一首</view><view bindtap="next">下一首</view>`],
    },
  },
  // Tempting ones.
  {
    name: 'class-ledger',
    platform: 'wechat',
    offers: [],
    also: ['calculators'],
    pages: {
      'pages/index/index': [
        '班费本',
        `<view wx:for="{{rows}}">{{item.d}} {{item.what}} {{item.money}}</view><button bindtap="add">记一笔</button>`,
        `Page({ data: { rows: [{ d: '11-3', what: '买粉笔', money: -12 }, { d: '11-9', what: '收班费', money: 450 }] }, add() {} })`,
      ],
    },
  },
  {
    name: 'garden-log',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'lookup'],
    pages: {
      'pages/index/index': [
        '阳台菜园',
        `<view wx:for="{{plants}}">{{item.n}} 上次浇水 {{item.w}} 上次施肥 {{item.f}}</view><button>浇了</button>`,
        `Page({ data: { plants: [{ n: '小番茄', w: '昨天', f: '上周' }] } })`,
      ],
    },
  },
  {
    name: 'shop-cleaning-rota',
    platform: 'douyin',
    offers: [],
    also: ['calculators'],
    pages: {
      'pages/index/index': [
        '打烊清单',
        `<checkbox-group><checkbox tt:for="{{jobs}}">{{item}}</checkbox></checkbox-group><view>今日当班 {{who}}</view>`,
        `Page({ data: { who: '小许', jobs: ['关煤气', '收银对账', '拖地', '倒垃圾', '锁门'] } })`,
      ],
    },
  },
]
