import { type Example, lifecycle, sketchMove, sketchPass, sketchRun, went } from '../kit.ts'

const shop = { 'pages/a/a.wxml': '<view>记账</view><view wx:if="{{open}}" bindtap="buy">会员 ¥30 立即开通</view>' }

// What the server sends is the same for the code: only two runs show the difference.
const menu = {
  'pages/a/a.wxml': '<view wx:for="{{menu}}">{{item.name}}</view>',
  'pages/a/a.js':
    "Page({ data: { menu: [] }, onLoad() { wx.request({ url: 'https://api.example.org/menu', success: (r) => this.setData({ menu: r.data }) }) } })",
}
const page = { do: 'open', route: 'pages/a/a', query: '' } as const
const states = (
  before: readonly string[],
  after: readonly string[],
  second: Parameters<typeof sketchPass>[0] = { server: 'after-release' },
) =>
  sketchRun(
    sketchPass({}, sketchMove(page, { screen: { texts: before } })),
    sketchPass(second, sketchMove(page, { screen: { texts: after } })),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '版本与服务器返回值比较，决定购买区是否出现', en: 'the version compared with a server value decides on the purchase area' },
    files: {
      ...shop,
      'lib/flag.js':
        "const { miniProgram } = wx.getAccountInfoSync()\nexports.ask = (done) => wx.request({ url: 'https://api.example.org/c', success: (r) => done(r.data.v !== miniProgram.version) })",
      'pages/a/a.js':
        "const { ask } = require('../../lib/flag')\nPage({ data: { open: false }, onLoad() { ask((open) => this.setData({ open })) }, buy() {} })",
    },
    expect: [{ message: 'area-switched', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '启动页问服务器，再换成两个页面之一', en: 'a start page asks a server and becomes one of two pages' },
    files: {
      'app.json': '{ "pages": ["pages/start/start", "pages/note/note", "pages/bet/bet"] }',
      'pages/start/start.wxml': '<view>请稍候</view>',
      'pages/start/start.js':
        "Page({ onLoad() { wx.request({ url: 'https://api.example.org/c', success: (r) => { if (r.data.on) wx.redirectTo({ url: '/pages/bet/bet' }); else wx.redirectTo({ url: '/pages/note/note' }) } }) } })",
      'pages/note/note.wxml': '<view>记事</view>',
      'pages/note/note.js': 'Page({})',
      'pages/bet/bet.wxml': '<view>竞猜</view>',
      'pages/bet/bet.js': 'Page({})',
    },
    expect: [
      { message: 'start-switched', file: 'pages/start/start.js', verdict: 'violation' },
      { message: 'start-switched', file: 'pages/start/start.js', verdict: 'violation' },
    ],
  },
  {
    name: { zh: '标签栏由审核开关改变', en: 'a review flag changes the tab bar' },
    files: {
      'pages/a/a.wxml': '<view>记账</view>',
      'pages/a/a.js':
        "Page({ onShow() { wx.request({ url: 'https://api.example.org/c', success: (r) => { if (!r.data.isAudit) wx.setTabBarItem({ index: 1, text: '商城' }) } }) } })",
    },
    expect: [{ message: 'tabs-switched', verdict: 'review' }],
  },
  {
    name: { zh: '接口地址随环境变化；订单的审核状态', en: 'an API address by environment, and the state of an order under review' },
    files: {
      'pages/a/a.wxml': '<view wx:if="{{order.auditStatus == 1}}">审核中，付款 ¥30 后发货</view><view wx:if="{{debug}}">调试信息</view>',
      'pages/a/a.js':
        "const { envVersion } = wx.getAccountInfoSync().miniProgram\nconst host = envVersion === 'release' ? 'https://api.example.org' : 'https://test.example.org'\nPage({ data: { order: {}, debug: envVersion === 'develop' }, onLoad() { wx.request({ url: host + '/order', success: (r) => this.setData({ order: r.data }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '未登录时去登录页；有新版本时提示', en: 'to the login page when not logged in, and a note on a new version' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/login/login"] }',
      'pages/a/a.wxml': '<view wx:if="{{fresh}}">发现新版本，重启后更新</view><view>记账</view>',
      'pages/a/a.js':
        "Page({ data: { fresh: false }, onLoad() { wx.request({ url: 'https://api.example.org/me', success: (r) => { this.setData({ fresh: r.data.version > 3 }); if (r.data.code === 401) wx.reLaunch({ url: '/pages/login/login' }) } }) } })",
      'pages/login/login.wxml': '<button bindtap="go">登录</button>',
      'pages/login/login.js': 'Page({ go() { wx.login({}) } })',
    },
    expect: [],
  },
  {
    name: { zh: '运行时：发布之后菜单变成借款和投注', en: 'seen in runs: after release the menu is loans and bets' },
    files: menu,
    run: states(['春季新到', '笔', '本子'], ['急用钱看这里', '免审核借款 五万', '下注翻倍']),
    expect: [{ message: 'area-switched', file: 'pages/a/a.wxml' }],
  },
  {
    name: { zh: '运行时：发布之后换了一批文具', en: 'seen in runs: after release other stationery' },
    files: menu,
    run: states(['春季新到', '笔', '本子'], ['开学季', '作业本', '书包']),
    expect: [],
  },
  {
    name: { zh: '运行时：体验版是另一个样子', en: 'seen in runs: the trial version has another face' },
    files: menu,
    run: states(['限时选购', '甲种粉', '乙种粉'], ['本园植物', '薄荷', '紫苏'], { profile: 'trial' }),
    expect: [{ message: 'area-switched' }],
  },
  {
    name: { zh: '运行时：体验版多一行版本号', en: 'seen in runs: the trial version has a line with its number' },
    files: menu,
    run: states(['本园植物', '薄荷'], ['本园植物', '薄荷', '版本 2.4.0 (trial)'], { profile: 'trial' }),
    expect: [],
  },
  {
    name: { zh: '运行时：发布之后启动到另一页', en: 'seen in runs: after release the start leads elsewhere' },
    files: { ...menu, 'pages/b/b.wxml': '<view>陪聊</view>', 'pages/b/b.js': 'Page({})' },
    run: sketchRun(
      sketchPass({}, sketchMove({ do: 'launch' }, { screen: { route: 'pages/a/a', texts: ['临帖'] } })),
      sketchPass(
        { server: 'after-release' },
        sketchMove(
          { do: 'launch' },
          {
            records: [went('pages/b/b', { at: 'pages/a/a.js:1:80', action: 'reLaunch', cause: lifecycle('onLoad', 'request') })],
            screen: { route: 'pages/b/b', texts: ['陪聊'] },
          },
        ),
      ),
    ),
    expect: [{ message: 'start-switched', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: {
      zh: '服务器的回答只在两个常量之间选择，经 Promise 存进 globalData',
      en: 'the server’s answer picks one of two constants, kept in globalData by way of a promise',
    },
    files: {
      'app.js':
        "App({ globalData: { full: false }, onLaunch() { this.ready = new Promise((resolve) => { wx.request({ url: 'https://api.example.org/c', success: (res) => { if (res.data.on) resolve(true); else resolve(false) }, fail: () => resolve(false) }) }).then((v) => { this.globalData.full = v }) } })",
      'pages/a/a.wxml': '<view>用量计算</view><view wx:if="{{!underReview}}" bindtap="buy">付费咨询 ¥99</view>',
      'pages/a/a.js':
        'const app = getApp()\nPage({ data: { underReview: true }, onLoad() { app.ready.then(() => this.setData({ underReview: !app.globalData.full })) }, buy() {} })',
    },
    expect: [{ message: 'area-switched', verdict: 'violation' }],
  },
  {
    name: { zh: '同样的写法，决定的是节日横幅', en: 'written the same way, for a banner of the season' },
    files: {
      'app.js':
        "App({ globalData: { spring: false }, onLaunch() { this.ready = new Promise((resolve) => { wx.request({ url: 'https://api.example.org/c', success: (res) => { if (res.data.on) resolve(true); else resolve(false) } }) }).then((v) => { this.globalData.spring = v }) } })",
      'pages/a/a.wxml': '<view wx:if="{{spring}}">春天快乐</view><view bindtap="buy">付费咨询 ¥99</view>',
      'pages/a/a.js':
        'const app = getApp()\nPage({ data: { spring: false }, onLoad() { app.ready.then(() => this.setData({ spring: app.globalData.spring })) }, buy() {} })',
    },
    expect: [],
  },
  {
    name: { zh: '回答在两个常量间选择，模板里再取反', en: 'an answer picks one of two constants, and the template turns it round' },
    files: {
      'store.js':
        'const state = { hideShop: true }\nexports.state = state\nexports.load = async () => { const r = await new Promise((ok) => wx.request({ url: "https://api.example.org/boot", success: (r) => ok(r.data) })); if (r.isReviewing) { state.hideShop = true } else { state.hideShop = false } }',
      'pages/a/a.wxml': '<view>资料</view><block wx:if="{{!hide}}"><view bindtap="buy">名师课程 ¥399 立即购买</view></block>',
      'pages/a/a.js':
        "const store = require('../../store')\nPage({ data: { hide: true }, async onLoad() { await store.load(); this.setData({ hide: store.state.hideShop }) }, buy() {} })",
    },
    expect: [{ message: 'area-switched', verdict: 'violation' }],
  },
  {
    name: { zh: '正式版一启动就换到抽奖页', en: 'only the released edition starts with a lottery' },
    files: {
      'env.js':
        "const info = wx.getAccountInfoSync ? wx.getAccountInfoSync() : { miniProgram: {} }\nexports.env = info.miniProgram.envVersion || 'release'\nexports.live = exports.env === 'release'",
      'pages/a/a.wxml': '<view>今日宜读书</view>',
      'pages/a/a.js': "const { live } = require('../../env')\nPage({ onReady() { if (live) wx.reLaunch({ url: '/pages/b/b' }) } })",
      'pages/b/b.wxml': '<button bindtap="draw">抽奖</button>',
      'pages/b/b.js': "Page({ draw() { wx.request({ url: 'https://api.example.org/draw' }) } })",
    },
    expect: [{ message: 'start-by-edition', file: 'pages/a/a.js', excerpt: 'wx.reLaunch', verdict: 'violation' }],
  },
  {
    name: { zh: '开发版启动后打开调试页', en: 'the developer’s edition starts with a page for debugging' },
    files: {
      'env.js':
        "const info = wx.getAccountInfoSync ? wx.getAccountInfoSync() : { miniProgram: {} }\nexports.env = info.miniProgram.envVersion || 'release'\nexports.local = exports.env === 'develop'",
      'pages/a/a.wxml': '<view>今日宜读书</view>',
      'pages/a/a.js': "const { local } = require('../../env')\nPage({ onReady() { if (local) wx.reLaunch({ url: '/pages/b/b' }) } })",
      'pages/b/b.wxml': '<view>接口地址</view>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [],
  },
  {
    name: {
      zh: '比服务器上的版本新就藏起购买区（逐段比较）',
      en: 'newer than the server’s version, compared part by part: the shop is hidden',
    },
    files: {
      'version.js':
        "const OWN = '3.2.1'\nconst compare = (a, b) => { const x = a.split('.').map(Number); const y = b.split('.').map(Number); for (let i = 0; i < 3; i++) if (x[i] !== y[i]) return x[i] - y[i]; return 0 }\nexports.newer = (there) => compare(OWN, there) > 0",
      'app.js':
        "App({ onLaunch() { this.ready = new Promise((ok) => wx.request({ url: 'https://api.example.org/version', success: (r) => ok(r.data.version) })) } })",
      'pages/a/a.wxml': '<view wx:if="{{full}}" bindtap="buy">相册年卡 ¥98 立即开通</view><image wx:else src="/1.png" />',
      'pages/a/a.js':
        "const { newer } = require('../../version')\nPage({ data: { full: false }, async onLoad() { const there = await getApp().ready; this.setData({ full: !newer(there) }) }, buy() {} })",
    },
    expect: [{ message: 'area-switched', verdict: 'violation' }],
  },
  {
    name: { zh: '比服务器上的版本旧就提示重启', en: 'older than the server’s version: a hint to restart' },
    files: {
      'version.js':
        "const OWN = '3.2.1'\nconst compare = (a, b) => { const x = a.split('.').map(Number); const y = b.split('.').map(Number); for (let i = 0; i < 3; i++) if (x[i] !== y[i]) return x[i] - y[i]; return 0 }\nexports.older = (there) => compare(OWN, there) < 0",
      'app.js':
        "App({ onLaunch() { this.ready = new Promise((ok) => wx.request({ url: 'https://api.example.org/version', success: (r) => ok(r.data.version) })) } })",
      'pages/a/a.wxml': '<view wx:if="{{stale}}" bindtap="restart">有新版本，点此重启</view><view bindtap="buy">相片冲印 ¥39</view>',
      'pages/a/a.js':
        "const { older } = require('../../version')\nPage({ data: { stale: false }, async onLoad() { const there = await getApp().ready; this.setData({ stale: older(there) }) }, restart() { wx.getUpdateManager().applyUpdate() }, buy() {} })",
    },
    expect: [],
  },
  {
    name: {
      zh: '首页内容都在组件里，服务器可另指定一个首页；一个函数包了各种打开方式',
      en: 'a home page made of a component, whose server may name another; one function for every way to open a page',
    },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
      'pages/a/a.json': '{ "usingComponents": { "mall-floor": "/parts/floor" } }',
      'pages/a/a.wxml': '<mall-floor />',
      'pages/a/a.js': `const open = (url, how) => {
  switch (how) {
    case 'a': wx.switchTab({ url }); break
    case 'b': wx.reLaunch({ url }); break
    default: wx.redirectTo({ url })
  }
}
Page({ onShow() { wx.request({ url: 'https://api.example.org/home', success: (r) => { if (r.data.page) open(r.data.page, r.data.how) } }) } })`,
      'parts/floor.json': '{ "component": true }',
      'parts/floor.wxml': '<view bindtap="go">今日上新</view>',
      'parts/floor.js': 'Component({ methods: { go() {} } })',
      'pages/b/b.wxml': '<view>会员充值 ¥99</view>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [{ message: 'start-switched', verdict: 'review' }],
  },
  {
    name: { zh: '列表里的订单处于审核中', en: 'an order in a list is being reviewed' },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{orders}}">{{item.title}}<text wx:if="{{item.status === \'audit\'}}">审核中</text></view>',
      'pages/a/a.js':
        "Page({ data: { orders: [] }, onLoad() { wx.request({ url: 'https://api.example.org/o', success: (r) => this.setData({ orders: r.data }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '首页按服务器的开关在相册和付费短剧之间切换', en: 'a server’s word turns an album into paid dramas' },
    files: {
      'lib/conf.js':
        "const ask = (p) => new Promise((ok) => wx.request({ url: 'https://api.example.org' + p, success: ({ data }) => ok(data) }))\nlet once\nmodule.exports = () => once || (once = ask('/options').then((d) => d.data))",
      'pages/a/a.wxml': '<view><view wx:if="{{show}}">短剧大全 第 8 集起付费</view><view wx:else><image src="/1.jpg" />茶山</view></view>',
      'pages/a/a.js':
        "const conf = require('../../lib/conf')\nPage({ data: { show: false }, async onLoad() { const o = await conf(); this.setData({ show: o.online === 1 }) } })",
    },
    expect: [{ message: 'two-faces', file: 'pages/a/a.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '会员与非会员看到的不同', en: 'members and others see different things' },
    files: {
      'pages/a/a.wxml':
        '<view><view wx:if="{{vip}}"><image src="/1.jpg" />会员专栏</view><view wx:else><button>开通会员 ¥9</button></view></view>',
      'pages/a/a.js':
        "Page({ data: { vip: false }, onLoad() { wx.request({ url: 'https://api.example.org/me', success: (r) => this.setData({ vip: r.data.vip === 1 }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '还没有商品时显示空状态', en: 'an empty state while there is nothing to buy' },
    files: {
      'pages/a/a.wxml': '<view><view wx:if="{{shown}}"><button>购买 ¥9</button></view><view wx:else>暂无商品</view></view>',
      'pages/a/a.js':
        "Page({ data: { shown: false }, onLoad() { wx.request({ url: 'https://api.example.org/g', success: (r) => this.setData({ shown: r.data.open === 1 }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '本周回顾由服务器写好，收起与展开', en: 'a look back at the week, written by a server, that folds' },
    files: {
      'pages/a/a.wxml':
        '<view bindtap="fold">本周回顾</view><view wx:if="{{reviewLoading}}">加载中</view><view wx:elif="{{weeklyReview}}">{{weeklyReview.text}}<view>开通会员，看全年回顾</view></view><view wx:else>生成回顾</view>',
      'pages/a/a.js':
        "Page({ data: { weeklyReview: null, reviewLoading: false }, onLoad() { this.setData({ reviewLoading: true }); wx.request({ url: 'https://api.example.org/week', success: (r) => this.setData({ weeklyReview: r.data.review, reviewLoading: false }) }) }, fold() {} })",
    },
    expect: [],
  },
]
