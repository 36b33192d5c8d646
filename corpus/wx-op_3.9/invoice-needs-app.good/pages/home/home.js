const { acts } = require('../../config/copy')
const names = { scan: '扫描发票', list: '发票列表', export: '导出报销单', about: '关于票夹' }
const run = {
  scan: () => wx.chooseMedia({ count: 1, mediaType: ['image'], success: (r) => wx.setStorageSync('last', r.tempFiles[0].tempFilePath) }),
  list: () => wx.showToast({ title: '共 ' + (wx.getStorageSync('n') || 0) + ' 张', icon: 'none' }),
  export: () => wx.setClipboardData({ data: '合计 0 元' })
}
Page({
  data: { acts: Object.keys(names).map((k) => ({ k, n: names[k] })), wall: false },
  run(e) { const { k } = e.currentTarget.dataset; acts[k] ? run[k]() : this.setData({ wall: true }) },
  close() { this.setData({ wall: false }) }
})
