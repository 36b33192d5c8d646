const scopes = require('./config/scopes')
App({
  globalData: { granted: {} },
  onLaunch() {
    // 只查询已有授权，不弹窗
    wx.getSetting({ success: (r) => scopes.forEach((s) => { this.globalData.granted[s.key] = !!r.authSetting[s.key] }) })
  }
})
