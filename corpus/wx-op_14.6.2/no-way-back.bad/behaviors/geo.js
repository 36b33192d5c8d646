module.exports = Behavior({
  methods: {
    locate () {
      wx.getLocation({ type: 'gcj02', success: p => this.located(p), fail: () => this.insist() }) 
    },
    insist () {
      wx.showModal({ title: '需要位置权限', content: '请在设置中打开位置，否则无法使用', showCancel: false, success: () => { 
        wx.openSetting({ complete: () => this.locate() }) 
      } })
    }
  }
})
