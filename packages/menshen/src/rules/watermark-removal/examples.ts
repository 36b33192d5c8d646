import type { Example } from '../kit.ts'

const box = '<input placeholder="{{hint}}" bindinput="type" /><button bindtap="run">{{act}}</button>'

export const examples: readonly Example[] = [
  {
    name: { zh: '粘贴链接，取得无标识的视频并保存', en: 'a pasted link is resolved and saved without its mark' },
    files: {
      'pages/a/a.ttml': box,
      'pages/a/a.js':
        "Page({ data: { hint: '粘贴短视频分享链接', act: '提取干净原片', u: '' }, type(e) { this.setData({ u: e.detail.value }) }, run() { tt.request({ url: 'https://api.example.org/parse', data: { u: this.data.u }, success: (r) => tt.downloadFile({ url: r.data.clean, success: (f) => tt.saveVideoToPhotosAlbum({ filePath: f.tempFilePath }) }) }) } })",
    },
    expect: [{ message: 'tool', file: 'pages/a/a.js', excerpt: 'tt.request', verdict: 'violation' }],
  },
  {
    name: { zh: '页面介绍去水印', en: 'a page offers to remove marks' },
    files: { 'pages/a/a.ttml': '<view>一键去水印，支持各平台短视频</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'offered', file: 'pages/a/a.ttml', excerpt: '一键去水印', verdict: 'violation' }],
  },
  {
    name: { zh: '给自己的视频加水印', en: 'a mark is put on one’s own video' },
    files: {
      'pages/a/a.ttml': box,
      'pages/a/a.js':
        "Page({ data: { hint: '水印文字', act: '给我的视频加水印', u: '' }, type(e) { this.setData({ u: e.detail.value }) }, run() { tt.chooseVideo({ success: (r) => tt.uploadFile({ url: 'https://api.example.org/watermark/add', filePath: r.tempFilePath, name: 'v', formData: { t: this.data.u } }) }) } })",
    },
    expect: [],
  },
]
