import type { Example } from '../kit.ts'

const config = '{ "pages": ["pages/a/a"], "requiredBackgroundModes": ["audio"] }'

export const examples: readonly Example[] = [
  {
    name: { zh: '声明了没有用', en: 'declared and not used' },
    files: { 'app.json': config, 'pages/a/a.wxml': '<view/>', 'pages/a/a.js': "Page({ data: { t: 'getBackgroundAudioManager' } })" },
    expect: [{ message: 'unused', file: 'app.json', excerpt: '"audio"', verdict: 'violation' }],
  },
  {
    name: { zh: '无声音频保活', en: 'kept awake by silence' },
    files: {
      'app.json': config,
      'pages/a/a.wxml': '<view/>',
      'pages/a/a.js':
        "Page({ onLoad() { const m = wx.getBackgroundAudioManager(); const loop = () => { m.src = 'https://cdn.example.org/silence.mp3' }; m.onEnded(loop); loop() } })",
    },
    expect: [{ message: 'kept-awake', file: 'pages/a/a.js' }],
  },
  {
    name: { zh: '点播放才开始听书', en: 'a book is read after a tap' },
    files: {
      'app.json': config,
      'pages/a/a.wxml': '<button bindtap="play">播放</button>',
      'pages/a/a.js':
        "Page({ play() { const m = wx.getBackgroundAudioManager(); m.title = '第一回'; m.src = 'https://cdn.example.org/1.mp3' } })",
    },
    expect: [],
  },
  {
    name: { zh: '点一下计时就循环播放无声音频', en: 'a timer is kept alive by silence that starts again at its end' },
    files: {
      'app.json': config,
      'pages/a/a.wxml': '<button bindtap="start">开始计时</button>',
      'pages/a/a.js':
        "Page({ start() { const m = wx.getBackgroundAudioManager(); m.title = ' '; m.src = 'https://cdn.example.org/silence.mp3'; m.onEnded(() => { m.src = 'https://cdn.example.org/silence.mp3' }) } })",
    },
    expect: [{ message: 'kept-awake', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '点播放后循环播放雨声', en: 'rain is played again and again after a tap' },
    files: {
      'app.json': config,
      'pages/a/a.wxml': '<button bindtap="start">雨声</button>',
      'pages/a/a.js':
        "Page({ start() { const m = wx.getBackgroundAudioManager(); m.title = '雨声'; m.src = 'https://cdn.example.org/rain.mp3'; m.onEnded(() => { m.src = 'https://cdn.example.org/rain.mp3' }) } })",
    },
    expect: [],
  },
]
