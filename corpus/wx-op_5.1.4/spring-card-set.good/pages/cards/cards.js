const KINDS = ['东门', '南门', '西门', '北门', '鼓楼']
const mine = () => wx.getStorageSync('mine') || []
Page({
  data: { cards: [], label: '扫描现场灯牌', share: '' },
  onShow() { this.setData({ cards: KINDS.map((n, k) => ({ k, n, have: mine().includes(n), how: '到场扫码盖章' })) }) },
  act() { wx.scanCode({ success: (r) => { const n = KINDS[Number(r.result)]; if (n) { wx.setStorageSync('mine', [...new Set(mine().concat(n))]); this.onShow() } } }) },
  onShareAppMessage() { return { title: '灯会游览路线', path: '/pages/cards/cards' } }
})
