/** A second draught of programs, written after the tables had been mended with the first: it says what the tables owe to chance. */
import type { LabelledProgram } from './program.ts'

export const SECOND: readonly LabelledProgram[] = [
  {
    name: 'bakery-preorder',
    platform: 'wechat',
    offers: ['shop', 'food'],
    also: ['restaurant'],
    pages: {
      'pages/cake/cake': [
        '麦田烘焙',
        `<view>草莓奶油蛋糕 6 寸</view><view>海盐曲奇</view><view>提前一天预订</view><view>¥168</view><button bindtap="add">加入购物篮</button><view>保存于 0-4℃，两日内食用</view>`,
        `Page({ add() { wx.request({ url: 'https://a.example.com/cart', method: 'POST' }) } })`,
      ],
      'pages/pay/pay': [
        '确认',
        `<view>配送到家 / 门店自提</view><view>生日牌文字</view><button bindtap="pay">去支付</button><view>订单备注</view>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'sneaker-drop',
    platform: 'douyin',
    offers: ['shop'],
    pages: {
      'pages/list/list': [
        '球鞋仓',
        `<view tt:for="{{goods}}"><image src="{{item.pic}}"/><text>{{item.title}}</text><text>{{item.salePrice}}</text></view><view>综合</view><view>价格从低到高</view><view>筛选</view>`,
        `Page({ data: { goods: [], page: 1 }, onReachBottom() { tt.request({ url: 'https://m.example.com/goods/page' }) } })`,
      ],
      'pages/detail/detail': [
        '',
        `<view>选码 40 41 42</view><view>正品保障</view><view>预计三天内发出</view><button bindtap="buy">立刻下单</button><button>收藏商品</button>`,
        `Page({ data: { skuId: 0 }, buy() { tt.requestOrder({}) } })`,
      ],
      'pages/orders/orders': ['订单', `<view>待付款</view><view>待发货</view><view>售后</view><button>提醒卖家发货</button>`],
    },
  },
  {
    name: 'kids-science-weekend',
    platform: 'wechat',
    offers: ['training'],
    pages: {
      'pages/c/c': [
        '科学小镇',
        `<view>机器人搭建班 7-9 岁</view><view>一学期 16 次课</view><view>周六 9:30 在滨江校区</view><view>课消记录</view><view>剩 4 个名额</view><button>报名上课</button><input placeholder="家长电话"/>`,
      ],
      'pages/leave/leave': ['请假', `<view>本次课请假</view><view>约补课时间</view>`],
    },
  },
  {
    name: 'guitar-online',
    platform: 'douyin',
    offers: ['lessons'],
    pages: {
      'pages/detail/detail': [
        '指弹入门',
        `<video src="{{v}}"/><view tt:for="{{sections}}">{{item.no}} {{item.title}} {{item.mins}} 分钟</view><view>试听第一课</view><view>2.1 万人学过</view><view>老师简介</view><button bindtap="enroll">¥99 报名全套课程</button>`,
        `Page({ data: { v: '', sections: [{ no: 1, title: '右手分解', mins: 12 }] }, enroll() { tt.requestOrder({}) } })`,
      ],
    },
  },
  {
    name: 'psych-counsel',
    platform: 'wechat',
    offers: ['consultation'],
    pages: {
      'pages/t/t': [
        '心理门诊',
        `<view>国家二级心理咨询师 / 精神科医师</view><view>擅长焦虑与睡眠障碍</view><view>视频问诊 50 分钟 300 元</view><view>填写主诉与病史</view><button>预约医生</button><view>处方由医师开具</view>`,
      ],
    },
  },
  {
    name: 'vaccination-slot',
    platform: 'wechat',
    offers: ['medical-booking'],
    pages: {
      'pages/v/v': [
        '社区卫生服务中心',
        `<view>HPV 疫苗预约</view><view>儿童接种</view><view>选择接种门诊</view><view>上午 30 个号</view><view>接种人</view><button>预约接种</button><view>请携带身份证按时到诊</view>`,
      ],
    },
  },
  {
    name: 'short-rent-city',
    platform: 'douyin',
    offers: ['property'],
    pages: {
      'pages/r/r': [
        '城里租',
        `<view>次卧 带独卫 1500/月</view><view>押一付一</view><view>房东直租 无中介费</view><view>可养宠物</view><view>地铁 2 号线 步行 6 分钟</view><button>约看房</button>`,
      ],
    },
  },
  {
    name: 'mountain-lodge',
    platform: 'douyin',
    offers: ['lodging'],
    pages: {
      'pages/l/l': [
        '云上木屋',
        `<calendar/><view>入住 12 月 3 日 周三</view><view>离店 12 月 4 日</view><view>观星木屋 1 张大床 含双早</view><view>剩 2 间</view><button bindtap="b">立即预订</button><view>入住人姓名</view>`,
        `Page({ b() { tt.pay({ orderInfo: {}, service: 5 }) } })`,
      ],
    },
  },
  {
    name: 'resume-wing',
    platform: 'douyin',
    offers: ['recruitment'],
    pages: {
      'pages/j/j': [
        '蓝领招工',
        `<view>电子厂普工 22 元/小时</view><view>年龄 18-45</view><view>管吃管住</view><view>今天就能面试</view><button>我要报名这个工作</button><view>企业已认证</view><view>投递记录</view>`,
      ],
    },
  },
  {
    name: 'chapter-hunter',
    platform: 'wechat',
    offers: ['novels'],
    pages: {
      'pages/s/s': [
        '夜读',
        `<view>男频 女频</view><view>新书榜 完本榜</view><view>已读 32%</view><view>第八十七章 破阵</view><view>自动购买下一章</view><view>书友评论</view>`,
      ],
    },
  },
  {
    name: 'quiz-for-firefighters',
    platform: 'wechat',
    offers: ['question-bank'],
    pages: {
      'pages/e/e': [
        '消防考证',
        `<view>真题模拟</view><view>多选题 第 12 题</view><view>你的答案 AC 正确答案 ABC</view><view>纠错</view><view>错题集</view><button>提交试卷</button><view>考前冲刺密卷</view>`,
      ],
    },
  },
  {
    name: 'concert-hall',
    platform: 'douyin',
    offers: ['tickets'],
    pages: {
      'pages/c/c': [
        '江畔音乐厅',
        `<view>维也纳室内乐团音乐会</view><view>12 月 6 日 19:45 开演</view><view>票价 180 / 280 / 480</view><view>每笔限购 4 张</view><button>选票</button><view>一人一证入场</view>`,
      ],
    },
  },
  {
    name: 'bike-town-tour',
    platform: 'wechat',
    offers: ['travel'],
    pages: {
      'pages/t/t': [
        '骑行小队',
        `<view>环湖骑行两日游</view><view>含住宿、领队、保险</view><view>集合：火车站南广场</view><view>11 月 28 日 成团</view><view>成人 ¥680 儿童 ¥480</view><button>报名出行</button>`,
      ],
    },
  },
  {
    name: 'home-food-board',
    platform: 'douyin',
    offers: ['recipes'],
    also: ['community'],
    pages: {
      'pages/r/r': [
        '今晚吃啥',
        `<view>番茄炒蛋</view><view>食材：番茄 2 个、鸡蛋 3 个</view><view>步骤 1 鸡蛋打散</view><view>小火慢炖 20 分钟</view><view>小贴士</view><view>收藏这道菜</view>`,
      ],
    },
  },
  {
    name: 'voice-room',
    platform: 'wechat',
    offers: ['chat'],
    also: ['live', 'dating'],
    pages: {
      'pages/v/v': [
        '声岛',
        `<view>语音房 03</view><view>上麦聊聊</view><view>匿名树洞</view><view>和陌生人匹配 3 分钟</view><view>私聊 TA</view>`,
        `const s = wx.connectSocket({ url: 'wss://v.example.com' })
Page({})`,
      ],
    },
  },
  {
    name: 'credit-cards',
    platform: 'wechat',
    offers: ['loans'],
    pages: {
      'pages/l/l': [
        '企业周转',
        `<view>经营贷 最高 300 万</view><view>随借随还 按日计息</view><view>凭营业执照申请</view><view>还款方式：先息后本</view><button>测算额度</button><view>由持牌机构放款</view>`,
      ],
    },
  },
  {
    name: 'robot-poet',
    platform: 'wechat',
    offers: ['ai'],
    pages: {
      'pages/p/p': [
        '机器诗人',
        `<textarea placeholder="给我一个意象"/><button bindtap="w">替我写首诗</button><view>以上文字由模型生成，仅供参考</view><view>语气 婉约 豪放</view><view>再写一首</view>`,
        `Page({ w() { wx.cloud.callFunction({ name: 'gpt', data: { prompt: '' } }) } })`,
      ],
    },
  },
  {
    name: 'charity-walk',
    platform: 'douyin',
    offers: ['charity'],
    pages: {
      'pages/w/w': [
        '捐步',
        `<view>捐出步数，企业配捐</view><view>乡村图书角项目</view><view>累计募得 82310 元</view><button>我也捐 5 元</button><view>善款拨付公示</view>`,
        `Page({ g() { tt.pay({ service: 5 }) } })`,
      ],
    },
  },
  {
    name: 'hotel-supply-inside',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/h/h': [
        '客房清洁登记',
        `<view>301 已打扫</view><view>302 待查房</view><view>布草领用</view><view>报修 空调</view><view>早班 王姐</view><button>提交登记</button>`,
      ],
    },
  },
  {
    name: 'pharmacy-school-alumni',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/a/a': [
        '药学院校友',
        `<view>98 级校友返校日</view><view>母校新建药物研究中心</view><view>校友名录</view><view>签到处在图书馆前</view><button>报名返校</button>`,
      ],
    },
  },
  {
    name: 'bus-line-status',
    platform: 'wechat',
    offers: [],
    also: ['lookup'],
    pages: {
      'pages/b/b': [
        '公交到站',
        `<view>12 路 开往火车站</view><view>还有 2 站 约 5 分钟</view><view>首班 6:00 末班 22:30</view><view>附近站点</view><button>到站提醒</button>`,
      ],
    },
  },
  {
    name: 'gym-of-words',
    platform: 'douyin',
    offers: ['translation'],
    also: ['question-bank', 'lessons'],
    pages: {
      'pages/w/w': [
        '拾词',
        `<view>今日新词 20</view><view>abandon 放弃</view><view>认识 / 不认识</view><view>例句发音</view><view>四级词汇</view><view>复习 35 个单词</view>`,
      ],
    },
  },
  {
    name: 'warehouse-scan',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/w/w': [
        '仓库扫码',
        `<view>入库</view><view>出库</view><view>库存盘点</view><view>货位 A-03-2</view><view>商品条码</view><button bindtap="s">扫一扫</button>`,
        `Page({ s() { wx.scanCode({}) } })`,
      ],
    },
  },
  {
    name: 'village-committee',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/v/v': [
        '村务公开',
        `<view>低保名单公示</view><view>医保缴费提醒：请到村委办理</view><view>贷款贴息政策解读</view><view>招聘护林员公告</view><view>党员活动</view>`,
      ],
    },
  },
  {
    name: 'wedding-invite',
    platform: 'wechat',
    offers: [],
    also: ['photography'],
    pages: {
      'pages/i/i': [
        '请柬',
        `<view>新郎 陈默 新娘 林夏</view><view>酒店：江景厅 三楼</view><view>婚礼时间</view><view>我们的相册</view><button>我会赴宴</button><view>送上祝福</view>`,
      ],
    },
  },
  {
    name: 'property-repairs',
    platform: 'wechat',
    offers: [],
    also: ['utilities', 'housekeeping'],
    pages: {
      'pages/p/p': [
        '物业报修',
        `<view>水管漏水</view><view>电梯异响</view><view>上传现场照片</view><view>报修进度</view><view>3 栋 2 单元 501</view><button>提交报修</button>`,
      ],
    },
  },
  {
    name: 'insurance-staff-training',
    platform: 'wechat',
    offers: [],
    also: ['lessons'],
    pages: {
      'pages/s/s': [
        '新人营',
        `<view>本周晨会</view><view>话术演练</view><view>早会签到</view><view>保险业的历史</view><view>周报提交</view>`,
      ],
    },
  },
  {
    name: 'chess-club-points',
    platform: 'wechat',
    offers: [],
    also: ['games'],
    pages: {
      'pages/c/c': [
        '棋社积分',
        `<view>会员等级分</view><view>本周对局安排</view><view>执黑胜</view><view>指导老师</view><view>棋社地址</view>`,
      ],
    },
  },
]
