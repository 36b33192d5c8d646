Page({
  data: { goods: [{ n: '骑行课年卡（虚拟会员）', t: '¥365' }, { n: '教学视频包', t: '¥99' }] },
  open(e) { wx.navigateTo({ url: '/pages/web/web?u=' + encodeURIComponent('https://cashier.bike.example.org/h5pay?sku=' + e.currentTarget.dataset.i) }) }
})
