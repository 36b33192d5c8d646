import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '发起接龙再发到群里', en: 'a relay is started and sent to a group' },
    files: {
      'pages/a/a.ttml':
        '<input placeholder="接龙名称" bindinput="name" /><button bindtap="publish">发起接龙</button><button open-type="share">发到邻居群</button>',
      'pages/a/a.js':
        "Page({ data: { n: '' }, name(e) { this.setData({ n: e.detail.value }) }, publish() { tt.request({ url: 'https://api.example.org/relays', method: 'POST', data: { n: this.data.n } }) } })",
    },
    expect: [{ message: 'made', file: 'pages/a/a.ttml', verdict: 'violation' }],
  },
  {
    name: { zh: '学校发起的问卷，家长只能填写', en: 'a form by the school that parents only fill in' },
    files: {
      'pages/a/a.ttml':
        '<view>学校食堂满意度</view><input bindinput="name" /><button bindtap="send">提交问卷</button><view>家长不能自行创建投票或接龙</view>',
      'pages/a/a.js': "Page({ name() {}, send() { tt.request({ url: 'https://api.example.org/answers', method: 'POST' }) } })",
    },
    expect: [],
  },
]
