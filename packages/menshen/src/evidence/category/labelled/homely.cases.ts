/** Programs in everyday words; the last of them only name a trade. */
import type { LabelledProgram } from './program.ts'

const go = (url: string) => `wx.navigateTo({ url: '${url}' })`
export const HOMELY: readonly LabelledProgram[] = [
  {
    name: 'noodle-bar',
    platform: 'douyin',
    offers: ['restaurant'],
    pages: {
      'pages/index/index': [
        '山城小面',
        `<view tt:for="{{cats}}">{{item}}</view><view tt:for="{{foods}}">{{item.title}} {{item.money}} <text bindtap="inc">+</text></view><view>{{num}} 份 合计 {{sum}}</view><button bindtap="done">好了，上菜</button>`,
        `Page({ data: { cats: ['面', '抄手', '凉菜'], foods: [{ title: '豌杂面', money: 14 }, { title: '红油抄手', money: 16 }], num: 0, sum: 0 }, inc() {}, done() { tt.pay({ orderInfo: {} }) } })`,
      ],
    },
  },
  {
    name: 'kids-coding',
    platform: 'wechat',
    offers: ['training'],
    also: ['lessons'],
    pages: {
      'pages/index/index': [
        '小小程序员',
        `<view>6-12 岁 · 线下小班</view><view wx:for="{{stores}}">{{item.name}} {{item.addr}}</view><button bindtap="try">9.9 元来试一节</button>`,
        `Page({ data: { stores: [{ name: '万达校区', addr: '三楼 308' }] }, try() { ${go('/pages/f/f')} } })`,
      ],
      'pages/f/f': ['留个电话', `<input placeholder="孩子几岁"/><input placeholder="家长手机"/><button>老师联系我</button>`],
    },
  },
  {
    name: 'fund-mart',
    platform: 'wechat',
    offers: ['investment'],
    pages: {
      'pages/index/index': [
        '钱袋子',
        `<view>昨天赚了 {{y}}</view><view wx:for="{{list}}">{{item.name}} 近一年 {{item.r}}% <button>买</button></view>`,
        `Page({ data: { y: 3.2, list: [{ name: '短债 A', r: 3.1 }, { name: '沪深增强', r: 12.4 }] } })`,
      ],
      'pages/hold/hold': ['我持有的', `<view>市值</view><view>卖出到银行卡</view>`],
    },
  },
  {
    name: 'seniors-care',
    platform: 'wechat',
    offers: ['housekeeping'],
    pages: {
      'pages/index/index': [
        '孝心帮',
        `<view wx:for="{{skills}}">{{item}}</view><view>上门洗澡 99 元/次</view><view>陪同看病 半天 180 元</view><button>找个护理员</button>`,
        `Page({ data: { skills: ['做饭', '擦身', '买菜', '打扫屋子'] } })`,
      ],
      'pages/who/who': [
        '护理员',
        `<view wx:for="{{people}}">{{item.name}} 服务过 {{item.n}} 家 {{item.cert}}</view>`,
        `Page({ data: { people: [{ name: '李姐', n: 38, cert: '健康证' }] } })`,
      ],
    },
  },
  {
    name: 'wine-cellar',
    platform: 'wechat',
    offers: ['shop', 'alcohol'],
    pages: {
      'pages/index/index': [
        '窖里',
        `<view wx:for="{{wines}}">{{item.name}} {{item.ml}}ml {{item.deg}}%vol ¥{{item.price}}<button bindtap="add">要一瓶</button></view>`,
        `Page({ data: { wines: [{ name: '赤霞珠干红 2019', ml: 750, deg: 13.5, price: 168 }, { name: '酱香坛藏', ml: 500, deg: 53, price: 399 }] }, add() {} })`,
      ],
      'pages/cart/cart': ['已选', `<view>收货信息</view><button bindtap="pay">付款</button>`, `Page({ pay() { wx.requestPayment({}) } })`],
    },
  },
  {
    name: 'photo-print',
    platform: 'wechat',
    offers: ['shop'],
    also: ['photography', 'image-tools'],
    pages: {
      'pages/index/index': [
        '洗照片',
        `<view wx:for="{{kinds}}">{{item.name}} {{item.price}} 元/张</view><button bindtap="pick">选照片</button>`,
        `Page({ data: { kinds: [{ name: '6 寸光面', price: 0.6 }, { name: '拍立得', price: 1.2 }] }, pick() { wx.chooseMedia({ count: 9 }) } })`,
      ],
      'pages/order/order': [
        '下单',
        `<view>共 {{n}} 张，邮费 8 元，满 50 张包邮</view><view bindtap="addr">寄到哪</view><button bindtap="pay">支付</button>`,
        `Page({ data: { n: 12 }, addr() { wx.chooseAddress({}) }, pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'clinic-chat',
    platform: 'wechat',
    offers: ['consultation'],
    pages: {
      'pages/index/index': [
        '皮肤医生',
        `<view wx:for="{{docs}}">{{item.name}} {{item.hospital}} {{item.fee}} 元/次 <button bindtap="ask">问他</button></view>`,
        `Page({ data: { docs: [{ name: '高医生', hospital: '省皮防所', fee: 29 }] }, ask() {} })`,
      ],
      'pages/ask/ask': [
        '',
        `<textarea placeholder="哪里长的、痒不痒、用过什么药膏"/><button bindtap="img">拍患处</button><button>发给医生</button>`,
        `Page({ img() { wx.chooseMedia({}) } })`,
      ],
    },
  },
  {
    name: 'queue-hospital',
    platform: 'wechat',
    offers: ['medical-booking'],
    pages: {
      'pages/index/index': [
        '县人民医院',
        `<view bindtap="g">约号</view><view bindtap="g">缴费</view><view bindtap="g">看报告</view><view bindtap="g">住院清单</view>`,
        `Page({ g() { ${go('/pages/dept/dept')} } })`,
      ],
      'pages/dept/dept': ['', `<view wx:for="{{depts}}">{{item}}</view>`, `Page({ data: { depts: ['内分泌科', '泌尿外科', '康复科'] } })`],
      'pages/visit/visit': [
        '',
        `<view>{{doctor}} {{date}} {{noon}} 第 {{no}} 号</view><view>请提前 15 分钟到诊区签到</view>`,
        `Page({ data: { doctor: '陆主任', date: '12-04', noon: '下午', no: 6 } })`,
      ],
    },
  },
  {
    name: 'drive-off',
    platform: 'douyin',
    offers: ['car-rental'],
    pages: {
      'pages/index/index': [
        '开走吧',
        `<view>{{city}} · {{from}} 至 {{to}}</view><view tt:for="{{cars}}">{{item.brand}} {{item.box}} {{item.seat}}座 ¥{{item.day}}/天 <button>租它</button></view>`,
        `Page({ data: { city: '昆明', from: '12-01', to: '12-04', cars: [{ brand: '比亚迪 汉', box: '自动', seat: 5, day: 199 }] } })`,
      ],
      'pages/ok/ok': ['', `<view>押金 2000，信用分 650 以上免</view><view>身份证、驾驶证正反面</view><button>提交</button>`],
    },
  },
  {
    name: 'theatre-east',
    platform: 'wechat',
    offers: ['tickets'],
    pages: {
      'pages/index/index': [
        '东城剧院',
        `<view wx:for="{{shows}}">{{item.name}} {{item.date}} {{item.low}}-{{item.high}} 元</view>`,
        `Page({ data: { shows: [{ name: '相声专场', date: '12-20 19:30', low: 80, high: 380 }, { name: '胡桃夹子', date: '12-24', low: 180, high: 880 }] } })`,
      ],
      'pages/seat/seat': [
        '',
        `<view wx:for="{{areas}}">{{item.name}} ¥{{item.price}} 余 {{item.left}}</view><view>每证限 2 张</view><button bindtap="buy">确认</button>`,
        `Page({ data: { areas: [{ name: '池座前区', price: 380, left: 12 }] }, buy() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'village-trip',
    platform: 'wechat',
    offers: ['travel'],
    pages: {
      'pages/index/index': [
        '走村',
        `<view wx:for="{{trips}}">{{item.name}} {{item.when}}出发 {{item.price}}/人 已报 {{item.n}} 人</view>`,
        `Page({ data: { trips: [{ name: '婺源晒秋两日', when: '周六早七点', price: 568, n: 18 }] } })`,
      ],
      'pages/t/t': [
        '',
        `<view>第一天：篁岭 — 住农家</view><view>第二天：江湾 — 返回</view><view>含车、住、两正餐；不含索道</view><button>我要去</button>`,
      ],
    },
  },
  {
    name: 'job-mini',
    platform: 'douyin',
    offers: ['recruitment'],
    pages: {
      'pages/index/index': [
        '厂里缺人',
        `<view tt:for="{{list}}">{{item.factory}} {{item.job}} {{item.pay}}/小时 {{item.eat}}<button>报这个</button></view>`,
        `Page({ data: { list: [{ factory: '富士电子', job: '组装', pay: '23', eat: '管吃住' }] } })`,
      ],
      'pages/me/me': ['填资料', `<input placeholder="姓名"/><input placeholder="身份证"/><view>能否上夜班</view>`],
    },
  },
  {
    name: 'old-house',
    platform: 'wechat',
    offers: ['renovation'],
    pages: {
      'pages/index/index': [
        '老屋新生',
        `<view wx:for="{{cases}}">{{item.name}} {{item.area}} 平 花了 {{item.cost}} 万</view><button>算算我家要多少钱</button>`,
        `Page({ data: { cases: [{ name: '80 平老破小改北欧', area: 80, cost: 12 }] } })`,
      ],
      'pages/q/q': ['免费出方案', `<input placeholder="房子多大"/><view>全包还是半包</view><button>师傅上门量</button>`],
    },
  },
  {
    name: 'date-spark',
    platform: 'wechat',
    offers: ['dating'],
    pages: {
      'pages/index/index': [
        '遇见你',
        `<view wx:for="{{cards}}"><image src="{{item.photo}}"/>{{item.nick}} {{item.age}} {{item.city}} {{item.job}}<view>{{item.say}}</view><button bindtap="no">✕</button><button bindtap="yes">♥</button></view>`,
        `Page({ data: { cards: [{ nick: '小鹿', age: 27, city: '杭州', job: '设计师', say: '想找一个一起做饭的人' }] }, no() {}, yes() { wx.request({ url: 'https://d.example.com/like' }) } })`,
      ],
      'pages/match/match': ['配对', `<view>你们互相喜欢了，去聊聊吧</view>`],
      'pages/me/me': ['', `<view>身高 {{h}} 学历 {{e}} 是否离异 {{m}}</view>`, `Page({ data: { h: 170, e: '本科', m: '否' } })`],
    },
  },
  {
    name: 'voice-room',
    platform: 'wechat',
    offers: ['chat'],
    also: ['live'],
    pages: {
      'pages/index/index': [
        '深夜声音',
        `<view wx:for="{{rooms}}">{{item.title}} {{item.people}} 人</view><button bindtap="rand">随便找个人说说话</button>`,
        `Page({ data: { rooms: [{ title: '睡不着的来', people: 12 }] }, rand() { ${go('/pages/call/call')} } })`,
      ],
      'pages/call/call': [
        '',
        `<view>正在连线陌生人…</view><view>{{sec}}s</view><button>换人</button><button>挂断</button>`,
        `Page({ data: { sec: 0 }, onLoad() { wx.connectSocket({ url: 'wss://v.example.com/match' }) } })`,
      ],
    },
  },
  {
    name: 'brush-words',
    platform: 'wechat',
    offers: ['translation'],
    pages: {
      'pages/index/index': [
        '每天二十个',
        `<view>{{w.en}}</view><view>/{{w.ipa}}/</view><view wx:if="{{show}}">{{w.cn}}</view><button bindtap="know">认得</button><button bindtap="dont">不认得</button>`,
        `Page({ data: { w: { en: 'abandon', ipa: 'əˈbændən', cn: 'v. 放弃' }, show: false }, know() {}, dont() { this.setData({ show: true }) } })`,
      ],
    },
  },
  {
    name: 'test-sprint',
    platform: 'wechat',
    offers: ['question-bank'],
    pages: {
      'pages/index/index': [
        '护考冲刺',
        `<view wx:for="{{papers}}">{{item.year}} 年卷 {{item.n}} 题 {{item.best}} 分</view>`,
        `Page({ data: { papers: [{ year: 2025, n: 120, best: 0 }] } })`,
      ],
      'pages/p/p': [
        '',
        `<view>{{i + 1}}. {{q.t}}</view><view wx:for="{{q.o}}" bindtap="sel">{{item}}</view><view wx:if="{{done}}">选{{q.a}}。{{q.why}}</view><button bindtap="nx">下一道</button>`,
        `Page({ data: { i: 0, q: { t: '成人正常体温', o: ['35', '36.5', '38'], a: 'B', why: '腋温 36-37℃' }, done: false }, sel() { this.setData({ done: true }) }, nx() {} })`,
      ],
    },
  },
  {
    name: 'jigsaw',
    platform: 'wechat',
    offers: ['games'],
    pages: {
      'pages/index/index': [
        '拼一拼',
        `<view wx:for="{{tiles}}" bindtap="move" data-i="{{index}}">{{item}}</view><view>{{steps}} 步 {{time}} 秒</view><view wx:if="{{win}}">完成！<button bindtap="reset">换一张</button></view>`,
        `Page({ data: { tiles: [1, 2, 3, 4, 5, 6, 7, 8, 0], steps: 0, time: 0, win: false }, move() { this.setData({ steps: this.data.steps + 1 }) }, reset() {} })`,
      ],
    },
  },
  {
    name: 'id-studio',
    platform: 'wechat',
    offers: ['image-tools'],
    pages: {
      'pages/index/index': [
        '证照馆',
        `<view wx:for="{{specs}}">{{item.t}} {{item.px}}</view><button bindtap="cam">拍一张</button><canvas canvas-id="x"/>`,
        `Page({ data: { specs: [{ t: '教师资格证', px: '295×413' }, { t: '美签', px: '600×600' }] }, cam() { wx.chooseImage({ count: 1 }) }, save() { wx.saveImageToPhotosAlbum({ filePath: '' }) } })`,
      ],
    },
  },
  {
    name: 'cycle-log',
    platform: 'wechat',
    offers: ['calculators'],
    pages: {
      'pages/index/index': [
        '小月历',
        `<view>距离下次还有 {{n}} 天</view><button bindtap="mark">今天来了</button><view wx:for="{{history}}">{{item.start}} 共 {{item.len}} 天</view>`,
        `Page({ data: { n: 12, history: [] }, mark() { wx.setStorageSync('history', []) } })`,
      ],
    },
  },
  {
    name: 'bill-split',
    platform: 'douyin',
    offers: ['calculators'],
    pages: {
      'pages/index/index': [
        '一起花',
        `<input placeholder="花了多少"/><input placeholder="几个人"/><view>每人 {{each}} 元</view><button bindtap="calc">算</button>`,
        `Page({ data: { each: 0 }, calc() {} })`,
      ],
    },
  },
  {
    name: 'crowd-aid',
    platform: 'wechat',
    offers: ['charity'],
    pages: {
      'pages/index/index': [
        '同心救急',
        `<view>{{name}}，3 岁，白血病</view><view>需要 {{goal}}，还差 {{left}}</view><button bindtap="help">帮帮孩子</button><view wx:for="{{helpers}}">{{item.who}} {{item.money}} 元 加油</view>`,
        `Page({ data: { name: '乐乐', goal: '30 万', left: '21 万', helpers: [] }, help() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'mall-suite',
    platform: 'wechat',
    offers: ['shop', 'virtual-goods'],
    also: ['distribution'],
    tabs: ['首页', '分类', '我的'],
    pages: {
      'pages/home/home': [
        '优购',
        `<goods-card wx:for="{{hot}}" info="{{item}}"/><view>限时专场</view>`,
        `Page({ data: { hot: [] }, onLoad() { wx.request({ url: 'https://m.example.com/goods/hot', success: r => this.setData({ hot: r.data.list }) }) } })`,
      ],
      'pages/cate/cate': [
        '分类',
        `<view wx:for="{{cates}}">{{item.name}}</view>`,
        `Page({ data: { cates: [{ name: '床上用品' }, { name: '厨具' }] } })`,
      ],
      'pages/mine/mine': [
        '我的',
        `<view>待付款</view><view>待收货</view><view bindtap="vip">PLUS 会员</view>`,
        `Page({ vip() { ${go('/pages/plus/plus')} } })`,
      ],
      'pages/plus/plus': [
        'PLUS',
        `<view>¥99/年</view><view>每月 3 张运费券</view><view>会员专享价</view><button bindtap="open">马上成为 PLUS</button>`,
        `Page({ open() { wx.requestPayment({}) } })`,
      ],
      'pages/goods/goods': [
        '',
        `<view>{{g.name}}</view><view wx:for="{{g.specs}}">{{item}}</view><button bindtap="cart">加车</button><button bindtap="buy">买它</button>`,
        `Page({ data: { g: { specs: ['1.5m', '1.8m'] } }, cart() {}, buy() {} })`,
      ],
    },
  },
  {
    name: 'ghost-forum',
    platform: 'wechat',
    offers: ['restaurant', 'community'],
    pages: {
      'pages/menu/menu': [
        '菜单',
        `<view wx:for="{{dishes}}">{{item.name}} {{item.price}}</view><view>加辣 不辣</view><button bindtap="ok">下单</button>`,
        `Page({ data: { dishes: [{ name: '酸菜鱼', price: 58 }, { name: '干煸四季豆', price: 22 }] }, ok() { wx.scanCode({}) } })`,
      ],
      'pages/order/order': ['我的桌', `<view>{{no}} 号桌</view><view>加菜</view><view>买单</view>`, `Page({ data: { no: 8 } })`],
    },
    orphans: {
      'plugins/club/index': [
        '食客圈',
        `<view wx:for="{{topics}}">{{item.author}} {{item.body}} {{item.replies}} 回复</view><button>发一条</button>`,
        `Page({ data: { topics: [] } })`,
      ],
      'plugins/club/new': ['写点什么', `<textarea placeholder="今天吃了什么好的"/><button>发表</button>`],
    },
  },
  {
    name: 'flower-sub',
    platform: 'wechat',
    offers: ['shop'],
    pages: {
      'pages/index/index': [
        '周花',
        `<view>每周一束，送到家</view><view wx:for="{{plans}}">{{item.name}} {{item.price}} 元 / {{item.times}} 次<button bindtap="sub">订</button></view>`,
        `Page({ data: { plans: [{ name: '混搭花束', price: 199, times: 4 }] }, sub() { wx.chooseAddress({ success: () => wx.requestPayment({}) }) } })`,
      ],
    },
  },
  // Tempting ones.
  {
    name: 'book-club',
    platform: 'wechat',
    offers: [],
    also: ['voting', 'community', 'books', 'novels'],
    pages: {
      'pages/index/index': [
        '读书会',
        `<view>本月共读：《贫穷的本质》</view><view>时间：周日下午三点</view><view>地点：城南咖啡馆二楼</view><button bindtap="map">怎么走</button>`,
        `Page({ map() { wx.openLocation({ latitude: 1, longitude: 1 }) } })`,
      ],
    },
  },
  {
    name: 'dorm-rules',
    platform: 'wechat',
    offers: [],
    also: ['school', 'lookup'],
    pages: {
      'pages/index/index': [
        '宿舍公约',
        `<view wx:for="{{rules}}">{{item}}</view>`,
        `Page({ data: { rules: ['十一点后不外放音乐和直播', '不在宿舍做小买卖、代购', '快递放在架子上', '不借钱给陌生人'] } })`,
      ],
    },
  },
  {
    name: 'pharm-quiz-notes',
    platform: 'wechat',
    offers: [],
    also: ['question-bank', 'calculators', 'lookup'],
    pages: {
      'pages/index/index': [
        '药理笔记',
        `<view wx:for="{{notes}}">{{item.t}}<text>{{item.d}}</text></view>`,
        `Page({ data: { notes: [{ t: '阿司匹林', d: '抑制环氧合酶，减少血栓素生成' }, { t: '头孢', d: '抑制细菌细胞壁合成' }] } })`,
      ],
    },
  },
  {
    name: 'car-log',
    platform: 'wechat',
    offers: ['calculators'],
    also: ['car-service'],
    pages: {
      'pages/index/index': [
        '油耗本',
        `<view>{{avg}} 升/百公里</view><view wx:for="{{rows}}">{{item.date}} {{item.liter}}L {{item.km}}km {{item.money}} 元</view><button bindtap="add">加一笔</button>`,
        `Page({ data: { avg: 7.2, rows: [{ date: '11-02', liter: 40, km: 32100, money: 310 }] }, add() { wx.setStorageSync('rows', []) } })`,
      ],
    },
  },
  {
    name: 'house-chores',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'housekeeping'],
    pages: {
      'pages/index/index': [
        '谁洗碗',
        `<view wx:for="{{chores}}">{{item.what}} — {{item.who}} <button bindtap="done">做完了</button></view>`,
        `Page({ data: { chores: [{ what: '擦玻璃', who: '爸爸' }, { what: '倒垃圾', who: '我' }, { what: '遛狗', who: '妹妹' }] }, done() {} })`,
      ],
    },
  },
  {
    name: 'exhibit-guide',
    platform: 'wechat',
    offers: [],
    also: ['scenic', 'lookup', 'tickets'],
    pages: {
      'pages/index/index': [
        '票证收藏展',
        `<view wx:for="{{items}}">{{item.n}}<text>{{item.d}}</text></view>`,
        `Page({ data: { items: [{ n: '1958 年电影票', d: '淡蓝色，盖有影院章' }, { n: '老火车票', d: '硬板票，北京至天津' }] } })`,
      ],
    },
  },
  {
    name: 'alumni-book',
    platform: 'wechat',
    offers: [],
    also: ['school', 'lookup', 'community'],
    pages: {
      'pages/index/index': [
        '九八届通讯录',
        `<view wx:for="{{people}}">{{item.name}} {{item.city}} {{item.work}}</view>`,
        `Page({ data: { people: [{ name: '王强', city: '深圳', work: '证券公司' }, { name: '何芳', city: '成都', work: '牙医' }] } })`,
      ],
    },
  },
  {
    name: 'team-lunch',
    platform: 'wechat',
    offers: [],
    also: ['voting', 'restaurant', 'calculators'],
    pages: {
      'pages/index/index': [
        '中午吃什么',
        `<view>{{pick}}</view><button bindtap="roll">摇一个</button>`,
        `const all = ['兰州拉面', '沙县小吃', '黄焖鸡', '麦当劳']
Page({ data: { pick: '' }, roll() { this.setData({ pick: all[Math.floor(Math.random() * 4)] }) } })`,
      ],
    },
  },
]
