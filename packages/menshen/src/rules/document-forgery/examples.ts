import type { Example } from '../kit.ts'

const page = (kinds: string) => ({
  'pages/a/a.ttml':
    '<input bindinput="type" /><view tt:for="{{kinds}}" tt:key="*this" data-k="{{item}}" bindtap="make">{{item}}</view><canvas canvas-id="c" />',
  'pages/a/a.js': `const { draw } = require('../../print')\nPage({ data: { kinds: ${kinds}, name: '' }, type(e) { this.setData({ name: e.detail.value }) }, make(e) { draw(tt.createCanvasContext('c'), e.currentTarget.dataset.k, this.data.name) } })`,
})

export const examples: readonly Example[] = [
  {
    name: { zh: '输入姓名生成盖章的通知书、合同', en: 'a name makes sealed letters and contracts' },
    files: {
      ...page("['某大学录取通知书', '豪车购买合同']"),
      'print.js':
        "exports.draw = (ctx, kind, name) => { ctx.fillText(name + ' 同学', 20, 40); ctx.fillText(kind, 20, 80); ctx.drawImage('/images/red-seal.png', 1, 1); ctx.draw() }",
    },
    expect: [{ message: 'drawn', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '文案写明证书生成器', en: 'the words offer it' },
    files: { 'pages/a/a.ttml': '<view>毕业证生成器</view><view>一键生成录取通知书</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'words', verdict: 'violation' }],
  },
  {
    name: { zh: '课程发自己的结业卡，有编号可查', en: 'a course’s own card with a number that can be checked' },
    files: {
      ...page("['本馆陶艺课结业卡']"),
      'print.js':
        "exports.draw = (ctx, kind, name) => { ctx.fillText(name + ' 完成 6 次课', 20, 40); ctx.fillText(kind + ' 编号 KY-0321 可在馆内查询', 20, 80); ctx.draw() }",
    },
    expect: [],
  },
  {
    name: { zh: '制作证件照', en: 'a tool for passport photographs' },
    files: { 'pages/a/a.wxml': '<view>制作好的证件照保存到相册</view><button>制作证件照</button>' },
    expect: [],
  },
]
