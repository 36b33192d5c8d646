import type { Example } from '../kit.ts'

const page = { 'pages/a/a.wxml': '<view>{{line}}</view><button bindtap="apply">申请租用</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '按昵称和地区打分，决定是否通过和费率', en: 'nickname and region are scored and decide' },
    files: {
      ...page,
      'pages/a/a.js':
        "const score = (u) => (/上海/.test(u.province) ? 60 : 10) + u.nickName.length\nPage({ apply() { wx.getUserProfile({ desc: '评估', success: ({ userInfo }) => { const s = score(userInfo); this.setData({ line: s < 60 ? '评估未通过，暂不能租用' : `已通过，日费率 ${2 - s / 100}%` }) } }) } })",
    },
    expect: [{ message: 'decided', file: 'pages/a/a.js' }],
  },
  {
    name: { zh: '押金固定；头像只用来展示', en: 'a fixed deposit; the avatar is only shown' },
    files: {
      ...page,
      'pages/a/a.js':
        "Page({ data: { line: '押金固定 800 元，不做信用评估' }, apply() { wx.getUserProfile({ desc: '展示', success: ({ userInfo }) => this.setData({ avatar: userInfo.avatarUrl }) }) } })",
    },
    expect: [],
  },
]
