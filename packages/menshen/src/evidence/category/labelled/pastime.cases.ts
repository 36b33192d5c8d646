/** Who foretells, plays, computes, helps and hires. */
import type { LabelledProgram } from './program.ts'

export const PASTIME: readonly LabelledProgram[] = [
  {
    name: 'star-teller',
    platform: 'wechat',
    offers: ['fortune-telling'],
    pages: {
      'pages/t/t': [
        '知命',
        `<view>请选择出生年月日时</view><view>阳历 / 农历</view><button>排盘</button><view>桃花运</view><view>事业运</view><view>抽一支签</view><view>大师详批 ¥29.9</view>`,
      ],
    },
  },
  {
    name: 'ball-numbers',
    platform: 'wechat',
    offers: ['lottery'],
    pages: {
      'pages/pick/pick': [
        '号码助手',
        `<view>前区 35 选 5</view><view>后区 12 选 2</view><view>机选一注</view><view>近 100 期冷热号</view><view>一等奖 3 注 每注 812 万</view><view>胆码 拖码</view>`,
      ],
    },
  },
  {
    name: 'block-drop',
    platform: 'douyin',
    offers: ['games'],
    pages: {
      'pages/g/g': [
        '消消方块',
        `<canvas id="c"/><view>关卡 {{lv}}</view><view>剩余步数 18</view><view>复活</view><view>好友排行</view><button>再来一局</button>`,
        `Page({ data: { lv: 1 } })`,
      ],
    },
  },
  {
    name: 'gem-topup',
    platform: 'wechat',
    offers: ['game-topup'],
    pages: {
      'pages/t/t': [
        '点卡直充',
        `<view>选择游戏</view><view>选择大区服务器</view><input placeholder="角色 ID"/><view>60 钻石 6 元</view><view>648 档</view><button bindtap="pay">直充到账</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'vip-pass',
    platform: 'wechat',
    offers: ['virtual-goods'],
    pages: {
      'pages/v/v': [
        '会员中心',
        `<view>年费会员 ¥98</view><view>季卡 ¥30</view><view>免广告</view><view>专属模板随便用</view><view>到期自动续费，可随时取消</view><button bindtap="pay">开通会员</button>`,
        `Page({ pay() { wx.requestVirtualPayment({}) } })`,
      ],
    },
  },
  {
    name: 'ink-helper',
    platform: 'douyin',
    offers: ['ai'],
    pages: {
      'pages/w/w': [
        '写作帮',
        `<textarea placeholder="告诉我主题，我来写初稿"/><view>风格：小红书体 / 公文</view><button bindtap="go">让 AI 写</button><view>本内容由人工智能生成</view><view>换个说法再来一版</view><view>今日还可用 5 次</view>`,
        `Page({ go() { tt.request({ url: 'https://llm.example.com/v1/chat/completions', method: 'POST', data: { messages: [] } }) } })`,
      ],
    },
  },
  {
    name: 'id-photo',
    platform: 'wechat',
    offers: ['image-tools'],
    pages: {
      'pages/p/p': [
        '标准照',
        `<view>一寸 / 二寸 / 签证</view><view>底色 白 蓝 红</view><view>自动去背景</view><button bindtap="take">选一张照片</button><button>保存到相册</button>`,
        `Page({ take() { wx.chooseMedia({ count: 1 }) } })`,
      ],
    },
  },
  {
    name: 'penny-book',
    platform: 'wechat',
    offers: ['calculators'],
    pages: {
      'pages/b/b': [
        '小账本',
        `<view>今天花了</view><view>餐饮 交通 房租</view><view>本月结余</view><button>记一笔支出</button><view>年度账单</view>`,
      ],
    },
  },
  {
    name: 'show-of-hands',
    platform: 'wechat',
    offers: ['voting'],
    pages: {
      'pages/n/n': [
        '快投',
        `<input placeholder="投票主题"/><input placeholder="选项一"/><view>+ 加一个选项</view><view>每人最多选几项</view><view>匿名投票</view><button>发起</button>`,
        `Page({ onShareAppMessage() { return { title: '来投一票' } } })`,
      ],
      'pages/r/r': ['结果', `<view>共 32 票</view><view>谁投了</view>`],
    },
  },
  {
    name: 'warm-hands',
    platform: 'wechat',
    offers: ['charity'],
    pages: {
      'pages/c/c': [
        '暖手公益',
        `<view>目标 50000 元 已筹 31240 元</view><view>1280 人次爱心</view><button bindtap="give">我来捐一份</button><view>项目进展与账目公示</view><view>捐款证书</view>`,
        `Page({ give() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'law-desk',
    platform: 'douyin',
    offers: ['legal'],
    pages: {
      'pages/l/l': [
        '法帮',
        `<view>婚姻 债务 工伤</view><view>王律师 执业 12 年</view><view>打电话问律师 15 分钟 49 元</view><view>帮写起诉状</view><view>合同把关</view><button>说说你的纠纷</button>`,
      ],
    },
  },
  {
    name: 'tidy-aunt',
    platform: 'wechat',
    offers: ['housekeeping'],
    pages: {
      'pages/h/h': [
        '到家',
        `<view>擦玻璃</view><view>油烟机清洗</view><view>住家保姆</view><view>育儿嫂</view><view>4 小时 160 元</view><button>约阿姨上门</button><view>服务时长</view>`,
      ],
    },
  },
  {
    name: 'shutter-day',
    platform: 'wechat',
    offers: ['photography'],
    pages: {
      'pages/s/s': [
        '拾光影像',
        `<view>婚纱照 / 写真 / 宝宝照</view><view>精修 20 张</view><view>服装两套</view><view>摄影师档期</view><view>客片欣赏</view><button>约拍</button>`,
      ],
    },
  },
  {
    name: 'paw-house',
    platform: 'douyin',
    offers: ['pets'],
    pages: {
      'pages/p/p': [
        '毛孩之家',
        `<view>猫咪洗澡 68</view><view>狗狗美容修毛</view><view>出差寄养 每天 50</view><view>驱虫</view><view>宝贝体重</view><button>预约到店</button>`,
      ],
    },
  },
  {
    name: 'work-near',
    platform: 'wechat',
    offers: ['recruitment'],
    pages: {
      'pages/j/j': [
        '家门口上班',
        `<view wx:for="{{jobs}}">{{item.t}} {{item.pay}}</view><view>包吃住</view><view>日结</view><button bindtap="send">把简历发给老板</button><view>面试邀约</view>`,
        `Page({ data: { jobs: [{ t: '仓库分拣员', pay: '5000-6500 元/月' }, { t: '收银员', pay: '180 元/天' }] }, send() {} })`,
      ],
      'pages/cv/cv': ['在线简历', `<view>工作经历</view><view>到岗时间</view><view>期望城市</view>`],
    },
  },
  {
    name: 'meter-pay',
    platform: 'wechat',
    offers: ['utilities'],
    pages: {
      'pages/m/m': [
        '缴费厅',
        `<view>电费</view><view>水费</view><view>燃气</view><input placeholder="输入户号"/><view>欠费 43.20 元</view><button bindtap="pay">去缴费</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'sim-counter',
    platform: 'wechat',
    offers: ['phone-cards'],
    pages: {
      'pages/s/s': [
        '选号办卡',
        `<view>月租 29 元 全国流量 100G</view><view>挑个手机号</view><view>靓号专区</view><view>实名激活</view><button>免费领卡</button><view>携号转网</view>`,
      ],
    },
  },
  {
    name: 'word-bridge',
    platform: 'douyin',
    offers: ['translation'],
    pages: {
      'pages/t/t': [
        '译桥',
        `<textarea placeholder="要译的话"/><view>中文 ⇄ 日语</view><button>翻成日语</button><view>按住说话</view><view>拍菜单翻译</view><view>例句 音标</view>`,
      ],
    },
  },
  {
    name: 'ladder-team',
    platform: 'wechat',
    offers: ['distribution'],
    also: ['shop', 'affiliate'],
    pages: {
      'pages/t/t': [
        '合伙人',
        `<view>我的团队 18 人</view><view>一级伙伴 / 二级伙伴</view><view>可提现佣金 ¥230</view><button>生成推广海报</button><view>推荐人</view><view>佣金明细</view>`,
      ],
    },
  },
  {
    name: 'deal-pig',
    platform: 'wechat',
    offers: ['affiliate'],
    pages: {
      'pages/d/d': [
        '省钱猪',
        `<view>内部优惠券 满 99 减 40</view><view>到手价 59</view><view>某宝同款</view><button bindtap="cp">复制口令去买</button><view>返 3.2 元</view>`,
        `Page({ cp() { wx.setClipboardData({ data: '￥AbCdEf￥' }) } })`,
      ],
    },
  },
  {
    name: 'clean-clip',
    platform: 'wechat',
    offers: ['watermark'],
    pages: {
      'pages/c/c': [
        '视频提取',
        `<textarea placeholder="把分享链接粘到这里"/><button bindtap="go">提取无水印视频</button><view>支持各大短视频平台</view><button>存到相册</button>`,
        `Page({ go() { wx.saveVideoToPhotosAlbum({ filePath: '' }) } })`,
      ],
    },
  },
  {
    name: 'climb-rank',
    platform: 'wechat',
    offers: ['boosting'],
    pages: {
      'pages/b/b': [
        '上分车队',
        `<view>星耀到王者 一口价</view><view>包赢不掉分</view><view>代打安全不封号</view><view>当前段位</view><view>目标段位</view><button>找打手</button>`,
      ],
    },
  },
]
