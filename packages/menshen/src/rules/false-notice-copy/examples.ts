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
    name: { zh: '空间不足的真实提示', en: 'a true notice of storage' },
    files: {
      'pages/a/a.wxml': '<view>相册已满，请删除旧照片</view><view>谨防“检测到病毒”之类的诈骗弹窗</view>',
    },
    expect: [],
  },
]
