App({
  globalData: { group: '' },
  onLaunch() { wx.showShareMenu({ withShareTicket: true }) },
  onShow(o) { if (o.shareTicket) wx.getGroupEnterInfo({ success: (r) => { this.globalData.group = r.cloudID || r.encryptedData } }) }
})
