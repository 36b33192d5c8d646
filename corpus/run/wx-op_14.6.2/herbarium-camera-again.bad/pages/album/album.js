Page({
  data: { list: [{ n: '三色堇', d: '5 月 2 日' }, { n: '银杏', d: '11 月 9 日' }] },
  shoot() { wx.showModal({ title: '拍一张标本', content: '接下来会使用相机，照片只存在本机。', success: (r) => r.confirm && wx.navigateTo({ url: '/pages/shoot/shoot' }) }) }
})
