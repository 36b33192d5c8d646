module.exports = Behavior({
  methods: {
    locate () {
      wx.getLocation({ type: 'gcj02', success: p => this.located(p), fail: () => this.insist() })
    },
    insist () {
      this.setData({ denied: true })
      wx.showToast({ title: '可手动选择城市', icon: 'none' })
    },
    openSetting () { wx.openSetting({ success: r => { if (r.authSetting['scope.userLocation']) this.locate() } }) }
  }
})
