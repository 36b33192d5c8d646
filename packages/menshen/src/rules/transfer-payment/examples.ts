import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '扫收款码付款', en: 'a collection code is to be scanned' },
    files: { 'pages/a/a.ttml': '<view>长按保存收款码，用支付宝扫一扫付款</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'scan-to-pay', verdict: 'violation' }],
  },
  {
    name: { zh: '转账并上传凭证', en: 'a transfer with a slip' },
    files: { 'pages/a/a.ttml': '<view>{{how}}</view>', 'pages/a/a.js': "Page({ data: { how: '请银行转账后上传转账凭证' } })" },
    expect: [{ message: 'transfer-to-pay', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '提醒不要扫他人的收款码', en: 'a warning not to scan such codes' },
    files: { 'pages/a/a.ttml': '<view>入园时出示票码，请勿扫描他人发来的收款码付款</view>', 'pages/a/a.js': 'Page({})' },
    expect: [],
  },
  {
    name: { zh: '把定金转到页面上写的账户', en: 'a deposit goes to an account that the page names' },
    files: {
      'pages/a/a.ttml': '<view tt:for="{{lines}}">{{item}}</view>',
      'pages/a/a.js': "Page({ data: { lines: ['请将定金转账至以下账户', '户名：青山民宿'] } })",
    },
    expect: [{ message: 'transfer-to-pay', verdict: 'violation' }],
  },
  {
    name: { zh: '提醒用户不要转账', en: 'people are told not to transfer anything' },
    files: {
      'pages/a/a.ttml': '<view tt:for="{{lines}}">{{item}}</view>',
      'pages/a/a.js': "Page({ data: { lines: ['定金通过抖音支付收取', '谨防诈骗，请勿转账至任何银行账户'] } })",
    },
    expect: [],
  },
  {
    name: { zh: '打款后上传截图再发货', en: 'goods are sent once a slip of the transfer is there' },
    files: { 'pages/a/a.ttml': '<view>打款后请上传转账截图，我们核对后发货</view>', 'pages/a/a.js': 'Page({})' },
    expect: [{ message: 'transfer-to-pay', verdict: 'violation' }],
  },
]
