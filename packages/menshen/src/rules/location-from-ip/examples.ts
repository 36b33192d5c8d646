import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '域名拆开拼接', en: 'the host is put together from pieces' },
    files: {
      'pages/a/a.ttml': '<view>{{city}}</view>',
      'pages/a/a.js':
        "const host = ['apis', 'map', 'qq', 'com'].join('.')\nPage({ onLoad() { tt.request({ url: 'https://' + host + '/ws/location/v1/ip' }) } })",
    },
    expect: [{ message: 'position-by-ip', excerpt: 'tt.request', verdict: 'violation' }],
  },
  {
    name: { zh: '手动选择城市；ip 只是作品的简称', en: 'cities by hand; ip is a word for a work' },
    files: {
      'pages/a/a.ttml': '<view bindtap="pick">{{city}} 经典 IP</view>',
      'pages/a/a.js':
        "Page({ pick() { tt.showActionSheet({ itemList: ['北京', '上海'] }); tt.request({ url: 'https://api.example.com/ip-list' }) } })",
    },
    expect: [],
  },
]
