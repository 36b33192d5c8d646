/** A third draught: programs of one short page, where a reader has little to go by. */
import type { LabelledProgram } from './program.ts'

export const THIRD: readonly LabelledProgram[] = [
  {
    name: 'fish-market',
    platform: 'wechat',
    offers: ['shop', 'food'],
    pages: {
      'pages/a/a': [
        '渔港直供',
        `<view>今早靠岸</view><view>东海带鱼 三条装</view><view>39.9 元</view><button>加入菜篮</button><view>顺丰冷链 次日达</view>`,
      ],
      'pages/b/b': [
        '结算',
        `<view>收件信息</view><view>共 2 件</view><button bindtap="p">付款</button>`,
        'Page({p(){wx.requestPayment({})}})',
      ],
    },
  },
  {
    name: 'piano-teacher',
    platform: 'wechat',
    offers: ['training'],
    pages: {
      'pages/a/a': [
        '小琴童',
        `<view>一对一钢琴陪练</view><view>线下琴房 3 间</view><view>课时卡 20 次</view><button>预约试听</button><view>王老师 音乐学院毕业</view>`,
      ],
    },
  },
  {
    name: 'dorm-laundry',
    platform: 'douyin',
    offers: ['housekeeping'],
    pages: {
      'pages/a/a': [
        '上门洗护',
        `<view>沙发清洗</view><view>保洁 2 小时</view><view>师傅上门时间</view><view>¥99 起</view><button>下单预约</button>`,
      ],
    },
  },
  {
    name: 'eye-hospital',
    platform: 'wechat',
    offers: ['medical-booking'],
    pages: {
      'pages/a/a': [
        '光明眼科',
        `<view>近视门诊</view><view>选医生</view><view>周三上午 剩余 6 个号</view><view>绑定就诊卡</view><button>确认挂号</button>`,
      ],
    },
  },
  {
    name: 'tax-helper',
    platform: 'wechat',
    offers: ['calculators'],
    pages: {
      'pages/a/a': ['个税小算盘', `<input placeholder="税前工资"/><view>五险一金</view><view>税后到手</view><button>计算</button>`],
    },
  },
  {
    name: 'board-games',
    platform: 'wechat',
    offers: ['games'],
    pages: {
      'pages/a/a': [
        '数独挑战',
        `<view>初级 中级 高级</view><view>第 12 关</view><view>用时 03:12</view><view>提示 2 次</view><button>重新开始</button>`,
      ],
    },
  },
  {
    name: 'quit-job',
    platform: 'douyin',
    offers: ['recruitment'],
    pages: {
      'pages/a/a': [
        '好工作',
        `<view>外卖骑手 月入 8 千</view><view>五险 包住</view><view>面试地址</view><button>立即报名应聘</button><view>我的投递</view>`,
      ],
    },
  },
  {
    name: 'stock-chat',
    platform: 'wechat',
    offers: ['investment'],
    pages: {
      'pages/a/a': [
        '看盘',
        `<view>上证 3012.4 +0.6%</view><view>自选股</view><view>今日涨停板</view><view>K 线 日 周 月</view><button>加自选</button>`,
      ],
    },
  },
  {
    name: 'kid-stories',
    platform: 'wechat',
    offers: ['music'],
    pages: {
      'pages/a/a': [
        '睡前故事',
        `<audio src="{{u}}"/><view>正在播放 小红帽</view><view>上一首 下一首</view><view>播放列表</view><view>定时关闭</view>`,
      ],
    },
  },
  {
    name: 'wood-rent',
    platform: 'douyin',
    offers: ['property'],
    pages: {
      'pages/a/a': [
        '合租吧',
        `<view>主卧带阳台 1800/月</view><view>女生合租</view><view>押一付三</view><view>近 3 号线</view><button>联系房东</button>`,
      ],
    },
  },
  {
    name: 'town-forum',
    platform: 'wechat',
    offers: ['community'],
    pages: { 'pages/a/a': ['本地论坛', `<view>置顶 邻居聚会</view><view>发帖</view><view>回复 32 浏览 900</view><view>版主</view>`] },
  },
  {
    name: 'match-maker',
    platform: 'douyin',
    offers: ['dating'],
    pages: {
      'pages/a/a': ['牵手吧', `<view>男 32 岁 离异</view><view>希望对方 25-30 岁</view><view>红娘帮我约</view><button>打个招呼</button>`],
    },
  },
  {
    name: 'fund-school',
    platform: 'wechat',
    offers: ['lessons'],
    pages: {
      'pages/a/a': [
        '理财小白课',
        `<video/><view>共 15 讲</view><view>第 1 讲 什么是复利</view><view>讲师</view><button>立即购买课程</button><view>课程评价</view>`,
      ],
    },
  },
  {
    name: 'pottery-diary',
    platform: 'wechat',
    offers: [],
    pages: { 'pages/a/a': ['陶艺日记', `<view>今天拉坯成功</view><view>釉料配方</view><view>窑温曲线</view><view>只有我能看到</view>`] },
  },
  {
    name: 'lab-reagents',
    platform: 'wechat',
    offers: [],
    pages: { 'pages/a/a': ['试剂台账', `<view>入库登记</view><view>领用人</view><view>有效期提醒</view><view>危化品双人双锁</view>`] },
  },
  {
    name: 'bank-museum',
    platform: 'wechat',
    offers: [],
    pages: { 'pages/a/a': ['钱庄旧影', `<view>票号的故事</view><view>汇通天下</view><view>展厅三 借贷契约</view><view>语音导览</view>`] },
  },
  {
    name: 'hospital-canteen',
    platform: 'wechat',
    offers: ['restaurant'],
    pages: {
      'pages/a/a': [
        '医院食堂订餐',
        `<view>病房送餐</view><view>低盐套餐 18 元</view><view>糖尿病餐</view><view>送餐时间 11:30</view><button>下单</button>`,
      ],
    },
  },
  {
    name: 'drama-club',
    platform: 'wechat',
    offers: [],
    pages: { 'pages/a/a': ['话剧社排练', `<view>周四 第二幕走位</view><view>道具清单</view><view>签到</view><view>角色分配</view>`] },
  },
]
