const bikes = require('../../services/bikes')
Page({
  data: { on: false, said: '', price: '半小时 1.5 元，每日封顶 15 元' },
  onShow() { this.setData({ on: !!wx.getStorageSync('ride') }) },
  scan() {
    wx.showModal({ title: '扫码借车', content: '接下来会打开相机扫描车上的二维码，' + this.data.price + '。', confirmText: '去扫码', success: (r) => r.confirm && wx.scanCode({ onlyFromCamera: true, success: (s) => this.start(s.result), fail: () => this.setData({ said: '没有扫到，也可以输入车身编号' }) }) })
  },
  number() {
    wx.showModal({ title: '输入车身编号', content: '', editable: true, placeholderText: '八位数字', success: (r) => r.confirm && r.content && this.start(r.content) })
  },
  async start(code) {
    try {
      if (!wx.getStorageSync('token')) await bikes.session()
      const a = await bikes.unlock(code)
      if (!a.id) throw new Error('none')
      wx.setStorageSync('ride', { id: a.id, at: Date.now() })
      wx.navigateTo({ url: '/pages/ride/ride' })
    } catch (e) { this.setData({ said: '没有开锁成功，请换一辆或稍后再试' }) }
  },
  ride() { wx.navigateTo({ url: '/pages/ride/ride' }) },
  openPrice() { wx.navigateTo({ url: '/pages/price/price' }) }
})
