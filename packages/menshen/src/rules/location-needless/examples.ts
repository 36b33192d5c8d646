import type { Example } from '../kit.ts'

const script = "Page({ rank() { tt.showModal({ content: '将读取你的位置用于排名', success: (r) => r.confirm && tt.getLocation({}) }) } })"

export const examples: readonly Example[] = [
  {
    name: { zh: '数独游戏要位置', en: 'a puzzle wants the position' },
    files: { 'pages/p/p.ttml': '<view>第 1 关</view><button bindtap="rank">查看排名</button>', 'pages/p/p.js': script },
    expect: [{ message: 'nothing-needs-it', excerpt: 'tt.getLocation', verdict: 'violation' }],
  },
  {
    name: { zh: '按距离列出门店', en: 'shops by distance' },
    files: { 'pages/p/p.ttml': '<view>附近门店</view><button bindtap="rank">按距离排列</button>', 'pages/p/p.js': script },
    expect: [],
  },
  {
    name: { zh: '位置是棋盘格；没有定位', en: 'a place on the board, and no position' },
    files: {
      'pages/p/p.ttml': '<view>选择位置落子</view><button bindtap="rank">排名</button>',
      'pages/p/p.js': 'Page({ rank() { tt.showToast({ title: "第 3 名" }) } })',
    },
    expect: [],
  },
  {
    name: { zh: '页头显示所在城市，列表按城市给出', en: 'the head of the page shows the town, and the list is of that town' },
    files: {
      'pages/p/p.ttml': '<view>{{city}}</view><view tt:for="{{list}}">{{item.name}}</view><button bindtap="rank">定位</button>',
      'pages/p/p.js': script,
    },
    expect: [{ message: 'nothing-needs-it', verdict: 'review' }],
  },
]
