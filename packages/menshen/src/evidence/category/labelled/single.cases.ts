/** Programs of one page. */
import type { LabelledProgram } from './program.ts'

export const SINGLE: readonly LabelledProgram[] = [
  {
    name: 'tea-counter',
    platform: 'wechat',
    offers: ['restaurant'],
    pages: {
      'pages/index/index': [
        '好茶日记',
        `<view class="left"><view wx:for="{{groups}}" wx:key="id" class="{{cur === item.id ? 'on' : ''}}">{{item.name}}</view></view>
<view wx:for="{{drinks}}" wx:key="id"><image src="{{item.pic}}"/><text>{{item.name}}</text><text>¥{{item.price}}</text><text bindtap="plus" data-id="{{item.id}}">+</text></view>
<view class="bar">共 {{count}} 杯 <button bindtap="submit">选好了</button></view>`,
        `const drinks = [{ id: 1, name: '桂花乌龙', price: 16, temps: ['少冰', '去冰', '热'], sugar: ['三分糖', '五分糖'] }, { id: 2, name: '生椰冰咖', price: 19, temps: ['少冰'], sugar: ['无糖'] }]
Page({ data: { groups: [{ id: 'a', name: '当季新饮' }, { id: 'b', name: '小食' }], drinks: [], count: 0 }, onLoad(q) { this.setData({ drinks, table: q.scene }) },
 plus() { this.setData({ count: this.data.count + 1 }) }, submit() { wx.request({ url: 'https://t.example.com/order', data: { table: this.data.table }, success: r => wx.requestPayment(r.data) }) } })`,
      ],
    },
  },
  {
    name: 'bare-store',
    platform: 'douyin',
    offers: ['shop'],
    pages: {
      'pages/index/index': [
        '',
        `<view tt:for="{{skus}}"><image src="{{item.img}}"/><text>{{item.title}}</text><text>¥{{item.price}}</text><text>{{item.stock}}</text><button bindtap="addCart" data-id="{{item.skuId}}">+</button></view>
<view>¥{{total}}</view><button bindtap="checkout">OK</button>`,
        `const skus = [{ skuId: 1, title: 'Canvas tote', price: 59, stock: 20 }, { skuId: 2, title: 'Wool scarf', price: 129, stock: 3 }]
Page({ data: { skus, cart: [], total: 0 }, addCart(e) { const cart = this.data.cart.concat(e.currentTarget.dataset.id); this.setData({ cart, total: cart.length * 59 }) },
 checkout() { tt.chooseAddress({ success: address => tt.request({ url: 'https://s.example.com/createOrder', data: { cart: this.data.cart, address }, success: r => tt.pay({ orderInfo: r.data, service: 5 }) }) }) } })`,
      ],
    },
  },
  {
    name: 'quick-money',
    platform: 'wechat',
    offers: ['loans'],
    pages: {
      'pages/index/index': [
        '随心花',
        `<view>{{amount}} 元</view><slider min="1000" max="50000" step="1000" bindchange="pick"/>
<view wx:for="{{terms}}" bindtap="term" data-n="{{item}}">{{item}} 期</view><view>每月还 {{monthly}} 元</view><input placeholder="身份证号" /><button bindtap="apply">立即拿钱</button>`,
        `const RATE = 0.012
Page({ data: { amount: 5000, terms: [3, 6, 12], months: 12, monthly: 0 }, pick(e) { const amount = e.detail.value; this.setData({ amount, monthly: (amount * (1 + RATE * this.data.months) / this.data.months).toFixed(2) }) },
 term(e) { this.setData({ months: e.currentTarget.dataset.n }) }, apply() { wx.request({ url: 'https://m.example.com/credit/apply', data: { loanAmount: this.data.amount, loanTerm: this.data.months } }) } })`,
      ],
    },
  },
  {
    name: 'where-is-it',
    platform: 'wechat',
    offers: ['courier'],
    also: ['lookup'],
    pages: {
      'pages/index/index': [
        '包裹去哪了',
        `<input placeholder="输入或扫描运单号" value="{{no}}"/><picker range="{{carriers}}"><view>{{carriers[i]}}</view></picker><button bindtap="go">查看</button><view wx:for="{{traces}}"><text>{{item.time}}</text><text>{{item.station}}</text></view>`,
        `Page({ data: { carriers: ['顺丰', '圆通', '韵达', '极兔'], i: 0, no: '', traces: [] }, go() { wx.request({ url: 'https://k.example.com/track', data: { trackingNo: this.data.no }, success: r => this.setData({ traces: r.data.traces }) }) } })`,
      ],
    },
  },
  {
    name: 'card-night',
    platform: 'wechat',
    offers: ['fortune-telling'],
    pages: {
      'pages/index/index': [
        '今晚抽一张',
        `<view>心里默念你的问题</view><view wx:for="{{back}}" bindtap="flip"/><view wx:if="{{card}}">{{card.name}}（{{card.up ? '正位' : '逆位'}}）：{{card.say}}</view>`,
        `const deck = [{ name: '愚者', say: '新的开始，感情会有转机' }, { name: '女祭司', say: '你的直觉是对的' }, { name: '命运之轮', say: '好运将至' }]
Page({ data: { back: [1, 2, 3], card: null }, flip() { const c = deck[Math.floor(Math.random() * 3)]; this.setData({ card: { ...c, up: Math.random() > .5 } }) } })`,
      ],
    },
  },
  {
    name: 'save-a-bit',
    platform: 'wechat',
    offers: ['affiliate'],
    pages: {
      'pages/index/index': [
        '省点儿',
        `<textarea placeholder="粘贴商品标题或淘口令"/><button bindtap="find">找券</button><view wx:for="{{coupons}}"><text>{{item.title}}</text><text>券后 ¥{{item.after}}</text><text>返 {{item.commission}} 元</text><button bindtap="copy" data-c="{{item.token}}">复制口令去淘宝</button></view>`,
        `Page({ data: { coupons: [] }, find() { wx.request({ url: 'https://c.example.com/search', success: r => this.setData({ coupons: r.data }) }) }, copy(e) { wx.setClipboardData({ data: e.currentTarget.dataset.c }) } })`,
      ],
    },
  },
  {
    name: 'blue-photo',
    platform: 'wechat',
    offers: ['image-tools'],
    pages: {
      'pages/index/index': [
        '一寸照',
        `<canvas type="2d" id="c"/><button bindtap="pick">选一张照片</button><view wx:for="{{sizes}}">{{item.name}} {{item.w}}×{{item.h}}</view><view wx:for="{{colors}}">{{item}}</view><button bindtap="save">存到相册</button>`,
        `Page({ data: { sizes: [{ name: '一寸', w: 295, h: 413 }, { name: '二寸', w: 413, h: 579 }], colors: ['白底', '蓝底', '红底'] }, pick() { wx.chooseMedia({ count: 1, success: () => {} }) }, save() { wx.canvasToTempFilePath({ canvasId: 'c', success: r => wx.saveImageToPhotosAlbum({ filePath: r.tempFilePath }) }) } })`,
      ],
    },
  },
  {
    name: 'iron-hour',
    platform: 'wechat',
    offers: ['fitness'],
    pages: {
      'pages/index/index': [
        '铁馆',
        `<view wx:for="{{week}}">{{item.day}}<view wx:for="{{item.classes}}" wx:for-item="c">{{c.time}} {{c.name}} {{c.coach}} 剩 {{c.left}} 位 <button bindtap="book">约</button></view></view><view>次卡剩余 {{times}} 次</view>`,
        `Page({ data: { times: 8, week: [{ day: '周一', classes: [{ time: '19:00', name: '杠铃操', coach: '阿凯', left: 4 }, { time: '20:00', name: '动感单车', coach: 'Mia', left: 0 }] }] }, book() { wx.showToast({ title: '约课成功' }) } })`,
      ],
    },
  },
  {
    name: 'go-on-air',
    platform: 'wechat',
    offers: ['live'],
    pages: {
      'pages/room/room': [
        '',
        `<live-pusher url="{{pushUrl}}" mode="SD" autopush bindstatechange="state"/><view>{{online}}</view><view wx:for="{{messages}}">{{item.nick}}: {{item.text}}</view><button bindtap="toggle">{{pushing ? 'stop' : 'start'}}</button>`,
        `Page({ data: { pushUrl: '', online: 0, messages: [], pushing: false }, onLoad(q) { wx.request({ url: 'https://l.example.com/room', data: { roomId: q.roomId }, success: r => this.setData({ pushUrl: r.data.push }) }) }, toggle() { const p = wx.createLivePusherContext(); this.data.pushing ? p.stop() : p.start() } })`,
      ],
    },
  },
  {
    name: 'say-it',
    platform: 'wechat',
    offers: ['translation'],
    pages: {
      'pages/index/index': [
        '随口译',
        `<picker range="{{langs}}"><view>{{from}}</view></picker><view>→</view><picker range="{{langs}}"><view>{{to}}</view></picker><textarea bindinput="type"/><button bindtouchstart="hold" bindtouchend="up">按住说</button><view>{{result}}</view>`,
        `const rec = wx.getRecorderManager()
Page({ data: { langs: ['中文', '英语', '日语', '法语', '泰语'], from: '中文', to: '英语', result: '' }, hold() { rec.start({ duration: 10000 }) }, up() { rec.stop(); wx.request({ url: 'https://y.example.com/translate', success: r => this.setData({ result: r.data.text }) }) } })`,
      ],
    },
  },
  {
    name: 'paint-me',
    platform: 'douyin',
    offers: ['ai'],
    also: ['image-tools'],
    pages: {
      'pages/index/index': [
        '画你所想',
        `<textarea placeholder="一只戴草帽的猫，水彩"/><view tt:for="{{styles}}">{{item}}</view><button bindtap="gen">生成</button><image src="{{url}}"/>`,
        `Page({ data: { styles: ['水彩', '赛博朋克', '国风', '像素'], url: '' }, gen() { tt.request({ url: 'https://a.example.com/txt2img', method: 'POST', data: { prompt: this.data.text, negative_prompt: '', steps: 20 }, success: r => this.setData({ url: r.data.image }) }) } })`,
      ],
    },
  },
  {
    name: 'paw-clinic',
    platform: 'wechat',
    offers: ['vet'],
    also: ['pets'],
    pages: {
      'pages/index/index': [
        '毛爪动物诊所',
        `<view>疫苗接种 · 绝育手术 · 口腔洁牙</view><view wx:for="{{vets}}">{{item.name}} {{item.title}}<text>擅长 {{item.good}}</text><button bindtap="book">预约</button></view><view>急诊 24 小时</view>`,
        `Page({ data: { vets: [{ name: '周宁', title: '执业兽医师', good: '猫科内科' }, { name: '韩雪', title: '执业兽医师', good: '骨科' }] }, book() { wx.navigateTo({ url: '/pages/index/index' }) } })`,
      ],
    },
  },
  {
    name: 'county-bank',
    platform: 'wechat',
    offers: ['bank'],
    also: ['investment', 'loans', 'credit-check'],
    pages: {
      'pages/index/index': [
        '南溪农商行',
        `<view wx:for="{{entries}}" bindtap="open">{{item}}</view><view>附近网点</view><view wx:for="{{branches}}">{{item.name}} 排队 {{item.wait}} 人 <button bindtap="ticket">取号</button></view>`,
        `Page({ data: { entries: ['存款利率', '借记卡开户', '信用卡申请', '大额存单', '转账汇款', '账户明细'], branches: [{ name: '城东支行', wait: 6 }] }, ticket() {}, open() {} })`,
      ],
    },
  },
  {
    name: 'old-pledge',
    platform: 'wechat',
    offers: ['pawn'],
    also: ['luxury-recycling', 'loans'],
    pages: {
      'pages/index/index': [
        '恒信典当',
        `<view>黄金 · 名表 · 房产 · 汽车</view><view>当物评估，最快一小时放款</view><input placeholder="当物名称"/><view>当期 {{days}} 天 综合费率 {{rate}}%</view><view>续当 · 赎当 · 查询当票</view><button bindtap="ask">预约上门评估</button>`,
        `Page({ data: { days: 30, rate: 2.1 }, ask() {} })`,
      ],
    },
  },
  {
    name: 'match-odds',
    platform: 'wechat',
    offers: ['lottery'],
    pages: {
      'pages/index/index': [
        '今晚球局',
        `<view wx:for="{{matches}}">{{item.home}} vs {{item.away}}<view wx:for="{{item.odds}}" wx:for-item="o" bindtap="pick">{{o.label}} {{o.value}}</view></view><view>已选 {{picked.length}} 场 · {{stake}} 元</view><button bindtap="bet">确认</button>`,
        `Page({ data: { stake: 10, picked: [], matches: [{ home: '红星', away: '海港', odds: [{ label: '主胜', value: 1.85 }, { label: '平', value: 3.2 }, { label: '客胜', value: 4.1 }] }] }, pick() {}, bet() { wx.request({ url: 'https://b.example.com/bet', data: { stake: this.data.stake, picks: this.data.picked } }) } })`,
      ],
    },
  },
]
