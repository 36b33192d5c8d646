const net = require('../../services/net')
const queue = require('../../lib/queue')
Page({
  data: { town: '临溪', days: [], far: '' },
  onLoad(q) {
    if (q.town) this.setData({ town: q.town })
    net.call('GET', '/forecast', { town: this.data.town }, (days) => { this.setData({ days }); this.after() }, () => this.setData({ days: [{ d: '今天', t: '暂时没有数据' }] }))
  },
  after() {
    queue([
      (next) => { wx.setNavigationBarTitle({ title: this.data.town + '天气' }); next() },
      (next) => { wx.setStorageSync('town', this.data.town); next() },
      (next) => { this.setData({ far: '点这里看离雨带多远' }); next() }
    ])
  },
  askFirst() {
    wx.showModal({ title: '读取位置', content: '只读取一次，用来算出你离雨带的距离，不保存。', confirmText: '同意', cancelText: '不用', success: (r) => r.confirm && this.near(() => {}) })
  },
  near(next) {
    wx.getLocation({ type: 'gcj02', success: (p) => this.setData({ far: '离雨带约 ' + Math.round(Math.abs(p.latitude - 30) * 111) + ' 公里' }), fail: () => this.setData({ far: '没有位置也可以选城市看' }), complete: next })
  },
  choose() { wx.navigateTo({ url: '/pages/towns/towns' }) }
})
