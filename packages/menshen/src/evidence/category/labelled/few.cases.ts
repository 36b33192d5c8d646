/** Programs of two or three pages. */
import type { LabelledProgram } from './program.ts'

export const FEW: readonly LabelledProgram[] = [
  {
    name: 'slow-inn',
    platform: 'wechat',
    offers: ['lodging'],
    pages: {
      'pages/index/index': [
        '慢居',
        `<picker mode="date"><view>{{checkIn}}</view></picker><picker mode="date"><view>{{checkOut}}</view></picker><view>{{nights}} 晚</view><view wx:for="{{rooms}}"><image src="{{item.cover}}"/><text>{{item.name}}</text><text>{{item.bed}}</text><text>¥{{item.price}}</text><navigator url="/pages/book/book?id={{item.id}}">订</navigator></view>`,
        `const rooms = [{ id: 1, name: '听松', bed: '1.8 米大床', breakfast: 2, price: 468 }, { id: 2, name: '观溪', bed: '双床', breakfast: 2, price: 428 }]
Page({ data: { rooms, checkIn: '12-01', checkOut: '12-02', nights: 1 } })`,
      ],
      'pages/book/book': [
        '',
        `<input placeholder="住客姓名"/><input placeholder="手机号"/><view>到店时间 14:00 后</view><button bindtap="pay">支付</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'cloud-valley',
    platform: 'douyin',
    offers: ['scenic'],
    pages: {
      'pages/index/index': [
        '云台谷',
        `<view>开放时间 8:00-17:00</view><view tt:for="{{tickets}}">{{item.name}} ¥{{item.price}} <button bindtap="buy" data-id="{{item.id}}">预订</button></view><map latitude="{{lat}}" longitude="{{lng}}"/>`,
        `Page({ data: { lat: 30, lng: 110, tickets: [{ id: 1, name: '成人票', price: 80 }, { id: 2, name: '儿童/老人票', price: 40 }, { id: 3, name: '索道往返', price: 60 }] }, buy(e) { tt.navigateTo({ url: '/pages/pay/pay?id=' + e.currentTarget.dataset.id }) } })`,
      ],
      'pages/pay/pay': [
        '填写游客信息',
        `<view>游玩日期</view><input placeholder="游客姓名"/><input placeholder="证件号码"/><view>刷身份证直接入园</view><button bindtap="pay">支付</button>`,
        `Page({ pay() { tt.pay({ orderInfo: {} }) } })`,
      ],
    },
  },
  {
    name: 'east-wheel',
    platform: 'wechat',
    offers: ['driving-school'],
    pages: {
      'pages/index/index': [
        '东轮学车',
        `<view wx:for="{{plans}}">{{item.type}} {{item.car}} ¥{{item.fee}}<text>{{item.note}}</text></view><button bindtap="sign">我要报名</button>`,
        `Page({ data: { plans: [{ type: 'C1', car: '手动挡', fee: 3280, note: '一人一车' }, { type: 'C2', car: '自动挡', fee: 3680, note: '周末班' }] }, sign() {} })`,
      ],
      'pages/plan/plan': [
        '约练车',
        `<view>科目二 · 倒车入库</view><view wx:for="{{slots}}">{{item.time}} {{item.coach}} <button>约车</button></view><view>学时 {{hours}}/16</view>`,
        `Page({ data: { hours: 6, slots: [{ time: '9:00', coach: '李教练' }] } })`,
      ],
    },
  },
  {
    name: 'silver-screen',
    platform: 'wechat',
    offers: ['tickets'],
    pages: {
      'pages/films/films': [
        '银幕',
        `<view wx:for="{{films}}"><image src="{{item.poster}}"/><text>{{item.title}}</text><text>{{item.score}}</text><navigator url="/pages/seats/seats?show={{item.showId}}">购票</navigator></view>`,
        `Page({ data: { films: [{ title: '长夜灯', score: 8.4, showId: 9 }] } })`,
      ],
      'pages/seats/seats': [
        '',
        `<view>{{show.hall}} {{show.time}}</view><view wx:for="{{rows}}"><view wx:for="{{item.seats}}" wx:for-item="s" class="{{s.sold ? 'sold' : ''}}" bindtap="pick" data-s="{{s.no}}"/></view><view>已选 {{picked.length}} 座</view><button bindtap="pay">¥{{sum}} 确认选座</button>`,
        `Page({ data: { show: { hall: '3 号厅', time: '19:30' }, rows: [{ seats: [{ no: '5-6', sold: false }] }], picked: [], sum: 0 }, pick() {}, pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'slot-doctor',
    platform: 'wechat',
    offers: ['medical-booking'],
    also: ['consultation'],
    pages: {
      'pages/index/index': [
        '',
        `<view wx:for="{{departments}}" bindtap="open" data-id="{{item.id}}">{{item.name}}</view>`,
        `Page({ data: { departments: [{ id: 1, name: '骨科' }, { id: 2, name: '眼科' }, { id: 3, name: '产科' }] }, open(e) { wx.navigateTo({ url: '/pages/doctor/doctor?dept=' + e.currentTarget.dataset.id }) } })`,
      ],
      'pages/doctor/doctor': [
        '',
        `<view wx:for="{{doctors}}"><text>{{item.name}}</text><text>{{item.title}}</text><view wx:for="{{item.slots}}" wx:for-item="s">{{s.date}} {{s.period}} {{s.left}}<button bindtap="take">¥{{s.fee}}</button></view></view>`,
        `Page({ data: { doctors: [{ name: '陈立', title: '主任医师', slots: [{ date: '12-02', period: '上午', left: 3, fee: 25 }] }] }, take() { wx.request({ url: 'https://h.example.com/appointment', method: 'POST' }) } })`,
      ],
    },
  },
  {
    name: 'clay-school',
    platform: 'wechat',
    offers: ['lessons'],
    pages: {
      'pages/index/index': [
        '泥与火',
        `<view wx:for="{{courses}}"><text>{{item.title}}</text><text>{{item.teacher}}</text><text>¥{{item.price}}</text><navigator url="/pages/play/play?id={{item.id}}"/></view>`,
        `Page({ data: { courses: [{ id: 1, title: '手拉坯从零开始', teacher: '何师傅', price: 129 }] } })`,
      ],
      'pages/play/play': [
        '',
        `<video src="{{now.videoUrl}}"/><view wx:for="{{chapters}}" bindtap="play" data-i="{{index}}">{{item.title}}<text wx:if="{{item.free}}">免费</text><text wx:else>锁</text>{{item.duration}}</view><button wx:if="{{!bought}}" bindtap="buy">解锁全部</button>`,
        `Page({ data: { bought: false, now: {}, chapters: [{ title: '1 揉泥', videoUrl: 'https://v.example.com/1.mp4', free: true, duration: '08:20' }, { title: '2 定中心', videoUrl: '', free: false, duration: '12:01' }] }, play(e) { this.setData({ now: this.data.chapters[e.currentTarget.dataset.i] }) }, buy() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'nest-finder',
    platform: 'wechat',
    offers: ['property'],
    pages: {
      'pages/index/index': [
        '觅巢',
        `<view wx:for="{{filters}}">{{item}}</view><view wx:for="{{houses}}"><text>{{item.title}}</text><text>{{item.area}}㎡ {{item.floor}}</text><text>{{item.rent}}</text></view>`,
        `Page({ data: { filters: ['整套', '单间', '近地铁', '可养猫'], houses: [{ title: '香樟苑 两房', area: 76, floor: '8/18 层', rent: '3600/月' }] } })`,
      ],
      'pages/house/house': [
        '',
        `<view>{{house.layout}}</view><view>朝向 {{house.face}}</view><view>配置：{{house.equip}}</view><button open-type="contact">问房东</button><button bindtap="see">约个时间看房</button>`,
        `Page({ data: { house: { layout: '2 室 1 厅', face: '南', equip: '空调 热水器 洗衣机' } }, see() {} })`,
      ],
    },
  },
  {
    name: 'hire-near',
    platform: 'wechat',
    offers: ['recruitment'],
    pages: {
      'pages/index/index': [
        '身边的活',
        `<view wx:for="{{jobs}}"><text>{{item.title}}</text><text>{{item.salary}}</text><text>{{item.company}}</text><navigator url="/pages/job/job?id={{item.id}}"/></view>`,
        `Page({ data: { jobs: [{ id: 1, title: '收银员', salary: '4500-6000', company: '百惠超市', edu: '不限' }, { id: 2, title: '叉车司机', salary: '7000-9000', company: '远洋仓储', edu: '初中' }] } })`,
      ],
      'pages/job/job': [
        '',
        `<view>岗位要求</view><view>{{job.desc}}</view><button bindtap="deliver">投个简历</button>`,
        `Page({ data: { job: {} }, deliver() { wx.request({ url: 'https://j.example.com/resume/deliver', method: 'POST' }) } })`,
      ],
    },
  },
  {
    name: 'sea-letter',
    platform: 'wechat',
    offers: ['chat'],
    pages: {
      'pages/index/index': [
        '海上来信',
        `<view>今天还能扔 {{left}} 个瓶子</view><button bindtap="throwOne">扔一个</button><button bindtap="fish">捞一个</button><view wx:if="{{bottle}}">{{bottle.text}} —— {{bottle.sex}} {{bottle.city}}</view>`,
        `Page({ data: { left: 5, bottle: null }, throwOne() { wx.navigateTo({ url: '/pages/talk/talk' }) }, fish() { wx.request({ url: 'https://x.example.com/fish', success: r => this.setData({ bottle: r.data }) }) } })`,
      ],
      'pages/talk/talk': [
        '',
        `<view wx:for="{{msgs}}">{{item.text}}</view><input placeholder="回 TA 一句"/><button bindtap="send">发送</button>`,
        `Page({ data: { msgs: [] }, send() { this.socket && this.socket.send({ data: 'x' }) }, onLoad() { this.socket = wx.connectSocket({ url: 'wss://x.example.com' }) } })`,
      ],
    },
  },
  {
    name: 'ink-pages',
    platform: 'douyin',
    offers: ['novels'],
    pages: {
      'pages/shelf/shelf': [
        '墨页',
        `<view tt:for="{{books}}"><image src="{{item.cover}}"/><text>{{item.name}}</text><text>{{item.author}}</text><text>{{item.words}} 万字 {{item.status}}</text></view>`,
        `Page({ data: { books: [{ name: '雪落长安', author: '半盏灯', words: 86, status: '连载中' }, { name: '我在边关开客栈', author: '老梁', words: 132, status: '已完结' }] } })`,
      ],
      'pages/read/read': [
        '',
        `<view style="font-size: {{size}}px">{{content}}</view><view bindtap="prev">上一章</view><view bindtap="next">下一章</view>`,
        `Page({ data: { size: 18, content: '', chapterId: 1 }, next() { this.load(this.data.chapterId + 1) }, prev() { this.load(this.data.chapterId - 1) }, load(chapterId) { tt.request({ url: 'https://n.example.com/chapter/' + chapterId, success: r => this.setData({ content: r.data, chapterId }) }) } })`,
      ],
    },
  },
  {
    name: 'second-wheels',
    platform: 'wechat',
    offers: ['car-sales'],
    pages: {
      'pages/index/index': [
        '车来车往',
        `<view wx:for="{{cars}}"><text>{{item.name}}</text><text>{{item.year}} 年上牌 / {{item.km}} 万公里</text><text>{{item.price}} 万</text></view>`,
        `Page({ data: { cars: [{ name: '本田思域 2020 款', year: 2020, km: 4.2, price: 8.9 }] } })`,
      ],
      'pages/car/car': [
        '',
        `<view>过户 {{car.owners}} 次</view><view>排放 国六</view><view>检测报告</view><button bindtap="look">预约看车</button><button>我要卖车</button>`,
        `Page({ data: { car: { owners: 1 } }, look() {} })`,
      ],
    },
  },
  {
    name: 'plain-law',
    platform: 'wechat',
    offers: ['legal'],
    pages: {
      'pages/index/index': [
        '有理说理',
        `<view wx:for="{{kinds}}">{{item}}</view><view wx:for="{{lawyers}}"><text>{{item.name}}</text><text>执业 {{item.years}} 年</text><text>{{item.firm}}</text><text>¥{{item.fee}}/次</text></view>`,
        `Page({ data: { kinds: ['婚姻家事', '交通事故', '工伤赔偿', '欠款追讨'], lawyers: [{ name: '吴敏', years: 11, firm: '正衡律所', fee: 99 }] } })`,
      ],
      'pages/ask/ask': [
        '描述案情',
        `<textarea placeholder="请描述事情经过"/><button bindtap="send">提交给律师</button>`,
        `Page({ send() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'nice-number',
    platform: 'wechat',
    offers: ['phone-cards'],
    pages: {
      'pages/index/index': [
        '靓号厅',
        `<view wx:for="{{nums}}"><text>{{item.no}}</text><text>预存 {{item.pre}}</text><text>{{item.plan}}</text></view>`,
        `Page({ data: { nums: [{ no: '138****8888', pre: 500, plan: '59 元 30G' }, { no: '186****5200', pre: 0, plan: '29 元 103G' }] } })`,
      ],
      'pages/open/open': [
        '开卡',
        `<view>上传身份证正反面</view><view>人脸核验</view><input placeholder="入网人姓名"/><view>SIM 卡寄送到</view><button bindtap="go">提交办理</button>`,
        `Page({ go() { wx.chooseAddress({}) } })`,
      ],
    },
  },
  {
    name: 'hill-primary',
    platform: 'wechat',
    offers: ['school'],
    pages: {
      'pages/index/index': [
        '山南实验小学',
        `<view>校务公告</view><view wx:for="{{notices}}">{{item}}</view><navigator url="/pages/grade/grade">成绩查询</navigator><navigator url="/pages/leave/leave">请假</navigator>`,
        `Page({ data: { notices: ['关于期末家长会的通知', '校园开放日', '一年级新生招生简章'] } })`,
      ],
      'pages/grade/grade': [
        '期中成绩',
        `<input placeholder="学号"/><view wx:for="{{list}}">{{item.subject}} {{item.score}} 班级均分 {{item.avg}}</view>`,
        `Page({ data: { list: [] } })`,
      ],
      'pages/leave/leave': ['学生请假', `<view>班级 三（2）班</view><textarea placeholder="请假事由"/><button>提交班主任</button>`],
    },
  },
  {
    name: 'seal-office',
    platform: 'wechat',
    offers: ['notary'],
    pages: {
      'pages/index/index': [
        '滨江公证',
        `<view wx:for="{{items}}">{{item.name}}<text>{{item.fee}}</text></view>`,
        `Page({ data: { items: [{ name: '学历公证', fee: '80 元/件' }, { name: '亲属关系公证', fee: '200 元/件' }, { name: '委托书公证', fee: '100 元' }] } })`,
      ],
      'pages/apply/apply': [
        '在线办证',
        `<view>使用地 国家</view><view>公证员将在两个工作日内联系您</view><button>上传材料</button><view>领取公证书方式</view>`,
      ],
    },
  },
  {
    name: 'far-shore',
    platform: 'wechat',
    offers: ['emigration'],
    pages: {
      'pages/index/index': [
        '彼岸出国',
        `<view wx:for="{{projects}}">{{item.country}} {{item.name}} 起投 {{item.from}}<text>{{item.time}}拿永居</text></view>`,
        `Page({ data: { projects: [{ country: '希腊', name: '购房移民', from: '25 万欧', time: '3 个月' }, { country: '加拿大', name: '雇主担保', from: '无', time: '18 个月' }] } })`,
      ],
      'pages/test/test': ['移民评估', `<view>您的学历</view><view>雅思成绩</view><view>家庭净资产</view><button>获取方案</button>`],
    },
  },
  {
    name: 'rank-helper',
    platform: 'douyin',
    offers: ['boosting'],
    pages: {
      'pages/index/index': [
        '上分社',
        `<view tt:for="{{orders}}">{{item.now}} → {{item.want}} ¥{{item.price}}</view><button bindtap="order">下单</button>`,
        `Page({ data: { orders: [{ now: '钻石三', want: '星耀五', price: 45 }, { now: '星耀一', want: '王者', price: 80 }] }, order() { tt.pay({}) } })`,
      ],
      'pages/acc/acc': [
        '',
        `<input placeholder="游戏账号"/><input placeholder="密码"/><view>当前段位</view><view>打手接单后 10 分钟上号</view>`,
      ],
    },
  },
  {
    name: 'meter-pay',
    platform: 'wechat',
    offers: ['utilities'],
    pages: {
      'pages/index/index': [
        '居家缴',
        `<view wx:for="{{kinds}}">{{item}}</view><input placeholder="户号"/><button bindtap="query">查欠费</button>`,
        `Page({ data: { kinds: ['水费', '电费', '燃气', '物业费'] }, query() { wx.navigateTo({ url: '/pages/bill/bill' }) } })`,
      ],
      'pages/bill/bill': [
        '账单',
        `<view>本期用量 {{used}}</view><view>应缴 {{due}} 元</view><button bindtap="pay">去缴</button>`,
        `Page({ data: { used: '36 度', due: 21.6 }, pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'calm-cover',
    platform: 'wechat',
    offers: ['insurance'],
    pages: {
      'pages/index/index': [
        '安心保',
        `<view wx:for="{{plans}}"><text>{{item.name}}</text><text>最高赔 {{item.cover}}</text><text>{{item.premium}} 元起/年</text></view>`,
        `Page({ data: { plans: [{ name: '驾乘意外', cover: '100 万', premium: 99 }, { name: '少儿住院', cover: '20 万', premium: 180 }] } })`,
      ],
      'pages/form/form': [
        '填写信息',
        `<input placeholder="投保人"/><input placeholder="被保险人"/><view>受益人：法定</view><view>健康告知</view><button bindtap="pay">确认并支付</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'hammer',
    platform: 'wechat',
    offers: ['auction'],
    pages: {
      'pages/index/index': [
        '落槌',
        `<view wx:for="{{lots}}"><text>{{item.name}}</text><text>当前 ¥{{item.bid}}</text><text>{{item.count}} 次出价</text><text>{{item.left}}</text></view>`,
        `Page({ data: { lots: [{ name: '清末粉彩碗', bid: 2600, count: 14, left: '剩 02:13:08' }] } })`,
      ],
      'pages/lot/lot': [
        '',
        `<view>起拍价 {{lot.start}}</view><view>加价幅度 {{lot.step}}</view><view>保证金 {{lot.deposit}}</view><button bindtap="bid">出价</button>`,
        `Page({ data: { lot: { start: 500, step: 50, deposit: 200 } }, bid() {} })`,
      ],
    },
  },
  {
    name: 'dorm-swap',
    platform: 'wechat',
    offers: ['second-hand'],
    pages: {
      'pages/index/index': [
        '宿舍跳蚤',
        `<view wx:for="{{things}}"><text>{{item.title}}</text><text>{{item.degree}}</text><text>¥{{item.price}} <text class="del">¥{{item.origin}}</text></text><text>{{item.seller}}</text></view>`,
        `Page({ data: { things: [{ title: '机械键盘', degree: '8 成新', price: 120, origin: 399, seller: '小吴' }] } })`,
      ],
      'pages/sell/sell': [
        '出东西',
        `<textarea placeholder="用了多久，有没有磕碰"/><input placeholder="想卖多少"/><button bindtap="up">挂出来</button>`,
        `Page({ up() { wx.chooseMedia({ count: 3 }) } })`,
      ],
    },
  },
  {
    name: 'sky-fare',
    platform: 'wechat',
    offers: ['transport-tickets'],
    pages: {
      'pages/index/index': [
        '轻舟出行',
        `<view bindtap="city">{{from}}</view><view>⇄</view><view bindtap="city">{{to}}</view><view>{{date}}</view><button bindtap="search">搜航班</button>`,
        `Page({ data: { from: '成都', to: '杭州', date: '12-05' }, search() { wx.navigateTo({ url: '/pages/list/list' }) } })`,
      ],
      'pages/list/list': [
        '',
        `<view wx:for="{{flights}}"><text>{{item.no}}</text><text>{{item.dep}}-{{item.arr}}</text><text>经济舱 ¥{{item.price}}</text><button>选</button></view>`,
        `Page({ data: { flights: [{ no: 'CA4511', dep: '08:10', arr: '10:50', price: 620 }] } })`,
      ],
      'pages/person/person': [
        '乘机人',
        `<input placeholder="乘机人姓名"/><input placeholder="身份证"/><view>机建燃油 ¥70</view><button bindtap="pay">支付</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'chain-garden',
    platform: 'wechat',
    offers: ['crypto'],
    pages: {
      'pages/index/index': [
        '链上花园',
        `<view wx:for="{{coins}}"><text>{{item.symbol}}</text><text>{{item.price}}</text><text>{{item.change}}%</text></view>`,
        `Page({ data: { coins: [{ symbol: 'BTC/USDT', price: 91000, change: 1.2 }, { symbol: 'ETH/USDT', price: 3100, change: -0.8 }] } })`,
      ],
      'pages/wallet/wallet': [
        '资产',
        `<view>总资产折合 {{usdt}} USDT</view><button>充币</button><button>提币</button><view>钱包地址</view><view>限价 市价 杠杆</view>`,
        `Page({ data: { usdt: 12 } })`,
      ],
    },
  },
  {
    name: 'gold-back',
    platform: 'douyin',
    offers: ['luxury-recycling'],
    pages: {
      'pages/index/index': [
        '金回收',
        `<view>今日回收价 {{price}} 元/克</view><view tt:for="{{kinds}}">{{item}}</view><button>免费上门估价</button>`,
        `Page({ data: { price: 772, kinds: ['足金', '铂金', '名包', '名表', '钻戒'] } })`,
      ],
      'pages/step/step': ['回收流程', `<view>邮寄</view><view>检测称重</view><view>确认报价，当场打款</view>`],
    },
  },
  {
    name: 'work-abroad',
    platform: 'douyin',
    offers: ['overseas-labour'],
    also: ['recruitment'],
    pages: {
      'pages/index/index': [
        '出海务工',
        `<view tt:for="{{list}}">{{item.country}} {{item.job}} 月薪 {{item.pay}} <text>包机票 工签</text></view>`,
        `Page({ data: { list: [{ country: '日本', job: '食品加工', pay: '1.4 万' }, { country: '新加坡', job: '建筑工', pay: '1.2 万' }] } })`,
      ],
      'pages/apply/apply': [
        '报名出国',
        `<input placeholder="姓名"/><input placeholder="护照号"/><view>办理劳务签证约 60 天</view><button>报名</button>`,
      ],
    },
  },
  {
    name: 'join-brand',
    platform: 'douyin',
    offers: ['franchise'],
    also: ['restaurant'],
    pages: {
      'pages/index/index': [
        '鲜面一碗招商',
        `<view>加盟热线</view><view>总投资 8 万起，一人即可开店</view><view>回本周期 6 个月</view><view>总部扶持：选址 培训 设备</view>`,
      ],
      'pages/form/form': ['加盟咨询', `<input placeholder="意向城市"/><input placeholder="投资预算"/><button>索取加盟资料</button>`],
    },
  },
]
