/** Programs whose words point at a trade that they do not carry on, and template modules that nobody opens. */
import type { LabelledProgram } from './program.ts'

export const TEMPTING: readonly LabelledProgram[] = [
  {
    name: 'factory-news-of-medicine',
    platform: 'wechat',
    offers: [],
    also: [],
    pages: {
      'pages/list/list': [
        '企业动态',
        `<view wx:for="{{list}}">{{item}}</view>`,
        `Page({ data: { list: ['公司获得药品生产质量管理规范认证', '感冒药车间技改完成', '董事长会见来访医生代表团', '我司血压计项目获科技奖'] } })`,
      ],
      'pages/about/about': ['关于我们', `<view>我们为药店和医院提供包装机械。</view><view>联系电话 010-00000000</view>`],
    },
  },
  {
    name: 'game-with-shop-look',
    platform: 'douyin',
    offers: ['games'],
    pages: {
      'pages/g/g': [
        '小镇杂货铺',
        `<canvas id="c"/><view>第 3 关：帮老板娘理货</view><view>货架升级</view><view>金币 120</view><view>顾客满意度</view><button>开始营业</button><view>过关得三颗星</view>`,
        `Page({ data: {} })`,
      ],
      'pages/shop/shop': [
        '道具店',
        `<view>锤子 50 金币</view><view>体力瓶 30 金币</view><button>用金币换</button><view>通关奖励翻倍</view>`,
      ],
    },
  },
  {
    name: 'office-approvals',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/a/a': [
        '审批',
        `<view>待审批</view><view>已通过</view><view>采购订单 3 份</view><view>借款单：出差借支 2000 元</view><view>还款核销</view><view>请假</view>`,
      ],
      'pages/b/b': ['订单状态', `<view>待发货</view><view>已签收</view><view>对账单</view><view>供应商</view>`],
    },
  },
  {
    name: 'clinic-timetable-for-staff',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/s/s': ['护士排班', `<view>早班 中班 夜班</view><view>换班申请</view><view>本周门诊值班：李护士</view><view>交接班记录</view>`],
    },
  },
  {
    name: 'pill-reminder',
    platform: 'wechat',
    offers: [],
    also: ['calculators'],
    pages: {
      'pages/r/r': [
        '按时吃药',
        `<view>早饭后 降压药 1 片</view><view>添加一条提醒</view><view>今天已服 2 次</view><button>打卡</button><view>本程序不销售药品，也不提供诊疗建议</view>`,
      ],
    },
  },
  {
    name: 'school-noticeboard',
    platform: 'wechat',
    offers: [],
    also: ['school'],
    pages: {
      'pages/n/n': [
        '班级通知',
        `<view>家长会 周五 15:00</view><view>本周课程安排</view><view>语文老师 陈老师</view><view>期末考试时间</view><view>校服费收缴请联系班主任</view>`,
      ],
    },
  },
  {
    name: 'museum-guide',
    platform: 'douyin',
    offers: [],
    also: ['scenic', 'tickets'],
    pages: {
      'pages/m/m': [
        '馆内导览',
        `<view>一层 青铜馆</view><view>二层 书画馆</view><view>语音讲解</view><view>免费开放，无需购票</view><view>周一闭馆</view><view>古代货币：交子、银票与当铺借贷</view>`,
      ],
    },
  },
  {
    name: 'novel-club-attendance',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/c/c': [
        '读书会签到',
        `<view>本月共读《边城》</view><view>读到第 6 章</view><view>线下活动 周日下午</view><button>签到</button><view>分享人：老周</view>`,
      ],
    },
  },
  {
    name: 'weather-almanac',
    platform: 'wechat',
    offers: ['calculators'],
    also: ['lookup'],
    pages: {
      'pages/w/w': [
        '天气历',
        `<view>今日 多云 12~19℃</view><view>农历十月初二</view><view>空气质量 良</view><view>紫外线 弱</view><view>未来七天</view><view>节气：小雪</view>`,
      ],
    },
  },
  {
    name: 'anti-fraud-class',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/f/f': [
        '反诈课堂',
        `<view>警惕“无抵押、秒到账”的网络贷款</view><view>刷单返利都是骗局</view><view>不要相信带你炒股的老师</view><view>虚拟币投资骗局案例</view><view>遇到诈骗请拨 96110</view><button>做个小测验</button>`,
      ],
    },
  },
  {
    name: 'mortgage-sums',
    platform: 'wechat',
    offers: ['calculators'],
    pages: {
      'pages/m/m': [
        '房贷计算',
        `<view>等额本息</view><view>等额本金</view><input placeholder="贷款总额（万元）"/><input placeholder="年数"/><button>算一算</button><view>每月应还</view><view>利息合计</view>`,
        `Page({ })`,
      ],
    },
  },
  {
    name: 'parcel-shelf-only',
    platform: 'wechat',
    offers: ['shop'],
    pages: {
      'pages/o/o': [
        '订单详情',
        `<view>顺丰 已揽收</view><view>快递单号 复制</view><view>司机正在派送</view><view>商品合计 ¥66</view><view>申请售后</view><view>再次购买</view>`,
      ],
      'pages/i/i': ['瓷器小铺', `<view>手绘盖碗</view><view>¥66</view><button>加购物车</button><view>去结算</view>`],
    },
  },
  {
    name: 'gym-mall-template-left-inside',
    platform: 'wechat',
    offers: ['fitness', 'live'],
    also: ['shop', 'distribution'],
    pages: {
      'pages/gym/gym': [
        '动起来',
        `<view>瑜伽小班</view><view>普拉提</view><view>次卡 10 次 ¥600</view><view>教练排课表</view><button>预约这节课</button><view>门店停车</view>`,
      ],
    },
    orphans: {
      'pages/live/room': [
        '直播间',
        `<live-player src="{{u}}"/><view>主播在线讲解</view><view>观看人数</view><view>发弹幕</view><view>打赏</view>`,
        `Page({ data: { u: '' } })`,
      ],
      'pages/live/list': ['直播列表', `<view>正在直播</view><view>直播预告</view><view>看回放</view>`],
    },
  },
  {
    name: 'shop-with-hidden-loans',
    platform: 'wechat',
    offers: ['shop', 'loans'],
    pages: {
      'pages/i/i': [
        '木器作坊',
        `<view>榆木小凳 ¥120</view><view>手工筷子 ¥35</view><button bindtap="c">加入购物车</button><view>立即下单</view>`,
        `Page({ c() { wx.requestPayment({}) } })`,
      ],
      'pages/cart/cart': ['购物车', `<view>全选</view><view>去结算</view><view>收货地址</view>`],
    },
    orphans: {
      'pages/jie/jie': [
        '借钱',
        `<view>可借 50,000 元</view><view>借 12 个月</view><view>月利率 1.2%</view><view>还款计划表</view><button>马上借</button><view>放款到银行卡</view>`,
      ],
    },
  },
  {
    name: 'bistro-with-hidden-board',
    platform: 'douyin',
    offers: ['restaurant', 'community'],
    pages: {
      'pages/m/m': [
        '小酒馆菜单',
        `<view>炭烤猪颈肉 48</view><view>柠檬茶 18</view><view>堂食点单</view><view>桌号</view><button>下单</button>`,
      ],
    },
    orphans: {
      'pages/bbs/list': ['吃货论坛', `<view>最新帖子</view><view>发帖</view><view>楼主</view><view>12 条回复</view><view>点赞</view>`],
      'pages/bbs/post': ['发表帖子', `<input placeholder="帖子标题"/><textarea placeholder="帖子正文"/><button>发布</button>`],
    },
  },
  {
    name: 'coupon-of-a-cafe',
    platform: 'wechat',
    offers: ['restaurant'],
    also: ['shop'],
    pages: {
      'pages/c/c': [
        '咖啡与书',
        `<view>拿铁 大杯 少冰</view><view>到店自取</view><view>取餐码 8831</view><view>满 30 减 5 券</view><button>去点单</button>`,
      ],
      'pages/b/b': ['店内活动', `<view>本周读诗会，欢迎带上你喜欢的小说</view><view>周五有乐队演出，免费</view>`],
    },
  },
  {
    name: 'company-card',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/c/c': [
        '公司名片',
        `<view>专注金融机具与保险柜制造二十年</view><view>客户：多家银行与基金公司</view><view>招贤纳士请发邮件</view><view>地址</view><button bindtap="call">拨打电话</button>`,
        `Page({ call() { wx.makePhoneCall({ phoneNumber: '000' }) } })`,
      ],
    },
  },
  {
    name: 'meeting-rooms',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/r/r': [
        '会议室',
        `<view>301 可容纳 12 人</view><view>投影仪</view><view>选择时段</view><button>预订</button><view>我的预订</view><view>参会人</view>`,
      ],
    },
  },
  {
    name: 'travel-diary',
    platform: 'douyin',
    offers: [],
    also: ['calculators'],
    pages: {
      'pages/d/d': [
        '我的足迹',
        `<view>在民宿醒来，海边日出</view><view>坐高铁去看演唱会</view><view>只有自己看得到</view><button>写日记</button><view>共去过 12 座城市</view>`,
      ],
    },
  },
  {
    name: 'component-showcase',
    platform: 'wechat',
    offers: [],
    pages: {
      'pages/b/b': [
        '组件示例',
        `<button>主要按钮</button><button>次要按钮</button><view>购物车图标</view><view>评论图标</view><view>音乐图标</view><slider/><switch/>`,
      ],
      'pages/c/c': ['商品卡片', `<view>商品标题</view><view>描述信息</view><view>这里是占位内容</view>`],
    },
  },
]
