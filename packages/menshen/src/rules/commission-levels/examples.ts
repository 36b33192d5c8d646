import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '三层返利', en: 'a share over three levels' },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{rows}}" wx:key="n">{{item.n}}<text>{{item.v}}</text></view>',
      'pages/a/a.js':
        "const who = ['你邀请的人', '他们再邀请的人', '第三层']\nPage({ data: { rows: [25, 12, 6].map((d, i) => ({ n: who[i] + '每进一单', v: '返 ' + d + '%' })) } })",
    },
    expect: [{ message: 'levels', excerpt: "'他们再邀请的人'", file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '代收房租再打给第三方', en: 'rent is collected and paid out' },
    files: {
      'pages/a/a.wxml': '<view>代收池（手续费 0.6%）</view><button bindtap="pay">结算给房东</button>',
      'pages/a/a.js': "Page({ pay() { wx.request({ url: 'https://api.example.org/clearing/payout', method: 'POST' }) } })",
    },
    expect: [{ message: 'clearing', file: 'pages/a/a.wxml', excerpt: '代收池（手续费 0.6%）', verdict: 'violation' }],
  },
  {
    name: { zh: '配送三级进度；快递代收点', en: 'three steps of a delivery, and a parcel point' },
    files: {
      'pages/a/a.wxml': '<view>打包 / 在途 / 签收，共三级进度</view><view>快递代收点</view><view>每单服务费 6 元，不设下级</view>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
]
