const net = require('../../services/net')
Page({
  data: { days: [], state: 'loading' },
  onLoad() { this.read() },
  read() {
    this.setData({ state: 'loading' })
    net.call('GET', '/rain', {}, (days) => this.setData({ days: Array.isArray(days) ? days : [], state: Array.isArray(days) && days.length ? 'ok' : 'empty' })
    )
  },
  station() { wx.navigateTo({ url: '/pages/station/station' }) }
})
