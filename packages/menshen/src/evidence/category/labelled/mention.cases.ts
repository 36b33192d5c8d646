/** They name a trade and do not carry it on. */
import type { LabelledProgram } from './program.ts'

export const MENTION: readonly LabelledProgram[] = [
  {
    name: 'todo-stream',
    platform: 'wechat',
    offers: ['calculators'],
    pages: {
      'pages/index/index': [
        '今日要做',
        `<view wx:for="{{todos}}"><checkbox checked="{{item.done}}"/>{{item.text}}</view><input placeholder="加一件事"/>`,
        `Page({ data: { todos: [{ text: '晚上八点看直播', done: false }, { text: '还信用卡', done: true }, { text: '给猫预约疫苗', done: false }, { text: '买感冒药', done: false }] } })`,
      ],
    },
  },
  {
    name: 'herb-soup',
    platform: 'wechat',
    offers: ['recipes'],
    pages: {
      'pages/index/index': [
        '四季汤',
        `<view wx:for="{{dishes}}">{{item.name}}<text>{{item.why}}</text></view>`,
        `Page({ data: { dishes: [{ name: '当归羊肉药膳', why: '冬日暖身' }, { name: '黄芪炖鸡', why: '补气' }] } })`,
      ],
      'pages/dish/dish': ['', `<view>食材：当归 10g、羊肉 500g</view><view>步骤一 焯水</view><view>小火炖两小时</view>`],
    },
  },
  {
    name: 'trip-diary',
    platform: 'wechat',
    offers: [],
    also: ['calculators'],
    pages: {
      'pages/index/index': [
        '去年夏天',
        `<view wx:for="{{days}}">{{item.d}} {{item.t}}</view>`,
        `Page({ data: { days: [{ d: '7-1', t: '到大理，住在洱海边的云水酒店，房间能看见湖' }, { d: '7-3', t: '坐火车去丽江，晚上住纳西客栈' }, { d: '7-5', t: '包车去玉龙雪山，门票有点贵' }] } })`,
      ],
    },
  },
  {
    name: 'school-doctors',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'lookup', 'school'],
    pages: {
      'pages/index/index': [
        '医学院课表',
        `<view wx:for="{{rows}}">{{item.day}} {{item.section}} {{item.name}} {{item.teacher}} {{item.room}}</view>`,
        `Page({ data: { rows: [{ day: '周一', section: '1-2 节', name: '内科学', teacher: '张医生（副主任医师）', room: 'A201' }, { day: '周三', section: '3-4 节', name: '儿科见习', teacher: '王医生', room: '附院三楼' }] } })`,
      ],
    },
  },
  {
    name: 'loan-news',
    platform: 'wechat',
    offers: [],
    also: ['news', 'lookup'],
    pages: {
      'pages/index/index': [
        '识骗',
        `<view wx:for="{{list}}">{{item}}</view>`,
        `Page({ data: { list: ['警惕“无抵押秒到账”贷款骗局', '校园贷的五个陷阱', '收到刷单兼职信息怎么办', '所谓稳赚不赔的投资群'] } })`,
      ],
      'pages/a/a': ['', `<view>不法分子以贷款额度高、放款快为诱饵，要求先交保证金。凡是放款前收费的都是诈骗，请拨打 96110。</view>`],
    },
  },
  {
    name: 'water-well',
    platform: 'wechat',
    offers: ['calculators'],
    pages: {
      'pages/index/index': [
        '喝水',
        `<view>{{cups}} / 8 杯</view><button bindtap="drink">喝了一杯</button><view>医生建议每天 1700 毫升</view>`,
        `Page({ data: { cups: 0 }, drink() { const cups = this.data.cups + 1; this.setData({ cups }); wx.setStorageSync('cups', cups) } })`,
      ],
    },
  },
  {
    name: 'mortgage-sum',
    platform: 'wechat',
    offers: ['calculators'],
    pages: {
      'pages/index/index': [
        '房贷算一算',
        `<input placeholder="贷款总额（万元）"/><input placeholder="年限"/><input placeholder="利率 %"/><button bindtap="calc">算</button><view>月供 {{m}} 元 · 利息合计 {{i}} 元</view><view>等额本息 等额本金</view>`,
        `Page({ data: { m: 0, i: 0 }, calc() { const p = 1e6, r = .0031, n = 360; this.setData({ m: p * r * (1 + r) ** n / ((1 + r) ** n - 1) }) } })`,
      ],
    },
  },
  {
    name: 'library-loans',
    platform: 'wechat',
    offers: [],
    also: ['lookup', 'books'],
    pages: {
      'pages/index/index': [
        '城西图书馆',
        `<view>我的借阅</view><view wx:for="{{books}}">{{item.name}} 应还日期 {{item.due}} <button>续借</button></view>`,
        `Page({ data: { books: [{ name: '法律的故事', due: '12-01' }, { name: '投资中最简单的事', due: '12-08' }] } })`,
      ],
      'pages/s/s': ['馆藏检索', `<input placeholder="书名、作者"/><view>在架 · 可预约</view>`],
    },
  },
  {
    name: 'poem-a-day',
    platform: 'wechat',
    offers: [],
    also: ['novels', 'lookup', 'translation'],
    pages: {
      'pages/index/index': [
        '一日一诗',
        `<view>{{p.title}}</view><view>{{p.author}}</view><view wx:for="{{p.lines}}">{{item}}</view><view>注释</view>`,
        `Page({ data: { p: { title: '卖炭翁', author: '白居易', lines: ['卖炭翁，伐薪烧炭南山中', '心忧炭贱愿天寒'] } } })`,
      ],
    },
  },
  {
    name: 'bus-stop',
    platform: 'wechat',
    offers: ['lookup'],
    pages: {
      'pages/index/index': [
        '等车',
        `<view wx:for="{{lines}}">{{item.no}} 路 还有 {{item.stops}} 站 约 {{item.min}} 分钟</view><view>首末班 06:00-22:00</view><view>下一站：人民医院</view>`,
        `Page({ data: { lines: [{ no: 12, stops: 3, min: 7 }] }, onLoad() { wx.request({ url: 'https://bus.example.com/near', success() {} }) } })`,
      ],
    },
  },
  {
    name: 'staff-canteen',
    platform: 'wechat',
    offers: [],
    also: ['restaurant', 'voting', 'lookup'],
    pages: {
      'pages/index/index': [
        '本周食堂',
        `<view wx:for="{{menu}}">{{item.day}}：{{item.dishes}}</view>`,
        `Page({ data: { menu: [{ day: '周一', dishes: '红烧肉 清炒时蔬 番茄蛋汤' }] } })`,
      ],
    },
  },
  {
    name: 'museum-hall',
    platform: 'wechat',
    offers: [],
    also: ['scenic', 'lookup'],
    pages: {
      'pages/index/index': ['县博物馆', `<view>常设展：古代钱币与典当</view><view>免费开放，周一闭馆</view>`],
      'pages/e/e': [
        '展品',
        `<view wx:for="{{list}}">{{item.name}} {{item.era}}</view>`,
        `Page({ data: { list: [{ name: '民国当票', era: '1932' }, { name: '老银行存折', era: '1953' }, { name: '彩票一张', era: '1987' }] } })`,
      ],
    },
  },
  {
    name: 'wedding-guest',
    platform: 'wechat',
    offers: [],
    also: ['voting', 'photography'],
    pages: {
      'pages/index/index': [
        '我们结婚啦',
        `<view>新郎 李响 新娘 周晴</view><view>12 月 20 日 18:18</view><view>云顶大酒店 三楼宴会厅</view><button bindtap="map">导航</button>`,
        `Page({ map() { wx.openLocation({ latitude: 30, longitude: 120 }) } })`,
      ],
      'pages/w/w': ['留祝福', `<input placeholder="写下祝福"/><view>出席人数</view>`],
    },
  },
  {
    name: 'plant-notes',
    platform: 'wechat',
    offers: ['calculators'],
    pages: {
      'pages/index/index': [
        '养花本',
        `<view wx:for="{{plants}}">{{item.name}} {{item.water}} 天前浇水</view><button>记一次浇水</button>`,
        `Page({ data: { plants: [{ name: '发财树', water: 3 }, { name: '金钱草', water: 1 }] } })`,
      ],
      'pages/add/add': [
        '新植物',
        `<input placeholder="名字"/><view>买来的价格 选填</view>`,
        `Page({ save() { wx.setStorageSync('plants', []) } })`,
      ],
    },
  },
  {
    name: 'history-quiz',
    platform: 'douyin',
    offers: ['question-bank'],
    also: ['games'],
    pages: {
      'pages/index/index': [
        '历史小测',
        `<view>第 {{i + 1}} 题 / 10</view><view>{{q.text}}</view><view tt:for="{{q.opts}}" bindtap="pick">{{item}}</view>`,
        `const all = [{ text: '北宋最早的纸币叫什么', opts: ['交子', '会子', '宝钞'], right: 0 }, { text: '票号起源于哪里', opts: ['山西', '徽州', '广东'], right: 0 }]
Page({ data: { i: 0, q: all[0] }, pick() { const i = this.data.i + 1; this.setData({ i, q: all[i % 2] }) } })`,
      ],
      'pages/end/end': ['', `<view>答对 {{n}} 题</view>`],
    },
  },
  {
    name: 'clinic-leaflet',
    platform: 'wechat',
    offers: [],
    also: ['lookup'],
    pages: {
      'pages/index/index': ['流感那些事', `<view>什么是流感</view><view>接种疫苗后的反应</view><view>什么情况要看医生</view>`],
      'pages/a/a': ['', `<view>高热三天不退应及时到医院发热门诊就诊，遵医嘱用药，不要自行服用抗生素。</view>`],
    },
  },
  {
    name: 'office-room',
    platform: 'wechat',
    offers: [],
    also: ['voting', 'calculators'],
    pages: {
      'pages/index/index': [
        '会议室',
        `<view wx:for="{{rooms}}">{{item.name}} {{item.seats}} 座 {{item.free}}</view><button>预订</button>`,
        `Page({ data: { rooms: [{ name: '钱塘厅', seats: 12, free: '14:00 后空闲' }] } })`,
      ],
      'pages/b/b': ['预订会议室', `<input placeholder="会议主题，如：保险产品上线评审"/><picker mode="date"/><button>提交</button>`],
    },
  },
  {
    name: 'kid-stories',
    platform: 'wechat',
    offers: [],
    also: ['music', 'novels', 'video', 'lessons'],
    pages: {
      'pages/index/index': [
        '睡前故事',
        `<view wx:for="{{tales}}" bindtap="play">{{item.name}}</view>`,
        `Page({ data: { tales: [{ name: '卖火柴的小女孩' }, { name: '国王的新衣' }] }, play() { const a = wx.createInnerAudioContext(); a.src = 'https://s.example.com/1.mp3'; a.play() } })`,
      ],
    },
  },
  {
    name: 'parcel-memo',
    platform: 'wechat',
    offers: ['calculators'],
    also: ['courier'],
    pages: {
      'pages/index/index': [
        '取件记',
        `<view wx:for="{{list}}">{{item.code}} {{item.where}} <button>拿到了</button></view><input placeholder="取件码"/>`,
        `Page({ data: { list: [{ code: '6-2-1035', where: '东门快递柜' }] }, add() { wx.setStorageSync('list', []) } })`,
      ],
    },
  },
  {
    name: 'photo-club',
    platform: 'wechat',
    offers: [],
    also: ['image-tools', 'lookup', 'photography'],
    pages: {
      'pages/index/index': [
        '光圈快门',
        `<view>景深速查</view><view>光圈 f/{{f}} 焦距 {{mm}}mm</view><view>超焦距 {{h}} 米</view><slider/>`,
        `Page({ data: { f: 8, mm: 35, h: 5.1 } })`,
      ],
    },
  },
  {
    name: 'team-duty',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'voting'],
    pages: {
      'pages/index/index': [
        '值班表',
        `<view wx:for="{{rows}}">{{item.date}} {{item.name}} {{item.dept}}</view>`,
        `Page({ data: { rows: [{ date: '12-01', name: '刘律师', dept: '诉讼部' }, { date: '12-02', name: '赵律师', dept: '公司部' }] } })`,
      ],
      'pages/s/s': ['换班申请', `<picker/><textarea placeholder="理由"/>`],
    },
  },
  {
    name: 'gov-guide',
    platform: 'wechat',
    offers: [],
    also: ['lookup'],
    pages: {
      'pages/index/index': [
        '办事指南',
        `<view wx:for="{{list}}">{{item}}</view>`,
        `Page({ data: { list: ['机动车年检', '公积金贷款提取', '小额贷款公司设立许可', '律师执业许可', '医疗机构校验', '房屋租赁备案'] } })`,
      ],
      'pages/d/d': ['', `<view>办理条件</view><view>所需材料</view><view>办理地点</view>`],
    },
  },
]
