import type { Example } from '../kit.ts'

const page = (more: string) =>
  `<view>AI 写作助手</view><textarea placeholder="输入你的需求，例如一段春游邀请" bindinput="type" /><button bindtap="make">一键生成文案</button><view>{{result}}</view><view>剩余次数 {{left}}</view>${more}`
const script =
  "Page({ data: { prompt: '', result: '', left: 3 }, type(e) { this.setData({ prompt: e.detail.value }) }, make() { wx.request({ url: 'https://pen.example.org/completion', method: 'POST', data: { prompt: this.data.prompt }, success: (r) => this.setData({ result: r.data.text }) }) } })"

export const examples: readonly Example[] = [
  {
    name: { zh: '生成的文案旁没有标识', en: 'text is written by AI and nothing says so' },
    files: { 'pages/a/a.wxml': page(''), 'pages/a/a.js': script },
    expect: [{ message: 'unmarked', verdict: 'review' }],
  },
  {
    name: { zh: '结果下面写着由 AI 生成', en: 'a line below says that it is made by AI' },
    files: { 'pages/a/a.wxml': page('<view class="note">以上内容由 AI 生成，仅供参考</view>'), 'pages/a/a.js': script },
    expect: [],
  },
  {
    name: { zh: '介绍人工智能课的学校页面', en: 'a school writes about its lessons on AI' },
    files: {
      'pages/a/a.wxml': '<view>人工智能兴趣课</view><view>周三下午，了解机器人怎样认路</view>',
      'pages/a/a.js': 'Page({})',
    },
    expect: [],
  },
]
