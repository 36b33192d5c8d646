/** Programs that say little, and in words of their own; the last of them only name a trade. */
import type { LabelledProgram } from './program.ts'

export const TERSE: readonly LabelledProgram[] = [
  {
    name: 'corner-grill',
    platform: 'wechat',
    offers: ['restaurant'],
    pages: {
      'pages/index/index': [
        '老王烤串',
        `<view wx:for="{{list}}"><text>{{item.n}}</text><text>{{item.p}}元/串</text><stepper value="{{item.c}}" bind:change="chg"/></view><view class="foot"><text>已点{{sum}}串</text><button bindtap="ok">下单到后厨</button></view>`,
        `Page({ data: { list: [{ n: '羊肉串', p: 3, c: 0 }, { n: '烤茄子', p: 12, c: 0 }, { n: '冰啤酒', p: 8, c: 0 }], sum: 0, deskNo: '' }, onLoad(o) { this.setData({ deskNo: o.desk }) }, chg() {}, ok() { wx.request({ url: 'https://w.example.com/kitchen/add', method: 'POST', data: { desk: this.data.deskNo } }) } })`,
      ],
    },
  },
  {
    name: 'en-shop',
    platform: 'wechat',
    offers: ['shop'],
    pages: {
      'pages/index/index': [
        'Nordic Home',
        `<view wx:for="{{products}}"><image src="{{item.image}}"/><text>{{item.name}}</text><text>\${{item.price}}</text><navigator url="/pages/product/product?id={{item.id}}">View</navigator></view>`,
        `Page({ data: { products: [{ id: 1, name: 'Oak stool', price: 89 }, { id: 2, name: 'Linen lamp', price: 65 }] } })`,
      ],
      'pages/product/product': [
        '',
        `<text>{{p.name}}</text><text>In stock: {{p.stock}}</text><button bindtap="add">Add to bag</button>`,
        `Page({ data: { p: { stock: 4 } }, add() { const bag = wx.getStorageSync('bag') || []; bag.push(this.data.p); wx.setStorageSync('bag', bag); wx.navigateTo({ url: '/pages/bag/bag' }) } })`,
      ],
      'pages/bag/bag': [
        '',
        `<view wx:for="{{items}}">{{item.name}} x {{item.qty}}</view><text>Total {{total}}</text><button bindtap="pay">Checkout</button>`,
        `Page({ data: { items: [], total: 0 }, pay() { wx.chooseAddress({ success: () => wx.requestPayment({}) }) } })`,
      ],
    },
  },
  {
    name: 'borrow-now',
    platform: 'wechat',
    offers: ['loans'],
    pages: {
      'pages/index/index': [
        '轻松融',
        `<view>最高 {{max}} 万</view><view>最快 5 分钟到账</view><button bindtap="go">看看我能拿多少</button><view>年化 7.2% 起，额度由合作机构评定</view>`,
        `Page({ data: { max: 20 }, go() { wx.navigateTo({ url: '/pages/info/info' }) } })`,
      ],
      'pages/info/info': [
        '补充资料',
        `<input placeholder="月收入"/><input placeholder="公积金缴存额"/><picker range="{{use}}"><view>钱用来做什么</view></picker><button bindtap="send">提交评估</button>`,
        `Page({ data: { use: ['装修', '进货', '教育'] }, send() { wx.request({ url: 'https://r.example.com/credit/limit', data: {} }) } })`,
      ],
      'pages/plan/plan': [
        '还款安排',
        `<view wx:for="{{bills}}">{{item.no}}/{{bills.length}} 期 {{item.date}} 本金 {{item.principal}} 息 {{item.interest}}</view>`,
        `Page({ data: { bills: [] } })`,
      ],
    },
  },
  {
    name: 'morning-yoga',
    platform: 'douyin',
    offers: ['fitness'],
    pages: {
      'pages/index/index': [
        '晨间瑜伽',
        `<view tt:for="{{timetable}}">{{item.t}} {{item.c}} {{item.coach}} {{item.rest}}/{{item.cap}}<button bindtap="join">约</button></view>`,
        `Page({ data: { timetable: [{ t: '7:00', c: '流瑜伽', coach: 'Lin', rest: 3, cap: 12 }] }, join() {} })`,
      ],
      'pages/card/card': ['我的卡', `<view>10 次卡 余 4 次</view><view>有效期至 2027-01</view>`],
    },
  },
  {
    name: 'green-clinic',
    platform: 'wechat',
    offers: ['medical-booking'],
    also: ['consultation'],
    pages: {
      'pages/index/index': [
        '青禾口腔',
        `<view>种植 · 正畸 · 洁牙</view><view wx:for="{{team}}">{{item.name}} {{item.years}} 年经验<navigator url="/pages/time/time?d={{item.id}}">约时间</navigator></view>`,
        `Page({ data: { team: [{ id: 1, name: '宋医生', years: 12 }] } })`,
      ],
      'pages/time/time': [
        '选择到诊时间',
        `<view wx:for="{{days}}">{{item.date}}<view wx:for="{{item.slots}}" wx:for-item="s">{{s}}</view></view><input placeholder="患者姓名"/><button>确定预约</button>`,
        `Page({ data: { days: [{ date: '12-03', slots: ['9:00', '10:30'] }] } })`,
      ],
    },
  },
  {
    name: 'oak-lessons',
    platform: 'wechat',
    offers: ['lessons'],
    pages: {
      'pages/index/index': [
        '橡木学堂',
        `<view wx:for="{{courses}}"><text>{{item.title}}</text><text>{{item.count}} 节 · {{item.students}} 人在学</text><text wx:if="{{item.price > 0}}">¥{{item.price}}</text><text wx:else>免费</text></view>`,
        `Page({ data: { courses: [{ title: '榫卯入门', count: 16, students: 320, price: 99 }] } })`,
      ],
      'pages/course/course': [
        '',
        `<video src="{{cur.url}}" bindended="next"/><view wx:for="{{sections}}"><view>{{item.name}}</view><view wx:for="{{item.videos}}" wx:for-item="v">{{v.name}} {{v.len}}</view></view>`,
        `Page({ data: { sections: [{ name: '第一部分 工具', videos: [{ name: '认识刨子', len: '06:12' }] }], cur: {} }, next() {} })`,
      ],
    },
  },
  {
    name: 'page-turner',
    platform: 'wechat',
    offers: ['novels'],
    pages: {
      'pages/index/index': [
        '',
        `<view wx:for="{{bookList}}"><text>{{item.bookName}}</text><text>{{item.authorName}}</text><text>{{item.intro}}</text></view>`,
        `Page({ data: { bookList: [{ bookName: '江湖夜雨录', authorName: '沧海客', intro: '少年背剑出山，江湖从此多事。' }] } })`,
      ],
      'pages/read/read': [
        '',
        `<scroll-view><text>{{chapter.content}}</text></scroll-view><view bindtap="prev">上一回</view><view bindtap="next">下一回</view><slider min="14" max="30" bindchange="font"/>`,
        `Page({ data: { chapter: {}, bookId: 0, chapterId: 0, fontSize: 16 }, prev() {}, next() {}, font() {} })`,
      ],
    },
  },
  {
    name: 'who-knows',
    platform: 'wechat',
    offers: ['qa'],
    also: ['community'],
    pages: {
      'pages/index/index': [
        '谁知道',
        `<view wx:for="{{questions}}"><text>{{item.title}}</text><text>{{item.answers}} 人答了</text></view><button bindtap="ask">我要问</button>`,
        `Page({ data: { questions: [{ title: '孩子总踢被子怎么办？', answers: 12 }] }, ask() { wx.navigateTo({ url: '/pages/ask/ask' }) } })`,
      ],
      'pages/ask/ask': ['提问', `<textarea placeholder="把你的问题说清楚"/><switch/>匿名<button>发出去</button>`],
      'pages/one/one': [
        '',
        `<view wx:for="{{answers}}">{{item.by}}：{{item.text}} <text>有用 {{item.up}}</text></view><input placeholder="写下你的答案"/><button>采纳</button>`,
        `Page({ data: { answers: [] } })`,
      ],
    },
  },
  {
    name: 'campus-wall',
    platform: 'wechat',
    offers: ['community'],
    pages: {
      'pages/wall/wall': [
        '小墙',
        `<view wx:for="{{cards}}"><text>{{item.nickname}}</text><text>{{item.words}}</text><text bindtap="zan">♥ {{item.zan}}</text><text>💬 {{item.replyNum}}</text></view><view class="fab" bindtap="write">+</view>`,
        `Page({ data: { cards: [{ nickname: '匿名同学', words: '三号楼那个弹吉他的，太好听了', zan: 20, replyNum: 4 }] }, write() { wx.navigateTo({ url: '/pages/write/write' }) } })`,
      ],
      'pages/write/write': [
        '',
        `<textarea placeholder="想说的话"/><button bindtap="img">配图</button><button bindtap="pub">贴上墙</button>`,
        `Page({ img() { wx.chooseMedia({}) }, pub() { wx.cloud.callFunction({ name: 'createPost', data: {} }) } })`,
      ],
    },
  },
  {
    name: 'sunny-stay',
    platform: 'wechat',
    offers: ['lodging'],
    pages: {
      'pages/index/index': [
        'Sunny Stay',
        `<view>Check-in {{checkInDate}}</view><view>Check-out {{checkOutDate}}</view><view wx:for="{{rooms}}">{{item.type}} · {{item.beds}} beds · ￥{{item.price}}/night<button bindtap="book">Book</button></view>`,
        `Page({ data: { rooms: [{ type: 'Sea view', beds: 2, price: 520 }], checkInDate: '', checkOutDate: '' }, book() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'ride-share',
    platform: 'wechat',
    offers: ['ride-hailing'],
    pages: {
      'pages/index/index': [
        '同路人',
        `<map/><view bindtap="from">{{from}}</view><view bindtap="to">{{to}}</view><view>{{seats}} 人乘坐</view><button bindtap="publish">发布行程，等车主接单</button>`,
        `Page({ data: { from: '我在哪', to: '去哪', seats: 1 }, from() { wx.chooseLocation({}) }, to() { wx.chooseLocation({}) }, publish() {} })`,
      ],
      'pages/order/order': [
        '',
        `<view>车主 {{driver.name}} {{driver.plate}}</view><view>拼座价 {{fare}} 元</view><button>呼叫车主</button>`,
        `Page({ data: { driver: {}, fare: 18 } })`,
      ],
    },
  },
  {
    name: 'flat-swap',
    platform: 'douyin',
    offers: ['property'],
    pages: {
      'pages/index/index': [
        '好房推荐',
        `<view tt:for="{{items}}">{{item.village}} {{item.room}}室{{item.hall}}厅 {{item.size}}平 {{item.total}}万</view>`,
        `Page({ data: { items: [{ village: '翠湖花园', room: 3, hall: 2, size: 118, total: 260 }] } })`,
      ],
      'pages/d/d': [
        '',
        `<view>单价 {{unit}}</view><view>满二唯一</view><view>首付约 {{first}} 万</view><button>电话咨询顾问</button>`,
        `Page({ data: { unit: '22034 元/平', first: 78 } })`,
      ],
    },
  },
  {
    name: 'talent-board',
    platform: 'wechat',
    offers: ['recruitment'],
    pages: {
      'pages/index/index': [
        'Talent',
        `<view wx:for="{{positions}}"><text>{{item.title}}</text><text>{{item.salaryRange}}</text><text>{{item.companyName}} · {{item.education}}</text></view>`,
        `Page({ data: { positions: [{ title: '前端工程师', salaryRange: '15-25k·13薪', companyName: '某某科技', education: '本科' }] } })`,
      ],
      'pages/apply/apply': [
        '',
        `<view>附件</view><button bindtap="up">上传 PDF</button><button bindtap="send">一键投递</button>`,
        `Page({ up() { wx.chooseMessageFile({}) }, send() { wx.request({ url: 'https://t.example.com/resume/apply', method: 'POST' }) } })`,
      ],
    },
  },
  {
    name: 'star-sign',
    platform: 'douyin',
    offers: ['fortune-telling'],
    pages: {
      'pages/index/index': [
        '你的星象',
        `<picker mode="date"><view>出生那天</view></picker><button bindtap="see">看结果</button><view>事业 {{r.work}} 感情 {{r.love}} 财富 {{r.money}}</view><view>今日宜：{{r.good}}</view>`,
        `Page({ data: { r: { work: 80, love: 66, money: 72, good: '见老朋友' } }, see() {} })`,
      ],
    },
  },
  {
    name: 'six-numbers',
    platform: 'wechat',
    offers: ['lottery'],
    pages: {
      'pages/index/index': [
        '六数',
        `<view wx:for="{{reds}}" class="red" bindtap="pick">{{item}}</view><view wx:for="{{blues}}" class="blue">{{item}}</view><view>共 {{n}} 注 {{n * 2}} 元</view><button bindtap="rand">随机来一注</button><button bindtap="buy">投一注</button>`,
        `Page({ data: { reds: [1, 2, 3], blues: [1, 2], n: 0 }, pick() {}, rand() {}, buy() {} })`,
      ],
    },
  },
  {
    name: 'tiny-fund',
    platform: 'wechat',
    offers: ['investment'],
    pages: {
      'pages/index/index': [
        '小基',
        `<view wx:for="{{funds}}">{{item.name}} {{item.code}} <text>{{item.netValue}}</text><text>{{item.dayGrowth}}%</text></view>`,
        `Page({ data: { funds: [{ name: '沪港深精选混合', code: '001234', netValue: 1.382, dayGrowth: 0.83 }] } })`,
      ],
      'pages/buy/buy': [
        '',
        `<input placeholder="买入金额，10 元起"/><view>买入费率 0.15%</view><view>预计 12-03 确认份额</view><button>确认买入</button>`,
      ],
    },
  },
  {
    name: 'wool-help',
    platform: 'wechat',
    offers: ['charity'],
    pages: {
      'pages/index/index': [
        '毛线暖冬',
        `<view>给高原的孩子织一条围巾</view><view>目标 3 万元，已有 {{n}} 位好心人支持</view><button bindtap="give">支持一份 20 元</button><view>善款由县慈善会监管</view>`,
        `Page({ data: { n: 391 }, give() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'idle-closet',
    platform: 'douyin',
    offers: ['second-hand'],
    pages: {
      'pages/index/index': [
        '衣橱回血',
        `<view tt:for="{{clothes}}">{{item.brand}} {{item.size}} 穿过 {{item.worn}} 次 ¥{{item.price}} 原价 ¥{{item.origin}}</view>`,
        `Page({ data: { clothes: [{ brand: '某牌大衣', size: 'M', worn: 2, price: 199, origin: 899 }] } })`,
      ],
      'pages/put/put': ['上架我的衣服', `<textarea placeholder="瑕疵、穿着次数"/><input placeholder="期望价格"/><button>转出</button>`],
    },
  },
  {
    name: 'draw-bot',
    platform: 'wechat',
    offers: ['ai'],
    pages: {
      'pages/chat/chat': [
        '小助',
        `<scroll-view><view wx:for="{{messages}}" class="{{item.role}}">{{item.content}}</view></scroll-view><input value="{{prompt}}" placeholder="问点什么"/><button bindtap="send">↑</button>`,
        `Page({ data: { messages: [{ role: 'assistant', content: '你好！我可以帮你写文案、做计划。' }], prompt: '' }, send() { wx.request({ url: 'https://g.example.com/v1/chat/completions', method: 'POST', data: { model: 'some-model', messages: this.data.messages, stream: true } }) } })`,
      ],
    },
  },
  {
    name: 'cargo-link',
    platform: 'wechat',
    offers: ['freight'],
    pages: {
      'pages/index/index': [
        '货满路',
        `<view wx:for="{{cargos}}">{{item.from}}→{{item.to}} {{item.goods}} {{item.ton}}吨 {{item.truckLen}}米 ¥{{item.fee}}<button>联系货主</button></view>`,
        `Page({ data: { cargos: [{ from: '临沂', to: '武汉', goods: '板材', ton: 30, truckLen: 13, fee: 4200 }] } })`,
      ],
      'pages/pub/pub': ['发布货源', `<input placeholder="装车地点"/><input placeholder="卸车地点"/><input placeholder="期望运价"/>`],
    },
  },
  {
    name: 'send-parcel',
    platform: 'wechat',
    offers: ['courier'],
    pages: {
      'pages/index/index': [
        '小蜂寄',
        `<view bindtap="s">寄 {{sender.name}}</view><view bindtap="r">收 {{receiver.name}}</view><view>重量 {{weight}} 公斤</view><view>今天 18:00 前上门</view><button bindtap="order">马上寄</button>`,
        `Page({ data: { sender: { name: '' }, receiver: { name: '' }, weight: 1 }, s() { wx.chooseAddress({}) }, r() {}, order() {} })`,
      ],
    },
  },
  {
    name: 'template-ghost',
    platform: 'wechat',
    offers: ['calculators', 'short-drama'],
    pages: {
      'pages/index/index': [
        '小记账',
        `<view>本月花了 {{out}}</view><view wx:for="{{rows}}">{{item.kind}} {{item.money}}</view><button bindtap="add">记一笔</button>`,
        `Page({ data: { out: 0, rows: [] }, add() { wx.setStorageSync('rows', []) } })`,
      ],
      'pages/me/me': ['我的', `<view>每月预算</view><view>导出账单</view>`],
    },
    orphans: {
      'subpkg/theater/play': [
        '剧场',
        `<video src="{{src}}"/><view>第 {{ep}} 集</view><view wx:if="{{locked}}">付 1 元看后面的</view>`,
        `Page({ data: { ep: 1, locked: true, episodes: [] } })`,
      ],
      'subpkg/theater/list': ['短剧大全', `<view wx:for="{{dramas}}">{{item.name}} 共 {{item.total}} 集</view>`],
    },
  },
  {
    name: 'cover-plan',
    platform: 'wechat',
    offers: ['insurance'],
    pages: {
      'pages/index/index': [
        '全家守护',
        `<view wx:for="{{products}}">{{item.name}}<text>赔付上限 {{item.limit}}</text><text>首年 {{item.fee}} 元</text></view>`,
        `Page({ data: { products: [{ name: '老人骨折保障', limit: '5 万', fee: 59 }, { name: '少儿重疾', limit: '50 万', fee: 320 }] } })`,
      ],
      'pages/who/who': ['为谁投', `<view>本人 配偶 子女 父母</view><view>近两年是否住过院</view><button>下一步</button>`],
    },
  },
  {
    name: 'hair-day',
    platform: 'wechat',
    offers: ['beauty'],
    pages: {
      'pages/index/index': [
        '发现自己',
        `<view wx:for="{{stylists}}">{{item.name}} {{item.level}} ¥{{item.cut}}</view><view wx:for="{{slots}}">{{item}}</view><button>约这位</button>`,
        `Page({ data: { stylists: [{ name: 'Kevin', level: '总监', cut: 168 }], slots: ['10:00', '11:00'] } })`,
      ],
      'pages/s/s': ['项目', `<view>女士剪 / 男士剪 / 烫 / 染</view>`],
    },
  },
  // Tempting ones.
  {
    name: 'run-club-log',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'community', 'fitness'],
    pages: {
      'pages/index/index': [
        '跑步记',
        `<view>本周 {{km}} 公里</view><view wx:for="{{runs}}">{{item.date}} {{item.km}}km 配速 {{item.pace}}</view>`,
        `Page({ data: { km: 21, runs: [{ date: '11-20', km: 7, pace: '5:40' }] } })`,
      ],
    },
  },
  {
    name: 'menu-glossary',
    platform: 'wechat',
    offers: [],
    also: ['translation', 'lookup', 'recipes', 'restaurant'],
    pages: {
      'pages/index/index': [
        '菜单外语对照',
        `<view wx:for="{{rows}}">{{item.zh}} — {{item.en}}</view>`,
        `Page({ data: { rows: [{ zh: '宫保鸡丁', en: 'Kung Pao Chicken' }, { zh: '麻婆豆腐', en: 'Mapo Tofu' }] } })`,
      ],
    },
  },
  {
    name: 'ward-family',
    platform: 'wechat',
    offers: [],
    also: ['calculators', 'medical-booking'],
    pages: {
      'pages/index/index': [
        '住院陪护笔记',
        `<view wx:for="{{notes}}">{{item}}</view>`,
        `Page({ data: { notes: ['问医生：什么时候能拆线', '带上就诊卡和医保卡', '晚上八点量血压', '布洛芬饭后吃'] } })`,
      ],
    },
  },
  {
    name: 'stamp-album',
    platform: 'wechat',
    offers: [],
    also: ['lookup', 'calculators', 'auction'],
    pages: {
      'pages/index/index': [
        '我的邮票册',
        `<view wx:for="{{stamps}}">{{item.year}} {{item.name}} <text>{{item.from}}</text></view>`,
        `Page({ data: { stamps: [{ year: 1980, name: '猴票', from: '外公留下' }, { year: 1994, name: '敦煌', from: '拍卖会上买的' }] } })`,
      ],
    },
  },
  {
    name: 'housing-policy',
    platform: 'wechat',
    offers: [],
    also: ['lookup', 'news'],
    pages: {
      'pages/index/index': [
        '公租房政策问答',
        `<view wx:for="{{qa}}">{{item.q}}<text>{{item.a}}</text></view>`,
        `Page({ data: { qa: [{ q: '谁可以申请公租房？', a: '本市户籍、家庭人均住房面积低于标准的家庭。' }, { q: '租金怎么算？', a: '由住建部门按市场价的七成核定。' }, { q: '能买卖吗？', a: '不能出租、出借或转让。' }] } })`,
      ],
    },
  },
  {
    name: 'baby-names-log',
    platform: 'wechat',
    offers: ['calculators'],
    pages: {
      'pages/index/index': [
        '宝宝成长日记',
        `<view>今天 {{day}} 天</view><view wx:for="{{logs}}">{{item.time}} {{item.what}}</view><button>记一条</button>`,
        `Page({ data: { day: 92, logs: [{ time: '08:10', what: '喝奶 120ml' }, { time: '10:00', what: '打疫苗' }] } })`,
      ],
    },
  },
  {
    name: 'fire-drill',
    platform: 'wechat',
    offers: [],
    also: ['question-bank', 'lookup'],
    pages: {
      'pages/index/index': [
        '消防常识',
        `<view>酒店客房着火怎么逃生</view><view>商场购物时如何找安全出口</view><view>电动车充电注意事项</view>`,
      ],
    },
  },
  {
    name: 'club-site',
    platform: 'wechat',
    offers: [],
    also: ['shop', 'lookup', 'voting', 'community'],
    pages: {
      'pages/index/index': [
        '天文社',
        `<view>社团介绍</view><view>下次观星：周六 20:00 操场</view><view>社费 20 元/学期，用于维护望远镜</view>`,
      ],
      'pages/join/join': ['加入我们', `<input placeholder="姓名"/><input placeholder="班级"/><button>提交</button>`],
    },
  },
]
