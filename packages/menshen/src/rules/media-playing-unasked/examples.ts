import type { Example } from '../kit.ts'

const player = "const audio = wx.createInnerAudioContext()\naudio.src = 'https://cdn.example.org/a.mp3'\n"

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
]
