const enc = encodeURIComponent
Page({
  data: { r: {}, pix: '' },
  onLoad(q) {
    wx.request({ url: 'https://tooth.example.org/results/' + q.id, success: ({ data: r }) => {
      const pix = ['w', 'q'].reduce((u, k) => u + '&' + k + '=' + enc({ w: 750, q: 80 }[k]), 'https://cdn.pictures.example.com/care-tips.png?v=3')
      this.setData({ r, pix })
    } })
  }
})
