import type { Example } from '../kit.ts'

const convert = (gate: string, ...views: readonly string[]) => ({
  'pages/c/c.wxml': [
    '<input type="digit" placeholder="英寸" bindinput="put" />',
    ...views,
    '<button bindtap="go">换算</button><view>{{out}}</view>',
  ].join('\n'),
  'pages/c/c.js': `Page({ data: { out: '' }, put(e) { this.v = e.detail.value }, tel(e) { this.t = e.detail.value }, born(e) { this.b = e.detail.value }, go() { ${gate}this.setData({ out: this.v * 2.54 }) } })`,
})

export const examples: readonly Example[] = [
  {
    name: { zh: '换算单位也要先填手机号', en: 'a phone number before inches become centimetres' },
    files: convert(
      "if (!/^1\\d{10}$/.test(this.t)) return wx.showToast({ title: '请先填写手机号' }); ",
      '<input type="number" placeholder="手机号" bindinput="tel" />',
    ),
    expect: [{ message: 'price-of-use', file: 'pages/c/c.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '标着必填，却没有拦', en: 'marked as required, though nothing stops' },
    files: convert('', '<input placeholder="出生日期（必填）" bindinput="born" />'),
    expect: [{ message: 'price-of-use', verdict: 'review' }],
  },
  {
    name: { zh: '手机号选填', en: 'the number is optional' },
    files: convert('', '<input type="number" placeholder="手机号（选填）" bindinput="tel" />'),
    expect: [],
  },
  {
    name: { zh: '预约上门量尺要留手机号', en: 'an appointment needs a number' },
    files: convert(
      "if (!this.t) return wx.showToast({ title: '请先填写手机号' }); ",
      '<view>预约师傅上门量尺</view><input type="number" placeholder="手机号" bindinput="tel" />',
    ),
    expect: [],
  },
  {
    name: { zh: '生肖查询要填出生日期', en: 'a sign of the zodiac asks for the date of birth' },
    files: convert(
      "if (!this.b) return wx.showToast({ title: '请选择出生日期' }); ",
      '<view>查生肖</view><picker mode="date" bindchange="born"><view>出生日期</view></picker>',
    ),
    expect: [],
  },
]
