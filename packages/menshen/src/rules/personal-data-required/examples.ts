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
  {
    name: { zh: '标着必填，缺一项就说“请填写完整”', en: 'marked as required, and one word for whatever is missing' },
    files: {
      'pages/a/a.wxml':
        '<input placeholder="手机号（必填）" bindinput="phone" /><picker mode="date" bindchange="day"><view>出生日期（必填）</view></picker><button bindtap="go">进入</button>',
      'pages/a/a.js':
        "Page({ data: { p: '', d: '' }, phone(e) { this.data.p = e.detail.value }, day(e) { this.data.d = e.detail.value }, go() { if (!/^1\\d{10}$/.test(this.data.p) || !this.data.d) return wx.showToast({ title: '请填写完整后使用', icon: 'none' }); wx.redirectTo({ url: '/pages/b/b' }) } })",
      'pages/b/b.wxml': '<view>番茄牛腩 420 千卡</view>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [{ message: 'price-of-use', file: 'pages/a/a.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '食谱名称必填，手机号可选填', en: 'the dish has to have a name, a number may be left out' },
    files: {
      'pages/a/a.wxml':
        '<input placeholder="菜名（必填）" bindinput="dish" /><input placeholder="手机号（选填）" bindinput="phone" /><button bindtap="go">保存</button>',
      'pages/a/a.js':
        "Page({ data: { d: '' }, dish(e) { this.data.d = e.detail.value }, phone() {}, go() { if (!this.data.d) return wx.showToast({ title: '请填写完整', icon: 'none' }); wx.setStorageSync('dish', this.data.d) } })",
    },
    expect: [],
  },
  {
    name: { zh: '别的页面有客服按钮，也用不到手机号', en: 'a service button elsewhere is no need of a number' },
    files: {
      'pages/a/a.wxml': '<input placeholder="手机号（必填）" bindinput="set" /><button bindtap="next">开始计算</button>',
      'pages/a/a.js':
        "Page({ data: { p: '' }, set(e) { this.setData({ p: e.detail.value }) }, next() { if (!this.data.p) return wx.showToast({ title: '请完整填写' }); wx.navigateTo({ url: '/pages/b/b' }) } })",
      'pages/b/b.wxml': '<input placeholder="身高" /><button open-type="contact">客服</button>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [{ message: 'price-of-use', file: 'pages/a/a.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '留下电话等人联系', en: 'a number left to be called back' },
    files: {
      'pages/a/a.wxml':
        '<view>留言后我们会联系您</view><input placeholder="手机号（必填）" bindinput="set" /><button bindtap="next">提交</button>',
      'pages/a/a.js':
        "Page({ data: { p: '' }, set(e) { this.setData({ p: e.detail.value }) }, next() { if (!this.data.p) return wx.showToast({ title: '请填写手机号' }); wx.request({ url: 'https://api.example.org/m' }) } })",
    },
    expect: [],
  },
]
