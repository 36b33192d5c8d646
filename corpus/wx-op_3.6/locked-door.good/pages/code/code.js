Page({
  data: { tip: '输入随书附赠的兑换码，解锁配套音频' },
  type (e) { this.code = e.detail.value },
  go () { wx.request({ url: 'https://api.example.org/redeem', data: { code: this.code }, success: r => { if (r.data.ok) wx.navigateBack() } }) }
})
