/** Programs of four pages and more, some with modules that nobody opens. */
import type { LabelledProgram } from './program.ts'

export const LARGER: readonly LabelledProgram[] = [
  {
    name: 'coop-basket',
    platform: 'wechat',
    offers: ['shop', 'food', 'community'],
    pages: {
      'pages/home/home': [
        '合作社菜篮',
        `<swiper wx:for="{{banners}}"/><view wx:for="{{goods}}"><text>{{item.name}}</text><text>{{item.unit}}</text><text>¥{{item.price}}</text><text bindtap="add">加</text></view>`,
        `const api = require('../../api.js')
Page({ data: { goods: api.goods }, add() { wx.setTabBarBadge({ index: 1, text: '1' }) } })`,
      ],
      'pages/basket/basket': [
        '菜篮子',
        `<view wx:for="{{cart}}">{{item.name}} ×{{item.num}}</view><view>自提点：东门</view><button bindtap="pay">去付款</button>`,
        `Page({ data: { cart: [] }, pay() { wx.requestPayment({}) } })`,
      ],
      'pages/orders/orders': ['订单', `<view>待付款</view><view>待自提</view><view>售后</view>`],
      'pages/me/me': ['我', `<view>我的地址</view><view>优惠券</view>`],
    },
    orphans: {
      'modules/bbs/list': [
        '圈子',
        `<view wx:for="{{posts}}"><text>{{item.nick}}</text><text>{{item.content}}</text><text>{{item.likes}} 赞</text><text>{{item.comments}} 条评论</text></view><button bindtap="pub">发帖</button>`,
        `Page({ data: { posts: [] }, pub() { wx.navigateTo({ url: '/modules/bbs/pub' }) } })`,
      ],
      'modules/bbs/pub': [
        '发帖',
        `<textarea placeholder="说点什么吧"/><button bindtap="pic">加图</button><button bindtap="send">发布</button>`,
        `Page({ pic() { wx.chooseMedia({}) }, send() { wx.request({ url: 'https://b.example.com/post/create', method: 'POST' }) } })`,
      ],
    },
    files: {
      'api.js': `module.exports = { goods: [{ name: '本地小白菜', unit: '500g', price: 3.2 }, { name: '散养土鸡蛋', unit: '30 枚', price: 36 }, { name: '五花肉', unit: '500g', price: 24 }] }`,
    },
  },
  {
    name: 'white-dress',
    platform: 'wechat',
    offers: ['photography'],
    pages: {
      'pages/index/index': [
        '白纱影像',
        `<view wx:for="{{series}}"><image src="{{item.cover}}"/><text>{{item.name}}</text></view>`,
        `Page({ data: { series: [{ name: '森系婚纱' }, { name: '全家福' }, { name: '新生儿满月照' }] } })`,
      ],
      'pages/set/set': [
        '套系',
        `<view>服装 4 套</view><view>精修 30 张</view><view>底片全送</view><view>¥2999</view><button>约拍</button>`,
      ],
      'pages/date/date': [
        '选择拍摄档期',
        `<view wx:for="{{days}}">{{item.d}} {{item.free ? '有档' : '满'}}</view><view>摄影师 化妆师</view>`,
      ],
      'pages/pick/pick': ['选片', `<view>入册 {{n}} 张</view>`, `Page({ data: { n: 0 } })`],
    },
  },
  {
    name: 'spotless',
    platform: 'wechat',
    offers: ['housekeeping'],
    pages: {
      'pages/index/index': [
        '一尘不染',
        `<view wx:for="{{services}}"><text>{{item.name}}</text><text>¥{{item.price}}/{{item.unit}}</text></view>`,
        `const { services } = require('../../data/services.js')
Page({ data: { services } })`,
      ],
      'pages/book/book': [
        '下单',
        `<view>服务地址</view><view>服务时间</view><view>{{hours}} 小时 · {{people}} 人</view><textarea placeholder="家里有宠物吗"/><button bindtap="pay">支付</button>`,
        `Page({ data: { hours: 2, people: 1 }, pay() { wx.requestPayment({}) } })`,
      ],
      'pages/staff/staff': [
        '选阿姨',
        `<view wx:for="{{staff}}">{{item.name}} {{item.age}} 岁 {{item.from}} 好评 {{item.good}}</view>`,
        `Page({ data: { staff: [{ name: '刘阿姨', age: 45, from: '安徽', good: 203 }] } })`,
      ],
      'pages/order/order': ['我的预约', `<view>待上门</view><view>服务中</view><view>待评价</view>`],
    },
    files: {
      'data/services.js': `module.exports = { services: [{ name: '两小时打扫', price: 88, unit: '次' }, { name: '空调拆洗', price: 120, unit: '台' }, { name: '搬家后大扫除', price: 6, unit: '㎡' }] }`,
    },
  },
  {
    name: 'road-free',
    platform: 'wechat',
    offers: ['car-rental'],
    pages: {
      'pages/index/index': [
        '自由路上',
        `<view>取车门店 {{store}}</view><view>{{start}} - {{end}} 共 {{days}} 天</view><button bindtap="go">去选车</button>`,
        `Page({ data: { store: '火车站店', start: '12-01 10:00', end: '12-03 10:00', days: 2 }, go() { wx.navigateTo({ url: '/pages/cars/cars' }) } })`,
      ],
      'pages/cars/cars': [
        '',
        `<view wx:for="{{cars}}">{{item.model}} {{item.seats}} 座 {{item.gear}} ¥{{item.daily}}/日均</view>`,
        `Page({ data: { cars: [{ model: '大众朗逸', seats: 5, gear: '自动', daily: 138 }] } })`,
      ],
      'pages/confirm/confirm': [
        '确认订单',
        `<view>车辆押金 3000 元，违章押金 2000 元</view><view>不计免赔</view><view>驾驶人</view><button bindtap="pay">下单</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
      'pages/order/order': ['行程', `<view>待取车</view><view>用车中</view><view>续租</view>`],
    },
  },
  {
    name: 'haul-it',
    platform: 'wechat',
    offers: ['freight'],
    pages: {
      'pages/index/index': [
        '拉得动',
        `<view wx:for="{{trucks}}">{{item.name}} {{item.load}} {{item.size}}</view><view>装货地</view><view>卸货地</view><view>预估 {{fee}} 元</view><button>叫车</button>`,
        `Page({ data: { fee: 168, trucks: [{ name: '小面', load: '800kg', size: '1.8×1.3×1.1m' }, { name: '4.2 米厢货', load: '1.5 吨', size: '4.2×1.8×1.9m' }] } })`,
      ],
      'pages/goods/goods': ['货物信息', `<view>货物类型</view><view>重量（吨）</view><view>是否需要搬运</view><view>回单</view>`],
      'pages/order/order': ['运单', `<view>待接单</view><view>运输中</view><view>已签收</view>`],
      'pages/me/me': ['我的', `<view>常用线路</view><view>司机认证</view>`],
    },
  },
  {
    name: 'one-bowl',
    platform: 'wechat',
    offers: ['charity'],
    pages: {
      'pages/index/index': [
        '一碗饭',
        `<view wx:for="{{projects}}"><text>{{item.name}}</text><progress percent="{{item.raised / item.goal * 100}}"/><text>{{item.raised}} 元 / {{item.goal}} 元</text><text>{{item.people}} 人</text></view>`,
        `Page({ data: { projects: [{ name: '给护林员送棉衣', raised: 23000, goal: 50000, people: 811 }] } })`,
      ],
      'pages/give/give': [
        '献一份心',
        `<view wx:for="{{amounts}}">{{item}} 元</view><button bindtap="give">捐出</button>`,
        `Page({ data: { amounts: [5, 20, 100] }, give() { wx.request({ url: 'https://g.example.com/donate', success: r => wx.requestPayment(r.data) }) } })`,
      ],
      'pages/rank/rank': ['爱心榜', `<view wx:for="{{donors}}">{{item.name}} {{item.money}}</view>`],
      'pages/report/report': ['善款去向', `<view>执行进展</view><view>支出明细</view><view>公募备案号</view>`],
    },
  },
  {
    name: 'whisker-home',
    platform: 'douyin',
    offers: ['pets'],
    pages: {
      'pages/index/index': [
        '胡须之家',
        `<view tt:for="{{items}}">{{item.name}} {{item.weight}} ¥{{item.price}}</view>`,
        `Page({ data: { items: [{ name: '狗狗洗护', weight: '10kg 以下', price: 60 }, { name: '猫咪药浴', weight: '不限', price: 120 }, { name: '日托看护', weight: '不限', price: 50 }] } })`,
      ],
      'pages/pet/pet': ['我的毛孩子', `<input placeholder="昵称"/><view>品种</view><view>是否绝育</view><view>最近一次驱虫</view>`],
      'pages/book/book': ['预约到店', `<view>选择毛孩子</view><view>选择美容师</view>`],
      'pages/mine/mine': ['我的', `<view>次卡</view>`],
    },
  },
  {
    name: 'lantern-tutor',
    platform: 'wechat',
    offers: ['k12'],
    also: ['lessons', 'training'],
    pages: {
      'pages/index/index': [
        '灯笼课堂',
        `<view wx:for="{{grades}}">{{item}}</view><view wx:for="{{classes}}">{{item.title}} {{item.teacher}} ¥{{item.price}}</view>`,
        `Page({ data: { grades: ['五年级', '六年级', '初一', '初二'], classes: [{ title: '数学培优班 秋季', teacher: '董老师', price: 1980 }, { title: '英语同步提高', teacher: '苗老师', price: 1680 }] } })`,
      ],
      'pages/class/class': [
        '',
        `<view>每周六 18:30 直播，共 15 次</view><view>配套练习册</view><button bindtap="buy">报名</button>`,
        `Page({ buy() { wx.requestPayment({}) } })`,
      ],
      'pages/homework/homework': ['作业', `<view>待批改</view><view>错题</view>`],
      'pages/me/me': ['我的', `<view>孩子信息 年级 学校</view>`],
    },
  },
  {
    name: 'share-mall',
    platform: 'wechat',
    offers: ['shop', 'distribution'],
    pages: {
      'pages/index/index': [
        '众享优选',
        `<view wx:for="{{goods}}">{{item.title}} ¥{{item.price}} <text>分享赚 ¥{{item.earn}}</text></view>`,
        `Page({ data: { goods: [{ title: '蚕丝被', price: 399, earn: 60 }] } })`,
      ],
      'pages/detail/detail': ['', `<view>规格</view><button>加入购物袋</button><button>现在买</button>`, `Page({ data: { stock: 9 } })`],
      'pages/team/team': [
        '我的团队',
        `<view>一级 {{a}} 人</view><view>二级 {{b}} 人</view><view>团队业绩</view><view>升级合伙人需邀请 10 人</view>`,
        `Page({ data: { a: 3, b: 11 } })`,
      ],
      'pages/cash/cash': ['提现', `<view>可提佣金 {{money}}</view><button>提现到零钱</button>`, `Page({ data: { money: 88 } })`],
    },
  },
  {
    name: 'night-bazaar',
    platform: 'wechat',
    offers: ['live', 'shop'],
    pages: {
      'pages/index/index': [
        '夜市',
        `<view wx:for="{{rooms}}">{{item.anchor}} {{item.watch}} 人在看</view>`,
        `Page({ data: { rooms: [{ anchor: '阿珠', watch: 320 }] } })`,
      ],
      'pages/room/room': [
        '',
        `<live-player src="{{src}}" mode="live"/><view wx:for="{{danmu}}">{{item}}</view><view>讲解中：{{now.name}} ¥{{now.price}}</view><button bindtap="buy">去抢</button>`,
        `Page({ data: { src: '', danmu: [], now: { name: '真丝发带', price: 19 } }, onLoad(o) { this.setData({ src: 'https://p.example.com/' + o.roomId + '.flv' }) }, buy() { wx.navigateTo({ url: '/pages/buy/buy' }) } })`,
      ],
      'pages/buy/buy': [
        '确认订单',
        `<view>收货人</view><view>数量</view><button bindtap="pay">付款</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
      'pages/orders/orders': ['我的订单', `<view>待发货</view><view>已发货</view><view>退款</view>`],
    },
  },
  {
    name: 'cloud-ward',
    platform: 'wechat',
    offers: ['consultation', 'medicine'],
    also: ['medical-booking'],
    pages: {
      'pages/index/index': [
        '云诊室',
        `<view wx:for="{{doctors}}">{{item.name}} {{item.title}} {{item.hospital}}<text>图文 ¥{{item.text}}</text><text>视频 ¥{{item.video}}</text></view>`,
        `Page({ data: { doctors: [{ name: '冯静', title: '主治医师', hospital: '市二院', text: 29, video: 89 }] } })`,
      ],
      'pages/ask/ask': [
        '病情描述',
        `<textarea placeholder="哪里不舒服，多久了"/><view>上传检查报告</view><view>过敏史</view><button bindtap="go">提交给医生</button>`,
        `Page({ go() { wx.requestPayment({}) } })`,
      ],
      'pages/chat/chat': [
        '',
        `<view wx:for="{{msgs}}">{{item.text}}</view><view>医生已为您开具电子处方</view><button>去取药</button>`,
        `Page({ data: { msgs: [] } })`,
      ],
      'pages/drug/drug': [
        '药房',
        `<view>阿莫西林胶囊 0.25g×24 粒 ¥18</view><view>一日三次，一次两粒</view><view>孕妇慎用</view><button>配送到家</button>`,
      ],
    },
  },
  {
    name: 'blue-deep',
    platform: 'wechat',
    offers: ['risky-sports'],
    also: ['fitness', 'training', 'travel'],
    pages: {
      'pages/index/index': [
        '深蓝潜水',
        `<view wx:for="{{trips}}">{{item.name}} {{item.depth}} ¥{{item.price}}</view>`,
        `Page({ data: { trips: [{ name: '体验潜', depth: '6 米', price: 380 }, { name: '夜潜', depth: '18 米', price: 680 }] } })`,
      ],
      'pages/sign/sign': ['健康声明与风险告知', `<view>心脏病、高血压者不得下水</view><checkbox/>我已阅读并同意免责声明`],
      'pages/coach/coach': ['教练', `<view>OWSI 教练 气瓶 湿衣 装备租赁</view>`],
      'pages/mine/mine': ['我的潜水日志', `<view>总潜次</view>`],
    },
  },
  {
    name: 'river-towers',
    platform: 'wechat',
    offers: ['property'],
    also: ['presale'],
    pages: {
      'pages/index/index': ['江畔新城', `<view>在售楼盘</view><view>均价 13800 元/㎡</view><view>建面约 98-143㎡</view>`],
      'pages/units/units': [
        '户型鉴赏',
        `<view wx:for="{{units}}">{{item.name}} {{item.area}}</view>`,
        `Page({ data: { units: [{ name: 'A 户型 三室两卫', area: 112 }] } })`,
      ],
      'pages/visit/visit': ['预约参观样板间', `<input placeholder="称呼"/><button>联系置业顾问</button>`],
      'pages/news/news': ['工程进度', `<view>3 号楼封顶</view><view>预售证号</view>`],
    },
  },
  {
    name: 'late-wife',
    platform: 'douyin',
    offers: ['short-drama'],
    pages: {
      'pages/index/index': [
        '看剧',
        `<view tt:for="{{dramas}}"><image src="{{item.cover}}"/><text>{{item.name}}</text><text>{{item.total}} 集</text></view>`,
        `Page({ data: { dramas: [{ name: '重生之归来首富', total: 86 }, { name: '迟来的深情', total: 72 }] } })`,
      ],
      'pages/play/play': [
        '',
        `<video src="{{ep.url}}"/><view tt:for="{{episodes}}">{{item.no}}<text tt:if="{{item.locked}}">🔒</text></view><view tt:if="{{ep.locked}}">{{price}} 豆看本集</view>`,
        `Page({ data: { episodes: [{ no: 1, locked: false }, { no: 11, locked: true }], ep: {}, price: 50 } })`,
      ],
      'pages/coin/coin': ['充值', `<view>1000 看点 9.9 元</view><button bindtap="pay">充值</button>`, `Page({ pay() { tt.pay({}) } })`],
      'pages/follow/follow': ['追剧', `<view>看到第 {{n}} 集</view>`],
    },
  },
  {
    name: 'pass-it',
    platform: 'wechat',
    offers: ['question-bank'],
    pages: {
      'pages/index/index': [
        '一次过',
        `<view wx:for="{{subjects}}">{{item.name}} {{item.done}}/{{item.total}}</view>`,
        `Page({ data: { subjects: [{ name: '会计初级', done: 12, total: 1200 }, { name: '经济法', done: 0, total: 900 }] } })`,
      ],
      'pages/do/do': [
        '',
        `<view>{{q.stem}}</view><radio-group><label wx:for="{{q.options}}">{{item.key}}. {{item.text}}</label></radio-group><view wx:if="{{shown}}">答案：{{q.answer}} {{q.analysis}}</view><button bindtap="next">下一题</button>`,
        `Page({ data: { q: { stem: '下列属于流动资产的是', options: [{ key: 'A', text: '存货' }, { key: 'B', text: '专利' }], answer: 'A', analysis: '……' }, shown: false }, next() {} })`,
      ],
      'pages/exam/exam': ['模考', `<view>剩余时间</view><button>交卷</button>`],
      'pages/wrong/wrong': ['做错的', `<view wx:for="{{wrong}}">{{item}}</view>`],
    },
  },
  {
    name: 'ladder-games',
    platform: 'douyin',
    offers: ['games'],
    also: ['game-topup'],
    pages: {
      'pages/index/index': [
        '爬塔',
        `<canvas id="g" bindtouchstart="tap"/><view>{{score}}</view><view tt:if="{{over}}">本局 {{score}} 最好 {{best}}<button bindtap="again">再来</button></view>`,
        `Page({ data: { score: 0, best: 0, lives: 3, level: 1, over: false }, tap() { this.setData({ score: this.data.score + 1 }) }, again() { this.setData({ score: 0, over: false }) } })`,
      ],
      'pages/skin/skin': ['皮肤', `<view>200 金币</view>`],
      'pages/rank/rank': ['好友榜', `<view tt:for="{{r}}">{{item}}</view>`],
      'pages/set/set': ['设置', `<view>音效</view>`],
    },
  },
  {
    name: 'sea-tours',
    platform: 'wechat',
    offers: ['travel'],
    pages: {
      'pages/index/index': [
        '向海',
        `<view wx:for="{{lines}}">{{item.title}} {{item.days}} 天 {{item.nights}} 晚 ¥{{item.price}} 起</view>`,
        `Page({ data: { lines: [{ title: '涠洲岛慢游', days: 4, nights: 3, price: 1280 }] } })`,
      ],
      'pages/line/line': [
        '',
        `<view wx:for="{{line.days}}">D{{index + 1}} {{item}}</view><view>费用不含：个人消费</view><view>成团人数 8 人</view><button bindtap="go">选团期</button>`,
        `Page({ data: { line: { days: ['集合出海', '环岛骑行', '返程'] } }, go() {} })`,
      ],
      'pages/people/people': [
        '出行人',
        `<input placeholder="证件号"/><view>成人 儿童</view><button bindtap="pay">支付定金</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
      'pages/orders/orders': ['我的行程', `<view>待出行</view>`],
    },
  },
  {
    name: 'red-string',
    platform: 'wechat',
    offers: ['dating'],
    pages: {
      'pages/index/index': [
        '牵一牵',
        `<view wx:for="{{people}}"><text>{{item.age}} 岁 · {{item.height}}cm · {{item.job}}</text><text>{{item.marry}}</text><button>心动</button><button>不合适</button></view>`,
        `Page({ data: { people: [{ age: 28, height: 165, job: '护士', marry: '未婚' }] } })`,
      ],
      'pages/my/my': ['我的资料', `<view>身高</view><view>收入</view><view>有无房车</view><view>期待的 TA</view>`],
      'pages/like/like': ['互相喜欢', `<view wx:for="{{both}}">{{item.nick}}</view>`],
      'pages/red/red': ['找红娘', `<view>一对一牵线 ¥1999</view>`],
    },
  },
]
