import type { Example } from '../kit.ts'

const script = {
  'pages/o/o.js': "Page({ data: { form: [{ k: 'n', label: '份数' }, { k: 'id', label: '身份证号' }] }, set() {}, go() {} })",
}
const rows = '<view wx:for="{{form}}"><text>{{item.label}}</text><input placeholder="必填" bindinput="set" /></view>'

export const examples: readonly Example[] = [
  {
    name: { zh: '打印文件要身份证号', en: 'printing a document asks for it' },
    files: { ...script, 'pages/o/o.wxml': `<view>A4 黑白</view>${rows}<button bindtap="go">提交打印</button>` },
    expect: [{ message: 'nothing-needs-it', file: 'pages/o/o.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '酒店入住登记', en: 'checking in at a hotel' },
    files: { ...script, 'pages/o/o.wxml': `<view>入住登记</view>${rows}<button bindtap="go">提交</button>` },
    expect: [],
  },
  {
    name: { zh: '提醒不要填写', en: 'a warning not to write it' },
    files: {
      'pages/o/o.wxml': '<input placeholder="备注（请勿填写身份证号）" bindinput="set" /><button bindtap="go">提交打印</button>',
      'pages/o/o.js': 'Page({ set() {}, go() {} })',
    },
    expect: [],
  },
  {
    name: { zh: '密码框说明初始密码是证件后六位', en: 'a password field tells what the first password is' },
    files: {
      'pages/a/a.wxml':
        '<input placeholder="学号" bindinput="set" /><input password placeholder="初始密码为身份证后六位" bindinput="set" /><button bindtap="go">登录</button>',
      'pages/a/a.js': "Page({ set() {}, go() { wx.request({ url: 'https://api.example.org/in', method: 'POST' }) } })",
    },
    expect: [],
  },
]
