Page({
  data: { goods: [{ n: '山地车 V3 说明书', t: '查看' }, { n: '公路车 R1 说明书', t: '查看' }] },
  open(e) { wx.navigateTo({ url: '/pages/web/web?d=' + e.currentTarget.dataset.i }) }
})
