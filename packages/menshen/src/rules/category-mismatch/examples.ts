import type { Example } from '../kit.ts'

const PHARMACY = {
  'pages/drugs/drugs.wxml':
    '<view>网上药店</view><view wx:for="{{drugs}}" wx:key="n">{{item.n}} ¥{{item.p}}</view><view>处方药 药师审核</view><view>用法用量</view><button bindtap="buy">立即购买</button>',
  'pages/drugs/drugs.js':
    "Page({ data: { drugs: [{ n: '感冒药 非处方药', p: 18 }, { n: '布洛芬缓释胶囊', p: 22 }] }, buy() { wx.requestPayment({}) } })",
}
const DIARY = {
  'pages/day/day.wxml': '<view>今天写点什么</view><input placeholder="心情" /><button bindtap="save">保存</button>',
  'pages/day/day.js': "Page({ save() { wx.setStorageSync('day', 1) } })",
}

const BAKERY = {
  'pages/bread/bread.ttml':
    '<view>今日现烤</view><view tt:for="{{breads}}">{{item.n}} ¥{{item.p}}</view><view>生日蛋糕 曲奇 吐司</view><button bindtap="add">加入购物车</button><button bindtap="pay">提交订单</button><view>我的订单</view><view>确认收货</view>',
  'pages/bread/bread.js': "Page({ data: { breads: [{ n: '贝果', p: 12 }, { n: '手撕面包', p: 18 }] }, add() {}, pay() { tt.pay({}) } })",
}

export const examples: readonly Example[] = [
  {
    name: { zh: '工具类目下卖药', en: 'medicine sold under a category for tools' },
    files: PHARMACY,
    listing: { name: '家庭药箱', categories: ['工具/图片处理'], entity: { kind: 'company' } },
    expect: [{ message: 'wrong', file: 'pages/drugs/drugs.wxml', excerpt: '处方药 药师审核', verdict: 'violation' }],
  },
  {
    name: { zh: '类目之外还卖药', en: 'medicine beside what was declared' },
    files: {
      ...PHARMACY,
      'pages/count/count.wxml': '<view>计算器</view><view>单位换算</view><view>记账</view><view>备忘录</view><view>BMI</view>',
    },
    listing: { name: '药箱与记账', categories: ['工具/记账、日历、天气、备忘录、计算'], entity: { kind: 'company' } },
    expect: [{ message: 'undeclared', file: 'pages/drugs/drugs.wxml', excerpt: '处方药 药师审核', verdict: 'violation' }],
  },
  {
    name: { zh: '个人主体卖药', en: 'an individual sells medicine' },
    files: PHARMACY,
    listing: { name: '家庭药箱', categories: ['医疗/药品（非处方药）销售'], entity: { kind: 'person' } },
    expect: [{ message: 'not-for-individuals', file: 'pages/drugs/drugs.wxml', excerpt: '处方药 药师审核', verdict: 'violation' }],
  },
  {
    name: { zh: '提供彩票查询', en: 'lottery results' },
    platform: 'douyin',
    files: { 'pages/n/n.ttml': '<view>双色球 大乐透</view><view>开奖号码</view><view>走势图</view><view>福彩 排列三</view>' },
    expect: [{ message: 'closed', file: 'pages/n/n.ttml', excerpt: '双色球 大乐透', verdict: 'review' }],
  },
  {
    name: { zh: '模板留下的贷款页，app.json 里已经去掉', en: 'a loan page of a template that app.json no longer names' },
    files: {
      'app.json': '{"pages":["pages/day/day"]}',
      ...DIARY,
      'pages/jie/jie.json': '{"navigationBarTitleText":"极速借款"}',
      'pages/jie/jie.wxml': '<view>可借额度</view><view>日利率</view><view>还款计划</view><button bindtap="go">立即借钱</button>',
      'pages/jie/jie.js': 'Page({ go() {} })',
    },
    expect: [{ message: 'left-in-code', file: 'pages/jie/jie.json', excerpt: '"navigationBarTitleText":"极速借款"', verdict: 'review' }],
  },
  {
    name: { zh: '组件库留下的示例和没有用到的说明', en: 'samples of a library, and notes that nobody uses' },
    files: {
      'app.json': '{"pages":["pages/day/day"]}',
      ...DIARY,
      'miniprogram_npm/loan-card/index.wxml': '<view>可借额度</view><view>日利率</view><view>还款计划</view><view>立即借钱</view>',
      'pages/old/old.wxml': '<view>写给以后的自己</view><view>今天的心情</view>',
    },
    expect: [],
  },
  {
    name: { zh: '没有提审信息的药店：不知道类目', en: 'a pharmacy without a listing: categories unknown' },
    files: PHARMACY,
    expect: [],
  },
  {
    name: { zh: '药品类目已申报；写日记的工具', en: 'the category is declared' },
    files: { ...PHARMACY, ...DIARY },
    listing: { name: '示例大药房', categories: ['医疗/药品（非处方药）销售'], entity: { kind: 'company' } },
    expect: [],
  },
  {
    name: { zh: '面包店在餐饮类目下接受预订', en: 'a bakery takes orders under catering' },
    platform: 'douyin',
    files: BAKERY,
    listing: { name: '麦浪面包', categories: ['餐饮 > 烘焙'], entity: { kind: 'company' } },
    expect: [],
  },
  {
    name: { zh: '同一家面包店，选了别的类目', en: 'the same bakery under another category' },
    platform: 'douyin',
    files: BAKERY,
    listing: { name: '麦浪面包', categories: ['工具 > 效率'], entity: { kind: 'company' } },
    expect: [
      { message: 'closed', verdict: 'review' },
      { message: 'closed', verdict: 'review' },
    ],
  },
  {
    name: { zh: '工具类目下大家发笔记、互相看', en: 'notes for everybody under a category for tools' },
    files: {
      'pages/n/n.wxml':
        '<view wx:for="{{notes}}" wx:key="id">{{item.nickName}}：{{item.content}}</view><textarea bindinput="put" /><button bindtap="send">发布笔记</button>',
      'pages/n/n.js':
        "Page({ data: { notes: [] }, onLoad() { wx.request({ url: 'https://api.example.org/notes', success: (r) => this.setData({ notes: r.data }) }) }, put(e) { this.t = e.detail.value }, send() { wx.request({ url: 'https://api.example.org/notes/publish', method: 'POST', data: { content: this.t } }) } })",
    },
    listing: { name: '白鹭步道', categories: ['工具/信息查询'], entity: { kind: 'company' } },
    expect: [{ message: 'wrong', verdict: 'violation' }],
  },
  {
    name: { zh: '笔记只存在自己的手机里', en: 'notes that stay on one’s own phone' },
    files: {
      'pages/n/n.wxml':
        '<view wx:for="{{notes}}" wx:key="t">{{item.t}}：{{item.content}}</view><textarea bindinput="put" /><button bindtap="send">保存笔记</button>',
      'pages/n/n.js':
        "Page({ data: { notes: [] }, put(e) { this.t = e.detail.value }, send() { const notes = this.data.notes.concat({ t: Date.now(), content: this.t }); this.setData({ notes }); wx.setStorageSync('notes', notes) } })",
    },
    listing: { name: '白鹭步道', categories: ['工具/信息查询'], entity: { kind: 'company' } },
    expect: [],
  },
]
