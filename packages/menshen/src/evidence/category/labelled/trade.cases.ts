/** Who sells, lends, carries, feeds and houses. */
import type { LabelledProgram } from './program.ts'

export const TRADE: readonly LabelledProgram[] = [
  {
    name: 'linen-studio',
    platform: 'wechat',
    offers: ['shop'],
    tabs: ['首页', '我的'],
    pages: {
      'pages/home/home': [
        '素麻生活',
        `<view class="hero">本季新到</view>
<view wx:for="{{items}}" wx:key="sku" bindtap="open" data-sku="{{item.sku}}">
  <image src="{{item.cover}}"/><text>{{item.name}}</text><text class="price">¥{{item.price}}</text><text>已卖 {{item.sold}} 件</text>
</view>`,
        `const items = [{ sku: 'a1', name: '亚麻围裙', price: 89, sold: 40 }, { sku: 'a2', name: '竹节纱桌旗', price: 138, sold: 12 }]
Page({ data: { items: [] }, onLoad() { this.setData({ items }) }, open(e) { wx.navigateTo({ url: '/pages/thing/thing?sku=' + e.currentTarget.dataset.sku }) } })`,
      ],
      'pages/me/me': [
        '我的',
        `<view>我的订单</view><view bindtap="go">待支付</view><view>待收货</view><view>退换货</view><view>收货地址管理</view>`,
        `Page({ go() { wx.chooseAddress({ success() {} }) } })`,
      ],
      'pages/thing/thing': [
        '',
        `<text>{{thing.name}}</text><text>选择颜色</text><text>尺寸：140×200</text><text>包邮 · 七天无理由退货</text>
<button bindtap="add">放进购物车</button><button bindtap="buy">现在就买</button>`,
        `Page({ data: { thing: {} }, onLoad(q) { wx.request({ url: 'https://api.example.com/sku/' + q.sku, success: r => this.setData({ thing: r.data }) }) },
  add() { wx.showToast({ title: '已放进购物车' }) },
  buy() { wx.request({ url: 'https://api.example.com/pay', success: r => wx.requestPayment(r.data) }) } })`,
      ],
    },
  },
  {
    name: 'orchard-direct',
    platform: 'wechat',
    offers: ['shop', 'food'],
    pages: {
      'pages/index/index': [
        '果园直发',
        `<view>今早现摘</view><view>赣南脐橙 5 斤装</view><view>¥29.9</view><view>坏果包赔</view><view>冷链配送</view><navigator url="/pages/buy/buy">去下单</navigator>`,
      ],
      'pages/buy/buy': [
        '确认订单',
        `<view>送到哪里</view><view>数量</view><view>运费 0 元</view><view>应付 ¥29.90</view><button bindtap="pay">提交订单</button>`,
        `Page({ pay() { wx.requestPayment({ timeStamp: '', nonceStr: '', package: '', signType: 'MD5', paySign: '' }) } })`,
      ],
    },
  },
  {
    name: 'village-market',
    platform: 'douyin',
    offers: ['marketplace'],
    also: ['shop', 'food'],
    pages: {
      'pages/street/street': [
        '赶集街',
        `<view>附近的摊主</view><view tt:for="{{stalls}}"><text>{{item.name}}</text><text>{{item.fans}} 人关注本店</text></view><navigator url="/pages/join/join">我要开店</navigator>`,
        `Page({ data: { stalls: [{ name: '老陈木作', fans: 31 }, { name: '阿兰绣坊', fans: 12 }] } })`,
      ],
      'pages/join/join': [
        '商户入驻',
        `<view>店铺名称</view><input placeholder="营业执照编号"/><view>经营类目</view><view>平台服务费 5%</view><button>提交入驻资料</button>`,
      ],
      'pages/stall/stall': ['店铺', `<view>进店逛逛</view><view>全部宝贝</view><view>店铺评分 4.9</view><button>联系商家</button>`],
    },
  },
  {
    name: 'cellar-club',
    platform: 'wechat',
    offers: ['alcohol'],
    also: ['shop', 'food'],
    pages: {
      'pages/wine/wine': [
        '窖藏小馆',
        `<view>酱香型 53 度 500ml</view><view>¥368/瓶</view><view>整箱立省 60</view><view>干红葡萄酒 赤霞珠</view><button bindtap="cart">加入购物车</button><view>未满十八岁不得购买</view>`,
        `Page({ cart() { wx.showToast({ title: '已加入购物车' }) } })`,
      ],
      'pages/order/order': [
        '结算',
        `<view>收货人</view><view>配送方式</view><button bindtap="pay">去付款</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'noodle-counter',
    platform: 'wechat',
    offers: ['restaurant'],
    pages: {
      'pages/eat/eat': [
        '面馆小程序',
        `<view>您在 {{table}} 号桌</view><view wx:for="{{dishes}}">{{item.n}} ¥{{item.p}}</view><view>少葱</view><view>多放辣</view><view bindtap="send">下单，后厨马上做</view>`,
        `Page({ data: { table: 7, dishes: [{ n: '红烧牛肉面', p: 24 }, { n: '凉拌木耳', p: 9 }, { n: '酸梅汤', p: 6 }] }, onLoad(q) { this.setData({ table: q.t }) }, send() { wx.requestPayment({}) } })`,
      ],
      'pages/wait/wait': ['取餐', `<view>您的取餐号 A32</view><view>前面还有 3 单</view><view>出餐后会提醒您</view>`],
    },
  },
  {
    name: 'lunchbox-delivery',
    platform: 'douyin',
    offers: ['restaurant'],
    also: ['errand', 'shop'],
    pages: {
      'pages/store/store': [
        '午间便当',
        `<view>月售 1320</view><view>起送 ¥20</view><view>配送费 ¥3</view><view>黑椒鸡排饭</view><view>番茄牛腩饭</view><view>套餐 A</view><button bindtap="go">选好了</button>`,
        `Page({ go() { tt.navigateTo({ url: '/pages/check/check' }) } })`,
      ],
      'pages/check/check': [
        '外卖订单',
        `<view>送餐地址</view><view>餐具份数</view><view>备注口味</view><view>预计 12:10 送达</view><button bindtap="pay">支付</button>`,
        `Page({ pay() { tt.pay({ orderInfo: {}, service: 5 }) } })`,
      ],
    },
  },
  {
    name: 'thrift-loop',
    platform: 'wechat',
    offers: ['second-hand'],
    also: ['shop', 'marketplace'],
    pages: {
      'pages/plaza/plaza': [
        '旧物新主',
        `<view wx:for="{{list}}">{{item.t}} · {{item.wear}} · 想要 {{item.want}} 人</view><navigator url="/pages/put/put">卖闲置</navigator>`,
        `Page({ data: { list: [{ t: '折叠自行车', wear: '八成新', want: 6 }, { t: '婴儿推车', wear: '几乎全新', want: 2 }] } })`,
      ],
      'pages/put/put': [
        '',
        `<textarea placeholder="说说它的来历和成色"/><input placeholder="入手价"/><input placeholder="想卖多少"/><view>可小刀</view><view>自提或邮寄</view><button>挂出去</button>`,
      ],
    },
  },
  {
    name: 'gavel-evening',
    platform: 'wechat',
    offers: ['auction'],
    also: ['shop'],
    pages: {
      'pages/lot/lot': [
        '晚间专场',
        `<view>起拍价 ¥100</view><view>当前出价 ¥{{now}}</view><view>加价幅度 ¥20</view><view>距结拍 00:12:09</view><view>保证金 ¥50</view><button bindtap="bid">我要出价</button><view>出价记录</view>`,
        `Page({ data: { now: 320 }, bid() { wx.request({ url: 'https://api.example.com/bid', method: 'POST' }) } })`,
      ],
    },
  },
  {
    name: 'gold-back',
    platform: 'wechat',
    offers: ['luxury-recycling'],
    pages: {
      'pages/ask/ask': [
        '旧金换现',
        `<view>今日足金回收价 {{p}} 元/克</view><view>足金、K 金、铂金均可</view><view>名表名包也收</view><input placeholder="大约多少克"/><button bindtap="quote">在线估价</button><view>上门回收，当面验货打款</view>`,
        `Page({ data: { p: '560' }, quote() { wx.showModal({ title: '估价', content: '预计可回收 2800 元' }) } })`,
      ],
    },
  },
  {
    name: 'quick-cash',
    platform: 'wechat',
    offers: ['loans'],
    pages: {
      'pages/quota/quota': [
        '备用金',
        `<view>最高可用额度（元）</view><view>200,000</view><view>年化利率（单利）7.2% 起</view><button bindtap="apply">查看我的额度</button><view>3 期 / 6 期 / 12 期</view><view>最快 5 分钟放款</view>`,
        `Page({ apply() { wx.navigateTo({ url: '/pages/fill/fill' }) } })`,
      ],
      'pages/fill/fill': [
        '完善资料',
        `<input placeholder="姓名"/><input placeholder="身份证号"/><view>借多少</view><view>用途：日常消费</view><view>每月还 1,732 元</view><button>提交借款申请</button>`,
      ],
    },
  },
  {
    name: 'nest-egg',
    platform: 'wechat',
    offers: ['investment'],
    pages: {
      'pages/fund/fund': [
        '攒一攒',
        `<view>近一年收益率 +12.4%</view><view>单位净值 1.2034</view><view>中高风险 · 混合型</view><button>申购</button><button>赎回</button><view>业绩走势</view><view>基金经理</view>`,
      ],
      'pages/hold/hold': ['持有', `<view>昨日收益</view><view>累计收益</view><view>持仓成本</view><view>定期投入</view>`],
    },
  },
  {
    name: 'umbrella-cover',
    platform: 'douyin',
    offers: ['insurance'],
    pages: {
      'pages/plan/plan': [
        '家庭保障',
        `<view>重疾险</view><view>一般医疗 300 万</view><view>免赔额 1 万</view><view>等待期 30 天</view><view>被保人出生日期</view><view>每月 12.6 元起</view><button bindtap="buy">算算保费</button>`,
        `Page({ buy() { tt.showModal({ title: '健康告知', content: '被保险人目前是否患有下列疾病？' }) } })`,
      ],
      'pages/claim/claim': ['报案理赔', `<view>出险时间</view><view>上传发票和病历</view><button>提交理赔</button>`],
    },
  },
  {
    name: 'coin-gallery',
    platform: 'wechat',
    offers: ['crypto'],
    also: ['shop'],
    pages: {
      'pages/art/art': [
        '藏品馆',
        `<view>数字藏品首发</view><view>限量 5000 份</view><view>发行方</view><view>链上标识</view><button>立即购买</button>`,
        `Page({})`,
      ],
      'pages/mine/mine': ['我的藏品', `<view>转赠好友</view><view>合成</view><view>空投记录</view><view>区块链证书</view>`],
    },
  },
  {
    name: 'parcel-pickup',
    platform: 'wechat',
    offers: ['courier'],
    pages: {
      'pages/ship/ship': [
        '寄件',
        `<view>寄件地址</view><view>收件地址</view><view>物品：文件 / 衣物 / 数码</view><view>预估重量 {{kg}} kg</view><view>今天 14:00-16:00 上门取</view><view>预估运费 ¥{{fee}}</view><button bindtap="send">叫快递员</button>`,
        `Page({ data: { kg: 1, fee: 12 }, send() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'truck-hail',
    platform: 'wechat',
    offers: ['freight'],
    pages: {
      'pages/book/book': [
        '叫货车',
        `<view>小面包</view><view>4.2 米厢货</view><view>装货地</view><view>卸货地</view><view>用车时间</view><view>需要搬运</view><view>一口价 ¥180</view><button>确认用车</button>`,
      ],
      'pages/driver/driver': ['司机接单', `<view>货源大厅</view><view>顺路单</view><view>载重 2 吨</view>`],
    },
  },
  {
    name: 'campus-legs',
    platform: 'wechat',
    offers: ['errand'],
    pages: {
      'pages/task/task': [
        '校园帮忙',
        `<view>帮我取外卖</view><view>代取快递</view><view>代排队</view><view>跑腿费 ¥{{fee}}</view><view>送到宿舍楼下</view><button bindtap="post">发单</button><view>抢单</view>`,
        `Page({ data: { fee: 4 }, post() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'city-ride',
    platform: 'douyin',
    offers: ['ride-hailing'],
    pages: {
      'pages/car/car': [
        '出行',
        `<map id="m"/><view>现在出发</view><view>你要去哪</view><view>拼车 / 经济 / 舒适</view><view>预估 23 元</view><button bindtap="call">呼叫车辆</button>`,
        `Page({ call() { tt.request({ url: 'https://ride.example.com/call', method: 'POST' }) } })`,
      ],
      'pages/going/going': [
        '行程中',
        `<view>司机 2 分钟后到达</view><view>白色 某品牌</view><view>行程分享给家人</view><view>车费已由平台垫付</view>`,
      ],
    },
  },
  {
    name: 'self-drive',
    platform: 'wechat',
    offers: ['car-rental'],
    pages: {
      'pages/pick/pick': [
        '自驾租车',
        `<view>取车门店</view><view>取车时间</view><view>还车时间</view><view>日租金 ¥158</view><view>免押金</view><view>车型：紧凑型轿车 自动挡</view><button>选这辆</button>`,
      ],
    },
  },
  {
    name: 'seaside-inn',
    platform: 'wechat',
    offers: ['lodging'],
    pages: {
      'pages/stay/stay': [
        '听涛小院',
        `<view>今晚入住</view><view>明天离店</view><view>共 1 晚</view><view wx:for="{{rooms}}">{{item.n}} {{item.bed}} ¥{{item.p}}/晚</view><button bindtap="book">订房</button><view>入住前可免费取消</view>`,
        `Page({ data: { rooms: [{ n: '露台房', bed: '1.8 米大床', p: 420 }, { n: '亲子房', bed: '两张单人床', p: 520 }] }, book() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'valley-gate',
    platform: 'douyin',
    offers: ['scenic'],
    also: ['tickets', 'travel'],
    pages: {
      'pages/gate/gate': [
        '云谷风景区',
        `<view>成人票 ¥80</view><view>学生半价票</view><view>观光车往返</view><view>入园日期</view><view>开园时间 8:00</view><button bindtap="buy">购门票</button><view>凭身份证刷卡入园</view>`,
        `Page({ buy() { tt.pay({ orderInfo: {}, service: 5 }) } })`,
      ],
    },
  },
  {
    name: 'far-away',
    platform: 'wechat',
    offers: ['travel'],
    pages: {
      'pages/route/route': [
        '去远方',
        `<view>新疆北线 8 天 7 晚</view><view>¥4980/人起</view><view>含往返机票、用车、导游</view><view>第 1 天 接机</view><view>第 2 天 天池</view><view>费用不含</view><view>出发班期</view><button>报名这条线</button>`,
      ],
    },
  },
  {
    name: 'night-stage',
    platform: 'wechat',
    offers: ['tickets'],
    pages: {
      'pages/play/play': [
        '小剧场',
        `<view>周六 19:30</view><view>内场 380</view><view>看台 180</view><view>电子票</view><button bindtap="seat">选座购票</button><view>实名入场</view>`,
        `Page({ seat() { wx.navigateTo({ url: '/pages/seat/seat' }) } })`,
      ],
      'pages/seat/seat': [
        '选座',
        `<view>已选 3 排 5 座</view><view>限购 4 张</view><button bindtap="pay">确认选座</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'rail-helper',
    platform: 'wechat',
    offers: ['transport-tickets'],
    pages: {
      'pages/search/search': [
        '车票',
        `<view>出发站</view><view>到达站</view><view>高铁动车</view><view>二等座 余 12 张</view><view>硬卧</view><view>乘车人</view><button bindtap="buy">订票</button><view>退票改签</view>`,
        `Page({ buy() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'home-keys',
    platform: 'wechat',
    offers: ['property'],
    pages: {
      'pages/flat/flat': [
        '安家',
        `<view>两室一厅 78㎡</view><view>南北通透 电梯房</view><view>总价 168 万</view><view>单价 21538 元/㎡</view><view>首付约 51 万</view><button bindtap="call">预约看房</button>`,
        `Page({ call() { wx.makePhoneCall({ phoneNumber: '02000000000' }) } })`,
      ],
      'pages/find/find': ['找房', `<view>新房</view><view>二手</view><view>整租</view><view>合租</view><view>地铁沿线</view>`],
    },
  },
  {
    name: 'turn-key',
    platform: 'douyin',
    offers: ['renovation'],
    pages: {
      'pages/fit/fit': [
        '新家装修',
        `<view>免费量房</view><view>设计方案</view><view>水电改造</view><view>全包 899 元/㎡</view><view>工地直播不是每天都有</view><input placeholder="房屋面积"/><button>算装修报价</button><view>施工进度</view>`,
      ],
    },
  },
  {
    name: 'engine-bay',
    platform: 'wechat',
    offers: ['car-service'],
    also: ['shop'],
    pages: {
      'pages/bay/bay': [
        '养车',
        `<view>小保养套餐 ¥299</view><view>机油机滤</view><view>补胎</view><view>洗车 25 元</view><view>输入车牌号</view><button>预约到店时间</button><view>选择门店技师</view>`,
      ],
    },
  },
  {
    name: 'used-wheels',
    platform: 'wechat',
    offers: ['car-sales'],
    pages: {
      'pages/list/list': [
        '好车挑选',
        `<view>2021 年上牌 / 3.2 万公里</view><view>9.8 万</view><view>检测报告</view><view>过户次数 0</view><view>预约试驾</view><view>卖车估值</view><button>砍价</button>`,
      ],
    },
  },
]
