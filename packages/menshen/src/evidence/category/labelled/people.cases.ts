/** Who teaches, heals, matches, entertains and advises. */
import type { LabelledProgram } from './program.ts'

export const PEOPLE: readonly LabelledProgram[] = [
  {
    name: 'corner-pharmacy',
    platform: 'wechat',
    offers: ['medicine'],
    also: ['shop', 'consultation'],
    pages: {
      'pages/shelf/shelf': [
        '康宁堂',
        `<view>家庭常备</view><view wx:for="{{meds}}">{{item.n}} {{item.spec}} ¥{{item.p}}</view><view>甲类 OTC</view><view>凭处方购买</view><button bindtap="buy">加购</button>`,
        `Page({ data: { meds: [{ n: '布洛芬缓释胶囊', spec: '0.3g×20 粒', p: 22 }, { n: '蒙脱石散', spec: '3g×10 袋', p: 16 }] }, buy() { wx.requestPayment({}) } })`,
      ],
      'pages/sheet/sheet': ['说明书', `<view>适应症</view><view>每日三次，饭后服</view><view>孕妇慎用</view><view>批准文号</view>`],
    },
  },
  {
    name: 'device-depot',
    platform: 'wechat',
    offers: ['medical-device'],
    also: ['shop', 'medicine'],
    pages: {
      'pages/d/d': [
        '家用器械',
        `<view>上臂式电子血压计</view><view>血糖仪试纸 50 片</view><view>制氧机 3L</view><view>械注准 20212</view><view>¥199</view><button bindtap="add">加入购物车</button>`,
        `Page({ add() { wx.showToast({ title: '已加入' }) } })`,
      ],
      'pages/o/o': [
        '订单确认',
        `<view>收货地址</view><button bindtap="pay">提交订单</button>`,
        `Page({ pay() { wx.requestPayment({}) } })`,
      ],
    },
  },
  {
    name: 'ask-a-doctor',
    platform: 'douyin',
    offers: ['consultation'],
    pages: {
      'pages/ask/ask': [
        '看医生',
        `<view>不舒服多久了</view><textarea placeholder="描述一下哪里不适、用过什么药"/><view>上传患处照片</view><view>接诊医生：赵医生 三甲 皮肤科</view><view>一次 30 元，48 小时内可追问</view><button>开始咨询医生</button>`,
      ],
    },
  },
  {
    name: 'clinic-line',
    platform: 'wechat',
    offers: ['medical-booking'],
    pages: {
      'pages/dept/dept': [
        '中心医院',
        `<view>内科</view><view>儿科</view><view>眼科</view><view>普通门诊 5 元</view><view>上午余号 8</view><view>就诊人：本人</view><button bindtap="book">挂这个号</button>`,
        `Page({ book() { wx.showModal({ title: '取号提醒', content: '请于就诊当天 8:30 前到分诊台报到' }) } })`,
      ],
      'pages/report/report': ['报告查询', `<view>检验报告</view><view>影像报告</view><view>住院缴费</view>`],
    },
  },
  {
    name: 'young-face',
    platform: 'wechat',
    offers: ['cosmetic-surgery'],
    also: ['beauty', 'consultation'],
    pages: {
      'pages/item/item': [
        '颜值中心',
        `<view>水光针 体验价 ¥680</view><view>瘦脸针</view><view>热玛吉紧致</view><view>隆鼻</view><view>医生面诊设计</view><view>术前须知</view><view>恢复期 7 天</view><button>预约面诊</button>`,
      ],
    },
  },
  {
    name: 'hair-room',
    platform: 'douyin',
    offers: ['beauty'],
    pages: {
      'pages/cut/cut': [
        '一间理发',
        `<view>洗剪吹 58</view><view>挑发型师</view><view>总监 / 首席</view><view>染发 含护理</view><view>睫毛嫁接</view><view>储值 500 送 80</view><button>约个时间</button>`,
      ],
    },
  },
  {
    name: 'iron-yard',
    platform: 'wechat',
    offers: ['fitness'],
    pages: {
      'pages/gym/gym': [
        '铁院健身',
        `<view>月卡 199</view><view>私教体验课</view><view>团课：动感单车</view><view>预约器械区</view><view>扫码进馆</view><view>教练张磊 擅长增肌</view><button>约课</button>`,
      ],
    },
  },
  {
    name: 'brush-lessons',
    platform: 'wechat',
    offers: ['lessons'],
    pages: {
      'pages/track/track': [
        '从零学水彩',
        `<video src="{{u}}"/><view>第 1 节 认识颜料（可试看）</view><view>第 2 节 湿画法</view><view>已更新 12/30 节</view><view>主讲：何老师</view><view>¥128 永久回看</view><button bindtap="buy">购买全部章节</button>`,
        `Page({ data: { u: '' }, buy() { wx.requestVirtualPayment({ mode: 'short_series_goods' }) } })`,
      ],
      'pages/my/my': ['学习记录', `<view>上次学到第 4 节</view><view>作业点评</view><view>课程笔记</view>`],
    },
  },
  {
    name: 'little-stage',
    platform: 'douyin',
    offers: ['training'],
    pages: {
      'pages/class/class': [
        '小舞台艺术',
        `<view>4-6 岁启蒙班</view><view>街舞 / 口才 / 书法</view><view>每周两次 线下上课</view><view>距您 1.2km 的校区</view><view>报班送舞鞋</view><input placeholder="孩子姓名"/><input placeholder="孩子年龄"/><button>约一节体验课</button>`,
      ],
    },
  },
  {
    name: 'math-ladder',
    platform: 'wechat',
    offers: ['k12'],
    also: ['lessons', 'training', 'question-bank'],
    pages: {
      'pages/grade/grade': [
        '步步高辅导',
        `<view>小升初衔接</view><view>初二数学 一对一</view><view>同步教材 人教版</view><view>中考压轴题精讲</view><view>名师带班</view><view>寒假班报名</view><button>免费试听</button>`,
      ],
    },
  },
  {
    name: 'nurse-drills',
    platform: 'wechat',
    offers: ['question-bank'],
    pages: {
      'pages/do/do': [
        '护考刷题',
        `<view>{{i}}/100</view><view>{{q.stem}}</view><view wx:for="{{q.opts}}" bindtap="pick">{{item}}</view><view>正确答案：{{q.key}}</view><view>解析</view><button bindtap="next">下一题</button><view>收藏本题</view>`,
        `Page({ data: { i: 1, q: { stem: '静脉输液时出现空气栓塞，应采取的体位是', opts: ['A. 左侧卧位', 'B. 右侧卧位'], key: 'A' } }, next() { this.setData({ i: 2 }) }, pick() {} })`,
      ],
      'pages/mock/mock': ['仿真考场', `<view>剩余时间 89:12</view><view>交卷</view><view>本次成绩 78 分</view><view>做错的题</view>`],
    },
  },
  {
    name: 'learner-driver',
    platform: 'wechat',
    offers: ['driving-school'],
    also: ['training', 'question-bank'],
    pages: {
      'pages/coach/coach': [
        '安达学车',
        `<view>C1 手动挡班 3280 元</view><view>C2 自动挡班</view><view>一人一车</view><view>训练场地址</view><view>预约练车</view><view>科目二 科目三 教练评分</view><button>报名学车</button>`,
      ],
    },
  },
  {
    name: 'stream-hall',
    platform: 'wechat',
    offers: ['live'],
    pages: {
      'pages/room/room': [
        '',
        `<live-player src="{{url}}"/><view>在线 {{n}}</view><view wx:for="{{barrage}}">{{item.nick}}：{{item.say}}</view><view bindtap="gift">送火箭</view><view>点亮关注</view><view>本场榜</view>`,
        `Page({ data: { url: '', n: 0, barrage: [{ nick: '小鹿', say: '主播唱首歌' }] }, onLoad() { wx.setNavigationBarTitle({ title: '晚八点开播' }) }, gift() { wx.requestPayment({}) } })`,
      ],
      'pages/apply/apply': ['成为主播', `<view>开播权限申请</view><live-pusher url=""/><button>开始直播</button>`],
    },
  },
  {
    name: 'town-square',
    platform: 'wechat',
    offers: ['community'],
    pages: {
      'pages/feed/feed': [
        '街坊圈',
        `<view wx:for="{{posts}}"><text>{{item.nick}}</text><text>{{item.body}}</text><text>{{item.zan}} 赞 · {{item.re}} 条回复</text></view><view bindtap="write">写点什么</view>`,
        `Page({ data: { posts: [] }, onShow() { wx.request({ url: 'https://s.example.com/posts', success: r => this.setData({ posts: r.data }) }) }, write() { wx.navigateTo({ url: '/pages/write/write' }) } })`,
      ],
      'pages/write/write': [
        '发一条',
        `<textarea placeholder="这一刻的想法，大家都看得到"/><view>加话题 #</view><view>选照片（最多九张）</view><button bindtap="send">发出去</button>`,
        `Page({ send() { wx.request({ url: 'https://s.example.com/posts', method: 'POST' }) } })`,
      ],
      'pages/one/one': ['详情', `<view>全部回复</view><input placeholder="友善回复一句"/><view>举报这条</view><view>拉黑作者</view>`],
    },
  },
  {
    name: 'know-how',
    platform: 'douyin',
    offers: ['qa'],
    also: ['community'],
    pages: {
      'pages/q/q': [
        '百问',
        `<view>谁能告诉我阳台漏水怎么办</view><view>5 个回答</view><view>最佳答案</view><button>写回答</button><view>邀请别人回答</view>`,
      ],
      'pages/new/new': ['提问', `<input placeholder="写下你的问题，以问号结尾"/><view>悬赏 20 分</view><button>发布问题</button>`],
    },
  },
  {
    name: 'two-hearts',
    platform: 'wechat',
    offers: ['dating'],
    pages: {
      'pages/see/see': [
        '缘来',
        `<view>{{who.nick}} 29 岁 · 170cm · 硕士</view><view>未婚</view><view>期待的 TA</view><button bindtap="like">心动</button><button>无感</button><view>看看谁对我有意思</view>`,
        `Page({ data: { who: { nick: '木子' } }, like() { wx.showModal({ title: '配对成功', content: '你们互相心动，可以开始聊天了' }) } })`,
      ],
      'pages/fill/fill': ['征婚资料', `<view>月收入</view><view>是否有房</view><view>婚姻状况</view><view>红娘牵线服务 ¥99</view>`],
    },
  },
  {
    name: 'echo-night',
    platform: 'douyin',
    offers: ['chat'],
    pages: {
      'pages/match/match': [
        '夜聊',
        `<view>正在为你寻找一个聊得来的人</view><view>只聊声音，不看脸</view><button>随机连线</button><view>换一个人</view><view>附近在线 231 人</view><view>和陌生人说晚安</view>`,
      ],
    },
  },
  {
    name: 'daily-wire',
    platform: 'wechat',
    offers: ['news'],
    pages: {
      'pages/front/front': [
        '今日要点',
        `<view>国务院常务会议部署</view><view>国际 · 多国领导人会晤</view><view>社会热点</view><view>本台记者报道</view><view>新闻早班车</view><view>24 小时滚动</view>`,
      ],
      'pages/read/read': ['新闻', `<view>来源：通讯社</view><view>编辑：李明</view><view>相关报道</view>`],
    },
  },
  {
    name: 'page-turner',
    platform: 'douyin',
    offers: ['novels'],
    pages: {
      'pages/book/book': [
        '书亭',
        `<view>仙侠 / 悬疑 / 都市</view><view>连载中 · 82 万字</view><view>最新：第 412 章 归途</view><button>开始看</button><view>加到书架</view><view>本章需 12 书币</view>`,
      ],
      'pages/read/read': ['', `<view>{{text}}</view><view>上一章</view><view>下一章</view><view>字体大小 夜间模式</view>`],
    },
  },
  {
    name: 'cinema-box',
    platform: 'wechat',
    offers: ['video'],
    pages: {
      'pages/film/film': [
        '影盒',
        `<video src="{{src}}"/><view>全 36 集</view><view>主演：</view><view>超清 1080P</view><view>电影 电视剧 综艺 动漫</view><view>看过的片子</view><view>选集 1 2 3 4</view>`,
      ],
    },
  },
  {
    name: 'one-minute-drama',
    platform: 'douyin',
    offers: ['short-drama'],
    pages: {
      'pages/play/play': [
        '剧场',
        `<video src="{{src}}"/><view>第 {{ep}} 集 / 共 86 集</view><view>看广告解锁 2 集</view><view>全集 19.9 元</view><view>闪婚后总裁追妻</view><button>下一集</button>`,
        `Page({ data: { src: '', ep: 1 } })`,
      ],
      'pages/list/list': ['追剧', `<view>逆袭</view><view>甜宠</view><view>战神归来</view><view>热播榜</view>`],
    },
  },
  {
    name: 'night-radio',
    platform: 'wechat',
    offers: ['music'],
    pages: {
      'pages/p/p': [
        '听',
        `<view>{{song.name}} - {{song.singer}}</view><slider/><view>歌词</view><view>随机播放</view><view>收藏的歌</view><view>每日推荐 30 首</view>`,
        `const bgm = wx.getBackgroundAudioManager()
Page({ data: { song: { name: '', singer: '' } }, play() { bgm.title = '歌'; bgm.src = 'https://m.example.com/1.mp3' } })`,
      ],
    },
  },
]
