Page({
  data: { items: [{ n: '上门针灸治腰突', p: 268 }, { n: '把脉开方 + 中药代煎', p: 198 }], note: '老中医亲诊，一次见效' },
  book(e) { wx.request({ url: 'https://bone.example.org/visits', method: 'POST', data: { n: e.currentTarget.dataset.n }, success: (r) => wx.requestPayment(r.data) }) }
})
