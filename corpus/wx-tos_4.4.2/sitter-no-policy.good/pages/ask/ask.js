Page({
  data: { v: {} },
  set(e) { this.setData({ ['v.' + e.currentTarget.dataset.k]: e.detail.value }) },
  send() { wx.showModal({ title: '提交前确认', content: '手机号、住址、宝宝生日仅用于安排上门，详见《隐私政策》', success: (r) => r.confirm && wx.request({ url: 'https://sitter.example.org/asks', method: 'POST', data: this.data.v }) }) },
  policy() { wx.openPrivacyContract({ fail: () => wx.navigateTo({ url: '/pages/text/text?k=privacy' }) }) }
})
