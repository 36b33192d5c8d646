import { answered, call, type Example, finger, type Sketched, sketchMove, sketchPass, sketchRun, tapped, thrown } from '../kit.ts'

const fields = '<input placeholder="手机号" bindinput="set" /><input placeholder="验证码" bindinput="set" />'

// A form that is filled in, and what comes of it, as a run shows it.
const form = {
  'pages/in/in.ttml': '<input bindinput="type" placeholder="手机号" /><button bindtap="enter">登录</button><text>{{said}}</text>',
  'pages/in/in.js':
    "const api = require('../../lib/api')\nPage({ type(e) { this.phone = e.detail.value }, enter() { api.post(this.phone).then((a) => api.keep(a)) } })",
  'lib/api.js':
    'exports.post = (phone) => new Promise((ok) => tt.request({ url: phone, success: ok }))\nexports.keep = (a) => tt.setStorageSync("token", a.token)',
}
const field = { text: '手机号', selector: 'input', tag: 'input', field: 'number', handler: 'type' } as const
const button = { text: '登录', selector: 'button', tag: 'button', handler: 'enter' } as const
const stands = (...said: readonly string[]) => ({ texts: ['登录', ...said], tappables: [field, button] })
const answer = answered('https://api.example.org/in', { method: 'POST' })
const attempt = (typed: boolean, records: readonly Sketched[], ...said: readonly string[]) =>
  sketchRun(
    sketchPass(
      { kind: 'people' },
      sketchMove({ do: 'open', route: 'pages/in/in', query: '' }, { screen: stands() }),
      ...(typed ? [sketchMove({ do: 'input', selector: 'input', value: '13800138000' }, { screen: stands() })] : []),
      sketchMove(
        { do: 'tap', selector: 'button', text: '登录' },
        { records: [finger('登录', 'enter', 1), ...records], screen: stands(...said) },
      ),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '获取验证码调用了一个空函数', en: 'the code button calls a function that was emptied' },
    files: {
      'pages/in/in.ttml': `${fields}<button bindtap="send">获取验证码</button>`,
      'lib/account.js': 'exports.send = () => {}',
      'pages/in/in.js': "const account = require('../../lib/account')\nPage({ set() {}, send() { account.send(this.data.tel) } })",
    },
    expect: [{ message: 'does-nothing', excerpt: '获取验证码', verdict: 'violation' }],
  },
  {
    name: { zh: '注册只提示暂未开放', en: 'signing up is not open yet' },
    files: {
      'pages/in/in.ttml': '<view bindtap="join">没有账号？去注册</view>',
      'pages/in/in.js': "Page({ join() { tt.showToast({ title: '暂未开放注册' }) } })",
    },
    expect: [{ message: 'not-open-yet', file: 'pages/in/in.js' }],
  },
  {
    name: { zh: '验证码输入框一直禁用', en: 'the code field stays disabled' },
    files: {
      'pages/in/in.ttml': '<input placeholder="验证码" disabled="{{lock}}" /><button bindtap="go">验证码登录</button>',
      'pages/in/in.js': "Page({ data: { lock: true }, go() { tt.request({ url: 'https://api.example.org' }) } })",
    },
    expect: [{ message: 'cannot-be-typed' }],
  },
  {
    name: { zh: '倒计时结束前不能重发；登录提交给服务器', en: 'no second code before the time is over; signing in posts' },
    files: {
      'pages/in/in.ttml': `${fields}<button disabled="{{left > 0}}" bindtap="send">{{left ? left + 's' : '获取验证码'}}</button><button bindtap="go">登录</button>`,
      'pages/in/in.js':
        "Page({ data: { left: 0 }, set() {}, send() { tt.request({ url: 'https://api.example.org/code', success: () => this.setData({ left: 60 }) }) }, go() { tt.request({ url: 'https://api.example.org/in' }) } })",
    },
    expect: [],
  },
  {
    name: {
      zh: '处理函数交给了看不见的方法；号码填好后才锁住',
      en: 'the handler hands on to a method out of sight; the field locks once it is filled',
    },
    files: {
      'pages/in/in.ttml':
        '<view bindtap="enter"><text>去登录</text></view><input placeholder="请输入就诊人手机号码" value="{{phone}}" disabled="{{known}}" />',
      'pages/in/in.js':
        "let me\nPage({ data: { phone: '' }, onLoad(q) { me = wrap(this); if (q.phone) this.setData({ phone: q.phone, known: true }) }, enter() { if (!q.bound) { me._ask(); return false } } })",
    },
    expect: [],
  },
  {
    name: { zh: '只写了日志', en: 'it only logs' },
    files: {
      'pages/in/in.ttml': '<view bindtap="enter"><text>去登录</text></view>',
      'pages/in/in.js': "Page({ enter(e) { /* later */ console.log('enter', e) } })",
    },
    expect: [{ message: 'does-nothing' }],
  },
  {
    name: { zh: '运行时：填好之后点登录没有反应', en: 'seen in a run: filled in, and nothing comes of it' },
    files: form,
    run: attempt(true, [answer]),
    expect: [{ message: 'leads-nowhere', file: 'pages/in/in.js' }],
  },
  {
    name: { zh: '运行时：没填手机号就点', en: 'seen in a run: tapped with nothing filled in' },
    files: form,
    run: attempt(false, []),
    expect: [],
  },
  {
    name: { zh: '运行时：登录信息存下来了', en: 'seen in a run: the session was kept' },
    files: form,
    run: attempt(true, [answer, { kind: 'storage', action: 'set', key: 'token', value: 't-1' }]),
    expect: [],
  },
  {
    name: { zh: '运行时：提示密码不对', en: 'seen in a run: told that the code is wrong' },
    files: form,
    run: attempt(true, [answer], '验证码不对'),
    expect: [],
  },
  {
    name: { zh: '运行时：点登录程序出错', en: 'seen in a run: the program throws' },
    files: form,
    run: attempt(true, [thrown('phone is not defined', { at: 'pages/in/in.js:2:83', cause: tapped(1), where: 'tap' })]),
    expect: [{ message: 'throws', file: 'pages/in/in.js' }],
  },
  ...([0, 500] as const).map(
    (code): Example => ({
      name: code
        ? { zh: '运行时：服务器说不行', en: 'seen in a run: the server says no' }
        : { zh: '运行时：服务器说好，页面说失败', en: 'seen in a run: the server says yes and the page says it failed' },
      files: { ...form, 'pages/in/in.ttml': '<button bindtap="enter">登录</button><text>{{said}}</text>' },
      run: sketchRun(
        sketchPass(
          { kind: 'taps' },
          sketchMove({ do: 'open', route: 'pages/in/in', query: '' }, { screen: { texts: ['登录'], tappables: [button] } }),
          sketchMove(
            { do: 'tap', selector: 'button', text: '登录' },
            {
              records: [
                finger('登录', 'enter', 1),
                call('login', { cause: tapped(1), answer: 'ok' }),
                call('request', {
                  at: 'lib/api.js:1:55',
                  cause: tapped(1),
                  answer: 'ok',
                  by: 'responses',
                  summary: { data: { code, user: code ? null : { n: '看戏人' } } },
                }),
                answer,
              ],
              screen: { texts: ['登录', '登录失败，请重新授权'], tappables: [button] },
            },
          ),
        ),
      ),
      expect: code ? [] : [{ message: 'not-taken', file: 'pages/in/in.js' }],
    }),
  ),
  {
    name: { zh: '发验证码的函数只返回空值', en: 'the function that should send the code only gives back nothing' },
    platform: 'douyin',
    files: {
      'pages/a/a.ttml': '<input placeholder="手机号" bindinput="tel" /><text bindtap="send">获取验证码</text>',
      'pages/a/a.js':
        "const sms = require('../../sms')\nPage({ data: { t: '' }, tel(e) { this.setData({ t: e.detail.value }) }, send() { sms.post(this.data.t) } })",
      'sms.js': '// 短信通道待接入\nexports.post = () => undefined',
    },
    expect: [{ message: 'does-nothing', verdict: 'violation' }],
  },
]
