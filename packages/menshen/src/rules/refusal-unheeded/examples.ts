import { answered, call, type Example, finger, sketchMove, sketchPass, sketchRun, tapped, went } from '../kit.ts'

const view = { 'pages/a/a.wxml': '<button bindtap="go">附近</button>' }

// What follows a no is decided elsewhere than in its callback: only a run shows it.
const shop = {
  'pages/a/a.wxml': '<button bindtap="go">附近</button>',
  'pages/a/a.js':
    'const acts = { near() { wx.getLocation({}) }, away() { wx.navigateBack() } }\nPage({ go() { this.act("near") }, act(k) { acts[k]() } })',
  'pages/b/b.wxml': '<view>目录</view>',
  'pages/b/b.js': 'Page({})',
}
const open = { do: 'open', route: 'pages/a/a', query: '' } as const
const tap = { do: 'tap', selector: 'button{附近}', text: '附近' } as const
const idle = { do: 'wait', milliseconds: 2000 } as const
const asked = (id: number, cause = tapped(1), answer = 'fail auth deny') =>
  [
    { ...call('getLocation', { id, at: 'pages/a/a.js:1:28', cause, answer }), page: 'pages/a/a' },
    {
      kind: 'prompt',
      prompt: 0,
      sort: 'permission',
      api: 'getLocation',
      title: '“邻里” 申请',
      text: '获取你的位置信息',
      buttons: ['拒绝', '允许'],
      call: id,
      id: id + 1,
    },
    { kind: 'prompt-closed', prompt: id + 1, choice: answer === 'ok' ? 'allow' : 'deny', by: 'profile', id: id + 2 },
  ] as const
const finding = finger('附近', 'go', 1)
const home = { texts: ['附近的店', '附近'], tappables: [{ text: '附近', selector: 'button{附近}' }, '目录', '说明'] }

export const examples: readonly Example[] = [
  {
    name: { zh: '被拒绝就隔一秒再要', en: 'asked again a second after the refusal' },
    files: { ...view, 'pages/a/a.js': 'Page({ go() { wx.getLocation({ fail: () => setTimeout(() => this.go(), 1000) }) } })' },
    expect: [{ message: 'asked-again', excerpt: 'wx.getLocation', verdict: 'violation' }],
  },
  {
    name: { zh: '拿到头像后又拉起一次', en: 'the profile is asked for once more' },
    files: {
      'pages/a/a.ttml': '<button bindtap="go">登录</button>',
      'pages/a/a.js':
        'const ask = () => new Promise((success, fail) => tt.getUserProfile({ success, fail }))\nPage({ go() { ask().then(() => ask()).then((r) => this.setData(r)) } })',
    },
    expect: [{ message: 'granted-again', file: 'pages/a/a.js', excerpt: 'tt.getUserProfile', verdict: 'violation' }],
  },
  {
    name: { zh: '拒绝定位就退出', en: 'refusing the position ends the program' },
    files: { ...view, 'pages/a/a.js': 'Page({ go() { wx.getLocation({ fail() { wx.exitMiniProgram({}) } }) } })' },
    expect: [{ message: 'sent-away', excerpt: 'wx.exitMiniProgram', verdict: 'violation' }],
  },
  {
    name: { zh: '没有授权头像就进不来', en: 'no entry without the profile' },
    files: {
      ...view,
      'pages/login/login.wxml': '<button>授权</button>',
      'app.js':
        "App({ onLaunch() { wx.getSetting({ success: (r) => { if (!r.authSetting['scope.userInfo']) wx.reLaunch({ url: '/pages/login/login' }) } }) } })",
    },
    expect: [{ message: 'sent-away', file: 'app.js', verdict: 'violation' }],
  },
  {
    name: { zh: '手机号弹层拒绝后又弹出', en: 'the phone layer comes back' },
    files: {
      'pages/a/a.ttml': '<view tt:if="{{open}}"><button open-type="getPhoneNumber" bindgetphonenumber="got">手机号授权登录</button></view>',
      'pages/a/a.js':
        'Page({ data: { open: true }, got(e) { this.setData({ open: false }); if (!e.detail.code) setTimeout(() => this.setData({ open: true }), 800) } })',
    },
    expect: [{ message: 'comes-back' }],
  },
  {
    name: { zh: '拒绝后换成手动选择；再次说明、点确定才去设置', en: 'a choice by hand; the settings only after another word and a tap' },
    files: {
      ...view,
      'pages/a/a.js':
        "Page({ data: { pick: false }, go() { wx.getLocation({ fail: () => { this.setData({ pick: true }); wx.showModal({ content: '打开设置可按距离排序', success: (r) => { if (r.confirm) wx.openSetting({}) } }) } }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时：拒绝后两秒又自己来要', en: 'seen in a run: asked again by itself two seconds after a no' },
    files: shop,
    run: sketchRun(
      sketchPass(
        { kind: 'taps', profile: 'deny-all' },
        sketchMove(open, { screen: home }),
        sketchMove(tap, { records: [finding, ...asked(10)], screen: home }),
        sketchMove(idle, {
          records: [
            call('getLocation', {
              at: 'pages/a/a.js:1:28',
              cause: {
                ...tapped(1),
                kind: 'timer',
                tap: null,
                formerTap: 1,
                ended: 'time',
                chain: ['tap', 'getLocation', 'setTimeout 2000'],
              },
            }),
          ],
          screen: home,
        }),
      ),
    ),
    expect: [{ message: 'asked-again', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '运行时：拒绝后用户自己再点一次', en: 'seen in a run: the user taps again after a no' },
    files: shop,
    run: sketchRun(
      sketchPass(
        { kind: 'taps', profile: 'deny-all' },
        sketchMove(open, { screen: home }),
        sketchMove(tap, { records: [finding, ...asked(10)], screen: home }),
        sketchMove(tap, { records: [finger('附近', 'go', 20), ...asked(30, tapped(20))], screen: home }),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '运行时：拒绝位置就被送走', en: 'seen in a run: a no to the position, and the page leaves' },
    files: shop,
    run: sketchRun(
      sketchPass(
        { kind: 'taps', profile: 'deny-all' },
        sketchMove(open, { screen: home }),
        sketchMove(tap, {
          records: [finding, ...asked(10), went('pages/b/b', { at: 'pages/a/a.js:1:64', action: 'navigateBack', cause: tapped(12) })],
          screen: { route: 'pages/b/b', texts: ['目录'] },
        }),
      ),
    ),
    expect: [{ message: 'sent-away', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '运行时：拒绝后去选城市', en: 'seen in a run: a no leads to a choice of towns' },
    files: shop,
    run: sketchRun(
      sketchPass(
        { kind: 'taps', profile: 'deny-all' },
        sketchMove(open, { screen: home }),
        sketchMove(tap, {
          records: [finding, ...asked(10), went('pages/city/city', { action: 'redirectTo', cause: tapped(12) })],
          screen: { route: 'pages/city/city', texts: ['临溪', '白沙'] },
        }),
      ),
    ),
    expect: [],
  },
  ...(['', '手动选城市'] as const).map(
    (instead): Example => ({
      name: instead
        ? { zh: '运行时：拒绝后可以手动选城市', en: 'seen in a run: after a no a town can be chosen' }
        : { zh: '运行时：拒绝后页面空着，只说需要位置', en: 'seen in a run: after a no the page only says that it needs the position' },
      files: shop,
      run: sketchRun(
        sketchPass(
          { kind: 'taps', profile: 'accept-all' },
          sketchMove(open, { screen: { texts: ['附近'], tappables: home.tappables.slice(0, 1) } }),
          sketchMove(tap, { records: [finding, ...asked(10, tapped(1), 'ok')], screen: { texts: ['附近', '东街店', '西街店'] } }),
        ),
        sketchPass(
          { kind: 'taps', profile: 'deny-all' },
          sketchMove(open, { screen: { texts: ['附近'], tappables: home.tappables.slice(0, 1) } }),
          sketchMove(tap, {
            records: [finding, ...asked(10)],
            screen: {
              texts: ['附近', '需要位置才能看门店', instead],
              tappables: [...home.tappables.slice(0, 1), ...(instead ? [instead] : [])],
            },
          }),
        ),
      ),
      expect: instead ? [] : [{ message: 'nothing-left', excerpt: 'getLocation', file: 'pages/a/a.js', verdict: 'violation' }],
    }),
  ),
  ...([false, true] as const).map((leaves): Example => {
    const ask = { text: '手机号授权登录', selector: 'button{手机号授权登录}', openType: 'getPhoneNumber' }
    return {
      name: leaves
        ? { zh: '运行时：退出登录之后再要手机号', en: 'seen in a run: asked anew after signing out' }
        : { zh: '运行时：登录成功，回来又是授权层', en: 'seen in a run: signed in, and the layer is back' },
      files: { ...shop, 'pages/a/a.wxml': '<button bindtap="go">附近</button><button open-type="getPhoneNumber">手机号授权登录</button>' },
      run: sketchRun(
        sketchPass(
          { kind: 'walk' },
          sketchMove(open, { screen: { texts: ['附近'], tappables: ['附近'] } }),
          sketchMove(tap, { records: [finding], screen: { texts: ['附近'], tappables: ['附近', ask], state: { view: 1 } } }),
          sketchMove(
            { do: 'tap', selector: ask.selector, text: ask.text },
            {
              records: [
                { ...call('button.getPhoneNumber', { id: 2, cause: tapped(1), answer: 'ok' }), page: 'pages/a/a', view: 1 },
                answered('https://shop.example.org/phone', { method: 'POST' }),
                went('pages/b/b', {}),
              ],
              screen: { route: 'pages/b/b', texts: ['我的'], tappables: ['退出登录'] },
            },
          ),
          ...(leaves
            ? [sketchMove({ do: 'tap', selector: 'x', text: '退出登录' }, { screen: { route: 'pages/b/b', texts: ['游客'] } })]
            : []),
          sketchMove({ do: 'back' }, { screen: { route: 'pages/a/a', texts: ['附近'], tappables: ['附近', ask], state: { view: 1 } } }),
        ),
      ),
      expect: leaves ? [] : [{ message: 'comes-back', page: 'pages/a/a', verdict: 'violation' }],
    }
  }),
  {
    name: {
      zh: '记下的和读取的不是同一个名字，每次进来都再问手机号',
      en: 'remembered under one name and looked up under another: asked at each visit',
    },
    platform: 'douyin',
    files: {
      'pages/a/a.ttml':
        '<view tt:if="{{ask}}"><button open-type="getPhoneNumber" bindgetphonenumber="got">手机号登录</button><text bindtap="later">暂不</text></view>',
      'pages/a/a.js':
        "Page({ data: { ask: false }, onShow() { this.setData({ ask: !tt.getStorageSync('phoneAsked') }) }, got() { this.later() }, later() { tt.setStorageSync('phone_asked', 1); this.setData({ ask: false }) } })",
    },
    expect: [{ message: 'comes-back', file: 'pages/a/a.js', excerpt: "tt.getStorageSync('phoneAsked')", verdict: 'violation' }],
  },
  {
    name: { zh: '每次显示都打开手机号弹层', en: 'a layer for the number that each visit opens' },
    platform: 'douyin',
    files: {
      'pages/a/a.ttml':
        '<view tt:if="{{ask}}"><button open-type="getPhoneNumber" bindgetphonenumber="got">手机号登录</button><text bindtap="later">暂不</text></view>',
      'pages/a/a.js':
        'Page({ data: { ask: false }, onShow() { this.setData({ ask: true }) }, got() { this.later() }, later() { this.setData({ ask: false }) } })',
    },
    expect: [{ message: 'comes-back', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '记住了答复；或由登录状态决定', en: 'the answer is remembered, or the session decides' },
    platform: 'douyin',
    files: {
      'keys.js': "exports.ASKED = ['phone', 'asked'].join('_')",
      'pages/a/a.ttml':
        '<view tt:if="{{ask}}"><button open-type="getPhoneNumber" bindgetphonenumber="got">手机号登录</button><text bindtap="later">暂不</text></view>',
      'pages/a/a.js':
        "const { ASKED } = require('../../keys')\nPage({ data: { ask: false }, onShow() { this.setData({ ask: !tt.getStorageSync(ASKED) }) }, got() { this.later() }, later() { tt.setStorageSync('phone_asked', 1); this.setData({ ask: false }) } })",
    },
    expect: [],
  },
  {
    name: { zh: 'await 的定位被拒，catch 里退出小程序', en: 'an awaited position is refused, and catch leaves the program' },
    platform: 'douyin',
    files: {
      'lib/here.js': 'exports.here = () => new Promise((success, fail) => tt.getLocation({ success, fail }))',
      'pages/a/a.ttml': '<button bindtap="near">附近</button>',
      'pages/a/a.js':
        "const { here } = require('../../lib/here')\nPage({ async near() { try { await here() } catch (e) { tt.showToast({ title: '需要位置' }); setTimeout(() => tt.exitMiniProgram(), 1200) } } })",
    },
    expect: [{ message: 'sent-away', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '没有手机号时，支付按钮自己带授权', en: 'without a number the pay button itself asks for it' },
    platform: 'douyin',
    files: {
      'pages/a/a.ttml':
        '<button tt:if="{{ask}}" open-type="getPhoneNumber" bindgetphonenumber="pay">立即支付</button><button tt:if="{{!ask}}" bindtap="pay">立即支付</button>',
      'pages/a/a.js':
        "Page({ data: { ask: false }, onLoad() { this.look() }, look() { tt.request({ url: 'https://api.example.com/me', success: (r) => { this.setData({ ask: !r.data.phone }); if (!r.data.phone) this.setData({ ask: true }) } }) }, pay(e) { this.setData({ ask: false }); if (e.detail.code) tt.request({ url: 'https://api.example.com/phone', data: { code: e.detail.code }, success: () => this.look() }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '登录成功后回到来的页面', en: 'back to where people came from once they are signed in' },
    platform: 'douyin',
    files: {
      'pages/a/a.ttml': '<button open-type="getPhoneNumber" bindgetphonenumber="got">手机号登录</button>',
      'pages/a/a.js':
        "Page({ got(e) { if (e.detail.errMsg && e.detail.errMsg.indexOf('fail') !== -1) { tt.showToast({ title: '已取消' }); return } tt.request({ url: 'https://api.example.com/phone', data: { code: e.detail.code }, success: () => setTimeout(() => tt.navigateBack({}), 400) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '没给手机号就退回上一页', en: 'no number, so back to the page before' },
    platform: 'douyin',
    files: {
      'pages/a/a.ttml': '<button open-type="getPhoneNumber" bindgetphonenumber="got">手机号登录</button>',
      'pages/a/a.js':
        "Page({ got(e) { if (e.detail.errMsg.indexOf('ok') === -1) { tt.navigateBack({}); return } tt.request({ url: 'https://api.example.com/phone', data: { code: e.detail.code } }) } })",
    },
    expect: [{ message: 'sent-away', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '点麦克风被拒后打开设置；同一文件里另有倒计时', en: 'the settings after a refused tap; a countdown elsewhere in the file' },
    files: {
      'pages/a/a.wxml': '<view bindtap="speak">按住说话</view>',
      'pages/a/a.js':
        "Page({ speak() { wx.authorize({ scope: 'scope.record', success: () => this.begin(), fail: () => wx.openSetting({}) }) }, begin() { wx.getRecorderManager().start({}) }, wait() { this.t = setInterval(() => this.setData({ n: this.data.n - 1 }), 1000) } })",
    },
    expect: [{ message: 'asked-again', verdict: 'review' }],
  },
  {
    name: { zh: '表单里有一键填入手机号的按钮', en: 'a form with a button that fills in the number' },
    platform: 'douyin',
    files: {
      'pages/a/a.ttml':
        '<view tt:if="{{open}}"><input type="number" placeholder="手机号" /><button open-type="getPhoneNumber" bindgetphonenumber="got">填入手机号</button></view>',
      'pages/a/a.js':
        'Page({ data: { open: false }, show() { this.setData({ open: true }) }, got(e) { this.setData({ open: true, phone: "" }) } })',
    },
    expect: [],
  },
  {
    name: {
      zh: '先同意用途，拒绝授权后弹窗没有取消，设置回来又问',
      en: 'agreed to the purpose, then refused: a dialog without a way out, the settings, and round again',
    },
    files: {
      'app.json':
        '{ "pages": ["pages/a/a"], "requiredPrivateInfos": ["getLocation"], "permission": { "scope.userLocation": { "desc": "用于推荐附近门店" } } }',
      'pages/a/a.wxml': '<button bindtap="ask">附近的店</button><view wx:for="{{list}}" wx:key="id">{{item.name}}</view>',
      'pages/a/a.js': `Page({ data: { list: [] },
  ask() { wx.showModal({ title: '附近的店', content: '获取位置用于推荐附近门店', success: (r) => { if (r.confirm) this.locate() } }) },
  locate() { wx.getLocation({ success: (p) => this.setData({ list: [p] }), fail: () => this.insist() }) },
  insist() { wx.showModal({ content: '请打开位置', showCancel: false, success: () => wx.openSetting({ complete: () => this.locate() }) }) }
})`,
    },
    expect: [
      { message: 'asked-again', file: 'pages/a/a.js', excerpt: 'wx.getLocation', verdict: 'violation' },
      { message: 'asked-again', file: 'pages/a/a.js', excerpt: 'wx.openSetting', verdict: 'review' },
    ],
  },
  {
    name: { zh: '拒绝之后再问一次“重新选择吗”，点了确定才再要', en: 'after the refusal a question, and only its yes asks again' },
    files: {
      'app.json':
        '{ "pages": ["pages/a/a"], "requiredPrivateInfos": ["getLocation"], "permission": { "scope.userLocation": { "desc": "用于推荐附近门店" } } }',
      'pages/a/a.wxml': '<button bindtap="ask">附近的店</button><view wx:for="{{list}}" wx:key="id">{{item.name}}</view>',
      'pages/a/a.js': `Page({ data: { list: [] },
  ask() { wx.showModal({ title: '附近的店', content: '获取位置用于推荐附近门店', success: (r) => { if (r.confirm) this.locate() } }) },
  locate() { wx.getLocation({ success: (p) => this.setData({ list: [p] }), fail: () => this.offer() }) },
  offer() { wx.showModal({ content: '没有位置也可按城市查看，要重新授权吗？', success: (again) => { if (again.confirm) this.locate() } }) }
})`,
    },
    expect: [],
  },
  {
    name: { zh: '抖音：拒绝位置后弹一句话就退出，隔了两层函数', en: 'Douyin: refused, a word, and out, two functions away' },
    files: {
      'locate.js': `const bye = () => tt.exitMiniProgram({})
const explain = (next) => tt.showModal({ title: '无法使用', content: '未授权位置', showCancel: false, success: next })
module.exports = () => new Promise((ok) => tt.getLocation({ success: ok, fail: () => explain(bye) }))`,
      'pages/a/a.ttml': '<button bindtap="find">开始查找</button>',
      'pages/a/a.js': `const locate = require('../../locate')
Page({ async find() {
  const ok = await new Promise((r) => tt.showModal({ title: '查找', content: '获取位置，仅用于按距离排列修车摊', success: (x) => r(x.confirm) }))
  if (!ok) return
  const p = await locate()
  tt.request({ url: 'https://api.example.org/near', data: { lat: p.latitude } })
} })`,
    },
    expect: [{ message: 'sent-away', file: 'locate.js', excerpt: 'tt.exitMiniProgram', verdict: 'violation' }],
  },
  {
    name: { zh: '抖音：拒绝位置后弹一句话，改为手动选择', en: 'Douyin: refused, a word, and a list to choose from' },
    files: {
      'locate.js': `const explain = (next) => tt.showModal({ title: '选择区域', content: '未授权位置，可手动选择', showCancel: false, success: next })
module.exports = () => new Promise((ok, no) => tt.getLocation({ success: ok, fail: () => explain(no) }))`,
      'pages/a/a.ttml': '<button bindtap="find">开始查找</button><view tt:for="{{areas}}" tt:key="*this">{{item}}</view>',
      'pages/a/a.js': `const locate = require('../../locate')
Page({ data: { areas: [] }, async find() {
  const ok = await new Promise((r) => tt.showModal({ title: '查找', content: '获取位置，仅用于按距离排列修车摊', success: (x) => r(x.confirm) }))
  if (!ok) return
  locate().then((p) => tt.request({ url: 'https://api.example.org/near', data: { lat: p.latitude } }), () => this.setData({ areas: ['鼓楼'] }))
} })`,
    },
    expect: [],
  },
  {
    name: {
      zh: '位置给不给都去查订单，查不到才提示返回',
      en: 'an order is looked up whatever the answer, and only a missing one leads back',
    },
    files: {
      'app.json':
        '{ "pages": ["pages/a/a"], "requiredPrivateInfos": ["getLocation"], "permission": { "scope.userLocation": { "desc": "用于推荐附近门店" } } }',
      'pages/a/a.wxml': '<view>{{order.name}}</view>',
      'pages/a/a.js': `Page({ data: { order: {} },
  onLoad(q) { this.id = q.id; wx.getLocation({ success: (p) => { this.here = p; this.load() }, fail: () => this.load() }) },
  load() { find(this.id).then((r) => { if (r.code !== 0) wx.showModal({ content: '没有这个订单', showCancel: false, success: () => wx.navigateBack() }); else this.setData({ order: r.data }) }) }
})
const find = (id) => new Promise((ok) => wx.request({ url: 'https://api.example.org/o/' + id, success: (r) => ok(r.data) }))`,
    },
    expect: [],
  },
]
