import type { Example } from '../kit.ts'

const view = {
  'pages/a/a.wxml': '<canvas canvas-id="c" /><button bindtap="save">保存</button><view wx:if="{{done}}" bindtap="print">去打印</view>',
}
const save =
  "wx.canvasToTempFilePath({ canvasId: 'c', success: (r) => wx.saveImageToPhotosAlbum({ filePath: r.tempFilePath, success: () => this.setData({ done: true }) }) })"

export const examples: readonly Example[] = [
  {
    name: { zh: '去过别的小程序才能保存', en: 'the picture is saved only after a visit elsewhere' },
    files: {
      ...view,
      'app.js': 'App({ globalData: { been: false }, onShow(o) { if (o.scene === 1038) this.globalData.been = true } })',
      'pages/a/a.js': `const app = getApp()
Page({ data: { done: false }, save() {
  if (!app.globalData.been) {
    wx.showModal({ title: '解锁保存', content: '打开「省钱联盟」小程序即可解锁', success: (r) => { if (r.confirm) wx.navigateToMiniProgram({ appId: 'wx5566778899aabbcc' }) } })
    return
  }
  ${save}
}, print() {} })`,
    },
    expect: [{ message: 'visit-first', file: 'pages/a/a.js', excerpt: 'wx.navigateToMiniProgram', verdict: 'violation' }],
  },
  {
    name: { zh: '文案以打开小程序为条件，却看不到差别', en: 'the words make it a condition, and the code shows none' },
    files: {
      'pages/a/a.wxml': '<button bindtap="go">打开「省钱联盟」小程序，免费获取次数</button>',
      'pages/a/a.js': "Page({ go() { wx.navigateToMiniProgram({ appId: 'wx5566778899aabbcc' }) } })",
    },
    expect: [{ message: 'visit-first', file: 'pages/a/a.js', excerpt: 'wx.navigateToMiniProgram', verdict: 'review' }],
  },
  {
    name: { zh: '保存之后可选去打印', en: 'printing elsewhere is offered after saving' },
    files: {
      ...view,
      'pages/a/a.js': `Page({ data: { done: false }, save() { ${save} }, print() {
  if (!this.data.done) return wx.showToast({ title: '请先保存' })
  wx.showModal({ title: '去打印', content: '将打开其他小程序', success: (r) => { if (r.confirm) wx.navigateToMiniProgram({ appId: 'wx5566778899aabbcc' }) } })
} })`,
    },
    expect: [],
  },
  {
    name: { zh: '没登录先去登录，登录后才跳到合作方', en: 'signing in comes first, then the partner' },
    files: {
      'pages/a/a.wxml': '<button bindtap="pay">办理停车缴费</button>',
      'pages/a/a.js': `Page({ pay() {
  if (!wx.getStorageSync('token')) { wx.showModal({ title: '提示', content: '登录后即可使用', success: () => wx.navigateTo({ url: '/pages/b/b' }) }); return }
  wx.navigateToMiniProgram({ appId: 'wx1122334455667788' })
} })`,
      'pages/b/b.wxml': '<button>登录</button>',
      'pages/b/b.js': 'Page({})',
    },
    expect: [],
  },
]
