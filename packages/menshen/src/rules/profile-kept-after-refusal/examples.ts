import type { Example } from '../kit.ts'

const grant = "grant() { wx.getUserProfile({ desc: '显示在评论区', success: (r) => wx.setStorageSync('nick', r.userInfo.nickName) }) }"
const view = { 'pages/me/me.wxml': '<button bindtap="grant">使用我的昵称</button><button bindtap="revoke">停止使用昵称</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '只记下一个时间', en: 'only a time is noted' },
    files: { ...view, 'pages/me/me.js': `Page({ ${grant}, revoke() { wx.setStorageSync('refused', Date.now()) } })` },
    expect: [{ message: 'still-kept', verdict: 'violation' }],
  },
  {
    name: { zh: '删除缓存', en: 'the key is removed' },
    files: { ...view, 'pages/me/me.js': `Page({ ${grant}, revoke() { ['nick'].forEach((k) => wx.removeStorageSync(k)) } })` },
    expect: [],
  },
]
