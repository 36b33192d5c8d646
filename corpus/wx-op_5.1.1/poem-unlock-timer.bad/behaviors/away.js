let left = 0
module.exports = Behavior({
  methods: {
    onShareAppMessage() { left = Date.now(); return { title: this.data.poem.name, path: '/pages/poem/poem' } },
    onShow() {
      if (left && Date.now() - left > 3000) { wx.setStorageSync('open_' + this.data.poem.name, 1); this.lay() }
      left = 0
    }
  }
})
