const cut = (n) => '￥' + n.toFixed(2)
Page({
  data: { list: [{ n: '可颂视频课', p: cut(39), act: '订阅课程' }, { n: '吐司视频课', p: cut(29), act: '订阅课程' }] },
  onLoad() { tt.request({ url: 'https://bake.example.org/switch', success: (r) => { this.can = r.data.iosPay } }) },
  buy(e) { if (tt.getSystemInfoSync().platform === 'ios' && !this.can) return tt.showToast({ title: 'iOS 暂不支持', icon: 'none' }); tt.pay({ orderInfo: { n: e.detail.n }, service: 5 }) }
})
