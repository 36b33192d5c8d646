Page({
  data: { lanes: [{ n: '一号道', t: '7:00' }, { n: '二号道', t: '7:00' }, { n: '三号道', t: '8:00' }] },
  book(e) { wx.navigateTo({ url: '/pages/book/book?lane=' + e.currentTarget.dataset.n }) }
})
