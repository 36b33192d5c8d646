import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '人脸核身与直播组件', en: 'facial verification and a live component' },
    files: {
      'pages/a/a.wxml': '<live-player src="{{url}}" /><button bindtap="check">核身</button>',
      'pages/a/a.js': 'Page({ check() { wx.startFacialRecognitionVerify({}) } })',
    },
    expect: [
      { message: 'gated', file: 'pages/a/a.js', excerpt: 'wx.startFacialRecognitionVerify', verdict: 'review' },
      { message: 'gated', file: 'pages/a/a.wxml', excerpt: '<live-player src="{{url}}" />' },
    ],
  },
  {
    name: { zh: '普通播放器；未绑定的旧方法', en: 'an ordinary player; an old method that nothing calls' },
    files: { 'pages/a/a.wxml': '<video src="{{url}}" />', 'pages/a/a.js': 'Page({ old() { wx.joinVoIPChat({}) } })' },
    expect: [],
  },
]
