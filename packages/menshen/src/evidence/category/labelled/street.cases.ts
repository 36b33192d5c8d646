/** The trades of a street, and what its people keep for themselves. */
import type { LabelledProgram } from './program.ts'

export const STREET: readonly LabelledProgram[] = [
  {
    name: 'paw-clinic',
    platform: 'wechat',
    offers: ['vet'],
    also: ['pets', 'shop', 'medical-booking'],
    tabs: ['首页', '我的'],
    pages: {
      'pages/index/index': [
        '毛球诊所',
        `<view wx:for="{{services}}">{{item.name}} ¥{{item.price}}<button bindtap="book">约时间</button></view><view>今日坐诊：{{vet}}</view><view>犬猫内外科 · 绝育 · 疫苗 · 洗牙</view>`,
        `Page({ data: { vet: '苏医生', services: [{ name: '母猫绝育', price: 680 }, { name: '狂犬疫苗', price: 80 }] }, book() { wx.navigateTo({ url: '/pages/book/book' }) } })`,
      ],
      'pages/me/me': ['', `<view wx:for="{{pets}}">{{item.nick}} {{item.breed}} {{item.weight}}kg 上次驱虫 {{item.worm}}</view>`],
      'pages/book/book': ['预约', `<picker mode="date"/><textarea placeholder="它哪里不舒服"/><button>提交</button>`],
    },
  },
  {
    name: 'mop-sisters',
    platform: 'wechat',
    offers: ['housekeeping'],
    pages: {
      'pages/index/index': [
        '阿姨到家',
        `<view wx:for="{{kinds}}" bindtap="pick">{{item.t}} {{item.p}}元/{{item.u}}</view>`,
        `Page({ data: { kinds: [{ t: '日常保洁', p: 45, u: '小时' }, { t: '擦玻璃', p: 12, u: '平' }, { t: '油烟机清洗', p: 158, u: '台' }] }, pick() { wx.navigateTo({ url: '/pages/o/o' }) } })`,
      ],
      'pages/o/o': [
        '下单',
        `<input placeholder="小区、楼栋、门牌"/><picker mode="date"><view>上门日期</view></picker><view>几位阿姨 {{n}}</view><button bindtap="pay">付 {{sum}} 元</button>`,
        `Page({ data: { n: 1, sum: 90 }, pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'lens-lane',
    platform: 'douyin',
    offers: ['photography'],
    pages: {
      'pages/index/index': [
        '小巷映像',
        `<swiper><swiper-item tt:for="{{works}}"><image src="{{item}}"/></swiper-item></swiper><view tt:for="{{sets}}">{{item.name}} {{item.clothes}}套服装 {{item.fine}}张精修 {{item.price}}元</view><button bindtap="go">约个档期</button>`,
        `Page({ data: { works: [], sets: [{ name: '周岁照', clothes: 3, fine: 30, price: 899 }, { name: '证件照', clothes: 1, fine: 2, price: 68 }] }, go() { tt.navigateTo({ url: '/pages/day/day' }) } })`,
      ],
      'pages/day/day': ['选档期', `<view tt:for="{{days}}">{{item.d}} {{item.full ? '已满' : '可约'}}</view>`],
    },
  },
  {
    name: 'fix-my-car',
    platform: 'wechat',
    offers: ['car-service'],
    also: ['shop'],
    pages: {
      'pages/index/index': [
        '老丁修车',
        `<input placeholder="车牌号"/><input type="digit" placeholder="行驶里程"/><view wx:for="{{items}}">{{item.name}} 工时费 {{item.fee}}</view><button>预约到店</button>`,
        `Page({ data: { items: [{ name: '小保养（机油+机滤）', fee: 60 }, { name: '四轮定位', fee: 120 }, { name: '换刹车片', fee: 150 }] } })`,
      ],
      'pages/log/log': ['保养记录', `<view wx:for="{{logs}}">{{item.day}} {{item.km}}公里 {{item.what}}</view>`],
    },
  },
  {
    name: 'plain-law',
    platform: 'wechat',
    offers: ['legal'],
    also: ['consultation'],
    pages: {
      'pages/index/index': [
        '有法说',
        `<view wx:for="{{lawyers}}">{{item.name}} 执业{{item.years}}年 {{item.field}} <text>{{item.fee}}元/次</text><button bindtap="ask">问一问</button></view>`,
        `Page({ data: { lawyers: [{ name: '方律师', years: 12, field: '劳动争议', fee: 99 }] }, ask() { wx.navigateTo({ url: '/pages/ask/ask' }) } })`,
      ],
      'pages/ask/ask': [
        '',
        `<textarea placeholder="把事情经过写下来，欠薪、离婚、借钱不还都可以问"/><button>提交问题</button><view>代写起诉状 300 元</view>`,
      ],
    },
  },
  {
    name: 'tap-water',
    platform: 'wechat',
    offers: ['utilities'],
    pages: {
      'pages/index/index': [
        '水电在线',
        `<input placeholder="户号"/><button bindtap="q">查一下</button><view>应缴水费 {{due}} 元</view><view>上次抄表 {{last}} 吨</view><button bindtap="pay">现在缴</button>`,
        `Page({ data: { due: 38.5, last: 12 }, q() {}, pay() { wx.requestPayment({}) } })`,
      ],
      'pages/h/h': ['缴费记录', `<view wx:for="{{list}}">{{item.month}} {{item.money}}</view>`],
    },
  },
  {
    name: 'sim-corner',
    platform: 'wechat',
    offers: ['phone-cards'],
    pages: {
      'pages/index/index': [
        '选号厅',
        `<view wx:for="{{plans}}">{{item.name}} 月租{{item.fee}}元 {{item.flow}}G 通用流量 {{item.min}}分钟通话</view><view wx:for="{{nums}}" bindtap="pick">{{item}}</view><input placeholder="机主姓名"/><input placeholder="收卡地址"/><button>免费申请</button>`,
        `Page({ data: { plans: [{ name: '青春卡', fee: 29, flow: 80, min: 100 }], nums: ['1xx 8888'] }, pick() {} })`,
      ],
    },
  },
  {
    name: 'truck-now',
    platform: 'wechat',
    offers: ['freight'],
    pages: {
      'pages/index/index': [
        '喊车',
        `<view wx:for="{{cars}}">{{item.t}} 载重{{item.kg}} 长{{item.l}}米 起步{{item.p}}元</view><input placeholder="装货地"/><input placeholder="卸货地"/><view><checkbox/>需要搬运</view><button>叫车</button>`,
        `Page({ data: { cars: [{ t: '小面', kg: '500公斤', l: 1.8, p: 30 }, { t: '4米2', kg: '1.8吨', l: 4.2, p: 120 }] } })`,
      ],
    },
  },
  {
    name: 'new-walls',
    platform: 'douyin',
    offers: ['renovation'],
    pages: {
      'pages/index/index': [
        '新房改造记',
        `<input placeholder="建筑面积"/><picker range="{{types}}"><view>几室几厅</view></picker><button bindtap="go">算算要花多少</button><view tt:for="{{cases}}">{{item.name}} {{item.style}} 半包 {{item.cost}} 万</view>`,
        `Page({ data: { types: ['两室一厅'], cases: [{ name: '湖畔花园 89 平', style: '原木风', cost: 8.6 }] }, go() { tt.navigateTo({ url: '/pages/q/q' }) } })`,
      ],
      'pages/q/q': ['', `<view>水电改造 {{a}} 泥瓦 {{b}} 木工 {{c}} 油漆 {{d}}</view><button>请设计师上门量房</button>`],
    },
  },
  {
    name: 'cloud-gate',
    platform: 'wechat',
    offers: ['scenic'],
    also: ['tickets', 'travel'],
    pages: {
      'pages/index/index': [
        '云门山',
        `<view>开园 8:00 — 17:30</view><view wx:for="{{kinds}}">{{item.name}} ¥{{item.price}} <text>{{item.who}}</text></view><button bindtap="buy">购票</button><view bindtap="map">导览图</view>`,
        `Page({ data: { kinds: [{ name: '成人票', price: 80, who: '18-59 岁' }, { name: '半价票', price: 40, who: '学生、60 岁以上' }] }, buy() { wx.requestPayment({}) }, map() {} })`,
      ],
      'pages/t/t': ['我的票', `<view>入园码</view><image src="{{qr}}"/><view>入园日期 {{day}}</view>`],
    },
  },
  {
    name: 'pass-cpa',
    platform: 'wechat',
    offers: ['question-bank'],
    also: ['training'],
    pages: {
      'pages/index/index': [
        '初会刷题',
        `<view wx:for="{{chapters}}" bindtap="go">{{item.name}} {{item.done}}/{{item.all}}</view><view>错题本</view><view>全真模考</view>`,
        `Page({ data: { chapters: [{ name: '第一章 会计概述', done: 12, all: 86 }] }, go() {} })`,
      ],
      'pages/do/do': [
        '',
        `<view>{{q.stem}}</view><radio-group><radio wx:for="{{q.options}}">{{item}}</radio></radio-group><view wx:if="{{shown}}">正确答案 {{q.answer}} 解析：{{q.why}}</view>`,
      ],
    },
  },
  {
    name: 'hammer-down',
    platform: 'wechat',
    offers: ['auction'],
    pages: {
      'pages/index/index': [
        '落槌',
        `<view wx:for="{{lots}}"><image src="{{item.pic}}"/>{{item.name}} 当前 {{item.now}} 元 {{item.n}} 次出价 距结束 {{item.left}}</view>`,
        `Page({ data: { lots: [{ name: '老式收音机', now: 260, n: 9, left: '01:20:11' }] } })`,
      ],
      'pages/l/l': ['', `<view>起拍价 {{lot.start}} 加价幅度 {{lot.step}}</view><view>保证金 {{lot.deposit}}</view><button>出价</button>`],
    },
  },
  {
    name: 'bus-home',
    platform: 'wechat',
    offers: ['transport-tickets'],
    pages: {
      'pages/index/index': [
        '县际班车',
        `<view>{{from}} → {{to}}</view><picker mode="date"/><view wx:for="{{runs}}">{{item.t}} 发车 {{item.station}} 余 {{item.left}} 张 ¥{{item.price}}<button>订</button></view>`,
        `Page({ data: { from: '安县', to: '绵阳', runs: [{ t: '07:40', station: '东站', left: 12, price: 28 }] } })`,
      ],
      'pages/p/p': ['乘车人', `<input placeholder="姓名"/><input placeholder="证件号"/><view>儿童票半价，改签请在发车前 2 小时</view>`],
    },
  },
  {
    name: 'yarn-shop',
    platform: 'douyin',
    offers: ['shop'],
    pages: {
      'pages/index/index': [
        '一团毛线',
        `<view tt:for="{{goods}}">{{item.name}} ¥{{item.price}} <text>已售{{item.sold}}</text><button bindtap="add">加购</button></view>`,
        `Page({ data: { goods: [{ name: '五股牛奶棉', price: 6.8, sold: 322 }] }, add() {} })`,
      ],
      'pages/cart/cart': [
        '',
        `<view tt:for="{{cart}}">{{item.name}} ×{{item.n}}</view><view>合计 {{sum}} 运费 {{post}}</view><button bindtap="pay">去结账</button>`,
        `Page({ pay() { tt.pay({}) } })`,
      ],
    },
  },
  {
    name: 'story-well',
    platform: 'wechat',
    offers: ['novels'],
    pages: {
      'pages/index/index': [
        '书井',
        `<view wx:for="{{books}}">{{item.name}} {{item.author}} {{item.words}}万字 {{item.state}}</view><view>书架</view>`,
        `Page({ data: { books: [{ name: '长风渡口', author: '北岸', words: 86, state: '连载' }] } })`,
      ],
      'pages/r/r': [
        '',
        `<view>{{chapter.title}}</view><text>{{chapter.text}}</text><button>下一章</button><view wx:if="{{locked}}">本章需 12 书币</view>`,
      ],
    },
  },
  {
    name: 'site-hands',
    platform: 'wechat',
    offers: ['recruitment'],
    pages: {
      'pages/index/index': [
        '工地直聘',
        `<view wx:for="{{posts}}">{{item.kind}} {{item.n}}人 {{item.pay}}元/天 {{item.site}}<button bindtap="call">联系工头</button></view>`,
        `Page({ data: { posts: [{ kind: '木工', n: 6, pay: 420, site: '高新区三期' }] }, call() { wx.makePhoneCall({ phoneNumber: '' }) } })`,
      ],
      'pages/me/me': ['我的简历', `<input placeholder="工种"/><input placeholder="干了几年"/><button>公开给老板看</button>`],
    },
  },
  // Tempting ones.
  {
    name: 'flat-rota',
    platform: 'wechat',
    offers: [],
    also: ['calculators'],
    pages: {
      'pages/index/index': [
        '合租值日',
        `<view wx:for="{{days}}">{{item.d}} {{item.who}} {{item.job}}</view><view>本月水电 {{bill}} 元，三人平摊</view>`,
        `Page({ data: { bill: 210, days: [{ d: '周一', who: '阿远', job: '倒垃圾' }, { d: '周三', who: '小北', job: '擦厨房' }] } })`,
      ],
    },
  },
  {
    name: 'trip-pack',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'travel'],
    pages: {
      'pages/index/index': [
        '出门带什么',
        `<checkbox-group><checkbox wx:for="{{things}}">{{item}}</checkbox></checkbox-group><button>全部装好了</button>`,
        `Page({ data: { things: ['身份证', '车票', '充电器', '感冒药', '房卡'] } })`,
      ],
    },
  },
  {
    name: 'clinic-shifts',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'lookup'],
    pages: {
      'pages/index/index': [
        '护士排班',
        `<view wx:for="{{shifts}}">{{item.day}} {{item.kind}} {{item.name}}</view><button bindtap="swap">换班申请</button>`,
        `Page({ data: { shifts: [{ day: '11-21', kind: '夜班', name: '小宋' }] }, swap() {} })`,
      ],
    },
  },
]
