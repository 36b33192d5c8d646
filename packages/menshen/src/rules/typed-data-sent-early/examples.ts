import type { Example } from '../kit.ts'

const view = {
  'pages/s/s.wxml':
    '<input placeholder="手机号" bindinput="type" /><checkbox-group bindchange="agree"><checkbox value="y" />同意《隐私说明》</checkbox-group><button bindtap="submit">报名</button>',
}

export const examples: readonly Example[] = [
  {
    name: { zh: '边输入边上传', en: 'sent on every key stroke' },
    files: {
      ...view,
      'pages/s/s.js':
        "const send = (data) => wx.request({ url: 'https://api.example.org/s', data })\nPage({ type(e) { this.setData({ phone: e.detail.value }); setTimeout(send, 300, { phone: this.data.phone }) }, agree() {}, submit() {} })",
    },
    expect: [{ message: 'while-typing', verdict: 'violation' }],
  },
  {
    name: { zh: '草稿存在本机，勾选后提交', en: 'the draft stays on the phone' },
    files: {
      ...view,
      'pages/s/s.js':
        "Page({ type(e) { this.setData({ phone: e.detail.value }); wx.setStorageSync('draft', e.detail.value) }, agree() {}, submit() { wx.request({ url: 'https://api.example.org/s', data: { phone: this.data.phone } }) } })",
    },
    expect: [],
  },
]
