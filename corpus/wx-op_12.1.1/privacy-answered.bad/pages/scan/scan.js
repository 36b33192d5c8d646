Page({
  data: { bin: '', pic: '' },
  onLoad (q) { this.setData({ bin: q.bin || '' }) },
  shoot () { wx.chooseMedia({ count: 1, sourceType: ['camera'], success: r => this.setData({ pic: r.tempFiles[0].tempFilePath }) }) }
})
