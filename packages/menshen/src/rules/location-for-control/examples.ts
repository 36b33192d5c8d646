import type { Example } from '../kit.ts'

const follow =
  "Page({ go() { wx.startLocationUpdate({}); wx.onLocationChange((p) => wx.request({ url: 'https://api.example.org/p', data: { lat: p.latitude, lng: p.longitude } })) } })"

export const examples: readonly Example[] = [
  {
    name: { zh: '无人机跟随手机位置', en: 'a drone follows the phone' },
    files: { 'pages/a/a.wxml': '<button bindtap="go">开启无人机自动跟随</button>', 'pages/a/a.js': follow },
    expect: [{ message: 'device', verdict: 'violation' }],
  },
  {
    name: { zh: '车队调度', en: 'a fleet is dispatched' },
    files: { 'pages/a/a.wxml': '<view>车队调度台</view><button bindtap="go">出车</button>', 'pages/a/a.js': follow },
    expect: [{ message: 'dispatch', verdict: 'violation' }],
  },
  {
    name: { zh: '骑行记录；公告里提到车队', en: 'a ride is recorded; a notice speaks of a fleet' },
    files: { 'pages/a/a.wxml': '<view>公告：周六车队发车时间调整</view><button bindtap="go">开始骑行</button>', 'pages/a/a.js': follow },
    expect: [],
  },
]
