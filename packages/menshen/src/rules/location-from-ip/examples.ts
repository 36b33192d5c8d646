import { call, type Example, lifecycle, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const weather = { 'pages/m/m.ttml': '<view>天气</view>', 'pages/m/m.js': "Page({\n  onLoad() {\n    require('kit').run(tt)\n  },\n})" }
const asks = (url: string) =>
  sketchRun(
    sketchPass(
      {},
      sketchMove(
        { do: 'open', route: 'pages/m/m', query: '' },
        { records: [call('request', { at: 'pages/m/m.js:3:5', args: { url }, cause: lifecycle('onLoad') })], screen: { texts: ['天气'] } },
      ),
    ),
  )

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
  {
    name: { zh: '运行时请求了按 IP 查位置的服务', en: 'a service that tells the place from the address is asked in a run' },
    files: weather,
    run: asks('https://pv.sohu.com/cityjson?ie=utf-8'),
    expect: [{ message: 'position-by-ip', file: 'pages/m/m.js', excerpt: 'require', verdict: 'violation' }],
  },
  {
    name: { zh: '只问自己的服务器', en: 'asks its own server only' },
    files: weather,
    run: asks('https://api.example.org/city'),
    expect: [],
  },
]
