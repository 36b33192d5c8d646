import type { Example } from '../kit.ts'

const page = (name: string, body = '<view>…</view>') => ({ [`pages/${name}/${name}.wxml`]: body, [`pages/${name}/${name}.js`]: 'Page({})' })
const tabs = (...rows: readonly [string, string][]) =>
  JSON.stringify({
    pages: rows.map(([name]) => `pages/${name}/${name}`),
    tabBar: { list: rows.map(([name, text]) => ({ pagePath: `pages/${name}/${name}`, text })) },
  })

export const examples: readonly Example[] = [
  {
    name: { zh: '标签栏和微信一样', en: 'the tab bar is the client’s' },
    files: {
      'app.json': tabs(['chats', '聊天'], ['people', '通讯录'], ['wall', '发现'], ['me', '我']),
      ...page('chats'),
      ...page('people'),
      ...page('wall'),
      ...page('me'),
    },
    expect: [{ message: 'rooms', file: 'app.json', excerpt: '{"pagePath":"pages/chats/chats","text":"聊天"}', verdict: 'violation' }],
  },
  {
    name: { zh: '自己画的底栏', en: 'a bar that is drawn' },
    files: {
      'pages/a/a.wxml': '<view class="bar"><view wx:for="{{bar}}" wx:key="*this" bindtap="go">{{item}}</view></view>',
      'pages/a/a.js': "Page({ data: { bar: ['消息', '通讯录', '朋友圈', '我'] }, go() { this.setData({ bar: [] }) } })",
    },
    expect: [{ message: 'rooms', file: 'pages/a/a.js', excerpt: "'消息'", verdict: 'violation' }],
  },
  {
    name: { zh: '零钱、转账、发红包', en: 'change, transfers, red packets' },
    files: page('a', '<view>零钱</view><view>转账</view><view>发红包</view><view>银行卡</view>'),
    expect: [{ message: 'purse', excerpt: '零钱' }],
  },
  {
    name: { zh: '摇一摇和漂流瓶', en: 'shaking and bottles' },
    files: page('a', '<button>摇一摇</button><button>漂流瓶</button>'),
    expect: [{ message: 'meeting', file: 'pages/a/a.wxml', excerpt: '摇一摇', verdict: 'review' }],
  },
  {
    name: { zh: '政务通讯录，商城的消息，分享到朋友圈', en: 'a town hall’s telephone list, a shop’s messages, sharing' },
    files: {
      'app.json': tabs(['news', '公告'], ['people', '通讯录'], ['me', '我的']),
      ...page('news', '<view>消息</view><view>发现好货</view><button>分享到朋友圈</button>'),
      ...page('people', '<view>民政所</view>'),
      ...page('me', '<view>零钱包余额</view>'),
    },
    expect: [],
  },
]
