const edition = require('../../lib/edition')
const plants = [{ n: '薄荷', s: '半阴' }, { n: '紫苏', s: '全日照' }, { n: '艾', s: '耐旱' }]
Page({
  data: { list: [], head: '', foot: '' },
  onShow() { this.setData({ list: plants, head: '本园植物', foot: edition.foot() }) },
  open(e) { wx.navigateTo({ url: '/pages/bed/bed?n=' + e.currentTarget.dataset.n }) }
})
