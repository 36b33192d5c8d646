const CODE = '8866'
Page({
  data: { locked: true, tip: '关注公众号「模板库精选」，回复“口令”获取解锁码' }, 
  type (e) { this.code = e.detail.value },
  unlock () {
    if (this.code !== CODE) return wx.showToast({ title: '解锁码错误，请先关注公众号', icon: 'none' }) 
    this.setData({ locked: false })
  },
  download () { wx.downloadFile({ url: 'https://cdn.example.org/1.docx', success: r => wx.openDocument({ filePath: r.tempFilePath }) }) }
})
