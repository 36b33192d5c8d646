import { call, type Example, finger, lifecycle, type Sketched, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const player = "const audio = wx.createInnerAudioContext()\naudio.src = 'https://cdn.example.org/a.mp3'\n"

const room = {
  'pages/p/p.wxml': '<button bindtap="toggle">播放</button><video src="{{src}}" autoplay="{{auto}}" />',
  'pages/p/p.js': "const deck = require('deck')\nPage({\n  begin() {\n    deck.audio.play()\n  },\n})",
}
const opened = { do: 'open', route: 'pages/p/p', query: '' } as const
const playing = (element: string, about: { cause: ReturnType<typeof lifecycle>; auto?: boolean; muted?: boolean }): Sketched => ({
  kind: 'media',
  element,
  action: 'play',
  auto: about.auto ?? false,
  muted: about.muted ?? false,
  src: 'https://cdn.example.org/a.mp3',
  cause: about.cause,
})
const late = lifecycle('onLoad', 'setTimeout 3000')
const shown = { texts: ['播放'], tappables: ['播放'] }

export const examples: readonly Example[] = [
  {
    name: { zh: '视频写了 autoplay="false"，其实为真', en: 'a video with autoplay="false", which is true' },
    files: { 'pages/a/a.wxml': '<view><video src="https://cdn.example.org/a.mp4" autoplay="false" /></view>', 'pages/a/a.js': 'Page({})' },
    expect: [
      {
        message: 'player-autoplay',
        file: 'pages/a/a.wxml',
        excerpt: '<video src="https://cdn.example.org/a.mp4" autoplay="false" />',
        verdict: 'violation',
      },
    ],
  },
  {
    name: { zh: '静音的装饰视频留给人看', en: 'a muted decorative video is for a human' },
    files: { 'pages/a/a.wxml': '<video src="{{src}}" autoplay muted loop />', 'pages/a/a.js': "Page({ data: { src: '/a.mp4' } })" },
    expect: [{ message: 'player-autoplay', verdict: 'review' }],
  },
  {
    name: { zh: '进入页面后由定时器播放', en: 'a timer starts the sound after the page opens' },
    files: {
      'pages/a/a.wxml': '<view>雨声</view>',
      'pages/a/a.js': `${player}const begin = () => audio.play()\nPage({ onShow() { setTimeout(begin, 800) } })`,
    },
    expect: [{ message: 'sound-started', file: 'pages/a/a.js', excerpt: 'audio.play', verdict: 'violation' }],
  },
  {
    name: { zh: '轮播图自动切换；视频在点按之后才出现', en: 'a swiper that turns by itself, and a video that appears after a tap' },
    files: {
      'pages/a/a.wxml':
        '<swiper autoplay="{{true}}"><swiper-item>一</swiper-item></swiper><video wx:if="{{open}}" src="/a.mp4" autoplay /><button bindtap="show">播放</button>',
      'pages/a/a.js': 'Page({ data: { open: false }, show() { this.setData({ open: true }) } })',
    },
    expect: [],
  },
  {
    name: { zh: '点按播放；回到页面时接着放用户已打开的声音', en: 'played on a tap, and resumed on return only if the user had it on' },
    files: {
      'pages/a/a.wxml': '<button bindtap="play">播放</button>',
      'pages/a/a.js': `${player}Page({ data: { on: false }, play() { this.setData({ on: true }); audio.play() }, onShow() { if (this.data.on) audio.play() } })`,
    },
    expect: [],
  },
  {
    name: { zh: '页面打开三秒后自己出声', en: 'sound three seconds after the page opened' },
    files: room,
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(opened, { screen: shown }),
        sketchMove(
          { do: 'wait', milliseconds: 6500 },
          {
            records: [
              call('InnerAudioContext.play', { at: 'pages/p/p.js:4:10', cause: late }),
              playing('InnerAudioContext', { cause: late }),
            ],
          },
        ),
      ),
    ),
    expect: [{ message: 'sound-started', file: 'pages/p/p.js', excerpt: 'audio.play', verdict: 'violation' }],
  },
  {
    name: { zh: '服务器的开关让视频带声音自动播放', en: 'a switch of the server makes the video play with sound' },
    files: room,
    run: sketchRun(sketchPass({}, sketchMove(opened, { records: [playing('video', { cause: late, auto: true })], screen: shown }))),
    expect: [{ message: 'player-autoplay', file: 'pages/p/p.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '静音的背景画面；点按之后的播放', en: 'silent moving pictures, and what plays after a tap' },
    files: { ...room, 'pages/p/p.wxml': '<button bindtap="toggle">播放</button>' },
    run: sketchRun(
      sketchPass(
        { kind: 'taps' },
        sketchMove(opened, { records: [playing('video', { cause: late, auto: true, muted: true })], screen: shown }),
        sketchMove(
          { do: 'tap', selector: 'view{播放}', text: '播放' },
          { records: [finger('播放', 'toggle', 4), playing('InnerAudioContext', { cause: tapped(4) })] },
        ),
        sketchMove({ do: 'show' }, { records: [playing('InnerAudioContext', { cause: lifecycle('onShow') })] }),
      ),
    ),
    expect: [],
  },
  {
    name: { zh: '组件一拿到页面写好的地址就播放', en: 'a component plays what its page gave it from the start' },
    files: {
      'pages/a/a.json': '{ "usingComponents": { "tune": "/components/tune" } }',
      'pages/a/a.wxml': '<tune src="{{tune}}" />',
      'pages/a/a.js': "Page({ data: { tune: 'https://m.example.org/rain.mp3' } })",
      'components/tune.json': '{ "component": true }',
      'components/tune.wxml': '<view />',
      'components/tune.js':
        'Component({ properties: { src: { type: String, observer(v) { if (!v) return; const p = wx.createInnerAudioContext(); p.src = v; p.play() } } } })',
    },
    expect: [{ message: 'sound-started', file: 'components/tune.js', verdict: 'violation' }],
  },
  {
    name: { zh: '点了曲目，页面才把地址交给组件', en: 'the page hands the address over once a song was tapped' },
    files: {
      'pages/a/a.json': '{ "usingComponents": { "tune": "/components/tune" } }',
      'pages/a/a.wxml': '<view bindtap="pick">雨声</view><tune src="{{tune}}" />',
      'pages/a/a.js':
        "Page({ data: { tune: '' }, onLoad() { this.setData({ tune: '' }) }, pick() { this.setData({ tune: 'https://m.example.org/rain.mp3' }) } })",
      'components/tune.json': '{ "component": true }',
      'components/tune.wxml': '<view />',
      'components/tune.js':
        'Component({ properties: { src: { type: String, observer(v) { if (!v) return; const p = wx.createInnerAudioContext(); p.src = v; p.play() } } } })',
    },
    expect: [],
  },
  {
    name: { zh: '音效提前备好，点过卡片才放', en: 'a sound is made ready, and plays once a card was turned' },
    files: {
      'pages/a/a.wxml': '<view bindtap="turn">翻面</view>',
      'pages/a/a.js': "const sound = require('../../sound')\nPage({ onLoad() { sound.ready('turn') }, turn() { sound.play('turn') } })",
      'sound.js':
        "const pool = {}\nconst can = {}\nconst wanted = {}\nfunction ready(name) { if (pool[name]) return pool[name]; const one = wx.createInnerAudioContext(); one.src = '/' + name + '.mp3'; one.onCanplay(() => { can[name] = true; if (wanted[name]) { wanted[name] = false; one.play() } }); pool[name] = one; return one }\nfunction play(name) { const one = ready(name); if (!can[name]) { wanted[name] = true; return } one.play() }\nmodule.exports = { ready, play }",
    },
    expect: [{ message: 'sound-started', verdict: 'review' }],
  },
  {
    name: { zh: '点了封面才换成自动播放的视频', en: 'a cover that, once tapped, gives way to a video that plays' },
    files: {
      'pages/a/a.wxml':
        '<view wx:if="{{cover}}" bindtap="start">▶ 播放</view><video wx:if="{{!cover}}" src="https://v.example.org/a.mp4" autoplay="{{true}}" bindended="over" />',
      'pages/a/a.js':
        'Page({ data: { cover: true }, start() { this.setData({ cover: false }) }, over() { this.setData({ cover: true }) } })',
    },
    expect: [],
  },
  {
    name: { zh: '封面等一会儿自己消失，视频就放起来', en: 'a cover that goes away by itself, and the video plays' },
    files: {
      'pages/a/a.wxml':
        '<view wx:if="{{cover}}">马上开始</view><video wx:if="{{!cover}}" src="https://v.example.org/a.mp4" autoplay="{{true}}" />',
      'pages/a/a.js': 'Page({ data: { cover: true }, onReady() { setTimeout(() => this.setData({ cover: false }), 900) } })',
    },
    expect: [{ message: 'player-autoplay', file: 'pages/a/a.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '点按之后，音效载入好了才响', en: 'after a tap a sound is heard once it has loaded' },
    files: { ...room, 'pages/p/p.wxml': '<button bindtap="toggle">重试</button>' },
    run: sketchRun(
      sketchPass(
        {},
        sketchMove(opened, { screen: shown }),
        sketchMove(
          { do: 'tap', selector: 'view{重试}', text: '重试' },
          {
            records: [
              finger('重试', 'toggle', 4),
              call('InnerAudioContext.play', { at: 'pages/p/p.js:4:10', cause: late }),
              playing('InnerAudioContext', { cause: late }),
            ],
          },
        ),
      ),
    ),
    expect: [{ message: 'sound-started', file: 'pages/p/p.js', verdict: 'review' }],
  },
  {
    name: { zh: '框架的公共模板，按数据选用，播不播由数据定', en: 'templates of a framework, chosen by data, which says whether to play' },
    files: {
      'base.wxml':
        '<wxs module="xs">module.exports = { a: function (n) { return "tmpl_" + n }, b: function (x, y) { return x === undefined ? y : x } }</wxs><template name="top"><template is="{{xs.a(i.nn)}}" data="{{i:i}}" /></template><template name="tmpl_1"><view>{{i.v}}</view></template><template name="tmpl_2"><video src="{{i.src}}" autoplay="{{xs.b(i.p4,!1)}}" /></template>',
      'pages/a/a.wxml': '<import src="../../base.wxml" /><template is="top" data="{{i:root}}" />',
      'pages/a/a.js': 'Page({ data: { root: { nn: 1, v: "诗词" } } })',
    },
    expect: [],
  },
  {
    name: { zh: '引入的模板里的视频自动播放', en: 'a video of an imported template plays at once' },
    files: {
      'tpl/film.wxml': '<template name="film"><video src="https://v.example.org/a.mp4" autoplay /></template>',
      'pages/a/a.wxml': '<import src="../../tpl/film.wxml" /><template is="film" />',
      'pages/a/a.js': 'Page({})',
    },
    expect: [{ message: 'player-autoplay', file: 'tpl/film.wxml', verdict: 'violation' }],
  },
]
