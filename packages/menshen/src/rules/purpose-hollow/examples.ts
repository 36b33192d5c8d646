import type { Example } from '../kit.ts'

const view = { 'pages/a/a.ttml': '<button bindtap="go">登录</button>' }
const config = (desc: string) =>
  JSON.stringify({ pages: ['pages/a/a'], window: { navigationBarTitleText: '花艺课' }, permission: { 'scope.userLocation': { desc } } })
const ask = (content: string) =>
  `Page({ go() { tt.showModal({ title: '提示', content: '${content}', success: (r) => r.confirm && tt.getUserProfile({}) }) } })`

export const examples: readonly Example[] = [
  {
    name: { zh: '配置里的用途是空话', en: 'a hollow purpose in the configuration' },
    files: { ...view, 'app.json': config('获取良好体验'), 'pages/a/a.js': 'Page({ go() {} })' },
    expect: [{ message: 'vague', excerpt: '"获取良好体验"', file: 'app.json', verdict: 'violation' }],
  },
  {
    name: { zh: '弹窗没有说是谁、要什么', en: 'the dialog names neither asker nor data' },
    files: { ...view, 'pages/a/a.js': ask('用于登记参加下周的线下活动名单') },
    expect: [{ message: 'nobody-named', excerpt: "'用于登记参加下周的线下活动名单'", file: 'pages/a/a.js', verdict: 'review' }],
  },
  {
    name: { zh: '写明谁、要什么、做什么用', en: 'who, what and what for' },
    files: {
      ...view,
      'app.json': config('用于列出离你最近的门店'),
      'pages/a/a.js': ask('「花艺课」将读取你的头像和昵称，用于显示在作品墙上'),
    },
    expect: [],
  },
]
