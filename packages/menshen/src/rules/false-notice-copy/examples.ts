import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '手机中毒的弹窗', en: 'a virus dialog' },
    files: {
      'pages/a/a.wxml': '<button bindtap="go">查看</button>',
      'pages/a/a.js': "Page({ go() { wx.showModal({ title: '系统警告', content: '检测到病毒，您的手机已感染，请立即清理' }) } })",
    },
    expect: [{ message: 'notice', verdict: 'violation' }],
  },
  {
    name: { zh: '假称被系统抽中，先收手续费', en: 'a made-up prize with a fee' },
    files: {
      'pages/a/a.wxml':
        '<view>您已被系统抽中为幸运用户</view><view>幸运用户领取现金 8888 元，先付手续费</view><button bindtap="go">立即领取</button>',
    },
    expect: [{ message: 'impersonation', verdict: 'violation' }],
  },
  {
    name: { zh: '提醒提防冒充客服；抽中的题目', en: 'a warning of impostors; a question drawn at random' },
    files: { 'pages/a/a.wxml': '<view>谨防冒充客服退款的诈骗电话</view><view>本次抽中的题目：第 12 题</view>' },
    expect: [],
  },
  {
    name: { zh: '空间不足的真实提示', en: 'a true notice of storage' },
    files: {
      'pages/a/a.wxml': '<view>相册已满，请删除旧照片</view><view>谨防“检测到病毒”之类的诈骗弹窗</view>',
    },
    expect: [],
  },
  {
    name: { zh: '写死的未读消息条', en: 'a bar with a written-down count of messages' },
    files: { 'pages/a/a.wxml': '<view bindtap="go">系统通知：您有 2 条未读消息，请立即查看</view>', 'pages/a/a.js': 'Page({ go() {} })' },
    expect: [{ message: 'notice', verdict: 'violation' }],
  },
  {
    name: { zh: '真的未读数', en: 'a count that comes from the server' },
    files: {
      'pages/a/a.wxml': '<view wx:if="{{n}}" bindtap="go">您有 {{n}} 条未读评论</view>',
      'pages/a/a.js':
        "Page({ data: { n: 0 }, go() {}, onShow() { wx.request({ url: 'https://api.example.org/n', success: (r) => this.setData({ n: r.data.n }) }) } })",
    },
    expect: [],
  },
]
