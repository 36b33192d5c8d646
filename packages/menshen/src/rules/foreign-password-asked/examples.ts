import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '输入 QQ 密码', en: 'the password of QQ' },
    files: { 'pages/b/b.wxml': '<input password placeholder="QQ 密码" bindinput="set" />', 'pages/b/b.js': 'Page({ set() {} })' },
    expect: [{ message: 'asked', file: 'pages/b/b.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '自己账号的密码；提醒不要填别的密码', en: 'one’s own password, with a warning about others' },
    files: {
      'pages/b/b.wxml': '<view>请勿填写 QQ 密码、微信密码</view><input password placeholder="密码，至少 8 位" bindinput="set" />',
      'pages/b/b.js': 'Page({ set() {} })',
    },
    expect: [],
  },
]
