import type { Example } from '../kit.ts'

const queue =
  "const held = []\nexports.add = (paths) => { held.push(...paths); exports.flush() }\nexports.flush = () => held.forEach((filePath) => wx.uploadFile({ url: 'https://api.example.org/p', filePath, name: 'p' }))\n"
const page = '<button bindtap="pick">添加照片</button><button bindtap="send">提交</button>'

export const examples: readonly Example[] = [
  {
    name: { zh: '每次显示页面都上传保存的照片', en: 'the kept picture is sent whenever the page shows' },
    files: {
      'lib/queue.js':
        "exports.flush = () => wx.uploadFile({ url: 'https://api.example.org/p', filePath: wx.getStorageSync('last'), name: 'p' })\n",
      'pages/a/a.wxml': page,
      'pages/a/a.js': "const q = require('../../lib/queue')\nPage({ onShow() { q.flush() }, pick() {}, send() {} })",
    },
    expect: [{ message: 'uploaded-unasked', file: 'lib/queue.js', excerpt: 'wx.uploadFile', verdict: 'violation' }],
  },
  {
    name: { zh: '选完即传，提交再传', en: 'sent when chosen and again on submit' },
    files: {
      'lib/queue.js': queue,
      'pages/a/a.wxml': page,
      'pages/a/a.js':
        "const q = require('../../lib/queue')\nPage({ pick() { wx.chooseMedia({ success: (r) => q.add(r.tempFiles.map((f) => f.tempFilePath)) }) }, send() { q.flush() } })",
    },
    expect: [{ message: 'uploaded-twice', verdict: 'violation' }],
  },
  {
    name: { zh: '提交时上传并提示', en: 'uploaded on submit with a sign' },
    files: {
      'pages/a/a.wxml': page,
      'pages/a/a.js':
        "Page({ pick() { wx.chooseMedia({ success: (r) => { this.path = r.tempFiles[0].tempFilePath } }) }, send() { wx.showLoading({ title: '上传中' }); wx.uploadFile({ url: 'https://api.example.org/p', filePath: this.path, name: 'p', complete: () => wx.hideLoading() }) } })",
    },
    expect: [],
  },
]
