let left = 0
module.exports = Behavior({
  methods: {
    onShareAppMessage() { return { title: this.data.poem.name, path: '/pages/poem/poem' } },
    onHide() { left = Date.now() },
    onShow() {
      if (left && Date.now() - left > 3000) { wx.setStorageSync('away_' + this.data.poem.name, Date.now() - left); this.lay() }
      left = 0
    }
  }
})
